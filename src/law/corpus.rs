//! A whole catalogue, checked and compiled: the immutable law that every check reads.

use std::collections::BTreeMap;

use crate::law::atoms::{Atoms, Literal};
use crate::law::clauses::Clauses;
use crate::law::compiled::{Compiled, mainstream, profiled};
use crate::law::fact::{Fact, FactSpec, Vocabulary, facts};
use crate::law::flaw::{Flaw, Subject};
use crate::law::norm::{
    DatedStanding, GravitySpec, Kind, MacroSpec, NormSpec, PLEAS, PositionSpec, ProfileSpec, Standing,
};
use crate::law::resolve::{Resolver, Term};
use crate::law::score::{Gravity, cap};
use crate::law::trace::Sights;

/// A norm, by its place in the catalogue (ordered by family, then id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct NormId(pub u8);

impl NormId {
    /// The norm at a place.
    pub(crate) const fn at(place: usize) -> Self {
        Self(place as u8)
    }

    /// Its place, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The most norms a catalogue may have: sets of norms are kept as 128 bits.
pub const MOST_NORMS: usize = 128;

/// How the law is read: in the mainstream of a year, or as one State reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Baseline and substantial positions of a year together.
    Mainstream {
        /// The year whose law applies.
        as_of: u16,
    },
    /// One position per contested norm, by place in the list of profiles. The year does not move it.
    Profile(usize),
}

/// The catalogue as it is written.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The vocabulary.
    pub facts: Vec<FactSpec>,
    /// Abbreviations.
    pub macros: Vec<MacroSpec>,
    /// Norms, each with its family.
    pub norms: Vec<(String, NormSpec)>,
    /// National profiles.
    pub profiles: Vec<ProfileSpec>,
    /// The gravity table.
    pub gravity: GravitySpec,
}

/// One checked norm.
#[derive(Clone, Debug)]
pub struct Norm {
    /// As written.
    pub spec: NormSpec,
    /// The family under which it is filed and its cost is capped.
    pub family: String,
    /// Pleas that may shield it.
    pub shields: Vec<NormId>,
    /// Its readings; a norm without rival positions has none.
    pub positions: Vec<Position>,
    pub(crate) when: Term,
    pub(crate) test: Term,
    /// The family in which its cost is capped, if it is.
    pub(crate) cap: Option<usize>,
    /// Every fact that its `when`, test, positions, the norms it asks for and its shields can look at.
    pub facts: Vec<Fact>,
    /// The place of the reading that the norm was written on.
    pub(super) written: Option<usize>,
}

/// One checked reading.
#[derive(Clone, Debug)]
pub struct Position {
    /// As written.
    pub spec: PositionSpec,
    /// Its standing over time.
    pub standing: DatedStanding,
    pub(crate) term: Term,
}

/// The law.
#[derive(Clone, Debug)]
pub struct Corpus {
    vocabulary: Vocabulary,
    pub(super) norms: Vec<Norm>,
    by_id: BTreeMap<String, NormId>,
    macros: Vec<MacroSpec>,
    pub(super) profiles: Vec<ProfileSpec>,
    gravity: Gravity,
    pub(super) atoms: Atoms,
    /// The values of every fact, grouped so that no norm tells those of a group apart.
    classes: Vec<Vec<Vec<u32>>>,
    pub(super) clauses: Clauses,
    pub(crate) sights: Sights,
    /// First year of each period, with its reading.
    pub(super) periods: Vec<(u16, Compiled)>,
    pub(super) profiled: Vec<Compiled>,
    pub(crate) special: Special,
}

/// Things that the overall verdict asks for by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Special {
    pub(crate) consent: Option<NormId>,
    /// Clauses: `conduct_kind == omission` and `armed_conflict in {niac, iac}`.
    pub(crate) omission: Option<usize>,
    pub(crate) conflict: Option<usize>,
}

impl Corpus {
    /// Whether a norm is the plea of consent, which excuses whatever it covers.
    pub(crate) fn is_consent(&self, norm: NormId) -> bool {
        self.special.consent == Some(norm)
    }

