//! Work that goes on beside the screen, so that no frame ever waits for it.

use std::io;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use bevy_egui::egui;

/// Something that is worked out on a thread of its own.
#[derive(Debug)]
pub struct Task<T> {
    inbox: Receiver<T>,
}

/// How far a task is.
#[derive(Debug)]
pub enum Progress<T> {
    /// It goes on.
    Working,
    /// It is done; this comes once.
    Done(T),
    /// Its thread ended without an answer.
    Lost,
}

impl<T: Send + 'static> Task<T> {
    /// Begins; the screen is drawn again when it is done.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn begin(name: &str, screen: &egui::Context, work: impl FnOnce() -> T + Send + 'static) -> io::Result<Self> {
        let (tell, inbox) = channel();
        let wake = Wake(screen.clone());
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Whoever asked may have gone on to something else.
            _ = tell.send(work());
            drop(wake);
        })?;
        Ok(Self { inbox })
    }

    /// How far it is.
    pub fn poll(&self) -> Progress<T> {
        match self.inbox.try_recv() {
            Ok(done) => Progress::Done(done),
            Err(TryRecvError::Empty) => Progress::Working,
            Err(TryRecvError::Disconnected) => Progress::Lost,
        }
    }
}

/// Draws the screen again when it goes, also if the thread that held it fell.
struct Wake(egui::Context);

impl Drop for Wake {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}
