//! Heating, cooling and climbing.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::id::StateId;
use crate::base::{Permille, StateSet};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::event::{Log, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Confidence, Question};
use crate::sim::measures::Measure;
use crate::sim::operations::Operation;
use crate::sim::order::{Act, Publicity};
use crate::sim::polity::{Gauge, Party};
use crate::sim::relations::{Content, TieGauge, Ties, Undertaking};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::tension::rules::{accident, heat, is_armed, missing, short_of_force, step};
use crate::sim::turn::{Clock, Phase, purpose};

/// How long force between two states is what their tension is about, in days. Source: judgement.
const YEAR: i32 = 365;

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        calm.in_set(Phase::Open.resolve()),
        accidents.in_set(Phase::Act.resolve()),
        (acts, grievances).in_set(Phase::React.resolve()),
        climb.in_set(Phase::Close.resolve()),
    ));
}

fn calm(clock: Res<Clock>, rules: Res<Rules>, mut outbox: ResMut<Outbox>) {
    let tension = clock.span.scale(rules.model.tension.calm_per_1000_days.at);
    outbox.propose(Cause::Drift, Effect::Calm { tension });
}

/// The closer two states watch each other, the likelier they collide without meaning to. Who has a line open can say so.
fn accidents(
    clock: Res<Clock>,
    rules: Res<Rules>,
    ties: Res<Ties>,
    words: Rows<Undertaking>,
    mut outbox: ResMut<Outbox>,
) {
    let table = &rules.model.tension;
    for tie in ties.rows() {
        let odds = accident(&rules.model.ladder, tie.step, clock.span);
        if odds == Permille::ZERO {
            continue;
        }
        let mut draw = clock.draw(purpose::ACCIDENT, [tie.low.0.into(), tie.high.0.into(), 0]);
        if !draw.happens(odds) {
            continue;
        }
        let mut open = words.iter().filter(|word| word.content == Content::Channel && word.is_in_force());
        let has_channel = open.any(|word| word.is_between(tie.low, tie.high));
        let talked_down = has_channel && draw.happens(table.talked_down.at);
        let sides = pair(tie.low, tie.high);
        let what = What::Accident { pair: sides, talked_down };
        outbox.propose(Cause::Drift, Effect::Tell { what, audience: StateSet::ALL });
        if talked_down {
            continue;
        }
        let [least, most] = table.accident.at;
        outbox.propose(Cause::Drift, Effect::bend(tie.low, tie.high, TieGauge::Tension, draw.between(least, most)));
        for state in [tie.low, tie.high] {
            let by = table.accident_pressure.at;
            outbox.propose(Cause::Drift, Effect::Shift { state, gauge: Gauge::Pressure, by });
        }
    }
}

/// Every act that its addressee can see heats or cools the tie by its escalation value.
fn acts(
    rules: Res<Rules>,
    docket: Res<Docket>,
    ties: Res<Ties>,
    words: Rows<Undertaking>,
    measures: Rows<Measure>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, act) in docket.follow_ups() {
        let of_word = order.terms.undertaking.map(|id| words.at(id).other(order.by));
        let of_measure = order.terms.measure.map(|id| measures.at(id).against);
        let Some(target) = order.terms.target.or(of_word).or(of_measure) else { continue };
        let esc = rules.law.act(Act::Follow(act)).esc;
        let tension = heat(&rules.model.tension, esc, order.terms.publicity.unwrap_or(Publicity::Shared));
        let warmth = tension * rules.model.tension.chill.at / 100;
        for (gauge, by) in [(TieGauge::Tension, tension), (TieGauge::WarmthOf(target), -warmth)] {
            if by != 0 {
                outbox.propose(Cause::Order(index), Effect::bend(order.by, target, gauge, by));
            }
        }
    }
    for (index, order, card, play) in docket.moves(&rules) {
        let Some(tie) = order.terms.target.and_then(|target| ties.between(order.by, target)) else { continue };
        let target = tie.other(order.by);
        // What its addressee cannot see neither heats the tie nor shows on the ladder, on whatever step it would stand.
        if !play.audience(order).contains(target) {
            continue;
        }
        let publicity = order.terms.publicity.unwrap_or(play.visibility);
        let table = &rules.model.tension;
        let warmth = heat(table, card.law.esc, publicity) * table.chill.at / 100;
        let tension = heat(table, card.law.esc, publicity).max(missing(&rules.model.ladder, play.step, tie.tension));
        for (gauge, by) in [(TieGauge::Tension, tension), (TieGauge::WarmthOf(target), -warmth)] {
            if by != 0 {
                outbox.propose(Cause::Order(index), Effect::bend(order.by, target, gauge, by));
            }
        }
    }
}

