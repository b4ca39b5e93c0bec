//! A class in browsers from this window: the same host as `demarche host`, with its code to read from the last row.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use bevy_egui::egui::{self, Color32, DragValue, Rect, RichText, ScrollArea, Sense, Ui, vec2};
use qrcode::QrCode;
use tokio::sync::oneshot;

use crate::console::clock;
use crate::console::error::ConsoleError;
use crate::console::look::{self, f};
use crate::console::screens::{Crisis, scenario};
use crate::console::task::{Progress, Task};
use crate::content::offices;
use crate::server::{Hall, Opened, outward, serve};
use crate::session::desk::{Approval, Millis, Office};
use crate::words::Words;

/// How many offices are dealt besides the head.
const DEALT: usize = 5;

/// A host that is open.
pub struct Open {
    /// Its games.
    pub hall: Arc<Hall>,
    /// The event loop that serves it.
    pub events: tokio::runtime::Handle,
    /// Where browsers reach it.
    pub address: String,
    /// The games that are open for joining, the first world of each first.
    pub games: Vec<Opened>,
    titles: Vec<String>,
    folder: PathBuf,
    /// Stops it when it goes.
    stop: Option<oneshot::Sender<()>>,
    /// Hears when it has ended.
    ended: Receiver<()>,
}

/// How a class is to be hosted.
#[derive(Clone, Debug)]
struct Asked {
    scenario: String,
    minutes: u16,
    worlds: u16,
    approval: Approval,
    /// Whether those who join a State after its head are given offices.
    deals: bool,
    early: bool,
    lan: bool,
    port: u16,
}

/// What is wanted of the rest of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The white cell of a game, by its code.
    Desk(String),
    /// A seat in it.
    Seat(String),
}

/// The screen.
pub struct Host {
    asked: Asked,
    /// Whether the host is about to be closed.
    asks_close: bool,
    folder: PathBuf,
    opening: Option<Task<Result<Open, ConsoleError>>>,
    open: Option<Open>,
    trouble: Option<String>,
}

impl Host {
    /// No class yet; the database goes into a folder.
    pub fn new(folder: &Path) -> Self {
        Self {
            asked: Asked {
                scenario: String::new(),
                minutes: 75,
                worlds: 1,
                approval: Approval::Head,
                deals: true,
                early: false,
                lan: true,
                port: 8080,
            },
            asks_close: false,
            folder: folder.to_owned(),
            opening: None,
            open: None,
            trouble: None,
        }
    }

    /// Takes a scenario, and as many minutes as it asks.
    pub fn take(&mut self, slug: String, minutes: u16) {
        (self.asked.scenario, self.asked.minutes) = (slug, minutes);
    }

    /// Listens on another port; 0 leaves the choice to the system.
    pub fn listen_on(&mut self, port: u16) {
        self.asked.port = port;
        self.asked.lan = false;
    }

    /// The host that is open.
    pub fn open(&self) -> Option<&Open> {
        self.open.as_ref()
    }

