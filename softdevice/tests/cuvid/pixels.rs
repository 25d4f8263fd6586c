//! What is displayed equals what ffmpeg decodes, sample by sample.

use std::fs;

use crate::{
    clips::{ALL, Clip, path},
    md5,
    player::play,
};

fn golden(clip: &Clip) -> Vec<String> {
    let file = path(clip.file).with_extension("framemd5");
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.rsplit(", ").next().unwrap().to_owned())
        .collect()
}

#[test]
fn displayed_pictures_are_ffmpegs() {
    for clip in ALL {
        let pictures = play(clip.codec, &clip.packets());
        let sums: Vec<_> = pictures
            .iter()
            .map(|(picture, _)| md5::hex(picture))
            .collect();
        assert_eq!(sums, golden(&clip), "{}", clip.file);
    }
}
