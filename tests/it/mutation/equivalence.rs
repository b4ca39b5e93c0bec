//! Proof that a mutant changes nothing: both laws are evaluated on every combination of values that their formulas can
//! tell apart. Slow and plain, and independent of the compiled programs.

use std::collections::BTreeMap;

use demarche::law::fact::{Fact, Holds, Vocabulary};
use demarche::law::formula::{Compare, Formula, parse};
use demarche::law::norm::{DatedStanding, Kind, Standing};
use demarche::law::{Corpus, Value};

use crate::mutation::mutants::Place;

/// The most combinations that are tried before a mutant counts as not proved equivalent.
const CAP: u64 = 1_000_000;

/// A catalogue's formulas.
#[derive(Clone)]
pub(crate) struct Law {
    macros: BTreeMap<String, Formula>,
    by_id: BTreeMap<String, usize>,
    norms: Vec<Norm>,
}

#[derive(Clone)]
struct Norm {
    kind: Kind,
    when: Formula,
    test: Formula,
    /// The baseline has no formula of its own.
    positions: Vec<(DatedStanding, Option<Formula>)>,
}

impl Norm {
    fn formulas(&self) -> impl Iterator<Item = &Formula> {
        [&self.when, &self.test].into_iter().chain(self.positions.iter().filter_map(|(_, formula)| formula.as_ref()))
    }
}

impl Law {
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let read = |text: &str| parse(text).unwrap();
        Self {
            macros: corpus.macros().iter().map(|entry| (entry.name.clone(), read(&entry.means))).collect(),
            by_id: corpus.norms().map(|(id, norm)| (norm.spec.id.clone(), id.index())).collect(),
            norms: (corpus.norms())
                .map(|(_, norm)| Norm {
                    kind: norm.spec.kind,
                    when: read(&norm.spec.when),
                    test: read(&norm.spec.test),
                    positions: (norm.positions.iter())
                        .map(|position| (position.standing, position.spec.test.as_deref().map(read)))
                        .collect(),
                })
                .collect(),
        }
    }

    fn with(&self, corpus: &Corpus, place: Place, formula: &Formula) -> Self {
        let mut changed = self.clone();
        match place {
            Place::Macro(nth) => drop(changed.macros.insert(corpus.macros()[nth].name.clone(), formula.clone())),
            Place::When(nth) => changed.norms[nth].when = formula.clone(),
            Place::Test(nth) => changed.norms[nth].test = formula.clone(),
            Place::Position(nth, mth) => changed.norms[nth].positions[mth].1 = Some(formula.clone()),
        }
        changed
    }

    /// Whether a formula asks for a macro, itself or through other macros.
    fn uses(&self, formula: &Formula, name: &str) -> bool {
        leaves(formula).iter().any(|leaf| match leaf {
            Formula::Macro(used) => used.text == name || self.uses(&self.macros[&used.text], name),
            _ => false,
        })
    }

    fn is_read_elsewhere(&self, norm: usize) -> bool {
        let asks = |formula: &Formula| {
            leaves(formula).iter().any(|leaf| matches!(leaf, Formula::Met(id) if self.by_id[&id.text] == norm))
        };
        self.macros.values().any(asks) || self.norms.iter().flat_map(Norm::formulas).any(asks)
    }
}

fn leaves(formula: &Formula) -> Vec<&Formula> {
    match formula {
        Formula::Not(part) => leaves(part),
        Formula::All(parts) | Formula::Any(parts) => parts.iter().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

/// What became of a mutant that no case caught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Every combination was tried and nothing that a case could state differs.
    Equivalent,
    /// Some combination tells it from the original.
    Survived,
    /// There are too many combinations.
    Unproven,
}

/// Tries every combination of values, first with the norms and macros asked for standing in as free values (equality
/// then holds whatever they come to), at last with everything expanded down to facts.
pub(crate) fn fate(corpus: &Corpus, law: &Law, place: Place, formula: &Formula) -> Fate {
    let changed = law.with(corpus, place, formula);
    let norms: Vec<usize> = match place {
        Place::Macro(nth) => {
            let name = &corpus.macros()[nth].name;
            let uses = |norm: &usize| law.norms[*norm].formulas().any(|formula| law.uses(formula, name));
            (0..law.norms.len()).filter(uses).collect()
        }
        Place::When(nth) | Place::Test(nth) | Place::Position(nth, _) => vec![nth],
    };
    let mut fate = Fate::Equivalent;
    for norm in norms {
        let depths = match place {
            Place::Macro(_) => &[Expand::Macros, Expand::Everything][..],
            _ => &[Expand::Nothing, Expand::Macros, Expand::Everything],
        };
        let everywhere = matches!(place, Place::Macro(_));
        let compare = |depth| compare(corpus, law, &changed, norm, depth, everywhere);
        let proved = depths.iter().any(|depth| compare(*depth) == Some(true));
        if !proved {
            match compare(Expand::Everything) {
                Some(true) => {}
                Some(false) => return Fate::Survived,
                None => fate = Fate::Unproven,
            }
        }
    }
    fate
}

/// How far leaves are opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expand {
    Nothing,
    Macros,
    Everything,
}

