//! What lies around a seat's desk, as its screens show it: what is waiting, threads with others, the delegation and its
//! drafts, standing orders, the clock. Made, like the [`Sheet`](crate::console::sheet::Sheet), on the thread that owns the game.

use std::collections::BTreeMap;

use crate::agents::Mandate;
use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::console::sheet::{Line, line};
use crate::content::tempers;
use crate::law::Overall;
use crate::session::desk::{By, Millis, Office, PersonId, StandingOrders};
use crate::session::entry::Message;
use crate::session::live::Shown;
use crate::session::room::{Clock, Draft as Laying, Fate, Plea, Room, Seated, remit};
use crate::sim::docket::attention;
use crate::sim::legal::Chambers;
use crate::sim::order::{Act, Order};
use crate::view::{Clearance, Counsel, Matter, Menu, PUBLIC, Pending, waiting};
use crate::words::seat::Outlook;
use crate::words::text::capitalised;
use crate::words::waiting::Beside;
use crate::words::{Card, Words};

/// One thing that is waiting.
#[derive(Clone, Debug)]
pub struct Wait {
    /// What.
    pub text: String,
    /// How long there is, if there is a last day.
    pub until: Option<String>,
    /// Whether it is an offer that changes another.
    pub compared: Option<Beside>,
    /// The acts that answer it now.
    pub answers: Vec<Line>,
}

/// Something in a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// In which turn, from 0; below nothing before the crisis.
    turn: i32,
    /// What kind of note it is, or that it is a message.
    pub kind: String,
    /// Whether it is a note, which binds and counts.
    pub is_note: bool,
    /// What it says.
    pub text: String,
    /// Who sent it, and when.
    pub side: String,
    /// Whether this State sent it.
    pub is_own: bool,
}

/// Everything that passed between a State and the same others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The others; nobody for the facilitator.
    pub with: StateSet,
    /// By name.
    pub name: String,
    /// The oldest first.
    pub passed: Vec<Passed>,
}

/// A draft before the team.
#[derive(Clone, Debug)]
pub struct Laid {
    /// Its number.
    pub nth: u16,
    /// In words.
    pub text: String,
    /// What the law makes of it.
    pub verdict: Option<(Overall, String)>,
    /// The whole card, for whoever reads briefs.
    pub brief: Option<Card>,
    /// Who proposed it.
    pub by: String,
    /// What others think of it.
    pub voices: Vec<String>,
    /// Whether an objection holds it.
    pub is_held: bool,
    /// What became of it.
    pub fate: Fate,
    /// Whether whoever looks can lay it aside.
    pub may_withdraw: bool,
    /// Why approving it now would be in vain.
    pub why_not: Option<String>,
}

/// Who looks, and what they may do.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a right that can be had without the others")]
pub struct Rights {
    /// Order without asking.
    pub sends: bool,
    /// Propose drafts and speak on them.
    pub confers: bool,
    /// Take orders back and call them complete.
    pub closes: bool,
    /// Leave standing orders.
    pub instructs: bool,
    /// Ask for more time.
    pub pleads: bool,
    /// Write to others.
    pub writes: bool,
    /// Ask the facilitator.
    pub asks: bool,
}

