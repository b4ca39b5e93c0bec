//! Warnings in confidence, and reports in public.

use std::cmp::Reverse;

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::{Permille, StateSet};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::What;
use crate::sim::exposure::rules::{finds, tells, withholds};
use crate::sim::incidents::{self, Incident};
use crate::sim::knowledge::{Beliefs, Confidence, Detail, EvidenceKind, Question};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::covert::Means;
use crate::sim::operations::{Operation, Stage};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, Asset, Gauge, Party, State};
use crate::sim::relations::{Alliance, Ties};
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((warn.in_set(Phase::Covert.resolve()), publish.in_set(Phase::Speak.resolve())));
}

/// How well an incident hides; `None` if it is no matter of codes and agents, or nobody is behind it.
fn stealth(rules: &Rulebook, incident: &Incident) -> Option<Permille> {
    match rules.play(incident.card).map(|play| &play.mechanic) {
        Some(Mechanic::Covert(numbers)) if numbers.means != Means::Arms => incident.operation.map(|_| numbers.stealth),
        _ => None,
    }
}

/// Whether an actor of a kind is at work where an incident can come to its notice.
fn covers(ties: &Ties, actor: &Actor, kind: ActorKind, incident: &Incident) -> bool {
    actor.kind == kind
        && actor.standing == ActorStanding::Active
        && (actor.home == incident.victim || ties.between(actor.home, incident.victim).is_some())
}

/// A firm that sees the same tools elsewhere, or an ally's service, tells the victim what it has not noticed itself.
fn warn(
    clock: Res<Clock>,
    rules: Res<Rules>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    actors: Rows<Actor>,
    states: Rows<State>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    let table = &rules.model.exposure;
    for incident in incidents.iter().filter(|incident| incident.noticed.is_none() && incident.began < clock.day) {
        let (Some(stealth), Some(operation)) = (stealth(&rules, incident), incident.operation) else { continue };
        let operation = operations.at(operation);
        let firms = actors.iter().filter(|actor| covers(&ties, actor, ActorKind::Firm, incident)).filter(|firm| {
            let odds = finds(table.firm_finds_per_1000_days.at, firm.capability, stealth, clock.span);
            clock.draw(purpose::EXPOSE, [incident.id.0, firm.id.0.into(), 0]).happens(odds)
        });
        let allies = ties
            .of(incident.victim)
            .filter(|tie| tie.alliance > Alliance::None)
            .map(|tie| states.at(tie.other(incident.victim)))
            // Who did it, or was let into it, warns nobody.
            .filter(|ally| operation.author != Party::State(ally.id) && !operation.known_to.contains(ally.id))
            .filter(|ally| {
                let odds = finds(table.ally_finds_per_1000_days.at, ally.intelligence, stealth, clock.span);
                clock.draw(purpose::EXPOSE, [incident.id.0, ally.id.0.into(), 1]).happens(odds)
            });
        let found = firms
            .map(|firm| (Party::Actor(firm.id), firm.capability, EvidenceKind::VendorReport))
            .chain(allies.map(|ally| (Party::State(ally.id), ally.forensics, EvidenceKind::Intercept)));
        let Some((by, skill, kind)) = found.max_by_key(|(by, skill, _)| (*skill, Reverse(*by))) else { continue };
        let mut draw = clock.draw(purpose::TRACE, [incident.id.0, 2000, 0]);
        let author = operation.author.state().map(|author| states.at(author));
        let found = incidents::trace(&rules.model.knowledge, &mut draw, skill, author, operation);
        let found = found.of_kind(&rules.model.knowledge, kind, skill);
        if let Party::Actor(firm) = by {
            let odds = withholds(table, actors.at(firm), found.bears_on());
            if clock.draw(purpose::EXPOSE, [incident.id.0, firm.0.into(), 2]).happens(odds) {
                continue;
            }
        }
        let cause = Cause::Incident(incident.id);
        let mut item = found.item(incident.id, incident.victim, clock.day);
        item.from = by.state();
        let told = StateSet::of(incident.victim);
        let audience = by.state().map_or(told, |ally| told.with(ally));
        outbox.propose(cause, Effect::Notice { incident: incident.id });
        outbox.propose(cause, Effect::File(item));
        outbox.propose(cause, Effect::Tell { what: What::Warned { by, incident: incident.id }, audience });
        if let Some(ally) = by.state() {
            outbox.propose(cause, Effect::Learn { incident: incident.id, who: StateSet::of(ally) });
        }
    }
}

