//! Tables: rows as structs, declared once. From one declaration come the struct, the schema and the documentation.

use crate::ensemble::column::{Cells, Column};

/// A row of one of the tables.
pub trait Row: Sized {
    /// The table's name; its file is `NAME.parquet`.
    const NAME: &'static str;
    /// What one row stands for.
    const ABOUT: &'static str;

    /// The columns, in order.
    fn columns() -> Vec<Column>;
    /// Adds itself to the table's columns.
    fn put(&self, columns: &mut [Cells]);
    /// Reads a row; `None` if the columns are not this table's.
    fn get(columns: &[Cells], row: usize) -> Option<Self>;
}

/// Rows as columns.
pub fn columns_of<R: Row>(rows: &[R]) -> Vec<Cells> {
    let mut cells: Vec<Cells> = R::columns().iter().map(|column| Cells::none(column.kind)).collect();
    for row in rows {
        row.put(&mut cells);
    }
    cells
}

/// Columns as rows; `None` if they are not this table's.
pub fn rows_of<R: Row>(columns: &[Cells]) -> Option<Vec<R>> {
    (0..columns.first()?.len()).map(|row| R::get(columns, row)).collect()
}

/// Declares tables: `Row = "name" { column: type = "unit", }`, each with its sentence as a comment.
macro_rules! tables {
    ($(
        $(#[doc = $row_about:literal])+
        $row:ident[$field:ident] = $name:literal {
            $($(#[doc = $about:literal])+ $column:ident: $type:ty = $unit:literal,)*
        }
    )*) => {
        $(
            $(#[doc = $row_about])+
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $row {
                $($(#[doc = $about])+ pub $column: $type,)*
            }

            impl Row for $row {
                const NAME: &'static str = $name;
                const ABOUT: &'static str = concat!($($row_about),+);

                fn columns() -> Vec<Column> {
                    vec![$(Column {
                        name: stringify!($column).to_owned(),
                        kind: <$type as Field>::KIND,
                        may_be_empty: <$type as Field>::MAY_BE_EMPTY,
                        unit: $unit,
                        about: concat!($($about),+).trim().to_owned(),
                    },)*]
                }

                fn put(&self, columns: &mut [Cells]) {
                    let mut columns = columns.iter_mut();
                    $(if let Some(cells) = columns.next() {
                        self.$column.put(cells);
                    })*
                }

                fn get(columns: &[Cells], row: usize) -> Option<Self> {
                    let mut columns = columns.iter();
                    Some(Self { $($column: Field::get(columns.next()?, row)?,)* })
                }
            }
        )*

        /// The rows of some games, table by table.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Rows {
            $(#[doc = concat!("Rows of `", $name, "`.")] pub $field: Vec<$row>,)*
        }

        impl Rows {
            /// Moves another bundle's rows to the end of these.
            pub fn append(&mut self, mut more: Self) {
                $(self.$field.append(&mut more.$field);)*
            }

            /// Every table as columns: name, declarations, cells.
            pub fn tables(&self) -> Vec<Sheet> {
                vec![$(Sheet { name: $name, columns: $row::columns(), cells: columns_of(&self.$field) },)*]
            }
        }

        /// Every table's name, what a row of it stands for, and its columns.
        pub fn declared() -> Vec<(&'static str, &'static str, Vec<Column>)> {
            vec![$(($name, $row::ABOUT, $row::columns()),)*]
        }
    };
}

pub(super) use tables;
