//! Groups A, B and C: the act and its effects, what is specially protected, and individuals.

use crate::base::id::StateId;
use crate::law::fact::facts::{self as f, coercion, conduct_kind, data_effect, functionality_loss, intended_effect};
use crate::sim::incidents::{DataEffect, EconomicLoss};
use crate::sim::knowledge::Detail;
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::distance::{Distance, Staff};
use crate::sim::operations::{MeasurePurpose, Method};
use crate::sim::order::Level;
use crate::sim::polity::{Asset, Function, Sector};

use super::Questions;

impl<'a> Questions<'a> {
    fn asset(&self) -> Option<&'a Asset> {
        self.scene.assets.get(self.conduct.asset()?.index())
    }

    fn sector(&self) -> Sector {
        self.asset().map_or(self.conduct.terms.sector.unwrap_or_default(), |asset| asset.sector)
    }

    fn kind(&self) -> Option<u32> {
        self.sheet.get(f::CONDUCT_KIND)
    }

    fn level(&self) -> Level {
        self.conduct.terms.level()
    }

    /// Group A.
    pub(super) fn effects(&mut self) {
        let sector = self.sector();
        match self.asset() {
            Some(asset) if !self.fixed(f::TARGET_SECTOR) => asset.state(&mut self.sheet),
            _ => self.offer(f::TARGET_SECTOR, sector as u32),
        }
        if let Some(harm) = self.conduct.harm {
            // What the incident did counts; the move only says what such acts do.
            harm.state(&mut self.sheet);
        } else {
            self.offer_bool(f::EFFECTS_REVERSIBLE, self.conduct.terms.reversible.unwrap_or(true));
        }
        let method = self.conduct.terms.method.unwrap_or_default();
        self.offer_bool(f::PHYSICAL_PRESENCE, method == Method::CloseAccess);
        self.offer_bool(f::SUPPLY_CHAIN_VECTOR, method == Method::SupplyChain);
        if method == Method::Mission {
            self.sheet.set_bool(f::MISSION_USED_FOR_OPERATION, true);
        }
        let kind = self.kind();
        let aim = match kind {
            Some(conduct_kind::CYBER_DISRUPTION) => intended_effect::DISRUPTION,
            Some(conduct_kind::CYBER_DESTRUCTION | conduct_kind::ARMED_FORCE) => intended_effect::DESTRUCTION,
            Some(conduct_kind::CYBER_MANIPULATION) => intended_effect::INFLUENCE,
            Some(conduct_kind::ECONOMIC_MEASURE) => intended_effect::COERCION,
            Some(conduct_kind::COOPERATION) => intended_effect::RELIEF,
            _ => intended_effect::SIGNALLING,
        };
        self.offer(f::INTENDED_EFFECT, aim);
        if kind == Some(conduct_kind::TOOL_TRANSFER) {
            use f::transfer_safeguards::{EFFECTIVE, NONE, TOKEN};
            self.offer(f::TRANSFER_SAFEGUARDS, self.level().pick(&[EFFECTIVE, TOKEN, NONE]));
        }
        self.sovereign_matters(sector);
    }

    /// Governmental function, domaine réservé, coercion, and the free choice of a people.
    fn sovereign_matters(&mut self, sector: Sector) {
        let data = self.sheet.get(f::DATA_EFFECT).unwrap_or_default();
        let altered = data >= data_effect::ALTERED;
        let stopped = self.sheet.get(f::FUNCTIONALITY_LOSS).unwrap_or_default() >= functionality_loss::INTERRUPTED;
        let governs = matches!(
            sector,
            Sector::Government | Sector::ForeignMinistry | Sector::Elections | Sector::Judiciary | Sector::Military
        );
        let interfered = governs && (stopped || altered);
        self.offer(f::GOVERNMENTAL_FUNCTION, if interfered { f::governmental_function::INTERFERED } else { 0 });
        let kind = self.kind();
        let economic = kind == Some(conduct_kind::ECONOMIC_MEASURE);
        let answers = self.claim().is_some();
        let pressed = match kind {
            Some(conduct_kind::ECONOMIC_MEASURE | conduct_kind::ARMED_FORCE | conduct_kind::MILITARY_SIGNAL) => {
                // Who is pressed to do what it owes is not robbed of a choice (ARSIWA 49(1)); force, its threat and the end of
                // all trade compel even so.
                let whole = self.sheet.get(f::ECONOMIC_PRESSURE) == Some(f::economic_pressure::COMPREHENSIVE);
                let presses = answers && economic && !whole;
                let induces = self.conduct.terms.purpose == MeasurePurpose::Inducement && !presses;
                if induces || self.sheet.holds(f::THREAT_OF_FORCE) { coercion::COMPELS } else { coercion::PERSUASION }
            }
            Some(conduct_kind::CYBER_MANIPULATION) if sector == Sector::Elections && altered => coercion::COMPELS,
            Some(
                conduct_kind::CYBER_DISRUPTION | conduct_kind::CYBER_DESTRUCTION | conduct_kind::CYBER_MANIPULATION,
            ) if interfered || self.sheet.holds(f::ESSENTIAL_SERVICES_LOST) => coercion::DEPRIVES_CONTROL,
            _ => coercion::NONE,
        };
        self.offer(f::COERCION, pressed);
        let pressed = self.sheet.get(f::COERCION).unwrap_or_default();
        // A matter governed by an obligation is no longer one that the target decides freely: an answer to a wrong bears
        // on the obligation, not on the domaine réservé.
        let political =
            matches!(sector, Sector::Elections | Sector::Government | Sector::Media | Sector::ForeignMinistry);
        let free =
            !answers && pressed != coercion::NONE && (political || economic || pressed >= coercion::DEPRIVES_CONTROL);
        self.offer_bool(f::DOMAINE_RESERVE, free);
        let at_scale = pressed == coercion::COVERT_MANIPULATION && self.level() == Level::High;
        self.offer_bool(f::UNDERMINES_POPULAR_CHOICE, sector == Sector::Elections && (altered || at_scale));
        if self.sheet.get(f::ECONOMIC_PRESSURE) == Some(f::economic_pressure::COMPREHENSIVE)
            && self.level() == Level::High
            && !self.fixed(f::SUES_FOREIGN_STATE)
        {
            self.sheet.set(f::ECONOMIC_PRESSURE, f::economic_pressure::EXTRATERRITORIAL);
        }
    }

    /// Group B.
    pub(super) fn protected(&mut self) {
        if let Some(asset) = self.asset()
            && asset.sector == Sector::DiplomaticMission
        {
            use f::actor_relation_to_mission::{RECEIVING_STATE, SENDING_STATE, THIRD_STATE};
            let relation = if self.conduct.by == asset.host {
                RECEIVING_STATE
            } else if self.conduct.by == asset.owner {
                SENDING_STATE
            } else {
                THIRD_STATE
            };
            self.offer(f::ACTOR_RELATION_TO_MISSION, relation);
            self.offer_bool(f::MISSION_PREMISES_ENTERED, self.sheet.holds(f::UNAUTHORISED_ACCESS));
        }
        let copied = self.sheet.get(f::DATA_EFFECT).unwrap_or_default() > data_effect::NONE;
        if matches!(self.sector(), Sector::DiplomaticMission | Sector::ForeignMinistry) && copied {
            self.offer_bool(f::MISSION_ARCHIVES_TOUCHED, self.sector() == Sector::DiplomaticMission);
            if !self.stated(f::ACTOR_RELATION_TO_MISSION) {
                self.sheet.set(f::ACTOR_RELATION_TO_MISSION, f::actor_relation_to_mission::THIRD_STATE);
            }
        }
        // Two days are the least that counts as a reasonable period without urgency: judgement.
        let hasty = self.conduct.terms.days.is_some_and(|days| days < 2);
        let expels = matches!(self.mechanic(), Some(Mechanic::Distance(Distance { staff: Staff::Leave, .. })));
        self.offer_bool(f::REASONABLE_DEPARTURE_TIME, !(expels && hasty));
        if matches!(self.mechanic(), Some(Mechanic::Recognise(_))) {
            use f::unlawful_situation::{NONE, RECOGNISED_OR_ASSISTED, WITHHELD};
            // A situation brought about by force is one that no State may recognise.
            let grave = self.subject().is_some_and(|incident| self.sees(incident) && incident.harm.is_grave_force());
            let granted = self.conduct.terms.grants == Some(true);
            let answer = if granted { RECOGNISED_OR_ASSISTED } else { WITHHELD };
            self.offer(f::UNLAWFUL_SITUATION, if grave { answer } else { NONE });
        }
    }

    /// Group C.
    pub(super) fn individuals(&mut self) {
        use f::civilian_hardship::{DANGER_TO_LIFE, HARDSHIP, INCONVENIENCE, NONE};
        use f::right_affected::{LIFE_HEALTH, PRIVACY};
        let sector = self.sector();
        let essential = self.sheet.holds(f::ESSENTIAL_SERVICES_LOST);
        let economy = self.conduct.harm.map_or(EconomicLoss::None, |harm| harm.economic_loss);
        let pressure = self.sheet.get(f::ECONOMIC_PRESSURE).unwrap_or_default();
        let hardship = if essential && sector == Sector::Health {
            DANGER_TO_LIFE
        } else if essential || pressure >= f::economic_pressure::COMPREHENSIVE && self.level() == Level::High {
            HARDSHIP
        } else if economy >= EconomicLoss::Serious || pressure >= f::economic_pressure::SECTORAL {
            INCONVENIENCE
        } else {
            NONE
        };
        self.offer(f::CIVILIAN_HARDSHIP, hardship);
        let harm = self.conduct.harm.unwrap_or_default();
        if sector == Sector::Health && harm.functionality_loss >= Function::Interrupted {
            self.offer(f::RIGHT_AFFECTED, LIFE_HEALTH);
        } else if harm.is_of_persons(sector)
            || sector == Sector::PrivatePersons && harm.data_effect >= DataEffect::Copied
        {
            self.offer(f::RIGHT_AFFECTED, PRIVACY);
        }
        let told = self.told_of();
        if told.is_some() {
            self.offer(f::RIGHT_AFFECTED, PRIVACY);
        }
        if self.sheet.get(f::RIGHT_AFFECTED).unwrap_or_default() != f::right_affected::NONE {
            let abroad = told.or(self.target()).is_some_and(|home| home != self.conduct.by);
            self.offer(f::RIGHTS_LINK, if abroad { f::rights_link::REMOTE_ONLY } else { f::rights_link::TERRITORY });
            let watched = self.scene.states[self.conduct.by.index()].oversight.get() >= 500;
            let harmful = self.sheet.is(f::RIGHT_AFFECTED, LIFE_HEALTH);
            self.offer_bool(f::RIGHTS_JUSTIFIED, watched && !harmful);
            self.offer_bool(f::FUNDAMENTAL_RIGHTS_BREACHED, harmful);
        }
    }

    /// Where the persons live whose stolen data go along when findings are handed on or published in technical detail. A
    /// summary names nobody; whether oversight at home leaves the names out is asked with the right: judgement.
    fn told_of(&self) -> Option<StateId> {
        let tells = matches!(self.mechanic(), Some(Mechanic::Share(_) | Mechanic::Accuse(_)));
        if !tells || self.conduct.terms.detail != Some(Detail::Technical) {
            return None;
        }
        let incident = self.subject().filter(|incident| self.sees(incident))?;
        let asset = self.scene.assets.get(incident.asset?.index())?;
        incident.harm.is_of_persons(asset.sector).then_some(asset.host)
    }
}
