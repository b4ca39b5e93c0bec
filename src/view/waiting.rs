//! What is waiting between a seat and others: what waits for its own word or deed, what it waits for, and what ran out.
//! Read from the view alone; what two others have between them is not the seat's to wait for.

use crate::base::id::{ExpulsionId, IncidentId, NoteId, ResolutionId, StateId, UndertakingId, WrongId};
use crate::base::{Day, StateSet};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, FollowUp, Order};
use crate::sim::relations::{Duty, Note, NoteKind, Undertaking, UndertakingKind, UndertakingStatus, duty, performs};
use crate::view::{Calling, Draft, MEMORY, Menu, Occasion, View, fits, occasions};

/// For how many days what ran out is still named. Source: judgement, a quarter.
const RECENT: i32 = 90;
/// For how many days a request for help is named. Source: judgement, two months.
const PATIENCE: i32 = 60;
/// The most of what ran out that is named.
const MOST_EXPIRED: usize = 8;

/// What is waiting, by who has to move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// For the seat itself, the soonest due first.
    pub mine: Vec<Pending>,
    /// For others, the soonest due first.
    pub theirs: Vec<Pending>,
    /// What ran out lately, the latest first.
    pub expired: Vec<Pending>,
}

/// One thing that is waiting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// What.
    pub matter: Matter,
    /// The last day on which it can be answered or done, if there is one.
    pub due: Option<Day>,
    /// What of the menu answers it now: the place of the act, and which of its ways.
    pub answers: Vec<(usize, usize)>,
}

/// What can be waiting, in the numbers of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// A word that was given.
    Word(UndertakingId),
    /// A note that asks for an answer.
    Note(NoteId),
    /// A claim that nobody has answered.
    Claim(WrongId),
    /// A draft resolution that waits for a vote.
    Ballot(ResolutionId),
    /// Diplomats sent home, whose expulsion may be returned.
    Expulsion(ExpulsionId),
}

impl Waiting {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.mine.is_empty() && self.theirs.is_empty() && self.expired.is_empty()
    }
}

/// Sorts what is waiting; the menu is the view's own.
pub fn waiting(view: &View, menu: &Menu) -> Waiting {
    let mut found = Waiting::default();
    for word in view.known.undertakings.iter().filter(|word| word.concerns(view.seat)) {
        let Some(place) = place(view, word) else { continue };
        // What ends a word does not answer it.
        let is_about =
            |order: &Order| order.terms.undertaking == Some(word.id) && order.act != Act::Follow(FollowUp::Denounce);
        let is_answered_by = |draft: &Draft| {
            is_about(&draft.order) || place == Place::Mine && performs(view.rules(), word, &draft.order)
        };
        let answers = if place == Place::Expired { Vec::new() } else { answers(menu, is_answered_by) };
        found.group(place).push(Pending { matter: Matter::Word(word.id), due: word.due, answers });
    }
    reproaches(view, menu, &mut found);
    requests(view, menu, &mut found);
    let soonest = |one: &Pending| (one.due.is_none(), one.due, one.matter);
    found.mine.sort_by_key(soonest);
    found.theirs.sort_by_key(soonest);
    found.expired.sort_by_key(|one| std::cmp::Reverse((one.due, one.matter)));
    found.expired.truncate(MOST_EXPIRED);
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Mine,
    Theirs,
    Expired,
}

impl Waiting {
    fn group(&mut self, place: Place) -> &mut Vec<Pending> {
        match place {
            Place::Mine => &mut self.mine,
            Place::Theirs => &mut self.theirs,
            Place::Expired => &mut self.expired,
        }
    }
}

/// Where a word of the seat's, or to it, belongs; nowhere if it neither waits nor ran out lately.
fn place(view: &View, word: &Undertaking) -> Option<Place> {
    use UndertakingStatus::{Accepted, Broken, Expired, Open};
    let (today, seat) = (view.known.day, view.seat);
    let is_past = word.due.is_some_and(|due| due < today);
    let ran_out = matches!(word.status, Expired | Broken) || word.status == Open && is_past;
    if ran_out {
        return (is_past && word.due.is_some_and(|due| today.since(due) <= RECENT)).then_some(Place::Expired);
    }
    if word.is_open_offer() {
        return Some(if word.to == seat { Place::Mine } else { Place::Theirs });
    }
    // What was accepted as an agreement either side can conclude.
    if word.kind == UndertakingKind::Offer && word.status == Accepted && word.content.is_agreement() {
        return Some(Place::Mine);
    }
    // An ultimatum that was met binds nobody any more: its promise does.
    let is_in_force = word.is_in_force() && word.kind != UndertakingKind::Ultimatum;
    let owing = if is_in_force { owing(view, word) } else { StateSet::EMPTY };
    if owing.contains(seat) {
        return Some(Place::Mine);
    }
    (!owing.is_empty()).then_some(Place::Theirs)
}

