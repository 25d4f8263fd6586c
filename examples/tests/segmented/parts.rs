//! Where videos are split.

use std::io::Cursor;

use examples::job::Part;
use examples::mux::{Coded, Format, Muxer, Video};
use examples::segmented::Record;
use shiguredo_mp4::Encode as _;
use shiguredo_mp4::boxes::{SidxBox, SidxReference};

use crate::support::{clip, files, location, noise, put, start};
use crate::work::{all, check, device, job, plan, put_film, sound, times, whole};

#[test]
fn mp4_by_its_index() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let before = files(&server);
    let both = job("film.mp4", "out/film.mp4", &["--qp=24"]);
    let plan = plan(&store, &both);
    let expected: Vec<_> = plan.parts.iter().map(|part| part.frames).collect();
    assert_eq!(expected, [Some(10); 6]);
    assert_eq!(all(&store, &plan), [10; 6]);
    let mut after = files(&server);
    after.retain(|file| !before.contains(file));
    let names: Vec<_> = after.iter().map(|file| file.file_name().unwrap()).collect();
    assert!(names.iter().any(|name| *name == "film.mp4"), "{names:?}");
    assert!(
        names.iter().any(|name| *name == "film.mp4.json"),
        "{names:?}"
    );
    assert!(
        !after
            .iter()
            .any(|file| file.to_string_lossy().contains(".work/")),
        "{after:?}"
    );
    let (whole, _) = whole(&store, &both.0);
    assert_eq!(times(&store, &both.0), times(&store, &whole));
    check(&store, &both.0, 60);
}

#[test]
fn webm_by_its_cues() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let both = job("a.webm", "out/a.hevc", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [12, 12, 1]);
    check(&store, &both.0, 25);
}

#[test]
fn by_several_sessions() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &["--sessions=2", "--gop=5"]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [10; 6]);
    check(&store, &both.0, 60);
}

/// Pictures that are shown before a key picture, and decoded after it, belong to the part before.
#[test]
fn open_groups_of_pictures() {
    let (_server, store) = start();
    for (name, count) in [
        ("hevc.mkv", 0),
        ("hevc-faststart.mp4", 0),
        ("h264-aac.mp4", 1),
        ("tracks.mkv", 4),
    ] {
        put(&store, &format!("in/{name}"), &clip(name));
        let both = job(name, &format!("out/{name}.mp4"), &[]);
        let plan = plan(&store, &both);
        assert_eq!(all(&store, &plan), [12, 12, 1], "{name}");
        check(&store, &both.0, 25);
        let packets = sound(&store, &both.0.input);
        assert_eq!(sound(&store, &both.0.target()), packets, "{name}");
        assert_eq!(packets.len(), count, "{name}");
    }
}

/// Of H.264 a decoder begins with an IDR picture, and this has one only.
#[test]
fn open_groups_of_h264_are_not_split() {
    let (_server, store) = start();
    put(&store, "in/a.mkv", &clip("h264-open-gop.mkv"));
    let both = job("a.mkv", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [25]);
    check(&store, &both.0, 25);
}

/// A copy is one part, and its codec is the input's.
#[test]
fn copies() {
    let (_server, store) = start();
    for name in ["h264-aac.mp4", "hevc.mkv"] {
        put(&store, &format!("in/{name}"), &clip(name));
        for output in ["out/a.mp4", "out/a.mkv"] {
            let both = job(name, output, &["--copy"]);
            let plan = plan(&store, &both);
            assert_eq!(all(&store, &plan), [25], "{name}");
            let at = both.0.target();
            let copied = store.read(&at).unwrap();
            store.remove(&at).unwrap();
            both.0
                .run(both.0.open(&store).unwrap(), &store, &device())
                .unwrap();
            assert!(copied == store.read(&at).unwrap(), "{name} to {output}");
        }
    }
}

