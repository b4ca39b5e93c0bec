//! The full brief: the second reading level, in Markdown.

use crate::law::act::Act;
use crate::law::alternative::{Alternative, primary};
use crate::law::assess::Finding;
use crate::law::corpus::{Corpus, Reading};
use crate::law::formula::{Formula, parse};
use crate::law::logic::Value;
use crate::law::norm::Kind;
use crate::law::opinion::{Entry, Opinion};
use crate::law::score::{Factor, Item, Record, Sum, sum};

use crate::words::case::Case;
use crate::words::locale::{Arg, Words};
use crate::words::phrase::{Facet, cited};
use crate::words::rows::{milder, plea_name, question};
use crate::words::text::capitalised;
use crate::words::tree::{self, Bench, Tree};

/// Writes everything an opinion found: every raised norm with its elements, readings and pleas, what is open, how States
/// of different outlook judge, what it costs, and what would do instead.
pub fn brief(
    words: &Words,
    corpus: &Corpus,
    act: &Act,
    opinion: &Opinion,
    alternative: Option<&Alternative>,
    record: Record,
) -> String {
    let case = Case::new(words, corpus, act, opinion);
    let mut page = Page { case: &case, text: String::new() };
    page.head();
    let raised = |kinds: fn(Kind) -> bool| {
        let raised = opinion.entries.iter().filter(|entry| entry.raised == Value::True);
        raised.filter(move |entry| kinds(corpus.norm(entry.norm).spec.kind)).collect::<Vec<_>>()
    };
    let decisive = case.decisive();
    let mut norms = raised(|kind| !matches!(kind, Kind::Attribution | Kind::Condition | Kind::Plea));
    norms.sort_by_key(|entry| {
        let first = decisive.is_some_and(|one| one.norm == entry.norm);
        let norm = corpus.norm(entry.norm);
        (!first, !norm.counts(), std::cmp::Reverse(entry.finding), std::cmp::Reverse(norm.spec.weight))
    });
    page.section("brief-norms", &norms);
    page.section("brief-attribution", &raised(|kind| kind == Kind::Attribution));
    page.section("brief-pleas", &raised(|kind| matches!(kind, Kind::Condition | Kind::Plea)));
    page.could();
    page.change(decisive);
    page.profiles();
    page.score(&sum(corpus, &opinion.sheet, &case.assessment, record));
    page.alternative(alternative);
    page.line(&words.say("brief-legend"));
    page.text
}

