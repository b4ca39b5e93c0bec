//! One act: found among all moves, its parameters asked, its card read, and confirmed.

use inquire::{Confirm, CustomType, Select};

use crate::base::id::StateId;
use crate::cli::output::{Stop, say};
use crate::cli::play::seat::{Item, Said, said};
use crate::cli::play::told;
use crate::sim::council::Operative;
use crate::sim::legal::Chambers;
use crate::sim::operations::Basis;
use crate::sim::order::{Level, Publicity};
use crate::view::{Asked, Counsel, Draft, Entry, Menu, asked, contents, feasible, readings};
use crate::words::seat::Outlook;
use crate::words::text::capitalised;

/// How many lines of the list of all moves are seen at once.
const PAGE: usize = 14;

/// Lets a person search all moves; one that is barred says why.
pub(super) fn browse(outlook: &Outlook<'_>, menu: &Menu) -> Result<Option<Draft>, Stop> {
    let words = outlook.telling.words;
    loop {
        let families = outlook.families(menu, &|_| false).into_iter();
        let (open, barred): (Vec<&Entry>, Vec<&Entry>) =
            families.flat_map(|family| family.entries).partition(|entry| entry.why_not.is_none());
        let items: Vec<Item<&Entry>> = (open.into_iter().chain(barred))
            .map(|entry| {
                let act = outlook.telling.choice(entry.act);
                let text = match entry.why_not {
                    None => {
                        let points = entry.attention.max(0).unsigned_abs();
                        words.say_with("play-entry", &[("act", (&act).into()), ("points", points.into())])
                    }
                    Some(why) => {
                        let why = outlook.obstacle(why);
                        words.say_with("play-entry-not", &[("act", (&act).into()), ("why", (&why).into())])
                    }
                };
                Item { text, means: entry }
            })
            .collect();
        let (ask, search) = (words.say("play-what"), words.say("play-search"));
        let prompt = Select::new(&ask, items).with_page_size(PAGE).with_help_message(&search);
        let Said::This(Item { means: entry, .. }) = said(prompt.prompt())? else { return Ok(None) };
        if let Some(why) = entry.why_not {
            let (act, why) = (outlook.telling.choice(entry.act), capitalised(&outlook.obstacle(why)) + ".");
            told(&words.say_with("play-not-now", &[("act", (&act).into()), ("why", (&why).into())]))?;
            continue;
        }
        match entry.candidates.as_slice() {
            [] => return Ok(None),
            [only] => return Ok(Some(only.draft)),
            many => {
                let items: Vec<Item<Draft>> = (many.iter())
                    .map(|candidate| Item { text: outlook.choice(&candidate.draft), means: candidate.draft })
                    .collect();
                let ask = words.say("play-which");
                if let Said::This(item) = said(Select::new(&ask, items).prompt())? {
                    return Ok(Some(item.means));
                }
            }
        }
    }
}

/// What is done with a draft next.
#[derive(Clone, Copy)]
enum Next {
    GoOn,
    Change(Asked),
    Back,
}

/// Asks for what is still open, shows card and consequences, and asks for the last word. `None` if it is not sent.
pub(super) fn settle(outlook: &Outlook<'_>, mut draft: Draft) -> Result<Option<Draft>, Stop> {
    let words = outlook.telling.words;
    loop {
        let ask = outlook.choice(&draft);
        let prompt = Select::new(&ask, nexts(outlook, &draft)).without_filtering();
        let Said::This(item) = said(prompt.prompt())? else { return Ok(None) };
        let changed = match item.means {
            Next::Back => return Ok(None),
            Next::GoOn => break,
            Next::Change(asked) => change(outlook, draft, asked)?,
        };
        match changed.map(|new| (new, feasible(outlook.view, &new))) {
            None => {}
            Some((new, Ok(_))) => draft = new,
            Some((new, Err(why))) => {
                let (act, why) = (outlook.choice(&new), outlook.telling.reason(why));
                told(&words.say_with("play-not-now", &[("act", (&act).into()), ("why", (&why).into())]))?;
            }
        }
    }
    estimate(outlook, &mut draft)?;
    let mut chambers = Chambers::new(outlook.view.rules());
    let mut counsel = Counsel::of(outlook.view, &mut chambers);
    let found = counsel.opinion(&draft);
    say(&format!("\n{}\n", outlook.card(&draft, &found).text()))?;
    if let Some(beside) = outlook.beside_draft(&draft) {
        told(&format!("{}\n", outlook.beside_lines(&beside).join("\n")))?;
    }
    let seen = counsel.preview(&draft);
    told(&outlook.consequences(&draft, &seen))?;
    match said(Confirm::new(&outlook.last_question(&seen)).with_default(false).prompt())? {
        Said::This(true) => Ok(Some(draft)),
        _ => Ok(None),
    }
}

