//! What containers say of how pictures are to be shown.

use nvdec::{Colour, ContentLight, MasteringDisplay};
use shiguredo_mp4::boxes::{SampleEntry, TkhdBox, UnknownBox};
use shiguredo_mp4::{BoxSize, BoxType};

use super::ebml::{element, float, number};
use crate::demux::{Appearance, Turn};

/// Adds what it says to what an MP4 file says of its pictures.
pub(super) fn add_boxes(appearance: &Appearance, entry: &mut SampleEntry) {
    let boxes = match entry {
        SampleEntry::Avc1(entry) => &mut entry.unknown_boxes,
        SampleEntry::Hvc1(entry) => &mut entry.unknown_boxes,
        _ => return,
    };
    let said = [
        appearance.colour.map(colr),
        appearance.mastering_display.map(mdcv),
        appearance.content_light.map(clli),
        appearance.sample_aspect.map(pasp),
    ];
    boxes.extend(said.into_iter().flatten());
}

fn colr(colour: Colour) -> UnknownBox {
    let Colour {
        primaries,
        transfer,
        matrix,
        full_range,
    } = colour;
    let range = u8::from(full_range) << 7;
    let body = [0, primaries, 0, transfer, 0, matrix, range];
    plain(*b"colr", [&b"nclx"[..], &body].concat())
}

/// In the order of the SEI message: green, blue, red, white.
fn mdcv(display: MasteringDisplay) -> UnknownBox {
    let points = [display.green, display.blue, display.red, display.white];
    let numbers = points.into_iter().flat_map(|(x, y)| [x, y]);
    let mut body: Vec<u8> = numbers.flat_map(u16::to_be_bytes).collect();
    body.extend(display.max_luminance.to_be_bytes());
    body.extend(display.min_luminance.to_be_bytes());
    plain(*b"mdcv", body)
}

fn clli(light: ContentLight) -> UnknownBox {
    let numbers = [light.max_content, light.max_average];
    plain(*b"clli", numbers.map(u16::to_be_bytes).concat())
}

fn pasp((width, height): (u16, u16)) -> UnknownBox {
    let numbers = [u32::from(width), u32::from(height)];
    plain(*b"pasp", numbers.map(u32::to_be_bytes).concat())
}

fn plain(kind: [u8; 4], payload: Vec<u8>) -> UnknownBox {
    UnknownBox {
        box_type: BoxType::Normal(kind),
        box_size: BoxSize::U32(payload.len() as u32 + 8), // a few numbers
        payload,
    }
}

/// Tells players of MP4 how wide the pictures of a track are shown, and how they are turned.
pub(super) fn set_shown(appearance: &Appearance, header: &mut TkhdBox) {
    if let Some((across, down)) = appearance.sample_aspect {
        let columns = f64::from(header.width.integer);
        let shown = columns * f64::from(across) / f64::from(down.max(1));
        header.width.integer = shown.round() as i16; // the nearest there is
    }
    set_matrix(appearance.turn, header);
}

/// They stay in the first quadrant.
fn set_matrix(turn: Turn, header: &mut TkhdBox) {
    const ONE: i32 = 1 << 16;
    let width = i32::from(header.width.integer) << 16;
    let height = i32::from(header.height.integer) << 16;
    let (right, down, origin) = match turn {
        Turn::None => return,
        Turn::Right => ([0, ONE], [-ONE, 0], [height, 0]),
        Turn::Half => ([-ONE, 0], [0, -ONE], [width, height]),
        Turn::Left => ([0, -ONE], [ONE, 0], [0, width]),
    };
    let last = TkhdBox::DEFAULT_MATRIX[8];
    header.matrix = [
        right[0], right[1], 0, down[0], down[1], 0, origin[0], origin[1], last,
    ];
}

/// The same in the elements of a track of Matroska, beside its columns and rows.
pub(super) fn elements(appearance: &Appearance, (width, height): (u16, u16)) -> Vec<u8> {
    let mut elements = Vec::new();
    if let Some((across, down)) = appearance.sample_aspect {
        elements.extend(shown_size((width, height), (across, down)));
    }
    elements.extend(colour(appearance));
    elements.extend(projection(appearance.turn));
    elements
}

/// In pixels, one side of them grown; where those are not whole, the shape alone.
fn shown_size((width, height): (u16, u16), (across, down): (u16, u16)) -> Vec<u8> {
    let width = u64::from(width) * u64::from(across);
    let height = u64::from(height) * u64::from(down);
    let shorter = u64::from(across.min(down).max(1));
    let whole = width.is_multiple_of(shorter) && height.is_multiple_of(shorter);
    let (unit, by) = if whole { (0, shorter) } else { (3, 1) };
    [
        number(0x54b0, width / by),
        number(0x54ba, height / by),
        number(0x54b2, unit),
    ]
    .concat()
}

fn colour(appearance: &Appearance) -> Vec<u8> {
    let mut parts = Vec::new();
    if let Some(colour) = appearance.colour {
        parts.extend([
            number(0x55b1, colour.matrix.into()),
            number(0x55b9, if colour.full_range { 2 } else { 1 }),
            number(0x55ba, colour.transfer.into()),
            number(0x55bb, colour.primaries.into()),
        ]);
    }
    if let Some(light) = appearance.content_light {
        parts.push(number(0x55bc, light.max_content.into()));
        parts.push(number(0x55bd, light.max_average.into()));
    }
    parts.extend(appearance.mastering_display.map(mastering));
    match parts.is_empty() {
        true => Vec::new(),
        false => element(0x55b0, &[&parts.concat()]),
    }
}

fn mastering(display: MasteringDisplay) -> Vec<u8> {
    let points = [display.red, display.green, display.blue, display.white];
    let numbers = points.into_iter().flat_map(|(x, y)| [x, y]);
    let points = (0x55d1..).zip(numbers);
    let mut parts: Vec<Vec<u8>> = points
        .map(|(id, value)| float(id, f64::from(value) / 50_000.0))
        .collect();
    parts.push(float(0x55d9, f64::from(display.max_luminance) / 10_000.0));
    parts.push(float(0x55da, f64::from(display.min_luminance) / 10_000.0));
    element(0x55d0, &[&parts.concat()])
}

/// Matroska turns anticlockwise, by 180 degrees at most.
fn projection(turn: Turn) -> Vec<u8> {
    let roll = match turn {
        Turn::None => return Vec::new(),
        Turn::Right => -90.0,
        Turn::Half => 180.0,
        Turn::Left => 90.0,
    };
    let parts = [
        number(0x7671, 0),
        float(0x7673, 0.0),
        float(0x7674, 0.0),
        float(0x7675, roll),
    ];
    element(0x7670, &[&parts.concat()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_side_grows() {
        let size = |width, height, unit| {
            let [width, height] = [number(0x54b0, width), number(0x54ba, height)];
            [width, height, number(0x54b2, unit)].concat()
        };
        assert_eq!(shown_size((720, 576), (64, 45)), size(1024, 576, 0));
        assert_eq!(shown_size((720, 480), (8, 9)), size(720, 540, 0));
        assert_eq!(shown_size((853, 480), (4, 3)), size(3412, 1440, 3));
    }
}
