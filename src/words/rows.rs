//! The rows of a legality card, each in several lengths.

use crate::law::alternative::Alternative;
use crate::law::assess::{Depth, Finding, Overall, assess};
use crate::law::corpus::NormId;
use crate::law::explain::{Flip, nearest};
use crate::law::fact::{Holds, YES, facts};
use crate::law::logic::Value;
use crate::law::norm::{Kind, PLEAS};
use crate::law::opinion::Entry;
use crate::law::sheet::Packed;
use crate::law::turns::{Lead, Turns};
use crate::words::card::{INDENT, WIDTH};
use crate::words::case::{Case, schools_of};
use crate::words::pages::character_word;
use crate::words::phrase::{Facet, cited, holder, short};
use crate::words::text::{capitalised, continued};

/// A row in its possible lengths, longest first; an empty length leaves the row out.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) lengths: Vec<String>,
    /// Rows of low rank give way first.
    pub(super) rank: u16,
    /// The rank at which it gives way to its last length, if that is its least and not its absence: a row that the card
    /// must carry becomes bare only when nothing else is left to shorten.
    pub(super) bare: Option<u16>,
}

impl Row {
    fn new(case: &Case<'_>, label: &str, rank: u16, lengths: Vec<String>) -> Self {
        Self { label: case.words.say(label), lengths, rank, bare: None }
    }

    /// Adds the least that the row says, with the rank at which it comes down to that.
    fn down_to(mut self, least: String, rank: u16) -> Self {
        if !least.is_empty() {
            self.lengths.push(least);
            self.bare = Some(rank);
        }
        self
    }

    /// The rank at which it gives way from one of its lengths to the next.
    pub(super) fn yields_at(&self, length: usize) -> u16 {
        let rank = self.rank + 7 * length as u16;
        if length + 2 == self.lengths.len() { self.bare.unwrap_or(rank) } else { rank }
    }
}

fn title(case: &Case<'_>, norm: NormId) -> String {
    let title = case.words.norm(case.corpus, norm, Facet::Title);
    short(&title).to_owned()
}

pub(super) fn why(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let words = case.words;
    let Some(entry) = decisive else {
        let character = character_word(case.act.character);
        let text = words.say_with("why-nothing-raised", &[("character", character.into())]);
        return Row::new(case, "label-why", 90, vec![text]);
    };
    let long = words.norm(case.corpus, entry.norm, Facet::Title);
    let title = title(case, entry.norm);
    let say = |id: &str, title: &str| {
        let sentence = case.sentence(entry.norm);
        words.say_with(id, &[("title", title.into()), ("sentence", (&sentence).into())])
    };
    let test = case.assessment.test(case.corpus, entry.norm);
    let id = match (entry.finding, test) {
        (Finding::Precluded, Value::True) if case.kind(entry) != Kind::Plea => "why-excused",
        (Finding::Precluded, _) if case.kind(entry) != Kind::Plea => "why-excused-anyway",
        (Finding::Undetermined, Value::True) => "why-shield-open",
        (Finding::Contested, Value::True) => "why-shield-contested",
        _ => "why",
    };
    if id == "why" {
        let bare = words.say_with("why-bare", &[("title", (&title).into())]);
        return Row::new(case, "label-why", 5, vec![say(id, &long), say(id, &title)]).down_to(bare, 250);
    }
    Row::new(case, "label-why", 90, vec![say(id, &title)])
}

pub(super) fn here(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let clauses = decisive.map(|entry| case.clauses(&case.told(entry.norm))).unwrap_or_default();
    // Where facts are missing, those that are there say little.
    let open = decisive.is_some_and(|entry| case.assessment.test(case.corpus, entry.norm) == Value::Unknown);
    let most = if open { 0 } else { clauses.len().min(4) };
    let lengths = (1..=most)
        .rev()
        .map(|count| capitalised(&case.words.list("list-semicolon", &clauses[..count])) + ".")
        .chain(std::iter::once(String::new()))
        .collect();
    Row::new(case, "label-here", 38, lengths)
}