    /// Draws the screen; says where one wants to go.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, gallery: &[Crisis]) -> Option<Way> {
        self.hear();
        let mut way = None;
        ScrollArea::vertical().id_salt("host").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            look::title(ui, &words.say("con-place-host"));
            if let Some(trouble) = &self.trouble {
                let hue = ui.visuals().error_fg_color;
                look::card(ui, |ui| _ = ui.colored_label(hue, trouble));
            }
            match &self.open {
                Some(open) => {
                    way = board(ui, words, open);
                    ui.add_space(4.0);
                    self.asks_close |= ui.button(words.say("con-host-close")).clicked();
                }
                None if self.opening.is_some() => look::waiting(ui, &words.say("con-host-opening")),
                None => self.form(ui, words, gallery),
            }
        });
        if self.asks_close {
            let ways = [words.say("con-host-close-yes"), words.say("play-back")];
            let title = words.say("con-host-close-sure");
            let text = words.say("con-host-close-how");
            if let Some(sure) = look::confirm(ui.ctx(), "host", &title, &text, [&ways[0], &ways[1]]) {
                self.asks_close = false;
                if sure {
                    self.open = None;
                }
            }
        }
        way
    }

    fn form(&mut self, ui: &mut Ui, words: &Words, gallery: &[Crisis]) {
        look::prose(ui, &words.say("con-host-how"));
        ui.add_space(4.0);
        look::card(ui, |ui| {
            let asked = &mut self.asked;
            // What is no lesson has no length that a class could have.
            let lessons = &gallery[..gallery.partition_point(|crisis| crisis.minutes.is_some())];
            if let Some(minutes) = scenario(ui, words, lessons, &mut asked.scenario).and_then(|crisis| crisis.minutes) {
                asked.minutes = minutes;
            }
            if let Some(lesson) = lessons.iter().find(|crisis| crisis.slug == asked.scenario) {
                look::faint(ui, &words.say_with("con-start-law", &[("law", (&lesson.law).into())]));
            }
            ui.horizontal_wrapped(|ui| {
                let name = ui.label(words.say("con-host-minutes"));
                ui.add(DragValue::new(&mut asked.minutes).range(4..=1440)).labelled_by(name.id);
                ui.add_space(12.0);
                let name = ui.label(words.say("con-host-worlds"));
                ui.add(DragValue::new(&mut asked.worlds).range(1..=8)).labelled_by(name.id);
                ui.add_space(12.0);
                let name = ui.label(words.say("con-host-port"));
                ui.add(DragValue::new(&mut asked.port)).labelled_by(name.id);
            });
            let rules = Approval::ALL.map(|one| (one, words.approval(one)));
            look::pick(ui, &words.say("desk-rule"), &mut asked.approval, &rules);
            ui.checkbox(&mut asked.deals, words.say("con-host-deals"));
            ui.checkbox(&mut asked.early, words.say("con-host-early"));
            ui.checkbox(&mut asked.lan, words.say("con-host-lan"));
            ui.add_space(4.0);
            if look::primary(ui, &words.say("con-host-open"), !asked.scenario.is_empty()).clicked() {
                self.trouble = None;
                let (asked, folder, screen) = (self.asked.clone(), self.folder.clone(), ui.ctx().clone());
                match Task::begin("host", ui.ctx(), move || open(&asked, &folder, screen)) {
                    Ok(task) => self.opening = Some(task),
                    Err(error) => self.trouble = Some(error.to_string()),
                }
            }
        });
    }

    /// Hears what has come in the meantime.
    pub fn hear(&mut self) {
        if let Some(task) = &self.opening {
            match task.poll() {
                Progress::Working => return,
                Progress::Done(Ok(open)) => self.open = Some(open),
                Progress::Done(Err(error)) => self.trouble = Some(error.to_string()),
                Progress::Lost => self.trouble = Some(ConsoleError::Closed.to_string()),
            }
            self.opening = None;
        }
        if self.open.as_ref().is_some_and(|open| open.ended.try_recv().is_ok()) {
            self.open = None;
        }
    }
}

/// Opens the hall and serves it on threads of its own. Not for a frame: it reads a database.
fn open(asked: &Asked, folder: &Path, screen: egui::Context) -> Result<Open, ConsoleError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // The door first: a port that is taken must not leave a class behind that was begun with choices which are changed since.
    let any = if asked.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let bound = runtime.block_on(tokio::net::TcpListener::bind(SocketAddr::from((any, asked.port))));
    let listener = bound.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => ConsoleError::PortTaken(asked.port),
        _ => error.into(),
    })?;
    let port = listener.local_addr()?.port();
    let seed = getrandom::u64()?;
    // A turn is at least a minute; a quarter is kept for the debrief.
    let minutes = u64::from(asked.minutes);
    let length = |turns: u16| Millis::minutes((minutes * 3 / 4 / u64::from(turns.max(1))).max(1));
    let (hall, mut games) = Hall::open(folder, &asked.scenario, seed, length, Arc::new(clock::now))?;
    // A host that is started again has worlds of it already; those that are asked for besides are opened anew.
    let is_its = |game: &&Opened| hall.about(&game.code).is_some_and(|about| about.scenario == asked.scenario);
    let there = games.iter().filter(is_its).count() as u64;
    for world in there..u64::from(asked.worlds) {
        games.push(hall.another(&asked.scenario, seed.wrapping_add(world), length)?);
    }
    hall.end_early(asked.early);
    let titles = games.iter().map(|game| hall.about(&game.code).map(|about| about.title).unwrap_or_default()).collect();
    let offices = offices::embedded().iter().map(|remit| remit.office);
    let offices: Vec<Office> = if asked.deals { offices.take(DEALT).collect() } else { Vec::new() };
    runtime.block_on(async {
        for game in games.iter().filter(|game| !game.resumed) {
            hall.deal(&game.code, offices.clone()).await?;
            hall.agree(&game.code, asked.approval).await?;
        }
        Ok::<_, ConsoleError>(())
    })?;
    let reached = if asked.lan { outward() } else { IpAddr::from(Ipv4Addr::LOCALHOST) };
    let (stop, stopped) = oneshot::channel::<()>();
    let (tell, ended) = channel();
    let (hall, events) = (Arc::new(hall), runtime.handle().clone());
    let served = hall.clone();
    std::thread::Builder::new().name("host".into()).spawn(move || {
        // Whether it is told or the window has gone, it stops.
        let until = async move { _ = stopped.await };
        runtime.block_on(serve(served, listener, None, until));
        // Nobody listens once the window has gone.
        _ = tell.send(());
        screen.request_repaint();
    })?;
    let address = format!("http://{reached}:{port}");
    Ok(Open { hall, events, address, games, titles, folder: folder.to_owned(), stop: Some(stop), ended })
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // It may have ended by itself.
            _ = stop.send(());
        }
    }
}

