//! The acts of a menu as people choose from them. Every list of them is this one, in whatever window: by family, from talk to arms, and
//! within a family what is open first, the mildest before the hottest.

use std::cmp::Reverse;

use crate::sim::order::Act;
use crate::view::{Entry, Menu};
use crate::words::seat::Outlook;
use crate::words::text::folded;

/// Acts on what exists already, which no family of cards holds.
const FOLLOW_UPS: &str = "follow-up";

/// The families, from talk to arms. Following up stands beside talk: most of it answers what others have said.
const FAMILIES: [&str; 13] = [
    "diplomacy",
    FOLLOW_UPS,
    "cooperation",
    "multilateral",
    "attribution",
    "legal-process",
    "resilience",
    "intelligence",
    "information",
    "economic",
    "countermeasures",
    "cyber",
    "military",
];

/// Acts of one kind, under their heading.
#[derive(Clone, Debug)]
pub struct Family<'a> {
    /// The heading.
    pub name: String,
    /// The acts; never none.
    pub entries: Vec<&'a Entry>,
}

impl Outlook<'_> {
    /// The acts of a menu by family. Those that the menu bars, or that whoever looks is barred from, come last in theirs.
    pub fn families<'a>(&self, menu: &'a Menu, bars: &dyn Fn(Act) -> bool) -> Vec<Family<'a>> {
        let rules = self.telling.rules;
        let family = |entry: &Entry| rules.card_of(entry.act).map_or(FOLLOW_UPS, |card| card.family.as_str());
        let mut entries: Vec<&Entry> = menu.entries.iter().collect();
        entries.sort_by_cached_key(|entry| {
            let family = family(entry);
            let place = FAMILIES.iter().position(|known| *known == family).unwrap_or(FAMILIES.len());
            let is_barred = entry.why_not.is_some() || bars(entry.act);
            (place, family, is_barred, Reverse(rules.law.act(entry.act).esc))
        });
        let alike = entries.chunk_by(|one, other| family(one) == family(other));
        alike.map(|own| Family { name: self.telling.family(own[0].act), entries: own.to_vec() }).collect()
    }

    /// What a search for an act looks through besides its own words: what it is, and the name of its family.
    pub fn keywords(&self, act: Act) -> String {
        folded(&[self.telling.meaning(act).unwrap_or_default(), self.telling.family(act)].join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::StateId;
    use crate::content::library;
    use crate::session::Game;
    use crate::view::menu;
    use crate::words::Words;
    use crate::words::seat::cast_of;

    #[test]
    fn talk_comes_first_and_arms_last() {
        let book = library::embedded("dark-grid").unwrap();
        let game = Game::new(book.stage().unwrap(), &book.source, 7).unwrap();
        let (words, view) = (Words::english().unwrap(), game.view(StateId(0)).unwrap());
        let cast = cast_of(&view, &game.scenario().cast);
        let outlook = Outlook::new(&words, &view, &cast, game.scenario(), &[]);
        let menu = menu(&view);
        let rules = view.rules();
        let talks = rules.find("offer-negotiation").map(Act::Move).unwrap();
        let families = outlook.families(&menu, &|act| act == talks);
        let names: Vec<&str> = families.iter().map(|family| family.name.as_str()).collect();
        assert_eq!((names.first(), names.last()), (Some(&"Diplomacy"), Some(&"Conventional and military signalling")));
        assert_eq!(names.len(), FAMILIES.len(), "every family has a place of its own: {names:?}");
        assert_eq!(families.iter().map(|family| family.entries.len()).sum::<usize>(), menu.entries.len());
        for family in &families {
            let is_open = |entry: &&&Entry| entry.why_not.is_none() && entry.act != talks;
            let open = family.entries.iter().take_while(is_open).count();
            assert!(family.entries[open..].iter().all(|entry| !is_open(&entry)), "what is barred comes last");
            let heat: Vec<i16> = family.entries[..open].iter().map(|entry| rules.law.act(entry.act).esc).collect();
            assert!(heat.is_sorted_by(|one, next| one >= next), "{}: {heat:?}", family.name);
        }
        assert!(outlook.keywords(talks).contains("diplomacy"));
    }
}
