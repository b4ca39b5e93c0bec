//! What is not known to be raised: norms and pleas left out of a verdict, and which of them could still change it.

use crate::law::assess::{Finding, Overall};
use crate::law::corpus::{Corpus, NormId};
use crate::law::fact::Fact;
use crate::law::logic::Value;
use crate::law::norm::Kind;
use crate::law::opinion::{Entry, Opinion};

/// The unknown facts on which it turns whether any prohibition, consequence or plea is raised.
pub(super) fn pending(corpus: &Corpus, entries: &[Entry]) -> Vec<Fact> {
    asked(entries.iter().filter(|entry| is_pending(corpus, entry)))
}

fn is_pending(corpus: &Corpus, entry: &Entry) -> bool {
    let norm = corpus.norm(entry.norm);
    entry.raised != Value::True && (norm.counts() || norm.spec.kind == Kind::Plea)
}

fn asked<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = entries.flat_map(|entry| &entry.raised_by.facts).map(|lead| lead.fact).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}

impl Opinion {
    /// Of [`Self::provisional_on`] the facts that could still change the verdict. A further prohibition cannot make
    /// unlawful conduct worse, nor a plea excuse it while a wrong that it does not cover remains.
    pub fn open_on(&self, corpus: &Corpus) -> Vec<Fact> {
        let pleas: Vec<NormId> = (self.entries.iter())
            .filter(|entry| corpus.norm(entry.norm).spec.kind == Kind::Plea && is_pending(corpus, entry))
            .filter(|entry| entry.finding != Finding::Breach)
            .map(|entry| entry.norm)
            .collect();
        asked(self.entries.iter().filter(|entry| {
            is_pending(corpus, entry)
                && if corpus.norm(entry.norm).counts() {
                    self.worsens(corpus, entry)
                } else {
                    self.eases(corpus, entry, &pleas)
                }
        }))
    }

    /// Whether a norm that counts would change the verdict if it were raised.
    fn worsens(&self, corpus: &Corpus, entry: &Entry) -> bool {
        match (self.overall, entry.finding) {
            (_, Finding::NoBreach) => false,
            (overall, Finding::Precluded) => overall == Overall::UnfriendlyButLawful,
            (Overall::Unlawful, _) => self.is_only_owed(corpus),
            (Overall::Contested, finding) => finding != Finding::Contested,
            _ => true,
        }
    }

    /// Whether a plea would change the verdict if it were raised, together with the other pleas that may be.
    fn eases(&self, corpus: &Corpus, plea: &Entry, pleas: &[NormId]) -> bool {
        if !pleas.contains(&plea.norm) {
            return false;
        }
        let Some(gravest) = self.gravest(corpus) else {
            return self.overall == Overall::UnfriendlyButLawful && corpus.is_consent(plea.norm);
        };
        let against = || self.entries.iter().filter(|entry| counts(corpus, entry) && entry.finding == gravest);
        let shields = |entry: &Entry| &corpus.norm(entry.norm).shields;
        against().any(|entry| shields(entry).contains(&plea.norm))
            && against().all(|entry| shields(entry).iter().any(|shield| pleas.contains(shield)))
    }

    /// The gravest finding that stands against the act; `None` if nothing does.
    fn gravest(&self, corpus: &Corpus) -> Option<Finding> {
        let standing = [Finding::Breach, Finding::Contested, Finding::Undetermined];
        standing
            .into_iter()
            .find(|finding| self.entries.iter().any(|entry| counts(corpus, entry) && entry.finding == *finding))
    }

    /// Whether all that is unlawful is a duty still owed from an earlier wrong: the act itself breaches nothing.
    pub fn is_only_owed(&self, corpus: &Corpus) -> bool {
        let breached = |kind: Kind| {
            (self.entries.iter()).any(|entry| {
                entry.raised == Value::True
                    && entry.finding == Finding::Breach
                    && corpus.norm(entry.norm).spec.kind == kind
            })
        };
        breached(Kind::Consequence) && !breached(Kind::Prohibition)
    }
}

fn counts(corpus: &Corpus, entry: &Entry) -> bool {
    entry.raised == Value::True && corpus.norm(entry.norm).counts()
}
