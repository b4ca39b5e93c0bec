//! What a state knows of each row: the one place where truth is left behind.
//!
//! Every row is written out field by field, never copied with "and the rest": a new field does not compile before somebody
//! has decided who knows it. What a seat does not know is an absence (`None`, no link, not fabricated) or, for a share that
//! must have a value, [`UNTOLD`] or a rough public estimate.

use crate::base::id::{EvidenceId, IncidentId, MeasureId, NoteId, OperationId, StateId, UndertakingId, WrongId};
use crate::base::{Day, Permille, StateSet};
use crate::sim::council::Resolution;
use crate::sim::custom::Stance;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Belief, Confidence, Evidence, Question, about};
use crate::sim::legal::{Claim, Forum};
use crate::sim::measures::Measure;
use crate::sim::model::Ladder;
use crate::sim::operations::Operation;
use crate::sim::polity::{Actor, Asset, ControlLink, Function, Gauge, State, StateSupport};
use crate::sim::relations::{Alliance, Content, Expulsion, Note, Sequel, Sided, Tie, Undertaking, UndertakingStatus};
use crate::sim::situation::Situation;
use crate::view::changes::{Changes, List};
use crate::view::clearance::Clearance;
use crate::view::insight::{Insight, UNTOLD, estimate, insight};
use crate::view::numbers::{Map, Numbers, Starts, content};

/// Brings what a seat knows of the world, and the numbers by which its rows are known, from where both stood before the changes
/// to the world as it is. Where the changes keep nothing, all is written anew.
///
/// A row is written again if it has changed, if what the seat believes of it has, or if the number of a row that it names may
/// have moved: numbers move from the first row on of which the seat has learnt out of its order.
pub(super) fn renew(
    known: &mut Situation,
    numbers: &mut Numbers,
    (world, changes): (&Situation, &Changes),
    who: (StateId, Clearance),
    ladder: &Ladder,
) {
    let seat = who.0;
    let starts = follow(numbers, world, changes, who);
    let numbers = &*numbers;
    let own_beliefs = beliefs_of(&world.beliefs, seat);
    // From which place on a list is written anew, and what has changed before it.
    let stale = |start: usize, list: &'_ List| start.min(list.first_naming(&starts));

    (known.turn, known.day, known.span) = (world.turn, world.day, world.span);
    refill(&mut known.states, world.states.iter().map(|row| state(row, seat)));
    refill(&mut known.actors, world.actors.iter().map(|row| actor(row, who)));
    // Ids follow the view's own order.
    let from = stale(starts.operations, &changes.operations);
    mend(&mut known.operations, &numbers.operations, (from, &changes.operations), |at, id| Operation {
        id: OperationId(id),
        ..operation(&world.operations[at], seat, numbers)
    });
    let from = stale(starts.incidents, &changes.incidents);
    let seen =
        |at: usize, id| Incident { id: IncidentId(id), ..incident(&world.incidents[at], seat, numbers, own_beliefs) };
    mend(&mut known.incidents, &numbers.incidents, (from, &changes.incidents), seen);
    for IncidentId(at) in changes.rethought(seat).take_while(|id| id.index() < from) {
        if let Some(id) = numbers.incidents.number(at) {
            known.incidents[id as usize] = seen(at as usize, id);
        }
    }
    let from = stale(starts.evidence, &changes.evidence);
    mend(&mut known.evidence, &numbers.evidence, (from, &changes.evidence), |at, id| Evidence {
        id: EvidenceId(id),
        ..item(&world.evidence[at], seat, numbers)
    });
    let from = stale(starts.undertakings, &changes.undertakings);
    mend(&mut known.undertakings, &numbers.undertakings, (from, &changes.undertakings), |at, id| Undertaking {
        id: UndertakingId(id),
        ..word(&world.undertakings[at], seat, numbers)
    });
    let from = stale(starts.measures, &changes.measures);
    mend(&mut known.measures, &numbers.measures, (from, &changes.measures), |at, id| Measure {
        id: MeasureId(id),
        ..measure(&world.measures[at], seat, numbers)
    });
    let from = stale(starts.claims, &changes.claims);
    mend(&mut known.claims, &numbers.claims, (from, &changes.claims), |at, id| Claim {
        id: WrongId(id),
        ..claim(&world.claims[at], seat, numbers)
    });
    let from = stale(starts.notes, &changes.notes);
    mend(&mut known.notes, &numbers.notes, (from, &changes.notes), |at, id| Note {
        id: NoteId(id),
        ..note(&world.notes[at], seat, numbers)
    });
    let from = stale(changes.resolutions.kept, &changes.resolutions);
    mend_public(&mut known.resolutions, &world.resolutions, (from, &changes.resolutions), |row| {
        resolution(row, numbers)
    });
    let from = stale(changes.expulsions.kept, &changes.expulsions);
    mend_public(&mut known.expulsions, &world.expulsions, (from, &changes.expulsions), |row| expulsion(row, numbers));
    let from = stale(changes.stances.kept, &changes.stances);
    mend_public(&mut known.stances, &world.stances, (from, &changes.stances), |row| stance(row, numbers));
    known.doctrines.clone_from(&world.doctrines);
    refill(&mut known.ties, world.ties.iter().map(|row| tie(row, seat, ladder)));
    let from = changes.rethought(seat).next().map_or(starts.incidents, |id| id.index().min(starts.incidents));
    believe(&mut known.beliefs, own_beliefs, from, numbers, who.1);
    refill(&mut known.assets, world.assets.iter().map(|row| asset(row, seat)));
    // What a foreign asset has lost shows in the incidents that this seat knows of.
    for hit in known.incidents.iter().filter(|hit| hit.ceased.is_none()) {
        let Some(asset) = hit.asset.map(|asset| &mut known.assets[asset.index()]) else { continue };
        if asset.owner != seat {
            asset.function = asset.function.max(hit.harm.functionality_loss);
        }
    }
}

