//! Finds scenarios: those that travel with the program, by slug, and those on disk, by path.

use std::path::Path;
use std::sync::Arc;

use crate::content::assets;
use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::content::scenario::{self, Beside, Staged};
use crate::law::flaw::closest;

/// A scenario's file and the texts beside it.
#[derive(Clone, Debug)]
pub struct Book {
    /// The file.
    pub source: Source,
    /// The briefings, by file name.
    pub beside: Beside,
}

impl Book {
    /// Reads the scenario with the rules of its year.
    pub fn stage(&self) -> Result<Staged, Mistakes> {
        scenario::stage(&self.source, Some(&self.beside))
    }

    /// A briefing's text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.beside.get(name).map(AsRef::as_ref)
    }
}

/// The slugs of the scenarios that travel with the program, in order.
pub fn slugs() -> Vec<&'static str> {
    let mut slugs: Vec<&str> = assets::scenarios().filter_map(|(name, _)| name.strip_suffix(".ron")).collect();
    slugs.sort_unstable();
    slugs
}

/// Finds a scenario by the path of its file, or by the slug of one that travels with the program.
pub fn find(name: &str) -> Result<Book, Mistakes> {
    let path = Path::new(name);
    if path.is_file() {
        return on_disk(path);
    }
    if let Some(book) = embedded(name) {
        return Ok(book);
    }
    let known = slugs();
    let help = closest(name, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    let help = help.unwrap_or_else(|| format!("give the path of a file, or one of {}", known.join(", ")));
    Err(Source::new(name, "").mistake(0..0, format!("there is no scenario `{name}`")).help(Some(help)).into())
}

/// Finds several, as they are played.
pub fn staged(names: &[String]) -> Result<Vec<Staged>, Mistakes> {
    names.iter().map(|name| find(name)?.stage()).collect()
}

/// A scenario that travels with the program.
pub fn embedded(slug: &str) -> Option<Book> {
    let file = format!("{slug}.ron");
    let (_, text) = assets::scenarios().find(|(name, _)| *name == file)?;
    let texts = assets::scenarios().filter(|(name, _)| is_text(name));
    let beside = texts.map(|(name, text)| (name.to_owned(), text)).collect();
    Some(Book { source: Source::new(format!("scenarios/{file}"), text), beside })
}

/// A scenario on disk, with the texts beside it.
pub fn on_disk(path: &Path) -> Result<Book, Mistakes> {
    let source = file(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = Beside::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        // Briefings of a scenario bear its name first, so that a folder full of other texts is not read.
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if is_text(&name) && name.starts_with(stem) {
            beside.insert(name, Arc::clone(&file(&entry.path())?.text));
        }
    }
    Ok(Book { source, beside })
}

/// Reads a text file from disk, within the limits of size.
pub fn file(path: &Path) -> Result<Source, Mistakes> {
    let size = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > crate::content::mistake::LARGEST as u64 {
        let message = format!("the file is larger than {} MiB", crate::content::mistake::LARGEST >> 20);
        return Err(Source::new(path.display().to_string(), "").mistake(0..0, message).into());
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(path.display().to_string(), text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Source::new(path.display().to_string(), "")
                .mistake(0..0, format!("the file is not text in UTF-8: byte {} cannot be read", at + 1))
                .into())
        }
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Mistake {
    let message = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "the file may not be read".to_owned(),
        _ => format!("the file cannot be read: {error}"),
    };
    Source::new(path.display().to_string(), "").mistake(0..0, message)
}

fn is_text(name: &str) -> bool {
    name.ends_with(".md")
}