/// Harm heats a tie once its victim comes to hold the other for its author: each time its confidence rises to a graver
/// word, from moderate on.
fn grievances(rules: Res<Rules>, log: Res<Log>, incidents: Rows<Incident>, mut outbox: ResMut<Outbox>) {
    let table = &rules.model.tension;
    for event in log.events() {
        let What::ConfidenceChanged { holder, incident, question: Question::Author(suspect), from, to } = event.what
        else {
            continue;
        };
        let incident = incidents.at(incident);
        if incident.victim != holder || suspect == holder || to <= from || to < Confidence::Moderate {
            continue;
        }
        for (gauge, per_gravity) in
            [(TieGauge::Tension, table.per_gravity.at), (TieGauge::WarmthOf(holder), -table.warmth_per_gravity.at)]
        {
            let by = incident.gravity * per_gravity;
            if by != 0 {
                outbox.propose(Cause::Incident(incident.id), Effect::bend(holder, suspect, gauge, by));
            }
        }
    }
}

fn climb(
    clock: Res<Clock>,
    rules: Res<Rules>,
    ties: Res<Ties>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    let ladder = &rules.model.ladder;
    // Shots fired, or harm to match them: an act that stands on such a step by itself, within the year.
    let forces = |by: StateId, against: StateId| {
        operations.iter().rev().take_while(|operation| clock.day.since(operation.began) <= YEAR).any(|operation| {
            let is_force = || rules.play(operation.card).is_some_and(|play| is_armed(ladder, play.step));
            operation.author == Party::State(by) && operation.target == against && is_force()
        })
    };
    for tie in ties.rows() {
        let mut to = step(ladder, tie.step, tie.tension);
        if to > tie.step && is_armed(ladder, to) && !forces(tie.low, tie.high) && !forces(tie.high, tie.low) {
            to = tie.step.max(short_of_force(ladder));
        }
        if to != tie.step {
            outbox.propose(Cause::Drift, Effect::Step { pair: pair(tie.low, tie.high), step: to });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture::{ring, rules};
    use crate::sim::{Simulation, Situation};

    /// The step on which states 0 and 1 end a turn at the height of tension.
    fn climbed(change: impl FnOnce(&mut Situation)) -> u8 {
        let mut world = ring(3);
        (world.ties[0].tension, world.ties[0].step) = (Permille::FULL, 5);
        change(&mut world);
        let mut sim = Simulation::new(rules(), &world, 0);
        sim.play(vec![]);
        sim.situation().ties[0].step
    }

    fn force(world: &mut Situation, began: i32) {
        let card = rules().find("armed-force").unwrap().0;
        let text = format!(
            "(id: 0, author: state(1), card: {card}, target: 0, stage: ended, began: {began}, ready: {began}, ends: {began})"
        );
        world.operations.push(ron::from_str(&text).unwrap());
    }

    #[test]
    fn to_the_steps_of_war_leads_force_and_no_tension_alone() {
        let ladder = &rules().model.ladder;
        let short = short_of_force(ladder);
        assert!(is_armed(ladder, short + 1) && !is_armed(ladder, short));
        assert_eq!(climbed(|_| {}), short, "however hot, words start no war");
        assert!(climbed(|world| force(world, -10)) > short, "shots were fired");
        assert_eq!(climbed(|world| force(world, -400)), short, "what lies more than a year back is history");
        let between_others = |world: &mut Situation| {
            force(world, -10);
            world.operations[0].target = StateId(2);
        };
        assert_eq!(climbed(between_others), short);
        assert_eq!(climbed(|world| world.ties[0].step = short + 1), short + 1, "who stands there already stays");
    }
}
