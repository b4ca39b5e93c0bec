//! Courses: the few sets of orders worth thinking through.

use crate::agents::Chosen;
use crate::agents::utility::{Utility, Weighed, clashes};
use crate::base::Points;
use crate::view::{Draft, View};

/// The most courses compared. Source: judgement; more of them leave too few samples for each.
pub(super) const MOST: usize = 20;

/// A set of orders that can go out together, with the reasons of those who thought of them.
pub(super) type Course = Vec<Chosen>;

/// The courses of a view. The first is what the seat's own rules say, the second is to do nothing; then the first without
/// one of its acts or with one more, what other tempers would do in its place, and single acts.
pub(super) fn courses(view: &View, own: &mut Utility, minds: &mut [Utility]) -> Vec<Course> {
    let usual = own.consider(view);
    let mut pool: Vec<Weighed> = own.considered().to_vec();
    let mut others = Vec::new();
    let (mandate, rules) = (own.mandate(), view.rules());
    let is_open = |draft: &Draft| mandate.allows(rules, draft.order.act);
    for mind in minds {
        // Other tempers think of what they would do; what is done is within the seat's own mandate.
        let mut course = mind.consider(view);
        course.retain(|chosen| is_open(&chosen.draft));
        others.push(course);
        for weighed in mind.considered().iter().filter(|weighed| is_open(&weighed.draft)) {
            if pool.iter().all(|known| known.draft != weighed.draft) {
                pool.push(*weighed);
            }
        }
    }
    let attention = view.attention();
    let costs = |course: &Course| -> Points { course.iter().map(|chosen| cost(&pool, chosen)).sum() };
    let fits = |course: &Course, more: &Weighed| {
        let is_free =
            course.iter().all(|other| other.draft != more.draft && !clashes(view.rules(), &other.draft, &more.draft));
        is_free && costs(course) + more.costs <= attention
    };
    let mut courses: Vec<Course> = Vec::with_capacity(MOST);
    let mut add = |course: Course| {
        let same = |other: &Course| {
            other.len() == course.len() && course.iter().all(|one| other.iter().any(|two| one.draft == two.draft))
        };
        if courses.len() < MOST && !courses.iter().any(same) {
            courses.push(course);
        }
    };
    add(usual.clone());
    add(Vec::new());
    for course in others {
        add(course);
    }
    for without in 0..usual.len() {
        add(usual.iter().enumerate().filter(|(place, _)| *place != without).map(|(_, chosen)| *chosen).collect());
    }
    for more in &pool {
        if fits(&usual, more) {
            let mut course = usual.clone();
            course.push(Chosen { draft: more.draft, reason: more.reason });
            add(course);
        }
    }
    for single in &pool {
        let mut course = vec![Chosen { draft: single.draft, reason: single.reason }];
        // The rest of its attention goes to what its own rules would do beside it.
        for chosen in &usual {
            if let Some(weighed) = pool.iter().find(|known| known.draft == chosen.draft)
                && fits(&course, weighed)
            {
                course.push(*chosen);
            }
        }
        add(course);
    }
    courses
}

fn cost(pool: &[Weighed], chosen: &Chosen) -> Points {
    pool.iter().find(|known| known.draft == chosen.draft).map_or(0, |known| known.costs)
}
