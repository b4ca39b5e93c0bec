//! Small slips of the pen: every formula of the catalogue with one spot changed.

use demarche::law::corpus::{Catalogue, Corpus};
use demarche::law::fact::{Holds, Vocabulary};
use demarche::law::formula::{Compare, Formula, Name, parse};
use demarche::law::norm::GravitySpec;

/// Where a formula stands in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The nth macro.
    Macro(usize),
    /// The `when` of the nth norm.
    When(usize),
    /// The test of the nth norm.
    Test(usize),
    /// The nth norm's mth position.
    Position(usize, usize),
}

/// A formula with one spot changed.
pub(crate) struct Mutant {
    pub(crate) place: Place,
    /// What was changed.
    pub(crate) label: String,
    pub(crate) formula: Formula,
}

/// The catalogue as it was written, gathered from the checked one. The gravity table is left empty: no finding reads it.
pub(crate) fn written(corpus: &Corpus) -> Catalogue {
    Catalogue {
        facts: corpus.vocabulary().iter().map(|(_, spec)| spec.clone()).collect(),
        macros: corpus.macros().to_vec(),
        norms: corpus.norms().map(|(_, norm)| (norm.family.clone(), norm.spec.clone())).collect(),
        profiles: corpus.profiles().to_vec(),
        gravity: GravitySpec::default(),
    }
}

/// Every formula of a catalogue with its place.
pub(crate) fn formulas(catalogue: &Catalogue) -> Vec<(Place, Formula)> {
    let read = |text: &str| parse(text).unwrap();
    let mut found: Vec<(Place, Formula)> = Vec::new();
    for (nth, entry) in catalogue.macros.iter().enumerate() {
        found.push((Place::Macro(nth), read(&entry.means)));
    }
    for (nth, (_, norm)) in catalogue.norms.iter().enumerate() {
        found.push((Place::When(nth), read(&norm.when)));
        found.push((Place::Test(nth), read(&norm.test)));
        for (mth, position) in norm.positions.iter().enumerate() {
            found.extend(position.test.as_deref().map(|text| (Place::Position(nth, mth), read(text))));
        }
    }
    found
}

/// The catalogue with one formula replaced.
pub(crate) fn replaced(catalogue: &Catalogue, place: Place, formula: &Formula) -> Catalogue {
    let mut changed = catalogue.clone();
    let text = formula.to_string();
    match place {
        Place::Macro(nth) => changed.macros[nth].means = text,
        Place::When(nth) => changed.norms[nth].1.when = text,
        Place::Test(nth) => changed.norms[nth].1.test = text,
        Place::Position(nth, mth) => changed.norms[nth].1.positions[mth].test = Some(text),
    }
    changed
}

/// Every mutant of a catalogue: a literal negated or dropped, a set grown, shrunk or moved by one value, a least number
/// moved by one, `all` and `any` exchanged.
pub(crate) fn mutants(catalogue: &Catalogue, vocabulary: &Vocabulary) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (place, formula) in formulas(catalogue) {
        let mut seen = vec![formula.clone()];
        for (label, changed) in slips(&formula, vocabulary) {
            if !seen.contains(&changed) {
                seen.push(changed.clone());
                all.push(Mutant { place, label, formula: changed });
            }
        }
    }
    all
}

fn slips(formula: &Formula, vocabulary: &Vocabulary) -> Vec<(String, Formula)> {
    let mut found = Vec::new();
    match formula {
        Formula::Constant(answer) => found.push((format!("negate {answer}"), Formula::Constant(!answer))),
        Formula::Met(_) | Formula::Macro(_) => found.push((format!("negate {formula}"), negated(formula))),
        Formula::Not(part) => {
            found.extend(slips(part, vocabulary).into_iter().map(|(label, part)| (label, negated(&part))));
        }
        Formula::Fact(fact, Compare::Not(value)) => {
            let plain = Formula::Fact(fact.clone(), Compare::In(vec![value.clone()]));
            found.extend(slips(&plain, vocabulary).into_iter().map(|(label, part)| (label, negated(&part))));
        }
        Formula::Fact(fact, compare) => {
            found.push((format!("negate {formula}"), negated(formula)));
            let others = match compare {
                Compare::In(values) => sets(&fact.text, values, vocabulary),
                Compare::AtLeast(least) => thresholds(&fact.text, least, vocabulary),
                Compare::Holds | Compare::Not(_) => Vec::new(),
            };
            for other in others {
                let changed = Formula::Fact(fact.clone(), other);
                found.push((format!("{formula} becomes {changed}"), changed));
            }
        }
        Formula::All(parts) | Formula::Any(parts) => {
            let same = |parts: Vec<Formula>| match formula {
                Formula::All(_) => Formula::All(parts),
                _ => Formula::Any(parts),
            };
            if parts.len() >= 2 {
                let swapped = match formula {
                    Formula::All(parts) => Formula::Any(parts.clone()),
                    _ => Formula::All(parts.clone()),
                };
                found.push((format!("exchange all and any in {formula}"), swapped));
                for nth in 0..parts.len() {
                    let mut fewer = parts.clone();
                    let dropped = fewer.remove(nth);
                    let fewer = if fewer.len() == 1 { fewer.remove(0) } else { same(fewer) };
                    found.push((format!("drop {dropped}"), fewer));
                }
            }
            for nth in 0..parts.len() {
                found.extend(slips(&parts[nth], vocabulary).into_iter().map(|(label, part)| {
                    let mut changed = parts.clone();
                    changed[nth] = part;
                    (label, same(changed))
                }));
            }
        }
    }
    found
}

fn negated(formula: &Formula) -> Formula {
    match formula {
        Formula::Not(part) => (**part).clone(),
        _ => Formula::Not(Box::new(formula.clone())),
    }
}

fn name(text: impl Into<String>) -> Name {
    Name { text: text.into(), span: 0..0 }
}

/// A set of enumerated values with a neighbouring value added, one removed, or its only value moved to a neighbour.
fn sets(fact: &str, values: &[Name], vocabulary: &Vocabulary) -> Vec<Compare> {
    let Holds::Enum(known) = &vocabulary.spec(vocabulary.find(fact).unwrap()).holds else { return Vec::new() };
    let places: Vec<usize> =
        values.iter().map(|value| known.iter().position(|name| *name == value.text).unwrap()).collect();
    let mut found = Vec::new();
    let set = |mut places: Vec<usize>| {
        places.sort_unstable();
        Compare::In(places.into_iter().map(|place| name(&known[place])).collect())
    };
    let beside = |place: usize| places.iter().any(|own| own.abs_diff(place) == 1);
    for place in (0..known.len()).filter(|place| !places.contains(place) && beside(*place)) {
        if places.len() + 1 < known.len() {
            found.push(set([places.as_slice(), &[place]].concat()));
        }
        if places.len() == 1 {
            found.push(set(vec![place]));
        }
    }
    if places.len() > 1 {
        found.extend((places.iter()).map(|gone| set(places.iter().copied().filter(|place| place != gone).collect())));
    }
    found
}

fn thresholds(fact: &str, least: &Name, vocabulary: &Vocabulary) -> Vec<Compare> {
    let Holds::Int { low, high } = vocabulary.spec(vocabulary.find(fact).unwrap()).holds else { return Vec::new() };
    let least: u32 = least.text.parse().unwrap();
    [least.checked_sub(1), least.checked_add(1)]
        .into_iter()
        .flatten()
        .filter(|moved| (low + 1..=high).contains(moved))
        .map(|moved| Compare::AtLeast(name(moved.to_string())))
        .collect()
}
