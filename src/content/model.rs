//! Reads the model's numbers, one file per domain.

use serde::de::DeserializeOwned;

use crate::content::assets;
use crate::content::mistake::{Mistake, Mistakes, Source};
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
        })
    };
    match whole() {
        Some(model) if table.mistakes.is_empty() => Ok(model),
        _ => Err(Mistakes(table.mistakes)),
    }
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
