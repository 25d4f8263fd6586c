//! How pictures are to be shown, as far as a container says it beside the stream.

use std::fmt;

use nvdec::{Colour, ContentLight, MasteringDisplay, Size, StreamInfo};

/// How pictures are to be shown. Nothing of it changes their samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Appearance {
    /// What the samples mean.
    pub colour: Option<Colour>,
    /// The screen that they were graded on.
    pub mastering_display: Option<MasteringDisplay>,
    /// How bright they are.
    pub content_light: Option<ContentLight>,
    /// Width to height of a sample in the least numbers, where it is no square.
    pub sample_aspect: Option<(u16, u16)>,
    /// How they are turned before they are shown.
    pub turn: Turn,
    /// What else the container says, which no output here can say again.
    pub left_out: Option<&'static str>,
}

/// How pictures are turned before they are shown, clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // a circle has four quarters
pub enum Turn {
    /// Not at all.
    #[default]
    None,
    /// By 90 degrees.
    Right,
    /// By 180 degrees.
    Half,
    /// By 270 degrees.
    Left,
}

/// Stands for "not said" in each of a colour's numbers.
const UNKNOWN: u8 = 2;

impl Appearance {
    /// What a stream says of itself.
    pub fn of_stream(stream: &StreamInfo) -> Self {
        let aspect = stream.sample_aspect;
        Self {
            colour: colour(stream.colour),
            mastering_display: stream.mastering_display,
            content_light: stream.content_light,
            sample_aspect: sample_aspect(aspect.num.into(), aspect.den.into()),
            ..Self::default()
        }
    }

    /// The same, with what `other` says where this says nothing.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            colour: match (self.colour, other.colour) {
                (Some(colour), Some(other)) => Some(merged(colour, other)),
                (colour, other) => colour.or(other),
            },
            mastering_display: self.mastering_display.or(other.mastering_display),
            content_light: self.content_light.or(other.content_light),
            sample_aspect: self.sample_aspect.or(other.sample_aspect),
            turn: match self.turn {
                Turn::None => other.turn,
                turn => turn,
            },
            left_out: self.left_out.or(other.left_out),
        }
    }
}

/// In a few words for people; none where nothing is said.
impl fmt::Display for Appearance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colour = self.colour.map(|colour| {
            let numbers = numbers(colour).map(|number| number.to_string()).join("-");
            let range = if colour.full_range {
                ", full range"
            } else {
                ""
            };
            format!("colour {numbers}{range}")
        });
        let hdr10 = self.mastering_display.is_some() || self.content_light.is_some();
        let samples = |(width, height)| format!("samples of {width}:{height}");
        let turn = format!("turned by {} degrees", self.turn.degrees());
        let words = [
            colour,
            hdr10.then(|| "HDR10 metadata".to_owned()),
            self.sample_aspect.map(samples),
            (self.turn != Turn::None).then_some(turn),
            self.left_out.map(|what| format!("{what} (left out)")),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        f.write_str(&words.join(", "))
    }
}

impl Turn {
    /// In degrees, clockwise.
    pub fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Right => 90,
            Self::Half => 180,
            Self::Left => 270,
        }
    }

    /// `None` for what is no quarter turn.
    pub(super) fn clockwise(degrees: f64) -> Option<Self> {
        let all = [Self::None, Self::Right, Self::Half, Self::Left];
        let degrees = degrees.rem_euclid(360.0);
        all.into_iter()
            .find(|turn| (f64::from(turn.degrees()) - degrees).abs() < 0.01)
    }
}

/// A colour of which something is said. Numbers that H.273 has no meaning for say nothing.
pub(super) fn colour(said: Colour) -> Option<Colour> {
    let or_unknown = |number, known| if known { number } else { UNKNOWN };
    let colour = Colour {
        primaries: or_unknown(said.primaries, matches!(said.primaries, 1 | 4..=12)),
        transfer: or_unknown(said.transfer, matches!(said.transfer, 1 | 4..=18)),
        matrix: or_unknown(said.matrix, matches!(said.matrix, 0 | 1 | 4..=14)),
        full_range: said.full_range,
    };
    (colour.full_range || numbers(colour) != [UNKNOWN; 3]).then_some(colour)
}

