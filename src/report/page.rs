//! The review as plain blocks, the same for HTML and Markdown.

use std::borrow::Cow;

use crate::report::chart::Chart;
use crate::report::curve::Curve;
use crate::words::Card;

/// A whole review.
#[derive(Clone, Debug)]
pub struct Page {
    /// The crisis's title.
    pub title: String,
    /// What kind of document it is.
    pub kind: String,
    /// Paragraphs that stand before everything.
    pub lead: Vec<String>,
    /// The panels, in reading order.
    pub sections: Vec<Section>,
    /// Where it comes from.
    pub colophon: String,
    /// Words of the page's own furniture.
    pub furniture: Furniture,
}

/// Words that only a page with links needs.
#[derive(Clone, Debug)]
pub struct Furniture {
    /// “Contents”.
    pub contents: String,
    /// “Skip to the review”.
    pub skip: String,
    /// The language of all this, as a tag.
    pub language: String,
}

/// One panel.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its anchor.
    pub id: Cow<'static, str>,
    /// Its heading.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A piece of a panel.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph that weighs more: a truth, a result.
    Key(String),
    /// A heading within the panel.
    Heading(String),
    /// A heading below that.
    Label(String),
    /// Items without order.
    List(Vec<String>),
    /// Items in order.
    Steps(Vec<String>),
    /// Headlines, one a turn.
    Film(Vec<Frame>),
    /// Lines with who could know of each.
    Seen(Vec<Line>),
    /// The same, folded away under a heading until they are asked for.
    Folded(String, Vec<Line>),
    /// A chart with its text alternative.
    Chart(Chart),
    /// Means with their intervals, and a text alternative.
    Curve(Curve),
    /// A table.
    Table(Table),
    /// A legality card with the seat's own beside it.
    Exhibit(Box<Exhibit>),
}

/// One frame of the film.
#[derive(Clone, Debug)]
pub struct Frame {
    /// “Turn 2, day 8”.
    pub when: String,
    /// What could have been printed.
    pub headline: String,
    /// Where the ladder stood.
    pub step: String,
}

/// Something that was done or happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who could know.
    pub sight: Sight,
    /// What.
    pub text: String,
    /// Why, in the words of whoever did it.
    pub why: Option<String>,
}

/// Who could know, as a word; the kind gives it a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// How far it was known.
    pub kind: SightKind,
    /// In words.
    pub text: String,
}

/// How far something was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SightKind {
    /// Everybody knew.
    Public,
    /// Several knew.
    Shared,
    /// One knew.
    Own,
    /// It comes out only here.
    Hidden,
}

impl SightKind {
    /// The sign that goes with the words, never instead of them.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Public => "●",
            Self::Shared => "◐",
            Self::Own => "○",
            Self::Hidden => "✕",
        }
    }
}

/// A table: the first cell of each row names the row.
#[derive(Clone, Debug, Hash)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Headings of the columns.
    pub head: Vec<String>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, Hash)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number, set so that numbers line up.
    Number(String),
    /// Several lines.
    Lines(Vec<String>),
    /// A share in thousandths with its words, drawn as a bar.
    Share(i32, String),
    /// A share in thousandths by which the cell is shaded, with its words.
    Shade(i32, String),
}

impl Cell {
    /// A whole number.
    pub fn count(number: usize) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A card worth projecting.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// Why it was chosen, in two or three words.
    pub title: String,
    /// The act, as a sentence.
    pub act: String,
    /// Why it is instructive.
    pub why: String,
    /// The card on the truth, with its heading.
    pub truth: (String, Card),
    /// The card as the seat could see it, with its heading; `None` if it says the same.
    pub seat: Option<(String, Card)>,
    /// What the two make of each other.
    pub remark: String,
}
