//! The seat's legal adviser: answers what a draft would mean while its parameters change, on a thread of its own. Only the
//! newest question counts; the screens go on showing the last answer until the next one comes.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use bevy_egui::egui;

use crate::console::sheet::Sheet;
use crate::law::{FactSheet, Opinion, Overall};
use crate::sim::docket::attention;
use crate::sim::legal::Chambers;
use crate::view::{Counsel, Draft, feasible};
use crate::words::text::capitalised;
use crate::words::waiting::Beside;
use crate::words::{Card, Words};

/// What a draft would mean.
#[derive(Debug)]
pub struct Advice {
    /// The draft.
    pub draft: Draft,
    /// In words.
    pub text: String,
    /// The legality card.
    pub card: Card,
    /// Its verdict.
    pub overall: Overall,
    /// The whole opinion, for the law screen.
    pub opinion: Opinion,
    /// Who else will see it; nobody if it is secret.
    pub readers: Option<String>,
    /// Whether everybody will.
    pub is_public: bool,
    /// Where it stands on the ladder, and whether it can be undone.
    pub means: String,
    /// What it costs.
    pub costs: i32,
    /// Why it cannot be ordered now.
    pub why_not: Option<String>,
    /// What it changes about an offer, if it answers one.
    pub difference: Option<Beside>,
}

impl Advice {
    /// The facts it was given on.
    pub fn facts(&self) -> &FactSheet {
        &self.opinion.sheet
    }

    /// Thinks it through.
    pub fn on(words: &Words, sheet: &Sheet, draft: &Draft) -> Self {
        let outlook = sheet.outlook(words);
        let rules = sheet.view.rules();
        let mut chambers = Chambers::new(rules);
        let mut counsel = Counsel::of(&sheet.view, &mut chambers);
        let opinion = counsel.opinion(draft);
        let seen = counsel.preview(draft);
        let costs = attention(rules, draft.order.act);
        let why_not = match feasible(&sheet.view, draft) {
            Err(why) => Some(capitalised(&outlook.telling.reason(why))),
            Ok(_) if costs > sheet.left => {
                let (costs, left) = (costs.to_string(), sheet.left.to_string());
                let args = [("costs", (&costs).into()), ("left", (&left).into())];
                Some(words.say_with("play-too-dear", &args))
            }
            Ok(_) => None,
        };
        Self {
            draft: *draft,
            text: outlook.choice(draft),
            card: outlook.card(draft, &opinion),
            overall: opinion.overall,
            readers: outlook.readers(&seen),
            is_public: seen.audience.is_public(),
            means: outlook.consequences(draft, &seen),
            costs,
            why_not,
            difference: outlook.beside_draft(draft),
            opinion,
        }
    }
}

/// Reaches the adviser. Its thread ends when this goes.
#[derive(Debug)]
pub struct Adviser {
    questions: Sender<(u64, Arc<Sheet>, Draft)>,
    answers: Receiver<(u64, Advice)>,
    asked: Option<Draft>,
    /// The number of the question that was asked last: an answer to an earlier one may be on another world.
    nth: u64,
    /// The number of the last question of a morning that is over.
    forgotten: u64,
    last: Option<(u64, Arc<Advice>)>,
}

impl Adviser {
    /// Takes an adviser on.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn new(words: Arc<Words>, screen: egui::Context) -> io::Result<Self> {
        let (questions, inbox) = channel::<(u64, Arc<Sheet>, Draft)>();
        let (tell, answers) = channel();
        thread::Builder::new().name("adviser".into()).spawn(move || {
            while let Ok(first) = inbox.recv() {
                let (nth, sheet, draft) = inbox.try_iter().last().unwrap_or(first);
                if tell.send((nth, Advice::on(&words, &sheet, &draft))).is_err() {
                    return;
                }
                screen.request_repaint();
            }
        })?;
        Ok(Self { questions, answers, asked: None, nth: 0, forgotten: 0, last: None })
    }

    /// Wants to know of a draft; asking again for the same costs nothing.
    pub fn ask(&mut self, sheet: &Arc<Sheet>, draft: &Draft) {
        if self.asked.as_ref() != Some(draft) && self.questions.send((self.nth + 1, sheet.clone(), *draft)).is_ok() {
            self.nth += 1;
            self.asked = Some(*draft);
        }
    }

    /// A new morning has come: what was asked is of yesterday.
    pub fn forget(&mut self) {
        (self.asked, self.last, self.forgotten) = (None, None, self.nth);
    }

    /// The world has changed within the morning, by somebody else's doing: what is asked must be thought through anew, and the last
    /// answer stays before one's eyes until then.
    pub fn renew(&mut self) {
        self.asked = None;
    }

    /// The last answer, and whether it is on what was asked last.
    pub fn answer(&mut self) -> Option<(Arc<Advice>, bool)> {
        if let Some((nth, newest)) = self.answers.try_iter().last()
            && nth > self.forgotten
        {
            self.last = Some((nth, Arc::new(newest)));
        }
        let (nth, last) = self.last.clone()?;
        let is_current = self.asked.as_ref() == Some(&last.draft) && nth == self.nth;
        Some((last, is_current))
    }
}
