//! Minutes: what teams laid before themselves, turn by turn, read off the lines of a journal. A room keeps drafts only as long
//! as their turn; who looks back wants all of them.

use std::collections::BTreeMap;

use crate::base::Turn;
use crate::base::id::StateId;
use crate::content::scenario::Staged;
use crate::session::desk::{Deed, DeskLine, Millis, Office, PersonId};
use crate::session::entry::{Entry, Lock, Person};
use crate::session::journal::Line;
use crate::session::room::{Draft, Room};

/// A draft as it was left when its turn ended, or was gone back from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minute {
    /// In which turn.
    pub turn: Turn,
    /// Before whose team.
    pub state: StateId,
    /// What, who proposed it, what others thought, and what became of it.
    pub draft: Draft,
    /// Which office each of the team held then.
    pub offices: BTreeMap<PersonId, Office>,
}

/// Every draft of a journal, in the order of turns, States and proposals. Journals name no persons, and neither do minutes.
pub fn minutes(lines: impl IntoIterator<Item = Line>, staged: &Staged) -> Vec<Minute> {
    let mut room = Room::of(staged, Millis(0));
    let mut all = Vec::new();
    for line in lines {
        if let Line::Desk(DeskLine { deed: Deed::Seated { person, .. }, .. }) = &line {
            let nobody = Person { id: *person, name: String::new(), code: Lock::of("") };
            room.take(&Entry::Person(nobody));
        }
        // With any of these the desks are cleared.
        let clears = match &line {
            Line::Turn(_) => true,
            Line::Desk(line) => matches!(line.deed, Deed::SteppedBack { .. } | Deed::Overruled(_) | Deed::Undone),
            Line::Header(_) | Line::End(_) => false,
        };
        if clears {
            all.extend(open(&room));
        }
        room.take(&Entry::Line(line));
    }
    all.extend(open(&room));
    all
}

/// The drafts that lie before the teams now.
fn open(room: &Room) -> impl Iterator<Item = Minute> + '_ {
    let offices = |state| room.delegation(state).map(|one| (one.person.id, one.office)).collect::<BTreeMap<_, _>>();
    (0..).map(StateId::at).zip(&room.desks).flat_map(move |(state, desk)| {
        let of_state = offices(state);
        desk.drafts.iter().map(move |draft| Minute {
            turn: room.turn,
            state,
            draft: draft.clone(),
            offices: of_state.clone(),
        })
    })
}
