//! Coding tools that a decoder or a transmission line may want otherwise.

use super::Profile;
use crate::{Caps, Codec, Error, SessionBuilder, raw::sys::*};

/// How the bits of H.264 are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_H264_ENTROPY_CODING_MODE")]
#[non_exhaustive]
pub enum Entropy {
    /// Tightest.
    #[doc(alias = "NV_ENC_H264_ENTROPY_CODING_MODE_CABAC")]
    Cabac,
    /// Simplest to decode.
    #[doc(alias = "NV_ENC_H264_ENTROPY_CODING_MODE_CAVLC")]
    Cavlc,
}

/// Where the motion of H.264's direct blocks comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_H264_BDIRECT_MODE")]
#[non_exhaustive]
pub enum Direct {
    /// There are no such blocks.
    #[doc(alias = "NV_ENC_H264_BDIRECT_MODE_DISABLE")]
    Disabled,
    /// From the picture before or after.
    #[doc(alias = "NV_ENC_H264_BDIRECT_MODE_TEMPORAL")]
    Temporal,
    /// From the blocks around.
    #[doc(alias = "NV_ENC_H264_BDIRECT_MODE_SPATIAL")]
    Spatial,
}

/// How the two fields of an interlaced frame are coded (H.264).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_PARAMS_FRAME_FIELD_MODE")]
#[non_exhaustive]
pub enum FieldCoding {
    /// Each as a picture of its own.
    #[doc(alias = "NV_ENC_PARAMS_FRAME_FIELD_MODE_FIELD")]
    Separate,
    /// Together, block by block as is best.
    #[doc(alias = "NV_ENC_PARAMS_FRAME_FIELD_MODE_MBAFF")]
    Adaptive,
}

/// Which field of an interlaced frame is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_PIC_STRUCT")]
#[allow(clippy::exhaustive_enums)] // there are no other fields
pub enum FieldOrder {
    /// That of the first row.
    #[doc(alias = "NV_ENC_PIC_STRUCT_FIELD_TOP_BOTTOM")]
    TopFirst,
    /// That of the second row.
    #[doc(alias = "NV_ENC_PIC_STRUCT_FIELD_BOTTOM_TOP")]
    BottomFirst,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tools {
    entropy: Option<Entropy>,
    transform_8x8: Option<bool>,
    direct: Option<Direct>,
    fields: Option<(FieldCoding, FieldOrder)>,
    no_deblocking: bool,
    constrained_intra: bool,
}

impl Tools {
    pub(crate) fn check(&self, codec: Codec, profile: Profile) -> Result<(), Error> {
        let of_h264 = [
            ("entropy coding", self.entropy.is_some()),
            ("8x8 transform", self.transform_8x8.is_some()),
            ("direct mode", self.direct.is_some()),
            ("field coding", self.fields.is_some()),
            ("deblocking", self.no_deblocking),
        ];
        match of_h264.into_iter().find(|(_, asked)| *asked) {
            Some((name, _)) if codec != Codec::H264 => Err(Error::invalid(
                name,
                codec,
                "it can be chosen for H.264 only",
            )),
            _ => self.check_profile(profile),
        }
    }

