//! Writes a world's file in the form people write.

use std::fmt::Write as _;

use super::bonds::Kind;
use super::states::{Bloc, Made};
use super::{Land, World};
use crate::base::Permille;
use crate::base::chance::Draw;

/// Groups for which a state has one proxy in a world: so many stay few, and their shares stay those of the record.
const GROUPS: u32 = 8;
/// One in so many pairs of rivals has an operation under way on the first morning.
const UNDER_WAY: u32 = 3;
const LANDS: [&str; 17] = [
    "Amber Coast",
    "Long Steppe",
    "Inner Sea",
    "Thousand Islands",
    "High Plateau",
    "Southern Cape",
    "Grey Straits",
    "Great Delta",
    "Northern Lights",
    "Coral Ring",
    "Cedar Hills",
    "Salt Road",
    "Western Shelf",
    "River Kingdoms",
    "Old Forest",
    "Red Desert",
    "Far Atolls",
];

/// The file.
pub(super) fn write(world: &World, land: &Land, covert: &mut Draw) -> String {
    let mut page = Page { text: String::new(), land };
    page.head(world);
    page.list("states", (0..land.made.len()).map(|place| page.state(place)).collect());
    page.list("ties", page.ties());
    page.list("assets", (0..land.made.len()).flat_map(|place| page.assets(place)).collect());
    let proxies = page.proxies();
    page.list("actors", page.actors(&proxies));
    let case = Case::of(land);
    page.list("operations", page.operations(&proxies, &case, covert));
    page.list("incidents", vec![page.incident(&case)]);
    page.list("evidence", page.evidence(&case));
    page.list("truths", page.truths(&case));
    page.text + ")\n"
}

struct Page<'a> {
    text: String,
    land: &'a Land,
}

/// The case on the table on the first morning: whose grid went dark, and who may have done it.
struct Case {
    victim: usize,
    /// The one the traces point at, and another one.
    suspects: [usize; 2],
    /// Where a gang that may have done it alone has its home.
    haven: usize,
}

impl Case {
    /// The state with most rivals that leads nobody, and its two strongest rivals in covert work.
    fn of(land: &Land) -> Self {
        let places = 0..land.made.len();
        let count = |place: &usize| land.rivals(*place).len();
        let victims = places.clone().filter(|place| !land.made[*place].leads);
        let victim = victims.max_by_key(|place| (count(place), land.made[*place].facts.gdp)).unwrap_or(0);
        // Whoever it has to do with stands behind its rivals, so that there are always two.
        let mut others: Vec<usize> = land.bonds.iter().filter_map(|bond| bond.other(victim)).collect();
        let rivals = land.rivals(victim);
        others.sort_by_key(|place| {
            let strength = land.made[*place].facts.offence;
            (!rivals.contains(place), std::cmp::Reverse(strength), *place)
        });
        let third = |taken: &[usize]| places.clone().find(|place| *place != victim && !taken.contains(place));
        let first = others.first().copied().or_else(|| third(&[])).unwrap_or(0);
        let second = others.get(1).copied().or_else(|| third(&[first])).unwrap_or(0);
        let haven = others.get(2).copied().or_else(|| third(&[first, second])).unwrap_or(0);
        Self { victim, suspects: [first, second], haven }
    }
}

