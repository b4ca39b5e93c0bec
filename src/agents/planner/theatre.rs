//! The theatre in which courses are tried: one kept simulation, and minds that play everybody.

use std::sync::Arc;

use crate::agents::fortune::objective;
use crate::agents::planner::imagine::{imagine, scenario};
use crate::agents::planner::{LIVES, OTHERS};
use crate::agents::utility::{Life, Utility};
use crate::agents::{Agent, Chosen};
use crate::base::Chance;
use crate::base::id::StateId;
use crate::sim::docket::compile;
use crate::sim::order::Order;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Scenario;
use crate::sim::{Simulation, Situation};
use crate::view::{Draft, View};

/// What is kept between decisions, because making it is dear.
pub(super) struct Theatre {
    simulation: Simulation,
    scene: Situation,
    /// One look for every player and for the seat itself, kept to be refreshed.
    look: View,
}

/// One decision: the seat's view, whom it reckons with, and the worlds imagined so far.
pub(super) struct Rehearsal<'a> {
    theatre: &'a mut Theatre,
    view: &'a View,
    scenario: Scenario,
    own: &'a mut Utility,
    minds: &'a mut [Utility],
    chance: Chance,
    turns: u32,
    samples: Vec<Sample>,
}

/// One imagined world on its first morning.
struct Sample {
    situation: Situation,
    seed: u64,
    /// The others that play: state, temper by place, and life after the first turn.
    players: Vec<Player>,
    /// What they order in the first turn, which no course can change any more.
    first: Vec<Order>,
}

#[derive(Clone)]
struct Player {
    state: StateId,
    mind: usize,
    life: Life,
}

impl Theatre {
    pub(super) fn new(rules: &Arc<Rulebook>, view: &View) -> Self {
        let simulation = Simulation::new(rules.clone(), &view.known, 0);
        Self { simulation, scene: view.known.clone(), look: view.clone() }
    }
}

impl<'a> Rehearsal<'a> {
    pub(super) fn new(
        theatre: &'a mut Theatre,
        view: &'a View,
        (own, minds): (&'a mut Utility, &'a mut [Utility]),
        chance: Chance,
        turns: u32,
    ) -> Self {
        let scenario = scenario(view);
        Self { theatre, view, scenario, own, minds, chance, turns, samples: Vec::new() }
    }

    /// Follows a course through one imagined world: what the seat then has of what it plays for, and the turns it took.
    pub(super) fn follow(&mut self, course: &[Chosen], sample: u32) -> (i32, u32) {
        while self.samples.len() <= sample as usize {
            let next = self.sample(self.samples.len() as u32);
            self.samples.push(next);
        }
        let Self { theatre, view, scenario, own, minds, samples, turns, .. } = self;
        let Theatre { simulation, scene, look } = &mut **theatre;
        let Sample { situation, seed, players, first } = &samples[sample as usize];
        let rules = view.rules();
        simulation.reset(situation, *seed);
        let mut life = own.imagined_life(view);
        own.exchange(&mut life);
        let drafts: Vec<Draft> = course.iter().map(|chosen| chosen.draft).collect();
        own.imagine_ordered(view, &drafts);
        let mut players = players.clone();
        let mut orders = first.clone();
        // The known rows come first in every imagined world, so a draft of the view is an order there.
        orders.extend(drafts.iter().map(|draft| draft.order));
        simulation.advance(&compile(situation, rules, orders));
        simulation.situation_into(scene);
        let mut taken = 1;
        while taken < *turns {
            look.seat = view.seat;
            look.refresh(scene, scenario, None);
            let mut orders = ordered(look, own);
            for player in &mut players {
                orders.extend(turn(look, scene, scenario, player, minds));
            }
            simulation.advance(&compile(scene, rules, orders));
            simulation.situation_into(scene);
            taken += 1;
        }
        own.exchange(&mut life);
        look.seat = view.seat;
        look.refresh(scene, scenario, None);
        (objective(look), taken)
    }

    /// Imagines another world, and what the others do in its first turn.
    fn sample(&mut self, number: u32) -> Sample {
        let Self { theatre, view, scenario, minds, chance, .. } = self;
        let mut situation = Situation::empty(view.known.span);
        imagine(&mut situation, view, *chance, number);
        let mut draw = chance.draw(view.known.turn, LIVES, [view.seat.0.into(), number, 0]);
        let mut seed = || u64::from(draw.below(u32::MAX)) << 32 | u64::from(draw.below(u32::MAX));
        let world = seed();
        let lives: Vec<u64> = (0..OTHERS).map(|_| seed()).collect();
        let states = others(view).into_iter().zip(lives);
        let mut players: Vec<Player> = states
            .map(|(state, life)| Player {
                state,
                mind: (life >> 8) as usize % minds.len().max(1),
                life: Life::new(life),
            })
            .collect();
        let mut first = Vec::new();
        for player in &mut players {
            first.extend(turn(&mut theatre.look, &situation, scenario, player, minds));
        }
        Sample { situation, seed: world, players, first }
    }
}

/// What a player orders, on its own view of an imagined situation.
fn turn(
    look: &mut View,
    scene: &Situation,
    scenario: &Scenario,
    player: &mut Player,
    minds: &mut [Utility],
) -> Vec<Order> {
    let Some(mind) = minds.get_mut(player.mind) else { return Vec::new() };
    look.seat = player.state;
    look.refresh(scene, scenario, None);
    mind.exchange(&mut player.life);
    let orders = ordered(look, mind);
    mind.exchange(&mut player.life);
    orders
}

fn ordered(look: &View, mind: &mut Utility) -> Vec<Order> {
    mind.orders(look).iter().filter_map(|chosen| look.seal(&chosen.draft).ok()).collect()
}

/// The states a seat reckons with: those it has to do with, the most tense ties first.
fn others(view: &View) -> Vec<StateId> {
    let mut ties: Vec<_> = view.ties().map(|tie| ((tie.step, tie.tension), tie.other(view.seat))).collect();
    ties.sort_by_key(|(heat, state)| (std::cmp::Reverse(*heat), *state));
    ties.truncate(OTHERS);
    ties.into_iter().map(|(_, state)| state).collect()
}
