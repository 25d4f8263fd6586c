//! Who encodes which segment: a plan without threads, frames or GPUs in it.

use std::collections::VecDeque;

/// How often a segment is tried before it counts as impossible, however few workers there are.
const TRIES: u32 = 2;

/// The segments that are open: begun, and not handed out.
///
/// `F` is a frame, kept until its segment is coded, for that may take another try. `C` is what
/// becomes of a segment.
#[derive(Debug)]
pub(super) struct Schedule<F, C> {
    /// Number of the first open segment.
    first: u64,
    open: VecDeque<Segment<F, C>>,
    workers: Vec<Worker>,
    /// Segments are taken when all their frames are there, and not before.
    whole: bool,
}

/// A session, by the GPU it is on.
#[derive(Debug)]
struct Worker {
    gpu: usize,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ready,
    /// It has no session and got none; it asks again when another has finished a segment, or when
    /// the others have failed one.
    Resting,
    Gone,
}

#[derive(Debug)]
struct Segment<F, C> {
    /// Where its frames are.
    gpu: usize,
    frames: Vec<F>,
    /// No more frames come.
    complete: bool,
    /// The worker that is at it.
    taken: Option<usize>,
    /// The workers that failed.
    tried: Vec<bool>,
    tries: u32,
    coded: Option<C>,
}

/// What comes after some frames of a segment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next<F> {
    Frame(F),
    /// The frame is still to come.
    Later,
    End,
}

/// A segment that every worker has failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Impossible;

impl<F, C> Schedule<F, C> {
    /// A schedule for workers on these GPUs; whether they take only `whole` segments.
    pub(super) fn new(gpus: impl IntoIterator<Item = usize>, whole: bool) -> Self {
        let state = State::Ready;
        let worker = |gpu| Worker { gpu, state };
        Self {
            first: 0,
            open: VecDeque::new(),
            workers: gpus.into_iter().map(worker).collect(),
            whole,
        }
    }

    /// How many segments are open.
    pub(super) fn open(&self) -> usize {
        self.open.len()
    }

    /// Whether the last segment still takes frames.
    pub(super) fn is_filling(&self) -> bool {
        self.open.back().is_some_and(|segment| !segment.complete)
    }

    /// The GPU with the fewest open segments for each of its workers.
    pub(super) fn idlest_gpu(&self) -> usize {
        let load = |gpu: usize| {
            let open = self.open.iter().filter(|segment| segment.gpu == gpu);
            let alive = self.alive().filter(|(_, worker)| worker.gpu == gpu);
            // Compared as fractions, in thousandths.
            open.count() * 1000 / alive.count().max(1)
        };
        let gpus = self.alive().map(|(_, worker)| worker.gpu);
        gpus.min_by_key(|gpu| load(*gpu)).unwrap_or(0)
    }

    /// Adds a frame to the last segment, which ends with `length` frames; or to a new one.
    pub(super) fn push(&mut self, frame: F, gpu: usize, length: usize) {
        if !self.is_filling() {
            self.open.push_back(Segment {
                gpu,
                frames: Vec::with_capacity(length),
                complete: false,
                taken: None,
                tried: vec![false; self.workers.len()],
                tries: 0,
                coded: None,
            });
        }
        if let Some(last) = self.open.back_mut() {
            last.frames.push(frame);
            last.complete = last.frames.len() >= length;
        }
    }

    /// No more frames come.
    pub(super) fn end(&mut self) {
        if let Some(last) = self.open.back_mut() {
            last.complete = true;
        }
    }

    /// The first segment that `worker` may encode.
    pub(super) fn take(&mut self, worker: usize) -> Option<u64> {
        if self.workers[worker].state != State::Ready {
            return None;
        }
        let place = self
            .open
            .iter()
            .position(|segment| self.waits(segment) && self.may_take(segment, worker))?;
        self.open[place].taken = Some(worker);
        Some(self.first + place as u64)
    }

    /// Nobody is at it, and somebody could be.
    fn waits(&self, segment: &Segment<F, C>) -> bool {
        let begun = segment.taken.is_some() || segment.coded.is_some();
        !begun && (segment.complete || !self.whole)
    }

    /// Its own GPU's segments, and those that all of their own GPU's workers have failed.
    fn may_take(&self, segment: &Segment<F, C>, worker: usize) -> bool {
        let at_home = |(_, other): &(usize, &Worker)| other.gpu == segment.gpu;
        !segment.tried[worker]
            && (self.workers[worker].gpu == segment.gpu
                || !self.hopeful(segment).any(|it| at_home(&it)))
    }

