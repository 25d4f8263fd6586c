//! The user's side of the encoder: frames in by segments, packets out in order.

use super::{
    LeakyBucket, SegmentFrame, SegmentPacket, Underflows,
    frame::Lent,
    packet::CodedSegment,
    pool::Pool,
    shared::{Maker, Shared, State},
    site::{Site, check_headers},
    worker::Worker,
};
use crate::{Error, Failed, Picture, Session, config::Setup, decode_times::DecodeTimes};
use nvframe::{PixelFormat, Size, cudarc::driver::CudaContext};
use std::{
    fmt, mem,
    sync::Arc,
    thread::{self, JoinHandle},
};

/// Everything but the sessions, which are the workers'.
pub(super) struct Assembly {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
    /// One for each GPU.
    pools: Vec<Arc<Pool>>,
    setup: Setup,
    headers: Vec<u8>,
    /// Frames in a segment.
    segment: usize,
    /// Segments that may be open.
    most_open: usize,
    /// Frames handed to the user, and the GPU that the last one is on.
    given: u64,
    gpu: usize,
    in_hand: Arc<()>,
    /// The user was told that there is room for a frame.
    promised: bool,
    decode_times: DecodeTimes,
    bucket: Option<LeakyBucket>,
    /// The segment being handed out, and its next packet.
    coded: CodedSegment,
    at: usize,
}

/// How long to wait for a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// Until there is room for a frame.
    Room,
    /// Until all is coded.
    End,
}

impl Assembly {
    pub(super) fn start(maker: Maker, sites: Vec<Site>, segment: usize) -> Result<Self, Error> {
        let (setup, headers) = (sites[0].setup.clone(), sites[0].headers.clone());
        check_headers(&setup, &sites)?;
        let pool = |site: &Site| {
            let most = (site.sessions.len() + 1) * segment;
            // With those of a segment it is coded, and they are free for the next.
            Pool::new(&site.context, setup.size, setup.format, segment, most)
        };
        let pools = sites.iter().map(pool).collect();
        let gpus = sites.iter().enumerate();
        let gpus = gpus.flat_map(|(gpu, site)| site.sessions.iter().map(move |_| gpu));
        let gpus: Vec<usize> = gpus.collect();
        let most_open = 2 * gpus.len() + 1;
        let holds = setup.held() > 0;
        let mut assembly = Self {
            shared: Arc::new(Shared::new(maker, gpus, holds)),
            workers: Vec::new(),
            pools,
            decode_times: DecodeTimes::new(setup.reorder(), most_open * segment),
            bucket: LeakyBucket::of(&setup),
            setup,
            headers,
            segment,
            most_open,
            given: 0,
            gpu: 0,
            in_hand: Arc::default(),
            promised: false,
            coded: CodedSegment::default(),
            at: 0,
        };
        for site in sites {
            for session in site.sessions {
                assembly.hire(&site.context, session)?;
            }
        }
        Ok(assembly)
    }

    fn hire(&mut self, context: &Arc<CudaContext>, session: Session<Lent>) -> Result<(), Error> {
        let number = self.workers.len();
        let holds = self.setup.held() > 0;
        let worker = Worker {
            number,
            context: Arc::clone(context),
            holds,
            // What each segment opens for itself nobody keeps from others until then.
            session: (!holds).then_some(session),
            shared: Arc::clone(&self.shared),
        };
        let thread = thread::Builder::new().name(format!("nvenc {number}"));
        let thread = thread.spawn(move || worker.run());
        self.workers.push(thread.map_err(|error| Error::Thread {
            reason: error.to_string(),
        })?);
        Ok(())
    }

    pub(super) fn frame(&mut self) -> Result<SegmentFrame, Error> {
        // The GPU that had room may have lost its sessions meanwhile: another's memory gets free.
        let promised = mem::take(&mut self.promised) && !self.is_held();
        let blocked = |state: &State| promised && self.room(state).is_none();
        let state = self.shared.wait_while(blocked)?;
        let open = state.schedule.open();
        let Some(gpu) = self.room(&state) else {
            return Err(self.full(open));
        };
        drop(state);
        let frame = match self.take(gpu)? {
            Some(frame) => frame,
            None => self.take_freed(gpu)?.ok_or_else(|| self.full(open))?,
        };
        (self.gpu, self.given) = (gpu, self.given + 1);
        Ok(frame)
    }

    fn take(&self, gpu: usize) -> Result<Option<SegmentFrame>, Error> {
        self.pools[gpu].take(Some(Arc::clone(&self.in_hand)))
    }

