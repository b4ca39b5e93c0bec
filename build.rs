//! Turns the fact vocabulary (`assets/law/facts.ron`) into named constants, so that code which answers a fact
//! is checked by the compiler while the vocabulary stays data.

use std::fmt::Write as _;
use std::path::Path;

#[derive(serde::Deserialize)]
#[serde(rename = "Fact")]
struct Fact {
    name: String,
    holds: Holds,
    meaning: String,
}

#[derive(serde::Deserialize)]
enum Holds {
    Bool,
    Int {
        #[serde(rename = "low")]
        _low: u32,
        #[serde(rename = "high")]
        _high: u32,
    },
    Enum(Vec<String>),
}

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts through the environment")]
fn main() {
    println!("cargo::rerun-if-changed=assets/law/facts.ron");
    println!("cargo::rerun-if-changed=build.rs");
    let text = std::fs::read_to_string("assets/law/facts.ron").expect("assets/law/facts.ron can be read");
    let facts: Vec<Fact> = ron::from_str(&text).expect("assets/law/facts.ron is a list of facts");
    let mut out = String::new();
    for (index, fact) in facts.iter().enumerate() {
        let meaning = fact.meaning.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<");
        let name = &fact.name;
        writeln!(out, "/// {meaning}.\npub const {}: Fact = Fact({index});", name.to_uppercase()).expect("text grows");
        if let Holds::Enum(values) = &fact.holds {
            writeln!(out, "/// The values of `{name}`.\npub mod {name} {{").expect("text grows");
            for (code, value) in values.iter().enumerate() {
                writeln!(out, "    /// `{value}`\n    pub const {}: u32 = {code};", value.to_uppercase())
                    .expect("text grows");
            }
            out.push_str("}\n");
        }
    }
    writeln!(out, "/// The names above, in order.\npub const NAMES: [&str; {}] = [", facts.len()).expect("text grows");
    for fact in &facts {
        writeln!(out, "    {:?},", fact.name).expect("text grows");
    }
    out.push_str("];\n");
    let target = Path::new(&std::env::var("OUT_DIR").expect("cargo names the output folder")).join("facts.rs");
    std::fs::write(target, out).expect("the output folder can be written");
}
