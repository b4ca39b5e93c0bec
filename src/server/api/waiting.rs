//! What is waiting between a seat's State and others, for programs.

use crate::server::pages::seat::Seat;
use crate::view::{self, Matter, menu};
use crate::wire::api::{Answering, Changed, Instead, Pending, Waiting};
use crate::wire::slug;

/// What is waiting, by who has to move.
pub(super) fn waiting(seat: &Seat<'_>) -> Waiting {
    let (menu, outlook, view) = (menu(&seat.view), seat.outlook(), &seat.view);
    let answering = |(place, way): &(usize, usize)| {
        let entry = &menu.entries[*place];
        let says = outlook.choice(&entry.candidates[*way].draft);
        Answering { act: slug(view.rules(), entry.act), way: *way, says }
    };
    let pending = |one: &view::Pending| {
        let word = match one.matter {
            Matter::Word(id) => view.known.undertakings.get(id.index()),
            Matter::Note(_) | Matter::Claim(_) | Matter::Ballot(_) | Matter::Expulsion(_) => None,
        };
        let instead_of = word.and_then(|now| outlook.beside(now)).map(|beside| {
            let changed = beside.compared.changed.into_iter();
            Instead {
                offer: beside.offer,
                changed: changed.map(|one| Changed { term: one.term, now: one.now, before: one.before }).collect(),
                same: beside.compared.same,
            }
        });
        Pending {
            says: outlook.matter(one.matter),
            days_left: one.due.map(|due| due.since(view.known.day)),
            acts: one.answers.iter().map(answering).collect(),
            instead_of,
        }
    };
    let found = view::waiting(view, &menu);
    let group = |group: &[view::Pending]| group.iter().map(pending).collect::<Vec<_>>();
    let appeals = seat.room().open_appeals(seat.state).map(|sent| Pending {
        says: seat.words.say_with("wait-appeal", &[("text", (&sent.text).into())]),
        days_left: None,
        acts: Vec::new(),
        instead_of: None,
    });
    let theirs = group(&found.theirs).into_iter().chain(appeals).collect();
    Waiting { mine: group(&found.mine), theirs, expired: group(&found.expired) }
}
