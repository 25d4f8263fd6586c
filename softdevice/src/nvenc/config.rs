//! From NVENC's configuration to the codec's, refusing what the codec cannot honour.

use nvenc_sys::*;

use super::{
    absent, caps,
    catalogue::{self, Kind},
    controls,
    convert::Target,
    own::Own,
    packed::Colour,
    preset, rate,
    status::{self, Answer, bad_param, unsupported},
    version,
};
use crate::{
    codec::{Codec, Effort, EncoderConfig, RateControl},
    picture::Chroma,
    profile::Profile,
};

/// What a session was initialised to do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Setup {
    pub(super) encoder: EncoderConfig,
    pub(super) target: Target,
    /// No parameter sets in the stream at all.
    pub(super) strip_headers: bool,
    /// Slices whose places in a picture are told.
    pub(super) report_slice_offsets: usize,
    /// Largest width and height that reconfiguring may ask for.
    pub(super) most: (u32, u32),
}

impl Setup {
    /// Pictures that the codec may keep before it gives the first.
    pub(super) fn held(&self) -> u32 {
        self.encoder.b_frames + self.encoder.controls.lookahead
    }
}

/// What the client asked for, read out of the structures.
pub(super) struct Request<'a> {
    pub(super) params: &'a NV_ENC_INITIALIZE_PARAMS,
    pub(super) config: NV_ENC_CONFIG,
    pub(super) codec: Codec,
    pub(super) own: Own,
    effort: Effort,
    pub(super) lossless: bool,
}

/// Reads and checks what a client wants.
pub(super) fn setup(params: &NV_ENC_INITIALIZE_PARAMS) -> Answer<Setup> {
    let request = Request::read(params)?;
    request.check_size()?;
    absent::check_configuration(&request)?;
    let encoder = request.encoder()?;
    let vui = &request.own.vui;
    let matrix = if vui.colourDescriptionPresentFlag == 1 {
        vui.colourMatrix
    } else {
        2
    };
    let target = Target {
        width: encoder.width,
        height: encoder.height,
        chroma: encoder.chroma,
        bit_depth: encoder.bit_depth,
        colour: Colour::new(matrix),
    };
    Ok(Setup {
        encoder,
        target,
        strip_headers: request.own.no_headers,
        report_slice_offsets: controls::offsets(params, request.own.slices)?,
        most: request.most(),
    })
}

impl<'a> Request<'a> {
    fn read(params: &'a NV_ENC_INITIALIZE_PARAMS) -> Answer<Self> {
        let codec = catalogue::codec(params.encodeGUID)?;
        let preset = catalogue::find_preset(Profile::get().api, params.presetGUID)?;
        let config = read_config(params)?;
        let tuned = preset.kind == Kind::Tuned;
        let kind = match params.tuningInfo {
            NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_UNDEFINED if tuned => Kind::Quality,
            tuning => preset::kind(preset, tuning)?,
        };
        // Two generations of presets, two of rate control: newer ones have multi-pass.
        if tuned && config.rcParams.rateControlMode.0 > 2 {
            return Err(bad_param(
                "P1 to P7 do not go with the older rate control modes",
            ));
        }
        let own = Own::read(&config, codec);
        Ok(Self {
            params,
            lossless: own.lossless || kind == Kind::Lossless,
            config,
            codec,
            own,
            effort: preset.effort,
        })
    }

    fn most(&self) -> (u32, u32) {
        let or = |most: u32, now: u32| if most == 0 { now } else { most };
        (
            or(self.params.maxEncodeWidth, self.params.encodeWidth),
            or(self.params.maxEncodeHeight, self.params.encodeHeight),
        )
    }

    fn check_size(&self) -> Answer {
        let caps = caps::sizes(self.codec);
        let (width, height) = (self.params.encodeWidth, self.params.encodeHeight);
        if width < caps.least.0 || height < caps.least.1 {
            return Err(bad_param(
                "Frame Dimension less than the minimum supported value.",
            ));
        }
        let most = self.most();
        if most.0 > caps.most.0 || most.1 > caps.most.1 {
            return Err(bad_param(
                "Frame Dimension exceeds the maximum supported value.",
            ));
        }
        if width > most.0 || height > most.1 {
            return Err(bad_param("the size is larger than the session's maximum"));
        }
        Ok(())
    }

