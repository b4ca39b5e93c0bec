//! Every event, order, refusal and word given reads as a sentence, and names things instead of numbering them.

use std::collections::BTreeSet;

use super::*;
use crate::base::id::{
    ActorId, AssetId, EvidenceId, ExpulsionId, IncidentId, MeasureId, NoteId, OperationId, ResolutionId, StateId,
    UndertakingId, WrongId,
};
use crate::base::{Digest, Permille, StateSet, Turn};
use crate::law::Overall;
use crate::law::norm::Standing;
use crate::sim::council::{Body, Operative, Resolution, ResolutionStatus};
use crate::sim::custom::{Form, Side, Tenet};
use crate::sim::docket::{OrderIx, Refusal, Refused};
use crate::sim::effect::{Cause, pair};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{Harm, Incident};
use crate::sim::knowledge::{Confidence, Detail, Evidence, EvidenceKind, Question};
use crate::sim::legal::{Claim, ClaimStatus, ClaimStep, Forum, Judgment, Matter, Reparation};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::operations::{Basis, MeasurePurpose, Stage};
use crate::sim::order::{Act, Answer, Ballot, FollowUp, Level, Param, Publicity, Terms};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, ControlLink, Function, Gauge, Party, Sector, StateSupport};
use crate::sim::relations::{
    Content, Expulsion, Note, NoteKind, Relations, Sided, TieGauge, Treaties, Undertaking, UndertakingKind,
    UndertakingStatus,
};
use crate::sim::scenario::Named;
use crate::sim::turn::Phase;
use crate::sim::{Event, TurnRecord, fixture};
use crate::words::text::capitalised;

fn cast() -> Cast {
    let named = |name: &str, adjective: &str, code: &str| Named {
        name: name.into(),
        adjective: adjective.into(),
        code: code.into(),
        about: String::new(),
    };
    Cast {
        states: vec![
            named("Velmar", "Velmarian", "VEL"),
            named("Sorn", "Sornish", "SRN"),
            named("Ostia", "Ostian", "OST"),
        ],
        assets: vec!["northern grid".into(), "gas works".into()],
        actors: vec!["the Lantern group".into()],
        incidents: vec!["January blackout".into()],
        region: Some("the Strait Conference".into()),
    }
}

