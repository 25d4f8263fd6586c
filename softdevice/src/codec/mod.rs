//! The codecs behind the device: plain pictures in, access units out, and back.
//!
//! Everything here is ordinary safe Rust over third-party crates (and x264/x265 when they
//! are installed); nothing knows of CUDA, NVENC or NVCUVID.

#![expect(
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    reason = "used by this crate and its tests only, which want to be told of new cases"
)]

mod controls;
mod decode;
mod encode;
pub(crate) mod null;

use crate::picture::{Chroma, Format, Picture};

pub use controls::{Ask, Controls, Direct, Force, Profile, Slices, Tools, Vui};
pub use decode::decoder;
pub use encode::{BackEnd, back_end, back_ends, encoder};

/// Video coding standards that the device knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// ITU-T H.264
    H264,
    /// ITU-T H.265
    Hevc,
    /// VP9
    Vp9,
}

/// Decodes one coded frame at a time, in decode order.
pub trait Decode: Send {
    /// Decodes one whole access unit (Annex B with the parameter sets it needs, or one VP9
    /// frame, shown or hidden) and gives its picture at once, cropped to the visible size.
    ///
    /// # Errors
    /// When the frame is damaged, depends on what was not decoded, or uses what the decoder
    /// does not know. The next frame can be tried in any case.
    fn decode(&mut self, access_unit: &[u8]) -> Result<Picture, CodecError>;
}

/// What an encoder is asked for, once.
#[derive(Clone, Debug, PartialEq)]
pub struct EncoderConfig {
    /// H.264 or HEVC.
    pub codec: Codec,
    /// Luma columns.
    pub width: usize,
    /// Luma rows.
    pub height: usize,
    /// Chroma sampling of the input.
    pub chroma: Chroma,
    /// 8 or 10.
    pub bit_depth: u8,
    /// Frames a second, as numerator and denominator.
    pub frame_rate: (u32, u32),
    /// Frames from one IDR to the next; `None` for only the first.
    pub idr_period: Option<u32>,
    /// Consecutive B-frames.
    pub b_frames: u32,
    /// How bits are spent.
    pub rate: RateControl,
    /// How much time may be spent.
    pub effort: Effort,
    /// VPS, SPS and PPS with each IDR.
    pub repeat_headers: bool,
    /// Access unit delimiters.
    pub aud: bool,
    /// The rest.
    pub controls: Controls,
}

impl EncoderConfig {
    /// What the pictures are like.
    pub fn format(&self) -> Format {
        Format {
            width: self.width,
            height: self.height,
            chroma: self.chroma,
            bit_depth: self.bit_depth,
        }
    }
}

/// How bits are spent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RateControl {
    /// One quantiser for each picture type.
    ConstQp {
        /// For intra pictures.
        i: u8,
        /// For P pictures.
        p: u8,
        /// For B pictures.
        b: u8,
    },
    /// Average bit rate, in bits a second, with an optional ceiling and buffer.
    Bitrate {
        /// Bits a second on average.
        average: u32,
        /// Bits a second at most; equal to `average` for constant bit rate.
        max: u32,
        /// Buffer in bits.
        vbv: u32,
    },
    /// A quality to hold below a ceiling of the bit rate.
    Quality {
        /// The quantiser of usual pictures, 1 to 51.
        qp: u8,
        /// Bits a second at most.
        max: u32,
        /// Buffer in bits.
        vbv: u32,
    },
}

/// How much time may be spent on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// NVENC's high-performance presets.
    Fast,
    /// The default presets.
    Normal,
    /// The high-quality presets.
    Best,
}

/// How a picture was coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameType {
    /// Instantaneous decoder refresh.
    Idr,
    /// Intra.
    I,
    /// Predicted from the past.
    P,
    /// Predicted from both sides.
    B,
}

/// One coded picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodedFrame {
    /// The access unit, Annex B, 4-byte start code first.
    pub data: Vec<u8>,
    /// How it was coded.
    pub frame_type: FrameType,
    /// The `index` of the input it came from.
    pub index: u64,
    /// Average quantiser of the picture, 0 to 51.
    pub qp: u32,
}

/// Encodes pictures given in display order; coded pictures come out in coding order.
pub trait Encode: Send {
    /// Takes one picture. Whatever became ready comes back: none while the encoder looks
    /// ahead, several after a reordered group.
    ///
    /// # Errors
    /// When the picture is not of the configured format, or the encoder fails.
    fn encode(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError>;

    /// Gives everything still held. The next picture after this starts with an IDR.
    ///
    /// # Errors
    /// When the encoder fails.
    fn flush(&mut self) -> Result<Vec<EncodedFrame>, CodecError>;

    /// The parameter sets (VPS, SPS, PPS), Annex B.
    ///
    /// # Errors
    /// When the encoder fails.
    fn headers(&mut self) -> Result<Vec<u8>, CodecError>;
}

/// Why a codec could not do its work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CodecError(pub String);
