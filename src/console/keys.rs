//! Which keys do what: a chord for every place and for what is done often, each of which can be given other keys. No two have
//! the same, and none gets in the way of writing, of moving about by Tab, or of a screen reader.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use bevy_egui::egui::{Event, InputState, Key, Modifiers};
use serde::{Deserialize, Serialize};

use crate::console::screens::Place;

/// The keys of the places, in their order.
pub const NUMBERS: [Key; 10] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9, Key::Num0];

/// With which key places are gone to by their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chord {
    /// Ctrl, or Command on a Mac.
    #[default]
    Control,
    /// Alt.
    Alt,
}

/// What keys do. In a settings file a place stands by its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", expecting = "keys are given to something that is no place and no deed")]
pub enum Deed {
    /// End the turn, or say that its orders are complete.
    EndTurn,
    /// Draw everything larger.
    Larger,
    /// Draw everything smaller.
    Smaller,
    /// Go somewhere.
    #[serde(untagged)]
    Go(Place),
}

impl Deed {
    /// All of them, places first, in the order of the rail.
    pub fn all() -> impl Iterator<Item = Self> {
        Place::ALL.into_iter().map(Self::Go).chain([Self::EndTurn, Self::Larger, Self::Smaller])
    }

    /// The message that names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EndTurn => "con-key-end",
            Self::Larger => "con-key-larger",
            Self::Smaller => "con-key-smaller",
            Self::Go(place) => place.name(),
        }
    }
}

/// A key with what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stroke {
    /// Ctrl, or Command on a Mac.
    pub control: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

impl Stroke {
    const fn with(chord: Chord, key: Key) -> Self {
        Self { control: matches!(chord, Chord::Control), alt: matches!(chord, Chord::Alt), shift: false, key }
    }

    fn modifiers(self) -> Modifiers {
        Modifiers { alt: self.alt, shift: self.shift, command: self.control, ..Modifiers::NONE }
    }

    fn held(self) -> u8 {
        u8::from(self.control) + u8::from(self.alt) + u8::from(self.shift)
    }

    /// Whether it can be given to something: not if it writes, moves about, or cuts and pastes.
    fn is_free(self) -> bool {
        const TEXT: [Key; 6] = [Key::A, Key::C, Key::V, Key::X, Key::Y, Key::Z];
        const MOVES: [Key; 5] = [Key::Tab, Key::Escape, Key::Space, Key::Backspace, Key::Delete];
        let is_function = (Key::F1..=Key::F12).contains(&self.key);
        (is_function || self.control || self.alt)
            && !MOVES.contains(&self.key)
            && !(self.control && !self.alt && TEXT.contains(&self.key))
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (is_held, name) in [(self.control, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if is_held {
                f.write_str(name)?;
            }
        }
        f.write_str(self.key.name())
    }
}

impl FromStr for Stroke {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let odd = || format!("`{text}` names no keys; `Ctrl+Shift+D` does");
        let mut parts: Vec<&str> = text.split('+').collect();
        let key = parts.pop().and_then(Key::from_name).ok_or_else(odd)?;
        let mut stroke = Self { control: false, alt: false, shift: false, key };
        for part in parts {
            match part {
                "Ctrl" => stroke.control = true,
                "Alt" => stroke.alt = true,
                "Shift" => stroke.shift = true,
                _ => return Err(odd()),
            }
        }
        Ok(stroke)
    }
}

impl TryFrom<String> for Stroke {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Stroke> for String {
    fn from(stroke: Stroke) -> Self {
        stroke.to_string()
    }
}

/// Why something is not given keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// They write or move about.
    InTheWay,
    /// They do something else already.
    Taken(Deed),
}

/// Every deed's keys: the usual ones, and those that were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The key that goes with the numbers of places.
    pub chord: Chord,
    /// What was given other keys than the usual.
    pub given: BTreeMap<Deed, Stroke>,
}

impl Keys {
    /// The keys of a deed.
    pub fn of(&self, deed: Deed) -> Stroke {
        self.given.get(&deed).copied().unwrap_or_else(|| match deed {
            Deed::EndTurn => Stroke::with(Chord::Control, Key::Enter),
            Deed::Larger => Stroke::with(Chord::Control, Key::Plus),
            Deed::Smaller => Stroke::with(Chord::Control, Key::Minus),
            Deed::Go(place) => Stroke::with(self.chord, NUMBERS[place as usize]),
        })
    }

    /// Whether any are other than the usual.
    pub fn are_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Gives a deed other keys.
    ///
    /// # Errors
    /// Why it keeps what it has.
    pub fn give(&mut self, deed: Deed, stroke: Stroke) -> Result<(), Barred> {
        if !stroke.is_free() {
            return Err(Barred::InTheWay);
        }
        if let Some(other) = Deed::all().find(|other| *other != deed && self.of(*other) == stroke) {
            return Err(Barred::Taken(other));
        }
        self.given.insert(deed, stroke);
        Ok(())
    }

    /// Lets another key go with the numbers of places.
    ///
    /// # Errors
    /// If one of them would then be something else's.
    pub fn hold(&mut self, chord: Chord) -> Result<(), Barred> {
        let after = Self { chord, ..self.clone() };
        match after.clash() {
            Some((_, other)) => Err(Barred::Taken(other)),
            None => {
                self.chord = chord;
                Ok(())
            }
        }
    }

    /// Two deeds with the same keys; there are none but in a file that somebody has written by hand.
    pub fn clash(&self) -> Option<(Deed, Deed)> {
        let all: Vec<Deed> = Deed::all().collect();
        let mut pairs =
            all.iter().enumerate().flat_map(|(nth, late)| all[..nth].iter().map(move |early| (*early, *late)));
        pairs.find(|(one, other)| self.of(*one) == self.of(*other))
    }