    /// Checks and compiles a catalogue. `Err` holds every mistake found, in the catalogue's order.
    pub fn new(catalogue: Catalogue) -> Result<Self, Vec<Flaw>> {
        let Catalogue { facts, macros, norms, profiles, gravity } = catalogue;
        let vocabulary = Vocabulary::new(facts).map_err(|wrong| {
            (wrong.into_iter())
                .map(|(at, field, message)| Flaw::whole(Subject::Fact(at), message).field(field))
                .collect::<Vec<_>>()
        })?;
        if norms.len() > MOST_NORMS {
            return Err(vec![Flaw::whole(Subject::Norm(MOST_NORMS), format!("at most {MOST_NORMS} norms fit"))]);
        }
        let mut flaws = Vec::new();
        let mut ids = BTreeMap::new();
        for (at, (_, spec)) in norms.iter().enumerate() {
            if ids.insert(spec.id.as_str(), NormId(at as u8)).is_some() {
                flaws.push(Flaw::whole(Subject::Norm(at), format!("norm `{}` is defined twice", spec.id)).field("id"));
            }
        }
        let mut resolver =
            Resolver { vocabulary: &vocabulary, norms: &ids, macros: BTreeMap::new(), atoms: Atoms::default(), flaws };
        for (at, entry) in macros.iter().enumerate() {
            let subject = Subject::Macro(at);
            let term = resolver.formula(&subject, &entry.means);
            if resolver.macros.insert(entry.name.clone(), term).is_some() {
                resolver.flaws.push(Flaw::whole(subject, format!("macro `{}` is defined twice", entry.name)));
            }
        }
        let mut checked: Vec<Norm> =
            (norms.iter().enumerate()).map(|(at, (family, spec))| check(&mut resolver, at, family, spec)).collect();
        let mut special = Special::find(&mut resolver);
        let Resolver { atoms, mut flaws, .. } = resolver;
        let gravity = Gravity::new(&gravity, &vocabulary, &mut flaws);
        check_profiles(&profiles, &checked, &mut flaws);
        let order = order(&checked, &mut flaws);
        if !flaws.is_empty() {
            flaws.sort_by(|a, b| (&a.subject, &a.text, a.span.start).cmp(&(&b.subject, &b.text, b.span.start)));
            return Err(flaws);
        }
        cones(&mut checked, &order, &atoms);
        let mut years: Vec<u16> = checked
            .iter()
            .flat_map(|norm| norm.positions.iter().filter_map(|p| p.standing.from.map(|(year, _)| year)))
            .chain([0])
            .collect();
        years.sort_unstable();
        years.dedup();
        let mut clauses = Clauses::default();
        special.settle(&mut clauses);
        let periods = years.into_iter().map(|year| (year, mainstream(&checked, &order, &mut clauses, year))).collect();
        let profiled = profiles.iter().map(|profile| profiled(&checked, &order, &mut clauses, profile)).collect();
        if clauses.len() > Clauses::MOST {
            let message = format!("the formulas come to {} clauses; at most {} fit", clauses.len(), Clauses::MOST);
            return Err(vec![Flaw::whole(Subject::Norm(0), message)]);
        }
        clauses.lay_out(&vocabulary, &atoms);
        let classes = atoms.classes(&vocabulary);
        let mut sights = Sights::default();
        for norm in &checked {
            sights.add(&norm.test, |bit| atoms.literal(bit).0);
        }
        let by_id = ids.into_iter().map(|(id, at)| (id.to_owned(), at)).collect();
        Ok(Self {
            vocabulary,
            norms: checked,
            by_id,
            macros,
            profiles,
            gravity,
            atoms,
            classes,
            clauses,
            sights,
            periods,
            profiled,
            special,
        })
    }

    /// The vocabulary.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// All norms in order.
    pub fn norms(&self) -> impl ExactSizeIterator<Item = (NormId, &Norm)> {
        self.norms.iter().enumerate().map(|(at, norm)| (NormId(at as u8), norm))
    }

    /// A norm.
    pub fn norm(&self, id: NormId) -> &Norm {
        &self.norms[id.index()]
    }

    /// The norm of an identifier.
    pub fn find(&self, id: &str) -> Option<NormId> {
        self.by_id.get(id).copied()
    }

    /// All identifiers, for suggestions.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// The abbreviations.
    pub fn macros(&self) -> &[MacroSpec] {
        &self.macros
    }

