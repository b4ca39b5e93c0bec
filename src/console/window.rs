//! The window: Bevy opens it, draws what egui lays out, and sleeps while nothing happens.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bevy::DefaultPlugins;
use bevy::app::{App, Last, PluginGroup, Startup};
use bevy::camera::Camera2d;
use bevy::ecs::error::Result as BevyResult;
use bevy::ecs::prelude::{Commands, Local, Messages, NonSendMut, Res, ResMut};
use bevy::log::{Level, LogPlugin};
use bevy::render::RenderPlugin;
use bevy::render::view::Msaa;
use bevy::window::{RequestRedraw, Window, WindowPlugin};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WINIT_WINDOWS, WinitSettings, WinitUserEvent};
use bevy_egui::egui::{Color32, Context, LayerId, Ui, UiBuilder, Vec2};
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass};

use crate::console::alarm::Alarm;
use crate::console::error::ConsoleError;
use crate::console::frame::Console;
use crate::console::icon::icon;
use crate::console::probe;
use crate::words::Words;

/// How long the window sleeps when nothing happens.
const ASLEEP: Duration = Duration::from_secs(10);
/// How long it sleeps between its first frames.
const BRIEFLY: Duration = Duration::from_millis(20);

/// What the window is opened on.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The name of the display, as the environment has it.
    pub display: Option<String>,
    /// Where settings are kept; without a place they are not.
    pub settings: Option<PathBuf>,
}

/// Opens the window and returns when it is closed. Games are kept below a folder.
///
/// # Errors
/// If there is no display or no driver, or Bevy ends with a failure.
pub fn open(words: Arc<Words>, runs: &Path, given: &Given) -> Result<(), ConsoleError> {
    probe::display(given.display.as_deref())?;
    probe::driver()?;
    let window = Window {
        title: words.say("con-name"),
        name: Some("demarche".to_owned()),
        resolution: (1280, 800).into(),
        resize_constraints: bevy::window::WindowResizeConstraints {
            min_width: 480.0,
            min_height: 360.0,
            ..Default::default()
        },
        ..Default::default()
    };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), ..Default::default() })
        .set(RenderPlugin { synchronous_pipeline_compilation: true, ..Default::default() })
        .set(LogPlugin { level: Level::ERROR, ..Default::default() });
    let mut console = Console::new(words, runs);
    if let Some(path) = &given.settings {
        console = console.keeping(path.clone());
    }
    let mut app = App::new();
    app.add_plugins(plugins)
        .add_plugins(EguiPlugin::default())
        .insert_resource(sleepy(BRIEFLY))
        .insert_non_send(console)
        // Nothing is drawn but what egui has smoothed already; four samples of each point would be cleared and merged for nothing.
        .add_systems(Startup, |mut commands: Commands| _ = commands.spawn((Camera2d, Msaa::Off)))
        .add_systems(EguiPrimaryContextPass, draw)
        // The alarm alone says when the next frame is due.
        .add_systems(Last, |mut asked: ResMut<Messages<RequestRedraw>>| asked.clear());
    match app.run() {
        bevy::app::AppExit::Success => Ok(()),
        bevy::app::AppExit::Error(code) => Err(ConsoleError::Window(code.get())),
    }
}

fn sleepy(wait: Duration) -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait),
    }
}

/// How many frames are drawn one after another at first.
const COMES_UP: u32 = 40;

/// Has an alarm wake the window when egui wants its next frame, from whatever thread it asks.
fn listen(screen: &Context, proxy: &EventLoopProxyWrapper) -> io::Result<Alarm> {
    let proxy = (**proxy).clone();
    // The loop may be ending; then nothing is drawn.
    let alarm = Alarm::set(move || proxy.send_event(WinitUserEvent::WakeUp).is_ok())?;
    let asks = alarm.clone();
    screen.set_request_repaint_callback(move |asked| asks.ask(asked.delay));
    Ok(alarm)
}

/// Gives the window its icon. Bevy's windows are the main thread's, on which whatever draws the console runs.
fn give_icon() {
    let drawn = icon();
    let bytes = drawn.points.iter().flat_map(Color32::to_array).collect();
    let side = |length: usize| u32::try_from(length).unwrap_or(0);
    match winit::window::Icon::from_rgba(bytes, side(drawn.wide), side(drawn.high)) {
        Ok(icon) => WINIT_WINDOWS.with_borrow(|all| {
            // There is one window; whoever has none has nothing to give it to.
            all.entity_to_winit
                .values()
                .filter_map(|id| all.windows.get(id))
                .for_each(|window| window.set_window_icon(Some(icon.clone())));
        }),
        Err(error) => tracing::warn!("the window has no icon: {error}"),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "systems take their parameters by value")]
fn draw(
    mut contexts: EguiContexts,
    mut console: NonSendMut<Console>,
    mut sleep: ResMut<WinitSettings>,
    proxy: Res<EventLoopProxyWrapper>,
    mut alarm: Local<Option<Alarm>>,
    mut drawn: Local<u32>,
    mut size: Local<Vec2>,
) -> BevyResult {
    let screen = contexts.ctx_mut()?.clone();
    let alarm = match &mut *alarm {
        Some(alarm) => alarm,
        none => none.insert(listen(&screen, &proxy)?),
    };
    alarm.drawn();
    let room = UiBuilder::new().layer_id(LayerId::background()).max_rect(screen.viewport_rect());
    let mut ui = Ui::new(screen.clone(), "console".into(), room);
    console.ui(&mut ui);
    // What is laid out by the size of the frame before stands right in the next one, and nothing else would wake the window.
    let now = screen.viewport_rect().size();
    if *size != now {
        *size = now;
        screen.request_repaint();
    }
    // What was wanted at once is settled in a second frame, which egui wants without a word.
    if screen.has_requested_repaint() && !alarm.is_asked() {
        alarm.ask(Duration::ZERO);
    }
    // What draws egui comes up a few frames after the window. Patience changes once: each change costs a frame.
    *drawn = drawn.saturating_add(1);
    match *drawn {
        1 => give_icon(),
        COMES_UP => *sleep = sleepy(ASLEEP),
        _ => {}
    }
    Ok(())
}
