//! The model's numbers, one struct per file of `assets/model/`. Every number stands beside its source.

use serde::{Deserialize, Serialize};

use crate::base::{Permille, Points};
use crate::sim::knowledge::EvidenceKind;
use crate::sim::order::Level;

/// A number and where it comes from: a publication, or "judgement".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure<T> {
    /// The number.
    pub at: T,
    /// Its source.
    pub source: String,
}

/// All of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// `ladder.ron`.
    pub ladder: Ladder,
    /// `tension.ron`.
    pub tension: Tension,
    /// `polity.ron`.
    pub polity: Polity,
    /// `detection.ron`.
    pub detection: Detection,
    /// `knowledge.ron`.
    pub knowledge: Knowledge,
    /// `law.ron`.
    pub law: Law,
    /// `undertakings.ron`.
    pub undertakings: Undertakings,
    /// `council.ron`.
    pub council: Council,
    /// `exposure.ron`.
    pub exposure: Exposure,
    /// `operations.ron`.
    pub operations: Operations,
    /// `measures.ron`.
    pub measures: Measures,
    /// `courts.ron`.
    pub courts: Courts,
    /// `custom.ron`.
    pub custom: Custom,
}

/// The ladder of escalation: ten named steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// The steps, calm first, ascending in tension.
    pub steps: Vec<LadderStep>,
    /// How far tension must fall below a step before a pair comes down from it.
    pub slack: Figure<i32>,
}

/// One step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    /// Its name.
    pub name: String,
    /// What it looks like.
    pub looks: String,
    /// The tension from which a pair stands on it.
    pub from: Permille,
    /// Chance in a thousand days, in thousandths, that something happens between the two that nobody meant.
    pub accidents_per_1000_days: i32,
    /// Whether no tension leads there while neither has used force against the other within the year.
    #[serde(default)]
    pub takes_force: bool,
    /// Source of the bound and the chance.
    pub source: String,
}

/// How acts and harm heat a tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// Thousandths of tension for each tenth of escalation value of a public act, per cent.
    pub public_heat: Figure<i32>,
    /// The same for an act only those concerned see.
    pub shared_heat: Figure<i32>,
    /// Warmth the addressee loses for each tenth of escalation value, per cent.
    pub chill: Figure<i32>,
    /// Thousandths of tension for each point of gravity of harm laid at a state's door.
    pub per_gravity: Figure<i32>,
    /// Thousandths of warmth lost for each point of such gravity.
    pub warmth_per_gravity: Figure<i32>,
    /// Within how many days an expulsion of diplomats is returned, if it is.
    pub returned_within: Figure<i32>,
    /// Thousandths of tension that ease in a thousand days.
    pub calm_per_1000_days: Figure<i32>,
    /// Thousandths of tension that an accident between two states adds, from and to.
    pub accident: Figure<[i32; 2]>,
    /// Thousandths of pressure that it adds on either side.
    pub accident_pressure: Figure<i32>,
    /// Share of accidents that an open channel talks down before they heat anything.
    pub talked_down: Figure<Permille>,
}

/// Tempers at home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Polity {
    /// Thousandths of pressure for each point of gravity of harm noticed.
    pub pressure_per_gravity: Figure<i32>,
    /// Thousandths of pressure that ease in a thousand days.
    pub ease_per_1000_days: Figure<i32>,
    /// Thousandths of pressure in a thousand days for each point of gravity of loud harm that goes on.
    pub ongoing_per_1000_days: Figure<i32>,
    /// Thousandths of protection that are put in place in a thousand days.
    pub built_per_1000_days: Figure<i32>,
    /// Share of what a state gains or loses in legitimacy that others' warmth towards it follows.
    pub esteem: Figure<Permille>,
    /// Thousandths of legitimacy that a state wins back by apologising for an accusation of its own.
    pub retraction: Figure<i32>,
    /// Chance in a thousand days that what must be rebuilt works again, at full hardening.
    pub rebuilt_per_1000_days: Figure<i32>,
    /// Thousandths of tension that an accepted offer of talks takes away.
    pub talks_calm: Figure<i32>,
    /// What a follow-up act costs, in points of attention.
    pub follow_up_attention: Figure<Points>,
}

/// Getting in, and being noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detection {
    /// The least chance of getting in, however strong the defence.
    pub least_access: Figure<Permille>,
    /// The greatest, however weak.
    pub most_access: Figure<Permille>,
    /// Thousandths of chance in a thousand days that quiet harm is noticed, at full skill and no stealth.
    pub quiet_per_1000_days: Figure<i32>,
}

