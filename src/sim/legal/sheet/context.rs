//! Groups G to K: what the act answers, its justifications, what its author owes, and armed conflict.

use crate::base::id::StateId;
use crate::law::fact::{Fact, facts as f};
use crate::law::logic::Value;
use crate::law::score::{Doubt, response_ratio};
use crate::sim::incidents::{DataEffect, EconomicLoss, Incident, PhysicalDamage};
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::legal::claim::{Claim, ClaimStatus, Forum, Reparation};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::repair::{Form, is_assessable, is_caused, made_good};
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::relations::{Content, NoteKind, Treaties, UndertakingKind, UndertakingStatus};

use super::prior::Prior;
use super::{Questions, Standpoint};

/// The last step of the ladder is war.
const WAR: u8 = 9;
/// From this step on there is a real emergency in relations between two states: judgement.
const EMERGENCY: u8 = 5;

impl<'a> Questions<'a> {
    fn known(&mut self, fact: Fact, answer: Value) {
        match answer {
            Value::True => self.offer_bool(fact, true),
            Value::False => self.offer_bool(fact, false),
            Value::Unknown | Value::Contested => {}
        }
    }

    /// The result on the act that this one answers: the incident itself if the addressee is said to be its author, or the
    /// addressee's omission if the claim is that it let its territory be used.
    fn answered(&mut self) -> Option<(Prior, &'a Incident, bool)> {
        let incident = self.subject()?;
        let respondent = self.target()?;
        let omission = self.claim().is_some_and(|claim| claim.norm == self.law.due_diligence);
        let prior = if omission { self.omission(incident, respondent)? } else { self.prior(incident) };
        Some((prior, incident, omission))
    }

    /// Group G.
    pub(super) fn response(&mut self) {
        self.offer(f::CLAIMED_BASIS, self.conduct.terms.basis as u32);
        use f::measure_purpose as purpose;
        self.offer(
            f::MEASURE_PURPOSE,
            match self.conduct.terms.purpose {
                MeasurePurpose::Other => purpose::OTHER,
                MeasurePurpose::Inducement => purpose::INDUCEMENT,
                MeasurePurpose::Protection => purpose::PROTECTION,
                MeasurePurpose::Deterrence => purpose::DETERRENCE,
                MeasurePurpose::Punishment => purpose::PUNISHMENT,
                MeasurePurpose::Collection => purpose::COLLECTION,
            },
        );
        self.treaties();
        let third = if self.conduct.harm.is_some_and(|harm| harm.indiscriminate) {
            f::third_state_effect::RIGHTS_BREACHED
        } else if self.conduct.terms.via.is_some() {
            f::third_state_effect::INCIDENTAL
        } else {
            f::third_state_effect::NONE
        };
        self.offer(f::THIRD_STATE_EFFECT, third);
        self.offer_bool(f::REFUSES_PEACEFUL_SETTLEMENT, false);
        self.offer_bool(f::KEPT_AFTER_COMPLIANCE, self.outlived());
        self.procedure();
        let Some(incident) = self.subject() else {
            // An act that answers nothing has no prior wrong, and its author knows it.
            self.offer_bool(f::PRIOR_BREACH, false);
            self.offer_bool(f::PRIOR_ACT_BY_TARGET, false);
            self.offer(f::ACTOR_STANDING, f::actor_standing::NONE);
            return;
        };
        let by = self.conduct.by;
        let injured = incident.victim == by;
        use f::actor_standing::{INJURED, NONE};
        self.offer(f::ACTOR_STANDING, if injured { INJURED } else { NONE });
        let asked = |note: &crate::sim::relations::Note| {
            note.from == incident.victim
                && note.to == by
                && note.about == Some(incident.id)
                && note.kind == NoteKind::Request
        };
        self.offer_bool(f::INJURED_STATE_REQUEST, !injured && self.scene.notes.iter().any(asked));
        if !self.sees(incident) {
            return;
        }
        let over = self.was_over(incident);
        self.offer_bool(f::ACT_CEASED, over);
        self.offer_bool(f::URGENT, incident.gravity >= 45 && !over);
        if let Some((prior, incident, omission)) = self.answered() {
            self.known(f::PRIOR_BREACH, prior.breach);
            let author = self.authored(incident, omission, prior.breach);
            self.known(f::PRIOR_ACT_BY_TARGET, author);
        }
    }

