//! What to encode and how: checked, and written in the driver's words.

mod display;
mod door;
mod limits;
mod profile;
mod quality;
mod rate;
mod references;
mod syntax;
mod tools;

use crate::{
    Caps, Codec, Error, Preset,
    raw::{RawEncoder, sys::*},
    sei::Message,
};
use nvframe::{PixelFormat, Rational, Size};
use std::num::NonZeroU32;

pub use limits::Qp;
pub use nvframe::Colour;
pub use profile::{Level, Profile};
pub use quality::QpMap;
pub use rate::{MultiPass, RateControl};
pub use references::BReferences;
pub use syntax::{Headers, Slices};
pub use tools::{Direct, Entropy, FieldCoding, FieldOrder};

use display::Display;
use door::Change;
use limits::Limits;
use quality::Quality;
use references::References;
use syntax::Syntax;
use tools::Tools;

/// Frames from one IDR to the next, unless told.
const GOP: NonZeroU32 = NonZeroU32::new(250).unwrap();

/// Everything that a session is told, once or when it is reconfigured.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) codec: Codec,
    pub(crate) size: Size,
    /// The largest that reconfiguring may ask for.
    pub(crate) max_size: Option<Size>,
    pub(crate) format: PixelFormat,
    /// Packed pixels keep their chroma whole.
    pub(crate) full_chroma: bool,
    pub(crate) preset: Preset,
    pub(crate) rate_control: Option<RateControl>,
    pub(crate) multi_pass: MultiPass,
    pub(crate) limits: Limits,
    pub(crate) syntax: Syntax,
    pub(crate) quality: Quality,
    pub(crate) references: References,
    pub(crate) tools: Tools,
    pub(crate) display: Display,
    /// What goes with each picture.
    pub(crate) messages: Vec<Message>,
    pub(crate) gop: Option<NonZeroU32>,
    /// The GOP is not the default.
    pub(crate) gop_asked: bool,
    pub(crate) frame_rate: Rational,
    pub(crate) b_frames: u32,
    pub(crate) change: Option<Change>,
}

impl Setup {
    pub(crate) fn new(codec: Codec, size: Size) -> Self {
        Self {
            codec,
            size,
            max_size: None,
            format: PixelFormat::Nv12,
            full_chroma: false,
            preset: Preset::Default,
            rate_control: None,
            multi_pass: MultiPass::default(),
            limits: Limits::default(),
            syntax: Syntax::default(),
            quality: Quality::default(),
            references: References::default(),
            tools: Tools::default(),
            display: Display::default(),
            messages: Vec::new(),
            gop: Some(GOP),
            gop_asked: false,
            frame_rate: Rational::new(30, 1),
            b_frames: 0,
            change: None,
        }
    }

    fn mode(&self) -> RateControl {
        self.rate_control.unwrap_or_default()
    }

    /// Numbers of a map that goes with a picture.
    pub(crate) fn map_len(&self) -> usize {
        let block = match self.codec {
            Codec::H264 => 16,
            Codec::Hevc => 32,
        };
        let Size { width, height } = self.size;
        width.div_ceil(block) as usize * height.div_ceil(block) as usize
    }

    /// What is coded, whatever the frames are.
    fn is_444(&self) -> bool {
        let (packed, halved) = (self.format.is_packed(), self.format.is_420());
        self.full_chroma || !packed && !halved
    }

    /// The profile that a stream has where none was asked for.
    fn usual_profile(&self) -> Profile {
        let depth = self.format.bit_depth();
        Profile::of(self.codec, self.is_444(), depth, self.preset.is_lossless())
    }

    /// The driver's mode of rate control.
    pub(crate) fn rate_mode(&self, version: ApiVersion) -> NV_ENC_PARAMS_RC_MODE {
        self.mode().mode(version).0
    }

    pub(crate) fn most(&self) -> Size {
        self.max_size.unwrap_or(self.size)
    }

    /// Frames that wait in the encoder before the first packet.
    pub(crate) fn held(&self) -> u32 {
        self.b_frames + self.quality.lookahead()
    }

    /// Frames that a packet comes before its place in display order.
    pub(crate) fn reorder(&self) -> usize {
        match (self.b_frames, self.references.b()) {
            (0, _) => 0,
            (_, BReferences::None) => 1,
            _ => 2,
        }
    }