pub(super) fn pleas(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let words = case.words;
    let Some(entry) = decisive else { return Row::new(case, "label-plea", 60, vec![String::new()]) };
    // A plea that succeeds settles it; those that fail beside it are for the brief.
    let best = entry.shields.iter().find(|(_, finding)| *finding == Finding::Precluded);
    let shields: Vec<(NormId, Finding)> = best.map_or_else(|| entry.shields.clone(), |shield| vec![*shield]);
    let mut lengths: [Vec<String>; 2] = [Vec::new(), Vec::new()];
    let mut bare: Vec<String> = Vec::new();
    for (plea, finding) in shields {
        let id = match finding {
            Finding::Precluded => "plea-succeeds",
            Finding::Contested => "plea-contested",
            Finding::Undetermined => "plea-open",
            Finding::Breach | Finding::NoBreach => "plea-fails",
        };
        let name = plea_name(case, plea);
        let say = |sentence: &str| words.say_with(id, &[("plea", (&name).into()), ("sentence", sentence.into())]);
        let obstacles = case.obstacles(plea);
        let told: Vec<String> = obstacles.iter().map(|norm| case.sentence(*norm)).collect();
        let (long, short) = match told.as_slice() {
            [] => (against(case, plea, finding), against(case, plea, finding)),
            [only] => (only.clone(), only.clone()),
            [first, rest @ ..] if finding == Finding::Breach => {
                let titles: Vec<String> =
                    obstacles[1..].iter().map(|norm| format!("“{}”", title(case, *norm))).collect();
                let titles = words.few(&titles, 2);
                let further =
                    words.say_with("plea-further", &[("titles", (&titles).into()), ("count", rest.len().into())]);
                let count = words.say_with("plea-further-count", &[("count", rest.len().into())]);
                (format!("{first} {further}"), format!("{first} {count}"))
            }
            [first, second] => (format!("{first} {second}"), first.clone()),
            _ => (case.sentence(plea), case.sentence(plea)),
        };
        lengths[0].push(say(&long));
        lengths[1].push(say(&short));
        bare.push(say("").trim_end().to_owned());
    }
    if case.ground() == "excused" && best.is_some_and(|(plea, _)| owes_compensation(case, *plea)) {
        for parts in &mut lengths {
            parts.push(words.say("plea-compensation"));
        }
    }
    Row::new(case, "label-plea", 60, lengths.map(|parts| parts.join(" ")).to_vec()).down_to(bare.join(" "), 205)
}

/// A plea as one would plead it.
pub(super) fn plea_name(case: &Case<'_>, plea: NormId) -> String {
    let id = &case.corpus.norm(plea).spec.id;
    let short = PLEAS.iter().find(|(_, known)| known == id).map_or("other", |(short, _)| *short);
    case.words.say_with("plea-name", &[("plea", short.into())])
}

/// What speaks against a plea that has no conditions of its own kind: the facts that carry its failure.
fn against(case: &Case<'_>, plea: NormId, finding: Finding) -> String {
    let clauses = case.clauses(&case.told(plea));
    if finding == Finding::Precluded || clauses.is_empty() {
        return case.sentence(plea);
    }
    let facts = case.words.list("list-and", &clauses);
    case.words.say_with("plea-because", &[("facts", (&facts).into())])
}

/// Necessity, distress and force majeure excuse, but do not pay.
fn owes_compensation(case: &Case<'_>, plea: NormId) -> bool {
    ["arsiwa.25.necessity", "arsiwa.23-24"].contains(&case.corpus.norm(plea).spec.id.as_str())
}

/// What is still owed from an earlier wrong, as a list.
pub(super) fn owed(case: &Case<'_>) -> String {
    let owed: Vec<String> = (case.others(Finding::Breach, None).iter())
        .filter(|entry| case.kind(entry) == Kind::Consequence)
        .map(|entry| continued(&title(case, entry.norm)))
        .collect();
    case.words.list("list-semicolon", &owed)
}

