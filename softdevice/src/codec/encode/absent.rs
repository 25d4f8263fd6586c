//! What the built-in encoders are asked for and cannot do.

use crate::codec::{Codec, Controls, EncoderConfig, RateControl, Slices, Tools};

/// The first control that neither of the built-in encoders has, in the words of "does not
/// encode ...". A first quantiser, a profile and how pictures are shown they both know.
pub(super) fn from_built_in(config: &EncoderConfig) -> Option<&'static str> {
    // Every field by name: a new one must be thought of here.
    let Controls {
        lossless,
        qp_range,
        initial_qp: _,
        vbv_initial,
        slices,
        spatial_aq,
        lookahead,
        b_references,
        references,
        profile: _,
        level,
        high_tier,
        weighted_prediction,
        intra_refresh,
        // They do not look ahead, and have no B-frames.
        scene_cuts: _,
        adaptive_b: _,
        qp_map,
        timing_messages,
        tools,
        no_deblocking,
        constrained_intra,
        vui: _,
    } = &config.controls;
    let quality = matches!(config.rate, RateControl::Quality { .. });
    let asked = [
        (*lossless, "without loss"),
        (*qp_range != (None, None), "between limits of the quantiser"),
        (vbv_initial.is_some(), "from a given filling of the buffer"),
        (*slices != Slices::One, "in slices"),
        (spatial_aq.is_some(), "with adaptive quantisation"),
        (*lookahead > 0, "looking ahead"),
        (*b_references, "B-frames as references"),
        // They use one or two, which is fewer than anybody else may forbid.
        (*references == Some(1), "with a single reference"),
        (level.is_some(), "to a level"),
        (*high_tier, "in the high tier"),
        (*weighted_prediction, "with weighted prediction"),
        (intra_refresh.is_some(), "with intra refresh"),
        (*qp_map, "by quantiser maps"),
        (*timing_messages, "messages about the buffer"),
        (
            config.codec != Codec::H264 && *tools != Tools::default(),
            "H.264's tools",
        ),
        (*no_deblocking, "without deblocking"),
        (*constrained_intra, "with constrained intra prediction"),
        (quality, "a quality below a ceiling of the bit rate"),
    ];
    let found = asked.into_iter().find(|(asked, _)| *asked);
    found.map(|(_, what)| what)
}
