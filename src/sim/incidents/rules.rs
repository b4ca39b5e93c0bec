//! The pure rules of incidents: how grave, how likely noticed, what traces.

use crate::base::chance::Draw;
use crate::base::id::{IncidentId, StateId};
use crate::base::{Day, Permille, Points, Span};
use crate::law::score::Doubt;
use crate::law::{Corpus, FactSheet};
use crate::sim::incidents::{DataEffect, EconomicLoss, Harm, PhysicalDamage};
use crate::sim::knowledge::{Detail, Evidence, EvidenceKind, Question};
use crate::sim::model::{Detection, Knowledge, Trace};
use crate::sim::operations::Operation;
use crate::sim::polity::{Asset, Function, Party, State};

/// How grave harm to an asset is, 0 to 100, by the law's own table, so that a response is weighed on the same scale.
pub fn gravity(corpus: &Corpus, harm: &Harm, asset: Option<&Asset>) -> Points {
    let mut sheet = FactSheet::UNKNOWN;
    harm.state(&mut sheet);
    if let Some(asset) = asset {
        asset.state(&mut sheet);
    }
    i32::from(corpus.gravity().of(&sheet, Doubt::Default))
}

/// The level of the 0 to 10 scale of the Dyadic Cyber Incident and Campaign Dataset 2.0 that harm comes nearest to.
pub fn severity(harm: &Harm, asset: Option<&Asset>) -> u8 {
    let critical = asset.is_some_and(Asset::is_critical);
    let destroyed = harm.functionality_loss >= Function::RepairNeeded
        || harm.data_effect >= DataEffect::Deleted
        || harm.physical_damage >= PhysicalDamage::Significant;
    // What serves a whole country is many networks to the data set; what commands its nuclear forces is no less.
    let is_wide = harm.indiscriminate || critical || asset.is_some_and(|asset| asset.nuclear_command);
    match harm {
        Harm { casualties: 1000.., .. } => 10,
        Harm { physical_damage: PhysicalDamage::Severe, .. } => 9,
        Harm { economic_loss: EconomicLoss::Catastrophic, .. } => 8,
        Harm { casualties: 1.., .. } => 7,
        _ if destroyed && critical => 6,
        _ if destroyed => 5,
        _ if harm.data_effect > DataEffect::None || harm.lasting_access => 3 + u8::from(is_wide),
        _ if harm.functionality_loss > Function::None => 2,
        _ => 1,
    }
}

/// Whether harm announces itself.
pub fn is_loud(harm: &Harm) -> bool {
    harm.functionality_loss >= Function::Interrupted
        || harm.physical_damage > PhysicalDamage::None
        || harm.casualties > 0
        || harm.data_effect >= DataEffect::Deleted
}

/// The chance that a victim notices quiet harm within a span: its skill against the operation's stealth.
pub(super) fn notice(table: &Detection, victim: &State, stealth: Permille, span: Span) -> Permille {
    let skill = Permille::clamped(i32::midpoint(victim.cyber_defence.get(), victim.forensics.get()));
    let per_1000_days = stealth.rest().times(skill).of(table.quiet_per_1000_days.at);
    Permille::clamped(span.scale(per_1000_days))
}

/// A trace as found, not yet in anybody's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    kind: EvidenceKind,
    bears_on: Question,
    weight: i32,
    reliability: Permille,
    fabricated: bool,
}

impl Found {
    /// What it speaks to.
    pub const fn bears_on(&self) -> Question {
        self.bears_on
    }

    /// The same finding as it comes from somebody of some skill in another form, such as a firm's report.
    #[must_use]
    pub fn of_kind(self, table: &Knowledge, kind: EvidenceKind, skill: Permille) -> Self {
        let worth = table.worth(kind);
        Self { kind, weight: told(worth, skill), reliability: worth.reliability, ..self }
    }

    /// The trace as an item in a state's file.
    pub fn item(self, incident: IncidentId, holder: StateId, found: Day) -> Evidence {
        Evidence {
            id: Evidence::NEW,
            incident,
            holder,
            from: None,
            copy_of: None,
            kind: self.kind,
            bears_on: self.bears_on,
            weight: self.weight,
            reliability: self.reliability,
            fabricated: self.fabricated,
            found,
            detail: Detail::Technical,
            disclosed: Detail::None,
        }
    }
}

/// The trace an investigator of some skill finds of an operation, in truth. A false flag, a hop through a third state or a
/// proxy misleads the more easily, the better its author is and the worse the investigator.
pub fn trace(
    table: &Knowledge,
    draw: &mut Draw,
    forensics: Permille,
    author: Option<&State>,
    operation: &Operation,
) -> Found {
    let craft = author.map_or(500, |author| author.cyber_offence.get());
    let edge = (craft - forensics.get()) / 2;
    let planted = operation.false_flag.filter(|_| draw.happens(table.planted.at.shifted(edge)));
    // A trail that ends at a server abroad names the wrong state without anybody having forged anything.
    let hop = operation.via.filter(|_| planted.is_none() && draw.happens(table.hop.at.shifted(edge)));
    // Nor has anybody who works with tools that another state had let out of its hands.
    let lent = operation
        .tools
        .filter(|_| planted.is_none() && hop.is_none() && draw.happens(table.lookalike.at.shifted(edge)));
    let veiled = operation.hand.is_some() && draw.happens(table.veil.at.shifted(edge));
    let bears_on = match (planted.or(hop).or(lent), operation.author) {
        (Some(framed), _) => Question::Author(framed),
        (None, Party::State(author)) if !veiled => Question::Author(author),
        (None, _) => Question::NonState,
    };
    let kind = match (hop, lent) {
        (Some(_), _) => EvidenceKind::Infrastructure,
        (None, Some(_)) => EvidenceKind::Tooling,
        (None, None) => kind(table, draw).kind,
    };
    let worth = table.worth(kind);
    Found {
        kind,
        bears_on,
        weight: told(worth, forensics),
        reliability: worth.reliability,
        fabricated: planted.is_some(),
    }
}

/// What a kind of trace says in hands of some skill.
fn told(worth: &Trace, skill: Permille) -> i32 {
    Permille::clamped(i32::midpoint(1000, skill.get())).of(worth.weight)
}

/// A kind of trace, by how often inquiries meet each.
fn kind<'a>(table: &'a Knowledge, draw: &mut Draw) -> &'a Trace {
    let total = table.traces.iter().map(|trace| trace.frequency).sum();
    let mut at = draw.below(total);
    table
        .traces
        .iter()
        .find(|trace| {
            let here = at < trace.frequency;
            at = at.saturating_sub(trace.frequency);
            here
        })
        .expect("the frequencies add up to their sum")
}
