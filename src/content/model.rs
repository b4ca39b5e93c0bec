//! Reads the model's numbers, one file per domain.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::content::assets;
use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::law::flaw::closest;
use crate::sim::knowledge::EvidenceKind;
use crate::sim::model::{Knowledge, Ladder, Model};

/// The numbers that travel with the program.
pub fn embedded() -> Result<Model, Mistakes> {
    read(&assets::below("model"))
}

/// Reads the numbers from files of the model's names; every other file but `follow_ups.ron` is a mistake.
pub fn read(files: &[Source]) -> Result<Model, Mistakes> {
    let mut table = Table { files, taken: vec!["follow_ups.ron"], mistakes: Vec::new() };
    let ladder = table.file("ladder.ron", ladder);
    let tension = table.file("tension.ron", |_, _| Vec::new());
    let polity = table.file("polity.ron", |_, _| Vec::new());
    let detection = table.file("detection.ron", |_, _| Vec::new());
    let knowledge = table.file("knowledge.ron", knowledge);
    let law = table.file("law.ron", |_, _| Vec::new());
    let undertakings = table.file("undertakings.ron", |_, _| Vec::new());
    let council = table.file("council.ron", |_, _| Vec::new());
    let exposure = table.file("exposure.ron", |_, _| Vec::new());
    let operations = table.file("operations.ron", |_, _| Vec::new());
    let measures = table.file("measures.ron", |_, _| Vec::new());
    let courts = table.file("courts.ron", |_, _| Vec::new());
    let custom = table.file("custom.ron", |_, _| Vec::new());
    table.strangers();
    let whole = || {
        Some(Model {
            ladder: ladder?,
            tension: tension?,
            polity: polity?,
            detection: detection?,
            knowledge: knowledge?,
            law: law?,
            undertakings: undertakings?,
            council: council?,
            exposure: exposure?,
            operations: operations?,
            courts: courts?,
            measures: measures?,
            custom: custom?,
        })
    };
    match whole() {
        Some(model) if table.mistakes.is_empty() => Ok(model),
        _ => Err(Mistakes(table.mistakes)),
    }
}

/// The numbers with some of them changed, by path: the file's name, then fields and places with points between, as in
/// `tension.per_gravity` or `knowledge.traces.0.weight`. Of a number with a source, the number is meant.
///
/// # Errors
/// If there is no such number, or it cannot have such a value.
pub fn adjusted(model: &Model, changes: &[(&str, i64)]) -> Result<Model, Mistakes> {
    let mut model = model.clone();
    for (path, value) in changes {
        let (domain, inner) = path.split_once('.').unwrap_or((path, ""));
        match domain {
            "ladder" => model.ladder = turned(&model.ladder, path, inner, *value)?,
            "tension" => model.tension = turned(&model.tension, path, inner, *value)?,
            "polity" => model.polity = turned(&model.polity, path, inner, *value)?,
            "detection" => model.detection = turned(&model.detection, path, inner, *value)?,
            "knowledge" => model.knowledge = turned(&model.knowledge, path, inner, *value)?,
            "law" => model.law = turned(&model.law, path, inner, *value)?,
            "undertakings" => model.undertakings = turned(&model.undertakings, path, inner, *value)?,
            "council" => model.council = turned(&model.council, path, inner, *value)?,
            "exposure" => model.exposure = turned(&model.exposure, path, inner, *value)?,
            "operations" => model.operations = turned(&model.operations, path, inner, *value)?,
            "measures" => model.measures = turned(&model.measures, path, inner, *value)?,
            "courts" => model.courts = turned(&model.courts, path, inner, *value)?,
            "custom" => model.custom = turned(&model.custom, path, inner, *value)?,
            _ => {
                let domains = [
                    "ladder",
                    "tension",
                    "polity",
                    "detection",
                    "knowledge",
                    "law",
                    "undertakings",
                    "council",
                    "exposure",
                    "operations",
                    "courts",
                    "measures",
                    "custom",
                ];
                return Err(no_number(path, domain, domains));
            }
        }
    }
    let nowhere = Source::new("the model with other numbers", "");
    let mut mistakes = ladder(&nowhere, &model.ladder);
    mistakes.extend(knowledge(&nowhere, &model.knowledge));
    if mistakes.is_empty() { Ok(model) } else { Err(Mistakes(mistakes)) }
}