/// VP9 says no more than the matrix and the range, and its container the rest.
fn merged(colour: Colour, other: Colour) -> Colour {
    let or = |number, other| if number == UNKNOWN { other } else { number };
    Colour {
        primaries: or(colour.primaries, other.primaries),
        transfer: or(colour.transfer, other.transfer),
        matrix: or(colour.matrix, other.matrix),
        full_range: colour.full_range,
    }
}

fn numbers(colour: Colour) -> [u8; 3] {
    [colour.primaries, colour.transfer, colour.matrix]
}

/// In the least numbers; `None` for a square and for what is no shape.
pub(super) fn sample_aspect(width: u64, height: u64) -> Option<(u16, u16)> {
    let divisor = greatest_common_divisor(width, height);
    let (width, height) = (width.checked_div(divisor)?, height.checked_div(divisor)?);
    let aspect = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
    (aspect.0 != 0 && aspect.1 != 0 && aspect != (1, 1)).then_some(aspect)
}

/// The samples of a picture of this size that is shown as wide and as high as that.
pub(super) fn aspect_of_samples(size: Size, shown: (u64, u64)) -> Option<(u16, u16)> {
    let width = shown.0.checked_mul(size.height.into())?;
    let height = shown.1.checked_mul(size.width.into())?;
    sample_aspect(width, height)
}

fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn said(primaries: u8, transfer: u8, matrix: u8) -> Colour {
        Colour {
            primaries,
            transfer,
            matrix,
            full_range: false,
        }
    }

    #[test]
    fn numbers_without_a_meaning_say_nothing() {
        assert_eq!(colour(said(2, 2, 2)), None);
        assert_eq!(colour(said(0, 3, 3)), None);
        assert_eq!(colour(said(9, 200, 255)), Some(said(9, 2, 2)));
    }

    #[test]
    fn the_stream_wins_where_it_says_something() {
        let stream = Appearance {
            colour: Some(said(2, 2, 1)),
            ..Appearance::default()
        };
        let container = Appearance {
            colour: Some(said(9, 16, 9)),
            turn: Turn::Left,
            sample_aspect: Some((4, 3)),
            ..Appearance::default()
        };
        let both = stream.or(container);
        assert_eq!(both.colour, Some(said(9, 16, 1)));
        assert_eq!((both.turn, both.sample_aspect), (Turn::Left, Some((4, 3))));
        assert_eq!(container.or(stream), container);
    }

    #[test]
    fn in_words() {
        let mut appearance = Appearance::default();
        assert_eq!(appearance.to_string(), "");
        appearance.colour = Some(Colour::BT2020_PQ);
        appearance.turn = Turn::Left;
        let words = "colour 9-16-9, turned by 270 degrees";
        assert_eq!(appearance.to_string(), words);
    }

    #[test]
    fn shapes_of_samples() {
        let pal = Size::new(720, 576);
        assert_eq!(aspect_of_samples(pal, (1024, 576)), Some((64, 45)));
        assert_eq!(aspect_of_samples(pal, (720, 576)), None);
        assert_eq!(aspect_of_samples(pal, (0, 576)), None);
        assert_eq!(aspect_of_samples(pal, (u64::MAX, 1)), None);
        assert_eq!(sample_aspect(0, 0), None);
    }

    #[test]
    fn quarter_turns() {
        assert_eq!(Turn::clockwise(-90.0), Some(Turn::Left));
        assert_eq!(Turn::clockwise(-180.0), Some(Turn::Half));
        assert_eq!(Turn::clockwise(45.0), None);
        assert_eq!(Turn::clockwise(f64::NAN), None);
    }
}
