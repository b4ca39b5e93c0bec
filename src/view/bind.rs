//! Binding: how an act's parameters are filled from an occasion.
//!
//! Nothing here knows a move by name: what must and may be said is read off the card, what to say off the occasion.

mod aim;

use std::fmt;

use crate::base::StateSet;
use crate::base::id::{ActorId, EvidenceId, MeasureId, StateId};
use crate::law::act::{Aim, Character};
use crate::sim::card::{Card, MoveId};
use crate::sim::council::{Operative, covers};
use crate::sim::docket::{Form, Refusal};
use crate::sim::knowledge::{Confidence, Detail, Evidence, Question};
use crate::sim::legal::{ClaimStatus, Forum};
use crate::sim::measures::Measure;
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::accuse::exposes;
use crate::sim::mechanics::threaten::is_announceable;
use crate::sim::operations::{Basis, MeasurePurpose, Method};
use crate::sim::order::{Act, Answer, FollowUp, Level, Order, Param, Publicity, Terms};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, CouncilSeat, Party, Sector};
use crate::sim::relations::{Alliance, Content, Treaties};
use crate::sim::rulebook::Rulebook;
use crate::view::View;
use crate::view::calling::Calling;
use crate::view::numbers::Draft;
use crate::view::occasion::{CONFRONTATION, Occasion, has_stood, is_at_table};

/// Why an act cannot be ordered now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The rules refuse it.
    Refused(Refusal),
    /// There is nothing that this parameter could name.
    Nothing(Param),
    /// Nothing calls for it.
    Uncalled,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Nothing(param) => f.write_str(nothing(*param)),
            Self::Uncalled => f.write_str("nothing in your state's situation calls for it now"),
        }
    }
}

const fn nothing(param: Param) -> &'static str {
    match param {
        Param::Target => "there is no state that it could address",
        Param::Asset => "there is nothing there that it could aim at",
        Param::Incident => "your state knows of no incident that it could be about",
        Param::Claim => "there is no open claim between your states",
        Param::Measure => "there is no measure in force that it could be about",
        Param::Operation => "your state has no operation under way",
        Param::Undertaking => "there is no offer or promise that it could be about",
        Param::Evidence => "your state holds no evidence that it could show",
        Param::Actor => "there is no group that it could use or pursue",
        Param::Via => "there is no third state that it could pass through",
        Param::FalseFlag => "there is no third state at which its traces could point",
        Param::Treaties => "there is no treaty between your states",
        Param::CoSigners => "your state has no ally who could join in",
        Param::OtherMove => "there is no move that it could be about",
        Param::Resolution => "there is no draft on which your state could vote",
        Param::OtherParty => "there is no other state that it could be at odds with",
        Param::Content
        | Param::Method
        | Param::Sector
        | Param::Level
        | Param::Publicity
        | Param::Reversible
        | Param::Omission
        | Param::Detail
        | Param::ByItself
        | Param::Grants
        | Param::Operative
        | Param::Reading
        | Param::Days => "something that it must say is missing",
    }
}

/// Drafts an act in answer to an occasion, with its parameters filled as far as they are needed or understood.
pub fn bind(view: &View, act: Act, occasion: &Occasion) -> Result<Draft, Obstacle> {
    let rules = view.rules();
    let card = rules.card_of(act);
    let form = Form::of(rules, act).map_err(Obstacle::Refused)?;
    let mut binder = Binder { view, rules, act, card, occasion, terms: Terms::default() };
    for param in form.demanded.union(form.accepted).iter() {
        let needed = form.demanded.contains(param);
        binder.supply(param, needed);
        if needed && !binder.terms.gives(param) {
            return Err(Obstacle::Nothing(param));
        }
    }
    binder.label();
    Ok(Draft { order: Order { by: view.seat, act, terms: binder.terms } })
}

/// The group at home that a state would hand over: its own tools last.
pub fn wanted(view: &View) -> Option<&Actor> {
    let at_home = view.known.actors.iter().filter(|actor| {
        actor.home == view.seat
            && matches!(actor.kind, ActorKind::Proxy | ActorKind::Gang)
            && actor.standing != ActorStanding::Suppressed
    });
    at_home.min_by_key(|actor| (actor.sponsor == Some(view.seat), actor.id))
}

