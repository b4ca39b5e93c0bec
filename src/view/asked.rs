//! What of a draft its seat can still decide, before the order is read and confirmed.

use crate::sim::custom::Tenet;
use crate::sim::mechanics::follow_up_params;
use crate::sim::order::{Act, Param};
use crate::sim::relations::Content;
use crate::view::{Draft, View};

/// A question about a draft. Whatever else an order says follows from its occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To which State.
    Target,
    /// How far it goes.
    Level,
    /// Who is meant to see it.
    Publicity,
    /// The legal label on it.
    Basis,
    /// For how many days.
    Days,
    /// What is offered or asked for.
    Content,
    /// Whether it falls by itself.
    ByItself,
    /// Whether recognition is granted and not refused.
    Grants,
    /// What a body is to decide.
    Operative,
    /// Which reading of which norm is published as one's own.
    Reading,
}

/// The questions that a draft leaves to its seat, in the order in which they are put.
pub fn asked(view: &View, draft: &Draft) -> Vec<Asked> {
    let (act, terms) = (draft.order.act, &draft.order.terms);
    let takes = |param| takes(view, act, param);
    let is_move = matches!(act, Act::Move(_));
    [
        (Asked::Target, takes(Param::Target) && terms.target.is_some()),
        (Asked::Level, takes(Param::Level)),
        (Asked::Publicity, is_move),
        (Asked::Basis, is_move),
        (Asked::Days, takes(Param::Days)),
        (Asked::Content, takes(Param::Content)),
        (Asked::ByItself, takes(Param::ByItself)),
        (Asked::Grants, takes(Param::Grants)),
        (Asked::Operative, takes(Param::Operative)),
        (Asked::Reading, takes(Param::Reading)),
    ]
    .into_iter()
    .filter_map(|(asked, open)| open.then_some(asked))
    .collect()
}

/// Whether an act takes a parameter.
fn takes(view: &View, act: Act, param: Param) -> bool {
    match act {
        Act::Move(card) => view.rules().play(card).is_some_and(|play| play.takes(param)),
        Act::Follow(follow_up) => {
            let (demanded, accepted) = follow_up_params(follow_up);
            demanded.contains(&param) || accepted.contains(&param)
        }
    }
}

/// What can be offered or asked for: everything that can be said without naming a row, moratoria on sectors of one's own, and
/// the lifting of measures that are known and in force.
pub fn contents(view: &View) -> Vec<Content> {
    let spared = view.known.assets.iter().filter(|asset| asset.owner == view.seat).map(|asset| asset.sector);
    let mut sectors: Vec<_> = spared.collect();
    sectors.sort_unstable();
    sectors.dedup();
    let measures = view.known.measures.iter().filter(|measure| measure.ended.is_none());
    let mut all = vec![
        Content::Talks,
        Content::CeaseOperations,
        Content::Reparation,
        Content::Assistance,
        Content::SuppressAtHome,
        Content::ShareEvidence,
        Content::Inquiry,
        Content::InformationSharing,
        Content::Verification,
        Content::JointExercise,
        Content::Registry,
        Content::Channel,
        Content::FactFinding,
        Content::ClaimsCommission,
    ];
    all.extend(sectors.into_iter().map(Content::Moratorium));
    all.extend(measures.map(|measure| Content::LiftMeasure(measure.id)));
    all
}

/// The readings that a State can publish as its own: all of every norm that has more than one, in the catalogue's order.
pub fn readings(view: &View) -> Vec<Tenet> {
    let norms = view.rules().law.corpus.norms();
    norms.flat_map(|(id, norm)| (0..norm.positions.len()).map(move |place| Tenet::of(id, place))).collect()
}
