//! The picture whose slices come, and what the client is told of it.

use nvenc_sys::CUVIDPICPARAMS;
use std::sync::Arc;

use super::{
    commands::Marking, dpb::Dpb, order::Counts, params, pps::Pps, slice::SliceStart, sps::Sps,
};
use crate::cuvid::{
    parser::delivery::{Bitstream, Picture, Show},
    side_table::AccessUnit,
};

/// A picture parameter set with its sequence's.
#[derive(Debug)]
pub(super) struct Sets {
    pub(super) sps: Sps,
    pub(super) pps: Pps,
}

/// The picture whose slices come.
#[derive(Debug)]
pub(super) struct Current {
    pub(super) start: SliceStart,
    pub(super) marking: Marking,
    pub(super) sets: Arc<Sets>,
    pub(super) timestamp: Option<i64>,
    pub(super) pic_struct: Option<u32>,
    pub(super) intra: bool,
    pub(super) bitstream: Bitstream,
    pub(super) unit: Vec<u8>,
}

impl Current {
    pub(super) fn picture(&self, counts: Counts, second_field: bool, dpb: &Dpb) -> Picture {
        let Sets { sps, pps } = &*self.sets;
        let (field_pic_flag, bottom_field_flag) = params::field_flags(self.start.structure);
        let mut params = Box::new(CUVIDPICPARAMS {
            PicWidthInMbs: sps.width as i32,
            FrameHeightInMbs: sps.height as i32,
            field_pic_flag,
            bottom_field_flag,
            second_field: second_field.into(),
            ref_pic_flag: self.start.is_reference().into(),
            intra_pic_flag: self.intra.into(),
            ..CUVIDPICPARAMS::default()
        });
        params.CodecSpecific.h264 = params::describe(&self.start, counts, sps, pps, dpb);
        Picture {
            params,
            bitstream: self.bitstream.clone(),
            unit: AccessUnit {
                data: self.unit.clone(),
                origin: sps.origin(),
            },
        }
    }

    /// `fields` of the frame are there: top 1, bottom 2.
    pub(super) fn show(&self, fields: u8, counts: Counts) -> Show {
        let frames_only = self.sets.sps.frames_only;
        let interlaced = !frames_only && !matches!(self.pic_struct, Some(0 | 5..=8));
        Show {
            progressive: !interlaced,
            top_field_first: match fields {
                3 => self.top_field_first(interlaced, counts),
                only => interlaced && only == 1,
            },
            repeat: match self.pic_struct {
                Some(5 | 6) => 1,
                Some(7) => 2,
                Some(8) => 4,
                _ => 0,
            },
        }
    }

    /// By the message where there is one, else by the counts. Encoders have the two agree; what
    /// the real parser goes by where they do not is not known.
    fn top_field_first(&self, interlaced: bool, [top, bottom]: Counts) -> bool {
        match self.pic_struct {
            Some(3 | 5) => true,
            Some(4 | 6) => false,
            _ => interlaced && top <= bottom,
        }
    }
}
