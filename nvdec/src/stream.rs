//! What happens when the driver's parser finds a sequence, a picture to decode, a picture
//! to show.

use crate::{
    Api, Chroma, Codec, Error, Frame, StreamInfo,
    held::Held,
    raw::{
        Events, Geometry, RawDecoder,
        sys::{CUVIDEOFORMAT, CUVIDPARSERDISPINFO, CUVIDPICPARAMS},
    },
    round_robin::{Member, RoundRobin},
    shows::RepeatedShows,
    vp9,
};
use nvframe::{PixelFormat, Size, cudarc::driver::CudaContext};
use std::sync::Arc;

/// Decode surfaces beyond those that the stream needs: one to decode into while pictures
/// wait to be mapped.
const SPARE_DECODE_SURFACES: u32 = 1;
/// What a stream needs at most; for drivers that do not say (before 9.1 of the interface).
const MOST_NEEDED: u32 = 20;
/// NVDEC's own limit.
const MOST_DECODE_SURFACES: u32 = 32;

/// What is left for pictures that are held back.
pub(crate) const MOST_DISPLAY_DELAY: u32 =
    MOST_DECODE_SURFACES - MOST_NEEDED - SPARE_DECODE_SURFACES;

/// The state of one stream between calls of the parser.
#[derive(Debug)]
pub(crate) struct Stream {
    api: Api,
    context: Arc<CudaContext>,
    codec: Codec,
    output_surfaces: u32,
    display_delay: u32,
    decoder: Option<Arc<RawDecoder>>,
    /// The place among decoders that take turns.
    place: Option<Member>,
    info: Option<StreamInfo>,
    /// Pictures to show that nobody took yet.
    shown: Held,
    /// Timestamp of the picture in each decode surface.
    timestamps: [i64; MOST_DECODE_SURFACES as usize],
    /// Timestamp of the picture whose slices the parser is getting.
    timestamp: i64,
    /// Pictures shown again, which VP9 has.
    repeated: RepeatedShows,
    /// Why there is no decoder for the stream.
    refusal: Option<Error>,
    /// Pictures decoded since the stream began.
    decoded: u64,
}

/// A picture to show: in its decode surface still, or mapped already.
#[derive(Debug)]
pub(crate) enum Shown {
    Decoded(Decoded),
    Mapped(Frame),
}

/// A picture in a decode surface.
#[derive(Debug)]
pub(crate) struct Decoded {
    decoder: Arc<RawDecoder>,
    display: CUVIDPARSERDISPINFO,
    timestamp: i64,
}

impl Decoded {
    pub(crate) fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// Maps it for the user.
    pub(crate) fn map(self) -> Result<Frame, Error> {
        let mapped = self.decoder.map(&self.display)?;
        Ok(Frame::new(self.decoder, mapped, self.timestamp))
    }

    /// Maps it before its turn, into an output surface that the user does not count on.
    fn map_early(&self) -> Result<Frame, Error> {
        let mapped = self.decoder.map_early(&self.display)?;
        Ok(Frame::new(
            Arc::clone(&self.decoder),
            mapped,
            self.timestamp,
        ))
    }

    fn is_in(&self, decoder: Option<&Arc<RawDecoder>>, surface: i32) -> bool {
        let same = decoder.is_some_and(|decoder| Arc::ptr_eq(decoder, &self.decoder));
        same && self.display.picture_index == surface
    }
}

impl Stream {
    pub(crate) fn new(
        api: Api,
        context: Arc<CudaContext>,
        codec: Codec,
        output_surfaces: u32,
        display_delay: u32,
    ) -> Self {
        Self {
            api,
            context,
            codec,
            output_surfaces,
            display_delay,
            decoder: None,
            place: None,
            info: None,
            shown: Held::new(display_delay as usize, 2 * MOST_DECODE_SURFACES as usize),
            timestamps: [0; MOST_DECODE_SURFACES as usize],
            timestamp: 0,
            repeated: RepeatedShows::default(),
            refusal: None,
            decoded: 0,
        }
    }

