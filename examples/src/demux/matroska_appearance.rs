//! What Matroska says of how pictures are to be shown.

use mkv_element::prelude::{Colour as Told, MasteringMetadata, Projection, Video};
use nvdec::{Colour, ContentLight, MasteringDisplay, Size};

use super::appearance::{Appearance, Turn, aspect_of_samples, colour};

/// The unit of the size to show that is none.
const NO_UNIT: u64 = 4;

/// `Range` of samples that use every value.
const FULL: u64 = 2;

pub(super) fn appearance(video: &Video, size: Size) -> Appearance {
    let told = video.colour.as_ref();
    let (turn, turned_otherwise) = match video.projection.as_ref().map(turn) {
        Some(None) => (Turn::None, true),
        turn => (turn.flatten().unwrap_or_default(), false),
    };
    Appearance {
        colour: told.and_then(|told| colour(numbers(told))),
        mastering_display: told.and_then(|told| display(told.mastering_metadata.as_ref()?)),
        content_light: told.and_then(light),
        sample_aspect: sample_aspect(video, size),
        turn,
        left_out: match (turned_otherwise, is_cropped(video)) {
            (true, _) => Some("projected, or turned by another angle than 90, 180 or 270 degrees"),
            (false, true) => Some("cropped"),
            (false, false) => None,
        },
    }
}

fn numbers(told: &Told) -> Colour {
    let number = |number: u64| u8::try_from(number).unwrap_or(2); // unspecified
    Colour {
        primaries: number(*told.primaries),
        transfer: number(*told.transfer_characteristics),
        matrix: number(*told.matrix_coefficients),
        full_range: *told.range == FULL,
    }
}

/// `None` where part of it is missing.
fn display(told: &MasteringMetadata) -> Option<MasteringDisplay> {
    Some(MasteringDisplay {
        red: (
            chromaticity(**told.primary_r_chromaticity_x.as_ref()?),
            chromaticity(**told.primary_r_chromaticity_y.as_ref()?),
        ),
        green: (
            chromaticity(**told.primary_g_chromaticity_x.as_ref()?),
            chromaticity(**told.primary_g_chromaticity_y.as_ref()?),
        ),
        blue: (
            chromaticity(**told.primary_b_chromaticity_x.as_ref()?),
            chromaticity(**told.primary_b_chromaticity_y.as_ref()?),
        ),
        white: (
            chromaticity(**told.white_point_chromaticity_x.as_ref()?),
            chromaticity(**told.white_point_chromaticity_y.as_ref()?),
        ),
        max_luminance: luminance(**told.luminance_max.as_ref()?),
        min_luminance: luminance(**told.luminance_min.as_ref()?),
    })
}

fn chromaticity(value: f64) -> u16 {
    (value * 50_000.0).round() as u16
}

fn luminance(candela: f64) -> u32 {
    (candela * 10_000.0).round() as u32
}

fn light(told: &Told) -> Option<ContentLight> {
    let number = |number: u64| u16::try_from(number).unwrap_or(u16::MAX);
    Some(ContentLight {
        max_content: number(**told.max_cll.as_ref()?),
        max_average: number(told.max_fall.as_ref().map_or(0, |average| **average)),
    })
}

fn sample_aspect(video: &Video, size: Size) -> Option<(u16, u16)> {
    if *video.display_unit == NO_UNIT {
        return None;
    }
    let width = video.display_width.as_ref().map(|width| **width);
    let height = video.display_height.as_ref().map(|height| **height);
    let shown = (
        width.unwrap_or(size.width.into()),
        height.unwrap_or(size.height.into()),
    );
    aspect_of_samples(size, shown)
}

/// `None` for what is more than a quarter turn.
fn turn(told: &Projection) -> Option<Turn> {
    let is_flat = *told.projection_type == 0
        && *told.projection_pose_yaw == 0.0
        && *told.projection_pose_pitch == 0.0;
    let anticlockwise = *told.projection_pose_roll;
    Turn::clockwise(-anticlockwise).filter(|_| is_flat)
}

fn is_cropped(video: &Video) -> bool {
    let sides = [
        *video.pixel_crop_top,
        *video.pixel_crop_bottom,
        *video.pixel_crop_left,
        *video.pixel_crop_right,
    ];
    sides.iter().any(|side| *side > 0)
}
