//! CUVIDHEVCPICPARAMS.

use nvenc_sys::CUVIDHEVCPICPARAMS;

use super::{
    dpb::{Current, Dpb, Reference},
    pps::{self, Pps},
    slice::SliceHeader,
    sps::Sps,
};

/// The picture's own part of a description.
pub(super) fn describe(
    header: &SliceHeader,
    count: i32,
    sps: &Sps,
    pps: &Pps,
    dpb: &Dpb,
    current: &Current,
) -> CUVIDHEVCPICPARAMS {
    let mut params = CUVIDHEVCPICPARAMS::default();
    describe_sequence(sps, &mut params);
    describe_blocks(sps, &mut params);
    describe_picture_set(pps, &mut params);
    describe_control(pps, &mut params);
    describe_tiles(pps, &mut params);
    describe_range(sps, pps, &mut params);
    describe_scaling(sps, pps, &mut params);
    params.IrapPicFlag = header.nal.is_irap().into();
    params.IdrPicFlag = header.nal.is_idr().into();
    params.CurrPicOrderCntVal = count;
    params.NumBitsForShortTermRPSInSlice = header.references.short_bits as i32;
    params.NumDeltaPocsOfRefRpsIdx = header.references.relative_to as i32;
    describe_references(dpb, current, &mut params);
    params
}

fn describe_sequence(sps: &Sps, params: &mut CUVIDHEVCPICPARAMS) {
    params.pic_width_in_luma_samples = sps.size.0 as i32;
    params.pic_height_in_luma_samples = sps.size.1 as i32;
    params.bit_depth_luma_minus8 = sps.depth_minus8.0;
    params.bit_depth_chroma_minus8 = sps.depth_minus8.1;
    params.separate_colour_plane_flag = sps.separate_planes.into();
    params.log2_max_pic_order_cnt_lsb_minus4 = sps.log2_max_lsb as u8 - 4;
    params.num_short_term_ref_pic_sets = sps.short_terms.len() as u8;
    params.long_term_ref_pics_present_flag = sps.long_terms.is_some().into();
    params.num_long_term_ref_pics_sps = sps.long_terms.as_ref().map_or(0, Vec::len) as u8;
    params.sps_temporal_mvp_enabled_flag = sps.temporal_mvp.into();
    params.sample_adaptive_offset_enabled_flag = sps.sao.into();
    params.scaling_list_enable_flag = sps.scaling_enabled.into();
    params.strong_intra_smoothing_enabled_flag = sps.strong_smoothing.into();
    params.amp_enabled_flag = sps.amp.into();
}

fn describe_blocks(sps: &Sps, params: &mut CUVIDHEVCPICPARAMS) {
    let blocks = sps.blocks;
    params.log2_min_luma_coding_block_size_minus3 = blocks.min_coding_minus3;
    params.log2_diff_max_min_luma_coding_block_size = blocks.coding_difference;
    params.log2_min_transform_block_size_minus2 = blocks.min_transform_minus2;
    params.log2_diff_max_min_transform_block_size = blocks.transform_difference;
    params.max_transform_hierarchy_depth_intra = blocks.depth_intra;
    params.max_transform_hierarchy_depth_inter = blocks.depth_inter;
    params.pcm_enabled_flag = sps.pcm.is_some().into();
    if let Some(pcm) = sps.pcm {
        params.pcm_sample_bit_depth_luma_minus1 = pcm.depth_minus1.0;
        params.pcm_sample_bit_depth_chroma_minus1 = pcm.depth_minus1.1;
        params.log2_min_pcm_luma_coding_block_size_minus3 = pcm.min_minus3;
        params.log2_diff_max_min_pcm_luma_coding_block_size = pcm.difference;
        params.pcm_loop_filter_disabled_flag = pcm.filter_disabled.into();
    }
}

fn describe_picture_set(pps: &Pps, params: &mut CUVIDHEVCPICPARAMS) {
    params.dependent_slice_segments_enabled_flag = pps.dependent_slices.into();
    params.slice_segment_header_extension_present_flag = pps.header_extension.into();
    params.sign_data_hiding_enabled_flag = pps.sign_hiding.into();
    params.cu_qp_delta_enabled_flag = pps.qp_delta_depth.is_some().into();
    params.diff_cu_qp_delta_depth = pps.qp_delta_depth.unwrap_or(0);
    params.init_qp_minus26 = pps.init_qp_minus26;
    params.pps_cb_qp_offset = pps.chroma_qp_offsets[0];
    params.pps_cr_qp_offset = pps.chroma_qp_offsets[1];
    params.constrained_intra_pred_flag = pps.constrained_intra.into();
    params.weighted_pred_flag = pps.weighted.into();
    params.weighted_bipred_flag = pps.weighted_bi.into();
    params.transform_skip_enabled_flag = pps.transform_skip.into();
    params.transquant_bypass_enabled_flag = pps.bypass.into();
    params.entropy_coding_sync_enabled_flag = pps.sync.into();
    params.log2_parallel_merge_level_minus2 = pps.merge_level_minus2;
    params.num_extra_slice_header_bits = pps.extra_header_bits;
}