    /// Whether the prior act is the addressee's: truly, or as the actor believes from "high" confidence on.
    fn authored(&self, incident: &Incident, omission: bool, breach: Value) -> Value {
        let Some(target) = self.target() else { return Value::False };
        if omission {
            return breach;
        }
        match self.standpoint {
            Standpoint::Truth => Value::of(self.is_author(incident, target)),
            Standpoint::Public => Value::Unknown,
            Standpoint::Seat => {
                let rows = about(&self.scene.beliefs, self.conduct.by, incident.id);
                let odds = rows.iter().find(|row| row.question == Question::Author(target)).map(|row| row.odds);
                match odds.map(Confidence::of) {
                    Some(Confidence::High | Confidence::NearCertain) => Value::True,
                    Some(Confidence::None) => Value::False,
                    _ => Value::Unknown,
                }
            }
        }
    }

    /// The steps taken before the act, from the dated claim.
    fn procedure(&mut self) {
        let began = self.conduct.began;
        let claim = self.claim();
        let before = |day: Option<crate::base::Day>| day.is_some_and(|day| day < began);
        let step = |claim: Option<&Claim>, read: fn(&Claim) -> Option<crate::base::Day>| before(claim.and_then(read));
        self.offer_bool(f::DEMAND_MADE, step(claim, |claim| claim.demanded));
        self.offer_bool(f::NOTICE_GIVEN, step(claim, |claim| claim.notified));
        self.offer_bool(f::NEGOTIATION_OFFERED, step(claim, |claim| claim.negotiation_offered));
        // Surprise is what a covert measure lives on: announced, it would be parried.
        let covert = self.conduct.harm.is_some();
        self.offer_bool(f::NOTICE_DEFEATS_MEASURE, covert && self.sheet.holds(f::UNAUTHORISED_ACCESS));
        let pending = match claim.map(|claim| claim.forum) {
            Some(Forum::Arbitration | Forum::Icj | Forum::Wto) => f::pending_forum::PENDING,
            _ => f::pending_forum::NONE,
        };
        self.offer(f::PENDING_FORUM, pending);
        let made = claim.map_or(Reparation::None, |claim| claim.reparation_before(self.today()));
        self.offer(f::REPARATION_MADE, made as u32);
        self.offer(
            f::CLAIM_BAR,
            match claim.map(|claim| claim.status) {
                Some(ClaimStatus::Withdrawn) => f::claim_bar::WAIVED,
                _ => f::claim_bar::NONE,
            },
        );
    }

    /// Whether a measure stands although what it answered has ended and been made good, or the claim is settled.
    fn outlived(&self) -> bool {
        let (Some(_), Some(claim)) = (self.conduct.measure, self.claim()) else { return false };
        let today = self.today();
        let ceased = self.subject().is_some_and(|incident| self.was_over(incident) && self.sees(incident));
        claim.is_settled_before(today) || ceased && claim.reparation_before(today) == Reparation::Full
    }

    /// Whether an incident had ended before this turn. Acts of one turn are decided at its beginning: what the other side
    /// does to comply is known to whoever answers it from the next turn on, and can be held against it only then.
    ///
    /// # Source
    /// Judgement, on ARSIWA 53 ("as soon as") and 52(3) ("without undue delay").
    fn was_over(&self, incident: &Incident) -> bool {
        incident.ceased.is_some_and(|day| day < self.today())
    }

    fn treaties(&mut self) {
        let held = self.tie().map_or(Treaties::NONE, |tie| tie.treaties);
        let departs = self.conduct.terms.treaties.unwrap_or_default();
        use f::treaty_breach::{COOPERATION, HEADQUARTERS, INVESTMENT, NONE, OTHER, TRADE, TRANSPORT};
        let kinds = [
            (Treaties::TRADE, TRADE),
            (Treaties::TRANSPORT, TRANSPORT),
            (Treaties::INVESTMENT, INVESTMENT),
            (Treaties::COOPERATION, COOPERATION),
            (Treaties::HEADQUARTERS, HEADQUARTERS),
            (Treaties::LEGAL_ASSISTANCE, OTHER),
        ];
        let kind = kinds
            .iter()
            .find(|(kind, _)| departs.include(*kind) && held.include(*kind))
            .map_or(NONE, |(_, code)| *code);
        if kind != NONE {
            self.sheet.set(f::TREATY_BREACH, kind);
        } else if !self.fixed(f::TREATY_BREACH) {
            self.sheet.set(f::TREATY_BREACH, NONE);
        }
        self.offer_bool(f::TREATY_EXCLUDES_COUNTERMEASURES, held.include(Treaties::EXCLUDES_SELF_HELP));
        // A clause gives it for every case, consent for one (forum prorogatum).
        let consents = || match (self.target(), self.conduct.card()) {
            (Some(target), Some(card)) => {
                self.scene.undertakings.iter().any(|word| word.permits(target, self.conduct.by, card))
            }
            _ => false,
        };
        let has_title = held.include(Treaties::JURISDICTION) || consents();
        self.offer_bool(f::JURISDICTION_BASIS, has_title);
        let step = self.tie().map_or(0, |tie| tie.step);
        self.offer_bool(f::SECURITY_EXCEPTION_PLAUSIBLE, step >= EMERGENCY);
    }

