//! Whatever is done with a session, in whatever order: no frame is lost and nothing is left.
//!
//! A process of its own, as the device's ledger is of everything in it.

mod common;

use common::session;
use nvenc::{
    Codec, Error, HostFrame, Packet, Picture, RateControl, Receiver, Session, Size, Submitter,
};
use proptest::prelude::*;
use std::{num::NonZeroU32, thread, time::Duration};

const SIZE: Size = Size::new(96, 64);
const LARGER: Size = Size::new(160, 128);

#[derive(Clone, Copy, Debug)]
enum Step {
    Submit,
    /// A frame that is filled and not submitted.
    Discard,
    Receive,
    TryReceive,
    ReceiveTimeout,
    ForgetPacket,
    Rate(u8),
    FrameRate(u32),
    Resize(bool),
    ForceIdr,
    Reset,
    Headers,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => Just(Step::Submit),
        1 => Just(Step::Discard),
        4 => Just(Step::Receive),
        2 => Just(Step::TryReceive),
        2 => Just(Step::ReceiveTimeout),
        1 => Just(Step::ForgetPacket),
        1 => (20..40u8).prop_map(Step::Rate),
        1 => (1..60u32).prop_map(Step::FrameRate),
        1 => any::<bool>().prop_map(Step::Resize),
        1 => Just(Step::ForceIdr),
        1 => Just(Step::Reset),
        1 => Just(Step::Headers),
    ]
}

/// What becomes of the session in the end.
#[derive(Clone, Copy, Debug)]
enum End {
    Drop,
    Finish { receive: bool },
    DropSubmitterFirst { finish: bool, receive: bool },
    DropReceiverFirst { finish: bool },
    Threads { more: u8 },
}

fn end() -> impl Strategy<Value = End> {
    let both = || (any::<bool>(), any::<bool>());
    prop_oneof![
        Just(End::Drop),
        any::<bool>().prop_map(|receive| End::Finish { receive }),
        both().prop_map(|(finish, receive)| End::DropSubmitterFirst { finish, receive }),
        any::<bool>().prop_map(|finish| End::DropReceiverFirst { finish }),
        (0..12u8).prop_map(|more| End::Threads { more }),
    ]
}

/// Timestamps that went in and came out.
#[derive(Debug, Default)]
struct Tally {
    submitted: i64,
    received: Vec<i64>,
}

impl Tally {
    fn take(&mut self, packet: Option<Packet<'_>>) {
        self.received
            .extend(packet.map(|packet| packet.timestamp()));
    }

    fn next(&mut self) -> Picture {
        self.submitted += 1;
        Picture::at(self.submitted - 1)
    }

    /// Each frame came out once, or, of a stream that was cut off, those that came did.
    fn check(mut self, complete: bool) -> Result<(), TestCaseError> {
        self.received.sort_unstable();
        match complete {
            true => prop_assert_eq!(self.received, Vec::from_iter(0..self.submitted)),
            false => prop_assert!(self.received.windows(2).all(|it| it[0] < it[1])),
        }
        Ok(())
    }
}

fn on_session(
    session: &mut Session<HostFrame>,
    step: Step,
    tally: &mut Tally,
) -> Result<(), Error> {
    match step {
        Step::Submit => {
            let frame = session.host_frame()?;
            match session.submit(frame, tally.next()) {
                Ok(()) => {}
                Err(refused) if matches!(refused.error, Error::Full { .. }) => tally.submitted -= 1,
                Err(refused) => return Err(refused.error),
            }
        }
        Step::Discard => drop(session.host_frame()?),
        Step::Receive => tally.take(session.receive()?),
        Step::TryReceive => tally.take(session.try_receive()?),
        Step::ReceiveTimeout => tally.take(session.receive_timeout(Duration::from_secs(60))?),
        Step::ForgetPacket => {
            if let Some(packet) = session.receive()? {
                tally.received.push(packet.timestamp());
                std::mem::forget(packet);
            }
        }
        Step::Headers => assert!(!session.headers()?.is_empty()),
        Step::Rate(qp) => {
            let rate = RateControl::const_qp(qp);
            session.reconfigure().rate_control(rate).apply()?;
        }
        Step::FrameRate(rate) => session.reconfigure().frame_rate((rate, 1)).apply()?,
        Step::Resize(larger) => {
            let size = if larger { LARGER } else { SIZE };
            session.reconfigure().size(size).apply()?;
        }
        Step::ForceIdr => session.reconfigure().force_idr().apply()?,
        Step::Reset => session.reconfigure().reset().apply()?,
    }
    Ok(())
}

