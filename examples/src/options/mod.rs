//! Options of an encoder, and values in the forms in which people write them.

mod coding;
mod profile;
mod quality;
mod rate;

use std::fmt;
use std::str::FromStr;

use nvdec::{Rational, Size};
use nvenc::Codec;

pub(crate) use coding::Coding;
use profile::ProfileName;
use quality::Quality;
use rate::Rate;

/// Bits in a second: `8000000`, `8000k`, `8M`, `2.5M`, `8Mbps`. K is 1000, as with NVIDIA's samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)] // there is nothing else to it
pub struct Bitrate(pub u32);

impl FromStr for Bitrate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let lower = text.to_ascii_lowercase();
        let number = lower.strip_suffix("bps").unwrap_or(&lower);
        let (number, unit) = match number.strip_suffix(['k', 'm', 'g']) {
            Some(rest) => (rest, unit(number)),
            None => (number, 1.0),
        };
        let digits = number.chars().all(|c| c.is_ascii_digit() || c == '.');
        let bits = number.parse::<f64>().ok().filter(|_| digits);
        bits.map(|bits| (bits * unit).round())
            .filter(|bits| (1.0..=f64::from(u32::MAX)).contains(bits))
            .map(|bits| Self(bits as u32))
            .ok_or_else(|| "write bits in a second, such as 80M, 2.5M or 800k".to_owned())
    }
}

fn unit(number: &str) -> f64 {
    match number.as_bytes().last() {
        Some(b'k') => 1e3,
        Some(b'm') => 1e6,
        _ => 1e9,
    }
}

impl fmt::Display for Bitrate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} Mbit/s", f64::from(self.0) / 1e6)
    }
}

/// Reads `WIDTHxHEIGHT`.
///
/// # Errors
/// What to write instead.
pub fn size(text: &str) -> Result<Size, String> {
    let size = text
        .split_once(['x', 'X'])
        .and_then(|(width, height)| Some(Size::new(width.parse().ok()?, height.parse().ok()?)));
    size.ok_or_else(|| "write WIDTHxHEIGHT, such as 7680x4320".to_owned())
}

/// Reads the name of a codec.
///
/// # Errors
/// What to write instead.
pub fn codec(text: &str) -> Result<Codec, String> {
    match text.to_ascii_lowercase().as_str() {
        "hevc" | "h265" => Ok(Codec::Hevc),
        "h264" | "avc" => Ok(Codec::H264),
        _ => Err("write hevc or h264".to_owned()),
    }
}

/// Reads frames in a second: `30`, `30000/1001`, `29.97`.
///
/// # Errors
/// What to write instead.
pub fn frame_rate(text: &str) -> Result<Rational, String> {
    let rate = match text.split_once('/') {
        Some((num, den)) => num.parse().ok().zip(den.parse().ok()),
        None => decimal(text),
    };
    rate.filter(|(num, den)| *num > 0 && *den > 0)
        .map(Rational::from)
        .ok_or_else(|| "write frames in a second, such as 30, 30000/1001 or 23.976".to_owned())
}

/// `29.97` and `23.976` stand for these fractions everywhere.
fn decimal(text: &str) -> Option<(u32, u32)> {
    if let Ok(whole) = text.parse() {
        return Some((whole, 1));
    }
    let rate: f64 = text.parse().ok()?;
    if !(0.01..=1000.0).contains(&rate) {
        return None;
    }
    let ntsc = rate.ceil() * 1000.0 / 1001.0;
    match (rate - ntsc).abs() < 0.005 {
        true => Some((rate.ceil() as u32 * 1000, 1001)),
        false => Some(((rate * 1000.0).round() as u32, 1000)),
    }
}

/// Reads `28` or `28,31,25`.
pub(crate) fn quantisers(text: &str) -> Result<[u8; 3], String> {
    let numbers: Option<Vec<u8>> = text
        .split(',')
        .map(|number| number.trim().parse().ok().filter(|qp| *qp <= 51))
        .collect();
    match numbers.as_deref() {
        Some([qp]) => Ok([*qp; 3]),
        Some([p, b, i]) => Ok([*p, *b, *i]),
        _ => Err("write one number, or three as in 28,31,25, of 0 to 51".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bitrates_are_decimal() {
        let cases = [
            ("8000000", 8_000_000),
            ("8M", 8_000_000),
            ("8m", 8_000_000),
            ("8000k", 8_000_000),
            ("8000K", 8_000_000),
            ("8Mbps", 8_000_000),
            ("2.5M", 2_500_000),
            ("1.5g", 1_500_000_000),
        ];
        for (text, bits) in cases {
            assert_eq!(text.parse(), Ok(Bitrate(bits)), "{text}");
        }
    }

    #[test]
    fn wrong_bitrates_are_refused() {
        for text in [
            "", "M", "8MiB", "8 M", "-8M", "0", "5G", "1e6", "nan", "inf", "8kk",
        ] {
            assert!(text.parse::<Bitrate>().is_err(), "{text}");
        }
    }

    #[test]
    fn sizes() {
        assert_eq!(size("7680x4320"), Ok(Size::new(7680, 4320)));
        for text in ["", "7680", "7680x", "x4320", "7680x-1", "7680x4320x2"] {
            assert!(size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn frame_rates() {
        let cases = [
            ("30", (30, 1)),
            ("30000/1001", (30_000, 1001)),
            ("29.97", (30_000, 1001)),
            ("23.976", (24_000, 1001)),
            ("12.5", (12_500, 1000)),
        ];
        for (text, rate) in cases {
            assert_eq!(frame_rate(text), Ok(rate.into()), "{text}");
        }
        for text in ["", "0", "30/0", "-1", "nan"] {
            assert!(frame_rate(text).is_err(), "{text}");
        }
    }
}
