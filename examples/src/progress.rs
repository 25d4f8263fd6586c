//! How far a job is: a bar on a terminal, a line now and then elsewhere.

use std::fmt;
use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use serde_json::json;

use crate::log;

/// How often a line is written where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(5);

/// Says on standard error how many frames of a stage are done.
#[derive(Debug)]
pub struct Progress {
    stage: &'static str,
    total: Option<u64>,
    bar: Option<ProgressBar>,
    done: u64,
    started: Instant,
    said: Instant,
}

impl Progress {
    /// Begins a stage of `total` frames, if that is known.
    pub fn start(stage: &'static str, total: Option<u64>) -> Self {
        let terminal = std::io::stderr().is_terminal() && !log::is_json();
        Self {
            stage,
            total,
            bar: terminal.then(|| bar(stage, total)),
            done: 0,
            started: Instant::now(),
            said: Instant::now(),
        }
    }

    /// One frame more is done.
    pub fn frame(&mut self) {
        self.done += 1;
        match &self.bar {
            Some(bar) => bar.set_position(self.done),
            None if self.said.elapsed() >= LINE_EVERY => self.say(),
            None => {}
        }
    }

    fn say(&mut self) {
        self.said = Instant::now();
        let seconds = self.started.elapsed().as_secs_f64();
        let line = line(self.stage, self.done, self.total, seconds);
        let more = json!({"stage": self.stage, "frames": self.done, "total": self.total});
        log::say_with(&line, more);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(stage: &'static str, total: Option<u64>) -> ProgressBar {
    let template = match total {
        Some(_) => "{msg:7} {wide_bar} {pos}/{len} frames, {speed}, {eta} left",
        None => "{msg:7} {spinner} {pos} frames, {speed}",
    };
    let style = ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar()) // the templates above are right
        .with_key("speed", |state: &ProgressState, to: &mut dyn fmt::Write| {
            let _ = to.write_str(&speed(state.per_sec())); // it is a string
        });
    let bar = match total {
        Some(total) => ProgressBar::new(total),
        None => ProgressBar::no_length(),
    };
    let bar = bar.with_style(style).with_message(stage);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn line(stage: &str, done: u64, total: Option<u64>, seconds: f64) -> String {
    let of = total.map_or(String::new(), |total| format!(" of {total}"));
    let speed = speed(done as f64 / seconds.max(1e-3));
    format!("{stage}: {done}{of} frames, {speed}")
}

fn speed(frames_per_second: f64) -> String {
    match frames_per_second {
        0.0 => "starting".to_owned(),
        slow if slow < 1.0 => format!("{:.1} s/frame", 1.0 / slow),
        fast => format!("{fast:.1} frames/s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_tell_the_slow_from_the_fast() {
        assert_eq!(line("encode", 0, None, 9.0), "encode: 0 frames, starting");
        let slow = line("encode", 4, Some(8), 10.0);
        assert_eq!(slow, "encode: 4 of 8 frames, 2.5 s/frame");
        let fast = line("verify", 100, None, 4.0);
        assert_eq!(fast, "verify: 100 frames, 25.0 frames/s");
    }
}
