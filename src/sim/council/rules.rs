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

/// What becomes of a draft once the votes are in. Source: Charter 18 and 27.
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
    use crate::base::id::StateId;
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
        assert!(!of(Body::Council, Operative::Demand).must_abstain(StateId(9), None), "Chapter VII has no such rule");
        assert!(!of(Body::Assembly, Operative::Settle).must_abstain(StateId(9), None));
        assert!(settle.is_binding(Day(8)) && !settle.is_binding(Day(7)));
        assert!(!of(Body::Assembly, Operative::Sanctions).is_binding(Day(8)), "the Assembly recommends");
    }

    #[test]
    fn what_was_vetoed_goes_to_the_assembly() {
        assert_eq!(body(true, false), Body::Council);
        assert_eq!(body(true, true), Body::Assembly);
        assert_eq!(body(false, false), Body::Assembly);
    }
}