pub(super) fn more(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let words = case.words;
    let titles = |entries: &[&Entry]| -> Vec<String> { entries.iter().map(|entry| title(case, entry.norm)).collect() };
    let mut parts: Vec<(&str, Vec<String>)> = Vec::new();
    let (owed, breached): (Vec<&Entry>, Vec<&Entry>) =
        (case.others(Finding::Breach, decisive).into_iter()).partition(|entry| case.kind(entry) == Kind::Consequence);
    parts.push(("more-breached", titles(&breached)));
    // Where nothing else weighs against the act, the headline has named them all.
    if case.ground() != "owed" {
        parts.push(("more-owed", titles(&owed)));
    }
    if matches!(case.opinion.overall, Overall::Contested) {
        parts.push(("more-contested", titles(&case.others(Finding::Contested, decisive))));
    }
    if matches!(case.opinion.overall, Overall::Undetermined | Overall::Contested) {
        parts.push(("more-open", titles(&case.others(Finding::Undetermined, decisive))));
    }
    let of_kind = |kind: Kind| -> Vec<&Entry> {
        let raised = case.opinion.entries.iter().filter(|entry| entry.raised == Value::True);
        raised.filter(|entry| entry.finding == Finding::Breach && case.kind(entry) == kind).collect()
    };
    parts.push(("more-soft", titles(&of_kind(Kind::Soft))));
    parts.push(("more-barred", titles(&of_kind(Kind::Procedural))));
    let weak = !of_kind(Kind::Evidence).is_empty();
    parts.retain(|(_, titles)| !titles.is_empty());
    let line = |most: usize| {
        let told =
            parts.iter().map(|(id, titles)| words.say_with(id, &[("titles", (&words.few(titles, most)).into())]));
        told.chain(weak.then(|| words.say("more-evidence"))).collect::<Vec<_>>().join(" ")
    };
    Row::new(case, "label-more", 30, vec![line(3), line(2), line(1), String::new()])
}

pub(super) fn ask(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let Some(entry) = decisive.filter(|entry| entry.finding == Finding::Undetermined) else {
        return Row::new(case, "label-open", 70, vec![String::new()]);
    };
    let questions: Vec<String> =
        entry.turns_on.facts.iter().map(|lead| question(case, entry.norm, lead, &entry.turns_on)).collect();
    let ways: Vec<String> = (case.ways(entry.norm, &entry.turns_on).iter())
        .map(|(finding, clauses)| {
            case.words.say_with("ask-way", &[("finding", finding.into()), ("clauses", clauses.into())])
        })
        .collect();
    let mut lengths: Vec<String> = Vec::new();
    if entry.turns_on.facts.len() > 1 {
        lengths.extend(
            (1..=ways.len()).rev().map(|most| capitalised(&case.words.list("list-semicolon", &ways[..most])) + "."),
        );
        let asked: Vec<String> =
            entry.turns_on.facts.iter().map(|lead| case.words.ask(case.corpus, lead.fact)).collect();
        lengths.extend((1..=asked.len().min(3)).rev().map(|most| asked[..most].join(" ")));
    } else {
        lengths.push(questions.join(" "));
    }
    Row::new(case, "label-open", 70, lengths)
}