/// Lists which rows the seat knows now; tells from where on the numbers of each kind may have moved.
fn follow(
    numbers: &mut Numbers,
    world: &Situation,
    changes: &Changes,
    (seat, clearance): (StateId, Clearance),
) -> Starts {
    let Numbers { operations, incidents, evidence, undertakings, measures, claims, notes } = numbers;
    let mut starts = Starts {
        operations: operations
            .follow(&world.operations, &changes.operations, |row| clearance.knows_operation(row, seat)),
        incidents: incidents
            .follow(&world.incidents, &changes.incidents, |row| clearance.knows_incident(row, world, seat)),
        evidence: usize::MAX,
        undertakings: undertakings
            .follow(&world.undertakings, &changes.undertakings, |row| row.known_to.contains(seat)),
        measures: measures.follow(&world.measures, &changes.measures, |row| row.known_to.contains(seat)),
        claims: claims.follow(&world.claims, &changes.claims, |row| {
            row.claimant == seat || row.respondent == seat || row.forum > Forum::Diplomatic
        }),
        notes: notes.follow(&world.notes, &changes.notes, |row| row.known_to.contains(seat)),
    };
    // Evidence is known with its incident, and so may come to be known without having changed.
    let is_known = |row: &Evidence| clearance.knows_evidence(row, seat) && incidents.number(row.incident.0).is_some();
    starts.evidence = evidence.follow(&world.evidence, &changes.evidence, is_known);
    let learnt = changes.evidence.first_naming(&starts);
    if learnt < starts.evidence {
        evidence.list(&world.evidence, learnt, is_known);
        starts.evidence = learnt;
    }
    starts
}

fn refill<R>(list: &mut Vec<R>, rows: impl Iterator<Item = R>) {
    list.clear();
    list.extend(rows);
}

/// Writes the rows of a list that a seat knows: all from a place of the world on, and those before it that have changed.
fn mend<R>(list: &mut Vec<R>, map: &Map, (from, changes): (usize, &List), row: impl Fn(usize, u32) -> R) {
    let start = map.below(from);
    list.truncate(start);
    for &at in changes.changed.iter().take_while(|&&at| (at as usize) < from) {
        if let Some(id) = map.number(at) {
            list[id as usize] = row(at as usize, id);
        }
    }
    list.extend(map.known_from(start).map(|(at, id)| row(at, id)));
}

