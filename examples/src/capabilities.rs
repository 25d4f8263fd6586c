//! The tables that `caps` prints.

use nvdec::{Chroma, cudarc::driver::CudaContext};
use nvenc::{Codec, Size};
use std::fmt;

/// The encoder row of one GPU, with the columns of NVIDIA's AppEncCuda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncoderRow {
    ordinal: usize,
    gpu: String,
    h264: Option<nvenc::Caps>,
    hevc: Option<nvenc::Caps>,
}

/// Titles and widths of the encoder table's columns.
const ENCODER_COLUMNS: [(&str, usize); 13] = [
    ("#", 2),
    ("GPU", 20),
    ("H264", 4),
    ("H264_444", 8),
    ("H264_ME", 7),
    ("H264_WxH", 9),
    ("HEVC", 4),
    ("HEVC_Main10", 11),
    ("HEVC_Lossless", 13),
    ("HEVC_SAO", 8),
    ("HEVC_444", 8),
    ("HEVC_ME", 7),
    ("HEVC_WxH", 9),
];

impl EncoderRow {
    /// Asks an encoder, `None` for a GPU without one.
    ///
    /// # Errors
    /// When the driver refuses to answer.
    pub fn ask(
        ordinal: usize,
        gpu: String,
        encoder: Option<&nvenc::Encoder>,
    ) -> Result<Self, nvenc::Error> {
        let codecs = encoder
            .map(nvenc::Encoder::codecs)
            .transpose()?
            .unwrap_or_default();
        let caps = |codec| match encoder {
            Some(encoder) if codecs.contains(&codec) => encoder.caps(codec).map(Some),
            _ => Ok(None),
        };
        Ok(Self {
            ordinal,
            gpu,
            h264: caps(Codec::H264)?,
            hevc: caps(Codec::Hevc)?,
        })
    }

    /// The line above the rows.
    pub fn titles() -> String {
        line(ENCODER_COLUMNS.map(|(title, _)| title.to_owned()))
    }

    fn cells(&self) -> [String; 13] {
        let h264 = |has: fn(&nvenc::Caps) -> bool| mark(self.h264.as_ref().is_some_and(has));
        let hevc = |has: fn(&nvenc::Caps) -> bool| mark(self.hevc.as_ref().is_some_and(has));
        [
            self.ordinal.to_string(),
            self.gpu.clone(),
            h264(|caps| caps.rate_control_modes != 0),
            h264(|caps| caps.yuv444),
            h264(|caps| caps.motion_estimation_only),
            largest(self.h264.as_ref()),
            hevc(|caps| caps.rate_control_modes != 0),
            hevc(|caps| caps.ten_bit),
            hevc(|caps| caps.lossless),
            hevc(|caps| caps.sample_adaptive_offset),
            hevc(|caps| caps.yuv444),
            hevc(|caps| caps.motion_estimation_only),
            largest(self.hevc.as_ref()),
        ]
    }
}

impl fmt::Display for EncoderRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&line(self.cells()))
    }
}

fn mark(has: bool) -> String {
    if has { "+" } else { "-" }.to_owned()
}

fn largest(caps: Option<&nvenc::Caps>) -> String {
    caps.map_or_else(|| "-".to_owned(), |caps| caps.max_size.to_string())
}

fn line(cells: [String; 13]) -> String {
    let padded = cells
        .into_iter()
        .zip(ENCODER_COLUMNS)
        .map(|(cell, (_, width))| format!("{cell:<width$}"));
    padded.collect::<Vec<_>>().join(" ").trim_end().to_owned()
}

/// One kind of stream and what a GPU's decoder does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecoderRow {
    codec: nvdec::Codec,
    chroma: Chroma,
    bit_depth: u8,
    caps: nvdec::Caps,
}

impl DecoderRow {
    /// Asks for every codec, chroma sampling and bit depth; gives those that are decoded.
    ///
    /// # Errors
    /// When the driver refuses to answer.
    pub fn ask_all(api: &nvdec::Api, context: &CudaContext) -> Result<Vec<Self>, nvdec::Error> {
        let mut rows = Vec::new();
        for codec in nvdec::Codec::ALL {
            for chroma in Chroma::ALL {
                for bit_depth in [8, 10, 12] {
                    let caps = api.caps(context, codec, chroma, bit_depth)?;
                    rows.extend(caps.map(|caps| Self {
                        codec,
                        chroma,
                        bit_depth,
                        caps,
                    }));
                }
            }
        }
        Ok(rows)
    }

    /// The line above the rows.
    pub fn titles() -> &'static str {
        "Codec  Chroma  Bits  Smallest  Largest      Macroblocks  Engines"
    }
}

impl fmt::Display for DecoderRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            codec,
            chroma,
            bit_depth,
            caps,
        } = self;
        let size = |size: Size| size.to_string();
        let engines = caps
            .engines
            .map_or_else(|| "?".to_owned(), |engines| engines.to_string());
        write!(
            f,
            "{codec:<6} {chroma:<7} {bit_depth:<5} {:<9} {:<12} {:<12} {engines}",
            size(caps.min_size),
            size(caps.max_size),
            caps.max_macroblocks,
        )
    }
}
