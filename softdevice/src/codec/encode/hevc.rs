//! The built-in HEVC encoder: oxideav-h265, in its speed-first mode.

use oxideav_h265::encoder::ctu::TreeCfg;
use oxideav_h265::encoder::inter::{EncodedWideFrame, LowDelayPEncoder, YuvFrameWide};
use oxideav_h265::encoder::loopfilter::LoopFilterCfg;
use oxideav_h265::encoder::pcm::PcmLayout;
use oxideav_h265::encoder::rate::RateControlCfg;

use super::session::Coder;
use super::{BackEnd, absent, nal, vui};
use crate::codec::{
    Ask, Codec, CodecError, Effort, EncodedFrame, EncoderConfig, Force, FrameType, RateControl,
};
use crate::picture::{Chroma, Picture};

/// The crate codes whole blocks of this size; the rest is cropped away by the decoder.
const BLOCK: usize = 16;

/// Bit rates that make the crate's rate control take its lowest and its highest quantiser.
const BOUNDLESS: u64 = 1 << 40;
const STARVING: u64 = 64;

pub(super) fn back_end() -> BackEnd {
    BackEnd {
        codec: Codec::Hevc,
        name: "oxideav-h265 0.0.16".into(),
        max_b_frames: 0,
        ten_bit: true,
        yuv422: true,
        yuv444: true,
        vbv: true,
        controls: false,
        absent: absent::from_built_in,
        open: |config| Ok(Box::new(Hevc::new(config)?)),
    }
}

struct Hevc {
    config: EncoderConfig,
    encoder: LowDelayPEncoder,
    headers: Option<Vec<u8>>,
}

impl Hevc {
    fn new(config: &EncoderConfig) -> Result<Self, CodecError> {
        Ok(Self {
            config: config.clone(),
            encoder: open(config)?,
            headers: None,
        })
    }

    fn encode(&mut self, picture: &Picture) -> Result<EncodedWideFrame, CodecError> {
        let planes = padded(picture);
        let [y, cb, cr] = planes.each_ref().map(Vec::as_slice);
        self.encoder
            .encode_frame_wide(&YuvFrameWide::new(y, cb, cr))
            .map_err(failed)
    }

    /// One quantiser for intra and one for inter pictures: the crate has one for all, but its
    /// rate control, kept between the two, takes the lower when bits abound and the higher
    /// when they are short. Further than 6 apart, it needs a few pictures to get there.
    fn steer_quantiser(&mut self, idr: bool) {
        let RateControl::ConstQp { i, p, .. } = self.config.rate else {
            return;
        };
        let lower = if idr { i < p } else { p < i };
        self.encoder
            .set_bit_rate(if lower { BOUNDLESS } else { STARVING });
    }
}

impl Coder for Hevc {
    fn code(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        // It has no other intra pictures.
        let idr = ask.force != Force::Nothing;
        if idr {
            self.encoder.force_keyframe();
        }
        self.steer_quantiser(idr);
        let mut coded = self.encode(picture)?;
        if coded.keyframe {
            coded.au = vui::add(&coded.au, &self.config)?;
        }
        if coded.keyframe && self.headers.is_none() {
            self.headers = Some(nal::parameter_sets(Codec::Hevc, &coded.au));
        }
        Ok(vec![EncodedFrame {
            data: coded.au,
            frame_type: if coded.keyframe {
                FrameType::Idr
            } else {
                FrameType::P
            },
            index,
            qp: coded.qp.unsigned_abs(),
        }])
    }

    fn drain(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        Ok(Vec::new())
    }

    /// The crate writes parameter sets only with a picture. Before the first, an encoder of the
    /// same configuration codes a flat one, which takes seconds at 8K.
    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        if self.headers.is_none() {
            let coded = Self::new(&self.config)?.encode(&Picture::black(self.config.format()))?;
            self.headers = Some(vui::add(&coded.au, &self.config)?);
        }
        Ok(self.headers.clone().unwrap_or_default())
    }
}

fn open(config: &EncoderConfig) -> Result<LowDelayPEncoder, CodecError> {
    let layout = PcmLayout {
        chroma_format_idc: chroma_format_idc(config.chroma),
        bit_depth: config.bit_depth,
    };
    let (width, height) = (coded(config.width), coded(config.height));
    let (sub_x, sub_y) = subsampling(config.chroma);
    let right = (width - config.width) / sub_x;
    let bottom = (height - config.height) / sub_y;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let encoder = LowDelayPEncoder::new_fmt(width, height, qp(config).into(), 0, layout)
        .map_err(failed)?
        .with_tree(tree()?)
        .with_threads(threads)
        .with_refs(if config.effort == Effort::Best { 2 } else { 1 })
        .with_temporal_mvp(config.effort != Effort::Fast)
        .with_loop_filters(filters(config.effort));
    let encoder = match rate_control(config) {
        Some(rate) => encoder.with_rate_control(&rate),
        None => encoder,
    };
    Ok(match (right, bottom) {
        (0, 0) => encoder,
        _ => encoder.with_conformance_window(right as u32, bottom as u32),
    })
}

