//! The files that travel inside the executable.

use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};

use crate::content::mistake::Source;

static ASSETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");
static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// Every embedded file below a folder of `assets/`, in the order of their paths.
pub fn below(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    if let Some(dir) = ASSETS.get_dir(folder) {
        gather(dir, &mut found);
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// One embedded file of `assets/`; empty if there is none.
pub fn file(name: &str) -> Source {
    let text = ASSETS.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default();
    Source::new(format!("assets/{name}"), text)
}

/// The names of the files in a folder of `assets/`, without `.ron`, in order.
pub fn slugs(folder: &str) -> Vec<String> {
    let mut slugs: Vec<String> = ASSETS
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| file.path().file_name()?.to_str()?.strip_suffix(".ron").map(str::to_owned))
        .collect();
    slugs.sort_unstable();
    slugs
}

/// The embedded files of `scenarios/`, by name without folder.
pub fn scenarios() -> impl Iterator<Item = (&'static str, Arc<str>)> {
    SCENARIOS.files().filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?.into())))
}

fn gather(dir: &Dir<'_>, found: &mut Vec<Source>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => gather(dir, found),
            DirEntry::File(file) => {
                if let Some(text) = file.contents_utf8() {
                    found.push(Source::new(format!("assets/{}", file.path().display()), text));
                }
            }
        }
    }
}
