//! The committed clips, whole and as packets.

use nvenc_sys::cudaVideoCodec;
use std::{fs, path::PathBuf};

/// A clip and how many frames ffprobe counts in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clip {
    pub(crate) file: &'static str,
    pub(crate) codec: cudaVideoCodec,
    pub(crate) frames: usize,
}

const H264: cudaVideoCodec = cudaVideoCodec::cudaVideoCodec_H264;
const HEVC: cudaVideoCodec = cudaVideoCodec::cudaVideoCodec_HEVC;
const VP9: cudaVideoCodec = cudaVideoCodec::cudaVideoCodec_VP9;

pub(crate) const PYRAMID: Clip = clip("h264_pyramid.h264", H264, 24);
pub(crate) const SLICES: Clip = clip("h264_slices.h264", H264, 6);
pub(crate) const MBAFF: Clip = clip("h264_mbaff.h264", H264, 12);
pub(crate) const PAFF: Clip = clip("h264_paff.h264", H264, 5);
pub(crate) const HEVC_PYRAMID: Clip = clip("hevc_pyramid.h265", HEVC, 16);
pub(crate) const HEVC_MAIN10: Clip = clip("hevc_main10.h265", HEVC, 8);
pub(crate) const HEVC_CROP: Clip = clip("hevc_crop.h265", HEVC, 8);
pub(crate) const VP9_ALTREF: Clip = clip("vp9_altref.ivf", VP9, 30);

pub(crate) const ALL: [Clip; 8] = [
    PYRAMID,
    SLICES,
    MBAFF,
    PAFF,
    HEVC_PYRAMID,
    HEVC_MAIN10,
    HEVC_CROP,
    VP9_ALTREF,
];

const fn clip(file: &'static str, codec: cudaVideoCodec, frames: usize) -> Clip {
    Clip {
        file,
        codec,
        frames,
    }
}

pub(crate) fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/clips/cuvid")
        .join(file)
}

impl Clip {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(path(self.file)).unwrap()
    }

    /// What a demultiplexer gives: access units, or VP9 frames.
    pub(crate) fn packets(&self) -> Vec<Vec<u8>> {
        match self.codec {
            VP9 => ivf(&self.bytes()),
            codec => access_units(codec, &self.bytes()),
        }
    }

    pub(crate) fn is_annex_b(&self) -> bool {
        self.codec != VP9
    }
}

fn ivf(file: &[u8]) -> Vec<Vec<u8>> {
    let mut rest = &file[32..];
    let mut frames = Vec::new();
    while let Some((header, data)) = rest.split_at_checked(12) {
        let size = u32::from_le_bytes(header[..4].try_into().unwrap()) as usize;
        frames.push(data[..size].to_vec());
        rest = &data[size..];
    }
    frames
}

/// Cuts before the first NAL unit that follows a slice and is none, and before each slice
/// that is the first of its picture; each in the simplest way that does for these clips.
fn access_units(codec: cudaVideoCodec, stream: &[u8]) -> Vec<Vec<u8>> {
    let mut units: Vec<Vec<u8>> = Vec::new();
    let mut had_slice = true;
    for nal in nals(stream) {
        let (slice, first) = kind(codec, nal);
        if had_slice && (!slice || first) || units.is_empty() {
            units.push(Vec::new());
            had_slice = false;
        }
        had_slice |= slice;
        units.last_mut().unwrap().extend_from_slice(nal);
    }
    units
}

/// NAL units with their start codes.
pub(crate) fn nals(stream: &[u8]) -> Vec<&[u8]> {
    let code = |at: &usize| stream[*at..].starts_with(&[0, 0, 1]);
    let mut starts: Vec<usize> = (0..stream.len() - 3)
        .filter(code)
        .map(|at| {
            if at > 0 && stream[at - 1] == 0 {
                at - 1
            } else {
                at
            }
        })
        .collect();
    starts.push(stream.len());
    starts
        .windows(2)
        .map(|pair| &stream[pair[0]..pair[1]])
        .collect()
}

/// Whether a NAL unit is a slice, and whether it is the first of its picture.
pub(crate) fn kind(codec: cudaVideoCodec, nal: &[u8]) -> (bool, bool) {
    let body = &nal[nal.iter().position(|byte| *byte == 1).unwrap() + 1..];
    match codec {
        H264 => {
            let slice = matches!(body[0] & 31, 1 | 5);
            (slice, slice && body[1] & 0x80 != 0)
        }
        _ => {
            let slice = body[0] >> 1 & 63 < 32;
            (slice, slice && body[2] & 0x80 != 0)
        }
    }
}
