//! Acts: all of them with search, the questions one leaves open, and its card before it is sent.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::id::StateId;
use crate::server::pages::codex;
use crate::server::pages::map::sight;
use crate::server::pages::seat::{Seat, back, barred, hidden, search};
use crate::server::pages::terms::Terms;
use crate::server::pages::{briefing, office, team, waiting};
use crate::sim::council::Operative;
use crate::sim::docket::attention;
use crate::sim::legal::Chambers;
use crate::sim::operations::Basis;
use crate::sim::order::{Level, Publicity};
use crate::view::{Asked, Counsel, Draft, Entry, Menu, View, asked, contents, feasible, readings};
use crate::wire::slug;
use crate::words::dossier::Sight;
use crate::words::seat::Outlook;
use crate::words::text::{capitalised, folded};

/// What a form says, by field.
pub(in crate::server) type Fields = BTreeMap<String, String>;

/// All acts that match a search, by family.
pub(in crate::server) fn all(seat: &Seat<'_>, menu: &Menu, wanted_text: &str) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let wanted: Vec<String> = wanted_text.split_whitespace().map(folded).collect();
    // A word may also be in what the act is, or in the name of its family.
    let fits = |(entry, text): &(&Entry, String)| {
        let all = [folded(text), outlook.keywords(entry.act)].join(" ");
        wanted.iter().all(|word| all.contains(word))
    };
    let families = outlook.families(menu, &|act| !seat.is_for(act)).into_iter();
    let found = families.map(|family| {
        let acts = family.entries.into_iter().map(|entry| (entry, outlook.telling.choice(entry.act)));
        (family.name, acts.filter(fits).collect::<Vec<_>>())
    });
    let found: Vec<_> = found.filter(|(_, acts)| !acts.is_empty()).collect();
    let count: usize = found.iter().map(|(_, acts)| acts.len()).sum();
    let title = words.say("act-all-title");
    seat.page(
        &title,
        &html! {
            (back(words))
            h2 { (title) }
            (search(words, wanted_text))
            p role="status" { (words.say_with("act-found", &[("count", count.into())])) }
            @for (name, acts) in &found {
                h3 { (name) }
                ul class="acts" { @for (entry, text) in acts { (one(seat, entry, text)) } }
            }
        },
    )
}

/// One act of the list: the ways to order it now, or why not.
fn one(seat: &Seat<'_>, entry: &Entry, text: &str) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    if !seat.is_for(entry.act) {
        return barred(text, &office::answers(seat, entry.act));
    }
    html! {
        @for (way, candidate) in entry.candidates.iter().enumerate() {
            li {
                a href={ "/seat/act?act=" (slug(seat.view.rules(), entry.act)) "&way=" (way) } {
                    span lang=[words.foreign()] { (outlook.choice(&candidate.draft)) }
                }
                span class="cost" { (points(seat, entry.attention)) }
                @if let Some(meaning) = outlook.telling.meaning(entry.act).filter(|_| way == 0) { span class="why" lang=[words.foreign()] { (meaning) } }
            }
        }
        @if let Some(why) = entry.why_not {
            @let why = outlook.obstacle(why);
            (barred(text, &words.say_with("seat-not-now", &[("why", (&why).into())])))
        }
    }
}

fn points(seat: &Seat<'_>, points: i32) -> String {
    seat.words.say_with("seat-points", &[("points", points.max(0).unsigned_abs().into())])
}

/// The draft that fields describe: one way of the menu, with its questions answered.
pub(in crate::server) fn draft(view: &View, menu: &Menu, fields: &Fields) -> Option<Draft> {
    let text = |name: &str| fields.get(name).map(String::as_str).filter(|text| !text.is_empty());
    let act = text("act")?;
    let entry = menu.entries.iter().find(|entry| slug(view.rules(), entry.act) == act)?;
    let way = text("way").map_or(Some(0), |way| way.parse::<usize>().ok())?;
    let mut draft = entry.candidates.get(way)?.draft;
    let open = asked(view, &draft);
    let terms = &mut draft.order.terms;
    for asked in open {
        let Some(answer) = fields.get(field(asked)) else { continue };
        match asked {
            Asked::Target => {
                let target = StateId(answer.parse().ok()?);
                terms.target = Some(view.ties().map(|tie| tie.other(view.seat)).find(|other| *other == target)?);
            }
            Asked::Level => terms.level = word(answer)?,
            Asked::Publicity => terms.publicity = word(answer)?,
            Asked::Basis => terms.basis = word::<Basis>(answer)?.unwrap_or_default(),
            Asked::Days if answer.is_empty() => terms.days = None,
            Asked::Days => terms.days = Some(answer.parse().ok()?),
            Asked::Content if answer.is_empty() => {}
            Asked::Content => terms.content = Some(*contents(view).get(answer.parse::<usize>().ok()?)?),
            Asked::ByItself => terms.by_itself = Some(answer == "yes"),
            Asked::Grants => terms.grants = Some(answer == "yes"),
            Asked::Operative => terms.operative = word(answer)?,
            Asked::Reading if answer.is_empty() => terms.reading = None,
            Asked::Reading => terms.reading = Some(*readings(view).get(answer.parse::<usize>().ok()?)?),
        }
    }
    terms.lawful_estimate = text("estimate").map(str::parse).transpose().ok()?.filter(|step| (1..=5).contains(step));
    Some(draft)
}

