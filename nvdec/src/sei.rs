//! Messages beside the pictures (SEI) of H.264 and HEVC, which the driver's parser of the
//! interface 8.1 does not hand out.

use crate::{Codec, StreamInfo, cut::unit};
use nvframe::{ContentLight, MasteringDisplay};

/// A message that stands in a stream beside a picture: supplemental enhancement information, by
/// the numbers of H.264 and HEVC.
///
/// `nvenc::Sei::new(sei.kind, &sei.payload)` writes it again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "CUSEIMESSAGE")]
#[non_exhaustive]
pub struct Sei {
    /// Its type, such as 4 for registered user data (closed captions) or 5 for unregistered.
    #[doc(alias = "payloadType")]
    pub kind: u32,
    /// What it says, without emulation prevention.
    pub payload: Vec<u8>,
}

/// Messages that are kept for a picture, and bytes of their payloads: far more than any stream
/// has, so that a hostile one cannot fill the memory. What comes after is left out.
const MOST_MESSAGES: usize = 256;
const MOST_BYTES: usize = 1 << 20;

/// What NAL units are here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Sequence,
    /// Messages for the picture that follows.
    Before,
    /// Messages for the picture that they follow.
    After,
}

/// The messages of a stream.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    /// They are kept for each picture.
    kept: bool,
    /// Those of the picture whose first slice is yet to come.
    next: Vec<Sei>,
    /// Those of the picture whose slices the parser is getting.
    current: Vec<Sei>,
    mastering_display: Option<MasteringDisplay>,
    content_light: Option<ContentLight>,
    /// A NAL unit without emulation prevention; used again for each.
    bytes: Vec<u8>,
}

impl Messages {
    pub(crate) fn new(kept: bool) -> Self {
        Self {
            kept,
            ..Self::default()
        }
    }

    /// Reads a piece of the stream; true when it may have told something of the stream.
    pub(crate) fn read(&mut self, codec: Codec, piece: &[u8]) -> bool {
        let Some((role, message)) = role(codec, piece) else {
            return false;
        };
        if role == Role::Sequence {
            (self.mastering_display, self.content_light) = (None, None);
            return false;
        }
        let mut bytes = std::mem::take(&mut self.bytes);
        unescape(message, &mut bytes);
        for (kind, payload) in Reader(&bytes) {
            self.take_in(role, kind, payload);
        }
        self.bytes = bytes;
        true
    }

    fn take_in(&mut self, role: Role, kind: u32, payload: &[u8]) {
        match kind {
            137 => self.mastering_display = mastering_display(payload).or(self.mastering_display),
            144 => self.content_light = content_light(payload).or(self.content_light),
            _ => {}
        }
        if !self.kept {
            return;
        }
        let messages = match role {
            Role::After => &mut self.current,
            _ => &mut self.next,
        };
        let bytes: usize = messages.iter().map(|sei| sei.payload.len()).sum();
        if messages.len() < MOST_MESSAGES && payload.len() <= MOST_BYTES - bytes.min(MOST_BYTES) {
            let payload = payload.to_vec();
            messages.push(Sei { kind, payload });
        }
    }

    /// Tells what is known of the stream.
    pub(crate) fn tell(&self, info: &mut StreamInfo) {
        info.mastering_display = self.mastering_display;
        info.content_light = self.content_light;
    }

    /// The parser gets the slices of the next picture. Messages of the last one are still here
    /// if that was never decoded.
    pub(crate) fn begin_picture(&mut self) {
        self.current.clear();
        self.current.append(&mut self.next);
    }

    /// Those of the picture whose slices the parser has got.
    pub(crate) fn of_picture(&mut self) -> Vec<Sei> {
        std::mem::take(&mut self.current)
    }

    /// Another stream begins.
    pub(crate) fn forget(&mut self) {
        self.next.clear();
        self.current.clear();
        (self.mastering_display, self.content_light) = (None, None);
    }
}

/// What a NAL unit is here for, and what follows its header.
fn role(codec: Codec, piece: &[u8]) -> Option<(Role, &[u8])> {
    match (codec, unit(piece)?) {
        // Table 7-1 of H.264
        (Codec::H264, [header, message @ ..]) => match header & 0x1f {
            6 => Some((Role::Before, message)),
            7 => Some((Role::Sequence, message)),
            _ => None,
        },
        // Table 7-1 of H.265
        (Codec::Hevc, [header, _, message @ ..]) => match header >> 1 & 0x3f {
            33 => Some((Role::Sequence, message)),
            39 => Some((Role::Before, message)),
            40 => Some((Role::After, message)),
            _ => None,
        },
        _ => None,
    }
}

/// Without emulation prevention: a 3 after two zeros.
fn unescape(escaped: &[u8], bytes: &mut Vec<u8>) {
    bytes.clear();
    let mut zeros = 0;
    for byte in escaped {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        bytes.push(*byte);
    }
}

/// The messages of an SEI NAL unit; ends where one is cut off.
struct Reader<'a>(&'a [u8]);

impl<'a> Iterator for Reader<'a> {
    type Item = (u32, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        // What is left at the end is a one bit and zeros.
        if self.0.len() < 2 {
            return None;
        }
        let kind = self.number()?;
        let length = usize::try_from(self.number()?).ok()?;
        let (payload, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((kind, payload))
    }
}

impl Reader<'_> {
    /// 7.3.2.3.1 of H.264, 7.3.5 of H.265: bytes of 255 and one that is less, added.
    fn number(&mut self) -> Option<u32> {
        let whole = self.0.iter().take_while(|byte| **byte == 0xff).count();
        let last = *self.0.get(whole)?;
        self.0 = &self.0[whole + 1..];
        let whole = u32::try_from(whole).ok()?;
        whole.checked_mul(255)?.checked_add(last.into())
    }
}

/// D.2.28 of H.265.
fn mastering_display(payload: &[u8]) -> Option<MasteringDisplay> {
    let (points, luminance) = payload.first_chunk::<24>()?.split_at(16);
    let mut points = points.as_chunks().0.iter().map(|[a, b, c, d]| {
        let (x, y) = ([*a, *b], [*c, *d]);
        (u16::from_be_bytes(x), u16::from_be_bytes(y))
    });
    // The standard's order is green, blue, red.
    let (green, blue, red) = (points.next()?, points.next()?, points.next()?);
    let luminance = luminance.as_chunks().0;
    Some(MasteringDisplay {
        red,
        green,
        blue,
        white: points.next()?,
        max_luminance: u32::from_be_bytes(*luminance.first()?),
        min_luminance: u32::from_be_bytes(*luminance.get(1)?),
    })
}

/// D.2.35 of H.265.
fn content_light(payload: &[u8]) -> Option<ContentLight> {
    let [a, b, c, d] = *payload.first_chunk()?;
    Some(ContentLight {
        max_content: u16::from_be_bytes([a, b]),
        max_average: u16::from_be_bytes([c, d]),
    })
}

#[cfg(test)]
mod tests;
