//! Tables on disk, as Parquet. The only file that knows the format.
//!
//! A file bears its name only once it is whole. What is written hangs on the cells alone: no times, no names of machines.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::ensemble::column::{Cells, Column, Kind};
use crate::ensemble::error::EnsembleError;

/// A table that is being written.
pub(super) struct TableFile {
    path: PathBuf,
    draft: PathBuf,
    writer: SerializedFileWriter<File>,
}

impl TableFile {
    /// Begins a file; one of the same name stays until this one is whole.
    pub(super) fn create(path: &Path, columns: &[Column]) -> Result<Self, EnsembleError> {
        let draft = path.with_extension("parquet.part");
        let file = File::create(&draft).map_err(EnsembleError::disk("write", &draft))?;
        let properties = WriterProperties::builder()
            .set_created_by(concat!("demarche ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .build();
        let writer = SerializedFileWriter::new(file, schema(columns).map_err(fault(path))?, Arc::new(properties));
        Ok(Self { path: path.to_owned(), writer: writer.map_err(fault(path))?, draft })
    }

    /// Adds rows.
    pub(super) fn add(&mut self, cells: &[Cells]) -> Result<(), EnsembleError> {
        let written = (|| {
            let mut group = self.writer.next_row_group()?;
            let mut cells = cells.iter();
            while let (Some(mut column), Some(cells)) = (group.next_column()?, cells.next()) {
                put(&mut column, cells)?;
                column.close()?;
            }
            group.close().map(drop)
        })();
        written.map_err(fault(&self.path))
    }

    /// Closes the file and gives it its name.
    pub(super) fn close(self) -> Result<(), EnsembleError> {
        self.writer.close().map_err(fault(&self.path))?;
        fs::rename(&self.draft, &self.path).map_err(EnsembleError::disk("rename", &self.draft))
    }
}

/// Writes a whole table.
pub(super) fn write(path: &Path, columns: &[Column], cells: &[Cells]) -> Result<(), EnsembleError> {
    let mut file = TableFile::create(path, columns)?;
    if cells.first().is_some_and(|column| !column.is_empty()) {
        file.add(cells)?;
    }
    file.close()
}

/// Reads a whole table.
///
/// # Errors
/// If it cannot be read, or has other columns.
pub(super) fn read(path: &Path, columns: &[Column]) -> Result<Vec<Cells>, EnsembleError> {
    let reader = open(path)?;
    let found = reader.metadata().file_metadata().schema_descr().root_schema_ptr();
    if found != schema(columns).map_err(fault(path))? {
        return Err(EnsembleError::Table { path: path.to_owned(), why: "its columns are others".to_owned() });
    }
    cells_of(path, &reader, columns)
}

/// Reads a whole table with whatever columns it has; of these, names and kinds alone are known.
///
/// # Errors
/// If it cannot be read, or a column holds what no table of ours does.
pub(super) fn read_any(path: &Path) -> Result<(Vec<Column>, Vec<Cells>), EnsembleError> {
    let reader = open(path)?;
    let root = reader.metadata().file_metadata().schema_descr().root_schema_ptr();
    let columns = root.get_fields().iter().map(|field| {
        let name = field.name().to_owned();
        let kind = match field.is_primitive().then(|| field.get_physical_type()) {
            Some(Physical::INT64) => Kind::Whole,
            Some(Physical::BYTE_ARRAY) => Kind::Text,
            Some(Physical::BOOLEAN) => Kind::Flag,
            _ => {
                let why = format!("its column `{name}` holds something else");
                return Err(EnsembleError::Table { path: path.to_owned(), why });
            }
        };
        let may_be_empty = field.get_basic_info().repetition() == Repetition::OPTIONAL;
        Ok(Column { name, kind, may_be_empty, unit: "", about: String::new() })
    });
    let columns = columns.collect::<Result<Vec<Column>, EnsembleError>>()?;
    let cells = cells_of(path, &reader, &columns)?;
    Ok((columns, cells))
}

fn open(path: &Path) -> Result<SerializedFileReader<File>, EnsembleError> {
    let file = File::open(path).map_err(EnsembleError::disk("read", path))?;
    SerializedFileReader::new(file).map_err(fault(path))
}

fn cells_of(path: &Path, reader: &SerializedFileReader<File>, columns: &[Column]) -> Result<Vec<Cells>, EnsembleError> {
    let mut cells: Vec<Cells> = columns.iter().map(|column| Cells::none(column.kind)).collect();
    for group in 0..reader.num_row_groups() {
        let group = reader.get_row_group(group).map_err(fault(path))?;
        let rows = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        for (place, cells) in cells.iter_mut().enumerate() {
            let column = group.get_column_reader(place).map_err(fault(path))?;
            get(column, columns[place].may_be_empty, rows, cells).map_err(fault(path))?;
        }
    }
    Ok(cells)
}

fn fault(path: &Path) -> impl Fn(ParquetError) -> EnsembleError {
    move |error| EnsembleError::Table { path: path.to_owned(), why: error.to_string() }
}

fn schema(columns: &[Column]) -> Result<TypePtr, ParquetError> {
    let fields = columns.iter().map(|column| {
        let (physical, logical) = match column.kind {
            Kind::Whole => (Physical::INT64, None),
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Flag => (Physical::BOOLEAN, None),
        };
        let repetition = if column.may_be_empty { Repetition::OPTIONAL } else { Repetition::REQUIRED };
        let field =
            Type::primitive_type_builder(&column.name, physical).with_repetition(repetition).with_logical_type(logical);
        field.build().map(Arc::new)
    });
    let fields = fields.collect::<Result<Vec<TypePtr>, _>>()?;
    Type::group_type_builder("row").with_fields(fields).build().map(Arc::new)
}

fn put(column: &mut SerializedColumnWriter<'_>, cells: &Cells) -> Result<(), ParquetError> {
    match cells {
        Cells::Whole(cells) => put_typed::<Int64Type>(column, cells.iter().copied()),
        Cells::Flag(cells) => put_typed::<BoolType>(column, cells.iter().copied()),
        Cells::Text(cells) => {
            put_typed::<ByteArrayType>(column, cells.iter().map(|cell| cell.as_deref().map(ByteArray::from)))
        }
    }
}

/// Writes cells; a column that may not be empty ignores the levels.
fn put_typed<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = Option<T::T>> + Clone,
) -> Result<(), ParquetError> {
    let levels: Vec<i16> = cells.clone().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.flatten().collect();
    column.typed::<T>().write_batch(&values, Some(&levels), None).map(drop)
}

fn get(column: ColumnReader, may_be_empty: bool, rows: usize, into: &mut Cells) -> Result<(), ParquetError> {
    match (column, into) {
        (ColumnReader::Int64ColumnReader(reader), Cells::Whole(cells)) => {
            cells.extend(get_typed(reader, may_be_empty, rows)?);
        }
        (ColumnReader::BoolColumnReader(reader), Cells::Flag(cells)) => {
            cells.extend(get_typed(reader, may_be_empty, rows)?);
        }
        (ColumnReader::ByteArrayColumnReader(reader), Cells::Text(cells)) => {
            for cell in get_typed(reader, may_be_empty, rows)? {
                cells.push(match cell {
                    Some(bytes) => Some(bytes.as_utf8()?.to_owned()),
                    None => None,
                });
            }
        }
        _ => return Err(ParquetError::General("a column holds something else".to_owned())),
    }
    Ok(())
}

fn get_typed<T: DataType>(
    mut reader: ColumnReaderImpl<T>,
    may_be_empty: bool,
    rows: usize,
) -> Result<Vec<Option<T::T>>, ParquetError> {
    let (mut levels, mut values) = (Vec::new(), Vec::new());
    let mut read = 0;
    while read < rows {
        let (more, _, _) = reader.read_records(rows - read, may_be_empty.then_some(&mut levels), None, &mut values)?;
        if more == 0 {
            return Err(ParquetError::General("rows are missing".to_owned()));
        }
        read += more;
    }
    if !may_be_empty {
        return Ok(values.into_iter().map(Some).collect());
    }
    let mut values = values.into_iter();
    Ok(levels.into_iter().map(|level| if level == 1 { values.next() } else { None }).collect())
}
