use crate::{
    Api, Codec, Error, Pictures, RoundRobin, StreamInfo,
    cut::begins_picture,
    pictures::Input,
    raw::{RawParser, sys::CUvideopacketflags},
    stream::{MOST_DISPLAY_DELAY, Shown, Stream},
    vp9,
};
use nvframe::cudarc::driver::CudaContext;
use std::{num::NonZeroU32, sync::Arc};

/// Pictures that are held back so that the engine decodes the next ones meanwhile: as many as
/// the driver queues for an engine.
const DISPLAY_DELAY: u32 = 4;
/// Enough for an encoder that reorders three B-frames, with its usual depth.
const OUTPUT_SURFACES: NonZeroU32 = NonZeroU32::new(8).unwrap();

/// More than NVDEC has use for; it bounds what a slip of the keyboard can ask for.
const MOST_OUTPUT_SURFACES: u32 = 64;

/// A decoder in the making.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `start`"]
pub struct DecoderBuilder {
    api: Api,
    context: Arc<CudaContext>,
    codec: Codec,
    output_surfaces: NonZeroU32,
    display_delay: u32,
    low_latency: bool,
    round_robin: Option<RoundRobin>,
}

impl DecoderBuilder {
    pub(crate) fn new(api: Api, context: Arc<CudaContext>, codec: Codec) -> Self {
        Self {
            api,
            context,
            codec,
            output_surfaces: OUTPUT_SURFACES,
            display_delay: DISPLAY_DELAY,
            low_latency: false,
            round_robin: None,
        }
    }

    /// Frames that can exist at once; 8 unless told.
    ///
    /// Mapping one more waits until one is dropped, for a minute at most. Each costs one picture of device memory
    /// (about 50 MB for 8K NV12). An encoder that holds N frames in flight needs N + 1.
    #[doc(alias = "ulNumOutputSurfaces")]
    pub fn output_surfaces(self, output_surfaces: NonZeroU32) -> Self {
        Self {
            output_surfaces,
            ..self
        }
    }

    /// Pictures that can be held back, beyond what their order needs, while the engine decodes
    /// the next ones; 4 unless told, 11 at most.
    ///
    /// In a steady stream half as many are, and there is room for those that become due at
    /// once, as at an IDR picture. With fewer the engine idles while a picture is mapped. Each
    /// costs a picture of device memory.
    #[doc(alias = "ulMaxDisplayDelay")]
    pub fn display_delay(self, display_delay: u32) -> Self {
        Self {
            display_delay,
            ..self
        }
    }

    /// Gives each picture as soon as it is decoded, instead of keeping the engine busy with
    /// the following ones while it waits. Each push must then hold whole access units.
    #[doc(alias = "CUVID_PKT_ENDOFPICTURE")]
    pub fn low_latency(self) -> Self {
        Self {
            display_delay: 0,
            low_latency: true,
            ..self
        }
    }

    /// Hands pictures to the GPU in turn with other decoders, so that its engines are all
    /// kept busy. Unless told, the decoder runs freely.
    pub fn round_robin(self, decoders: &RoundRobin) -> Self {
        Self {
            round_robin: Some(decoders.clone()),
            ..self
        }
    }

    /// Makes the decoder. Device memory is taken when the stream's first sequence header
    /// has told the size of its pictures.
    ///
    /// Wraps `cuvidCreateVideoParser`.
    ///
    /// # Errors
    /// * [`Error::TooManySurfaces`] for more than 64 output surfaces.
    /// * [`Error::TooLongDelay`] for a display delay of more than 11 pictures.
    /// * [`Error::Driver`] when the driver has no parser for the codec.
    #[doc(alias = "cuvidCreateVideoParser")]
    pub fn start(self) -> Result<Decoder, Error> {
        let (asked, most) = (self.output_surfaces.get(), MOST_OUTPUT_SURFACES);
        if asked > most {
            return Err(Error::TooManySurfaces { asked, most });
        }
        let (display_delay, most) = (self.display_delay, MOST_DISPLAY_DELAY);
        if display_delay > most {
            let asked = display_delay;
            return Err(Error::TooLongDelay { asked, most });
        }
        let library = Arc::clone(&self.api.library);
        let surfaces = self.output_surfaces.get();
        let mut stream = Stream::new(self.api, self.context, self.codec, surfaces, display_delay);
        stream.take_turns(self.round_robin.as_ref());
        let parser = RawParser::new(library, self.codec, stream)?;
        Ok(Decoder {
            parser,
            low_latency: self.low_latency,
            pushed: 0,
            failure: None,
        })
    }
}