    /// The national profiles.
    pub fn profiles(&self) -> &[ProfileSpec] {
        &self.profiles
    }

    /// The position of a norm that a profile holds, if a name of the profile reaches it.
    pub fn held(&self, profile: usize, norm: NormId) -> Option<&Position> {
        let holds = &self.profiles[profile].holds;
        self.norm(norm).positions.iter().find(|position| holds.contains(&position.spec.name))
    }

    /// The gravity table.
    pub fn gravity(&self) -> &Gravity {
        &self.gravity
    }

    pub(crate) fn atoms(&self) -> &Atoms {
        &self.atoms
    }

    pub(crate) fn clauses(&self) -> &Clauses {
        &self.clauses
    }

    pub(crate) fn compiled(&self, reading: Reading) -> &Compiled {
        match reading {
            Reading::Profile(at) => &self.profiled[at],
            Reading::Mainstream { as_of } => {
                let at = self.periods.partition_point(|(year, _)| *year <= as_of);
                &self.periods[at - 1].1
            }
        }
    }

    /// The most slots that any reading needs.
    pub(crate) fn most_slots(&self) -> usize {
        let all = self.periods.iter().map(|(_, compiled)| compiled).chain(&self.profiled);
        all.map(|compiled| compiled.program.len()).max().unwrap_or(0)
    }

    /// First years of the periods in which every standing stays the same.
    pub fn periods(&self) -> impl Iterator<Item = u16> + '_ {
        self.periods.iter().map(|(year, _)| *year)
    }

    /// The values of a fact, grouped so that no norm tells those of a group apart.
    pub fn classes(&self, fact: Fact) -> &[Vec<u32>] {
        &self.classes[fact.index()]
    }
}

impl Special {
    fn find(resolver: &mut Resolver<'_>) -> Self {
        let mut literal = |fact: Fact, values: &[&str]| {
            let fact = resolver.vocabulary.find(facts::NAMES[fact.index()])?;
            let codes = values
                .iter()
                .try_fold(0_u32, |codes, value| Some(codes | 1 << resolver.vocabulary.read(fact, value)?))?;
            Some(resolver.atoms.number(fact, Literal::In(codes)))
        };
        let omission = literal(facts::CONDUCT_KIND, &["omission"]);
        let conflict = literal(facts::ARMED_CONFLICT, &["niac", "iac"]);
        Self { consent: resolver.norms.get(PLEAS[0].1).copied(), omission, conflict }
    }

    /// Puts clauses for the numbers of literals.
    fn settle(&mut self, clauses: &mut Clauses) {
        for literal in [&mut self.omission, &mut self.conflict] {
            *literal = literal.map(|number| clauses.bit(vec![(number, true)]));
        }
    }
}

