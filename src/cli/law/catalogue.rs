//! `law norms`, `law facts`, `law moves`: the catalogue to read.

use serde_json::{Value as Json, json};

use crate::cli::law::{Desk, Entry, Moves, Object, json::value, unknown};
use crate::cli::output::{Stop, note, say, say_json};
use crate::cli::{Answer, Format};
use crate::content::cards;
use crate::law::Act;
use crate::law::corpus::{Corpus, NormId};
use crate::law::fact::{Fact, Holds};
use crate::words::pages::{character_word, fixes, holds, tenths};
use crate::words::phrase::{Facet, aim_word, kind_word};
use crate::words::text::hang;

/// Columns that the labels of one entry take, and the width of its text.
const LABEL: usize = 22;
const WIDTH: usize = 100;

pub(super) fn norms(desk: &Desk, entry: &Entry) -> Result<Answer, Stop> {
    let Desk { corpus, words, .. } = desk;
    if let Some(id) = &entry.id {
        let norm = corpus.find(id).ok_or_else(|| unknown("norm", id, corpus.ids()))?;
        return show(entry.format, || norm_json(corpus, norm), || norm_text(desk, norm));
    }
    let all: Vec<NormId> = corpus.norms().map(|(id, _)| id).collect();
    let rows = || {
        let rows = all.iter().map(|id| {
            let spec = &corpus.norm(*id).spec;
            [spec.id.clone(), words.kind(spec.kind), words.norm(corpus, *id, Facet::Title)]
        });
        table(&rows.collect::<Vec<_>>(), &words.say_with("norms-count", &[("count", all.len().into())]))
    };
    show(entry.format, || all.iter().map(|id| norm_json(corpus, *id)).collect(), rows)
}

pub(super) fn facts(desk: &Desk, entry: &Entry) -> Result<Answer, Stop> {
    let Desk { corpus, words, .. } = desk;
    let vocabulary = corpus.vocabulary();
    if let Some(id) = &entry.id {
        let fact = vocabulary.find(id).ok_or_else(|| unknown("fact", id, vocabulary.names()))?;
        return show(entry.format, || fact_json(corpus, fact), || fact_text(desk, fact));
    }
    let rows = || {
        let rows = vocabulary.iter().map(|(fact, spec)| {
            let kind = match spec.holds {
                Holds::Bool => "bool",
                Holds::Int { .. } => "int",
                Holds::Enum(_) => "enum",
            };
            [spec.name.clone(), kind.to_owned(), words.ask(corpus, fact)]
        });
        table(&rows.collect::<Vec<_>>(), &words.say_with("facts-count", &[("count", vocabulary.len().into())]))
    };
    show(entry.format, || vocabulary.iter().map(|(fact, _)| fact_json(corpus, fact)).collect(), rows)
}

pub(super) fn moves(desk: &Desk, asked: &Moves) -> Result<Answer, Stop> {
    let Desk { acts, words, .. } = desk;
    let entry = &asked.entry;
    let cards = cards::embedded(&desk.corpus)?.cards;
    let is_listed = |act: &&Act| !asked.unmodelled || cards.iter().any(|card| card.id == act.id && card.play.is_none());
    let ids = || acts.iter().map(|act| act.id.as_str());
    if let Some(id) = &entry.id {
        let act = acts.iter().find(|act| act.id == *id).ok_or_else(|| unknown("move", id, ids()))?;
        return show(entry.format, || move_json(desk, act), || move_text(desk, act));
    }
    let rows = || -> Vec<[String; 3]> {
        let rows = acts.iter().filter(is_listed).map(|act| {
            let title = words.prose(&act.id).map(|prose| prose.meaning.clone()).unwrap_or_default();
            [act.id.clone(), tenths(act.esc), title]
        });
        rows.collect()
    };
    let told = |id, rows: &[[String; 3]]| words.say_with(id, &[("count", rows.len().into())]);
    if asked.unmodelled && matches!(entry.format, Format::Text) {
        // A list with nothing in it is nothing; how long it is, is a remark.
        let rows = rows();
        say(&lines(&rows))?;
        note(&(told("moves-unmodelled", &rows) + "\n"))?;
        return Ok(Answer::Yes);
    }
    let rows = || {
        let rows = rows();
        table(&rows, &told("moves-count", &rows))
    };
    show(entry.format, || acts.iter().filter(is_listed).map(|act| move_json(desk, act)).collect(), rows)
}

