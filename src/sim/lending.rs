//! Lending: a game at rest is its situation, and borrows a simulation for the time of a turn.
//!
//! A world and its schedule of some sixty systems hold more than everything else in a small game, and nothing in them outlives
//! a turn but room. So the games of one rulebook share a few: whoever plays a turn asks for one by [`Rulebook::lend`], and
//! dropping what was lent gives it back. Whoever plays games one after the other keeps a [`Simulation`] of its own instead.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::sim::Simulation;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// How many simulations wait at most for each rulebook. Turns are played on about as many threads at once as there are cores,
/// and one more than is kept is only made again. Judgement.
pub const KEPT: usize = 4;

/// Simulations that wait for a game. They have laid their rulebook down, or it would own itself through them.
#[derive(Default)]
pub(super) struct Idle(Mutex<Vec<Simulation>>);

/// A simulation for the time of a turn.
pub struct Lent {
    // INVARIANT: there is one until this is dropped.
    simulation: Option<Simulation>,
    rulebook: Arc<Rulebook>,
}

impl Rulebook {
    /// Lends a simulation that goes on from a situation, with chance from a seed: one that waits, or else a new one.
    ///
    /// # Panics
    /// As [`Simulation::new`].
    pub fn lend(self: &Arc<Self>, situation: &Situation, seed: u64) -> Lent {
        let waiting = self.idle.lock().pop();
        let simulation = match waiting {
            Some(mut simulation) => {
                simulation.take_up(self.clone());
                simulation.reset(situation, seed);
                simulation
            }
            None => Simulation::new(self.clone(), situation, seed),
        };
        Lent { simulation: Some(simulation), rulebook: self.clone() }
    }

    /// How many simulations wait to be lent.
    pub fn waiting(&self) -> usize {
        self.idle.lock().len()
    }
}

impl Idle {
    /// What waits is whole whoever has panicked: it is put in and taken out in one piece.
    fn lock(&self) -> MutexGuard<'_, Vec<Simulation>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for Lent {
    type Target = Simulation;

    fn deref(&self) -> &Simulation {
        self.simulation.as_ref().expect("what is lent is there until it is given back")
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut Simulation {
        self.simulation.as_mut().expect("what is lent is there until it is given back")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Some(mut simulation) = self.simulation.take() else { return };
        // A turn that broke off may have left effects behind, and the next game is to know nothing of it.
        if thread::panicking() {
            return;
        }
        simulation.lay_down();
        let mut idle = self.rulebook.idle.lock();
        if idle.len() < KEPT {
            idle.push(simulation);
        }
    }
}

impl fmt::Debug for Lent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lent({:?})", &**self)
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::Arc;

    use super::KEPT;
    use crate::base::id::{AssetId, StateId};
    use crate::sim::fixture::{self, order, ring};
    use crate::sim::order::Terms;
    use crate::sim::{Order, Rulebook, Simulation};

    /// Orders that leave something behind in every list: an operation, a note, a measure.
    fn busy(rules: &Rulebook) -> Vec<Order> {
        let at = |target| Terms { target: Some(StateId(target)), ..Terms::default() };
        vec![
            order(rules, 0, "ddos", Terms { asset: Some(AssetId(1)), ..at(1) }),
            order(rules, 1, "sanction-individuals", at(2)),
            order(rules, 2, "demarche", at(1)),
        ]
    }

    #[test]
    fn what_was_lent_carries_nothing_over_to_the_next_game() {
        let rules = fixture::rules();
        let (mut large, mut small) = (ring(6), ring(3));
        let mut apart = (Simulation::new(rules.clone(), &large, 5), Simulation::new(rules.clone(), &small, 8));
        for turn in 0..6 {
            let orders = if turn % 2 == 0 { busy(&rules) } else { Vec::new() };
            for (scene, seed, apart) in [(&mut large, 5, &mut apart.0), (&mut small, 8, &mut apart.1)] {
                let mut lent = rules.lend(scene, seed);
                assert!(lent.events().is_empty() && lent.rulings().is_empty(), "nothing is told of the other game");
                assert_eq!(lent.situation(), *scene);
                assert_eq!(lent.play(orders.clone()), apart.play(orders.clone()), "turn {turn}");
                *scene = lent.situation();
            }
            assert_eq!(rules.waiting(), 1, "both have borrowed the same");
        }
        assert!(!small.operations.is_empty() && !small.measures.is_empty() && !small.notes.is_empty());
    }

    #[test]
    fn no_more_wait_than_are_kept() {
        let rules = fixture::rules();
        let scene = ring(3);
        let lent: Vec<_> = (0..KEPT + 2).map(|seed| rules.lend(&scene, seed as u64)).collect();
        assert_eq!(rules.waiting(), 0);
        drop(lent);
        assert_eq!(rules.waiting(), KEPT);
        let other = Arc::new(rules.with_model(rules.model.clone()));
        assert_eq!(other.waiting(), 0, "other rules have their own");
    }

    #[test]
    fn what_waits_does_not_keep_its_rulebook() {
        let rules = fixture::rules();
        drop(rules.lend(&ring(3), 1));
        let gone = Arc::downgrade(&rules);
        drop(rules);
        assert!(gone.upgrade().is_none(), "a rulebook does not own itself");
    }

    #[test]
    fn a_turn_that_broke_off_is_not_given_back() {
        let rules = fixture::rules();
        let broken = catch_unwind(AssertUnwindSafe(|| {
            let _lent = rules.lend(&ring(3), 1);
            panic!("a turn breaks off");
        }));
        assert!(broken.is_err());
        assert_eq!(rules.waiting(), 0);
    }
}