    /// The ratio of response to injury, once the rest of the sheet stands.
    pub(super) fn proportion(&mut self) {
        if self.fixed(f::RESPONSE_RATIO) || self.conduct.terms.basis == Basis::None && !self.fixed(f::CLAIMED_BASIS) {
            return;
        }
        let Some((prior, incident, _)) = self.answered() else { return };
        if !self.sees(incident) {
            return;
        }
        let gravity = u32::from(self.law.corpus.gravity().of(&self.sheet, Doubt::Default));
        let rights = u32::from(self.rights_at_stake());
        let ratio = response_ratio(gravity + rights, u32::from(prior.gravity) + u32::from(prior.rights));
        self.sheet.set(f::RESPONSE_RATIO, ratio);
        self.offer(f::PROPORTIONALITY, crate::law::act::proportionality(ratio));
    }

    /// Group H.
    pub(super) fn justifications(&mut self) {
        self.consent();
        self.council();
        let attack = self.subject().filter(|incident| self.sees(incident));
        use f::armed_attack_status as status;
        use f::trigger_gravity as trigger;
        let (when, how) = attack.map_or((status::NONE, trigger::NONE), |incident| {
            let harm = incident.harm;
            let how = if harm.physical_damage == PhysicalDamage::Severe || harm.casualties >= 10 {
                trigger::GRAVE
            } else if harm.economic_loss == EconomicLoss::Catastrophic {
                trigger::GRAVE_ECONOMIC
            } else if harm.physical_damage >= PhysicalDamage::Significant || harm.casualties >= 1 {
                trigger::FORCE
            } else {
                trigger::BELOW_FORCE
            };
            let when = match incident.ceased {
                None => status::ONGOING,
                // A month after the last blow further ones are no longer reasonably expected: judgement.
                Some(day) if self.today().since(day) <= 30 => status::JUST_ENDED,
                Some(_) => status::OVER,
            };
            (when, how)
        });
        self.offer(f::ARMED_ATTACK_STATUS, when);
        self.offer(f::TRIGGER_GRAVITY, how);
        self.offer(f::ATTACKER, if attack.is_some() { f::attacker::STATE } else { f::attacker::NONE });
        let gravity = attack.map_or(0, |incident| if incident.ceased.is_none() { incident.gravity } else { 0 });
        use f::peril::{GRAVE_AND_IMMINENT, GRAVE_NOT_IMMINENT, NONE, POSSIBLE};
        self.offer(
            f::PERIL,
            match gravity {
                60.. => GRAVE_AND_IMMINENT,
                45.. => GRAVE_NOT_IMMINENT,
                1.. => POSSIBLE,
                _ => NONE,
            },
        );
        // While the sixty moves hold a peaceful road there is an alternative, unless the harm goes on and is grave.
        self.offer_bool(f::NO_ALTERNATIVE, gravity >= 60);
        self.offer_bool(f::IMPAIRS_OTHER_ESSENTIAL_INTEREST, self.sheet.holds(f::ESSENTIAL_SERVICES_LOST));
        self.offer_bool(f::CONTRIBUTED_TO_PERIL, false);
    }

    fn consent(&mut self) {
        let (by, Some(target), Some(card)) = (self.conduct.by, self.target(), self.conduct.card()) else { return };
        use f::consent::{NONE, VALID, WITHDRAWN};
        let given = self.scene.undertakings.iter().rev().find(|word| {
            word.kind == UndertakingKind::Consent
                && word.from == target
                && word.to == by
                && word.content == Content::Permit(card)
        });
        let state = match given {
            Some(word) if matches!(word.status, UndertakingStatus::Open | UndertakingStatus::Accepted) => {
                if word.due.is_none_or(|due| due >= self.conduct.began) { VALID } else { NONE }
            }
            Some(word) if word.status == UndertakingStatus::Withdrawn => WITHDRAWN,
            _ => NONE,
        };
        self.offer(f::CONSENT, state);
    }

