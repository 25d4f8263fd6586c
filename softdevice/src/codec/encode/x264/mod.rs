//! The H.264 encoder x264, where it is installed.

mod raw;

use std::sync::LazyLock;

use super::session::Coder;
use super::{BackEnd, installed};
use crate::codec::{Codec, CodecError, EncodedFrame, EncoderConfig, FrameType, RateControl};
use crate::picture::Picture;
use raw::{Api, Coded, Encoder, Parameters};

/// As many as the hardware takes.
const MAX_B_FRAMES: u32 = 4;

pub(super) fn back_end() -> Option<BackEnd> {
    api()?;
    Some(BackEnd {
        codec: Codec::H264,
        name: format!("x264 build {}", raw::BUILD),
        max_b_frames: MAX_B_FRAMES,
        ten_bit: true,
        yuv422: true,
        yuv444: true,
        vbv: true,
        open: |config| Ok(Box::new(X264::new(config)?)),
    })
}

fn api() -> Option<&'static Api> {
    static API: LazyLock<Option<Api>> =
        LazyLock::new(|| Api::get(installed::open("libx264.so.164")?));
    API.as_ref()
}

struct X264 {
    config: EncoderConfig,
    /// None after it was drained: x264 takes no more pictures then.
    encoder: Option<Encoder>,
    /// Asked for at once: later, the library mixes them with a picture's.
    headers: Vec<u8>,
}

impl X264 {
    fn new(config: &EncoderConfig) -> Result<Self, CodecError> {
        let mut encoder = open(config)?;
        Ok(Self {
            config: config.clone(),
            headers: encoder.headers()?,
            encoder: Some(encoder),
        })
    }

    fn encoder(&mut self) -> Result<&mut Encoder, CodecError> {
        let encoder = match self.encoder.take() {
            Some(encoder) => encoder,
            None => open(&self.config)?,
        };
        Ok(self.encoder.insert(encoder))
    }
}

impl Coder for X264 {
    fn code(
        &mut self,
        picture: &Picture,
        index: u64,
        idr: bool,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        let picture_type = if idr { raw::TYPE_IDR } else { raw::TYPE_AUTO };
        let coded = self
            .encoder()?
            .encode(picture, index as i64, picture_type)?;
        Ok(coded
            .map(|coded| frame(coded, &self.config))
            .into_iter()
            .collect())
    }

    fn drain(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        let Some(mut encoder) = self.encoder.take() else {
            return Ok(Vec::new());
        };
        let mut frames = Vec::new();
        while encoder.holds_pictures() {
            let coded = encoder.drain()?;
            frames.extend(coded.map(|coded| frame(coded, &self.config)));
        }
        Ok(frames)
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        Ok(self.headers.clone())
    }
}

fn open(config: &EncoderConfig) -> Result<Encoder, CodecError> {
    let api = api().ok_or_else(|| CodecError("x264 is not installed".into()))?;
    let mut parameters = Parameters::new(api, installed::preset(config.effort), c"zerolatency")?;
    let mut all = installed::common(config);
    all.extend(own_settings(config));
    installed::apply(&all, |name, value| parameters.parse(name, value))?;
    Encoder::open(parameters, config.format())
}

fn own_settings(config: &EncoderConfig) -> Vec<installed::Setting> {
    let mut settings = vec![
        ("keyint", "infinite".into()),
        ("b-pyramid", "none".into()),
        ("log", "-1".into()),
    ];
    if let RateControl::ConstQp { p, .. } = config.rate {
        settings.push(("qp", library_qp(p, config).to_string()));
    }
    settings
}

/// x264 counts quantisers from the smallest of the bit depth, and takes its 0 for lossless
/// coding, which few decoders know.
fn library_qp(qp: u8, config: &EncoderConfig) -> u8 {
    (qp + quantiser_offset(config)).max(1)
}

fn quantiser_offset(config: &EncoderConfig) -> u8 {
    6 * (config.bit_depth - 8)
}

fn frame(coded: Coded, config: &EncoderConfig) -> EncodedFrame {
    let qp = i64::from(coded.qp) - i64::from(quantiser_offset(config));
    EncodedFrame {
        data: coded.data,
        frame_type: match coded.picture_type {
            raw::TYPE_IDR => FrameType::Idr,
            raw::TYPE_I => FrameType::I,
            raw::TYPE_P => FrameType::P,
            _ => FrameType::B,
        },
        index: coded.pts as u64,
        qp: qp.clamp(0, 51) as u32,
    }
}
