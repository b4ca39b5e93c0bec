//! A person's turns: read the situation, choose acts, end the turn, read what came of it.

use std::fmt;

use inquire::{InquireError, Select};

use crate::base::Points;
use crate::base::id::StateId;
use crate::cli::output::{Stop, say};
use crate::cli::play::{draft, ended, title, told};
use crate::content::library::Book;
use crate::session::{Chronicle, Ledger};
use crate::sim::Order;
use crate::sim::docket::{Refusal, attention};
use crate::view::{Draft, Matter, Menu, Pending, View, menu, waiting};
use crate::words::Words;
use crate::words::seat::{Outlook, cast_of};

/// What a prompt came to.
pub(super) enum Said<T> {
    /// An answer.
    This(T),
    /// Back to where one came from.
    Back,
    /// No more of this.
    Stop,
}

/// Takes the answer of a prompt apart.
pub(super) fn said<T>(answer: Result<T, InquireError>) -> Result<Said<T>, Stop> {
    match answer {
        Ok(answer) => Ok(Said::This(answer)),
        Err(InquireError::OperationCanceled) => Ok(Said::Back),
        Err(InquireError::OperationInterrupted) => Ok(Said::Stop),
        Err(InquireError::IO(source)) => Err(terminal(source)),
        Err(other) => Err(terminal(std::io::Error::other(other.to_string()))),
    }
}

fn terminal(source: std::io::Error) -> Stop {
    Stop::System { deed: "read from", path: "the terminal".into(), source }
}

/// A line of a list, and what it stands for.
pub(super) struct Item<T> {
    /// What is read.
    pub(super) text: String,
    /// What it means.
    pub(super) means: T,
}

impl<T> fmt::Display for Item<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What can be done in a turn.
enum Choice {
    Suggested(Draft),
    All,
    Evidence,
    Waiting,
    Briefing,
    Drop(usize),
    End,
    Leave,
    Stop,
}

/// How a turn ends.
enum Ending {
    Send(Vec<Draft>),
    Leave,
    Stop,
}

/// Plays to the end of the crisis, or until the person stops.
pub(super) fn play<L: Ledger>(
    words: &Words,
    chronicle: &mut Chronicle<L>,
    seat: StateId,
    book: &Book,
) -> Result<(), Stop>
where
    Stop: From<L::Fault>,
{
    let scenario = chronicle.game.scenario().clone();
    title(words, &scenario)?;
    while !chronicle.game.is_over() {
        let view = chronicle.game.view(seat)?;
        let cast = cast_of(&view, &scenario.cast);
        let (own, refused) = past(chronicle, &view);
        let outlook = Outlook::new(words, &view, &cast, &scenario, &own);
        let nothing = words.say("play-nothing");
        if chronicle.game.played().is_empty() {
            told(&format!("\n{} {nothing}\n", outlook.situation().join("\n\n")))?;
        } else {
            came(&outlook, &refused)?;
            told(&format!("\n{} {nothing}\n", outlook.resumed().join("\n\n")))?;
        }
        match turn(&outlook, book)? {
            Ending::Stop => return Ok(()),
            Ending::Leave => {}
            Ending::Send(drafts) => {
                let sealed: Vec<Order> = drafts.iter().filter_map(|draft| view.seal(draft).ok()).collect();
                chronicle.game.commit(seat, sealed)?;
            }
        }
        chronicle.turn()?;
    }
    let view = chronicle.game.view(seat)?;
    let cast = cast_of(&view, &scenario.cast);
    let (own, refused) = past(chronicle, &view);
    came(&Outlook::new(words, &view, &cast, &scenario, &own), &refused)?;
    ended(words, &chronicle.game)
}

/// The seat's orders of the past turn that were carried out, in the view's numbers, and why others were not.
fn past<L: Ledger>(chronicle: &Chronicle<L>, view: &View) -> (Vec<Order>, Vec<Refusal>) {
    chronicle.game.played().last().map_or_else(Default::default, |played| played.own(view))
}

/// What came of the past turn.
fn came(outlook: &Outlook<'_>, refused: &[Refusal]) -> Result<(), Stop> {
    let mut text = format!("\n{}\n", outlook.telling.words.say("play-came"));
    for line in outlook.outcome(refused) {
        text += &format!("  {line}\n");
    }
    told(&text)
}