struct Page<'a> {
    case: &'a Case<'a>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.line(text);
        self.line("");
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.paragraph(&format!("{} {text}", "#".repeat(level)));
    }

    fn items(&mut self, items: &[String]) {
        for item in items {
            self.line(&format!("- {item}"));
        }
        self.line("");
    }

    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.case.words.say_with(id, args)
    }

    fn head(&mut self) {
        let (words, opinion) = (self.case.words, self.case.opinion);
        let name = self.case.title(&self.case.act.id);
        let verdict = match self.case.ground() {
            "owed" => words.say_with("verdict-owed", &[("own", self.case.own().into())]),
            _ => words.verdict_within(opinion.overall),
        };
        self.heading(1, &self.say("brief-title", &[("move", (&name).into()), ("verdict", (&verdict).into())]));
        let gloss = self.say("gloss", &[("ground", self.case.ground().into())]);
        let reading = match opinion.reading {
            Reading::Mainstream { as_of } => self.say("brief-reading-year", &[("year", (&as_of.to_string()).into())]),
            Reading::Profile(at) => {
                let name = &self.case.corpus.profiles()[at].name;
                self.say("brief-reading-profile", &[("profile", name.into())])
            }
        };
        self.paragraph(&format!("{gloss} {reading}"));
        if !self.case.open.is_empty() {
            self.paragraph(&words.say("brief-provisional"));
            self.items(&self.case.open.iter().map(|fact| words.ask(self.case.corpus, *fact)).collect::<Vec<_>>());
        }
    }

    fn section(&mut self, title: &str, entries: &[&Entry]) {
        if entries.is_empty() {
            return;
        }
        self.heading(2, &self.case.words.say(title));
        for entry in entries {
            self.norm(entry);
        }
    }

    fn norm(&mut self, entry: &Entry) {
        let (case, words, corpus) = (self.case, self.case.words, self.case.corpus);
        let norm = corpus.norm(entry.norm);
        self.heading(3, &words.norm(corpus, entry.norm, Facet::Title));
        let (kind, finding) = (words.kind(norm.spec.kind), words.found(corpus, entry.norm, entry.finding));
        let meta = self.say(
            "brief-meta",
            &[
                ("id", (&norm.spec.id).into()),
                ("kind", (&kind).into()),
                ("layer", (&norm.spec.layer).into()),
                ("status", (&norm.spec.status).into()),
                ("finding", (&finding).into()),
            ],
        );
        self.paragraph(&meta);
        let clauses = case.clauses(&case.told(entry.norm));
        let mut sentence = case.sentence(entry.norm);
        if !clauses.is_empty() {
            let facts = words.list("list-semicolon", &clauses);
            sentence.push(' ');
            sentence.push_str(&self.say("brief-because", &[("facts", (&facts).into())]));
        }
        self.paragraph(&sentence);
        self.elements(entry);
        self.positions(entry);
        self.shields(entry);
        self.turns(entry);
        let cites: Vec<String> = norm.spec.sources.iter().map(|source| cited(source)).collect();
        let mut last = self.say("brief-sources", &[("sources", (&cites.join("; ")).into())]);
        let opens = words.norm(corpus, entry.norm, Facet::Opens);
        if !opens.is_empty() && matches!(entry.finding, Finding::Breach | Finding::Contested) {
            last = format!("{} {last}", self.say("brief-opens", &[("opens", (&opens).into())]));
        }
        self.paragraph(&last);
    }

    fn elements(&mut self, entry: &Entry) {
        let case = self.case;
        let bench = Bench { corpus: case.corpus, sheet: &case.opinion.sheet, found: &case.assessment };
        let test = tree::grow(case.words, &bench, case.opinion.test(case.corpus, entry.norm));
        // Elements are joined by "and" unless something else is said, which the root of the tree then says.
        let joined =
            parse(case.opinion.test(case.corpus, entry.norm)).is_ok_and(|test| matches!(test, Formula::All(_)));
        self.paragraph(&format!("**{}**", case.words.say("brief-elements")));
        for part in if joined { &test.parts } else { std::slice::from_ref(&test) } {
            self.element(part, 0);
        }
        self.line("");
    }

    fn element(&mut self, part: &Tree, depth: usize) {
        let value = capitalised(&self.case.words.truth(part.value));
        let text = self.say("brief-element", &[("value", (&value).into()), ("text", (&part.text).into())]);
        self.line(&format!("{}- {text}", "  ".repeat(depth)));
        for part in &part.parts {
            self.element(part, depth + 1);
        }
    }

    fn positions(&mut self, entry: &Entry) {
        let (words, corpus) = (self.case.words, self.case.corpus);
        let norm = corpus.norm(entry.norm);
        if norm.positions.is_empty() {
            return;
        }
        self.paragraph(&format!("**{}**", words.say("brief-positions")));
        let told: Vec<String> = (norm.positions.iter().zip(&entry.positions))
            .map(|(position, (standing, finding))| {
                let spec = &position.spec;
                let id = if spec.held_by.is_empty() { "brief-position-nobody" } else { "brief-position" };
                let (standing, finding) = (words.standing(*standing), words.found(corpus, entry.norm, *finding));
                let (view, holders) = (words.view(corpus, entry.norm, position), spec.held_by.join(", "));
                self.say(
                    id,
                    &[
                        ("name", (&spec.name).into()),
                        ("standing", (&standing).into()),
                        ("finding", (&finding).into()),
                        ("view", (&view).into()),
                        ("holders", (&holders).into()),
                    ],
                )
            })
            .collect();
        self.items(&told);
    }

    fn shields(&mut self, entry: &Entry) {
        let (case, words, corpus) = (self.case, self.case.words, self.case.corpus);
        let norm = corpus.norm(entry.norm);
        if norm.spec.kind != Kind::Prohibition || entry.finding == Finding::NoBreach {
            return;
        }
        if entry.shields.is_empty() {
            let id = if norm.shields.is_empty() { "brief-shields-never" } else { "brief-shields-none" };
            return self.paragraph(&words.say(id));
        }
        self.paragraph(&format!("**{}**", words.say("brief-shields")));
        let mut told = Vec::new();
        for (plea, finding) in &entry.shields {
            let (name, finding) = (plea_name(case, *plea), words.found(corpus, *plea, *finding));
            let sentence = case.sentence(*plea);
            told.push(self.say(
                "brief-shield",
                &[("title", (&name).into()), ("finding", (&finding).into()), ("sentence", (&sentence).into())],
            ));
            for condition in case.obstacles(*plea) {
                let (title, sentence) = (words.norm(corpus, condition, Facet::Title), case.sentence(condition));
                let violated = case.assessment.test(corpus, condition) == Value::True;
                let id = if violated { "brief-condition" } else { "brief-condition-open" };
                told.push(self.say(id, &[("title", (&title).into()), ("sentence", (&sentence).into())]));
            }
        }
        self.items(&told);
    }

    fn turns(&mut self, entry: &Entry) {
        let case = self.case;
        if entry.turns_on.facts.is_empty() {
            return;
        }
        self.paragraph(&format!("**{}**", case.words.say("brief-turns")));
        let questions = entry.turns_on.facts.iter().map(|lead| question(case, entry.norm, lead, &entry.turns_on));
        let ways = case.ways(entry.norm, &entry.turns_on).into_iter().map(|(finding, clauses)| {
            let way = self.say("ask-way", &[("finding", (&finding).into()), ("clauses", (&clauses).into())]);
            capitalised(&way) + "."
        });
        let cut = (!entry.turns_on.complete).then(|| case.words.say("ask-cut"));
        let told: Vec<String> = questions.chain(ways).chain(cut).collect();
        self.items(&told);
    }

    fn could(&mut self) {
        let (case, words, corpus) = (self.case, self.case.words, self.case.corpus);
        let open: Vec<&Entry> = case.opinion.entries.iter().filter(|entry| entry.raised != Value::True).collect();
        if open.is_empty() {
            return;
        }
        self.heading(2, &words.say("brief-could"));
        let told: Vec<String> = open
            .iter()
            .map(|entry| {
                let title = words.norm(corpus, entry.norm, Facet::Title);
                let way = entry.raised_by.ways.iter().find(|way| way.finding == Finding::Breach);
                let clauses: Vec<String> = (way.into_iter().flat_map(|way| &way.when))
                    .map(|(fact, codes)| words.among(corpus, *fact, codes))
                    .collect();
                let clauses = words.list("list-and", &clauses);
                let by = self.say("brief-could-by", &[("clauses", (&clauses).into())]);
                let finding = words.found(corpus, entry.norm, entry.finding);
                self.say(
                    "brief-could-item",
                    &[("title", (&title).into()), ("by", (&by).into()), ("finding", (&finding).into())],
                )
            })
            .collect();
        self.items(&told);
    }

    fn change(&mut self, decisive: Option<&Entry>) {
        let (case, words) = (self.case, self.case.words);
        let flips = case.flips(decisive);
        if flips.is_empty() {
            return;
        }
        self.heading(2, &words.say("brief-change"));
        let told: Vec<String> = (flips.iter().take(MOST_CHANGES))
            .map(|flip| {
                let verdict = words.verdict(flip.overall);
                let clause = words.among(case.corpus, flip.fact, &[flip.code]);
                let id = if flip.fixed { "brief-change-fixed" } else { "brief-change-item" };
                self.say(id, &[("verdict", (&verdict).into()), ("clause", (&clause).into())])
            })
            .collect();
        self.items(&told);
    }

    fn profiles(&mut self) {
        let (case, words) = (self.case, self.case.words);
        self.heading(2, &words.say("brief-profiles"));
        let told: Vec<String> = (case.corpus.profiles().iter().zip(&case.opinion.profiles))
            .map(|(profile, overall)| {
                let verdict = words.verdict_within(*overall);
                self.say("brief-profile", &[("profile", (&profile.name).into()), ("verdict", (&verdict).into())])
            })
            .collect();
        self.items(&told);
    }

    fn score(&mut self, sum: &Sum) {
        let (case, words, corpus) = (self.case, self.case.words, self.case.corpus);
        self.heading(2, &words.say("brief-score"));
        let costly: Vec<_> = sum.items.iter().filter(|item| item.share > 0).collect();
        let mut told: Vec<String> = Vec::new();
        for item in &costly {
            let title = words.norm(corpus, item.norm, Facet::Title);
            let finding = words.found(corpus, item.norm, case.opinion.finding(item.norm));
            let (share, points) = (decimal(u64::from(item.share), 10), decimal(item.points(), 1000));
            let id = if item.counted { "brief-score-item" } else { "brief-score-uncounted" };
            told.push(self.say(
                id,
                &[
                    ("title", (&title).into()),
                    ("weight", u32::from(item.weight).into()),
                    ("share", (&share).into()),
                    ("points", (&points).into()),
                    ("finding", (&finding).into()),
                ],
            ));
        }
        if costly.is_empty() {
            told.push(words.say("brief-score-none"));
        } else {
            let total = sum.items.iter().filter(|item| item.counted).map(Item::points).sum();
            told.push(self.say("brief-score-sum", &[("points", (&decimal(total, 1000)).into())]));
            for (factor, permille) in &sum.factors {
                let (why, times) = (
                    words.say_with("factor", &[("factor", factor_word(*factor).into())]),
                    decimal(u64::from(*permille), 1000),
                );
                told.push(self.say("brief-score-factor", &[("factor", (&times).into()), ("why", (&why).into())]));
            }
            told.push(self.say("brief-score-cost", &[("cost", sum.cost.into())]));
        }
        self.items(&told);
        let score = &case.opinion.score;
        let gravity = self.say(
            "brief-score-gravity",
            &[
                ("gravity", u32::from(score.gravity).into()),
                ("worst", u32::from(score.gravity_at_worst).into()),
                ("rights", u32::from(score.rights).into()),
            ],
        );
        self.paragraph(&gravity);
    }

    fn alternative(&mut self, alternative: Option<&Alternative>) {
        let case = self.case;
        let text = match (alternative, primary(case.act)) {
            (Some(one), _) => milder(case, one),
            (None, Some((aim, _))) if !case.is_lawful() => {
                let aim = case.words.aim(aim);
                self.say("brief-alternative-none", &[("aim", (&aim).into())])
            }
            _ => return,
        };
        self.heading(2, &case.words.say("brief-alternative"));
        self.paragraph(&text);
    }
}

