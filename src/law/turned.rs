//! The law after practice has moved the standing of some readings.
//!
//! A turned corpus is another corpus: the same norms, facts and clauses, with other standings and so with other programs.
//! Every reading had been compiled before, to be reported if not to decide; so no clause is new, and sheets pack alike.

use std::mem;

use crate::law::compiled::{mainstream, profiled};
use crate::law::corpus::{Corpus, Norm, NormId, Position, order};
use crate::law::norm::{DatedStanding, Standing};
use crate::law::trace::Sights;

impl Corpus {
    /// The law of a year in which some readings stand otherwise than written, told one after the other. From then on years
    /// move nothing: what moved standings is practice.
    ///
    /// A reading that becomes the baseline is the norm's test; the one it displaces stays as a substantial rival. The
    /// baseline itself never falls, for no norm is left without a test: it is displaced.
    ///
    /// # Panics
    /// If a change names a norm or reading that there is not, or if the clauses came out differently, which would be a
    /// broken invariant of the compiler.
    #[must_use]
    pub fn turned(&self, as_of: u16, changes: impl IntoIterator<Item = (NormId, usize, Standing)>) -> Self {
        let mut turned = self.clone();
        for norm in &mut turned.norms {
            for position in &mut norm.positions {
                position.stand(position.standing.at(as_of));
            }
        }
        for (norm, place, standing) in changes {
            turned.norms[norm.index()].turn(place, standing);
        }
        let order = order(&turned.norms, &mut Vec::new());
        let (norms, clauses) = (&turned.norms, &mut turned.clauses);
        let known = clauses.len();
        turned.periods = vec![(0, mainstream(norms, &order, clauses, as_of))];
        turned.profiled = turned.profiles.iter().map(|profile| profiled(norms, &order, clauses, profile)).collect();
        assert_eq!(clauses.len(), known, "every reading was compiled before");
        turned.sights = Sights::default();
        for norm in &turned.norms {
            turned.sights.add(&norm.test, |bit| turned.atoms.literal(bit).0);
        }
        turned
    }
}

impl Norm {
    fn turn(&mut self, place: usize, standing: Standing) {
        let Some(baseline) = self.baseline().filter(|baseline| *baseline != place) else { return };
        if standing == Standing::Baseline {
            let text = self.positions[place].spec.test.take();
            let displaced = mem::replace(&mut self.spec.test, text.expect("a rival reading has a test of its own"));
            self.positions[baseline].spec.test = Some(displaced);
            self.positions[baseline].stand(Standing::Substantial);
            self.test = self.positions[place].term.clone();
        }
        self.positions[place].stand(standing);
        self.spec.positions = self.positions.iter().map(|position| position.spec.clone()).collect();
    }

    /// The place of the reading that is the norm's test; `None` if it has no rivals.
    pub fn baseline(&self) -> Option<usize> {
        self.positions.iter().position(|position| position.standing.before == Standing::Baseline)
    }

    /// The reading that practice has made the norm's test, if it is not the one that the norm was written on. The norm's own
    /// sentences do not speak of it.
    pub fn prevailing(&self) -> Option<&Position> {
        self.baseline().filter(|baseline| Some(*baseline) != self.written).map(|baseline| &self.positions[baseline])
    }
}

impl Position {
    fn stand(&mut self, standing: Standing) {
        self.standing = DatedStanding::always(standing);
        standing.word().clone_into(&mut self.spec.standing);
    }
}
