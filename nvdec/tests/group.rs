//! Decoders of a group, each in a thread of its own, give what they give by themselves.

mod common;

use common::{builder, clip, each, md5};
use nvdec::DecoderGroup;
use std::thread;

/// Streams of several sizes, one after the other; the size changes in mid-stream.
const STREAMS: [&[&str]; 4] = [
    &["hevc-b-pyramid-cropped.hevc", "hevc-144x144.hevc"],
    &["hevc-144x144.hevc", "hevc-uncropped.hevc"],
    &["hevc-b-pyramid-cropped.hevc"],
    &["h264-refs.h264", "h264-b-frames.h264"],
];

fn decode(names: &[&str], group: &DecoderGroup) -> (Vec<String>, Vec<String>) {
    let clips: Vec<_> = names.iter().map(|name| clip(name)).collect();
    let mut decoder = builder(clips[0].codec).group(group).start().unwrap();
    let mut found = Vec::new();
    for clip in &clips {
        each(decoder.push(&clip.data, 0), |frame| found.push(md5(&frame))).unwrap();
    }
    each(decoder.finish(), |frame| found.push(md5(&frame))).unwrap();
    (found, clips.into_iter().flat_map(|clip| clip.md5).collect())
}

#[test]
fn every_frame_comes_whatever_the_others_do() {
    let group = DecoderGroup::of_pictures_from(0);
    thread::scope(|scope| {
        for _ in 0..3 {
            for names in STREAMS {
                let group = &group;
                scope.spawn(move || {
                    let (found, expected) = decode(names, group);
                    assert!(found == expected, "{names:?}");
                });
            }
        }
    });
}

#[test]
fn one_thread_drives_several_of_a_group() {
    let group = DecoderGroup::of_pictures_from(0);
    let clip = clip("h264-b-frames.h264");
    let mut decoders = [(); 3].map(|()| builder(clip.codec).group(&group).start().unwrap());
    let mut found = [const { Vec::new() }; 3];
    for packet in common::access_units(&clip) {
        for (decoder, found) in decoders.iter_mut().zip(&mut found) {
            each(decoder.push(packet, 0), |frame| found.push(md5(&frame))).unwrap();
        }
    }
    for (mut decoder, mut found) in decoders.into_iter().zip(found) {
        each(decoder.finish(), |frame| found.push(md5(&frame))).unwrap();
        assert_eq!(found, clip.md5);
    }
}
