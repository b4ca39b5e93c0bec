//! Reads scenarios: from the form people write to the one the simulation plays.
//!
//! Every row is read and checked by itself, so that all mistakes of a file are reported at once, each with its place and,
//! where a name was misspelt, the name that was probably meant. What may be written is in `form`; what must hold between
//! rows, in `check`.

mod check;
mod form;
mod head;
mod names;
mod reader;
mod rows;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::de::IgnoredAny;

use crate::base::id::{EvidenceId, OperationId, StateId};
use crate::base::{Day, LogOdds, Span, Turn};
use crate::content::lesson::Lesson;
use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::content::offices::Delegations;
use crate::content::{assets, rulebook};
use crate::law::flaw::closest;
use crate::sim::polity::{Asset, State};
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::{Briefing, Cast, Goal, Interest, Line, Named, RedLine, Scenario, Truth};
use crate::sim::situation::{Changes, Situation};
use form::{
    ActorForm, AssetForm, BeliefForm, ClaimForm, EvidenceForm, GoalForm, IncidentForm, LineForm, MeasureForm, NoteForm,
    OperationForm, StateForm, Texts, TieForm, UndertakingForm,
};
use head::Head;
use names::{Finder, Names};
pub(in crate::content) use reader::is_slug;
use reader::{Fields, Reader, Row};

/// Limits on what one file may hold.
pub mod limits {
    /// States; as many as there are members of the United Nations.
    pub const STATES: usize = 193;
    /// Rows of any other kind.
    pub const ROWS: usize = 20_000;
    /// Hidden truths.
    pub const TRUTHS: usize = 16;
    /// Turns: twenty years of weeks.
    pub const TURNS: u16 = 1040;
    /// Bytes of a scenario file.
    pub const BYTES: usize = 4 << 20;
}

/// The texts that stand beside a scenario, by file name.
pub type Beside = BTreeMap<String, Arc<str>>;

/// A scenario and the rules it is played by.
#[derive(Clone, Debug)]
pub struct Staged {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The rules, with the law of its year.
    pub rulebook: Arc<Rulebook>,
    /// How a class is to be seated in it.
    pub delegations: Arc<Delegations>,
    /// What makes it a lesson, if it is one.
    pub lesson: Option<Arc<Lesson>>,
}

/// What a scenario's file says.
#[derive(Clone, Debug)]
pub struct Told {
    /// The crisis.
    pub scenario: Scenario,
    /// How a class is to be seated in it.
    pub delegations: Delegations,
    /// What makes it a lesson, if it is one.
    pub lesson: Option<Lesson>,
}

/// Reads a scenario together with the embedded rules of its year. `beside` are the briefings that stand next to it; `None`
/// if they are out of reach, as in a journal.
pub fn stage(file: &Source, beside: Option<&Beside>) -> Result<Staged, Mistakes> {
    let rulebook = rulebook::shared(year(file))?;
    let Told { scenario, delegations, lesson } = read(file, &rulebook, beside)?;
    let (scenario, delegations) = (Arc::new(scenario), Arc::new(delegations));
    Ok(Staged { scenario, rulebook, delegations, lesson: lesson.map(Arc::new) })
}

/// The year by which a scenario's law is read, as far as that can be made out before the file is read in full.
fn year(file: &Source) -> u16 {
    if file.text.len() > limits::BYTES {
        return crate::content::cases::PRESENT;
    }
    let fields = crate::content::outline::fields(&file.text, 0..file.text.len());
    let found = fields.into_iter().find(|field| &file.text[field.name.clone()] == "as_of");
    found.and_then(|field| file.ron_at(field.value).ok()).unwrap_or(crate::content::cases::PRESENT)
}

const FIELDS: [&str; 24] = [
    "id",
    "title",
    "aim",
    "turns",
    "span",
    "as_of",
    "solo",
    "briefing",
    "region",
    "lesson",
    "approval",
    "offices",
    "states",
    "ties",
    "assets",
    "actors",
    "operations",
    "incidents",
    "evidence",
    "beliefs",
    "undertakings",
    "measures",
    "claims",
    "notes",
];
const OF_TRUTHS: [&str; 9] =
    ["id", "weight", "text", "assets", "actors", "operations", "incidents", "evidence", "beliefs"];

