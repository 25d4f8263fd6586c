//! What a client may ask of the interface, and this device has not.

use nvenc_sys::*;

use super::{
    config::Request,
    status::{Answer, absent},
};
use crate::codec::Codec;

/// Something, and whether it was asked for.
type Wanted = (bool, &'static str);

/// Refuses what a session cannot have, whatever the codec behind it.
pub(super) fn check_configuration(request: &Request<'_>) -> Answer {
    let (session, stream) = (of_session(request.params), of_stream(request));
    let rate = of_rate(&request.config.rcParams, request.config.frameIntervalP);
    let own = request.own.absent.iter().map(|what| (true, *what));
    refuse(session.into_iter().chain(stream).chain(rate).chain(own))
}

fn of_session(params: &NV_ENC_INITIALIZE_PARAMS) -> [Wanted; 5] {
    [
        (params.enableEncodeAsync == 1, "asynchronous mode, on Linux"),
        (params.enablePTD != 1, "picture types decided by the client"),
        (params.enableExternalMEHints() == 1, "motion hints"),
        (params.enableSubFrameWrite() == 1, "sub-frame writing"),
        (params.enableOutputInVidmem() == 1, "output in video memory"),
    ]
}

fn of_stream(request: &Request<'_>) -> [Wanted; 4] {
    let (config, vui) = (&request.config, &request.own.vui);
    let frame = NV_ENC_PARAMS_FRAME_FIELD_MODE::NV_ENC_PARAMS_FRAME_FIELD_MODE_FRAME;
    let whole_or_half = !matches!(config.mvPrecision.0, 0 | 3);
    [
        (config.monoChromeEncoding == 1, "monochrome coding"),
        (config.frameFieldMode.0 > frame.0, "interlaced coding"),
        (whole_or_half, "motion in whole or half samples"),
        (
            vui.bitstreamRestrictionFlag == 1,
            "restrictions of the stream in the VUI",
        ),
    ]
}

fn of_rate(rate: &NV_ENC_RC_PARAMS, interval: i32) -> [Wanted; 9] {
    let other_map = !matches!(rate.qpMapMode.0, 0 | 2);
    let reordered = rate.zeroReorderDelay() == 1 && interval > 1;
    let offsets = rate.cbQPIndexOffset != 0 || rate.crQPIndexOffset != 0;
    [
        (other_map, "maps of emphasis or of quantisers themselves"),
        (rate.strictGOPTarget() == 1, "strict targets for each GOP"),
        (
            rate.lowDelayKeyFrameScale != 0,
            "intra pictures of a given share",
        ),
        (rate.targetQualityLSB != 0, "parts of a target quality"),
        (reordered, "B-frames without reordering"),
        (rate.temporallayerIdxMask != 0, "temporal layers"),
        (offsets, "chroma quantiser offsets"),
        (rate.enableTemporalAQ() == 1, "temporal AQ"),
        (rate.enableNonRefP() == 1, "P-frames that nothing refers to"),
    ]
}

/// Refuses what a picture cannot have.
pub(super) fn check_picture(params: &NV_ENC_PIC_PARAMS, codec: Codec) -> Answer {
    let [long_term, refresh, slices] = match codec {
        // SAFETY: the session's codec says which of the two was filled in; both are plain
        // numbers and pointers, for which any bits are valid.
        Codec::H264 => of_h264(unsafe { &params.codecPicParams.h264PicParams }),
        // SAFETY: as above.
        _ => of_hevc(unsafe { &params.codecPicParams.hevcPicParams }),
    };
    refuse([
        (!params.meExternalHints.is_null(), "motion hints"),
        (!params.alphaBuffer.is_null(), "an alpha layer"),
        (long_term, "long-term references"),
        (refresh, "intra refresh"),
        (slices, "new slices for a picture"),
    ])
}

fn of_h264(own: &NV_ENC_PIC_PARAMS_H264) -> [bool; 3] {
    [
        own.ltrMarkFrame() == 1 || own.ltrUseFrames() == 1,
        own.forceIntraRefreshWithFrameCnt > 0,
        own.sliceModeDataUpdate() == 1 || own.forceIntraSliceCount > 0,
    ]
}

fn of_hevc(own: &NV_ENC_PIC_PARAMS_HEVC) -> [bool; 3] {
    [
        own.ltrMarkFrame() == 1 || own.ltrUseFrames() == 1,
        own.forceIntraRefreshWithFrameCnt > 0,
        own.sliceModeDataUpdate() == 1,
    ]
}

/// Names the first that was asked for.
fn refuse(wanted: impl IntoIterator<Item = Wanted>) -> Answer {
    match wanted.into_iter().find(|(asked, _)| *asked) {
        Some((_, what)) => Err(absent(what)),
        None => Ok(()),
    }
}
