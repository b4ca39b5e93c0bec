//! Columns: what a table's cells may hold, and one column's cells in memory.

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of 64 bits.
    Whole,
    /// Text in UTF-8.
    Text,
    /// Yes or no.
    Flag,
}

/// A column as it is declared: from it come the schema of the files and its line in `docs/tables.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a cell may be empty.
    pub may_be_empty: bool,
    /// The unit, or the kind of word.
    pub unit: &'static str,
    /// What it says.
    pub about: String,
}

/// The cells of one column, `None` where empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
    /// Texts.
    Text(Vec<Option<String>>),
    /// Yes or no.
    Flag(Vec<Option<bool>>),
}

impl Cells {
    /// No cells yet.
    pub const fn none(kind: Kind) -> Self {
        match kind {
            Kind::Whole => Self::Whole(Vec::new()),
            Kind::Text => Self::Text(Vec::new()),
            Kind::Flag => Self::Flag(Vec::new()),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Whole(cells) => cells.len(),
            Self::Text(cells) => cells.len(),
            Self::Flag(cells) => cells.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Moves another column's cells to the end of this one.
    ///
    /// # Panics
    /// If they hold something else.
    pub fn append(&mut self, more: Self) {
        match (self, more) {
            (Self::Whole(cells), Self::Whole(mut more)) => cells.append(&mut more),
            (Self::Text(cells), Self::Text(mut more)) => cells.append(&mut more),
            (Self::Flag(cells), Self::Flag(mut more)) => cells.append(&mut more),
            _ => panic!("cells of one column are all of one kind"),
        }
    }
}

/// A type of the fields of rows.
pub trait Field: Sized {
    /// What its cells hold.
    const KIND: Kind;
    /// Whether a cell may be empty.
    const MAY_BE_EMPTY: bool;

    /// Adds itself to a column of its kind.
    fn put(&self, cells: &mut Cells);
    /// Reads itself from a row of such a column; `None` if the column is of another kind, or too short.
    fn get(cells: &Cells, row: usize) -> Option<Self>;
}

macro_rules! fields {
    ($($type:ty = $kind:ident,)*) => {
        $(
            impl Field for $type {
                const KIND: Kind = Kind::$kind;
                const MAY_BE_EMPTY: bool = false;

                fn put(&self, cells: &mut Cells) {
                    Some(self.clone()).put(cells);
                }

                fn get(cells: &Cells, row: usize) -> Option<Self> {
                    Option::<Self>::get(cells, row).flatten()
                }
            }

            impl Field for Option<$type> {
                const KIND: Kind = Kind::$kind;
                const MAY_BE_EMPTY: bool = true;

                fn put(&self, cells: &mut Cells) {
                    let Cells::$kind(cells) = cells else { panic!("a field goes into a column of its kind") };
                    cells.push(self.clone());
                }

                fn get(cells: &Cells, row: usize) -> Option<Self> {
                    let Cells::$kind(cells) = cells else { return None };
                    cells.get(row).cloned()
                }
            }
        )*
    };
}

fields! {
    i64 = Whole,
    String = Text,
    bool = Flag,
}
