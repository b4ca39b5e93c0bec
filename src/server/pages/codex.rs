//! The codex: what the words of the pages mean, and every norm with its sources and the positions States hold. Nothing in it
//! depends on a game.

use maud::{Markup, html};

use crate::law::assess::Finding;
use crate::law::corpus::{Corpus, Norm, NormId};
use crate::law::opinion::Opinion;
use crate::server::pages::plain;
use crate::sim::model::{Ladder, LadderStep};
use crate::words::Words;
use crate::words::phrase::{Facet, cited, holder, kind_word};
use crate::words::text::folded;

/// The terms of the pages, by the message that says what each means.
pub(super) const TERMS: [&str; 17] = [
    "term-attention",
    "term-attribution",
    "term-breach",
    "term-confidence",
    "term-cost",
    "term-countermeasure",
    "term-demarche",
    "term-due-diligence",
    "term-evidence",
    "term-ladder",
    "term-necessity",
    "term-plea",
    "term-public",
    "term-retorsion",
    "term-school",
    "term-self-defence",
    "term-standing",
];
/// How many norms a card names.
const NAMED: usize = 8;

/// Terms and norms that match a search.
pub(in crate::server) fn all(words: &Words, (corpus, ladder): (&Corpus, &Ladder), search: &str) -> Markup {
    let wanted: Vec<String> = search.split_whitespace().map(folded).collect();
    let fits = |text: &str| {
        let text = folded(text);
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    let term = |id: &str| (words.say(id), words.overlay(id, "means", ""));
    let terms: Vec<(&str, (String, String))> = TERMS
        .into_iter()
        .map(|id| (id, term(id)))
        .filter(|(_, (name, means))| fits(&format!("{name} {means}")))
        .collect();
    let norms: Vec<(NormId, &Norm)> =
        corpus.norms().filter(|(id, norm)| fits(&about(words, corpus, *id, norm))).collect();
    let mut families: Vec<&str> = norms.iter().map(|(_, norm)| norm.family.as_str()).collect();
    families.dedup();
    let found = terms.len() + norms.len();
    let main = html! {
        (back(words))
        p { (words.say("codex-intro")) }
        form class="row" method="get" action="/codex" role="search" {
            label for="q" { (words.say("act-search")) }
            input id="q" name="q" type="search" value=(search) maxlength="60";
            button class="quiet" { (words.say("act-search-go")) }
        }
        p role="status" { (words.say_with("codex-found", &[("count", found.into())])) }
        @if !terms.is_empty() {
            h2 { (words.say("codex-terms")) }
            dl class="terms" lang=[words.foreign()] {
                @for (id, (name, means)) in &terms {
                    dt id=(id) { (name) }
                    dd {
                        (means)
                        @if *id == "term-ladder" { ul { @for step in steps(words, ladder) { li { (step) } } } }
                    }
                }
            }
        }
        @for family in families {
            h2 { (words.say_with("norms-family", &[("family", family.into())])) }
            ul {
                @for (id, _) in norms.iter().filter(|(_, norm)| norm.family == family) { li { (link(words, corpus, *id)) } }
            }
        }
    };
    plain(words, &words.say("codex-title"), &main)
}

/// The steps of the ladder, with the tension from which a pair stands on each.
fn steps(words: &Words, ladder: &Ladder) -> Vec<String> {
    let step = |(nth, step): (usize, &LadderStep)| {
        let args = [
            ("nth", nth.into()),
            ("name", (&step.name).into()),
            ("looks", (&step.looks).into()),
            ("from", usize::try_from(step.from.get()).unwrap_or_default().into()),
        ];
        words.say_with("codex-step", &args)
    };
    ladder.steps.iter().enumerate().map(step).collect()
}

/// What a search looks into.
fn about(words: &Words, corpus: &Corpus, id: NormId, norm: &Norm) -> String {
    format!("{} {} {}", norm.spec.id, words.norm(corpus, id, Facet::Title), norm.spec.sources.join(" "))
}

fn link(words: &Words, corpus: &Corpus, id: NormId) -> Markup {
    html! {
        a href={ "/codex/" (corpus.norm(id).spec.id) } lang=[words.foreign()] { (words.norm(corpus, id, Facet::Title)) }
    }
}

fn back(words: &Words) -> Markup {
    html! { p { a href="/seat" { (words.say("web-back")) } } }
}

/// The norms that a card rests on, to be looked up.
pub(super) fn norms(words: &Words, corpus: &Corpus, opinion: &Opinion) -> Markup {
    let weighs = |finding: Finding| finding != Finding::NoBreach;
    let named = opinion.entries.iter().filter(|entry| weighs(entry.finding)).take(NAMED);
    let named: Vec<NormId> = named.map(|entry| entry.norm).collect();
    html! {
        @if named.is_empty() { p { a href="/codex" { (words.say("codex-title")) } } }
        @else {
            h3 { (words.say("codex-look-up")) }
            ul { @for id in named { li { (link(words, corpus, id)) } } }
        }
    }
}

/// One norm: what it says, where it comes from, how States read it.
pub(in crate::server) fn norm(words: &Words, corpus: &Corpus, id: NormId) -> Markup {
    let norm = corpus.norm(id);
    let spec = &norm.spec;
    let title = words.norm(corpus, id, Facet::Title);
    let foreign = words.foreign();
    let outcomes = [
        ("codex-met", Facet::Met),
        ("codex-failed", Facet::Failed),
        ("codex-open", Facet::Open),
        ("codex-contested", Facet::Contested),
        ("codex-opens", Facet::Opens),
        ("codex-note", Facet::Note),
    ];
    let kind = words.say_with("kind", &[("kind", kind_word(spec.kind).into())]);
    let main = html! {
        p { a href="/codex" { (words.say("codex-title")) } }
        // Its sentences were written on another reading than the one that practice in this game has made the test.
        @if let Some(position) = norm.prevailing() {
            p class="note" { (words.say_with("codex-prevails", &[("reading", (&position.spec.name).into())])) }
        }
        dl class="terms" {
            dt { (words.say("codex-kind")) }
            dd { (kind) " · " span lang=[foreign] { (spec.layer) " · " (spec.status) } }
            @for (label, facet) in outcomes {
                @let text = words.norm(corpus, id, facet);
                @if !text.is_empty() { dt { (words.say(label)) } dd lang=[foreign] { (text) } }
            }
        }
        h2 { (words.say("codex-sources")) }
        ul lang=[foreign] { @for source in &spec.sources { li { (cited(source)) } } }
        @if !norm.positions.is_empty() {
            h2 { (words.say("codex-positions")) }
            ul {
                @for position in &norm.positions {
                    li {
                        strong { (position.spec.name) } " (" (standing(words, &position.spec.standing)) "): "
                        span lang=[foreign] { (words.view(corpus, id, position)) }
                        @if !position.spec.held_by.is_empty() {
                            @let held: Vec<String> = position.spec.held_by.iter().map(|held| holder(held)).collect();
                            p class="hint" { (words.say_with("codex-held-by", &[("holders", (&held.join("; ")).into())])) }
                        }
                        @let profiles = profiles(corpus, &position.spec.name);
                        @if !profiles.is_empty() {
                            p class="hint" { (words.say_with("codex-profiles", &[("profiles", (&profiles).into())])) }
                        }
                    }
                }
            }
        }
        @if !norm.shields.is_empty() {
            h2 { (words.say("codex-shields")) }
            ul { @for shield in &norm.shields { li { (link(words, corpus, *shield)) } } }
        }
        details {
            summary { (words.say("codex-formula")) }
            p { (words.say("codex-when")) } pre { (spec.when) }
            p { (words.say("codex-test")) } pre { (spec.test) }
            p class="hint" { (spec.id) }
        }
    };
    plain(words, &title, &main)
}

/// A standing with its year, if it has one.
fn standing(words: &Words, written: &str) -> String {
    let (standing, year) = written.split_once('@').map_or((written, None), |(standing, year)| (standing, Some(year)));
    let said = words.say_with("standing", &[("standing", standing.into())]);
    year.map_or(said.clone(), |year| {
        words.say_with("codex-since", &[("standing", (&said).into()), ("year", year.into())])
    })
}

/// The national profiles that hold a position.
fn profiles(corpus: &Corpus, position: &str) -> String {
    let holds = corpus.profiles().iter().filter(|profile| profile.holds.iter().any(|held| held == position));
    holds.map(|profile| profile.name.as_str()).collect::<Vec<_>>().join(", ")
}