/// It is cut into other packets, but has the same bytes.
#[test]
fn uncompressed_sound_beside_parts() {
    let (_server, store) = start();
    put(&store, "in/a.mkv", &clip("pcm-subtitles.mkv"));
    let both = job("a.mkv", "out/a.mov", &[]);
    let plan = plan(&store, &both);
    assert!(plan.parts.len() > 1);
    all(&store, &plan);
    let heard = |at| {
        let reader = store.open(&at).unwrap();
        let size = reader.size();
        let opened = examples::demux::open_sound(reader, size, "it").unwrap();
        let (mut sound, mut bytes) = (opened.unwrap(), Vec::new());
        while let Some((_, packet)) = sound.next().unwrap() {
            bytes.extend_from_slice(packet.data);
        }
        bytes
    };
    assert!(heard(both.0.input.clone()) == heard(both.0.target()));
}

#[test]
fn raw_video_is_split_anywhere() {
    let (_server, store) = start();
    put(&store, "in/a.yuv", &noise(160 * 160 * 3 / 2 * 9));
    let both = job("a.yuv", "out/a.mp4", &["--size=160x160", "--frame-rate=20"]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [2, 2, 2, 2, 1]);
    let times = times(&store, &both.0);
    assert_eq!(times, (0..9).collect::<Vec<_>>());
}

#[test]
fn y4m_is_split_anywhere() {
    let (_server, store) = start();
    let picture = [&b"FRAME\n"[..], &noise(160 * 160 * 3 / 2)].concat();
    let header = b"YUV4MPEG2 W160 H160 F20:1 C420jpeg\n";
    put(&store, "in/a.y4m", &[header, &*picture.repeat(9)].concat());
    let both = job("a.y4m", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [2, 2, 2, 2, 1]);
    let times = times(&store, &both.0);
    assert_eq!(times, (0..9).collect::<Vec<_>>());
}

/// By the list of fragments at the end.
#[test]
fn mp4_in_fragments() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-fragments.mp4"));
    let both = job("a.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [12, 12, 1]);
    check(&store, &both.0, 25);
    let (whole, _) = whole(&store, &both.0);
    assert_eq!(times(&store, &both.0), times(&store, &whole));
    // What this program writes is read again: with B pictures or without, with sound or without.
    let (film, _) = job("a.mp4", "in/film.mp4", &["--format=fmp4", "--gop=8"]);
    film.run(film.open(&store).unwrap(), &store, &device())
        .unwrap();
    let both = job("film.mp4", "out/film.mp4", &[]);
    let plan = self::plan(&store, &both);
    assert_eq!(all(&store, &plan), [8, 8, 8, 1]);
    check(&store, &both.0, 25);
}

/// By the list before the first fragment, where there is none at the end.
#[test]
fn mp4_in_listed_fragments() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-fragments.mp4"));
    let (film, _) = job("a.mp4", "in/film.mp4", &["--format=fmp4", "--gop=8"]);
    film.run(film.open(&store).unwrap(), &store, &device())
        .unwrap();
    let file = store.read(&film.target()).unwrap();
    let all = |kind: &[u8; 4]| {
        let places = file.windows(4).enumerate();
        let places = places.filter(|(_, found)| found == kind);
        places.map(|(at, _)| at - 4).collect::<Vec<_>>()
    };
    let (heads, end) = (all(b"moof"), all(b"mfra")[0]);
    let ends = heads[1..].iter().chain([&end]);
    let references = heads.iter().zip(ends).map(|(start, end)| SidxReference {
        reference_type: false,
        referenced_size: (end - start) as u32,
        subsegment_duration: 320, // eight pictures, in milliseconds
        starts_with_sap: true,
        sap_type: 1,
        sap_delta_time: 0,
    });
    let list = SidxBox {
        reference_id: 1,
        timescale: 1000,
        earliest_presentation_time: 0,
        first_offset: 0,
        references: references.collect(),
    };
    let list = list.encode_to_vec().unwrap();
    let listed = [&file[..heads[0]], &list, &file[heads[0]..end]].concat();
    put(&store, "in/listed.mp4", &listed);
    let both = job("listed.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(self::all(&store, &plan), [8, 8, 8, 1]);
    check(&store, &both.0, 25);
    put(&store, "in/cut.mp4", &listed[..listed.len() - 9]);
    let (cut, _) = job("cut.mp4", "out/cut.mp4", &[]);
    let refused = cut.open(&store).unwrap_err().to_string();
    assert!(refused.contains("truncated"), "{refused}");
}