    fn encoder(&self) -> Answer<EncoderConfig> {
        let b_frames = self.b_frames()?;
        Ok(EncoderConfig {
            codec: self.codec,
            width: self.params.encodeWidth as usize,
            height: self.params.encodeHeight as usize,
            chroma: self.chroma()?,
            bit_depth: self.bit_depth()?,
            frame_rate: self.frame_rate()?,
            idr_period: self.idr_period(),
            b_frames,
            rate: self.rate()?,
            effort: self.effort(),
            repeat_headers: self.own.repeat_headers,
            aud: self.own.aud,
            controls: controls::read(self, b_frames)?,
        })
    }

    fn chroma(&self) -> Answer<Chroma> {
        let chroma = match self.own.chroma_format {
            0 | 1 => Chroma::Yuv420,
            3 => Chroma::Yuv444,
            _ => return Err(bad_param("chromaFormatIDC is neither 1 nor 3")),
        };
        let full = [
            NV_ENC_H264_PROFILE_HIGH_444_GUID,
            NV_ENC_HEVC_PROFILE_FREXT_GUID,
        ];
        let chosen = self.config.profileGUID;
        let auto = chosen == NV_ENC_CODEC_PROFILE_AUTOSELECT_GUID || chosen == GUID::default();
        if !auto && !catalogue::profiles(self.codec).contains(&chosen) {
            return Err(unsupported("the profile is none that the device codes"));
        }
        if chroma == Chroma::Yuv444 && !auto && !full.contains(&chosen) {
            return Err(bad_param("4:4:4 pictures do not go with this profile"));
        }
        Ok(chroma)
    }

    fn bit_depth(&self) -> Answer<u8> {
        let main = self.config.profileGUID == NV_ENC_HEVC_PROFILE_MAIN_GUID;
        match self.own.bit_depth {
            10 if main => Err(bad_param("10 bits do not go with the Main profile")),
            8 | 10 => Ok(self.own.bit_depth),
            _ => Err(bad_param("pixelBitDepthMinus8 is neither 0 nor 2")),
        }
    }

    fn frame_rate(&self) -> Answer<(u32, u32)> {
        match (self.params.frameRateNum, self.params.frameRateDen) {
            (0, 0) => Ok((30, 1)),
            (0, _) | (_, 0) => Err(bad_param("the frame rate is zero or endless")),
            rate => Ok(rate),
        }
    }

    /// The nearer of the two: an intra picture is always an IDR picture here.
    fn idr_period(&self) -> Option<u32> {
        if self.config.frameIntervalP == 0 {
            return Some(1);
        }
        let gop = [self.config.gopLength, self.own.idr_period];
        let finite = gop
            .into_iter()
            .filter(|it| !matches!(*it, 0 | NVENC_INFINITE_GOPLENGTH));
        finite.min()
    }

    fn b_frames(&self) -> Answer<u32> {
        let interval = u32::try_from(self.config.frameIntervalP)
            .map_err(|_| bad_param("frameIntervalP is negative"))?;
        if self.config.gopLength == NVENC_INFINITE_GOPLENGTH && interval != 1 {
            return Err(bad_param(
                "an endless group of pictures wants a frameIntervalP of 1",
            ));
        }
        let b_frames = interval.saturating_sub(1);
        if b_frames > caps::b_frames(self.codec) {
            return Err(status::absent("so many B-frames"));
        }
        if b_frames > 0 && self.config.gopLength <= b_frames {
            return Err(bad_param(
                "the group of pictures is shorter than its B-frames",
            ));
        }
        Ok(b_frames)
    }

    fn rate(&self) -> Answer<RateControl> {
        if self.lossless {
            return Ok(RateControl::ConstQp { i: 0, p: 0, b: 0 });
        }
        let size = (self.params.encodeWidth, self.params.encodeHeight);
        let usual = rate::usual(size, self.frame_rate()?);
        rate::control(&self.config.rcParams, usual, self.frame_rate()?)
    }

    fn effort(&self) -> Effort {
        match self.effort {
            effort if !rate::passes_twice(&self.config.rcParams) => effort,
            Effort::Fast => Effort::Normal,
            _ => Effort::Best,
        }
    }
}

/// The client's configuration, or the preset's where there is none.
fn read_config(params: &NV_ENC_INITIALIZE_PARAMS) -> Answer<NV_ENC_CONFIG> {
    // SAFETY: null or a valid configuration, by the interface's contract.
    match unsafe { params.encodeConfig.as_ref() } {
        Some(config) => {
            version::check::<NV_ENC_CONFIG>(config.version)?;
            let mut config = *config;
            if params.enableMEOnlyMode() == 1 {
                // What is there then only restricts the search.
                config.encodeCodecConfig = NV_ENC_CODEC_CONFIG::default();
            }
            Ok(config)
        }
        None => preset::config(params.encodeGUID, params.presetGUID, params.tuningInfo),
    }
}
