//! The most instructive cards: one lawful but unwise, one unlawful but common, one on which the schools divide.

use crate::base::id::{IncidentId, StateId};
use crate::law::{Opinion, Overall};
use crate::report::bench::{Heard, as_seen};
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Exhibit, Section};
use crate::sim::custom::in_force;
use crate::sim::effect::Cause;
use crate::sim::event::What;
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::legal::Matter;
use crate::sim::order::{Order, Publicity};
use crate::sim::relations::{Note, NoteKind, TieGauge};
use crate::view::{View, milder};
use crate::words::text::continued;
use crate::words::{Card, card};

/// What aiming at the wrong State, and accusing without being sure, weigh against thousandths of tension: judgement.
const WRONG_STATE: i32 = 400;
const UNSURE: i32 = 250;

/// What a lawful act must have cost, in thousandths, before it is called unwise.
const LEAST: i32 = 20;

/// The acts chosen, each with the reason that makes it instructive.
pub(super) struct Chosen<'a> {
    pub(super) unwise: Option<(&'a Heard, String)>,
    pub(super) common: Option<(&'a Heard, usize)>,
    pub(super) split: Option<&'a Heard>,
}

/// Chooses the acts to show; no kind of act is shown twice.
pub(super) fn choose<'a>(desk: &Desk<'a>) -> Chosen<'a> {
    let heard = desk.heard;
    let unwise = (heard.iter().filter(|one| one.is_lawful()))
        .filter_map(|one| regret(desk, one).map(|(size, why)| (size, one, why)))
        .max_by_key(|(size, one, _)| (*size, std::cmp::Reverse((one.turn, one.ruling.matter))))
        .map(|(_, one, why)| (one, why));
    let times = |one: &Heard| {
        let same = heard.iter().filter(|other| other.card() == one.card());
        let (ordered, others): (Vec<&Heard>, _) =
            same.partition(|other| matches!(other.ruling.matter, Matter::Order(_)));
        if ordered.is_empty() { others.len() } else { ordered.len() }
    };
    let common = (heard.iter())
        .filter(|one| one.truth.overall == Overall::Unlawful && one.card().is_some())
        .filter(|one| !desk.owed.contains(&(one.turn, one.ruling.matter)))
        .max_by_key(|one| (times(one), std::cmp::Reverse((one.turn, one.ruling.matter))))
        .map(|one| (one, times(one)));
    let shown = |one: &&Heard| {
        let alike = |other: &Heard| other.conduct.act == one.conduct.act;
        !unwise.as_ref().is_some_and(|(other, _)| alike(other)) && !common.is_some_and(|(other, _)| alike(other))
    };
    let split = (heard.iter().filter(shown))
        .map(|one| (division(&one.truth), one))
        .filter(|(size, _)| *size > 0)
        .max_by_key(|(size, one)| (*size, one.truth.overall == Overall::Contested, std::cmp::Reverse(one.turn)))
        .map(|(_, one)| one);
    Chosen { unwise, common, split }
}

/// How evenly national readings part on whether an act is lawful: the size of the smaller camp.
fn division(opinion: &Opinion) -> usize {
    let lawful = |verdict: &&Overall| matches!(verdict, Overall::Lawful | Overall::UnfriendlyButLawful);
    let yes = opinion.profiles.iter().filter(lawful).count();
    yes.min(opinion.profiles.len() - yes)
}