/// The same of a list that everybody knows whole.
fn mend_public<R>(list: &mut Vec<R>, rows: &[R], (from, changes): (usize, &List), row: impl Fn(&R) -> R) {
    list.truncate(from);
    for &at in changes.changed.iter().take_while(|&&at| (at as usize) < from) {
        list[at as usize] = row(&rows[at as usize]);
    }
    list.extend(rows[from..].iter().map(row));
}

/// Writes what the seat believes, from an incident of the world on.
fn believe(list: &mut Vec<Belief>, own: &[Belief], from: usize, numbers: &Numbers, clearance: Clearance) {
    let start = numbers.incidents.below(from);
    list.truncate(list.partition_point(|row| row.incident.index() < start));
    let rows = &own[own.partition_point(|row| row.incident.index() < from)..];
    list.extend(rows.iter().filter_map(|row| {
        let Belief { holder, incident, question, .. } = *row;
        Some(Belief { holder, incident: numbers.view(incident)?, question, odds: clearance.odds(own, row) })
    }));
}

fn beliefs_of(rows: &[Belief], holder: StateId) -> &[Belief] {
    let start = rows.partition_point(|row| row.holder < holder);
    let length = rows[start..].partition_point(|row| row.holder == holder);
    &rows[start..start + length]
}

/// Who else knows: everybody if it is public, otherwise those who took part in it and the seat itself.
fn circle(known_to: StateSet, seat: StateId, parties: [StateId; 2]) -> StateSet {
    if known_to.is_public() {
        return known_to;
    }
    let known = parties.into_iter().filter(|party| known_to.contains(*party)).collect::<StateSet>();
    known.with(seat)
}

fn state(row: &State, seat: StateId) -> State {
    let see = |gauge| {
        let share = row.gauge(gauge);
        match insight(gauge) {
            _ if row.id == seat => share,
            Insight::Public => share,
            Insight::Estimated => estimate(share),
            Insight::Hidden => UNTOLD,
        }
    };
    State {
        id: row.id,
        cyber_offence: see(Gauge::CyberOffence),
        cyber_defence: see(Gauge::CyberDefence),
        intelligence: see(Gauge::Intelligence),
        forensics: see(Gauge::Forensics),
        diplomacy: see(Gauge::Diplomacy),
        economy: see(Gauge::Economy),
        conventional: see(Gauge::Conventional),
        resolve: see(Gauge::Resolve),
        pressure: see(Gauge::Pressure),
        legitimacy: see(Gauge::Legitimacy),
        oversight: see(Gauge::Oversight),
        attention: if row.id == seat { row.attention } else { row.attention_per_turn },
        attention_per_turn: row.attention_per_turn,
        profile: row.profile,
        council: row.council,
        region: row.region,
    }
}

fn asset(row: &Asset, seat: StateId) -> Asset {
    let own = row.owner == seat;
    Asset {
        id: row.id,
        owner: row.owner,
        host: row.host,
        sector: row.sector,
        exposure: if own { row.exposure } else { UNTOLD },
        hardening: if own { row.hardening } else { UNTOLD },
        building: if own { row.building } else { Permille::ZERO },
        population: row.population,
        function: if own { row.function } else { Function::None },
        designation: row.designation,
        nuclear_command: row.nuclear_command,
    }
}

/// An actor as publicly known: that it is there, and whether it still works. Only its sponsor knows what it is worth.
fn actor(row: &Actor, (seat, clearance): (StateId, Clearance)) -> Actor {
    let own = clearance.is_full() && row.sponsor == Some(seat);
    Actor {
        id: row.id,
        kind: row.kind,
        home: row.home,
        sponsor: if own { row.sponsor } else { None },
        control: if own { row.control } else { ControlLink::None },
        support: if own { row.support } else { StateSupport::None },
        leans_to: if own { row.leans_to } else { None },
        capability: if own { row.capability } else { UNTOLD },
        standing: row.standing,
        tools: if own { row.tools } else { None },
    }
}

