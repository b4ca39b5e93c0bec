//! Everything the law ruled on, heard again with a whole opinion.

use std::collections::BTreeSet;

use crate::base::id::StateId;
use crate::law::{Opinion, Overall};
use crate::report::history::History;
use crate::sim::Ruling;
use crate::sim::card::MoveId;
use crate::sim::legal::{Chambers, Conduct, Matter, Sitting, Standpoint};
use crate::sim::order::Act;

/// One matter, when it was first ruled on.
#[derive(Debug)]
pub struct Heard {
    /// The place of the turn.
    pub turn: usize,
    /// The ruling that was given.
    pub ruling: Ruling,
    /// The act under review.
    pub conduct: Conduct,
    /// The opinion on the truth.
    pub truth: Opinion,
}

impl Heard {
    /// Whose act it is.
    pub const fn by(&self) -> StateId {
        self.ruling.by
    }

    /// The move, if it is one.
    pub const fn card(&self) -> Option<MoveId> {
        match self.conduct.act {
            Act::Move(card) => Some(card),
            Act::Follow(_) => None,
        }
    }

    /// Whether the law lets it pass.
    pub const fn is_lawful(&self) -> bool {
        matches!(self.truth.overall, Overall::Lawful | Overall::UnfriendlyButLawful)
    }
}

/// Hears every matter of a game once: an order when it was given, an operation or measure when it was first ruled on.
pub fn hear(history: &History) -> Vec<Heard> {
    let rules = &history.rules;
    let mut chambers = Chambers::new(rules);
    let mut heard: Vec<Heard> = Vec::new();
    for (turn, played) in history.turns.iter().enumerate() {
        // The law looked before the turn's last phase, on the turn's own day.
        let mut scene = played.after.clone();
        (scene.turn, scene.day) = (played.record.turn, played.record.day);
        for ruling in &played.record.rulings {
            let known = |earlier: &Heard| match ruling.matter {
                Matter::Order(_) => false,
                matter => earlier.ruling.matter == matter,
            };
            if heard.iter().any(known) {
                continue;
            }
            let Some(conduct) = Conduct::of_matter(rules, &scene, &played.docket, ruling.matter) else { continue };
            let truth = Sitting::new(&scene, rules, &mut chambers).opinion(&conduct, Standpoint::Truth);
            heard.push(Heard { turn, ruling: *ruling, conduct, truth });
        }
    }
    heard
}

/// The rulings, by turn and matter, that say unlawful for nothing but a duty still owed from an earlier wrong.
pub fn owed(history: &History, heard: &[Heard]) -> BTreeSet<(usize, Matter)> {
    let rules = &history.rules;
    let mut chambers = Chambers::new(rules);
    let mut found = BTreeSet::new();
    for (turn, played) in history.turns.iter().enumerate() {
        for ruling in played.record.rulings.iter().filter(|ruling| ruling.verdict == Overall::Unlawful) {
            let first = heard.iter().find(|one| one.turn == turn && one.ruling.matter == ruling.matter);
            let is_owed = if let Some(one) = first {
                one.truth.is_only_owed(&rules.law.corpus)
            } else {
                // What goes on is heard again: a later turn may have other reasons.
                let mut scene = played.after.clone();
                (scene.turn, scene.day) = (played.record.turn, played.record.day);
                Conduct::of_matter(rules, &scene, &played.docket, ruling.matter).is_some_and(|conduct| {
                    let truth = Sitting::new(&scene, rules, &mut chambers).opinion(&conduct, Standpoint::Truth);
                    truth.is_only_owed(&rules.law.corpus)
                })
            };
            if is_owed {
                found.insert((turn, ruling.matter));
            }
        }
    }
    found
}

/// The opinion its own seat could have had before it acted.
pub fn as_seen(history: &History, heard: &Heard) -> Opinion {
    let mut scene = history.before(heard.turn).clone();
    let played = &history.turns[heard.turn];
    scene.day = played.record.day;
    let conduct = Conduct { incident: None, operation: None, measure: None, ..heard.conduct };
    let rules = &history.rules;
    Sitting::new(&scene, rules, &mut Chambers::new(rules)).opinion(&conduct, Standpoint::Seat)
}
