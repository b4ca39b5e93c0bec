//! Words given have their day: what was done keeps them, what was left undone breaks them.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::Beliefs;
use crate::sim::legal::Claim;
use crate::sim::measures::Measure;
use crate::sim::model::Undertakings;
use crate::sim::operations::Operation;
use crate::sim::polity::{Asset, Gauge, Sector};
use crate::sim::relations::keeping::{Duty, Record, duty};
use crate::sim::relations::{Note, TieGauge, Undertaking, UndertakingKind, UndertakingStatus, accord};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    accord::plugin(turn);
    turn.add_systems(hold.in_set(Phase::Close.resolve()));
}

/// Holds every word against what was done.
fn hold(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    words: Rows<Undertaking>,
    operations: Rows<Operation>,
    incidents: Rows<Incident>,
    assets: Rows<Asset>,
    measures: Rows<Measure>,
    claims: Rows<Claim>,
    notes: Rows<Note>,
    beliefs: Res<Beliefs>,
    mut outbox: ResMut<Outbox>,
) {
    let record = Record {
        today: clock.day,
        rules: &rules,
        docket: &docket,
        operations: &operations,
        incidents: &incidents,
        assets: &assets,
        measures: &measures,
        claims: &claims,
        notes: &notes,
        beliefs: &beliefs,
    };
    for word in words.iter() {
        let is_due = word.due.is_some_and(|due| due < clock.next_day());
        let mut judge = Judge { numbers: &rules.model.undertakings, word, outbox: &mut outbox };
        judge.note(&record);
        if word.kind == UndertakingKind::Ultimatum {
            if word.status == UndertakingStatus::Open {
                judge.ultimatum(&record, is_due);
            }
        } else if word.kind != UndertakingKind::Consent && word.is_in_force() {
            judge.in_force(&record, is_due);
        } else if is_due && word.status <= UndertakingStatus::Accepted {
            judge.becomes(UndertakingStatus::Expired);
        }
    }
}

struct Judge<'a> {
    numbers: &'a Undertakings,
    word: &'a Undertaking,
    outbox: &'a mut Outbox,
}

impl Judge<'_> {
    fn propose(&mut self, effect: Effect) {
        self.outbox.propose(Cause::Undertaking(self.word.id), effect);
    }

    fn shift(&mut self, state: StateId, gauge: Gauge, by: i32) {
        if by != 0 {
            self.propose(Effect::Shift { state, gauge, by });
        }
    }

    fn becomes(&mut self, status: UndertakingStatus) {
        self.propose(Effect::Resolve { undertaking: self.word.id, status });
    }

    /// A deed counts from the offer on: whoever does what it offers need not do it again once it is taken at its word.
    fn note(&mut self, record: &Record) {
        let word = self.word;
        let stands = word.status == UndertakingStatus::Open || word.is_in_force();
        if stands && word.kind != UndertakingKind::Consent && duty(word.content) == Duty::Deed {
            for by in word.binds().iter().filter(|by| !word.done_by.contains(*by) && record.did(word, *by)) {
                self.propose(Effect::Perform { undertaking: word.id, by });
            }
        }
    }

    fn ultimatum(&mut self, record: &Record, is_due: bool) {
        let word = self.word;
        let was_due = word.due.is_some_and(|due| due < record.today);
        if record.is_met(word, is_due) {
            self.becomes(UndertakingStatus::Accepted);
        } else if word.sequel.is_none() {
            if is_due {
                self.becomes(UndertakingStatus::Expired);
            }
        } else if was_due {
            // Its author has the turn after the day to do as it said.
            if record.has_followed(word) {
                self.becomes(UndertakingStatus::Kept);
            } else {
                self.becomes(UndertakingStatus::Broken);
                let public = word.known_to.is_public();
                let numbers = self.numbers;
                self.shift(word.from, Gauge::Diplomacy, -numbers.empty_threat_diplomacy.at);
                self.shift(word.from, Gauge::Pressure, if public { numbers.empty_threat_pressure.at } else { 0 });
            }
        }
    }

    fn in_force(&mut self, record: &Record, is_due: bool) {
        let word = self.word;
        match duty(word.content) {
            Duty::Deed => {
                if word.binds().iter().all(|by| record.has_done(word, by)) {
                    self.kept();
                } else if is_due {
                    self.broken(word.binds());
                }
            }
            Duty::DeedIfAsked => {
                let owes = |by: &StateId| record.was_asked(word, *by);
                if word.binds().iter().any(|by| record.did(word, by)) {
                    self.kept();
                } else if is_due && word.binds().iter().any(|by| owes(&by)) {
                    self.broken(word.binds().iter().filter(owes).collect());
                } else if is_due {
                    self.becomes(UndertakingStatus::Expired);
                }
            }
            Duty::Restraint(sector) => self.restraint(record, sector, is_due),
            Duty::Meeting => {
                if is_due {
                    self.kept();
                }
            }
            Duty::Nothing => {
                if is_due {
                    self.becomes(UndertakingStatus::Expired);
                }
            }
        }
    }

    /// Restraint is broken in truth by the deed, in the other's eyes once it lays the deed at the author's door, and
    /// between the two once both know that both know.
    fn restraint(&mut self, record: &Record, sector: Option<Sector>, is_due: bool) {
        let word = self.word;
        let mut open = StateSet::EMPTY;
        for by in word.binds().iter() {
            let other = word.other(by);
            let breach = record.breach(word, by, sector);
            if breach.is_some() && !word.broken_by.contains(by) {
                self.propose(Effect::Breach { undertaking: word.id, by });
            }
            if breach.is_some_and(|operation| operation.known_to.contains(other)) {
                open.insert(by);
            } else if !word.held_broken.contains(other) && record.holds_broken(word, other, sector) {
                self.propose(Effect::Doubt { undertaking: word.id, who: other });
                let chill = -self.numbers.broken_warmth.at;
                self.propose(Effect::bend(by, other, TieGauge::WarmthOf(other), chill));
            }
        }
        if !open.is_empty() {
            self.broken(open);
        } else if is_due {
            self.kept();
        }
    }

    fn kept(&mut self) {
        let (word, numbers) = (self.word, self.numbers);
        self.becomes(UndertakingStatus::Kept);
        for by in word.binds().iter() {
            let other = word.other(by);
            self.propose(Effect::bend(by, other, TieGauge::WarmthOf(other), numbers.kept_warmth.at));
            if word.known_to.is_public() {
                self.shift(by, Gauge::Legitimacy, numbers.kept_legitimacy.at);
            }
        }
    }

    /// Everybody who knows of the word can see that it is broken.
    fn broken(&mut self, by: StateSet) {
        let (word, numbers) = (self.word, self.numbers);
        self.becomes(UndertakingStatus::Broken);
        for by in by.iter() {
            let other = word.other(by);
            if !word.broken_by.contains(by) {
                self.propose(Effect::Breach { undertaking: word.id, by });
            }
            if !word.held_broken.contains(other) {
                self.propose(Effect::bend(by, other, TieGauge::WarmthOf(other), -numbers.broken_warmth.at));
            }
            self.propose(Effect::bend(by, other, TieGauge::Tension, numbers.broken_tension.at));
            let cost = if word.known_to.is_public() { &numbers.broken_legitimacy } else { &numbers.broken_name };
            self.shift(by, Gauge::Legitimacy, -cost.at);
        }
    }
}
