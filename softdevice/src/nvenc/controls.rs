//! What a configuration asks for beyond size, rate and picture types.

use nvenc_sys::*;

use super::{
    caps,
    config::Request,
    rate::{self, PictureKind},
    status::{Answer, absent, bad_param},
};
use crate::codec::{Codec, Controls, Direct, Profile, Slices, Tools, Vui, null};

/// Reads them, refusing what the codecs behind the device have not.
pub(super) fn read(request: &Request<'_>, b_frames: u32) -> Answer<Controls> {
    let rate = &request.config.rcParams;
    check_limits(rate)?;
    let occurs = |kind| match kind {
        PictureKind::I => true,
        PictureKind::P => request.config.frameIntervalP > 0,
        PictureKind::B => b_frames > 0,
    };
    let ahead = lookahead(rate)?;
    Ok(Controls {
        lossless: request.lossless,
        qp_range: (
            rate::limit(rate.enableMinQP() == 1, &rate.minQP, occurs)?,
            rate::limit(rate.enableMaxQP() == 1, &rate.maxQP, occurs)?,
        ),
        initial_qp: initial_qp(rate)?,
        vbv_initial: Some(rate.vbvInitialDelay).filter(|delay| *delay > 0),
        slices: slices(request)?,
        spatial_aq: spatial_aq(rate)?,
        lookahead: ahead,
        scene_cuts: ahead > 0 && rate.disableIadapt() == 0,
        adaptive_b: ahead > 0 && b_frames > 0 && rate.disableBadapt() == 0,
        qp_map: qp_map(request)?,
        weighted_prediction: weighted_prediction(request, b_frames)?,
        intra_refresh: intra_refresh(request, b_frames)?,
        timing_messages: timing_messages(request)?,
        tools: tools(request)?,
        no_deblocking: request.own.no_deblocking,
        constrained_intra: request.own.constrained_intra,
        b_references: b_references(request.codec, request.own.b_references, b_frames)?,
        references: Some(request.own.references).filter(|references| *references > 0),
        profile: profile(request.codec, request.config.profileGUID),
        level: level(request)?,
        high_tier: request.own.high_tier,
        vui: vui(request),
    })
}

/// A constant quantiser would silently go beyond them.
fn check_limits(rate: &NV_ENC_RC_PARAMS) -> Answer {
    let limited = rate.enableMinQP() == 1 || rate.enableMaxQP() == 1;
    match rate.rateControlMode.0 == 0 && (limited || rate.enableInitialRCQP() == 1) {
        true => Err(absent("limits of a constant quantiser")),
        false => Ok(()),
    }
}

/// The first picture is intra.
fn initial_qp(rate: &NV_ENC_RC_PARAMS) -> Answer<Option<u8>> {
    match (rate.enableInitialRCQP(), rate.initialRCQP.qpIntra) {
        (0, _) => Ok(None),
        (_, qp @ 0..=51) => Ok(Some(qp as u8)),
        _ => Err(bad_param("the initial quantiser is above 51")),
    }
}

/// Offsets are of quantisers that rate control chooses.
fn qp_map(request: &Request<'_>) -> Answer<bool> {
    let rate = &request.config.rcParams;
    match rate.qpMapMode {
        NV_ENC_QP_MAP_MODE::NV_ENC_QP_MAP_DISABLED => Ok(false),
        _ if rate.rateControlMode.0 == 0 || request.lossless => {
            Err(absent("quantiser maps at a constant quantiser"))
        }
        _ => Ok(true),
    }
}

fn weighted_prediction(request: &Request<'_>, b_frames: u32) -> Answer<bool> {
    match request.params.enableWeightedPrediction() {
        0 => Ok(false),
        _ if caps::value(request.codec, 41)? == 0 => Err(absent("weighted prediction")),
        _ if b_frames > 0 => Err(bad_param("weighted prediction goes without B-frames")),
        _ => Ok(true),
    }
}

/// The codecs' bands take the whole period, of which one picture more or less is not told.
fn intra_refresh(request: &Request<'_>, b_frames: u32) -> Answer<Option<u32>> {
    match request.own.intra_refresh {
        None => Ok(None),
        Some(_) if caps::value(request.codec, 25)? == 0 => Err(absent("intra refresh")),
        Some(_) if b_frames > 0 => Err(bad_param("intra refresh goes without B-frames")),
        Some(_) if request.config.gopLength != NVENC_INFINITE_GOPLENGTH => Err(bad_param(
            "intra refresh wants an endless group of pictures",
        )),
        Some((period, count)) if count == 0 || count >= period => {
            Err(bad_param("an intra refresh is shorter than its period"))
        }
        Some((period, count)) if count + 1 < period && !null::is_chosen() => Err(absent(
            "intra refresh that ends long before the next begins",
        )),
        Some((period, _)) => Ok(Some(period)),
    }
}

/// The buffer that they tell of is the one of rate control.
fn timing_messages(request: &Request<'_>) -> Answer<bool> {
    let rate = &request.config.rcParams;
    let asked = request.own.timing_messages;
    match asked && (rate.rateControlMode.0 == 0 || request.lossless) {
        true => Err(absent("messages about the buffer at a constant quantiser")),
        false => Ok(asked),
    }
}

fn tools(request: &Request<'_>) -> Answer<Tools> {
    let named = &request.own.tools;
    let direct = match named.direct {
        0 => None,
        1 => Some(Direct::None),
        2 => Some(Direct::Temporal),
        3 => Some(Direct::Spatial),
        _ => return Err(bad_param("no such direct mode")),
    };
    let cabac = match named.entropy {
        0 => None,
        mode @ (1 | 2) => Some(mode == 1),
        _ => return Err(bad_param("no such entropy coding mode")),
    };
    let transform_8x8 = match named.transform {
        0 => None,
        mode @ (1 | 2) => Some(mode == 2),
        _ => return Err(bad_param("no such adaptive transform mode")),
    };
    Ok(Tools {
        cabac,
        transform_8x8,
        direct,
    })
}