fn nexts(outlook: &Outlook<'_>, draft: &Draft) -> Vec<Item<Next>> {
    let words = outlook.telling.words;
    let mut items = vec![Item { text: words.say("play-as-is"), means: Next::GoOn }];
    items.extend(asked(outlook.view, draft).into_iter().map(|asked| {
        let (question, now) = (outlook.question(asked), outlook.said(asked, draft));
        let args = [("question", (&question).into()), ("now", (&now).into())];
        Item { text: words.say_with("play-change", &args), means: Next::Change(asked) }
    }));
    items.push(Item { text: words.say("play-back"), means: Next::Back });
    items
}

/// Puts a question; `None` if it is left open.
fn change(outlook: &Outlook<'_>, draft: Draft, asked: Asked) -> Result<Option<Draft>, Stop> {
    let view = outlook.view;
    let mut new = draft;
    let terms = &mut new.order.terms;
    let answered = match asked {
        Asked::Level => pick(outlook, Level::ALL, |level| outlook.level(level))?.map(|level| terms.level = Some(level)),
        Asked::Publicity => pick(outlook, Publicity::ALL, |publicity| outlook.publicity(Some(publicity)))?
            .map(|publicity| terms.publicity = Some(publicity)),
        Asked::Basis => pick(outlook, Basis::ALL, |basis| outlook.basis(basis))?.map(|basis| terms.basis = basis),
        Asked::ByItself => {
            terms.by_itself = Some(terms.by_itself != Some(true));
            Some(())
        }
        Asked::Grants => {
            terms.grants = Some(terms.grants != Some(true));
            Some(())
        }
        Asked::Operative => pick(outlook, Operative::ALL, |decision| outlook.operative(decision))?
            .map(|decision| terms.operative = Some(decision)),
        Asked::Reading => pick(outlook, &readings(view), |tenet| outlook.reading(Some(tenet)))?
            .map(|tenet| terms.reading = Some(tenet)),
        Asked::Content => pick(outlook, &contents(view), |content| outlook.telling.content(content))?
            .map(|content| terms.content = Some(content)),
        Asked::Target => {
            let others: Vec<StateId> = view.ties().map(|tie| tie.other(view.seat)).collect();
            pick(outlook, &others, |state| outlook.telling.state(state))?.map(|state| terms.target = Some(state))
        }
        Asked::Days => {
            let ask = outlook.telling.words.say("play-days");
            match said(CustomType::<u16>::new(&ask).prompt())? {
                Said::This(days) => {
                    terms.days = Some(days);
                    Some(())
                }
                _ => None,
            }
        }
    };
    Ok(answered.map(|()| new))
}

fn pick<T: Copy>(outlook: &Outlook<'_>, all: &[T], word: impl Fn(T) -> String) -> Result<Option<T>, Stop> {
    let items: Vec<Item<T>> = all.iter().map(|value| Item { text: word(*value), means: *value }).collect();
    let ask = outlook.telling.words.say("play-which");
    match said(Select::new(&ask, items).prompt())? {
        Said::This(item) => Ok(Some(item.means)),
        _ => Ok(None),
    }
}

/// Asks how sure the person is before the card is seen; to say nothing is neutral.
fn estimate(outlook: &Outlook<'_>, draft: &mut Draft) -> Result<(), Stop> {
    let items: Vec<Item<u8>> = (0..=5).map(|step: u8| Item { text: outlook.estimate(step), means: step }).collect();
    let ask = outlook.telling.words.say("play-estimate");
    if let Said::This(item) = said(Select::new(&ask, items).without_filtering().prompt())? {
        draft.order.terms.lawful_estimate = (item.means > 0).then_some(item.means);
    }
    Ok(())
}
