use crate::{
    Caps, Codec, Encoder, Error, Preset, RateControl, Session,
    raw::{RawEncoder, sys::*},
};
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
/// | [`in_flight`](Self::in_flight) | B-frames + 4 | keeps the engine busy while packets are written |
#[derive(Debug)]
#[must_use = "a builder does nothing until `start`"]
pub struct SessionBuilder {
    encoder: Encoder,
    codec: Codec,
    size: Size,
    format: PixelFormat,
    preset: Preset,
    rate_control: Option<RateControl>,
    gop: Option<NonZeroU32>,
    frame_rate: Rational,
    b_frames: u32,
    in_flight: Option<NonZeroU32>,
}

/// Frames from one IDR to the next, unless told.
const GOP: NonZeroU32 = NonZeroU32::new(250).unwrap();
/// Frames in flight beyond those that reordering holds: one being coded, one waiting, one
/// being read, one being written.
const IN_FLIGHT: u32 = 4;

impl SessionBuilder {
    pub(crate) fn new(encoder: Encoder, codec: Codec, size: Size) -> Self {
        Self {
            encoder,
            codec,
            size,
            format: PixelFormat::Nv12,
            preset: Preset::Default,
            rate_control: None,
            gop: Some(GOP),
            frame_rate: Rational::new(30, 1),
            b_frames: 0,
            in_flight: None,
        }
    }

    /// The format of the frames that will be submitted. 10-bit formats give a 10-bit stream,
    /// 4:4:4 formats a 4:4:4 stream.
    pub fn format(self, format: PixelFormat) -> Self {
        Self { format, ..self }
    }

    /// How much time is spent on quality.
    pub fn preset(self, preset: Preset) -> Self {
        Self { preset, ..self }
    }

    /// How bits are spent. Lossless presets have their own way and take none.
    pub fn rate_control(self, rate_control: RateControl) -> Self {
        Self {
            rate_control: Some(rate_control),
            ..self
        }
    }

    /// Frames from one IDR picture to the next: the length of a closed GOP. `None` for one
    /// IDR only, at the start.
    #[doc(alias = "gopLength")]
    #[doc(alias = "idrPeriod")]
    pub fn gop(self, frames: Option<NonZeroU32>) -> Self {
        Self {
            gop: frames,
            ..self
        }
    }

    /// Frames a second, which rate control works with and the stream says of itself.
    pub fn frame_rate(self, frame_rate: impl Into<Rational>) -> Self {
        Self {
            frame_rate: frame_rate.into(),
            ..self
        }
    }

    /// B-frames between two frames of other types.
    ///
    /// # Device support
    /// H.264 everywhere; HEVC from Turing on.
    #[doc(alias = "frameIntervalP")]
    pub fn b_frames(self, b_frames: u32) -> Self {
        Self { b_frames, ..self }
    }

    /// Frames that can be submitted before a packet must be received.
    pub fn in_flight(self, frames: NonZeroU32) -> Self {
        Self {
            in_flight: Some(frames),
            ..self
        }
    }

    /// What the GPU can do with the session's codec.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    pub fn caps(&self) -> Result<Caps, Error> {
        self.encoder.caps(self.codec)
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
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncInitializeEncoder")]
    #[doc(alias = "nvEncGetEncodePresetConfig")]
    #[doc(alias = "nvEncCreateBitstreamBuffer")]
    pub fn start<I: DeviceFrame>(self) -> Result<Session<I>, Error> {
        let depth = self.prepare()?;
        Session::new(self.encoder.into_raw(), self.size, self.format, depth)
    }

    /// Checks the configuration, tells the driver, and gives the in-flight depth.
    fn prepare(&self) -> Result<u32, Error> {
        self.check_values()?;
        self.check_support()?;
        let depth = self.depth()?;
        self.initialize()?;
        Ok(depth)
    }

    fn check_values(&self) -> Result<(), Error> {
        let Size { width, height } = self.size;
        if width == 0 || height == 0 {
            return Err(Error::invalid("size", self.size, "it must be over 0x0"));
        }
        if self.format.is_420() && (width % 2 != 0 || height % 2 != 0) {
            return Err(Error::invalid(
                "size",
                self.size,
                "4:2:0 needs an even width and height",
            ));
        }
        if self.frame_rate.num == 0 || self.frame_rate.den == 0 {
            return Err(Error::invalid(
                "frame rate",
                self.frame_rate,
                "it must be over 0",
            ));
        }
        match self.rate_control {
            Some(_) if self.preset.is_lossless() => Err(Error::invalid(
                "rate control",
                self.preset,
                "a lossless preset keeps every sample and takes no rate control",
            )),
            Some(rate_control) => rate_control.check(),
            None => Ok(()),
        }
    }

    fn check_support(&self) -> Result<(), Error> {
        let codecs = self.encoder.codecs()?;
        if !codecs.contains(&self.codec) {
            return Err(Error::unsupported("codecs", self.codec, list(&codecs)));
        }
        let formats = self.encoder.formats(self.codec)?;
        if !formats.contains(&self.format) {
            return Err(Error::unsupported(
                "input formats",
                self.format,
                list(&formats),
            ));
        }
        self.check_preset()?;
        self.check_caps(&self.encoder.caps(self.codec)?)
    }

    fn check_preset(&self) -> Result<(), Error> {
        let raw = self.encoder.raw();
        let (preset, _tuning) = self.preset.raw(raw.version());
        if raw.presets(self.codec.guid())?.contains(&preset) {
            return Ok(());
        }
        Err(Error::unsupported(
            "presets",
            self.preset,
            "presets of another generation",
        ))
    }

