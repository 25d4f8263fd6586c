//! Drivers that are busy for a while, or do not know each capability. Faults are the process's, so
//! there is one test.

mod common;

use common::{encode, session};
use nvenc::{Codec, Error, HostFrame, Picture, Session, Size};
use softdevice::faults;

const SIZE: Size = Size::new(160, 128);

fn coded() -> Result<Vec<Vec<u8>>, Error> {
    let session: Session<HostFrame> = session(Codec::Hevc, SIZE).start()?;
    let coded = encode(session, 4, |number| Picture::at(number as i64));
    Ok(coded.into_iter().map(|it| it.bytes).collect())
}

#[test]
fn a_driver_that_cannot_yet_or_does_not_know() {
    let expected = coded().unwrap();

    // Of the second picture, of the fourth and of the end of the stream.
    let calls = [2, 3, 6, 8, 9];
    let busy = calls.map(|call| format!("nvEncEncodePicture:{call}=18"));
    assert!(faults::set(&busy.join(",")));
    assert_eq!(coded().unwrap(), expected);

    assert!(faults::set("nvEncEncodePicture:*=18"));
    let mut session: Session<HostFrame> = session(Codec::Hevc, SIZE).start().unwrap();
    let frame = session.host_frame().unwrap();
    let failed = session.submit(frame, Picture::at(0)).unwrap_err();
    assert!(
        failed.error.to_string().contains("ENCODER_BUSY"),
        "{}",
        failed.error
    );
    faults::set("");
    drop(session);

    // The weighted prediction, for one, which nobody asks for.
    assert!(faults::set("nvEncGetEncodeCaps:29=8"));
    assert_eq!(coded().unwrap(), expected);
    assert!(faults::set("nvEncGetEncodeCaps:*=8"));
    let refused = coded().unwrap_err();
    assert!(matches!(refused, Error::Unsupported { .. }), "{refused}");
}
