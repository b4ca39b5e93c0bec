//! Looks whether there is something to open a window on and something to draw with, before the window's own machinery is
//! started: that would only fall over.

use crate::console::error::ConsoleError;

/// Whether there is a display. `display` is what the environment names it.
///
/// # Errors
/// If there is none, or nobody answers there.
#[cfg(target_os = "linux")]
pub fn display(display: Option<&str>) -> Result<(), ConsoleError> {
    use std::net::TcpStream;
    use std::os::linux::net::SocketAddrExt as _;
    use std::os::unix::net::{SocketAddr, UnixStream};

    let none = |why: String| Err(ConsoleError::NoDisplay(why));
    let Some(display) = display.filter(|name| !name.is_empty()) else {
        return none("DISPLAY is not set".to_owned());
    };
    let (machine, rest) = display.rsplit_once(':').unwrap_or((display, ""));
    let Ok(number) = rest.split('.').next().unwrap_or_default().parse::<u16>() else {
        return none(format!("DISPLAY is `{display}`"));
    };
    let answers = if machine.is_empty() || machine == "unix" {
        let path = format!("/tmp/.X11-unix/X{number}");
        let hidden = SocketAddr::from_abstract_name(path.as_bytes()).and_then(|at| UnixStream::connect_addr(&at));
        hidden.is_ok() || UnixStream::connect(&path).is_ok()
    } else {
        TcpStream::connect((machine.trim_matches(['[', ']']), 6000_u16.saturating_add(number))).is_ok()
    };
    if answers { Ok(()) } else { none(format!("nobody answers at `{display}`")) }
}

/// Elsewhere a window needs no server that could be missing.
#[cfg(not(target_os = "linux"))]
pub fn display(_: Option<&str>) -> Result<(), ConsoleError> {
    Ok(())
}

/// Whether there is a driver that can draw.
///
/// # Errors
/// If there is none.
pub fn driver() -> Result<(), ConsoleError> {
    let backends = wgpu::Backends::from_env().unwrap_or_default();
    let mut wanted = wgpu::InstanceDescriptor::new_without_display_handle();
    wanted.backends = backends;
    let found = bevy::tasks::block_on(wgpu::Instance::new(wanted).enumerate_adapters(backends));
    if found.is_empty() { Err(ConsoleError::NoDriver) } else { Ok(()) }
}
