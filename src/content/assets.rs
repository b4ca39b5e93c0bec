//! The files that travel inside the executable.

use include_dir::{Dir, DirEntry, include_dir};

use crate::content::mistake::Source;

static ASSETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// Every embedded file below a folder of `assets/`, in the order of their paths.
pub fn below(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    if let Some(dir) = ASSETS.get_dir(folder) {
        gather(dir, &mut found);
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
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
