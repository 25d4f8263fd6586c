//! `trans` and `trans-perf`.

use crate::support::*;

#[test]
fn trans_perf_encodes_every_picture_in_each_thread() {
    let program = Program::new("trans-perf").input(&clip("h264-b-frames.h264"));
    let said = program
        .args("-thread 3 -codec hevc -single --json")
        .run()
        .done();
    let speeds = said
        .out
        .lines()
        .filter(|line| line.starts_with("Thread FPS="));
    assert_eq!(speeds.count(), 3);
    let closing = said
        .out
        .lines()
        .find(|line| line.starts_with("nFrameTransTotal=90, time="));
    let (_, rest) = closing.unwrap().split_once("time=").unwrap();
    let (milliseconds, fps) = rest.split_once(" millisec, FPS=").unwrap();
    assert!(
        milliseconds.parse::<u64>().is_ok() && fps.parse::<u64>().is_ok(),
        "{rest}"
    );
    let json = said.json();
    assert_eq!(json["frames"].as_u64(), Some(90));
    assert!(json["cpu_ms_per_frame"].as_f64() > Some(0.0));
}

/// As the samples have it.
#[test]
fn perf_programs_have_a_context_for_each_thread_or_one() {
    for (name, args) in [("trans-perf", "-codec hevc"), ("dec-perf", "")] {
        for (option, contexts) in [("", 3), ("-single", 0)] {
            let args = format!("{args} -thread 3 --json {option}");
            let program = Program::new(name).input(&clip("h264-b-frames.h264"));
            let program = program.env("NVSOFT_TRACE", "trace").args(&args);
            let said = program.run().done();
            let trace = said.file("trace");
            assert_eq!(calls(&trace, "cuCtxCreate_v3"), contexts, "{name}");
            assert_eq!(calls(&trace, "cuvidCreateDecoder"), 3, "{name}");
            assert_eq!(said.json()["frames"].as_u64(), Some(90), "{name}");
        }
    }
}

#[test]
fn trans_perf_goes_on_for_as_long_as_it_is_told() {
    let program = Program::new("trans-perf").input(&clip("h264-interlaced.h264"));
    let said = program.args("-thread 1 -loops 3 --json").run().done();
    assert_eq!(said.json()["frames"].as_u64(), Some(60));
    let program = Program::new("trans-perf").input(&clip("vp9-odd.ivf"));
    let said = program.args("-thread 1 -seconds 0.3 -bf 0 --json").run();
    said.refused("4:2:0 needs an even width and height");
}

#[test]
fn trans_perf_works_with_an_encoder_that_does_nothing_beside_another_driver() {
    let said = Program::new("trans-perf")
        .beside_another_driver()
        .input(&clip("hevc-main10.hevc"))
        .args("-thread 2 -codec hevc -loops 4 --json")
        .run()
        .done();
    assert_eq!(said.json()["frames"].as_u64(), Some(160));
}

#[test]
fn trans_keeps_every_picture() {
    for (name, args, file) in [
        ("h264-b-frames.h264", "-codec hevc -constqp 12", "out.hevc"),
        ("hevc-main10.hevc", "-codec HEVC -o b.bin", "b.bin"),
        ("vp9-hidden.ivf", "", "out.h264"),
        (
            "h264-b-frames.h264",
            "-codec hevc -sessions 3 -gop 8",
            "out.hevc",
        ),
        (
            "vp9-hidden.ivf",
            "-rc vbr -bitrate 1M --sessions=2",
            "out.h264",
        ),
    ] {
        let frames = sums(&clip(name)).len();
        let program = Program::new("trans").input(&clip(name));
        let said = program.args(args).run().done();
        said.says(&format!("Total frame transcoded: {frames}"));
        said.says(&format!("Saved in file {file}"));
        let dec = Program::new("dec").file("a.bin", &said.file(file));
        let decoded = dec.args("-i a.bin").run().done();
        decoded.says(&format!("Total frame decoded: {frames}"));
    }
}

#[test]
fn a_session_for_each_engine_is_the_default() {
    for (engines, sessions, outputs) in [(None, 1, 1), (Some("3"), 3, 1), (Some("3"), 1, 2)] {
        let args = ["-codec hevc -o a.bin", "-codec hevc -o a.bin -o b.bin"][outputs - 1];
        let program = Program::new("trans").input(&clip("h264-b-frames.h264"));
        let program = program.env("NVSOFT_TRACE", "trace").args(args);
        let program = match engines {
            Some(engines) => program.env("NVSOFT_ENGINES", engines),
            None => program,
        };
        let trace = program.run().done().file("trace");
        let begun = calls(&trace, "nvEncInitializeEncoder");
        assert_eq!(begun, sessions * outputs, "{engines:?}, {outputs}");
    }
}

