//! The map of a situation: a picture that reads without colour, and the same in two tables.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::base::id::StateId;
use crate::report::map::{HEIGHT, Map, Point, Region, WIDTH, real};
use crate::sim::incidents::Incident;
use crate::sim::relations::{Alliance, Tie};
use crate::view::PUBLIC;
use crate::words::dossier::Sight;
use crate::words::text::capitalised;
use crate::words::{Telling, Words};

/// With more States than this the map bears codes instead of names.
const NAMED: usize = 12;
/// How many of the tensest pairs are drawn.
const LINES: usize = 24;

/// What a map shows.
pub(in crate::server) struct Scene<'a> {
    pub(in crate::server) telling: Telling<'a>,
    pub(in crate::server) map: &'a Map,
    /// Whose State it is looked at from; `None` on a page of nobody.
    pub(in crate::server) seat: Option<StateId>,
    /// The incidents with what marks them, in the order of their numbers.
    pub(in crate::server) incidents: Vec<(&'a Incident, Sight)>,
}

impl Scene<'_> {
    fn words(&self) -> &Words {
        self.telling.words
    }

    /// Pairs that stand on a step of the ladder, the highest first.
    fn strained(&self) -> Vec<&Tie> {
        let mut ties: Vec<&Tie> = self.telling.scene.ties.iter().filter(|tie| tie.step > 0).collect();
        ties.sort_by_key(|tie| (std::cmp::Reverse(tie.step), tie.low, tie.high));
        ties
    }

    fn bound(&self) -> impl Iterator<Item = &Tie> {
        self.telling.scene.ties.iter().filter(|tie| tie.alliance == Alliance::Allies)
    }

    fn anchor(&self, state: StateId) -> Point {
        self.map.region(state).map(|region| region.anchor).unwrap_or_default()
    }

    fn label(&self, state: StateId) -> String {
        if self.map.regions.len() <= NAMED {
            return self.telling.state(state);
        }
        self.telling.cast.states.get(state.index()).map(|named| named.code.clone()).unwrap_or_default()
    }

    fn pair(&self, tie: &Tie) -> String {
        let (first, second) = (self.telling.state(tie.low), self.telling.state(tie.high));
        self.words().say_with("desk-pair", &[("first", (&first).into()), ("second", (&second).into())])
    }
}

/// The map with its tables.
pub(in crate::server) fn figure(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        figure class="map" {
            (picture(scene))
            figcaption class="hint" {
                (words.say("map-note"))
                @if scene.seat.is_some_and(|seat| seat != PUBLIC) { " " (words.say("map-note-own")) }
            }
        }
        details id="map-tables" {
            summary { (words.say("map-tables")) }
            (incidents(scene))
            (pairs(scene))
        }
    }
}

fn picture(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let small = scene.map.regions.len() > NAMED;
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby="map-title" aria-describedby="map-tables" {
            title id="map-title" { (words.say("map-title")) }
            pattern id="own" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect class="land" width="7" height="7" {}
                rect class="stripe" width="2.5" height="7" {}
            }
            rect class="sea" width=(WIDTH) height=(HEIGHT) rx="6" {}
            @for region in &scene.map.regions {
                @let own = scene.seat == Some(region.state);
                path class=(if own { "land own" } else { "land" }) d=(outline(region)) {}
            }
            @for tie in scene.bound() { (line(scene, tie, "bond")) }
            @for tie in scene.strained().into_iter().take(LINES) { (line(scene, tie, "strain")) }
            @for tie in scene.strained().into_iter().take(LINES) { (step(scene, tie)) }
            @for region in &scene.map.regions {
                text class=(if small { "name small" } else { "name" }) x=(short(region.anchor.x)) y=(short(region.anchor.y)) {
                    (scene.label(region.state))
                }
            }
            @for (nth, (incident, sight)) in scene.incidents.iter().enumerate() { (pin(scene, nth, incident, *sight)) }
        }
    }
}

fn short(number: f64) -> String {
    format!("{number:.1}")
}

fn outline(region: &Region) -> String {
    let mut path = String::new();
    for line in &region.outlines {
        for (nth, at) in line.iter().enumerate() {
            let _ = write!(path, "{}{:.1} {:.1}", if nth == 0 { 'M' } else { 'L' }, at.x, at.y);
        }
        path.push('Z');
    }
    path
}

/// A pair's line, bowed so that it passes beside what lies between the two, and the middle of that bow.
fn bow(from: Point, to: Point) -> (String, Point) {
    let (across, down) = (to.x - from.x, to.y - from.y);
    let peak = Point { x: f64::midpoint(from.x, to.x) - down * 0.16, y: f64::midpoint(from.y, to.y) + across * 0.16 };
    let path = format!("M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", from.x, from.y, peak.x, peak.y, to.x, to.y);
    (path, Point { x: (from.x + to.x + 2.0 * peak.x) / 4.0, y: (from.y + to.y + 2.0 * peak.y) / 4.0 })
}

