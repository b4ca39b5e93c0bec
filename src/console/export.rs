//! Pages, curves, ladders and maps as files that others open: PNG, SVG, CSV, Parquet. A screen hands over what is to be
//! written; the card asks where, writes on a task, and says where it went.

use std::path::{Path, PathBuf};

use bevy_egui::egui::{self, Ui, vec2};

use crate::console::error::ConsoleError;
use crate::console::files;
use crate::console::ladder::{self, ladder};
use crate::console::look;
use crate::console::map::{Atlas, Chart as Map, Scene};
use crate::console::pages;
use crate::console::picture;
use crate::console::task::Task;
use crate::console::theme::Tone;
use crate::content::mistake::Source;
use crate::ensemble::archive::{Archive, Cell as Value};
use crate::report::page::{Block, Cell, Page, Table};
use crate::store::sheet;
use crate::words::Words;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Pictures.
    Png,
    /// Drawings that scale.
    Svg,
    /// Tables as text.
    Csv,
    /// Tables as scholars' tools read them.
    Parquet,
}

impl Form {
    const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }
}

/// What is to be written.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The page whose drawings and tables it is.
    pub page: Page,
    /// A map, its geography and what it shows.
    pub map: Option<(Atlas, Scene)>,
    /// A folder of an ensemble's tables.
    pub tables: Option<PathBuf>,
}

/// The card: a folder, the forms, and where it went.
#[derive(Default)]
pub struct Export {
    folder: String,
    task: Option<Task<Result<Vec<PathBuf>, ConsoleError>>>,
    written: Vec<PathBuf>,
    trouble: Option<String>,
}

impl Export {
    /// Draws the card. `usual` is where files go if nothing else is said.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        words: &std::sync::Arc<Words>,
        usual: &Path,
        forms: &[Form],
        matter: impl FnOnce() -> Matter,
    ) {
        if let Some(written) = crate::console::screens::taken(&mut self.task, &mut self.trouble) {
            self.written = written;
        }
        if self.folder.is_empty() {
            self.folder = usual.display().to_string();
        }
        look::heading(ui, &words.say("con-export"));
        let name = ui.label(words.say("con-export-folder"));
        ui.add(look::field(&mut self.folder).desired_width(420.0)).labelled_by(name.id);
        let mut wanted = None;
        ui.horizontal_wrapped(|ui| {
            for form in forms {
                let text = words.say_with("con-export-as", &[("form", form.ending().into())]);
                if ui.add_enabled(self.task.is_none(), egui::Button::new(text)).clicked() {
                    wanted = Some(*form);
                }
            }
            if self.task.is_some() {
                ui.add(egui::Spinner::new().size(16.0));
            }
        });
        if let Some(form) = wanted {
            (self.trouble, self.written) = (None, Vec::new());
            let (matter, words, tone) = (matter(), words.clone(), Tone::of(ui));
            let folder = PathBuf::from(self.folder.trim());
            match Task::begin("export", ui.ctx(), move || write(&words, &matter, form, &folder, tone)) {
                Ok(task) => self.task = Some(task),
                Err(error) => self.trouble = Some(error.to_string()),
            }
        }
        if let Some(trouble) = &self.trouble {
            ui.colored_label(ui.visuals().error_fg_color, trouble);
        }
        for path in &self.written {
            let path = path.display().to_string();
            ui.label(words.say_with("con-file-written", &[("path", (&path).into())]));
        }
    }
}