/// What some know becomes public: by a firm's report, or in the papers.
fn publish(
    clock: Res<Clock>,
    rules: Res<Rules>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    actors: Rows<Actor>,
    states: Rows<State>,
    assets: Rows<Asset>,
    ties: Res<Ties>,
    beliefs: Res<Beliefs>,
    mut outbox: ResMut<Outbox>,
) {
    let table = &rules.model.exposure;
    for incident in incidents.iter().filter(|incident| !incident.known_to.is_public()) {
        if incident.noticed.is_none_or(|noticed| noticed >= clock.day) {
            continue;
        }
        let (Some(_), Some(operation)) = (stealth(&rules, incident), incident.operation) else { continue };
        let (operation, is_loud) = (operations.at(operation), incidents::is_loud(&incident.harm));
        let teller = |kind: ActorKind, per_1000_days: i32| {
            let told = actors.iter().filter(|actor| covers(&ties, actor, kind, incident)).filter(|actor| {
                let odds = tells(table, per_1000_days, actor.capability, is_loud, clock.span);
                clock.draw(purpose::EXPOSE, [incident.id.0, actor.id.0.into(), 3]).happens(odds)
            });
            told.max_by_key(|actor| (actor.capability, Reverse(actor.id)))
        };
        let cause = Cause::Incident(incident.id);
        let author = operation.author.state().map(|author| states.at(author));
        let report = teller(ActorKind::Firm, table.firm_tells_per_1000_days.at).map(|firm| {
            let mut draw = clock.draw(purpose::TRACE, [incident.id.0, 3000 + u32::from(firm.id.0), 0]);
            let found = incidents::trace(&rules.model.knowledge, &mut draw, firm.capability, author, operation);
            let found = found.of_kind(&rules.model.knowledge, EvidenceKind::VendorReport, firm.capability);
            let named =
                draw.happens(table.names.at.times(Permille::clamped(i32::midpoint(1000, firm.capability.get()))));
            let silent = draw.happens(withholds(table, firm, found.bears_on()));
            (firm, found, named, silent)
        });
        if let Some((firm, _, _, true)) = report {
            let what = What::Withheld { by: firm.id, incident: incident.id };
            outbox.propose(cause, Effect::Tell { what, audience: StateSet::EMPTY });
        }
        let report = report.filter(|(.., silent)| !silent);
        let (by, names) = match report {
            Some((firm, found, named, _)) => (firm, named.then_some(found.bears_on())),
            None => {
                let Some(paper) = teller(ActorKind::Press, table.press_tells_per_1000_days.at) else { continue };
                let suspected = beliefs.of(incident.victim, incident.id).iter().filter(|belief| {
                    matches!(belief.question, Question::Author(_)) && Confidence::of(belief.odds) >= Confidence::High
                });
                let suspect = suspected.max_by_key(|belief| belief.odds).map(|belief| belief.question);
                let quoted = clock.draw(purpose::EXPOSE, [incident.id.0, paper.id.0.into(), 4]);
                (paper, suspect.filter(|_| quoted.clone().happens(table.press_names.at)))
            }
        };
        outbox.propose(cause, Effect::Learn { incident: incident.id, who: StateSet::ALL });
        let what = What::Published { by: by.id, incident: incident.id, names };
        outbox.propose(cause, Effect::Tell { what, audience: StateSet::ALL });
        if let (Some((firm, found, ..)), Some(question)) = (report, names) {
            let mut item = found.item(incident.id, incident.victim, clock.day);
            item.disclosed = Detail::Summary;
            if firm.leans_to == Some(incident.victim) {
                item.reliability = item.reliability.times(table.discount.at.rest());
            }
            outbox.propose(cause, Effect::File(item));
            // Whoever has to do with the victim reads it; nobody guesses at its own deed, or at one it was let into.
            let readers = ties.of(incident.victim).map(|tie| tie.other(incident.victim)).filter(|reader| {
                question != Question::Author(*reader)
                    && operation.author != Party::State(*reader)
                    && !operation.known_to.contains(*reader)
            });
            for holder in readers {
                let by = item.bearing();
                outbox.propose(cause, Effect::Weigh { holder, incident: incident.id, question, by });
            }
            let mut draw = clock.draw(purpose::EXPOSE, [incident.id.0, firm.id.0.into(), 5]);
            if operation.is_live() && draw.happens(table.burns.at) {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
            }
        }
        // A firm leaves out whose data it was; a paper does not always.
        let sector = incident.asset.map(|asset| assets.at(asset).sector);
        let persons = report.is_none() && sector.is_some_and(|sector| incident.harm.is_of_persons(sector));
        let pressure =
            incident.gravity * table.pressure_per_gravity.at + if persons { table.persons_pressure.at } else { 0 };
        if pressure > 0 {
            let effect = Effect::Shift { state: incident.victim, gauge: Gauge::Pressure, by: pressure };
            outbox.propose(cause, effect);
        }
    }
}
