//! Reserved fields are 0, the nested ones too, and to a client of 8.1 what later interfaces
//! named is reserved.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use std::ptr::dangling_mut;

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;
const SIZE: (u32, u32) = (128, 64);

type Change<T> = (&'static str, fn(&mut T));

/// Asserts that `call` is refused for the field, and that the text names it.
fn refused(session: &Session, field: &str, status: S) {
    assert_eq!(status, S::NV_ENC_ERR_INVALID_PARAM, "{field}");
    let said = session.error();
    assert!(said.contains(&format!("{field} is reserved")), "{said}");
}

fn initialisation(codec: GUID, changes: &[Change<Setup>], prepare: fn(&mut Setup)) {
    for (field, change) in changes {
        let (session, mut setup) = (Session::open(), Setup::new(codec, SIZE.0, SIZE.1));
        prepare(&mut setup);
        change(&mut setup);
        refused(&session, field, session.initialise(&mut setup));
    }
    // It was the change that was refused.
    let mut setup = Setup::new(codec, SIZE.0, SIZE.1);
    prepare(&mut setup);
    assert_eq!(Session::open().initialise(&mut setup), S::NV_ENC_SUCCESS);
}

/// As a client of 8.1 fills the structures in.
fn as_8_1(setup: &mut Setup) {
    let word = |header| ApiVersion::V8_1.struct_word(header);
    setup.params.version = word(NV_ENC_INITIALIZE_PARAMS_VER);
    setup.config.version = word(NV_ENC_CONFIG_VER);
    setup.params.presetGUID = NV_ENC_PRESET_HQ_GUID;
    setup.params.tuningInfo = NV_ENC_TUNING_INFO(0);
}

#[test]
fn reserved_fields_of_a_configuration_are_0() {
    let changes: [Change<Setup>; 8] = [
        ("NV_ENC_INITIALIZE_PARAMS.reserved", |it| {
            it.params.reserved[286] = 1;
        }),
        ("NV_ENC_INITIALIZE_PARAMS.reservedBitFields", |it| {
            it.params.set_reservedBitFields(1);
        }),
        ("NV_ENC_CONFIG.reserved", |it| it.config.reserved[0] = 1),
        ("NV_ENC_CONFIG.reserved2", |it| {
            it.config.reserved2[63] = dangling_mut();
        }),
        ("NV_ENC_RC_PARAMS.reserved1", |it| {
            it.config.rcParams.reserved1[2] = 1;
        }),
        ("NV_ENC_RC_PARAMS.reserved", |it| {
            it.config.rcParams.reserved[3] = 1;
        }),
        ("NV_ENC_RC_PARAMS.reservedBitField1", |it| {
            it.config.rcParams.set_reservedBitField1(1);
        }),
        ("NV_ENC_RC_PARAMS.reservedBitFields", |it| {
            it.config.rcParams.set_reservedBitFields(1);
        }),
    ];
    initialisation(NV_ENC_CODEC_HEVC_GUID, &changes, |_| {});
}

#[test]
fn reserved_fields_of_a_codecs_own_part_are_0() {
    let hevc: [Change<Setup>; 3] = [
        ("NV_ENC_CONFIG_HEVC.reserved1", |it| {
            it.hevc().reserved1[213] = 1;
        }),
        ("NV_ENC_CONFIG_HEVC.reserved", |it| {
            it.hevc().set_reserved(1);
        }),
        ("NV_ENC_CONFIG_H264_VUI_PARAMETERS.reserved", |it| {
            it.hevc().hevcVUIParameters.reserved[14] = 1;
        }),
    ];
    initialisation(NV_ENC_CODEC_HEVC_GUID, &hevc, |_| {});
    let h264: [Change<Setup>; 3] = [
        ("NV_ENC_CONFIG_H264.reserved1", |it| {
            it.h264().reserved1[266] = 1;
        }),
        ("NV_ENC_CONFIG_H264.reservedBitFields", |it| {
            it.h264().set_reservedBitFields(1);
        }),
        ("NV_ENC_CONFIG_H264.reserved2", |it| {
            it.h264().reserved2[0] = dangling_mut();
        }),
    ];
    initialisation(NV_ENC_CODEC_H264_GUID, &h264, |_| {});
}

#[test]
fn what_later_interfaces_named_is_0_for_a_client_of_8_1() {
    let changes: [Change<Setup>; 9] = [
        ("NV_ENC_INITIALIZE_PARAMS.tuningInfo", |it| {
            it.params.tuningInfo.0 = 1;
        }),
        ("NV_ENC_INITIALIZE_PARAMS.bufferFormat", |it| {
            it.params.bufferFormat = NV12;
        }),
        ("NV_ENC_INITIALIZE_PARAMS.enableOutputInVidmem", |it| {
            it.params.set_enableOutputInVidmem(1);
        }),
        ("NV_ENC_RC_PARAMS.multiPass", |it| {
            it.config.rcParams.multiPass.0 = 1;
        }),
        ("NV_ENC_RC_PARAMS.lowDelayKeyFrameScale", |it| {
            it.config.rcParams.lowDelayKeyFrameScale = 1;
        }),
        ("NV_ENC_RC_PARAMS.cbQPIndexOffset", |it| {
            it.config.rcParams.cbQPIndexOffset = -1;
        }),
        ("NV_ENC_CONFIG_HEVC.useBFramesAsRef", |it| {
            it.hevc().useBFramesAsRef.0 = 2;
        }),
        ("NV_ENC_CONFIG_HEVC.numRefL0", |it| it.hevc().numRefL0.0 = 1),
        ("NV_ENC_CONFIG_HEVC.singleSliceIntraRefresh", |it| {
            it.hevc().set_singleSliceIntraRefresh(1);
        }),
    ];
    initialisation(NV_ENC_CODEC_HEVC_GUID, &changes, as_8_1);
}

#[test]
fn reserved_fields_of_a_picture_are_0() {
    let changes: [Change<NV_ENC_PIC_PARAMS>; 5] = [
        ("NV_ENC_PIC_PARAMS.reserved3", |it| it.reserved3[285] = 1),
        ("NV_ENC_PIC_PARAMS.reservedBitFields", |it| {
            it.reservedBitFields = 1;
        }),
        ("NV_ENC_PIC_PARAMS.alphaBuffer", |it| {
            it.version = ApiVersion::V8_1.struct_word(NV_ENC_PIC_PARAMS_VER);
            it.alphaBuffer = dangling_mut();
        }),
        ("NV_ENC_PIC_PARAMS_H264.reserved", |it| {
            // SAFETY: every member is plain numbers and pointers, and all is initialised.
            unsafe { &mut it.codecPicParams.h264PicParams }.reserved[209] = 1;
        }),
        ("NV_ENC_PIC_PARAMS_H264.reservedBitFields", |it| {
            // SAFETY: as above.
            unsafe { &mut it.codecPicParams.h264PicParams }.set_reservedBitFields(1);
        }),
    ];
    let session = Session::start(&mut Setup::new(NV_ENC_CODEC_H264_GUID, SIZE.0, SIZE.1));
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    for (field, change) in changes {
        let mut picture = picture(input, output, NV12, SIZE);
        change(&mut picture);
        let status = enc!(session, nvEncEncodePicture(&mut picture));
        refused(&session, field, status);
    }
    let mut last = picture(input, output, NV12, SIZE);
    gives!(NV_ENC_SUCCESS, enc!(session, nvEncEncodePicture(&mut last)));
    session.take(output);
    session.end();
}

#[test]
fn reserved_fields_of_a_change_and_of_a_lock_are_0() {
    let mut setup = Setup::new(NV_ENC_CODEC_HEVC_GUID, SIZE.0, SIZE.1);
    let session = Session::start(&mut setup);
    let mut change = NV_ENC_RECONFIGURE_PARAMS {
        reInitEncodeParams: setup.params,
        ..NV_ENC_RECONFIGURE_PARAMS::versioned(API)
    };
    change.reInitEncodeParams.encodeConfig = &raw mut setup.config;
    change.set_reserved(1);
    let status = enc!(session, nvEncReconfigureEncoder(&mut change));
    refused(&session, "NV_ENC_RECONFIGURE_PARAMS.reserved", status);
    change.set_reserved(0);
    setup.config.rcParams.reserved[0] = 1;
    change.reInitEncodeParams.encodeConfig = &raw mut setup.config;
    let status = enc!(session, nvEncReconfigureEncoder(&mut change));
    refused(&session, "NV_ENC_RC_PARAMS.reserved", status);
    let mut lock = NV_ENC_LOCK_BITSTREAM {
        outputBitstream: session.output(),
        ..NV_ENC_LOCK_BITSTREAM::versioned(ApiVersion::V8_1)
    };
    lock.set_getRCStats(1);
    let status = enc!(session, nvEncLockBitstream(&mut lock));
    refused(&session, "NV_ENC_LOCK_BITSTREAM.getRCStats", status);
}
