//! Words held against deeds: the pure rules.
//!
//! A word asks for a deed, or for restraint, or for nothing that could be tested. What was done is read off rows and the
//! orders of the turn. Two things are kept apart: whether a word was broken, which is the truth, and who can know.

use crate::base::Day;
use crate::base::id::StateId;
use crate::sim::docket::Docket;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Beliefs, Confidence, Question};
use crate::sim::legal::{Claim, Reparation};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::Operation;
use crate::sim::order::{Act, FollowUp, Order};
use crate::sim::polity::{Asset, Party, Sector};
use crate::sim::relations::{Content, Note, NoteKind, Undertaking};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Rows;

/// What a word asks of those it binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// A deed before its day; left undone, it is broken.
    Deed,
    /// A deed if the other side asks for it.
    DeedIfAsked,
    /// No operations against the other side, or against one sector of it.
    Restraint(Option<Sector>),
    /// To sit down together: done once both have agreed to.
    Meeting,
    /// Nothing that could be tested.
    Nothing,
}

/// What a content asks for.
pub const fn duty(content: Content) -> Duty {
    match content {
        Content::LiftMeasure(_)
        | Content::Reparation
        | Content::SuppressAtHome
        | Content::ShareEvidence
        | Content::Inquiry => Duty::Deed,
        Content::Assistance => Duty::DeedIfAsked,
        Content::CeaseOperations => Duty::Restraint(None),
        Content::Moratorium(sector) => Duty::Restraint(Some(sector)),
        Content::Talks => Duty::Meeting,
        Content::Permit(_)
        | Content::Relations
        | Content::GoodOffices(_)
        | Content::Channel
        | Content::InformationSharing
        | Content::Verification
        | Content::JointExercise
        | Content::Registry
        | Content::FactFinding
        | Content::ClaimsCommission
        | Content::Treaty(_) => Duty::Nothing,
    }
}

/// Whether a move of this kind is what a content asks for, done to the right state on the right matter.
pub const fn is_deed(mechanic: &Mechanic, content: Content) -> bool {
    match content {
        Content::Reparation => matches!(mechanic, Mechanic::Repair(_)),
        Content::SuppressAtHome => matches!(mechanic, Mechanic::Suppress(_)),
        Content::ShareEvidence => matches!(mechanic, Mechanic::Share(_)),
        // Looking into it, acting on it and telling of it are all an inquiry.
        Content::Inquiry => matches!(mechanic, Mechanic::Investigate(_) | Mechanic::Share(_) | Mechanic::Suppress(_)),
        Content::Assistance => matches!(mechanic, Mechanic::Assist(_)),
        _ => false,
    }
}

/// Whether an order does what a word asks of its author.
pub fn performs(rules: &Rulebook, word: &Undertaking, order: &Order) -> bool {
    if let Content::LiftMeasure(measure) = word.content {
        return order.act == Act::Follow(FollowUp::Lift) && order.terms.measure == Some(measure);
    }
    let Act::Move(card) = order.act else { return false };
    let is_for_other = order.terms.target == Some(word.other(order.by));
    let is_on_matter = word.incident.is_none() || order.terms.incident == word.incident;
    let is_meant = match word.content {
        Content::Reparation => is_for_other,
        Content::ShareEvidence | Content::Assistance => is_for_other && is_on_matter,
        Content::Inquiry => is_on_matter,
        _ => true,
    };
    is_meant && rules.play(card).is_some_and(|play| is_deed(&play.mechanic, word.content))
}

/// What words are held against.
pub(super) struct Record<'a, 'w, 's> {
    pub(super) today: Day,
    pub(super) rules: &'a Rulebook,
    pub(super) docket: &'a Docket,
    pub(super) operations: &'a Rows<'w, 's, Operation>,
    pub(super) incidents: &'a Rows<'w, 's, Incident>,
    pub(super) assets: &'a Rows<'w, 's, Asset>,
    pub(super) measures: &'a Rows<'w, 's, Measure>,
    pub(super) claims: &'a Rows<'w, 's, Claim>,
    pub(super) notes: &'a Rows<'w, 's, Note>,
    pub(super) beliefs: &'a Beliefs,
}