/// Everything there can be, once.
#[expect(clippy::too_many_lines, reason = "one row of every kind, each written out")]
fn scene(rules: &Rulebook) -> Situation {
    let mut scene = fixture::ring(3);
    let card = |slug: &str| rules.find(slug).unwrap();
    scene.assets[2].host = StateId(0);
    scene.actors.push(Actor {
        id: ActorId(0),
        kind: ActorKind::Proxy,
        home: StateId(1),
        sponsor: Some(StateId(1)),
        control: ControlLink::Instructed,
        support: StateSupport::Funding,
        leans_to: None,
        capability: Permille::FULL,
        standing: ActorStanding::Active,
        tools: None,
    });
    let rules_numbers = Harm::default();
    for (n, slug) in ["cyber-disrupt", "spy-remote"].into_iter().enumerate() {
        let id = u32::try_from(n).unwrap();
        scene.operations.push(crate::sim::operations::Operation {
            id: OperationId(id),
            author: if n == 0 { Party::State(StateId(1)) } else { Party::Actor(ActorId(0)) },
            hand: None,
            card: card(slug),
            target: StateId(0),
            asset: (n == 0).then_some(AssetId(0)),
            via: None,
            false_flag: None,
            method: crate::sim::operations::Method::default(),
            level: Level::Medium,
            stage: Stage::Active,
            began: Day(0),
            ready: Day(0),
            ends: Day(9),
            harm: rules_numbers,
            basis: Basis::None,
            purpose: MeasurePurpose::Other,
            about: None,
            answers: None,
            known_to: StateSet::of(StateId(1)),
            tools: None,
        });
        scene.incidents.push(Incident {
            id: IncidentId(id),
            victim: StateId(0),
            asset: (n == 0).then_some(AssetId(0)),
            operation: Some(OperationId(id)),
            card: card(slug),
            harm: Harm::default(),
            gravity: 20,
            severity: 3,
            began: Day(0),
            noticed: Some(Day(3)),
            ceased: None,
            known_to: StateSet::ALL,
            transit: None,
        });
    }
    for (n, from) in [None, Some(StateId(2))].into_iter().enumerate() {
        scene.evidence.push(Evidence {
            id: EvidenceId(u32::try_from(n).unwrap()),
            incident: IncidentId(0),
            holder: StateId(0),
            from,
            copy_of: None,
            kind: EvidenceKind::Intercept,
            bears_on: Question::Author(StateId(1)),
            weight: if n == 0 { 900 } else { -300 },
            reliability: Permille::FULL,
            fabricated: false,
            found: Day(5),
            detail: Detail::Technical,
            disclosed: Detail::None,
        });
    }
    scene.undertakings.push(Undertaking {
        incident: Some(IncidentId(0)),
        due: Some(Day(20)),
        ..Undertaking::given(UndertakingKind::Offer, (StateId(1), StateId(0)), Content::Talks, Day(7), StateSet::ALL)
    });
    for incident in [Some(IncidentId(0)), None] {
        let body = if incident.is_some() { Body::Council } else { Body::Assembly };
        scene.resolutions.push(Resolution {
            id: ResolutionId::at(scene.resolutions.len()),
            incident,
            ..Resolution::tabled(body, (StateId(0), StateId(1)), Operative::default(), Day(7))
        });
    }
    for returns in [None, Some(ExpulsionId(0))] {
        let (by, of) = if returns.is_none() { (StateId(0), StateId(1)) } else { (StateId(1), StateId(0)) };
        let (id, level, about) = (ExpulsionId::at(scene.expulsions.len()), Level::Low, None);
        scene.expulsions.push(Expulsion { id, by, of, level, about, returns, day: Day(7) });
    }
    scene.measures.push(Measure {
        id: MeasureId(0),
        by: StateId(0),
        against: StateId(1),
        card: card("sanction-sector"),
        sector: Sector::Energy,
        basis: Basis::Retorsion,
        purpose: MeasurePurpose::Inducement,
        about: Some(IncidentId(0)),
        answers: Some(WrongId(0)),
        departs_from: Treaties::NONE,
        began: Day(7),
        ended: None,
        until: None,
        level: Level::Medium,
        status: MeasureStatus::InForce,
        strength: Permille::FULL,
        reversible: true,
        known_to: StateSet::ALL,
    });
    scene.claims.push(Claim {
        id: WrongId(0),
        claimant: StateId(0),
        respondent: StateId(1),
        incident: Some(IncidentId(0)),
        measure: None,
        norm: None,
        raised: Day(7),
        demanded: None,
        notified: None,
        negotiation_offered: None,
        ceased_seen: None,
        reparation: Reparation::None,
        repaired: None,
        assured: None,
        forum: Forum::None,
        put: None,
        provisional: None,
        judgment: Judgment::None,
        status: ClaimStatus::Open,
        closed: None,
    });
    for (n, &kind) in NoteKind::ALL.iter().enumerate() {
        scene.notes.push(Note {
            id: NoteId(u32::try_from(n).unwrap()),
            from: StateId(0),
            to: StateId(1),
            kind,
            about: (n % 2 == 0).then_some(IncidentId(0)),
            claim: None,
            day: Day(7),
            known_to: StateSet::ALL,
        });
    }
    scene
}

/// A reading of a norm, as the catalogue has it.
fn tenet() -> Tenet {
    let corpus = fixture::corpus();
    Tenet::of(corpus.find("sovereignty.territorial").unwrap(), 1)
}

/// Everything that can happen to readings of the law.
fn standings() -> Vec<What> {
    let zero = StateId(0);
    let taken = |&form: &Form| What::PositionTaken { by: Some(zero), tenet: tenet(), form, side: Side::For };
    let all = [
        What::PositionTaken { by: None, tenet: tenet(), form: Form::Judgment, side: Side::For },
        What::PositionTaken { by: Some(zero), tenet: tenet(), form: Form::Deed, side: Side::Against },
        What::StandingChanged { tenet: tenet(), from: Standing::Minority, to: Standing::Substantial },
        What::StandingChanged { tenet: tenet(), from: Standing::Substantial, to: Standing::Baseline },
        What::StandingChanged { tenet: tenet(), from: Standing::Baseline, to: Standing::Substantial },
        What::StandingChanged { tenet: tenet(), from: Standing::Substantial, to: Standing::Minority },
    ];
    all.into_iter().chain(Form::ALL.iter().filter(|form| **form != Form::Judgment).map(taken)).collect()
}

