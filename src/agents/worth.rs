//! What a move is worth to a temper as an answer to an occasion, before the law is asked.

use crate::base::{Points, StateSet};
use crate::law::act::Aim;
use crate::law::facts;
use crate::sim::card::{Card, MoveId, Play};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Param, Publicity};
use crate::sim::rulebook::Rulebook;
use crate::view::{Calling, DISPUTE, Occasion, View};

use super::fortune::listens_to;
use super::temper::Temper;

/// What a temper knows of a move once and for all.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own about a move")]
pub(super) struct Trait {
    /// Escalation value in tenths.
    pub(super) esc: i32,
    /// Whether it is done with arms.
    pub(super) is_armed: bool,
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
    /// For each calling, what it is worth at most, in thousandths and up to two thousand, and the aim it serves best there. Small:
    /// every agent of every live game has one for each move.
    pub(super) fits: [(i16, Aim); Calling::ALL.len()],
}

impl Trait {
    fn of(rules: &Rulebook, place: usize, card: &Card, temper: &Temper, cares: &[Vec<(Aim, i32)>]) -> Self {
        // What nobody has in this game is worth nothing, like what is not modelled.
        let play = card.play.as_ref().filter(|_| !rules.is_withdrawn(MoveId(place as u8)));
        let stealth = play.map_or(0, |play| match &play.mechanic {
            Mechanic::Covert(numbers) => numbers.stealth.get(),
            _ => 0,
        });
        let accuses = rules.law.acts()[place].fixes.contains(&(facts::PUBLIC_ACCUSATION, 1));
        Self {
            esc: card.law.esc.into(),
            is_armed: play.is_some_and(|play| play.mechanic.is_armed()),
            is_secret: play.is_some_and(|play| play.visibility == Publicity::Secret),
            stealth,
            step: play.map_or(0, |play| play.step),
            accuses,
            is_addressed: play.is_some_and(|play| play.demands(Param::Target)),
            attention: play.map_or(0, |play: &Play| play.attention),
            fits: Calling::ALL.map(|calling| {
                let (worth, aim) = play.map_or((0, Aim::Settle), |_| fit(card, &cares[calling as usize]));
                // A case that can be made wants to be told: how sure it must be is asked in `worth`.
                let told = if accuses && calling == Calling::Injury { temper.values(Aim::Signal).of(worth) } else { 0 };
                ((worth + told) as i16, aim)
            }),
        }
    }

    /// Whether it presses another, short of arms, and everybody sees it.
    pub(super) const fn is_open_pressure(&self) -> bool {
        self.esc < 0 && self.is_addressed && !self.is_secret && !self.is_armed
    }
}

/// What a temper knows of every move, by number.
pub(super) fn traits(rules: &Rulebook, temper: &Temper) -> Vec<Trait> {
    let cares = Calling::ALL.map(|calling| cares(calling, temper));
    rules.cards.iter().enumerate().map(|(place, card)| Trait::of(rules, place, card, temper, &cares)).collect()
}

/// The most that tastes can add to the bare worth of a move, in thousandths: help and secrecy add half each.
const MOST_TASTE: i32 = 1500 * 1500 / 1000;

/// The moves worth anything to a temper in answer to each calling, the worthiest first.
pub(super) fn ranked(traits: &[Trait]) -> [Vec<MoveId>; Calling::ALL.len()] {
    Calling::ALL.map(|calling| {
        let fit = |place: &usize| traits[*place].fits[calling as usize].0;
        let mut places: Vec<usize> = (0..traits.len()).filter(|place| fit(place) > 0).collect();
        places.sort_by_key(|place| (std::cmp::Reverse(fit(place)), *place));
        places.into_iter().map(|place| MoveId(place as u8)).collect()
    })
}

/// Whether a move, and with it every one ranked after it, can come to no more than a floor on an occasion.
pub(super) fn is_below(known: &Trait, occasion: &Occasion, step: u8, floor: i32) -> bool {
    let bare = occasion.weight.of(known.fits[occasion.calling as usize].0.into());
    way_out(bare, step) * MOST_TASTE / 1000 < floor
}

