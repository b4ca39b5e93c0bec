//! The post between the white cell's screens and the host's event loop: wishes go out, what there is to see comes in, and
//! no frame waits for either.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::Duration;

use bevy_egui::egui;
use tokio::runtime::Handle;

use crate::base::Turn;
use crate::base::id::StateId;
use crate::console::cell::Cell;
use crate::console::clock;
use crate::console::files;
use crate::console::map::Atlas;
use crate::console::record::Record;
use crate::console::sheet::Sheet;
use crate::server::white_cell::answer;
use crate::server::{Hall, WhiteCell};
use crate::session::desk::{Moment, PersonId};
use crate::session::entry::Message;
use crate::session::live::Shown;
use crate::session::plan::Plan;
use crate::session::room::Seated;
use crate::session::wish::Wish;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Cast;
use crate::sim::situation::Situation;
use crate::store::sheet;
use crate::wire::plan;
use crate::words::Words;

/// How often who is here is looked at again, when nothing else has changed.
const AGAIN: Duration = Duration::from_secs(5);

enum News {
    Cell(Box<Cell>),
    Seen(StateId, Box<Sheet>),
    Answer(Result<(), String>),
    Forked(Result<String, String>),
    Record(Box<Record>),
    Told(Result<String, String>),
}

/// What a follower needs; once the post goes, it goes too.
struct Follower {
    words: Arc<Words>,
    screen: egui::Context,
    hall: Arc<Hall>,
    secret: String,
    desk: WhiteCell,
    tell: Sender<News>,
    /// Whether worlds are being compared.
    compares: AtomicBool,
    /// How often it looks who is here.
    again: Duration,
}

impl Follower {
    fn tell(&self, news: News) {
        // Nobody listens once the desk is left.
        _ = self.tell.send(news);
        self.screen.request_repaint();
    }
}

/// A facilitator's desk.
pub struct Post {
    follower: Arc<Follower>,
    /// Every follower holds a weak end of this, and ends with it.
    _alive: Arc<()>,
    events: Handle,
    news: Receiver<News>,
    salt: String,
    sent: u64,
    waiting: usize,
    /// The geography.
    pub atlas: Atlas,
    /// What there is to see, once it has been made.
    pub cell: Option<Arc<Cell>>,
    /// Through whose eyes one looks, and what they see.
    pub seen: Option<(StateId, Arc<Sheet>)>,
    eyes: Option<StateId>,
    /// Why the last thing was not done.
    pub trouble: Option<String>,
    /// Where a file went.
    pub told: Option<String>,
    /// A world that was opened just now.
    pub forked: Option<String>,
    /// The review that was asked for.
    pub record: Option<Box<Record>>,
}

impl Post {
    /// Goes to the desk of a game; `None` if the secret does not open it.
    pub fn enter(
        words: &Arc<Words>,
        screen: &egui::Context,
        hall: &Arc<Hall>,
        events: &Handle,
        ways: (&str, &str),
    ) -> Option<Self> {
        Self::enter_looking(words, screen, hall, events, ways, AGAIN)
    }

    /// The same, with another time after which one looks again who is here.
    fn enter_looking(
        words: &Arc<Words>,
        screen: &egui::Context,
        hall: &Arc<Hall>,
        events: &Handle,
        (code, secret): (&str, &str),
        again: Duration,
    ) -> Option<Self> {
        let desk = WhiteCell::enter(hall, code, secret)?;
        let (tell, news) = channel();
        let atlas = Atlas::of(&desk.shown().position.staged().scenario);
        let follower = Arc::new(Follower {
            words: words.clone(),
            screen: screen.clone(),
            hall: hall.clone(),
            secret: secret.to_owned(),
            desk,
            tell,
            compares: AtomicBool::new(false),
            again,
        });
        let alive = Arc::new(());
        events.spawn(follow(follower.clone(), Arc::downgrade(&alive)));
        Some(Self {
            follower,
            _alive: alive,
            events: events.clone(),
            news,
            // Keys of an earlier start of the same game must not be met again.
            salt: format!("window-{}", clock::now().0),
            sent: 0,
            waiting: 0,
            atlas,
            cell: None,
            seen: None,
            eyes: None,
            trouble: None,
            told: None,
            forked: None,
            record: None,
        })
    }

    /// The code of the game.
    pub fn code(&self) -> &str {
        self.follower.desk.code()
    }

