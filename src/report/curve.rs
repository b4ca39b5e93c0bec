//! Means over turns with their intervals, on the ladder: drawn as SVG, told as text.

use std::fmt::Write as _;

use crate::report::chart::escaped;

/// A curve of means on the steps of the ladder.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Tells it from other drawings of the page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// The same in sentences.
    pub alternative: String,
    /// Names of the steps, from the lowest.
    pub steps: Vec<String>,
    /// The points, in order of time.
    pub points: Vec<Point>,
}

/// One point in time; heights in thousandths of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its name.
    pub time: String,
    /// The mean.
    pub mean: i32,
    /// The lower end of its interval.
    pub low: i32,
    /// The upper end.
    pub high: i32,
}

const LEFT: i32 = 150;
const RIGHT: i32 = 24;
const TOP: i32 = 14;
const ROW: i32 = 30;
const WIDTH: i32 = 860;

impl Curve {
    /// The curve as an SVG element that scales to its container. Colours come from the page's style by class.
    pub fn svg(&self) -> String {
        let bottom = TOP + self.steps.len() as i32 * ROW;
        let (id, height) = (escaped(&self.id), bottom + 34);
        let mut svg = format!(
            "<svg class=\"ladder\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            escaped(&self.caption),
            escaped(&self.alternative)
        );
        for (step, name) in (0..).zip(&self.steps) {
            let y = self.y(step * 1000);
            let _ = write!(
                svg,
                "<rect class=\"band{}\" x=\"{LEFT}\" y=\"{}\" width=\"{}\" height=\"{ROW}\"/>\
                 <text class=\"name\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{} {step}</text>",
                step % 2,
                y - ROW / 2,
                WIDTH - LEFT - RIGHT,
                LEFT - 10,
                y + 5,
                escaped(name)
            );
        }
        for (place, point) in (0..).zip(&self.points) {
            let _ = write!(
                svg,
                "<text class=\"time\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                self.x(place),
                bottom + 22,
                escaped(&point.time)
            );
        }
        let along = |height: fn(&Point) -> i32| {
            (0..).zip(&self.points).map(move |(place, point)| format!("{} {}", self.x(place), self.y(height(point))))
        };
        let upper: Vec<String> = along(|point| point.high).collect();
        let lower: Vec<String> = along(|point| point.low).collect();
        let outline: Vec<&str> = upper.iter().chain(lower.iter().rev()).map(String::as_str).collect();
        let _ = write!(svg, "<path class=\"interval\" d=\"M{} Z\"/>", outline.join(" L"));
        let line: Vec<String> = along(|point| point.mean).collect();
        let _ = write!(svg, "<path class=\"top\" d=\"M{}\"/>", line.join(" L"));
        for (place, point) in (0..).zip(&self.points) {
            let (x, y) = (self.x(place), self.y(point.mean));
            let _ = write!(svg, "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>");
        }
        svg + "</svg>"
    }

    fn x(&self, place: i32) -> i32 {
        let last = (self.points.len() as i32 - 1).max(1);
        LEFT + 24 + place * (WIDTH - LEFT - RIGHT - 48) / last
    }

    /// The height of a mean, in thousandths of a step; what an interval promises beyond the ladder is cut off.
    fn y(&self, height: i32) -> i32 {
        let top = (self.steps.len() as i32 - 1) * 1000;
        TOP + (top - height.clamp(0, top)) * ROW / 1000 + ROW / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn higher_means_stand_higher_and_intervals_stay_on_the_ladder() {
        let point = |mean| Point { time: "1".into(), mean, low: mean - 500, high: mean + 500 };
        let curve = Curve {
            id: "a".into(),
            caption: "Ladder".into(),
            alternative: "A & B".into(),
            steps: (0..10).map(|step| format!("step {step}")).collect(),
            points: vec![point(200), point(8900)],
        };
        assert!(curve.y(200) > curve.y(8900));
        assert_eq!((curve.y(-300), curve.y(9400)), (curve.y(0), curve.y(9000)));
        let svg = curve.svg();
        assert!(svg.contains("A &amp; B") && svg.contains("id=\"a-title\"") && svg.matches("<circle").count() == 2);
    }
}
