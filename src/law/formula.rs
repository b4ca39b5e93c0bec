//! The formula language: `all(…)`, `any(…)`, `not(…)`, `fact`, `fact == v`, `fact != v`, `fact in {v, w}`, `fact >= n`,
//! `met(norm-id)`, `@macro`, `true`, `false`.
//!
//! Parsing yields names with their places; what the names mean is settled when a corpus is put together.

use std::fmt;
use std::ops::Range;

use winnow::combinator::{alt, cut_err, delimited, opt, preceded, separated, terminated};
use winnow::error::{ContextError, StrContext, StrContextValue};
use winnow::prelude::*;
use winnow::stream::LocatingSlice;
use winnow::token::take_while;

/// A name and the bytes of the text it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Range<usize>,
}

/// A parsed formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// `true` or `false`.
    Constant(bool),
    /// Every part holds.
    All(Vec<Formula>),
    /// Some part holds.
    Any(Vec<Formula>),
    /// The part does not hold.
    Not(Box<Formula>),
    /// The test of another norm, before pleas.
    Met(Name),
    /// An abbreviation, with its `@`.
    Macro(Name),
    /// A bare fact, or a fact compared with values.
    Fact(Name, Compare),
}

/// How a fact is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Bare: the fact is true.
    Holds,
    /// `==`, or `in` with several values.
    In(Vec<Name>),
    /// `!=`.
    Not(Name),
    /// `>=`.
    AtLeast(Name),
}

/// The longest formula read, in bytes: the longest of the catalogue has about 700.
pub const LONGEST: usize = 8_192;
/// The deepest nesting read: the deepest of the catalogue has 4.
pub const DEEPEST: usize = 32;

/// A formula that cannot be read: where, and why in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// One line, lower case, no full stop.
    pub message: String,
}

/// Reads a formula. Text over [`LONGEST`] bytes or nested deeper than [`DEEPEST`] is refused before it is parsed.
pub fn parse(text: &str) -> Result<Formula, Unreadable> {
    if text.len() > LONGEST {
        return Err(Unreadable { span: 0..0, message: format!("the formula is longer than {LONGEST} bytes") });
    }
    let mut depth = 0_usize;
    for (at, letter) in text.bytes().enumerate() {
        match letter {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Unreadable {
                span: at..at + 1,
                message: format!("the formula is nested deeper than {DEEPEST} levels"),
            });
        }
    }
    delimited(blank, formula, blank).parse(LocatingSlice::new(text)).map_err(|error| {
        let at = error.offset().min(text.len());
        let end = text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
        let expected = error.inner().to_string().replace('\n', ", ");
        let found = if at == text.len() { "the formula ends".into() } else { format!("found `{}`", &text[at..end]) };
        let message =
            if expected.is_empty() { format!("cannot read on: {found}") } else { format!("{found}: {expected}") };
        Unreadable { span: at..end, message }
    })
}

impl fmt::Display for Formula {
    /// The formula in its own language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, word: &str, parts: &[Formula]| {
            write!(f, "{word}(")?;
            for (at, part) in parts.iter().enumerate() {
                write!(f, "{}{part}", if at == 0 { "" } else { ", " })?;
            }
            write!(f, ")")
        };
        match self {
            Self::Constant(answer) => write!(f, "{answer}"),
            Self::All(parts) => list(f, "all", parts),
            Self::Any(parts) => list(f, "any", parts),
            Self::Not(part) => write!(f, "not({part})"),
            Self::Met(norm) => write!(f, "met({})", norm.text),
            Self::Macro(name) => write!(f, "{}", name.text),
            Self::Fact(fact, compare) => match compare {
                Compare::Holds => write!(f, "{}", fact.text),
                Compare::In(values) => match values.as_slice() {
                    [value] => write!(f, "{} == {}", fact.text, value.text),
                    values => {
                        let values: Vec<&str> = values.iter().map(|value| value.text.as_str()).collect();
                        write!(f, "{} in {{{}}}", fact.text, values.join(", "))
                    }
                },
                Compare::Not(value) => write!(f, "{} != {}", fact.text, value.text),
                Compare::AtLeast(value) => write!(f, "{} >= {}", fact.text, value.text),
            },
        }
    }
}

type Input<'a> = LocatingSlice<&'a str>;

fn blank(input: &mut Input<'_>) -> ModalResult<()> {
    take_while(0.., |c: char| c.is_ascii_whitespace()).void().parse_next(input)
}

