//! The tests of rules that no other file has.

use super::common::*;
use crate::{enc, gives};
use nvenc_sys::*;
use std::{
    mem::ManuallyDrop,
    ptr::{dangling_mut, null_mut},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;
const SIZE: (u32, u32) = (128, 64);

fn hevc() -> Setup {
    Setup::new(NV_ENC_CODEC_HEVC_GUID, SIZE.0, SIZE.1)
}

#[test]
fn there_is_no_private_data() {
    let mut setup = hevc();
    setup.params.privDataSize = 4;
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        Session::open().initialise(&mut setup)
    );
    setup.params.privDataSize = 0;
    setup.params.privData = dangling_mut();
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        Session::open().initialise(&mut setup)
    );
}

#[test]
fn an_end_of_stream_has_nothing_else() {
    let session = Session::start(&mut hevc());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    for (input, output) in [(input, null_mut()), (null_mut(), output)] {
        let mut end = NV_ENC_PIC_PARAMS {
            encodePicFlags: 8,
            inputBuffer: input,
            outputBitstream: output,
            ..NV_ENC_PIC_PARAMS::versioned(API)
        };
        gives!(
            NV_ENC_ERR_INVALID_PARAM,
            enc!(session, nvEncEncodePicture(&mut end))
        );
    }
    gives!(NV_ENC_SUCCESS, session.end());
    gives!(NV_ENC_SUCCESS, session.end());
}

#[test]
fn there_are_no_events() {
    let session = Session::start(&mut hevc());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    let mut picture = picture(input, output, NV12, SIZE);
    picture.completionEvent = dangling_mut();
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
}

#[test]
fn inputs_are_device_pointers_only() {
    let session = Session::start(&mut hevc());
    let array = NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDAARRAY;
    let mut register = NV_ENC_REGISTER_RESOURCE {
        resourceType: array,
        resourceToRegister: dangling_mut(),
        width: SIZE.0,
        height: SIZE.1,
        pitch: SIZE.0,
        bufferFormat: NV12,
        ..NV_ENC_REGISTER_RESOURCE::versioned(API)
    };
    gives!(
        NV_ENC_ERR_UNSUPPORTED_PARAM,
        enc!(session, nvEncRegisterResource(&mut register))
    );
}

