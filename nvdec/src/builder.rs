use crate::{
    Api, Area, Codec, Decoder, DecoderGroup, Deinterlace, Error, output::Output, setup::Setup,
};
use nvframe::{PixelFormat, Size, cudarc::driver::CudaContext};
use std::{num::NonZeroU32, sync::Arc};

/// Pictures that are held back so that the engine decodes the next ones meanwhile: as many as
/// the driver queues for an engine.
const DISPLAY_DELAY: u32 = 4;
/// Enough for an encoder that reorders three B-frames, with its usual depth.
const OUTPUT_SURFACES: u32 = 8;

/// A decoder in the making.
///
/// | setting | default | why |
/// |---|---|---|
/// | [`output_surfaces`](Self::output_surfaces) | 8 | an encoder with three B-frames, at its usual depth |
/// | [`display_delay`](Self::display_delay) | 4 | as many as the driver queues for an engine |
/// | [`in_flight`](Self::in_flight) | the driver's own limit; 2 in a [group](Self::group) | only many decoders at once need less |
/// | [`output_format`](Self::output_format) | the stream's own | nothing is converted |
/// | [`crop`](Self::crop), [`resize`](Self::resize) | the visible part, as it is | what a player would show |
/// | [`deinterlace`](Self::deinterlace) | [`Weave`](Deinterlace::Weave) | nothing is lost |
/// | [`limit`](Self::limit) | what the GPU decodes | |
/// | [`reserve`](Self::reserve) | none | memory for what may never come |
///
/// ```
/// use nvdec::{Api, Codec, Deinterlace, open_device};
/// use std::num::NonZeroU32;
///
/// # softdevice::activate().unwrap();
/// # let stream = include_bytes!("../tests/clips/hevc-uncropped.hevc");
/// let gpu = open_device(0)?;
/// let mut decoder = Api::load()?
///     .decoder(&gpu, Codec::Hevc)
///     .resize((640, 360))
///     .deinterlace(Deinterlace::Adaptive)
///     .limit((8192, 8192)) // whatever a stream says of itself
///     .output_surfaces(NonZeroU32::new(12).unwrap())
///     .start()?;
/// let mut pictures = decoder.push_last(stream, 0);
/// while let Some(picture) = pictures.next()? {
///     assert_eq!(picture.map()?.size().to_string(), "640x360");
/// }
/// # Ok::<(), nvdec::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `start`"]
pub struct DecoderBuilder {
    setup: Setup,
}

impl DecoderBuilder {
    pub(crate) fn new(api: Api, context: Arc<CudaContext>, codec: Codec) -> Self {
        let setup = Setup {
            api,
            context,
            codec,
            output_surfaces: OUTPUT_SURFACES,
            display_delay: DISPLAY_DELAY,
            in_flight: None,
            low_latency: false,
            group: None,
            sei: false,
            output: Output::default(),
            limit: None,
            reserved: Size::new(0, 0),
        };
        Self { setup }
    }

    /// Frames that can exist at once; 8 unless told.
    ///
    /// Mapping one more waits until one is dropped, for a minute at most. Each costs one picture
    /// of device memory (about 50 MB for 8K NV12). An encoder that holds N frames in flight needs
    /// N + 1.
    #[doc(alias = "ulNumOutputSurfaces")]
    pub fn output_surfaces(mut self, output_surfaces: NonZeroU32) -> Self {
        self.setup.output_surfaces = output_surfaces.get();
        self
    }

    /// Pictures that can be held back, beyond what their order needs, while the engine decodes
    /// the next ones; 4 unless told, 11 at most.
    ///
    /// In a steady stream half as many are, and there is room for those that become due at
    /// once, as at an IDR picture. With fewer the engine idles while a picture is mapped. Each
    /// costs a picture of device memory: see the [manual](crate::manual::pipelining).
    #[doc(alias = "ulMaxDisplayDelay")]
    pub fn display_delay(mut self, display_delay: u32) -> Self {
        self.setup.display_delay = display_delay;
        self
    }

    /// Pictures that the driver is given at most before it has decoded them. Unless told, they are
    /// 2 in a [group](Self::group), and else the driver's own limit holds, which is some 4 beyond
    /// the one that is being decoded.
    ///
    /// Beyond its own limit the driver lets `cuvidDecodePicture` wait. With one told that is
    /// lower, the decoder waits before it calls, looking every 200 us: it pays where many
    /// decoders share a driver, and costs throughput where the engine has to wait for the next
    /// picture. It does not change how many pictures are [held back](Self::display_delay).
    ///
    /// # Device support
    /// Drivers from 396.24 on, for H.264 and HEVC: of others they do not tell when a picture is
    /// decoded, and nothing waits.
    #[doc(alias = "cuvidGetDecodeStatus")]
    pub fn in_flight(mut self, pictures: NonZeroU32) -> Self {
        self.setup.in_flight = Some(pictures);
        self
    }

    /// Gives each picture as soon as it is decoded, instead of keeping the engine busy with
    /// the following ones while it waits. Each push must then hold whole access units.
    #[doc(alias = "CUVID_PKT_ENDOFPICTURE")]
    pub fn low_latency(mut self) -> Self {
        self.setup.display_delay = 0;
        self.setup.low_latency = true;
        self
    }

