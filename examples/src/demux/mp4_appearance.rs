//! What MP4 says of how pictures are to be shown: in boxes beside the parameter sets, and in the
//! header of the track.

use std::io::{Read, Seek};

use nvdec::{Colour, ContentLight, MasteringDisplay};
use shiguredo_mp4::BoxType;
use shiguredo_mp4::boxes::{SampleEntry, UnknownBox, VpccBox};

use super::Fault;
use super::appearance::{Appearance, Turn, colour, sample_aspect};
use super::mp4_parser::box_header;
use super::source::Source;

/// What the boxes of a sample entry say.
pub(super) fn appearance(entry: &SampleEntry) -> Appearance {
    let boxes = match entry {
        SampleEntry::Avc1(entry) => &entry.unknown_boxes,
        SampleEntry::Hvc1(entry) => &entry.unknown_boxes,
        SampleEntry::Hev1(entry) => &entry.unknown_boxes,
        SampleEntry::Vp08(entry) => &entry.unknown_boxes,
        SampleEntry::Vp09(entry) => &entry.unknown_boxes,
        SampleEntry::Av01(entry) => &entry.unknown_boxes,
        _ => return Appearance::default(),
    };
    let mut said = Appearance::default();
    boxes.iter().for_each(|it| add(&mut said, it));
    if let SampleEntry::Vp09(entry) = entry {
        said.colour = said.colour.or_else(|| colour(of_vp9(&entry.vpcc_box)));
    }
    said
}

fn add(said: &mut Appearance, it: &UnknownBox) {
    let BoxType::Normal(kind) = it.box_type else {
        return;
    };
    let body = &it.payload;
    match &kind {
        b"colr" => said.colour = of_colr(body).and_then(colour),
        b"mdcv" => said.mastering_display = display(body),
        b"clli" => said.content_light = light(body),
        b"pasp" => said.sample_aspect = aspect(body),
        b"clap" => said.left_out = Some("cropped"),
        _ => {}
    }
}

/// `None` for a colour profile of another kind. That of QuickTime, `nclc`, tells no range.
fn of_colr(body: &[u8]) -> Option<Colour> {
    let (kind, rest) = body.split_first_chunk::<4>()?;
    let ([_, primaries, _, transfer, _, matrix], rest) = rest.split_first_chunk::<6>()?;
    matches!(kind, b"nclx" | b"nclc").then(|| Colour {
        primaries: *primaries,
        transfer: *transfer,
        matrix: *matrix,
        full_range: kind == b"nclx" && rest.first().is_some_and(|flags| flags & 0x80 != 0),
    })
}

fn of_vp9(told: &VpccBox) -> Colour {
    Colour {
        primaries: told.colour_primaries,
        transfer: told.transfer_characteristics,
        matrix: told.matrix_coefficients,
        full_range: told.video_full_range_flag.get() != 0,
    }
}

/// The same numbers in the same order as in the SEI message: green, blue, red, white.
fn display(body: &[u8]) -> Option<MasteringDisplay> {
    let (pairs, rest) = body.split_first_chunk::<16>()?;
    let (most, least) = rest.split_first_chunk::<8>()?.0.split_at(4);
    let pair = |number: usize| (u16_at(pairs, 4 * number), u16_at(pairs, 4 * number + 2));
    Some(MasteringDisplay {
        green: pair(0),
        blue: pair(1),
        red: pair(2),
        white: pair(3),
        max_luminance: u32_at(most, 0),
        min_luminance: u32_at(least, 0),
    })
}

fn light(body: &[u8]) -> Option<ContentLight> {
    let told = body.first_chunk::<4>()?;
    Some(ContentLight {
        max_content: u16_at(told, 0),
        max_average: u16_at(told, 2),
    })
}

fn aspect(body: &[u8]) -> Option<(u16, u16)> {
    let told = body.first_chunk::<8>()?;
    sample_aspect(u32_at(told, 0).into(), u32_at(told, 4).into())
}