impl Page<'_> {
    fn id(&self, place: usize) -> &str {
        &self.land.names[place].id
    }

    fn name(&self, place: usize) -> &str {
        &self.land.names[place].title
    }

    fn head(&mut self, world: &World) {
        let World { id, title, states, turns, seed } = world;
        let solo = self.id(Case::of(self.land).victim).to_owned();
        let _ = write!(
            self.text,
            "// Made by `demarche new {id} --title \"{title}\" --states {states} --turns {turns} --seed {seed}`: change the maker, not this file.\n\
             // The states are fictional; what they can do follows from facts on real ones (assets/data/README.md, docs/scenarios.md).\n\
             Scenario(\n    id: \"{id}\",\n    title: \"{title}\",\n    \
             aim: \"watch {states} states live beside each other week by week: who spies, what comes to light, who answers, and what the law makes of it\",\n    \
             turns: {turns},\n    span: 7,\n    as_of: 2025,\n    solo: \"{solo}\",\n",
        );
    }

    fn list(&mut self, name: &str, rows: Vec<String>) {
        let _ = writeln!(self.text, "    {name}: [");
        for row in rows {
            let _ = writeln!(self.text, "        ({row}),");
        }
        self.text += "    ],\n";
    }

    fn state(&self, place: usize) -> String {
        let (made, name) = (&self.land.made[place], &self.land.names[place]);
        let council = match () {
            () if made.facts.is_permanent => ", council: permanent",
            () if self.land.elected.contains(&place) => ", council: elected",
            () => "",
        };
        format!(
            "id: \"{}\", name: \"{}\", adjective: \"{}\", code: \"{}\", about: \"{}\", profile: \"{}\", temper: \"{}\"{council}, \
             cyber_offence: {}, cyber_defence: {}, intelligence: {}, forensics: {}, diplomacy: {}, economy: {}, conventional: {}, \
             resolve: {}, pressure: {}, legitimacy: {}, oversight: {}, attention: {}, wants: [{}], red_lines: [casualties, step(8)]",
            name.id,
            name.title,
            name.adjective,
            name.code,
            about(made),
            made.profile,
            made.temper,
            made.facts.offence,
            made.facts.defence,
            made.intelligence,
            made.forensics,
            made.diplomacy,
            made.economy,
            made.conventional,
            made.resolve,
            made.pressure,
            made.legitimacy,
            made.oversight,
            made.attention,
            self.wants(place),
        )
    }

    /// Standing, prosperity and calm for everybody; insight into rivals, and their weakness for those who lead.
    fn wants(&self, place: usize) -> String {
        let made = &self.land.made[place];
        let mut wants =
            vec!["(legitimacy, 250)".to_owned(), "(prosperity, 200)".to_owned(), "(protect(energy), 150)".to_owned()];
        let case = Case::of(self.land);
        if place == case.victim {
            wants.push("(know_the_author(\"dark-night\"), 200)".to_owned());
        }
        let rivals = self.land.rivals(place);
        // A state has one sum to spend on its rivals, so that those with many are not driven by them alone.
        let each = (400 / rivals.len().max(1)).clamp(20, 150);
        for &rival in &rivals {
            wants.push(format!("(insight_into(\"{}\"), {each})", self.id(rival)));
            let wish = if made.leads { "weaken" } else { "calm_with" };
            wants.push(format!("({wish}(\"{}\"), {})", self.id(rival), each / 2));
        }
        let friend =
            self.land.bonds.iter().filter(|bond| bond.kind == Kind::Allies).filter_map(|bond| bond.other(place));
        if let Some(friend) = friend.max_by_key(|friend| (self.land.made[*friend].facts.gdp, *friend)) {
            wants.push(format!("(friendship_with(\"{}\"), 100)", self.id(friend)));
        }
        wants.join(", ")
    }

    fn ties(&self) -> Vec<String> {
        let tie = |bond: &super::bonds::Bond| {
            let (alliance, treaties) = match bond.kind {
                Kind::Allies => (", alliance: allies", r#""trade", "cooperation", "legal_assistance""#),
                Kind::Partners => (", alliance: partners", r#""trade", "cooperation""#),
                Kind::Powers => ("", r#""trade", "investment""#),
                Kind::Neighbours => ("", r#""trade", "transport""#),
                Kind::Rivals => ("", r#""transport""#),
            };
            format!(
                "between: (\"{}\", \"{}\"), warmth: ({}, {}), tension: {}, trade: {}{alliance}, treaties: [{treaties}]",
                self.id(bond.low),
                self.id(bond.high),
                bond.warmth.0,
                bond.warmth.1,
                bond.tension,
                bond.trade,
            )
        };
        self.land.bonds.iter().map(tie).collect()
    }

    /// A grid and a foreign ministry for everybody, and for larger economies a clearing house and industry.
    fn assets(&self, place: usize) -> Vec<String> {
        let made = &self.land.made[place];
        let (id, name, defence) = (self.id(place), self.name(place), made.facts.defence);
        let thousands = (made.facts.population / 1000).max(1);
        let row = |slug: &str, what: &str, sector: &str, exposure: i32, hardening: i32, more: &str| {
            format!(
                "id: \"{id}-{slug}\", name: \"{what} of {name}\", owner: \"{id}\", sector: {sector}, exposure: {exposure}, hardening: {}{more}",
                hardening.clamp(50, 950)
            )
        };
        let people = format!(", population: {thousands}, designation: critical");
        let mut rows = vec![
            row("ministry", "foreign ministry", "foreign_ministry", 400, defence * 8 / 10, ""),
            row("grid", "power grid", "energy", 450, defence * 7 / 10, &people),
        ];
        if made.economy >= 450 {
            rows.push(row("banks", "clearing house", "finance", 450, defence * 9 / 10, &people));
        }
        if made.economy >= 600 {
            rows.push(row("works", "industry", "industry", 550, defence * 6 / 10, ""));
        }
        if made.facts.is_nuclear {
            rows.push(row("command", "strategic command", "military", 150, defence, ", nuclear_command: true"));
        }
        rows
    }

    /// The home of every proxy.
    fn proxies(&self) -> Vec<usize> {
        // Where any group is named, there is one.
        let count = |made: &Made| ((made.facts.groups + GROUPS / 2) / GROUPS).max(made.facts.groups.min(1));
        let homes = self.land.made.iter().enumerate();
        homes.flat_map(|(place, made)| (0..count(made)).map(move |_| place)).collect()
    }

    fn actors(&self, proxies: &[usize]) -> Vec<String> {
        let mut rows: Vec<String> = proxies
            .iter()
            .enumerate()
            .map(|(nth, &home)| {
                // By turns under orders, under control, and only let be.
                let link = match nth % 4 {
                    0 => format!(
                        ", sponsor: \"{}\", control: instructed, support: intelligence_or_malware",
                        self.id(home)
                    ),
                    1 | 2 => format!(", sponsor: \"{}\", control: overall_control, support: funding", self.id(home)),
                    _ => format!(", sponsor: \"{}\", support: tolerance", self.id(home)),
                };
                let capability = (self.land.made[home].facts.offence * 8 / 10).clamp(200, 900);
                let id = self.id(home);
                format!(
                    "id: \"group-{}\", name: \"Group {}\", kind: proxy, home: \"{id}\"{link}, capability: {capability}",
                    nth + 1,
                    nth + 1
                )
            })
            .collect();
        let haven = self.id(Case::of(self.land).haven);
        rows.push(format!(
            "id: \"night-shift\", name: \"Night Shift\", kind: gang, home: \"{haven}\", capability: 550"
        ));
        let mut rich: Vec<usize> = (0..self.land.made.len()).collect();
        rich.sort_by_key(|place| std::cmp::Reverse((self.land.made[*place].facts.gdp, *place)));
        let count = (self.land.made.len() / 24).clamp(1, 8);
        for (nth, &home) in rich.iter().take(count).enumerate() {
            let (id, nth) = (self.id(home), nth + 1);
            rows.push(format!("id: \"firm-{nth}\", name: \"Firm {nth}\", kind: firm, home: \"{id}\", leans_to: \"{id}\", capability: 700"));
            rows.push(format!(
                "id: \"paper-{nth}\", name: \"Paper {nth}\", kind: press, home: \"{id}\", capability: 450"
            ));
        }
        rows
    }

    /// What is under way: the old case first, then long-lived espionage between a share of the rivals.
    fn operations(&self, proxies: &[usize], case: &Case, covert: &mut Draw) -> Vec<String> {
        let mut rows = vec![self.old_case(case, &format!("state(\"{}\")", self.id(case.suspects[0])), None)];
        for bond in self.land.bonds.iter().filter(|bond| bond.kind == Kind::Rivals) {
            if covert.below(UNDER_WAY) != 0 {
                continue;
            }
            let offence = |place: usize| self.land.made[place].facts.offence;
            let (author, target) =
                if offence(bond.low) >= offence(bond.high) { (bond.low, bond.high) } else { (bond.high, bond.low) };
            let hands: Vec<usize> = (0..proxies.len()).filter(|nth| proxies[*nth] == author && nth % 4 != 3).collect();
            let hand = if !hands.is_empty() && covert.happens(Permille::clamped(600)) {
                format!(", hand: \"group-{}\"", hands[covert.below(hands.len() as u32) as usize] + 1)
            } else {
                String::new()
            };
            let (began, lasts) = (-covert.between(30, 240), covert.between(120, 500));
            rows.push(format!(
                "id: \"quiet-{}\", author: state(\"{}\"){hand}, card: \"spy-remote\", target: \"{}\", asset: \"{}-ministry\", \
                 level: medium, stage: active, began: {began}, ready: {}, ends: {}",
                rows.len(),
                self.id(author),
                self.id(target),
                self.id(target),
                began + 21,
                lasts,
            ));
        }
        rows
    }

    fn old_case(&self, case: &Case, author: &str, false_flag: Option<usize>) -> String {
        let victim = self.id(case.victim);
        let flag = false_flag.map_or(String::new(), |place| format!(", false_flag: \"{}\"", self.id(place)));
        format!(
            "id: \"night-work\", author: {author}, card: \"cyber-disrupt\", target: \"{victim}\", asset: \"{victim}-grid\"{flag}, \
             level: medium, stage: ended, began: -150, ready: -61, ends: -54"
        )
    }

    fn incident(&self, case: &Case) -> String {
        let victim = self.id(case.victim);
        format!(
            "id: \"dark-night\", name: \"dark night in {}\", victim: \"{victim}\", asset: \"{victim}-grid\", operation: \"night-work\", \
             card: \"cyber-disrupt\", harm: (data_effect: altered, functionality_loss: interrupted, economic_loss: minor, reversible: true), \
             began: -61, noticed: -61, ceased: -54, known_to: everybody",
            self.name(case.victim)
        )
    }

    fn evidence(&self, case: &Case) -> Vec<String> {
        let victim = self.id(case.victim);
        let row = |kind: &str, suspect: usize, found: i32| {
            format!(
                "incident: \"dark-night\", holder: \"{victim}\", kind: {kind}, bears_on: author(\"{}\"), found: {found}",
                self.id(suspect)
            )
        };
        vec![
            row("indicator_overlap", case.suspects[0], -50),
            row("language_and_hours", case.suspects[0], -40),
            row("vendor_report", case.suspects[1], -20),
        ]
    }

    fn truths(&self, case: &Case) -> Vec<String> {
        let [first, second] = case.suspects;
        let (one, other, victim) = (self.name(first), self.name(second), self.name(case.victim));
        let truth = |id: &str, weight: u32, text: String, operation: Option<String>| {
            let rows = operation.map_or(String::new(), |row| format!(", operations: [({row})]"));
            format!("id: \"{id}\", weight: {weight}, text: \"{text}\"{rows}")
        };
        let state = |place: usize| format!("state(\"{}\")", self.id(place));
        vec![
            truth("as-it-looks", 3, format!("{one} darkened the grid of {victim}, as the traces say."), None),
            truth(
                "borrowed-coat",
                1,
                format!("{other} darkened the grid of {victim} and left the traces of {one}."),
                Some(self.old_case(case, &state(second), Some(first))),
            ),
            truth(
                "night-shift",
                1,
                format!(
                    "A gang darkened the grid of {victim} for a ransom that was never paid; no state had a part in it."
                ),
                Some(self.old_case(case, "actor(\"night-shift\")", None)),
            ),
        ]
    }
}

/// One sentence on what a state is like.
fn about(made: &Made) -> String {
    let size = match made.economy {
        750.. => "great power",
        600..750 => "strong state",
        400..600 => "middling state",
        _ => "small state",
    };
    let stands = match made.bloc {
        Bloc::West => "in the western bloc",
        Bloc::East => "in the eastern bloc",
        Bloc::Neither => "outside the blocs",
    };
    format!("A {size} of the {}, {stands}.", LANDS[made.facts.region % LANDS.len()])
}
