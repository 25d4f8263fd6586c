//! What a decoder was asked for, and the driver's decoder that this makes for a stream.

use crate::{
    Api, Caps, Codec, DecoderGroup, Error, StreamInfo,
    group::{Kind, Member},
    output::Output,
    raw::{Geometry, RawDecoder},
};
use nvframe::{Size, cudarc::driver::CudaContext};
use std::{num::NonZeroU32, sync::Arc};

/// Decode surfaces beyond those that the stream needs: one to decode into while pictures
/// wait to be mapped.
const SPARE_DECODE_SURFACES: u32 = 1;
/// What a stream needs at most; for drivers that do not say (before 9.1 of the interface).
const MOST_NEEDED: u32 = 20;
/// NVDEC's own limit.
pub(crate) const MOST_DECODE_SURFACES: u32 = 32;
/// What is left for pictures that are held back.
const MOST_DISPLAY_DELAY: u32 = MOST_DECODE_SURFACES - MOST_NEEDED - SPARE_DECODE_SURFACES;
/// More than NVDEC has use for; it bounds what a slip of the keyboard can ask for.
const MOST_OUTPUT_SURFACES: u32 = 64;

/// What a decoder was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) api: Api,
    pub(crate) context: Arc<CudaContext>,
    pub(crate) codec: Codec,
    pub(crate) output_surfaces: u32,
    pub(crate) display_delay: u32,
    /// The driver gets no more at a time, where that is told.
    pub(crate) in_flight: Option<NonZeroU32>,
    /// A picture is decoded at the end of the push that holds it.
    pub(crate) low_latency: bool,
    pub(crate) group: Option<DecoderGroup>,
    pub(crate) output: Output,
    /// SEI messages are kept for each picture.
    pub(crate) sei: bool,
    /// Coded pictures that are larger are refused.
    pub(crate) limit: Option<Size>,
    /// Decoders can be reconfigured up to this, at least.
    pub(crate) reserved: Size,
}

/// Pictures of a decoder in a group that the driver has not decoded: one, and the next.
const IN_A_GROUP: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);

impl Setup {
    /// Pictures that the driver is given before it has decoded them, at most: without a limit of
    /// the user's few in a group, so that no decoder of it waits within the driver.
    pub(crate) fn in_flight(&self, member: Option<&Member>) -> Option<NonZeroU32> {
        self.in_flight.or(member.map(|_| IN_A_GROUP))
    }

    /// In the group of decoders, if there is one that is for such pictures.
    pub(crate) fn member(&self, geometry: &Geometry, caps: &Caps) -> Option<Member> {
        let group = self.group.as_ref()?;
        let kind = Kind {
            gpu: self.context.ordinal(),
            codec: geometry.codec,
            chroma: geometry.chroma,
            bit_depth: geometry.bit_depth,
            coded: geometry.coded,
        };
        group.join(kind, caps.engines.map(usize::from))
    }

    /// True when decoders of both are alike in everything.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let Self {
            api,
            context,
            codec,
            output_surfaces,
            display_delay,
            in_flight,
            low_latency,
            group,
            output,
            sei,
            limit,
            reserved,
        } = self;
        Arc::ptr_eq(&api.library, &other.api.library)
            && Arc::ptr_eq(context, &other.context)
            && *group == other.group
            && (codec, output, limit, reserved)
                == (&other.codec, &other.output, &other.limit, &other.reserved)
            && (output_surfaces, display_delay) == (&other.output_surfaces, &other.display_delay)
            && (in_flight, low_latency, sei) == (&other.in_flight, &other.low_latency, &other.sei)
    }

    /// Refuses what goes with no stream, and what the GPU has no decoder for.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let (asked, most) = (self.output_surfaces, MOST_OUTPUT_SURFACES);
        if asked > most {
            return Err(Error::TooManySurfaces { asked, most });
        }
        let (asked, most) = (self.display_delay, MOST_DISPLAY_DELAY);
        if asked > most {
            return Err(Error::TooLongDelay { asked, most });
        }
        self.output.check()?;
        let (codec, context) = (self.codec, &*self.context);
        match self.api.decodes_any(context, codec)? {
            true => Ok(()),
            false => Err(Error::UnsupportedCodec {
                codec,
                has: self.api.codecs(context)?,
            }),
        }
    }

    /// What a decoder of a stream is made for, on a GPU that has these [`caps`](Self::caps).
    pub(crate) fn geometry(
        &self,
        info: &StreamInfo,
        caps: &Caps,
        needed_surfaces: u32,
    ) -> Result<Geometry, Error> {
        let shown = self.output.shown(info)?;
        let size = self.output.size.unwrap_or(shown.size());
        Ok(Geometry {
            codec: info.codec,
            chroma: info.chroma,
            bit_depth: info.bit_depth,
            coded: info.coded_size,
            shown,
            size,
            place: self.output.placed(size)?,
            format: self.output.format(info, caps)?,
            deinterlace: self.output.deinterlace,
            decode_surfaces: self.decode_surfaces(needed_surfaces),
            output_surfaces: self.output_surfaces,
        })
    }

    fn decode_surfaces(&self, needed: u32) -> u32 {
        let needed = if needed == 0 { MOST_NEEDED } else { needed };
        (needed + self.display_delay + SPARE_DECODE_SURFACES).min(MOST_DECODE_SURFACES)
    }

    /// What the GPU does with such a stream. Refuses what it does not decode, before the driver does
    /// with less to say.
    pub(crate) fn caps(&self, info: &StreamInfo) -> Result<Caps, Error> {
        let (codec, size) = (info.codec, info.coded_size);
        if let Some(limit) = self.limit.filter(|limit| !size.fits(*limit)) {
            return Err(Error::OverLimit { size, limit });
        }
        let caps = self
            .api
            .caps(&self.context, codec, info.chroma, info.bit_depth)?;
        let Some(caps) = caps else {
            return Err(Error::UnsupportedStream {
                codec,
                chroma: info.chroma,
                bit_depth: info.bit_depth,
                has: self.api.kinds(&self.context, codec)?,
            });
        };
        if !self.reserved.fits(caps.max_size) {
            let (asked, max) = (self.reserved, caps.max_size);
            return Err(Error::TooLargeReserve { codec, asked, max });
        }
        if caps.decodes(size) {
            return Ok(caps);
        }
        Err(Error::UnsupportedSize {
            codec,
            size,
            min: caps.min_size,
            max: caps.max_size,
            max_macroblocks: caps.max_macroblocks,
        })
    }

    /// The driver's decoder, which takes device memory.
    pub(crate) fn decoder(&self, geometry: Geometry) -> Result<RawDecoder, Error> {
        let max = Size::new(
            geometry.coded.width.max(self.reserved.width),
            geometry.coded.height.max(self.reserved.height),
        );
        let (library, context) = (Arc::clone(&self.api.library), Arc::clone(&self.context));
        RawDecoder::new(library, context, geometry, max)
    }
}
