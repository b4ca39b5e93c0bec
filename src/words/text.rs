//! Plain text: wrapping and cutting by characters.

/// A text as people type it into a search: in lower case, without the accents of Latin letters.
pub fn folded(text: &str) -> String {
    let plain = |letter: char| match letter {
        'à' | 'á' | 'â' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// Breaks text into lines of at most `width` characters, at spaces; a longer word stands on a line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let own = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + own <= width => {
                line.push(' ');
                line.push_str(word);
                length += 1 + own;
            }
            _ => {
                lines.push(word.to_owned());
                length = own;
            }
        }
    }
    lines
}

/// Wraps with a hanging label: the first line begins with it, the others are indented by as much.
pub fn hang(label: &str, text: &str, indent: usize, width: usize) -> Vec<String> {
    (wrap(text, width.saturating_sub(indent)).into_iter().enumerate())
        .map(|(at, line)| format!("{:indent$}{line}", if at == 0 { label } else { "" }))
        .collect()
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text with its first letter in lower case, unless the first word is a name or an abbreviation.
pub fn continued(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), text.chars().nth(1));
    match (first, second) {
        (Some(first), Some(second)) if first.is_uppercase() && (second.is_lowercase() || text.starts_with("A ")) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_spaces_and_counts_characters() {
        assert_eq!(wrap("démarche after démarche", 14), ["démarche after", "démarche"]);
        assert_eq!(wrap("an unbreakablylongword here", 8), ["an", "unbreakablylongword", "here"]);
        assert_eq!(hang("Why", "one two three", 5, 12), ["Why  one two", "     three"]);
    }

    #[test]
    fn changes_only_plain_first_letters() {
        assert_eq!(continued("The target may"), "the target may");
        assert_eq!(continued("A protest"), "a protest");
        assert_eq!(continued("GATT XXI"), "GATT XXI");
        assert_eq!(capitalised("élan"), "Élan");
    }
}