fn turn(outlook: &Outlook<'_>, book: &Book) -> Result<Ending, Stop> {
    let words = outlook.telling.words;
    let (view, rules) = (outlook.view, outlook.view.rules());
    let menu = menu(view);
    let mut chosen: Vec<Draft> = Vec::new();
    loop {
        let spent: Points = chosen.iter().map(|draft| attention(rules, draft.order.act)).sum();
        let left = view.attention() - spent;
        let ask = words.say("play-what");
        let items = choices(outlook, &menu, &chosen, left);
        let length = items.len();
        let points = words.say_with("play-points-left", &[("points", left.max(0).unsigned_abs().into())]);
        let prompt = Select::new(&ask, items).with_page_size(length).with_help_message(&points).without_filtering();
        let choice = match said(prompt.prompt())? {
            Said::This(item) => item.means,
            Said::Back => continue,
            Said::Stop => Choice::Stop,
        };
        let wanted = match choice {
            Choice::End => return Ok(Ending::Send(chosen)),
            Choice::Leave => return Ok(Ending::Leave),
            Choice::Stop => return Ok(Ending::Stop),
            Choice::Drop(nth) => {
                chosen.remove(nth);
                continue;
            }
            Choice::Evidence => {
                told(&format!("\n{}\n", outlook.evidence().join("\n")))?;
                continue;
            }
            Choice::Waiting => {
                told(&pending(outlook, &menu))?;
                continue;
            }
            Choice::Briefing => {
                briefing(outlook, book)?;
                continue;
            }
            Choice::Suggested(draft) => Some(draft),
            Choice::All => draft::browse(outlook, &menu)?,
        };
        let Some(wanted) = wanted else { continue };
        let costs = attention(rules, wanted.order.act);
        if costs > left {
            let (costs, left) = (costs.to_string(), left.max(0).to_string());
            let args = [("costs", (&costs).into()), ("left", (&left).into())];
            told(&words.say_with("play-too-dear", &args))?;
            continue;
        }
        if let Some(draft) = draft::settle(outlook, wanted)? {
            let act = outlook.choice(&draft);
            told(&words.say_with("play-chosen", &[("act", (&act).into())]))?;
            chosen.push(draft);
        }
    }
}

fn choices(outlook: &Outlook<'_>, menu: &Menu, chosen: &[Draft], left: Points) -> Vec<Item<Choice>> {
    let words = outlook.telling.words;
    let rules = outlook.view.rules();
    let mut items = Vec::new();
    for draft in menu.suggested.iter().filter(|draft| chosen.iter().all(|own| own.order.act != draft.order.act)) {
        let points = attention(rules, draft.order.act);
        if points <= left {
            let act = outlook.choice(draft);
            let args = [("act", (&act).into()), ("points", points.max(0).unsigned_abs().into())];
            items.push(Item { text: words.say_with("play-entry", &args), means: Choice::Suggested(*draft) });
        }
    }
    for (nth, draft) in chosen.iter().enumerate() {
        let act = outlook.choice(draft);
        let text = words.say_with("play-drop", &[("act", (&act).into())]);
        items.push(Item { text, means: Choice::Drop(nth) });
    }
    let mine = waiting(outlook.view, menu).mine.len();
    let end = words.say_with("play-end", &[("count", chosen.len().into())]);
    items.extend([
        Item { text: words.say("play-all"), means: Choice::All },
        Item { text: words.say("play-see-evidence"), means: Choice::Evidence },
        Item { text: words.say_with("play-see-waiting", &[("count", mine.into())]), means: Choice::Waiting },
        Item { text: words.say("play-briefing"), means: Choice::Briefing },
        Item { text: end, means: Choice::End },
        Item { text: words.say("play-leave"), means: Choice::Leave },
        Item { text: words.say("play-stop"), means: Choice::Stop },
    ]);
    items
}

/// What is waiting, by who has to move, each with its last day and the acts that answer it.
fn pending(outlook: &Outlook<'_>, menu: &Menu) -> String {
    let words = outlook.telling.words;
    let waiting = waiting(outlook.view, menu);
    let mut text = String::new();
    let groups = [("wait-mine", &waiting.mine), ("wait-theirs", &waiting.theirs), ("wait-expired", &waiting.expired)];
    for (heading, group) in groups.into_iter().filter(|(_, group)| !group.is_empty()) {
        text += &format!("\n{}\n", words.say_with(heading, &[("count", group.len().into())]));
        for Pending { matter, due, answers } in group {
            let due = due.map(|due| format!(" {}", outlook.until(due))).unwrap_or_default();
            text += &format!("  {}{due}\n", outlook.matter(*matter));
            let word = match matter {
                Matter::Word(id) => outlook.view.known.undertakings.get(id.index()),
                Matter::Note(_) | Matter::Claim(_) | Matter::Ballot(_) | Matter::Expulsion(_) => None,
            };
            if let Some(beside) = word.and_then(|word| outlook.beside(word)) {
                for line in outlook.beside_lines(&beside) {
                    text += &format!("      {line}\n");
                }
            }
            for (place, way) in answers {
                text += &format!("    → {}\n", outlook.choice(&menu.entries[*place].candidates[*way].draft));
            }
        }
    }
    if text.is_empty() { format!("\n{}\n", words.say("wait-none")) } else { text }
}

/// The briefings in plain words: the crisis's, then the seat's own.
fn briefing(outlook: &Outlook<'_>, book: &Book) -> Result<(), Stop> {
    let own = Some(outlook.view.seat);
    let briefings = outlook.scenario.briefings.iter();
    for briefing in briefings.filter(|briefing| briefing.state.is_none() || briefing.state == own) {
        if let Some(text) = book.text(&briefing.plain) {
            say(&format!("\n{text}\n"))?;
        }
    }
    Ok(())
}
