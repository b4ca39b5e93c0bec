//! Tables of text as spreadsheets: CSV and XLSX, in and out.
//!
//! The first row holds headings. A cell that a spreadsheet would take for a formula is written as text; a number, which may
//! begin with a sign too, stays one.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

/// The most rows that are read.
pub const MOST_ROWS: usize = 1000;
/// The most letters of a cell that are read.
pub const LONGEST_CELL: usize = 8000;

/// Why a table cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It is no text in the form of CSV.
    #[error("the text cannot be read as CSV: {0}")]
    Csv(#[from] csv::Error),
    /// It is no workbook.
    #[error("the file cannot be read as a workbook: {0}")]
    Xlsx(#[from] calamine::XlsxError),
    /// The workbook cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Unwritten(#[from] XlsxError),
    /// It has no table in it.
    #[error("the workbook holds no table")]
    Empty,
    /// It is too large.
    #[error("a table has at most {MOST_ROWS} rows, and a cell {LONGEST_CELL} letters")]
    TooLarge,
    /// It is neither.
    #[error("the file is neither text nor a workbook (.xlsx)")]
    Neither,
}

/// Rows as CSV, with a mark by which spreadsheets know that it is UTF-8.
///
/// # Errors
/// If a row cannot be written.
pub fn to_csv<H, R>(headings: &[H], rows: impl IntoIterator<Item = R>) -> Result<Vec<u8>, SheetError>
where
    H: AsRef<str>,
    R: IntoIterator<Item: AsRef<str>>,
{
    // A table of a page may leave cells out at the end of a row.
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(headings.iter().map(|cell| as_text(cell.as_ref())))?;
    for row in rows {
        writer.write_record(row.into_iter().map(|cell| as_text(cell.as_ref())))?;
    }
    writer.into_inner().map_err(|error| SheetError::Csv(error.into_error().into()))
}

/// What a spreadsheet would calculate is marked as text, since others' words stand in these cells.
fn as_text(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

/// Whether a cell is one number and nothing else, so that there is nothing in it to calculate.
fn is_number(cell: &str) -> bool {
    cell.chars().all(|sign| matches!(sign, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')) && cell.parse::<f64>().is_ok()
}

/// Rows as a workbook of one sheet.
///
/// # Errors
/// If it cannot be written.
pub fn to_xlsx<const N: usize>(name: &str, headings: &[&str; N], rows: &[[String; N]]) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &bold)?;
        let widest = rows.iter().map(|row| row[usize::from(column)].chars().count()).max().unwrap_or(0);
        sheet.set_column_width(column, widest.clamp(12, 60) as u32)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string_with_format(line, column, cell, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(book.save_to_buffer()?)
}

/// The rows of a file below its headings, whichever of both it is; empty rows are left out. Each comes with its number in
/// the file, from 1.
///
/// # Errors
/// If it cannot be read, or holds too much.
pub fn read(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, SheetError> {
    let rows = if bytes.starts_with(b"PK\x03\x04") { from_xlsx(bytes)? } else { from_csv(bytes)? };
    let is_large = |row: &Vec<String>| row.iter().any(|cell| cell.chars().count() > LONGEST_CELL);
    if rows.len() > MOST_ROWS || rows.iter().any(is_large) {
        return Err(SheetError::TooLarge);
    }
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
    Ok((1..).zip(rows).skip(1).filter(|(_, row)| filled(row)).collect())
}

fn from_csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, SheetError> {
    let text = std::str::from_utf8(bytes).map_err(|_| SheetError::Neither)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // In half of Europe a spreadsheet writes semicolons.
    let head = text.lines().next().unwrap_or_default();
    let delimiter = if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let plain = |cell: &str| {
        cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell).to_owned()
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(record?.iter().map(plain).collect());
        if rows.len() > MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
    }
    Ok(rows)
}

fn from_xlsx(bytes: &[u8]) -> Result<Vec<Vec<String>>, SheetError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let range = book.worksheet_range_at(0).ok_or(SheetError::Empty)??;
    if range.height() > MOST_ROWS {
        return Err(SheetError::TooLarge);
    }
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        // What a spreadsheet took for a number.
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        other => other.to_string(),
    };
    Ok(range.rows().map(|row| row.iter().map(text).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: [&str; 2] = ["When", "What"];

    fn rows() -> Vec<[String; 2]> {
        vec![["turn 1".into(), "a \"quoted\", text;\nwith lines".into()], ["by hand".into(), "=1+1 – é".into()]]
    }

    #[test]
    fn both_forms_give_back_what_they_were_given() {
        for bytes in [to_csv(&HEADINGS, rows()).unwrap(), to_xlsx("Events", &HEADINGS, &rows()).unwrap()] {
            let again: Vec<Vec<String>> = read(&bytes).unwrap().into_iter().map(|(_, row)| row).collect();
            assert_eq!(again, rows().map_rows());
        }
        let csv = String::from_utf8(to_csv(&HEADINGS, rows()).unwrap()).unwrap();
        assert!(csv.contains("'=1+1"), "a formula is text: {csv}");
    }

    #[test]
    fn formulas_are_text_and_numbers_are_numbers() {
        let cells =
            ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "-1+1", "-", "-inf", "plain", "-12", "+0.5", "-1.5e-3"];
        let csv = String::from_utf8(to_csv(&["=HEAD"], cells.map(|cell| [cell])).unwrap()).unwrap();
        let read = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(csv.trim_start_matches('\u{feff}').as_bytes())
            .into_records();
        let read: Vec<String> = read.map(|record| record.unwrap()[0].to_owned()).collect();
        let marked: Vec<&str> = read.iter().map(String::as_str).filter(|cell| cell.starts_with('\'')).collect();
        assert_eq!(marked, ["'=HEAD", "'=1+1", "'+A1", "'-A1", "'@SUM(A1)", "'\t=1", "'\r=1", "'-1+1", "'-", "'-inf"]);
        assert_eq!(read[read.len() - 4..], ["plain", "-12", "+0.5", "-1.5e-3"]);
    }

    trait Rows {
        fn map_rows(self) -> Vec<Vec<String>>;
    }

    impl Rows for Vec<[String; 2]> {
        fn map_rows(self) -> Vec<Vec<String>> {
            self.into_iter().map(|row| row.to_vec()).collect()
        }
    }

    #[test]
    fn semicolons_gaps_and_damage_are_met() {
        let read_text = |text: &str| read(text.as_bytes()).unwrap();
        assert_eq!(read_text("When;What\n\nturn 1;x\n;\n"), [(2, vec!["turn 1".to_owned(), "x".to_owned()])]);
        assert!(matches!(read(b"\xff\xfe\x00"), Err(SheetError::Neither)));
        assert!(matches!(read(b"PK\x03\x04 no workbook"), Err(SheetError::Xlsx(_))));
        assert!(matches!(read("a\n".repeat(MOST_ROWS + 2).as_bytes()), Err(SheetError::TooLarge)));
        assert!(read(b"").unwrap().is_empty());
    }
}
