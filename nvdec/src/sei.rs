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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As an encoder writes it.
    fn nal(codec: Codec, messages: &[Sei]) -> Vec<u8> {
        let mut plain = match codec {
            Codec::H264 => vec![6],
            _ => vec![39 << 1, 1],
        };
        for Sei { kind, payload } in messages {
            for mut number in [*kind as usize, payload.len()] {
                while number >= 255 {
                    plain.push(255);
                    number -= 255;
                }
                plain.push(number as u8);
            }
            plain.extend(payload);
        }
        plain.push(0x80);
        let (mut nal, mut zeros) = (vec![0, 0, 1], 0);
        for byte in plain {
            if zeros == 2 && byte <= 3 {
                nal.push(3);
                zeros = 0;
            }
            zeros = if byte == 0 { zeros + 1 } else { 0 };
            nal.push(byte);
        }
        nal
    }

    fn sei() -> impl Strategy<Value = Sei> {
        let byte = prop_oneof![Just(0_u8), Just(0xff), any::<u8>()];
        let payload = proptest::collection::vec(byte, 0..600);
        (0..1000_u32, payload).prop_map(|(kind, payload)| Sei { kind, payload })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(
            messages in proptest::collection::vec(sei(), 1..5),
            hevc: bool,
        ) {
            let codec = if hevc { Codec::Hevc } else { Codec::H264 };
            let mut reader = Messages::new(true);
            prop_assert!(reader.read(codec, &nal(codec, &messages)));
            reader.begin_picture();
            prop_assert_eq!(reader.of_picture(), messages);
        }

        #[test]
        fn any_bytes_are_read_without_harm(
            mut bytes in proptest::collection::vec(any::<u8>(), 0..300),
            header in prop_oneof![Just(6_u8), Just(39 << 1), Just(40 << 1), any::<u8>()],
        ) {
            bytes.splice(0..0, [0, 0, 1, header, 1]);
            for codec in Codec::ALL {
                let mut reader = Messages::new(true);
                reader.read(codec, &bytes);
                reader.begin_picture();
                let read: usize = reader.of_picture().iter().map(|sei| sei.payload.len()).sum();
                prop_assert!(read <= bytes.len());
            }
        }
    }

    #[test]
    fn messages_without_a_picture_do_not_pile_up() {
        let empty = Sei {
            kind: 4,
            payload: Vec::new(),
        };
        let long = Sei {
            kind: 5,
            payload: vec![7; MOST_BYTES / 3],
        };
        for (sei, kept) in [(empty, MOST_MESSAGES), (long, 3)] {
            let mut reader = Messages::new(true);
            for _ in 0..2 * MOST_MESSAGES {
                reader.read(Codec::Hevc, &nal(Codec::Hevc, std::slice::from_ref(&sei)));
            }
            reader.begin_picture();
            assert_eq!(reader.of_picture().len(), kept);
        }
    }

    #[test]
    fn messages_of_a_picture_that_was_not_decoded_go_with_it() {
        let message = |kind| {
            nal(
                Codec::H264,
                &[Sei {
                    kind,
                    payload: vec![1],
                }],
            )
        };
        let mut reader = Messages::new(true);
        for kind in [4, 5] {
            reader.read(Codec::H264, &message(kind));
            reader.begin_picture();
        }
        let kinds: Vec<u32> = reader.of_picture().iter().map(|sei| sei.kind).collect();
        assert_eq!(kinds, [5]);
    }

    #[test]
    fn messages_after_a_picture_belong_to_it() {
        let sei = |kind| Sei {
            kind,
            payload: vec![kind as u8],
        };
        let mut reader = Messages::new(true);
        reader.read(Codec::Hevc, &nal(Codec::Hevc, &[sei(1)]));
        reader.begin_picture();
        let mut suffix = nal(Codec::Hevc, &[sei(2)]);
        suffix[3] = 40 << 1;
        reader.read(Codec::Hevc, &suffix);
        reader.read(Codec::Hevc, &nal(Codec::Hevc, &[sei(3)]));
        assert_eq!(reader.of_picture(), [sei(1), sei(2)]);
        reader.begin_picture();
        assert_eq!(reader.of_picture(), [sei(3)]);
    }
}
