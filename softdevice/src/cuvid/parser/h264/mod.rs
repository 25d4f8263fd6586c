//! H.264.

mod commands;
mod current;
mod dpb;
mod marking;
mod order;
mod params;
mod pps;
mod scaling;
mod slice;
mod sps;
mod timing;
pub(super) mod vui;

use std::{collections::BTreeMap, sync::Arc};

use self::{
    commands::Marking,
    current::{Current, Sets},
    dpb::{Dpb, Frame},
    order::{Counts, OrderState},
    pps::Pps,
    slice::{NalHeader, SliceStart},
    sps::Sps,
};
use super::{
    annexb::Nal,
    bits::{BitReader, unescape},
    delivery::{Bitstream, Delivery},
    nal_stream::{Marks, NalCodec},
    sets::{MAX_SET, RawSets},
};
use crate::nal;

/// No slice header that keeps to the standard is longer.
const MAX_SLICE_HEADER: usize = 4096;

const SLICE: u8 = 1;
const IDR_SLICE: u8 = 5;
const SEI: u8 = 6;
const SPS: u8 = 7;
const PPS: u8 = 8;

/// The state of an H.264 stream.
#[derive(Debug, Default)]
pub(super) struct H264 {
    raw: RawSets,
    sps: BTreeMap<u32, Sps>,
    /// Not read yet, as that takes the SPS.
    pps: BTreeMap<u32, Vec<u8>>,
    /// Those that were read, by the identifier of the PPS.
    sets: BTreeMap<u32, Arc<Sets>>,
    /// The payload of the last SEI NAL unit before the picture.
    sei: Vec<u8>,
    current: Option<Current>,
    /// Of the last picture.
    active: Option<Arc<Sets>>,
    last_ref_frame_num: u32,
    order: OrderState,
    dpb: Dpb,
}

impl NalCodec for H264 {
    fn ends_picture(&self, begun: &[u8]) -> bool {
        let (Some(current), Some(first)) = (&self.current, begun.first()) else {
            return false;
        };
        match NalHeader::new(*first).kind {
            SLICE | IDR_SLICE => self
                .slice_start(begun)
                .is_some_and(|(start, ..)| start.begins_after(&current.start)),
            // Parameter sets, messages and delimiters stand before the first slice.
            SEI..=9 | 14..=18 => true,
            _ => false,
        }
    }

    fn add(&mut self, nal: &Nal, marks: &mut Marks) {
        match NalHeader::new(nal.bytes[0]).kind {
            SLICE | IDR_SLICE => {
                self.add_slice(nal, marks);
            }
            SEI => self.sei = unescape(&nal.bytes[1..], MAX_SLICE_HEADER),
            SPS if nal.bytes.len() <= MAX_SET => {
                self.add_sps(&nal.bytes);
            }
            PPS if nal.bytes.len() <= MAX_SET => {
                self.add_pps(&nal.bytes);
            }
            _ => {}
        }
    }

    fn end_picture(&mut self, out: &mut Delivery) {
        if let Some(current) = self.current.take() {
            self.sei.clear();
            self.decode(current, out);
        }
    }

    fn end_stream(&mut self, out: &mut Delivery) {
        self.dpb.flush(out);
        self.active = None;
    }

    fn show_one(&mut self, out: &mut Delivery) -> bool {
        self.dpb.show_first(out)
    }
}

impl H264 {
    fn add_sps(&mut self, nal: &[u8]) -> Option<()> {
        let sps = Sps::read(&mut BitReader::new(&unescape(&nal[1..], MAX_SET)))?;
        self.raw.keep((SPS, sps.id), nal);
        self.sps.insert(sps.id, sps);
        self.sets.clear();
        Some(())
    }

    fn add_pps(&mut self, nal: &[u8]) -> Option<()> {
        let rbsp = unescape(&nal[1..], MAX_SET);
        let (id, _) = Pps::read_ids(&mut BitReader::new(&rbsp))?;
        self.raw.keep((PPS, id), nal);
        self.pps.insert(id, rbsp);
        self.sets.clear();
        Some(())
    }

    fn sets(&self, pps_id: u32) -> Option<Arc<Sets>> {
        if let Some(known) = self.sets.get(&pps_id) {
            return Some(Arc::clone(known));
        }
        let rbsp = self.pps.get(&pps_id)?;
        let (_, sps_id) = Pps::read_ids(&mut BitReader::new(rbsp))?;
        let sps = self.sps.get(&sps_id)?.clone();
        let pps = Pps::read(&mut BitReader::new(rbsp), &sps)?;
        Some(Arc::new(Sets { sps, pps }))
    }

    /// Reads the start of a slice header, and says where its rest is.
    fn slice_start(&self, nal: &[u8]) -> Option<(SliceStart, Arc<Sets>, Vec<u8>, usize)> {
        let header = NalHeader::new(*nal.first()?);
        let rbsp = unescape(&nal[1..], MAX_SLICE_HEADER);
        let sets = self.sets(SliceStart::read_pps_id(&mut BitReader::new(&rbsp))?)?;
        let mut bits = BitReader::new(&rbsp);
        let start = SliceStart::read(&mut bits, header, &sets.sps, &sets.pps)?;
        let position = bits.position();
        Some((start, sets, rbsp, position))
    }

