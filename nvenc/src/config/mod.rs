//! What to encode and how: checked, and written in the driver's words.

mod check;
mod display;
mod door;
mod limits;
mod multi_pass;
mod profile;
mod quality;
mod rate;
mod references;
mod syntax;
mod tools;

use crate::{
    Codec, Error, Preset,
    raw::{RawEncoder, sys::*},
    sei::Message,
};
use nvframe::{PixelFormat, Rational, Size};
use std::num::NonZeroU32;

pub use limits::Qp;
pub use multi_pass::MultiPass;
pub use nvframe::Colour;
pub use profile::{Level, Profile};
pub use quality::QpMap;
pub use rate::RateControl;
pub(crate) use rate::mode_name;
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

    pub(crate) fn mode(&self) -> RateControl {
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
