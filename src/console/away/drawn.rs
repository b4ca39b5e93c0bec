//! What a host elsewhere says of the map and the board, as the screens here draw it. A host may be another version's, or nobody's
//! friend: what does not fit together is left out.

use std::sync::Arc;

use crate::base::Permille;
use crate::base::id::{EvidenceId, IncidentId, StateId};
use crate::console::map::{Atlas, Pin, PinKind, Region, Scene, Strand};
use crate::report::map::{self, Map, Point};
use crate::wire::situation::{Geography, Happening, Situation};
use crate::words::board::{Held, Incident, Item};

/// The most States that a map has: one id is nobody's.
const MOST: usize = 255;

/// What is drawn of a seat.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The geography.
    pub atlas: Arc<Atlas>,
    /// What the map shows.
    pub scene: Scene,
    /// What is held of each incident.
    pub incidents: Vec<Incident>,
}

/// The geography as it is drawn here.
pub(super) fn atlas(said: &Geography) -> Atlas {
    let place = |[x, y]: &[f64; 2]| {
        let within = |at: f64, most: f64| if at.is_finite() { at.clamp(0.0, most) } else { 0.0 };
        Point { x: within(*x, map::WIDTH), y: within(*y, map::HEIGHT) }
    };
    let ring = |ring: &Vec<[f64; 2]>| ring.iter().map(place).collect();
    let regions = said.lands.iter().take(MOST).enumerate().map(|(nth, land)| map::Region {
        state: StateId::at(nth),
        cells: land.cells.iter().map(ring).collect(),
        outlines: land.outlines.iter().map(ring).collect(),
        anchor: place(&land.anchor),
    });
    Atlas::drawn(&Map { regions: regions.collect() })
}

/// Map and board of a State; nothing if the geography is of other States.
pub(super) fn drawn(atlas: &Arc<Atlas>, own: Option<&str>, said: Situation) -> Option<Drawn> {
    let count = said.places.len();
    if count != atlas.seats.len() {
        return None;
    }
    let state = |at: usize| (at < count).then(|| StateId::at(at));
    let ties = said.ties.iter().filter_map(|tie| {
        let [low, high] = tie.between;
        Some(Strand {
            low: state(low)?,
            high: state(high)?,
            step: tie.step,
            tension: tie.tension,
            are_friends: tie.friends,
            is_severed: tie.severed,
        })
    });
    let pins = said.pins.into_iter().filter_map(|pin| {
        let kind = match pin.kind.as_str() {
            "incident" => PinKind::Incident,
            "operation" => PinKind::Operation,
            "measure" => PinKind::Measure,
            _ => return None,
        };
        let from = pin.from.and_then(state);
        Some(Pin { state: state(pin.at)?, from, kind, text: pin.says, is_new: pin.new, is_over: pin.over })
    });
    let scene = Scene {
        seat: own.and_then(|own| said.places.iter().position(|place| place.name == own)).map(StateId::at),
        ties: ties.collect(),
        pins: pins.collect(),
        steps: said.steps,
        states: said
            .places
            .into_iter()
            .map(|place| Region { name: place.name, code: place.code, about: place.about, weight: place.weight })
            .collect(),
    };
    Some(Drawn {
        atlas: atlas.clone(),
        scene,
        incidents: said.incidents.into_iter().map(|one| incident(one, count)).collect(),
    })
}

/// An incident in a world of so many States.
fn incident(said: Happening, states: usize) -> Incident {
    let share = Permille::clamped;
    let answers = said.answers.len();
    let beliefs = said.answers.into_iter().map(|answer| Held {
        question: None,
        names: answer.names.filter(|place| *place < states).map(StateId::at),
        text: answer.says,
        share: share(answer.likely),
        word: answer.word,
        before: share(answer.before),
    });
    let evidence = said.evidence.into_iter().map(|item| Item {
        id: EvidenceId(item.id),
        kind: item.kind,
        points: item.points,
        found: item.found,
        bears_on: item.bears_on.filter(|place| *place < answers),
        against: item.against,
        bearing: item.bearing,
        reliability: share(item.trusted),
        moves: item.moves.map(share),
        without: share(item.without),
    });
    Incident {
        id: IncidentId(said.id),
        name: said.name,
        about: said.about,
        beliefs: beliefs.collect(),
        evidence: evidence.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::situation::{Answer, Bond, Item as Said, Land, Pin as Stuck, Place};

    fn land(state: &str) -> Land {
        let ring = vec![[0.0, 0.0], [90.0, 0.0], [f64::NAN, 9e9]];
        Land { state: state.to_owned(), anchor: [30.0, -7.0], cells: vec![ring.clone()], outlines: vec![ring] }
    }

    fn place(name: &str) -> Place {
        Place { name: name.to_owned(), code: "XYZ".to_owned(), about: String::new(), weight: 500 }
    }

    #[test]
    fn what_does_not_fit_together_is_left_out() {
        let atlas = Arc::new(atlas(&Geography { lands: vec![land("Here"), land("There")] }));
        assert_eq!(atlas.seats.len(), 2);
        assert!(atlas.cells.iter().flat_map(|cell| &cell.corners).all(|at| at.x.is_finite() && at.y <= 1.0));
        let bond = |between| Bond { between, step: 250, tension: 0, friends: false, severed: false };
        let pin = |at, kind: &str| Stuck {
            at,
            from: Some(7),
            kind: kind.to_owned(),
            says: String::new(),
            new: false,
            over: false,
        };
        let item = Said {
            id: 1,
            kind: "A trace".to_owned(),
            points: String::new(),
            found: String::new(),
            bears_on: Some(4),
            against: false,
            bearing: 1,
            trusted: 5000,
            moves: [0, 1],
            without: 0,
        };
        let answer =
            Answer { says: "It was us".to_owned(), likely: -3, word: String::new(), before: 0, names: Some(9) };
        let said = Situation {
            turn: 0,
            places: vec![place("Here"), place("There")],
            ties: vec![bond([0, 1]), bond([0, 9])],
            pins: vec![pin(1, "incident"), pin(9, "incident"), pin(0, "rumour")],
            steps: Vec::new(),
            incidents: vec![Happening {
                id: 3,
                name: String::new(),
                about: String::new(),
                answers: vec![answer],
                evidence: vec![item],
            }],
        };
        let found = drawn(&atlas, Some("There"), said.clone()).unwrap();
        assert_eq!((found.scene.seat, found.scene.ties.len(), found.scene.pins.len()), (Some(StateId(1)), 1, 1));
        assert_eq!(found.scene.pins[0].from, None);
        let board = &found.incidents[0];
        assert_eq!((board.evidence[0].bears_on, board.evidence[0].reliability), (None, Permille::clamped(1000)));
        assert_eq!((board.beliefs[0].share, board.beliefs[0].names), (Permille::ZERO, None));
        let other = Situation { places: vec![place("Here")], ..said };
        assert!(drawn(&atlas, None, other).is_none(), "a geography of other States");
    }
}
