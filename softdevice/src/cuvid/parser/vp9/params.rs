//! CUVIDVP9PICPARAMS.

use nvenc_sys::CUVIDVP9PICPARAMS;

use super::{filter::LoopFilter, header::Frame, segmentation::Segmentation};

/// No surface.
const NONE: u8 = 0xff;

/// The picture's own part of a description; `surfaces` are those in the slots.
pub(super) fn describe(frame: &Frame, surfaces: &[Option<i32>; 8]) -> CUVIDVP9PICPARAMS {
    let mut params = CUVIDVP9PICPARAMS {
        width: frame.size.0,
        height: frame.size.1,
        colorSpace: frame.color.space,
        bitDepthMinus8Luma: frame.color.depth - 8,
        bitDepthMinus8Chroma: frame.color.depth - 8,
        log2_tile_columns: frame.log2_tiles.0,
        log2_tile_rows: frame.log2_tiles.1,
        qpYAc: frame.quantizer.index.into(),
        qpYDc: frame.quantizer.y_dc.into(),
        qpChDc: frame.quantizer.uv_dc.into(),
        qpChAc: frame.quantizer.uv_ac.into(),
        resetFrameContext: frame.reset_context.into(),
        mcomp_filter_type: frame.interpolation,
        frameTagSize: frame.bytes,
        offsetToDctParts: frame.compressed_bytes,
        ..CUVIDVP9PICPARAMS::default()
    };
    describe_flags(frame, &mut params);
    describe_references(frame, surfaces, &mut params);
    describe_filter(&frame.filter, &mut params);
    describe_segmentation(&frame.segmentation, &mut params);
    params
}

fn describe_flags(frame: &Frame, params: &mut CUVIDVP9PICPARAMS) {
    params.set_profile(frame.profile.into());
    params.set_frameContextIdx(frame.context.into());
    params.set_frameType((!frame.key).into());
    params.set_showFrame(frame.shown.into());
    params.set_errorResilient(frame.error_resilient.into());
    params.set_frameParallelDecoding(frame.parallel.into());
    params.set_subSamplingX(frame.color.subsampling.0.into());
    params.set_subSamplingY(frame.color.subsampling.1.into());
    params.set_intraOnly(frame.intra_only.into());
    params.set_allow_high_precision_mv(frame.high_precision.into());
    params.set_refreshEntropyProbs(frame.refresh_context.into());
}

fn describe_references(frame: &Frame, surfaces: &[Option<i32>; 8], params: &mut CUVIDVP9PICPARAMS) {
    let index = |i: usize| match frame.is_intra() {
        true => NONE,
        false => surfaces[frame.references[i].0].map_or(NONE, |index| index as u8),
    };
    (params.LastRefIdx, params.GoldenRefIdx, params.AltRefIdx) = (index(0), index(1), index(2));
    for (i, (slot, bias)) in frame.references.into_iter().enumerate() {
        params.activeRefIdx[i] = slot as u32;
        params.refFrameSignBias[i + 1] = bias.into();
    }
}

fn describe_filter(filter: &LoopFilter, params: &mut CUVIDVP9PICPARAMS) {
    params.loopFilterLevel = filter.level;
    params.loopFilterSharpness = filter.sharpness;
    params.modeRefLfEnabled = filter.deltas_enabled.into();
    // The header's fields are unsigned and hold signed values.
    params.mbRefLfDelta = filter.reference_deltas.map(|delta| i32::from(delta) as u32);
    params.mbModeLfDelta = filter.mode_deltas.map(|delta| i32::from(delta) as u32);
}

fn describe_segmentation(segmentation: &Segmentation, params: &mut CUVIDVP9PICPARAMS) {
    params.set_segmentEnabled(segmentation.enabled.into());
    params.set_segmentMapUpdate(segmentation.map_update.into());
    params.set_segmentMapTemporalUpdate(segmentation.temporal_update.into());
    params.set_segmentFeatureMode(segmentation.absolute.into());
    params.mb_segment_tree_probs = segmentation.tree_probabilities;
    params.segment_pred_probs = segmentation.prediction_probabilities;
    let features = segmentation.features;
    params.segmentFeatureEnable = features.map(|segment| segment.map(|it| it.is_some().into()));
    params.segmentFeatureData = features.map(|segment| segment.map(Option::unwrap_or_default));
}
