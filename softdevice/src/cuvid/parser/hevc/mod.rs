//! HEVC.

mod dpb;
mod params;
mod pps;
mod rps;
mod scaling;
mod slice;
mod sps;
mod vui;

use nvenc_sys::CUVIDPICPARAMS;
use std::{collections::BTreeMap, sync::Arc};

use self::{
    dpb::{Current, Dpb},
    pps::Pps,
    slice::{NalHeader, SliceHeader},
    sps::Sps,
};
use super::{
    annexb::Nal,
    bits::{BitReader, unescape},
    delivery::{Bitstream, Delivery, Picture},
    nal_stream::{Marks, NalCodec},
    sets::{MAX_SET, RawSets},
};
use crate::{cuvid::side_table::AccessUnit, nal};

/// The part of a slice header that is read is never longer.
const MAX_SLICE_HEADER: usize = 1024;

const VPS: u8 = 32;
const SPS: u8 = 33;
const PPS: u8 = 34;
const END_OF_SEQUENCE: u8 = 36;
const END_OF_BITSTREAM: u8 = 37;

/// The state of an HEVC stream.
#[derive(Debug)]
pub(super) struct Hevc {
    raw: RawSets,
    sps: BTreeMap<u32, Arc<Sps>>,
    pps: BTreeMap<u32, Arc<Pps>>,
    assembly: Option<Assembly>,
    /// No picture was decoded yet, or the sequence has ended.
    fresh: bool,
    /// Leading pictures that refer to what was before are left out.
    skips_leading: bool,
    /// Count of the last picture that others' are relative to.
    anchor: i32,
    dpb: Dpb,
}

/// The picture whose slices come.
#[derive(Debug)]
struct Assembly {
    header: SliceHeader,
    sps: Arc<Sps>,
    pps: Arc<Pps>,
    timestamp: Option<i64>,
    intra: bool,
    bitstream: Bitstream,
    unit: Vec<u8>,
}

impl Default for Hevc {
    fn default() -> Self {
        Self {
            raw: RawSets::default(),
            sps: BTreeMap::new(),
            pps: BTreeMap::new(),
            assembly: None,
            fresh: true,
            skips_leading: true,
            anchor: 0,
            dpb: Dpb::default(),
        }
    }
}

impl NalCodec for Hevc {
    fn ends_picture(&self, begun: &[u8]) -> bool {
        let (Some(nal), Some(_)) = (NalHeader::read(begun), &self.assembly) else {
            return false;
        };
        if nal.layer > 0 {
            return false;
        }
        match nal.kind {
            // first_slice_segment_in_pic_flag
            0..=31 => nal.is_slice() && begun.get(2).is_some_and(|byte| byte & 0x80 != 0),
            // Parameter sets, delimiters, ends, messages before a picture, reserved ones.
            VPS..=37 | 39 | 41..=44 | 48..=55 => true,
            _ => false,
        }
    }

    fn add(&mut self, nal: &Nal, marks: &mut Marks) {
        let Some(header) = NalHeader::read(&nal.bytes).filter(|header| header.layer == 0) else {
            return;
        };
        match header.kind {
            VPS | SPS | PPS if nal.bytes.len() <= MAX_SET => {
                self.add_set(header.kind, &nal.bytes);
            }
            END_OF_SEQUENCE | END_OF_BITSTREAM => self.fresh = true,
            _ if header.is_slice() => {
                self.add_slice(header, nal, marks);
            }
            _ => {}
        }
    }

    fn end_picture(&mut self, out: &mut Delivery) {
        if let Some(assembly) = self.assembly.take() {
            self.decode(assembly, out);
        }
    }

    fn end_stream(&mut self, out: &mut Delivery) {
        self.dpb.flush(out);
        self.fresh = true;
    }

    fn show_one(&mut self, out: &mut Delivery) -> bool {
        self.dpb.show_first(out)
    }
}

impl Hevc {
    fn add_set(&mut self, kind: u8, nal: &[u8]) -> Option<()> {
        let rbsp = unescape(&nal[2..], MAX_SET);
        let mut bits = BitReader::new(&rbsp);
        let id = match kind {
            SPS => {
                let sps = Sps::read(&mut bits)?;
                self.sps.entry(sps.id).insert_entry(Arc::new(sps)).get().id
            }
            PPS => {
                let pps = Pps::read(&mut bits)?;
                self.pps.entry(pps.id).insert_entry(Arc::new(pps)).get().id
            }
            _ => bits.bits(4)?,
        };
        self.raw.keep((kind, id), nal);
        Some(())
    }