/// What a class reads, and what its facilitator keeps; says where one wants to go.
fn board(ui: &mut Ui, words: &Words, open: &Open) -> Option<Way> {
    let mut way = None;
    for (nth, (game, title)) in open.games.iter().zip(&open.titles).enumerate() {
        let way_in = format!("{}/?code={}", open.address, game.code);
        let desk = format!("{}/desk/enter/{}/{}", open.address, game.code, game.facilitator);
        ui.push_id(nth, |ui| {
            look::card(ui, |ui| {
                look::heading(ui, title);
                ui.horizontal_top(|ui| {
                    picture(ui, words, &way_in);
                    ui.add_space(18.0);
                    ui.vertical(|ui| {
                        look::label(ui, &words.say("con-host-address"));
                        ui.label(RichText::new(&open.address).size(26.0).strong());
                        look::label(ui, &words.say("con-host-code"));
                        ui.label(RichText::new(&game.code).size(52.0).strong().monospace());
                        if game.resumed {
                            look::faint(ui, &words.say("con-host-resumed"));
                        }
                        ui.add_space(8.0);
                        let code = [("code", (&game.code).into())];
                        ui.horizontal_wrapped(|ui| {
                            let desk = look::primary(ui, &words.say("con-place-cell"), true);
                            let told = words.say_with("con-host-desk-of", &code);
                            desk.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
                            if desk.clicked() {
                                way = Some(Way::Desk(game.code.clone()));
                            }
                            if ui.button(words.say_with("con-host-sit", &code)).clicked() {
                                way = Some(Way::Seat(game.code.clone()));
                            }
                        });
                        ui.add_space(8.0);
                        look::label(ui, &words.say("con-host-desk"));
                        ui.horizontal_wrapped(|ui| {
                            if ui.button(words.say("con-host-copy-desk")).clicked() {
                                ui.ctx().copy_text(desk.clone());
                            }
                            if ui.button(words.say("con-host-copy")).clicked() {
                                ui.ctx().copy_text(way_in.clone());
                            }
                        });
                        look::faint(ui, &words.say("con-host-desk-how"));
                    });
                });
            });
        });
    }
    let path = open.folder.display().to_string();
    look::faint(ui, &words.say_with("con-host-data", &[("path", (&path).into())]));
    way
}

/// The way in as a picture that phones read: dark on light, whatever the tone.
fn picture(ui: &mut Ui, words: &Words, way_in: &str) {
    // A way in that is too long for a picture can still be typed.
    let Ok(code) = QrCode::new(way_in) else { return };
    let count = code.width();
    let (rect, response) = ui.allocate_exact_size(vec2(260.0, 260.0), Sense::hover());
    let told = words.say("con-host-picture");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, &told));
    ui.painter().rect_filled(rect, 4.0, Color32::WHITE);
    let dot = rect.width() / f(count + 6);
    let first = rect.min + vec2(3.0, 3.0) * dot;
    for (nth, hue) in code.to_colors().into_iter().enumerate() {
        if hue == qrcode::Color::Dark {
            let at = first + vec2(f(nth % count), f(nth / count)) * dot;
            // A hair wider, so that no seam shows between dots.
            let field = Rect::from_min_size(at, vec2(dot + 0.3, dot + 0.3));
            ui.painter().rect_filled(field, 0.0, Color32::BLACK);
        }
    }
}
