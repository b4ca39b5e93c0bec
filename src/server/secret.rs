//! Secrets, from the operating system's own generator.

/// Letters that are not taken for one another when read aloud or off a board; 32 of them, so five bits each.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Letters of a token: 160 bits.
const TOKEN: usize = 32;
/// Letters of a re-entry code: 50 bits, guarded against guessing.
const REENTRY: usize = 10;
/// Letters of a join code, which is public in its class.
const JOIN: usize = 6;

fn letters(count: usize) -> Result<String, getrandom::Error> {
    let mut bytes = vec![0; count];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.into_iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect())
}

/// What a cookie or the facilitator's link holds.
///
/// # Errors
/// If the system has no randomness to give.
pub fn token() -> Result<String, getrandom::Error> {
    letters(TOKEN)
}

/// What brings a person back to their seat.
///
/// # Errors
/// As [`token`].
pub fn reentry() -> Result<String, getrandom::Error> {
    letters(REENTRY)
}

/// What lets a class in.
///
/// # Errors
/// As [`token`].
pub fn join() -> Result<String, getrandom::Error> {
    letters(JOIN)
}

/// A code as somebody typed it: in upper case, without the gaps they may have put in.
pub fn typed(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_enough_and_never_the_same() {
        let (one, other) = (token().unwrap(), token().unwrap());
        assert!(one.len() * 5 >= 128 && one != other);
        assert_eq!(typed(" abc-de2 "), "ABCDE2");
        assert_eq!(reentry().unwrap().len(), REENTRY);
        let mut seen = LETTERS.to_vec();
        seen.dedup();
        assert_eq!(seen.len(), 32);
    }
}