    fn add_slice(&mut self, nal: NalHeader, unit: &Nal, marks: &mut Marks) -> Option<()> {
        let rbsp = unescape(&unit.bytes[2..], MAX_SLICE_HEADER);
        let pps_id = SliceHeader::read_pps_id(&mut BitReader::new(&rbsp), nal)?;
        let pps = Arc::clone(self.pps.get(&pps_id)?);
        let sps = Arc::clone(self.sps.get(&pps.sps_id)?);
        let header = SliceHeader::read(&mut BitReader::new(&rbsp), nal, &sps, &pps)?;
        match &mut self.assembly {
            None if header.first => {
                let timestamp = marks.take(unit.offset);
                self.assembly = Some(self.begin(header, sps, pps, timestamp)?);
            }
            None => return None,
            Some(assembly) => assembly.intra &= header.intra || header.dependent,
        }
        let assembly = self.assembly.as_mut()?;
        assembly.bitstream.add(&unit.bytes);
        nal::append(&mut assembly.unit, &unit.bytes);
        Some(())
    }

    fn begin(
        &mut self,
        header: SliceHeader,
        sps: Arc<Sps>,
        pps: Arc<Pps>,
        timestamp: Option<i64>,
    ) -> Option<Assembly> {
        // A stream begins with a random access point, whose leading pictures may refer to
        // what was before.
        let unusable = match self.fresh {
            true => !header.nal.is_irap(),
            false => header.nal.is_rasl() && self.skips_leading,
        };
        if unusable {
            return None;
        }
        if header.nal.is_irap() {
            self.raw.restart();
        }
        let keys = [(VPS, sps.vps_id), (SPS, sps.id), (PPS, pps.id)];
        let mut unit = Vec::new();
        self.raw.pass(&keys, &mut unit);
        Some(Assembly {
            unit,
            intra: header.intra,
            bitstream: Bitstream::default(),
            header,
            sps,
            pps,
            timestamp,
        })
    }

    fn decode(&mut self, assembly: Assembly, out: &mut Delivery) {
        let sps = &*assembly.sps;
        self.prepare(&assembly, out);
        let count = self.count(&assembly.header, sps);
        let current = self.dpb.apply(&assembly.header, count, sps);
        let picture = assembly.picture(count, &self.dpb, &current);
        let Some(surface) = out.decode(picture, assembly.timestamp) else {
            return;
        };
        let progressive = sps.format().progressive;
        self.dpb
            .store(surface, count, assembly.header.output, progressive);
        self.dpb.bump(sps.buffering, out);
    }

    /// What has to be done before a picture that all begins anew with.
    fn prepare(&mut self, assembly: &Assembly, out: &mut Delivery) {
        let nal = assembly.header.nal;
        if !nal.is_irap() {
            return;
        }
        let anew = self.fresh || !nal.is_cra();
        self.skips_leading = anew;
        self.fresh = false;
        if !anew {
            return;
        }
        self.dpb.flush(out);
        let format = assembly.sps.format();
        if out.is_new(&format) {
            out.sequence(format);
        }
    }

    /// The picture order count (8.3.1).
    fn count(&mut self, header: &SliceHeader, sps: &Sps) -> i32 {
        let max = 1_i32 << sps.log2_max_lsb;
        let lsb = header.lsb as i32;
        let anchor_lsb = self.anchor & (max - 1);
        let anchor_msb = self.anchor.wrapping_sub(anchor_lsb);
        let msb = match lsb - anchor_lsb {
            // All begins anew with this picture.
            _ if header.nal.is_irap() && self.skips_leading => 0,
            ahead if ahead <= -max / 2 => anchor_msb.wrapping_add(max),
            ahead if ahead > max / 2 => anchor_msb.wrapping_sub(max),
            _ => anchor_msb,
        };
        let count = msb.wrapping_add(lsb);
        if header.nal.anchors_order() {
            self.anchor = count;
        }
        count
    }
}

impl Assembly {
    fn picture(&self, count: i32, dpb: &Dpb, current: &Current) -> Picture {
        let (sps, pps) = (&*self.sps, &*self.pps);
        let mut params = Box::new(CUVIDPICPARAMS {
            PicWidthInMbs: sps.size.0.div_ceil(16) as i32,
            FrameHeightInMbs: sps.size.1.div_ceil(16) as i32,
            // The real parser says so of every picture.
            ref_pic_flag: 1,
            intra_pic_flag: self.intra.into(),
            ..CUVIDPICPARAMS::default()
        });
        params.CodecSpecific.hevc = params::describe(&self.header, count, sps, pps, dpb, current);
        Picture {
            params,
            bitstream: self.bitstream.clone(),
            unit: AccessUnit {
                data: self.unit.clone(),
                origin: sps.origin(),
            },
        }
    }
}