/// Reads a scenario under a rulebook.
pub fn read(file: &Source, rules: &Rulebook, beside: Option<&Beside>) -> Result<Told, Mistakes> {
    if file.text.len() > limits::BYTES {
        let message = format!("a scenario has at most {} MiB", limits::BYTES >> 20);
        return Err(file.mistake(0..0, message).into());
    }
    // Only what is sound in syntax can be cut into rows.
    file.ron::<IgnoredAny>()?;
    let mut reader = Reader { file, mistakes: Vec::new() };
    let whole = 0..file.text.len();
    let known: Vec<&'static str> = FIELDS.into_iter().chain(["truths"]).collect();
    let fields = reader.fields(&whole, &known);
    let forms = Forms::read(&mut reader, &fields);
    let cast = forms.cast(&mut reader);
    let mut finder = Finder { reader, rules, cast };
    let scenario = forms.scenario(&mut finder, &fields, &whole, beside);
    let delegations = head::delegations(&mut finder.reader, &fields);
    let lesson = head::lesson(&mut finder.reader, &fields, rules);
    if let Some(scenario) = &scenario
        && finder.reader.mistakes.is_empty()
    {
        check::whole(&mut finder.reader, scenario, rules, &forms);
    }
    let mut mistakes = finder.reader.mistakes;
    mistakes.sort_by_key(Mistake::start);
    match scenario {
        Some(scenario) if mistakes.is_empty() => Ok(Told { scenario, delegations, lesson }),
        _ => Err(Mistakes(mistakes)),
    }
}

/// All rows of the common lists.
struct Forms {
    states: Vec<Row<StateForm>>,
    ties: Vec<Row<TieForm>>,
    assets: Vec<Row<AssetForm>>,
    actors: Vec<Row<ActorForm>>,
    operations: Vec<Row<OperationForm>>,
    incidents: Vec<Row<IncidentForm>>,
    evidence: Vec<Row<EvidenceForm>>,
    beliefs: Vec<Row<BeliefForm>>,
    undertakings: Vec<Row<UndertakingForm>>,
    measures: Vec<Row<MeasureForm>>,
    claims: Vec<Row<ClaimForm>>,
    notes: Vec<Row<NoteForm>>,
}

impl Forms {
    fn read(reader: &mut Reader, fields: &Fields) -> Self {
        use limits::ROWS;
        Self {
            states: reader.rows(fields, "states", limits::STATES),
            ties: reader.rows(fields, "ties", ROWS),
            assets: reader.rows(fields, "assets", ROWS),
            actors: reader.rows(fields, "actors", ROWS),
            operations: reader.rows(fields, "operations", ROWS),
            incidents: reader.rows(fields, "incidents", ROWS),
            evidence: reader.rows(fields, "evidence", ROWS),
            beliefs: reader.rows(fields, "beliefs", ROWS),
            undertakings: reader.rows(fields, "undertakings", ROWS),
            measures: reader.rows(fields, "measures", ROWS),
            claims: reader.rows(fields, "claims", ROWS),
            notes: reader.rows(fields, "notes", ROWS),
        }
    }

    fn cast(&self, reader: &mut Reader) -> names::Cast {
        names::Cast {
            states: Names::of(reader, "state", &self.states),
            assets: Names::of(reader, "asset", &self.assets),
            actors: Names::of(reader, "actor", &self.actors),
            operations: Names::of(reader, "operation", &self.operations),
            incidents: Names::of(reader, "incident", &self.incidents),
            measures: Names::of(reader, "measure", &self.measures),
            claims: Names::of(reader, "claim", &self.claims),
        }
    }

    fn scenario(
        &self,
        finder: &mut Finder,
        fields: &Fields,
        whole: &Range<usize>,
        beside: Option<&Beside>,
    ) -> Option<Scenario> {
        let head = Head::read(finder, fields, whole);
        let opening = self.opening(finder, &head);
        let truths = self.truths(finder, fields, &opening);
        let mut scenario = Scenario {
            id: head.id?,
            title: head.title?,
            aim: head.aim?,
            cast: Cast { region: head.region, ..self.named(finder) },
            turns: head.turns?,
            as_of: head.as_of?,
            opening,
            truths,
            interests: Vec::new(),
            red_lines: Vec::new(),
            tempers: Vec::new(),
            briefings: Vec::new(),
            solo: head.solo?,
        };
        if let Some((texts, at)) = &head.briefing {
            scenario.briefings.push(briefing(finder, None, texts, at, beside));
        }
        finder.all(&self.states, |finder, place, form, at| {
            let state = StateId(place as u8);
            temper(finder, &form.temper, at);
            scenario.tempers.push((state, form.temper.clone()));
            for (goal, weight) in &form.wants {
                scenario.interests.push(Interest { state, goal: wanted(finder, goal, at), weight: *weight });
            }
            for line in &form.red_lines {
                scenario.red_lines.push(RedLine { state, line: drawn(finder, line, at) });
            }
            if let Some(texts) = &form.briefing {
                scenario.briefings.push(briefing(finder, Some(state), texts, at, beside));
            }
        });
        Some(scenario)
    }

