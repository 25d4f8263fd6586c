//! The containers, on clips whose packets ffprobe has counted.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;

use examples::demux::{self, Codec, Demux, Fault};
use nvdec::{Rational, Size};
use support::clip;

mod support;

fn open(name: &str) -> Result<Box<dyn Demux>, demux::Error> {
    open_bytes(clip(name), name)
}

fn open_bytes(bytes: Vec<u8>, name: &str) -> Result<Box<dyn Demux>, demux::Error> {
    let size = bytes.len() as u64;
    demux::open(Cursor::new(bytes), size, name, None)
}

/// What was read of a clip: times count from the first packet's.
#[derive(Debug, Default, PartialEq)]
struct Packets {
    times: Vec<i64>,
    keys: Vec<i64>,
    bytes: usize,
    key_starts: Vec<Vec<u8>>,
}

fn read(demux: &mut dyn Demux) -> Result<Packets, demux::Error> {
    let mut all = Packets::default();
    let mut first = None;
    while let Some(packet) = demux.next()? {
        let time = packet.pts - *first.get_or_insert(packet.pts);
        all.times.push(time);
        all.bytes += packet.data.len();
        if packet.keyframe {
            all.keys.push(time);
            all.key_starts.push(packet.data[..5].to_vec());
        }
    }
    Ok(all)
}

const SIZE: Size = Size::new(320, 192);

const VP9_TIMES: [i64; 25] = {
    let mut times = [0; 25];
    let mut at = 0;
    while at < 25 {
        times[at] = at as i64;
        at += 1;
    }
    times
};
/// In decoding order, with two B pictures.
const H264_TIMES: [i64; 13] = [0, 3, 1, 2, 6, 4, 5, 9, 7, 8, 11, 10, 12];
/// In decoding order, with B pictures that refer to B pictures.
const HEVC_TIMES: [i64; 13] = [0, 3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10];

/// ffprobe's sizes add up to this; start codes are as long as the lengths they replace.
const VP9_BYTES: usize = 18_655;
const H264_BYTES: usize = 18_006;
const HEVC_BYTES: usize = 10_651;

#[test]
fn webm() {
    for name in ["vp9-altref.webm", "vp9-live.webm"] {
        let mut demux = open(name).unwrap();
        let info = demux.info().clone();
        assert_eq!((info.codec, info.size), (Codec::Vp9, SIZE));
        assert_eq!(info.time_base, Rational::new(1, 1000));
        assert_eq!(info.frame_rate, Some(Rational::new(25, 1)));
        let packets = read(&mut *demux).unwrap();
        assert_eq!(packets.times, VP9_TIMES.map(|time| time * 40));
        assert_eq!(packets.keys, [0, 480, 960]);
        assert_eq!(packets.bytes, VP9_BYTES);
    }
    assert_eq!(open("vp9-altref.webm").unwrap().info().frames, Some(25));
}

#[test]
fn vp9_in_mp4() {
    let mut demux = open("vp9.mp4").unwrap();
    assert_eq!(demux.info().codec, Codec::Vp9);
    let packets = read(&mut *demux).unwrap();
    assert_eq!(packets.times, VP9_TIMES.map(|time| time * 512));
    assert_eq!(packets.bytes, VP9_BYTES);
}

#[test]
fn h264() {
    for (name, tick) in [
        ("h264-opus.mkv", 40),
        ("h264-aac.mp4", 512),
        ("h264-fragments.mp4", 512),
    ] {
        let mut demux = open(name).unwrap();
        let info = demux.info().clone();
        assert_eq!((info.codec, info.size), (Codec::H264, SIZE));
        let frames = Some(25).filter(|_| name != "h264-fragments.mp4"); // it does not tell
        assert_eq!((info.bit_depth, info.frames), (Some(8), frames), "{name}");
        assert_eq!(info.frame_rate, Some(Rational::new(25, 1)));
        let packets = read(&mut *demux).unwrap();
        check_annex_b(&packets, tick, &H264_TIMES, H264_BYTES, 0x67);
    }
}