fn happenings() -> Vec<What> {
    let (zero, one) = (StateId(0), StateId(1));
    let both = pair(zero, one);
    let mut all = vec![
        What::TreatiesAgreed { pair: both },
        What::TreatiesDenounced { pair: both },
        What::WordBroken { undertaking: UndertakingId(0), by: one },
        What::WordDoubted { undertaking: UndertakingId(0), who: zero },
        What::ToolsLeaked { actor: ActorId(0), of: zero },
        What::DecisionEnded { resolution: ResolutionId(0) },
        What::Reported { resolution: ResolutionId(0) },
        What::DiplomatsExpelled { expulsion: ExpulsionId(0) },
        What::DiplomatsExpelled { expulsion: ExpulsionId(1) },
        What::ResolutionTabled { resolution: ResolutionId(0) },
        What::ResolutionTabled { resolution: ResolutionId(1) },
        What::Refuted { accuser: zero, accused: one, incident: IncidentId(0) },
        What::Tolerated { incident: IncidentId(1) },
        What::Warned { by: Party::State(StateId(2)), incident: IncidentId(0) },
        What::Warned { by: Party::Actor(ActorId(0)), incident: IncidentId(1) },
        What::Published { by: ActorId(0), incident: IncidentId(0), names: None },
        What::Published { by: ActorId(0), incident: IncidentId(0), names: Some(Question::Author(one)) },
        What::Withheld { by: ActorId(0), incident: IncidentId(0) },
        What::Escaped { operation: OperationId(0) },
        What::Signed { order: OrderIx(0), state: StateId(2), confidence: Some(Confidence::High) },
        What::Signed { order: OrderIx(0), state: StateId(2), confidence: None },
        What::Declined { order: OrderIx(0), state: StateId(2) },
        What::Accident { pair: both, talked_down: false },
        What::Accident { pair: both, talked_down: true },
        What::HardeningBegan { asset: AssetId(1), by: 120 },
        What::Spilled { operation: OperationId(0), onto: StateId(2) },
        What::AssetHardened { asset: AssetId(1), by: 120 },
        What::AssetHardened { asset: AssetId(2), by: -8 },
        What::ActorSponsored { actor: ActorId(0) },
        What::IncidentOccurred { incident: IncidentId(0) },
        What::IncidentNoticed { incident: IncidentId(1) },
        What::IncidentLearnt { incident: IncidentId(0) },
        What::IncidentCeased { incident: IncidentId(1) },
        What::EvidenceFiled { evidence: EvidenceId(0), incident: IncidentId(0) },
        What::EvidenceFiled { evidence: EvidenceId(1), incident: IncidentId(0) },
        What::EvidenceDisclosed { evidence: EvidenceId(0) },
        What::ClaimRaised { claim: WrongId(0) },
        What::MeasureImposed { measure: MeasureId(0) },
        What::MeasureNarrowed { measure: MeasureId(0) },
        What::Pledged { undertaking: UndertakingId(0) },
        What::OperationBegan { operation: OperationId(0) },
        What::OperationBegan { operation: OperationId(1) },
        What::Stepped { pair: both, from: 2, to: 7 },
        What::Stepped { pair: both, from: 7, to: 5 },
        What::Ruled { matter: Matter::Operation(OperationId(0)), verdict: Overall::Unlawful },
        What::Ruled { matter: Matter::Measure(MeasureId(0)), verdict: Overall::Contested },
        What::Ruled { matter: Matter::Order(OrderIx(0)), verdict: Overall::Lawful },
    ];
    all.extend(standings());
    all.extend(Gauge::ALL.iter().map(|&gauge| What::Shifted { state: zero, gauge, by: -32 }));
    all.extend(
        [TieGauge::Tension, TieGauge::Trade, TieGauge::WarmthOf(zero), TieGauge::WarmthOf(one)]
            .map(|gauge| What::Bent { pair: both, gauge, by: 15 }),
    );
    all.extend(Relations::ALL.iter().map(|&to| What::RelationsChanged { pair: both, from: Relations::Reduced, to }));
    for &function in Function::ALL {
        all.push(What::AssetBroken { asset: AssetId(0), function });
        all.push(What::AssetRestored { asset: AssetId(0), function });
    }
    all.extend(ActorStanding::ALL.iter().map(|&standing| What::ActorChanged { actor: ActorId(0), standing }));
    all.extend(Stage::ALL.iter().map(|&stage| What::OperationProgressed { operation: OperationId(1), stage }));
    all.extend(MeasureStatus::ALL.iter().map(|&status| What::MeasureAltered { measure: MeasureId(0), status }));
    for &ballot in Ballot::ALL {
        all.push(What::Voted { resolution: ResolutionId(0), state: zero, ballot });
    }
    for &status in ResolutionStatus::ALL {
        all.push(What::ResolutionDecided { resolution: ResolutionId(1), status });
    }
    let resolved = |&status: &UndertakingStatus| What::UndertakingResolved { undertaking: UndertakingId(0), status };
    all.extend(UndertakingStatus::ALL.iter().map(resolved));
    all.extend((0..NoteKind::ALL.len()).map(|n| What::NoteDelivered { note: NoteId(u32::try_from(n).unwrap()) }));
    for &why in NoEffect::ALL {
        all.push(What::NoEffect { order: OrderIx(0), why });
        all.push(What::OperationFailed { operation: OperationId(0), why });
    }
    let link = |&link: &ControlLink| Question::Link(one, link);
    let mut questions = vec![Question::Author(one), Question::NonState, Question::Harbours(one)];
    questions.extend(ControlLink::ALL.iter().map(link));
    for question in questions {
        for (from, to) in [(Confidence::Low, Confidence::NearCertain), (Confidence::High, Confidence::None)] {
            all.push(What::ConfidenceChanged { holder: zero, incident: IncidentId(0), question, from, to });
        }
    }
    let mut steps = vec![
        ClaimStep::Demanded,
        ClaimStep::Notified,
        ClaimStep::NegotiationOffered,
        ClaimStep::CeasedSeen,
        ClaimStep::Assured,
        ClaimStep::Indicated,
    ];
    steps.extend(Judgment::ALL.iter().map(|&judgment| ClaimStep::Decided(judgment)));
    steps.extend(Reparation::ALL.iter().map(|&made| ClaimStep::Repaired(made)));
    steps.extend(Forum::ALL.iter().map(|&forum| ClaimStep::Put(forum)));
    steps.extend(ClaimStatus::ALL.iter().map(|&status| ClaimStep::Closed(status)));
    all.extend(steps.into_iter().map(|step| What::ClaimAdvanced { claim: WrongId(0), step }));
    all
}

