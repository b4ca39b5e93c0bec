//! Whether a situation hangs together: rows in order, and every id in them naming a row that exists.
//!
//! Systems rely on it without asking again. `content` puts a place in a file to each flaw; here they are only found.

use crate::base::id::{
    ActorId, AssetId, EvidenceId, ExpulsionId, IncidentId, MeasureId, OperationId, StateId, UndertakingId, WrongId,
};
use crate::sim::card::MoveId;
use crate::sim::knowledge::Question;
use crate::sim::polity::Party;
use crate::sim::relations::Content;
use crate::sim::situation::Situation;

/// Something in a situation that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unsound {
    /// The list it stands in, by the situation's field name.
    pub list: &'static str,
    /// The row, as a place in that list; the first one if the whole list is out of order.
    pub row: usize,
    /// The field that names a row that does not exist; `id` if the list is out of order.
    pub field: &'static str,
}

/// Everything in a situation that cannot be, under a rulebook with so many moves.
pub fn flaws(situation: &Situation, moves: usize) -> Vec<Unsound> {
    let found = situation.misnumbered().into_iter().map(|list| Unsound { list, row: 0, field: "id" }).collect();
    let mut check = Check { situation, moves, found, list: "", row: 0 };
    check.rows();
    check.found
}

struct Check<'a> {
    situation: &'a Situation,
    moves: usize,
    found: Vec<Unsound>,
    list: &'static str,
    row: usize,
}

/// Declares the checks of ids by kind: the method, the id, the list it must point into.
macro_rules! names {
    ($($method:ident: $id:ident in $list:ident;)*) => {$(
        fn $method(&mut self, field: &'static str, id: impl Into<Option<$id>>) {
            let exists = id.into().is_none_or(|id| id.index() < self.situation.$list.len());
            self.must(exists, field);
        }
    )*};
}

impl Check<'_> {
    names! {
        state: StateId in states;
        asset: AssetId in assets;
        actor: ActorId in actors;
        operation: OperationId in operations;
        incident: IncidentId in incidents;
        measure: MeasureId in measures;
        evidence: EvidenceId in evidence;
        claim: WrongId in claims;
        expulsion: ExpulsionId in expulsions;
        undertaking: UndertakingId in undertakings;
    }

    fn must(&mut self, holds: bool, field: &'static str) {
        if !holds {
            self.found.push(Unsound { list: self.list, row: self.row, field });
        }
    }

    fn card(&mut self, field: &'static str, id: MoveId) {
        self.must(id.index() < self.moves, field);
    }

    fn party(&mut self, field: &'static str, party: Party) {
        match party {
            Party::State(state) => self.state(field, state),
            Party::Actor(actor) => self.actor(field, actor),
        }
    }

    fn question(&mut self, field: &'static str, question: Question) {
        match question {
            Question::Author(state) | Question::Link(state, _) | Question::Harbours(state) => self.state(field, state),
            Question::NonState => {}
        }
    }

    fn each<R: Copy>(&mut self, list: &'static str, rows: &[R], check: impl Fn(&mut Self, &R)) {
        self.list = list;
        for (place, row) in rows.iter().enumerate() {
            self.row = place;
            check(self, row);
        }
    }

    fn rows(&mut self) {
        let situation = self.situation;
        self.each("assets", &situation.assets, |check, row| {
            check.state("owner", row.owner);
            check.state("host", row.host);
        });
        self.each("actors", &situation.actors, |check, row| {
            check.state("home", row.home);
            check.state("sponsor", row.sponsor);
            check.state("leans_to", row.leans_to);
        });
        self.each("operations", &situation.operations, |check, row| {
            check.party("author", row.author);
            check.actor("hand", row.hand);
            check.card("card", row.card);
            check.state("target", row.target);
            check.asset("asset", row.asset);
            check.state("via", row.via);
            check.state("false_flag", row.false_flag);
            check.incident("about", row.about);
            check.claim("answers", row.answers);
        });
        self.each("incidents", &situation.incidents, |check, row| {
            check.state("victim", row.victim);
            check.asset("asset", row.asset);
            check.operation("operation", row.operation);
            check.card("card", row.card);
            check.state("transit", row.transit);
        });
        self.each("evidence", &situation.evidence, |check, row| {
            check.incident("incident", row.incident);
            check.state("holder", row.holder);
            check.state("from", row.from);
            check.evidence("copy_of", row.copy_of);
            check.question("bears_on", row.bears_on);
        });
        self.each("undertakings", &situation.undertakings, |check, row| {
            check.state("from", row.from);
            check.state("to", row.to);
            check.incident("incident", row.incident);
            check.claim("claim", row.claim);
            check.undertaking("after", row.after);
            if let Some(sequel) = row.sequel {
                check.card("sequel", sequel.card);
            }
            match row.content {
                Content::LiftMeasure(measure) => check.measure("content", measure),
                Content::Permit(card) => check.card("content", card),
                Content::GoodOffices(state) => check.state("content", state),
                _ => {}
            }
        });
        self.each("measures", &situation.measures, |check, row| {
            check.state("by", row.by);
            check.state("against", row.against);
            check.card("card", row.card);
            check.incident("about", row.about);
            check.claim("answers", row.answers);
        });
        self.each("claims", &situation.claims, |check, row| {
            check.state("claimant", row.claimant);
            check.state("respondent", row.respondent);
            check.incident("incident", row.incident);
            check.measure("measure", row.measure);
        });
        self.each("notes", &situation.notes, |check, row| {
            check.state("from", row.from);
            check.state("to", row.to);
            check.incident("about", row.about);
            check.claim("claim", row.claim);
        });
        self.each("expulsions", &situation.expulsions, |check, row| {
            check.state("by", row.by);
            check.state("of", row.of);
            check.incident("about", row.about);
            check.expulsion("returns", row.returns);
        });
        self.each("resolutions", &situation.resolutions, |check, row| {
            check.state("by", row.by);
            check.state("against", row.against);
            check.incident("incident", row.incident);
            check.claim("claim", row.claim);
        });
        self.each("stances", &situation.stances, |check, row| {
            check.state("by", row.by);
            check.claim("claim", row.claim);
        });
        self.each("beliefs", &situation.beliefs, |check, row| {
            check.state("holder", row.holder);
            check.incident("incident", row.incident);
            check.question("question", row.question);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture;

    #[test]
    fn a_stray_id_is_named_by_list_row_and_field() {
        let mut ring = fixture::ring(3);
        assert_eq!(flaws(&ring, 60), []);
        ring.assets[1].host = StateId(9);
        ring.states.swap(0, 1);
        let expected = [("states", 0, "id"), ("assets", 1, "host")];
        assert_eq!(flaws(&ring, 60), expected.map(|(list, row, field)| Unsound { list, row, field }));
    }
}
