//! The thread that codes a session's pictures, so that taking one in does not wait for it.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
    time::Instant,
};

use super::{
    output::{Coded, Output},
    planes,
    session::{Session, State},
    status::{Answer, generic},
};
use crate::{
    codec::{Ask, CodecError, Encode, EncodedFrame, null},
    engines::{self, Turn},
    picture::Picture,
};

/// Pictures that may wait; at 8192x8192 one of 10 bits takes 200 MB.
const WAITING: usize = 2;

/// Something to do, in order.
pub(super) enum Job {
    Picture {
        picture: Picture,
        index: u64,
        ask: Ask,
    },
    Flush,
    /// Give what is held, then go on with another encoder.
    Replace(Box<dyn Encode>),
}

/// Where a session's jobs go.
#[derive(Clone)]
pub(super) enum Engine {
    /// To a thread of their own, which ends when the last sender is dropped.
    Thread(SyncSender<(Instant, Job)>),
    /// The null codec does them as they come.
    AtOnce(Arc<Mutex<Box<dyn Encode>>>),
}

impl Engine {
    pub(super) fn start(
        session: &Arc<Session>,
        encoder: Box<dyn Encode>,
    ) -> std::io::Result<(Self, Option<JoinHandle<()>>)> {
        if null::is_chosen() && !engines::are_timed() {
            return Ok((Self::AtOnce(Arc::new(Mutex::new(encoder))), None));
        }
        let (sender, receiver) = sync_channel(WAITING);
        let session = Arc::clone(session);
        let worker = thread::Builder::new()
            .name("nvenc".into())
            .spawn(move || work(&session, encoder, &receiver))?;
        Ok((Self::Thread(sender), Some(worker)))
    }

    /// Takes a job, waiting for room.
    pub(super) fn give(&self, session: &Session, job: Job) -> Answer {
        match self {
            Self::Thread(jobs) => jobs
                .send((Instant::now(), job))
                .map_err(|_| generic("the encoder's thread ended")),
            Self::AtOnce(encoder) => {
                let mut encoder = encoder.lock().unwrap_or_else(PoisonError::into_inner);
                perform(session, &mut encoder, job);
                Ok(())
            }
        }
    }
}

fn work(session: &Session, mut encoder: Box<dyn Encode>, jobs: &Receiver<(Instant, Job)>) {
    let mut turn = Turn::new(session.device);
    for (given, job) in jobs {
        if matches!(job, Job::Picture { .. }) {
            turn.wait(given);
        }
        perform(session, &mut encoder, job);
    }
}

fn perform(session: &Session, encoder: &mut Box<dyn Encode>, job: Job) {
    let idle = {
        let state = session.state();
        state.closing || state.broken.is_some()
    };
    let coded = match job {
        _ if idle => Ok(Vec::new()),
        Job::Picture {
            picture,
            index,
            ask,
        } => {
            let coded = encoder.encode(&picture, index, &ask);
            planes::give_back(picture.planes);
            coded
        }
        Job::Flush => encoder.flush(),
        Job::Replace(next) => {
            let coded = encoder.flush();
            *encoder = next;
            coded
        }
    };
    finish(&mut session.state(), coded);
    session.changed.notify_all();
}

fn finish(state: &mut State, coded: Result<Vec<EncodedFrame>, CodecError>) {
    state.done += 1;
    match coded {
        Ok(frames) => frames.into_iter().for_each(|frame| deliver(state, frame)),
        Err(error) => state.broken = Some(error.0),
    }
}

/// The next coded picture goes to the oldest output that waits for one.
fn deliver(state: &mut State, frame: EncodedFrame) {
    state.coded += 1;
    let meta = state.metas.remove(&frame.index).unwrap_or_default();
    let Some(handle) = state.pending.pop_front() else {
        state.broken = Some("the codec gave more pictures than it was given".into());
        return;
    };
    let data = match &state.stage {
        Some(stage) => stage.dress(frame.data, &meta),
        None => frame.data,
    };
    let frame = EncodedFrame { data, ..frame };
    state
        .outputs
        .insert(handle, Output::Ready(Coded { frame, meta }));
}