/// Who owes a deed now by a word in force.
fn owing(view: &View, word: &Undertaking) -> StateSet {
    let is_asked = |by: &StateId| {
        let asks = |note: &Note| {
            let is_request = note.kind == NoteKind::Request && note.day >= word.first_day();
            is_request && is_from_to(note, word.other(*by), *by)
        };
        view.known.notes.iter().any(asks)
    };
    match duty(word.content) {
        Duty::Deed => word.binds(),
        Duty::DeedIfAsked => word.binds().iter().filter(is_asked).collect(),
        Duty::Restraint(_) | Duty::Meeting | Duty::Nothing => StateSet::EMPTY,
    }
}

fn answers(menu: &Menu, fits: impl Fn(&Draft) -> bool) -> Vec<(usize, usize)> {
    let ways = |(place, entry): (usize, &crate::view::Entry)| {
        let way = entry.candidates.iter().position(|candidate| fits(&candidate.draft));
        way.map(|way| (place, way))
    };
    menu.entries.iter().enumerate().filter_map(ways).collect()
}

/// Whether a note reproaches, and so asks for an answer. A warning goes with an ultimatum, which is there already.
fn is_reproach(note: &Note) -> bool {
    matches!(note.kind, NoteKind::Accusation | NoteKind::Demand | NoteKind::Notice | NoteKind::Demarche)
}

/// What the seat is reproached with and has not answered, the drafts it has not voted on, the expulsions it may return, and what
/// others have not answered.
fn reproaches(view: &View, menu: &Menu, found: &mut Waiting) {
    let mut calls = Vec::new();
    occasions(view, &mut calls);
    for call in calls.iter().filter(|call| !call.is_over && call.undertaking.is_none()) {
        let (matter, due) = match (call.calling, call.resolution, call.expulsion) {
            (Calling::Reproach, ..) => (reproach(view, call), None),
            (Calling::Ballot, Some(id), _) => (Some(Matter::Ballot(id)), None),
            (Calling::Expelled, _, Some(id)) => (Some(Matter::Expulsion(id)), returnable_until(view, id)),
            _ => continue,
        };
        let Some(matter) = matter.filter(|matter| found.mine.iter().all(|one| one.matter != *matter)) else { continue };
        let answers = answers(menu, |draft| match (draft.order.act, matter) {
            (Act::Follow(FollowUp::Vote(_)), Matter::Ballot(id)) => draft.order.terms.resolution == Some(id),
            (Act::Follow(FollowUp::Answer(_)), Matter::Note(_) | Matter::Claim(_)) => {
                (draft.order.terms.target, draft.order.terms.incident) == (call.target, call.incident)
            }
            (Act::Move(card), Matter::Expulsion(_)) => {
                let play = view.rules().play(card);
                draft.order.terms.target == call.target && play.is_some_and(|play| fits(view, &play.mechanic, call))
            }
            _ => false,
        });
        found.mine.push(Pending { matter, due, answers });
    }
    let notes = &view.known.notes;
    for note in notes.iter().rev().take_while(|note| view.known.day.since(note.day) <= MEMORY) {
        let same = |other: &Pending| match other.matter {
            Matter::Note(id) => (notes[id.index()].to, notes[id.index()].about) == (note.to, note.about),
            _ => false,
        };
        let is_own = note.from == view.seat && is_reproach(note);
        if is_own && !is_answered(notes, note) && !found.theirs.iter().any(same) {
            found.theirs.push(Pending { matter: Matter::Note(note.id), due: None, answers: Vec::new() });
        }
    }
}

/// The last day on which an expulsion can be returned.
fn returnable_until(view: &View, id: ExpulsionId) -> Option<Day> {
    let within = view.rules().model.tension.returned_within.at;
    view.known.expulsions.get(id.index()).map(|row| Day(row.day.0 + within))
}