    pub(crate) fn take_turns(&mut self, decoders: Option<&RoundRobin>) {
        self.place = decoders.map(RoundRobin::join);
    }

    pub(crate) fn codec(&self) -> Codec {
        self.codec
    }

    pub(crate) fn info(&self) -> Option<&StreamInfo> {
        self.info.as_ref()
    }

    pub(crate) fn take_shown(&mut self) -> Option<Shown> {
        self.shown.take()
    }

    pub(crate) fn skip_shown(&mut self) {
        while self.shown.take().is_some() {}
    }

    /// Begins a frame of VP9.
    pub(crate) fn begin_frame(&mut self, frame: Option<vp9::Frame>) {
        self.repeated.begin(frame);
    }

    /// Shows the picture in a reference slot again; a slot without one is passed over.
    pub(crate) fn show_existing(&mut self, slot: usize, timestamp: i64) {
        let surface = self.repeated.surface(slot);
        if let (Some(decoder), Some(surface)) = (&self.decoder, surface) {
            let display = CUVIDPARSERDISPINFO {
                picture_index: surface,
                progressive_frame: 1,
                ..Default::default()
            };
            self.repeated.show(Decoded {
                decoder: Arc::clone(decoder),
                display,
                timestamp,
            });
        }
        self.show_what_is_due();
    }

    /// Ends the stream; gives the number of pictures that were decoded of it.
    pub(crate) fn end(&mut self) -> u64 {
        self.repeated.end();
        self.show_what_is_due();
        self.shown.release();
        std::mem::take(&mut self.decoded)
    }

    fn show_what_is_due(&mut self) {
        while let Some(shown) = self.repeated.due() {
            self.shown.push(shown);
        }
    }

    /// Pictures decoded from here on have this timestamp.
    pub(crate) fn set_timestamp(&mut self, timestamp: i64) {
        self.timestamp = timestamp;
    }

    fn geometry(&self, info: &StreamInfo, needed_surfaces: u32) -> Geometry {
        let needed = if needed_surfaces == 0 {
            MOST_NEEDED
        } else {
            needed_surfaces
        };
        let wanted = needed + self.display_delay + SPARE_DECODE_SURFACES;
        Geometry {
            codec: info.codec,
            chroma: info.chroma,
            bit_depth: info.bit_depth,
            coded: info.coded_size,
            display: info.display_area,
            format: info.format,
            decode_surfaces: wanted.min(MOST_DECODE_SURFACES),
            output_surfaces: self.output_surfaces,
        }
    }

    /// Refuses what the GPU does not decode, before the driver does with less to say.
    fn check_support(&self, info: &StreamInfo) -> Result<(), Error> {
        let StreamInfo {
            codec,
            chroma,
            bit_depth,
            ..
        } = *info;
        let caps = self
            .api
            .caps(&self.context, codec, chroma, bit_depth)?
            .ok_or(Error::UnsupportedStream {
                codec,
                chroma,
                bit_depth,
            })?;
        if caps.decodes(info.coded_size) {
            return Ok(());
        }
        Err(Error::UnsupportedSize {
            codec,
            size: info.coded_size,
            min: caps.min_size,
            max: caps.max_size,
            max_macroblocks: caps.max_macroblocks,
        })
    }

    /// A picture about to be decoded must not overwrite one that waits to be shown.
    fn map_early(&mut self, surface: i32) -> Result<(), Error> {
        let decoder = self.decoder.as_ref();
        for shown in self.shown.iter_mut().chain(self.repeated.waiting()) {
            if let Shown::Decoded(decoded) = shown
                && decoded.is_in(decoder, surface)
            {
                *shown = Shown::Mapped(decoded.map_early()?);
            }
        }
        Ok(())
    }

