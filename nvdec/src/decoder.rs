use crate::{
    Codec, Error, Pictures, StreamInfo,
    cut::begins_picture,
    pictures::Input,
    raw::{RawParser, sys::CUvideopacketflags},
    setup::Setup,
    shown::Shown,
    stream::Stream,
    vp9,
};
use std::sync::Arc;

/// A decoder of one stream.
///
/// Bytes go in by [`push`](Self::push), pictures come out in display order, and
/// [`finish`](Self::finish) gives those still held back. Afterwards it takes a new stream.
#[derive(Debug)]
pub struct Decoder {
    parser: RawParser<Stream>,
    /// Bytes pushed since the stream began.
    pushed: u64,
    /// What went wrong while nobody was there to be told.
    failure: Option<Error>,
}

impl Decoder {
    pub(crate) fn new(setup: Setup) -> Result<Self, Error> {
        let (library, codec) = (Arc::clone(&setup.api.library), setup.codec);
        Ok(Self {
            parser: RawParser::new(library, codec, Stream::new(setup))?,
            pushed: 0,
            failure: None,
        })
    }

    /// Takes the next bytes of the stream and gives the pictures that become due. What fails is
    /// told by [`Pictures::next`].
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
    #[doc(alias = "CUVID_PKT_ENDOFSTREAM")]
    pub fn push_last<'d>(&'d mut self, data: &'d [u8], timestamp: i64) -> Pictures<'d> {
        self.pushed += data.len() as u64;
        Pictures::new(self, Input::last(data, timestamp))
    }

    /// Ends the stream and gives the pictures that are still due. The next push begins another
    /// stream.
    #[doc(alias = "CUVID_PKT_ENDOFSTREAM")]
    pub fn finish(&mut self) -> Pictures<'_> {
        Pictures::new(self, Input::last(&[], 0))
    }

    /// Bytes of device memory that the decoder's surfaces take, the driver's own not counted;
    /// `None` until the first sequence header was pushed. The
    /// [manual](crate::manual::surfaces) says what bounds them.
    pub fn device_bytes(&self) -> Option<u64> {
        self.parser.events().device_bytes()
    }

    /// Gives up the stream, as for seeking: forgets what was pushed and is not shown yet, and
    /// begins anew with what is pushed next, at the first picture that needs no earlier one.
    /// The driver's decoder stays, for streams of the same kind.
    #[doc(alias = "CUVID_PKT_DISCONTINUITY")]
    pub fn flush(&mut self) {
        // CUVID_PKT_DISCONTINUITY would lose the packet that it comes with and show a picture of
        // the old stream (measured on 535.261.03), so the old stream is ended instead.
        self.pushed = 0;
        drop(self.finish());
        self.failure = None;
    }

    /// What the stream says of itself; `None` until its first sequence header was pushed.
    #[doc(alias = "CUVIDEOFORMAT")]
    pub fn info(&self) -> Option<&StreamInfo> {
        self.parser.events().info()
    }

    pub(crate) fn codec(&self) -> Codec {
        self.setup().codec
    }

    pub(crate) fn is_low_latency(&self) -> bool {
        self.setup().low_latency
    }

    pub(crate) fn setup(&self) -> &Setup {
        self.parser.events().setup()
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

    /// Begins a frame of VP8.
    pub(crate) fn begin_vp8_frame(&mut self, frame: &[u8]) {
        self.parser.events_mut().begin_vp8_frame(frame);
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
        self.parser.events_mut().read_messages(piece);
        let decoded_at_once = whole || ends_picture;
        if begins_picture && decoded_at_once {
            self.parser.events_mut().begin_picture(timestamp);
        }
        let parsed = self.parser.parse(piece, flags, timestamp);
        if begins_picture && !decoded_at_once {
            self.parser.events_mut().begin_picture(timestamp);
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