#[test]
fn hevc() {
    for (name, tick) in [("hevc.mkv", 40), ("hevc-faststart.mp4", 512)] {
        let mut demux = open(name).unwrap();
        let info = demux.info().clone();
        assert_eq!((info.codec, info.size), (Codec::Hevc, SIZE));
        assert_eq!((info.bit_depth, info.frames), (Some(8), Some(25)), "{name}");
        let packets = read(&mut *demux).unwrap();
        check_annex_b(&packets, tick, &HEVC_TIMES, HEVC_BYTES, 0x40);
    }
    assert_eq!(open("hevc-10bit.mp4").unwrap().info().bit_depth, Some(10));
}

fn check_annex_b(packets: &Packets, tick: i64, times: &[i64], bytes: usize, first_unit: u8) {
    let expected: Vec<_> = times.iter().map(|time| time * tick).collect();
    assert_eq!(packets.times.len(), 25);
    assert_eq!(packets.times[..times.len()], expected);
    assert_eq!(packets.keys, [0, 12 * tick, 24 * tick]);
    assert!(packets.bytes > bytes && packets.bytes < bytes + 3 * 150);
    for start in &packets.key_starts {
        assert_eq!(start[..], [0, 0, 0, 1, first_unit]);
    }
}

#[test]
fn from_a_file() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clips/hevc.mkv");
    let file = File::open(path).unwrap();
    let size = file.metadata().unwrap().len();
    let mut demux = demux::open(file, size, "hevc.mkv", None).unwrap();
    assert_eq!(read(&mut *demux).unwrap().times.len(), 25);
}

/// Whether it can be decoded is for the decoder to say.
#[test]
fn av1_is_read() {
    let mut demux = open("av1.webm").unwrap();
    assert_eq!(demux.info().codec, Codec::Av1);
    let all = read(&mut *demux).unwrap();
    assert_eq!((all.times.len(), all.keys), (2, vec![0]));
}

#[test]
fn what_cannot_be_read_is_named() {
    let cases = [
        (
            "mpeg4.mp4",
            "of the type \"mp4v\", which is not supported here; VP8, VP9, AV1",
        ),
        ("vc1.mkv", "is VC-1, of the type \"WVC1\", which is not"),
        ("vc1.mp4", "is VC-1, of the type \"vc-1\", which is not"),
        ("audio.webm", "there is no video track"),
        ("README.md", "a text file (\"# Clips for"),
    ];
    for (name, said) in cases {
        let refused = open(name).err().unwrap().to_string();
        assert!(refused.starts_with(&format!("{name}: ")), "{refused}");
        assert!(refused.contains(said), "{refused}");
    }
}

#[test]
fn empty_and_text_files() {
    let empty = open_bytes(vec![], "a.mp4").err().unwrap();
    assert!(matches!(empty.fault, Fault::Empty));
    let text = open_bytes(b"Not found\n".to_vec(), "a.webm").err().unwrap();
    assert!(matches!(text.fault, Fault::Container(_)));
}

/// Wherever a file is cut, that is an error, and not a shorter video.
#[test]
fn truncated_files() {
    for name in [
        "vp9-altref.webm",
        "h264-opus.mkv",
        "h264-aac.mp4",
        "h264-fragments.mp4",
        "hevc-faststart.mp4",
    ] {
        let whole = clip(name);
        for length in (12..whole.len()).step_by(97).chain([whole.len() - 1]) {
            let cut = open_bytes(whole[..length].to_vec(), name);
            let error = cut.and_then(|mut demux| read(&mut *demux)).err();
            let fault = error
                .unwrap_or_else(|| panic!("{name} cut at {length}"))
                .fault;
            assert!(
                matches!(fault, Fault::Truncated(_)),
                "{name} at {length}: {fault}"
            );
        }
    }
}

