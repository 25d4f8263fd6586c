//! Every driver call of an encode fails in turn, with each status that it may give, or finishes
//! late. In processes of their own: the device and the dialect are chosen when they start.

use nvenc::{
    Api, ApiVersion, Codec, Error, HostFrame, Packet, Picture, RateControl, Session, Size,
};
use std::{env, process::Command, sync::OnceLock};

const SIZE: Size = Size::new(160, 128);
const FRAMES: i64 = 60;

/// Frames of the work that is done often with an encoder that takes its time.
const FEW_FRAMES: i64 = 12;

/// The dialect and the frames of this process.
fn shape() -> (ApiVersion, i64) {
    let version = match env::var("FAULTS_DIALECT").as_deref() {
        Ok("8.1") => ApiVersion::V8_1,
        _ => ApiVersion::V11_1,
    };
    let few = env::var_os("NVSOFT_FRAME_US").is_some();
    (version, if few { FEW_FRAMES } else { FRAMES })
}

/// What a packet says and holds.
type Delivered = (i64, Vec<u8>);

/// Asks everything, encodes with B-frames, changes and ends. Packets that came before an error are in `delivered`.
fn encode(delivered: &mut Vec<Delivered>) -> Result<(), Error> {
    let (version, frames) = shape();
    let gpu = nvenc::open_device(0)?;
    let encoder = Api::load_version(version)?.open(&gpu)?;
    encoder.report()?;
    let mut session = encoder.session(Codec::Hevc, SIZE).b_frames(2).start()?;
    let mut keep = |packet: &Packet<'_>| delivered.push((packet.timestamp(), packet.to_vec()));
    for number in 0..frames {
        if number == frames / 2 {
            let change = session.reconfigure();
            change.rate_control(RateControl::const_qp(30)).apply()?;
        }
        let mut frame = session.host_frame()?;
        let luma = vec![number as u8; 160 * 128];
        frame.upload(&[&luma, &luma[..160 * 64]])?;
        session.submit(frame, Picture::at(number))?;
        while let Some(packet) = session.receive()? {
            keep(&packet);
        }
    }
    session.headers()?;
    let mut drain = session.finish()?;
    while let Some(packet) = drain.receive()? {
        keep(&packet);
    }
    Ok(())
}

/// Whatever fails, packets are those of an encode without faults as far as they come, and an
/// encode that says it went well has given them all.
fn work() -> Result<(), String> {
    static EXPECTED: OnceLock<Vec<Delivered>> = OnceLock::new();
    let mut delivered = Vec::new();
    let done = encode(&mut delivered);
    // The first time is the one without a fault.
    let expected = EXPECTED.get_or_init(|| delivered.clone());
    assert!(expected.starts_with(&delivered), "other packets");
    match done {
        Ok(()) if delivered.len() as i64 == shape().1 => Ok(()),
        Ok(()) => panic!("{} packets of {} frames", delivered.len(), shape().1),
        Err(error) => Err(format!("{error} {}", meant(&error))),
    }
}

/// The calls that an error stands for beside the one that it names: those that cudarc makes
/// in one function.
fn meant(error: &Error) -> &'static str {
    match error {
        Error::Device(_) => softdevice::OPENING_CALLS,
        // Only opening can be refused for these.
        Error::NoSession { .. } | Error::NoEncoder { .. } => "nvEncOpenEncodeSessionEx",
        Error::Cuda { .. } => softdevice::BINDING_CALLS,
        _ => "",
    }
}

/// Those that the header gives the function, among them a device that is gone (5), memory that
/// is used up (10) and what has no reason (20).
fn statuses(function: &str) -> &'static [u32] {
    match function {
        "nvEncEncodePicture" => &[5, 8, 10, 18, 20],
        "nvEncLockBitstream" => &[5, 8, 10, 20],
        "nvEncMapInputResource" => &[10, 16, 20],
        "nvEncRegisterResource" => &[10, 20, 23],
        "nvEncOpenEncodeSessionEx" => &[2, 4, 5, 10, 15, 20],
        "nvEncInitializeEncoder" => &[8, 10, 12, 20],
        function if function.to_lowercase().starts_with("nvenc") => &[10, 20],
        // cudarc keeps the context when asking for an attribute fails.
        "cuDeviceGetAttribute" => &[],
        _ => &[2, 999],
    }
}

fn alone(test: &str, variables: &[(&str, &str)]) {
    let output = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", test, "--nocapture"])
        .envs([("NVSOFT_GPU", "t4"), ("NVSOFT_CODEC", "null")])
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("1 passed"), "{text}{errors}");
}

#[test]
fn no_failing_call_does_harm() {
    alone("failing", &[("FAULTS_DIALECT", "11.1")]);
}

#[test]
fn no_failing_call_of_8_1_does_harm() {
    alone(
        "failing",
        &[("FAULTS_DIALECT", "8.1"), ("NVSOFT_API", "8.1")],
    );
}

/// Where an encoder codes while the client goes on, other calls are under way.
#[test]
fn no_call_that_fails_meanwhile_does_harm() {
    alone("failing", &[("NVSOFT_FRAME_US", "100")]);
}

#[test]
#[ignore = "run in processes of their own by the tests above"]
fn failing() {
    softdevice::activate().expect("the software device is built with the tests");
    let found = softdevice::sweep(work, statuses);
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_late_call_does_harm() {
    alone("late", &[("NVSOFT_FRAME_US", "100")]);
}

#[test]
#[ignore = "run in a process of its own by the test above"]
fn late() {
    softdevice::activate().expect("the software device is built with the tests");
    let found = softdevice::sweep_late(work, 3);
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

/// What the hardware may still read is not freed.
#[test]
fn a_session_that_is_not_destroyed_keeps_its_frames() {
    alone("undestroyed", &[]);
}

#[test]
#[ignore = "run in a process of its own by the test above"]
fn undestroyed() {
    softdevice::activate().expect("the software device is built with the tests");
    let gpu = nvenc::open_device(0).unwrap();
    let builder = Api::load()
        .unwrap()
        .open(&gpu)
        .unwrap()
        .session(Codec::Hevc, (96, 64));
    let mut session: Session<HostFrame> = builder.start().unwrap();
    let frame = session.host_frame().unwrap();
    session.submit(frame, Picture::at(0)).unwrap();
    let faults = "nvEncLockBitstream:*=20,nvEncDestroyEncoder:*=20";
    assert!(softdevice::faults::set(faults));
    drop(session);
    softdevice::faults::clear();
    let living = softdevice::report().living;
    assert!(
        living.iter().any(|it| it.contains("cuMemAlloc")),
        "{living:?}"
    );
}