fn describe_control(pps: &Pps, params: &mut CUVIDHEVCPICPARAMS) {
    params.loop_filter_across_slices_enabled_flag = pps.filter_across_slices.into();
    params.output_flag_present_flag = pps.output_flag.into();
    params.num_ref_idx_l0_default_active_minus1 = pps.default_refs_minus1[0];
    params.num_ref_idx_l1_default_active_minus1 = pps.default_refs_minus1[1];
    params.lists_modification_present_flag = pps.lists_modification.into();
    params.cabac_init_present_flag = pps.cabac_init.into();
    params.pps_slice_chroma_qp_offsets_present_flag = pps.slice_chroma_qp.into();
    params.deblocking_filter_override_enabled_flag = pps.deblocking.overridable.into();
    params.pps_deblocking_filter_disabled_flag = pps.deblocking.disabled.into();
    params.pps_beta_offset_div2 = pps.deblocking.beta_div2;
    params.pps_tc_offset_div2 = pps.deblocking.tc_div2;
}

fn describe_tiles(pps: &Pps, params: &mut CUVIDHEVCPICPARAMS) {
    params.tiles_enabled_flag = pps.tiles.is_some().into();
    // Inferred where there are no tiles.
    params.loop_filter_across_tiles_enabled_flag = 1;
    params.uniform_spacing_flag = 1;
    let Some(tiles) = &pps.tiles else { return };
    params.loop_filter_across_tiles_enabled_flag = tiles.filter_across.into();
    params.num_tile_columns_minus1 = tiles.columns_minus1;
    params.num_tile_rows_minus1 = tiles.rows_minus1;
    if let Some((widths, heights)) = &tiles.sizes_minus1 {
        params.uniform_spacing_flag = 0;
        fill(&mut params.column_width_minus1, widths);
        fill(&mut params.row_height_minus1, heights);
    }
}

fn describe_range(sps: &Sps, pps: &Pps, params: &mut CUVIDHEVCPICPARAMS) {
    if let Some(flags) = sps.range {
        let [
            rotation,
            context,
            implicit,
            explicit,
            extended,
            smoothing,
            high,
            rice,
            bypass,
        ] = flags.map(u8::from);
        params.sps_range_extension_flag = 1;
        params.transform_skip_rotation_enabled_flag = rotation;
        params.transform_skip_context_enabled_flag = context;
        params.implicit_rdpcm_enabled_flag = implicit;
        params.explicit_rdpcm_enabled_flag = explicit;
        params.extended_precision_processing_flag = extended;
        params.intra_smoothing_disabled_flag = smoothing;
        params.high_precision_offsets_enabled_flag = high;
        params.persistent_rice_adaptation_enabled_flag = rice;
        params.cabac_bypass_alignment_enabled_flag = bypass;
    }
    if let Some(range) = &pps.range {
        describe_picture_range(range, params);
    }
}

fn describe_picture_range(range: &pps::Range, params: &mut CUVIDHEVCPICPARAMS) {
    params.pps_range_extension_flag = 1;
    params.log2_max_transform_skip_block_size_minus2 = range.log2_max_transform_skip_minus2;
    params.cross_component_prediction_enabled_flag = range.cross_component.into();
    params.log2_sao_offset_scale_luma = range.log2_sao_scale.0;
    params.log2_sao_offset_scale_chroma = range.log2_sao_scale.1;
    if let Some(lists) = &range.offset_lists {
        params.chroma_qp_offset_list_enabled_flag = 1;
        params.diff_cu_chroma_qp_offset_depth = lists.depth;
        params.chroma_qp_offset_list_len_minus1 = lists.length_minus1;
        params.cb_qp_offset_list = lists.cb;
        params.cr_qp_offset_list = lists.cr;
    }
}

fn describe_scaling(sps: &Sps, pps: &Pps, params: &mut CUVIDHEVCPICPARAMS) {
    if !sps.scaling_enabled {
        return;
    }
    let scaling = pps.scaling.as_ref().unwrap_or(&sps.scaling);
    params.ScalingList4x4 = scaling.lists_4x4();
    params.ScalingList8x8 = scaling.lists_8x8();
    params.ScalingList16x16 = scaling.lists_16x16();
    params.ScalingList32x32 = scaling.lists_32x32();
    params.ScalingListDCCoeff16x16 = scaling.dc_16x16();
    params.ScalingListDCCoeff32x32 = scaling.dc_32x32();
}

fn describe_references(dpb: &Dpb, current: &Current, params: &mut CUVIDHEVCPICPARAMS) {
    params.RefPicIdx = [-1; 16];
    let used = |frame: &&super::dpb::Frame| frame.reference != Reference::Unused;
    for (i, frame) in dpb.frames.iter().filter(used).take(16).enumerate() {
        params.RefPicIdx[i] = frame.surface.index();
        params.PicOrderCntVal[i] = frame.count;
        params.IsLongTerm[i] = (frame.reference == Reference::Long).into();
    }
    let place = |count: &i32| {
        let known = params.RefPicIdx.iter().zip(&params.PicOrderCntVal);
        let mut places = known.map(|(index, known)| *index >= 0 && known == count);
        places.position(|here| here).map(|place| place as u8)
    };
    let places = |counts: &[i32]| counts.iter().filter_map(place).take(8).collect::<Vec<_>>();
    let [before, after, long] =
        [&current.before, &current.after, &current.long].map(|counts| places(counts));
    params.NumPocStCurrBefore = before.len() as i32;
    params.NumPocStCurrAfter = after.len() as i32;
    params.NumPocLtCurr = long.len() as i32;
    params.NumPocTotalCurr = (before.len() + after.len() + long.len()) as i32;
    fill(&mut params.RefPicSetStCurrBefore, &before);
    fill(&mut params.RefPicSetStCurrAfter, &after);
    fill(&mut params.RefPicSetLtCurr, &long);
}

fn fill<T: Copy>(array: &mut [T], values: &[T]) {
    for (place, value) in array.iter_mut().zip(values) {
        *place = *value;
    }
}