/// A question with where its answers lead: `Did systems stop working? none or degraded: respected; …`.
pub(super) fn question(case: &Case<'_>, norm: NormId, lead: &Lead, turns: &Turns) -> String {
    let words = case.words;
    let mut leads: Vec<(Finding, Vec<u32>)> = Vec::new();
    for (codes, finding) in &lead.values {
        match leads.iter_mut().find(|(known, _)| known == finding) {
            Some((_, members)) => members.extend(codes),
            None => leads.push((*finding, codes.clone())),
        }
    }
    let ask = words.ask(case.corpus, lead.fact);
    let alone = turns.facts.len() == 1 || leads.iter().any(|(finding, _)| *finding != Finding::Undetermined);
    if !alone {
        return ask;
    }
    let bool_fact = matches!(case.corpus.vocabulary().spec(lead.fact).holds, Holds::Bool);
    let mut told: Vec<String> = Vec::new();
    leads.sort_by_key(
        |(_, codes)| if bool_fact { std::cmp::Reverse(codes.first().copied()) } else { std::cmp::Reverse(None) },
    );
    for (finding, codes) in &leads {
        let finding = match finding {
            Finding::Undetermined => words.say("still-open"),
            finding => words.found(case.corpus, norm, *finding),
        };
        if bool_fact && leads.len() == 2 {
            let id = if codes.first() == Some(&YES) { "ask-yes" } else { "ask-no" };
            told.push(words.say_with(id, &[("finding", (&finding).into())]));
        } else {
            let values: Vec<String> = codes.iter().map(|code| words.value(case.corpus, lead.fact, *code)).collect();
            let values = words.list("list-or", &values);
            told.push(words.say_with("ask-lead", &[("values", (&values).into()), ("finding", (&finding).into())]));
        }
    }
    let leads = capitalised(&words.list("list-semicolon", &told)) + ".";
    words.say_with("ask-decides", &[("question", (&ask).into()), ("leads", (&leads).into())])
}

pub(super) fn provisional(case: &Case<'_>) -> Row {
    let questions: Vec<String> = case.open.iter().map(|fact| case.words.ask(case.corpus, *fact)).collect();
    let most = questions.len().min(3);
    let lengths = (1..=most)
        .rev()
        .map(|count| {
            let told = questions[..count].join(" ");
            case.words.say_with("ask-provisional", &[("questions", (&told).into())])
        })
        .chain(std::iter::once(String::new()))
        .collect();
    Row::new(case, "label-provisional", 20, lengths)
}

pub(super) fn change(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    if case.opinion.overall == Overall::Undetermined {
        return Row::new(case, "label-change", 55, vec![String::new()]);
    }
    let words = case.words;
    let flips = case.flips(decisive);
    let near: Vec<&Flip> = flips.iter().filter(|flip| !flip.remote).collect();
    let clause = |flip: &Flip| words.among(case.corpus, flip.fact, &[flip.code]);
    let one = |flip: &Flip| {
        let verdict = words.verdict_within(flip.overall);
        let id = if flip.fixed { "change-fixed" } else { "change" };
        words.say_with(id, &[("verdict", (&verdict).into()), ("clause", (&clause(flip)).into())])
    };
    let lengths = match near.as_slice() {
        [] => vec![alone(case, decisive).or_else(|| flips.first().map(one)).unwrap_or_else(|| nothing(case))],
        [first, second, ..] if second.carries && !first.fixed && !second.fixed => {
            let (verdict, other) = (words.verdict_within(first.overall), words.verdict_within(second.overall));
            let id = if first.overall == second.overall { "change-or" } else { "change-and" };
            let (clause, second) = (clause(first), clause(second));
            let args = [("verdict", &verdict), ("clause", &clause), ("other", &other), ("second", &second)];
            vec![words.say_with(id, &args.map(|(name, text)| (name, text.into()))), one(first)]
        }
        [first, ..] => vec![one(first)],
    };
    Row::new(case, "label-change", 55, lengths)
}

fn nothing(case: &Case<'_>) -> String {
    if case.is_lawful() { String::new() } else { case.words.say("change-none") }
}

/// Several breaches stand side by side: say at least what would clear the decisive one.
fn alone(case: &Case<'_>, decisive: Option<&Entry>) -> Option<String> {
    let entry = decisive.filter(|_| !case.is_lawful())?;
    let mut scratch = case.assessment.clone();
    for fact in case.reasons(entry.norm) {
        if [facts::PERPETRATOR, facts::CONSENT, facts::CONDUCT_KIND, facts::CYBER_MEANS].contains(&fact) {
            continue;
        }
        let Some(now) = case.opinion.sheet.get(fact) else { continue };
        for code in nearest(case.corpus, fact, now) {
            let mut changed = case.opinion.sheet;
            changed.set(fact, code);
            let packed = Packed::new(case.corpus, &changed);
            assess(case.corpus, case.opinion.reading, case.act, &packed, Depth::Findings, &mut scratch);
            if scratch.finding(entry.norm) == Finding::NoBreach {
                let clause = case.words.among(case.corpus, fact, &[code]);
                let id = if entry.finding == Finding::Breach { "change-finding" } else { "change-doubt" };
                return Some(case.words.say_with(id, &[("clause", (&clause).into())]));
            }
        }
    }
    None
}

