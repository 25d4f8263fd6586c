//! The HEVC encoder x265, where it is installed.

mod api;
mod raw;
mod tier;

use std::sync::LazyLock;

use super::library::{Library, LibraryCoder};
use super::{BackEnd, installed};
use crate::codec::{
    Ask, Codec, CodecError, EncodedFrame, EncoderConfig, Force, FrameType, RateControl, Slices,
};
use crate::picture::Picture;
use api::Api;
use raw::{Coded, Encoder, Parameters};

/// As many as the hardware takes.
const MAX_B_FRAMES: u32 = 4;

pub(super) fn back_end() -> Option<BackEnd> {
    let apis = apis()?;
    Some(BackEnd {
        codec: Codec::Hevc,
        name: format!("x265 {}", apis.eight.version()),
        max_b_frames: MAX_B_FRAMES,
        ten_bit: apis.ten.is_some(),
        yuv422: true,
        yuv444: true,
        vbv: true,
        controls: true,
        absent: |_| None,
        open: |config| Ok(Box::new(LibraryCoder::<X265>::new(config)?)),
    })
}

/// One table of functions for each bit depth that the library was built for.
struct Apis {
    eight: &'static Api,
    ten: Option<&'static Api>,
}

fn apis() -> Option<&'static Apis> {
    static APIS: LazyLock<Option<Apis>> = LazyLock::new(|| {
        let library = installed::open("libx265.so.199")?;
        let eight = Api::get(library, 8)?;
        Some(Apis {
            eight,
            ten: Api::get(library, 10),
        })
    });
    APIS.as_ref()
}

struct X265 {
    encoder: Encoder,
    /// Each picture comes out before the next goes in.
    at_once: bool,
    high_tier: bool,
}

impl Library for X265 {
    fn open(config: &EncoderConfig) -> Result<Self, CodecError> {
        Ok(Self {
            encoder: open(config)?,
            at_once: is_at_once(config),
            high_tier: config.controls.high_tier,
        })
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        let headers = self.encoder.headers()?;
        Ok(self.in_its_tier(headers))
    }

    fn encode(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
        qp: Option<u8>,
    ) -> Result<Option<EncodedFrame>, CodecError> {
        let slice_type = match ask.force {
            Force::Nothing => api::TYPE_AUTO,
            Force::Intra => api::TYPE_I,
            Force::Idr => api::TYPE_IDR,
        };
        let coded = self
            .encoder
            .encode(picture, index as i64, slice_type, qp, &ask.offsets)?;
        match coded {
            // In slices it keeps a picture back until it is asked again, though it is coded.
            None if self.at_once => self.drain(),
            coded => Ok(coded.map(|coded| self.frame(coded))),
        }
    }

    fn drain(&mut self) -> Result<Option<EncodedFrame>, CodecError> {
        let coded = self.encoder.drain()?;
        Ok(coded.map(|coded| self.frame(coded)))
    }
}

impl X265 {
    fn frame(&self, coded: Coded) -> EncodedFrame {
        EncodedFrame {
            data: self.in_its_tier(coded.data),
            frame_type: match coded.slice_type {
                api::TYPE_IDR => FrameType::Idr,
                api::TYPE_I => FrameType::I,
                api::TYPE_P => FrameType::P,
                _ => FrameType::B,
            },
            index: coded.pts as u64,
            qp: coded.qp.round().clamp(0.0, 51.0) as u32,
        }
    }

    fn in_its_tier(&self, data: Vec<u8>) -> Vec<u8> {
        match self.high_tier {
            true => tier::claim(data),
            false => data,
        }
    }
}

fn is_at_once(config: &EncoderConfig) -> bool {
    config.b_frames == 0 && config.controls.lookahead == 0
}

fn open(config: &EncoderConfig) -> Result<Encoder, CodecError> {
    let missing = || CodecError("x265 is not installed for this bit depth".into());
    let apis = apis().ok_or_else(missing)?;
    let api = match config.bit_depth {
        8 => apis.eight,
        _ => apis.ten.ok_or_else(missing)?,
    };
    let tune = is_at_once(config).then_some(c"zerolatency");
    let mut parameters = Parameters::new(api, installed::preset(config.effort), tune)?;
    // An intra refresh has a period of its own.
    let mut all = vec![("keyint", "-1".into())];
    all.extend(installed::common(config));
    all.extend(own_settings(config));
    installed::apply(&all, |name, value| parameters.parse(name, value))?;
    Encoder::open(parameters, config.format())
}

fn own_settings(config: &EncoderConfig) -> Vec<installed::Setting> {
    // x265 wants to see one picture more than it may reorder.
    let reordering = match config.b_frames {
        0 => 0,
        b_frames => b_frames + 1,
    };
    let lookahead = config.controls.lookahead;
    let cutree = lookahead > 0 && !matches!(config.rate, RateControl::ConstQp { .. });
    let mut settings = vec![
        (
            "b-pyramid",
            u8::from(config.controls.b_references).to_string(),
        ),
        ("rc-lookahead", lookahead.max(reordering).to_string()),
        ("cutree", u8::from(cutree).to_string()),
        ("frame-threads", "1".into()),
        ("info", "0".into()),
        ("log-level", "none".into()),
    ];
    settings.extend(own_controls(config));
    settings
}

fn own_controls(config: &EncoderConfig) -> Vec<installed::Setting> {
    let controls = &config.controls;
    let mut settings = vec![
        ("lossless", u8::from(controls.lossless).to_string()),
        ("high-tier", u8::from(controls.high_tier).to_string()),
        (
            "weightp",
            u8::from(controls.weighted_prediction).to_string(),
        ),
        ("hrd", u8::from(controls.timing_messages).to_string()),
    ];
    settings.extend(controls.level.map(|level| ("level-idc", level.to_string())));
    // It refers to no more, of which B-frames take theirs.
    let most = if config.b_frames > 0 { 6 } else { 8 };
    let references = controls.references.map(|references| references.min(most));
    settings.extend(references.map(|references| ("ref", references.to_string())));
    if let Slices::Count(slices) = controls.slices {
        settings.push(("slices", slices.to_string()));
    }
    if controls.vui.full_range {
        settings.push(("range", "full".into()));
    }
    settings
}
