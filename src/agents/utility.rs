//! The rule-based agent: it hears what calls, asks which acts would answer, asks the law about the best few, and does what
//! is then worth most, as far as its attention goes.

use std::mem;
use std::sync::Arc;

use crate::agents::answers::{answers, has_hit_back};
use crate::agents::random::WHIM;
use crate::agents::sense::is_sensible;
use crate::agents::worth::{Trait, is_below, price, ranked, traits, worth};
use crate::agents::{Agent, Chosen, Mandate, Reason, Temper, hands, telling};
use crate::base::id::{IncidentId, MeasureId, StateId};
use crate::base::{Chance, Day, Permille, Points};
use crate::law::act::Aim;
use crate::sim::card::{Card, MoveId};
use crate::sim::legal::{Chambers, Conduct, Verdict};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, FollowUp, Publicity};
use crate::sim::relations::{Content, NoteKind};
use crate::sim::rulebook::Rulebook;
use crate::view::{self, Calling, Counsel, Draft, MEMORY, Occasion, View, bind, exploit, fits, occasions};

/// How many acts are put to the law in one turn.
const JUDGED: usize = 8;
/// By how much the law's price shrinks at the brink and under fire: whom it has not kept from getting there it holds back less. Source:
/// judgement, fitted to how often states in crises use force (International Crisis Behavior, version 15).
const AT_THE_BRINK: i32 = 3;
/// From which taste for secrecy on a protest is left to ambassadors, in thousandths. Source: judgement.
const QUIET: Permille = Permille::clamped(600);
/// How long an act is not repeated towards the same state, in days. Source: judgement, a quarter.
const REST: i32 = 90;

/// What is left of the wish to press in the open whom one has lately hurt in secret, in thousandths. Source: judgement on Jensen,
/// Valeriano and Whitt, Journal of Peace Research 61(1), 2024: cyber options are off-ramps, by substitution.
const VENTED: i32 = 500;
/// What the wish to strike is worth to whom has access to the command of the other's nuclear forces, in thousandths. Source: judgement
/// on Schneider, Schechter and Shaffer, International Organization 77(3), 2023: an exploit in hand makes for bolder strikes at
/// forces, while a hole in one's own command makes nobody strike first.
const EMBOLDENED: i32 = 1300;
/// How long arms are not taken up again, whatever for, in days. Source: judgement, a month, which leaves room for talks.
const RELOAD: i32 = 30;

/// A rule-based agent with a temper.
#[derive(Clone, Debug)]
pub struct Utility {
    temper: Arc<Temper>,
    mandate: Mandate,
    chance: Chance,
    traits: Vec<Trait>,
    ranked: [Vec<MoveId>; Calling::ALL.len()],
    chambers: Chambers,
    calls: Vec<Occasion>,
    thoughts: Vec<Thought>,
    drafts: Vec<Weighed>,
    verdicts: Vec<Verdict>,
    done: Vec<Done>,
}

/// An act on an occasion, before its parameters are bound.
#[derive(Clone, Copy, Debug)]
struct Thought {
    worth: i32,
    act: Act,
    call: usize,
    reason: Reason,
}

/// A draft with what it is worth after the law's price.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) worth: i32,
    pub(super) costs: Points,
    pub(super) draft: Draft,
    pub(super) reason: Reason,
}

/// What it has done, so as not to repeat itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Done {
    act: Act,
    target: Option<StateId>,
    /// By its place in the world, which stays whatever older incident comes to be known.
    incident: Option<usize>,
    content: Option<Content>,
    measure: Option<MeasureId>,
    day: Day,
}

/// Where its whims come from and what it has lately done: all that tells two agents of one temper apart.
#[derive(Clone, Debug)]
pub(super) struct Life {
    chance: Chance,
    done: Vec<Done>,
}

impl Life {
    /// One that begins now.
    pub(super) const fn new(seed: u64) -> Self {
        Self { chance: Chance::new(seed), done: Vec::new() }
    }
}

impl Done {
    /// Whether it is still too early to do the same again: on an incident, as long as incidents call for answers.
    fn is_fresh(&self, day: Day) -> bool {
        day.since(self.day) < if self.incident.is_some() { MEMORY } else { REST }
    }

    /// Whether a draft would say or do the same to the same state about the same matter. What is offered to a state is
    /// offered once, whatever gave occasion to it.
    fn is_same(&self, view: &View, draft: &Draft) -> bool {
        let other = Self::on(self.day, draft, |incident| view.cast_place(incident));
        let matter =
            if other.content.is_some() { (other.incident, other.measure) } else { (self.incident, self.measure) };
        Self { incident: matter.0, measure: matter.1, ..*self } == other
    }

