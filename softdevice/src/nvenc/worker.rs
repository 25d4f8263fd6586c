//! The thread that codes a session's pictures, so that taking one in does not wait for it.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
};

use super::{
    output::{Coded, Output},
    session::{Session, State},
};
use crate::{
    codec::{CodecError, Encode, EncodedFrame, Force},
    picture::Picture,
};

/// Pictures that may wait; at 8192x8192 one of 10 bits takes 200 MB.
const WAITING: usize = 2;

/// Something to do, in order.
pub(super) enum Job {
    Picture {
        picture: Picture,
        index: u64,
        force: Force,
    },
    Flush,
    /// Give what is held, then go on with another encoder.
    Replace(Box<dyn Encode>),
}

/// Starts the thread; it ends when the sender is dropped.
pub(super) fn start(
    session: &Arc<Session>,
    encoder: Box<dyn Encode>,
) -> std::io::Result<(SyncSender<Job>, JoinHandle<()>)> {
    let (sender, receiver) = sync_channel(WAITING);
    let session = Arc::clone(session);
    let worker = thread::Builder::new()
        .name("nvenc".into())
        .spawn(move || work(&session, encoder, &receiver))?;
    Ok((sender, worker))
}

fn work(session: &Session, mut encoder: Box<dyn Encode>, jobs: &Receiver<Job>) {
    for job in jobs {
        let idle = {
            let state = session.state();
            state.closing || state.broken.is_some()
        };
        let coded = match job {
            _ if idle => Ok(Vec::new()),
            Job::Picture {
                picture,
                index,
                force,
            } => encoder.encode(&picture, index, force),
            Job::Flush => encoder.flush(),
            Job::Replace(next) => {
                let coded = encoder.flush();
                encoder = next;
                coded
            }
        };
        finish(&mut session.state(), coded);
        session.changed.notify_all();
    }
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
