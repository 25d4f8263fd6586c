//! VP9.

mod filter;
mod header;
mod params;
mod segmentation;
mod superframe;

use nvenc_sys::{CUVIDPICPARAMS, cudaVideoCodec};

use self::header::{Color, Frame, Header, Past};
use super::{
    Stream,
    delivery::{Bitstream, Delivery, Picture, Show},
    format::{Area, Format, Signal},
    surfaces::Surface,
};
use crate::cuvid::side_table::AccessUnit;

/// Eight slots and the current frame: what the real parser says (measured on 580.159.04).
const SURFACES: u8 = 9;

const SHOW: Show = Show {
    progressive: true,
    top_field_first: false,
    repeat: 0,
};

/// The state of a VP9 stream.
#[derive(Debug, Default)]
pub(super) struct Vp9 {
    slots: [Option<Surface>; 8],
    past: Past,
}

impl Stream for Vp9 {
    /// A packet is a frame or a superframe.
    fn push(&mut self, data: &[u8], timestamp: Option<i64>, out: &mut Delivery) {
        let mut timestamp = timestamp;
        for data in superframe::frames(data) {
            match Header::read(data, &self.past) {
                Some(Header::ShowExisting(slot)) => {
                    self.show_existing(slot, timestamp.take(), out);
                }
                Some(Header::Frame(frame)) => {
                    let timestamp = if frame.shown { timestamp.take() } else { None };
                    self.decode(&frame, data, timestamp, out);
                }
                None => {}
            }
        }
    }

    fn end_picture(&mut self, _out: &mut Delivery) {}

    fn end_stream(&mut self, _out: &mut Delivery) {
        *self = Self::default();
    }

    /// Nothing waits but in the display queue.
    fn show_one(&mut self, _out: &mut Delivery) -> bool {
        false
    }
}

impl Vp9 {
    fn show_existing(&mut self, slot: usize, timestamp: Option<i64>, out: &mut Delivery) {
        if let Some(surface) = self.slots[slot].clone() {
            out.add_timestamp(timestamp);
            out.show(surface, SHOW);
        }
    }

    fn decode(&mut self, frame: &Frame, data: &[u8], timestamp: Option<i64>, out: &mut Delivery) {
        if !self.is_decodable(frame) {
            return;
        }
        let format = format(frame);
        if out.is_new(&format) {
            out.sequence(format);
        }
        let Some(surface) = out.decode(self.picture(frame, data), timestamp) else {
            return;
        };
        self.keep(frame, &surface);
        if frame.shown {
            out.show(surface, SHOW);
        }
    }

    /// Whether all that it refers to is there.
    fn is_decodable(&self, frame: &Frame) -> bool {
        let present = |(slot, _): &(usize, bool)| self.slots[*slot].is_some();
        frame.is_intra() || frame.references.iter().all(present)
    }

    fn picture(&self, frame: &Frame, data: &[u8]) -> Picture {
        let surfaces = std::array::from_fn(|i| self.slots[i].as_ref().map(Surface::index));
        let mut params = Box::new(CUVIDPICPARAMS {
            // Rounded down, and never a reference: so the real parser has it (580.159.04).
            PicWidthInMbs: (frame.size.0 / 16) as i32,
            FrameHeightInMbs: (frame.size.1 / 16) as i32,
            ref_pic_flag: 0,
            intra_pic_flag: frame.is_intra().into(),
            ..CUVIDPICPARAMS::default()
        });
        params.CodecSpecific.vp9 = params::describe(frame, &surfaces);
        Picture {
            params,
            bitstream: Bitstream {
                data: data.to_vec(),
                offsets: vec![0],
            },
            unit: AccessUnit {
                data: data.to_vec(),
                origin: (0, 0),
            },
        }
    }

    fn keep(&mut self, frame: &Frame, surface: &Surface) {
        for slot in (0..8).filter(|slot| frame.refresh & 1 << slot != 0) {
            self.slots[slot] = Some(surface.clone());
            self.past.sizes[slot] = Some(frame.size);
        }
        self.past.color = frame.color;
        self.past.filter = frame.filter.clone();
        self.past.segmentation = frame.segmentation.clone();
    }
}

fn format(frame: &Frame) -> Format {
    let (width, height) = frame.size;
    Format {
        codec: cudaVideoCodec::cudaVideoCodec_VP9,
        frame_rate: (0, 0),
        progressive: true,
        depth_minus8: (frame.color.depth - 8, frame.color.depth - 8),
        surfaces: SURFACES,
        coded: frame.size,
        display: Area {
            left: 0,
            top: 0,
            right: width,
            bottom: height,
        },
        chroma: match frame.color.subsampling {
            (true, true) => 1,
            (true, false) => 2,
            _ => 3,
        },
        sample_aspect: (1, 1),
        signal: signal(frame.color),
    }
}

/// VP9 names only the matrix; its numbers are not those of the other codecs.
fn signal(color: Color) -> Signal {
    let matrix = match color.space {
        1 => 5,
        2 => 1,
        3 => 6,
        4 => 7,
        5 => 9,
        7 => 0,
        _ => 2,
    };
    Signal {
        full_range: color.full_range,
        matrix,
        ..Signal::default()
    }
}
