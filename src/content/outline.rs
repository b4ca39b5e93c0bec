//! Where the parts of a RON file stand, so that every row can be read by itself and every mistake gets its own place.
//!
//! The reader of the notation stops at the first mistake. Here a file that is sound in syntax is cut at its brackets and
//! commas; each row is then read alone, and one wrong row does not hide the next.

use std::ops::Range;

/// A named field of a struct: where its name and where its value stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name's bytes.
    pub name: Range<usize>,
    /// The value's bytes.
    pub value: Range<usize>,
}

/// The fields of the struct (or the entries of the map) that stands in some bytes of a text.
pub fn fields(text: &str, within: Range<usize>) -> Vec<Field> {
    let cut = |part: Range<usize>| {
        let colon = units(text, part.clone()).find(|unit| unit.depth == 0 && text[unit.at.clone()].starts_with(':'))?;
        let name = trimmed(text, part.start..colon.at.start)?;
        Some(Field { name, value: trimmed(text, colon.at.end..part.end)? })
    };
    items(text, within).into_iter().filter_map(cut).collect()
}

/// The parts between the commas of the first bracket that opens in some bytes of a text.
pub fn items(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = None;
    for unit in units(text, skip_attributes(text, within)) {
        match (unit.kind, unit.depth) {
            (Kind::Open, 0) if start.is_none() => start = Some(unit.at.end),
            (Kind::Comma, 1) | (Kind::Close, 0) => {
                let Some(from) = start else { continue };
                parts.extend(trimmed(text, from..unit.at.start));
                if unit.kind == Kind::Close {
                    return parts;
                }
                start = Some(unit.at.end);
            }
            _ => {}
        }
    }
    parts
}

/// Where a text begins to say something: after blanks, comments and attributes.
pub fn start(text: &str) -> Option<usize> {
    let within = skip_attributes(text, 0..text.len());
    units(text, within).find(|unit| unit.kind != Kind::Blank).map(|unit| unit.at.start)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Open,
    Close,
    Comma,
    Blank,
    Other,
}

/// A piece of text that cannot be cut: a character, a literal, a comment. `depth` is that of what stands around it.
struct Unit {
    at: Range<usize>,
    kind: Kind,
    depth: usize,
}

fn units(text: &str, within: Range<usize>) -> impl Iterator<Item = Unit> {
    let (mut at, mut depth, mut word) = (within.start, 0_usize, false);
    std::iter::from_fn(move || {
        let rest = text.get(at..within.end)?;
        let first = rest.chars().next()?;
        let (length, kind) = match first {
            '(' | '[' | '{' => (1, Kind::Open),
            ')' | ']' | '}' => (1, Kind::Close),
            ',' => (1, Kind::Comma),
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), Kind::Blank),
            '/' if rest.starts_with("/*") => (block_comment(rest), Kind::Blank),
            '"' => (string(rest), Kind::Other),
            'r' if !word && raw_string(rest).is_some() => (raw_string(rest).unwrap_or(1), Kind::Other),
            '\'' => (character(rest), Kind::Other),
            _ if first.is_whitespace() => (first.len_utf8(), Kind::Blank),
            _ => (first.len_utf8(), Kind::Other),
        };
        if kind == Kind::Close {
            depth = depth.saturating_sub(1);
        }
        let unit = Unit { at: at..at + length, kind, depth };
        if kind == Kind::Open {
            depth += 1;
        }
        word = first.is_alphanumeric() || first == '_';
        at += length;
        Some(unit)
    })
}

fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let hashes = rest[1..].bytes().take_while(|&byte| byte == b'#').count();
    let inner = rest[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inner.find(&end).map_or(rest.len(), |found| 2 + hashes + found + end.len()))
}

/// The length of a character literal, or of the apostrophe alone if it is none.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some(_)) => rest[3..].find('\'').map_or(1, |end| end + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

fn block_comment(rest: &str) -> usize {
    let (mut at, mut open) = (2, 1);
    while open > 0 && at < rest.len() {
        let bytes = &rest.as_bytes()[at..];
        if bytes.starts_with(b"*/") {
            (open, at) = (open - 1, at + 2);
        } else if bytes.starts_with(b"/*") {
            (open, at) = (open + 1, at + 2);
        } else {
            at += 1;
        }
    }
    while !rest.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn skip_attributes(text: &str, mut within: Range<usize>) -> Range<usize> {
    while let Some(rest) = text.get(within.clone()) {
        let blank = units(text, within.clone()).take_while(|unit| unit.kind == Kind::Blank).last();
        let start = blank.map_or(0, |unit| unit.at.end - within.start);
        if !rest[start..].starts_with("#!") {
            break;
        }
        let Some(end) = units(text, within.start + start..within.end).find(|u| u.kind == Kind::Close && u.depth == 0)
        else {
            break;
        };
        within.start = end.at.end;
    }
    within
}

/// Some bytes without the blanks and comments at both ends; `None` if nothing else is there.
fn trimmed(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let mut solid = units(text, part).filter(|unit| unit.kind != Kind::Blank).map(|unit| unit.at);
    let first = solid.next()?;
    let end = solid.last().map_or(first.end, |last| last.end);
    Some(first.start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"#![enable(implicit_some)]
// a comment, with (brackets
Scenario(
    id: "a, b)", /* c: (nested /* deeper */ */
    rows: [
        (x: 'n', y: r#"raw ")" text"#), // last
        (x: '\'', y: "\\"),
    ],
    empty: [],
)"##;

    fn cut(ranges: Vec<Range<usize>>) -> Vec<&'static str> {
        ranges.into_iter().map(|range| &TEXT[range]).collect()
    }

    #[test]
    fn cuts_at_the_right_commas_and_brackets() {
        let top = fields(TEXT, 0..TEXT.len());
        let names: Vec<&str> = top.iter().map(|field| &TEXT[field.name.clone()]).collect();
        assert_eq!(names, ["id", "rows", "empty"]);
        assert_eq!(cut(vec![top[0].value.clone()]), ["\"a, b)\""]);
        let rows = items(TEXT, top[1].value.clone());
        assert_eq!(rows.len(), 2);
        assert_eq!(&TEXT[fields(TEXT, rows[0].clone())[1].value.clone()], r##"r#"raw ")" text"#"##);
        assert_eq!(&TEXT[fields(TEXT, rows[1].clone())[0].value.clone()], r"'\''");
        assert!(items(TEXT, top[2].value.clone()).is_empty());
    }

    #[test]
    fn broken_text_ends_without_complaint() {
        for text in ["(a: [", "\"", "r##\"", "/* ", "'", ")", "(a:)", "é'é", "#![", "(a: '\\"] {
            let _ = (items(text, 0..text.len()), fields(text, 0..text.len()));
        }
    }
}