/// A word of a closed list; nothing said is no word, and another word is no answer.
#[expect(clippy::option_option, reason = "no answer, an answer that says nothing, and a word are three things")]
fn word<T: DeserializeOwned>(text: &str) -> Option<Option<T>> {
    if text.is_empty() {
        return Some(None);
    }
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok().map(Some)
}

/// A word of a closed list as it is sent.
pub(in crate::server) fn wire_word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

pub(in crate::server) const fn field(asked: Asked) -> &'static str {
    match asked {
        Asked::Target => "target",
        Asked::Level => "level",
        Asked::Publicity => "publicity",
        Asked::Basis => "basis",
        Asked::Days => "days",
        Asked::Content => "content",
        Asked::ByItself => "by_itself",
        Asked::Grants => "grants",
        Asked::Operative => "operative",
        Asked::Reading => "reading",
    }
}

/// The questions that an act leaves open, as native inputs.
pub(in crate::server) fn questions(seat: &Seat<'_>, draft: &Draft, fields: &Fields) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let title = outlook.choice(draft);
    let costs = points(seat, attention(seat.view.rules(), draft.order.act));
    let mut terms = Terms::new(words);
    seat.page(&title, &html! {
        (back(words))
        h2 { (title) }
        @if let Some(meaning) = outlook.telling.meaning(draft.order.act) { p lang=[words.foreign()] { (terms.link(&meaning)) } }
        p { (terms.link(&words.say_with("act-costs", &[("points", (&costs).into())]))) }
        form class="fields" method="get" action="/seat/check" {
            (place(fields))
            @for asked in asked(&seat.view, draft) {
                div {
                    label for=(field(asked)) { (outlook.question(asked)) }
                    (input(&outlook, draft, asked))
                }
            }
            div {
                label for="estimate" { (words.say("act-estimate")) }
                select id="estimate" name="estimate" {
                    @for step in 0..=5_u8 {
                        option value=(step) selected[draft.order.terms.lawful_estimate.unwrap_or(0) == step] { (outlook.estimate(step)) }
                    }
                }
            }
            div { button { (words.say("act-card")) } }
        }
    })
}

fn place(fields: &Fields) -> Markup {
    html! {
        @for name in ["act", "way"] {
            @if let Some(value) = fields.get(name) { input type="hidden" name=(name) value=(value); }
        }
    }
}

fn input(outlook: &Outlook<'_>, draft: &Draft, asked: Asked) -> Markup {
    let (name, terms) = (field(asked), &draft.order.terms);
    if asked == Asked::Days {
        return html! { input id=(name) name=(name) type="number" min="1" max="3650" value=[terms.days]; };
    }
    let options = options(outlook, draft, asked);
    let chosen = options.iter().any(|(_, _, chosen)| *chosen);
    html! {
        select id=(name) name=(name) {
            @if !chosen { option value="" selected { (outlook.said(asked, draft)) } }
            @for (value, text, chosen) in options { option value=(value) selected[chosen] { (text) } }
        }
    }
}

/// The answers that a question takes: the value sent, its words, and whether the draft says so now. For days, any number.
pub(in crate::server) fn options(outlook: &Outlook<'_>, draft: &Draft, asked: Asked) -> Vec<(String, String, bool)> {
    let (terms, view) = (&draft.order.terms, outlook.view);
    match asked {
        Asked::Target => (view.ties().map(|tie| tie.other(view.seat)))
            .map(|state| (state.0.to_string(), outlook.telling.state(state), terms.target == Some(state)))
            .collect(),
        Asked::Level => (Level::ALL.iter())
            .map(|level| (wire_word(level), outlook.level(*level), terms.level() == *level))
            .collect(),
        Asked::Publicity => std::iter::once(None)
            .chain(Publicity::ALL.iter().copied().map(Some))
            .map(|one| (one.map(wire_word).unwrap_or_default(), outlook.publicity(one), terms.publicity == one))
            .collect(),
        Asked::Basis => {
            Basis::ALL.iter().map(|basis| (wire_word(basis), outlook.basis(*basis), terms.basis == *basis)).collect()
        }
        Asked::Content => (contents(view).into_iter().enumerate())
            .map(|(nth, one)| (nth.to_string(), outlook.telling.content(one), terms.content == Some(one)))
            .collect(),
        Asked::ByItself | Asked::Grants => {
            let now = if asked == Asked::ByItself { terms.by_itself } else { terms.grants } == Some(true);
            let answers = [("yes", true), ("no", false)];
            answers.map(|(word, answer)| (word.to_owned(), outlook.answer(answer), now == answer)).into()
        }
        Asked::Operative => {
            let now = terms.operative.unwrap_or_default();
            Operative::ALL.iter().map(|one| (wire_word(one), outlook.operative(*one), now == *one)).collect()
        }
        Asked::Reading => (readings(view).into_iter().enumerate())
            .map(|(nth, one)| (nth.to_string(), outlook.reading(Some(one)), terms.reading == Some(one)))
            .collect(),
        Asked::Days => Vec::new(),
    }
}

