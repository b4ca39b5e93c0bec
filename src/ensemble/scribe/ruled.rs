//! What the law found most heavily against an act.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::ensemble::player::WatchedTurn;
use crate::ensemble::scribe::Desk;
use crate::law::assess::{Depth, assess};
use crate::law::corpus::{Corpus, Norm};
use crate::law::{Finding, NormId, Overall, Packed, Value};
use crate::sim::incidents::Incident;
use crate::sim::legal::{Conduct, Sitting, Standpoint};
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::order::{Act, Terms};
use crate::sim::rulebook::Rulebook;

/// What is found against an act in truth.
#[derive(Clone, Debug, Default)]
pub(super) struct Against {
    /// The norm that weighs most, and the finding on it.
    pub(super) heaviest: Option<(String, Finding)>,
    /// The verdict as things stand at the end of the turn.
    pub(super) overall: Overall,
    /// Families of all norms breached or contested, in order.
    pub(super) families: Vec<String>,
    /// Families of all norms raised, in order.
    pub(super) raised: Vec<String>,
}

/// Whether the law, on the truth as it stood at the end of a turn, finds an earlier wrong of the State aimed at behind a
/// countermeasure: what its victim may do about an act, whatever it has said and whomever it suspects.
pub(super) fn remedy(desk: &mut Desk, rules: &Rulebook, turn: &WatchedTurn, wrong: &Incident, by: StateId) -> Finding {
    let law = &rules.law;
    let (Some(card), Some(norm)) = (rules.find("cyber-countermeasure"), law.corpus.find("arsiwa.49.prior-wrong"))
    else {
        return Finding::Undetermined;
    };
    let terms = Terms {
        target: Some(by),
        incident: Some(wrong.id),
        basis: Basis::Countermeasure,
        purpose: MeasurePurpose::Inducement,
        ..Terms::default()
    };
    let conduct = Conduct {
        by: wrong.victim,
        act: Act::Move(card),
        terms,
        harm: None,
        began: turn.day,
        operation: None,
        incident: None,
        measure: None,
        is_charge: false,
        audience: StateSet::ALL,
    };
    examine(desk, rules, turn, &conduct);
    desk.assessment.finding(norm)
}

/// Judges an act on the truth as it stood at the end of a turn, by the catalogue of that day, which it returns.
fn examine(desk: &mut Desk, rules: &Rulebook, turn: &WatchedTurn, conduct: &Conduct) -> Arc<Corpus> {
    // The law looked before the turn's last phase, on the turn's own day.
    let mut scene = turn.after.clone();
    scene.day = turn.day;
    let law = &rules.law;
    let mut sitting = Sitting::new(&scene, rules, &mut desk.chambers);
    let (sheet, corpus) = (sitting.sheet(conduct, Standpoint::Truth), sitting.corpus().clone());
    let packed = Packed::new(&corpus, &sheet);
    desk.assessment.fit(&corpus);
    assess(&corpus, law.reading, law.act(conduct.act), &packed, Depth::Findings, &mut desk.assessment);
    corpus
}

/// Asks the law once more, at the end of a turn, which norms stand against an act.
pub(super) fn against(desk: &mut Desk, rules: &Rulebook, turn: &WatchedTurn, conduct: &Conduct) -> Against {
    let corpus = examine(desk, rules, turn, conduct);
    let found = &desk.assessment;
    let raised: Vec<(NormId, &Norm)> =
        corpus.norms().filter(|(id, _)| found.raised(&corpus, *id) == Value::True).collect();
    let mut standing = raised.clone();
    standing.retain(|(id, norm)| found.finding(*id) >= Finding::Contested && norm.counts());
    let families_of = |norms: &[(NormId, &Norm)]| -> Vec<String> {
        let families: BTreeSet<&str> = norms.iter().map(|(_, norm)| norm.family.as_str()).collect();
        families.into_iter().map(str::to_owned).collect()
    };
    let (families, raised) = (families_of(&standing), families_of(&raised));
    standing.sort_by_key(|(id, norm)| Reverse((found.finding(*id), norm.spec.weight, Reverse(*id))));
    let heaviest = standing.first().map(|(id, norm)| (norm.spec.id.clone(), found.finding(*id)));
    Against { heaviest, overall: found.overall, families, raised }
}