/// Writes everything that has a form. Not for a frame.
///
/// # Errors
/// If the folder cannot be written.
pub fn write(
    words: &Words,
    matter: &Matter,
    form: Form,
    folder: &Path,
    tone: Tone,
) -> Result<Vec<PathBuf>, ConsoleError> {
    std::fs::create_dir_all(folder)?;
    let mut written = Vec::new();
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), ConsoleError> {
        written.push(files::put(&folder.join(format!("{name}.{}", form.ending())), bytes)?);
        Ok(())
    };
    let blocks =
        || matter.page.sections.iter().flat_map(|section| section.blocks.iter().map(move |block| (section, block)));
    match form {
        Form::Png => {
            for (section, block) in blocks() {
                if let Some((name, picture)) = pictured(&section.id, block, tone) {
                    put(&name, &picture.png()?)?;
                }
            }
            if let Some((atlas, scene)) = &matter.map {
                let picture = picture::draw([1280, 800], 2.0, tone, |ui| {
                    let size = ui.available_size();
                    ui.allocate_ui(vec2(size.x, size.y), |ui| Map::default().ui(ui, words, atlas, scene, &mut None));
                });
                put("map", &picture.png()?)?;
            }
        }
        Form::Svg => {
            for (section, block) in blocks() {
                match block {
                    Block::Curve(curve) => put(&curve.id, standalone(&curve.svg()).as_bytes())?,
                    Block::Chart(chart) => put(&section.id, standalone(&chart.svg()).as_bytes())?,
                    _ => {}
                }
            }
        }
        Form::Csv => {
            for (nth, (section, table)) in
                blocks().filter_map(|(section, block)| Some((section, table_of(block)?))).enumerate()
            {
                let rows = table.rows.iter().map(|row| row.iter().map(text));
                put(&format!("{}-{}", section.id, nth + 1), &sheet::to_csv(&table.head, rows)?)?;
            }
            if let Some(tables) = &matter.tables {
                for (name, columns, rows) in told(tables)? {
                    let rows = rows.iter().map(|row| row.iter().map(value));
                    put(&name, &sheet::to_csv(&columns, rows)?)?;
                }
            }
        }
        Form::Parquet => {
            for path in matter.tables.iter().map(|tables| parquets(tables)).collect::<Result<Vec<_>, _>>()?.concat() {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                put(&name, &std::fs::read(&path)?)?;
            }
        }
    }
    if written.is_empty() { Err(ConsoleError::Refused(words.say("con-export-nothing"))) } else { Ok(written) }
}

/// A drawing of a page as a picture.
fn pictured(section: &str, block: &Block, tone: Tone) -> Option<(String, picture::Picture)> {
    match block {
        Block::Curve(curve) => {
            Some((curve.id.clone(), picture::draw([960, 360], 2.0, tone, |ui| pages::curve(ui, curve))))
        }
        Block::Chart(chart) => {
            let lines: Vec<ladder::Line<'_>> =
                chart.lines.iter().map(|line| ladder::Line { name: &line.label, at: &line.at }).collect();
            let drawn = picture::draw([960, 360], 2.0, tone, |ui| {
                ui.label(&chart.caption);
                ladder(ui, &chart.steps, chart.times.len(), &lines, &chart.alternative);
            });
            Some((section.to_owned(), drawn))
        }
        _ => None,
    }
}

fn table_of(block: &Block) -> Option<&Table> {
    if let Block::Table(table) = block { Some(table) } else { None }
}

/// The style that a page would give a drawing, in the drawing itself: it stands alone in its file.
const STYLE: &str = "<style>text{font:13px sans-serif;fill:#222}.band0{fill:#f4f2ee}.band1{fill:#e9e6df}.name,.time{fill:#555}\
                     .interval{fill:#175a87;opacity:.22}.top{fill:none;stroke:#175a87;stroke-width:2.5}\
                     .pair{fill:none;stroke:#666;stroke-width:1.2}.dot{fill:#175a87}.tick{stroke:#ccc}.strong{font-weight:bold}</style>";

/// A drawing of a page as a document of its own.
fn standalone(svg: &str) -> String {
    match svg.split_once('>') {
        Some((head, rest)) => {
            let head = head.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head}>{STYLE}{rest}\n")
        }
        None => svg.to_owned(),
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) | Cell::Share(_, text) | Cell::Shade(_, text) => text.clone(),
        Cell::Lines(lines) => lines.join("; "),
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Whole(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
    }
}

/// The tables of an ensemble, each with its name, columns and rows.
fn told(folder: &Path) -> Result<Vec<(String, Vec<String>, Vec<Vec<Value>>)>, ConsoleError> {
    let archive = Archive::open(folder, None)?;
    let reading = archive.reading(None)?;
    let mut all = Vec::new();
    for path in parquets(folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let query = Source::new("export", format!("SELECT * FROM \"{name}\""));
        let answer = reading.ask(&query).map_err(|mistake| ConsoleError::Refused(mistake.to_string()))?;
        all.push((name, answer.columns, answer.rows));
    }
    Ok(all)
}

fn parquets(folder: &Path) -> Result<Vec<PathBuf>, ConsoleError> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "parquet") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
