//! The JSON form of an opinion, as `docs/json.md` describes it.

use serde_json::{Value as Json, json};

use crate::cli::law::judge::Judged;
use crate::cli::law::{Desk, Object};
use crate::law::assess::Finding;
use crate::law::corpus::{Corpus, NormId, Reading};
use crate::law::fact::{Fact, Holds};
use crate::law::logic::Value;
use crate::law::opinion::{Element, Entry};
use crate::law::turns::{Turns, Way};
use crate::words::phrase::{aim_word, kind_word};

/// One case with its opinion; `brief` is the explanation at length, if asked for.
pub(super) fn case(desk: &Desk, judged: &Judged<'_>, brief: Option<String>) -> Json {
    let Judged { case, act, opinion, alternative } = judged;
    let corpus = &desk.corpus;
    let (as_of, profile) = match opinion.reading {
        Reading::Mainstream { as_of } => (Some(as_of), None),
        Reading::Profile(at) => (None, Some(corpus.profiles()[at].name.as_str())),
    };
    let provisional_on = opinion.provisional_on();
    let profiles: Object = (corpus.profiles().iter().zip(&opinion.profiles))
        .map(|(profile, overall)| (profile.name.clone(), json!(overall.word())))
        .collect();
    let alternative = alternative.as_ref().map(|one| {
        json!({
            "move": one.id,
            "overall": one.overall.word(),
            "cost": one.cost,
            "aim": aim_word(one.aim),
            "share": one.share,
        })
    });
    let mut object = json!({
        "id": case.id,
        "title": case.title,
        "move": act.id,
        "as_of": as_of,
        "profile": profile,
        "overall": opinion.overall.word(),
        "provisional": opinion.provisional,
        "provisional_on": names(corpus, provisional_on),
        "open_on": names(corpus, &opinion.open_on(corpus)),
        "cost": opinion.score.cost,
        "score": opinion.score,
        "profiles": profiles,
        "alternative": alternative,
        "findings": opinion.entries.iter().map(|entry| finding(corpus, entry)).collect::<Vec<_>>(),
    });
    if let Some(brief) = brief {
        object["brief"] = Json::String(brief);
    }
    object
}

fn finding(corpus: &Corpus, entry: &Entry) -> Json {
    let norm = corpus.norm(entry.norm);
    let positions: Object = (norm.positions.iter().zip(&entry.positions))
        .map(|(position, (_, finding))| (position.spec.name.clone(), json!(finding.word())))
        .collect();
    let shields: Object = entry.shields.iter().map(|(plea, found)| (id(corpus, *plea), json!(found.word()))).collect();
    json!({
        "norm": norm.spec.id,
        "kind": kind_word(norm.spec.kind),
        "raised": match entry.raised {
            Value::True => Json::Bool(true),
            _ => json!("unknown"),
        },
        "finding": entry.finding.word(),
        "positions": positions,
        "elements": entry.elements.iter().map(|part| element(corpus, part)).collect::<Vec<_>>(),
        "shields": shields,
        "turns_on": leads(corpus, &entry.turns_on, Finding::word),
        "ways": entry.turns_on.ways.iter().map(|way| path(corpus, way, Finding::word)).collect::<Vec<_>>(),
        "turns_on_complete": entry.turns_on.complete,
        "raised_by": leads(corpus, &entry.raised_by, raised_word),
    })
}

/// In a search for what raises a norm, breach stands for raised and no-breach for not.
const fn raised_word(finding: Finding) -> &'static str {
    match finding {
        Finding::Breach => "raised",
        Finding::NoBreach => "not-raised",
        _ => "unknown",
    }
}

fn leads(corpus: &Corpus, turns: &Turns, word: fn(Finding) -> &'static str) -> Vec<Json> {
    (turns.facts.iter())
        .map(|lead| {
            let leads_to: Object = (lead.values.iter())
                .flat_map(|(codes, finding)| codes.iter().map(|code| (*code, *finding)))
                .map(|(code, finding)| (corpus.vocabulary().show(lead.fact, code), json!(word(finding))))
                .collect();
            json!({ "fact": corpus.vocabulary().spec(lead.fact).name, "leads_to": leads_to })
        })
        .collect()
}

fn path(corpus: &Corpus, way: &Way, word: fn(Finding) -> &'static str) -> Json {
    let when: Object = (way.when.iter())
        .map(|(fact, codes)| {
            let values: Vec<Json> = codes.iter().map(|code| value(corpus, *fact, Some(*code))).collect();
            (corpus.vocabulary().spec(*fact).name.clone(), Json::Array(values))
        })
        .collect();
    json!({ "finding": word(way.finding), "when": when })
}

fn element(corpus: &Corpus, part: &Element) -> Json {
    let facts: Object = (part.facts.iter())
        .map(|(fact, code)| (corpus.vocabulary().spec(*fact).name.clone(), value(corpus, *fact, *code)))
        .collect();
    let norms: Object = part.norms.iter().map(|(norm, value)| (id(corpus, *norm), json!(value))).collect();
    json!({ "text": part.text, "value": part.value, "facts": facts, "norms": norms })
}

/// A value as a case file would state it.
pub(super) fn value(corpus: &Corpus, fact: Fact, code: Option<u32>) -> Json {
    let Some(code) = code else { return json!("unknown") };
    match corpus.vocabulary().spec(fact).holds {
        Holds::Bool => json!(code == crate::law::fact::YES),
        Holds::Int { .. } => json!(code),
        Holds::Enum(_) => json!(corpus.vocabulary().show(fact, code)),
    }
}

fn names(corpus: &Corpus, facts: &[Fact]) -> Vec<String> {
    facts.iter().map(|fact| corpus.vocabulary().spec(*fact).name.clone()).collect()
}

fn id(corpus: &Corpus, norm: NormId) -> String {
    corpus.norm(norm).spec.id.clone()
}