/// The card on a draft, what it would mean, and the button that sends it.
pub(in crate::server) fn check(seat: &Seat<'_>, draft: &Draft, fields: &Fields) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let rules = seat.view.rules();
    let mut chambers = Chambers::new(rules);
    let mut counsel = Counsel::of(&seat.view, &mut chambers);
    let opinion = counsel.opinion(draft);
    let card = outlook.card(draft, &opinion);
    let seen = counsel.preview(draft);
    let costs = attention(rules, draft.order.act);
    let why_not = match feasible(&seat.view, draft) {
        Err(why) => Some(capitalised(&outlook.telling.reason(why))),
        Ok(_) if costs > seat.left() => {
            let (costs, left) = (costs.to_string(), seat.left().to_string());
            Some(words.say_with("play-too-dear", &[("costs", (&costs).into()), ("left", (&left).into())]))
        }
        Ok(_) => None,
    };
    let readers = outlook.readers(&seen);
    let seen_by = Sight::of(seen.audience, seat.state);
    let said = match &readers {
        None => words.say("act-seen-secret"),
        Some(_) if seen_by == Sight::Public => words.say("act-seen-public"),
        Some(who) => words.say_with("act-seen-shared", &[("who", who.into())]),
    };
    let title = words.say("act-check-title");
    let questions = "/seat/act?".to_owned() + &query(fields);
    let mut terms = Terms::new(words);
    seat.page(
        &title,
        &html! {
            (back(words))
            h2 { (title) }
            p lang=[words.foreign()] { strong { (outlook.choice(draft)) } }
            section class="card" aria-label=(words.say("act-law")) {
                p class="verdict" { (card.headline) }
                dl { @for (label, text) in &card.rows { dt { (label) } dd { (terms.link(text)) } } }
            }
            details id="opinion" {
                summary { (words.say("act-opinion")) }
                div class="prose" { (briefing::prose(&outlook.brief(draft, &opinion), &mut terms)) }
            }
            (waiting::drafted(seat, draft))
            (codex::norms(words, &rules.law.under(&seat.view.known), &opinion))
            h3 { (words.say("act-means")) }
            p { (sight(seen_by, &said)) }
            p lang=[words.foreign()] { (terms.link(&outlook.consequences(draft, &seen))) }
            p { (words.say_with("act-costs", &[("points", (&points(seat, costs)).into())])) }
            @if let Some(why) = why_not {
                p class="note" role="alert" { (words.say_with("seat-not-now", &[("why", (&why).into())])) }
            } @else if !seat.is_for(draft.order.act) {
                p class="note" { (office::answers(seat, draft.order.act)) }
            } @else if seat.may_order(&draft.order) {
                form class="row" method="post" action="/seat/order" {
                    (described(seat, fields))
                    @let who = if seen_by == Sight::Public { "everybody" } else { readers.as_deref().unwrap_or("none") };
                    button { (words.say_with("act-give", &[("who", who.into())])) }
                }
                // Who can send it can still ask the others first.
                @if seat.room().delegation(seat.state).count() > 1 { (team::propose(seat, fields, true)) }
            } @else if seat.may_confer() {
                (team::propose(seat, fields, false))
            } @else {
                p class="note" { (words.say("act-not-now")) }
            }
            p { a href=(questions) { (words.say("act-change")) } }
        },
    )
}

/// What a form sends on that describes a draft, under a key and for the turn of this page.
pub(super) fn described(seat: &Seat<'_>, fields: &Fields) -> Markup {
    html! {
        (hidden(seat))
        @for (name, value) in fields { @if name != "key" && name != "turn" { input type="hidden" name=(name) value=(value); } }
    }
}

/// Fields as a query; values are letters, digits and a few signs, and whatever is not is left out.
fn query(fields: &Fields) -> String {
    let plain = |text: &str| text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_:".contains(letter));
    let pairs = fields.iter().filter(|(name, value)| plain(name) && plain(value));
    pairs.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}