/// Wavefronts let the crate decide rows of blocks on several threads. Its tiles would too, but
/// in the speed-first mode they break the stream.
fn tree() -> Result<TreeCfg, CodecError> {
    let tree = TreeCfg::new(64).ok_or_else(|| failed("64 is not a block size"))?;
    Ok(tree.with_speed(1).with_wpp(true))
}

fn filters(effort: Effort) -> LoopFilterCfg {
    match effort {
        Effort::Best => LoopFilterCfg::all(),
        Effort::Fast | Effort::Normal => LoopFilterCfg {
            deblocking: true,
            ..LoopFilterCfg::off()
        },
    }
}

fn qp(config: &EncoderConfig) -> u8 {
    match config.rate {
        RateControl::ConstQp { p, .. } => p,
        RateControl::Bitrate { .. } => config.controls.initial_qp.unwrap_or(30),
        RateControl::Quality { qp, .. } => qp,
    }
}

fn rate_control(config: &EncoderConfig) -> Option<RateControlCfg> {
    let (num, den) = config.frame_rate;
    match config.rate {
        RateControl::ConstQp { i, p, .. } if i == p => None,
        RateControl::ConstQp { i, p, .. } => {
            let mut rate = RateControlCfg::new(BOUNDLESS, num, den);
            rate.initial_qp = Some(i.into());
            rate.min_qp = i.min(p).into();
            rate.max_qp = i.max(p).into();
            Some(rate)
        }
        RateControl::Quality { .. } => None,
        // The crate fills the buffer at the average rate, which keeps the ceiling too.
        RateControl::Bitrate { average, vbv, .. } => {
            let mut rate = RateControlCfg::new(average.into(), num, den);
            rate.initial_qp = config.controls.initial_qp.map(i32::from);
            Some(if vbv > 0 {
                rate.with_vbv(vbv.into())
            } else {
                rate
            })
        }
    }
}

fn coded(size: usize) -> usize {
    size.next_multiple_of(BLOCK)
}

fn chroma_format_idc(chroma: Chroma) -> u8 {
    match chroma {
        Chroma::Monochrome => 0,
        Chroma::Yuv420 => 1,
        Chroma::Yuv422 => 2,
        Chroma::Yuv444 => 3,
    }
}

/// Luma columns and rows for each chroma sample.
fn subsampling(chroma: Chroma) -> (usize, usize) {
    match chroma {
        Chroma::Yuv420 => (2, 2),
        Chroma::Yuv422 => (2, 1),
        Chroma::Monochrome | Chroma::Yuv444 => (1, 1),
    }
}

/// The planes as the crate wants them: 16-bit samples, and whole blocks, the last column and
/// row repeated.
fn padded(picture: &Picture) -> [Vec<u16>; 3] {
    let (width, height) = (picture.width, picture.height);
    let size = picture.chroma.plane_size(width, height);
    let out = picture.chroma.plane_size(coded(width), coded(height));
    let [y, u, v] = &picture.planes;
    let deep = picture.sample_bytes() == 2;
    [
        pad(y, deep, (width, height), (coded(width), coded(height))),
        pad(u, deep, size, out),
        pad(v, deep, size, out),
    ]
}

fn pad(plane: &[u8], deep: bool, size: (usize, usize), out: (usize, usize)) -> Vec<u16> {
    let mut samples = Vec::with_capacity(out.0 * out.1);
    for row in plane.chunks_exact((size.0 * if deep { 2 } else { 1 }).max(1)) {
        if deep {
            samples.extend(
                row.chunks_exact(2)
                    .map(|s| u16::from_le_bytes([s[0], s[1]])),
            );
        } else {
            samples.extend(row.iter().map(|s| u16::from(*s)));
        }
        let last = samples.last().copied().unwrap_or(0);
        samples.resize(samples.len() + out.0 - size.0, last);
    }
    for _ in size.1..out.1 {
        samples.extend_from_within(samples.len() - out.0..);
    }
    samples
}

fn failed(error: impl std::fmt::Display) -> CodecError {
    CodecError(format!("oxideav-h265: {error}"))
}