/// What speaks against an act that no rule forbade: its size in thousandths, and a clause.
fn regret(desk: &Desk<'_>, one: &Heard) -> Option<(i32, String)> {
    let cause = match one.ruling.matter {
        Matter::Order(order) => Cause::Order(order),
        Matter::Measure(measure) => Cause::Measure(measure),
        Matter::Operation(operation) => Cause::Operation(operation),
    };
    let mut causes: Vec<(i32, String)> = Vec::new();
    let incident = one.conduct.terms.incident.or_else(|| {
        let claim = one.conduct.terms.claim?;
        desk.history.end().claims[claim.index()].incident
    });
    let esc = desk.history.rules.law.act(one.conduct.act).esc;
    if let (Some(target), Some(incident), Some(_)) = (one.conduct.terms.target, incident, one.card())
        && esc < 0
    {
        // Whose territory harm came through is asked to look into it, and not taken for its author.
        let is_transit = desk.behind(incident).is_some_and(|operation| operation.via == Some(target));
        if !is_transit && matches!(desk.authorship(target, incident), Authorship::Other | Authorship::Nobody) {
            causes.push((WRONG_STATE, desk.say("unwise-wrong")));
        }
        if let Some(confidence) = unsure(desk, one, target, incident) {
            let confidence = desk.telling.confidence(confidence);
            causes.push((UNSURE, desk.with("unwise-unsure", &[("confidence", (&confidence).into())])));
        }
    }
    let (mut tension, mut own) = (0, std::collections::BTreeMap::new());
    for event in desk.history.turns[one.turn].record.events.iter().filter(|event| event.cause == cause) {
        match event.what {
            What::Bent { gauge: TieGauge::Tension, by, .. } => tension += by,
            What::Shifted { state, gauge, by } if state == one.by() && by < 0 => *own.entry(gauge).or_insert(0) -= by,
            _ => {}
        }
    }
    if tension > 0 {
        let points = desk.telling.points(tension);
        causes.push((tension, desk.with("unwise-tension", &[("points", (&points).into())])));
    }
    if let Some((gauge, lost)) = own.into_iter().max_by_key(|(gauge, lost)| (*lost, std::cmp::Reverse(*gauge))) {
        let (points, gauge) = (desk.telling.points(lost), desk.telling.gauge(gauge));
        causes.push((lost, desk.with("unwise-own", &[("points", (&points).into()), ("gauge", (&gauge).into())])));
    }
    let size = causes.iter().map(|(size, _)| size).sum();
    let told: Vec<String> = causes.into_iter().map(|(_, why)| why).collect();
    (size >= LEAST).then(|| (size, desk.words.list("list-and", &told)))
}

/// The first thing to its author's harm that its target did in the two turns after it: what an act was answered with, as far as
/// time tells.
fn followed<'a>(desk: &Desk<'a>, one: &Heard) -> Option<&'a Heard> {
    let target = one.conduct.terms.target?;
    desk.heard.iter().find(|next| {
        let soon = (one.turn + 1..=one.turn + 2).contains(&next.turn);
        let back = (next.by(), next.conduct.terms.target) == (target, Some(one.by()));
        // What stays secret answers nobody.
        let play = next.card().and_then(|card| desk.history.rules.play(card));
        let open = play.is_some_and(|play| play.visibility != Publicity::Secret);
        soon && back
            && open
            && matches!(next.ruling.matter, Matter::Order(_))
            && desk.history.rules.law.act(next.conduct.act).esc < 0
    })
}

/// How sure an accuser was, if it accused in public while less than fairly sure.
fn unsure(desk: &Desk<'_>, one: &Heard, target: StateId, incident: IncidentId) -> Option<Confidence> {
    let played = &desk.history.turns[one.turn];
    let accuses = |note: &Note| {
        (note.kind, note.from, note.to) == (NoteKind::Accusation, one.by(), target)
            && note.about == Some(incident)
            && note.day == played.record.day
    };
    played.after.notes.iter().find(|note| accuses(note))?;
    let own = about(&played.after.beliefs, one.by(), incident);
    let held = own.iter().find(|belief| belief.question == Question::Author(target));
    let confidence = held.map_or(Confidence::None, |belief| Confidence::of(belief.odds));
    (confidence < Confidence::Moderate).then_some(confidence)
}

