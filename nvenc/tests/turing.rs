//! What a newer GPU has: a process of its own, as the device is chosen when it starts.

mod common;

use common::{encode, has_controls, session};
use nvenc::{BReferences, Codec, Picture, PictureType, Size};
use std::process::Command;

const SIZE: Size = Size::new(320, 192);

#[test]
fn b_frames_refer_to_the_middle_one() {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "on_a_t4", "--nocapture"])
        .env("NVSOFT_GPU", "t4")
        .status();
    assert!(status.unwrap().success());
}

#[test]
#[ignore = "run on another device by b_frames_refer_to_the_middle_one"]
fn on_a_t4() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let builder = session(codec, SIZE).b_frames(3);
        let session = builder.b_references(BReferences::Middle).start().unwrap();
        let coded = encode(session, 13, |number| Picture::at(number as i64));
        let order: Vec<i64> = coded.iter().map(|it| it.timestamp).collect();
        assert_eq!(
            order[..5],
            [0, 4, 2, 1, 3],
            "{codec}: the middle one comes first"
        );
        assert_eq!(coded[2].picture_type, PictureType::B);
        for pair in coded.windows(2) {
            assert!(pair[0].decode_timestamp < pair[1].decode_timestamp);
            assert!(pair[1].decode_timestamp <= pair[1].timestamp);
        }
    }
}