    /// Whether every stroke that was given can be.
    pub fn are_free(&self) -> bool {
        self.given.values().all(|stroke| stroke.is_free())
    }

    /// What was pressed. Those with more to hold down are looked for first: the fewer are held within them.
    pub fn pressed(&self, input: &mut InputState) -> Vec<Deed> {
        let mut all: Vec<(Stroke, Deed)> = Deed::all().map(|deed| (self.of(deed), deed)).collect();
        // On most keyboards plus lies on the key of the equals sign.
        if !self.given.contains_key(&Deed::Larger) {
            all.push((Stroke::with(Chord::Control, Key::Equals), Deed::Larger));
        }
        all.sort_by_key(|(stroke, _)| std::cmp::Reverse(stroke.held()));
        all.retain(|(stroke, _)| input.consume_key(stroke.modifiers(), stroke.key));
        all.into_iter().map(|(_, deed)| deed).collect()
    }
}

/// What came while keys were being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caught {
    /// These.
    Stroke(Stroke),
    /// Escape: it stays as it is.
    Nothing,
}

/// The first key that is pressed, with what is held down; nothing else hears of any key meanwhile, so that the button on which
/// one stands is not pressed by what is meant for it.
pub fn catch(input: &mut InputState) -> Option<Caught> {
    const HELD: [Key; 8] = [
        Key::ShiftLeft,
        Key::ShiftRight,
        Key::ControlLeft,
        Key::ControlRight,
        Key::AltLeft,
        Key::AltRight,
        Key::SuperLeft,
        Key::SuperRight,
    ];
    let mut caught = None;
    input.events.retain(|event| match event {
        Event::Key { key, pressed: true, repeat: false, modifiers, .. } if !HELD.contains(key) => {
            let stroke = Stroke { control: modifiers.command, alt: modifiers.alt, shift: modifiers.shift, key: *key };
            let is_escape = *key == Key::Escape && stroke.held() == 0;
            caught = caught.or(Some(if is_escape { Caught::Nothing } else { Caught::Stroke(stroke) }));
            false
        }
        Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) => false,
        _ => true,
    });
    caught
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(text: &str) -> Stroke {
        text.parse().unwrap()
    }

    #[test]
    fn keys_are_written_as_people_read_them() {
        for text in ["Ctrl+Plus", "Alt+3", "Ctrl+Alt+Shift+D", "F9", "Ctrl+Enter"] {
            assert_eq!(stroke(text).to_string(), text);
        }
        for odd in ["", "Ctrl+", "Hyper+A", "Ctrl+Nose"] {
            assert!(odd.parse::<Stroke>().is_err(), "{odd}");
        }
    }

    #[test]
    fn no_two_deeds_have_the_same_keys_and_none_gets_in_the_way() {
        let mut keys = Keys::default();
        assert_eq!(keys.clash(), None);
        assert_eq!(keys.give(Deed::EndTurn, stroke("Ctrl+3")), Err(Barred::Taken(Deed::Go(Place::Desk))));
        for odd in ["E", "Shift+E", "Ctrl+C", "Ctrl+Tab", "Alt+Space", "Enter"] {
            assert_eq!(keys.give(Deed::EndTurn, stroke(odd)), Err(Barred::InTheWay), "{odd}");
        }
        for good in ["F5", "Alt+3", "Ctrl+Shift+3", "Ctrl+Alt+C"] {
            keys.give(Deed::EndTurn, stroke(good)).unwrap();
            assert_eq!(keys.of(Deed::EndTurn), stroke(good));
        }
        keys.give(Deed::EndTurn, stroke("Alt+3")).unwrap();
        assert_eq!(keys.hold(Chord::Alt), Err(Barred::Taken(Deed::EndTurn)), "the desk would go by Alt+3 as well");
        assert_eq!(keys.chord, Chord::Control);
        keys.give(Deed::EndTurn, stroke("F5")).unwrap();
        keys.hold(Chord::Alt).unwrap();
        assert_eq!(keys.of(Deed::Go(Place::Desk)), stroke("Alt+3"));
        // What the desk has left is free for others.
        keys.give(Deed::Go(Place::Desk), stroke("F3")).unwrap();
        keys.give(Deed::Go(Place::Law), stroke("Alt+3")).unwrap();
        assert_eq!((keys.clash(), keys.are_free(), keys.are_usual()), (None, true, false));
    }

    #[test]
    fn of_two_strokes_the_one_with_more_held_down_is_meant() {
        let mut keys = Keys::default();
        keys.give(Deed::Go(Place::Law), stroke("Ctrl+Shift+3")).unwrap();
        let press = |text: &str| {
            let stroke = stroke(text);
            let mut input = InputState::default();
            input.events.push(Event::Key {
                key: stroke.key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers { ctrl: stroke.control, ..stroke.modifiers() },
            });
            keys.pressed(&mut input)
        };
        assert_eq!(press("Ctrl+Shift+3"), [Deed::Go(Place::Law)]);
        assert_eq!(press("Ctrl+3"), [Deed::Go(Place::Desk)]);
        assert_eq!(press("Ctrl+Equals"), [Deed::Larger]);
        assert_eq!(press("Ctrl+4"), [], "the law has other keys now");
    }

    #[test]
    fn every_deed_has_a_name_and_places_their_own() {
        let names: std::collections::BTreeSet<&str> = Deed::all().map(Deed::name).collect();
        assert_eq!(names.len(), Deed::all().count());
        assert!(Place::ALL.into_iter().all(|place| Deed::all().any(|deed| deed == Deed::Go(place))));
    }
}
