//! Calls that succeed and give nothing: an error names them, and nobody follows a null handle.

use nvenc::{Api, Codec, Error, HostFrame, MotionEstimator, Picture, Session, Size, open_device};

const SIZE: Size = Size::new(320, 192);

#[test]
fn a_success_without_a_handle_is_an_error() {
    softdevice::activate().expect("the software device is built with the tests");
    type Work = fn() -> Result<(), Error>;
    let calls: [(&str, Work); 5] = [
        ("nvEncOpenEncodeSessionEx", encode),
        ("nvEncCreateBitstreamBuffer", encode),
        ("nvEncRegisterResource", encode),
        ("nvEncMapInputResource", encode),
        ("nvEncCreateMVBuffer", estimate),
    ];
    for (call, work) in calls {
        assert!(softdevice::faults::set(&format!("{call}:1=0")));
        let refused = work().unwrap_err().to_string();
        softdevice::faults::clear();
        let words =
            format!("{call} failed: NV_ENC_ERR_GENERIC (20): it succeeded but gave no handle");
        assert_eq!(refused, words);
        assert!(softdevice::report().is_empty(), "{}", softdevice::report());
    }
}

fn encode() -> Result<(), Error> {
    let encoder = Api::load()?.open(&open_device(0)?)?;
    let mut session: Session<HostFrame> = encoder.session(Codec::Hevc, SIZE).start()?;
    let frame = session.host_frame()?;
    session.submit(frame, Picture::at(0))?;
    Ok(())
}

fn estimate() -> Result<(), Error> {
    let builder = Api::load()?.open(&open_device(0)?)?;
    let started: Result<MotionEstimator<HostFrame>, Error> =
        builder.motion_estimator(Codec::Hevc, SIZE).start();
    started.map(drop)
}
