//! The preview of one draft: can it be done, what does it cost, who sees it, what does the law say. Writes nothing.

use crate::base::{Points, StateSet};
use crate::law::Opinion;
use crate::sim::docket::{self, Refusal};
use crate::sim::incidents::Harm;
use crate::sim::legal::{Chambers, Conduct, Sitting, Standpoint, Verdict};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, Order};
use crate::sim::rulebook::Rulebook;
use crate::view::{Draft, View};

/// What an act would mean, as far as its seat can know.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Whether it can be carried out; with which attention, or why not.
    pub feasible: Result<Points, Refusal>,
    /// Who will see it; everybody means public.
    pub audience: StateSet,
    /// Whether it can be undone.
    pub undone: Undone,
    /// The step of the ladder on which such an act stands by itself; 0 if on none.
    pub step: u8,
    /// The step on which the pair stands now.
    pub stands_on: u8,
    /// The law's answer on what the seat knows.
    pub answer: Verdict,
}

/// Whether an act can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// Yes: a measure can be lifted, an outage ended.
    Yes,
    /// No: what is broken, copied or killed stays so.
    No,
    /// It leaves nothing that would have to be undone, but words cannot be called back.
    Words,
}

/// A seat's legal adviser: it knows what the seat knows. Kept for one look at the crisis, it weighs each prior act once.
#[derive(Debug)]
pub struct Counsel<'a> {
    view: &'a View,
    sitting: Sitting<'a>,
}

impl<'a> Counsel<'a> {
    /// The adviser of a view.
    pub fn of(view: &'a View, chambers: &'a mut Chambers) -> Self {
        Self { view, sitting: Sitting::new(&view.known, view.rules(), chambers) }
    }

    /// Previews a draft in full, except for the text of the opinion.
    pub fn preview(&mut self, draft: &Draft) -> Preview {
        let (view, rules, order) = (self.view, self.view.rules(), &draft.order);
        let conduct = Conduct::of_order(rules, order, view.known.day);
        let play = rules.card_of(order.act).and_then(|card| card.play.as_ref());
        Preview {
            feasible: feasible(view, draft),
            audience: audience(view, &draft.order, conduct.audience),
            undone: undone(rules, order.act, conduct.harm),
            step: play.map_or(0, |play| play.step),
            stands_on: order.terms.target.and_then(|target| view.tie(target)).map_or(0, |tie| tie.step),
            answer: self.answer(draft),
        }
    }

    /// The law's answer in short: for lists and agents.
    pub fn answer(&mut self, draft: &Draft) -> Verdict {
        let conduct = Conduct::of_order(self.view.rules(), &draft.order, self.view.known.day);
        self.sitting.judge(&conduct, Standpoint::Seat)
    }

    /// The same on many drafts, in their order.
    pub fn answers<'d>(&mut self, drafts: impl Iterator<Item = &'d Draft>, answer: impl FnMut(Verdict)) {
        let view = self.view;
        let conduct = |draft: &Draft| Conduct::of_order(view.rules(), &draft.order, view.known.day);
        self.sitting.judge_all(drafts.map(|draft| (conduct(draft), Standpoint::Seat)), answer);
    }

    /// The whole opinion, for people.
    pub fn opinion(&mut self, draft: &Draft) -> Opinion {
        let conduct = Conduct::of_order(self.view.rules(), &draft.order, self.view.known.day);
        self.sitting.opinion(&conduct, Standpoint::Seat)
    }
}

/// Who will see an act. One on something that exists is seen by whoever knows of that, named or not.
fn audience(view: &View, order: &Order, spoken: StateSet) -> StateSet {
    let (Act::Follow(_), terms, known) = (order.act, &order.terms, &view.known) else { return spoken };
    let word = terms.undertaking.and_then(|id| known.undertakings.get(id.index())).map(|word| word.known_to);
    let measure = terms.measure.and_then(|id| known.measures.get(id.index())).map(|measure| measure.known_to);
    // Drafts, and the votes on them, are public.
    let draft = terms.resolution.map(|_| StateSet::ALL);
    [word, measure, draft].into_iter().flatten().fold(spoken, StateSet::union)
}

/// Whether a draft can be carried out with all of this turn's attention; what it costs, or why not.
pub fn feasible(view: &View, draft: &Draft) -> Result<Points, Refusal> {
    docket::check(&view.known, view.rules(), &draft.order, view.attention())
}

fn undone(rules: &Rulebook, act: Act, harm: Option<Harm>) -> Undone {
    let mechanic = rules.card_of(act).and_then(|card| card.play.as_ref()).map(|play| &play.mechanic);
    match (harm, mechanic) {
        (Some(harm), _) if harm.reversible => Undone::Yes,
        (Some(_), _) => Undone::No,
        (None, Some(Mechanic::Sanction(_) | Mechanic::Coerce(_) | Mechanic::Sue(_))) => Undone::Yes,
        (None, _) => Undone::Words,
    }
}
