use std::fmt;

/// Columns and rows of a picture, in luma samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs)] // a size has these two sides
pub struct Size {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl Size {
    /// A size of `width` columns and `height` rows.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    /// Columns times rows.
    pub const fn pixels(self) -> u64 {
        self.width as u64 * self.height as u64
    }

    /// True when both sides are at most those of `limit`.
    pub fn fits(self, limit: Self) -> bool {
        self.width <= limit.width && self.height <= limit.height
    }
}

impl From<(u32, u32)> for Size {
    fn from((width, height): (u32, u32)) -> Self {
        Self { width, height }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

/// A ratio, such as frames to seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs)] // a ratio has these two terms
pub struct Rational {
    /// Numerator.
    pub num: u32,
    /// Denominator.
    pub den: u32,
}

impl Rational {
    /// `num` to `den`.
    pub const fn new(num: u32, den: u32) -> Self {
        Self { num, den }
    }

    /// The ratio as a number; infinite or not a number when the denominator is zero.
    pub fn as_f64(self) -> f64 {
        f64::from(self.num) / f64::from(self.den)
    }
}

impl From<(u32, u32)> for Rational {
    fn from((num, den): (u32, u32)) -> Self {
        Self { num, den }
    }
}

impl From<u32> for Rational {
    fn from(num: u32) -> Self {
        Self { num, den: 1 }
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.den {
            1 => write!(f, "{}", self.num),
            den => write!(f, "{}/{den}", self.num),
        }
    }
}