    /// Group I: what the actor owes the addressee for its own earlier wrong.
    pub(super) fn reparation(&mut self) {
        let by = self.conduct.by;
        let owed = self.target().and_then(|target| self.owed(by, target));
        self.offer_bool(f::OWN_WRONG_ESTABLISHED, owed.is_some());
        self.offer_bool(f::ASSURANCES_GIVEN, owed.is_some_and(|(claim, _)| claim.assured.is_some()));
        let Some((claim, incident)) = owed else {
            self.offer(f::DAMAGE_KIND, f::damage_kind::NONE);
            return;
        };
        let assessable = is_assessable(&incident.harm) && is_caused(claim, self.law.due_diligence(), incident);
        use f::damage_kind::{BOTH, MORAL};
        self.offer(f::DAMAGE_KIND, if assessable { BOTH } else { MORAL });
        use f::restitution::{IMPOSSIBLE, POSSIBLE};
        let lost = incident.harm.data_effect == DataEffect::Copied || incident.harm.casualties > 0;
        self.offer(f::RESTITUTION, if lost || !incident.harm.reversible { IMPOSSIBLE } else { POSSIBLE });
        // The move itself may stop, assure and repair.
        let mut made = claim.reparation;
        let mut stops = false;
        if let Some(Mechanic::Repair(numbers)) = self.mechanic() {
            self.sheet.set_bool(f::ASSURANCES_GIVEN, true);
            made = made.max(made_good(numbers.form, self.conduct.terms.level(), Some(&incident.harm)));
            stops = numbers.form == Form::Deeds;
        }
        self.sheet.set(f::REPARATION_MADE, made as u32);
        self.sheet.set_bool(f::ACT_CEASED, incident.ceased.is_some() || stops);
    }

    /// A wrong of one state towards another that is established: in truth if it was its act and a breach, otherwise if it
    /// admitted it.
    fn owed(&mut self, by: StateId, target: StateId) -> Option<(&'a Claim, &'a Incident)> {
        if self.depth > 0 {
            return None;
        }
        let scene = self.scene;
        let between = |claim: &&Claim| claim.respondent == by && claim.claimant == target;
        scene.claims.iter().rev().filter(between).find_map(|claim| {
            let incident = &scene.incidents[claim.incident?.index()];
            let omission = claim.norm == self.law.due_diligence;
            let real = match self.standpoint {
                // A state knows what it did.
                Standpoint::Truth | Standpoint::Seat => {
                    !omission && self.is_author(incident, by) && self.prior(incident).breach == Value::True
                }
                Standpoint::Public => scene.notes.iter().any(|note| {
                    note.from == by
                        && note.to == target
                        && note.kind == NoteKind::Admission
                        && note.about == Some(incident.id)
                }),
            };
            real.then_some((claim, incident))
        })
    }

    /// Group K.
    pub(super) fn conflict(&mut self) {
        let war = self.tie().is_some_and(|tie| tie.step >= WAR);
        self.offer(f::ARMED_CONFLICT, if war { f::armed_conflict::IAC } else { f::armed_conflict::NONE });
        use crate::sim::polity::Sector;
        let asset = self.conduct.asset().and_then(|asset| self.scene.assets.get(asset.index()));
        use f::target_status::{CIVILIAN_OBJECT, DUAL_USE, MILITARY_OBJECTIVE, PROTECTED_OBJECT};
        if let Some(asset) = asset {
            self.offer(
                f::TARGET_STATUS,
                match asset.sector {
                    Sector::Military => MILITARY_OBJECTIVE,
                    Sector::Health | Sector::Humanitarian | Sector::Nuclear => PROTECTED_OBJECT,
                    Sector::Energy | Sector::Telecoms | Sector::Transport => DUAL_USE,
                    _ => CIVILIAN_OBJECT,
                },
            );
        }
        if war {
            let casualties = self.conduct.harm.map_or(0, |harm| harm.casualties);
            use f::expected_collateral::{EXCESSIVE, NONE, PROPORTIONATE};
            self.offer(
                f::EXPECTED_COLLATERAL,
                match casualties {
                    0 => NONE,
                    1..100 => PROPORTIONATE,
                    _ => EXCESSIVE,
                },
            );
        }
    }
}
