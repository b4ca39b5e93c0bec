//! The one test binary.

#![allow(clippy::unwrap_used, reason = "a test that meets an error has failed, and says where")]

mod agents;
mod allocation;
mod api;
mod calibrate;
mod cards;
mod casebook;
mod catalogue;
mod cli_game;
mod cli_law;
mod cli_play;
mod desk;
mod differential;
mod doctor;
mod encrypted;
mod ensemble;
mod fuzz;
mod host;
mod house;
mod journal;
mod kill;
mod law_properties;
mod lobby;
mod minutes;
mod mutation;
mod offices;
mod pipe;
mod planner;
mod playbooks;
mod requests;
mod scenarios;
mod secrecy;
mod sense;
mod session;
mod standing;
mod team;
mod time;
mod waiting;
mod web;
mod white_cell;