/// Fails on what no person would write.
fn reads_well(text: &str) {
    assert!(!text.contains(['{', '}', '_']) && !text.contains("  "), "template shows: {text}");
    for gibberish in ["Id(", "None", "Some(", " ,", " .", "..", "unnamed", "'s 's", "an an ", "the the "] {
        assert!(!text.contains(gibberish), "`{gibberish}` in: {text}");
    }
    assert!(text.chars().next().is_some_and(char::is_uppercase), "no capital: {text}");
    assert!(text.ends_with(['.', '”']), "no end: {text}");
}

#[test]
fn everything_that_can_happen_has_a_sentence() {
    let (words, rules, cast) = (Words::english().unwrap(), fixture::rules(), cast());
    let scene = scene(&rules);
    let target = Terms { target: Some(StateId(1)), incident: Some(IncidentId(0)), ..Terms::default() };
    let orders = [fixture::order(&rules, 0, "demarche", target)];
    let telling = Telling { words: &words, rules: &rules, cast: &cast, scene: &scene, orders: &orders };
    let mut kinds = BTreeSet::new();
    let mut told = String::new();
    for what in happenings() {
        let audience = StateSet::ALL;
        let event = Event { phase: Phase::Act, day: Day(7), cause: Cause::Drift, audience, what };
        let sentence = telling.event(&event);
        reads_well(&sentence);
        told += &(sentence + "\n");
        let tag = serde_json::to_value(what).unwrap();
        kinds.insert(tag.as_object().unwrap().keys().next().unwrap().clone());
    }
    insta::assert_snapshot!("everything_that_can_happen", told);
    assert_eq!(kinds.len(), KINDS, "the list above leaves a kind of event out");
}