    fn on(day: Day, draft: &Draft, place: impl Fn(IncidentId) -> Option<usize>) -> Self {
        let terms = &draft.order.terms;
        Self {
            act: draft.order.act,
            target: terms.target,
            incident: terms.incident.and_then(place),
            content: terms.content,
            measure: terms.measure,
            day,
        }
    }
}

impl Utility {
    /// An agent of a temper, with a seed for its whims.
    pub fn new(rules: &Rulebook, temper: Arc<Temper>, seed: u64) -> Self {
        let traits = traits(rules, &temper);
        Self {
            ranked: ranked(&traits),
            traits,
            chambers: Chambers::new(rules),
            temper,
            mandate: Mandate::Free,
            chance: Chance::new(seed),
            calls: Vec::new(),
            thoughts: Vec::new(),
            drafts: Vec::new(),
            verdicts: Vec::new(),
            done: Vec::new(),
        }
    }

    /// The same, going no further than a mandate.
    #[must_use]
    pub const fn within(mut self, mandate: Mandate) -> Self {
        self.mandate = mandate;
        self
    }

    /// How far it may go.
    pub const fn mandate(&self) -> Mandate {
        self.mandate
    }

    /// Its temper.
    pub fn temper(&self) -> &Temper {
        &self.temper
    }