    fn opening(&self, finder: &mut Finder, head: &Head) -> Situation {
        let mut opening = Situation::empty(head.span.unwrap_or(Span(1)));
        (opening.turn, opening.day) = (Turn(0), Day(0));
        opening.states = finder.all(&self.states, state_row);
        opening.ties = finder.all(&self.ties, |finder, _, form, at| finder.tie(form, at));
        opening.ties.sort_unstable_by_key(|tie| (tie.low, tie.high));
        opening.assets = finder.all(&self.assets, Finder::asset_row);
        opening.actors = finder.all(&self.actors, Finder::actor_row);
        opening.operations = finder.all(&self.operations, Finder::operation_row);
        let assets = &opening.assets;
        opening.incidents =
            finder.all(&self.incidents, |finder, place, form, at| finder.incident_row(place, form, at, assets));
        opening.evidence = finder.all(&self.evidence, Finder::evidence_row);
        opening.beliefs = finder.all(&self.beliefs, |finder, _, form, at| finder.belief(form, at));
        rows::beliefs_from(&opening.evidence, &mut opening.beliefs, prior(finder.rules));
        opening.undertakings = finder.all(&self.undertakings, Finder::undertaking_row);
        opening.measures = finder.all(&self.measures, Finder::measure_row);
        opening.claims = finder.all(&self.claims, Finder::claim_row);
        opening.notes = finder.all(&self.notes, Finder::note_row);
        opening
    }