pub(super) fn section(desk: &Desk<'_>, chosen: &Chosen<'_>) -> Option<Section> {
    let mut exhibits = Vec::new();
    if let Some((one, why)) = &chosen.unwise {
        let mut why = desk.with("exhibit-unwise-why", &[("why", why.into())]);
        if let Some(next) = followed(desk, one) {
            let (turn, act) = (desk.turn(next.turn), desk.act(next));
            why.push(' ');
            why.push_str(&desk.with("exhibit-unwise-next", &[("turn", (&turn).into()), ("act", (&act).into())]));
        }
        exhibits.push(exhibit(desk, "exhibit-unwise", one, why));
    }
    if let Some((one, times)) = &chosen.common {
        let precedent = one.card().map(|card| desk.history.rules.card(card).precedent.clone()).unwrap_or_default();
        let seen = desk.with("exhibit-common-why", &[("precedent", (&precedent).into())]);
        let count = desk.with("exhibit-common-count", &[("count", (*times).into())]);
        exhibits.push(exhibit(desk, "exhibit-common", one, format!("{seen} {count}")));
    }
    if let Some(one) = chosen.split {
        let groups = groups(desk, &one.truth);
        let why = desk.with("exhibit-split-why", &[("groups", (&groups).into())]);
        exhibits.push(exhibit(desk, "exhibit-split", one, why));
    }
    if exhibits.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Text(desk.say("exhibits-lead"))];
    blocks.extend(exhibits.into_iter().map(|exhibit| Block::Exhibit(Box::new(exhibit))));
    Some(Section { id: "exhibits".into(), title: desk.say("exhibits"), blocks })
}

fn exhibit(desk: &Desk<'_>, title: &str, one: &Heard, why: String) -> Exhibit {
    let seen = as_seen(desk.history, one);
    let (truth, seat) = (written(desk, one, &one.truth), written(desk, one, &seen));
    let remark = if truth == seat {
        desk.say("exhibit-same")
    } else {
        let (seat, truth) = (desk.words.verdict_within(seen.overall), desk.words.verdict_within(one.truth.overall));
        let id = if seat == truth { "exhibit-alike" } else { "exhibit-differs" };
        desk.with(id, &[("seat", (&seat).into()), ("truth", (&truth).into())])
    };
    let seat = (truth != seat).then(|| (desk.say("exhibit-seat"), seat));
    Exhibit { title: desk.say(title), act: desk.act(one), why, truth: (desk.say("exhibit-truth"), truth), seat, remark }
}

fn written(desk: &Desk<'_>, one: &Heard, opinion: &Opinion) -> Card {
    let law = &desk.history.rules.law;
    let act = law.act(one.conduct.act);
    // What its seat could have ordered instead, on the morning of that turn.
    let order = Order { by: one.by(), act: one.conduct.act, terms: one.conduct.terms };
    let view = View::of(desk.history.before(one.turn), &desk.history.rules, &desk.history.scenario, one.by(), None);
    let milder = view.draft(&order).ok().and_then(|draft| milder(&view, &draft, opinion));
    // Both opinions are by the law of that day.
    let day = desk.history.turns[one.turn].record.day;
    let corpus = law.turned(in_force(&desk.history.end().doctrines, day));
    card(desk.words, &corpus, act, opinion, milder.as_ref())
}

/// National profiles by the verdict they reach.
fn groups(desk: &Desk<'_>, opinion: &Opinion) -> String {
    let profiles = desk.history.rules.law.corpus.profiles();
    let mut verdicts: Vec<Overall> = opinion.profiles.clone();
    verdicts.sort_unstable();
    verdicts.dedup();
    let told: Vec<String> = (verdicts.into_iter())
        .map(|verdict| {
            let held = profiles.iter().zip(&opinion.profiles).filter(|(_, own)| **own == verdict);
            let names: Vec<String> = held.map(|(profile, _)| profile.name.replace('-', " ")).collect();
            let (verdict, names) = (continued(&desk.words.verdict(verdict)), desk.words.list("list-and", &names));
            desk.with("exhibit-split-group", &[("verdict", (&verdict).into()), ("profiles", (&names).into())])
        })
        .collect();
    desk.words.list("list-semicolon", &told)
}