/// Requests for help, the latest of each pair of States on a matter. Help leaves no note and no word that could be read off what
/// the seat knows, so a request waits until it is forgotten, or until what it is about is over.
fn requests(view: &View, menu: &Menu, found: &mut Waiting) {
    let (known, mut seen) = (&view.known, Vec::new());
    for note in known.notes.iter().rev().take_while(|note| known.day.since(note.day) <= PATIENCE) {
        let is_over = |about: IncidentId| known.incidents[about.index()].ceased.is_some();
        let same = (note.from, note.to, note.about);
        if note.kind != NoteKind::Request || seen.contains(&same) || note.about.is_some_and(is_over) {
            continue;
        }
        seen.push(same);
        let matter = Matter::Note(note.id);
        if note.from == view.seat {
            found.theirs.push(Pending { matter, due: None, answers: Vec::new() });
        } else if note.to == view.seat {
            let helps = |draft: &Draft| {
                let Act::Move(card) = draft.order.act else { return false };
                let play = view.rules().play(card);
                let is_help =
                    play.is_some_and(|play| matches!(play.mechanic, Mechanic::Assist(_) | Mechanic::Suppress(_)));
                is_help && note.about.is_some() && draft.order.terms.incident == note.about
            };
            found.mine.push(Pending { matter, due: None, answers: answers(menu, helps) });
        }
    }
}

/// What a reproach on the seat's table rests on: the latest note, else the claim.
fn reproach(view: &View, call: &Occasion) -> Option<Matter> {
    let from = call.target?;
    let is_it = |note: &&Note| is_reproach(note) && is_from_to(note, from, view.seat) && note.about == call.incident;
    let note = view.known.notes.iter().rev().find(is_it).map(|note| Matter::Note(note.id));
    note.or(call.claim.map(Matter::Claim))
}

fn is_from_to(note: &Note, from: StateId, to: StateId) -> bool {
    (note.from, note.to) == (from, to)
}

fn is_answered(notes: &[Note], note: &Note) -> bool {
    let answers = |other: &Note| {
        let answer = matches!(
            other.kind,
            NoteKind::Denial
                | NoteKind::Admission
                | NoteKind::Inquiry
                | NoteKind::CounterAccusation
                | NoteKind::Apology
                | NoteKind::Surrender
        );
        answer && is_from_to(other, note.to, note.from) && other.about == note.about
    };
    notes.iter().rev().take_while(|other| other.day >= note.day).any(answers)
}