    /// The drafts it put to the law when it was asked last, the worthiest first.
    pub fn weighed(&self) -> impl Iterator<Item = Draft> + '_ {
        self.drafts.iter().map(|weighed| weighed.draft)
    }

    /// The same with all it found, whether worth doing or not.
    pub(super) fn considered(&self) -> &[Weighed] {
        &self.drafts
    }

    /// Lives another life until the two are exchanged again.
    pub(super) fn exchange(&mut self, life: &mut Life) {
        mem::swap(&mut self.chance, &mut life.chance);
        mem::swap(&mut self.done, &mut life.done);
    }

    /// A copy of its life for a world imagined from a view, in which what the view knows has the view's own numbers.
    pub(super) fn imagined_life(&self, view: &View) -> Life {
        let numbered = |done: &Done| Done {
            incident: done.incident.and_then(|place| view.cast_at(place)).map(IncidentId::index),
            ..*done
        };
        Life { chance: self.chance, done: self.done.iter().map(numbered).collect() }
    }

    /// Remembers what it would have ordered on the day from which such a world goes on.
    pub(super) fn imagine_ordered(&mut self, view: &View, drafts: &[Draft]) {
        let own = |incident: IncidentId| Some(incident.index());
        self.done.extend(drafts.iter().map(|draft| Done::on(view.known.day, draft, own)));
    }

    /// What it would order, if it could still think better of it: it is not remembered as done.
    pub(super) fn consider(&mut self, view: &View) -> Vec<Chosen> {
        self.done.retain(|done| done.is_fresh(view.known.day));
        self.think(view);
        self.weigh(view);
        let mut left = view.attention();
        let mut chosen: Vec<Chosen> = Vec::new();
        for weighed in &self.drafts {
            if weighed.worth < self.temper.patience.at.get() || weighed.costs > left {
                continue;
            }
            if chosen.iter().any(|other| clashes(view.rules(), &other.draft, &weighed.draft)) {
                continue;
            }
            left -= weighed.costs;
            chosen.push(Chosen { draft: weighed.draft, reason: weighed.reason });
        }
        chosen
    }

    fn remember<'a>(&mut self, view: &View, ordered: impl IntoIterator<Item = &'a Draft>) {
        let place = |incident| view.cast_place(incident);
        self.done.extend(ordered.into_iter().map(|draft| Done::on(view.known.day, draft, place)));
    }

    /// Everything worth thinking of, the best few first.
    fn think(&mut self, view: &View) {
        occasions(view, &mut self.calls);
        self.thoughts.clear();
        let (floor, attention) = (self.floor(), view.attention());
        let Self { calls, thoughts, traits, ranked, temper, mandate, done, .. } = self;
        for (call, occasion) in calls.iter().enumerate() {
            let step = occasion.step(view);
            let mut vented = None;
            for &card in &ranked[occasion.calling as usize] {
                let known = &traits[card.index()];
                let least = if thoughts.len() < JUDGED { floor } else { floor.max(thoughts[JUDGED - 1].worth) };
                if is_below(known, occasion, step, least) {
                    break;
                }
                let Some((mut worth, aim)) = worth(view, temper, known, occasion, step) else { continue };
                if known.is_open_pressure() && *vented.get_or_insert_with(|| has_hit_back(view, occasion.target)) {
                    worth = worth * VENTED / 1000;
                }
                if known.is_armed && occasion.target.is_some_and(|target| exploit(view, target).is_some()) {
                    worth = worth * EMBOLDENED / 1000;
                }
                let act = Act::Move(card);
                let target = occasion.target.filter(|_| known.is_addressed);
                let today = view.known.day;
                let is_spent = |done: &Done| done.target == occasion.target && today.since(done.day) < RELOAD;
                let is_armed_again = || known.is_armed && done.iter().any(|done| done.act == act && is_spent(done));
                if worth >= least
                    && mandate.allows(view.rules(), act)
                    && known.attention <= attention
                    && !is_armed_again()
                    && !is_done(done, view, act, target, occasion, aim)
                    && can_answer(view, temper, card, occasion)
                {
                    keep(thoughts, Thought { worth, act, call, reason: Reason::Serves(occasion.calling, aim) });
                }
            }
            answers(view, temper, occasion, |act, worth, reason| {
                let is_open = worth >= floor && mandate.allows(view.rules(), act);
                if is_open && !is_done(done, view, act, occasion.target, occasion, Aim::Settle) {
                    keep(thoughts, Thought { worth, act, call, reason });
                }
            });
        }
    }

    /// What an act must be worth before the law's price, to be worth doing after it if the whim is kind.
    fn floor(&self) -> i32 {
        self.temper.patience.at.get() * 1000 / (1000 + self.temper.whim.at.get())
    }

    /// Whether it says what it has to say where all can hear it: over what all have heard of, or after a friend who has said it,
    /// unless it would rather not.
    fn speaks_aloud(&self, view: &View, draft: &Draft) -> bool {
        let complains = view.rules().card_of(draft.order.act).is_some_and(complains);
        let Some(incident) = draft.order.terms.incident.filter(|_| complains) else { return false };
        let row = &view.known.incidents[incident.index()];
        let has_said_so = || {
            view.known.notes.iter().rev().any(|note| {
                let accuses = note.kind == NoteKind::Accusation && note.known_to.is_public();
                accuses && note.from == row.victim && note.about == Some(incident)
            })
        };
        let is_open = row.known_to.is_public() && (row.victim == view.seat || has_said_so());
        is_open && draft.order.terms.target != Some(row.victim) && self.temper.secrecy.at < QUIET
    }

    /// Binds the thoughts and puts them to the law.
    fn weigh(&mut self, view: &View) {
        self.drafts.clear();
        let mut whim = self.chance.draw(view.known.turn, WHIM, [view.seat.0.into(), 0, 0]);
        for thought in &self.thoughts {
            let Ok(mut draft) = bind(view, thought.act, &self.calls[thought.call]) else { continue };
            if thought.act == Act::Follow(FollowUp::ThreatenMeasure) {
                // Who means what it says lets it fall by itself; the less honest, the more often it bluffs.
                draft.order.terms.by_itself = Some(whim.happens(self.temper.honesty.at));
            }
            if self.speaks_aloud(view, &draft) {
                draft.order.terms.publicity = Some(Publicity::Public);
            }
            hands::lend(view, &self.temper, &mut draft, &mut whim);
            let told = telling::prepare(view, &self.temper, &mut draft);
            let Ok(costs) = view::feasible(view, &draft) else { continue };
            // Two occasions can come to the same words. An inquiry may go on until enough is known.
            let is_inquiry =
                |card| matches!(view.rules().play(card).map(|play| &play.mechanic), Some(Mechanic::Investigate(_)));
            let is_once = matches!(thought.act, Act::Move(card) if !is_inquiry(card));
            let is_again = is_once && self.done.iter().any(|done| done.is_same(view, &draft));
            if is_again || self.drafts.iter().any(|other| other.draft == draft) {
                continue;
            }
            self.drafts.push(Weighed { worth: thought.worth - told, costs, draft, reason: thought.reason });
        }
        let Self { drafts, chambers, temper, traits, verdicts, .. } = self;
        verdicts.clear();
        let asked = drafts.iter().map(|weighed| &weighed.draft);
        Counsel::of(view, chambers).answers(asked, |verdict| verdicts.push(verdict));
        let sway = temper.whim.at.get();
        for (Weighed { worth, draft, reason, .. }, verdict) in drafts.iter_mut().zip(verdicts) {
            *worth -= match draft.order.act {
                Act::Move(card) => {
                    let audience = Conduct::of_order(view.rules(), &draft.order, view.known.day).audience;
                    let price = price(temper, verdict.score.cost, audience, &traits[card.index()]);
                    let is_brink = matches!(reason, Reason::Serves(Calling::Brink, _));
                    if is_brink || traits[card.index()].is_armed { price / AT_THE_BRINK } else { price }
                }
                Act::Follow(_) => verdict.score.cost as i32 * temper.legality.at.get() / 1000,
            };
            *worth = *worth * (1000 + whim.between(-sway, sway)) / 1000;
        }
        // Ties fall to canonical order.
        self.drafts.sort_unstable_by_key(|weighed| (std::cmp::Reverse(weighed.worth), weighed.draft));
    }
}

