//! Sequential halving: which of several courses is best, with so many trials. Whole numbers only.
//!
//! Every course still in the running meets the same samples, so that what differs between two sums is the courses and not
//! their luck. After each round the worse half goes. The first course is what its seat would do anyway: it stays to the end,
//! and another is chosen only if it comes out above it.

/// The best of `courses` (at least one) by attempts that take at most `each` nodes, and at most `nodes` in all. An attempt
/// tries a course on a sample, both by number, and answers its value and the nodes it took.
pub(super) fn best(courses: usize, nodes: u32, each: u32, mut attempt: impl FnMut(usize, u32) -> (i32, u32)) -> usize {
    let mut alive: Vec<(usize, i64)> = (0..courses).map(|course| (course, 0)).collect();
    let rounds = courses.next_power_of_two().ilog2().max(1);
    let (mut left, mut sample) = (nodes, 0);
    for round in 0..rounds {
        // What earlier rounds did not use is there for the later ones.
        let share = left / (rounds - round);
        let samples = share / (each.max(1) * alive.len() as u32);
        for _ in 0..samples {
            for (course, sum) in &mut alive {
                let (value, taken) = attempt(*course, sample);
                *sum += i64::from(value);
                left = left.saturating_sub(taken);
            }
            sample += 1;
        }
        if samples == 0 && sample == 0 {
            // Too few nodes to compare anything: fewer courses, not worse comparisons.
            alive.truncate(alive.len().div_ceil(2).max(1));
            continue;
        }
        // A stable sort: the earlier course wins a tie.
        alive.sort_by_key(|(course, sum)| (std::cmp::Reverse(*sum), *course));
        let keep = alive.len().div_ceil(2).max(2);
        let usual = alive.iter().position(|(course, _)| *course == 0);
        if round + 1 < rounds {
            if let Some(usual) = usual.filter(|place| *place >= keep) {
                alive.swap(keep - 1, usual);
            }
            alive.truncate(keep);
        }
    }
    if sample == 0 { 0 } else { alive[0].0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Courses of known worth with noise that all of them share.
    fn tried(worth: &[i32], nodes: u32) -> (usize, u32) {
        let mut spent = 0;
        let found = best(worth.len(), nodes, 3, |course, sample| {
            spent += 3;
            (worth[course] + (sample as i32 * 7919) % 500, 3)
        });
        (found, spent)
    }

    #[test]
    fn the_best_course_is_found_within_the_nodes_allowed() {
        let worth = [10, 4, 12, 9, 30, 8, 1, 11, 29];
        for nodes in [200, 400, 1000] {
            let (found, spent) = tried(&worth, nodes);
            assert_eq!(found, 4);
            assert!(spent <= nodes && spent > nodes / 2, "{spent} of {nodes}");
        }
    }

    #[test]
    fn the_usual_course_wins_ties_and_whatever_cannot_be_tried() {
        assert_eq!(tried(&[5, 5, 5, 5], 300).0, 0);
        assert_eq!(tried(&[0, 9, 9], 2).0, 0);
        assert_eq!(tried(&[3], 100).0, 0);
        assert_eq!(tried(&[1, 2], 100).0, 1);
    }

    #[test]
    fn few_nodes_compare_fewer_courses() {
        let (found, spent) = tried(&[1, 2, 50, 60, 70, 80, 90, 99], 12);
        assert!(spent <= 12);
        assert!(found < 4);
    }
}