    /// The same desk in other words.
    pub fn speak(&mut self, words: &Arc<Words>) -> Option<Self> {
        let own = &self.follower;
        Self::enter(words, &own.screen, &own.hall, &self.events, (own.desk.code(), &own.secret))
    }

    /// Goes to the desk of another world.
    pub fn to(&self, code: &str) -> Option<Self> {
        let own = &self.follower;
        Self::enter(&own.words, &own.screen, &own.hall, &self.events, (code, &own.secret))
    }

    /// Hears what has come in the meantime.
    pub fn hear(&mut self) {
        for one in self.news.try_iter().collect::<Vec<_>>() {
            match one {
                News::Cell(cell) => {
                    self.cell = Some(Arc::from(cell));
                    if let Some(state) = self.eyes {
                        self.look_as(state);
                    }
                }
                News::Seen(state, sheet) if self.eyes == Some(state) => self.seen = Some((state, Arc::from(sheet))),
                News::Seen(..) => {}
                News::Answer(answer) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    if let Err(why) = answer {
                        self.trouble = Some(why);
                    }
                }
                News::Forked(forked) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    match forked {
                        Ok(code) => self.forked = Some(code),
                        Err(why) => self.trouble = Some(why),
                    }
                }
                News::Record(record) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    self.record = Some(record);
                }
                News::Told(told) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    match told {
                        Ok(told) => self.told = Some(told),
                        Err(why) => self.trouble = Some(why),
                    }
                }
            }
        }
    }

    /// Whether something that was asked for is not answered yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting > 0 || self.cell.is_none()
    }

    /// Carries out a wish.
    pub fn send(&mut self, wish: Wish) {
        self.ask(move |follower, key| async move {
            let answer = follower.desk.send(key, wish).await;
            News::Answer(answer.map_err(|stuck| stuck.to_string()))
        });
    }

    /// Answers a letter, which is then read too.
    pub fn answer(&mut self, letter: &Message, nth: u32, text: String) {
        let plan = answer(&self.follower.words, &self.follower.desk.shown(), letter, text);
        self.send(Wish::Plan(vec![plan]));
        self.mark_read(vec![nth]);
    }

    /// Notes that letters have been read.
    pub fn mark_read(&mut self, letters: Vec<u32>) {
        self.ask(move |follower, _| async move {
            let marked = follower.desk.mark_read(letters).await;
            // Nothing of the game has changed, so nobody else tells the screen.
            make(&follower).await;
            News::Answer(marked.map_err(|fault| fault.to_string()))
        });
    }

    /// Opens a copy of the game from a morning on.
    pub fn fork(&mut self, from: Turn) {
        self.ask(move |follower, _| async move {
            let forked = follower.desk.fork(from).await;
            make(&follower).await;
            News::Forked(forked.map_err(|error| error.to_string()))
        });
    }

    /// Asks for the review so far.
    pub fn review(&mut self) {
        self.ask(move |follower, _| async move {
            let words = follower.words.clone();
            match follower.desk.look(move |game| Record::of(&words, game)).await {
                Some(record) => News::Record(Box::new(record)),
                None => News::Answer(Err(crate::console::ConsoleError::Closed.to_string())),
            }
        });
    }

    /// Lets something be read by the names of this crisis.
    pub fn with_cast<T>(&self, read: impl FnOnce(&Cast) -> T) -> T {
        read(&self.follower.desk.shown().position.staged().scenario.cast)
    }

    /// Lets something be read of the law by which acts of the day are judged: the rules, the year, and the rows that say what
    /// practice has moved.
    pub fn with_law<T>(&self, read: impl FnOnce(&Arc<Rulebook>, u16, &Situation) -> T) -> T {
        let shown = self.follower.desk.shown();
        let staged = shown.position.staged();
        read(&staged.rulebook, staged.scenario.as_of, shown.position.truth().0)
    }

    /// The folder of the host.
    pub fn folder(&self) -> PathBuf {
        self.follower.hall.path().parent().map(Path::to_owned).unwrap_or_default()
    }

    /// Writes the master list as a spreadsheet: a workbook, or text if the name ends so.
    pub fn write_plans(&mut self, path: PathBuf) {
        self.told = None;
        self.ask(move |follower, _| async move {
            let own = follower.clone();
            let written = tokio::task::spawn_blocking(move || plans_to(&own, &path)).await;
            News::Told(written.unwrap_or_else(|error| Err(error.to_string())))
        });
    }

    /// Puts the events of a spreadsheet on the list, all or none.
    pub fn read_plans(&mut self, path: PathBuf) {
        self.told = None;
        self.ask(move |follower, key| async move {
            let own = follower.clone();
            let read = tokio::task::spawn_blocking(move || plans_from(&own, &path)).await;
            match read.unwrap_or_else(|error| Err(error.to_string())) {
                Ok(plans) => {
                    let answer = follower.desk.send(key, Wish::Plan(plans)).await;
                    News::Answer(answer.map_err(|stuck| stuck.to_string()))
                }
                Err(why) => News::Told(Err(why)),
            }
        });
    }

    /// Looks through a State's eyes, or no longer.
    pub fn see(&mut self, state: Option<StateId>) {
        self.eyes = state;
        self.seen = None;
        if let Some(state) = state {
            self.look_as(state);
        }
    }

    /// Says whether worlds are being compared: they are told of only then.
    pub fn compare(&self, compares: bool) {
        if self.follower.compares.swap(compares, Ordering::Relaxed) == compares || !compares {
            return;
        }
        let follower = self.follower.clone();
        self.events.spawn(async move { make(&follower).await });
    }

    /// Through whose eyes one looks.
    pub fn eyes(&self) -> Option<StateId> {
        self.eyes
    }

    fn look_as(&self, state: StateId) {
        let follower = self.follower.clone();
        self.events.spawn_blocking(move || {
            let sheet = Sheet::of(&follower.words, &follower.desk.shown(), state, None);
            follower.tell(News::Seen(state, Box::new(sheet)));
        });
    }

    fn ask<F>(&mut self, work: impl FnOnce(Arc<Follower>, String) -> F)
    where
        F: Future<Output = News> + Send + 'static,
    {
        self.sent += 1;
        self.waiting += 1;
        self.trouble = None;
        let follower = self.follower.clone();
        let asked = work(follower.clone(), format!("{}-{}", self.salt, self.sent));
        self.events.spawn(async move { follower.tell(asked.await) });
    }
}