fn line(scene: &Scene<'_>, tie: &Tie, class: &str) -> Markup {
    let (path, _) = bow(scene.anchor(tie.low), scene.anchor(tie.high));
    html! { path class=(class) d=(path) {} }
}

/// The step on which a pair stands, in the middle of its line.
fn step(scene: &Scene<'_>, tie: &Tie) -> Markup {
    let (_, at) = bow(scene.anchor(tie.low), scene.anchor(tie.high));
    html! {
        circle class="step" cx=(short(at.x)) cy=(short(at.y)) r="10" {}
        text class="step" x=(short(at.x)) y=(short(at.y + 5.0)) { (tie.step) }
    }
}

/// A pin with its number; hollow if not everybody knows of it.
fn pin(scene: &Scene<'_>, nth: usize, incident: &Incident, sight: Sight) -> Markup {
    let before = scene.incidents[..nth].iter().filter(|(other, _)| other.victim == incident.victim).count();
    let anchor = scene.anchor(incident.victim);
    let (x, y) = (anchor.x - 14.0 + 30.0 * real(before), anchor.y + 44.0);
    let class = if sight == Sight::Public { "pin" } else { "pin hollow" };
    html! {
        path class=(class) d={ "M" (short(x)) " " (short(y)) "l-9 -14a11 11 0 1 1 18 0z" } {}
        text class=(class) x=(short(x)) y=(short(y - 15.0)) { (nth + 1) }
    }
}

/// A sign and a word for who has something before their eyes.
pub(in crate::server) fn sight(sight: Sight, said: &str) -> Markup {
    let (class, sign) = match sight {
        Sight::Own => ("own", "○"),
        Sight::Shared(_) => ("shared", "◐"),
        Sight::Public => ("public", "●"),
    };
    html! { span class={ "sight " (class) } { span aria-hidden="true" { (sign) " " } (said) } }
}

fn incidents(scene: &Scene<'_>) -> Markup {
    let (words, telling) = (scene.words(), &scene.telling);
    html! {
        @if scene.incidents.is_empty() { p { (words.say("map-no-incident")) } }
        @else {
            table {
                caption { (words.say("map-incidents")) }
                thead { tr {
                    th scope="col" { (words.say("map-number")) }
                    th scope="col" { (words.say("map-incident")) }
                    th scope="col" { (words.say("map-where")) }
                    th scope="col" { (words.say("map-standing")) }
                } }
                tbody {
                    @for (nth, (incident, _)) in scene.incidents.iter().enumerate() {
                        tr {
                            td { (nth + 1) }
                            th scope="row" { (capitalised(&telling.incident(incident.id))) }
                            td {
                                (telling.state(incident.victim))
                                @if let Some(transit) = incident.transit {
                                    ", " (words.say_with("map-through", &[("state", (&telling.state(transit)).into())]))
                                }
                            }
                            td { (words.say(if incident.ceased.is_some() { "map-over" } else { "map-goes-on" })) }
                        }
                    }
                }
            }
        }
    }
}

fn pairs(scene: &Scene<'_>) -> Markup {
    let (words, telling) = (scene.words(), &scene.telling);
    let own = |tie: &&Tie| scene.seat.is_none_or(|seat| tie.low == seat || tie.high == seat);
    let shown = |tie: &&Tie| own(tie) && scene.seat.is_some() || tie.step > 0 || tie.alliance == Alliance::Allies;
    let mut ties: Vec<&Tie> = telling.scene.ties.iter().filter(shown).collect();
    ties.sort_by_key(|tie| (!own(tie), std::cmp::Reverse(tie.step), tie.low, tie.high));
    html! {
        table {
            caption { (words.say("map-pairs")) }
            thead { tr {
                th scope="col" { (words.say("map-pair")) }
                th scope="col" { (words.say("map-bond")) }
                th scope="col" { (words.say("map-relations")) }
                th scope="col" { (words.say("map-ladder")) }
            } }
            tbody {
                @for tie in ties {
                    @let (bond, relations) = (telling.word(tie.alliance), telling.word(tie.relations));
                    tr {
                        th scope="row" { (scene.pair(tie)) }
                        td { (words.say_with("map-alliance", &[("alliance", (&bond).into())])) }
                        td { (words.say_with("map-diplomatic", &[("relations", (&relations).into())])) }
                        td { (words.say_with("desk-step", &[("step", u32::from(tie.step).into()), ("name", telling.step(tie.step).into())])) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_a_closed_path() {
        let corner = |x, y| Point { x, y };
        let line = vec![corner(1.0, 2.0), corner(3.05, 4.0), corner(5.0, 6.0)];
        let region = Region { state: StateId(0), cells: Vec::new(), outlines: vec![line], anchor: Point::default() };
        assert_eq!(outline(&region), "M1.0 2.0L3.0 4.0L5.0 6.0Z");
    }
}