impl Agent for Utility {
    fn begin(&mut self, seed: u64) {
        self.exchange(&mut Life::new(seed));
    }

    fn orders(&mut self, view: &View) -> Vec<Chosen> {
        let chosen = self.consider(view);
        self.remember(view, chosen.iter().map(|chosen| &chosen.draft));
        chosen
    }

    fn rest(&mut self) {
        self.chambers.rest();
        (self.calls, self.thoughts) = (Vec::new(), Vec::new());
        (self.drafts, self.verdicts) = (Vec::new(), Vec::new());
    }

    fn recall(&mut self, view: &View, ordered: &[Draft]) {
        self.done.retain(|done| done.is_fresh(view.known.day));
        self.remember(view, ordered);
    }
}

/// Keeps the best few thoughts, best first; an earlier one wins a tie.
fn keep(thoughts: &mut Vec<Thought>, thought: Thought) {
    if thoughts.len() == JUDGED && thoughts.last().is_some_and(|last| last.worth >= thought.worth) {
        return;
    }
    let place = thoughts.partition_point(|other| other.worth >= thought.worth);
    thoughts.truncate(JUDGED - 1);
    thoughts.insert(place.min(thoughts.len()), thought);
}

/// Whether a move works on what calls, and a government of this temper has reason for it.
fn can_answer(view: &View, temper: &Temper, card: MoveId, occasion: &Occasion) -> bool {
    let Some(play) = view.rules().play(card) else { return false };
    fits(view, &play.mechanic, occasion) && is_sensible(view, temper, card, occasion)
}

/// Whether it has lately done this on this matter. An inquiry may go on until enough is known.
fn is_done(done: &[Done], view: &View, act: Act, target: Option<StateId>, occasion: &Occasion, aim: Aim) -> bool {
    if aim == Aim::Evidence && occasion.calling == Calling::Injury {
        return false;
    }
    let incident = occasion.incident.and_then(|incident| view.cast_place(incident));
    done.iter().any(|done| {
        let fresh = done.is_fresh(view.known.day);
        let about = done.measure.is_some() && done.measure == occasion.measure;
        let same = done.act == act && (done.target == target || about);
        // One answer to an accusation is enough, whichever it was.
        let answered = matches!((done.act, act), (Act::Follow(FollowUp::Answer(_)), Act::Follow(FollowUp::Answer(_))))
            && done.target == target
            && done.incident == incident;
        fresh && (same && (done.incident.is_none() || done.incident == incident) || answered)
    })
}

/// Whether a move is words that reproach another.
fn complains(card: &Card) -> bool {
    card.law.esc < 0 && matches!(card.play.as_ref().map(|play| &play.mechanic), Some(Mechanic::Speak(_)))
}

/// Whether two drafts cannot go out together: two open blows at one state in one turn, two ears at one state, two complaints
/// to one state, or two answers to one question.
pub(super) fn clashes(rules: &Rulebook, one: &Draft, other: &Draft) -> bool {
    let (one, other) = (&one.order, &other.order);
    let blow = |act| rules.card_of(act).is_some_and(|card| card.law.esc < -20);
    let listens = |act| rules.card_of(act).is_some_and(|card| card.law.aims.contains_key(&Aim::Information));
    let same_target = one.terms.target.is_some() && one.terms.target == other.terms.target;
    let complains = |act| rules.card_of(act).is_some_and(complains);
    let same_matter = one.terms.incident == other.terms.incident
        && one.terms.undertaking == other.terms.undertaking
        && one.terms.measure == other.terms.measure
        && one.terms.operation == other.terms.operation;
    let follow_ups = matches!((one.act, other.act), (Act::Follow(_), Act::Follow(_)));
    same_target && blow(one.act) && blow(other.act)
        || same_target && complains(one.act) && complains(other.act)
        || same_target && listens(one.act) && listens(other.act)
        || follow_ups && same_target && same_matter
        || follow_ups && one.terms.undertaking.is_some() && one.terms.undertaking == other.terms.undertaking
        || one.act == other.act && same_target
}
