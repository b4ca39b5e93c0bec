//! Balance: whether a scenario is worth playing in class, for every seat and under every hidden truth.
//!
//! Games of every truth, equally many, are watched for what spoils a class: a seat with nothing to do, one act that does
//! everything, a crisis that cannot be calmed any more, and a secret that the public can read off at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::agents::{Manner, Temper};
use crate::base::id::StateId;
use crate::content::scenario::Staged;
use crate::content::tempers;
use crate::ensemble::error::EnsembleError;
use crate::ensemble::plan::Plan;
use crate::ensemble::player::{Player, Watched};
use crate::ensemble::run::workers;
use crate::ensemble::scribe;
use crate::ensemble::statistic::{Estimate, share, thousandths};
use crate::sim::card::MoveId;
use crate::sim::order::{Act, Publicity};
use crate::sim::relations::Tie;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;
use crate::view::{FOLLOW_UPS, Menu, PUBLIC, Past, View, bind, feasible, menu, occasions};

/// The most that one act may have of all acts in sight, in per cent.
pub const DOMINANT: usize = 25;
/// From which step of the ladder a pair is watched for a way down: a protest has been made.
const HOT: u8 = 2;
/// How many turns the mild have to bring a pair down.
const PATIENCE: u16 = 4;
/// Who takes over to see whether a pair can be brought down: the temper that seeks settlement first.
const MILD: &str = "cautious";
/// A sign betrays the truth it is seen with if it surely goes with it in more games than this, in thousandths.
pub const BETRAYS: i32 = 900;
/// Seeds looked through for each game wanted of a truth; one with so little weight is no part of a class.
const PATIENT: u32 = 1000;

/// What is found on one scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// The scenario's slug.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// Games of each hidden truth.
    pub games: BTreeMap<String, usize>,
    /// Seat by seat.
    pub seats: Vec<SeatBalance>,
    /// Acts in sight, the most frequent first.
    pub acts: Vec<ActShare>,
    /// Morning by morning.
    pub mornings: Vec<Morning>,
    /// Whether the public sees the same on the first morning whatever is true.
    pub is_opening_alike: bool,
    /// The public sign of the first turn that says most about the truth; `None` if none was seen often enough.
    pub sign: Option<Sign>,
}

/// How one seat fares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SeatBalance {
    /// The State's name.
    pub state: String,
    /// Mornings it had, in all games.
    pub mornings: usize,
    /// Mornings on which nothing it could do was called for.
    pub idle: usize,
    /// Games in which that was so on every morning.
    pub games_idle: usize,
}

/// How often an act was ordered where others could see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActShare {
    /// Its slug.
    pub act: String,
    /// How often.
    pub count: usize,
    /// Its share of all acts in sight.
    pub share: Option<Estimate>,
}

/// The way down from the hottest pair on one morning, where there was a hot one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Morning {
    /// The turn that begins, from 1.
    pub turn: usize,
    /// Games in which some pair was hot.
    pub hot: usize,
    /// Those in which both sides could do something that calms.
    pub open: usize,
    /// Those in which the pair came down within four turns when governments that seek settlement took over.
    pub calmed: usize,
}

/// Something everybody could see in the first turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sign {
    /// The truth it speaks for.
    pub truth: String,
    /// Games in which it was seen.
    pub seen: usize,
    /// Share of them in which that truth held; all truths were played equally often.
    pub share: Option<Estimate>,
    /// What was seen, as the program writes it.
    pub what: String,
}

impl Balance {
    /// What spoils a class, each by its message; none if nothing does.
    pub fn faults(&self) -> Vec<&'static str> {
        let all: usize = self.acts.iter().map(|act| act.count).sum();
        let is_dominant = |act: &ActShare| 100 * act.count > DOMINANT * all;
        let betrays = |sign: &Sign| sign.share.is_some_and(|share| thousandths(share.low) > BETRAYS);
        let has_no_way = |morning: &Morning| morning.open < morning.hot || morning.hot > 0 && morning.calmed == 0;
        let faults = [
            ("balance-fault-idle", self.seats.iter().any(|seat| seat.games_idle > 0)),
            ("balance-fault-dominant", self.acts.iter().any(is_dominant)),
            ("balance-fault-no-way", self.mornings.iter().any(has_no_way)),
            ("balance-fault-opening", !self.is_opening_alike),
            ("balance-fault-sign", self.sign.as_ref().is_some_and(betrays)),
        ];
        faults.into_iter().filter(|(_, is_so)| *is_so).map(|(fault, _)| fault).collect()
    }
}