#[test]
fn trans_refuses_what_it_cannot_do() {
    for (args, word) in [
        ("-i no.mp4", "no.mp4"),
        ("-i a.bin", "a.bin"),
        ("-i a.bin -sessions 0", "sessions"),
        ("-i a.bin -rc vbr", "needs --bitrate"),
        ("-i a.bin -o b.bin=720p", "write FILE, FILE=WIDTHxHEIGHT"),
        ("-i a.bin -rc constqp -o b.bin=5M", "goes with --rc vbr"),
        (
            "-i a.bin -o b.bin -o b.bin=64x64",
            "b.bin is an output twice",
        ),
        (
            "-i a.bin -o b.bin -o ./b.bin=64x64",
            "b.bin is an output twice",
        ),
        ("-i a.bin -o ./a.bin", "a.bin would replace the input"),
    ] {
        let program = Program::new("trans").file("a.bin", b"no video");
        program.args(args).run().refused(word);
    }
    let program = Program::new("trans").input(&clip("hevc-main10.hevc"));
    let said = program.args("-codec h264").run();
    said.refused("H.264 takes no format of more than 8 bits");
}

#[test]
fn trans_has_the_frame_rate_of_its_input() {
    for (input, args, told) in [
        (contained("h264-aac.mp4"), "", "25/1"),
        (contained("h264-aac.mp4"), "-fps 50", "50/1"),
        (clip("h264-b-frames.h264"), "", "30/1"),
    ] {
        let args = format!("{args} -codec hevc -o out.hevc");
        let said = Program::new("trans").input(&input).args(&args).run().done();
        let told = format!("fps          : {told}");
        assert!(said.out.contains(&told), "{}", said.out);
    }
}

#[test]
fn trans_makes_a_ladder() {
    // Four outputs on a GPU with three sessions: one waits.
    let program = Program::new("trans").input(&clip("h264-b-frames.h264"));
    let args = "-codec hevc -o a.bin -o b.bin=240x144 -o c.bin=640x384 -o d.bin=400x240";
    let said = program.env("NVSOFT_GPU", "geforce").args(args).run().done();
    let lines = said.out.lines();
    assert_eq!(
        lines
            .filter(|line| *line == "Total frame transcoded: 30")
            .count(),
        4
    );
    for (file, size) in [
        ("a.bin", "[320, 192]"),
        ("b.bin", "[240, 144]"),
        ("c.bin", "[640, 384]"),
        ("d.bin", "[400, 240]"),
    ] {
        let dec = Program::new("dec").file("in.bin", &said.file(file));
        let decoded = dec.args("-i in.bin").run().done();
        decoded.says("Total frame decoded: 30");
        decoded.says(&format!("\tDisplay size : {size}"));
    }
}

#[test]
fn trans_decodes_once_for_each_size() {
    let program = Program::new("trans").input(&clip("h264-b-frames.h264"));
    let args = "-rc vbr -bitrate 2M -o a.bin -o b.bin=100k -o c.bin=320x192 -o d.bin=240x144,90k";
    let program = program.env("NVSOFT_TRACE", "trace").args(args);
    let said = program.run().done();
    let trace = said.file("trace");
    assert_eq!(calls(&trace, "nvEncOpenEncodeSessionEx"), 4);
    // One to learn the video's own size, which sees no more than it must.
    assert_eq!(calls(&trace, "cuvidCreateDecoder"), 2 + 1);
    let decoded = calls(&trace, "cuvidDecodePicture");
    assert!((60..75).contains(&decoded), "{decoded} pictures");
    let said_frames = said.out.matches("Total frame transcoded: 30").count();
    assert_eq!(said_frames, 4);
    assert_eq!(said.file("a.bin"), said.file("c.bin"));
    assert!(said.file("b.bin") != said.file("a.bin"));
}

#[test]
fn trans_has_outputs_of_one_size_wait_for_sessions_too() {
    let program = Program::new("trans").input(&clip("vp9-hidden.ivf"));
    let args = "-codec hevc -o a.bin -o b.bin -o c.bin -o d.bin -o e.bin";
    let said = program.env("NVSOFT_GPU", "geforce").args(args).run().done();
    for file in ["b.bin", "c.bin", "d.bin", "e.bin"] {
        assert!(said.file(file) == said.file("a.bin"), "{file}");
    }
}

/// With frames that wait in the encoder each segment has a session of its own. After those for the
/// first segments the driver refuses some to all outputs.
#[test]
fn trans_has_segments_of_a_ladder_wait_for_sessions() {
    if !has_encoders() {
        return;
    }
    let refused: Vec<_> = (7..40)
        .map(|call| format!("nvEncOpenEncodeSessionEx:{call}=10"))
        .collect();
    let args = "-codec h264 -sessions 2 -bf 2 -fps 2 -gop 5 -o a.bin -o b.bin";
    let program = Program::new("trans").input(&clip("h264-b-frames.h264"));
    let program = program.env("NVSOFT_TRACE", "trace").args(args);
    let said = program
        .env("NVSOFT_FAULTS", &refused.join(","))
        .run()
        .done();
    assert!(calls(&said.file("trace"), "nvEncOpenEncodeSessionEx") > 40);
    assert_eq!(said.out.matches("Total frame transcoded: 30").count(), 2);
    assert!(said.file("a.bin") == said.file("b.bin"));
}

#[test]
fn trans_changes_the_depth() {
    let program = Program::new("trans").input(&clip("hevc-main10.hevc"));
    let said = program.args("-codec hevc -ob 8 -o a.bin").run().done();
    let dec = Program::new("dec").file("in.bin", &said.file("a.bin"));
    dec.args("-i in.bin")
        .run()
        .done()
        .says("\tBit depth    : 8");
    let program = Program::new("trans").input(&clip("hevc-main10.hevc"));
    program.args("-ob 9").run().refused("write 8 or 10");
}