    fn named(&self, finder: &mut Finder) -> Cast {
        let states = finder.all(&self.states, |finder, _, form, at| {
            finder.reader.length("the name", &form.name, 40, at);
            finder.reader.length("the adjective", &form.adjective, 40, at);
            finder.reader.length("what is said about it", &form.about, 400, at);
            if form.code.len() != 3 || !form.code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                finder.reader.wrong_word(&form.code, at, "a code is three capital letters".into(), None);
            }
            let StateForm { name, adjective, code, about, .. } = form;
            Named { name: name.clone(), adjective: adjective.clone(), code: code.clone(), about: about.clone() }
        });
        let assets = finder.all(&self.assets, |finder, _, form, at| named(finder, Some(&form.name), at));
        let actors = finder.all(&self.actors, |finder, _, form, at| named(finder, form.name.as_ref(), at));
        let incidents = finder.all(&self.incidents, |finder, _, form, at| named(finder, form.name.as_ref(), at));
        Cast { states, assets, actors, incidents, region: None }
    }

    fn truths(&self, finder: &mut Finder, fields: &Fields, opening: &Situation) -> Vec<Truth> {
        let Some(list) = fields.get("truths") else { return Vec::new() };
        let items = crate::content::outline::items(&finder.reader.file.text, list.clone());
        if items.len() > limits::TRUTHS {
            let message = format!("there are {} truths, at most {} are read", items.len(), limits::TRUTHS);
            finder.reader.wrong(list.start..list.start + 1, message, None);
            return Vec::new();
        }
        items.into_iter().filter_map(|at| self.truth(finder, &at, opening)).collect()
    }

    fn truth(&self, finder: &mut Finder, at: &Range<usize>, opening: &Situation) -> Option<Truth> {
        let reader = &mut finder.reader;
        let fields = reader.fields(at, &OF_TRUTHS);
        let id: Option<String> = reader.must(&fields, "id", at);
        let weight: Option<u32> = reader.must(&fields, "weight", at);
        let text: Option<String> = reader.must(&fields, "text", at);
        if let Some(weight) = weight {
            reader.range("the weight of a truth", weight.into(), 1..=1000, at);
        }
        let assets: Vec<Row<AssetForm>> = reader.rows(&fields, "assets", limits::ROWS);
        let actors: Vec<Row<ActorForm>> = reader.rows(&fields, "actors", limits::ROWS);
        let operations: Vec<Row<OperationForm>> = reader.rows(&fields, "operations", limits::ROWS);
        let incidents: Vec<Row<IncidentForm>> = reader.rows(&fields, "incidents", limits::ROWS);
        let evidence: Vec<Row<EvidenceForm>> = reader.rows(&fields, "evidence", limits::ROWS);
        let beliefs: Vec<Row<BeliefForm>> = reader.rows(&fields, "beliefs", limits::ROWS);
        // What seats can count must not tell the truths apart: only what is hidden may be added.
        only_known(finder, "asset", &assets, self.assets.iter().map(|row| row.id.as_str()));
        only_known(finder, "actor", &actors, self.actors.iter().map(|row| row.id.as_str()));
        only_known(finder, "incident", &incidents, self.incidents.iter().map(|row| row.id.as_str()));
        let common = finder.cast.operations.clone();
        finder.cast.operations = common.and(&operations);
        let place = |names: &Names, row: &str| names.place(row).unwrap_or(0);
        let mut changes = Changes::default();
        let mut all = opening.clone();
        for (row, form) in read_of(&assets) {
            let made = finder.asset_row(place(&finder.cast.assets, &row.id), form, &row.at);
            changes.assets.push(made);
        }
        all.change(&Changes { assets: changes.assets.clone(), ..Changes::default() });
        for (row, form) in read_of(&actors) {
            let made = finder.actor_row(place(&finder.cast.actors, &row.id), form, &row.at);
            changes.actors.push(made);
        }
        for (row, form) in read_of(&operations) {
            let made = finder.operation_row(place(&finder.cast.operations, &row.id), form, &row.at);
            changes.operations.push(made);
        }
        // New rows are appended one by one: the order must be that of their numbers.
        changes.operations.sort_by_key(|operation| operation.id);
        let hit: &[Asset] = &all.assets;
        for (row, form) in read_of(&incidents) {
            let made = finder.incident_row(place(&finder.cast.incidents, &row.id), form, &row.at, hit);
            changes.incidents.push(made);
        }
        let first = opening.evidence.len();
        for (nth, (row, form)) in read_of(&evidence).enumerate() {
            let mut made = finder.evidence_row(nth, form, &row.at);
            made.id = EvidenceId::at(first + nth);
            changes.evidence.push(made);
        }
        changes.beliefs = finder.all(&beliefs, |finder, _, form, at| finder.belief(form, at));
        rows::beliefs_from(&changes.evidence, &mut changes.beliefs, prior(finder.rules));
        finder.cast.operations = common;
        let (id, weight, text) = (id?, weight?, text?);
        finder.reader.length("the text of a truth", &text, 1200, at);
        Some(Truth { id, weight, text, changes })
    }
}

fn read_of<T>(rows: &[Row<T>]) -> impl Iterator<Item = (&Row<T>, &T)> {
    rows.iter().filter_map(|row| Some((row, row.form.as_ref()?)))
}

fn prior(rules: &Rulebook) -> LogOdds {
    LogOdds::from_probability(rules.model.knowledge.prior.at)
}

#[expect(clippy::needless_pass_by_value, reason = "the names are walked once for every row")]
fn only_known<'a, T>(finder: &mut Finder, kind: &str, rows: &[Row<T>], known: impl Iterator<Item = &'a str> + Clone) {
    for row in rows {
        if !known.clone().any(|name| name == row.id) {
            let help = closest(&row.id, known.clone()).map(|near| format!("did you mean `{near}`?"));
            let help = help.or_else(|| Some(format!("write the {kind} in the common list, and here what differs")));
            finder.reader.wrong_word(&row.id, &row.at, format!("no {kind} `{}` to change in this truth", row.id), help);
        }
    }
}

fn state_row(finder: &mut Finder, place: usize, form: &StateForm, at: &Range<usize>) -> State {
    finder.reader.range("attention", form.attention.into(), 1..=40, at);
    let profiles = finder.rules.law.corpus.profiles();
    let profile = profiles.iter().position(|profile| profile.name == form.profile);
    if profile.is_none() {
        let near = closest(&form.profile, profiles.iter().map(|profile| profile.name.as_str()));
        let help = near.map(|near| format!("did you mean `{near}`?"));
        finder.reader.wrong_word(&form.profile, at, format!("there is no profile `{}`", form.profile), help);
    }
    State {
        id: StateId(place as u8),
        cyber_offence: form.cyber_offence,
        cyber_defence: form.cyber_defence,
        intelligence: form.intelligence,
        forensics: form.forensics,
        diplomacy: form.diplomacy,
        economy: form.economy,
        conventional: form.conventional,
        resolve: form.resolve,
        pressure: form.pressure,
        legitimacy: form.legitimacy,
        oversight: form.oversight,
        attention: form.attention,
        attention_per_turn: form.attention,
        profile: profile.unwrap_or(0) as u8,
        council: form.council,
        region: form.region,
    }
}

