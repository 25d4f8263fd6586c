//! CUVIDH264PICPARAMS and the slices that go with it.

use crate::{
    clips::{Clip, MBAFF, PAFF, PYRAMID, SLICES},
    trace::*,
};

fn pictures(clip: Clip) -> Vec<Decoded> {
    let mut client = Client::new(clip.codec, 20, 0);
    clip.packets().iter().for_each(|unit| client.feed(unit));
    client.end();
    decodes(&client.take()).into_iter().cloned().collect()
}

#[test]
fn slices_stand_behind_3_byte_start_codes_and_nothing_else_does() {
    for picture in pictures(SLICES) {
        assert_eq!(picture.params.nNumSlices, 4);
        for offset in &picture.offsets {
            let slice = &picture.data[*offset as usize..];
            assert_eq!(slice[..3], [0, 0, 1]);
            assert!(matches!(slice[3] & 31, 1 | 5), "NAL unit type of a slice");
        }
        assert_eq!(picture.offsets[0], 0);
    }
}

#[test]
fn the_first_picture_is_described() {
    let picture = &pictures(SLICES)[0];
    let params = picture.params;
    assert_eq!((params.PicWidthInMbs, params.FrameHeightInMbs), (20, 12));
    assert_eq!((params.ref_pic_flag, params.intra_pic_flag), (1, 1));
    assert_eq!(
        (
            params.field_pic_flag,
            params.bottom_field_flag,
            params.second_field
        ),
        (0, 0, 0)
    );
    let own = picture.h264();
    assert_eq!((own.num_ref_frames, own.frame_mbs_only_flag), (3, 1));
    assert_eq!(
        (own.entropy_coding_mode_flag, own.transform_8x8_mode_flag),
        (1, 1)
    );
    assert_eq!((own.frame_num, own.CurrFieldOrderCnt), (0, [0, 0]));
    assert!(own.dpb.iter().all(|entry| entry.PicIdx == -1));
    assert_eq!(own.WeightScale4x4, [[16; 16]; 6]);
}

#[test]
fn order_counts_and_reference_flags_are_those_of_a_pyramid() {
    let pictures = pictures(PYRAMID);
    let gop = &pictures[..9];
    let counts: Vec<i32> = gop
        .iter()
        .map(|picture| picture.h264().CurrFieldOrderCnt[0])
        .collect();
    assert_eq!(counts, [0, 8, 4, 2, 6, 16, 12, 10, 14]);
    let flags: Vec<i32> = gop
        .iter()
        .map(|picture| picture.params.ref_pic_flag)
        .collect();
    assert_eq!(flags, [1, 1, 1, 0, 0, 1, 1, 0, 0]);
    let intra = pictures
        .iter()
        .filter(|picture| picture.params.intra_pic_flag == 1);
    assert_eq!(intra.count(), 2);
}

#[test]
fn the_buffer_lists_earlier_references() {
    let pictures = pictures(PYRAMID);
    let fourth = pictures[3].h264();
    let entries = fourth.dpb.iter().filter(|entry| entry.PicIdx >= 0);
    let entries: Vec<_> = entries
        .map(|entry| {
            (
                entry.PicIdx,
                entry.FrameIdx,
                entry.FieldOrderCnt[0],
                entry.used_for_reference,
            )
        })
        .collect();
    assert_eq!(entries, [(0, 0, 0, 3), (1, 1, 8, 3), (2, 2, 4, 3)]);
    // An IDR picture has none.
    assert!(
        pictures[12]
            .h264()
            .dpb
            .iter()
            .all(|entry| entry.PicIdx == -1)
    );
}

#[test]
fn references_are_as_many_as_the_sequence_says() {
    for picture in pictures(SLICES) {
        let used = picture
            .h264()
            .dpb
            .iter()
            .filter(|entry| entry.PicIdx >= 0)
            .count();
        assert!(used <= 3);
    }
    let last = pictures(SLICES).last().unwrap().h264();
    let frames: Vec<_> = last.dpb[..3].iter().map(|entry| entry.FrameIdx).collect();
    assert_eq!(frames, [2, 3, 4]);
}

#[test]
fn mbaff_is_told_and_its_fields_order() {
    let mut client = Client::new(MBAFF.codec, 20, 0);
    MBAFF.packets().iter().for_each(|unit| client.feed(unit));
    client.end();
    let events = client.take();
    let mbaff = |picture: &&Decoded| picture.h264().MbaffFrameFlag == 1;
    assert!(decodes(&events).iter().all(mbaff));
    for info in displays(&events) {
        assert_eq!((info.progressive_frame, info.top_field_first), (0, 1));
        assert_eq!(info.repeat_first_field, 0);
    }
}

#[test]
fn two_fields_share_a_surface() {
    let mut client = Client::new(PAFF.codec, 20, 0);
    let mut letters = Vec::new();
    for field in PAFF.packets() {
        client.parse(&field, END_OF_PICTURE, 0);
        letters.push(client.letters());
    }
    assert_eq!(
        letters,
        [
            "S D0", "D0 V0", "D1", "D1 V1", "D2", "D2 V2", "D3", "D3 V3", "D4", "D4 V4"
        ]
    );
}

#[test]
fn fields_are_described() {
    let pictures = pictures(PAFF);
    let flags = |picture: &Decoded| {
        let params = picture.params;
        (
            params.field_pic_flag,
            params.bottom_field_flag,
            params.second_field,
        )
    };
    let [top, bottom] = [(1, 0, 0), (1, 1, 1)];
    assert_eq!(
        [0, 1, 2, 3].map(|i| flags(&pictures[i])),
        [top, bottom, top, bottom]
    );
    let second = pictures[1].h264();
    assert_eq!(
        (second.dpb[0].PicIdx, second.dpb[0].used_for_reference),
        (0, 1)
    );
    assert_eq!(
        (second.CurrFieldOrderCnt, second.dpb[1].PicIdx),
        ([0, 1], -1)
    );
    let third = pictures[2].h264();
    assert_eq!(
        (third.dpb[0].used_for_reference, third.dpb[0].FieldOrderCnt),
        (3, [0, 1])
    );
}

#[test]
fn a_field_without_its_partner_is_displayed_alone() {
    let mut client = Client::new(PAFF.codec, 20, 0);
    let mut packets = PAFF.packets();
    packets.remove(3);
    packets.iter().for_each(|field| client.feed(field));
    client.end();
    let repeats: Vec<_> = displays(&client.take())
        .iter()
        .map(|info| info.repeat_first_field)
        .collect();
    assert_eq!(repeats, [0, -1, 0, 0, 0]);
}

#[test]
fn a_bottom_field_without_its_partner_says_which_it_is() {
    let mut client = Client::new(PAFF.codec, 20, 0);
    let mut packets = PAFF.packets();
    packets.remove(2);
    packets.iter().for_each(|field| client.feed(field));
    client.end();
    let shown: Vec<_> = displays(&client.take())
        .iter()
        .map(|info| (info.repeat_first_field, info.top_field_first))
        .collect();
    assert_eq!(shown, [(0, 1), (-1, 0), (0, 1), (0, 1), (0, 1)]);
}
