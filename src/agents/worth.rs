//! What a move is worth to a temper as an answer to an occasion, before the law is asked.

use crate::base::{Points, StateSet};
use crate::law::act::Aim;
use crate::law::facts;
use crate::sim::card::{Card, Play};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Param, Publicity};
use crate::sim::rulebook::Rulebook;
use crate::view::{Calling, Occasion, View};

use super::fortune::listens_to;
use super::temper::Temper;

/// The step of the ladder on which two states have a dispute that everybody sees.
const DISPUTE: u8 = 3;

/// What a temper knows of a move once and for all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trait {
    /// Whether it is modelled.
    pub(super) is_played: bool,
    /// Escalation value in tenths.
    pub(super) esc: i32,
    /// Whether nobody is meant to see it.
    pub(super) is_secret: bool,
    /// How well it hides, in thousandths.
    pub(super) stealth: i32,
    /// The step of the ladder it stands on by itself.
    pub(super) step: u8,
    /// Whether it names a state in public.
    pub(super) accuses: bool,
    /// Whether it needs a state to address.
    pub(super) is_addressed: bool,
    /// What it costs, in points of attention.
    pub(super) attention: Points,
    /// For each calling, what it is worth at most and the aim it serves best there.
    pub(super) fits: [(i32, Aim); Calling::ALL.len()],
}

impl Trait {
    fn of(rules: &Rulebook, place: usize, card: &Card, temper: &Temper) -> Self {
        let play = card.play.as_ref();
        let stealth = play.map_or(0, |play| match &play.mechanic {
            Mechanic::Covert(numbers) => numbers.stealth.get(),
            _ => 0,
        });
        let accuses = rules.law.acts()[place].fixes.contains(&(facts::PUBLIC_ACCUSATION, 1));
        Self {
            is_played: play.is_some(),
            esc: card.law.esc.into(),
            is_secret: play.is_some_and(|play| play.visibility == Publicity::Secret),
            stealth,
            step: play.map_or(0, |play| play.step),
            accuses,
            is_addressed: play.is_some_and(|play| play.demands(Param::Target)),
            attention: play.map_or(0, |play: &Play| play.attention),
            fits: Calling::ALL.map(|calling| fit(card, calling, temper)),
        }
    }
}

/// What a temper knows of every move, by number.
pub(super) fn traits(rules: &Rulebook, temper: &Temper) -> Vec<Trait> {
    rules.cards.iter().enumerate().map(|(place, card)| Trait::of(rules, place, card, temper)).collect()
}

/// The aim that a move serves best in answer to a calling, and what that is worth to a temper, in thousandths.
fn fit(card: &Card, calling: Calling, temper: &Temper) -> (i32, Aim) {
    let heard = temper.hears(calling);
    let served = calling.aims().iter().map(|aim| {
        let serves = i32::from(card.law.aims.get(aim).copied().unwrap_or(0));
        // The geometric mean: what means nothing to a temper, or goes unheard, is worth nothing.
        let cares = (heard.get() * temper.values(*aim).get()).isqrt();
        (serves * cares / 1000, *aim)
    });
    // The aim named first wins a tie: it is the more natural one.
    served.rev().max_by_key(|(worth, _)| *worth).unwrap_or((0, Aim::Settle))
}

/// What a move is worth in answer to an occasion before the law's price, in thousandths; `None` if a state of this temper
/// would not think of it.
pub(super) fn worth(view: &View, temper: &Temper, known: &Trait, occasion: &Occasion) -> Option<(i32, Aim)> {
    let (fit, aim) = known.fits[occasion.calling as usize];
    if !known.is_played || fit == 0 || known.is_addressed && occasion.target.is_none() {
        return None;
    }
    let mut worth = occasion.weight.of(fit);
    // Who listens already has less to learn from a second ear.
    if aim == Aim::Information && occasion.target.is_some_and(|target| listens_to(view, target)) {
        worth /= 4;
    }
    let tie = occasion.target.filter(|_| known.is_addressed).and_then(|target| view.tie(target));
    if known.esc < 0 && known.is_addressed {
        let needed = if known.accuses {
            temper.accuses_at.at
        } else if known.esc >= -20 {
            temper.complains_at.at
        } else {
            temper.acts_at.at
        };
        let step = tie.map_or(0, |tie| tie.step);
        if occasion.confidence < needed || known.step > step + temper.leap.at {
            return None;
        }
        // Nobody who has asked for help, offers friendship or complains is struck for it.
        if matches!(occasion.calling, Calling::FriendHurt | Calling::Request | Calling::Friendship | Calling::Reproach)
        {
            return None;
        }
        // Without a dispute on paper one does not act against a rival in the open.
        if occasion.calling == Calling::Rivalry && !known.is_secret && step < DISPUTE {
            return None;
        }
        // What the other side cannot see raises no heat by itself; the hotter the tie, the dearer more of it.
        let heat = if known.is_secret { 0 } else { -known.esc };
        worth -= temper.escalation.at.rest().of(heat * (2 + i32::from(step)));
        if occasion.is_over {
            worth /= 2;
        }
    }
    if known.esc > 0 {
        worth = worth * (500 + temper.cooperation.at.get()) / 1000;
    }
    let taste = temper.secrecy.at.get();
    worth = worth * if known.is_secret { 500 + taste } else { 1500 - taste } / 1000;
    // Proof is worth the more, the less one knows.
    if aim == Aim::Evidence {
        let missing = 4 - occasion.confidence as i32;
        if occasion.calling == Calling::Injury {
            worth = worth * missing / 4;
        }
    }
    (worth > 0).then_some((worth, aim))
}

/// What the law's answer takes away from the worth of an act.
pub(super) fn price(temper: &Temper, cost: u32, audience: StateSet, known: &Trait) -> i32 {
    let cost = i32::try_from(cost).unwrap_or(i32::MAX / 1000).min(10_000);
    let price = cost * temper.legality.at.get() / 100;
    // What is never seen is never charged; how far that comforts is a matter of temper.
    if known.is_secret && !audience.is_public() {
        price * (1000 - temper.risk.at.of(known.stealth)) / 1000
    } else {
        price
    }
}
