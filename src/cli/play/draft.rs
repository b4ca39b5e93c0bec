//! One act: found among all moves, its parameters asked, its card read, and confirmed.

use inquire::{Confirm, CustomType, Select};

use crate::base::StateSet;
use crate::cli::output::{Stop, say};
use crate::cli::play::seat::{Item, Said, said};
use crate::cli::play::told;
use crate::sim::legal::Chambers;
use crate::sim::mechanics::follow_up_params;
use crate::sim::operations::Basis;
use crate::sim::order::{Act, Level, Param, Publicity, Terms};
use crate::sim::relations::Content;
use crate::view::{Counsel, Draft, Entry, Menu, Undone, feasible};
use crate::words::seat::Outlook;
use crate::words::text::capitalised;

/// How many lines of the list of all moves are seen at once.
const PAGE: usize = 14;

/// Lets a person search all moves; one that is barred says why.
pub(super) fn browse(outlook: &Outlook<'_>, menu: &Menu) -> Result<Option<Draft>, Stop> {
    let words = outlook.telling.words;
    loop {
        let (open, barred): (Vec<&Entry>, Vec<&Entry>) = menu.entries.iter().partition(|entry| entry.why_not.is_none());
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

/// What of a draft can be changed.
#[derive(Clone, Copy)]
enum Change {
    Nothing,
    Level,
    Publicity,
    Basis,
    Target,
    Days,
    Content,
    ByItself,
    Grants,
    Back,
}

/// Asks for what is still open, shows card and consequences, and asks for the last word. `None` if it is not sent.
pub(super) fn settle(outlook: &Outlook<'_>, mut draft: Draft) -> Result<Option<Draft>, Stop> {
    let words = outlook.telling.words;
    loop {
        let ask = outlook.choice(&draft);
        let prompt = Select::new(&ask, changes(outlook, &draft)).without_filtering();
        let Said::This(item) = said(prompt.prompt())? else { return Ok(None) };
        let changed = match item.means {
            Change::Back => return Ok(None),
            Change::Nothing => break,
            Change::Level => pick(outlook, "play-level", "level", Level::ALL)?.map(|level| {
                let mut new = draft;
                new.order.terms.level = Some(level);
                new
            }),
            Change::Publicity => pick(outlook, "play-publicity", "publicity", Publicity::ALL)?.map(|publicity| {
                let mut new = draft;
                new.order.terms.publicity = Some(publicity);
                new
            }),
            Change::Basis => pick(outlook, "play-basis", "basis", Basis::ALL)?.map(|basis| {
                let mut new = draft;
                new.order.terms.basis = basis;
                new
            }),
            Change::ByItself => Some(answered(draft, |terms| &mut terms.by_itself)),
            Change::Grants => Some(answered(draft, |terms| &mut terms.grants)),
            Change::Content => content(outlook, draft)?,
            Change::Target => target(outlook, draft)?,
            Change::Days => {
                let ask = words.say("play-days");
                let Said::This(days) = said(CustomType::<u16>::new(&ask).prompt())? else { continue };
                let mut new = draft;
                new.order.terms.days = Some(days);
                Some(new)
            }
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
    let found = Counsel::of(outlook.view, &mut Chambers::new(outlook.view.rules())).opinion(&draft);
    say(&format!("\n{}\n", outlook.card(&draft, &found).text()))?;
    let ask = consequences(outlook, &draft)?;
    match said(Confirm::new(&ask).with_default(false).prompt())? {
        Said::This(true) => Ok(Some(draft)),
        _ => Ok(None),
    }
}

/// Whether an act takes a parameter.
fn takes(outlook: &Outlook<'_>, act: Act, param: Param) -> bool {
    match act {
        Act::Move(card) => outlook.view.rules().play(card).is_some_and(|play| play.takes(param)),
        Act::Follow(follow_up) => {
            let (demanded, accepted) = follow_up_params(follow_up);
            demanded.contains(&param) || accepted.contains(&param)
        }
    }
}

fn changes(outlook: &Outlook<'_>, draft: &Draft) -> Vec<Item<Change>> {
    let (words, terms, act) = (outlook.telling.words, &draft.order.terms, draft.order.act);
    let unset = || words.say("play-unset");
    let mut items = vec![Item { text: words.say("play-as-is"), means: Change::Nothing }];
    let mut add = |id: &str, now: String, means: Change| {
        items.push(Item { text: words.say_with(id, &[("now", (&now).into())]), means });
    };
    if takes(outlook, act, Param::Target)
        && let Some(target) = terms.target
    {
        add("play-change-target", outlook.telling.state(target), Change::Target);
    }
    if takes(outlook, act, Param::Level) {
        let now = terms.level.unwrap_or(Level::Medium);
        add("play-change-level", spoken(outlook, "play-level", "level", now), Change::Level);
    }
    if let Act::Move(_) = act {
        let now = terms.publicity.map(|now| spoken(outlook, "play-publicity", "publicity", now));
        add("play-change-publicity", now.unwrap_or_else(unset), Change::Publicity);
        add("play-change-basis", spoken(outlook, "play-basis", "basis", terms.basis), Change::Basis);
    }
    if takes(outlook, act, Param::Days) {
        add("play-change-days", terms.days.map_or_else(unset, |days| days.to_string()), Change::Days);
    }
    if takes(outlook, act, Param::Content) {
        let now = terms.content.map_or_else(unset, |content| outlook.telling.content(content));
        add("play-change-content", now, Change::Content);
    }
    let answer = |answer: Option<bool>| {
        let answer = if answer == Some(true) { "yes" } else { "no" };
        words.say_with("play-yes-no", &[("answer", answer.into())])
    };
    if takes(outlook, act, Param::ByItself) {
        add("play-change-by-itself", answer(terms.by_itself), Change::ByItself);
    }
    if takes(outlook, act, Param::Grants) {
        add("play-change-grants", answer(terms.grants), Change::Grants);
    }
    items.push(Item { text: words.say("play-back"), means: Change::Back });
    items
}

/// The draft with one question answered the other way.
fn answered(mut draft: Draft, which: impl FnOnce(&mut Terms) -> &mut Option<bool>) -> Draft {
    let answer = which(&mut draft.order.terms);
    *answer = Some(*answer != Some(true));
    draft
}

/// Asks what is offered or asked for: everything that can be said without naming a row, and the lifting of known measures.
fn content(outlook: &Outlook<'_>, draft: Draft) -> Result<Option<Draft>, Stop> {
    let seat = outlook.view.seat;
    let spared = outlook.view.known.assets.iter().filter(|asset| asset.owner == seat).map(|asset| asset.sector);
    let mut sectors: Vec<_> = spared.collect();
    sectors.sort_unstable();
    sectors.dedup();
    let measures = outlook.view.known.measures.iter().filter(|measure| measure.ended.is_none());
    let mut all = vec![
        Content::Talks,
        Content::CeaseOperations,
        Content::Reparation,
        Content::Assistance,
        Content::SuppressAtHome,
        Content::ShareEvidence,
        Content::Inquiry,
        Content::InformationSharing,
        Content::Verification,
        Content::JointExercise,
        Content::Registry,
        Content::Channel,
        Content::FactFinding,
        Content::ClaimsCommission,
    ];
    all.extend(sectors.into_iter().map(Content::Moratorium));
    all.extend(measures.map(|measure| Content::LiftMeasure(measure.id)));
    let items: Vec<Item<Content>> =
        (all.into_iter()).map(|content| Item { text: outlook.telling.content(content), means: content }).collect();
    let ask = outlook.telling.words.say("play-which");
    Ok(match said(Select::new(&ask, items).prompt())? {
        Said::This(item) => {
            let mut new = draft;
            new.order.terms.content = Some(item.means);
            Some(new)
        }
        _ => None,
    })
}

fn spoken<T: serde::Serialize>(outlook: &Outlook<'_>, id: &str, name: &str, value: T) -> String {
    outlook.telling.words.say_with(id, &[(name, (&outlook.telling.word(value)).into())])
}

fn pick<T: Copy + serde::Serialize>(outlook: &Outlook<'_>, id: &str, name: &str, all: &[T]) -> Result<Option<T>, Stop> {
    let items: Vec<Item<T>> =
        all.iter().map(|value| Item { text: spoken(outlook, id, name, *value), means: *value }).collect();
    let ask = outlook.telling.words.say("play-which");
    match said(Select::new(&ask, items).without_filtering().prompt())? {
        Said::This(item) => Ok(Some(item.means)),
        _ => Ok(None),
    }
}

fn target(outlook: &Outlook<'_>, draft: Draft) -> Result<Option<Draft>, Stop> {
    let seat = outlook.view.seat;
    let items: Vec<_> = (outlook.view.ties())
        .map(|tie| Item { text: outlook.telling.state(tie.other(seat)), means: tie.other(seat) })
        .collect();
    let ask = outlook.telling.words.say("play-which");
    Ok(match said(Select::new(&ask, items).prompt())? {
        Said::This(item) => {
            let mut new = draft;
            new.order.terms.target = Some(item.means);
            Some(new)
        }
        _ => None,
    })
}

/// Asks how sure the person is before the card is seen; to say nothing is neutral.
fn estimate(outlook: &Outlook<'_>, draft: &mut Draft) -> Result<(), Stop> {
    let words = outlook.telling.words;
    let items: Vec<Item<u8>> = (0..=5)
        .map(|step: u8| Item {
            text: words.say_with("play-estimate-step", &[("step", u32::from(step).into())]),
            means: step,
        })
        .collect();
    let ask = words.say("play-estimate");
    if let Said::This(item) = said(Select::new(&ask, items).without_filtering().prompt())? {
        draft.order.terms.lawful_estimate = (item.means > 0).then_some(item.means);
    }
    Ok(())
}

/// Says what else an act would mean, and returns the last question, which repeats who will see it.
fn consequences(outlook: &Outlook<'_>, draft: &Draft) -> Result<String, Stop> {
    let (words, telling) = (outlook.telling.words, &outlook.telling);
    let seen = Counsel::of(outlook.view, &mut Chambers::new(outlook.view.rules())).preview(draft);
    let undone = match seen.undone {
        Undone::Yes => "yes",
        Undone::No => "no",
        Undone::Words => "words",
    };
    let mut text = words.say_with("play-undone", &[("undone", undone.into())]);
    if let Some(target) = draft.order.terms.target.filter(|_| seen.step > 0) {
        let other = telling.state(target);
        let args = [
            ("step", u32::from(seen.step).into()),
            ("name", telling.step(seen.step).into()),
            ("other", (&other).into()),
            ("now", u32::from(seen.stands_on).into()),
            ("now-name", telling.step(seen.stands_on).into()),
        ];
        text = format!("{} {text}", words.say_with("play-ladder", &args));
    }
    told(&text)?;
    if seen.audience == StateSet::of(outlook.view.seat) {
        return Ok(words.say("play-send-secret"));
    }
    let mut others = seen.audience;
    if !others.is_public() {
        others.remove(outlook.view.seat);
    }
    let who = telling.states(others);
    Ok(words.say_with("play-send", &[("who", (&who).into())]))
}
