//! The ladder as a step chart: drawn as SVG, told as text, and given as a table.

use std::fmt::Write as _;

/// Steps of the ladder over turns.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it shows.
    pub caption: String,
    /// The same in sentences.
    pub alternative: String,
    /// Names of the steps, from the lowest.
    pub steps: Vec<String>,
    /// Names of the points in time: the start, then each turn.
    pub times: Vec<String>,
    /// The lines; the first is the one that matters.
    pub lines: Vec<Line>,
}

/// One line: where it stood at each point in time.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is of.
    pub label: String,
    /// Step at each time.
    pub at: Vec<u8>,
}

const LEFT: i32 = 150;
const RIGHT: i32 = 190;
const TOP: i32 = 14;
const ROW: i32 = 34;
const WIDTH: i32 = 860;
/// Dashes by which thin lines are told apart without colour.
const DASHES: [&str; 5] = ["", "7 4", "2 3", "10 3 2 3", "4 2"];

impl Chart {
    /// The chart as an SVG element that scales to its container. Colours come from the page's style by class.
    pub fn svg(&self) -> String {
        let rows = self.steps.len() as i32;
        let bottom = TOP + rows * ROW;
        let height = bottom + 34;
        let mut svg = format!(
            "<svg class=\"ladder\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"ladder-title ladder-desc\">\
             <title id=\"ladder-title\">{}</title><desc id=\"ladder-desc\">{}</desc>",
            escaped(&self.caption),
            escaped(&self.alternative)
        );
        for (step, name) in (0..).zip(&self.steps) {
            let y = self.y(step);
            let band = y - ROW / 2;
            let _ = write!(
                svg,
                "<rect class=\"band{}\" x=\"{LEFT}\" y=\"{band}\" width=\"{}\" height=\"{ROW}\"/>\
                 <text class=\"name\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{} {step}</text>",
                step % 2,
                WIDTH - LEFT - RIGHT,
                LEFT - 10,
                y + 5,
                escaped(name)
            );
        }
        for (place, time) in (0..).zip(&self.times) {
            let x = self.x(place);
            let _ = write!(
                svg,
                "<line class=\"tick\" x1=\"{x}\" y1=\"{TOP}\" x2=\"{x}\" y2=\"{bottom}\"/>\
                 <text class=\"time\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                bottom + 22,
                escaped(time)
            );
        }
        // The line that matters lies on top, so it is drawn last.
        for (nth, line) in self.lines.iter().enumerate().rev() {
            let (class, dashes) = if nth == 0 { ("top", "") } else { ("pair", DASHES[(nth - 1) % DASHES.len()]) };
            let _ = write!(
                svg,
                "<path class=\"{class}\" stroke-dasharray=\"{dashes}\" d=\"{}\"/>",
                self.path(line, self.shift(nth))
            );
        }
        for (nth, y) in self.label_heights().into_iter().enumerate() {
            let class = if nth == 0 { "label strong" } else { "label" };
            let x = WIDTH - RIGHT + 8;
            let dashes = if nth == 0 { "" } else { DASHES[(nth - 1) % DASHES.len()] };
            let stroke = if nth == 0 { "top" } else { "pair" };
            let _ = write!(
                svg,
                "<path class=\"{stroke}\" stroke-dasharray=\"{dashes}\" d=\"M{x} {y} h22\"/>\
                 <text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
                x + 28,
                y + 5,
                escaped(&self.lines[nth].label)
            );
        }
        svg + "</svg>"
    }

    fn x(&self, place: i32) -> i32 {
        let last = (self.times.len() as i32 - 1).max(1);
        LEFT + 16 + place * (WIDTH - LEFT - RIGHT - 32) / last
    }

    fn y(&self, step: u8) -> i32 {
        TOP + (self.steps.len() as i32 - 1 - i32::from(step)) * ROW + ROW / 2
    }

    /// Lines that share a step lie side by side.
    fn shift(&self, nth: usize) -> i32 {
        if nth == 0 { 0 } else { (nth as i32 - (self.lines.len() as i32) / 2) * 4 }
    }

    /// A path that keeps its height until the next time and then climbs or falls at once.
    fn path(&self, line: &Line, shift: i32) -> String {
        let mut path = String::new();
        for (place, step) in (0..).zip(&line.at) {
            let (x, y) = (self.x(place), self.y(*step) + shift);
            let _ = if place == 0 { write!(path, "M{x} {y}") } else { write!(path, " H{x} V{y}") };
        }
        path + " h12"
    }

    /// Where labels stand: beside the ends of their lines, kept apart.
    fn label_heights(&self) -> Vec<i32> {
        let end = |nth: usize| self.lines[nth].at.last().map_or(TOP, |step| self.y(*step) + self.shift(nth));
        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        order.sort_by_key(|nth| (end(*nth), *nth));
        let mut heights = vec![0; self.lines.len()];
        let mut free = TOP;
        for nth in order {
            heights[nth] = end(nth).max(free);
            free = heights[nth] + 19;
        }
        // What slid below the chart moves back up, from the lowest.
        let floor = TOP + self.steps.len() as i32 * ROW;
        let over = heights.iter().max().map_or(0, |lowest| (lowest - floor).max(0));
        heights.iter().map(|height| height - over).collect()
    }
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_climb_at_their_turn_and_labels_keep_apart() {
        let line = |label: &str, at: &[u8]| Line { label: label.into(), at: at.to_vec() };
        let chart = Chart {
            caption: "Ladder".into(),
            alternative: "A & B".into(),
            steps: (0..10).map(|step| format!("step {step}")).collect(),
            times: ["start", "1", "2"].map(String::from).to_vec(),
            lines: vec![line("all", &[0, 2, 2]), line("A & B", &[0, 2, 2]), line("C", &[0, 0, 2])],
        };
        assert_eq!(chart.path(&chart.lines[0], 0), "M166 337 H410 V269 H654 V269 h12");
        let mut heights = chart.label_heights();
        heights.sort_unstable();
        assert!(heights.windows(2).all(|pair| pair[1] - pair[0] >= 19), "{heights:?}");
        assert!(chart.svg().contains("A &amp; B") && !chart.svg().contains("A & B"));
    }
}