/// What is noted of one game, so that games can be played in any order and added up in theirs.
struct Notes {
    truth: String,
    /// For each seat: mornings, and how many of them were idle.
    seats: Vec<(usize, usize)>,
    acts: BTreeMap<String, usize>,
    mornings: Vec<Morning>,
    signs: BTreeSet<String>,
}

/// Plays `runs` games of every hidden truth of a scenario, by as many workers as it is told (0: one for each processor).
/// `watch` is told of every game that is done.
///
/// # Errors
/// If a truth is never drawn, or the workers cannot be started.
pub fn balance(
    staged: &Staged,
    runs: u32,
    seed: u64,
    jobs: usize,
    watch: &(dyn Fn(u64) + Sync),
) -> Result<Balance, EnsembleError> {
    let seeds = seeds(staged, runs, seed)?;
    let known = tempers::embedded()?;
    let mild = known.get(MILD).expect("the mild temper travels with the program").clone();
    let note = |player: &mut Option<Player>, seed: &u64| {
        let mut playing = match player.take() {
            Some(player) => player,
            None => Player::new(staged, Manner::Utility)?,
        };
        let notes = noted(&mut playing, *seed, &mild);
        *player = Some(playing);
        watch(1);
        Ok(notes)
    };
    let notes: Result<Vec<Notes>, EnsembleError> =
        workers(jobs)?.install(|| seeds.par_iter().with_max_len(8).map_init(|| None, note).collect());
    Ok(summed(staged, &notes?))
}

/// So many seeds for each truth, truth by truth; as many seeds in all if there are no truths.
fn seeds(staged: &Staged, runs: u32, seed: u64) -> Result<Vec<u64>, EnsembleError> {
    let plan = Plan::plain(vec![staged.clone()], runs, seed);
    plan.check()?;
    let scenario = &staged.scenario;
    let mut wanted = vec![runs; scenario.truths.len().max(1)];
    let mut seeds: Vec<Vec<u64>> = vec![Vec::new(); wanted.len()];
    for run in 1..=runs.saturating_mul(PATIENT) {
        let seed = plan.game_seed(run);
        let truth = scenario.open(seed).truth.unwrap_or(0);
        if wanted[truth] > 0 {
            wanted[truth] -= 1;
            seeds[truth].push(seed);
        }
        if wanted.iter().all(|left| *left == 0) {
            return Ok(seeds.concat());
        }
    }
    let rare = wanted.iter().position(|left| *left > 0).map_or("", |truth| scenario.truths[truth].id.as_str());
    Err(EnsembleError::Plan(format!("truth `{rare}` of `{}` is too rare to be played {runs} times", scenario.id)))
}

/// Plays a game and notes what there is to note.
fn noted(player: &mut Player, seed: u64, mild: &Arc<Temper>) -> Notes {
    let game = player.play(seed);
    let staged = player.staged().clone();
    let (rules, scenario) = (&staged.rulebook, &staged.scenario);
    let truth = game.truth.map_or_else(String::new, |truth| scenario.truths[truth].id.clone());
    let states = game.opening.states.len();
    let (mut seats, mut mornings) = (vec![(0, 0); states], Vec::new());
    let past = |place: usize| {
        let turn = &game.turns[place.checked_sub(1)?];
        Some(Past { docket: &turn.docket, events: &turn.events })
    };
    for place in 0..game.turns.len() {
        let scene = game.before(place);
        let look = |seat: usize| View::of(scene, rules, scenario, StateId::at(seat), past(place));
        let views: Vec<View> = (0..states).map(look).collect();
        for ((all, idle), view) in seats.iter_mut().zip(&views) {
            *all += 1;
            *idle += usize::from(!is_called_upon(&menu(view)));
        }
        let mut morning = Morning { turn: place + 1, ..Morning::default() };
        if let Some(hottest) = hottest(scene) {
            morning.hot = 1;
            let (low, high) = (&views[hottest.low.index()], &views[hottest.high.index()]);
            morning.open = usize::from(can_calm(low, hottest.high) && can_calm(high, hottest.low));
            let came_down = player.go_on(scene, seed, PATIENCE, mild, |later| {
                later
                    .ties
                    .iter()
                    .any(|tie| (tie.low, tie.high) == (hottest.low, hottest.high) && tie.step < hottest.step)
            });
            morning.calmed = usize::from(came_down);
        }
        mornings.push(morning);
    }
    Notes { truth, seats, acts: acts(rules, &game), mornings, signs: signs(&staged, &game) }
}