fn operation(row: &Operation, seat: StateId, numbers: &Numbers) -> Operation {
    let author = row.author.state().unwrap_or(seat);
    Operation {
        id: row.id,
        author: row.author,
        hand: row.hand,
        card: row.card,
        target: row.target,
        asset: row.asset,
        via: row.via,
        false_flag: row.false_flag,
        method: row.method,
        level: row.level,
        stage: row.stage,
        began: row.began,
        ready: row.ready,
        ends: row.ends,
        harm: row.harm,
        basis: row.basis,
        purpose: row.purpose,
        about: row.about.and_then(|id| numbers.view(id)),
        answers: row.answers.and_then(|id| numbers.view(id)),
        known_to: circle(row.known_to.with(author), seat, [author; 2]),
        // Whose tools a group works with that it hired, its author knows no better than anybody.
        tools: None,
    }
}

fn incident(row: &Incident, seat: StateId, numbers: &Numbers, beliefs: &[Belief]) -> Incident {
    let operation = row.operation.and_then(|id| numbers.view(id));
    let public = row.known_to.is_public();
    // The last hop stands in the victim's own logs and in the records of the network it is; other states have only beliefs
    // about the road an act took.
    let routed = row.transit.filter(|state| *state == seat || row.victim == seat || operation.is_some());
    let believed = || {
        let rows = about(beliefs, seat, row.id);
        rows.iter().find_map(|belief| match belief.question {
            Question::Harbours(state) if Confidence::of(belief.odds) >= Confidence::High => Some(state),
            _ => None,
        })
    };
    Incident {
        id: row.id,
        victim: row.victim,
        asset: row.asset,
        operation,
        card: row.card,
        harm: row.harm,
        gravity: row.gravity,
        severity: row.severity,
        began: row.began,
        noticed: row.noticed.filter(|_| public || row.victim == seat),
        ceased: row.ceased,
        known_to: circle(row.known_to, seat, [seat; 2]),
        transit: routed.or_else(believed),
    }
}

/// An item of evidence. Nobody knows which of its own items is fabricated, and how far others trust theirs.
fn item(row: &Evidence, seat: StateId, numbers: &Numbers) -> Evidence {
    let held = row.holder == seat;
    Evidence {
        id: row.id,
        incident: numbers.view(row.incident).expect("evidence is known only together with its incident"),
        holder: row.holder,
        from: row.from.filter(|from| held || *from == seat),
        copy_of: row.copy_of.and_then(|id| numbers.view(id)),
        kind: row.kind,
        bears_on: row.bears_on,
        weight: row.weight,
        reliability: if held { row.reliability } else { UNTOLD },
        fabricated: false,
        found: if held || row.from == Some(seat) { row.found } else { Day::default() },
        detail: if held || row.from == Some(seat) { row.detail } else { row.disclosed },
        disclosed: row.disclosed,
    }
}

/// A word. Whether the other side holds it for broken is the other side's own; that a state broke it, only that state
/// knows, until both can see it.
fn word(row: &Undertaking, seat: StateId, numbers: &Numbers) -> Undertaking {
    let open = row.status == UndertakingStatus::Broken;
    let own = |set: StateSet| if set.contains(seat) { StateSet::of(seat) } else { StateSet::EMPTY };
    Undertaking {
        id: row.id,
        kind: row.kind,
        from: row.from,
        to: row.to,
        // Whoever is party to a word about a measure knows the measure; others hear only that there is something to talk of.
        content: content(row.content, |id| numbers.view(id)).unwrap_or(Content::Talks),
        incident: row.incident.and_then(|id| numbers.view(id)),
        claim: row.claim.and_then(|id| numbers.view(id)),
        made: row.made,
        since: row.since,
        due: row.due,
        after: row.after.and_then(|id| numbers.view(id)),
        // What is announced is said; whether it falls by itself only its author knows.
        sequel: row.sequel.map(|sequel| Sequel { by_itself: sequel.by_itself && row.from == seat, ..sequel }),
        status: row.status,
        done_by: own(row.done_by),
        broken_by: if open { row.broken_by } else { own(row.broken_by) },
        held_broken: own(row.held_broken),
        known_to: circle(row.known_to, seat, [row.from, row.to]),
    }
}