/// A stream of unknown size may end between any two pictures, but not inside one.
#[test]
fn truncated_stream() {
    let whole = clip("vp9-live.webm");
    let mut cut = open_bytes(whole[..whole.len() - 5].to_vec(), "live").unwrap();
    let fault = read(&mut *cut).unwrap_err().fault;
    assert!(matches!(fault, Fault::Truncated(_)), "{fault}");
}

/// Damaged files may be refused or misread, but must not panic or hang.
#[test]
fn damaged_files() {
    for name in [
        "vp9-altref.webm",
        "h264-opus.mkv",
        "h264-aac.mp4",
        "hevc.mkv",
    ] {
        let whole = clip(name);
        for at in (0..whole.len()).step_by(7) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0xff;
            let _ = open_bytes(damaged, name).and_then(|mut demux| read(&mut *demux));
        }
    }
}

/// Whatever a list of fragments says, there is a picture or an error.
#[test]
fn damaged_lists_of_fragments() {
    let whole = clip("h264-fragments.mp4");
    let list = whole.windows(4).rposition(|kind| kind == b"mfra").unwrap();
    let start_at_each = |bytes: Vec<u8>| -> Result<usize, demux::Error> {
        let mut demux = open_bytes(bytes, "it")?;
        let keys = demux.index()?.unwrap_or_default().keys;
        for key in &keys {
            if let Some(exact) = demux.exact(*key)? {
                demux.start_at(exact)?;
                let packet = demux.next()?.map(|packet| (packet.pts, packet.keyframe));
                assert_eq!(packet, Some((exact.pts, true)));
            }
        }
        Ok(keys.len())
    };
    assert_eq!(start_at_each(whole.clone()).unwrap(), 3);
    for at in list - 4..whole.len() {
        for flipped in [0x01, 0x80, 0xff] {
            let mut damaged = whole.clone();
            damaged[at] ^= flipped;
            let _ = start_at_each(damaged);
        }
    }
}

/// A file that begins so, and then has zeros only.
struct Endless {
    head: Vec<u8>,
    at: u64,
}

const ENDLESS: u64 = 1 << 40;

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let head = self.head.get(self.at as usize..).unwrap_or_default();
        let known = head.len().min(into.len());
        into[..known].copy_from_slice(&head[..known]);
        into[known..].fill(0);
        self.at += into.len() as u64;
        Ok(into.len())
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
            SeekFrom::End(by) => ENDLESS.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

/// However long a file is: what must be in memory at once is refused beyond a limit, by its name.
#[test]
fn parts_that_are_too_long_are_refused() {
    let mut ivf = b"DKIF\0\0\x20\0VP90\x40\x01\xc0\0".to_vec();
    ivf.extend(
        [30_u32, 1, 0, 0, 300 << 20, 0, 0]
            .iter()
            .flat_map(|it| it.to_le_bytes()),
    );
    let ebml = b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff";
    let tracks = b"\x16\x54\xae\x6b\x12\0\0\0";
    let mp4 = [&b"\0\0\0\x10ftypisom\0\0\0\0\x30\0\0\0moov"[..], &[0; 8]];
    let mut y4m = b"YUV4MPEG2 W65535 H65535 F25:1\nFRAME\n".to_vec();
    y4m.resize(64, 0);
    for (head, what) in [
        (ivf, "a frame at byte 44 has 314572800 bytes"),
        ([&ebml[..], &tracks[..]].concat(), "an element at byte "),
        (mp4.concat(), "the index"),
        (y4m, "a picture at byte 36"),
    ] {
        let endless = Endless { head, at: 0 };
        let opened = demux::open(endless, ENDLESS, "it", None);
        let refused = opened.and_then(|mut demux| read(&mut *demux)).unwrap_err();
        assert!(matches!(refused.fault, Fault::TooLong { .. }), "{refused}");
        assert!(refused.to_string().contains(what), "{refused}");
    }
}
