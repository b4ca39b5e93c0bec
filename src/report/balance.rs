//! What is found on a scenario, in sentences: whether it is worth playing in class.

use crate::ensemble::balance::Balance;
use crate::report::ensemble::figure;
use crate::words::Words;
use crate::words::locale::Arg;

/// Acts that are named.
const NAMED: usize = 8;

/// What is found, the scenario and its games first, faults last.
pub fn told(words: &Words, found: &Balance) -> Vec<String> {
    let games = found.games.values().sum::<usize>();
    let told = [("title", found.title.as_str().into()), ("games", games.into()), ("truths", found.games.len().into())];
    let mut lines = vec![words.say_with("balance-head", &told)];
    let mut line = |id: &str, args: &[(&str, Arg<'_>)]| lines.push(words.say_with(id, args));
    for seat in &found.seats {
        let args = [
            ("state", seat.state.as_str().into()),
            ("mornings", seat.mornings.into()),
            ("idle", seat.idle.into()),
            ("games", seat.games_idle.into()),
        ];
        line("balance-seat", &args);
    }
    for act in found.acts.iter().take(NAMED) {
        let (share, interval) = figure(act.share, true);
        line(
            "balance-act",
            &[("act", act.act.as_str().into()), ("share", (&share).into()), ("interval", (&interval).into())],
        );
    }
    for morning in &found.mornings {
        let args = [
            ("turn", morning.turn.into()),
            ("hot", morning.hot.into()),
            ("open", morning.open.into()),
            ("calmed", morning.calmed.into()),
        ];
        line("balance-morning", &args);
    }
    if found.games.len() > 1 {
        line(if found.is_opening_alike { "balance-opening-alike" } else { "balance-opening-differs" }, &[]);
    }
    if let Some(sign) = &found.sign {
        let (share, interval) = figure(sign.share, true);
        let args = [
            ("truth", sign.truth.as_str().into()),
            ("seen", sign.seen.into()),
            ("share", (&share).into()),
            ("interval", (&interval).into()),
            ("what", sign.what.as_str().into()),
        ];
        line("balance-sign", &args);
    }
    let faults = found.faults();
    if faults.is_empty() {
        line("balance-good", &[]);
    }
    for fault in faults {
        line(fault, &[]);
    }
    lines
}
