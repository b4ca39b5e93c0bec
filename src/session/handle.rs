//! The handle of a hosted game: commands in, notices out. One thread owns the game; whoever holds a handle asks it and goes
//! on with other work. Nothing here waits on a socket or reads a clock.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::session::chronicle::Ledger;
use crate::session::desk::Moment;
use crate::session::entry::Entry;
use crate::session::game::Game;
use crate::session::live::{Live, Shown, Stuck};
use crate::session::wish::Command;

/// The most commands that are kept together.
const BATCH: usize = 256;

/// Hears the answer to a command.
pub type Answered<F> = Box<dyn FnOnce(Result<(), Stuck<F>>) + Send>;

enum Letter<F: std::error::Error + Send + Sync + 'static> {
    Command(Box<Command>, Moment, Answered<F>),
    Tick(Moment),
    Look(Box<dyn FnOnce(&Game) + Send>),
}

/// What everybody who follows a game is told.
#[derive(Debug)]
pub enum Notice {
    /// It has changed, and what is shown is kept.
    Changed(Box<Shown>),
    /// It could not be kept; why not. Nothing more is acknowledged until it can.
    Halted(String),
}

/// Reaches the thread that owns a game. Cheap to clone; the thread ends when the last handle goes.
pub struct SessionHandle<F: std::error::Error + Send + Sync + 'static> {
    letters: Sender<Letter<F>>,
}

impl<F: std::error::Error + Send + Sync + 'static> Clone for SessionHandle<F> {
    fn clone(&self) -> Self {
        Self { letters: self.letters.clone() }
    }
}

impl<F: std::error::Error + Send + Sync + 'static> SessionHandle<F> {
    /// Hands a game to a thread of its own. Notices come from that thread; the first tells how the game stands.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn host<L>(name: &str, live: Live<L>, notice: impl Fn(Notice) + Send + 'static) -> io::Result<Self>
    where
        L: Ledger<Entry, Fault = F> + Send + 'static,
    {
        let (letters, inbox) = channel();
        // One game is one thread's, so that nothing in it depends on how threads take turns.
        thread::Builder::new().name(format!("game {name}")).spawn(move || serve(live, &inbox, &notice))?;
        Ok(Self { letters })
    }

    /// Hands in a command. The answer comes from the game's thread, and only when what was done is kept.
    pub fn send(&self, command: Command, now: Moment, answered: Answered<F>) {
        if let Err(returned) = self.letters.send(Letter::Command(Box::new(command), now, answered))
            && let Letter::Command(_, _, answered) = returned.0
        {
            answered(Err(Stuck::Closed));
        }
    }

    /// Tells the time; a turn whose time is up is ended. Says whether the game is still there.
    pub fn tick(&self, now: Moment) -> bool {
        self.letters.send(Letter::Tick(now)).is_ok()
    }

    /// Lets somebody look at the game itself: for the review. Says whether the game is still there.
    pub fn look(&self, look: impl FnOnce(&Game) + Send + 'static) -> bool {
        self.letters.send(Letter::Look(Box::new(look))).is_ok()
    }
}

fn serve<L: Ledger<Entry>>(mut live: Live<L>, inbox: &Receiver<Letter<L::Fault>>, notice: &dyn Fn(Notice)) {
    // A game that was taken up again may have something to keep first.
    let mut told = tell(&mut live, BEFORE, notice, None);
    while let Ok(first) = inbox.recv() {
        let mut letters = vec![first];
        letters.extend(inbox.try_iter().take(BATCH - 1));
        let (mut commands, mut answers, mut now) = (Vec::new(), Vec::new(), None);
        for letter in letters {
            match letter {
                Letter::Command(command, at, answered) => {
                    commands.push(*command);
                    answers.push(answered);
                    now = now.max(Some(at));
                }
                Letter::Tick(at) => now = now.max(Some(at)),
                Letter::Look(look) => look(live.game()),
            }
        }
        let Some(now) = now else { continue };
        let outcomes = if commands.is_empty() { Vec::new() } else { live.apply(&commands, now) };
        told = tell(&mut live, now, notice, Some(&told));
        // Whoever is answered finds what they did on their page.
        for (answered, outcome) in answers.into_iter().zip(outcomes) {
            answered(outcome);
        }
    }
}

/// Before all time: nothing is ever late then.
const BEFORE: Moment = Moment(0);

/// What was last told.
type Told = Result<u64, String>;

fn tell<L: Ledger<Entry>>(live: &mut Live<L>, now: Moment, notice: &dyn Fn(Notice), told: Option<&Told>) -> Told {
    let telling = match live.tick(now) {
        Err(stuck) => Err(stuck.to_string()),
        Ok(()) => Ok(live.version()),
    };
    if told != Some(&telling) {
        match &telling {
            Ok(_) => notice(Notice::Changed(Box::new(live.shown()))),
            Err(why) => notice(Notice::Halted(why.clone())),
        }
    }
    telling
}