/// A draft resolution: everybody knows it whole.
fn resolution(row: &Resolution, numbers: &Numbers) -> Resolution {
    Resolution {
        id: row.id,
        body: row.body,
        by: row.by,
        against: row.against,
        incident: row.incident.and_then(|id| numbers.view(id)),
        claim: row.claim.and_then(|id| numbers.view(id)),
        operative: row.operative,
        tabled: row.tabled,
        decided: row.decided,
        ayes: row.ayes,
        noes: row.noes,
        abstained: row.abstained,
        ended: row.ended,
        status: row.status,
    }
}

/// An expulsion: everybody sees who leaves. What it is about only those hear who know of that.
fn expulsion(row: &Expulsion, numbers: &Numbers) -> Expulsion {
    Expulsion {
        id: row.id,
        by: row.by,
        of: row.of,
        level: row.level,
        about: row.about.and_then(|id| numbers.view(id)),
        returns: row.returns,
        day: row.day,
    }
}

/// What somebody holds of a norm was said or done in public, and so were the claims that courts decided.
fn stance(row: &Stance, numbers: &Numbers) -> Stance {
    Stance {
        id: row.id,
        by: row.by,
        form: row.form,
        tenet: row.tenet,
        side: row.side,
        affects: row.affects,
        day: row.day,
        claim: row.claim.and_then(|id| numbers.view(id)),
    }
}

fn measure(row: &Measure, seat: StateId, numbers: &Numbers) -> Measure {
    Measure {
        id: row.id,
        by: row.by,
        against: row.against,
        card: row.card,
        sector: row.sector,
        basis: row.basis,
        purpose: row.purpose,
        about: row.about.and_then(|id| numbers.view(id)),
        answers: row.answers.and_then(|id| numbers.view(id)),
        departs_from: row.departs_from,
        began: row.began,
        ended: row.ended,
        until: row.until,
        status: row.status,
        level: row.level,
        strength: row.strength,
        reversible: row.reversible,
        known_to: circle(row.known_to, seat, [row.by, row.against]),
    }
}

fn claim(row: &Claim, seat: StateId, numbers: &Numbers) -> Claim {
    Claim {
        id: row.id,
        claimant: row.claimant,
        respondent: row.respondent,
        incident: row.incident.and_then(|id| numbers.view(id)),
        measure: row.measure.and_then(|id| numbers.view(id)),
        norm: row.norm,
        raised: row.raised,
        demanded: row.demanded,
        notified: row.notified,
        negotiation_offered: row.negotiation_offered,
        // What the claimant has seen it has told nobody.
        ceased_seen: row.ceased_seen.filter(|_| row.claimant == seat),
        reparation: row.reparation,
        repaired: row.repaired,
        assured: row.assured,
        forum: row.forum,
        put: row.put,
        provisional: row.provisional,
        judgment: row.judgment,
        status: row.status,
        closed: row.closed,
    }
}

fn note(row: &Note, seat: StateId, numbers: &Numbers) -> Note {
    Note {
        id: row.id,
        from: row.from,
        to: row.to,
        kind: row.kind,
        about: row.about.and_then(|id| numbers.view(id)),
        claim: row.claim.and_then(|id| numbers.view(id)),
        day: row.day,
        known_to: circle(row.known_to, seat, [row.from, row.to]),
    }
}

/// A tie: its own side's feelings are known, the other side's are read off what is public (the shares are judgement); of a
/// tie between two others only the step of the ladder tells how tense it is.
fn tie(row: &Tie, seat: StateId, ladder: &Ladder) -> Tie {
    let part = row.low == seat || row.high == seat;
    let shown = ladder.steps.get(usize::from(row.step)).map_or(Permille::ZERO, |step| step.from);
    let tension = if part { row.tension } else { shown };
    let open = match row.alliance {
        Alliance::None => UNTOLD,
        Alliance::Partners => Permille::clamped(650),
        Alliance::Allies => Permille::clamped(800),
    };
    let guessed = open.shifted(-shown.get() / 2);
    let feels = |state, warmth| if state == seat { warmth } else { guessed };
    Tie {
        low: row.low,
        high: row.high,
        warmth: Sided { low: feels(row.low, row.warmth.low), high: feels(row.high, row.warmth.high) },
        tension,
        trade: row.trade,
        relations: row.relations,
        alliance: row.alliance,
        treaties: row.treaties,
        step: row.step,
    }
}