fn check(resolver: &mut Resolver<'_>, at: usize, family: &str, spec: &NormSpec) -> Norm {
    let subject = Subject::Norm(at);
    let missing = |field: &'static str, what: &str| {
        Flaw::whole(subject.clone(), format!("norm `{}` has no {what}", spec.id)).field(field)
    };
    if spec.sources.iter().all(|source| source.trim().is_empty()) {
        resolver.flaws.push(missing("sources", "source").help("name at least one article, judgment or document"));
    }
    for (field, what, text) in [
        ("title", "title", &spec.title),
        ("met", "sentence for `met`", &spec.says.met),
        ("failed", "sentence for `failed`", &spec.says.failed),
        ("open", "sentence for `open`", &spec.says.open),
    ] {
        if text.trim().is_empty() {
            resolver.flaws.push(missing(field, what).help("write one plain sentence that names the facts"));
        }
    }
    if spec.weight > 100 {
        resolver
            .flaws
            .push(Flaw::whole(subject.clone(), format!("weight {} is above 100", spec.weight)).field("weight"));
    }
    let when = resolver.formula(&subject, &spec.when);
    let test = resolver.formula(&subject, &spec.test);
    contradictions(resolver, &subject, &spec.when, &when);
    contradictions(resolver, &subject, &spec.test, &test);
    let mut positions: Vec<Position> = Vec::new();
    for position in &spec.positions {
        if positions.iter().any(|known| known.spec.name == position.name) {
            let flaw = Flaw::within(subject.clone(), &position.name, 0..position.name.len(), "position named twice");
            resolver.flaws.push(flaw);
        }
        if position.view.trim().is_empty() {
            let message = format!("position `{}` says nothing", position.name);
            resolver.flaws.push(Flaw::within(subject.clone(), &position.name, 0..position.name.len(), message));
        }
        let standing = DatedStanding::read(&position.standing).unwrap_or_else(|| {
            let flaw =
                Flaw::within(subject.clone(), &position.standing, 0..position.standing.len(), "unknown standing")
                    .help("one of baseline, substantial, minority, substantial@YEAR, minority@YEAR");
            resolver.flaws.push(flaw);
            DatedStanding { before: Standing::Minority, from: None }
        });
        let baseline = standing.before == Standing::Baseline;
        let term = match (&position.test, baseline) {
            (None, true) => test.clone(),
            (Some(own), false) => {
                let term = resolver.formula(&subject, own);
                contradictions(resolver, &subject, own, &term);
                term
            }
            (missing, _) => {
                let message = if missing.is_some() { "the baseline has no test of its own" } else { "no test" };
                let message = format!("position `{}`: {message}", position.name);
                resolver.flaws.push(Flaw::within(subject.clone(), &position.name, 0..position.name.len(), message));
                Term::Constant(false)
            }
        };
        positions.push(Position { spec: position.clone(), standing, term });
    }
    if !positions.is_empty() {
        if positions.iter().filter(|p| p.standing.before == Standing::Baseline).count() != 1 {
            resolver.flaws.push(missing("positions", "single baseline position"));
        }
        // What few hold today may divide the headline tomorrow: standings change with the year and in play.
        if positions.len() > 1 && spec.says.contested.trim().is_empty() {
            resolver.flaws.push(missing("says", "sentence for `contested`").help("say what States disagree about"));
        }
    }
    let shields = shields(resolver, &subject, spec);
    let written = positions.iter().position(|position| position.standing.before == Standing::Baseline);
    Norm {
        spec: spec.clone(),
        family: family.to_owned(),
        shields,
        positions,
        when,
        test,
        cap: cap(family),
        facts: Vec::new(),
        written,
    }
}

fn shields(resolver: &mut Resolver<'_>, subject: &Subject, spec: &NormSpec) -> Vec<NormId> {
    let mut shields = Vec::new();
    for shield in &spec.shields {
        let plea = PLEAS.iter().find(|(short, _)| short == shield);
        match plea.and_then(|(_, id)| resolver.norms.get(id)) {
            Some(id) => shields.push(*id),
            None => {
                let message = format!("there is no plea `{shield}`");
                let flaw = Flaw::within(subject.clone(), shield, 0..shield.len(), message);
                resolver.flaws.push(flaw.suggest(shield, PLEAS.iter().map(|(short, _)| *short)));
            }
        }
    }
    shields
}

/// A conjunction that asks one fact to have two values at once can never hold.
fn contradictions(resolver: &mut Resolver<'_>, subject: &Subject, text: &str, term: &Term) {
    match term {
        Term::Not(part) => contradictions(resolver, subject, text, part),
        Term::Any(parts) => parts.iter().for_each(|part| contradictions(resolver, subject, text, part)),
        Term::All(parts) => {
            let mut left: BTreeMap<Fact, u32> = BTreeMap::new();
            for part in parts {
                contradictions(resolver, subject, text, part);
                let (bit, positive) = match part {
                    Term::Literal(bit) => (bit, true),
                    Term::Not(part) => match &**part {
                        Term::Literal(bit) => (bit, false),
                        _ => continue,
                    },
                    _ => continue,
                };
                if let (fact, Literal::In(codes)) = resolver.atoms.literal(*bit) {
                    let codes = if positive { codes } else { !codes };
                    let left = left.entry(fact).or_insert_with(|| match &resolver.vocabulary.spec(fact).holds {
                        crate::law::fact::Holds::Enum(values) => u32::MAX >> (32 - values.len()),
                        _ => 0b11,
                    });
                    *left &= codes;
                    if *left == 0 {
                        let name = &resolver.vocabulary.spec(fact).name;
                        let message = format!("asks `{name}` for two values at once, so it can never hold");
                        resolver.flaws.push(Flaw::within(subject.clone(), text, 0..text.len(), message));
                    }
                }
            }
        }
        _ => {}
    }
}

