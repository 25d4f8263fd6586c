//! The built-in H.264 encoder: rusty_h264.

use rust_h264::nal::{NalUnit, NalUnitType, parse_annex_b};
use rust_h264::pps::{Pps, parse_pps};
use rust_h264::slice::parse_slice_header;
use rust_h264::sps::{Sps, parse_sps};
use rusty_h264::{Encoder, EncoderConfig as Settings, Preset, Profile as OwnProfile, YuvPlanes};

use super::session::Coder;
use super::{BackEnd, absent, vui};
use crate::codec::{
    Ask, Codec, CodecError, Controls, Effort, EncodedFrame, EncoderConfig, Force, FrameType,
    Profile, RateControl,
};
use crate::picture::Picture;

pub(super) fn back_end() -> BackEnd {
    BackEnd {
        codec: Codec::H264,
        name: format!("rusty_h264 {}", rusty_h264::VERSION),
        max_b_frames: 0,
        ten_bit: false,
        yuv422: false,
        yuv444: false,
        vbv: false,
        controls: false,
        absent,
        open: |config| Ok(Box::new(H264::new(config)?)),
    }
}

struct H264 {
    config: EncoderConfig,
    encoder: Encoder,
    sets: Option<ParameterSets>,
}

impl H264 {
    fn new(config: &EncoderConfig) -> Result<Self, CodecError> {
        Ok(Self {
            config: config.clone(),
            encoder: Encoder::new(settings(config)).map_err(failed)?,
            sets: None,
        })
    }

    fn encode(&mut self, picture: &Picture) -> Result<Vec<u8>, CodecError> {
        let (width, height) = (picture.width, picture.height);
        let [y, u, v] = &picture.planes;
        let planes = YuvPlanes::new(width, height, y, u, v, width, width / 2)
            .ok_or_else(|| failed("an odd size"))?;
        self.encoder.encode_planes(&planes).map_err(failed)
    }
}

impl Coder for H264 {
    fn code(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        // It has no other intra pictures.
        if ask.force != Force::Nothing {
            self.encoder.request_keyframe();
        }
        let data = self.encode(picture)?;
        let (frame_type, qp) = inspect(&data, &mut self.sets)?;
        let data = vui::add(&data, &self.config)?;
        Ok(vec![EncodedFrame {
            data,
            frame_type,
            index,
            qp,
        }])
    }

    fn drain(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        Ok(Vec::new())
    }

    /// The crate writes parameter sets only with a picture, so an encoder of the same
    /// configuration codes a flat one.
    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        let coded = Self::new(&self.config)?.encode(&Picture::black(self.config.format()))?;
        vui::add(&coded, &self.config)
    }
}

/// One access unit for each picture: nothing that looks ahead or at pairs of pictures. When
/// to code an IDR is decided elsewhere.
fn settings(config: &EncoderConfig) -> Settings {
    let mut settings = Settings::new(config.width, config.height);
    settings.preset = match config.effort {
        Effort::Fast => Preset::Fast,
        Effort::Normal => Preset::Balanced,
        Effort::Best => Preset::Quality,
    };
    settings.gop_size = u32::MAX;
    settings.scenecut = 0;
    settings.lookahead = 0;
    settings.mbtree = false;
    settings.num_ref_frames = 1;
    settings.framerate = config.frame_rate.0 as f32 / config.frame_rate.1 as f32;
    match config.rate {
        RateControl::ConstQp { i, p, .. } => {
            settings.qp = p;
            settings.i_qp_offset = i32::from(i) - i32::from(p);
            settings.aq_strength = 0.0;
        }
        RateControl::Bitrate { average, .. } => {
            // Where the search for the bit rate starts.
            let first = config.controls.initial_qp;
            settings.qp = first.map_or(30, |qp| qp + ABOVE_INTRA);
            settings.bitrate = average;
        }
        RateControl::Quality { qp, .. } => settings.qp = qp,
    }
    let controls = &config.controls;
    set_tools(&mut settings, controls.profile.unwrap_or(Profile::High));
    let tools = controls.tools;
    settings.cabac = tools.cabac.unwrap_or(settings.cabac);
    settings.transform_8x8 = tools.transform_8x8.unwrap_or(settings.transform_8x8);
    settings
}

fn set_tools(settings: &mut Settings, profile: Profile) {
    (settings.profile, settings.cabac, settings.transform_8x8) = match profile {
        Profile::Baseline => (OwnProfile::ConstrainedBaseline, false, false),
        Profile::Main => (OwnProfile::Main, true, false),
        Profile::High | Profile::High444 => (OwnProfile::High, true, true),
    };
    settings.weightp = false;
}

/// Its rate control codes the first picture, which is intra, at so much less than it is told,
/// and goes no further from there than [`SWING`].
const ABOVE_INTRA: u8 = 2;
const SWING: u8 = 18;

fn absent(config: &EncoderConfig) -> Option<&'static str> {
    let Controls {
        initial_qp,
        profile,
        ..
    } = &config.controls;
    // Further out, rate control could not keep to the bit rate.
    let near = |qp: &u8| (SWING - ABOVE_INTRA..=51 - SWING + ABOVE_INTRA).contains(qp);
    match (initial_qp, profile) {
        (Some(qp), _) if !near(qp) => Some("from such a first quantiser"),
        (_, Some(Profile::High444)) => Some("the profile High 4:4:4"),
        _ => absent::from_built_in(config),
    }
}

struct ParameterSets {
    sps: Sps,
    pps: Pps,
}

/// Type and quantiser of a coded picture, from its slice header: the crate does not tell.
fn inspect(data: &[u8], sets: &mut Option<ParameterSets>) -> Result<(FrameType, u32), CodecError> {
    let nals = parse_annex_b(data);
    if let Some(found) = parameter_sets(&nals)? {
        *sets = Some(found);
    }
    let sets = sets.as_ref().ok_or_else(|| failed("no parameter sets"))?;
    let (nal, frame_type) = nals
        .iter()
        .find_map(|nal| Some((nal, frame_type(nal)?)))
        .ok_or_else(|| failed("no slice"))?;
    let (slice, _) = parse_slice_header(
        &nal.rbsp,
        &sets.sps,
        &sets.pps,
        nal.nal_unit_type,
        nal.nal_ref_idc,
    )
    .map_err(failed)?;
    Ok((frame_type, slice.qp_y(&sets.pps).unsigned_abs()))
}

fn parameter_sets(nals: &[NalUnit<'_>]) -> Result<Option<ParameterSets>, CodecError> {
    let find = |kind| nals.iter().find(|nal| nal.nal_unit_type == kind);
    let (Some(sps), Some(pps)) = (find(NalUnitType::Sps), find(NalUnitType::Pps)) else {
        return Ok(None);
    };
    let sps = parse_sps(&sps.rbsp).map_err(failed)?;
    let pps = parse_pps(&pps.rbsp, Some(&sps)).map_err(failed)?;
    Ok(Some(ParameterSets { sps, pps }))
}

/// The encoder codes every intra picture as an IDR.
fn frame_type(nal: &NalUnit<'_>) -> Option<FrameType> {
    match nal.nal_unit_type {
        NalUnitType::SliceIdr => Some(FrameType::Idr),
        NalUnitType::Slice => Some(FrameType::P),
        _ => None,
    }
}

fn failed(error: impl std::fmt::Display) -> CodecError {
    CodecError(format!("rusty_h264: {error}"))
}
