//! What a move card tells the law: how the act is labelled, how it escalates, and which facts it fixes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::law::fact::{Fact, Holds, Vocabulary, facts};
use crate::law::flaw::{Flaw, Subject};
use crate::law::sheet::FactSheet;

/// Where the adviser starts; the checker decides on the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Character {
    /// Breaches nothing and is not unfriendly.
    Lawful,
    /// Unfriendly but inherently lawful; needs no prior wrong.
    Retorsion,
    /// Normally lawful, but particular facts can make it a breach.
    PrimaFacieLawful,
    /// States disagree; depends on position taken and on facts.
    Contested,
    /// A breach unless justified.
    PrimaFacieUnlawful,
    /// A breach that no justification of the catalogue cures in practice.
    Unlawful,
}

/// What a State plays a move for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// To know.
    Information,
    /// To be able to prove.
    Evidence,
    /// To end a harm that goes on.
    StopHarm,
    /// To say how seriously it is taken.
    Signal,
    /// To move the other side to do something.
    Pressure,
    /// To hurt.
    Punish,
    /// To hold something for later.
    Leverage,
    /// To gain money or markets.
    Profit,
    /// To change minds.
    Influence,
    /// To end a dispute.
    Settle,
    /// To be harder to hurt.
    Resilience,
}

/// The legal side of a move card as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActSpec {
    /// Escalation value in tenths, −100 (most conflictual) to 100.
    pub esc: i16,
    /// Default legal character.
    pub character: Character,
    /// Facts that the move fixes, with their values as text.
    pub fixes: BTreeMap<String, String>,
    /// Facts whose value follows from how far it goes: at a low, middling and high level, as text.
    #[serde(default)]
    pub graded: BTreeMap<String, [String; 3]>,
    /// How well it serves each aim, in permille of the best there is. Source: judgement.
    pub aims: BTreeMap<Aim, u16>,
}

/// The legal side of a move.
#[derive(Clone, Debug)]
pub struct Act {
    /// Slug of the move.
    pub id: String,
    /// Escalation value in tenths, −100 (most conflictual) to 100.
    pub esc: i16,
    /// Default legal character.
    pub character: Character,
    /// Facts that the move fixes.
    pub fixes: Vec<(Fact, u32)>,
    /// Facts whose value follows from how far it goes: at a low, middling and high level.
    pub graded: Vec<(Fact, [u32; 3])>,
    /// Both, as bits.
    fixed: u128,
    /// How well it serves each aim, in permille.
    pub aims: BTreeMap<Aim, u16>,
}

impl Act {
    /// Gives a card's words their meaning; `Err` holds every mistake. `at` is the card's place in the catalogue.
    pub fn new(id: &str, at: usize, spec: &ActSpec, vocabulary: &Vocabulary) -> Result<Self, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let mut fixes = Vec::new();
        let mut graded = Vec::new();
        let subject = Subject::Move(at);
        for (name, value) in &spec.fixes {
            let known = named(vocabulary, name, &subject, &mut flaws);
            if let Some(code) = known.and_then(|fact| valued(vocabulary, fact, value, &subject, &mut flaws)) {
                fixes.extend(known.map(|fact| (fact, code)));
            }
        }
        for (name, values) in &spec.graded {
            let Some(fact) = named(vocabulary, name, &subject, &mut flaws) else { continue };
            let codes = values.each_ref().map(|value| valued(vocabulary, fact, value, &subject, &mut flaws));
            if let [Some(low), Some(medium), Some(high)] = codes {
                graded.push((fact, [low, medium, high]));
            }
        }
        if !(-100..=100).contains(&spec.esc) {
            flaws
                .push(Flaw::whole(subject.clone(), format!("esc {} is not within −100 to 100", spec.esc)).field("esc"));
        }
        if let Some((aim, _)) = spec.aims.iter().find(|(_, share)| **share > 1000) {
            flaws.push(Flaw::whole(subject, format!("aim {aim:?} is above 1000 permille")).field("aims"));
        }
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let all = fixes.iter().map(|(fact, _)| *fact).chain(graded.iter().map(|(fact, _)| *fact));
        let fixed = all.fold(0, |bits, fact| bits | 1 << fact.index());
        let (id, aims) = (id.to_owned(), spec.aims.clone());
        Ok(Self { id, esc: spec.esc, character: spec.character, fixes, graded, fixed, aims })
    }

    /// Whether the move fixes a fact, outright or by how far it goes.
    pub const fn fixes(&self, fact: Fact) -> bool {
        self.fixed >> fact.index() & 1 == 1
    }

    /// The sheet on which a case or the truth begins: defaults overridden by what the move fixes.
    pub fn sheet(&self, defaults: &FactSheet) -> FactSheet {
        let mut sheet = *defaults;
        for (fact, code) in &self.fixes {
            sheet.set(*fact, *code);
        }
        sheet
    }
}