/// What traces are worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Knowledge {
    /// How likely any one state is held to be the author before there is evidence.
    pub prior: Figure<Permille>,
    /// The chance that a trace of an operation under a false flag was planted, between equals.
    pub planted: Figure<Permille>,
    /// The chance that a trace of an operation that passes through a third state leads no further, between equals.
    pub hop: Figure<Permille>,
    /// The chance that tools another state had let out of its hands are taken for that state's own work.
    pub lookalike: Figure<Permille>,
    /// The chance that a trace of an operation by a proxy leads no further than the proxy, between equals.
    pub veil: Figure<Permille>,
    /// The chance that a wrong accusation is refuted when the accused denies it in public, by how much was disclosed:
    /// nothing, a summary, the findings.
    pub refuted: Figure<[Permille; 3]>,
    /// Thousandths of legitimacy that a refuted accusation costs.
    pub refuted_cost: Figure<i32>,
    /// Weight and reliability of each kind of trace, in the order of the kinds.
    pub traces: Vec<Trace>,
}

impl Knowledge {
    /// What a kind of trace is worth.
    ///
    /// # Panics
    /// If the table leaves the kind out; `check` refuses such a file.
    pub fn worth(&self, kind: EvidenceKind) -> &Trace {
        self.traces.iter().find(|trace| trace.kind == kind).expect("the table has every kind of trace")
    }
}

/// What one kind of trace is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// The kind.
    pub kind: EvidenceKind,
    /// Thousandths of log-odds at full skill.
    pub weight: i32,
    /// How far it is trusted.
    pub reliability: Permille,
    /// How often an inquiry meets it, in parts.
    pub frequency: u32,
    /// Thousandths of intelligence that its holder loses by telling it in full: the source dries up.
    #[serde(default)]
    pub exposes: i32,
    /// Source of these.
    pub source: String,
}

/// What the law's answer does to the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Thousandths of legitimacy lost for each point of legality cost on the public record.
    pub legitimacy_per_cost: Figure<i32>,
}

/// What it means to keep one's word, to break it, and to agree. All but days and items in thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undertakings {
    /// Warmth that a kept word adds on the other side.
    pub kept_warmth: Figure<i32>,
    /// Legitimacy that a word kept before the public adds.
    pub kept_legitimacy: Figure<i32>,
    /// Warmth that a broken word takes away on the other side.
    pub broken_warmth: Figure<i32>,
    /// Tension that a word openly broken adds.
    pub broken_tension: Figure<i32>,
    /// Legitimacy that a word broken before the public costs.
    pub broken_legitimacy: Figure<i32>,
    /// The same for a word given in confidence.
    pub broken_name: Figure<i32>,
    /// Pressure at home on the author of a public threat that is not carried out.
    pub empty_threat_pressure: Figure<i32>,
    /// Diplomacy that an empty threat costs.
    pub empty_threat_diplomacy: Figure<i32>,
    /// Days that a threat gives, unless the order says otherwise.
    pub threat_days: Figure<u16>,
    /// Days that an offer stands, unless the order says otherwise.
    pub offer_days: Figure<u16>,
    /// Days in which a promised inquiry must be made.
    pub inquiry_days: Figure<u16>,
    /// Tension that an agreement takes away.
    pub accord_calm: Figure<i32>,
    /// Warmth that an agreement adds on both sides.
    pub accord_warmth: Figure<i32>,
    /// Days that an agreement lasts.
    pub accord_days: Figure<u16>,
    /// Cyber defence that a joint exercise adds on both sides.
    pub exercise_defence: Figure<i32>,
    /// Forensic skill that a common registry adds on both sides.
    pub registry_forensics: Figure<i32>,
    /// Share of an item's weight that reaches the other side under an agreement to share.
    pub shared_carries: Figure<Permille>,
    /// Items handed on in a turn under such an agreement, at most.
    pub shared_items: Figure<u8>,
    /// Warmth that denouncing an agreement takes away.
    pub denounced_warmth: Figure<i32>,
    /// Legitimacy that denouncing an agreement costs whoever had no reason to.
    pub denounced_legitimacy: Figure<i32>,
    /// Tension that good offices taken by both sides take away.
    pub good_offices_calm: Figure<i32>,
    /// Warmth towards a mediator that succeeds.
    pub good_offices_warmth: Figure<i32>,
    /// Tension that an open channel eases in a thousand days.
    pub channel_calm_per_1000_days: Figure<i32>,
    /// Days that a channel stays open.
    pub channel_days: Figure<u16>,
}

/// Votes in the Security Council and the General Assembly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Council {
    /// Share of the Council's members that must vote for a draft.
    pub carries: Figure<Permille>,
    /// Share of the votes cast for or against that an Assembly draft must exceed.
    pub assembly_carries: Figure<Permille>,
    /// Legitimacy that the state named in an adopted draft loses.
    pub adopted_legitimacy: Figure<i32>,
    /// Pressure at home that it gains.
    pub adopted_pressure: Figure<i32>,
    /// How much of both an Assembly resolution carries.
    pub assembly_share: Figure<Permille>,
    /// Share of the votes cast for or against that a regional draft must reach.
    pub regional_carries: Figure<Permille>,
    /// How much of both a regional resolution carries.
    pub regional_share: Figure<Permille>,
    /// Days until a commission of inquiry reports.
    pub inquiry_days: Figure<u16>,
    /// How many findings it reports.
    pub inquiry_items: Figure<u8>,
    /// Its skill.
    pub inquiry_skill: Figure<Permille>,
    /// Legitimacy that a veto costs.
    pub vetoed_legitimacy: Figure<i32>,
}

