//! Copying: pictures go into another container as they are coded.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::time::Instant;

use super::{Report, Source, no_pictures};
use crate::demux;
use crate::error::{Error, Result};
use crate::mux::{Coded, Format, Muxer};
use crate::nal;
use crate::progress::Progress;

/// Pictures that may be coded before one that is shown before them: H.264 (A.3.1) and HEVC
/// (A.4.2) let a decoder hold no more than 16.
const REORDERED: usize = 16;

/// How the pictures of the input are coded.
///
/// # Errors
/// [`Error::Usage`] where the output cannot have them without their being coded anew.
pub(super) fn codec(source: &Source, format: Format) -> Result<nvenc::Codec> {
    let info = source.info();
    let why = match info.codec {
        demux::Codec::I420 => "they are not coded",
        demux::Codec::H264 | demux::Codec::Hevc if !info.timed && format != Format::AnnexB => {
            "the input does not tell when they are shown"
        }
        demux::Codec::H264 => return Ok(nvenc::Codec::H264),
        demux::Codec::Hevc => return Ok(nvenc::Codec::Hevc),
        _ => "only H.264 and HEVC can be written",
    };
    let name = source.name();
    Err(Error::Usage(format!(
        "{name}: its pictures cannot be copied, as {why}: leave --copy out"
    )))
}

/// Copies all pictures.
pub(super) fn run(
    mut source: Source,
    muxer: &mut Muxer,
    mut progress: Progress,
    report: &mut Report,
) -> Result<()> {
    let mut queue = Queue::default();
    let (timed, codec) = (source.info().timed, source.info().codec);
    let name = source.name().to_owned();
    loop {
        let started = Instant::now();
        let picture = source.next()?;
        let more = picture.is_some();
        if let Some(picture) = picture {
            let count = if timed { 1 } else { pictures(&picture, codec) };
            (0..count).for_each(|_| report.add_frame(picture.pts));
            queue.push(&picture);
        }
        report.seconds.read += started.elapsed();
        let started = Instant::now();
        let full = if more { REORDERED } else { 0 };
        while queue.pictures.len() > full {
            queue.write_first(muxer)?;
            progress.frame();
        }
        report.seconds.write += started.elapsed();
        if !more {
            break;
        }
    }
    match report.frames {
        0 => Err(no_pictures(&name)),
        _ => Ok(()),
    }
}

/// How many pictures a packet has: the packets of bare streams are runs of NAL units.
fn pictures(packet: &demux::Packet<'_>, codec: demux::Codec) -> usize {
    let is_first = |unit: &&[u8]| match codec {
        // first_mb_in_slice of a slice, 7.3.3, is 0.
        demux::Codec::H264 => {
            matches!(nal::h264_kind(unit), 1 | 5)
                && unit.get(1).is_some_and(|bits| bits & 0x80 != 0)
        }
        // first_slice_segment_in_pic_flag, 7.3.6.1.
        _ => nal::hevc_kind(unit) < 32 && unit.get(2).is_some_and(|bits| bits & 0x80 != 0),
    };
    nal::units(packet.data).filter(is_first).count()
}

/// Pictures in the order in which they are decoded, enough of them to tell when each of the times
/// comes that pictures are shown at.
#[derive(Debug, Default)]
struct Queue {
    pictures: VecDeque<Held>,
    times: BinaryHeap<Reverse<i64>>,
    /// Memory to be used again.
    spare: Vec<Vec<u8>>,
}

#[derive(Debug)]
struct Held {
    data: Vec<u8>,
    pts: i64,
    keyframe: bool,
}

impl Queue {
    fn push(&mut self, picture: &demux::Packet<'_>) {
        let mut data = self.spare.pop().unwrap_or_default();
        data.clear();
        data.extend_from_slice(picture.data);
        self.times.push(Reverse(picture.pts));
        self.pictures.push_back(Held {
            data,
            pts: picture.pts,
            keyframe: picture.keyframe,
        });
    }

    fn write_first(&mut self, muxer: &mut Muxer) -> Result<()> {
        let Some(picture) = self.pictures.pop_front() else {
            return Ok(());
        };
        if let Some(Reverse(next)) = self.times.pop() {
            muxer.expect(next);
        }
        muxer.write(Coded {
            data: &picture.data,
            pts: picture.pts,
            keyframe: picture.keyframe,
        })?;
        self.spare.push(picture.data);
        Ok(())
    }
}
