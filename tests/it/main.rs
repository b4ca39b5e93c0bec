//! The one test binary.

mod casebook;
