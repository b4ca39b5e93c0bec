//! The tables of an ensemble. This file is the only place where their columns are named: the schema of the files and
//! `docs/tables.md` are made from it.
//!
//! Rows hold the truth of a game, not what seats knew. `scenario` and `run` together name a game in every table. Days count
//! from the first morning, which is day 1; what happened before has days below 1. States go by the three letters of the
//! scenario's cast, moves and norms by their slugs.

use crate::ensemble::column::{Cells, Column, Field};
use crate::ensemble::table::{Row, columns_of, tables};

/// One table as columns, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The table's name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Their cells.
    pub cells: Vec<Cells>,
}

tables! {
    /// One row for each game.
    Game[games] = "games" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The game's own seed: `demarche run SCENARIO --seed SEED` plays the same game (with drawn numbers, only if they are the model's own).
        seed: i64 = "number",
        /// The hidden truth that was drawn; empty if the scenario has none.
        truth: Option<String> = "slug",
        /// Turns played.
        turns: i64 = "turns",
        /// Time played.
        days: i64 = "days",
        /// The highest step of the ladder on which any pair stood after any turn.
        highest_step: i64 = "step 0–9",
        /// The turn after which that step was first reached; 0 if the game opened on it.
        highest_turn: i64 = "turn",
        /// The highest step of any pair at the end.
        final_step: i64 = "step 0–9",
        /// Mean legitimacy of all states at the end.
        legitimacy_end: i64 = "permille",
        /// The least legitimacy of any state at the end.
        legitimacy_least: i64 = "permille",
        /// Orders carried out.
        orders: i64 = "orders",
        /// Orders refused, and why stands in the journal.
        refused: i64 = "orders",
        /// Orders unlawful in truth.
        unlawful: i64 = "orders",
        /// Orders whose lawfulness turns on the reading of the law.
        contested: i64 = "orders",
        /// Operations, those of the opening included.
        operations: i64 = "operations",
        /// Operations of which at least one incident became public.
        operations_disclosed: i64 = "operations",
        /// Incidents, those of the opening included.
        incidents: i64 = "incidents",
        /// Incidents that became public.
        incidents_public: i64 = "incidents",
        /// Accusations made in public during play.
        public_attributions: i64 = "accusations",
        /// Of these, accusations of a state that was not behind the incident.
        public_attributions_wrong: i64 = "accusations",
        /// Measures imposed during play.
        measures: i64 = "measures",
        /// Whether armed force was used during play.
        force: bool = "yes or no",
        /// Digest of the situation at the end, for comparing with a replay.
        digest: String = "hexadecimal",
    }

    /// One row for each turn of each game.
    Turn[turns] = "turns" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The turn, from 1.
        turn: i64 = "turn",
        /// Its first day.
        day: i64 = "day",
        /// Its length.
        days: i64 = "days",
        /// The highest step of any pair after it.
        highest_step: i64 = "step 0–9",
        /// Mean step over all pairs after it.
        mean_step: i64 = "thousandths of a step",
        /// Mean tension over all pairs after it.
        mean_tension: i64 = "permille",
        /// Orders carried out.
        orders: i64 = "orders",
        /// Orders refused.
        refused: i64 = "orders",
        /// Orders unlawful in truth.
        unlawful: i64 = "orders",
        /// Operations set going.
        operations_begun: i64 = "operations",
        /// Incidents that began.
        incidents: i64 = "incidents",
        /// Incidents that became public.
        incidents_public: i64 = "incidents",
        /// Measures in force after it.
        measures_in_force: i64 = "measures",
        /// Undertakings broken in truth during it.
        words_broken: i64 = "undertakings",
    }

    /// One row for each state and turn.
    StateTurn[states] = "states" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The turn, from 1; 0 is the opening.
        turn: i64 = "turn",
        /// The state.
        state: String = "code",
        /// What the world thinks of its conduct, after the turn.
        legitimacy: i64 = "permille",
        /// How much it will bear.
        resolve: i64 = "permille",
        /// Domestic pressure to be seen acting.
        pressure: i64 = "permille",
        /// Economic weight and health.
        economy: i64 = "permille",
        /// The highest step on which it stands with anybody.
        highest_step: i64 = "step 0–9",
        /// Its orders carried out.
        orders: i64 = "orders",
        /// Of these, unlawful in truth.
        unlawful: i64 = "orders",
        /// What its orders cost in law on the public record.
        public_cost: i64 = "points",
        /// Measures it has in force against others.
        measures_in_force: i64 = "measures",
    }

    /// One row for each pair of states that have to do with each other.
    Pair[pairs] = "pairs" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// One state.
        one: String = "code",
        /// The other.
        other: String = "code",
        /// The step at the opening.
        first_step: i64 = "step 0–9",
        /// The highest step after any turn, or at the opening.
        highest_step: i64 = "step 0–9",
        /// The step at the end.
        final_step: i64 = "step 0–9",
        /// Tension at the opening.
        first_tension: i64 = "permille",
        /// Tension at the end.
        final_tension: i64 = "permille",
        /// Whether they are allies or partners, at the opening.
        alliance: String = "word",
        /// Diplomatic relations at the opening.
        first_relations: String = "word",
        /// Diplomatic relations at the end.
        final_relations: String = "word",
        /// Incidents made public for which the first is answerable and by which the other was hit, those of the opening included.
        public_incidents_by_one: i64 = "incidents",
        /// The same the other way round.
        public_incidents_by_other: i64 = "incidents",
    }

    /// One row for each actor that is no state, as at the end of the game.
    ActorRow[actors] = "actors" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The actor.
        actor: i64 = "number",
        /// What it is: `proxy`, `gang`, `firm` or `press`.
        kind: String = "word",
        /// The state it works from.
        home: String = "code",
        /// The state behind it; empty if there is none.
        sponsor: Option<String> = "code",
        /// How firmly its sponsor holds it.
        control: String = "word",
        /// Whether it still works.
        standing: String = "word",
    }

    /// One row each time a pair of states moves on the ladder.
    Step[steps] = "steps" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The turn at whose end it moved, from 1.
        turn: i64 = "turn",
        /// The turn's first day.
        day: i64 = "day",
        /// One state.
        one: String = "code",
        /// The other.
        other: String = "code",
        /// The step it left.
        left: i64 = "step 0–9",
        /// The step it came to.
        reached: i64 = "step 0–9",
    }

    /// One row for each order that was carried out, with the law's answers.
    Move[moves] = "moves" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The turn, from 1.
        turn: i64 = "turn",
        /// The turn's first day.
        day: i64 = "day",
        /// Its place among the turn's orders, from 1.
        nth: i64 = "number",
        /// Who ordered it.
        state: String = "code",
        /// The move, or the act on what exists.
        act: String = "slug",
        /// The move's family; `follow-up` for acts on what exists.
        family: String = "slug",
        /// What carries it out, as in the responses' column `class`.
        class: String = "word",
        /// The state addressed.
        target: Option<String> = "code",
        /// The incident it is about, directly or through the claim it names.
        incident: Option<i64> = "number",
        /// The legal label put on it.
        basis: String = "word",
        /// Why it is done, as its author says.
        purpose: String = "word",
        /// Who was meant to see it: `secret`, `shared` or `public`; empty for acts on what exists.
        publicity: Option<String> = "word",
        /// Its escalation value: cooperative above 0, hostile below.
        escalation: i64 = "tenths of a point, −100–100",
        /// The verdict on the truth; empty if the law did not rule.
        verdict: Option<String> = "word",
        /// Its cost in law on the truth.
        cost: Option<i64> = "points",
        /// The verdict on the public record; empty if the public did not see it.
        public_verdict: Option<String> = "word",
        /// Its cost in law on the public record.
        public_cost: Option<i64> = "points",
        /// The norm breached most heavily in truth, or, if none is, contested; empty otherwise.
        norm: Option<String> = "slug",
        /// The finding on that norm: `breach` or `contested`.
        norm_finding: Option<String> = "word",
        /// Why it had no effect; empty if it had some.
        no_effect: Option<String> = "word",
    }

    /// One row for each operation, those of the opening included.
    Operation[operations] = "operations" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The operation.
        operation: i64 = "number",
        /// Whose it is: `organ` (a state's own), `proxy` (a group that a state ordered, or controls) or `non_state`.
        origin: String = "word",
        /// The state answerable for it in truth; empty if none is.
        author: Option<String> = "code",
        /// The move it is.
        act: String = "slug",
        /// Its target.
        target: String = "code",
        /// The sector it is aimed at.
        sector: Option<String> = "word",
        /// Whether its target's nuclear forces are commanded through what it is aimed at.
        nuclear_command: bool = "yes or no",
        /// The state its traces are made to point at.
        false_flag: Option<String> = "code",
        /// The state it passes through.
        via: Option<String> = "code",
        /// What it is carried out with: `code`, `agents`, `voices` or `arms`.
        means: String = "word",
        /// How access is won.
        method: String = "word",
        /// How far it goes.
        level: String = "word",
        /// The day it was ordered.
        began: i64 = "day",
        /// The stage at the end of the game.
        stage: String = "word",
        /// Whether it got in and acted.
        acted: bool = "yes or no",
        /// Incidents it made.
        incidents: i64 = "incidents",
        /// What it did at its gravest: `collection`, `leak`, `disruption` or `destruction`; empty if it never acted.
        effect: Option<String> = "word",
        /// Its gravest incident on the scale of the Dyadic Cyber Incident Dataset.
        severity: Option<i64> = "0–10",
        /// The first day of the turn in which its first incident became public; that of an incident public from the opening is the day it was noticed.
        disclosed: Option<i64> = "day",
        /// From the day it was ordered to that day.
        days_to_disclosure: Option<i64> = "days",
        /// The incident it answers, by its order's own words.
        answers: Option<i64> = "number",
        /// The verdict on the truth when it first acted in play; of one that acted before play, or whose author is a group, as things stand at the end and as if the answerable state had done it. Empty if it never acted, or no state is answerable.
        verdict: Option<String> = "word",
        /// Its cost in law on the truth; empty if the law did not rule on it in play.
        cost: Option<i64> = "points",
        /// The norm breached most heavily in truth, or, if none is, contested.
        norm: Option<String> = "slug",
        /// Families of all norms breached or contested, in order, with a blank between them.
        families: Option<String> = "slugs",
        /// Families of all norms that the law has raised, whatever it found, in order, with a blank between them.
        raised: Option<String> = "slugs",
        /// Whether its victim may take countermeasures against the answerable state on the truth, as far as that hangs on an earlier wrong: `open`, `contested` or `closed`; empty if it never acted, or no state is answerable.
        countermeasures: Option<String> = "word",
    }

    /// One row for each incident, those of the opening included.
    Incident[incidents] = "incidents" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The incident.
        incident: i64 = "number",
        /// Whom it hit.
        victim: String = "code",
        /// The operation behind it; empty if there is none.
        operation: Option<i64> = "number",
        /// Whose it is: `organ`, `proxy`, `non_state`, or `nobody` for an accident.
        origin: String = "word",
        /// The state answerable for it in truth.
        author: Option<String> = "code",
        /// The move it looks like.
        act: String = "slug",
        /// The sector it hit.
        sector: Option<String> = "word",
        /// What it did: `collection`, `leak`, `disruption` or `destruction`.
        effect: String = "word",
        /// What happened to data.
        data_effect: String = "word",
        /// What stopped working.
        functionality_loss: String = "word",
        /// What broke.
        physical_damage: String = "word",
        /// Killed or seriously injured.
        casualties: i64 = "persons",
        /// Gravity.
        gravity: i64 = "points 0–100",
        /// On the scale of the Dyadic Cyber Incident Dataset.
        severity: i64 = "0–10",
        /// The day it began.
        began: i64 = "day",
        /// The day its victim noticed.
        noticed: Option<i64> = "day",
        /// The first day of the turn in which it became public; the day it was noticed if it was public from the opening.
        disclosed: Option<i64> = "day",
        /// Who told the public of it first, if it was no state: `firm` or `press`.
        reported_by: Option<String> = "word",
        /// The day of the first report by a firm or in the press.
        reported: Option<i64> = "day",
        /// Whether a firm or the press has said who is behind it: private attribution.
        named_in_private: bool = "yes or no",
        /// The day it was over; what ended by its own term may have done so within a turn.
        ceased: Option<i64> = "day",
        /// The step on which author and victim stood before it, as far back as the game goes.
        step_before: Option<i64> = "step 0–9",
        /// The first day a state accused somebody of it in public.
        accused: Option<i64> = "day",
        /// States accused of it in public.
        states_accused: i64 = "states",
        /// Orders that answered it, as in the table of responses.
        responses: i64 = "orders",
        /// Of these, in public.
        responses_public: i64 = "orders",
    }

    /// One row each time a state's belief in who is behind an incident reaches a word from `moderate` on, and for each public accusation.
    Attribution[attributions] = "attributions" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The turn, from 1; 0 for accusations of the opening.
        turn: i64 = "turn",
        /// `belief` or `accusation`.
        kind: String = "word",
        /// Who believes or accuses.
        state: String = "code",
        /// Whether it is the victim.
        by_victim: bool = "yes or no",
        /// About which incident.
        incident: i64 = "number",
        /// Whom; empty if it is believed that no state is behind it.
        suspect: Option<String> = "code",
        /// The word of its confidence after the turn.
        confidence: String = "word",
        /// Whether it is so.
        right: bool = "yes or no",
        /// From the day the incident began to the first day of the turn.
        days_since_incident: i64 = "days",
        /// From the day its victim noticed.
        days_since_noticed: Option<i64> = "days",
        /// Whether the accusation was shown to be wrong in play; empty for beliefs.
        refuted: Option<bool> = "yes or no",
    }

    /// One row for each order that answers an incident.
    Response[responses] = "responses" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The turn, from 1.
        turn: i64 = "turn",
        /// The order's place among the turn's orders, as in the table of moves.
        nth: i64 = "number",
        /// Who answers.
        state: String = "code",
        /// Whether it is the victim.
        by_victim: bool = "yes or no",
        /// The incident.
        incident: i64 = "number",
        /// The move, or the act on what exists.
        act: String = "slug",
        /// What it is: `note`, `accusation`, `measure`, `distance`, `referral`, `suit`, `operation`, `force`, `inquiry`, `assistance`, `protection`, `reparation`, `signal`, `support`, `pressure`, `recognition`, `indulgence`, `answer`, `offer`, `threat` or `other`.
        class: String = "word",
        /// Against whom, or to whom.
        target: Option<String> = "code",
        /// Whether the state addressed is answerable for the incident in truth; empty if none is addressed.
        hits_author: Option<bool> = "yes or no",
        /// Whether everybody was meant to see it.
        public: bool = "yes or no",
        /// From the day the incident began to the first day of the turn.
        days_since_incident: i64 = "days",
        /// From the day its victim noticed.
        days_since_noticed: Option<i64> = "days",
        /// The verdict on the truth.
        verdict: Option<String> = "word",
    }

    /// One row for each measure, those of the opening included.
    Measure[measures] = "measures" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The measure.
        measure: i64 = "number",
        /// Who takes it.
        state: String = "code",
        /// Against whom.
        against: String = "code",
        /// The move it is.
        act: String = "slug",
        /// The incident it answers.
        incident: Option<i64> = "number",
        /// The legal label on it.
        basis: String = "word",
        /// How far it goes.
        level: String = "word",
        /// The day it was imposed.
        began: i64 = "day",
        /// The day it ended.
        ended: Option<i64> = "day",
        /// Its status at the end of the game.
        status: String = "word",
        /// The first verdict on it in truth.
        verdict: Option<String> = "word",
        /// The last verdict on it in truth.
        last_verdict: Option<String> = "word",
        /// Turns of play in which it was in force and unlawful in truth.
        unlawful_turns: i64 = "turns",
    }

    /// One row for each undertaking: promise, treaty, offer, ultimatum, consent.
    Undertaking[undertakings] = "undertakings" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The undertaking.
        undertaking: i64 = "number",
        /// What sort of word it is.
        kind: String = "word",
        /// Who gave it.
        from: String = "code",
        /// To whom.
        to: String = "code",
        /// What it says.
        content: String = "word",
        /// The incident it is about.
        incident: Option<i64> = "number",
        /// The word it answers: an ultimatum taken, an offer countered.
        after: Option<i64> = "number",
        /// The measure it threatens.
        sequel: Option<String> = "slug",
        /// The day it was given.
        made: i64 = "day",
        /// The day by which it is to be answered or performed.
        due: Option<i64> = "day",
        /// What became of it by the end of the game, as both sides see it.
        status: String = "word",
        /// How many of those it binds have broken it in truth.
        broken_by: i64 = "states",
    }

    /// One row for each note between governments, those of the opening included.
    Note[notes] = "notes" {
        /// The scenario.
        scenario: String = "slug",
        /// The run within the scenario, from 1.
        run: i64 = "number",
        /// The note.
        note: i64 = "number",
        /// Who sent it.
        from: String = "code",
        /// To whom.
        to: String = "code",
        /// What it is: `demarche`, `demand`, `accusation`, `denial` …
        kind: String = "word",
        /// The incident it speaks of.
        incident: Option<i64> = "number",
        /// The day it was delivered.
        day: i64 = "day",
        /// Whether everybody could read it.
        public: bool = "yes or no",
    }
}
