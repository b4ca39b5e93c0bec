//! Scenarios: those that travel with the program load, and a broken one is told all its mistakes with their places.

use demarche::content::library;

#[test]
fn every_scenario_loads() {
    let slugs = library::slugs();
    assert!(slugs.contains(&"first-note") && slugs.contains(&"dark-grid"));
    for slug in slugs {
        let book = library::find(slug).unwrap();
        let staged = book.stage().unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes)));
        assert_eq!(staged.scenario.id, slug);
    }
}