    fn add_slice(&mut self, nal: &Nal, marks: &mut Marks) -> Option<()> {
        let (start, sets, rbsp, position) = self.slice_start(&nal.bytes)?;
        self.sets.insert(start.pps_id, Arc::clone(&sets));
        if start.redundant {
            return None;
        }
        let keys = [(SPS, sets.sps.id), (PPS, start.pps_id)];
        if self.current.is_none() {
            let mut bits = BitReader::new(&rbsp);
            bits.skip(position)?;
            self.current = Some(self.begin(start, sets, &mut bits, marks.take(nal.offset))?);
        } else {
            let current = self.current.as_mut()?;
            current.intra &= start.is_intra();
        }
        let current = self.current.as_mut()?;
        self.raw.pass(&keys, &mut current.unit);
        current.bitstream.add(&nal.bytes);
        nal::append(&mut current.unit, &nal.bytes);
        Some(())
    }

    fn begin(
        &mut self,
        start: SliceStart,
        sets: Arc<Sets>,
        bits: &mut BitReader<'_>,
        timestamp: Option<i64>,
    ) -> Option<Current> {
        // A stream begins with an IDR picture.
        if self.active.is_none() && !start.nal.is_idr() {
            return None;
        }
        let marking = Marking::read(bits, &start, &sets.sps, &sets.pps)?;
        if start.nal.is_idr() {
            self.raw.restart();
        }
        Some(Current {
            marking,
            unit: Vec::new(),
            timestamp,
            pic_struct: timing::pic_struct(&self.sei, &sets.sps.vui),
            intra: start.is_intra(),
            bitstream: Bitstream::default(),
            start,
            sets,
        })
    }

    fn decode(&mut self, current: Current, out: &mut Delivery) {
        if self.dpb.partner(&current.start).is_some() {
            return self.decode_second_field(current, out);
        }
        self.prepare(&current, out);
        let counts = self.order.next(&current.start, &current.sets.sps);
        let picture = current.picture(counts, false, &self.dpb);
        let surface = out.decode(picture, current.timestamp);
        let counts = self.restart_order(&current, counts);
        self.dpb
            .mark(&current.start, &current.marking, false, &current.sets.sps);
        let open = surface.is_some() && current.start.structure.is_field();
        if current.start.is_reference() {
            self.last_ref_frame_num = current.start.frame_num;
        }
        if let Some(surface) = surface {
            let show = current.show(current.start.structure.fields(), counts);
            let mut frame = Frame::new(&current.start, Some(surface), show);
            frame.add_field(current.start.structure, counts);
            self.dpb.store(frame);
            self.dpb.mark_current(&current.start, &current.marking);
            self.renumber(&current);
        }
        self.dpb.settle(open, &current.sets.sps, out);
    }

    /// What has to be done before a new frame.
    fn prepare(&mut self, current: &Current, out: &mut Delivery) {
        let Sets { sps, .. } = &*current.sets;
        if let Some(last) = &self.active {
            self.dpb.close(&last.sps, out);
        }
        let format = sps.format();
        if current.start.nal.is_idr() || out.is_new(&format) {
            self.dpb.flush(out);
        } else if sps.gaps_allowed && current.start.frame_num != self.last_ref_frame_num {
            self.dpb
                .fill_gap(self.last_ref_frame_num, &current.start, sps);
        }
        if out.is_new(&format) {
            out.sequence(format);
        }
        if current.marking.forgets_all() {
            self.dpb.show_all(out);
        }
        self.dpb.wrap(current.start.frame_num, sps);
        self.active = Some(Arc::clone(&current.sets));
    }

    fn decode_second_field(&mut self, current: Current, out: &mut Delivery) {
        let counts = self.order.next(&current.start, &current.sets.sps);
        self.dpb.wrap(current.start.frame_num, &current.sets.sps);
        let picture = current.picture(counts, true, &self.dpb);
        let Some(frame) = self.dpb.partner(&current.start) else {
            return;
        };
        if let Some(surface) = frame.surface.clone() {
            out.decode_field(&surface, picture);
        }
        self.dpb
            .mark(&current.start, &current.marking, true, &current.sets.sps);
        if let Some(frame) = self.dpb.partner(&current.start) {
            frame.add_field(current.start.structure, counts);
            frame.show = current.show(frame.fields, frame.counts);
        }
        self.dpb.mark_current(&current.start, &current.marking);
        self.dpb.settle(false, &current.sets.sps, out);
    }

    fn restart_order(&mut self, current: &Current, counts: Counts) -> Counts {
        match current.marking.forgets_all() {
            true => self.order.restart(counts, current.start.structure),
            false => counts,
        }
    }

    /// After memory_management_control_operation 5 a picture has frame number 0.
    fn renumber(&mut self, current: &Current) {
        if current.marking.forgets_all() {
            self.last_ref_frame_num = 0;
            if let Some(frame) = self.dpb.frames.last_mut() {
                frame.frame_num = 0;
            }
        }
    }
}