    /// Refuses what no GPU can encode.
    pub(crate) fn check_values(&self) -> Result<(), Error> {
        if self.format.is_422() {
            return Err(Error::invalid(
                "format",
                self.format,
                "NVENC's interfaces up to 11.1 take no 4:2:2",
            ));
        }
        self.check_sizes()?;
        if self.frame_rate.num == 0 || self.frame_rate.den == 0 {
            return Err(Error::invalid(
                "frame rate",
                self.frame_rate,
                "it must be over 0",
            ));
        }
        self.check_gop()?;
        self.check_rate()?;
        let const_qp = self.mode().is_const_qp() || self.preset.is_lossless();
        self.limits.check(const_qp)?;
        self.syntax
            .check(self.codec, self.usual_profile(), self.size, self.frame_rate)?;
        self.syntax.check_b_frames(self.b_frames)?;
        self.quality.check(const_qp, self.b_frames)?;
        self.references.check(self.b_frames, self.gop)?;
        self.tools.check(self.codec, self.profile())?;
        self.display.check()
    }

    fn check_sizes(&self) -> Result<(), Error> {
        let Size { width, height } = self.size;
        if width == 0 || height == 0 {
            return Err(Error::invalid("size", self.size, "it must be over 0x0"));
        }
        if self.full_chroma && !self.format.is_packed() {
            return Err(Error::invalid(
                "full chroma",
                self.format,
                "only packed formats leave the choice, the others have their own chroma",
            ));
        }
        if !self.is_444() && (width % 2 != 0 || height % 2 != 0) {
            return Err(Error::invalid(
                "size",
                self.size,
                "4:2:0 needs an even width and height",
            ));
        }
        match self.size.fits(self.most()) {
            true => Ok(()),
            false => Err(Error::invalid(
                "size",
                self.size,
                "it is over the session's maximum",
            )),
        }
    }

    fn check_gop(&self) -> Result<(), Error> {
        match (self.gop, self.b_frames) {
            (_, 0) => Ok(()),
            (Some(gop), b_frames) if gop.get() > b_frames => Ok(()),
            (Some(gop), _) => Err(Error::invalid(
                "GOP",
                gop,
                "it must be longer than its B-frames",
            )),
            (None, b_frames) => Err(Error::invalid(
                "B-frames",
                b_frames,
                "an endless GOP goes without: give gop() a length",
            )),
        }
    }

    fn check_rate(&self) -> Result<(), Error> {
        match self.rate_control {
            Some(_) if self.preset.is_lossless() => Err(Error::invalid(
                "rate control",
                self.preset,
                "a lossless preset keeps every sample and takes no rate control",
            )),
            Some(rate_control) => rate_control.check(),
            None => Ok(()),
        }?;
        self.multi_pass.check(self.mode())
    }

    /// Refuses what this GPU cannot encode, naming the capability.
    pub(crate) fn check_caps(&self, caps: &Caps, version: ApiVersion) -> Result<(), Error> {
        self.multi_pass.check_dialect(version)?;
        self.references.check_dialect(self.codec, version)?;
        self.check_size_caps(caps)?;
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
        if self.is_444() && !caps.yuv444 {
            return Err(Error::unsupported("chroma sampling", "4:4:4", "4:2:0"));
        }
        if self.preset.is_lossless() && !caps.lossless {
            return Err(Error::unsupported("lossless coding", self.preset, "none"));
        }
        self.check_rate_caps(caps, version)?;
        self.syntax.check_caps(self.codec, caps)?;
        self.quality.check_caps(caps)?;
        self.references.check_caps(caps)?;
        self.tools.check_caps(caps)
    }

    fn check_size_caps(&self, caps: &Caps) -> Result<(), Error> {
        let (largest, smallest) = match self.codec {
            Codec::H264 => ("largest H.264 size", "smallest H.264 size"),
            Codec::Hevc => ("largest HEVC size", "smallest HEVC size"),
        };
        if !self.most().fits(caps.max_size) {
            return Err(Error::unsupported(largest, self.most(), caps.max_size));
        }
        match caps.min_size.fits(self.size) {
            true => Ok(()),
            false => Err(Error::unsupported(smallest, self.size, caps.min_size)),
        }
    }

