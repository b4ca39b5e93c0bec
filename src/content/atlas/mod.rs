//! Makes worlds: scenarios of many fictional states whose capabilities follow from facts on real ones.
//!
//! The facts are in `source`, the formulas in `states`, the names in `names`; `bonds` says who has to do with whom, `page`
//! writes the file. The same number of states and seed give the same file for ever. Nothing here knows a running game.

mod bonds;
mod names;
mod page;
mod source;
mod states;

use crate::base::{Chance, Purpose, Turn};
use crate::content::mistake::{Mistakes, Source};
use crate::content::scenario;
use bonds::Bond;
use names::Name;
use source::Facts;
use states::Made;

/// The fewest states of a world: enough for two blocs and for those who stand aside.
pub const LEAST: usize = 8;
/// The most: the members of the United Nations.
pub const MOST: usize = 193;

/// What draws here are for. They belong to no game, so they share no stream with one.
const CHOICE: Purpose = Purpose(1101);
const NAMES: Purpose = Purpose(1102);
const STATE: Purpose = Purpose(1103);
const BOND: Purpose = Purpose(1104);
const COVERT: Purpose = Purpose(1105);
const COUNCIL: Purpose = Purpose(1106);

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// The slug, and so the file's name.
    pub id: String,
    /// The heading.
    pub title: String,
    /// How many states, from [`LEAST`] to [`MOST`].
    pub states: usize,
    /// How many turns of a week.
    pub turns: u16,
    /// The seed of everything that is drawn.
    pub seed: u64,
}

impl World {
    /// The text of the scenario's file.
    ///
    /// # Errors
    /// If the slug or the title would make no scenario, if there are too few or too many states, or if the table of facts
    /// cannot be read.
    pub fn text(&self) -> Result<String, Mistakes> {
        let chance = Chance::new(self.seed);
        let draw = |purpose, subject| chance.draw(Turn(0), purpose, [subject, 0, 0]);
        let all = source::all()?;
        let wrong = |message: String| Err(Source::new(&*self.id, "").mistake(0..0, message).into());
        if !scenario::is_slug(&self.id) {
            return wrong(format!("`{}` is no slug: use small letters, digits and hyphens", self.id));
        }
        if self.title.contains(['"', '\\', '\n']) {
            return wrong("a title has no quotation marks, backslashes or line breaks".to_owned());
        }
        if self.states < LEAST || self.states > MOST.min(all.len()) {
            return wrong(format!("a world has {LEAST} to {MOST} states, not {}", self.states));
        }
        let chosen = choose(all, self.states, &mut draw(CHOICE, 0));
        let names = names::deal(&mut draw(NAMES, 0), chosen.len());
        let made: Vec<Made> = chosen
            .into_iter()
            .enumerate()
            .map(|(nth, facts)| states::make(facts, &mut draw(STATE, nth as u32)))
            .collect();
        let bonds = bonds::between(&made, &mut draw(BOND, 0));
        let elected = elected(&made, &mut draw(COUNCIL, 0));
        let land = Land { names, made, bonds, elected };
        Ok(page::write(self, &land, &mut draw(COVERT, 0)))
    }
}

/// Everything a page is written from; lists of states are all in one order.
struct Land {
    names: Vec<Name>,
    made: Vec<Made>,
    bonds: Vec<Bond>,
    /// Places of those elected to the Security Council.
    elected: Vec<usize>,
}

impl Land {
    /// The places of a state's rivals, in order.
    fn rivals(&self, place: usize) -> Vec<usize> {
        let rivals = self.bonds.iter().filter(|bond| bond.kind == bonds::Kind::Rivals);
        rivals.filter_map(|bond| bond.other(place)).collect()
    }
}

/// Which states a smaller world has: the permanent members and the leaders in covert work, then others by lot, each in
/// proportion to the square root of its product; in a drawn order, so that nothing can be read from it.
fn choose(mut all: Vec<Facts>, count: usize, draw: &mut crate::base::chance::Draw) -> Vec<Facts> {
    all.sort_by_key(|facts| std::cmp::Reverse((facts.is_permanent, facts.groups, facts.gdp)));
    let (mut chosen, mut rest): (Vec<Facts>, Vec<Facts>) =
        all.into_iter().partition(|facts| facts.is_permanent || facts.groups >= states::LEADS);
    chosen.truncate(count);
    while chosen.len() < count && !rest.is_empty() {
        let weights: Vec<u32> = rest.iter().map(|facts| facts.gdp.isqrt().max(1) as u32).collect();
        let place = draw.weighted(&weights).unwrap_or(0);
        chosen.push(rest.remove(place));
    }
    names::shuffle(draw, &mut chosen);
    chosen
}

/// Ten elected members, or a third of a small world, by lot.
fn elected(made: &[Made], draw: &mut crate::base::chance::Draw) -> Vec<usize> {
    let mut places: Vec<usize> = (0..made.len()).filter(|place| !made[*place].facts.is_permanent).collect();
    names::shuffle(draw, &mut places);
    places.truncate(10.min(made.len() / 3));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staged(states: usize, seed: u64) -> scenario::Staged {
        let world = World { id: "made".into(), title: "Made".into(), states, turns: 520, seed };
        let file = Source::new("made.ron", world.text().unwrap());
        scenario::stage(&file, None).unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes)))
    }

    #[test]
    fn worlds_of_every_size_are_valid_and_have_the_size_asked_for() {
        for (states, seed) in [(8, 1), (9, 2), (30, 3), (77, 4), (193, 5)] {
            let opening = &staged(states, seed).scenario.opening;
            assert_eq!(opening.states.len(), states);
            assert!(opening.ties.len() < states * 8, "ties must stay bounded: {}", opening.ties.len());
        }
        let world = |states| World { id: "made".into(), title: "Made".into(), states, turns: 1, seed: 1 };
        assert!(world(LEAST - 1).text().is_err() && world(MOST + 1).text().is_err());
        assert!(World { id: "No Slug".into(), ..world(LEAST) }.text().is_err());
        assert!(World { title: "a \" b".into(), ..world(LEAST) }.text().is_err());
    }

    #[test]
    fn four_states_hold_most_groups() {
        let staged = staged(193, 1);
        let mut counts = vec![0; 193];
        let opening = &staged.scenario.opening;
        for actor in opening.actors.iter().filter(|actor| actor.kind == crate::sim::polity::ActorKind::Proxy) {
            counts[actor.home.index()] += 1;
        }
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let (top, all): (usize, usize) = (counts[..4].iter().sum(), counts.iter().sum());
        assert!(top * 100 >= all * 56 && top < all, "{top} of {all}");
    }
}