/// One file's numbers with one of them changed.
fn turned<T: Serialize + DeserializeOwned>(file: &T, path: &str, inner: &str, value: i64) -> Result<T, Mistakes> {
    let wrong = |message: String| Source::new(path, "").mistake(0..0, message);
    let mut tree = serde_json::to_value(file).map_err(|error| wrong(error.to_string()))?;
    let mut place = &mut tree;
    for step in inner.split('.') {
        // A number with a source stands for itself, also where it is several.
        if place.get(step).is_none() && place.get("at").is_some() {
            place = &mut place["at"];
        }
        let known: Vec<String> = place.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default();
        let next = match place {
            Json::Array(items) => step.parse::<usize>().ok().and_then(|nth| items.get_mut(nth)),
            place => place.get_mut(step),
        };
        place = next.ok_or_else(|| no_number(path, step, known.iter().map(String::as_str)))?;
    }
    if place.get("at").is_some() {
        place = &mut place["at"];
    }
    if !place.is_i64() && !place.is_u64() {
        let help = Some("go on to one of its numbers: a field's name, or a place from 0".to_owned());
        return Err(wrong(format!("`{path}` is not a single number")).help(help).into());
    }
    *place = value.into();
    let read = serde_json::from_value(tree);
    read.map_err(|error| wrong(format!("`{path}` cannot be {value}: {error}")).into())
}

fn no_number<'a>(path: &str, step: &str, known: impl IntoIterator<Item = &'a str>) -> Mistakes {
    let known: Vec<&str> = known.into_iter().collect();
    let help = match closest(step, known.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() => None,
        None => Some(format!("there are {}", known.join(", "))),
    };
    let message = format!("the model has no number `{path}`: there is no `{step}`");
    Source::new(path, "").mistake(0..0, message).help(help).into()
}

struct Table<'a> {
    files: &'a [Source],
    taken: Vec<&'static str>,
    mistakes: Vec<Mistake>,
}

impl Table<'_> {
    fn file<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        check: impl Fn(&Source, &T) -> Vec<Mistake>,
    ) -> Option<T> {
        self.taken.push(name);
        let Some(file) = self.files.iter().find(|file| file_name(file) == name) else {
            self.mistakes.push(Source::new("assets/model", "").mistake(0..0, format!("`{name}` is missing")));
            return None;
        };
        // A number without a source is no number of this model.
        if let Some(at) = file.text.find("source: \"\"") {
            let help = Some("name a publication, or write \"judgement\"".to_owned());
            self.mistakes.push(file.mistake(at..at + 10, "this number has no source").help(help));
        }
        match file.ron::<T>() {
            Ok(read) => {
                self.mistakes.extend(check(file, &read));
                Some(read)
            }
            Err(mistake) => {
                self.mistakes.push(mistake);
                None
            }
        }
    }

    fn strangers(&mut self) {
        for file in self.files {
            let name = file_name(file);
            if !self.taken.contains(&name) {
                self.mistakes.push(file.mistake(0..0, format!("the model has no file `{name}`")));
            }
        }
    }
}

fn file_name(file: &Source) -> &str {
    file.name.rsplit(['/', '\\']).next().unwrap_or_default()
}

fn ladder(file: &Source, ladder: &Ladder) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    if ladder.steps.len() != 10 {
        mistakes.push(file.mistake(0..0, format!("the ladder has ten steps, not {}", ladder.steps.len())));
    }
    if ladder.steps.first().is_some_and(|first| first.from.get() != 0) {
        mistakes.push(file.mistake(0..0, "the first step begins at no tension"));
    }
    for pair in ladder.steps.windows(2).filter(|pair| pair[0].from >= pair[1].from) {
        let at = file.quoted(&pair[1].name, 0).unwrap_or(0..0);
        mistakes.push(file.mistake(at, format!("`{}` begins no higher than the step before it", pair[1].name)));
    }
    mistakes
}

fn knowledge(file: &Source, knowledge: &Knowledge) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for &kind in EvidenceKind::ALL {
        if knowledge.traces.iter().filter(|trace| trace.kind == kind).count() != 1 {
            mistakes.push(file.mistake(0..0, format!("every kind of trace stands here once, but not {kind:?}")));
        }
    }
    let frequencies = knowledge.traces.iter().try_fold(0_u32, |sum, trace| sum.checked_add(trace.frequency));
    if frequencies.is_none_or(|sum| sum == 0) {
        mistakes.push(file.mistake(0..0, "the frequencies of traces add up to nothing, or to too much"));
    }
    mistakes
}
