//! `enc-perf` and `enc-cuda`.

use crate::support::*;

#[test]
fn enc_perf_encodes_all_frames_in_each_thread() {
    // As NVIDIA's blog has it, but for the size.
    let args = "-i a.yuv -s 320x192 -thread 4 -codec hevc -frame 9 -o out.hevc --json";
    let program = Program::new("enc-perf").file("a.yuv", &raw(SIZE, 4));
    let said = program.args(args).run().done();
    assert_eq!(said.closing("nTotal=")[0], 36.0);
    let streams = [0, 1, 2, 3].map(|number| said.file(&format!("out.{number}.hevc")));
    assert!(streams.iter().all(|stream| *stream == streams[0]));
    assert_eq!(
        streams[0][..5],
        [0, 0, 0, 1, 0x40],
        "a video parameter set comes first"
    );
    let json = said.json();
    assert_eq!(
        (json["frames"].as_u64(), json["threads"].as_u64()),
        (Some(36), Some(4))
    );
    assert!(json["latency_ms"]["p99"].as_f64() >= json["latency_ms"]["p50"].as_f64());
}

#[test]
fn enc_perf_has_a_context_for_each_thread_or_one() {
    for (option, contexts) in [("", 4), ("-single", 0)] {
        let args = format!("-i a.yuv -s 320x192 -thread 4 -codec hevc -frame 6 --json {option}");
        let program = Program::new("enc-perf").file("a.yuv", &raw(SIZE, 2));
        let said = program
            .env("NVSOFT_TRACE", "trace")
            .args(&args)
            .run()
            .done();
        let trace = said.file("trace");
        assert_eq!(calls(&trace, "cuCtxCreate_v3"), contexts);
        assert_eq!(calls(&trace, "nvEncEncodePicture"), 4 * 6 + 4, "{option}");
        let [json, fps] = [said.json(), said.json()["fps"].clone()];
        let numbers = ["pictures", "engines", "threads"].map(|name| json[name].as_u64());
        assert_eq!(numbers, [Some(2), Some(3), Some(4)]);
        let each = json["engine_fps"].as_f64().unwrap();
        assert!((each * 3.0 / fps.as_f64().unwrap() - 1.0).abs() < 1e-6);
        let line = said
            .out
            .lines()
            .find(|line| line.starts_with("NVENC engines: 3 of 3"));
        assert!(line.is_some(), "{}", said.out);
    }
}

#[test]
fn enc_perf_works_with_an_encoder_that_does_nothing_beside_another_driver() {
    for option in ["", "-single"] {
        let args = format!("-i a.yuv -s 320x192 -thread 3 -codec hevc -frame 50 {option}");
        let program = Program::new("enc-perf").file("a.yuv", &raw(SIZE, 2));
        let said = program.beside_another_driver().args(&args).run().done();
        assert_eq!(said.closing("nTotal=")[0], 150.0);
    }
}

#[test]
fn enc_perf_refuses_more_frames_than_can_be_counted() {
    let args = "-i a.yuv -s 320x192 -frame 99999999999999";
    let program = Program::new("enc-perf").file("a.yuv", &raw(SIZE, 2));
    program
        .args(args)
        .run()
        .refused("write a number from 1 to 4294967295");
}

#[test]
fn enc_perf_goes_there_and_back() {
    let args = "-i a.yuv -s 320x192 -thread 1 -frame 9 -codec hevc -constqp 4 -o out.hevc";
    let pictures = raw(SIZE, 4);
    let program = Program::new("enc-perf").file("a.yuv", &pictures).args(args);
    let stream = program.run().done().file("out.hevc");
    let dec = Program::new("dec").file("a.hevc", &stream);
    let decoded = dec
        .args("-i a.hevc -outplanar")
        .run()
        .done()
        .file("out.planar");
    let bytes = pictures.len() / 4;
    let nearest = |picture: &[u8]| {
        let far = |other: &[u8]| -> u64 {
            let both = picture.iter().zip(other);
            both.map(|(a, b)| u64::from(a.abs_diff(*b))).sum()
        };
        (0..4).min_by_key(|number| far(&pictures[number * bytes..][..bytes]))
    };
    let order: Vec<usize> = decoded.chunks(bytes).filter_map(nearest).collect();
    assert_eq!(order, [0, 1, 2, 3, 3, 2, 1, 0, 0]);
}

#[test]
fn enc_perf_is_content_with_what_there_is() {
    let run = |pictures, args: &str| {
        let program = Program::new("enc-perf").file("a.yuv", &raw(SIZE, pictures));
        program
            .args("-i a.yuv -thread 2 -s 320x192")
            .args(args)
            .run()
    };
    let said = run(1, "-frame 20").done();
    assert_eq!(said.closing("nTotal=")[0], 40.0, "one picture is enough");
    assert_eq!(
        run(30, "-frame 3 -single").done().closing("nTotal=")[0],
        6.0
    );
    run(0, "").refused("a.yuv has 0 bytes, and a picture of 320x192 in IYUV has 92160");
    run(1, "-s 640x480").refused("cannot be used multiple times");
}

