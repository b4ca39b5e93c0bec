//! Plays games one after the other in a kept simulation, and keeps what the scribe writes down.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agents::{Agent, Mandate, Manner, Temper};
use crate::base::{Day, Digest};
use crate::content::mistake::Source;
use crate::content::scenario::Staged;
use crate::content::{Mistakes, tempers};
use crate::session::game::MOST_ORDERS;
use crate::sim::docket::compile;
use crate::sim::{Docket, Event, Order, Ruling, Simulation, Situation};
use crate::view::{Gallery, Past};

/// A game as it was played.
#[derive(Clone, Debug)]
pub struct Watched {
    /// Its seed.
    pub seed: u64,
    /// The truth drawn, as a place in the scenario's list.
    pub truth: Option<usize>,
    /// The world on the first morning.
    pub opening: Situation,
    /// Its turns, in order.
    pub turns: Vec<WatchedTurn>,
    /// The digest of the situation at the end.
    pub digest: Digest,
}

/// One turn.
#[derive(Clone, Debug)]
pub struct WatchedTurn {
    /// Its first day.
    pub day: Day,
    /// Orders and refusals.
    pub docket: Docket,
    /// What happened.
    pub events: Vec<Event>,
    /// The law's answers.
    pub rulings: Vec<Ruling>,
    /// The world after it.
    pub after: Situation,
}

impl Watched {
    /// The world before a turn, by its place.
    pub fn before(&self, place: usize) -> &Situation {
        place.checked_sub(1).map_or(&self.opening, |earlier| &self.turns[earlier].after)
    }

    /// The world at the end.
    pub fn end(&self) -> &Situation {
        self.before(self.turns.len())
    }
}

/// Everything that is made once and used for many games of one scenario. A game hangs on its seed alone, not on what was
/// played before it in the same player.
pub struct Player {
    staged: Staged,
    manner: Manner,
    /// Every temper there is: whoever looks ahead takes others to be of any of them.
    typical: Vec<Arc<Temper>>,
    agents: Vec<Box<dyn Agent + Send>>,
    simulation: Simulation,
    gallery: Gallery,
}

impl Player {
    /// A player of a scenario, with every seat played in one manner.
    ///
    /// # Errors
    /// If the tempers cannot be read, or the scenario names one that is not there.
    pub fn new(staged: &Staged, manner: Manner) -> Result<Self, Mistakes> {
        let known = tempers::embedded()?;
        let typical: Vec<Arc<Temper>> = known.values().cloned().collect();
        let opening = staged.scenario.open(0).situation;
        let rules = &staged.rulebook;
        let tempers = staged.scenario.tempers.iter().map(|(_, slug)| temper(&known, slug));
        let hired = tempers.map(|temper| Ok(manner.hire(rules, (temper?, Mandate::Free), &typical, 0)));
        let seats = staged.scenario.tempers.iter().map(|(state, _)| *state);
        Ok(Self {
            manner,
            agents: hired.collect::<Result<_, Mistakes>>()?,
            typical,
            simulation: Simulation::new(rules.clone(), &opening, 0),
            gallery: Gallery::new(rules, seats),
            staged: staged.clone(),
        })
    }

    /// What is played.
    pub fn staged(&self) -> &Staged {
        &self.staged
    }

    /// Plays a whole game: the same as [`Game`](crate::session::Game) plays with that seed.
    pub fn play(&mut self, seed: u64) -> Watched {
        let scenario = &self.staged.scenario;
        let opening = scenario.open(seed);
        self.agents.iter_mut().for_each(|agent| agent.begin(seed));
        self.simulation.reset(&opening.situation, seed);
        let mut watched = Watched {
            seed,
            truth: opening.truth,
            opening: opening.situation,
            turns: Vec::with_capacity(usize::from(scenario.turns)),
            digest: Digest::default(),
        };
        for place in 0..usize::from(scenario.turns) {
            let scene = watched.before(place);
            let past = watched.turns.last().map(|turn| Past { docket: &turn.docket, events: &turn.events });
            let docket = ordered(&self.staged, &mut self.agents, &mut self.gallery, scene, past);
            let day = scene.day;
            self.simulation.advance(&docket);
            watched.turns.push(WatchedTurn {
                day,
                docket,
                events: self.simulation.events().to_vec(),
                rulings: self.simulation.rulings().to_vec(),
                after: self.simulation.situation(),
            });
        }
        watched.digest = self.simulation.digest();
        watched
    }

    /// Goes on from a situation for some turns with governments of one temper that have just come in, until something is so;
    /// tells whether it came to be.
    pub fn go_on(
        &mut self,
        from: &Situation,
        seed: u64,
        turns: u16,
        temper: &Arc<Temper>,
        is_so: impl Fn(&Situation) -> bool,
    ) -> bool {
        let hire =
            |_: &_| self.manner.hire(&self.staged.rulebook, (temper.clone(), Mandate::Free), &self.typical, seed);
        let mut agents: Vec<Box<dyn Agent + Send>> = self.agents.iter().map(hire).collect();
        self.simulation.reset(from, seed);
        let mut scene = from.clone();
        (0..turns).any(|_| {
            let docket = ordered(&self.staged, &mut agents, &mut self.gallery, &scene, None);
            self.simulation.advance(&docket);
            self.simulation.situation_into(&mut scene);
            is_so(&scene)
        })
    }
}

/// What everybody orders on one morning.
fn ordered(
    staged: &Staged,
    agents: &mut [Box<dyn Agent + Send>],
    gallery: &mut Gallery,
    scene: &Situation,
    past: Option<Past<'_>>,
) -> Docket {
    let mut orders: Vec<Order> = Vec::new();
    gallery.look(scene, &staged.scenario, past, |place, view| {
        let chosen = agents[place].orders(view).into_iter().take(MOST_ORDERS);
        // As in a session, a draft that names nothing in its view is no order.
        orders.extend(chosen.filter_map(|chosen| view.seal(&chosen.draft).ok()));
    });
    compile(scene, &staged.rulebook, orders)
}

fn temper(known: &BTreeMap<String, Arc<Temper>>, slug: &str) -> Result<Arc<Temper>, Mistakes> {
    known.get(slug).cloned().ok_or_else(|| {
        let message = format!("there is no temper `{slug}`");
        Source::new("the seats", "").mistake(0..0, message).into()
    })
}
