//! The H.264 encoder x264, where it is installed.

mod api;
mod raw;

use std::sync::LazyLock;

use super::library::{Library, LibraryCoder};
use super::{BackEnd, installed};
use crate::codec::{
    Ask, Codec, CodecError, Direct, EncodedFrame, EncoderConfig, Force, FrameType, Profile,
    RateControl, Slices, Tools,
};
use crate::picture::Picture;
use api::Api;
use raw::{Coded, Encoder, Parameters};

/// As many as the hardware takes.
const MAX_B_FRAMES: u32 = 4;

pub(super) fn back_end() -> Option<BackEnd> {
    api()?;
    Some(BackEnd {
        codec: Codec::H264,
        name: format!("x264 build {}", api::BUILD),
        max_b_frames: MAX_B_FRAMES,
        ten_bit: true,
        yuv422: true,
        yuv444: true,
        vbv: true,
        controls: true,
        absent: |_| None,
        open: |config| Ok(Box::new(LibraryCoder::<X264>::new(config)?)),
    })
}

fn api() -> Option<&'static Api> {
    static API: LazyLock<Option<Api>> =
        LazyLock::new(|| Api::get(installed::open("libx264.so.164")?));
    API.as_ref()
}

struct X264 {
    encoder: Encoder,
    /// What the library's quantisers are smaller by than ours.
    quantiser_offset: u8,
}

impl Library for X264 {
    fn open(config: &EncoderConfig) -> Result<Self, CodecError> {
        Ok(Self {
            encoder: open(config)?,
            quantiser_offset: quantiser_offset(config),
        })
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        self.encoder.headers()
    }

    fn encode(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
        qp: Option<u8>,
    ) -> Result<Option<EncodedFrame>, CodecError> {
        let picture_type = match ask.force {
            Force::Nothing => api::TYPE_AUTO,
            Force::Intra => api::TYPE_I,
            Force::Idr => api::TYPE_IDR,
        };
        let qp = qp.map(|qp| library_qp(qp, self.quantiser_offset));
        let coded = self
            .encoder
            .encode(picture, index as i64, picture_type, qp, &ask.offsets)?;
        Ok(coded.map(|coded| frame(coded, self.quantiser_offset)))
    }

    fn drain(&mut self) -> Result<Option<EncodedFrame>, CodecError> {
        while self.encoder.holds_pictures() {
            if let Some(coded) = self.encoder.drain()? {
                return Ok(Some(frame(coded, self.quantiser_offset)));
            }
        }
        Ok(None)
    }
}

fn open(config: &EncoderConfig) -> Result<Encoder, CodecError> {
    let api = api().ok_or_else(|| CodecError("x264 is not installed".into()))?;
    let mut parameters = Parameters::new(api, installed::preset(config.effort), c"zerolatency")?;
    // An intra refresh has a period of its own.
    let mut all = vec![("keyint", "infinite".into())];
    all.extend(installed::common(config));
    all.extend(own_settings(config));
    installed::apply(&all, |name, value| parameters.parse(name, value))?;
    Encoder::open(parameters, config.format())
}

fn own_settings(config: &EncoderConfig) -> Vec<installed::Setting> {
    let mut settings = vec![("b-pyramid", pyramid(config).into()), ("log", "-1".into())];
    if let RateControl::ConstQp { p, .. } = config.rate {
        let lossless = config.controls.lossless;
        let qp = if lossless {
            0
        } else {
            library_qp(p, quantiser_offset(config))
        };
        settings.push(("qp", qp.to_string()));
    }
    settings.extend(own_controls(config));
    settings
}

fn pyramid(config: &EncoderConfig) -> &'static str {
    if config.controls.b_references {
        "normal"
    } else {
        "none"
    }
}

fn own_controls(config: &EncoderConfig) -> Vec<installed::Setting> {
    let controls = &config.controls;
    // Threads that share a picture would cut it into slices.
    let weighted = if controls.weighted_prediction { 2 } else { 0 };
    let mut settings = vec![("threads", "1".into()), ("weightp", weighted.to_string())];
    settings.extend(slices(controls.slices));
    settings.extend(controls.profile.into_iter().flat_map(tools));
    settings.extend(chosen_tools(controls.tools));
    if controls.timing_messages {
        settings.push(("nal-hrd", "vbr".into()));
    }
    settings.extend(controls.level.map(|level| ("level", level.to_string())));
    if controls.vui.full_range {
        settings.push(("fullrange", "on".into()));
    }
    if controls.lookahead > 0 {
        settings.push(("rc-lookahead", controls.lookahead.to_string()));
        settings.push(("mbtree", "1".into()));
    }
    settings
}

fn slices(slices: Slices) -> Option<installed::Setting> {
    match slices {
        Slices::One => None,
        Slices::Count(count) => Some(("slices", count.to_string())),
        Slices::Macroblocks(count) => Some(("slice-max-mbs", count.to_string())),
        Slices::Bytes(bytes) => Some(("slice-max-size", bytes.to_string())),
    }
}

/// The library writes the lowest profile that has the tools it uses.
fn tools(profile: Profile) -> Vec<installed::Setting> {
    let (cabac, transform) = match profile {
        Profile::Baseline => ("0", "0"),
        Profile::Main => ("1", "0"),
        Profile::High | Profile::High444 => ("1", "1"),
    };
    vec![("cabac", cabac.into()), ("8x8dct", transform.into())]
}

fn chosen_tools(tools: Tools) -> Vec<installed::Setting> {
    let switch = |name, on: Option<bool>| on.map(|on| (name, u8::from(on).to_string()));
    let direct = tools.direct.map(|direct| match direct {
        Direct::None => "none",
        Direct::Temporal => "temporal",
        Direct::Spatial => "spatial",
    });
    let direct = direct.map(|direct| ("direct", direct.to_owned()));
    let switches = [
        switch("cabac", tools.cabac),
        switch("8x8dct", tools.transform_8x8),
        direct,
    ];
    switches.into_iter().flatten().collect()
}

/// x264 counts quantisers from the smallest of the bit depth, and takes its 0 for lossless
/// coding, which few decoders know.
fn library_qp(qp: u8, offset: u8) -> u8 {
    (qp + offset).max(1)
}

fn quantiser_offset(config: &EncoderConfig) -> u8 {
    6 * (config.bit_depth - 8)
}

fn frame(coded: Coded, offset: u8) -> EncodedFrame {
    let qp = i64::from(coded.qp) - i64::from(offset);
    EncodedFrame {
        data: coded.data,
        frame_type: match coded.picture_type {
            api::TYPE_IDR => FrameType::Idr,
            api::TYPE_I => FrameType::I,
            api::TYPE_P => FrameType::P,
            _ => FrameType::B,
        },
        index: coded.pts as u64,
        qp: qp.clamp(0, 51) as u32,
    }
}
