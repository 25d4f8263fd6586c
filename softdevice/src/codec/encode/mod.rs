//! Encoders: the ones built in, and x264 and x265 where they are installed.

mod absent;
mod h264;
mod hevc;
mod installed;
mod library;
mod nal;
mod session;
mod vui;
mod x264;
mod x265;

use std::sync::LazyLock;

use super::{Codec, CodecError, Encode, EncoderConfig, RateControl};
use crate::picture::Chroma;
use session::{Coder, Session};

/// Columns and rows of the largest picture, as on the hardware.
const MAX_SIDE: usize = 8192;

/// One way to encode, and what it can do.
#[derive(Clone, Debug)]
pub struct BackEnd {
    /// What it produces.
    pub codec: Codec,
    /// Library and version, for people to read.
    pub name: String,
    /// Most consecutive B-frames.
    pub max_b_frames: u32,
    /// Takes pictures of 10 bits.
    pub ten_bit: bool,
    /// Takes 4:2:2 pictures.
    pub yuv422: bool,
    /// Takes 4:4:4 pictures.
    pub yuv444: bool,
    /// Keeps to [`RateControl::Bitrate`](super::RateControl)'s ceiling and buffer, not only to
    /// the average.
    pub vbv: bool,
    /// Takes everything in [`Controls`](super::Controls).
    pub controls: bool,
    /// What of [`Controls`](super::Controls) is asked for and cannot be had.
    absent: fn(&EncoderConfig) -> Option<&'static str>,
    open: fn(&EncoderConfig) -> Result<Box<dyn Coder>, CodecError>,
}

impl BackEnd {
    /// An encoder for `config`, waiting for its first picture.
    ///
    /// # Errors
    /// When the configuration asks for what this back end cannot do.
    pub fn encoder(&self, config: &EncoderConfig) -> Result<Box<dyn Encode>, CodecError> {
        self.check(config)?;
        Ok(Box::new(Session::new(config, (self.open)(config)?)))
    }

    fn check(&self, config: &EncoderConfig) -> Result<(), CodecError> {
        let EncoderConfig { width, height, .. } = *config;
        let side = 1..=MAX_SIDE;
        let possible = [
            ("this codec", config.codec == self.codec),
            ("this size", side.contains(&width) && side.contains(&height)),
            (
                "this chroma sampling at this size",
                self.takes_chroma(config),
            ),
            ("this bit depth", self.takes_depth(config.bit_depth)),
            ("so many B-frames", config.b_frames <= self.max_b_frames),
            (
                "at this frame rate",
                config.frame_rate.0 > 0 && config.frame_rate.1 > 0,
            ),
            ("with an IDR period of zero", config.idr_period != Some(0)),
            ("at such a quantiser or bit rate", rate_exists(config.rate)),
        ];
        let impossible = possible.into_iter().find(|(_, possible)| !possible);
        let impossible = impossible.map(|(what, _)| what);
        match impossible.or_else(|| (self.absent)(config)) {
            Some(what) => Err(CodecError(format!("{} does not encode {what}", self.name))),
            None => Ok(()),
        }
    }

    /// Chroma planes hold whole samples only: a decoder could not crop them to less.
    fn takes_chroma(&self, config: &EncoderConfig) -> bool {
        let (even_width, even_height) = (
            config.width.is_multiple_of(2),
            config.height.is_multiple_of(2),
        );
        match config.chroma {
            Chroma::Monochrome => false,
            Chroma::Yuv420 => even_width && even_height,
            Chroma::Yuv422 => self.yuv422 && even_width,
            Chroma::Yuv444 => self.yuv444,
        }
    }

    fn takes_depth(&self, bit_depth: u8) -> bool {
        bit_depth == 8 || bit_depth == 10 && self.ten_bit
    }
}

fn rate_exists(rate: RateControl) -> bool {
    match rate {
        RateControl::ConstQp { i, p, b } => i.max(p).max(b) <= 51,
        RateControl::Bitrate { average, .. } => average > 0,
        RateControl::Quality { qp, max, vbv } => qp <= 51 && max > 0 && vbv > 0,
    }
}

/// Every way to encode on this machine, for each codec the preferred first.
///
/// x264 and x265 are many times faster than the built-in encoders and come first where they
/// are installed, unless the environment says `NVSOFT_ENCODER=builtin`.
pub fn back_ends() -> &'static [BackEnd] {
    static BACK_ENDS: LazyLock<Vec<BackEnd>> = LazyLock::new(|| {
        let built_in_only = std::env::var_os("NVSOFT_ENCODER").is_some_and(|v| v == "builtin");
        let installed = [x265::back_end, x264::back_end];
        // Not even looked for when they are not wanted.
        let installed = installed.into_iter().filter(|_| !built_in_only);
        let built_in = [hevc::back_end(), h264::back_end()];
        let found = installed.filter_map(|find| find());
        found.chain(built_in).collect()
    });
    &BACK_ENDS
}

/// The back end that [`encoder`] uses for `codec`; none for VP9.
pub fn back_end(codec: Codec) -> Option<&'static BackEnd> {
    back_ends().iter().find(|back_end| back_end.codec == codec)
}

/// An encoder for `config` on the preferred back end.
///
/// # Errors
/// When there is no encoder for the codec, or the configuration asks for what the back end
/// cannot do.
pub fn encoder(config: &EncoderConfig) -> Result<Box<dyn Encode>, CodecError> {
    back_end(config.codec)
        .ok_or_else(|| CodecError(format!("no encoder for {:?}", config.codec)))?
        .encoder(config)
}