    /// Shows only this part of each picture, counted from the corner of its visible part.
    ///
    /// The first column and row must be even; with [`resize`](Self::resize) or
    /// [`place`](Self::place) they must be multiples of 4. A stream whose pictures are smaller
    /// ends in [`Error::AreaOutside`].
    ///
    /// # Device support
    /// NVDEC begins at columns and rows of the coded picture that are multiples of 4. Elsewhere
    /// the frame lies further in, within a surface that is as much larger. If its first *row* is
    /// none of them, the rows before it part luma from chroma: it can be copied, but encoders of
    /// the crate `nvenc` refuse it with `FrameLayout`. That goes for the visible part that a
    /// stream itself tells, too; resized, that begins up to 3 columns and rows early.
    #[doc(alias = "display_area")]
    pub fn crop(mut self, area: Area) -> Self {
        self.setup.output.crop = Some(area);
        self
    }

    /// Scales each picture, or the [cropped](Self::crop) part of it, to this size, whatever its
    /// own; the sides must be even, and 32766 at most.
    ///
    /// # Device support
    /// Every NVDEC, by a filter of the driver's own. The software device takes the nearest
    /// sample.
    #[doc(alias = "ulTargetWidth")]
    #[doc(alias = "ulTargetHeight")]
    pub fn resize(mut self, size: impl Into<Size>) -> Self {
        self.setup.output.size = Some(size.into());
        self
    }

    /// Scales the picture into this area of each frame. What surrounds it is the driver's
    /// choice; the software device leaves it black.
    #[doc(alias = "target_rect")]
    pub fn place(mut self, area: Area) -> Self {
        self.setup.output.place = Some(area);
        self
    }

    /// What becomes of the two fields of interlaced pictures; they stay as they are unless
    /// told. A frame comes out for each frame that goes in, in any case.
    ///
    /// # Device support
    /// Every NVDEC. The software device does as [`Deinterlace::Bob`] for all but
    /// [`Deinterlace::Weave`].
    #[doc(alias = "DeinterlaceMode")]
    pub fn deinterlace(mut self, mode: Deinterlace) -> Self {
        self.setup.output.deinterlace = mode;
        self
    }

    /// The format of frames; that of the stream unless told. A stream for which the GPU does
    /// not have it ends in [`Error::UnsupportedOutput`]; [`Caps::output_formats`] tells before.
    ///
    /// [`Caps::output_formats`]: crate::Caps::output_formats
    ///
    /// # Device support
    /// More than the stream's own: drivers from 455.28 on say what there is.
    #[doc(alias = "OutputFormat")]
    #[doc(alias = "cudaVideoSurfaceFormat")]
    pub fn output_format(mut self, format: PixelFormat) -> Self {
        self.setup.output.format = Some(format);
        self
    }

    /// Keeps the SEI messages of H.264 and HEVC, for [`Picture::sei`](crate::Picture::sei): of
    /// each picture the first 256 at most, and up to 1 MiB together.
    pub fn sei(mut self) -> Self {
        self.setup.sei = true;
        self
    }

    /// Refuses streams with coded pictures larger than this, in [`Error::OverLimit`], which
    /// bounds the device memory that a stream can take: 32 decode surfaces of this size at
    /// most, beside the [output surfaces](Self::output_surfaces). The GPU's own limit holds
    /// unless told.
    pub fn limit(mut self, size: impl Into<Size>) -> Self {
        self.setup.limit = Some(size.into());
        self
    }

    /// Makes surfaces large enough for coded pictures of this size, so that the decoder takes
    /// on other streams of the same kind up to it by being reconfigured, which is much quicker
    /// than being made anew. More than the GPU decodes of the codec ends the stream in
    /// [`Error::TooLargeReserve`].
    #[doc(alias = "ulMaxWidth")]
    #[doc(alias = "ulMaxHeight")]
    #[doc(alias = "cuvidReconfigureDecoder")]
    pub fn reserve(mut self, size: impl Into<Size>) -> Self {
        self.setup.reserved = size.into();
        self
    }

    /// Runs the decoder in a group with others, so that they keep all engines busy. Unless told,
    /// it runs by itself.
    pub fn group(mut self, group: &DecoderGroup) -> Self {
        self.setup.group = Some(group.clone());
        self
    }

    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Makes the decoder. Device memory is taken when the stream's first sequence header
    /// has told the size of its pictures.
    ///
    /// Wraps `cuvidCreateVideoParser`.
    ///
    /// # Errors
    /// * [`Error::TooManySurfaces`] for more than 64 output surfaces.
    /// * [`Error::TooLongDelay`] for a display delay of more than 11 pictures.
    /// * [`Error::InvalidArea`], [`Error::InvalidOutputSize`] for what no picture can be made to.
    /// * [`Error::UnsupportedCodec`] when the GPU decodes no stream of the codec.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "cuvidCreateVideoParser")]
    pub fn start(self) -> Result<Decoder, Error> {
        self.setup.check()?;
        Decoder::new(self.setup)
    }
}
