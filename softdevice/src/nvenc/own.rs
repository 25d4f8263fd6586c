//! What the two codecs' configurations have in common, and what of them cannot be had.

use nvenc_sys::*;

use crate::codec::Codec;

/// The fields that both codecs' configurations have, under one name.
pub(super) struct Own {
    pub(super) chroma_format: u32,
    pub(super) bit_depth: u8,
    pub(super) idr_period: u32,
    pub(super) aud: bool,
    pub(super) no_headers: bool,
    pub(super) repeat_headers: bool,
    pub(super) vui: NV_ENC_CONFIG_H264_VUI_PARAMETERS,
    pub(super) slices: (u32, u32),
    pub(super) lossless: bool,
    pub(super) level: u32,
    pub(super) high_tier: bool,
    /// Most pictures referred to; 0 for what the device finds best.
    pub(super) references: u32,
    pub(super) b_references: NV_ENC_BFRAME_REF_MODE,
    /// Period and length.
    pub(super) intra_refresh: Option<(u32, u32)>,
    /// Of the buffer, and of when pictures leave it. `outputPictureTimingSEI` alone asks for
    /// nothing: without a buffer described such a message has no content.
    pub(super) timing_messages: bool,
    pub(super) no_deblocking: bool,
    pub(super) constrained_intra: bool,
    pub(super) tools: NamedTools,
    /// Names of what was asked for and cannot be had.
    pub(super) absent: Vec<&'static str>,
}

/// H.264's tools that have modes, by their numbers; 0 is the device's choice.
#[derive(Default)]
pub(super) struct NamedTools {
    pub(super) entropy: u32,
    pub(super) transform: u32,
    pub(super) direct: u32,
}

impl Own {
    /// Reads the part of a configuration that is the codec's own.
    pub(super) fn read(config: &NV_ENC_CONFIG, codec: Codec) -> Self {
        match codec {
            // SAFETY: the codec says which of the two was filled in; both are plain numbers
            // and pointers, for which any bits are valid.
            Codec::H264 => Self::h264(unsafe { &config.encodeCodecConfig.h264Config }),
            // SAFETY: as above.
            _ => Self::hevc(unsafe { &config.encodeCodecConfig.hevcConfig }),
        }
    }

    fn h264(own: &NV_ENC_CONFIG_H264) -> Self {
        Self {
            chroma_format: own.chromaFormatIDC,
            bit_depth: 8,
            idr_period: own.idrPeriod,
            aud: own.outputAUD() == 1,
            no_headers: own.disableSPSPPS() == 1,
            repeat_headers: own.repeatSPSPPS() == 1,
            vui: own.h264VUIParameters,
            slices: (own.sliceMode, own.sliceModeData),
            lossless: own.qpPrimeYZeroTransformBypassFlag() == 1,
            level: own.level,
            high_tier: false,
            references: own.maxNumRefFrames,
            b_references: own.useBFramesAsRef,
            intra_refresh: (own.enableIntraRefresh() == 1)
                .then_some((own.intraRefreshPeriod, own.intraRefreshCnt)),
            timing_messages: own.outputBufferingPeriodSEI() == 1,
            no_deblocking: own.disableDeblockingFilterIDC == 1,
            constrained_intra: own.useConstrainedIntraPred() == 1,
            tools: NamedTools {
                entropy: own.entropyCodingMode.0,
                transform: own.adaptiveTransformMode.0,
                direct: own.bdirectMode.0,
            },
            absent: chosen([
                (own.enableTemporalSVC() == 1, "temporal layers"),
                (own.enableStereoMVC() == 1, "stereo"),
                (own.hierarchicalPFrames() == 1, "hierarchical P-frames"),
                (own.hierarchicalBFrames() == 1, "hierarchical B-frames"),
                (own.enableConstrainedEncoding() == 1, "constrained coding"),
                (own.enableLTR() == 1, "long-term references"),
                (own.enableFillerDataInsertion() == 1, "filler data"),
                (
                    own.numRefL0.0 != 0 || own.numRefL1.0 != 0,
                    "several references for a picture",
                ),
                (own.separateColourPlaneFlag == 1, "separate colour planes"),
                (
                    own.disableDeblockingFilterIDC > 1,
                    "deblocking within slices only",
                ),
                (own.numTemporalLayers > 1, "temporal layers"),
                (own.maxTemporalLayers > 1, "temporal layers"),
                (own.fmoMode.0 == 1, "flexible macroblock order"),
                (own.stereoMode.0 != 0, "stereo"),
                (own.outputFramePackingSEI() == 1, "frame packing messages"),
                (own.outputRecoveryPointSEI() == 1, "recovery point messages"),
                (own.enableVFR() == 1, "variable frame rates"),
                (own.spsId != 0 || own.ppsId != 0, "parameter sets by number"),
                (own.ltrTrustMode != 0, "long-term references"),
            ]),
        }
    }

    fn hevc(own: &NV_ENC_CONFIG_HEVC) -> Self {
        Self {
            chroma_format: own.chromaFormatIDC(),
            bit_depth: 8 + own.pixelBitDepthMinus8() as u8,
            idr_period: own.idrPeriod,
            aud: own.outputAUD() == 1,
            no_headers: own.disableSPSPPS() == 1,
            repeat_headers: own.repeatSPSPPS() == 1,
            vui: own.hevcVUIParameters,
            slices: (own.sliceMode, own.sliceModeData),
            lossless: false,
            level: own.level / 3,
            high_tier: own.tier == 1,
            references: own.maxNumRefFramesInDPB,
            b_references: own.useBFramesAsRef,
            intra_refresh: (own.enableIntraRefresh() == 1)
                .then_some((own.intraRefreshPeriod, own.intraRefreshCnt)),
            timing_messages: own.outputBufferingPeriodSEI() == 1,
            no_deblocking: false,
            constrained_intra: own.useConstrainedIntraPred() == 1,
            tools: NamedTools::default(),
            absent: chosen([
                (own.enableConstrainedEncoding() == 1, "constrained coding"),
                (own.enableLTR() == 1, "long-term references"),
                (own.enableFillerDataInsertion() == 1, "filler data"),
                (
                    own.numRefL0.0 != 0 || own.numRefL1.0 != 0,
                    "several references for a picture",
                ),
                (own.enableAlphaLayerEncoding() == 1, "an alpha layer"),
                (own.maxTemporalLayersMinus1 != 0, "temporal layers"),
                (
                    own.disableDeblockAcrossSliceBoundary() == 1,
                    "deblocking within slices only",
                ),
                (
                    own.minCUSize.0 != 0 || own.maxCUSize.0 != 0,
                    "sizes of coding units",
                ),
                (
                    own.vpsId != 0 || own.spsId != 0 || own.ppsId != 0,
                    "parameter sets by number",
                ),
                (
                    own.singleSliceIntraRefresh() == 1,
                    "intra refresh in a single slice",
                ),
                (own.ltrTrustMode != 0, "long-term references"),
            ]),
        }
    }
}

fn chosen<const N: usize>(all: [(bool, &'static str); N]) -> Vec<&'static str> {
    let asked = all.into_iter().filter(|(asked, _)| *asked);
    asked.map(|(_, what)| what).collect()
}