/// Zero behind the end.
fn u16_at(bytes: &[u8], at: usize) -> u16 {
    let two = bytes.get(at..).and_then(<[u8]>::first_chunk);
    two.map_or(0, |two| u16::from_be_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) << 16 | u32::from(u16_at(bytes, at + 2))
}

/// What the first track of pictures says of how they are turned; `None` for what is more than a
/// quarter turn. Only the headers of boxes are read.
pub(super) fn turn<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<Turn>, Fault> {
    source.seek(0)?;
    let end = source.size();
    let Some(movie) = child(source, end, b"moov")? else {
        return Ok(Some(Turn::None));
    };
    while let Some(track) = child(source, movie, b"trak")? {
        let start = source.position();
        let matrix = match child(source, track, b"tkhd")? {
            Some(end) => matrix(source, end)?,
            None => IDENTITY,
        };
        source.seek(start)?;
        if is_video(source, track)? {
            return Ok(of_matrix(matrix));
        }
        source.seek(track)?;
    }
    Ok(Some(Turn::None))
}

/// Goes into the next box of this kind, and tells where that ends.
fn child<R: Read + Seek>(
    source: &mut Source<R>,
    end: u64,
    wanted: &[u8; 4],
) -> Result<Option<u64>, Fault> {
    while source.position() + 8 <= end {
        let (kind, size) = box_header(source)?;
        if &kind == wanted {
            source.need(size, "a box")?;
            return Ok(Some(source.position() + size));
        }
        source.skip(size, "a box")?;
    }
    Ok(None)
}

fn is_video<R: Read + Seek>(source: &mut Source<R>, track: u64) -> Result<bool, Fault> {
    let Some(media) = child(source, track, b"mdia")? else {
        return Ok(false);
    };
    match child(source, media, b"hdlr")? {
        Some(_) => Ok(source.array::<12>("a box")?.ends_with(b"vide")),
        None => Ok(false),
    }
}

/// Where the right of a picture and where its bottom goes, in fixed-point numbers.
type Matrix = [i32; 4];

const ONE: i32 = 1 << 16;
const IDENTITY: Matrix = [ONE, 0, 0, ONE];

/// It lies before the last two numbers of the header, and is nine numbers long.
fn matrix<R: Read + Seek>(source: &mut Source<R>, end: u64) -> Result<Matrix, Fault> {
    const SIZE: u64 = 9 * 4 + 2 * 4;
    let Some(at) = end.checked_sub(SIZE).filter(|at| *at >= source.position()) else {
        return Ok(IDENTITY);
    };
    source.seek(at)?;
    let bytes = source.array::<20>("a box")?;
    Ok([0, 4, 12, 16].map(|at| u32_at(&bytes, at).cast_signed()))
}

fn of_matrix(matrix: Matrix) -> Option<Turn> {
    match matrix {
        [ONE, 0, 0, ONE] | [0, 0, 0, 0] => Some(Turn::None),
        [0, ONE, MINUS_ONE, 0] => Some(Turn::Right),
        [MINUS_ONE, 0, 0, MINUS_ONE] => Some(Turn::Half),
        [0, MINUS_ONE, ONE, 0] => Some(Turn::Left),
        _ => None,
    }
}

const MINUS_ONE: i32 = -ONE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_that_are_cut_say_nothing() {
        assert_eq!(of_colr(b"nclx\0\x09\0\x10\0"), None);
        assert_eq!(of_colr(b"prof\0\x09\0\x10\0\x09\x80"), None);
        assert!(of_colr(b"nclx\0\x09\0\x10\0\x09\x80").unwrap().full_range);
        assert!(!of_colr(b"nclc\0\x09\0\x10\0\x09").unwrap().full_range);
        assert_eq!(display(&[0; 23]), None);
        assert_eq!(light(&[0; 3]), None);
        assert_eq!(aspect(&[0; 8]), None);
    }

    #[test]
    fn other_matrices_are_no_turn() {
        assert_eq!(of_matrix([MINUS_ONE, 0, 0, ONE]), None, "a mirror");
        assert_eq!(of_matrix([0, ONE, MINUS_ONE, 0]), Some(Turn::Right));
    }
}
