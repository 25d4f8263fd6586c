use crate::{Caps, Codec, Encoder, Error, Preset, Session, config::Setup, raw::RawEncoder};
use nvframe::{DeviceFrame, PixelFormat, Rational, Size};
use std::num::NonZeroU32;

/// A session in the making: what to encode, and how.
///
/// | setting | default | why |
/// |---|---|---|
/// | [`format`](Self::format) | NV12 | what decoders give |
/// | [`preset`](Self::preset) | [`Preset::Default`] | NVIDIA's balance of speed and quality |
/// | [`rate_control`](Self::rate_control) | constant QP 28/31/25 | needs no knowledge of the picture size |
/// | [`gop`](Self::gop) | 250 frames | what players and packagers expect to seek by |
/// | [`frame_rate`](Self::frame_rate) | 30 | as NVIDIA's sample programs |
/// | [`b_frames`](Self::b_frames) | 0 | not every GPU has them for HEVC |
/// | [`in_flight`](Self::in_flight) | B-frames + lookahead + 4 | keeps the engine busy while packets are written |
///
/// ```
/// use nvenc::{Api, Codec, HostFrame, Preset, RateControl, Session, open_device};
/// use std::num::NonZeroU32;
///
/// # softdevice::activate().unwrap();
/// let encoder = Api::load()?.open(&open_device(0)?)?;
/// let session: Session<HostFrame> = encoder
///     .session(Codec::Hevc, (1920, 1080))
///     .preset(Preset::HighQuality)
///     .rate_control(RateControl::vbr(8_000_000, 12_000_000))
///     .frame_rate((30_000, 1001))
///     .gop(NonZeroU32::new(120)) // four seconds
///     .start()?;
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until `start`"]
pub struct SessionBuilder {
    pub(crate) encoder: Encoder,
    /// What the modules of `config` add their methods for.
    pub(crate) setup: Setup,
    pub(crate) in_flight: Option<NonZeroU32>,
    pub(crate) memory_budget: Option<u64>,
}

impl SessionBuilder {
    pub(crate) fn new(encoder: Encoder, codec: Codec, size: Size) -> Self {
        Self {
            encoder,
            setup: Setup::new(codec, size),
            in_flight: None,
            memory_budget: None,
        }
    }

    /// The format of the frames that will be submitted. 10-bit formats give a 10-bit stream,
    /// planar 4:4:4 formats a 4:4:4 stream.
    ///
    /// Packed formats are coded as 4:2:0 unless [`full_chroma`](Self::full_chroma) says
    /// otherwise. The GPU converts red, green and blue to luma and chroma of limited range: by
    /// BT.709 where the stream's [`colour`](Self::colour) has that matrix, else by BT.601.
    ///
    /// # Device support
    /// [`Encoder::formats`] lists them by codec: 10 bits go with HEVC only.
    #[doc(alias = "bufferFormat")]
    pub fn format(mut self, format: PixelFormat) -> Self {
        self.setup.format = format;
        self
    }

    /// Codes packed formats ([`PixelFormat::is_packed`]) as 4:4:4.
    ///
    /// # Device support
    /// The capability `4:4:4`.
    #[doc(alias = "chromaFormatIDC")]
    pub fn full_chroma(mut self) -> Self {
        self.setup.full_chroma = true;
        self
    }

    /// How much time is spent on quality, and what for.
    ///
    /// # Device support
    /// Every GPU. P1 to P7 need a session that speaks interface 11.1 (driver 470.57.02); the
    /// others are translated there.
    #[doc(alias = "presetGUID")]
    #[doc(alias = "tuningInfo")]
    pub fn preset(mut self, preset: Preset) -> Self {
        self.setup.preset = preset;
        self
    }

    /// Frames from one IDR picture to the next: the length of a closed GOP. `None` for one
    /// IDR only, at the start, which goes without [B-frames](Self::b_frames).
    #[doc(alias = "gopLength")]
    #[doc(alias = "idrPeriod")]
    pub fn gop(mut self, frames: Option<NonZeroU32>) -> Self {
        (self.setup.gop, self.setup.gop_asked) = (frames, true);
        self
    }

