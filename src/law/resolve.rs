//! Gives the names in formulas their meaning, and reports every one that has none.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::law::atoms::{Atoms, Literal};
use crate::law::corpus::NormId;
use crate::law::fact::{Fact, Holds, Vocabulary, YES};
use crate::law::flaw::{Flaw, Subject};
use crate::law::formula::{self, Compare, Formula, Name};

/// A formula whose names are known and whose macros are expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    Constant(bool),
    /// Bit of a literal.
    Literal(usize),
    Not(Box<Term>),
    All(Vec<Term>),
    Any(Vec<Term>),
    Met(NormId),
}

impl Term {
    /// Every literal and norm in it.
    pub(crate) fn leaves(&self, visit: &mut impl FnMut(&Term)) {
        match self {
            Self::Not(part) => part.leaves(visit),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.leaves(visit)),
            leaf => visit(leaf),
        }
    }

    /// Norms whose tests it asks for.
    pub(crate) fn norms(&self) -> Vec<NormId> {
        let mut norms = Vec::new();
        self.leaves(&mut |leaf| {
            if let Term::Met(norm) = leaf {
                norms.push(*norm);
            }
        });
        norms
    }
}

/// What resolution needs to know, and the mistakes it has found.
pub(crate) struct Resolver<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) norms: &'a BTreeMap<&'a str, NormId>,
    pub(crate) macros: BTreeMap<String, Term>,
    pub(crate) atoms: Atoms,
    pub(crate) flaws: Vec<Flaw>,
}

impl Resolver<'_> {
    /// Reads and resolves a formula; what cannot be resolved is reported and reads as `false`.
    pub(crate) fn formula(&mut self, subject: &Subject, text: &str) -> Term {
        match formula::parse(text) {
            Ok(formula) => self.term(subject, text, &formula),
            Err(wrong) => {
                self.flaws.push(Flaw::within(subject.clone(), text, wrong.span, wrong.message));
                Term::Constant(false)
            }
        }
    }

    fn term(&mut self, subject: &Subject, text: &str, formula: &Formula) -> Term {
        match formula {
            Formula::Constant(answer) => Term::Constant(*answer),
            Formula::Not(part) => Term::Not(Box::new(self.term(subject, text, part))),
            Formula::All(parts) => Term::All(parts.iter().map(|part| self.term(subject, text, part)).collect()),
            Formula::Any(parts) => Term::Any(parts.iter().map(|part| self.term(subject, text, part)).collect()),
            Formula::Met(name) => match self.norms.get(name.text.as_str()) {
                Some(norm) => Term::Met(*norm),
                None => {
                    let flaw = flaw(subject, text, &name.span, format!("there is no norm `{}`", name.text));
                    self.report(flaw.suggest(&name.text, self.norms.keys().copied()))
                }
            },
            Formula::Macro(name) => match self.macros.get(&name.text) {
                Some(term) => term.clone(),
                None => {
                    let flaw = flaw(subject, text, &name.span, format!("there is no macro `{}`", name.text));
                    let flaw = flaw.suggest(&name.text, self.macros.keys().map(String::as_str));
                    self.report(flaw)
                }
            },
            Formula::Fact(name, compare) => match self.vocabulary.find(&name.text) {
                Some(fact) => self.comparison(subject, text, name, fact, compare),
                None => {
                    let flaw = flaw(subject, text, &name.span, format!("there is no fact `{}`", name.text));
                    self.report(flaw.suggest(&name.text, self.vocabulary.names()))
                }
            },
        }
    }

    fn comparison(&mut self, subject: &Subject, text: &str, name: &Name, fact: Fact, compare: &Compare) -> Term {
        let holds = &self.vocabulary.spec(fact).holds;
        let wrong = match (compare, holds) {
            (Compare::AtLeast(_), Holds::Bool | Holds::Enum(_)) => "`>=` compares whole numbers only",
            (Compare::Holds, Holds::Int { .. } | Holds::Enum(_)) => "only a yes-or-no fact can stand alone",
            (Compare::In(_) | Compare::Not(_), Holds::Int { .. }) => "whole numbers are compared with `>=` only",
            _ => "",
        };
        if !wrong.is_empty() {
            let flaw = flaw(subject, text, &name.span, format!("`{}`: {wrong}", name.text));
            return self.report(flaw);
        }
        match compare {
            Compare::Holds => Term::Literal(self.atoms.number(fact, Literal::In(1 << YES))),
            Compare::In(values) => self.among(subject, text, fact, values),
            Compare::Not(value) => Term::Not(Box::new(self.among(subject, text, fact, std::slice::from_ref(value)))),
            Compare::AtLeast(value) => match self.code(subject, text, fact, value) {
                Some(least) => Term::Literal(self.atoms.number(fact, Literal::AtLeast(least))),
                None => Term::Constant(false),
            },
        }
    }

    fn among(&mut self, subject: &Subject, text: &str, fact: Fact, values: &[Name]) -> Term {
        let mut codes = 0_u32;
        for value in values {
            if let Some(code) = self.code(subject, text, fact, value) {
                if codes >> code & 1 == 1 {
                    let flaw = flaw(subject, text, &value.span, format!("`{}` is listed twice", value.text));
                    self.flaws.push(flaw);
                }
                codes |= 1 << code;
            }
        }
        let all = match &self.vocabulary.spec(fact).holds {
            Holds::Enum(known) => u32::MAX >> (32 - known.len()),
            _ => 0b11,
        };
        if codes == all
            && let (Some(first), Some(last)) = (values.first(), values.last())
        {
            let flaw = flaw(
                subject,
                text,
                &(first.span.start..last.span.end),
                format!(
                    "the comparison lists every value of `{}` and so says nothing",
                    self.vocabulary.spec(fact).name
                ),
            );
            self.flaws.push(flaw);
        }
        Term::Literal(self.atoms.number(fact, Literal::In(codes)))
    }

    fn code(&mut self, subject: &Subject, text: &str, fact: Fact, value: &Name) -> Option<u32> {
        let code = self.vocabulary.read(fact, &value.text);
        if code.is_none() {
            let spec = self.vocabulary.spec(fact);
            let flaw = flaw(
                subject,
                text,
                &value.span,
                format!("fact `{}` has no value `{}`, so this can never hold", spec.name, value.text),
            );
            let flaw = match &spec.holds {
                Holds::Enum(known) => {
                    let help = format!("its values are {}", known.join(", "));
                    flaw.help(help).suggest(&value.text, known.iter().map(String::as_str))
                }
                Holds::Bool => flaw.help("its values are true and false"),
                Holds::Int { low, high } => flaw.help(format!("it runs from {low} to {high}")),
            };
            self.flaws.push(flaw);
        }
        code
    }

    fn report(&mut self, flaw: Flaw) -> Term {
        self.flaws.push(flaw);
        Term::Constant(false)
    }
}

fn flaw(subject: &Subject, text: &str, span: &Range<usize>, message: String) -> Flaw {
    Flaw::within(subject.clone(), text, span.clone(), message)
}