/// Everything around the desk.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four things that hold or do not, whatever the others do")]
pub struct Around {
    /// Who looks, with their office; nobody for whoever looks over a shoulder.
    pub who: Option<String>,
    /// What their office is for.
    pub office: Vec<String>,
    /// What they may do.
    pub rights: Rights,
    /// What waits for the State, for others, and what ran out.
    pub waiting: [Vec<Wait>; 3],
    /// What passed between the State and others, the liveliest thread first.
    pub threads: Vec<Thread>,
    /// To whom one can write.
    pub readers: Vec<(StateId, String)>,
    /// What the facilitator's events told, the latest first.
    pub bulletins: Vec<[String; 3]>,
    /// Everybody who sits in the State, each with what they answer for.
    pub delegation: Vec<String>,
    /// Whether secrets are kept from whoever looks.
    pub is_kept: bool,
    /// The rule by which a draft is sent.
    pub rule: String,
    /// Drafts of this turn.
    pub drafts: Vec<Laid>,
    /// How many orders and drafts there are of which whoever looks is not told.
    pub secret: [usize; 2],
    /// What is left to the State's agent, and in words.
    pub standing: (StandingOrders, String),
    /// Tempers to choose from.
    pub tempers: Vec<(Option<String>, String)>,
    /// Mandates to choose from.
    pub mandates: Vec<(Mandate, String)>,
    /// Whether the orders are complete.
    pub ready: bool,
    /// Whether the seat is in the hands of its agent.
    pub with_agent: bool,
    /// The clock.
    pub clock: Clock,
    /// What became of the State's wish for more time.
    pub plea: Option<String>,
    /// Whether whoever looks is the only person in the class.
    pub is_alone: bool,
}

impl Around {
    /// What lies around the desk of a seat.
    pub fn of(outlook: &Outlook<'_>, shown: &Shown, menu: &Menu, who: Option<PersonId>, left: i32) -> Self {
        let (room, words, seat) = (&shown.room, outlook.telling.words, outlook.view.seat);
        let who = who.and_then(|person| room.seated(person));
        let desk = &room.desks[seat.index()];
        let is_hidden = |order: &&Order| !outlook.view.is_told(order);
        let secret = [
            desk.orders.iter().filter(is_hidden).count(),
            desk.drafts.iter().map(|draft| &draft.order).filter(is_hidden).count(),
        ];
        let states = (0..room.desks.len()).map(StateId::at).chain([PUBLIC]);
        let readers = states.filter(|state| *state != seat && room.reads(*state));
        let tempers = tempers::slugs().iter().map(|slug| Some(slug.clone()));
        Self {
            who: who.map(|who| named(words, who)),
            office: who.map(|who| words.rights(who.office)).unwrap_or_default(),
            rights: rights(room, seat, who),
            waiting: waits(outlook, room, menu),
            threads: threads(outlook, room),
            readers: readers.map(|state| (state, outlook.telling.place(state))).collect(),
            bulletins: bulletins(words, room, seat),
            delegation: room.delegation(seat).map(|one| answers_for(words, one)).collect(),
            is_kept: outlook.view.clearance() == Clearance::Open,
            rule: words.approval(room.approval),
            drafts: drafts(outlook, room, who, left),
            secret,
            standing: (desk.standing.clone(), words.standing_orders("standing-says", &desk.standing)),
            tempers: std::iter::once(None)
                .chain(tempers)
                .map(|temper| (temper.clone(), words.temper(temper.as_deref())))
                .collect(),
            mandates: Mandate::ALL.iter().map(|one| (*one, words.mandate(*one))).collect(),
            ready: desk.ready,
            with_agent: desk.with_agent,
            clock: room.clock,
            plea: desk.plea.map(|plea| plea_text(words, plea)),
            is_alone: room.people.len() < 2,
        }
    }

    /// Whether there is a team to confer with.
    pub fn has_team(&self) -> bool {
        self.delegation.len() > 1 || !self.drafts.is_empty()
    }
}

fn named(words: &Words, one: &Seated) -> String {
    let office = words.office(one.office);
    words.say_with("office-person", &[("name", (&one.person.name).into()), ("office", (&office).into())])
}

fn answers_for(words: &Words, one: &Seated) -> String {
    let fields = remit(one.office).map(|remit| format!(": {}", words.remit("office-answers-for", remit)));
    named(words, one) + &fields.unwrap_or_default()
}

fn plea_text(words: &Words, plea: Plea) -> String {
    match plea {
        Plea::Asked(_) => words.say("time-asked"),
        Plea::Given(Millis(more)) => {
            let minutes = u32::try_from(more.div_ceil(60_000)).unwrap_or(u32::MAX);
            words.say_with("time-given", &[("minutes", minutes.into())])
        }
        Plea::Denied => words.say("time-denied"),
    }
}

