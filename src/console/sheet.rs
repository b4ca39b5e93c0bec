//! What one seat's screens show: made from the seat's view on the thread that owns the game, and nothing else of the game
//! comes over to the screens.

use std::sync::Arc;

use crate::base::Turn;
use crate::base::id::StateId;
use crate::console::around::{Around, falls_to};
use crate::console::map::Scene;
use crate::session::desk::PersonId;
use crate::session::live::Shown;
use crate::sim::docket::attention;
use crate::sim::order::{Act, Order, Terms};
use crate::sim::scenario::{Cast, Scenario};
use crate::sim::situation::Situation;
use crate::view::{Clearance, Draft, Entry, Menu, View, menu};
use crate::words::board::{Incident, incidents};
use crate::words::seat::{Outlook, cast_of};
use crate::words::text::{capitalised, folded};
use crate::words::{Telling, Words};

/// An act that can be looked at.
#[derive(Clone, Debug)]
pub struct Line {
    /// The act, filled in as far as its occasion goes.
    pub draft: Draft,
    /// In words.
    pub text: String,
    /// What it is, in a phrase; follow-ups say so themselves.
    pub meaning: Option<String>,
    /// Everything by which a search finds it, folded.
    pub sought: String,
    /// What it costs.
    pub costs: i32,
    /// Why it cannot be ordered now.
    pub why_not: Option<String>,
}

/// Acts of one kind.
#[derive(Clone, Debug)]
pub struct Family {
    /// The heading.
    pub name: String,
    /// The acts, those that can be ordered first.
    pub lines: Vec<Line>,
}

/// Something said or in force, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What.
    pub text: String,
    /// When, or what became of it.
    pub side: String,
    /// Whether it is over.
    pub is_over: bool,
}

/// Everything a seat's screens show of one morning.
#[derive(Debug)]
pub struct Sheet {
    /// The crisis.
    pub title: String,
    /// Whose.
    pub seat: StateId,
    /// The State's name.
    pub state: String,
    /// The turn to be played next, from 0.
    pub turn: Turn,
    /// How many there are.
    pub turns: u16,
    /// Whether the last has been played.
    pub over: bool,
    /// The seat's view.
    pub view: View,
    /// The names that it knows.
    pub cast: Cast,
    /// The scenario without what is hidden in it.
    pub scenario: Arc<Scenario>,
    /// Its own orders of the past turn, in the view's numbers.
    pub own: Vec<Order>,
    /// Who one is, what happened, what to do.
    pub situation: [String; 3],
    /// What came of the past turn.
    pub came: Vec<String>,
    /// What the papers print this morning.
    pub headline: Option<String>,
    /// What it knows of each incident, the latest first.
    pub incidents: Vec<Incident>,
    /// The acts that suggest themselves.
    pub suggested: Vec<Line>,
    /// Every act, by family.
    pub acts: Vec<Family>,
    /// The orders given so far this turn, as far as whoever looks is told, each with its place among all of them.
    pub orders: Vec<(u16, Line)>,
    /// Attention left.
    pub left: i32,
    /// Words given and agreements.
    pub words_given: Vec<Said>,
    /// Measures in force, and those that were.
    pub measures: Vec<Said>,
    /// What the map and the tables of ties show.
    pub scene: Scene,
    /// What waits, threads, the delegation, standing orders, the clock.
    pub around: Around,
}

impl Sheet {
    /// What a seat sees of a game between two turns; of its persons one looks, or nobody who looks over their shoulders.
    pub fn of(words: &Words, shown: &Shown, seat: StateId, who: Option<PersonId>) -> Self {
        let staged = shown.position.staged();
        let clearance = who.map_or(Clearance::Secret, |person| shown.room.clearance(person));
        let view = shown.position.cleared(seat, clearance);
        let scenario = Arc::new(bare(&staged.scenario));
        let cast = cast_of(&view, &staged.scenario.cast);
        let (own, refused) = shown.position.own(&view);
        let outlook = Outlook::new(words, &view, &cast, &scenario, &own);
        let telling = outlook.telling;
        let turn = shown.room.turn;
        let ordered = &shown.room.desks[seat.index()].orders;
        let spent: i32 = ordered.iter().map(|order| attention(view.rules(), order.act)).sum();
        let left = (view.attention() - spent).max(0);
        let orders = (0..).zip(ordered).filter(|(_, order)| view.is_told(order));
        let orders: Vec<(u16, Line)> =
            orders.filter_map(|(place, order)| Some((place, line(&outlook, &view.draft(order).ok()?, None)))).collect();
        let menu = menu(&view);
        let seated = who.and_then(|person| shown.room.seated(person));
        let (suggested, acts) = acts(&outlook, &menu, &|act| falls_to(words, &shown.room, seated, act));
        let around = Around::of(&outlook, shown, &menu, who, left);
        let came = if turn == Turn(0) { Vec::new() } else { outlook.outcome(&refused) };
        let headline = (turn > Turn(0)).then(|| telling.front_page(Turn(turn.0 - 1), &outlook.noticed()));
        let incidents = incidents(&outlook);
        let situation = outlook.situation();
        let scene = Scene::of(&telling, Some(seat));
        let (words_given, measures) = (given(&outlook), measures(&telling));
        Self {
            title: scenario.title.clone(),
            seat,
            state: telling.state(seat),
            turn,
            turns: scenario.turns,
            over: shown.room.over,
            left,
            own: own.clone(),
            situation,
            came,
            headline,
            incidents,
            suggested,
            acts,
            orders,
            words_given,
            measures,
            scene,
            around,
            cast,
            scenario,
            view,
        }
    }