/// Whether something a seat could do is called for.
fn is_called_upon(menu: &Menu) -> bool {
    menu.entries.iter().flat_map(|entry| &entry.candidates).any(|candidate| candidate.need > 0)
}

/// The pair that stands highest, if that is high enough to be watched; the first of several.
fn hottest(scene: &Situation) -> Option<&Tie> {
    scene.ties.iter().filter(|tie| tie.step >= HOT).rev().max_by_key(|tie| tie.step)
}

/// Whether a seat could do something that calms matters with a State: not only what its menu names first.
fn can_calm(view: &View, with: StateId) -> bool {
    let rules = view.rules();
    let mut calls = Vec::new();
    occasions(view, &mut calls);
    calls.retain(|occasion| occasion.target == Some(with));
    let moves = (0..rules.cards.len()).map(|place| Act::Move(MoveId(place as u8)));
    let calming = moves.chain(FOLLOW_UPS.map(Act::Follow)).filter(|act| rules.law.act(*act).esc > 0);
    let mut ways = calming.flat_map(|act| calls.iter().filter_map(move |occasion| bind(view, act, occasion).ok()));
    ways.any(|draft| draft.order.terms.target == Some(with) && feasible(view, &draft).is_ok())
}

/// How often each act was ordered where others could see it.
fn acts(rules: &Rulebook, game: &Watched) -> BTreeMap<String, usize> {
    let mut acts = BTreeMap::new();
    for order in game.turns.iter().flat_map(|turn| turn.docket.orders()) {
        let usual = rules.card_of(order.act).and_then(|card| card.play.as_ref()).map(|play| play.visibility);
        // What is said in answer is said to somebody.
        if order.terms.publicity.or(usual).unwrap_or(Publicity::Shared) != Publicity::Secret {
            *acts.entry(scribe::act(rules, order.act)).or_default() += 1;
        }
    }
    acts
}

/// What everybody could see of the first turn.
fn signs(staged: &Staged, game: &Watched) -> BTreeSet<String> {
    let Some(turn) = game.turns.first() else { return BTreeSet::new() };
    let past = Past { docket: &turn.docket, events: &turn.events };
    let view = View::of(&turn.after, &staged.rulebook, &staged.scenario, PUBLIC, Some(past));
    view.events.iter().filter(|seen| seen.is_public).map(|seen| format!("{:?}", seen.what)).collect()
}

/// Whether the public sees the same on the first morning, whatever is true.
fn is_opening_alike(staged: &Staged) -> bool {
    let see = |truth: usize| {
        let opening = staged.scenario.under(truth);
        View::of(&opening, &staged.rulebook, &staged.scenario, PUBLIC, None)
    };
    let mut views = (0..staged.scenario.truths.len()).map(see);
    let first = views.next();
    views.all(|view| Some(&view) == first.as_ref())
}

