//! Groups on a model of a GPU, in a time of its own: seven engines that serve decoders in rounds.
//! A picture that comes when a round has begun waits for the next; a round begins a little after
//! its first picture has come.

use super::*;
use std::collections::VecDeque;

const MS: Duration = Duration::from_millis(1);
const TICK: Duration = Duration::from_micros(200);
/// From the first picture to the beginning of its round, where no other holds it up.
const GATHERING: Duration = Duration::from_millis(2);
const ENGINES: usize = 7;
/// Pictures that a decoder is given before it has decoded them.
const IN_FLIGHT: usize = 2;
const SMALL: Duration = Duration::from_micros(9_600);
const LARGE: Duration = Duration::from_micros(38_000);
const TIMES_AS_LONG: u32 = 3;

/// A stream and its decoder.
struct Source {
    number: usize,
    begins: Instant,
    /// Pictures from one large one to the next.
    distance: u32,
    /// The next picture is at the gate.
    arrived: bool,
    /// It has gone through the gate, and the driver is being given it.
    goes: bool,
    handed_in: u32,
    in_flight: usize,
    /// When each came that waits for its round, and how long it takes.
    queue: VecDeque<(Instant, Duration)>,
    /// When the picture that an engine decodes is done.
    decodes_until: Option<Instant>,
    done: u32,
}

struct Model {
    /// `None` where every decoder runs by itself.
    gate: Option<Gate>,
    sources: Vec<Source>,
    round_ends: Instant,
    now: Instant,
}

impl Source {
    fn is_large(&self) -> bool {
        self.handed_in.is_multiple_of(self.distance)
    }

    /// Its next picture goes, if there is room for it and it may: a picture that takes so long.
    fn hand_in(&mut self, gate: Option<&mut Gate>, now: Instant) -> Option<Duration> {
        if now < self.begins || self.in_flight == IN_FLIGHT {
            return None;
        }
        if let Some(gate) = gate {
            if !self.goes {
                self.goes = self.may_go(gate, now);
                return None; // the driver takes a while
            }
            gate.handed_in(self.number);
        }
        let time = if self.is_large() { LARGE } else { SMALL };
        (self.arrived, self.goes) = (false, false);
        self.handed_in += 1;
        self.in_flight += 1;
        Some(time)
    }

    fn may_go(&mut self, gate: &mut Gate, now: Instant) -> bool {
        if !self.arrived {
            self.arrive(gate, now);
        }
        if self.is_large() && self.in_flight > 0 {
            return false;
        }
        gate.ready(self.number, now);
        match gate.patience(self.number, now) {
            Some(patience) if patience.is_zero() => gate.open(self.number, now),
            Some(_) => return false,
            None => (),
        }
        true
    }

    /// From a thread of its own.
    fn arrive(&mut self, gate: &mut Gate, now: Instant) {
        let times_as_long = if self.is_large() { TIMES_AS_LONG } else { 1 };
        thread::scope(|scope| {
            scope.spawn(|| gate.arrive(self.number, times_as_long, now));
        });
        self.arrived = true;
    }

    fn end_picture(&mut self, now: Instant) {
        if self.decodes_until.is_some_and(|end| end <= now) {
            self.decodes_until = None;
            self.in_flight -= 1;
            self.done += 1;
        }
    }
}

impl Model {
    fn new(streams: &[(Duration, u32)], grouped: bool) -> Self {
        let (mut gate, now) = (Gate::default(), Instant::now());
        let source = |&(begins, distance): &(Duration, u32)| Source {
            number: gate.join(),
            begins: now + begins,
            distance,
            arrived: false,
            goes: false,
            handed_in: 0,
            in_flight: 0,
            queue: VecDeque::new(),
            decodes_until: None,
            done: 0,
        };
        Self {
            sources: streams.iter().map(source).collect(),
            gate: grouped.then_some(gate),
            round_ends: now,
            now,
        }
    }

    /// Pictures that were done in that time.
    fn run(&mut self, time: Duration) -> u32 {
        let (before, end) = (self.done(), self.now + time);
        while self.now < end {
            self.tick();
            self.now += TICK;
        }
        self.done() - before
    }

    fn tick(&mut self) {
        for source in &mut self.sources {
            source.end_picture(self.now);
        }
        for source in &mut self.sources {
            if let Some(time) = source.hand_in(self.gate.as_mut(), self.now) {
                source.queue.push_back((self.now, time));
            }
        }
        let heads = self
            .sources
            .iter()
            .filter_map(|source| source.queue.front());
        let first = heads.map(|(came, _)| *came + GATHERING).min();
        if first.is_some_and(|first| first.max(self.round_ends) <= self.now) {
            self.begin_round();
        }
    }

    fn begin_round(&mut self) {
        let mut engines = [self.now; ENGINES];
        for source in &mut self.sources {
            if let Some((_, time)) = source.queue.pop_front() {
                let engine = engines.iter_mut().min().unwrap();
                *engine += time;
                source.decodes_until = Some(*engine);
            }
        }
        self.round_ends = engines.into_iter().max().unwrap();
    }

    fn done(&self) -> u32 {
        self.sources.iter().map(|source| source.done).sum()
    }
}

/// Pictures a second in steady state, of so many decoders that begin one after the other.
fn fps(decoders: u32, apart: Duration, distances: &[u32], grouped: bool) -> f64 {
    let mut distances = distances.iter().cycle();
    let stream = |number| (apart * number, *distances.next().unwrap());
    let streams: Vec<_> = (0..decoders).map(stream).collect();
    let mut model = Model::new(&streams, grouped);
    model.run(3000 * MS);
    f64::from(model.run(2000 * MS)) / 2.0
}

#[test]
fn alike_streams_come_together_wherever_they_begin() {
    let alone = fps(1, MS, &[16], true);
    for (decoders, at_once) in [(2, 2), (4, 4), (7, 7), (14, 7)] {
        for apart in [0, 37, 150] {
            let together = fps(decoders, apart * MS, &[16], true);
            let part = together / (alone * f64::from(at_once));
            assert!(
                part > 0.98,
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
            grouped > 1.1 * free,
            "{distances:?}: {grouped} against {free}"
        );
    }
}