fn rights(room: &Room, seat: StateId, who: Option<&Seated>) -> Rights {
    let Some(who) = who else { return Rights::default() };
    let person = who.person.id;
    let by = By::Person(person);
    let begun = !room.over && room.clock != Clock::Waiting;
    let confers = begun && !room.desks[seat.index()].with_agent;
    let sends = confers && room.sends(person);
    Rights {
        sends,
        confers,
        closes: sends || confers && who.office == Office::Head,
        instructs: !room.over && room.may_instruct(by).is_ok(),
        pleads: room.may_plead(by, room.turn).is_ok(),
        writes: begun,
        asks: !room.over,
    }
}

fn waits(outlook: &Outlook<'_>, room: &Room, menu: &Menu) -> [Vec<Wait>; 3] {
    let found = waiting(outlook.view, menu);
    let one = |pending: &Pending| {
        let word = match pending.matter {
            Matter::Word(id) => outlook.view.known.undertakings.get(id.index()),
            Matter::Note(_) | Matter::Claim(_) | Matter::Ballot(_) | Matter::Expulsion(_) => None,
        };
        let answers = pending.answers.iter().map(|(entry, way)| {
            let entry = &menu.entries[*entry];
            line(outlook, &entry.candidates[*way].draft, None)
        });
        Wait {
            text: outlook.matter(pending.matter),
            until: pending.due.map(|due| outlook.until(due)),
            compared: word.and_then(|word| outlook.beside(word)),
            answers: answers.collect(),
        }
    };
    let appeals = room.open_appeals(outlook.view.seat).map(|sent| Wait {
        text: outlook.telling.words.say_with("wait-appeal", &[("text", (&sent.text).into())]),
        until: None,
        compared: None,
        answers: Vec::new(),
    });
    let theirs = found.theirs.iter().map(one).chain(appeals).collect();
    [found.mine.iter().map(one).collect(), theirs, found.expired.iter().map(one).collect()]
}

fn threads(outlook: &Outlook<'_>, room: &Room) -> Vec<Thread> {
    let (telling, words, seat) = (&outlook.telling, outlook.telling.words, outlook.view.seat);
    let mut all: BTreeMap<StateSet, Vec<Passed>> = BTreeMap::new();
    let span = i32::from(outlook.view.known.span.0.max(1));
    for note in outlook.view.known.notes.iter().filter(|note| note.from == seat || note.to == seat) {
        let other = if note.from == seat { note.to } else { note.from };
        let kind = telling.word(note.kind);
        all.entry(StateSet::of(other)).or_default().push(Passed {
            turn: note.day.0.div_euclid(span),
            kind: words.say_with("con-note", &[("kind", (&kind).into())]),
            is_note: true,
            text: capitalised(&telling.note(note.id)),
            side: telling.day(note.day),
            is_own: note.from == seat,
        });
    }
    let own = |one: &&Message| one.from == seat || one.to.contains(seat) || one.to.is_public();
    for message in room.messages.iter().filter(own) {
        let mut with = if message.to.is_public() { message.to } else { message.to.with(message.from) };
        if !with.is_public() {
            with.remove(seat);
        }
        let from = telling.place(message.from);
        let writer = room.seated(message.person).filter(|_| message.from == seat);
        let from = writer.map_or(from, |writer| writer.person.name.clone());
        let turn = ("turn", (u32::from(message.turn.0) + 1).into());
        let text = if message.text.is_empty() { words.say("seat-message-hidden") } else { message.text.clone() };
        all.entry(with).or_default().push(Passed {
            turn: i32::from(message.turn.0),
            kind: words.say("con-note-message"),
            is_note: false,
            text,
            side: words.say_with("con-note-side", &[("from", (&from).into()), turn]),
            is_own: message.from == seat,
        });
    }
    let name = |with: StateSet| if with.is_empty() { words.say("inbox-desk") } else { telling.places(with) };
    let thread = |(with, mut passed): (StateSet, Vec<Passed>)| {
        passed.sort_by_key(|one| one.turn);
        Thread { with, name: capitalised(&name(with)), passed }
    };
    let mut threads: Vec<Thread> = all.into_iter().map(thread).collect();
    let latest = |thread: &Thread| thread.passed.last().map(|one| one.turn);
    threads.sort_by_key(|thread| (std::cmp::Reverse((latest(thread), thread.passed.len())), thread.name.clone()));
    threads
}

