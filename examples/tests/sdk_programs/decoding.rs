//! `dec` and `dec-perf`.

use std::time::SystemTime;

use crate::support::*;

#[test]
fn dec_writes_the_pictures_as_they_are() {
    for (name, format) in [
        ("h264-b-frames.h264", "nv12"),
        ("h264-slices-cropped.h264", "nv12"),
        ("hevc-b-pyramid-cropped.hevc", "nv12"),
        ("hevc-main10.hevc", "p016"),
        ("vp9-hidden.ivf", "nv12"),
        ("vp9-odd.ivf", "nv12"),
        ("vp9-10bit.ivf", "p016"),
    ] {
        let clip = clip(name);
        let said = Program::new("dec")
            .input(&clip)
            .args("-o a.raw")
            .run()
            .done();
        assert_pictures(&said.file("a.raw"), &clip);
        said.says("GPU in use: software device in the shape of a Tesla V100-SXM2-16GB");
        said.says(&format!("Total frame decoded: {}", sums(&clip).len()));
        said.says(&format!("Saved in file a.raw in {format} format"));
    }
}

#[test]
fn dec_makes_pictures_planar() {
    let clip = clip("h264-b-frames.h264");
    let native = Program::new("dec").input(&clip).run().done();
    let planar = Program::new("dec")
        .input(&clip)
        .args("-OutPlanar")
        .run()
        .done();
    planar.says("Saved in file out.planar in iyuv format");
    let (native, planar) = (native.file("out.native"), planar.file("out.planar"));
    let (luma, bytes) = (320 * 192, 320 * 192 * 3 / 2);
    assert_eq!(planar.len(), native.len());
    for (planar, native) in planar.chunks(bytes).zip(native.chunks(bytes)) {
        let (u, v) = planar[luma..].split_at(luma / 4);
        let pairs: Vec<u8> = u.iter().zip(v).flat_map(|(u, v)| [*u, *v]).collect();
        assert_eq!((&planar[..luma], &pairs[..]), native.split_at(luma));
    }
}

#[test]
fn dec_names_what_there_is_instead_of_a_codec_that_is_not() {
    for (name, codec) in [
        ("mpeg1.m1v", "MPEG1"),
        ("mpeg2.m2v", "MPEG2"),
        ("mpeg4.m4v", "MPEG4"),
        ("vp8.ivf", "VP8"),
        ("av1.ivf", "AV1"),
    ] {
        let refused = Program::new("dec").input(&clip(name)).run();
        refused.refused(&format!(
            "this GPU does not decode {codec}: it has H264, HEVC, VP9"
        ));
    }
}

#[test]
fn dec_leaves_a_file_alone_that_it_has_nothing_for() {
    let dec = Program::new("dec").file("out.native", b"before");
    let said = dec.input(&clip("mpeg1.m1v")).run();
    assert_eq!(said.file("out.native"), b"before");
    said.refused("MPEG1");
}

#[test]
fn dec_crops_and_resizes() {
    let clip = clip("h264-b-frames.h264");
    let dec = |args| {
        let said = Program::new("dec").input(&clip).args(args).run().done();
        said.file("out.native")
    };
    let whole = dec("");
    let cropped = dec("-crop 32,16,96,48");
    assert_eq!(cropped.len(), 30 * 64 * 32 * 3 / 2);
    let (first, row) = (
        &whole[(16 + 5) * 320 + 32..][..64],
        &cropped[5 * 64..][..64],
    );
    assert_eq!(first, row);
    let resized = dec("-crop 32,16,96,48 -resize 128x64");
    assert_eq!(resized.len(), 30 * 128 * 64 * 3 / 2);
    let mean = |picture: &[u8]| {
        let sum: u64 = picture.iter().map(|sample| u64::from(*sample)).sum();
        sum / picture.len() as u64
    };
    let (small, large) = (mean(&cropped[..64 * 32]), mean(&resized[..128 * 64]));
    assert!(small.abs_diff(large) <= 2, "{small} {large}");
}