/// A long group of pictures is written as several fragments.
#[test]
fn fragments_without_a_key_picture_begin_no_part() {
    let (_server, store) = start();
    let clip = clip("h264-fragments.mp4");
    let size = clip.len() as u64;
    let mut demux = examples::demux::open(Cursor::new(clip), size, "it", None).unwrap();
    let key = demux.next().unwrap().unwrap().data.to_vec();
    let other = [&[0, 0, 0, 1, 0x41][..], &vec![0x55; 17 << 20]].concat();
    let video = Video {
        codec: nvenc::Codec::H264,
        time_base: nvdec::Rational::new(1, 25),
        frame_rate: nvdec::Rational::new(25, 1),
        frames: None,
    };
    let at = location("in/a.mp4");
    let mut muxer = Muxer::create(&store, &at, Format::Fmp4, video).unwrap();
    for (pts, data) in [&key, &other, &other, &key, &other].into_iter().enumerate() {
        muxer.expect(pts as i64);
        muxer
            .write(Coded {
                data,
                pts: pts as i64,
                keyframe: std::ptr::eq(data, &key),
            })
            .unwrap();
    }
    muxer.finish().unwrap();
    let file = store.read(&at).unwrap();
    let heads = file.windows(4).enumerate();
    let heads: Vec<_> = heads.filter(|(_, kind)| kind == b"moof").collect();
    let offset = |number: usize| heads[number].0 as u64 - 4;
    assert_eq!(heads.len(), 3);
    let size = file.len() as u64;
    let mut demux = examples::demux::open(Cursor::new(file.clone()), size, "it", None).unwrap();
    let index = demux.index().unwrap().unwrap();
    let offsets: Vec<_> = index.keys.iter().map(|key| key.offset).collect();
    assert_eq!(offsets, [offset(0), offset(2)]);
    // Others list all fragments.
    let mut listed = index.keys[1];
    let shown = demux.exact(listed).unwrap().unwrap().pts;
    listed.offset = offset(1);
    assert_eq!(demux.exact(listed).unwrap(), None);
    assert!(shown > 0, "{shown}");
}

/// A list that is a little off tells where to look, and not when pictures are shown.
#[test]
fn a_list_of_fragments_with_other_times() {
    let (_server, store) = start();
    let mut file = clip("h264-fragments.mp4");
    let list = file.windows(4).rposition(|kind| kind == b"tfra").unwrap();
    let entries = list + 4 + 16;
    for entry in file[entries..].chunks_exact_mut(19).take(3) {
        entry[7] ^= 0x30; // the time's last byte
    }
    put(&store, "in/a.mp4", &file);
    let both = job("a.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [12, 12, 1]);
    check(&store, &both.0, 25);
}

#[test]
fn what_has_no_index_is_one_part() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-live.webm"));
    let both = job("a.webm", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(plan.parts, [Part::default()]);
    assert!(!plan.has_index);
    assert_eq!(all(&store, &plan), [25]);
    check(&store, &both.0, 25);
}

/// Each part begins with a large picture, and rate control knows of no other part.
#[test]
fn parts_that_do_not_fit_together_are_told() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let underflows = |words: &[&str]| {
        let both = job("film.mp4", "out/a.mp4", words);
        let plan = plan(&store, &both);
        all(&store, &plan);
        let record = Record::find(&store, &both.0.target(), &plan.id).unwrap();
        record.unwrap().underflows
    };
    assert_eq!(underflows(&["--qp=24"]), None);
    assert_eq!(underflows(&["--bitrate=50M"]), None);
    let tight = underflows(&["--bitrate=8k"]).unwrap();
    assert!(tight.pictures >= 6, "{tight:?}");
    assert!(tight.worst_missing_bits > 0, "{tight:?}");
}
