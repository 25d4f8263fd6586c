//! CUVIDH264PICPARAMS.

use nvenc_sys::{CUVIDH264DPBENTRY, CUVIDH264PICPARAMS};

use super::{
    dpb::{Dpb, Frame},
    order::Counts,
    pps::Pps,
    slice::{SliceStart, Structure},
    sps::{Order, Sps},
};

/// The picture's own part of a description.
pub(super) fn describe(
    start: &SliceStart,
    counts: Counts,
    sps: &Sps,
    pps: &Pps,
    dpb: &Dpb,
) -> CUVIDH264PICPARAMS {
    let mut params = CUVIDH264PICPARAMS::default();
    describe_sequence(sps, &mut params);
    describe_picture_set(pps, &mut params);
    params.MbaffFrameFlag = (sps.mbaff && !start.structure.is_field()).into();
    params.ref_pic_flag = start.is_reference().into();
    params.frame_num = start.frame_num as i32;
    params.CurrFieldOrderCnt = visible(counts, start.structure.fields());
    params.dpb = entries(dpb);
    params
}

fn describe_sequence(sps: &Sps, params: &mut CUVIDH264PICPARAMS) {
    params.log2_max_frame_num_minus4 = sps.log2_max_frame_num as i32 - 4;
    params.pic_order_cnt_type = sps.order_type();
    match &sps.order {
        Order::Lsb { log2_max } => {
            params.log2_max_pic_order_cnt_lsb_minus4 = *log2_max as i32 - 4;
        }
        Order::Cycle(cycle) => {
            params.delta_pic_order_always_zero_flag = cycle.always_zero.into();
        }
        Order::Decoding => {}
    }
    params.frame_mbs_only_flag = sps.frames_only.into();
    params.direct_8x8_inference_flag = sps.direct_8x8.into();
    params.num_ref_frames = sps.max_refs as i32;
    params.residual_colour_transform_flag = sps.chroma.separate_planes.into();
    params.bit_depth_luma_minus8 = sps.chroma.depth_minus8.0;
    params.bit_depth_chroma_minus8 = sps.chroma.depth_minus8.1;
    params.qpprime_y_zero_transform_bypass_flag = sps.lossless.into();
}

fn describe_picture_set(pps: &Pps, params: &mut CUVIDH264PICPARAMS) {
    params.entropy_coding_mode_flag = pps.cabac.into();
    params.pic_order_present_flag = pps.order_present.into();
    params.num_ref_idx_l0_active_minus1 = pps.default_refs[0] as i32 - 1;
    params.num_ref_idx_l1_active_minus1 = pps.default_refs[1] as i32 - 1;
    params.weighted_pred_flag = pps.weighted.into();
    params.weighted_bipred_idc = pps.weighted_bi.into();
    params.pic_init_qp_minus26 = pps.init_qp_minus26.into();
    params.pic_init_qs_minus26 = pps.init_qs_minus26;
    params.deblocking_filter_control_present_flag = pps.deblocking_control.into();
    params.redundant_pic_cnt_present_flag = pps.redundant_count.into();
    params.transform_8x8_mode_flag = pps.transform_8x8.into();
    params.constrained_intra_pred_flag = pps.constrained_intra.into();
    params.chroma_qp_index_offset = pps.chroma_qp_offsets[0].into();
    params.second_chroma_qp_index_offset = pps.chroma_qp_offsets[1].into();
    params.num_slice_groups_minus1 = pps.groups.count_minus1 as u8;
    params.slice_group_map_type = pps.groups.map_type as u8;
    params.slice_group_change_rate_minus1 = pps.groups.change_rate_minus1;
    params.WeightScale4x4 = pps.scaling.small;
    params.WeightScale8x8 = [pps.scaling.large[0], pps.scaling.large[1]];
}

/// Counts of the fields that there are; the others' are 0.
fn visible(counts: Counts, fields: u8) -> Counts {
    std::array::from_fn(|field| {
        if fields & 1 << field != 0 {
            counts[field]
        } else {
            0
        }
    })
}

fn entries(dpb: &Dpb) -> [CUVIDH264DPBENTRY; 16] {
    let mut entries = [CUVIDH264DPBENTRY {
        PicIdx: -1,
        ..CUVIDH264DPBENTRY::default()
    }; 16];
    let references = dpb.frames.iter().filter(|frame| frame.is_reference());
    for (entry, frame) in entries.iter_mut().zip(references) {
        *entry = describe_reference(frame);
    }
    entries
}

fn describe_reference(frame: &Frame) -> CUVIDH264DPBENTRY {
    let long = frame.long != 0;
    let fields = if long { frame.long } else { frame.short };
    CUVIDH264DPBENTRY {
        PicIdx: frame.surface.as_ref().map_or(-1, |surface| surface.index()),
        FrameIdx: if long {
            frame.long_index
        } else {
            frame.frame_num
        } as i32,
        is_long_term: long.into(),
        not_existing: frame.surface.is_none().into(),
        used_for_reference: fields.into(),
        FieldOrderCnt: visible(frame.counts, fields),
    }
}

/// Which field of a frame a picture is, as the header has it: field_pic_flag and
/// bottom_field_flag.
pub(super) fn field_flags(structure: Structure) -> (i32, i32) {
    (
        structure.is_field().into(),
        (structure == Structure::Bottom).into(),
    )
}