/// How many kinds of event there are: when one is added, its sentence is read here.
const KINDS: usize = 53;

#[test]
fn every_move_and_follow_up_is_told_in_the_past_tense() {
    let (words, rules, cast) = (Words::english().unwrap(), fixture::rules(), cast());
    let scene = scene(&rules);
    let telling = Telling { words: &words, rules: &rules, cast: &cast, scene: &scene, orders: &[] };
    let full = Terms {
        target: Some(StateId(1)),
        asset: Some(AssetId(1)),
        incident: Some(IncidentId(0)),
        measure: Some(MeasureId(0)),
        operation: Some(OperationId(0)),
        undertaking: Some(UndertakingId(0)),
        resolution: Some(ResolutionId(0)),
        other_party: Some(StateId(2)),
        actor: Some(ActorId(0)),
        other_move: rules.find("hunt-forward"),
        sector: Some(Sector::Energy),
        ..Terms::default()
    };
    let bare = Terms { target: Some(StateId(1)), ..Terms::default() };
    let rich = Terms {
        via: Some(StateId(2)),
        false_flag: Some(StateId(2)),
        content: Some(Content::Talks),
        level: Some(Level::High),
        publicity: Some(Publicity::Public),
        days: Some(30),
        co_signers: Some(StateSet::of(StateId(2))),
        basis: Basis::Countermeasure,
        ..full
    };
    let mut told = String::new();
    let mut tell = |act: Act, terms: &[Terms]| {
        for terms in terms {
            let order = Order { by: StateId(0), act, terms: *terms };
            let sentence = telling.order(&order);
            reads_well(&sentence);
            told += &(sentence + "\n");
            for why in [Refusal::NotModelled, Refusal::Missing(Param::Asset)] {
                reads_well(&telling.refused(&Refused { order, why }));
            }
        }
    };
    for place in 0..rules.cards.len() {
        tell(Act::Move(crate::sim::card::MoveId(u8::try_from(place).unwrap())), &[bare, full]);
    }
    for act in follow_ups() {
        tell(Act::Follow(act), &[bare, full]);
    }
    tell(Act::Move(rules.find("cyber-disrupt").unwrap()), &[rich]);
    insta::assert_snapshot!("everything_that_can_be_ordered", told);
}

fn follow_ups() -> Vec<FollowUp> {
    let mut all = vec![
        FollowUp::Lift,
        FollowUp::Suspend,
        FollowUp::Narrow,
        FollowUp::Stop,
        FollowUp::Accept,
        FollowUp::Reject,
        FollowUp::Counter,
        FollowUp::Withdraw,
        FollowUp::GiveConsent,
        FollowUp::WithdrawConsent,
        FollowUp::RestoreRelations,
        FollowUp::ThreatenMeasure,
        FollowUp::Vote(Ballot::For),
        FollowUp::Conclude,
        FollowUp::Denounce,
        FollowUp::OfferGoodOffices,
        FollowUp::ChallengeListing,
        FollowUp::BringToRegion,
    ];
    all.extend(Answer::ALL.iter().map(|&answer| FollowUp::Answer(answer)));
    assert_eq!(all.len(), FollowUp::SLUGS.len());
    all
}

#[test]
fn every_refusal_says_why() {
    let (words, rules, cast) = (Words::english().unwrap(), fixture::rules(), cast());
    let scene = scene(&rules);
    let telling = Telling { words: &words, rules: &rules, cast: &cast, scene: &scene, orders: &[] };
    let mut all = vec![
        Refusal::NoSuchState,
        Refusal::NoSuchMove,
        Refusal::NotModelled,
        Refusal::Withdrawn,
        Refusal::NotEnoughAttention { costs: 3, left: 0 },
        Refusal::NotEnoughAttention { costs: 2, left: 1 },
        Refusal::AtOneself,
        Refusal::NoTie,
        Refusal::RelationsSevered,
        Refusal::NoTreaty,
        Refusal::NoConsent,
        Refusal::NotAnOffer,
        Refusal::NotAgreed,
        Refusal::NoVote,
        Refusal::NoRegion,
        Refusal::NoEnforcement,
        Refusal::MustAbstain,
        Refusal::AlreadyFull,
        Refusal::NotAnnounceable,
        Refusal::NotAMission,
        Refusal::NoListing,
    ];
    let about = [
        Refusal::Missing,
        Refusal::DoesNotTake,
        Refusal::Unknown,
        Refusal::NotYours,
        Refusal::NotTheirs,
        Refusal::AlreadyEnded,
    ];
    all.extend(about.iter().flat_map(|why| Param::ALL.iter().map(|&param| why(param))));
    for why in all {
        reads_well(&telling.reason(why));
    }
    assert_eq!(
        telling.reason(Refusal::NotEnoughAttention { costs: 3, left: 0 }),
        "It takes 3 points of attention, and none is left this turn."
    );
}