/// The most changes listed: beyond these they are curiosities.
const MOST_CHANGES: usize = 8;

/// A whole number of parts as a decimal, without idle zeros: 12 500 thousandths are `12.5`.
fn decimal(parts: u64, of: u64) -> String {
    let mut rest = parts % of;
    let mut digits = String::new();
    while rest > 0 {
        rest *= 10;
        digits.push_str(&(rest / of).to_string());
        rest %= of;
    }
    if digits.is_empty() { (parts / of).to_string() } else { format!("{}.{digits}", parts / of) }
}

const fn factor_word(factor: Factor) -> &'static str {
    match factor {
        Factor::Gravity => "gravity",
        Factor::Cooperated => "cooperated",
        Factor::Stopped => "stopped",
        Factor::Repaired => "repaired",
        Factor::Assured => "assured",
        Factor::GoodFaith => "good-faith",
        Factor::Repeated => "repeated",
        Factor::Indiscriminate => "indiscriminate",
        Factor::DangerToLife => "danger-to-life",
        Factor::FalseFlag => "false-flag",
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_exact_and_short() {
        assert_eq!(decimal(12_500, 1000), "12.5");
        assert_eq!(decimal(45_000, 1000), "45");
        assert_eq!(decimal(333, 10), "33.3");
    }
}
