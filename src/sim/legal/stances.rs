//! What the acts of a turn say about how norms are to be read.
//!
//! Only what is done in public speaks, and only on norms whose readings part on the act in question; it is asked on the
//! public record, so that no stance gives away what is hidden. A State that complains, votes to condemn or makes good holds
//! that there was a wrong; so does one that pleads an excuse for its own act, since it appeals to the rule that it says it is
//! excused from. A State that acts as its own reading allows confirms it; one that acts against it and pleads nothing weakens
//! it. It is taken to mean the reading it holds already where that carries it, else the one most widely held that does.
//!
//! # Source
//! Nicaragua (1986) para. 186 on conduct that is defended by appeal to exceptions; VCLT 53 on peremptory norms, which bare
//! practice does not loosen; ILC, Conclusions on identification of customary international law (2018), conclusions 6 and 10.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::StateSet;
use crate::base::id::{IncidentId, MeasureId, StateId, WrongId};
use crate::law::NormId;
use crate::law::corpus::Corpus;
use crate::law::norm::Kind;
use crate::law::parting::Parting;
use crate::sim::council::Operative;
use crate::sim::custom::{Form, Side, Stance, Tenet, reading};
use crate::sim::docket::{Docket, OrderIx};
use crate::sim::effect::{Cause, Effect};
use crate::sim::legal::{Claim, Conduct, Judgment, Sitting, Standpoint};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, Ballot, FollowUp, Order};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// What an order or a draft is about: an act said to be wrongful.
#[derive(Clone, Copy, Debug, Default)]
struct Charge {
    incident: Option<IncidentId>,
    measure: Option<MeasureId>,
    /// Whether only the respondent's omission is blamed.
    omission: bool,
}

/// Everything needed to read a turn's acts.
pub(super) struct Reader<'a, 's> {
    scene: &'s Situation,
    rules: &'s Rulebook,
    sitting: &'a mut Sitting<'s>,
    /// What has been read so far.
    pub(super) taken: Vec<(Cause, Effect)>,
    /// What States last said on norms.
    said: BTreeMap<(StateId, NormId), &'s Stance>,
}

impl<'a, 's> Reader<'a, 's> {
    /// One who has read nothing yet.
    pub(super) fn new(scene: &'s Situation, rules: &'s Rulebook, sitting: &'a mut Sitting<'s>) -> Self {
        let said = scene.stances.iter().filter_map(|stance| Some(((stance.by?, stance.tenet.norm), stance)));
        Self { scene, rules, sitting, taken: Vec::new(), said: said.collect() }
    }

    /// Reads the orders of a turn; `partings` says where readings part on them, in their order, and `signed` who put its name
    /// to which.
    pub(super) fn read(&mut self, docket: &Docket, mut partings: &[(OrderIx, Parting)], signed: &[(OrderIx, StateId)]) {
        for (index, order) in (0..).map(OrderIx).zip(docket.orders()) {
            let cause = Cause::Order(index);
            let (parted, rest) = partings.split_at(partings.partition_point(|(of, _)| *of <= index));
            partings = rest;
            match order.act {
                Act::Follow(FollowUp::Vote(ballot)) => self.vote(cause, order, ballot),
                _ if !Conduct::of_order(self.rules, order, self.scene.day).audience.is_public() => {}
                Act::Follow(_) => self.deed(cause, order, parted),
                Act::Move(_) => {
                    self.deed(cause, order, parted);
                    self.word(cause, order);
                    let published = order.terms.reading.into_iter();
                    for tenet in published {
                        let names = signed.iter().filter(|(other, _)| *other == index).map(|(_, state)| *state);
                        for state in std::iter::once(order.by).chain(names) {
                            self.take(cause, state, Form::Statement, tenet, Side::For, StateSet::EMPTY);
                        }
                    }
                }
            }
        }
    }

    /// A vote to condemn says that there was a wrong, one against it that there was none. How to settle is no verdict.
    fn vote(&mut self, cause: Cause, order: &Order, ballot: Ballot) {
        let Some(draft) = order.terms.resolution.map(|id| self.scene.resolutions[id.index()]) else { return };
        if draft.operative.is_pacific() || draft.operative == Operative::End || ballot == Ballot::Abstain {
            return;
        }
        let of_claim = draft.claim.map(|id| self.scene.claims[id.index()]);
        let charge = self.charge(of_claim, draft.incident, None, false);
        self.pronounce(cause, order.by, Form::Vote, draft.against, charge, ballot == Ballot::For);
    }

    /// A complaint, or amends for what was complained of.
    fn word(&mut self, cause: Cause, order: &Order) {
        let Act::Move(card) = order.act else { return };
        let terms = &order.terms;
        let claim = terms.claim.map(|id| self.scene.claims[id.index()]);
        let charge = self.charge(claim, terms.incident, terms.measure, terms.omission == Some(true));
        let form = match self.rules.play(card).map(|play| &play.mechanic) {
            // An attribution names an author and no rule; a protest has to press a claim.
            Some(Mechanic::Speak(note)) if note.raises || claim.is_some() => Form::Protest,
            Some(Mechanic::Proceed(_)) => Form::Protest,
            Some(Mechanic::Repair(_)) => Form::Amends,
            _ => return,
        };
        let respondent = if form == Form::Amends { Some(order.by) } else { terms.target };
        let Some(respondent) = respondent else { return };
        // A claim that somebody else raised is not pressed by answering it.
        if form == Form::Protest && claim.is_some_and(|claim| claim.claimant != order.by) {
            return;
        }
        self.pronounce(cause, order.by, form, respondent, charge, true);
    }