/// The nearer to blows, the more a way out is worth: four tenths more for each step above `protest`. Source: judgement.
fn way_out(worth: i32, step: u8) -> i32 {
    worth * (1000 + 400 * i32::from(step.saturating_sub(2))) / 1000
}

/// How much a temper cares for each aim that answers a calling, the most natural first, in thousandths: the geometric mean,
/// for what means nothing to it, or goes unheard, is worth nothing.
fn cares(calling: Calling, temper: &Temper) -> Vec<(Aim, i32)> {
    // Its own word a state hears as far as it is honest.
    let heard = if calling == Calling::OwnWord { temper.honesty.at } else { temper.hears(calling) }.get();
    calling.aims().iter().map(|aim| (*aim, (heard * temper.values(*aim).get()).isqrt())).collect()
}

/// The aim that a move serves best in answer to a calling, and what that is worth to a temper, in thousandths.
fn fit(card: &Card, cares: &[(Aim, i32)]) -> (i32, Aim) {
    let mut best = (0, Aim::Settle);
    for (rank, (aim, care)) in cares.iter().enumerate() {
        let serves = i32::from(card.law.aims.get(aim).copied().unwrap_or(0));
        // The aim named first wins a tie: it is the more natural one.
        if rank == 0 || serves * care / 1000 > best.0 {
            best = (serves * care / 1000, *aim);
        }
    }
    best
}

/// What a move is worth in answer to an occasion before the law's price, in thousandths; `None` if a state of this temper
/// would not think of it. `step` is where the tie to the occasion's target stands on the ladder.
pub(super) fn worth(view: &View, temper: &Temper, known: &Trait, occasion: &Occasion, step: u8) -> Option<(i32, Aim)> {
    let (fit, aim) = known.fits[occasion.calling as usize];
    if fit == 0 || known.is_addressed && occasion.target.is_none() || occasion.is_late && !known.accuses {
        return None;
    }
    let mut worth = occasion.weight.of(fit.into());
    // Who listens already has less to learn from a second ear.
    if aim == Aim::Information && occasion.target.is_some_and(|target| listens_to(view, target)) {
        worth /= 4;
    }
    if known.esc < 0 && known.is_addressed {
        let needed = if known.accuses {
            temper.accuses_at.at
        } else if known.esc >= -20 {
            temper.complains_at.at
        } else {
            temper.acts_at.at
        };
        if occasion.confidence < needed || known.step > step + temper.leap.at && occasion.calling != Calling::Expelled {
            return None;
        }
        // Nobody who has asked for help, offers friendship or complains is struck for it.
        if matches!(
            occasion.calling,
            Calling::FriendHurt | Calling::Partner | Calling::Request | Calling::Friendship | Calling::Reproach
        ) {
            return None;
        }
        // Without a dispute on paper one does not act against a rival in the open.
        if occasion.calling == Calling::Rivalry && !known.is_secret && step < DISPUTE {
            return None;
        }
        // What the other side cannot see raises no heat by itself; the hotter the tie, the dearer more of it.
        // Nor does what only returns what was done: it is expected.
        // Nor an alert or a threat where things have come to that already.
        let is_brink = occasion.calling == Calling::Brink;
        let returns_fire = known.is_armed && !is_brink;
        let is_expected =
            returns_fire || occasion.calling == Calling::Expelled || is_brink && !known.is_armed && known.step < step;
        let heat = if known.is_secret || is_expected { 0 } else { -known.esc };
        worth -= temper.escalation.at.rest().of(heat * (2 + i32::from(step)));
        // To name who did it is not too late when it is over, nor to return fire.
        if occasion.is_over && !known.accuses && !returns_fire {
            worth /= 2;
        }
    }
    if aim == Aim::Settle {
        worth = way_out(worth, step);
    }
    if known.esc > 0 {
        worth = worth * (500 + temper.cooperation.at.get()) / 1000;
    }
    let taste = temper.secrecy.at.get();
    // Arms are heard by everybody: who takes them up has given up hiding.
    if !known.is_armed {
        worth = worth * if known.is_secret { 500 + taste } else { 1500 - taste } / 1000;
    }
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
