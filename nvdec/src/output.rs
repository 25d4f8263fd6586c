//! What a decoder makes of a picture on its way out: which part of it, how large, in which format.

use crate::{Caps, Error, StreamInfo, raw::ORIGIN_STEP};
use nvframe::{PixelFormat, Size};
use std::fmt;

/// A rectangle of samples: from `left` and `top` up to, and without, `right` and `bottom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs)] // a rectangle has these four sides
pub struct Area {
    /// First column.
    pub left: u32,
    /// First row.
    pub top: u32,
    /// The column after the last.
    pub right: u32,
    /// The row after the last.
    pub bottom: u32,
}

impl Area {
    /// The area between these columns and rows.
    pub const fn new(left: u32, top: u32, right: u32, bottom: u32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Columns and rows of it; 0 of those that are the wrong way round.
    pub const fn size(self) -> Size {
        Size::new(
            self.right.saturating_sub(self.left),
            self.bottom.saturating_sub(self.top),
        )
    }

    /// The same area, of a whole that begins at `origin`.
    pub(crate) fn within(self, origin: Self) -> Self {
        Self {
            left: self.left.saturating_add(origin.left),
            top: self.top.saturating_add(origin.top),
            right: self.right.saturating_add(origin.left),
            bottom: self.bottom.saturating_add(origin.top),
        }
    }

    /// Chroma samples belong to two columns and two rows, which an area must not take apart:
    /// `step` is 2 at least.
    fn begins_at(self, step: u32) -> bool {
        self.left.is_multiple_of(step) && self.top.is_multiple_of(step)
    }

    fn is_empty(self) -> bool {
        self.size().width == 0 || self.size().height == 0
    }

    fn ends_within(self, whole: Size) -> bool {
        Size::new(self.right, self.bottom).fits(whole)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            left,
            top,
            right,
            bottom,
        } = self;
        write!(f, "{left},{top},{right},{bottom}")
    }
}

/// What becomes of the two fields of an interlaced picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "cudaVideoDeinterlaceMode")]
#[non_exhaustive]
pub enum Deinterlace {
    /// They stay as they are, in alternate rows.
    #[default]
    #[doc(alias = "cudaVideoDeinterlaceMode_Weave")]
    Weave,
    /// One field fills all rows; the other is dropped.
    #[doc(alias = "cudaVideoDeinterlaceMode_Bob")]
    Bob,
    /// As the driver finds best, from this picture's fields and its neighbours'.
    #[doc(alias = "cudaVideoDeinterlaceMode_Adaptive")]
    Adaptive,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) crop: Option<Area>,
    pub(crate) size: Option<Size>,
    pub(crate) place: Option<Area>,
    pub(crate) format: Option<PixelFormat>,
    pub(crate) deinterlace: Deinterlace,
}

impl Output {
    /// Refuses what goes with no stream.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let areas = [(self.crop, self.crop_step()), (self.place, 2)];
        for (area, step) in areas {
            if let Some(area) = area.filter(|area| area.is_empty() || !area.begins_at(step)) {
                return Err(Error::InvalidArea { area });
            }
        }
        match self.size {
            Some(size) if !is_output_size(size) => Err(Error::InvalidOutputSize { size }),
            _ => Ok(()),
        }
    }

    /// A scaled picture begins where the driver can begin; another is even where it cannot.
    fn crop_step(&self) -> u32 {
        match self.size.is_some() || self.place.is_some() {
            true => ORIGIN_STEP,
            false => 2,
        }
    }

    /// The part of the coded picture that is shown.
    pub(crate) fn shown(&self, info: &StreamInfo) -> Result<Area, Error> {
        let (area, whole) = (info.display_area, info.size());
        match self.crop {
            None => Ok(area),
            Some(crop) if crop.ends_within(whole) => Ok(crop.within(area)),
            Some(area) => Err(Error::AreaOutside { area, whole }),
        }
    }

    /// The part of a frame of `whole` that the picture goes to, where it is not all.
    pub(crate) fn placed(&self, whole: Size) -> Result<Option<Area>, Error> {
        match self.place {
            Some(area) if !area.ends_within(whole) => Err(Error::AreaOutside { area, whole }),
            place => Ok(place),
        }
    }

    /// The format of frames, which is one that the device has for the stream.
    pub(crate) fn format(&self, info: &StreamInfo, caps: &Caps) -> Result<PixelFormat, Error> {
        let format = self.format.unwrap_or(info.format);
        let has = caps.output_formats();
        if has.contains(&format) {
            return Ok(format);
        }
        Err(Error::UnsupportedOutput { format, has })
    }
}

/// The driver's rectangles have 16 bits a side, one of them for the sign.
const MOST_OUTPUT_SIDE: u32 = 32766;

fn is_output_size(size: Size) -> bool {
    let sides = [size.width, size.height];
    sides
        .into_iter()
        .all(|side| (2..=MOST_OUTPUT_SIDE).contains(&side) && side.is_multiple_of(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crop(area: Area) -> Result<(), Error> {
        let crop = Some(area);
        let output = Output {
            crop,
            ..Output::default()
        };
        output.check()
    }

    #[test]
    fn areas_begin_even_and_hold_something() {
        assert_eq!(crop(Area::new(2, 4, 9, 7)), Ok(()));
        for area in [
            Area::new(1, 0, 9, 9),
            Area::new(0, 3, 9, 9),
            Area::new(8, 0, 8, 9),
            Area::new(8, 0, 6, 9),
        ] {
            assert_eq!(crop(area), Err(Error::InvalidArea { area }));
        }
    }

    #[test]
    fn an_area_that_is_scaled_begins_where_the_driver_can() {
        for (area, ok) in [
            (Area::new(4, 8, 20, 21), true),
            (Area::new(2, 8, 20, 20), false),
            (Area::new(4, 6, 20, 20), false),
        ] {
            let cropped = Output {
                crop: Some(area),
                ..Output::default()
            };
            assert_eq!(cropped.check(), Ok(()));
            let expected = if ok {
                Ok(())
            } else {
                Err(Error::InvalidArea { area })
            };
            let place = Some(Area::new(2, 2, 4, 4));
            assert_eq!(Output { place, ..cropped }.check(), expected);
            let size = Some(Size::new(32, 32));
            assert_eq!(Output { size, ..cropped }.check(), expected);
        }
    }

    #[test]
    fn sizes_are_even() {
        let (most, more) = (MOST_OUTPUT_SIDE, MOST_OUTPUT_SIDE + 2);
        for (width, height, ok) in [
            (2, most, true),
            (3, 2, false),
            (2, 0, false),
            (more, 2, false),
        ] {
            let size = Some(Size::new(width, height));
            let output = Output {
                size,
                ..Output::default()
            };
            assert_eq!(output.check().is_ok(), ok, "{width}x{height}");
        }
    }

    #[test]
    fn an_area_moves_with_its_whole() {
        let area = Area::new(2, 4, 10, 8);
        assert_eq!(
            area.within(Area::new(4, 2, 400, 200)),
            Area::new(6, 6, 14, 10)
        );
        let last = Area::new(0, 0, u32::MAX, u32::MAX);
        assert_eq!(last.within(area).right, u32::MAX);
    }
}
