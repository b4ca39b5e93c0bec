//! Wakes the window when egui wants its next frame.
//!
//! What binds egui to Bevy draws at once whatever is wanted after a while, so that a clock or a blinking cursor would have the window
//! drawn without end; and Bevy draws one more frame whenever its patience changes. So neither is asked, and a thread keeps the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

/// How soon the window is woken again that was woken and has not drawn: a call that comes within a frame may go unheard.
const AGAIN: Duration = Duration::from_millis(250);

/// The end of an alarm at which frames are asked for; the alarm ends with the last of them.
#[derive(Clone)]
pub(super) struct Alarm {
    told: Sender<Told>,
    /// Whether anybody has asked since the last frame began.
    is_asked: Arc<AtomicBool>,
}

enum Told {
    /// A frame is wanted after a while.
    Asked(Duration),
    /// A frame is being drawn now: it shows all that was asked for until now, and asks for its own sequel.
    Drawn,
}

impl Alarm {
    /// An alarm that calls `wake` from a thread of its own; once `wake` says that nobody is there any more, it ends.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub(super) fn set(wake: impl FnMut() -> bool + Send + 'static) -> io::Result<Self> {
        let (told, hears) = mpsc::channel();
        thread::Builder::new().name("alarm".into()).spawn(move || keep(&hears, wake))?;
        Ok(Self { told, is_asked: Arc::default() })
    }

    /// Asks for a frame after a while.
    pub(super) fn ask(&self, after: Duration) {
        self.is_asked.store(true, Ordering::Relaxed);
        // Who keeps no time any more has no window to wake.
        _ = self.told.send(Told::Asked(after));
    }

    /// Says that a frame is being drawn.
    pub(super) fn drawn(&self) {
        self.is_asked.store(false, Ordering::Relaxed);
        _ = self.told.send(Told::Drawn);
    }

    /// Whether anybody has asked since the last frame began.
    pub(super) fn is_asked(&self) -> bool {
        self.is_asked.load(Ordering::Relaxed)
    }
}

#[expect(clippy::disallowed_types, reason = "an outermost room waits by the clock")]
fn keep(hears: &mpsc::Receiver<Told>, mut wake: impl FnMut() -> bool) {
    use std::time::Instant;

    let mut next: Option<Instant> = None;
    loop {
        let heard = match next {
            Some(at) => hears.recv_timeout(at.saturating_duration_since(Instant::now())),
            None => hears.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match heard {
            Ok(Told::Asked(after)) => {
                // What is wanted later than clocks can say is never due.
                let asked = Instant::now().checked_add(after);
                next = next.into_iter().chain(asked).min();
            }
            Ok(Told::Drawn) => next = None,
            Err(RecvTimeoutError::Timeout) => {
                if !wake() {
                    return;
                }
                next = Some(Instant::now() + AGAIN);
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An alarm, and the calls that it makes.
    fn heard() -> (Alarm, mpsc::Receiver<()>) {
        let (called, calls) = mpsc::channel();
        (Alarm::set(move || called.send(()).is_ok()).unwrap(), calls)
    }

    #[test]
    fn whoever_asks_is_called_until_a_frame_is_drawn() {
        let (alarm, calls) = heard();
        alarm.ask(Duration::MAX);
        alarm.ask(Duration::from_hours(1));
        alarm.ask(Duration::ZERO);
        calls.recv_timeout(Duration::from_mins(1)).unwrap();
        calls.recv_timeout(Duration::from_mins(1)).expect("a call that goes unheard is made again");
        assert!(alarm.is_asked());
        alarm.drawn();
        assert!(!alarm.is_asked());
        while calls.recv_timeout(4 * AGAIN).is_ok() {}
        alarm.ask(Duration::from_millis(1));
        calls.recv_timeout(Duration::from_mins(1)).unwrap();
    }

    #[test]
    fn an_alarm_ends_with_whoever_asks() {
        let (alarm, calls) = heard();
        drop(alarm);
        assert_eq!(calls.recv_timeout(Duration::from_mins(1)), Err(RecvTimeoutError::Disconnected));
    }
}