fn check_profiles(profiles: &[ProfileSpec], norms: &[Norm], flaws: &mut Vec<Flaw>) {
    let names: Vec<&str> =
        norms.iter().flat_map(|norm| norm.positions.iter().map(|position| position.spec.name.as_str())).collect();
    for (at, profile) in profiles.iter().enumerate() {
        for held in &profile.holds {
            if !names.contains(&held.as_str()) {
                let message = format!("no norm has a position `{held}`");
                let flaw = Flaw::within(Subject::Profile(at), held, 0..held.len(), message);
                flaws.push(flaw.suggest(held, names.iter().copied()));
            }
        }
        for norm in norms {
            let held: Vec<&str> = (norm.positions.iter().map(|p| p.spec.name.as_str()))
                .filter(|name| profile.holds.iter().any(|held| held == name))
                .collect();
            if held.len() > 1 {
                let message = format!("holds {} on `{}` at once", held.join(" and "), norm.spec.id);
                flaws.push(Flaw::whole(Subject::Profile(at), message));
            }
        }
    }
}

/// Norms in an order in which every norm comes after those whose tests it asks for; cycles are reported.
pub(super) fn order(norms: &[Norm], flaws: &mut Vec<Flaw>) -> Vec<usize> {
    fn visit(
        at: usize,
        norms: &[Norm],
        state: &mut [u8],
        path: &mut Vec<usize>,
        order: &mut Vec<usize>,
        flaws: &mut Vec<Flaw>,
    ) {
        match state[at] {
            2 => return,
            1 => {
                let from = path.iter().position(|seen| *seen == at).unwrap_or(0);
                let names: Vec<&str> = path[from..].iter().chain([&at]).map(|i| norms[*i].spec.id.as_str()).collect();
                let message = format!("the norms ask for each other in a circle: {}", names.join(" → "));
                flaws.push(
                    Flaw::whole(Subject::Norm(at), message)
                        .field("test")
                        .help("a test may only build on tests that stand without it"),
                );
                return;
            }
            _ => {}
        }
        state[at] = 1;
        path.push(at);
        for needed in std::iter::once(&norms[at].test).chain(norms[at].positions.iter().map(|p| &p.term)) {
            for norm in needed.norms() {
                visit(norm.index(), norms, state, path, order, flaws);
            }
        }
        path.pop();
        state[at] = 2;
        order.push(at);
    }
    let mut order = Vec::new();
    let mut state = vec![0; norms.len()];
    for at in 0..norms.len() {
        visit(at, norms, &mut state, &mut Vec::new(), &mut order, flaws);
    }
    order
}

/// Collects, for every norm, the facts that can reach its finding.
fn cones(norms: &mut [Norm], order: &[usize], atoms: &Atoms) {
    let mut cones: Vec<Vec<Fact>> = vec![Vec::new(); norms.len()];
    let own = |terms: &[&Term], cones: &[Vec<Fact>]| {
        let mut facts: Vec<Fact> = Vec::new();
        for term in terms {
            term.leaves(&mut |leaf| match leaf {
                Term::Literal(bit) => facts.push(atoms.literal(*bit).0),
                Term::Met(norm) => facts.extend(&cones[norm.index()]),
                _ => {}
            });
        }
        facts.sort_unstable();
        facts.dedup();
        facts
    };
    for at in order {
        let norm = &norms[*at];
        let terms: Vec<&Term> = std::iter::once(&norm.test).chain(norm.positions.iter().map(|p| &p.term)).collect();
        cones[*at] = own(&terms, &cones);
    }
    let whens: Vec<Vec<Fact>> = norms.iter().map(|norm| own(&[&norm.when], &cones)).collect();
    for at in 0..norms.len() {
        let mut facts = [cones[at].as_slice(), &whens[at]].concat();
        for plea in norms[at].shields.clone() {
            facts.extend(&cones[plea.index()]);
            facts.extend(&whens[plea.index()]);
        }
        facts.sort_unstable();
        facts.dedup();
        norms[at].facts = facts;
    }
}

impl Norm {
    /// Whether its finding counts towards the overall verdict.
    pub fn counts(&self) -> bool {
        matches!(self.spec.kind, Kind::Prohibition | Kind::Consequence)
    }
}