pub(super) fn schools(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let Some(entry) = case.divided(decisive) else {
        return Row::new(case, "label-schools", 0, vec![String::new()]);
    };
    let words = case.words;
    let norm = case.corpus.norm(entry.norm);
    let least = schools_of(entry).iter().map(|(_, members)| members.len()).min().unwrap_or(0);
    // At `most` 0 only the smallest groups say who is in them.
    let line = |most: usize, few: usize| {
        let groups: Vec<String> = (schools_of(entry).iter())
            .map(|(finding, members)| {
                let most = if members.len() == least { most.max(few) } else { most };
                let schools: Vec<String> = members
                    .iter()
                    .map(|nth| {
                        let spec = &norm.positions[*nth].spec;
                        let holders: Vec<String> = spec.held_by.iter().map(|held| holder(held)).collect();
                        if holders.is_empty() || most == 0 {
                            return words.say_with("school-bare", &[("name", (&spec.name).into())]);
                        }
                        let holders = words.few(&holders, most);
                        words.say_with("school", &[("name", (&spec.name).into()), ("holders", (&holders).into())])
                    })
                    .collect();
                let positions = words.list("list-and", &schools);
                let finding = words.found(case.corpus, entry.norm, *finding);
                words.say_with("schools-group", &[("finding", (&finding).into()), ("positions", (&positions).into())])
            })
            .collect();
        let groups = words.list("list-semicolon", &groups);
        if decisive.is_some_and(|other| other.norm == entry.norm) {
            return words.say_with("schools", &[("groups", (&capitalised(&groups)).into())]);
        }
        let title = title(case, entry.norm);
        words.say_with("schools-on", &[("title", (&title).into()), ("groups", (&groups).into())])
    };
    let lengths: Vec<String> =
        [(3, 3), (2, 2), (1, 2), (1, 1), (0, 2), (0, 1), (0, 0)].map(|(most, few)| line(most, few)).to_vec();
    let own = decisive.is_some_and(|other| other.norm == entry.norm);
    Row::new(case, "label-schools", if own { 40 } else { 12 }, lengths).down_to(counted(case, entry), 200)
}

/// How many readings find what: all that is left of the schools on a crowded card.
fn counted(case: &Case<'_>, entry: &Entry) -> String {
    let groups: Vec<String> = (schools_of(entry).iter())
        .map(|(finding, members)| {
            let finding = case.words.found(case.corpus, entry.norm, *finding);
            case.words.say_with("schools-count", &[("finding", (&finding).into()), ("count", members.len().into())])
        })
        .collect();
    case.words.say_with("schools", &[("groups", (&capitalised(&case.words.list("list-comma", &groups))).into())])
}

pub(super) fn profiles(case: &Case<'_>) -> Row {
    let words = case.words;
    let mut groups: Vec<(Overall, Vec<String>)> = Vec::new();
    for (profile, overall) in case.corpus.profiles().iter().zip(&case.opinion.profiles) {
        match groups.iter_mut().find(|(known, _)| known == overall) {
            Some((_, members)) => members.push(profile.name.clone()),
            None => groups.push((*overall, vec![profile.name.clone()])),
        }
    }
    let mut lengths = vec![String::new()];
    if groups.len() > 1 {
        groups.sort_by_key(|(overall, _)| std::cmp::Reverse(*overall));
        let told: Vec<String> = groups
            .iter()
            .map(|(overall, profiles)| {
                let (verdict, profiles) = (words.verdict_within(*overall), words.list("list-and", profiles));
                words.say_with("profiles-group", &[("verdict", (&verdict).into()), ("profiles", (&profiles).into())])
            })
            .collect();
        let told = capitalised(&words.list("list-semicolon", &told));
        lengths.insert(0, words.say_with("profiles", &[("groups", (&told).into())]));
    }
    Row::new(case, "label-profiles", 10, lengths)
}

