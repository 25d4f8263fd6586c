//! Messages beside the pictures (SEI).

use crate::{Codec, Error, raw::sys::*};

/// A message that goes into the stream with one picture: supplemental enhancement
/// information, by the numbers of H.264 and HEVC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_SEI_PAYLOAD")]
pub struct Sei<'a> {
    kind: u32,
    payload: &'a [u8],
}

impl<'a> Sei<'a> {
    /// A message of the type `kind`, such as 4 for registered user data (closed captions) or
    /// 5 for unregistered, which begins with a UUID of 16 bytes. Start-code emulation is
    /// prevented by the encoder.
    #[doc(alias = "payloadType")]
    pub const fn new(kind: u32, payload: &'a [u8]) -> Self {
        Self { kind, payload }
    }
}

/// The screen that a film was graded on (SMPTE ST 2086), for HDR10.
///
/// Chromaticities are x and y in units of 0.00002, luminance in 0.0001 candela a square
/// metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)] // the standard's fields
pub struct MasteringDisplay {
    /// Of red.
    pub red: (u16, u16),
    /// Of green.
    pub green: (u16, u16),
    /// Of blue.
    pub blue: (u16, u16),
    /// Of white.
    pub white: (u16, u16),
    /// Brightest.
    pub max_luminance: u32,
    /// Darkest.
    pub min_luminance: u32,
}

impl MasteringDisplay {
    /// A display of the P3 colours with white D65.
    pub const fn p3_d65(max_luminance: u32, min_luminance: u32) -> Self {
        Self {
            red: (34_000, 16_000),
            green: (13_250, 34_500),
            blue: (7_500, 3_000),
            white: (15_635, 16_450),
            max_luminance,
            min_luminance,
        }
    }

    pub(crate) fn message(self) -> Message {
        // The standard's order is green, blue, red.
        let points = [self.green, self.blue, self.red, self.white];
        let mut bytes: Vec<u8> = points
            .into_iter()
            .flat_map(|(x, y)| [x.to_be_bytes(), y.to_be_bytes()])
            .flatten()
            .collect();
        bytes.extend(self.max_luminance.to_be_bytes());
        bytes.extend(self.min_luminance.to_be_bytes());
        Message { kind: 137, bytes }
    }
}

/// How bright a film is, for HDR10, in candela a square metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)] // the standard's fields
pub struct ContentLight {
    /// Of the brightest pixel (MaxCLL).
    pub max_content: u16,
    /// Of the brightest picture on average (MaxFALL).
    pub max_average: u16,
}

impl ContentLight {
    pub(crate) fn message(self) -> Message {
        let bytes = [
            self.max_content.to_be_bytes(),
            self.max_average.to_be_bytes(),
        ];
        Message {
            kind: 144,
            bytes: bytes.concat(),
        }
    }
}

/// A message that goes with each picture.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    kind: u32,
    bytes: Vec<u8>,
}

/// Messages with one picture, those of the session included.
pub(crate) const MOST: usize = 16;

/// A picture's messages, as the driver takes them; they live as long as what they point to.
pub(crate) struct Payloads {
    array: [NV_ENC_SEI_PAYLOAD; MOST],
    count: usize,
}

impl Payloads {
    pub(crate) fn new(always: &[Message], once: &[Sei<'_>]) -> Result<Self, Error> {
        let always = always
            .iter()
            .map(|message| Sei::new(message.kind, &message.bytes));
        let mut payloads = Self {
            array: [NV_ENC_SEI_PAYLOAD::default(); MOST],
            count: 0,
        };
        for message in always.chain(once.iter().copied()) {
            payloads.push(message)?;
        }
        Ok(payloads)
    }

    fn push(&mut self, message: Sei<'_>) -> Result<(), Error> {
        let Some(place) = self.array.get_mut(self.count) else {
            return Err(Error::invalid(
                "SEI messages",
                self.count + 1,
                "a picture takes 16, those of HDR10 included",
            ));
        };
        let size = u32::try_from(message.payload.len()).ok();
        let Some(size) = size.filter(|size| *size > 0) else {
            return Err(Error::invalid(
                "SEI message",
                message.payload.len(),
                "it must have bytes, below 4 GiB",
            ));
        };
        *place = NV_ENC_SEI_PAYLOAD {
            payloadSize: size,
            payloadType: message.kind,
            // The driver only reads.
            payload: message.payload.as_ptr().cast_mut(),
        };
        self.count += 1;
        Ok(())
    }

    /// Points the picture at them.
    pub(crate) fn write(&mut self, codec: Codec, picture: &mut NV_ENC_PIC_PARAMS) {
        if self.count == 0 {
            return;
        }
        let (array, count) = (self.array.as_mut_ptr(), self.count as u32);
        match codec {
            Codec::H264 => {
                picture.codecPicParams.h264PicParams.seiPayloadArray = array;
                picture.codecPicParams.h264PicParams.seiPayloadArrayCnt = count;
            }
            Codec::Hevc => {
                picture.codecPicParams.hevcPicParams.seiPayloadArray = array;
                picture.codecPicParams.hevcPicParams.seiPayloadArrayCnt = count;
            }
        }
    }
}