    fn check_rate_caps(&self, caps: &Caps, version: ApiVersion) -> Result<(), Error> {
        // Mode 0 is constant QP, which has no bit and which every GPU has.
        let mode = self.mode().mode(version).0.0;
        if mode & caps.rate_control_modes != mode {
            let (asked, allowed) = (
                format!("{mode:#x}"),
                format!("{:#x}", caps.rate_control_modes),
            );
            return Err(Error::unsupported("rate control modes", asked, allowed));
        }
        match self.limits.vbv {
            Some(bits) if !caps.custom_vbv => {
                Err(Error::unsupported("custom VBV buffer", bits, "none"))
            }
            _ => Ok(()),
        }
    }

    /// The driver's configuration for the preset, with everything that was said on top.
    pub(crate) fn config(&self, raw: &RawEncoder) -> Result<NV_ENC_CONFIG, Error> {
        let (preset, tuning) = self.preset.raw(raw.version());
        let mut config = raw.preset_config(self.codec.guid(), preset, tuning)?;
        let gop = self.gop.map_or(NVENC_INFINITE_GOPLENGTH, NonZeroU32::get);
        config.gopLength = gop;
        config.frameIntervalP = self.b_frames as i32 + 1;
        config.profileGUID = self.profile().guid(self.codec);
        self.write_rate(&mut config.rcParams, raw.version());
        self.syntax.write(&mut config);
        self.tools.write(&mut config);
        match self.codec {
            Codec::H264 => self.write_h264(&mut config, gop),
            Codec::Hevc => self.write_hevc(&mut config, gop),
        }
        if let Some(change) = &self.change {
            change.make(&mut config);
        }
        Ok(config)
    }

    fn profile(&self) -> Profile {
        let usual = || self.usual_profile();
        self.syntax.profile().unwrap_or_else(usual)
    }

    fn write_rate(&self, rate: &mut NV_ENC_RC_PARAMS, version: ApiVersion) {
        if !self.preset.is_lossless() {
            self.mode().write(rate, version);
            self.multi_pass.write(rate);
        }
        self.limits.write(self.mode(), self.frame_rate, rate);
        self.quality.write_rate(rate);
        self.references.write_rate(rate);
    }

    fn write_h264(&self, config: &mut NV_ENC_CONFIG, gop: u32) {
        // SAFETY: the session's codec is H.264, so this is the field in use.
        let own = unsafe { &mut config.encodeCodecConfig.h264Config };
        own.idrPeriod = gop;
        own.chromaFormatIDC = self.chroma_format_idc();
        self.syntax.write_h264(own);
        self.references.write_h264(own);
        self.tools.write_h264(own);
        self.display.write(&mut own.h264VUIParameters);
    }

    fn write_hevc(&self, config: &mut NV_ENC_CONFIG, gop: u32) {
        // SAFETY: the session's codec is HEVC, so this is the field in use.
        let own = unsafe { &mut config.encodeCodecConfig.hevcConfig };
        own.idrPeriod = gop;
        own.set_chromaFormatIDC(self.chroma_format_idc());
        own.set_pixelBitDepthMinus8((self.format.bit_depth() - 8).into());
        self.syntax.write_hevc(own);
        self.references.write_hevc(own);
        self.tools.write_hevc(own);
        self.display.write(&mut own.hevcVUIParameters);
    }

    fn chroma_format_idc(&self) -> u32 {
        if self.is_444() { 3 } else { 1 }
    }

    pub(crate) fn parameters(&self, raw: &RawEncoder) -> NV_ENC_INITIALIZE_PARAMS {
        let (preset, tuning) = self.preset.raw(raw.version());
        let Size { width, height } = self.size;
        let (across, down) = self.display.aspect(width, height);
        let mut parameters = NV_ENC_INITIALIZE_PARAMS {
            encodeGUID: self.codec.guid(),
            presetGUID: preset,
            encodeWidth: width,
            encodeHeight: height,
            darWidth: across,
            darHeight: down,
            frameRateNum: self.frame_rate.num,
            frameRateDen: self.frame_rate.den,
            // The driver decides on picture types and reorders.
            enablePTD: 1,
            maxEncodeWidth: self.most().width,
            maxEncodeHeight: self.most().height,
            tuningInfo: tuning.unwrap_or(NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_UNDEFINED),
            ..raw.versioned()
        };
        let weighted = self.references.weighted();
        parameters.set_enableWeightedPrediction(weighted.into());
        parameters
    }
}
