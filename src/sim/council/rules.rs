//! The pure rules of voting.

use crate::base::{Permille, StateSet};
use crate::sim::council::{Body, Operative, Resolution, ResolutionStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::model::Council;

/// Where a draft goes: to the Council, if anybody in play sits there and it was not stopped by a veto on the same matter
/// before; else to the Assembly, as "Uniting for Peace" (resolution 377 A (V), 1950) has it.
pub fn body(has_council: bool, vetoed_before: bool) -> Body {
    if has_council && !vetoed_before { Body::Council } else { Body::Assembly }
}

/// Whether a body may vote on a decision against a state. A regional one takes no enforcement action of its own: it carries out
/// what the Council has authorised. Source: Charter 53(1).
pub fn may_decide(body: Body, operative: Operative, is_mandated: bool) -> bool {
    body != Body::Regional || !operative.is_enforcement() || operative != Operative::End && is_mandated
}

/// What becomes of a draft once the votes are in. Source: Charter 18 and 27; for a regional body its own rules.
pub fn outcome(numbers: &Council, draft: &Resolution, members: StateSet, permanent: StateSet) -> ResolutionStatus {
    let count = |votes: StateSet| votes.iter().filter(|state| members.contains(*state)).count() as i32;
    let (ayes, noes) = (count(draft.ayes), count(draft.noes));
    let carried = match draft.body {
        Body::Council => {
            if draft.noes.iter().any(|state| permanent.contains(state)) {
                return ResolutionStatus::Vetoed;
            }
            let share = |of: Permille| of.get() * members.iter().count() as i32;
            ayes > 0 && ayes * 1000 >= share(numbers.carries.at)
        }
        Body::Assembly => ayes * 1000 > numbers.assembly_carries.at.get() * (ayes + noes),
        Body::Regional => ayes > 0 && ayes * 1000 >= numbers.regional_carries.at.get() * (ayes + noes),
    };
    if carried { ResolutionStatus::Adopted } else { ResolutionStatus::Failed }
}

/// Whether what the Council has decided covers acts of a mechanic. Measures short of force are economic ones, the breaking off
/// of relations and the refusal to recognise; all necessary means are all. Source: Charter 41 and 42.
pub fn covers(operative: Operative, mechanic: &Mechanic) -> bool {
    let is_short_of_force = matches!(mechanic, Mechanic::Sanction(_) | Mechanic::Distance(_) | Mechanic::Recognise(_));
    operative == Operative::Force || operative == Operative::Sanctions && is_short_of_force
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Day;
    use crate::base::id::{IncidentId, StateId};
    use crate::sim::fixture;
    use crate::sim::order::Ballot;

    #[test]
    fn three_fifths_carry_a_draft_and_one_permanent_member_stops_it() {
        let numbers = fixture::model().council;
        let set = |ids: &[u8]| ids.iter().map(|id| StateId(*id)).collect::<StateSet>();
        let draft = |body, votes: &[(u8, Ballot)]| {
            let mut draft = Resolution::tabled(body, (StateId(0), StateId(9)), Operative::default(), Day(0));
            for (state, ballot) in votes {
                draft.cast(StateId(*state), *ballot);
            }
            draft
        };
        let decide = |draft: &Resolution| outcome(&numbers, draft, set(&[0, 1, 2, 3, 4]), set(&[4]));
        use Ballot::{Abstain, Against, For};
        let three = [(0, For), (1, For), (2, For), (3, Against), (4, Abstain)];
        assert_eq!(decide(&draft(Body::Council, &three)), ResolutionStatus::Adopted);
        assert_eq!(decide(&draft(Body::Council, &three[1..])), ResolutionStatus::Failed);
        assert_eq!(
            decide(&draft(Body::Council, &[(0, For), (1, For), (2, For), (4, Against)])),
            ResolutionStatus::Vetoed
        );
        assert_eq!(decide(&draft(Body::Assembly, &[(0, For), (1, For), (4, Against)])), ResolutionStatus::Adopted);
        assert_eq!(decide(&draft(Body::Assembly, &[])), ResolutionStatus::Failed);
        let mut again = draft(Body::Council, &[(0, Against)]);
        again.cast(StateId(0), For);
        assert!(again.noes.is_empty() && again.ayes.contains(StateId(0)));
    }

    #[test]
    fn parties_abstain_on_how_to_settle_and_on_nothing_else() {
        let of = |body, decision| Resolution {
            decided: Some(Day(7)),
            status: ResolutionStatus::Adopted,
            ..Resolution::tabled(body, (StateId(0), StateId(9)), decision, Day(0))
        };
        let settle = of(Body::Council, Operative::Settle);
        assert!(settle.must_abstain(StateId(9), None) && settle.must_abstain(StateId(0), None));
        assert!(!settle.must_abstain(StateId(0), Some(StateId(3))), "it brought another's case");
        assert!(!settle.must_abstain(StateId(1), None));
        assert!(of(Body::Council, Operative::Inquire).must_abstain(StateId(9), None), "nor on a commission");
        assert!(!of(Body::Regional, Operative::Settle).must_abstain(StateId(9), None), "neighbours have no such rule");
        assert!(!of(Body::Council, Operative::Demand).must_abstain(StateId(9), None), "Chapter VII has no such rule");
        assert!(!of(Body::Assembly, Operative::Settle).must_abstain(StateId(9), None));
        assert!(settle.is_binding(Day(8)) && !settle.is_binding(Day(7)));
        assert!(!of(Body::Assembly, Operative::Sanctions).is_binding(Day(8)), "the Assembly recommends");
    }

    #[test]
    fn what_was_decided_ends_by_a_later_decision_on_the_same_state_and_matter() {
        let of = |body, decision, day| Resolution {
            decided: Some(Day(day)),
            status: ResolutionStatus::Adopted,
            ..Resolution::tabled(body, (StateId(0), StateId(9)), decision, Day(0))
        };
        let (mandate, end) = (of(Body::Council, Operative::Sanctions, 7), of(Body::Council, Operative::End, 30));
        assert!(end.ends(&mandate, Day(30)));
        assert!(!end.ends(&of(Body::Council, Operative::Condemn, 7), Day(30)), "what was said stays said");
        assert!(!of(Body::Assembly, Operative::End, 30).ends(&mandate, Day(30)), "the Assembly cannot end it");
        assert!(!end.ends(&Resolution { against: StateId(1), ..mandate }, Day(30)));
        let other = Resolution { incident: Some(IncidentId(4)), ..mandate };
        assert!(
            end.ends(&other, Day(30)) && !Resolution { incident: Some(IncidentId(1)), ..end }.ends(&other, Day(30))
        );
        let ended = Resolution { ended: Some(Day(30)), ..mandate };
        assert!(ended.is_mandate(StateId(9), Day(30)) && !ended.is_mandate(StateId(9), Day(31)));
        assert!(!end.ends(&ended, Day(31)), "once");
    }

    #[test]
    fn neighbours_settle_and_leave_enforcement_to_the_council() {
        use Operative::{Condemn, Demand, End, Force, Inquire, Sanctions, Settle};
        for decision in [Condemn, Settle, Inquire, Demand] {
            assert!(may_decide(Body::Regional, decision, false), "{decision:?}");
        }
        for decision in [Sanctions, Force] {
            assert!(!may_decide(Body::Regional, decision, false) && may_decide(Body::Regional, decision, true));
            assert!(may_decide(Body::Council, decision, false));
        }
        assert!(!may_decide(Body::Regional, End, true), "what the Council has decided is not theirs to end");
        let numbers = fixture::model().council;
        let mut draft = Resolution::tabled(Body::Regional, (StateId(0), StateId(9)), Settle, Day(0));
        let members: StateSet = (0..4).map(StateId).collect();
        assert_eq!(outcome(&numbers, &draft, members, members), ResolutionStatus::Failed, "nobody spoke");
        draft.cast(StateId(0), Ballot::For);
        draft.cast(StateId(1), Ballot::Against);
        assert_eq!(outcome(&numbers, &draft, members, members), ResolutionStatus::Failed);
        draft.cast(StateId(2), Ballot::For);
        assert_eq!(outcome(&numbers, &draft, members, members), ResolutionStatus::Adopted, "and nobody has a veto");
    }

    #[test]
    fn what_was_vetoed_goes_to_the_assembly() {
        assert_eq!(body(true, false), Body::Council);
        assert_eq!(body(true, true), Body::Assembly);
        assert_eq!(body(false, false), Body::Assembly);
    }
}
