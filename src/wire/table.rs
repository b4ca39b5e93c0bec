//! The table at which outside programs play: a line in, a line out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::agents::fortune;
use crate::base::id::StateId;
use crate::content::mistake::Source;
use crate::content::scenario::Staged;
use crate::session::{Fault, Game};
use crate::sim::legal::Chambers;
use crate::sim::order::{Act as Move, Order};
use crate::sim::rulebook::Rulebook;
use crate::view::{Candidate, Counsel, Menu, View, WAYS, menu};
use crate::wire::features::features;
use crate::wire::message::{Act, Detail, Greeting, PROTOCOL, Reply, Request, Seat, Story, Trouble};
use crate::words::Words;
use crate::words::seat::{Outlook, cast_of};

/// One scenario with some seats in the hands of a program.
pub struct Table {
    staged: Staged,
    source: Source,
    words: Words,
    seats: Vec<StateId>,
    chambers: Chambers,
    game: Option<Game>,
    detail: Detail,
    fortunes: BTreeMap<StateId, i32>,
}

/// A request that failed.
#[derive(Serialize)]
struct Failure<'a> {
    error: &'a Trouble,
}

impl Table {
    /// A table for a scenario, at which a program plays some seats and agents the others.
    pub fn new(staged: Staged, source: Source, words: Words, seats: Vec<StateId>) -> Self {
        let chambers = Chambers::new(&staged.rulebook);
        Self {
            staged,
            source,
            words,
            seats,
            chambers,
            game: None,
            detail: Detail::default(),
            fortunes: BTreeMap::new(),
        }
    }

    /// What is played.
    ///
    /// # Errors
    /// If the scenario cannot be opened.
    pub fn greeting(&self) -> Result<Greeting, Fault> {
        let game = Game::new(self.staged.clone(), &self.source, 1)?;
        let seat = self.seats.first().copied().unwrap_or(StateId(0));
        let view = game.view(seat)?;
        let rules = view.rules();
        let menu = menu(&view);
        let acts = menu.entries.iter().flat_map(|entry| std::iter::repeat_n(slug(rules, entry.act), WAYS));
        Ok(Greeting {
            protocol: PROTOCOL,
            scenario: self.staged.scenario.id.clone(),
            title: self.staged.scenario.title.clone(),
            turns: self.staged.scenario.turns,
            states: self.staged.scenario.cast.states.iter().map(|state| state.name.clone()).collect(),
            seats: self.seats.iter().map(|seat| self.name(*seat)).collect(),
            slots: menu.entries.len() * WAYS,
            slot_acts: acts.collect(),
            features: features(&view).into_iter().map(|(name, _)| name).collect(),
        })
    }

    /// Answers a line; `None` if the program has said that it leaves. A request that cannot be met is answered with an
    /// `error`, and changes nothing.
    pub fn answer(&mut self, line: &str) -> Option<String> {
        let answered = match serde_json::from_str(line) {
            Ok(Request::Close) => return None,
            Ok(Request::Reset { seed, detail }) => self.reset(seed, detail),
            Ok(Request::Step { orders }) => self.step(&orders),
            Err(error) => Err(trouble("the line is no request", error)),
        };
        let text = match &answered {
            Ok(reply) => serde_json::to_string(reply),
            Err(error) => serde_json::to_string(&Failure { error }),
        };
        Some(text.expect("messages are plain data with text for keys"))
    }

    fn reset(&mut self, seed: u64, detail: Detail) -> Result<Reply, Trouble> {
        let begun = Game::new(self.staged.clone(), &self.source, seed);
        let mut game = begun.map_err(|fault| trouble("the game cannot begin", fault))?;
        for seat in &self.seats {
            game.sit(*seat, "program").map_err(|fault| trouble("the seat cannot be taken", fault))?;
        }
        self.game = Some(game);
        self.detail = detail;
        self.fortunes.clear();
        self.reply(&BTreeMap::new())
    }

    fn step(&mut self, orders: &BTreeMap<String, Vec<usize>>) -> Result<Reply, Trouble> {
        let mut refused: BTreeMap<StateId, Vec<Trouble>> = BTreeMap::new();
        let mut sealed: Vec<(StateId, Vec<Order>)> = Vec::new();
        for (name, slots) in orders {
            let seat = self.seats.iter().copied().find(|seat| self.name(*seat).eq_ignore_ascii_case(name));
            let Some(seat) = seat else {
                return Err(trouble(
                    format!("there is no seat `{name}` at this table"),
                    "see `seats` of the first line",
                ));
            };
            let view = self.view(seat)?;
            let menu = menu(&view);
            let mut chosen = Vec::new();
            for slot in slots {
                match candidate(&menu, *slot).and_then(|candidate| view.seal(&candidate.draft).ok()) {
                    Some(order) => chosen.push(order),
                    None => {
                        let closed = trouble(format!("slot {slot}"), "is not open to this seat in this turn");
                        refused.entry(seat).or_default().push(closed);
                    }
                }
            }
            sealed.push((seat, chosen));
        }
        let game = self.game.as_mut().ok_or_else(|| trouble("there is no game", "say {\"do\":\"reset\"} first"))?;
        if game.is_over() {
            return Err(trouble("the crisis is over", "say {\"do\":\"reset\"} to begin another"));
        }
        for (seat, chosen) in sealed {
            game.commit(seat, chosen).map_err(|fault| trouble("the orders cannot be sealed", fault))?;
        }
        let played = game.adjudicate().map_err(|fault| trouble("the turn cannot be played", fault))?;
        for refusal in &played.record.refusals {
            let what = slug(&self.staged.rulebook, refusal.order.act);
            refused.entry(refusal.order.by).or_default().push(trouble(what, refusal.why));
        }
        self.reply(&refused)
    }