pub(super) fn then(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let words = case.words;
    let opens = decisive.map(|entry| words.norm(case.corpus, entry.norm, Facet::Opens)).unwrap_or_default();
    let opens = if opens.is_empty() { words.say("then-default") } else { opens };
    let say = |id: &str, opens: &str| words.say_with(id, &[("opens", opens.into())]);
    let (text, short) = match case.ground() {
        "breach" => (say("then-breach", &opens), words.say("then-default")),
        "contested" => (say("then-contested", &continued(&opens)), words.say("then-contested-short")),
        "open" => (say("then-open", &continued(&opens)), words.say("then-open-short")),
        "owed" => (words.say("then-owed"), words.say("then-default")),
        "excused" => (words.say("then-excused"), String::new()),
        "unfriendly" => (words.say("then-unfriendly"), String::new()),
        _ => (words.say("then-lawful"), String::new()),
    };
    let bare = match case.ground() {
        "contested" | "open" => words.say("then-bare"),
        _ => String::new(),
    };
    let lengths = [text, short].into_iter().filter(|text| !text.is_empty()).collect();
    Row::new(case, "label-then", 57, lengths).down_to(bare, 215)
}

pub(super) fn instead(case: &Case<'_>, alternative: Option<&Alternative>) -> Row {
    let Some(one) = alternative else { return Row::new(case, "label-instead", 75, vec![String::new()]) };
    let short = |id: &str| {
        let (name, verdict) = (case.title(&one.id), case.words.verdict_within(one.overall));
        let (cost, own) = (one.cost.into(), case.opinion.score.cost.into());
        let name = format!("“{name}”");
        case.words
            .say_with(id, &[("move", (&name).into()), ("verdict", (&verdict).into()), ("cost", cost), ("own", own)])
    };
    Row::new(case, "label-instead", 75, vec![milder(case, one), short("instead-short")])
        .down_to(short("instead-bare"), 210)
}

/// The sentence on a less intrusive alternative.
pub(super) fn milder(case: &Case<'_>, one: &Alternative) -> String {
    let words = case.words;
    let share = match one.share {
        0..950 => "less",
        950..=1050 => "same",
        _ => "more",
    };
    let (name, verdict, aim) = (case.title(&one.id), words.verdict_within(one.overall), words.aim(one.aim));
    words.say_with(
        "instead",
        &[
            ("move", (&format!("“{name}”")).into()),
            ("verdict", (&verdict).into()),
            ("cost", one.cost.into()),
            ("own", case.opinion.score.cost.into()),
            ("aim", (&aim).into()),
            ("share", share.into()),
        ],
    )
}

pub(super) fn sources(case: &Case<'_>, decisive: Option<&Entry>) -> Row {
    let pleas = decisive.into_iter().flat_map(|entry| &entry.shields).flat_map(|(plea, _)| {
        let obstacles = case.obstacles(*plea);
        if obstacles.is_empty() { vec![*plea] } else { obstacles }
    });
    let norms: Vec<NormId> = decisive.map(|entry| entry.norm).into_iter().chain(pleas).collect();
    let mut cites: Vec<String> = Vec::new();
    // The first of each, then the second of each: a short line still names every norm's best source.
    let most = norms.iter().map(|norm| case.corpus.norm(*norm).spec.sources.len()).max().unwrap_or(0);
    for nth in 0..most {
        for norm in &norms {
            if let Some(source) = case.corpus.norm(*norm).spec.sources.get(nth) {
                let source = cited(source);
                if !cites.contains(&source) {
                    cites.push(source);
                }
            }
        }
    }
    // One line: as many as fit.
    let fits = |count: &usize| cites[..*count].join("; ").chars().count() <= WIDTH - INDENT;
    let count = (1..=cites.len()).take_while(fits).last().unwrap_or(cites.len().min(1));
    let told = cites[..count].join("; ");
    Row::new(case, "label-sources", 85, vec![told])
}