/// The fact of a name; a flaw if there is none.
fn named(vocabulary: &Vocabulary, name: &str, subject: &Subject, flaws: &mut Vec<Flaw>) -> Option<Fact> {
    let known = vocabulary.find(name);
    if known.is_none() {
        let flaw = Flaw::within(subject.clone(), name, 0..name.len(), format!("there is no fact `{name}`"));
        flaws.push(flaw.suggest(name, vocabulary.names()));
    }
    known
}

/// The code of a fact's value; a flaw if it has no such value.
fn valued(vocabulary: &Vocabulary, fact: Fact, value: &str, subject: &Subject, flaws: &mut Vec<Flaw>) -> Option<u32> {
    let code = vocabulary.read(fact, value);
    if code.is_none() {
        let spec = vocabulary.spec(fact);
        let message = format!("fact `{}` has no value `{value}`", spec.name);
        let known: &[String] = match &spec.holds {
            Holds::Enum(values) => values,
            Holds::Bool | Holds::Int { .. } => &[],
        };
        let flaw = Flaw::within(subject.clone(), value, 0..value.len(), message);
        flaws.push(flaw.suggest(value, known.iter().map(String::as_str)));
    }
    code
}

/// Sectors whose loss makes a target critical infrastructure without a designation.
const CRITICAL: [u32; 9] = {
    use facts::target_sector::{
        ELECTIONS, ENERGY, FINANCE, HEALTH, INTERNET_CORE, NUCLEAR, TELECOMS, TRANSPORT, WATER,
    };
    [ENERGY, WATER, HEALTH, FINANCE, TRANSPORT, TELECOMS, NUCLEAR, ELECTIONS, INTERNET_CORE]
};

/// Fills in the facts that follow from others, unless they were stated: `critical_infrastructure` from the sector and
/// `proportionality` from the ratio of response to injury (below 80 per cent, to 150, to 300, above).
///
/// `stated` tells which facts were given outright and so stay as they are.
pub fn derive(sheet: &mut FactSheet, stated: impl Fn(Fact) -> bool) {
    if !stated(facts::CRITICAL_INFRASTRUCTURE)
        && sheet.get(facts::TARGET_SECTOR).is_some_and(|sector| CRITICAL.contains(&sector))
    {
        sheet.set_bool(facts::CRITICAL_INFRASTRUCTURE, true);
    }
    if !stated(facts::PROPORTIONALITY)
        && let Some(ratio) = sheet.get(facts::RESPONSE_RATIO)
    {
        sheet.set(facts::PROPORTIONALITY, proportionality(ratio));
    }
}

/// The judgement on a ratio of response to injury in per cent.
pub const fn proportionality(ratio: u32) -> u32 {
    use facts::proportionality::{BELOW, COMMENSURATE, EXCESSIVE, GROSSLY_EXCESSIVE};
    match ratio {
        0..80 => BELOW,
        80..=150 => COMMENSURATE,
        151..=300 => EXCESSIVE,
        _ => GROSSLY_EXCESSIVE,
    }
}
