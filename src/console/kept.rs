//! Settings that are kept between runs, in a small file of the user's own. A file that is damaged is told of and not
//! believed; it is laid aside, not lost, when settings are next kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::console::error::ConsoleError;
use crate::console::keys::{Chord, Deed, Keys, Stroke};
use crate::console::theme::{Ground, Hues, Tone};
use crate::words::Language;

/// What can be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Dark or light.
    pub ground: Ground,
    /// Which hues.
    pub hues: Hues,
    /// Size of everything, in parts of a hundred.
    pub size: u16,
    /// Whether nothing moves by itself.
    pub reduced_motion: bool,
    /// The language of what surrounds the story and the law.
    pub language: Language,
    /// The key that goes with the numbers of places.
    pub chord: Chord,
    /// What was given other keys than the usual.
    pub keys: BTreeMap<Deed, Stroke>,
    /// The name under which one joins classes.
    pub name: String,
    /// The host that was joined last.
    pub host: String,
}

/// The sizes that are drawn, in parts of a hundred.
pub const SIZES: std::ops::RangeInclusive<u16> = 70..=200;

impl Default for Settings {
    fn default() -> Self {
        Self {
            ground: Ground::Dark,
            hues: Hues::Usual,
            size: 100,
            reduced_motion: false,
            language: Language::English,
            chord: Chord::Control,
            keys: BTreeMap::new(),
            name: String::new(),
            host: String::new(),
        }
    }
}

impl Settings {
    /// What everything is drawn in.
    pub fn tone(&self) -> Tone {
        Tone { ground: self.ground, hues: self.hues }
    }

    /// Which keys do what.
    pub fn keys(&self) -> Keys {
        Keys { chord: self.chord, given: self.keys.clone() }
    }

    /// Takes other keys.
    pub fn rebind(&mut self, keys: Keys) {
        (self.chord, self.keys) = (keys.chord, keys.given);
    }

    /// Reads what is kept; where nothing is kept yet, the usual.
    ///
    /// # Errors
    /// If the file cannot be read, or says something that no setting can be.
    pub fn read(path: &Path) -> Result<Self, ConsoleError> {
        let damaged = |why: String| ConsoleError::Damaged { path: path.to_owned(), why };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(damaged(error.to_string())),
        };
        let read: Self = ron::from_str(&text).map_err(|error| damaged(error.to_string()))?;
        if !SIZES.contains(&read.size) {
            return Err(damaged(format!("a size of {} % is not drawn", read.size)));
        }
        let keys = read.keys();
        if let Some((one, _)) = keys.clash() {
            return Err(damaged(format!("two things have the same keys, {}", keys.of(one))));
        }
        if !keys.are_free() {
            return Err(damaged("keys are given to something that are needed to write or to move about".to_owned()));
        }
        Ok(read)
    }

    /// Keeps them; whoever reads meanwhile finds the old or the new, never half. A file that could not be read is laid
    /// aside first. Not for a frame.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn keep(&self, path: &Path) -> Result<(), ConsoleError> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        if Self::read(path).is_err() {
            std::fs::rename(path, aside(path))?;
        }
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(|error| ConsoleError::Refused(error.to_string()))?;
        let file = tempfile::NamedTempFile::new_in(folder)?;
        std::fs::write(file.path(), text)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Where a damaged file is laid.
fn aside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".damaged");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::screens::Place;

    #[test]
    fn what_is_kept_is_read_again_and_what_is_damaged_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/console.ron");
        assert_eq!(Settings::read(&path).unwrap(), Settings::default(), "nothing is kept yet");
        let mut keys = Keys::default();
        keys.give(Deed::EndTurn, "F5".parse().unwrap()).unwrap();
        let own = Settings {
            ground: Ground::Light,
            hues: Hues::Grey,
            size: 135,
            language: Language::French,
            keys: keys.given,
            name: "Ada “the first”".to_owned(),
            ..Settings::default()
        };
        own.keep(&path).unwrap();
        assert_eq!(Settings::read(&path).unwrap(), own);
        // A file of a later program that knows less, or of an earlier one, still reads.
        std::fs::write(&path, "(size: 90)").unwrap();
        assert_eq!(Settings::read(&path).unwrap(), Settings { size: 90, ..Settings::default() });
        let earlier = "(chord: alt, keys: {desk: \"F5\", end_turn: \"Ctrl+Shift+E\"})";
        std::fs::write(&path, earlier).unwrap();
        let read = Settings::read(&path).unwrap().keys();
        let is = |deed, stroke: &str| assert_eq!(read.of(deed).to_string(), stroke);
        is(Deed::Go(Place::Desk), "F5");
        is(Deed::Go(Place::Law), "Alt+4");
        is(Deed::EndTurn, "Ctrl+Shift+E");
        let strange = "(keys: {nose: \"F5\"})";
        std::fs::write(&path, strange).unwrap();
        let told = Settings::read(&path).unwrap_err().to_string();
        assert!(told.contains("no place and no deed") && !told.contains("Deed"), "{told}");
        let same = "(keys: {desk: \"F5\", law: \"F5\"})";
        let plain = "(keys: {desk: \"E\"})";
        for odd in ["(size: 9)", "(size: 90", "(hues: loud)", "(colour: red)", "\u{0}\u{1}", same, plain] {
            std::fs::write(&path, odd).unwrap();
            let told = Settings::read(&path).unwrap_err().to_string();
            assert!(told.contains("console.ron"), "{told}");
            own.keep(&path).unwrap();
            assert_eq!(Settings::read(&path).unwrap(), own);
            assert_eq!(std::fs::read_to_string(aside(&path)).unwrap(), odd, "it is laid aside");
        }
    }
}