fn summed(staged: &Staged, notes: &[Notes]) -> Balance {
    let mut games = BTreeMap::new();
    let names = &staged.scenario.cast.states;
    let mut seats: Vec<SeatBalance> =
        names.iter().map(|named| SeatBalance { state: named.name.clone(), ..SeatBalance::default() }).collect();
    let mut mornings: Vec<Morning> = Vec::new();
    let (mut acts, mut signs) = (BTreeMap::<&str, usize>::new(), BTreeMap::<&str, BTreeMap<&str, usize>>::new());
    for note in notes {
        *games.entry(note.truth.clone()).or_default() += 1;
        for (seat, (all, idle)) in seats.iter_mut().zip(&note.seats) {
            seat.mornings += all;
            seat.idle += idle;
            seat.games_idle += usize::from(idle == all);
        }
        mornings.resize(mornings.len().max(note.mornings.len()), Morning::default());
        for (sum, morning) in mornings.iter_mut().zip(&note.mornings) {
            sum.turn = morning.turn;
            sum.hot += morning.hot;
            sum.open += morning.open;
            sum.calmed += morning.calmed;
        }
        for (act, count) in &note.acts {
            *acts.entry(act).or_default() += count;
        }
        for sign in &note.signs {
            *signs.entry(sign).or_default().entry(&note.truth).or_default() += 1;
        }
    }
    let all = acts.values().sum();
    let mut acts: Vec<ActShare> = acts
        .into_iter()
        .map(|(act, count)| ActShare { act: act.to_owned(), count, share: share(count, all) })
        .collect();
    acts.sort_by_key(|act| std::cmp::Reverse(act.count));
    Balance {
        scenario: staged.scenario.id.clone(),
        title: staged.scenario.title.clone(),
        is_opening_alike: is_opening_alike(staged),
        sign: if games.len() > 1 { loudest(&signs) } else { None },
        games,
        seats,
        acts,
        mornings,
    }
}

/// The sign that most surely goes with one truth.
fn loudest(signs: &BTreeMap<&str, BTreeMap<&str, usize>>) -> Option<Sign> {
    let each = signs.iter().flat_map(|(what, truths)| {
        let seen = truths.values().sum();
        truths.iter().map(move |(truth, count)| Sign {
            truth: (*truth).to_owned(),
            seen,
            share: share(*count, seen),
            what: (*what).to_owned(),
        })
    });
    each.max_by_key(|sign| sign.share.map_or(0, |share| thousandths(share.low)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;

    fn found() -> Balance {
        let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
        balance(&staged, 4, 7, 0, &|_| ()).unwrap()
    }

    #[test]
    fn every_truth_is_played_as_often_whatever_the_jobs() {
        let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
        let found = found();
        assert_eq!(found.games.values().collect::<Vec<_>>(), [&4, &4, &4]);
        assert_eq!(found, balance(&staged, 4, 7, 1, &|_| ()).unwrap());
        assert!(found.seats.iter().all(|seat| seat.mornings == 12 * usize::from(staged.scenario.turns)));
    }

    #[test]
    fn the_public_sees_the_same_first_morning_whatever_is_true() {
        let mut staged = crate::content::library::embedded("dark-grid").unwrap().stage().unwrap();
        assert!(is_opening_alike(&staged));
        let scenario = std::sync::Arc::make_mut(&mut staged.scenario);
        let mut open = scenario.opening.ties[0];
        open.relations = crate::sim::relations::Relations::Severed;
        scenario.truths.last_mut().unwrap().changes.ties.push(open);
        assert!(!is_opening_alike(&staged), "a break of relations is in the papers");
    }

    #[test]
    fn what_spoils_a_class_is_a_fault() {
        let even = |act: &str| ActShare { act: act.into(), count: 25, share: share(25, 100) };
        let fair = Balance { acts: ["a", "b", "c", "d"].map(even).to_vec(), sign: None, ..found() };
        assert_eq!(fair.faults(), [""; 0]);
        let with = |change: fn(&mut Balance)| {
            let mut spoilt = fair.clone();
            change(&mut spoilt);
            spoilt.faults()
        };
        assert_eq!(with(|spoilt| spoilt.acts[0].count = 26), ["balance-fault-dominant"]);
        assert_eq!(with(|spoilt| spoilt.seats[0].games_idle = 1), ["balance-fault-idle"]);
        assert_eq!(with(|spoilt| spoilt.is_opening_alike = false), ["balance-fault-opening"]);
        assert_eq!(
            with(|spoilt| spoilt.mornings.push(Morning { turn: 7, hot: 3, open: 3, calmed: 0 })),
            ["balance-fault-no-way"]
        );
        let telling = |seen| Some(Sign { truth: "t".into(), seen, share: share(seen, seen), what: String::new() });
        assert_eq!(Balance { sign: telling(20), ..fair.clone() }.faults(), [""; 0], "too few to be sure");
        assert_eq!(Balance { sign: telling(200), ..fair.clone() }.faults(), ["balance-fault-sign"]);
    }
}
