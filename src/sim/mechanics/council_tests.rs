//! What the Security Council can decide, and what its decisions do to later acts.

use crate::base::id::{AssetId, IncidentId, ResolutionId, StateId};
use crate::law::Overall;
use crate::law::fact::facts::{UNSC_DECISION, unsc_decision as decided};
use crate::sim::council::{Operative, ResolutionStatus};
use crate::sim::docket::Refusal;
use crate::sim::fixture::{order, ring};
use crate::sim::legal::{Chambers, Conduct, Sitting, Standpoint};
use crate::sim::operations::Basis;
use crate::sim::order::{Ballot, FollowUp, Order, Terms};
use crate::sim::polity::{CouncilSeat, Function};
use crate::sim::relations::Treaties;
use crate::sim::{Simulation, Situation};

use super::follow_tests::{RULES, at, follow, hit, played, why};

/// State 0 has been hit and brings state 1 before the Council, of which 0 and 2 are elected and 3 is a permanent member.
fn world() -> Situation {
    let mut world = ring(5);
    for (state, seat) in [(0, CouncilSeat::Elected), (2, CouncilSeat::Elected), (3, CouncilSeat::Permanent)] {
        world.states[state].council = seat;
    }
    for tie in &mut world.ties {
        tie.treaties = Treaties::TRADE;
    }
    world.incidents.push(hit(&world, 0, 0));
    world
}

fn refer(operative: Operative) -> Order {
    let terms = Terms { incident: Some(IncidentId(0)), operative: Some(operative), ..at(1) };
    order(&RULES, 0, "refer-to-unsc", terms)
}

fn vote(by: u8, ballot: Ballot) -> Order {
    follow(by, FollowUp::Vote(ballot), Terms { resolution: Some(ResolutionId(0)), ..Terms::default() })
}

/// The world after a draft has been voted on.
fn after(operative: Operative, votes: &[(u8, Ballot)]) -> Simulation {
    let ballots = votes.iter().map(|(by, ballot)| vote(*by, *ballot)).collect();
    let (sim, _) = played(&world(), vec![vec![refer(operative)], ballots]);
    sim
}

/// What the Council's record says of an order, to everybody.
fn bearing(sim: &Simulation, order: &Order) -> u32 {
    let scene = sim.situation();
    let conduct = Conduct::of_order(&RULES, order, scene.day);
    let mut chambers = Chambers::new(&RULES);
    let sheets = [Standpoint::Truth, Standpoint::Public, Standpoint::Seat]
        .map(|standpoint| Sitting::new(&scene, &RULES, &mut chambers).sheet(&conduct, standpoint).get(UNSC_DECISION));
    assert!(sheets.iter().all(|answer| *answer == sheets[0]), "the record is public");
    sheets[0].unwrap()
}

fn embargo(basis: Basis) -> Order {
    order(&RULES, 2, "embargo", Terms { treaties: Some(Treaties::TRADE), basis, ..at(1) })
}

const FOR_ALL: [(u8, Ballot); 2] = [(2, Ballot::For), (3, Ballot::For)];

#[test]
fn measures_the_council_calls_for_are_lawful_and_others_are_not() {
    let verdict = |mut sim: Simulation| {
        let record = sim.play(vec![embargo(Basis::UnscMandate)]);
        assert_eq!(record.refusals, []);
        record.rulings[0].verdict
    };
    let adopted = after(Operative::Sanctions, &FOR_ALL);
    assert_eq!(adopted.situation().resolutions[0].status, ResolutionStatus::Adopted);
    assert_eq!(bearing(&adopted, &embargo(Basis::None)), decided::AUTHORISES);
    assert!(verdict(adopted) <= Overall::UnfriendlyButLawful);

    let vetoed = after(Operative::Sanctions, &[(2, Ballot::For), (3, Ballot::Against)]);
    assert_eq!(bearing(&vetoed, &embargo(Basis::UnscMandate)), decided::NONE, "a vetoed draft decides nothing");
    assert!(verdict(vetoed) > Overall::UnfriendlyButLawful);
    assert_eq!(bearing(&after(Operative::Condemn, &FOR_ALL), &embargo(Basis::None)), decided::NONE);
}

#[test]
fn short_of_force_is_no_licence_for_force() {
    let force = |basis| order(&RULES, 2, "cyber-disrupt", Terms { asset: Some(AssetId(1)), basis, ..at(1) });
    let short = after(Operative::Sanctions, &FOR_ALL);
    assert_eq!(bearing(&short, &force(Basis::UnscMandate)), decided::AUTHORISES_EXCEEDED);
    assert_eq!(bearing(&short, &force(Basis::None)), decided::NONE, "who relies on no mandate exceeds none");
    assert_eq!(bearing(&after(Operative::Force, &FOR_ALL), &force(Basis::UnscMandate)), decided::AUTHORISES);
}

#[test]
fn who_is_told_to_cease_may_do_no_more_of_it() {
    let blow = |by: u8, on: u8| order(&RULES, by, "cyber-disrupt", Terms { asset: Some(AssetId(on.into())), ..at(on) });
    let told = after(Operative::Demand, &FOR_ALL);
    assert_eq!(bearing(&told, &blow(1, 0)), decided::FORBIDS);
    assert_eq!(bearing(&told, &blow(1, 2)), decided::NONE, "it was about what was done to the first");
    assert_eq!(bearing(&told, &blow(0, 1)), decided::NONE);
    assert_eq!(bearing(&after(Operative::Condemn, &FOR_ALL), &blow(1, 0)), decided::NONE);

    // A demand to end a sabotage does not speak of listening.
    let mut world = world();
    world.incidents[0].harm.functionality_loss = Function::Interrupted;
    let (sim, _) =
        played(&world, vec![vec![refer(Operative::Demand)], vec![vote(2, Ballot::For), vote(3, Ballot::For)]]);
    let listens = order(&RULES, 1, "spy-remote", Terms { asset: Some(AssetId(0)), ..at(0) });
    assert_eq!((bearing(&sim, &listens), bearing(&sim, &blow(1, 0))), (decided::NONE, decided::FORBIDS));
}

#[test]
fn parties_abstain_on_how_to_settle() {
    let mut world = world();
    world.states[1].council = CouncilSeat::Permanent;
    let (sim, _) = played(&world, vec![vec![refer(Operative::Settle)]]);
    let draft = sim.situation().resolutions[0];
    assert!(draft.ayes.is_empty(), "who was hit is a party too");
    for party in [0, 1] {
        assert_eq!(why(&sim.situation(), vote(party, Ballot::Against)), Some(Refusal::MustAbstain));
    }
    assert_eq!(why(&sim.situation(), vote(3, Ballot::Against)), None);
    // What binds under Chapter VII can be vetoed by whom it is about.
    let (sim, _) = played(&world, vec![vec![refer(Operative::Demand)]]);
    assert_eq!(why(&sim.situation(), vote(1, Ballot::Against)), None);
    assert_eq!(sim.situation().resolutions[0].ayes.iter().collect::<Vec<_>>(), [StateId(0)]);
}

#[test]
fn to_be_told_to_settle_costs_no_good_name() {
    let name = |operative| {
        let votes = [(2, Ballot::For), (3, Ballot::For)];
        let before = played(&world(), vec![vec![refer(operative)]]).0.situation().states[1].legitimacy;
        (before.get(), after(operative, &votes).situation().states[1].legitimacy.get())
    };
    let (before, settled) = name(Operative::Settle);
    assert_eq!(before, settled);
    let (before, condemned) = name(Operative::Condemn);
    assert!(condemned < before);
}
