//! Encoders: the ones built in, and x264 and x265 where they are installed.

mod h264;
mod hevc;
mod nal;
mod options;
mod session;
mod x264;
mod x265;

use std::sync::LazyLock;

use super::{Codec, CodecError, Encode, EncoderConfig};
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
        let chroma = match config.chroma {
            Chroma::Monochrome => false,
            Chroma::Yuv420 => config.width % 2 == 0 && config.height % 2 == 0,
            Chroma::Yuv422 => self.yuv422 && config.width % 2 == 0,
            Chroma::Yuv444 => self.yuv444,
        };
        let depth = config.bit_depth == 8 || config.bit_depth == 10 && self.ten_bit;
        let missing = [
            (config.codec != self.codec, "this codec"),
            (config.width == 0 || config.height == 0, "an empty picture"),
            (
                config.width.max(config.height) > MAX_SIDE,
                "so large a picture",
            ),
            (!chroma, "this chroma sampling at this size"),
            (!depth, "this bit depth"),
            (config.b_frames > self.max_b_frames, "so many B-frames"),
            (
                config.frame_rate.0 == 0 || config.frame_rate.1 == 0,
                "a frame rate of zero",
            ),
            (config.idr_period == Some(0), "an IDR period of zero"),
        ];
        match missing.into_iter().find(|(absent, _)| *absent) {
            Some((_, what)) => Err(CodecError(format!("{} does not encode {what}", self.name))),
            None => Ok(()),
        }
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
        let installed = installed.into_iter().filter_map(|find| find());
        let built_in = [hevc::back_end(), h264::back_end()];
        installed
            .filter(|_| !built_in_only)
            .chain(built_in)
            .collect()
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