#[test]
fn words_given_are_told_with_their_day() {
    let (words, rules, cast) = (Words::english().unwrap(), fixture::rules(), cast());
    let scene = scene(&rules);
    let telling = Telling { words: &words, rules: &rules, cast: &cast, scene: &scene, orders: &[] };
    assert_eq!(telling.pledged(&scene.undertakings[0]), "Sorn offered Velmar to hold talks, by day 21");
    for &kind in UndertakingKind::ALL {
        let contents = [
            Content::Talks,
            Content::LiftMeasure(MeasureId(0)),
            Content::Permit(scene.measures[0].card),
            Content::Inquiry,
            Content::Relations,
            Content::GoodOffices(StateId(2)),
            Content::Channel,
            Content::Moratorium(Sector::Energy),
            Content::InformationSharing,
            Content::Verification,
            Content::JointExercise,
            Content::Registry,
            Content::FactFinding,
            Content::ClaimsCommission,
            Content::Treaty(Treaties::TRADE.with(Treaties::JURISDICTION)),
        ];
        for &status in UndertakingStatus::ALL {
            reads_well(&(capitalised(&telling.undertaking_status(kind, status)) + "."));
        }
        for content in contents {
            let row = Undertaking { kind, content, due: None, ..scene.undertakings[0] };
            reads_well(&(telling.pledged(&row) + "."));
        }
    }
}

#[test]
fn headlines_print_only_what_is_public() {
    let (words, rules, cast) = (Words::english().unwrap(), fixture::rules(), cast());
    let scene = scene(&rules);
    let telling = Telling { words: &words, rules: &rules, cast: &cast, scene: &scene, orders: &[] };
    let record = |audience: StateSet, happened: &[What]| TurnRecord {
        turn: Turn(1),
        day: Day(7),
        events: (happened.iter())
            .map(|&what| Event { phase: Phase::Act, day: Day(7), cause: Cause::Drift, audience, what })
            .collect(),
        refusals: vec![],
        rulings: vec![],
        digest: Digest::default(),
    };
    let accusation = NoteKind::ALL.iter().position(|&kind| kind == NoteKind::Accusation).unwrap();
    let happened = [
        What::OperationBegan { operation: OperationId(0) },
        What::Stepped { pair: Sided { low: StateId(0), high: StateId(1) }, from: 1, to: 3 },
        What::NoteDelivered { note: NoteId(u32::try_from(accusation).unwrap()) },
    ];
    let front = telling.headline(&record(StateSet::ALL, &happened));
    assert_eq!(front, "Velmar blames Sorn for the January blackout; Velmar and Sorn climb to “dispute”");
    let quiet = telling.headline(&record(StateSet::of(StateId(0)), &happened));
    assert_eq!(quiet, "Velmar and Sorn talk behind closed doors, if they talk");
    // What everybody knows and has not ended is told of every other turn.
    let mut open = scene.clone();
    (open.turn, open.incidents[1].known_to) = (Turn(3), StateSet::of(StateId(0)));
    let nothing = TurnRecord { turn: Turn(2), ..record(StateSet::ALL, &[]) };
    let printed = |scene: &Situation| Telling { scene, ..telling }.headline(&nothing);
    assert_eq!(printed(&open), "No end yet to the January blackout in Velmar, and no new word from any capital");
    assert!(!printed(&Situation { turn: Turn(4), ..open.clone() }).contains("blackout"), "of an earlier turn");
    open.incidents[0].known_to = StateSet::of(StateId(0));
    assert!(!printed(&open).contains("blackout"), "a secret makes no headline");
}
