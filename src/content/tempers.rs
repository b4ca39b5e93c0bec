//! Reads the tempers of agents, one file each.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::agents::Temper;
use crate::content::assets;
use crate::content::mistake::{Mistakes, Source};

/// The tempers that travel with the program, by slug. They are read once, and all games share them.
pub fn embedded() -> Result<BTreeMap<String, Arc<Temper>>, Mistakes> {
    static TEMPERS: LazyLock<Result<BTreeMap<String, Arc<Temper>>, Mistakes>> =
        LazyLock::new(|| read(&assets::below("agents")));
    TEMPERS.clone()
}

/// The slugs of those, in order.
pub fn slugs() -> &'static [String] {
    static SLUGS: LazyLock<Vec<String>> =
        LazyLock::new(|| embedded().map(|tempers| tempers.into_keys().collect()).unwrap_or_default());
    &SLUGS
}

/// Reads tempers.
pub fn read(files: &[Source]) -> Result<BTreeMap<String, Arc<Temper>>, Mistakes> {
    let (mut tempers, mut mistakes) = (BTreeMap::new(), Vec::new());
    for file in files {
        let temper: Temper = match file.ron() {
            Ok(temper) => temper,
            Err(mistake) => {
                mistakes.push(mistake);
                continue;
            }
        };
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        if name.strip_suffix(".ron") != Some(temper.id.as_str()) {
            let message = format!("temper `{}` stands in a file called `{name}`", temper.id);
            let help = format!("call the file `{}.ron`", temper.id);
            mistakes.push(file.mistake(file.quoted(&temper.id, 0).unwrap_or(0..0), message).help(Some(help)));
        }
        if let Some(at) = file.text.find("source: \"\"") {
            let help = "name a publication, or write \"judgement\"".to_owned();
            mistakes.push(file.mistake(at..at + 10, "this number has no source").help(Some(help)));
        }
        tempers.insert(temper.id.clone(), Arc::new(temper));
    }
    if mistakes.is_empty() { Ok(tempers) } else { Err(Mistakes(mistakes)) }
}