    fn check_profile(&self, profile: Profile) -> Result<(), Error> {
        let rule = "the profile has no such tool";
        match profile {
            Profile::Baseline if self.entropy == Some(Entropy::Cabac) => {
                Err(Error::invalid("entropy coding", "CABAC", rule))
            }
            Profile::Baseline | Profile::Main if self.transform_8x8 == Some(true) => {
                Err(Error::invalid("8x8 transform", "on", rule))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn check_caps(&self, caps: &Caps) -> Result<(), Error> {
        let asked = [
            (
                "CABAC",
                self.entropy == Some(Entropy::Cabac),
                NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_CABAC,
            ),
            (
                "adaptive transform",
                self.transform_8x8 == Some(true),
                NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_ADAPTIVE_TRANSFORM,
            ),
            (
                "B-frame direct mode",
                matches!(self.direct, Some(Direct::Temporal | Direct::Spatial)),
                NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_BDIRECT_MODE,
            ),
        ];
        let missing = |(_, asked, capability): &(_, bool, _)| *asked && !caps.has(*capability);
        if let Some((name, ..)) = asked.into_iter().find(missing) {
            return Err(Error::unsupported(name, "it", "none"));
        }
        self.check_field_caps(caps)
    }

    /// 1 is for separate fields, 2 for both ways.
    fn check_field_caps(&self, caps: &Caps) -> Result<(), Error> {
        let has = caps.number(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_FIELD_ENCODING);
        match self.fields {
            Some((FieldCoding::Separate, _)) if has < 1 => Err(Error::unsupported(
                "field coding",
                "separate fields",
                "none",
            )),
            Some((FieldCoding::Adaptive, _)) if has < 2 => {
                Err(Error::unsupported("field coding", "adaptive fields", has))
            }
            _ => Ok(()),
        }
    }

    /// What each picture is.
    pub(crate) fn picture_structure(&self) -> NV_ENC_PIC_STRUCT {
        match self.fields {
            None => NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME,
            Some((_, FieldOrder::TopFirst)) => {
                NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FIELD_TOP_BOTTOM
            }
            Some((_, FieldOrder::BottomFirst)) => {
                NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FIELD_BOTTOM_TOP
            }
        }
    }

    pub(crate) fn write(&self, config: &mut NV_ENC_CONFIG) {
        type Mode = NV_ENC_PARAMS_FRAME_FIELD_MODE;
        config.frameFieldMode = match self.fields {
            None => Mode::NV_ENC_PARAMS_FRAME_FIELD_MODE_FRAME,
            Some((FieldCoding::Separate, _)) => Mode::NV_ENC_PARAMS_FRAME_FIELD_MODE_FIELD,
            Some((FieldCoding::Adaptive, _)) => Mode::NV_ENC_PARAMS_FRAME_FIELD_MODE_MBAFF,
        };
    }

    pub(crate) fn write_h264(&self, own: &mut NV_ENC_CONFIG_H264) {
        own.entropyCodingMode = self.entropy.map_or(own.entropyCodingMode, Entropy::raw);
        own.bdirectMode = self.direct.map_or(own.bdirectMode, Direct::raw);
        own.adaptiveTransformMode = match self.transform_8x8 {
            None => own.adaptiveTransformMode,
            Some(true) => {
                NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE::NV_ENC_H264_ADAPTIVE_TRANSFORM_ENABLE
            }
            Some(false) => {
                NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE::NV_ENC_H264_ADAPTIVE_TRANSFORM_DISABLE
            }
        };
        own.disableDeblockingFilterIDC = self.no_deblocking.into();
        own.set_useConstrainedIntraPred(self.constrained_intra.into());
    }

    pub(crate) fn write_hevc(&self, own: &mut NV_ENC_CONFIG_HEVC) {
        own.set_useConstrainedIntraPred(self.constrained_intra.into());
    }
}

impl Entropy {
    fn raw(self) -> NV_ENC_H264_ENTROPY_CODING_MODE {
        type Mode = NV_ENC_H264_ENTROPY_CODING_MODE;
        match self {
            Self::Cabac => Mode::NV_ENC_H264_ENTROPY_CODING_MODE_CABAC,
            Self::Cavlc => Mode::NV_ENC_H264_ENTROPY_CODING_MODE_CAVLC,
        }
    }
}

impl Direct {
    fn raw(self) -> NV_ENC_H264_BDIRECT_MODE {
        match self {
            Self::Disabled => NV_ENC_H264_BDIRECT_MODE::NV_ENC_H264_BDIRECT_MODE_DISABLE,
            Self::Temporal => NV_ENC_H264_BDIRECT_MODE::NV_ENC_H264_BDIRECT_MODE_TEMPORAL,
            Self::Spatial => NV_ENC_H264_BDIRECT_MODE::NV_ENC_H264_BDIRECT_MODE_SPATIAL,
        }
    }
}

impl SessionBuilder {
    /// How the bits of H.264 are packed. Without it the driver chooses by the profile.
    ///
    /// # Device support
    /// CABAC: the capability `CABAC`.
    #[doc(alias = "entropyCodingMode")]
    pub fn entropy(mut self, entropy: Entropy) -> Self {
        self.setup.tools.entropy = Some(entropy);
        self
    }

    /// Whether H.264 may transform blocks of 8x8 samples. Without it the driver chooses by the
    /// profile.
    ///
    /// # Device support
    /// The capability `adaptive transform`.
    #[doc(alias = "adaptiveTransformMode")]
    pub fn transform_8x8(mut self, on: bool) -> Self {
        self.setup.tools.transform_8x8 = Some(on);
        self
    }

    /// Where the motion of H.264's direct blocks comes from. Without it the driver chooses.
    ///
    /// # Device support
    /// The capability `B-frame direct mode`.
    #[doc(alias = "bdirectMode")]
    pub fn direct(mut self, mode: Direct) -> Self {
        self.setup.tools.direct = Some(mode);
        self
    }

    /// Codes H.264 frames as the two fields that they are made of.
    ///
    /// # Device support
    /// The capability `field coding`, which GPUs from Turing on and the software device lack.
    #[doc(alias = "frameFieldMode")]
    #[doc(alias = "pictureStruct")]
    pub fn interlaced(mut self, coding: FieldCoding, order: FieldOrder) -> Self {
        self.setup.tools.fields = Some((coding, order));
        self
    }

    /// Leaves the edges of H.264's blocks as they are: sharper, and blockier.
    ///
    /// # Device support
    /// Every GPU; the software device with x264.
    #[doc(alias = "disableDeblockingFilterIDC")]
    pub fn no_deblocking(mut self) -> Self {
        self.setup.tools.no_deblocking = true;
        self
    }

    /// Predicts intra blocks from intra blocks only, so that lost pictures spoil fewer.
    ///
    /// # Device support
    /// Every GPU; the software device with x264 and x265.
    #[doc(alias = "useConstrainedIntraPred")]
    pub fn constrained_intra(mut self) -> Self {
        self.setup.tools.constrained_intra = true;
        self
    }
}
