//! The law as it stands in a game: what has moved is said with its day, and judged by.

use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::base::Day;
use crate::base::id::DoctrineId;
use crate::console::screens::Law;
use crate::content::library;
use crate::law::norm::Standing;
use crate::sim::custom::{Doctrine, Tenet};
use crate::words::Words;

#[test]
fn the_law_is_shown_as_it_stands_in_the_game() {
    let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
    let (rules, as_of) = (staged.rulebook.clone(), staged.scenario.as_of);
    let corpus = rules.law.corpus.clone();
    let rival = corpus.norms().find_map(|(id, norm)| {
        norm.baseline()?;
        let rival = |at: &usize| rules.law.standing(&norm.positions[*at]) == Standing::Substantial;
        Some((id, (0..norm.positions.len()).find(rival)?))
    });
    let (norm, place) = rival.unwrap();
    let mut known = staged.scenario.opening.clone();
    let law = Law::new(rules.clone(), as_of, &known).unwrap();
    let words = Arc::new(Words::english().unwrap());
    let built = Harness::builder().with_size([1400.0, 6000.0]).with_max_steps(64);
    let mut stage = built.build_ui_state(move |ui, law: &mut Law| law.ui(ui, &words), law);
    stage.run_steps(2);
    let shows = |stage: &Harness<'_, Law>, text: &str| stage.query_all_by_label_contains(text).next().is_some();
    assert!(!shows(&stage, "moved in this game"), "nothing has moved on the first morning");
    // Two turns later the rival has come to prevail; a change of the very day counts from the next on.
    let span = i32::from(known.span.0);
    let moved = |standing, from, place, since| Doctrine {
        id: DoctrineId::at(0),
        tenet: Tenet::of(norm, place),
        from,
        standing,
        since: Day(since),
    };
    let baseline = corpus.norm(norm).baseline().unwrap();
    known.doctrines = vec![
        moved(Standing::Baseline, Standing::Substantial, place, span),
        moved(Standing::Substantial, Standing::Baseline, baseline, span),
        moved(Standing::Minority, Standing::Substantial, baseline, 2 * span),
    ];
    known.day = Day(2 * span);
    stage.state_mut().follow(&known);
    stage.run_steps(2);
    assert!(shows(&stage, "2 standings have moved in this game:"));
    let row = stage.query_all_by_label_contains("came to prevail").next().unwrap();
    row.click();
    stage.run_steps(2);
    assert!(shows(&stage, &format!("Turn 2, day {}: ", span + 1)), "when it was so");
    assert!(shows(&stage, "Now, in this game: "));
    assert!(!shows(&stage, &format!("Turn 3, day {}", 2 * span + 1)), "that is not in force yet");
    let turned = rules.law.under(&known);
    assert_eq!(stage.state().shown().norm(norm).baseline(), Some(place), "cases are judged by what prevails now");
    assert!(turned.norm(norm).prevailing().is_some());
}