#[test]
fn enc_cuda_encodes_every_picture() {
    for (codec, file) in [("h264", "out.h264"), ("HEVC", "out.hevc")] {
        let mut bytes = raw(SIZE, 7);
        bytes.extend([0; 1000]); // a rest, which is dropped
        let program = Program::new("enc-cuda").file("a.yuv", &bytes);
        let args = format!("-i a.yuv -s 320x192 -codec {codec} -constqp 10,10,10 -gop 5");
        let said = program.args(&args).run().done();
        said.says("Total frames encoded: 7");
        said.says(&format!("Saved in file {file}"));
        said.says("\trc           : constqp (P,B,I=10,10,10)");
        let dec = Program::new("dec").file("a.bin", &said.file(file));
        dec.args("-i a.bin")
            .run()
            .done()
            .says("Total frame decoded: 7");
    }
}

#[test]
fn enc_cuda_takes_what_dec_writes() {
    for (name, options) in [
        ("hevc-main10.hevc", "-if p010 -codec hevc -profile main10"),
        (
            "h264-b-frames.h264",
            "-if nv12 -codec h264 -profile high -rc vbr -bitrate 2M",
        ),
    ] {
        let pictures = Program::new("dec")
            .input(&clip(name))
            .run()
            .done()
            .file("out.native");
        let program = Program::new("enc-cuda")
            .file("a.raw", &pictures)
            .args(options);
        let said = program.args("-i a.raw -s 320x192 -o b.bin").run().done();
        said.says(&format!(
            "Total frames encoded: {}",
            sums(&clip(name)).len()
        ));
        said.says("Saved in file b.bin");
    }
}

/// Where x264 and x265 are behind the device.
#[test]
fn enc_cuda_takes_the_samples_options() {
    if !has_encoders() {
        return;
    }
    for options in [
        "-rc vbr_hq -bitrate 500K -maxbitrate 1M -vbvbufsize 1M -vbvinit 500K -aq 8",
        "-rc cbr_hq -bitrate 500K -qmin 10 -qmax 40 -initqp 30,30,30",
        "-rc cbr_ll_hq -bitrate 500K -preset ll_hq",
        "-rc vbr -cq 30 -maxbitrate 2M -lookahead 4",
        "-rc vbr_hq -cq 30",
        "-codec h264 -profile baseline",
        "-codec h264 -profile main -aq 0 -rc cbr -bitrate 500K",
        "-codec hevc -profile main -preset p6-ll",
    ] {
        let program = Program::new("enc-cuda").file("a.yuv", &raw(SIZE, 6));
        let program = program.args("-i a.yuv -s 320x192 -o b.bin");
        let said = program.args(options).run().done();
        said.says("Total frames encoded: 6");
    }
}

#[test]
fn enc_cuda_takes_red_green_and_blue() {
    for (format, options) in [("bgra", "-codec h264"), ("abgr10", "-codec hevc -444")] {
        let bytes = vec![200; 320 * 192 * 4 * 3];
        let program = Program::new("enc-cuda").file("a.rgb", &bytes);
        let args = format!("-i a.rgb -s 320x192 -o b.bin -if {format} {options}");
        let said = program.args(&args).run().done();
        said.says("Total frames encoded: 3");
    }
}

#[test]
fn enc_cuda_lists_options_and_capabilities() {
    let said = Program::new("enc-cuda").args("-h").run().done();
    for word in [
        "vbvbufsize",
        "temporalaq",
        "cbr_ll_hq",
        "H264_444",
        "HEVC_Main10",
    ] {
        assert!(said.out.contains(word), "no {word} in {}", said.out);
    }
}

#[test]
fn encoders_refuse_by_name_what_is_not_there() {
    for (args, word) in [
        ("-444", "-444 goes with the formats bgra"),
        ("-if rgb", "the formats are iyuv"),
        ("-profile extended", "the profiles are baseline"),
        ("-profile main10", "profile is Main 10: it does not go with"),
        ("-temporalaq", "adaptive quantisation needs"),
        (
            "-vbvinit 1M -rc cbr -bitrate 1M",
            "it needs a VBV buffer of a given size",
        ),
        ("-qmin 20", "a constant QP leaves nothing to limit"),
        ("-rc constqp -cq 20", "--cq goes with --rc vbr"),
        ("-rc vbr -cq 20 -bitrate 1M", "--cq takes no --bitrate"),
        ("-rc vbr -cq 0", "target quality is 0"),
        ("-preset p9", "no preset is called p9"),
        (
            "-codec h264 -if p010",
            "H.264 takes no format of more than 8 bits",
        ),
        ("-preset best", "no preset is called best"),
        ("-rc vbr", "needs --bitrate"),
        ("-rc constqp -bitrate 1M", "goes with --rc vbr"),
        (
            "-rc cbr -bitrate 1M -maxbitrate 2M",
            "--maxbitrate goes with",
        ),
        ("-rc cbr -bitrate 1M -constqp 1", "--constqp goes with"),
        ("-preset lossless -constqp 1", "a lossless preset takes no"),
        ("-constqp 1,2", "write one number, or three"),
        ("-s 320", "write WIDTHxHEIGHT"),
        ("-s 321x192", "321x192"),
        ("-o no/such", "Unable to open output file: no/such"),
        ("-foo 3", "Incorrect parameter: -foo"),
    ] {
        for program in ["enc-cuda", "enc-perf"] {
            let program = Program::new(program).file("a.yuv", &raw(SIZE, 1));
            let size = if args.contains("-s ") {
                ""
            } else {
                "-s 320x192"
            };
            let said = program.args("-i a.yuv").args(size).args(args).run();
            said.refused(word);
        }
    }
}