/// A decoder of one stream.
///
/// Bytes go in by [`push`](Self::push), pictures come out in display order, and
/// [`finish`](Self::finish) gives those still held back. Afterwards it takes a new stream.
#[derive(Debug)]
pub struct Decoder {
    parser: RawParser<Stream>,
    low_latency: bool,
    /// Bytes pushed since the stream began.
    pushed: u64,
    /// What went wrong while nobody was there to be told.
    failure: Option<Error>,
}

impl Decoder {
    /// Takes the next bytes of the stream and gives the pictures that become due.
    ///
    /// For H.264 and HEVC that is an Annex B byte stream, cut anywhere between NAL units; for
    /// MPEG-1, MPEG-2 and MPEG-4 a byte stream cut anywhere before a start code; for the other
    /// codecs one picture, as containers keep it. `timestamp`, in any unit, comes back
    /// with the picture that begins in `data`.
    ///
    /// Decoding happens while the pictures are taken; what is not taken when the returned
    /// value is dropped was decoded and is skipped, as when seeking.
    #[doc(alias = "cuvidParseVideoData")]
    pub fn push<'d>(&'d mut self, data: &'d [u8], timestamp: i64) -> Pictures<'d> {
        self.pushed += data.len() as u64;
        Pictures::new(self, Input::new(data, timestamp))
    }

    /// Takes the last bytes of the stream, or all of a stream, and gives every picture that
    /// is still due: [`push`](Self::push) and [`finish`](Self::finish) in one.
    pub fn push_last<'d>(&'d mut self, data: &'d [u8], timestamp: i64) -> Pictures<'d> {
        self.pushed += data.len() as u64;
        Pictures::new(self, Input::last(data, timestamp))
    }

    /// Ends the stream and gives the pictures that are still due.
    #[doc(alias = "CUVID_PKT_ENDOFSTREAM")]
    pub fn finish(&mut self) -> Pictures<'_> {
        Pictures::new(self, Input::last(&[], 0))
    }

    /// What the stream says of itself; `None` until its first sequence header was pushed.
    pub fn info(&self) -> Option<&StreamInfo> {
        self.parser.events().info()
    }

    pub(crate) fn codec(&self) -> Codec {
        self.parser.events().codec()
    }

    pub(crate) fn is_low_latency(&self) -> bool {
        self.low_latency
    }

    /// The next picture to show, if one is due.
    pub(crate) fn take_shown(&mut self) -> Option<Shown> {
        self.parser.events_mut().take_shown()
    }

    /// Keeps an error for the next call; the first one if there are several.
    pub(crate) fn keep_failure(&mut self, error: Error) {
        self.failure.get_or_insert(error);
    }

    pub(crate) fn take_failure(&mut self) -> Result<(), Error> {
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Shows the picture in a reference slot of VP9 again.
    pub(crate) fn show_existing(&mut self, slot: usize, timestamp: i64) {
        self.parser.events_mut().show_existing(slot, timestamp);
    }

    /// Begins a frame of VP9.
    pub(crate) fn begin_frame(&mut self, frame: Option<vp9::Frame>) {
        self.parser.events_mut().begin_frame(frame);
    }

    pub(crate) fn skip_shown(&mut self) {
        self.parser.events_mut().skip_shown();
    }

    /// Parses one piece of the stream. A picture that begins in it has `timestamp`; one that
    /// it completes has that of its own beginning.
    pub(crate) fn parse(
        &mut self,
        piece: &[u8],
        flags: CUvideopacketflags,
        timestamp: i64,
    ) -> Result<(), Error> {
        let whole = !is_cut(self.codec());
        let ends_picture = flags.0 & CUvideopacketflags::CUVID_PKT_ENDOFPICTURE.0 != 0;
        let begins_picture = whole || begins_picture(self.codec(), piece);
        if begins_picture && (whole || ends_picture) {
            self.parser.events_mut().set_timestamp(timestamp);
        }
        let parsed = self.parser.parse(piece, flags, timestamp);
        if begins_picture {
            self.parser.events_mut().set_timestamp(timestamp);
        }
        parsed
    }

    /// Tells the parser that the stream is over. A stream without any picture is an error.
    pub(crate) fn parse_end(&mut self) -> Result<(), Error> {
        let parsed = self
            .parser
            .parse(&[], CUvideopacketflags::CUVID_PKT_ENDOFSTREAM, 0);
        let decoded = self.parser.events_mut().end();
        let (codec, bytes) = (self.codec(), std::mem::take(&mut self.pushed));
        parsed?;
        if bytes > 0 && decoded == 0 {
            return Err(Error::NoPicture { codec, bytes });
        }
        Ok(())
    }
}

/// True for streams that are cut at their start codes.
pub(crate) fn is_cut(codec: Codec) -> bool {
    use Codec::{H264, Hevc, Mpeg1, Mpeg2, Mpeg4};
    matches!(codec, H264 | Hevc | Mpeg1 | Mpeg2 | Mpeg4)
}
