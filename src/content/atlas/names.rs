//! Names that belong to nobody: put together from parts, dealt out by the world's seed, none twice.

use crate::base::chance::Draw;

const FRONT: [&str; 28] = [
    "Ald", "Bel", "Cor", "Dal", "Esk", "Far", "Gal", "Hest", "Imb", "Jor", "Kal", "Lor", "Mel", "Norv", "Ost", "Pell",
    "Quor", "Rav", "Sel", "Tarn", "Ulv", "Vor", "Wend", "Yar", "Zel", "Brem", "Thal", "Drov",
];
const BACK: [&str; 16] = [
    "andry", "averne", "ebbia", "ecoth", "elund", "enzia", "eskar", "ithane", "ivara", "olmia", "ondra", "orrel",
    "ostria", "umbra", "uvenne", "yssia",
];

/// What a state is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) title: String,
    pub(super) id: String,
    pub(super) adjective: String,
    pub(super) code: String,
}

/// So many names, no two alike in any part.
pub(super) fn deal(draw: &mut Draw, count: usize) -> Vec<Name> {
    let mut pack: Vec<(&str, &str)> =
        FRONT.iter().flat_map(|front| BACK.iter().map(move |back| (*front, *back))).collect();
    shuffle(draw, &mut pack);
    let mut dealt: Vec<Name> = Vec::with_capacity(count);
    for (front, back) in pack.into_iter().take(count) {
        let name = format!("{front}{back}");
        let taken: Vec<&str> = dealt.iter().map(|other| other.code.as_str()).collect();
        let Some(code) = code(&name, &taken) else { continue };
        let adjective = match name.as_bytes().last() {
            Some(b'a') => format!("{name}n"),
            Some(b'e' | b'y') => format!("{}ian", &name[..name.len() - 1]),
            _ => format!("{name}ian"),
        };
        dealt.push(Name { id: name.to_lowercase(), adjective, code, title: name });
    }
    dealt
}

/// Puts a list into a drawn order.
pub(super) fn shuffle<T>(draw: &mut Draw, list: &mut [T]) {
    for place in (1..list.len()).rev() {
        list.swap(place, draw.below(place as u32 + 1) as usize);
    }
}

/// The first three letters of a name, in its order, that nobody else has.
fn code(name: &str, taken: &[&str]) -> Option<String> {
    let letters: Vec<char> = name.to_uppercase().chars().collect();
    let pairs = (1..letters.len()).flat_map(|second| (second + 1..letters.len()).map(move |third| (second, third)));
    pairs
        .map(|(second, third)| String::from_iter([letters[0], letters[second], letters[third]]))
        .find(|code| !taken.contains(&code.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Chance, Purpose, Turn};

    #[test]
    fn as_many_states_as_there_are_have_names_and_codes_of_their_own() {
        for seed in 0..20 {
            let mut names = deal(&mut Chance::new(seed).draw(Turn(0), Purpose(1), [0; 3]), 193);
            assert_eq!(names.len(), 193);
            names.sort_by(|a, b| a.code.cmp(&b.code));
            names.dedup_by(|a, b| a.code == b.code);
            assert_eq!(names.len(), 193);
        }
    }
}