/// Makes what there is to see whenever it has changed, and when people come and go, which changes nothing of the game.
async fn follow(follower: Arc<Follower>, alive: Weak<()>) {
    let mut changes = follower.desk.follow();
    let mut seen = None;
    while alive.strong_count() > 0 {
        // A window that nobody touches sleeps: the time that passes wakes it once a minute, and only if somebody has been silent.
        let now = Seen::of(&follower);
        if seen.as_ref() != Some(&now) {
            make(&follower).await;
            seen = Some(now);
        }
        match tokio::time::timeout(follower.again, changes.changed()).await {
            Ok(false) => return,
            Ok(true) => seen = None,
            Err(_) => {}
        }
    }
}

/// What is shown and changes without the game.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// Who is here, on how many devices, and for how many minutes they have been silent. All of them grow older on the same
    /// stroke, so that a class of thirty wakes the window once a minute and not thirty times.
    people: Vec<(PersonId, usize, u64)>,
    /// Other worlds, while they are compared, by where what they show lies in memory.
    worlds: Vec<(String, Held)>,
}

/// What a world shows, the same as long as nothing of it has changed.
#[derive(Debug)]
struct Held(Arc<Shown>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Held {}

impl Seen {
    fn of(follower: &Follower) -> Self {
        let (desk, minute) = (&follower.desk, |at: Moment| at.0 / 60_000);
        let (shown, now) = (desk.shown(), desk.now());
        let one = |seated: &Seated| {
            let person = seated.person.id;
            let done = shown.room.activity.get(&person).copied().unwrap_or_default();
            (person, desk.devices(person), minute(now).saturating_sub(minute(done.last.max(done.joined))))
        };
        let compares = follower.compares.load(Ordering::Relaxed);
        let worlds = if compares { WhiteCell::worlds(&follower.hall, &follower.secret) } else { Vec::new() };
        Self {
            people: shown.room.people.iter().map(one).collect(),
            worlds: worlds.iter().map(|world| (world.code().to_owned(), Held(world.shown()))).collect(),
        }
    }
}

/// Writes the list, and says where it went.
fn plans_to(follower: &Follower, path: &Path) -> Result<String, String> {
    let shown = follower.desk.shown();
    let cast = &shown.position.staged().scenario.cast;
    let kept = shown.room.plans.iter().filter(|one| !one.is_dropped);
    let rows: Vec<_> = kept.map(|one| plan::write(&one.plan, one.given.map(|(turn, _)| turn), cast)).collect();
    let is_text = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let bytes =
        if is_text { sheet::to_csv(&plan::HEADINGS, &rows) } else { sheet::to_xlsx("Events", &plan::HEADINGS, &rows) };
    let bytes = bytes.map_err(|error| error.to_string())?;
    // The same name is what a list is read from: what somebody has worked on there is not written over.
    let written = files::put(path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(follower.words.say_with("con-file-written", &[("path", (&written.display().to_string()).into())]))
}

/// Reads a list; every row that cannot be read is named.
fn plans_from(follower: &Follower, path: &Path) -> Result<Vec<Plan>, String> {
    let words = &follower.words;
    let odd = |why: String| words.say_with("plans-odd", &[("why", (&why).into())]);
    let bytes = std::fs::read(path).map_err(|error| odd(error.to_string()))?;
    let rows = sheet::read(&bytes).map_err(|error| odd(error.to_string()))?;
    let shown = follower.desk.shown();
    let cast = &shown.position.staged().scenario.cast;
    let (mut plans, mut wrong) = (Vec::new(), Vec::new());
    for (row, cells) in rows {
        match plan::read(&cells, cast) {
            Ok(plan) => plans.push(plan),
            Err(why) => wrong.push(words.say_with("plans-unread", &[("row", row.into()), ("why", (&why).into())])),
        }
    }
    if wrong.is_empty() { Ok(plans) } else { Err(wrong.join("\n")) }
}

async fn make(follower: &Arc<Follower>) {
    let own = follower.clone();
    let made = tokio::task::spawn_blocking(move || {
        let compares = own.compares.load(Ordering::Relaxed);
        let worlds = if compares { WhiteCell::worlds(&own.hall, &own.secret) } else { Vec::new() };
        own.tell(News::Cell(Box::new(Cell::of(&own.words, &own.desk, &worlds))));
    });
    if let Err(error) = made.await {
        follower.tell(News::Answer(Err(error.to_string())));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU64;

    use super::*;
    use crate::server::LocalSeat;
    use crate::session::desk::Millis;

    /// How often the desk was made, once nothing has come for a while.
    fn made(post: &Post) -> usize {
        let quiet = Duration::from_millis(400);
        std::iter::from_fn(|| post.news.recv_timeout(quiet).ok()).filter(|one| matches!(one, News::Cell(_))).count()
    }

    #[test]
    fn an_open_desk_is_made_anew_when_people_come_or_fall_silent_and_never_by_time_alone() {
        let folder = tempfile::tempdir().unwrap();
        let time = Arc::new(AtomicU64::new(1_000 * 60_000 + 100));
        let face = time.clone();
        let clock = Arc::new(move || Moment(face.load(Ordering::Relaxed)));
        let (hall, opened) = Hall::open(folder.path(), "first-note", 7, |_| Millis::minutes(10_000), clock).unwrap();
        let hall = Arc::new(hall);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let words = Arc::new(Words::english().unwrap());
        let ways = (opened[0].code.as_str(), opened[0].facilitator.as_str());
        let sit = |name, state| {
            let seat = LocalSeat::join(&hall, &opened[0].code, name, Some(StateId(state)));
            runtime.block_on(seat).unwrap()
        };
        _ = (sit("Ada", 0), sit("Ben", 1));
        // It is looked forty times before nothing counts as having come.
        let again = Duration::from_millis(10);
        let screen = egui::Context::default();
        let post = Post::enter_looking(&words, &screen, &hall, runtime.handle(), ways, again).unwrap();
        // Those who sat down just now may be told of once more.
        assert!(made(&post) > 0, "it is made");
        time.fetch_add(30_000, Ordering::Relaxed);
        assert_eq!(made(&post), 0, "time alone");
        time.fetch_add(30_000, Ordering::Relaxed);
        assert_eq!(made(&post), 1, "both have been silent for a minute, and are told of together");
        sit("Cleo", 0);
        assert!(made(&post) > 0, "somebody has come");
        assert_eq!(made(&post), 0);
    }
}