    fn view(&self, seat: StateId) -> Result<View, Trouble> {
        let game = self.game.as_ref().ok_or_else(|| trouble("there is no game", "say {\"do\":\"reset\"} first"))?;
        game.view(seat).map_err(|fault| trouble("there is no such seat", fault))
    }

    fn reply(&mut self, refused: &BTreeMap<StateId, Vec<Trouble>>) -> Result<Reply, Trouble> {
        let mut seats = BTreeMap::new();
        for seat in self.seats.clone() {
            let view = self.view(seat)?;
            let menu = menu(&view);
            let fortune = fortune(&view).get();
            let before = self.fortunes.insert(seat, fortune).unwrap_or(fortune);
            let told = Seat {
                reward: fortune - before,
                fortune,
                attention: view.attention(),
                features: features(&view).into_iter().map(|(_, number)| number).collect(),
                open: open(&menu).map(|(slot, _)| slot).collect(),
                refused: refused.get(&seat).cloned().unwrap_or_default(),
                story: (self.detail == Detail::Story).then(|| self.story(&view, &menu)),
            };
            seats.insert(self.name(seat), told);
        }
        let game = self.game.as_ref();
        Ok(Reply { turn: game.map_or(0, |game| game.turn().0), over: game.is_some_and(Game::is_over), seats })
    }

    fn story(&mut self, view: &View, menu: &Menu) -> Story {
        let scenario = &self.staged.scenario;
        let cast = cast_of(view, &scenario.cast);
        let past = self.game.as_ref().and_then(|game| game.played().last());
        let own: Vec<Order> = past
            .map(|played| played.docket.orders().iter().filter(|order| order.by == view.seat))
            .into_iter()
            .flatten()
            .map(|order| view.draft(order).map_or(*order, |draft| draft.order))
            .collect();
        let outlook = Outlook::new(&self.words, view, &cast, scenario, &own);
        let mut counsel = Counsel::of(view, &mut self.chambers);
        let rules = view.rules();
        let acts = open(menu).map(|(slot, candidate)| {
            let order = &candidate.draft.order;
            let verdict = counsel.answer(&candidate.draft);
            Act {
                slot,
                act: slug(rules, order.act),
                says: outlook.choice(&candidate.draft),
                attention: menu.entries[slot / WAYS].attention,
                verdict: verdict.overall.word(),
                provisional: verdict.is_provisional,
                cost: verdict.score.cost,
                terms: order.terms,
            }
        });
        let why_not = menu
            .entries
            .iter()
            .filter_map(|entry| entry.why_not.map(|obstacle| (slug(rules, entry.act), obstacle.to_string())));
        Story {
            briefing: outlook.situation(),
            came: if own.is_empty() && view.events.is_empty() { Vec::new() } else { outlook.came() },
            evidence: outlook.evidence(),
            acts: acts.collect(),
            why_not: why_not.collect(),
            known: view.known.clone(),
        }
    }

    /// A seat's name.
    fn name(&self, seat: StateId) -> String {
        self.staged.scenario.cast.states[seat.index()].name.clone()
    }
}

fn trouble(what: impl Into<String>, why: impl std::fmt::Display) -> Trouble {
    Trouble { what: what.into(), why: why.to_string() }
}

/// The name of an act. Votes are named with what is voted.
pub fn slug(rules: &Rulebook, act: Move) -> String {
    use crate::sim::order::{Ballot, FollowUp};
    match act {
        Move::Move(card) => rules.card(card).id.clone(),
        Move::Follow(FollowUp::Vote(ballot)) => match ballot {
            Ballot::For => "vote-for",
            Ballot::Against => "vote-against",
            Ballot::Abstain => "abstain",
        }
        .to_owned(),
        Move::Follow(follow_up) => follow_up.slug().to_owned(),
    }
}

/// The open slots: every act of the menu has the same few in every turn.
fn open(menu: &Menu) -> impl Iterator<Item = (usize, &Candidate)> {
    menu.entries.iter().enumerate().flat_map(|(place, entry)| {
        entry.candidates.iter().enumerate().map(move |(nth, candidate)| (place * WAYS + nth, candidate))
    })
}

fn candidate(menu: &Menu, slot: usize) -> Option<&Candidate> {
    menu.entries.get(slot / WAYS)?.candidates.get(slot % WAYS)
}
