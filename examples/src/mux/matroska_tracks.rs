//! What a Matroska file says of its tracks.

use nvenc::Codec;

use super::appearance::elements;
use super::ebml::{element, float, number, text};
use super::picture::{configuration, entry};
use super::sound::Track;
use super::{Coded, Video};
use crate::demux::{Appearance, SoundCodec, language};
use crate::error::Result;

/// The track of pictures; those of sound follow it.
pub(super) const VIDEO: u64 = 1;

/// The track of pictures, by the first of them.
pub(super) fn video(
    video: &Video,
    appearance: &Appearance,
    picture: &Coded<'_>,
) -> Result<Vec<u8>> {
    let ((width, height), private) = configuration(&entry(video.codec, picture.data)?)?;
    let codec = match video.codec {
        Codec::H264 => "V_MPEG4/ISO/AVC",
        _ => "V_MPEGH/ISO/HEVC",
    };
    let shown = [
        number(0xb0, width.into()),
        number(0xba, height.into()),
        elements(appearance, (width, height)),
    ];
    let nanoseconds = (1e9 / video.frame_rate.as_f64()).round() as u64;
    let parts = [
        number(0xd7, VIDEO),
        number(0x73c5, VIDEO),
        number(0x83, 1),
        number(0x9c, 0),
        text(0x0022_b59c, "und"), // else it is English
        text(0x86, codec),
        element(0x63a2, &[&private]),
        number(0x0023_e383, nanoseconds),
        element(0xe0, &[&shown.concat()]),
    ];
    Ok(element(0xae, &[&parts.concat()]))
}

/// A track of sound.
pub(super) fn sound(track_number: u64, track: &Track) -> Vec<u8> {
    let info = &track.info;
    let mut parts = vec![
        number(0xd7, track_number),
        number(0x73c5, track_number),
        number(0x83, 2),
        number(0x88, info.is_default.into()),
        number(0x9c, 0),
        text(0x0022_b59c, language::for_matroska(&info.language)),
        text(0x86, &info.codec_id),
        element(0xe1, &[&heard(track)]),
    ];
    if !info.title.is_empty() {
        parts.push(text(0x536e, &info.title));
    }
    let is_told_by_frames = matches!(info.codec, SoundCodec::Ac3 | SoundCodec::Eac3);
    if !is_told_by_frames && !info.config.is_empty() {
        parts.push(element(0x63a2, &[&info.config]));
    }
    if info.hidden > 0.0 {
        parts.push(number(0x56aa, (info.hidden * 1e9).round() as u64));
    }
    if track.is_opus() {
        parts.push(number(0x56bb, 80_000_000)); // as its specification demands
    }
    element(0xae, &[&parts.concat()])
}

fn heard(track: &Track) -> Vec<u8> {
    let mut parts = float(0xb5, f64::from(track.rate.get()));
    parts.extend(number(0x9f, track.info.channels.into()));
    if let Some(bits) = track.info.bit_depth {
        parts.extend(number(0x6264, bits.into()));
    }
    parts
}