    /// Makes the decoder of a sequence, unless the one there is will do.
    fn prepare(&mut self, format: &CUVIDEOFORMAT) -> Result<u32, Error> {
        let info = StreamInfo::new(self.codec, format)?;
        self.check_support(&info)?;
        let geometry = self.geometry(&info, format.min_num_decode_surfaces.into());
        self.info = Some(info);
        if self
            .decoder
            .as_ref()
            .is_none_or(|decoder| *decoder.geometry() != geometry)
        {
            // The old surfaces go before the new ones come, but for those still to be shown.
            self.decoder = None;
            self.shown.release();
            self.repeated.forget_surfaces();
            let (library, context) = (Arc::clone(&self.api.library), Arc::clone(&self.context));
            self.decoder = Some(Arc::new(RawDecoder::new(library, context, geometry)?));
        }
        Ok(geometry.decode_surfaces)
    }

    fn timestamp_of(&mut self, surface: i32) -> Option<&mut i64> {
        self.timestamps.get_mut(usize::try_from(surface).ok()?)
    }
}

impl Events for Stream {
    fn sequence(&mut self, format: &CUVIDEOFORMAT) -> Result<u32, Error> {
        self.refusal = None;
        self.prepare(format).inspect_err(|refusal| {
            // Some drivers go on after a refusal: its pictures are not the old decoder's.
            self.decoder = None;
            self.refusal = Some(refusal.clone());
        })
    }

    fn decode(&mut self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error> {
        let surface = picture.CurrPicIdx;
        self.map_early(surface)?;
        let timestamp = self.timestamp;
        let begins_frame = picture.second_field == 0;
        if let Some(kept) = self.timestamp_of(surface).filter(|_| begins_frame) {
            *kept = timestamp;
        }
        self.repeated.decoded_into(surface);
        match (&self.decoder, &self.refusal) {
            (Some(decoder), _) => {
                let _turn = self.place.as_ref().map(Member::turn);
                decoder.decode(picture)?;
            }
            (None, Some(refusal)) => return Err(refusal.clone()),
            (None, None) => return Ok(()),
        }
        self.decoded += 1;
        self.shown.decoded();
        Ok(())
    }

    fn display(&mut self, shown: &CUVIDPARSERDISPINFO) -> Result<(), Error> {
        let timestamp = self.timestamp_of(shown.picture_index).copied();
        if let (Some(decoder), Some(timestamp)) = (&self.decoder, timestamp) {
            let decoder = Arc::clone(decoder);
            let display = *shown;
            self.shown.push(Shown::Decoded(Decoded {
                decoder,
                display,
                timestamp,
            }));
        }
        self.repeated.told();
        self.show_what_is_due();
        Ok(())
    }
}

impl StreamInfo {
    fn new(codec: Codec, format: &CUVIDEOFORMAT) -> Result<Self, Error> {
        let bit_depth = 8u8.saturating_add(format.bit_depth_luma_minus8);
        let chroma = Chroma::from_raw(format.chroma_format).ok_or(Error::UnknownChroma {
            codec,
            number: format.chroma_format.0,
        })?;
        let area = &format.display_area;
        Ok(Self {
            codec,
            coded_size: Size::new(format.coded_width, format.coded_height),
            display_area: [area.left, area.top, area.right, area.bottom],
            frame_rate: (format.frame_rate.numerator, format.frame_rate.denominator).into(),
            bit_depth,
            chroma,
            format: surface_format(chroma, bit_depth),
            progressive: format.progressive_sequence != 0,
        })
    }
}

fn surface_format(chroma: Chroma, bit_depth: u8) -> PixelFormat {
    match (chroma, bit_depth > 8) {
        (Chroma::Yuv444, false) => PixelFormat::Yuv444,
        (Chroma::Yuv444, true) => PixelFormat::Yuv444P16,
        (_, false) => PixelFormat::Nv12,
        (_, true) => PixelFormat::P010,
    }
}