/// A formula over numbered variables.
enum Node {
    Known(Value),
    /// A variable that takes any of the four values.
    Free(usize),
    /// A fact and what it is compared with.
    Fact(Fact, Compare),
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    Headline(Vec<Node>),
}

struct Opener<'a> {
    law: &'a Law,
    vocabulary: &'a Vocabulary,
    expand: Expand,
    year: u16,
    /// Leaves that stay closed, by how they are written.
    free: &'a mut Vec<String>,
}

impl Opener<'_> {
    fn closed(&mut self, leaf: &Formula) -> Node {
        let text = leaf.to_string();
        Node::Free(self.free.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.free.push(text);
            self.free.len() - 1
        }))
    }

    fn open(&mut self, formula: &Formula) -> Node {
        match formula {
            Formula::Constant(answer) => Node::Known(Value::of(*answer)),
            Formula::Not(part) => Node::Not(Box::new(self.open(part))),
            Formula::All(parts) => Node::All(parts.iter().map(|part| self.open(part)).collect()),
            Formula::Any(parts) => Node::Any(parts.iter().map(|part| self.open(part)).collect()),
            Formula::Fact(name, compare) => Node::Fact(self.vocabulary.find(&name.text).unwrap(), compare.clone()),
            Formula::Macro(name) if self.expand != Expand::Nothing => self.open(&self.law.macros[&name.text]),
            Formula::Met(id) if self.expand == Expand::Everything => self.headline(self.law.by_id[&id.text]),
            Formula::Macro(_) | Formula::Met(_) => self.closed(formula),
        }
    }

    fn headline(&mut self, norm: usize) -> Node {
        let norm = &self.law.norms[norm];
        let mut readings = vec![self.open(&norm.test)];
        for (standing, formula) in &norm.positions {
            if standing.at(self.year) == Standing::Substantial {
                readings.extend(formula.as_ref().map(|formula| self.open(formula)));
            }
        }
        if readings.len() == 1 { readings.remove(0) } else { Node::Headline(readings) }
    }
}

impl Node {
    fn comparisons<'a>(&'a self, found: &mut BTreeMap<Fact, Vec<&'a Compare>>) {
        match self {
            Self::Known(_) | Self::Free(_) => {}
            Self::Fact(fact, compare) => found.entry(*fact).or_default().push(compare),
            Self::Not(part) => part.comparisons(found),
            Self::All(parts) | Self::Any(parts) | Self::Headline(parts) => {
                for part in parts {
                    part.comparisons(found);
                }
            }
        }
    }

    /// `facts` holds for every fact its code, `None` if unknown.
    fn value(&self, vocabulary: &Vocabulary, facts: &[Option<u32>], free: &[Value]) -> Value {
        let of = |part: &Node| part.value(vocabulary, facts, free);
        match self {
            Self::Known(value) => *value,
            Self::Free(at) => free[*at],
            Self::Fact(fact, compare) => match facts[fact.index()] {
                None => Value::Unknown,
                Some(code) => Value::of(holds(vocabulary, *fact, compare, code)),
            },
            Self::Not(part) => not(of(part)),
            // False, unknown, contested, true: the order of the values themselves.
            Self::All(parts) => parts.iter().map(of).min().unwrap_or(Value::True),
            Self::Any(parts) => not(parts.iter().map(|part| not(of(part))).min().unwrap_or(Value::True)),
            Self::Headline(parts) => {
                let values: Vec<Value> = parts.iter().map(of).collect();
                let has = |value| values.contains(&value);
                if values.iter().all(|value| *value == values[0]) {
                    values[0]
                } else if has(Value::True) && has(Value::False) || !has(Value::Unknown) {
                    Value::Contested
                } else {
                    Value::Unknown
                }
            }
        }
    }
}

fn not(value: Value) -> Value {
    match value {
        Value::True => Value::False,
        Value::False => Value::True,
        other => other,
    }
}

fn holds(vocabulary: &Vocabulary, fact: Fact, compare: &Compare, code: u32) -> bool {
    let is = |text: &str| vocabulary.read(fact, text) == Some(code);
    match compare {
        Compare::Holds => code == 1,
        Compare::In(values) => values.iter().any(|value| is(&value.text)),
        Compare::Not(value) => !is(&value.text),
        Compare::AtLeast(least) => code >= least.text.parse().unwrap(),
    }
}

