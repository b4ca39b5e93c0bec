//! What a finding turns on: a smallest set of unknown facts that settles it whatever they turn out to be.

use crate::law::act::Act;
use crate::law::assess::{Assessment, Depth, Finding, assess};
use crate::law::corpus::{Corpus, NormId, Reading};
use crate::law::fact::Fact;
use crate::law::logic::Value;
use crate::law::sheet::{FactSheet, Packed};

/// The facts that decide, and where they lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turns {
    /// The deciding facts, most telling first. None can be left out.
    pub facts: Vec<Lead>,
    /// For each finding that can result, the shortest way to it.
    pub ways: Vec<Way>,
    /// False if the search was cut short, so that the set may be larger than need be.
    pub complete: bool,
}

/// One deciding fact, and the finding if it alone were learned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The fact.
    pub fact: Fact,
    /// Groups of values that the norm does not tell apart (the least of each range for whole numbers).
    pub values: Vec<(Vec<u32>, Finding)>,
}

/// A shortest combination of answers that settles the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it leads to.
    pub finding: Finding,
    /// The answers.
    pub when: Vec<(Fact, Vec<u32>)>,
}

/// The most checks one search may make.
const BUDGET: u32 = 20_000;

/// Searches for the facts on which a norm's finding turns; nothing if it is settled.
pub fn turns_on(corpus: &Corpus, reading: Reading, act: &Act, sheet: &FactSheet, norm: NormId) -> Turns {
    search(corpus, reading, act, sheet, norm, Goal::Finding)
}

/// Searches for the facts on which it turns whether a norm is raised.
pub fn raised_by(corpus: &Corpus, reading: Reading, act: &Act, sheet: &FactSheet, norm: NormId) -> Turns {
    search(corpus, reading, act, sheet, norm, Goal::Raised)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    Finding,
    /// Breach stands for "raised", no-breach for "not raised".
    Raised,
}

fn search(corpus: &Corpus, reading: Reading, act: &Act, sheet: &FactSheet, norm: NormId, goal: Goal) -> Turns {
    let mut search = Search { corpus, reading, act, norm, goal, scratch: Assessment::new(corpus), budget: BUDGET };
    if search.find(sheet) != Finding::Undetermined {
        return Turns { complete: true, ..Turns::default() };
    }
    let unknown = corpus.norm(norm).facts.iter().filter(|fact| sheet.get(**fact).is_none());
    let mut facts: Vec<(Fact, Vec<Vec<u32>>)> = unknown.map(|fact| (*fact, corpus.classes(*fact).to_vec())).collect();
    facts.retain(|(_, classes)| classes.len() > 1);
    let mut tree = search.tree(sheet, &facts);
    // Drop what the tree does not ask, then whatever it can do without.
    let mut asked = Vec::new();
    tree.asked(&mut asked);
    facts.retain(|(fact, _)| asked.contains(fact));
    for candidate in asked.iter().rev() {
        let fewer: Vec<_> = facts.iter().filter(|(fact, _)| fact != candidate).cloned().collect();
        let smaller = search.tree(sheet, &fewer);
        if smaller.settles() {
            facts = fewer;
            tree = smaller;
        }
    }
    let mut order = Vec::new();
    tree.asked(&mut order);
    let leads = order
        .iter()
        .filter_map(|fact| facts.iter().find(|(known, _)| known == fact))
        .map(|(fact, classes)| Lead {
            fact: *fact,
            values: classes.iter().map(|class| (class.clone(), search.with(sheet, *fact, class[0]).1)).collect(),
        })
        .collect();
    let mut ways: Vec<Way> = Vec::new();
    tree.ways(&mut Vec::new(), &mut ways);
    ways.sort_by_key(|way| std::cmp::Reverse(way.finding));
    Turns { facts: leads, ways, complete: search.budget > 0 && tree.settles() }
}

struct Search<'a> {
    corpus: &'a Corpus,
    reading: Reading,
    act: &'a Act,
    norm: NormId,
    goal: Goal,
    scratch: Assessment,
    budget: u32,
}

enum Tree {
    Settled(Finding),
    /// Nothing is left to ask, or the budget is spent.
    Open,
    Ask(Fact, Vec<(Vec<u32>, Tree)>),
}

impl Search<'_> {
    fn find(&mut self, sheet: &FactSheet) -> Finding {
        self.budget = self.budget.saturating_sub(1);
        assess(
            self.corpus,
            self.reading,
            self.act,
            &Packed::new(self.corpus, sheet),
            Depth::Findings,
            &mut self.scratch,
        );
        match self.goal {
            Goal::Finding => self.scratch.finding(self.norm),
            Goal::Raised => match self.scratch.raised(self.corpus, self.norm) {
                Value::True => Finding::Breach,
                Value::False => Finding::NoBreach,
                Value::Unknown | Value::Contested => Finding::Undetermined,
            },
        }
    }

    fn with(&mut self, sheet: &FactSheet, fact: Fact, code: u32) -> (FactSheet, Finding) {
        let mut changed = *sheet;
        changed.set(fact, code);
        (changed, self.find(&changed))
    }

    /// A decision tree over the facts: at each node the fact most of whose answers settle the matter at once.
    fn tree(&mut self, sheet: &FactSheet, facts: &[(Fact, Vec<Vec<u32>>)]) -> Tree {
        let mut best: Option<(usize, usize)> = None;
        for (at, (fact, classes)) in facts.iter().enumerate() {
            if self.budget == 0 {
                return Tree::Open;
            }
            let settled =
                classes.iter().filter(|class| self.with(sheet, *fact, class[0]).1 != Finding::Undetermined).count();
            // Scaled so that facts with few answers are not at a disadvantage.
            let merit = settled * 60 / classes.len();
            if best.is_none_or(|(most, _)| merit > most) {
                best = Some((merit, at));
            }
        }
        let Some((_, at)) = best else { return Tree::Open };
        let (fact, classes) = facts[at].clone();
        let rest: Vec<_> = facts.iter().filter(|(other, _)| *other != fact).cloned().collect();
        let branches: Vec<(Vec<u32>, Tree)> = classes
            .into_iter()
            .map(|class| {
                let (changed, finding) = self.with(sheet, fact, class[0]);
                let tree =
                    if finding == Finding::Undetermined { self.tree(&changed, &rest) } else { Tree::Settled(finding) };
                (class, tree)
            })
            .collect();
        Tree::Ask(fact, branches)
    }
}

impl Tree {
    fn settles(&self) -> bool {
        match self {
            Self::Settled(_) => true,
            Self::Open => false,
            Self::Ask(_, branches) => branches.iter().all(|(_, tree)| tree.settles()),
        }
    }

    fn asked(&self, facts: &mut Vec<Fact>) {
        if let Self::Ask(fact, branches) = self {
            if !facts.contains(fact) {
                facts.push(*fact);
            }
            for (_, tree) in branches {
                tree.asked(facts);
            }
        }
    }

    fn ways(&self, path: &mut Vec<(Fact, Vec<u32>)>, ways: &mut Vec<Way>) {
        match self {
            Self::Open => {}
            Self::Settled(finding) => match ways.iter_mut().find(|way| way.finding == *finding) {
                Some(way) if way.when.len() > path.len() => way.when.clone_from(path),
                Some(_) => {}
                None => ways.push(Way { finding: *finding, when: path.clone() }),
            },
            Self::Ask(fact, branches) => {
                for (class, tree) in branches {
                    path.push((*fact, class.clone()));
                    tree.ways(path, ways);
                    path.pop();
                }
            }
        }
    }
}