/// What firms, the press and allies bring to light. Chances are thousandths in a thousand days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// That a firm at full skill comes upon quiet harm.
    pub firm_finds_per_1000_days: Figure<i32>,
    /// That an ally's service at full skill does.
    pub ally_finds_per_1000_days: Figure<i32>,
    /// That a firm at full skill reports on what a victim has noticed.
    pub firm_tells_per_1000_days: Figure<i32>,
    /// That a paper at full skill does.
    pub press_tells_per_1000_days: Figure<i32>,
    /// How many times sooner harm is told that announced itself.
    pub loud: Figure<i32>,
    /// Share of reports, at full skill, that name an author.
    pub names: Figure<Permille>,
    /// Share of stories in the press that name whom the victim suspects.
    pub press_names: Figure<Permille>,
    /// The chance that a firm keeps silent about its patron.
    pub withholds: Figure<Permille>,
    /// The chance that it keeps silent about the state it lives in.
    pub at_home: Figure<Permille>,
    /// What a report loses in reliability where its author's patron is the victim.
    pub discount: Figure<Permille>,
    /// The chance that a report ends the operation it is about.
    pub burns: Figure<Permille>,
    /// Thousandths of pressure on the victim for each point of gravity that becomes public.
    pub pressure_per_gravity: Figure<i32>,
    /// Thousandths of pressure more where the press tells what was taken from private persons.
    pub persons_pressure: Figure<i32>,
}

/// How operations get in, spread and get out of hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operations {
    /// How exposed a target is through its suppliers, whatever it shows to the outside.
    pub supplied: Figure<Permille>,
    /// How exposed it is to people on the spot.
    pub on_the_spot: Figure<Permille>,
    /// How many times longer it takes to come in through a supplier.
    pub supply_takes: Figure<i32>,
    /// The chance that what spreads by itself, or through a supplier, reaches the same sector of a third state.
    pub spills: Figure<Permille>,
    /// The chance that an operation that disturbs or destroys goes further than its author meant.
    pub escapes: Figure<Permille>,
    /// How many times that chance for a hand whose operations its author does not control.
    pub loose_hand: Figure<i32>,
    /// How often a group at full capability that no state leads does on its own account what governments take notice of.
    pub crimes_per_1000_days: Figure<i32>,
    /// How much better tools of a state make a group that comes by them.
    pub leak_gives: Figure<i32>,
    /// What such crimes are.
    pub crimes: Vec<Crime>,
}

/// A kind of crime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crime {
    /// The move that it comes down to, by slug.
    pub card: String,
    /// How far it goes.
    pub level: Level,
    /// How common it is, against the others.
    pub frequency: u32,
    /// Where the numbers come from.
    pub source: String,
}

/// How measures wear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// Share of its bite that a measure loses in a thousand days to trade that goes elsewhere, at full trade elsewhere.
    pub leaks_per_1000_days: Figure<i32>,
    /// The most it loses.
    pub leaks_at_most: Figure<Permille>,
}

/// Courts and tribunals: how long they take and what they move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Courts {
    /// Days until a court indicates provisional measures.
    pub provisional_days: Figure<u16>,
    /// Days until it gives judgment.
    pub judgment_days: Figure<u16>,
    /// Days until an arbitral tribunal or claims commission gives its award.
    pub award_days: Figure<u16>,
    /// Days in which what is awarded must be performed.
    pub performance_days: Figure<u16>,
    /// Thousandths of pressure that an order puts on the respondent.
    pub provisional_pressure: Figure<i32>,
    /// Legitimacy that a respondent loses by a judgment against it.
    pub upheld_legitimacy: Figure<i32>,
    /// Legitimacy that it loses besides if the harm outlived the order.
    pub defied_legitimacy: Figure<i32>,
    /// Legitimacy that a claimant loses whose claim is dismissed.
    pub dismissed_legitimacy: Figure<i32>,
}

/// How readings of norms gain and lose ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custom {
    /// Share of States that must hold a reading for it to rise.
    pub rises: Figure<Permille>,
    /// Share below which it drops.
    pub drops: Figure<Permille>,
    /// Share of States that must have stood for a reading in play before it rises, or otherwise before it drops.
    pub in_play: Figure<Permille>,
    /// What the silence of a specially affected State counts.
    pub silence: Figure<Permille>,
    /// As how many States a judgment or award counts.
    pub judgment_voices: Figure<u8>,
}