#[test]
fn dec_refuses_by_name() {
    let dec = || Program::new("dec").input(&clip("vp9-odd.ivf"));
    dec().args("-crop 0,0,9,8").run().refused("must be even");
    dec().args("-crop 0,0,8").run().refused("left,top,right");
    dec()
        .args("-crop 0,0,400,8")
        .run()
        .refused("the area 0,0,400,8 is not within the picture of 321x181");
    dec()
        .args("-resize 63x64")
        .run()
        .refused("frames cannot be 63x64");
    dec()
        .args("-Foo")
        .run()
        .refused("Incorrect parameter: -Foo");
    dec()
        .args("-o no/such/folder")
        .run()
        .refused("Unable to open output file: no/such/folder");
    dec().args("-gpu 77").run().refused("GPU 77");
    let missing = Program::new("dec").args("-i none.mp4").run();
    missing.refused("Unable to open input file: none.mp4");
    let text = Program::new("dec")
        .file("a.mp4", b"no video")
        .args("-i a.mp4")
        .run();
    text.refused("a.mp4");
}

#[test]
fn a_stream_without_pictures_ends_even_when_it_should_go_on() {
    let only_a_delimiter = [0, 0, 0, 1, 9, 0xf0];
    for args in ["-i a.h264", "-i a.h264 --seconds 30", "-i a.h264 --loops 9"] {
        let program = Program::new("dec-perf").file("a.h264", &only_a_delimiter);
        program
            .args(args)
            .run()
            .refused("no H264 picture in 6 bytes");
    }
}

#[test]
fn dec_perf_decodes_all_of_it_in_each_thread() {
    let clip = clip("hevc-b-pyramid-cropped.hevc");
    for (args, frames) in [
        ("", 30.0),
        ("-thread 3", 90.0),
        ("-thread 2 -single -host", 60.0),
        ("--threads 2 --loops 3 --surfaces 1", 180.0),
        ("--threads 2 --free --delay 8 --no-map", 60.0),
        ("--threads 2 --in-flight 1", 60.0),
    ] {
        let said = Program::new("dec-perf")
            .input(&clip)
            .args(args)
            .run()
            .done();
        assert_eq!(said.closing("Total Frames Decoded=")[0], frames, "{args}");
    }
}

#[test]
fn dec_perf_reads_containers() {
    for name in ["vp9-altref.webm", "h264-aac.mp4", "hevc.mkv"] {
        let said = Program::new("dec-perf")
            .input(&contained(name))
            .run()
            .done();
        assert_eq!(said.closing("Total Frames Decoded=")[0], 25.0, "{name}");
    }
}

#[test]
fn dec_perf_measures_a_steady_state() {
    let now = || SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs_f64();
    let program = Program::new("dec-perf").input(&clip("vp9-hidden.ivf"));
    let begun = now();
    let said = program.args("-thread 2 --seconds 0.5 --json").run().done();
    let [frames, seconds, _] = said.closing("Total Frames Decoded=");
    assert!(
        frames > 0.0 && (0.5..5.0).contains(&seconds),
        "{}",
        said.out
    );
    let json = said.json();
    assert_eq!(json["frames"].as_f64(), Some(frames));
    assert!((begun + seconds..now()).contains(&json["ended_at"].as_f64().unwrap()));
    assert_eq!(json["thread_fps"].as_array().unwrap().len(), 2);
    assert_eq!(
        (json["codec"].as_str(), json["size"].as_str()),
        (Some("VP9"), Some("320x180"))
    );
    assert!(json["device_memory_bytes"].as_u64().unwrap() > 320 * 180);
    assert!(json["first_frame_seconds"].as_f64().unwrap() > 0.0);
}

#[test]
fn dec_perf_refuses_what_makes_no_sense() {
    let dec_perf = || Program::new("dec-perf").input(&clip("vp9-odd.ivf"));
    for threads in ["0", "1025", "99999999999999999999"] {
        let said = dec_perf().args(&format!("-thread {threads}")).run();
        said.refused("write a number from 1 to 1024");
    }
    dec_perf()
        .args("--seconds nan")
        .run()
        .refused("write seconds");
    dec_perf()
        .args("--seconds 1 --loops 2")
        .run()
        .refused("cannot be used with");
    dec_perf()
        .args("--in-flight 0")
        .run()
        .refused("--in-flight");
    dec_perf().args("--surfaces 0").run().refused("--surfaces");
    dec_perf()
        .args("--delay 12")
        .run()
        .refused("a display delay of 12 pictures is asked for: 0 to 11 can be had");
    Program::new("dec-perf").run().refused("--input");
}