#[test]
fn what_cannot_change_in_a_session_is_refused() {
    type Change = fn(&mut Setup);
    let changes: [(Change, S); 5] = [
        (
            |it| it.config.gopLength = 10,
            S::NV_ENC_ERR_UNSUPPORTED_PARAM,
        ),
        (
            |it| it.params.enablePTD = 0,
            S::NV_ENC_ERR_UNSUPPORTED_PARAM,
        ),
        (
            |it| it.params.enableEncodeAsync = 1,
            S::NV_ENC_ERR_UNSUPPORTED_PARAM,
        ),
        (
            |it| (it.params.maxEncodeWidth, it.params.maxEncodeHeight) = (256, 128),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (
            |it| it.hevc().set_pixelBitDepthMinus8(2),
            S::NV_ENC_ERR_UNSUPPORTED_PARAM,
        ),
    ];
    let session = Session::start(&mut hevc());
    for (number, (change, status)) in changes.into_iter().enumerate() {
        let mut setup = hevc();
        change(&mut setup);
        setup.params.encodeConfig = &raw mut setup.config;
        let mut change = NV_ENC_RECONFIGURE_PARAMS {
            reInitEncodeParams: setup.params,
            ..NV_ENC_RECONFIGURE_PARAMS::versioned(API)
        };
        assert_eq!(
            enc!(session, nvEncReconfigureEncoder(&mut change)),
            status,
            "{number}"
        );
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    type Change = fn(&mut Setup);
    let changes: [(Change, &str); 5] = [
        (|it| it.config.frameIntervalP = 0, "frameIntervalP"),
        (|it| it.config.frameIntervalP = 2, "frameIntervalP"),
        (
            |it| {
                it.config.gopLength = 100;
                refresh(it, 30, 29);
            },
            "endless group",
        ),
        (|it| refresh(it, 30, 30), "shorter than its period"),
        (
            |it| {
                (it.config.frameIntervalP, it.config.gopLength) = (2, 100);
                it.params.set_enableWeightedPrediction(1);
            },
            "goes without B-frames",
        ),
    ];
    for (change, words) in changes {
        let mut setup = Setup::new(NV_ENC_CODEC_H264_GUID, SIZE.0, SIZE.1);
        change(&mut setup);
        let session = Session::open();
        let status = session.initialise(&mut setup);
        let said = session.error();
        // The built-in encoders have neither B-frames nor intra refresh.
        if status == S::NV_ENC_ERR_UNSUPPORTED_PARAM && !has_controls() {
            assert!(said.contains("this device has not"), "{said}");
            continue;
        }
        assert_eq!(status, S::NV_ENC_ERR_INVALID_PARAM, "{words}: {said}");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn parameter_sets_are_not_asked_for_while_another_thread_encodes() {
    const LARGE: (u32, u32) = (1024, 512);
    let session = Session::start(&mut Setup::new(NV_ENC_CODEC_H264_GUID, LARGE.0, LARGE.1));
    let (input, output) = (session.input(NV12, LARGE.0, LARGE.1), session.output());
    session.fill(input, LARGE.0 as usize, &vec![128; 1024 * 768]);
    let encoder = session.encoder as usize;
    let (asking, refused) = (AtomicBool::new(true), AtomicBool::new(false));
    let answers = thread::scope(|scope| {
        let asked = scope.spawn(|| {
            let (encoder, context) = (encoder as Handle, null_mut());
            let session = ManuallyDrop::new(Session { encoder, context });
            let mut answers = Vec::new();
            while asking.load(Ordering::Relaxed) {
                answers.push(parameter_sets(&session));
                let last = answers.last() == Some(&S::NV_ENC_ERR_INVALID_CALL);
                refused.fetch_or(last, Ordering::Relaxed);
            }
            answers
        });
        // Taking a picture in takes far longer than asking.
        for _ in 0..2000 {
            if refused.load(Ordering::Relaxed) {
                break;
            }
            let mut picture = picture(input, output, NV12, LARGE);
            gives!(
                NV_ENC_SUCCESS,
                enc!(session, nvEncEncodePicture(&mut picture))
            );
            session.take(output);
        }
        asking.store(false, Ordering::Relaxed);
        asked.join().unwrap()
    });
    assert!(answers.contains(&S::NV_ENC_ERR_INVALID_CALL));
    let known = [S::NV_ENC_SUCCESS, S::NV_ENC_ERR_INVALID_CALL];
    assert!(answers.iter().all(|it| known.contains(it)));
    gives!(NV_ENC_SUCCESS, parameter_sets(&session));
}

fn parameter_sets(session: &Session) -> S {
    let (mut bytes, mut len) = ([0u8; 512], 0);
    let mut payload = NV_ENC_SEQUENCE_PARAM_PAYLOAD {
        inBufferSize: 512,
        spsppsBuffer: bytes.as_mut_ptr().cast(),
        outSPSPPSPayloadSize: &mut len,
        ..NV_ENC_SEQUENCE_PARAM_PAYLOAD::versioned(API)
    };
    enc!(session, nvEncGetSequenceParams(&mut payload))
}

fn refresh(setup: &mut Setup, period: u32, frames: u32) {
    let own = setup.h264();
    own.set_enableIntraRefresh(1);
    (own.intraRefreshPeriod, own.intraRefreshCnt) = (period, frames);
}

fn has_controls() -> bool {
    let of_h264 = softdevice::codec::back_end(softdevice::codec::Codec::H264);
    of_h264.is_some_and(|it| it.controls)
}