    /// The workers that may still be able to encode a segment.
    fn hopeful<'a>(
        &'a self,
        segment: &'a Segment<F, C>,
    ) -> impl Iterator<Item = (usize, &'a Worker)> {
        self.alive().filter(|(number, _)| !segment.tried[*number])
    }

    fn alive(&self) -> impl Iterator<Item = (usize, &Worker)> {
        let workers = self.workers.iter().enumerate();
        workers.filter(|(_, worker)| worker.state == State::Ready)
    }

    /// Frame number `at` of a segment that was taken.
    pub(super) fn frame(&self, number: u64, at: usize) -> Next<&F> {
        match self.get(number) {
            Some(segment) => match segment.frames.get(at) {
                Some(frame) => Next::Frame(frame),
                None if segment.complete => Next::End,
                None => Next::Later,
            },
            None => Next::End,
        }
    }

    /// A segment is coded: gives back its frames. Workers that rest try again.
    pub(super) fn finish(&mut self, number: u64, coded: C) -> Vec<F> {
        for worker in &mut self.workers {
            if worker.state == State::Resting {
                worker.state = State::Ready;
            }
        }
        let Some(segment) = self.get_mut(number) else {
            return Vec::new();
        };
        segment.coded = Some(coded);
        segment.taken = None;
        std::mem::take(&mut segment.frames)
    }

    /// A worker has failed the segment that it took, which waits for another worker.
    pub(super) fn fail(&mut self, worker: usize) -> Result<(), Impossible> {
        let its = |segment: &&mut Segment<F, C>| segment.taken == Some(worker);
        for segment in self.open.iter_mut().filter(its) {
            segment.taken = None;
            segment.tried[worker] = true;
            segment.tries += 1;
        }
        self.settle()
    }

    /// A worker got no session: others do its work meanwhile, without its having failed any. It
    /// has failed what no other can do, unless it gave up `early`, when another still could.
    pub(super) fn rest(&mut self, worker: usize, early: bool) -> Result<(), Impossible> {
        let last_hope = self.depends_on(worker);
        let its = |segment: &&mut Segment<F, C>| segment.taken == Some(worker);
        for segment in self.open.iter_mut().filter(its) {
            segment.taken = None;
            segment.tried[worker] = last_hope && !early;
        }
        if !(last_hope && early) {
            self.workers[worker].state = State::Resting;
        }
        self.settle()
    }

    /// Whether no other worker is ready for the segment that `worker` took.
    pub(super) fn depends_on(&self, worker: usize) -> bool {
        let its = |segment: &&Segment<F, C>| segment.taken == Some(worker);
        let its = self.open.iter().find(its);
        its.is_some_and(|segment| self.hopeful(segment).all(|(number, _)| number == worker))
    }

    /// A worker is no more.
    pub(super) fn retire(&mut self, worker: usize) -> Result<(), Impossible> {
        self.workers[worker].state = State::Gone;
        self.fail(worker)
    }

    /// Finds segments that nobody is left to encode. With few workers they get another round; then
    /// those that rest are asked.
    fn settle(&mut self) -> Result<(), Impossible> {
        if self.alive().next().is_none() {
            return Err(Impossible);
        }
        for place in 0..self.open.len() {
            let segment = &self.open[place];
            if segment.taken.is_some()
                || segment.coded.is_some()
                || self.hopeful(segment).next().is_some()
            {
                continue;
            }
            if segment.tries < TRIES {
                self.open[place].tried.fill(false);
            } else if !self.wake_for(place) {
                return Err(Impossible);
            }
        }
        Ok(())
    }

    /// Has those that rest try a segment; false when they did.
    fn wake_for(&mut self, place: usize) -> bool {
        let tried = &self.open[place].tried;
        let mut awake = false;
        for (worker, tried) in self.workers.iter_mut().zip(tried) {
            if worker.state == State::Resting && !tried {
                (worker.state, awake) = (State::Ready, true);
            }
        }
        awake
    }

    /// Whether the next segment in order is coded.
    pub(super) fn has_next(&self) -> bool {
        self.open
            .front()
            .is_some_and(|segment| segment.coded.is_some())
    }

    /// The next segment in order, once it is coded.
    pub(super) fn hand_out(&mut self) -> Option<C> {
        let coded = self.open.front_mut()?.coded.take()?;
        self.open.pop_front();
        self.first += 1;
        Some(coded)
    }

    fn place(&self, number: u64) -> Option<usize> {
        usize::try_from(number.checked_sub(self.first)?).ok()
    }

    fn get(&self, number: u64) -> Option<&Segment<F, C>> {
        self.open.get(self.place(number)?)
    }

    fn get_mut(&mut self, number: u64) -> Option<&mut Segment<F, C>> {
        let place = self.place(number)?;
        self.open.get_mut(place)
    }
}

#[cfg(test)]
mod tests;