impl Record<'_, '_, '_> {
    /// Whether a state has done, by the end of this turn, what a word asks of it: in this turn, or before since it was offered.
    pub(super) fn has_done(&self, word: &Undertaking, by: StateId) -> bool {
        word.done_by.contains(by) || self.did(word, by)
    }

    /// Whether a state does it in this turn. What leaves a row is read off the row: an order may come to nothing.
    pub(super) fn did(&self, word: &Undertaking, by: StateId) -> bool {
        let other = word.other(by);
        match word.content {
            Content::LiftMeasure(measure) => self.measures.at(measure).status >= MeasureStatus::Lifted,
            Content::Reparation => self.claims.iter().any(|claim| {
                claim.claimant == other
                    && claim.respondent == by
                    && claim.reparation == Reparation::Full
                    && (word.claim == Some(claim.id) || word.claim.is_none() && claim.incident == word.incident)
            }),
            _ => {
                self.docket.moves(self.rules).any(|(_, order, ..)| order.by == by && performs(self.rules, word, order))
            }
        }
    }

    /// Whether the other side has asked, since the word was given, for the help it promises.
    pub(super) fn was_asked(&self, word: &Undertaking, by: StateId) -> bool {
        let other = word.other(by);
        self.notes
            .iter()
            .rev()
            .take_while(|note| note.day >= word.first_day())
            .any(|note| note.kind == NoteKind::Request && note.from == other && note.to == by)
    }

    fn bears_on(&self, sector: Option<Sector>, asset: Option<crate::base::id::AssetId>) -> bool {
        sector.is_none_or(|sector| asset.is_some_and(|asset| self.assets.at(asset).sector == sector))
    }

    /// The operation by which a state breaks, in truth, a word of restraint: one begun since it was given, or one that still
    /// runs a turn later.
    pub(super) fn breach(&self, word: &Undertaking, by: StateId, sector: Option<Sector>) -> Option<&Operation> {
        let other = word.other(by);
        self.operations.iter().find(|operation| {
            operation.author == Party::State(by)
                && operation.target == other
                && (operation.began > word.first_day() || operation.is_live() && word.first_day() < self.today)
                && self.bears_on(sector, operation.asset)
        })
    }

    /// Whether a state has reason to hold a word of restraint for broken: harm of the kind goes on or was done since, and
    /// it lays it with high confidence at the other's door.
    pub(super) fn holds_broken(&self, word: &Undertaking, holder: StateId, sector: Option<Sector>) -> bool {
        let accused = Question::Author(word.other(holder));
        self.incidents.iter().rev().any(|incident| {
            let since = word.first_day();
            let after = incident.began > since || since < self.today && incident.ceased.is_none();
            let sure = || self.beliefs.odds(holder, incident.id, accused).map(Confidence::of);
            incident.victim == holder
                && incident.known_to.contains(holder)
                && after
                && self.bears_on(sector, incident.asset)
                && sure() >= Some(Confidence::High)
        })
    }

    /// Whether what an ultimatum asks for has been done.
    pub(super) fn is_met(&self, word: &Undertaking, is_due: bool) -> bool {
        match (duty(word.content), word.incident) {
            // On the day set, what it was about has ended and nothing like it has come since.
            (Duty::Restraint(sector), about) => {
                let is_over = about.is_none_or(|incident| self.incidents.at(incident).ceased.is_some());
                is_due && is_over && !self.holds_broken(word, word.from, sector)
            }
            _ => self.has_done(word, word.to),
        }
    }

    /// Whether what an ultimatum announces has been done: ordered this turn, or in force since it was given.
    pub(super) fn has_followed(&self, word: &Undertaking) -> bool {
        let Some(sequel) = word.sequel else { return false };
        let now = self.docket.moves(self.rules).any(|(_, order, ..)| {
            order.by == word.from && order.terms.target == Some(word.to) && order.act == Act::Move(sequel.card)
        });
        now || self.measures.iter().any(|measure| {
            measure.by == word.from
                && measure.against == word.to
                && measure.card == sequel.card
                && measure.began >= word.made
        })
    }
}