/// The offer that an offer answers, or beside which it lies: the one it was made in answer to, else an open one of the other
/// side on the same matter. Both are of the view, so nothing is shown that the seat does not know.
pub fn rival<'a>(view: &'a View, word: &Undertaking) -> Option<&'a Undertaking> {
    if word.kind != UndertakingKind::Offer || !word.concerns(view.seat) {
        return None;
    }
    let all = &view.known.undertakings;
    let answered = word.after.and_then(|id| all.get(id.index())).filter(|one| one.kind == UndertakingKind::Offer);
    let beside = || {
        let is_other = |one: &&Undertaking| {
            (one.from, one.to) == (word.to, word.from)
                && one.kind == UndertakingKind::Offer
                && one.is_open_offer()
                && one.incident == word.incident
        };
        // Of two that cross, the later is held against the earlier.
        all.iter().filter(|_| word.is_open_offer()).filter(is_other).rfind(|one| one.id < word.id)
    };
    answered.or_else(beside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture;
    use crate::sim::order::Level;
    use crate::sim::relations::{Content, Expulsion};
    use crate::sim::situation::Situation;
    use crate::view::menu;

    const ME: StateId = StateId(0);
    const IT: StateId = StateId(1);
    const THIRD: StateId = StateId(2);

    fn give(world: &mut Situation, kind: UndertakingKind, (from, to): (StateId, StateId), content: Content) -> usize {
        let id = UndertakingId::at(world.undertakings.len());
        let given = Undertaking::given(kind, (from, to), content, Day(0), StateSet::EMPTY);
        world.undertakings.push(Undertaking { id, due: Some(Day(60)), ..given });
        id.index()
    }

    fn of(world: &Situation) -> (View, Waiting) {
        let view = crate::view::tests::seen(world, ME);
        let waiting = waiting(&view, &menu(&view));
        (view, waiting)
    }

    /// The words of a group, in its order.
    fn words(view: &View, group: &[Pending]) -> Vec<(StateId, Content)> {
        let word = |one: &Pending| match one.matter {
            Matter::Word(id) => view.known.undertakings.get(id.index()),
            _ => None,
        };
        group.iter().filter_map(word).map(|word| (word.from, word.content)).collect()
    }

    #[test]
    fn requests_for_help_wait_until_they_are_old_or_the_matter_is_over() {
        let mut world = fixture::ring(4);
        world.day = Day(30);
        let ask = |world: &mut Situation, from: StateId, to: StateId, day: i32| {
            let id = NoteId::at(world.notes.len());
            let known_to = StateSet::of(from).with(to);
            world.notes.push(Note {
                id,
                from,
                to,
                kind: NoteKind::Request,
                about: None,
                claim: None,
                day: Day(day),
                known_to,
            });
        };
        ask(&mut world, IT, ME, -60);
        ask(&mut world, IT, ME, 10);
        ask(&mut world, IT, ME, 20);
        ask(&mut world, ME, THIRD, 20);
        ask(&mut world, IT, THIRD, 25);
        let (view, waiting) = of(&world);
        let notes = |group: &[Pending]| {
            let day = |one: &Pending| match one.matter {
                Matter::Note(id) => Some((view.known.notes[id.index()].from, view.known.notes[id.index()].day)),
                _ => None,
            };
            group.iter().filter_map(day).collect::<Vec<_>>()
        };
        assert_eq!(notes(&waiting.mine), [(IT, Day(20))]);
        assert_eq!(notes(&waiting.theirs), [(ME, Day(20))]);
        world.day = Day(90);
        assert!(of(&world).1.is_empty());
    }

    #[test]
    fn words_wait_for_whoever_has_to_move_and_run_out() {
        use UndertakingKind::{Offer, Promise, Treaty, Ultimatum};
        let mut world = fixture::ring(4);
        world.day = Day(30);
        give(&mut world, Offer, (IT, ME), Content::Talks);
        give(&mut world, Offer, (ME, IT), Content::Channel);
        let soon = give(&mut world, Ultimatum, (IT, ME), Content::CeaseOperations);
        world.undertakings[soon].due = Some(Day(31));
        give(&mut world, Promise, (ME, IT), Content::Inquiry);
        give(&mut world, Promise, (IT, ME), Content::Inquiry);
        // Restraint asks for no deed, and what others have between them is theirs.
        give(&mut world, Treaty, (ME, IT), Content::Verification);
        world.undertakings.last_mut().unwrap().status = UndertakingStatus::Accepted;
        give(&mut world, Offer, (IT, THIRD), Content::Registry);
        world.undertakings.last_mut().unwrap().known_to = StateSet::ALL;
        for (status, due) in [(UndertakingStatus::Expired, 20), (UndertakingStatus::Expired, -200)] {
            let old = give(&mut world, Offer, (IT, ME), Content::JointExercise);
            (world.undertakings[old].status, world.undertakings[old].due) = (status, Some(Day(due)));
        }
        let lapsed = give(&mut world, Ultimatum, (ME, IT), Content::Inquiry);
        world.undertakings[lapsed].due = Some(Day(29));

        let (view, waiting) = of(&world);
        let mine = [(IT, Content::CeaseOperations), (IT, Content::Talks), (ME, Content::Inquiry)];
        assert_eq!(words(&view, &waiting.mine), mine, "the soonest first");
        assert_eq!(words(&view, &waiting.theirs), [(ME, Content::Channel), (IT, Content::Inquiry)]);
        assert_eq!(words(&view, &waiting.expired), [(ME, Content::Inquiry), (IT, Content::JointExercise)]);

        let acts = |one: &Pending| {
            let act = |(entry, _): &(usize, usize)| menu(&view).entries[*entry].act;
            one.answers.iter().map(act).collect::<Vec<_>>()
        };
        let follow = |ups: &[FollowUp]| ups.iter().map(|up| Act::Follow(*up)).collect::<Vec<_>>();
        assert_eq!(acts(&waiting.mine[0]), follow(&[FollowUp::Accept]));
        assert_eq!(acts(&waiting.mine[1]), follow(&[FollowUp::Accept, FollowUp::Reject, FollowUp::Counter]));
        assert_eq!(acts(&waiting.theirs[0]), follow(&[FollowUp::Withdraw]));
        assert!(waiting.expired.iter().all(|one| one.answers.is_empty()));
    }

    #[test]
    fn an_expulsion_waits_for_its_return_in_kind_until_it_is_history() {
        let row = |id: u32, by, of, returns: Option<u32>| Expulsion {
            id: ExpulsionId(id),
            by,
            of,
            level: Level::High,
            about: None,
            returns: returns.map(ExpulsionId),
            day: Day(0),
        };
        let mut world = fixture::ring(4);
        world.expulsions.push(row(0, IT, ME, None));
        let (view, waiting) = of(&world);
        assert_eq!(waiting.mine.iter().map(|one| one.matter).collect::<Vec<_>>(), [Matter::Expulsion(ExpulsionId(0))]);
        let all = menu(&view).entries;
        let ways: Vec<Order> =
            waiting.mine[0].answers.iter().map(|(entry, way)| all[*entry].candidates[*way].draft.order).collect();
        let slug = |order: &Order| match order.act {
            Act::Move(card) => view.rules().cards[card.index()].id.clone(),
            Act::Follow(follow) => follow.slug().to_owned(),
        };
        assert_eq!(ways.iter().map(slug).collect::<Vec<_>>(), ["expel-diplomats"]);
        assert_eq!((ways[0].terms.target, ways[0].terms.level), (Some(IT), Some(Level::High)), "in kind");
        // It waits as long as it can be returned, and not for whoever sent them home.
        let due = waiting.mine[0].due.unwrap();
        assert!(of(&Situation { day: due, ..world.clone() }).1.mine.len() == 1);
        assert!(of(&Situation { day: Day(due.0 + 1), ..world.clone() }).1.is_empty());
        world.expulsions[0] = row(0, ME, IT, None);
        assert!(of(&world).1.is_empty());
        world.expulsions[0] = row(0, IT, ME, None);
        world.expulsions.push(row(1, ME, IT, Some(0)));
        assert!(of(&world).1.is_empty(), "returned");
    }

    #[test]
    fn a_demand_waits_until_it_is_answered() {
        let note = |id: u32, kind, from, to| Note {
            id: NoteId(id),
            from,
            to,
            kind,
            about: None,
            claim: None,
            day: Day(0),
            known_to: StateSet::of(from).with(to),
        };
        let mut world = fixture::ring(4);
        world.notes.push(note(0, NoteKind::Demand, IT, ME));
        world.notes.push(note(1, NoteKind::Demarche, ME, IT));
        world.notes.push(note(2, NoteKind::Demand, ME, IT));
        let matters = |group: &[Pending]| group.iter().map(|one| one.matter).collect::<Vec<_>>();
        let (_, waiting) = of(&world);
        assert_eq!(matters(&waiting.mine), [Matter::Note(NoteId(0))]);
        assert_eq!(matters(&waiting.theirs), [Matter::Note(NoteId(2))], "asked twice, it waits once");
        assert!(waiting.mine[0].answers.len() > 2, "{:?}", waiting.mine);
        world.notes.push(note(3, NoteKind::Denial, ME, IT));
        world.notes.push(note(4, NoteKind::Inquiry, IT, ME));
        let (_, waiting) = of(&world);
        assert!(waiting.is_empty(), "{waiting:?}");
    }

    #[test]
    fn help_that_was_agreed_waits_for_whoever_was_asked() {
        let mut world = fixture::ring(4);
        give(&mut world, UndertakingKind::Treaty, (IT, ME), Content::Assistance);
        world.undertakings[0].status = UndertakingStatus::Accepted;
        assert!(of(&world).1.is_empty(), "nobody has asked");
        let (about, claim, day) = (None, None, Day(0));
        for (from, to) in [(ME, IT), (IT, ME)] {
            let known_to = StateSet::of(from).with(to);
            let id = NoteId(world.notes.len() as u32);
            world.notes.push(Note { id, from, to, kind: NoteKind::Request, about, claim, day, known_to });
            let (view, waiting) = of(&world);
            let groups = [words(&view, &waiting.mine).len(), words(&view, &waiting.theirs).len()];
            assert_eq!(groups, if to == IT { [0, 1] } else { [1, 0] });
            let all = menu(&view).entries;
            let ends = |(entry, _): &(usize, usize)| all[*entry].act == Act::Follow(FollowUp::Denounce);
            assert!(waiting.mine.iter().chain(&waiting.theirs).all(|one| !one.answers.iter().any(ends)));
        }
    }

    #[test]
    fn an_offer_is_held_against_the_one_it_answers_or_crosses() {
        use UndertakingKind::Offer;
        let mut world = fixture::ring(4);
        let first = give(&mut world, Offer, (IT, ME), Content::Talks);
        let crossing = give(&mut world, Offer, (ME, IT), Content::Channel);
        let (view, _) = of(&world);
        let rival_of =
            |view: &View, place: usize| rival(view, &view.known.undertakings[place]).map(|one| one.id.index());
        assert_eq!((rival_of(&view, first), rival_of(&view, crossing)), (None, Some(first)));
        world.undertakings[first].status = UndertakingStatus::Countered;
        let (view, _) = of(&world);
        assert_eq!(rival_of(&view, crossing), None, "it was answered by something else");
        world.undertakings[crossing].after = Some(UndertakingId::at(first));
        let (view, _) = of(&world);
        assert_eq!(rival_of(&view, crossing), Some(first));
        // An offer between others is theirs to compare, public or not.
        for word in &mut world.undertakings {
            word.from = if word.from == ME { THIRD } else { word.from };
            word.to = if word.to == ME { THIRD } else { word.to };
            word.known_to = StateSet::ALL;
        }
        let (view, _) = of(&world);
        assert_eq!(rival_of(&view, crossing), None);
    }
}
