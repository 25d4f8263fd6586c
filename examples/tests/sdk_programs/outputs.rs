//! What is left of the files that programs write when they fail, or are ended.

use std::fs;
use std::os::unix::fs::FileTypeExt as _;
use std::thread::sleep;
use std::time::Duration;

use crate::support::*;

const ENC_CUDA: &str = "-i in -s 320x192 -codec hevc -o out.hevc";

/// The programs, what they read, and a fault in the middle of it.
fn programs() -> [(&'static str, &'static str, Vec<u8>, &'static str); 4] {
    let coded = fs::read(clip("h264-b-frames.h264")).unwrap();
    let (encode, map) = ("nvEncEncodePicture:9=20", "cuvidMapVideoFrame64:9=999");
    let enc_perf = "-i in -s 320x192 -frame 20 -thread 1 -o out.hevc";
    [
        ("enc-cuda", ENC_CUDA, raw(SIZE, 20), encode),
        ("enc-perf", enc_perf, raw(SIZE, 4), encode),
        ("dec", "-i in -o out.hevc", coded.clone(), map),
        ("trans", "-i in -codec hevc -o b -o out.hevc", coded, encode),
    ]
}

#[test]
fn a_failure_leaves_what_was_there_before() {
    for (name, args, input, fault) in programs() {
        let program = Program::new(name)
            .file("in", &input)
            .file("out.hevc", b"old");
        let said = program.env("NVSOFT_FAULTS", fault).args(args).run();
        assert_eq!(said.files(), ["in", "out.hevc"], "{name}");
        assert_eq!(said.file("out.hevc"), b"old", "{name}");
        said.refused(name);
    }
}

#[test]
fn no_program_replaces_its_input() {
    for (name, args, input, _) in programs() {
        let args = args.replace("-o out.hevc", "-o in");
        let said = Program::new(name).file("in", &input).args(&args).run();
        assert_eq!(said.file("in"), input, "{name}");
        said.refused("in would replace the input");
    }
}

#[test]
fn a_signal_leaves_what_was_there_before() {
    for (name, args, input, _) in programs() {
        let program = Program::new(name)
            .file("in", &input)
            .file("out.hevc", b"old");
        // So slow that it would take a minute.
        let late = "nvEncLockBitstream:*=late3000,cuvidMapVideoFrame64:*=late3000";
        let mut running = program.env("NVSOFT_FAULTS", late).args(args).start();
        while running.files().len() < 3 {
            assert!(running.is_running(), "{name}");
            sleep(Duration::from_millis(20));
        }
        running.end();
        assert_eq!(running.files(), ["in", "out.hevc"], "{name}");
        assert_eq!(running.file("out.hevc"), b"old", "{name}");
    }
}

#[test]
fn devices_and_pipes_are_written_as_they_are() {
    let program = || Program::new("enc-cuda").file("in", &raw(SIZE, 3));
    let args = "-i in -s 320x192 -codec hevc";
    program().args(&format!("{args} -o /dev/null")).run().done();
    let null = fs::metadata("/dev/null").unwrap().file_type();
    assert!(null.is_char_device());
    assert!(fs::symlink_metadata("/dev/stdout").unwrap().is_symlink());
}

/// Whether it is a pipe or a file, which may hold something already.
#[test]
fn standard_output_holds_nothing_but_the_stream() {
    let (raw, coded) = (raw(SIZE, 3), fs::read(clip("h264-b-frames.h264")).unwrap());
    for (name, args, input) in [
        ("enc-cuda", "-i in -s 320x192 -codec hevc", &raw),
        ("enc-perf", "-i in -s 320x192 -frame 3 -thread 1", &raw),
        ("dec", "-i in", &coded),
        ("trans", "-i in -codec hevc", &coded),
    ] {
        let program = || Program::new(name).file("in", input);
        let named = program().args(&format!("{args} -o out")).run();
        let stream = named.file("out");
        named.done();
        for output in ["-", "/dev/stdout", "/dev/fd/1"] {
            let args = format!("{args} -o {output}");
            let said = program().args(&args).run();
            assert!(said.err.contains("GPU in use"), "{}", said.err);
            assert!(said.bytes() == stream, "{name} {output}");
            let file = tempfile::NamedTempFile::new().unwrap();
            fs::write(file.path(), b"old").unwrap();
            program().args(&args).append(file.path());
            let found = fs::read(file.path()).unwrap();
            assert!(found == [b"old", &stream[..]].concat(), "{name} {output}");
        }
    }
}
