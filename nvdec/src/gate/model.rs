//! Groups on a model of a GPU, in a time of its own: seven engines that serve decoders in rounds.

use super::*;
use std::collections::VecDeque;

const MS: Duration = Duration::from_millis(1);
const ENGINES: usize = 7;
/// Pictures that a decoder is given before it has decoded them.
const QUEUE: usize = 2;
const SMALL: Duration = Duration::from_micros(9_600);
const LARGE: Duration = Duration::from_micros(38_000);
const TIMES_AS_LONG: u32 = 3;

/// A stream and its decoder.
struct Source {
    number: usize,
    begins: Duration,
    /// Pictures from one large one to the next.
    distance: u32,
    handed_in: u32,
    /// The next picture is at the gate.
    arrived: bool,
    queue: VecDeque<Duration>,
    done: u32,
}

struct Model {
    /// `None` where every decoder runs by itself.
    gate: Option<Gate>,
    sources: Vec<Source>,
    origin: Instant,
    time: Duration,
    round_ends: Duration,
}

impl Source {
    /// Its next picture goes, if it has room for it and may.
    fn hand_in(&mut self, gate: Option<&mut Gate>, now: Instant) {
        let is_large = self.handed_in.is_multiple_of(self.distance);
        if self.queue.len() == QUEUE || gate.is_some_and(|gate| !self.may_go(gate, is_large, now)) {
            return;
        }
        self.arrived = false;
        self.handed_in += 1;
        self.queue.push_back(if is_large { LARGE } else { SMALL });
    }

    fn may_go(&mut self, gate: &mut Gate, is_large: bool, now: Instant) -> bool {
        if !self.arrived {
            self.arrive(gate, is_large, now);
        }
        if is_large && !self.queue.is_empty() {
            return false;
        }
        if let Some(Waits::Coming { .. }) = gate.decoders[self.number].as_ref().unwrap().waits {
            gate.ready(self.number, now);
        }
        match gate.patience(self.number, now) {
            Some(patience) if patience.is_zero() => gate.open(self.number, now),
            Some(_) => return false,
            None => (),
        }
        true
    }

    /// From a thread of its own.
    fn arrive(&mut self, gate: &mut Gate, is_large: bool, now: Instant) {
        let times_as_long = if is_large { TIMES_AS_LONG } else { 1 };
        thread::scope(|scope| {
            scope.spawn(|| gate.arrive(self.number, times_as_long, now));
        });
        self.arrived = true;
    }
}

impl Model {
    fn new(streams: &[(Duration, u32)], grouped: bool) -> Self {
        let mut gate = Gate::default();
        let source = |&(begins, distance): &(Duration, u32)| Source {
            number: gate.join(),
            begins,
            distance,
            handed_in: 0,
            arrived: false,
            queue: VecDeque::new(),
            done: 0,
        };
        let sources = streams.iter().map(source).collect();
        Self {
            gate: grouped.then_some(gate),
            sources,
            origin: Instant::now(),
            time: Duration::ZERO,
            round_ends: Duration::ZERO,
        }
    }

    /// Pictures that were done in that time.
    fn run(&mut self, time: Duration) -> u32 {
        let (before, end) = (self.done(), self.time + time);
        while self.time < end {
            let now = self.origin + self.time;
            let begun = |source: &&mut Source| source.begins <= self.time;
            for source in self.sources.iter_mut().filter(begun) {
                source.hand_in(self.gate.as_mut(), now);
            }
            if self.time >= self.round_ends {
                self.begin_round();
            }
            self.time += MS / 5;
        }
        self.done() - before
    }

    fn done(&self) -> u32 {
        self.sources.iter().map(|source| source.done).sum()
    }

    /// One picture of each decoder, by whichever engine is free.
    fn begin_round(&mut self) {
        let mut engines = [Duration::ZERO; ENGINES];
        for source in &mut self.sources {
            if let Some(time) = source.queue.pop_front() {
                *engines.iter_mut().min().unwrap() += time;
                source.done += 1;
            }
        }
        self.round_ends = self.time + engines.into_iter().max().unwrap();
    }
}

/// Pictures a second in steady state, of so many decoders that begin one after the other.
fn fps(decoders: u32, apart: Duration, distances: &[u32], grouped: bool) -> f64 {
    let mut distances = distances.iter().cycle();
    let stream = |number| (apart * number, *distances.next().unwrap());
    let streams: Vec<_> = (0..decoders).map(stream).collect();
    let mut model = Model::new(&streams, grouped);
    model.run(3000 * MS);
    f64::from(model.run(4000 * MS)) / 4.0
}

#[test]
fn alike_streams_come_together_wherever_they_begin() {
    let alone = fps(1, MS, &[16], true);
    for decoders in [2, 4, 7] {
        for apart in [0, 13, 37, 74, 150] {
            let together = fps(decoders, apart * MS, &[16], true);
            let part = together / (alone * f64::from(decoders));
            assert!(
                part > 0.97,
                "{decoders} decoders {apart} ms apart: {part:.2}"
            );
        }
    }
    let free = fps(7, 37 * MS, &[16], false);
    assert!(
        free < 0.7 * 7.0 * alone,
        "the model holds nobody up: {free}"
    );
}

#[test]
fn streams_of_different_kinds_gain_too() {
    for distances in [
        &[16, 30][..],
        &[16, 250],
        &[15, 16],
        &[16, 30, 48, 60, 100, 7, 250],
    ] {
        let [grouped, free] = [true, false].map(|grouped| fps(7, 37 * MS, distances, grouped));
        assert!(
            grouped > 1.15 * free,
            "{distances:?}: {grouped} against {free}"
        );
    }
}