/// With B-frames the encoder may hold all frames that there is room for. The end of the stream
/// gives them all the same.
fn unless_stuck(error: Error) -> Result<(), Error> {
    match error {
        Error::NothingReady { .. } => Ok(()),
        error => Err(error),
    }
}

fn finish(session: Session<HostFrame>, receive: bool, tally: &mut Tally) -> Result<(), Error> {
    let mut drain = session.finish()?;
    while receive && let Some(packet) = drain.receive()? {
        tally.take(Some(packet));
    }
    Ok(())
}

fn receive_all(receiver: &mut Receiver<HostFrame>) -> Result<Vec<i64>, Error> {
    let mut received = Vec::new();
    while let Some(packet) = receiver.receive()? {
        received.push(packet.timestamp());
    }
    Ok(received)
}

fn close(submitter: Submitter<HostFrame>, finish: bool) -> Result<(), Error> {
    match finish {
        true => Ok(submitter.finish()?),
        false => Ok(()),
    }
}

fn end_session(session: Session<HostFrame>, end: End, tally: &mut Tally) -> Result<bool, Error> {
    match end {
        End::Drop => return Ok(false),
        End::Finish { receive } => {
            finish(session, receive, tally)?;
            return Ok(receive);
        }
        End::DropSubmitterFirst { finish, receive } => {
            let (submitter, mut receiver) = session.split();
            close(submitter, finish)?;
            if receive {
                tally.received.extend(receive_all(&mut receiver)?);
            }
            return Ok(receive);
        }
        End::DropReceiverFirst { finish } => {
            let (submitter, receiver) = session.split();
            drop(receiver);
            close(submitter, finish)?;
            return Ok(false);
        }
        End::Threads { more } => {
            let (mut submitter, mut receiver) = session.split();
            let receiving = thread::spawn(move || receive_all(&mut receiver));
            for number in 0..more {
                if number == more / 2 {
                    submitter.reconfigure().force_idr().apply()?;
                }
                let frame = submitter.host_frame()?;
                if let Err(refused) = submitter.submit(frame, tally.next()) {
                    tally.submitted -= 1;
                    unless_stuck(refused.error)?;
                }
            }
            submitter.finish()?;
            tally.received.extend(receiving.join().unwrap()?);
        }
    }
    Ok(true)
}

fn run(steps: &[Step], end: End, depth: u32, b_frames: u32) -> Result<(), TestCaseError> {
    let builder = session(Codec::H264, SIZE).max_size(LARGER);
    let b_frames = b_frames.min(builder.caps().unwrap().max_b_frames);
    let depth = NonZeroU32::new(depth + b_frames + 1).unwrap();
    let builder = builder.b_frames(b_frames).in_flight(depth);
    let mut session = builder.start().unwrap();
    let mut tally = Tally::default();
    for step in steps {
        let done = on_session(&mut session, *step, &mut tally).or_else(unless_stuck);
        prop_assert_eq!(done, Ok(()), "{:?}", step);
    }
    let complete = end_session(session, end, &mut tally);
    prop_assert!(complete.is_ok(), "{:?}", complete);
    tally.check(complete.unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 160,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_order_of_calls_loses_a_frame_or_leaves_anything(
        steps in proptest::collection::vec(step(), 0..40),
        end in end(),
        depth in 1..5u32,
        b_frames in 0..3u32,
    ) {
        run(&steps, end, depth, b_frames)?;
        prop_assert!(softdevice::report().is_empty(), "{}", softdevice::report());
    }
}
