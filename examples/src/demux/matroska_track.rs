//! What a Matroska file says of its video track.

use mkv_element::prelude::{Info, TrackEntry, Tracks, Video};
use nvdec::{Rational, Size};

use super::annexb::AnnexB;
use super::matroska::damaged;
use super::matroska_appearance::appearance;
use super::{Codec, Fault, VideoInfo};

/// The track that is read.
#[derive(Debug)]
pub(super) struct Track<I> {
    pub(super) number: u64,
    pub(super) info: I,
    pub(super) annex_b: Option<AnnexB>,
}

const VIDEO: u64 = 1;

pub(super) fn track(tracks: Tracks, info: &Info) -> Result<Track<VideoInfo>, Fault> {
    let entry = tracks
        .track_entry
        .into_iter()
        .find(|entry| *entry.track_type == VIDEO)
        .ok_or(Fault::NoVideo)?;
    if entry.content_encodings.is_some() {
        return Err(Fault::Unsupported(
            "its video is compressed or encrypted once more",
        ));
    }
    let video = entry.video.as_ref().ok_or(Fault::NoVideo)?;
    let (codec, annex_b) = codec(&entry)?;
    let time_base = time_base(*info.timestamp_scale)?;
    let frame_rate = entry.default_duration.and_then(|ns| frame_rate(*ns));
    let size = Size::new(pixels(*video.pixel_width)?, pixels(*video.pixel_height)?);
    Ok(Track {
        number: *entry.track_number,
        info: VideoInfo {
            codec,
            size,
            frame_rate,
            time_base,
            timed: true,
            bit_depth: bit_depth(annex_b.as_ref(), video),
            frames: frames(info, time_base, frame_rate),
            appearance: appearance(video, size),
        },
        annex_b,
    })
}

fn codec(entry: &TrackEntry) -> Result<(Codec, Option<AnnexB>), Fault> {
    let private = entry
        .codec_private
        .as_deref()
        .map_or(&[][..], |bytes| bytes);
    Ok(match &*entry.codec_id {
        "V_VP8" => (Codec::Vp8, None),
        "V_VP9" => (Codec::Vp9, None),
        "V_AV1" => (Codec::Av1, None),
        "V_MPEG4/ISO/AVC" => (Codec::H264, Some(AnnexB::from_avcc(private)?)),
        "V_MPEGH/ISO/HEVC" => (Codec::Hevc, Some(AnnexB::from_hvcc(private)?)),
        // BITMAPINFOHEADER, of Windows: biCompression.
        "V_MS/VFW/FOURCC" => {
            return Err(Fault::unknown_type(private.get(16..20).unwrap_or_default()));
        }
        other => return Err(Fault::Codec(other.to_owned())),
    })
}

fn bit_depth(annex_b: Option<&AnnexB>, video: &Video) -> Option<u8> {
    let told = video
        .colour
        .as_ref()
        .map_or(0, |colour| *colour.bits_per_channel);
    let told = u8::try_from(told).ok().filter(|bits| *bits > 0);
    annex_b.map(|annex_b| annex_b.bit_depth).or(told)
}

fn pixels(count: u64) -> Result<u32, Fault> {
    u32::try_from(count).map_err(|_| damaged("its size is out of range"))
}

pub(super) fn time_base(scale: u64) -> Result<Rational, Fault> {
    const SECOND: u64 = 1_000_000_000;
    match u32::try_from(scale) {
        Ok(0) | Err(_) => Err(damaged("its time scale is out of range")),
        Ok(_) if SECOND.is_multiple_of(scale) => Ok(Rational::new(1, (SECOND / scale) as u32)),
        Ok(scale) => Ok(Rational::new(scale, SECOND as u32)),
    }
}

/// Nanoseconds are too coarse for 30000/1001, so the nearest usual rate is taken.
fn frame_rate(nanoseconds: u64) -> Option<Rational> {
    let rate = 1e9 / nanoseconds as f64;
    if !(0.01..=1e6).contains(&rate) {
        return None;
    }
    let close = |usual: &Rational| (rate / usual.as_f64() - 1.0).abs() < 1e-5;
    let whole = Rational::new(rate.round() as u32, 1);
    let ntsc = Rational::new((rate * 1.001).round() as u32 * 1000, 1001);
    let other = Rational::new((rate * 1000.0).round() as u32, 1000);
    [whole, ntsc].into_iter().find(close).or(Some(other))
}

/// The duration may be that of another track, so this is close at best.
fn frames(info: &Info, time_base: Rational, rate: Option<Rational>) -> Option<u64> {
    let seconds = **info.duration.as_ref()? * time_base.as_f64();
    Some((seconds * rate?.as_f64()).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_frame_rates() {
        assert_eq!(frame_rate(33_333_333), Some(Rational::new(30, 1)));
        assert_eq!(frame_rate(33_366_666), Some(Rational::new(30_000, 1001)));
        assert_eq!(frame_rate(41_708_333), Some(Rational::new(24_000, 1001)));
        assert_eq!(frame_rate(80_000_000), Some(Rational::new(12_500, 1000)));
        assert_eq!(frame_rate(0), None);
    }

    #[test]
    fn time_bases() {
        assert_eq!(time_base(1_000_000).unwrap(), Rational::new(1, 1000));
        assert_eq!(time_base(7).unwrap(), Rational::new(7, 1_000_000_000));
        assert!(time_base(0).is_err());
    }
}
