//! The programs in the manner of the SDK's samples, as they are run: options, closing lines,
//! and what they write, on the software device.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use nvenc::Size;
use serde_json::Value;
use tempfile::TempDir;

/// The program, on the software device, in a folder of its own.
struct Program {
    command: Command,
    folder: TempDir,
}

/// What a program said.
struct Said {
    status: Option<i32>,
    out: String,
    err: String,
    folder: TempDir,
}

impl Program {
    fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(program(name));
        command
            .env_clear()
            .envs(env::vars().filter(|(name, _)| name.starts_with("NVSOFT_")))
            .env("S3_BATCH_DEVICE", "software")
            .current_dir(folder.path());
        Self { command, folder }
    }

    fn args(mut self, args: &str) -> Self {
        self.command.args(args.split_whitespace());
        self
    }

    fn input(mut self, path: &Path) -> Self {
        self.command.arg("-i").arg(path);
        self
    }

    /// Puts a file into the folder.
    fn file(self, name: &str, bytes: &[u8]) -> Self {
        fs::write(self.folder.path().join(name), bytes).unwrap();
        self
    }

    fn run(mut self) -> Said {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command.output().unwrap();
        Said {
            status: status.code(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
            folder: self.folder,
        }
    }
}

impl Said {
    #[track_caller]
    fn done(self) -> Self {
        assert_eq!(self.status, Some(0), "{}\n{}", self.out, self.err);
        self
    }

    /// It exits with 1, as the samples do, and says this.
    #[track_caller]
    fn refused(self, word: &str) {
        assert_eq!(self.status, Some(1), "{}\n{}", self.out, self.err);
        assert!(self.err.contains(word), "{}", self.err);
    }

    #[track_caller]
    fn says(&self, line: &str) {
        assert!(self.out.lines().any(|said| said == line), "{}", self.out);
    }

    fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }

    /// The three numbers of the samples' closing line: frames, seconds, frames a second.
    #[track_caller]
    fn closing(&self, first: &str) -> [f64; 3] {
        let line = self
            .out
            .lines()
            .find(|line| line.starts_with(first))
            .unwrap();
        let (frames, rest) = line[first.len()..].split_once(", time=").unwrap();
        let (seconds, fps) = rest.split_once(" seconds, FPS=").unwrap();
        let numbers: [f64; 3] = [frames, seconds, fps].map(|number| number.parse().unwrap());
        let [frames, seconds, fps] = numbers;
        assert!((fps * seconds / frames - 1.0).abs() < 1e-4, "{line}");
        numbers
    }

    fn json(&self) -> Value {
        serde_json::from_str(self.out.lines().last().unwrap()).unwrap()
    }
}

fn program(name: &str) -> &'static str {
    match name {
        "dec" => env!("CARGO_BIN_EXE_dec"),
        "dec-perf" => env!("CARGO_BIN_EXE_dec-perf"),
        "enc-cuda" => env!("CARGO_BIN_EXE_enc-cuda"),
        "enc-perf" => env!("CARGO_BIN_EXE_enc-perf"),
        _ => panic!("no program is called {name}"),
    }
}

/// A clip of the decoder's tests.
fn clip(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../nvdec/tests/clips");
    folder.join(name)
}

/// A clip in a container.
fn contained(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clips");
    folder.join(name)
}

/// The MD5 of each frame of a clip, as native pictures.
fn sums(clip: &Path) -> Vec<String> {
    let sums = fs::read_to_string(clip.with_extension("md5")).unwrap();
    sums.lines().map(str::to_owned).collect()
}

#[track_caller]
fn assert_pictures(bytes: &[u8], clip: &Path) {
    let expected = sums(clip);
    let pictures = bytes.chunks(bytes.len() / expected.len());
    let found: Vec<String> = pictures
        .map(|picture| format!("{:x}", md5::compute(picture)))
        .collect();
    assert_eq!(found, expected, "{}", clip.display());
}

/// Pictures that differ from each other, in IYUV.
fn raw(size: Size, count: usize) -> Vec<u8> {
    let (width, height) = (size.width as usize, size.height as usize);
    let picture = |number: usize| {
        let luma = (0..width * height).map(move |at| (at % width + at / width + 8 * number) as u8);
        luma.chain((0..width * height / 2).map(move |at| (100 + at % 7 + number) as u8))
    };
    (0..count).flat_map(picture).collect()
}

const SIZE: Size = Size::new(320, 192);

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
fn dec_refuses_by_name() {
    let dec = || Program::new("dec").input(&clip("vp9-odd.ivf"));
    dec()
        .args("-crop 0,0,8,8")
        .run()
        .refused("-crop is an option that is not there yet");
    dec()
        .args("-resize 64x64")
        .run()
        .refused("-resize is an option");
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
    let program = Program::new("dec-perf").input(&clip("vp9-hidden.ivf"));
    let said = program.args("-thread 2 --seconds 0.5 --json").run().done();
    let [frames, seconds, _] = said.closing("Total Frames Decoded=");
    assert!(
        frames > 0.0 && (0.5..5.0).contains(&seconds),
        "{}",
        said.out
    );
    let json = said.json();
    assert_eq!(json["frames"].as_f64(), Some(frames));
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
    dec_perf().args("-thread 0").run().refused("--threads");
    dec_perf()
        .args("--seconds nan")
        .run()
        .refused("write seconds");
    dec_perf()
        .args("--seconds 1 --loops 2")
        .run()
        .refused("cannot be used with");
    dec_perf().args("--surfaces 0").run().refused("--surfaces");
    Program::new("dec-perf").run().refused("--input");
}

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
    let said = run(1, "-frame 20 -bf 2").done();
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

#[test]
fn encoders_refuse_by_name_what_is_not_there() {
    for (args, word) in [
        ("-444", "-444 is an option that is not there yet"),
        ("-aq 0", "-aq is"),
        ("-temporalaq", "-temporalaq is"),
        ("-lookahead 8", "-lookahead is"),
        ("-vbvbufsize 1M", "-vbvbufsize is"),
        ("-vbvinit 1M", "-vbvinit is"),
        ("-cq 20", "-cq is"),
        ("-qmin 20", "-qmin is"),
        ("-qmax 20,20,20", "-qmax is"),
        ("-initqp 20", "-initqp is"),
        ("-rc vbr_hq -bitrate 1M", "-rc vbr_hq is"),
        ("-rc cbr_ll_hq -bitrate 1M", "-rc cbr_ll_hq is"),
        ("-if ABGR10", "abgr10 is not there yet"),
        ("-profile baseline", "-profile baseline is not there yet"),
        (
            "-codec h264 -if p010",
            "H.264 takes no format of more than 8 bits",
        ),
        ("-preset best", "no preset is called best"),
        ("-rc vbr", "need -bitrate"),
        ("-bitrate 1M", "go with -rc vbr"),
        (
            "-rc cbr -bitrate 1M -maxbitrate 2M",
            "-maxbitrate goes with",
        ),
        ("-rc cbr -bitrate 1M -constqp 1", "-constqp goes with"),
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

#[test]
fn help_tells_what_the_device_does() {
    let said = Program::new("enc-cuda").args("-h").run().done();
    assert!(
        said.out.contains("HEVC_Lossless") && said.out.contains("8192x8192"),
        "{}",
        said.out
    );
    let said = Program::new("dec").args("-h").run().done();
    assert!(
        said.out.contains("Macroblocks") && said.out.contains("VP9"),
        "{}",
        said.out
    );
}