/// The move by which a state brings another before an international court.
pub fn suit(rules: &Rulebook) -> Option<MoveId> {
    let sues = |card: &Card| match card.play.as_ref().map(|play| &play.mechanic) {
        Some(Mechanic::Proceed(numbers)) => numbers.forum == Forum::Icj,
        _ => false,
    };
    rules.cards.iter().position(sues).map(|place| MoveId(place as u8))
}

struct Binder<'a> {
    view: &'a View,
    rules: &'a Rulebook,
    act: Act,
    card: Option<&'a Card>,
    occasion: &'a Occasion,
    terms: Terms,
}

impl Binder<'_> {
    fn aims_at(&self, aim: Aim) -> bool {
        self.card.is_some_and(|card| card.law.aims.contains_key(&aim))
    }

    fn ends(&self) -> bool {
        self.act == Act::Follow(FollowUp::Denounce)
    }

    fn is_hostile(&self) -> bool {
        self.card.is_some_and(|card| card.law.esc < 0)
    }

    fn is_armed(&self) -> bool {
        matches!(self.act, Act::Move(card) if self.rules.is_armed(card))
    }

    /// Fills one parameter. What is only understood and not needed is filled where it says more, never where it does more.
    fn supply(&mut self, param: Param, needed: bool) {
        let (occasion, ends) = (self.occasion, self.ends());
        let terms = &mut self.terms;
        match param {
            // Where a word is named, it says already to whom.
            Param::Target if needed || !ends || occasion.undertaking.is_none() => terms.target = occasion.target,
            Param::Asset => self.terms.asset = self.asset(),
            Param::Incident => terms.incident = occasion.incident,
            Param::Claim => terms.claim = occasion.claim,
            Param::Measure => self.terms.measure = occasion.measure.or_else(|| self.measure()),
            Param::Operation => terms.operation = occasion.operation,
            Param::Undertaking => terms.undertaking = occasion.undertaking,
            Param::Resolution => terms.resolution = occasion.resolution,
            Param::OtherParty => terms.other_party = occasion.other_party,
            Param::Evidence => self.terms.evidence = self.evidence(),
            // A word given about no incident in particular is about whoever is at work at home.
            Param::Actor if needed || occasion.calling == Calling::OwnWord && occasion.incident.is_none() => {
                self.terms.actor = self.actor();
            }
            Param::Via if needed => self.terms.via = self.third(),
            Param::FalseFlag if needed => self.terms.false_flag = self.third(),
            Param::OtherMove if needed => self.terms.other_move = self.other_move(),
            Param::Content => self.terms.content = Some(self.content()),
            Param::Sector => self.terms.sector = Some(self.sector()),
            Param::Operative => self.terms.operative = Some(self.operative()),
            Param::Reversible => terms.reversible = Some(true),
            Param::Omission => terms.omission = (occasion.calling == Calling::Haven).then_some(true),
            Param::Detail => terms.detail = Some(Detail::Summary),
            Param::Treaties => {
                let touched = needed || ends && occasion.undertaking.is_none();
                self.terms.treaties = self.treaties(touched);
            }
            // A month is the usual term of notes and ultimatums: judgement.
            Param::Days if needed => terms.days = Some(30),
            Param::CoSigners if needed => self.terms.co_signers = self.allies(),
            Param::Method if needed => terms.method = Some(Method::Remote),
            // Like is returned for like.
            Param::Level if occasion.expulsion.is_some() => {
                let returned = occasion.expulsion.map(|id| &self.view.known.expulsions[id.index()]);
                terms.level = returned.map(|row| row.level);
            }
            Param::Level if needed => terms.level = Some(Level::Medium),
            Param::Publicity if needed => terms.publicity = Some(Publicity::Shared),
            Param::Target
            | Param::ByItself
            | Param::Grants
            | Param::Reading
            | Param::Actor
            | Param::Via
            | Param::FalseFlag
            | Param::OtherMove
            | Param::Days
            | Param::CoSigners
            | Param::Method
            | Param::Level
            | Param::Publicity => {}
        }
    }

    /// What a careful state would have a body decide: that the facts be found while they are in doubt, the end of what was decided
    /// once its reason is gone; else what no permanent member can stop by its vote alone if it is one that
    /// is complained of (it abstains on how to settle), that what goes on must cease, and otherwise that it was wrong.
    fn operative(&self) -> Operative {
        let target = self.terms.target.map(|target| &self.view.known.states[target.index()]);
        let is_regional = self.act == Act::Follow(FollowUp::BringToRegion);
        let mut decided = self.view.known.resolutions.iter();
        let day = self.view.known.day;
        if !is_regional
            && self.occasion.is_over
            && decided.any(|row| self.terms.target.is_some_and(|state| row.is_mandate(state, day)))
        {
            return Operative::End;
        }
        // Who is not sure asks first.
        if self.occasion.incident.is_some() && self.occasion.confidence < Confidence::High {
            return Operative::Inquire;
        }
        if is_regional {
            return Operative::Settle;
        }
        if target.is_some_and(|target| target.council == CouncilSeat::Permanent) {
            return Operative::Settle;
        }
        if self.occasion.is_over { Operative::Condemn } else { Operative::Demand }
    }

    /// The sector an open measure bears on: industry, unless the target is known for another.
    fn sector(&self) -> Sector {
        let economic = [Sector::Industry, Sector::Energy, Sector::Finance, Sector::Transport, Sector::Telecoms];
        let theirs = |sector: &Sector| {
            self.view.known.assets.iter().any(|asset| Some(asset.owner) == self.terms.target && asset.sector == *sector)
        };
        economic.into_iter().find(theirs).unwrap_or(Sector::Industry)
    }

    fn measure(&self) -> Option<MeasureId> {
        let own = |measure: &&Measure| {
            measure.by == self.view.seat && measure.ended.is_none() && Some(measure.against) == self.terms.target
        };
        self.view.known.measures.iter().find(own).map(|measure| measure.id)
    }

    /// The strongest item held about the incident that speaks against the state under suspicion, or at all. To the suspect
    /// itself, the one whose source is lost least by showing it.
    fn evidence(&self) -> Option<EvidenceId> {
        let incident = self.occasion.incident?;
        let is_suspect = matches!(self.occasion.calling, Calling::Injury | Calling::AllyWronged);
        let accused = self.terms.target.filter(|_| is_suspect).map(Question::Author);
        let knowledge = &self.view.rules().model.knowledge;
        let spares = |item: &Evidence| {
            if is_suspect { -exposes(knowledge, item, Detail::Technical) } else { 0 }
        };
        let held =
            self.view.known.evidence.iter().filter(|item| item.holder == self.view.seat && item.incident == incident);
        held.max_by_key(|item| {
            (Some(item.bears_on) == accused, spares(item), item.bearing(), std::cmp::Reverse(item.id))
        })
        .map(|item| item.id)
    }

    fn actor(&self) -> Option<ActorId> {
        if self.act == Act::Follow(FollowUp::Answer(Answer::Extradite)) {
            return wanted(self.view).map(|group| group.id);
        }
        let at_work = || self.view.known.actors.iter().filter(|actor| actor.standing == ActorStanding::Active);
        let own = at_work().find(|actor| actor.sponsor == Some(self.view.seat));
        let home = || at_work().find(|actor| actor.home == self.view.seat);
        let (first, second) = if self.is_hostile() { (own, home()) } else { (home(), own) };
        first.or(second).map(|actor| actor.id)
    }

    /// A third state that both have to do with, the least friendly to the seat first.
    fn third(&self) -> Option<StateId> {
        let others = self.view.ties().filter(|tie| Some(tie.other(self.view.seat)) != self.terms.target);
        others.min_by_key(|tie| (tie.warmth_of(self.view.seat), tie.low, tie.high)).map(|tie| tie.other(self.view.seat))
    }

    /// What is permitted or threatened: to permit, the search that a request for help is about, or under reproach the suit
    /// about it; to threaten, the mildest
    /// open measure that presses.
    fn other_move(&self) -> Option<MoveId> {
        if self.act == Act::Follow(FollowUp::GiveConsent) && self.occasion.calling == Calling::Reproach {
            return suit(self.rules);
        }
        let asked = matches!(self.occasion.calling, Calling::Request | Calling::FriendHurt | Calling::Friendship);
        let fits = |card: &&Card| {
            let law = &card.law;
            if asked {
                law.aims.contains_key(&Aim::Evidence)
                    && !matches!(law.character, Character::Lawful | Character::Retorsion)
            } else {
                law.aims.contains_key(&Aim::Pressure)
                    && law.esc < 0
                    && card.play.as_ref().is_some_and(|play| {
                        is_announceable(&play.mechanic)
                            && matches!(play.mechanic, Mechanic::Sanction(_))
                            && play.requires.iter().all(|param| *param == Param::Sector)
                    })
            }
        };
        let places = (0..).zip(&self.rules.cards).filter(|(_, card)| fits(card));
        places.max_by_key(|(place, card)| (card.law.esc, std::cmp::Reverse(*place))).map(|(place, _)| MoveId(place))
    }

    /// What is offered or, in a threat, asked for: the end of one's own measure if there is one, restraint if one is under
    /// reproach, among friends an agreement, else talks. What answers an offer is always something else than was offered.
    fn content(&self) -> Content {
        let calling = self.occasion.calling;
        if self.act == Act::Follow(FollowUp::ThreatenMeasure) {
            return match (calling, self.occasion.measure) {
                (Calling::UnderMeasure, Some(measure)) => Content::LiftMeasure(measure),
                (Calling::Haven, _) => Content::SuppressAtHome,
                // What is over can no longer be stopped, but it can be made good (ARSIWA 30 and 31).
                (Calling::Injury, _) if self.occasion.is_over => Content::Reparation,
                _ => Content::CeaseOperations,
            };
        }
        if self.act == Act::Follow(FollowUp::Counter) {
            let offered = self.occasion.undertaking.map(|id| self.view.known.undertakings[id.index()].content);
            return match offered {
                Some(Content::Talks) => Content::Moratorium(self.stake()),
                _ => Content::Talks,
            };
        }
        // Where blows fall the first thing is to sit down.
        let is_hot = self.occasion.step(self.view) >= CONFRONTATION;
        if is_hot && calling != Calling::Brink && !is_at_table(self.view, self.occasion.target) {
            return Content::Talks;
        }
        match self.measure().filter(|measure| has_stood(self.view, *measure)) {
            Some(measure) => Content::LiftMeasure(measure),
            None => match calling {
                // Who does nothing there has the facts found (Dogger Bank, 1904); who does offers restraint.
                Calling::Reproach if self.occasion.incident.is_some() && !self.operates() => Content::FactFinding,
                Calling::Reproach => Content::CeaseOperations,
                Calling::UnderMeasure if self.operates() => Content::CeaseOperations,
                Calling::Friction if !self.is_allied() => self.accord(),
                Calling::Request => Content::SuppressAtHome,
                Calling::FriendHurt => Content::Assistance,
                Calling::Friendship => self.accord(),
                _ => Content::Talks,
            },
        }
    }

    fn is_allied(&self) -> bool {
        let tie = self.occasion.target.and_then(|target| self.view.tie(target));
        tie.is_some_and(|tie| tie.alliance > Alliance::None)
    }

    /// Whether the seat has or had an operation of its own against the state addressed.
    fn operates(&self) -> bool {
        let own = Party::State(self.view.seat);
        self.view.known.operations.iter().any(|row| row.author == own && Some(row.target) == self.occasion.target)
    }

    /// The sector of its own that a state would have spared first: what was hit, or what most people hang on.
    fn stake(&self) -> Sector {
        let assets = &self.view.known.assets;
        let hit = self.occasion.incident.and_then(|id| self.view.known.incidents[id.index()].asset);
        let own = assets.iter().filter(|asset| asset.owner == self.view.seat);
        let dear = own.max_by_key(|asset| (asset.population, std::cmp::Reverse(asset.id))).map(|asset| asset.id);
        hit.or(dear).map_or(Sector::Energy, |id| assets[id.index()].sector)
    }

    /// What friends agree on: to share what they find, and then to practise together; others begin with talks and a line
    /// between their centres.
    fn accord(&self) -> Content {
        let Some(target) = self.occasion.target else { return Content::Talks };
        let ladder = if self.is_allied() {
            [Content::InformationSharing, Content::JointExercise, Content::Registry, Content::Channel]
        } else {
            [Content::Talks, Content::Channel, Content::Moratorium(self.stake()), Content::Verification]
        };
        let stands = |content: &Content| {
            let words = &self.view.known.undertakings;
            words.iter().any(|word| word.content == *content && word.is_between(self.view.seat, target))
        };
        ladder.into_iter().find(|content| !stands(content)).unwrap_or(Content::Talks)
    }

    /// Treaties are touched only where the act cannot do without.
    fn treaties(&self, needed: bool) -> Option<Treaties> {
        let held = self.terms.target.and_then(|target| self.view.tie(target)).map(|tie| tie.treaties)?;
        let least = [Treaties::COOPERATION, Treaties::TRADE, Treaties::TRANSPORT, Treaties::INVESTMENT];
        let touched = least.into_iter().find(|treaty| held.include(*treaty));
        touched.filter(|_| needed)
    }

    fn allies(&self) -> Option<StateSet> {
        let allies = self.view.ties().filter(|tie| tie.alliance > Alliance::None);
        let others = allies.map(|tie| tie.other(self.view.seat)).filter(|other| Some(*other) != self.terms.target);
        let set: StateSet = others.collect();
        (!set.is_empty()).then_some(set)
    }

    /// Whether the Security Council has authorised the act.
    fn has_mandate(&self) -> bool {
        let Some(play) = self.card.and_then(|card| card.play.as_ref()) else { return false };
        let Some(target) = self.terms.target else { return false };
        let (day, mut drafts) = (self.view.known.day, self.view.known.resolutions.iter());
        drafts.any(|row| row.is_mandate(target, day) && covers(row.operative, &play.mechanic))
    }

    /// Whether the seat itself was attacked with arms.
    fn answers_arms(&self) -> bool {
        let incident = self.occasion.incident.map(|id| &self.view.known.incidents[id.index()]);
        incident.is_some_and(|incident| incident.victim == self.view.seat && self.rules.is_armed(incident.card))
    }

    /// Whether the act is words alone.
    fn is_said(&self) -> bool {
        let mechanic = self.card.and_then(|card| card.play.as_ref()).map(|play| &play.mechanic);
        matches!(mechanic, Some(Mechanic::Speak(_) | Mechanic::Accuse(_) | Mechanic::Sway(_)))
    }

    /// The legal label and the purpose: an answer to an open claim that has been put is a countermeasure if the act needs
    /// an excuse, arms against arms are self-defence; what needs none is unfriendly at most, and what is only said needs no label.
    fn label(&mut self) {
        let Some(card) = self.card else { return };
        let law = &card.law;
        let put = self.terms.claim.is_some_and(|claim| {
            let claim = &self.view.known.claims[claim.index()];
            claim.claimant == self.view.seat && claim.status == ClaimStatus::Open && claim.demanded.is_some()
        });
        self.terms.basis = match law.character {
            _ if law.esc < 0 && self.has_mandate() => Basis::UnscMandate,
            _ if self.is_armed() && self.answers_arms() => Basis::SelfDefence,
            Character::Contested | Character::PrimaFacieLawful | Character::PrimaFacieUnlawful
                if put && law.esc < 0 && law.aims.contains_key(&Aim::Pressure) =>
            {
                Basis::Countermeasure
            }
            Character::Retorsion if !self.is_said() => Basis::Retorsion,
            _ => Basis::None,
        };
        self.terms.purpose = if self.terms.basis == Basis::Countermeasure {
            MeasurePurpose::Inducement
        } else if self.aims_at(Aim::Information) {
            MeasurePurpose::Collection
        } else if self.aims_at(Aim::StopHarm) {
            MeasurePurpose::Protection
        } else {
            MeasurePurpose::Other
        };
    }
}
