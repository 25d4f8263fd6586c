//! Groups on a model of a GPU, in a time of its own: seven engines that serve decoders in rounds, or
//! each stay with one decoder.
//!
//! In rounds, a picture that comes when one has begun waits for the next; a round begins a little
//! after its first picture has come. An engine that stays with a decoder decodes all that this one
//! has, for a while, before it serves the one that has waited for longest. What was seen on GPUs looks
//! like the one at times, and like the other at others.

use super::*;
use std::collections::VecDeque;

const TICK: Duration = Duration::from_micros(200);
/// From the first picture to the beginning of its round, where no other holds it up.
const GATHERING: Duration = Duration::from_millis(2);
pub(super) const ENGINES: usize = 7;
/// Pictures that a decoder is given before it has decoded them.
const IN_FLIGHT: usize = 2;
const SMALL: Duration = Duration::from_micros(9_600);
const LARGE: Duration = Duration::from_micros(38_000);
const TIMES_AS_LONG: u32 = 3;

/// For how long an engine stays with a decoder, as long as that has pictures.
const STAY: Duration = Duration::from_millis(150);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Engines {
    InRounds,
    Staying,
}

/// Where a stream has its large pictures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rhythm {
    /// Large ones in a row.
    pub(super) row: u32,
    /// Pictures from the first of a row to the first of the next.
    pub(super) distance: u32,
}

/// One large picture in so many.
pub(super) fn one_in(distance: u32) -> Rhythm {
    Rhythm { row: 1, distance }
}

/// A stream and its decoder.
struct Source {
    number: usize,
    begins: Instant,
    rhythm: Rhythm,
    /// The next picture is at the gate.
    arrived: bool,
    /// That is a large one, for which it drains.
    leads: bool,
    /// The gate knows that it waits for an engine.
    told: bool,
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

pub(super) struct Model {
    /// `None` where every decoder runs by itself.
    gate: Option<Gate>,
    sources: Vec<Source>,
    engines: Engines,
    round_ends: Instant,
    /// Of each engine, the decoder that it stays with, and since when.
    serves: [Option<(usize, Instant)>; ENGINES],
    now: Instant,
}

impl Source {
    fn is_large(&self) -> bool {
        self.handed_in % self.rhythm.distance < self.rhythm.row
    }

    /// Its next picture goes, if there is room for it and it may: a picture that takes so long.
    fn hand_in(&mut self, gate: Option<&mut Gate>, now: Instant) -> Option<Duration> {
        if now < self.begins {
            return None;
        }
        if self.in_flight == IN_FLIGHT {
            if let Some(gate) = gate.filter(|_| !mem::replace(&mut self.told, true)) {
                self.wait_for_engine(gate);
            }
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

    /// From a thread of its own.
    fn wait_for_engine(&self, gate: &mut Gate) {
        thread::scope(|scope| {
            scope.spawn(|| gate.wait_for_engine(self.number));
        });
    }

    fn may_go(&mut self, gate: &mut Gate, now: Instant) -> bool {
        if !self.arrived {
            self.arrive(gate, now);
        }
        if self.leads && self.in_flight > 0 {
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
        self.leads = thread::scope(|scope| {
            let arrive = scope.spawn(|| gate.arrive(self.number, times_as_long, now));
            arrive.join().unwrap()
        });
        (self.arrived, self.told) = (true, false);
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
    pub(super) fn new(
        streams: &[(Duration, Rhythm)],
        gate: Option<Gate>,
        engines: Engines,
    ) -> Self {
        let (grouped, now) = (gate.is_some(), Instant::now());
        let mut gate = gate.unwrap_or_default();
        let source = |&(begins, rhythm): &(Duration, Rhythm)| Source {
            number: gate.join(),
            begins: now + begins,
            rhythm,
            arrived: false,
            leads: false,
            told: false,
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
            engines,
            round_ends: now,
            serves: [None; ENGINES],
            now,
        }
    }

    /// Pictures that were done in that time.
    pub(super) fn run(&mut self, time: Duration) -> u32 {
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
        match self.engines {
            Engines::InRounds => self.serve_in_rounds(),
            Engines::Staying => (0..ENGINES).for_each(|engine| self.serve_by(engine)),
        }
    }

    fn serve_in_rounds(&mut self) {
        let heads = self
            .sources
            .iter()
            .filter_map(|source| source.queue.front());
        let first = heads.map(|(came, _)| *came + GATHERING).min();
        if first.is_some_and(|first| first.max(self.round_ends) <= self.now) {
            self.begin_round();
        }
    }

    /// The engine takes the next picture, if it has none.
    fn serve_by(&mut self, engine: usize) {
        let served = self.serves[engine].map(|(number, since)| (&self.sources[number], since));
        if served.is_some_and(|(source, _)| source.decodes_until.is_some()) {
            return;
        }
        let stays = |(source, since): &(&Source, Instant)| {
            !source.queue.is_empty() && self.now.duration_since(*since) < STAY
        };
        if !served.is_some_and(|served| stays(&served)) {
            self.serves[engine] = self.waits_longest().map(|number| (number, self.now));
        }
        if let Some((number, _)) = self.serves[engine] {
            let source = &mut self.sources[number];
            let picture = source.queue.pop_front();
            source.decodes_until = picture.map(|(_, time)| self.now + time);
        }
    }

    /// The decoder that no engine serves whose picture came first.
    fn waits_longest(&self) -> Option<usize> {
        let is_served = |number: &usize| {
            let mut served = self.serves.iter().flatten();
            served.any(|(other, _)| other == number && !self.sources[*other].queue.is_empty())
        };
        let came = |number: &usize| self.sources[*number].queue.front().map(|(came, _)| *came);
        let all = 0..self.sources.len();
        let waiting = all.filter(|number| came(number).is_some() && !is_served(number));
        waiting
            .filter(|number| self.sources[*number].decodes_until.is_none())
            .min_by_key(came)
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