fn show(format: Format, json: impl FnOnce() -> Json, text: impl FnOnce() -> String) -> Result<Answer, Stop> {
    match format {
        Format::Json => say_json(&json())?,
        Format::Text => say(&text())?,
    }
    Ok(Answer::Yes)
}

/// Three columns, the last as wide as it likes, and a line below.
fn table(rows: &[[String; 3]], below: &str) -> String {
    lines(rows) + "\n" + below + "\n"
}

/// Three columns, the last as wide as it likes.
fn lines(rows: &[[String; 3]]) -> String {
    let width = |nth: usize| rows.iter().map(|row| row[nth].chars().count()).max().unwrap_or(0) + 2;
    let (first, second) = (width(0), width(1));
    rows.iter().map(|[a, b, c]| format!("{a:first$}{b:second$}{c}\n")).collect()
}

fn labelled(desk: &Desk, head: &str, rows: &[(&str, String)]) -> String {
    let mut lines = vec![head.to_owned()];
    for (label, text) in rows {
        if !text.is_empty() {
            lines.extend(hang(&desk.words.say(label), text, LABEL, WIDTH));
        }
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn norm_text(desk: &Desk, id: NormId) -> String {
    let Desk { corpus, words, .. } = desk;
    let norm = corpus.norm(id);
    let spec = &norm.spec;
    let title = words.norm(corpus, id, Facet::Title);
    let head = format!("{} — {title}\n{} · {} · {}", spec.id, words.kind(spec.kind), spec.layer, spec.status);
    let mut text = labelled(
        desk,
        &head,
        &[
            ("show-sources", spec.sources.join("; ")),
            ("show-weight", spec.weight.to_string()),
            ("show-raised", spec.when.clone()),
            ("show-test", spec.test.clone()),
        ],
    );
    for position in &norm.positions {
        let reading = &position.spec;
        let formula = reading.test.as_ref().map(|test| format!(" [{test}]")).unwrap_or_default();
        let view = words.view(corpus, id, position);
        let line = format!("{} ({}): {view} {}{formula}", reading.name, reading.standing, reading.held_by.join(", "));
        let lines = hang(&words.say("show-positions"), &line, LABEL, WIDTH);
        text.extend(lines.into_iter().map(|line| line + "\n"));
    }
    let rest = labelled(
        desk,
        "",
        &[
            ("show-shields", spec.shields.join(", ")),
            ("show-opens", words.norm(corpus, id, Facet::Opens)),
            ("show-note", words.norm(corpus, id, Facet::Note)),
            ("show-met", words.norm(corpus, id, Facet::Met)),
            ("show-failed", words.norm(corpus, id, Facet::Failed)),
            ("show-open", words.norm(corpus, id, Facet::Open)),
            ("show-contested", words.norm(corpus, id, Facet::Contested)),
        ],
    );
    text + rest.trim_start_matches('\n')
}

fn norm_json(corpus: &Corpus, id: NormId) -> Json {
    let norm = corpus.norm(id);
    let spec = &norm.spec;
    let positions: Vec<Json> = (norm.positions.iter().map(|position| &position.spec))
        .map(|position| {
            json!({
                "name": position.name,
                "standing": position.standing,
                "test": position.test,
                "view": position.view,
                "held_by": position.held_by,
            })
        })
        .collect();
    json!({
        "id": spec.id,
        "family": norm.family,
        "title": spec.title,
        "kind": kind_word(spec.kind),
        "layer": spec.layer,
        "status": spec.status,
        "weight": spec.weight,
        "sources": spec.sources,
        "when": spec.when,
        "test": spec.test,
        "positions": positions,
        "shields": spec.shields,
        "opens": spec.opens,
        "note": spec.note,
        "says": {
            "met": spec.says.met,
            "failed": spec.says.failed,
            "open": spec.says.open,
            "contested": spec.says.contested,
        },
    })
}

/// The norms that ask for a fact, in order.
fn asked_by(corpus: &Corpus, fact: Fact) -> Vec<String> {
    let asks = corpus.norms().filter(|(_, norm)| norm.facts.contains(&fact));
    asks.map(|(_, norm)| norm.spec.id.clone()).collect()
}

fn fact_text(desk: &Desk, fact: Fact) -> String {
    let Desk { corpus, words, .. } = desk;
    let spec = corpus.vocabulary().spec(fact);
    let default = spec.default.clone().unwrap_or_else(|| words.say("show-unknown"));
    let says = match &spec.holds {
        Holds::Int { .. } => words.clause(corpus, fact, 0),
        holds => {
            let most = if let Holds::Enum(values) = holds { values.len() as u32 } else { 2 };
            let clauses: Vec<String> = (0..most)
                .map(|code| format!("{}: {}", corpus.vocabulary().show(fact, code), words.clause(corpus, fact, code)))
                .collect();
            clauses.join("; ")
        }
    };
    labelled(
        desk,
        &format!("{} — {}", spec.name, words.ask(corpus, fact)),
        &[
            ("show-values", holds(&spec.holds)),
            ("show-default", default),
            ("show-meaning", spec.meaning.clone()),
            ("show-derived", spec.derivation.clone()),
            ("show-says", says),
            ("show-norms", asked_by(corpus, fact).join(", ")),
        ],
    )
}

fn fact_json(corpus: &Corpus, fact: Fact) -> Json {
    let spec = corpus.vocabulary().spec(fact);
    let values = match &spec.holds {
        Holds::Bool => json!([true, false]),
        Holds::Int { low, high } => json!({ "low": low, "high": high }),
        Holds::Enum(values) => json!(values),
    };
    json!({
        "name": spec.name,
        "group": spec.group,
        "values": values,
        "unit": spec.unit,
        "default": value(corpus, fact, corpus.vocabulary().default(fact)),
        "label": spec.label,
        "ask": spec.ask,
        "says": spec.says,
        "meaning": spec.meaning,
        "derivation": spec.derivation,
        "norms": asked_by(corpus, fact),
    })
}

fn move_text(desk: &Desk, act: &Act) -> String {
    let Desk { corpus, words, .. } = desk;
    let Some(prose) = words.prose(&act.id) else { return format!("{}\n", act.id) };
    let aims: Vec<String> =
        act.aims.iter().map(|(aim, share)| format!("{} {} %", words.aim(*aim), share / 10)).collect();
    let character = words.say_with("character", &[("character", character_word(act.character).into())]);
    labelled(
        desk,
        &format!("{} — {}\n{}", act.id, prose.title, prose.does),
        &[
            ("show-escalation", tenths(act.esc)),
            ("show-character", format!("{} ({character})", character_word(act.character))),
            ("show-fixes", fixes(corpus, act)),
            ("show-aims", aims.join(", ")),
            ("show-asks", prose.asks.join(", ")),
            ("show-precedent", prose.precedent.clone()),
            ("show-note", format!("{} {}", prose.wise, prose.risk)),
        ],
    )
}

fn move_json(desk: &Desk, act: &Act) -> Json {
    let Desk { corpus, words, .. } = desk;
    let fixes: Object = (act.fixes.iter())
        .map(|(fact, code)| (corpus.vocabulary().spec(*fact).name.clone(), value(corpus, *fact, Some(*code))))
        .collect();
    let aims: Object = act.aims.iter().map(|(aim, share)| (aim_word(*aim).to_owned(), json!(share))).collect();
    let prose = words.prose(&act.id);
    json!({
        "id": act.id,
        "family": prose.map(|prose| &prose.family),
        "title": prose.map(|prose| &prose.title),
        "meaning": prose.map(|prose| &prose.meaning),
        "esc": act.esc,
        "character": character_word(act.character),
        "fixes": fixes,
        "aims": aims,
        "asks": prose.map(|prose| &prose.asks),
        "precedent": prose.map(|prose| &prose.precedent),
    })
}