    /// Frames a second, which rate control works with and the stream says of itself.
    #[doc(alias = "frameRateNum")]
    #[doc(alias = "frameRateDen")]
    pub fn frame_rate(mut self, frame_rate: impl Into<Rational>) -> Self {
        self.setup.frame_rate = frame_rate.into();
        self
    }

    /// B-frames between two frames of other types.
    ///
    /// # Device support
    /// [`Caps::max_b_frames`]: H.264 everywhere; HEVC from Turing on.
    #[doc(alias = "frameIntervalP")]
    pub fn b_frames(mut self, b_frames: u32) -> Self {
        self.setup.b_frames = b_frames;
        self
    }

    /// The largest size that the session may be [reconfigured](Session::reconfigure) to. The
    /// default is the size it starts with.
    ///
    /// # Device support
    /// [`Caps::max_size`]. The driver allocates for it from the start.
    #[doc(alias = "maxEncodeWidth")]
    #[doc(alias = "maxEncodeHeight")]
    pub fn max_size(mut self, size: impl Into<Size>) -> Self {
        self.setup.max_size = Some(size.into());
        self
    }

    /// What the GPU can do with the session's codec.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    pub fn caps(&self) -> Result<Caps, Error> {
        self.encoder.caps(self.setup.codec)
    }

    /// Starts the session.
    ///
    /// Wraps `nvEncGetEncodePresetConfig`, `nvEncInitializeEncoder` and
    /// `nvEncCreateBitstreamBuffer`.
    ///
    /// # Errors
    /// * [`Error::Unsupported`] when the GPU cannot do what was asked for, naming the
    ///   capability.
    /// * [`Error::InvalidValue`] when no GPU can.
    /// * [`Error::OverBudget`] when it does not fit in the [memory
    ///   budget](Self::memory_budget).
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncInitializeEncoder")]
    #[doc(alias = "nvEncGetEncodePresetConfig")]
    #[doc(alias = "nvEncCreateBitstreamBuffer")]
    pub fn start<I: DeviceFrame>(self) -> Result<Session<I>, Error> {
        let depth = self.prepare()?;
        let (raw, setup) = self.into_parts();
        Session::new(raw, setup, depth)
    }

    pub(crate) fn into_parts(self) -> (RawEncoder, Setup) {
        (self.encoder.into_raw(), self.setup)
    }

    /// Checks the configuration, tells the driver, and gives the in-flight depth.
    fn prepare(&self) -> Result<u32, Error> {
        let depth = self.plan()?.in_flight;
        let raw = self.encoder.raw();
        let mut config = self.setup.config(raw)?;
        raw.initialize(&mut self.setup.parameters(raw), &mut config)?;
        Ok(depth)
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        self.setup.check_values()?;
        self.check_support()
    }

    fn check_support(&self) -> Result<(), Error> {
        let (codec, format) = (self.setup.codec, self.setup.format);
        let codecs = self.encoder.codecs()?;
        if !codecs.contains(&codec) {
            return Err(Error::unsupported("codecs", codec, list(&codecs)));
        }
        let formats = self.encoder.formats(codec)?;
        if !formats.contains(&format) {
            return Err(Error::unsupported("input formats", format, list(&formats)));
        }
        self.check_preset()?;
        self.check_profile()?;
        let version = self.encoder.raw().version();
        self.setup.check_caps(&self.encoder.caps(codec)?, version)
    }

    fn check_preset(&self) -> Result<(), Error> {
        let raw = self.encoder.raw();
        self.setup.preset.check_dialect(raw.version())?;
        let (preset, _tuning) = self.setup.preset.raw(raw.version());
        if raw.presets(self.setup.codec.guid())?.contains(&preset) {
            return Ok(());
        }
        let presets = self.encoder.presets(self.setup.codec)?;
        Err(Error::unsupported(
            "presets",
            self.setup.preset,
            list(&presets),
        ))
    }

    /// One that follows from the rest is known by its capabilities.
    fn check_profile(&self) -> Result<(), Error> {
        let Some(profile) = self.setup.syntax.profile() else {
            return Ok(());
        };
        let profiles = self.encoder.profiles(self.setup.codec)?;
        match profiles.contains(&profile) {
            true => Ok(()),
            false => Err(Error::unsupported("profiles", profile, list(&profiles))),
        }
    }
}

pub(crate) fn list<T: ToString>(items: &[T]) -> String {
    items
        .iter()
        .map(T::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
