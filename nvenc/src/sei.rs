//! Messages beside the pictures (SEI).

use crate::{Codec, Error, raw::sys::*};
use std::ptr;

pub use nvframe::{ContentLight, MasteringDisplay};

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

/// A message that goes with each picture.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) kind: u32,
    bytes: Vec<u8>,
}

impl Message {
    pub(crate) fn mastering(display: MasteringDisplay) -> Self {
        // The standard's order is green, blue, red.
        let points = [display.green, display.blue, display.red, display.white];
        let mut bytes: Vec<u8> = points
            .into_iter()
            .flat_map(|(x, y)| [x.to_be_bytes(), y.to_be_bytes()])
            .flatten()
            .collect();
        bytes.extend(display.max_luminance.to_be_bytes());
        bytes.extend(display.min_luminance.to_be_bytes());
        Self { kind: 137, bytes }
    }

    pub(crate) fn light(light: ContentLight) -> Self {
        let bytes = [
            light.max_content.to_be_bytes(),
            light.max_average.to_be_bytes(),
        ];
        Self {
            kind: 144,
            bytes: bytes.concat(),
        }
    }
}

/// Messages with one picture, those of the session included.
pub(crate) const MOST: usize = 16;

/// A picture's messages, as the driver takes them; they live as long as what they point to.
pub(crate) struct Payloads {
    array: [NV_ENC_SEI_PAYLOAD; MOST],
    count: usize,
}

impl Payloads {
    /// Those of a picture without any.
    #[inline]
    pub(crate) const fn none() -> Self {
        let nothing = NV_ENC_SEI_PAYLOAD {
            payloadSize: 0,
            payloadType: 0,
            payload: ptr::null_mut(),
        };
        Self {
            array: [nothing; MOST],
            count: 0,
        }
    }

    /// Adds those of the session and those of the picture.
    #[inline]
    pub(crate) fn add(&mut self, always: &[Message], once: &[Sei<'_>]) -> Result<(), Error> {
        let always = always
            .iter()
            .map(|message| Sei::new(message.kind, &message.bytes));
        let mut messages = always.chain(once.iter().copied());
        messages.try_for_each(|message| self.push(message))
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
    #[inline]
    pub(crate) fn write(&mut self, codec: Codec, picture: &mut NV_ENC_PIC_PARAMS) {
        if self.count > 0 {
            self.write_some(codec, picture);
        }
    }

    fn write_some(&mut self, codec: Codec, picture: &mut NV_ENC_PIC_PARAMS) {
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