fn expected(what: &'static str) -> StrContext {
    StrContext::Expected(StrContextValue::Description(what))
}

fn sign<'a>(text: &'static str) -> impl Parser<Input<'a>, (), winnow::error::ErrMode<ContextError>> {
    delimited(blank, text, blank).void().context(StrContext::Expected(StrContextValue::StringLiteral(text)))
}

fn name(input: &mut Input<'_>) -> ModalResult<Name> {
    take_while(1.., |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))
        .with_span()
        .map(|(text, span): (&str, _)| Name { text: text.to_owned(), span })
        .parse_next(input)
}

fn value(input: &mut Input<'_>) -> ModalResult<Name> {
    name.context(expected("a value")).parse_next(input)
}

fn parts(input: &mut Input<'_>) -> ModalResult<Vec<Formula>> {
    delimited(sign("("), separated(1.., formula, sign(",")), sign(")")).parse_next(input)
}

fn formula(input: &mut Input<'_>) -> ModalResult<Formula> {
    alt((abbreviation, worded)).context(expected("a fact, `all`, `any`, `not`, `met` or a macro")).parse_next(input)
}

fn abbreviation(input: &mut Input<'_>) -> ModalResult<Formula> {
    ("@", cut_err(take_while(1.., |c: char| c.is_ascii_lowercase()).context(expected("the macro's name"))))
        .with_span()
        .map(|((_, text), span): ((_, &str), _)| Formula::Macro(Name { text: format!("@{text}"), span }))
        .parse_next(input)
}

fn worded(input: &mut Input<'_>) -> ModalResult<Formula> {
    let word = name.parse_next(input)?;
    match word.text.as_str() {
        "all" => cut_err(parts).map(Formula::All).parse_next(input),
        "any" => cut_err(parts).map(Formula::Any).parse_next(input),
        "not" => {
            cut_err(delimited(sign("("), formula, sign(")"))).map(|part| Formula::Not(Box::new(part))).parse_next(input)
        }
        "met" => cut_err(delimited(sign("("), name.context(expected("a norm's id")), sign(")")))
            .map(Formula::Met)
            .parse_next(input),
        "true" => Ok(Formula::Constant(true)),
        "false" => Ok(Formula::Constant(false)),
        _ => comparison(input).map(|compare| Formula::Fact(word, compare)),
    }
}

fn comparison(input: &mut Input<'_>) -> ModalResult<Compare> {
    opt(preceded(
        blank,
        alt((
            preceded(terminated("==", blank), cut_err(value)).map(|value| Compare::In(vec![value])),
            preceded(terminated("!=", blank), cut_err(value)).map(Compare::Not),
            preceded(terminated(">=", blank), cut_err(value)).map(Compare::AtLeast),
            preceded(("in", blank), cut_err(delimited(sign("{"), separated(1.., value, sign(",")), sign("}"))))
                .map(Compare::In),
        )),
    ))
    .map(|compare| compare.unwrap_or(Compare::Holds))
    .parse_next(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form() {
        let text = "all(not(@passive), casualties >= 10, any(a, b != c), d in {e,f}, met(arsiwa.17-18), g==h, true)";
        let Formula::All(parts) = parse(text).unwrap() else { panic!("not a conjunction") };
        assert_eq!(parts.len(), 7);
        assert!(
            matches!(&parts[0], Formula::Not(part) if matches!(&**part, Formula::Macro(name) if name.text == "@passive"))
        );
        assert!(
            matches!(&parts[4], Formula::Met(norm) if norm.text == "arsiwa.17-18" && &text[norm.span.clone()] == "arsiwa.17-18")
        );
        assert!(matches!(&parts[3], Formula::Fact(_, Compare::In(values)) if values.len() == 2));
    }

    #[test]
    fn says_where_and_what_was_expected() {
        let wrong = parse("all(a, b == )").unwrap_err();
        assert_eq!(wrong.span, 12..13);
        assert!(wrong.message.contains("a value"), "{}", wrong.message);
        assert_eq!(parse("all(a").unwrap_err().span, 5..5);
        assert_eq!(parse("a b").unwrap_err().span, 2..3);
        assert!(parse("").is_err());
    }

    #[test]
    fn refuses_what_is_too_deep_or_too_long() {
        assert!(parse(&"not(".repeat(40_000)).unwrap_err().message.contains("longer"));
        assert!(parse(&format!("{}a{}", "not(".repeat(40), ")".repeat(40))).unwrap_err().message.contains("deeper"));
    }
}
