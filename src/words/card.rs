//! The legality card: one act on at most twelve lines.
//!
//! Every row is written in several lengths; the card takes the longest that together fit, giving way first where the
//! reader loses least. What a card must carry (the deciding norm, what would change it, the schools, the reply, the milder
//! act, the sources) is shortened and never left out.

use crate::law::act::Act;
use crate::law::alternative::Alternative;
use crate::law::corpus::{Corpus, Reading};
use crate::law::opinion::Opinion;
use crate::words::case::Case;
use crate::words::locale::Words;
use crate::words::rows::{
    Row, ask, change, here, instead, more, owed, pleas, profiles, provisional, schools, sources, then, why,
};
use crate::words::text::{hang, wrap};

/// The most lines of a card.
pub const LINES: usize = 12;
/// The most characters of a line.
pub const WIDTH: usize = 100;
/// Columns that labels take.
pub(super) const INDENT: usize = 9;

/// A card: a headline and labelled rows, for whoever lays them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The verdict in plain words.
    pub headline: String,
    /// Label and text of every row, in reading order.
    pub rows: Vec<(String, String)>,
}

impl Card {
    /// The card as lines of at most [`WIDTH`] characters.
    pub fn lines(&self) -> Vec<String> {
        let rows = self.rows.iter().flat_map(|(label, text)| hang(label, text, INDENT, WIDTH));
        wrap(&self.headline, WIDTH).into_iter().chain(rows).collect()
    }

    /// The card as text; every line ends.
    pub fn text(&self) -> String {
        self.lines().into_iter().map(|line| line + "\n").collect()
    }
}

/// Writes the card on an opinion. `alternative` is the less intrusive lawful move, if there is one.
pub fn card(words: &Words, corpus: &Corpus, act: &Act, opinion: &Opinion, alternative: Option<&Alternative>) -> Card {
    let case = Case::new(words, corpus, act, opinion);
    let decisive = case.decisive();
    let mut rows = vec![
        why(&case, decisive),
        here(&case, decisive),
        pleas(&case, decisive),
        more(&case, decisive),
        ask(&case, decisive),
        provisional(&case),
        change(&case, decisive),
        schools(&case, decisive),
        profiles(&case),
        then(&case, decisive),
        instead(&case, alternative),
        sources(&case, decisive),
    ];
    rows.retain(|row| row.lengths.iter().any(|text| !text.is_empty()));
    fit(&headline(&case), &rows)
}

fn fit(headline: &str, rows: &[Row]) -> Card {
    let mut chosen = vec![0; rows.len()];
    let card = |chosen: &[usize]| Card {
        headline: headline.to_owned(),
        rows: (rows.iter().zip(chosen))
            .map(|(row, at)| (row.label.clone(), row.lengths[*at].clone()))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
    };
    let height = |row: &Row, at: usize| hang(&row.label, &row.lengths[at], INDENT, WIDTH).len();
    // Give way, least first, but only where that saves a line.
    while card(&chosen).lines().len() > LINES {
        let saves = |nth: &usize| {
            let now = height(&rows[*nth], chosen[*nth]);
            (chosen[*nth] + 1..rows[*nth].lengths.len()).any(|at| height(&rows[*nth], at) < now)
        };
        let Some(nth) = (0..rows.len()).filter(saves).min_by_key(|nth| rows[*nth].yields_at(chosen[*nth])) else {
            break;
        };
        chosen[nth] += 1;
    }
    // What then fits after all comes back, weightiest first.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|nth| std::cmp::Reverse(rows[*nth].rank));
    for nth in order {
        for at in 0..chosen[nth] {
            let mut longer = chosen.clone();
            longer[nth] = at;
            if card(&longer).lines().len() <= LINES {
                chosen = longer;
                break;
            }
        }
    }
    card(&chosen)
}

fn headline(case: &Case<'_>) -> String {
    let words = case.words;
    let opinion = case.opinion;
    let reading = match opinion.reading {
        Reading::Mainstream { as_of } => {
            words.say_with("headline-reading-year", &[("year", (&as_of.to_string()).into())])
        }
        Reading::Profile(at) => {
            words.say_with("headline-reading-profile", &[("profile", (&case.corpus.profiles()[at].name).into())])
        }
    };
    let is_open = !case.open.is_empty();
    if case.ground() == "owed" {
        let id = if is_open { "headline-owed-provisional" } else { "headline-owed" };
        let (title, owed) = (case.title(&case.act.id), owed(case));
        let args = [("move", title.as_str()), ("reading", &reading), ("titles", &owed), ("own", case.own())];
        return words.say_with(id, &args.map(|(name, text)| (name, text.into())));
    }
    let id = if is_open { "headline-provisional" } else { "headline" };
    let gloss = words.say_with("gloss", &[("ground", case.ground().into())]);
    let say = |gloss: &str| {
        let (verdict, title) = (words.verdict(opinion.overall).to_uppercase(), case.title(&case.act.id));
        let args = [("verdict", verdict.as_str()), ("move", &title), ("reading", &reading), ("gloss", gloss)];
        words.say_with(id, &args.map(|(name, text)| (name, text.into()))).trim().to_owned()
    };
    let long = say(&gloss);
    // The gloss is a kindness: it goes before it takes a second line.
    if long.chars().count() <= WIDTH { long } else { say("") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Day;
    use crate::base::id::{DoctrineId, StateId};
    use crate::law::Overall;
    use crate::law::norm::Standing;
    use crate::sim::custom::{Doctrine, Tenet};
    use crate::sim::fixture;
    use crate::sim::legal::{Chambers, Conduct, Sitting, Standpoint};
    use crate::sim::operations::MeasurePurpose;
    use crate::sim::order::Terms;
    use crate::sim::polity::Sector;

    #[test]
    fn a_card_says_which_reading_has_come_to_prevail() {
        let (words, rules) = (Words::english().unwrap(), fixture::rules());
        let norm = rules.law.corpus.find("non-intervention").unwrap();
        let mut scene = fixture::ring(3);
        // Broad sanctions have come to be prohibited, and the narrower readings have lost their following.
        let turned =
            [(3, Standing::Baseline), (0, Standing::Minority), (1, Standing::Minority), (2, Standing::Minority)];
        scene.doctrines = (0..)
            .zip(turned)
            .map(|(id, (place, standing))| Doctrine {
                id: DoctrineId(id),
                tenet: Tenet::of(norm, place),
                from: Standing::Substantial,
                standing,
                since: Day(-1),
            })
            .collect();
        let terms = Terms {
            target: Some(StateId(1)),
            sector: Some(Sector::Finance),
            purpose: MeasurePurpose::Inducement,
            ..Terms::default()
        };
        let order = fixture::order(&rules, 0, "sanction-sector", terms);
        let conduct = Conduct::of_order(&rules, &order, scene.day);
        let opinion = Sitting::new(&scene, &rules, &mut Chambers::new(&rules)).opinion(&conduct, Standpoint::Truth);
        assert_eq!(opinion.overall, Overall::Unlawful);
        let card = card(&words, &rules.law.under(&scene), rules.law.act(order.act), &opinion, None).text();
        let flat = card.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("The reading that has come to prevail: Broad unilateral sanctions"), "{card}");
        assert!(flat.contains("By it the elements are made out."), "{card}");
    }
}
