//! CUVIDHEVCPICPARAMS and the slices that go with it.

use crate::{
    clips::{Clip, HEVC_CROP, HEVC_MAIN10, HEVC_PYRAMID},
    trace::*,
};

fn pictures(clip: Clip) -> Vec<Decoded> {
    let mut client = Client::new(clip.codec, 20, 0);
    clip.packets().iter().for_each(|unit| client.feed(unit));
    client.end();
    decodes(&client.take()).into_iter().cloned().collect()
}

#[test]
fn slices_stand_behind_3_byte_start_codes() {
    for picture in pictures(HEVC_CROP) {
        assert_eq!(picture.params.nNumSlices, 2);
        for offset in &picture.offsets {
            let slice = &picture.data[*offset as usize..];
            assert_eq!(slice[..3], [0, 0, 1]);
            assert!(slice[3] >> 1 & 63 < 32, "NAL unit type of a slice");
        }
    }
}

#[test]
fn the_first_picture_is_described() {
    let picture = &pictures(HEVC_MAIN10)[0];
    assert_eq!(
        (
            picture.params.PicWidthInMbs,
            picture.params.FrameHeightInMbs
        ),
        (10, 9)
    );
    assert_eq!(
        (picture.params.ref_pic_flag, picture.params.intra_pic_flag),
        (1, 1)
    );
    let own = picture.hevc();
    assert_eq!((own.IrapPicFlag, own.IdrPicFlag), (1, 1));
    assert_eq!(
        (
            own.pic_width_in_luma_samples,
            own.pic_height_in_luma_samples
        ),
        (160, 144)
    );
    assert_eq!(
        (own.bit_depth_luma_minus8, own.bit_depth_chroma_minus8),
        (2, 2)
    );
    assert_eq!((own.NumPocTotalCurr, own.RefPicIdx), (0, [-1; 16]));
    assert_eq!(own.weighted_pred_flag, 1);
}

#[test]
fn references_are_earlier_pictures_with_their_counts() {
    let mut counts = std::collections::BTreeMap::new();
    for picture in pictures(HEVC_PYRAMID) {
        let own = picture.hevc();
        for (index, count) in own.RefPicIdx.iter().zip(own.PicOrderCntVal) {
            assert!(*index < 0 || counts.get(index) == Some(&count));
        }
        let before = &own.RefPicSetStCurrBefore[..own.NumPocStCurrBefore as usize];
        let after = &own.RefPicSetStCurrAfter[..own.NumPocStCurrAfter as usize];
        let count = |place: &u8| own.PicOrderCntVal[usize::from(*place)];
        assert!(
            before
                .iter()
                .all(|place| count(place) < own.CurrPicOrderCntVal)
        );
        assert!(
            after
                .iter()
                .all(|place| count(place) > own.CurrPicOrderCntVal)
        );
        assert_eq!(own.NumPocTotalCurr as usize, before.len() + after.len());
        assert_eq!(picture.params.intra_pic_flag == 0, own.NumPocTotalCurr > 0);
        counts.insert(picture.index(), own.CurrPicOrderCntVal);
    }
}

#[test]
fn order_counts_are_those_of_a_pyramid() {
    let counts: Vec<_> = pictures(HEVC_PYRAMID)
        .iter()
        .map(|picture| picture.hevc().CurrPicOrderCntVal)
        .collect();
    assert_eq!(counts[..6], [0, 5, 3, 1, 2, 4]);
    let mut sorted = counts.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), 16);
}