    /// Memory turned out to be full where there was to be room: waits until a segment is coded,
    /// which sets frames free.
    fn take_freed(&self, gpu: usize) -> Result<Option<SegmentFrame>, Error> {
        let is_held = self.is_held();
        let blocked = |_: &State| !is_held && !self.pools[gpu].has_room();
        drop(self.shared.wait_while(blocked)?);
        self.take(gpu)
    }

    /// Whether the user has frames that were not submitted.
    fn is_held(&self) -> bool {
        Arc::strong_count(&self.in_hand) > 1
    }

    fn full(&self, open: usize) -> Error {
        Error::Full {
            in_flight: open * self.segment,
        }
    }

    /// The GPU whose memory the next frame goes to, if it has room.
    fn room(&self, state: &State) -> Option<usize> {
        let begins = self.given.is_multiple_of(self.segment as u64);
        let gpu = match begins {
            true => state.schedule.idlest_gpu(),
            false => self.gpu,
        };
        let may_open = state.schedule.is_filling() || state.schedule.open() < self.most_open;
        (may_open && self.pools[gpu].has_room()).then_some(gpu)
    }

    /// Refuses what every session would refuse, before it is part of the stream.
    fn check(&self, frame: &SegmentFrame, picture: Picture) -> Result<(), Error> {
        self.setup.check_surface(&frame.surface)?;
        picture.check(&self.setup)
    }

    #[allow(clippy::result_large_err)] // the frame is what would be lost
    pub(super) fn submit(
        &mut self,
        mut frame: SegmentFrame,
        picture: Picture,
    ) -> Result<(), Failed<SegmentFrame>> {
        let checked = self.check(&frame, picture);
        let mut state = match checked.and_then(|()| self.shared.state()) {
            Ok(state) => state,
            Err(error) => {
                return Err(Failed {
                    error,
                    value: frame,
                });
            }
        };
        frame.submitted();
        let gpu = self.pools.iter().position(|pool| frame.is_in(pool));
        let gpu = gpu.unwrap_or(self.gpu);
        state.schedule.push((frame, picture), gpu, self.segment);
        drop(state);
        self.decode_times.submitted(picture.timestamp);
        self.shared.tell();
        Ok(())
    }

    pub(super) fn end(&mut self) {
        if let Ok(mut state) = self.shared.state() {
            state.schedule.end();
        }
        self.shared.tell();
    }

    pub(super) fn receive(&mut self, until: Until) -> Result<Option<SegmentPacket<'_>>, Error> {
        while self.at == self.coded.len() {
            if !self.next_segment(until)? {
                return Ok(None);
            }
        }
        let at = self.at;
        self.at += 1;
        let (bytes, duration) = self.coded.size_and_duration(at).unwrap_or_default();
        if let Some(bucket) = &mut self.bucket {
            bucket.take(bytes);
        }
        let decode_timestamp = self.decode_times.next(duration);
        Ok(self.coded.packet(at, decode_timestamp))
    }

    /// Waits for the next segment to hand out; false when there is none to wait for.
    fn next_segment(&mut self, until: Until) -> Result<bool, Error> {
        let is_held = self.is_held();
        let mut state = self.shared.wait_while(|state| {
            let free = match until {
                Until::Room => is_held || self.room(state).is_some(),
                Until::End => state.schedule.open() == 0,
            };
            !free && !state.schedule.has_next()
        })?;
        let Some(coded) = state.schedule.hand_out() else {
            self.promised = until == Until::Room && !is_held;
            return Ok(false);
        };
        let handed_out = mem::replace(&mut self.coded, coded);
        state.spare.push(handed_out);
        self.at = 0;
        Ok(true)
    }

    pub(super) fn sessions(&self) -> usize {
        self.workers.len()
    }

    pub(super) fn segment(&self) -> usize {
        self.segment
    }

    pub(super) fn device_bytes(&self) -> usize {
        let bytes = self.pools.iter().map(|pool| pool.most_bytes());
        bytes.fold(0, usize::saturating_add)
    }

    pub(super) fn headers(&self) -> &[u8] {
        &self.headers
    }

    pub(super) fn size(&self) -> Size {
        self.setup.size
    }

    pub(super) fn format(&self) -> PixelFormat {
        self.setup.format
    }

    pub(super) fn underflows(&self) -> Option<Underflows> {
        self.bucket.as_ref().map(LeakyBucket::underflows)
    }
}

impl Drop for Assembly {
    fn drop(&mut self) {
        self.shared.close();
        for worker in self.workers.drain(..) {
            // A panic was told when it happened; now nobody waits for the result.
            let _ = worker.join();
        }
    }
}

impl fmt::Debug for Assembly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assembly")
            .field("sessions", &self.sessions())
            .field("segment", &self.segment)
            .finish_non_exhaustive()
    }
}