    fn check_caps(&self, caps: &Caps) -> Result<(), Error> {
        if !self.size.fits(caps.max_size) {
            let capability = match self.codec {
                Codec::H264 => "largest H.264 size",
                Codec::Hevc => "largest HEVC size",
            };
            return Err(Error::unsupported(capability, self.size, caps.max_size));
        }
        if self.b_frames > caps.max_b_frames {
            return Err(Error::unsupported(
                "B-frames",
                self.b_frames,
                caps.max_b_frames,
            ));
        }
        if self.format.bit_depth() > 8 && !caps.ten_bit {
            return Err(Error::unsupported("bit depth", self.format.bit_depth(), 8));
        }
        if !self.format.is_420() && !caps.yuv444 {
            return Err(Error::unsupported("chroma sampling", "4:4:4", "4:2:0"));
        }
        if self.preset.is_lossless() && !caps.lossless {
            return Err(Error::unsupported("lossless coding", self.preset, "none"));
        }
        self.check_rate_control(caps)
    }

    fn check_rate_control(&self, caps: &Caps) -> Result<(), Error> {
        // Mode 0 is constant QP, which has no bit and which every GPU has.
        let mode = self.rate_control.unwrap_or_default().mode().0;
        if mode & caps.rate_control_modes != mode {
            let (asked, allowed) = (
                format!("{mode:#x}"),
                format!("{:#x}", caps.rate_control_modes),
            );
            return Err(Error::unsupported("rate control modes", asked, allowed));
        }
        Ok(())
    }

    fn depth(&self) -> Result<u32, Error> {
        // Reordering keeps B-frames waiting for the frame after them.
        let least = self.b_frames + 2;
        match self.in_flight.map(NonZeroU32::get) {
            None => Ok(self.b_frames + IN_FLIGHT),
            // One at a time is what a caller without reordering may want for latency.
            Some(1) if self.b_frames == 0 => Ok(1),
            Some(depth) if depth >= least => Ok(depth),
            Some(depth) => Err(Error::invalid(
                "frames in flight",
                depth,
                "it must be over B-frames + 1",
            )),
        }
    }

    fn initialize(&self) -> Result<(), Error> {
        let raw = self.encoder.raw();
        let (preset, tuning) = self.preset.raw(raw.version());
        let mut config = raw.preset_config(self.codec.guid(), preset, tuning)?;
        self.write_config(&mut config);
        let mut parameters = self.parameters(raw, preset, tuning);
        raw.initialize(&mut parameters, &mut config)
    }

    fn parameters(
        &self,
        raw: &RawEncoder,
        preset: GUID,
        tuning: Option<NV_ENC_TUNING_INFO>,
    ) -> NV_ENC_INITIALIZE_PARAMS {
        let Size { width, height } = self.size;
        let divisor = greatest_common_divisor(width, height);
        NV_ENC_INITIALIZE_PARAMS {
            encodeGUID: self.codec.guid(),
            presetGUID: preset,
            encodeWidth: width,
            encodeHeight: height,
            // Square samples.
            darWidth: width / divisor,
            darHeight: height / divisor,
            frameRateNum: self.frame_rate.num,
            frameRateDen: self.frame_rate.den,
            // The driver decides on picture types and reorders.
            enablePTD: 1,
            maxEncodeWidth: width,
            maxEncodeHeight: height,
            tuningInfo: tuning.unwrap_or(NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_UNDEFINED),
            ..raw.versioned()
        }
    }

    fn write_config(&self, config: &mut NV_ENC_CONFIG) {
        let gop = self.gop.map_or(NVENC_INFINITE_GOPLENGTH, NonZeroU32::get);
        config.gopLength = gop;
        config.frameIntervalP = self.b_frames as i32 + 1;
        config.profileGUID = self.profile();
        if !self.preset.is_lossless() {
            self.rate_control
                .unwrap_or_default()
                .write(&mut config.rcParams);
        }
        let chroma_format_idc = if self.format.is_420() { 1 } else { 3 };
        match self.codec {
            Codec::H264 => {
                // SAFETY: the session's codec is H.264, so this is the field in use.
                let h264 = unsafe { &mut config.encodeCodecConfig.h264Config };
                h264.idrPeriod = gop;
                h264.chromaFormatIDC = chroma_format_idc;
                h264.set_repeatSPSPPS(1);
            }
            Codec::Hevc => {
                // SAFETY: the session's codec is HEVC, so this is the field in use.
                let hevc = unsafe { &mut config.encodeCodecConfig.hevcConfig };
                hevc.idrPeriod = gop;
                hevc.set_chromaFormatIDC(chroma_format_idc);
                hevc.set_pixelBitDepthMinus8((self.format.bit_depth() - 8).into());
                hevc.set_repeatSPSPPS(1);
            }
        }
    }

    fn profile(&self) -> GUID {
        match (self.codec, self.format.is_420(), self.format.bit_depth()) {
            (Codec::H264, true, _) => NV_ENC_H264_PROFILE_HIGH_GUID,
            (Codec::H264, false, _) => NV_ENC_H264_PROFILE_HIGH_444_GUID,
            (Codec::Hevc, true, 8) => NV_ENC_HEVC_PROFILE_MAIN_GUID,
            (Codec::Hevc, true, _) => NV_ENC_HEVC_PROFILE_MAIN10_GUID,
            (Codec::Hevc, false, _) => NV_ENC_HEVC_PROFILE_FREXT_GUID,
        }
    }
}

fn list<T: ToString>(items: &[T]) -> String {
    items
        .iter()
        .map(T::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 {
        a.max(1)
    } else {
        greatest_common_divisor(b, a % b)
    }
}
