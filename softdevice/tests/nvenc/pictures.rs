//! What a picture must be, to be encoded or searched for motion.

use super::*;

#[test]
fn pictures_must_be_what_the_session_is_for() {
    type Change = fn(&mut NV_ENC_PIC_PARAMS);
    let changes: [(Change, S); 9] = [
        (|it| it.inputBuffer = null_mut(), S::NV_ENC_ERR_INVALID_PTR),
        (
            |it| it.outputBitstream = null_mut(),
            S::NV_ENC_ERR_INVALID_PTR,
        ),
        (
            |it| it.bufferFmt = NV_ENC_BUFFER_FORMAT(0x100),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (|it| it.inputWidth = 64, S::NV_ENC_ERR_INVALID_PARAM),
        (|it| it.inputPitch = 100, S::NV_ENC_ERR_INVALID_PARAM),
        (
            |it| it.pictureStruct = NV_ENC_PIC_STRUCT(2),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (|it| it.encodePicFlags = 0x40, S::NV_ENC_ERR_INVALID_PARAM),
        (
            |it| it.qpDeltaMap = std::ptr::dangling_mut(),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (|it| it.version = 0, S::NV_ENC_ERR_INVALID_VERSION),
    ];
    let session = Session::start(&mut h264());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    for (number, (change, status)) in changes.into_iter().enumerate() {
        let mut picture = picture(input, output, NV12, SIZE);
        change(&mut picture);
        assert_eq!(
            enc!(session, nvEncEncodePicture(&mut picture)),
            status,
            "{number}"
        );
    }
    let mut last = picture(input, output, NV12, SIZE);
    gives!(NV_ENC_SUCCESS, enc!(session, nvEncEncodePicture(&mut last)));
    session.take(output);
}

#[test]
fn vectors_are_of_sessions_for_motion_only() {
    let session = Session::start(&mut hevc());
    let mut vectors = NV_ENC_CREATE_MV_BUFFER::versioned(API);
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncCreateMVBuffer(&mut vectors))
    );
    let mut setup = hevc();
    setup.params.set_enableMEOnlyMode(1);
    let session = Session::start(&mut setup);
    let mut bitstream = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncCreateBitstreamBuffer(&mut bitstream))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncCreateMVBuffer(&mut vectors))
    );
    let input = session.input(NV12, SIZE.0, SIZE.1);
    let run = |input, reference, buffer| {
        let mut params = NV_ENC_MEONLY_PARAMS {
            inputWidth: SIZE.0,
            inputHeight: SIZE.1,
            inputBuffer: input,
            referenceFrame: reference,
            mvBuffer: buffer,
            bufferFmt: NV12,
            ..Versioned::versioned(API)
        };
        enc!(session, nvEncRunMotionEstimationOnly(&mut params))
    };
    gives!(
        NV_ENC_ERR_INVALID_PTR,
        run(input, null_mut(), vectors.mvBuffer)
    );
    gives!(NV_ENC_ERR_INVALID_PARAM, run(input, input, input));
    gives!(NV_ENC_SUCCESS, run(input, input, vectors.mvBuffer));
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        run(input, input, vectors.mvBuffer)
    );
    let taken = session.take(vectors.mvBuffer).data;
    // Nothing moved, so there is a unit for each whole tree.
    assert_eq!(taken.len() % 20, 0);
    assert!(
        taken
            .chunks(20)
            .all(|unit| unit[..16] == [0; 16] && unit[16] == 1)
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncDestroyBitstreamBuffer(vectors.mvBuffer))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncDestroyMVBuffer(vectors.mvBuffer))
    );
}