    fn charge(
        &self,
        claim: Option<Claim>,
        incident: Option<IncidentId>,
        measure: Option<MeasureId>,
        omission: bool,
    ) -> Charge {
        match claim {
            Some(claim) => Charge {
                incident: claim.incident,
                measure: claim.measure,
                omission: claim.norm.is_some() && claim.norm == self.rules.law.due_diligence(),
            },
            None => Charge { incident, measure, omission },
        }
    }

    /// A State says that an act was a wrong, or that it was none.
    fn pronounce(
        &mut self,
        cause: Cause,
        by: StateId,
        form: Form,
        respondent: StateId,
        charge: Charge,
        is_wrong: bool,
    ) {
        let Some((conduct, victim)) = alleged(self.scene, self.rules, charge, respondent) else { return };
        for parting in self.sitting.partings(&conduct, Standpoint::Public) {
            let among = if is_wrong { parting.catches } else { parting.clears };
            let meant = self.held(by, &parting).filter(|place| Parting::has(among, *place));
            let place = meant.or_else(|| self.established(&parting, among));
            if let Some(place) = place {
                self.take(cause, by, form, Tenet::of(parting.norm, place), Side::For, StateSet::of(victim));
            }
        }
    }

    /// A State does something in the open.
    fn deed(&mut self, cause: Cause, order: &Order, parted: &[(OrderIx, Parting)]) {
        let touched = order.terms.target.map_or(StateSet::EMPTY, StateSet::of);
        for (_, parting) in parted {
            let norm = parting.norm;
            let held = self.held(order.by, parting);
            if parting.is_pleaded {
                let place = held.filter(|place| Parting::has(parting.catches, *place));
                if let Some(place) = place.or_else(|| self.established(parting, parting.catches)) {
                    self.take(cause, order.by, Form::Plea, Tenet::of(norm, place), Side::For, touched);
                }
                continue;
            }
            if let Some(place) = held.filter(|place| Parting::has(parting.clears, *place)) {
                self.take(cause, order.by, Form::Deed, Tenet::of(norm, place), Side::For, touched);
                continue;
            }
            if self.sitting.corpus().norm(norm).spec.is_peremptory() {
                continue;
            }
            let caught = held.filter(|place| Parting::has(parting.catches, *place));
            if let Some(place) = caught.or_else(|| self.established(parting, parting.catches)) {
                self.take(cause, order.by, Form::Deed, Tenet::of(norm, place), Side::Against, touched);
            }
        }
    }

    /// A court or tribunal has decided a claim on an act.
    pub(super) fn judgment(&mut self, claim: &Claim, judgment: Judgment, conduct: &Conduct) {
        for parting in self.sitting.partings(conduct, Standpoint::Truth) {
            if self.sitting.corpus().norm(parting.norm).spec.kind != Kind::Prohibition {
                continue;
            }
            // Who is let off on a plea has been held to the rule. A court that finds a breach rests on the law as it is
            // established; one that finds none has found a reading by which the act passes.
            let is_wrong = judgment == Judgment::Upheld || parting.is_pleaded;
            let established = self.sitting.corpus().norm(parting.norm).baseline();
            if is_wrong && !established.is_some_and(|place| Parting::has(parting.catches, place)) {
                continue;
            }
            let among = if is_wrong { parting.catches } else { parting.clears };
            let Some(place) = self.established(&parting, among) else { continue };
            let tenet = Tenet::of(parting.norm, place);
            let stance = self.stance(None, Form::Judgment, tenet, Side::For, StateSet::EMPTY, Some(claim.id));
            self.taken.push((Cause::Claim(claim.id), Effect::Profess(stance)));
        }
    }

    fn take(&mut self, cause: Cause, by: StateId, form: Form, tenet: Tenet, side: Side, affects: StateSet) {
        let affects = affects.iter().filter(|state| *state != by || form != Form::Deed && form != Form::Plea).collect();
        let stance = self.stance(Some(by), form, tenet, side, affects, None);
        self.taken.push((cause, Effect::Profess(stance)));
    }

    fn stance(
        &self,
        by: Option<StateId>,
        form: Form,
        tenet: Tenet,
        side: Side,
        affects: StateSet,
        claim: Option<WrongId>,
    ) -> Stance {
        Stance { id: Stance::NEW, by, form, tenet, side, affects, day: self.scene.day, claim }
    }

    /// The reading that a State holds already.
    fn held(&self, state: StateId, parting: &Parting) -> Option<usize> {
        let profile = self.rules.law.held(usize::from(self.scene.states[state.index()].profile), parting.norm);
        reading(self.said.get(&(state, parting.norm)).copied(), profile)
    }

    /// The reading most widely held among some, the first of equals.
    fn established(&self, parting: &Parting, among: u32) -> Option<usize> {
        let corpus: &Corpus = self.sitting.corpus();
        let positions = corpus.norm(parting.norm).positions.iter().enumerate();
        let among = positions.filter(|(place, _)| Parting::has(among, *place));
        among
            .max_by_key(|(place, position)| (self.rules.law.standing(position), Reverse(*place)))
            .map(|(place, _)| place)
    }
}

/// The act that a charge lays at a State's door, as the public can know it, and on whom it fell.
fn alleged(scene: &Situation, rules: &Rulebook, charge: Charge, respondent: StateId) -> Option<(Conduct, StateId)> {
    if let Some(measure) = charge.measure.map(|id| &scene.measures[id.index()]) {
        let known = measure.known_to.is_public() && measure.by == respondent;
        return known.then(|| (Conduct::of_measure(measure), measure.against));
    }
    let incident = &scene.incidents[charge.incident?.index()];
    if !incident.known_to.is_public() || incident.victim == respondent {
        return None;
    }
    let conduct = if charge.omission {
        Conduct::of_omission(rules, incident, respondent)?
    } else {
        Conduct::of_incident(incident, respondent)
    };
    Some((conduct, incident.victim))
}
