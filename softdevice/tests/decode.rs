//! Decodes the clips in `clips/` and compares every picture with another decoder's.

use std::path::{Path, PathBuf};

use softdevice::codec::{Codec, Decode, decoder};
use softdevice::picture::Picture;

#[test]
fn h264_pictures_are_exact() {
    for clip in ["h264-high", "h264-high10", "h264-mbaff"] {
        exact_in_any_order(Codec::H264, clip, "h264");
    }
}

#[test]
fn hevc_pictures_are_exact() {
    for clip in ["hevc-main", "hevc-main10", "hevc-444"] {
        exact_in_any_order(Codec::Hevc, clip, "h265");
    }
}

/// Pictures come out in decode order, the expected sums are in display order.
fn exact_in_any_order(codec: Codec, clip: &str, extension: &str) {
    let data = std::fs::read(path(clip, extension)).unwrap();
    let mut decoder = decoder(codec);
    let mut sums: Vec<String> = access_units(codec, &data)
        .map(|unit| sum(&decoder.decode(unit).unwrap()))
        .collect();
    let mut expected = expected(clip);
    sums.sort();
    expected.sort();
    assert_eq!(sums, expected, "{clip}");
}

#[test]
fn vp9_pictures_are_exact() {
    for clip in ["vp9-hidden", "vp9-odd", "vp9-10bit"] {
        let data = std::fs::read(path(clip, "ivf")).unwrap();
        let mut expected = expected(clip).into_iter();
        let mut decoder = decoder(Codec::Vp9);
        let mut hidden = Vec::new();
        for frame in ivf_packets(&data).flat_map(superframe) {
            match vp9_visibility(frame) {
                Visibility::Hidden => hidden.push(sum(&decoder.decode(frame).unwrap())),
                Visibility::Shown => {
                    let sum = sum(&decoder.decode(frame).unwrap());
                    assert_eq!(Some(sum), expected.next(), "{clip}");
                }
                // Shows a picture that was given when it was decoded.
                Visibility::Existing => assert!(hidden.contains(&expected.next().unwrap())),
            }
        }
        assert_eq!(expected.next(), None, "{clip}");
        assert!(!hidden.is_empty(), "{clip} has hidden frames");
    }
}

/// A decoder meets each clip with bytes changed and with its end cut off; it may fail, and it
/// must go on working.
#[test]
fn damage_is_survived() {
    for (codec, clip, extension) in [
        (Codec::H264, "h264-high", "h264"),
        (Codec::H264, "h264-mbaff", "h264"),
        (Codec::Hevc, "hevc-main10", "h265"),
        (Codec::Hevc, "hevc-main", "h265"),
        (Codec::Vp9, "vp9-hidden", "ivf"),
        (Codec::Vp9, "vp9-10bit", "ivf"),
    ] {
        let data = std::fs::read(path(clip, extension)).unwrap();
        let units: Vec<&[u8]> = match codec {
            Codec::Vp9 => ivf_packets(&data).flat_map(superframe).collect(),
            _ => access_units(codec, &data).collect(),
        };
        let mut decoder = decoder(codec);
        let failures = survive(&mut *decoder, &units);
        assert!(failures > 0, "{clip}");
        assert!(
            decoder.decode(units[0]).is_ok(),
            "{clip} decodes again after damage"
        );
    }
}

/// Gives how many damaged units were refused.
fn survive(decoder: &mut dyn Decode, units: &[&[u8]]) -> usize {
    let mut random = Random(1);
    let mut failures = 0;
    for _ in 0..40 {
        for unit in units {
            let mut damaged = unit.to_vec();
            match random.next(4) {
                0 => damaged.truncate(random.next(unit.len())),
                1 => {}
                changes => (0..changes * 2).for_each(|_| {
                    damaged[random.next(unit.len())] = random.next(256) as u8;
                }),
            }
            failures += usize::from(decoder.decode(&damaged).is_err());
        }
    }
    failures
}

#[test]
fn nothing_is_not_a_picture() {
    for codec in [Codec::H264, Codec::Hevc, Codec::Vp9] {
        let mut decoder = decoder(codec);
        for data in [
            &[][..],
            &[0],
            &[0, 0, 1],
            &[0, 0, 0, 1, 0x09, 0x10],
            &[0xff; 64],
        ] {
            assert!(decoder.decode(data).is_err(), "{codec:?} {data:?}");
        }
    }
}

/// A linear congruential generator: the damage is the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % below
    }
}

fn path(clip: &str, extension: &str) -> PathBuf {
    let clips = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clips");
    clips.join(clip).with_extension(extension)
}

fn expected(clip: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path(clip, "md5")).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn sum(picture: &Picture) -> String {
    format!("{:x}", md5::compute(picture.planes.concat()))
}

/// Cuts an Annex B stream before each first slice of a picture, or before what precedes it.
fn access_units(codec: Codec, data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut cuts = Vec::new();
    let mut slice_seen = true;
    let starts = (0..data.len() - 4).filter(|at| data[*at..].starts_with(&[0, 0, 1]));
    for start in starts {
        let (is_slice, is_first) = slice(codec, &data[start + 3..]);
        if slice_seen && (is_first || !is_slice) {
            cuts.push(start);
        }
        slice_seen = is_slice;
    }
    let ends = cuts.clone().into_iter().skip(1).chain([data.len()]);
    cuts.into_iter()
        .zip(ends)
        .map(|(start, end)| &data[start..end])
}

/// Whether a NAL unit is a slice, and whether it starts a picture: for both codecs the first
/// bit of the slice header says so.
fn slice(codec: Codec, unit: &[u8]) -> (bool, bool) {
    match codec {
        Codec::H264 => (matches!(unit[0] & 0x1f, 1..=5), unit[1] & 0x80 != 0),
        _ => (unit[0] >> 1 < 32, unit[2] & 0x80 != 0),
    }
}

fn ivf_packets(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = &data[32..];
    std::iter::from_fn(move || {
        let (header, body) = rest.split_at_checked(12)?;
        let size = u32::from_le_bytes(header[..4].try_into().unwrap());
        let (packet, next) = body.split_at(size as usize);
        rest = next;
        Some(packet)
    })
}

/// The frames of a packet (VP9 specification, annex B).
fn superframe(packet: &[u8]) -> Vec<&[u8]> {
    let marker = packet[packet.len() - 1];
    if marker & 0xe0 != 0xc0 {
        return vec![packet];
    }
    let (count, bytes) = (
        usize::from(marker & 7) + 1,
        usize::from(marker >> 3 & 3) + 1,
    );
    let index = &packet[packet.len() - 1 - count * bytes..packet.len() - 1];
    let mut rest = packet;
    let sizes = index.chunks(bytes).map(|size| {
        let size = size
            .iter()
            .rev()
            .fold(0, |size, byte| size << 8 | usize::from(*byte));
        let (frame, next) = rest.split_at(size);
        rest = next;
        frame
    });
    sizes.filter(|frame| !frame.is_empty()).collect()
}

enum Visibility {
    Shown,
    Hidden,
    Existing,
}

/// Reads frame_marker, profile, show_existing_frame, frame_type and show_frame; the clips have
/// no profile 3, which has one bit more.
fn vp9_visibility(frame: &[u8]) -> Visibility {
    match (frame[0] & 0x08 != 0, frame[0] & 0x02 != 0) {
        (true, _) => Visibility::Existing,
        (false, true) => Visibility::Shown,
        (false, false) => Visibility::Hidden,
    }
}
