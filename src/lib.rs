//! Démarche: a diplomatic crisis simulation in which every move is judged against international law.
//!
//! Rooms, from the ground up; no room looks to its right:
//! `base ← law ← sim ← view ← agents ← content ← session ← words ← ensemble ← store ← wire ← report ← server ← console ← cli`.

pub mod agents;
pub mod base;
pub mod cli;
#[cfg(feature = "console")]
pub mod console;
pub mod content;
pub mod ensemble;
pub mod law;
pub mod report;
pub mod server;
pub mod session;
pub mod sim;
pub mod store;
pub mod view;
pub mod wire;
pub mod words;
