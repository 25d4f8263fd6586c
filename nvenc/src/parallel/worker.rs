//! A thread with a session, which encodes one segment after the other.

use super::{
    frame::{Lent, same},
    packet::CodedSegment,
    pool::Pool,
    schedule::Next,
    shared::Shared,
};
use crate::{Error, Session};
use nvframe::{DeviceFrame as _, cudarc::driver::CudaContext};
use std::{sync::Arc, time::Instant};

/// A thread's own.
pub(super) struct Worker {
    pub(super) number: usize,
    pub(super) context: Arc<CudaContext>,
    /// Whether sessions hold frames back, for B-frames or lookahead.
    pub(super) holds: bool,
    /// `None` after a failure, and between segments whose end a session has to be told.
    pub(super) session: Option<Session<Lent>>,
    pub(super) shared: Arc<Shared>,
}

/// What went wrong with a segment.
enum Fault {
    /// There is no session for it. Early is before its time to wait was over, as another could do
    /// the work.
    Open {
        error: Error,
        early: bool,
    },
    Encode(Error),
}

impl<E: Into<Error>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::Encode(error.into())
    }
}

impl Worker {
    /// Works until there is no more to do.
    pub(super) fn run(mut self) {
        let _leaving = Leaving {
            number: self.number,
            shared: Arc::clone(&self.shared),
        };
        while let Some((number, mut coded)) = self.shared.take(self.number) {
            match self.encode(number, &mut coded) {
                Ok(true) => self.shared.finish(number, coded),
                Ok(false) => return,
                Err(Fault::Encode(error)) => self.shared.fail(self.number, error),
                Err(Fault::Open { error, early }) => self.shared.rest(self.number, error, early),
            }
        }
    }

    /// False to give up. After an error the session is gone, and the next one is a new one.
    fn encode(&mut self, number: u64, coded: &mut CodedSegment) -> Result<bool, Fault> {
        let mut session = match self.session.take() {
            Some(session) => session,
            None => self.open()?,
        };
        let mut scratch = None;
        for at in 0.. {
            let (frame, picture) = match self.shared.frame(number, at) {
                Some(Next::Frame(frame)) => frame,
                Some(_) => break,
                None => return Ok(false),
            };
            let picture = if at == 0 {
                picture.force_idr()
            } else {
                picture
            };
            let frame = self.local(frame, &mut scratch)?;
            session.submit(frame, picture)?;
            while let Some(packet) = session.receive()? {
                coded.push(&packet);
            }
        }
        self.complete(session, coded)?;
        Ok(true)
    }

    /// Waits for a session only while there is no other worker to do its work.
    fn open(&self) -> Result<Session<Lent>, Fault> {
        let maker = &self.shared.maker;
        let end = Instant::now().checked_add(maker.patience);
        let is_over = || end.is_some_and(|end| Instant::now() >= end);
        let over = || is_over() || !self.shared.depends_on(self.number);
        let session = maker.session(&self.context, over);
        session.map_err(|error| Fault::Open {
            early: matches!(error, Error::NoSession { .. }) && !is_over(),
            error,
        })
    }

    /// Takes the last packets. A session that held frames back had to be told of the end, and
    /// cannot go on; another can.
    fn complete(
        &mut self,
        mut session: Session<Lent>,
        coded: &mut CodedSegment,
    ) -> Result<(), Fault> {
        if !self.holds {
            while let Some(packet) = session.receive_ready()? {
                coded.push(&packet);
            }
            if session.in_flight() == 0 {
                self.session = Some(session);
                return Ok(());
            }
        }
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        while let Some(packet) = drain.receive()? {
            coded.push(&packet);
        }
        Ok(())
    }

    /// The frame itself, or a copy of it on this worker's GPU.
    fn local(&self, frame: Lent, scratch: &mut Option<Arc<Pool>>) -> Result<Lent, Error> {
        if same(frame.context(), &self.context) {
            return Ok(frame);
        }
        let surface = frame.surface();
        // As many as the session has in flight; they go with the segment.
        let pool = scratch.get_or_insert_with(|| {
            let all = usize::MAX;
            Pool::new(&self.context, surface.size, surface.format, all, all)
        });
        let mut copy = pool.take(None)?.ok_or(Error::Full { in_flight: 0 })?;
        copy.copy(&frame)?;
        Ok(copy.lend())
    }
}

/// Tells when a worker ends that should not have.
struct Leaving {
    number: usize,
    shared: Arc<Shared>,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let reason = "an encoding thread panicked".to_owned();
            self.shared.retire(self.number, Error::Thread { reason });
        }
    }
}
