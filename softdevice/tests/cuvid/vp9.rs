//! CUVIDVP9PICPARAMS, and frames that are not shown.

use crate::{clips::VP9_ALTREF, trace::*};

fn events() -> Vec<Event> {
    let mut client = Client::new(VP9_ALTREF.codec, 20, 0);
    VP9_ALTREF
        .packets()
        .iter()
        .for_each(|packet| client.feed(packet));
    client.end();
    client.take()
}

#[test]
fn the_key_frame_is_described() {
    let events = events();
    let picture = decodes(&events)[0];
    assert_eq!(picture.data, VP9_ALTREF.packets()[0]);
    assert_eq!(
        (picture.params.intra_pic_flag, picture.offsets.as_slice()),
        (1, &[0][..])
    );
    let own = picture.vp9();
    assert_eq!((own.width, own.height), (160, 144));
    assert_eq!((own.frameType(), own.showFrame(), own.profile()), (0, 1, 0));
    assert_eq!((own.subSamplingX(), own.subSamplingY()), (1, 1));
    assert!(own.frameTagSize + own.offsetToDctParts < picture.data.len() as u32);
    assert_eq!([own.LastRefIdx, own.GoldenRefIdx, own.AltRefIdx], [255; 3]);
}

#[test]
fn hidden_frames_are_decoded_and_not_displayed() {
    let events = events();
    let hidden = decodes(&events)
        .iter()
        .filter(|picture| picture.vp9().showFrame() == 0)
        .count();
    assert!(hidden > 0);
    let shown_at_once = decodes(&events).len() - hidden;
    assert!(shown_at_once <= 30);
    assert_eq!(displays(&events).len(), 30);
}

#[test]
fn references_are_surfaces_decoded_before() {
    let events = events();
    let mut decoded = Vec::new();
    for picture in decodes(&events) {
        let own = picture.vp9();
        if own.frameType() == 1 {
            for index in [own.LastRefIdx, own.GoldenRefIdx, own.AltRefIdx] {
                assert!(decoded.contains(&i32::from(index)));
            }
        }
        decoded.push(picture.index());
    }
}