/// One value for each group that the comparisons tell apart, and unknown.
fn classes(vocabulary: &Vocabulary, fact: Fact, comparisons: &[&Compare]) -> Vec<Option<u32>> {
    let codes: Vec<u32> = match &vocabulary.spec(fact).holds {
        Holds::Bool => vec![0, 1],
        Holds::Enum(values) => (0..values.len() as u32).collect(),
        Holds::Int { low, .. } => {
            let cut = |compare: &&Compare| match compare {
                Compare::AtLeast(least) => least.text.parse().ok(),
                _ => None,
            };
            [*low].into_iter().chain(comparisons.iter().filter_map(cut)).collect()
        }
    };
    let mut known: Vec<Vec<bool>> = Vec::new();
    let mut kept = vec![None];
    for code in codes {
        let signature: Vec<bool> = comparisons.iter().map(|compare| holds(vocabulary, fact, compare, code)).collect();
        if !known.contains(&signature) {
            known.push(signature);
            kept.push(Some(code));
        }
    }
    kept
}

/// The parts of a norm under one law, opened.
struct Opened {
    when: Node,
    test: Node,
    positions: Vec<Node>,
}

/// Whether two laws agree on everything that a case can state through this norm; `None` if there is too much to try.
/// `everywhere` says that a formula may have changed without being written otherwise, through a macro.
fn compare(corpus: &Corpus, old: &Law, new: &Law, norm: usize, expand: Expand, everywhere: bool) -> Option<bool> {
    let vocabulary = corpus.vocabulary();
    let read = old.is_read_elsewhere(norm);
    let mut spent = 0;
    for year in corpus.periods() {
        let mut free = Vec::new();
        let mut open = |law: &Law| {
            let mut opener = Opener { law, vocabulary, expand, year, free: &mut free };
            let (a, b) = (&old.norms[norm], &new.norms[norm]);
            // Readings that never move the headline matter only where they may have changed.
            let may_differ = |at: usize| everywhere || a.positions[at].1 != b.positions[at].1;
            let own = &law.norms[norm];
            let positions = (own.positions.iter().enumerate())
                .filter(|(at, (standing, _))| standing.at(year) == Standing::Substantial || may_differ(*at))
                .filter_map(|(_, (_, formula))| formula.as_ref().map(|formula| opener.open(formula)))
                .collect();
            Opened { when: opener.open(&own.when), test: opener.headline(norm), positions }
        };
        let laws = [open(old), open(new)];
        let mut comparisons = BTreeMap::new();
        for opened in &laws {
            let parts = [&opened.when, &opened.test].into_iter().chain(&opened.positions);
            parts.for_each(|node| node.comparisons(&mut comparisons));
        }
        let facts: Vec<(Fact, Vec<Option<u32>>)> =
            comparisons.iter().map(|(fact, found)| (*fact, classes(vocabulary, *fact, found))).collect();
        let size = facts.iter().try_fold(4_u64.checked_pow(free.len() as u32)?, |size, (_, classes)| {
            size.checked_mul(classes.len() as u64)
        })?;
        spent += size;
        if spent > CAP {
            return None;
        }
        let kind = old.norms[norm].kind;
        let (mut codes, mut values) = (vec![None; vocabulary.len()], vec![Value::False; free.len()]);
        for mut turn in 0..size {
            for (fact, classes) in &facts {
                codes[fact.index()] = classes[(turn % classes.len() as u64) as usize];
                turn /= classes.len() as u64;
            }
            for value in &mut values {
                *value = [Value::False, Value::Unknown, Value::Contested, Value::True][(turn % 4) as usize];
                turn /= 4;
            }
            let [a, b] = laws.each_ref().map(|opened| observed(kind, read, opened, vocabulary, &codes, &values));
            if a != b {
                return Some(false);
            }
        }
    }
    Some(true)
}

/// Everything about a norm that can show in a finding, a position or the verdict, pleas against it standing as they may.
fn observed(
    kind: Kind,
    read: bool,
    opened: &Opened,
    vocabulary: &Vocabulary,
    facts: &[Option<u32>],
    free: &[Value],
) -> (Option<Value>, bool, Option<Value>, Vec<Option<Value>>) {
    let when = opened.when.value(vocabulary, facts, free);
    let test = opened.test.value(vocabulary, facts, free);
    let raised = when == Value::True;
    let finding = match kind {
        Kind::Plea => raised.then_some(test),
        _ => (when != Value::False && test != Value::False).then_some(test),
    };
    let counts = match kind {
        Kind::Prohibition | Kind::Consequence => finding.is_some() && raised,
        Kind::Soft => finding == Some(Value::True) && raised,
        _ => false,
    };
    let word = |node: &Node| {
        let value = node.value(vocabulary, facts, free);
        (kind != Kind::Plea || raised).then_some(value)
    };
    (finding, counts, read.then_some(test), opened.positions.iter().map(word).collect())
}
