//! Reads the catalogue of law and turns its flaws into places in files.

use crate::content::assets;
use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::law::corpus::{Catalogue, Corpus};
use crate::law::fact::FactSpec;
use crate::law::flaw::{Flaw, Subject};
use crate::law::norm::NormSpec;

/// The law that travels with the program.
pub fn embedded() -> Result<Corpus, Mistakes> {
    read(&assets::below("law"))
}

/// Reads a catalogue: `facts.ron`, `macros.ron`, `profiles.ron` and `gravity.ron` by their file names, everything else
/// as one norm in a folder named after its family.
pub fn read(files: &[Source]) -> Result<Corpus, Mistakes> {
    let mut mistakes = Vec::new();
    let mut catalogue = Catalogue::default();
    let mut norms: Vec<&Source> = Vec::new();
    let mut tables: [Option<&Source>; 4] = [None; 4];
    for file in files {
        let mut parts = file.name.rsplit(['/', '\\']);
        let name = parts.next().unwrap_or_default();
        let read = match name {
            "facts.ron" => {
                tables[0] = Some(file);
                file.ron::<Vec<FactSpec>>().map(|facts| catalogue.facts = facts)
            }
            "macros.ron" => {
                tables[1] = Some(file);
                file.ron().map(|macros| catalogue.macros = macros)
            }
            "profiles.ron" => {
                tables[2] = Some(file);
                file.ron().map(|profiles| catalogue.profiles = profiles)
            }
            "gravity.ron" => {
                tables[3] = Some(file);
                file.ron().map(|gravity| catalogue.gravity = gravity)
            }
            _ => file.ron::<NormSpec>().map(|norm| {
                if name.strip_suffix(".ron") != Some(norm.id.as_str()) {
                    let at = file.quoted(&norm.id, 0).unwrap_or(0..0);
                    let message = format!("norm `{}` stands in a file called `{name}`", norm.id);
                    mistakes.push(file.mistake(at, message).help(Some(format!("call the file `{}.ron`", norm.id))));
                }
                catalogue.norms.push((parts.next().unwrap_or_default().to_owned(), norm));
                norms.push(file);
            }),
        };
        if let Err(mistake) = read {
            mistakes.push(mistake);
        }
    }
    for (table, name) in tables.iter().zip(["facts.ron", "macros.ron", "profiles.ron", "gravity.ron"]) {
        if table.is_none() {
            mistakes.push(Source::new("assets/law", "").mistake(0..0, format!("`{name}` is missing")));
        }
    }
    // Without the vocabulary every formula would be wrong: say only what is the cause.
    if catalogue.facts.is_empty() || !mistakes.is_empty() && mistakes.len() >= files.len() {
        return Err(Mistakes(mistakes));
    }
    let names: Vec<String> = catalogue.facts.iter().map(|fact| fact.name.clone()).collect();
    let macros: Vec<String> = catalogue.macros.iter().map(|entry| entry.name.clone()).collect();
    let profiles: Vec<String> = catalogue.profiles.iter().map(|profile| profile.name.clone()).collect();
    let gravity: Vec<String> = catalogue.gravity.rows.iter().map(|(fact, _)| fact.clone()).collect();
    match Corpus::new(catalogue) {
        Ok(corpus) if mistakes.is_empty() => Ok(corpus),
        Ok(_) => Err(Mistakes(mistakes)),
        Err(flaws) => {
            mistakes.extend(flaws.into_iter().map(|flaw| {
                let entry = |file: Option<&Source>, names: &[String], at: usize| {
                    (file.cloned(), names.get(at).cloned().unwrap_or_default())
                };
                let (file, entry) = match flaw.subject {
                    Subject::Norm(at) => (norms.get(at).map(|file| (*file).clone()), String::new()),
                    Subject::Fact(at) => entry(tables[0], &names, at),
                    Subject::Macro(at) => entry(tables[1], &macros, at),
                    Subject::Profile(at) => entry(tables[2], &profiles, at),
                    Subject::Gravity(at) => entry(tables[3], &gravity, at),
                    Subject::Move(_) => (None, String::new()),
                };
                place(&file.unwrap_or_else(|| Source::new("assets/law", "")), &entry, flaw)
            }));
            Err(Mistakes(mistakes))
        }
    }
}

/// Finds the text at fault after the entry's own name.
pub(crate) fn place(file: &Source, entry: &str, flaw: Flaw) -> Mistake {
    let start = if entry.is_empty() { 0 } else { file.quoted(entry, 0).map_or(0, |at| at.start - 1) };
    let text = (!flaw.text.is_empty()).then(|| file.quoted(&flaw.text, start)).flatten();
    let span = match (text, file.field(flaw.field, start)) {
        (Some(text), _) => text.start + flaw.span.start..text.start + flaw.span.end,
        (None, Some(field)) => field,
        _ if entry.is_empty() => 0..0,
        _ => start + 1..start + 1 + entry.len(),
    };
    file.mistake(span, flaw.message).help(flaw.help)
}
