//! Finds things by their slugs, and says what was probably meant.

use std::collections::BTreeMap;
use std::ops::Range;

use super::form::Known;
use super::reader::{Reader, Row};
use crate::base::StateSet;
use crate::base::id::{ActorId, AssetId, IncidentId, MeasureId, OperationId, StateId, WrongId};
use crate::law::flaw::closest;
use crate::sim::card::MoveId;
use crate::sim::rulebook::Rulebook;

/// The slugs of one kind, with their places.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    /// Names the rows of a list; one that is named twice, or not at all, is reported.
    pub(super) fn of<T>(reader: &mut Reader, kind: &str, rows: &[Row<T>]) -> Self {
        let mut names = Self::default();
        for (place, row) in rows.iter().enumerate() {
            if row.id.is_empty() && row.form.is_some() {
                reader.wrong(row.at.clone(), format!("this {kind} has no `id`"), None);
            } else if !row.id.is_empty() && names.0.insert(row.id.clone(), place).is_some() {
                reader.wrong_word(&row.id, &row.at, format!("two {kind}s are called `{}`", row.id), None);
            }
        }
        names
    }

    /// The same and more rows: those with a known name keep its place, the others follow.
    pub(super) fn and<T>(&self, rows: &[Row<T>]) -> Self {
        let mut names = self.clone();
        for row in rows {
            let next = names.0.len();
            names.0.entry(row.id.clone()).or_insert(next);
        }
        names
    }

    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    fn near(&self, wrong: &str) -> Option<&str> {
        closest(wrong, self.0.keys().map(String::as_str))
    }
}

/// Everything that can be named in a scenario.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    pub(super) states: Names,
    pub(super) assets: Names,
    pub(super) actors: Names,
    pub(super) operations: Names,
    pub(super) incidents: Names,
    pub(super) measures: Names,
    pub(super) claims: Names,
}

/// Looks names up. A name that is not found is reported and answered with the first thing of its kind, so that the rest of
/// the row is looked at too; what comes of it is thrown away with the file.
pub(super) struct Finder<'a, 'f> {
    pub(super) reader: Reader<'f>,
    pub(super) rules: &'a Rulebook,
    pub(super) cast: Cast,
}

macro_rules! finders {
    ($($one:ident: $id:ident in $list:ident as $word:literal;)*) => {$(
        pub(super) fn $one(&mut self, name: &str, at: &Range<usize>) -> $id {
            if let Some(place) = self.cast.$list.place(name) {
                return $id(place as _);
            }
            let help = self.cast.$list.near(name).map(|near| format!("did you mean `{near}`?"));
            self.reader.wrong_word(name, at, format!(concat!("there is no ", $word, " `{}`"), name), help);
            $id(0)
        }
    )*};
}

impl Finder<'_, '_> {
    finders! {
        state: StateId in states as "state";
        asset: AssetId in assets as "asset";
        actor: ActorId in actors as "actor";
        operation: OperationId in operations as "operation";
        incident: IncidentId in incidents as "incident";
        measure: MeasureId in measures as "measure";
        claim: WrongId in claims as "claim";
    }

    pub(super) fn maybe<T>(
        &mut self,
        name: Option<&String>,
        at: &Range<usize>,
        find: fn(&mut Self, &str, &Range<usize>) -> T,
    ) -> Option<T> {
        name.map(|name| find(self, name, at))
    }

    pub(super) fn card(&mut self, slug: &str, at: &Range<usize>) -> MoveId {
        self.rules.find(slug).unwrap_or_else(|| {
            let near = closest(slug, self.rules.cards.iter().map(|card| card.id.as_str()));
            let help = near.map(|near| format!("did you mean `{near}`?"));
            self.reader.wrong_word(slug, at, format!("there is no move `{slug}`"), help);
            MoveId(0)
        })
    }

    pub(super) fn states(&mut self, names: &[String], at: &Range<usize>) -> StateSet {
        names.iter().map(|name| self.state(name, at)).collect()
    }

    pub(super) fn known(&mut self, known: &Known, at: &Range<usize>) -> StateSet {
        match known {
            Known::Everybody => StateSet::ALL,
            Known::Only(names) => self.states(names, at),
        }
    }
}
