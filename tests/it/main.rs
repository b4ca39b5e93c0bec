//! The one test binary.

#![allow(clippy::unwrap_used, reason = "a test that meets an error has failed, and says where")]

mod cards;
mod casebook;
mod cli_law;
mod house;
