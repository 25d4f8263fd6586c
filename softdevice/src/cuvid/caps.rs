//! What the decoder can do: a V100's table, and 4:4:4 from Turing on.

use nvenc_sys::{
    CUVIDDECODECAPS, cudaVideoChromaFormat as Chroma, cudaVideoCodec as Codec,
    cudaVideoSurfaceFormat as Format,
};

use super::ffi::InOut;
use crate::{
    cuda::{context, ffi::exports, status::INVALID_CONTEXT},
    profile::Profile,
};

/// The limits of one kind of stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) min: (u16, u16),
    pub(super) max: (u32, u32),
    /// Width times height over 256.
    pub(super) macroblocks: u32,
    /// A bit for each surface format.
    pub(super) outputs: u16,
}

/// The limits of a kind of stream; `None` if it cannot be decoded.
pub(super) fn limits(codec: Codec, chroma: Chroma, depth_minus8: u32) -> Option<Limits> {
    let (min, max, macroblocks) = match codec {
        Codec::cudaVideoCodec_H264 if depth_minus8 == 0 => ((48, 16), 4096, 65_536),
        Codec::cudaVideoCodec_HEVC => ((144, 144), 8192, 262_144),
        Codec::cudaVideoCodec_VP9 => ((128, 128), 8192, 262_144),
        _ => return None,
    };
    let known = matches!(depth_minus8, 0 | 2 | 4);
    (known && has_chroma(codec, chroma)).then(|| Limits {
        min,
        max: (max, max),
        macroblocks,
        outputs: outputs(chroma, depth_minus8),
    })
}

fn has_chroma(codec: Codec, chroma: Chroma) -> bool {
    match chroma {
        Chroma::cudaVideoChromaFormat_420 => true,
        Chroma::cudaVideoChromaFormat_444 => {
            codec == Codec::cudaVideoCodec_HEVC && Profile::get().decoder.hevc_444
        }
        _ => false,
    }
}

fn outputs(chroma: Chroma, depth_minus8: u32) -> u16 {
    let narrow = match chroma {
        Chroma::cudaVideoChromaFormat_444 => Format::cudaVideoSurfaceFormat_YUV444,
        _ => Format::cudaVideoSurfaceFormat_NV12,
    };
    // The 16-bit format of each pair follows the 8-bit one.
    let pair = if depth_minus8 == 0 { 0b01 } else { 0b11 };
    pair << narrow.0
}

impl Limits {
    /// Whether a coded size is decodable.
    pub(super) fn admit(&self, width: u64, height: u64) -> bool {
        (u64::from(self.min.0)..=u64::from(self.max.0)).contains(&width)
            && (u64::from(self.min.1)..=u64::from(self.max.1)).contains(&height)
            && width * height / 256 <= u64::from(self.macroblocks)
    }

    fn tell(&self, caps: &mut CUVIDDECODECAPS) {
        caps.bIsSupported = 1;
        caps.nNumNVDECs = Profile::get().decoder.engines;
        caps.nOutputFormatMask = self.outputs;
        (caps.nMinWidth, caps.nMinHeight) = self.min;
        (caps.nMaxWidth, caps.nMaxHeight) = self.max;
        caps.nMaxMBCount = self.macroblocks;
    }
}

/// A description with only what was asked.
fn question(caps: &CUVIDDECODECAPS) -> CUVIDDECODECAPS {
    CUVIDDECODECAPS {
        eCodecType: caps.eCodecType,
        eChromaFormat: caps.eChromaFormat,
        nBitDepthMinus8: caps.nBitDepthMinus8,
        ..CUVIDDECODECAPS::default()
    }
}

exports! {
    fn cuvidGetDecoderCaps(caps: InOut<CUVIDDECODECAPS>) {
        caps.update(|caps| {
            if !context::is_current() {
                return Err(INVALID_CONTEXT);
            }
            *caps = question(caps);
            let limits = limits(caps.eCodecType, caps.eChromaFormat, caps.nBitDepthMinus8);
            if let Some(limits) = limits {
                limits.tell(caps);
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(codec: Codec, depth_minus8: u32) -> Option<(u32, u32, u16)> {
        let limits = limits(codec, Chroma::cudaVideoChromaFormat_420, depth_minus8)?;
        Some((limits.max.0, limits.macroblocks, limits.outputs))
    }

    #[test]
    fn the_table_is_a_v100s() {
        assert_eq!(ask(Codec::cudaVideoCodec_H264, 0), Some((4096, 65_536, 1)));
        assert_eq!(ask(Codec::cudaVideoCodec_H264, 2), None);
        assert_eq!(ask(Codec::cudaVideoCodec_HEVC, 4), Some((8192, 262_144, 3)));
        assert_eq!(ask(Codec::cudaVideoCodec_VP9, 2), Some((8192, 262_144, 3)));
        assert_eq!(ask(Codec::cudaVideoCodec_VP9, 1), None);
        assert_eq!(ask(Codec::cudaVideoCodec_AV1, 0), None);
        let hevc = Codec::cudaVideoCodec_HEVC;
        assert_eq!(limits(hevc, Chroma::cudaVideoChromaFormat_422, 0), None);
    }

    #[test]
    fn sizes_are_bounded_by_side_and_by_area() {
        let chroma = Chroma::cudaVideoChromaFormat_420;
        let h264 = limits(Codec::cudaVideoCodec_H264, chroma, 0).unwrap();
        assert!(h264.admit(48, 16));
        assert!(h264.admit(4096, 4096));
        assert!(!h264.admit(47, 16));
        assert!(!h264.admit(4112, 16));
    }
}
