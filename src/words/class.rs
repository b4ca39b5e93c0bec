//! What is said of a class: offices and what they are for, the rule by which orders are sent, standing orders, voices on a
//! draft, how a seat stands. One place for the pages of browsers and the screens of the console.

use crate::agents::Mandate;
use crate::base::StateSet;
use crate::base::id::StateId;
use crate::content::offices::Remit;
use crate::session::desk::{Approval, Office, StandingOrders, Voice};
use crate::session::room::{Clock, Room, Seated, remit};
use crate::view::PUBLIC;
use crate::words::{Telling, Words};

impl Words {
    /// An office's name: “intelligence chief”.
    pub fn office(&self, office: Office) -> String {
        self.say_with("office", &[("office", office.word().into())])
    }

    /// What an office may do and see, as sentences.
    pub fn rights(&self, office: Office) -> Vec<String> {
        let Some(remit) = remit(office) else {
            return vec![self.say_with("office-does", &[("office", office.word().into())])];
        };
        let more = [
            (remit.keeps_secrets, "office-keeps-secrets"),
            (remit.is_cleared && !remit.keeps_secrets, "office-cleared"),
            (!remit.is_cleared, "office-not-cleared"),
            (remit.may_hold, "office-holds"),
        ];
        let more = more.into_iter().filter(|(is_so, _)| *is_so).map(|(_, id)| self.say(id));
        std::iter::once(self.remit("office-you-answer-for", remit)).chain(more).collect()
    }

    /// The fields an office answers for, as the sentence that a message makes of them.
    pub fn remit(&self, id: &str, remit: &Remit) -> String {
        let families = remit.families.iter().map(|one| self.say_with("office-family", &[("family", one.into())]));
        let families = self.list("list-and", &families.collect::<Vec<_>>());
        self.say_with(id, &[("families", (&families).into())])
    }

    /// Standing orders, as the sentence that a message makes of them.
    pub fn standing_orders(&self, id: &str, orders: &StandingOrders) -> String {
        let (temper, mandate) = (self.temper(orders.temper.as_deref()), self.mandate(orders.mandate));
        self.say_with(id, &[("temper", (&temper).into()), ("mandate", (&mandate).into())])
    }

    /// How an agent acts: by a temper, or as the scenario has it.
    pub fn temper(&self, named: Option<&str>) -> String {
        named.map_or_else(
            || self.say("standing-own"),
            |named| self.say_with("standing-temper", &[("temper", named.into())]),
        )
    }

    /// How far an agent may go.
    pub fn mandate(&self, mandate: Mandate) -> String {
        let word = match mandate {
            Mandate::Free => "free",
            Mandate::Calm => "calm",
            Mandate::Diplomacy => "diplomacy",
            Mandate::Answers => "answers",
        };
        self.say_with("standing-mandate", &[("mandate", word.into())])
    }

    /// The rule by which a draft is sent.
    pub fn approval(&self, rule: Approval) -> String {
        self.say(match rule {
            Approval::Head => "team-head",
            Approval::TwoOfThree => "team-two-of-three",
            Approval::Anyone => "team-anyone",
        })
    }

    /// What somebody thinks of a draft.
    pub fn voiced(&self, name: &str, voice: Voice, word: &str) -> String {
        let id = match (voice, word.is_empty()) {
            (Voice::Approve, true) => "team-approves",
            (Voice::Approve, false) => "team-approves-saying",
            (Voice::Object, true) => "team-objects",
            (Voice::Object, false) => "team-objects-saying",
        };
        self.say_with(id, &[("name", name.into()), ("word", word.into())])
    }
}

impl Telling<'_> {
    /// A State by name, or the press.
    pub fn place(&self, state: StateId) -> String {
        if state == PUBLIC { self.words.say("press-title") } else { self.state(state) }
    }

    /// Several of those.
    pub fn places(&self, set: StateSet) -> String {
        if set.is_public() {
            return self.states(set);
        }
        let all: Vec<String> = set.iter().map(|state| self.place(state)).collect();
        self.words.list("list-and", &all)
    }

    /// Who is not ready for the class to begin, by name, State and office.
    pub fn unprepared(&self, room: &Room) -> Vec<String> {
        let named = |one: &Seated| {
            let (state, office) = (self.place(one.state), self.words.office(one.office));
            let args = [("name", (&one.person.name).into()), ("state", (&state).into()), ("office", (&office).into())];
            self.words.say_with("desk-person", &args)
        };
        room.unprepared().map(named).collect()
    }

    /// How a seat stands before a turn; before the class begins, who of it is ready. `is_here` is whether somebody is at a device.
    pub fn standing(&self, room: &Room, state: StateId, is_here: &dyn Fn(&Seated) -> bool) -> String {
        let desk = &room.desks[state.index()];
        let people: Vec<&Seated> = room.delegation(state).collect();
        if people.is_empty() {
            return self.words.say("desk-nobody");
        }
        if room.clock == Clock::Waiting {
            let ready = people.iter().filter(|one| room.is_prepared(one.person.id)).count();
            return self.words.say_with("desk-prepared", &[("ready", ready.into()), ("all", people.len().into())]);
        }
        self.words.say(if desk.with_agent {
            "desk-with-agent"
        } else if desk.ready {
            "desk-complete"
        } else if !room.over && !people.into_iter().any(is_here) {
            "desk-all-away"
        } else {
            "desk-working"
        })
    }

    /// Which States with persons have not completed their orders; before the class begins, who is not ready for it.
    pub fn readiness(&self, room: &Room) -> String {
        if room.clock == Clock::Waiting && !room.people.is_empty() {
            let unprepared = self.unprepared(room);
            if unprepared.is_empty() {
                return self.words.say_with("desk-all-prepared", &[("count", room.people.len().into())]);
            }
            let people = self.words.list("list-and", &unprepared);
            return self.words.say_with("desk-begin-unready", &[("people", (&people).into())]);
        }
        let states = (0..room.desks.len()).map(StateId::at);
        let peopled: Vec<StateId> = states.filter(|state| room.is_peopled(*state)).collect();
        let unready = peopled.iter().filter(|state| !room.desks[state.index()].ready);
        let unready: Vec<String> = unready.map(|state| self.state(*state)).collect();
        if peopled.is_empty() {
            return self.words.say("desk-unpeopled");
        }
        if unready.is_empty() {
            return self.words.say("desk-all-ready");
        }
        let states = self.words.list("list-and", &unready);
        self.words.say_with("desk-unready", &[("states", (&states).into())])
    }
}