    /// What the seat reads.
    pub fn outlook<'a>(&'a self, words: &'a Words) -> Outlook<'a> {
        Outlook::new(words, &self.view, &self.cast, &self.scenario, &self.own)
    }
}

/// A scenario without its truths, its rows and what others want: a seat's screens have no use for them.
fn bare(scenario: &Scenario) -> Scenario {
    Scenario {
        truths: Vec::new(),
        opening: Situation::empty(scenario.opening.span),
        interests: Vec::new(),
        red_lines: Vec::new(),
        tempers: Vec::new(),
        cast: Cast::default(),
        ..scenario.clone()
    }
}

pub(super) fn line(outlook: &Outlook<'_>, draft: &Draft, why_not: Option<String>) -> Line {
    named(outlook, draft, outlook.choice(draft), why_not)
}

fn named(outlook: &Outlook<'_>, draft: &Draft, text: String, why_not: Option<String>) -> Line {
    let act = draft.order.act;
    let sought = [folded(&text), outlook.keywords(act)].join(" ");
    let (meaning, costs) = (outlook.telling.meaning(act), attention(outlook.view.rules(), act));
    Line { draft: *draft, text, meaning, sought, costs, why_not }
}

/// What suggests itself, and by family everything that can be ordered, followed by what cannot.
fn acts(outlook: &Outlook<'_>, menu: &Menu, bars: &dyn Fn(Act) -> Option<String>) -> (Vec<Line>, Vec<Family>) {
    let suggested = menu.suggested.iter().map(|draft| line(outlook, draft, bars(draft.order.act)));
    // What falls to others is named after what falls to whoever looks.
    let (mut suggested, others): (Vec<Line>, Vec<Line>) = suggested.partition(|line| line.why_not.is_none());
    suggested.extend(others);
    let lines = |entry: &Entry| {
        let why_not = entry.why_not.map(|why| capitalised(&outlook.obstacle(why))).or_else(|| bars(entry.act));
        match why_not {
            None => entry.candidates.iter().map(|one| line(outlook, &one.draft, None)).collect(),
            // What cannot be ordered is there once, and not once for each way of it.
            why_not => {
                let order = Order { by: outlook.view.seat, act: entry.act, terms: Terms::default() };
                vec![named(outlook, &Draft { order }, outlook.telling.choice(entry.act), why_not)]
            }
        }
    };
    let families = outlook.families(menu, &|act| bars(act).is_some()).into_iter();
    let families = families
        .map(|family| Family { name: family.name, lines: family.entries.into_iter().flat_map(lines).collect() });
    (suggested, families.collect())
}

fn given(outlook: &Outlook<'_>) -> Vec<Said> {
    use crate::sim::relations::UndertakingStatus::{Accepted, Open};
    let telling = &outlook.telling;
    let said = telling.scene.undertakings.iter().rev().map(|word| {
        let is_over = !matches!(word.status, Open | Accepted);
        let status = telling.undertaking_status(word.kind, word.status);
        let until = word.due.filter(|_| !is_over).map(|due| format!("; {}", outlook.until(due)));
        let side = status + &until.unwrap_or_default();
        Said { text: capitalised(&telling.pledged(word)), side, is_over }
    });
    said.collect()
}

fn measures(telling: &Telling<'_>) -> Vec<Said> {
    let all = telling.scene.measures.iter().rev();
    let said = all.map(|row| Said {
        text: capitalised(&telling.measure(row.id)),
        side: telling.day(row.ended.unwrap_or(row.began)),
        is_over: row.ended.is_some(),
    });
    said.collect()
}