fn named(finder: &mut Finder, name: Option<&String>, at: &Range<usize>) -> String {
    let Some(name) = name else {
        finder.reader.wrong(at.clone(), "the field `name` is missing", None);
        return String::new();
    };
    finder.reader.length("the name", name, 80, at);
    name.clone()
}

fn temper(finder: &mut Finder, slug: &str, at: &Range<usize>) {
    let known: Vec<String> = assets::slugs("agents");
    if !known.iter().any(|name| name == slug) {
        let help = closest(slug, known.iter().map(String::as_str)).map(|near| format!("did you mean `{near}`?"));
        finder.reader.wrong_word(slug, at, format!("there is no temper `{slug}`"), help);
    }
}

fn briefing(
    finder: &mut Finder,
    state: Option<StateId>,
    texts: &Texts,
    at: &Range<usize>,
    beside: Option<&Beside>,
) -> Briefing {
    for name in [&texts.plain, &texts.full] {
        let outside = name.contains(['/', '\\']) || name.starts_with('.') || !name.ends_with(".md");
        if outside {
            let help = Some("name a file beside the scenario, ending in `.md`, without a folder".to_owned());
            finder.reader.wrong_word(name, at, format!("`{name}` is no name of a briefing"), help);
        } else if let Some(beside) = beside {
            match beside.get(name.as_str()) {
                None => {
                    let near = closest(name, beside.keys().map(String::as_str));
                    let help = near.map(|near| format!("did you mean `{near}`?"));
                    finder.reader.wrong_word(name, at, format!("there is no file `{name}` beside the scenario"), help);
                }
                Some(text) if text.trim().is_empty() => {
                    finder.reader.wrong_word(name, at, format!("the briefing `{name}` is empty"), None);
                }
                Some(_) => {}
            }
        }
    }
    Briefing { state, plain: texts.plain.clone(), full: texts.full.clone() }
}

fn wanted(finder: &mut Finder, goal: &GoalForm, at: &Range<usize>) -> Goal {
    match goal {
        GoalForm::CalmWith(name) => Goal::CalmWith(finder.state(name, at)),
        GoalForm::FriendshipWith(name) => Goal::FriendshipWith(finder.state(name, at)),
        GoalForm::Legitimacy => Goal::Legitimacy,
        GoalForm::QuietAtHome => Goal::QuietAtHome,
        GoalForm::Prosperity => Goal::Prosperity,
        GoalForm::Protect(sector) => Goal::Protect(*sector),
        GoalForm::KnowTheAuthor(name) => Goal::KnowTheAuthor(finder.incident(name, at)),
        GoalForm::Deny(name) => Goal::Deny(deniable(finder, name, at)),
        GoalForm::EndOf(name) => Goal::EndOf(finder.incident(name, at)),
        GoalForm::Weaken(name) => Goal::Weaken(finder.state(name, at)),
        GoalForm::Relief => Goal::Relief,
        GoalForm::ActorAtWork(name) => Goal::ActorAtWork(finder.actor(name, at)),
        GoalForm::ActorShutDown(name) => Goal::ActorShutDown(finder.actor(name, at)),
        GoalForm::InsightInto(name) => Goal::InsightInto(finder.state(name, at)),
    }
}

fn deniable(finder: &mut Finder, name: &str, at: &Range<usize>) -> OperationId {
    finder.operation(name, at)
}

fn drawn(finder: &mut Finder, line: &LineForm, at: &Range<usize>) -> Line {
    match line {
        LineForm::Sector(sector, confidence) => Line::Sector(*sector, *confidence),
        LineForm::Asset(name) => Line::Asset(finder.asset(name, at)),
        LineForm::Casualties => Line::Casualties,
        LineForm::PublicAccusation => Line::PublicAccusation,
        LineForm::Step(step) => {
            let highest = finder.rules.model.ladder.steps.len() as i64 - 1;
            finder.reader.range("a step of the ladder", (*step).into(), 1..=highest, at);
            Line::Step(*step)
        }
    }
}
