//! A game as it is looked back on: the review's page, and what the map showed before and after every turn, in truth and in
//! the eyes of each State.

use std::path::Path;

use crate::base::id::StateId;
use crate::console::error::ConsoleError;
use crate::console::map::{Atlas, Scene};
use crate::report::{History, Page, review};
use crate::session::{Game, Rules, replay};
use crate::store;
use crate::view::View;
use crate::words::seat::cast_of;
use crate::words::text::capitalised;
use crate::words::{Telling, Words};

/// In worlds with more States than this, only the truth is kept for each turn.
const MOST_EYES: usize = 12;

/// How many hinge turns are named.
const HINGES: usize = 3;

/// One point in time: the first morning, or the end of a turn.
#[derive(Clone, Debug)]
pub struct Moment {
    /// “Start”, “Turn 2, day 11”.
    pub name: String,
    /// What the papers printed; nothing on the first morning.
    pub headline: Option<String>,
    /// What was done in the turn before it, everybody's orders.
    pub deeds: Vec<String>,
    /// The world in truth.
    pub truth: Scene,
    /// The world as each State knew it, by id; empty in large worlds.
    pub eyes: Vec<Scene>,
}

/// A game to look back on.
#[derive(Clone, Debug)]
pub struct Record {
    /// The crisis.
    pub title: String,
    /// The geography.
    pub atlas: Atlas,
    /// Every point in time.
    pub moments: Vec<Moment>,
    /// The review.
    pub page: Page,
    /// What must be said about the record itself: it is torn, or comes out otherwise now.
    pub remarks: Vec<String>,
}

impl Record {
    /// Looks back on a game as far as it has been played.
    pub fn of(words: &Words, game: &Game) -> Self {
        let history = History::of(game);
        let page = review(words, &history);
        let (rules, scenario) = (game.rulebook(), game.scenario());
        let states = game.present().states.len();
        let moment = |place: usize| {
            let scene = game.situation(place).unwrap_or_else(|| game.present());
            let telling = Telling { words, rules, cast: &scenario.cast, scene, orders: &[] };
            let past = place.checked_sub(1).and_then(|turn| game.played().get(turn));
            let eyes = if states > MOST_EYES { 0 } else { states };
            let eyes = (0..eyes).map(StateId::at).map(|state| {
                let view = View::of(scene, rules, scenario, state, None);
                let cast = cast_of(&view, &scenario.cast);
                Scene::of(&Telling { words, rules, cast: &cast, scene: &view.known, orders: &[] }, Some(state))
            });
            let name = match past {
                None => words.say("con-record-start"),
                Some(played) => {
                    let turn = words.say_with("turn-of", &[("turn", place.into())]);
                    format!("{}, {}", capitalised(&turn), telling.day(played.record.day))
                }
            };
            let orders = past.map(|played| played.docket.orders()).unwrap_or_default();
            let told = telling.of(orders);
            Moment {
                name,
                headline: past.map(|played| told.headline(&played.record)),
                deeds: orders.iter().map(|order| told.order(order)).collect(),
                truth: Scene::of(&telling, None),
                eyes: eyes.collect(),
            }
        };
        Self {
            title: scenario.title.clone(),
            atlas: Atlas::of(scenario),
            moments: (0..=game.played().len()).map(moment).collect(),
            page,
            remarks: Vec::new(),
        }
    }

    /// The turns that turned the crisis: up to three at whose ends pairs stood on other steps than before, those that moved
    /// most; each with its moment's place and how many steps all pairs went up, or down, together.
    pub fn hinges(&self) -> Vec<(usize, i32)> {
        let stands = |moment: &Moment| moment.truth.ties.iter().map(|tie| i32::from(tie.step)).sum::<i32>();
        let moved =
            self.moments.windows(2).enumerate().map(|(nth, pair)| (nth + 1, stands(&pair[1]) - stands(&pair[0])));
        let mut moved: Vec<(usize, i32)> = moved.filter(|(_, by)| *by != 0).collect();
        moved.sort_by_key(|(nth, by)| (std::cmp::Reverse(by.abs()), *nth));
        moved.truncate(HINGES);
        moved.sort_unstable();
        moved
    }

    /// Reads a journal and plays it again. Not for a frame: it reads a file and plays a game.
    ///
    /// # Errors
    /// If the journal cannot be read, or was made under other rules.
    pub fn read(words: &Words, path: &Path) -> Result<Self, ConsoleError> {
        let kept = store::read(path)?;
        let again = replay(&kept.journal, Rules::Same)?;
        let mut record = Self::of(words, &again.game);
        if kept.torn.is_some() {
            record.remarks.push(words.say("review-torn"));
        }
        if let Some(difference) = again.difference {
            let difference = difference.to_string();
            record.remarks.push(words.say_with("review-differs", &[("difference", (&difference).into())]));
        } else if !again.is_whole {
            record.remarks.push(words.say("con-record-part"));
        }
        Ok(record)
    }
}