fn bulletins(words: &Words, room: &Room, seat: StateId) -> Vec<[String; 3]> {
    let told = room.bulletins(Some(seat));
    let one = |(turn, plan): &(Turn, &crate::session::plan::Plan)| {
        let id = if plan.to.is_public() { "seat-news-public" } else { "seat-news-shared" };
        let sight = words.say_with(id, &[("turn", (u32::from(turn.0) + 1).into())]);
        [plan.title.clone(), plan.text.clone(), sight]
    };
    told.iter().map(one).collect()
}

fn drafts(outlook: &Outlook<'_>, room: &Room, who: Option<&Seated>, left: i32) -> Vec<Laid> {
    let all = &room.desks[outlook.view.seat.index()].drafts;
    if all.is_empty() {
        return Vec::new();
    }
    let mut chambers = Chambers::new(outlook.view.rules());
    let mut counsel = Counsel::of(outlook.view, &mut chambers);
    let told = (0_u16..).zip(all).filter(|(_, draft)| outlook.view.is_told(&draft.order));
    told.map(|(nth, draft)| laid(outlook, room, &mut counsel, who, left, (nth, draft))).collect()
}

fn laid(
    outlook: &Outlook<'_>,
    room: &Room,
    counsel: &mut Counsel<'_>,
    who: Option<&Seated>,
    left: i32,
    (nth, draft): (u16, &Laying),
) -> Laid {
    let (words, seat) = (outlook.telling.words, outlook.view.seat);
    let known = outlook.view.draft(&draft.order).ok();
    let name = |person| room.seated(person).map_or_else(String::new, |one| one.person.name.clone());
    let is_worth_saying = |person, voice, word: &str| {
        person != draft.by || voice == crate::session::desk::Voice::Object || !word.is_empty()
    };
    let voices = draft.voices.iter().filter(|(person, (voice, word))| is_worth_saying(**person, *voice, word));
    let office = who.map_or(Office::Head, |who| who.office);
    let reads = office == Office::Head || remit(office).is_some_and(|remit| remit.may_hold);
    let verdict = known.as_ref().map(|known| {
        let overall = counsel.answer(known).overall;
        (overall, words.say_with("team-verdict", &[("verdict", (&words.verdict_within(overall)).into())]))
    });
    let is_own = who.is_some_and(|who| who.person.id == draft.by);
    let would_send = who.is_some_and(|who| room.is_agreed(seat, draft, Some(who.person.id)));
    let is_dear = attention(outlook.view.rules(), draft.order.act) > left;
    Laid {
        nth,
        text: known.as_ref().map_or_else(|| outlook.telling.choice(draft.order.act), |known| outlook.choice(known)),
        verdict,
        brief: known.as_ref().filter(|_| reads).map(|known| outlook.card(known, &counsel.opinion(known))),
        by: words.say_with("team-by", &[("name", (&name(draft.by)).into())]),
        voices: voices.map(|(person, (voice, word))| words.voiced(&name(*person), *voice, word)).collect(),
        is_held: draft.fate == Fate::Open && room.is_held(seat, draft),
        fate: draft.fate,
        may_withdraw: is_own || office == Office::Head && who.is_some(),
        why_not: (would_send && is_dear).then(|| words.say("team-too-dear")),
    }
}

/// A reason why somebody else has to propose an act, if it falls to another office.
pub fn falls_to(words: &Words, room: &Room, who: Option<&Seated>, act: Act) -> Option<String> {
    let who = who.filter(|who| !room.may_propose(who.person.id, act))?;
    let all: Vec<String> = room.answering(who.state, act).map(|one| named(words, one)).collect();
    Some(words.say_with("office-others-answer", &[("who", (&words.list("list-and", &all)).into())]))
}