fn spatial_aq(rate: &NV_ENC_RC_PARAMS) -> Answer<Option<u8>> {
    if rate.enableAQ() == 0 {
        return Ok(None);
    }
    if rate.rateControlMode.0 == 0 {
        return Err(absent("spatial AQ at a constant quantiser"));
    }
    // 0 leaves it to the device.
    Ok(Some(match rate.aqStrength() {
        0 => 8,
        strength => strength as u8,
    }))
}

fn lookahead(rate: &NV_ENC_RC_PARAMS) -> Answer<u32> {
    match (rate.enableLookahead(), rate.lookaheadDepth) {
        (0, _) => Ok(0),
        (_, depth @ 0..=32) => Ok(depth.into()),
        _ => Err(bad_param("lookaheadDepth is above 32")),
    }
}

fn b_references(codec: Codec, mode: NV_ENC_BFRAME_REF_MODE, b_frames: u32) -> Answer<bool> {
    let has = caps::value(codec, 43)? & 2 != 0;
    match mode {
        NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_DISABLED => Ok(false),
        NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_MIDDLE if has => Ok(b_frames > 1),
        NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_MIDDLE => {
            Err(absent("B-frames as references"))
        }
        NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_EACH => {
            Err(absent("every B-frame as a reference"))
        }
        _ => Err(bad_param("no such mode of B-frame references")),
    }
}

fn slices(request: &Request<'_>) -> Answer<Slices> {
    let columns = request.params.encodeWidth.div_ceil(16);
    let h264 = request.codec == Codec::H264;
    match request.own.slices {
        (0..=2, 0) | (3, 0 | 1) => Ok(Slices::One),
        (3, count) if count > most_slices(request) => Err(absent("so many slices")),
        (3, count) => Ok(Slices::Count(count)),
        (0, count) if h264 => Ok(Slices::Macroblocks(count)),
        (1, bytes) if h264 => Ok(Slices::Bytes(bytes)),
        (2, rows) if h264 => Ok(Slices::Macroblocks(rows.saturating_mul(columns))),
        (0..=2, _) => Err(absent("slices of HEVC by their size")),
        _ => Err(bad_param("no such slice mode")),
    }
}

/// The codecs cut between rows of blocks.
fn most_slices(request: &Request<'_>) -> u32 {
    let block = if request.codec == Codec::H264 { 16 } else { 64 };
    (request.params.encodeHeight / block).max(1)
}

/// Slices that a client which asks for their offsets has room for.
pub(super) fn offsets(params: &NV_ENC_INITIALIZE_PARAMS, slices: (u32, u32)) -> Answer<usize> {
    match (params.reportSliceOffsets(), slices) {
        (0, _) => Ok(0),
        (_, (_, 0)) => Ok(1),
        (_, (3, count)) => Ok(count as usize),
        _ => Err(absent("offsets of slices that are cut by size")),
    }
}

fn level(request: &Request<'_>) -> Answer<Option<u32>> {
    match (request.codec, request.own.level) {
        (_, 0) => Ok(None),
        // A decoder's level bounds the bit rate.
        (Codec::Hevc, _) if request.config.rcParams.rateControlMode.0 == 0 => {
            Err(absent("a level of HEVC at a constant quantiser"))
        }
        (Codec::H264, level @ 9..=62) | (_, level @ 10..=62) => Ok(Some(level)),
        _ => Err(bad_param("no such level")),
    }
}

/// HEVC's profiles follow from the pictures.
fn profile(codec: Codec, profile: GUID) -> Option<Profile> {
    match profile {
        _ if codec != Codec::H264 => None,
        NV_ENC_H264_PROFILE_BASELINE_GUID => Some(Profile::Baseline),
        NV_ENC_H264_PROFILE_MAIN_GUID => Some(Profile::Main),
        NV_ENC_H264_PROFILE_HIGH_GUID => Some(Profile::High),
        NV_ENC_H264_PROFILE_HIGH_444_GUID => Some(Profile::High444),
        _ => None,
    }
}

fn vui(request: &Request<'_>) -> Vui {
    let given = &request.own.vui;
    let usual = Vui::default();
    let colour = given.colourDescriptionPresentFlag == 1;
    let or = |number: u32, otherwise| if colour { number } else { otherwise };
    let signal = given.videoSignalTypePresentFlag == 1;
    Vui {
        sample_aspect: sample_aspect(request.params),
        overscan: (given.overscanInfoPresentFlag == 1).then_some(given.overscanInfo == 1),
        video_format: if signal {
            given.videoFormat
        } else {
            usual.video_format
        },
        full_range: signal && given.videoFullRangeFlag == 1,
        primaries: or(given.colourPrimaries, usual.primaries),
        transfer: or(given.transferCharacteristics, usual.transfer),
        matrix: or(given.colourMatrix, usual.matrix),
        chroma_location: (given.chromaSampleLocationFlag == 1)
            .then_some(given.chromaSampleLocationTop),
    }
}

/// The shape of a sample follows from that of the picture; 0 leaves it square.
fn sample_aspect(params: &NV_ENC_INITIALIZE_PARAMS) -> (u32, u32) {
    let (width, height) = (
        u64::from(params.darWidth) * u64::from(params.encodeHeight),
        u64::from(params.darHeight) * u64::from(params.encodeWidth),
    );
    if width == 0 || height == 0 {
        return (1, 1);
    }
    let divisor = greatest_common_divisor(width, height);
    ((width / divisor) as u32, (height / divisor) as u32)
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}
