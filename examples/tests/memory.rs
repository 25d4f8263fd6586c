//! How much memory reading, writing and whole jobs take, whatever the size of the object.

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::{BufRead as _, BufReader, Cursor, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use examples::demux;
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::{Coded, Feed, Format, Muxer, Video};
use examples::store::{Access, Store};
use nvdec::{Rational, Size};
use object_store::aws::AmazonS3ConfigKey as Key;
use support::{clip, location};

mod support;

/// Counts what is taken from the heap.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: `System` keeps the contract; counting does not touch the memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(held, Ordering::Relaxed);
        // SAFETY: the caller keeps the same promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the same promise.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const MIB: usize = 1 << 20;

/// 2 GiB of 8K.
const PICTURES: usize = 44;
const PICTURE: usize = 7680 * 4320 * 3 / 2;

/// The most that was held at once while `work` ran, above what was held before.
fn peak(work: impl FnOnce()) -> usize {
    let before = HELD.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    work();
    PEAK.load(Ordering::Relaxed) - before
}

/// One test for all, for the counter is one for all threads.
#[test]
fn is_bounded() {
    // SAFETY: no other thread runs yet in this process but the test harness', which reads none.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    let address = stub();
    let settings = [
        (Key::Endpoint, format!("http://{address}")),
        (Key::Region, "us-east-1".to_owned()),
        (Key::AccessKeyId, "key".to_owned()),
        (Key::SecretAccessKey, "secret".to_owned()),
    ];
    let store = Store::new(Access::Settings(settings.into())).unwrap();
    let size = Size::new(7680, 4320);
    let reading = peak(|| {
        let reader = store.open(&location("a.yuv")).unwrap();
        let bytes = reader.size();
        let mut demux = demux::open(reader, bytes, "a.yuv", Some(size)).unwrap();
        let mut count = 0;
        while demux.next().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, PICTURES);
    });
    // Eight blocks of 8 MiB, some of them twice while they come in, and a picture.
    println!(
        "reading {} MiB took {} MiB",
        PICTURES * PICTURE / MIB,
        reading / MIB
    );
    assert!(reading < 160 * MIB, "{reading}");
    let writing = peak(|| {
        let mut writer = store.create_patchable(&location("b"), 100).unwrap();
        let piece = vec![7; MIB];
        for _ in 0..2048 {
            writer.write_all(&piece).unwrap();
        }
        writer.finish().unwrap();
    });
    // 64 MiB on their way, the first part, and the one that is being filled.
    println!("writing 2048 MiB took {} MiB", writing / MIB);
    assert!(writing < 128 * MIB, "{writing}");
    for format in [Format::Mp4, Format::Fmp4, Format::Mkv] {
        let muxing = peak(|| mux(&store, format));
        // The same, with two pictures of 8 MiB and a fragment or cluster of 16 MiB and more.
        println!("muxing 2048 MiB took {} MiB: {format:?}", muxing / MIB);
        assert!(muxing < 192 * MIB, "{format:?}: {muxing}");
    }
    let working = peak(|| work(&store));
    println!("a job of 2048 MiB took {} MiB", working / MIB);
    assert!(working < 256 * MIB, "{working}");
}

/// Pictures of 8 MiB, with sound.
fn mux(store: &Store, format: Format) {
    let file = clip("h264-aac.mp4");
    let size = file.len() as u64;
    let reader = || Cursor::new(file.clone());
    let sound = demux::open_sound(reader(), size, "it").unwrap().unwrap();
    let mut input = demux::open(reader(), size, "it", None).unwrap();
    let first = input.next().unwrap().unwrap();
    let filler = [&[0, 0, 0, 1, 12][..], &[255; 8 * MIB], &[128]].concat();
    let picture = [first.data, &filler].concat();
    let video = Video {
        codec: nvenc::Codec::H264,
        time_base: Rational::new(1, 256),
        frame_rate: 256.into(),
        frames: Some(256),
    };
    let (sound, _) = Feed::new(sound, format).unwrap();
    assert!(sound.is_some());
    let mut muxer = Muxer::with_sound(store, &location("b"), format, video, sound).unwrap();
    for pts in 0..256 {
        muxer.expect(pts);
        let data = picture.as_slice();
        let keyframe = pts % 32 == 0;
        muxer
            .write(Coded {
                data,
                pts,
                keyframe,
            })
            .unwrap();
    }
    assert!(muxer.finish().unwrap() > 2 << 30);
}

/// From the raw video to what an encoder makes that does not look at it.
fn work(store: &Store) {
    let job = Job {
        input: location("a.yuv"),
        output: location("a.mp4"),
        settings: Settings::of_words(&["--size=7680x4320".to_owned()]).unwrap(),
    };
    let device = Device::choose(Choice::Software, 0).unwrap();
    let report = job.run(job.open(store).unwrap(), store, &device).unwrap();
    assert_eq!(report.frames, PICTURES as u64);
}

/// An S3 that has an object of zeros, and forgets what it is given: one thread for a connection.
fn stub() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            std::thread::spawn(move || drop(serve(client))); // until the client leaves
        }
    });
    address
}

fn serve(client: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(client.try_clone()?);
    let mut client = client;
    loop {
        let (mut first, mut line) = (String::new(), String::new());
        if reader.read_line(&mut first)? == 0 {
            return Ok(());
        }
        let (mut length, mut range) = (0, 0..PICTURES * PICTURE);
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line)?;
            let lower = line.trim_end().to_ascii_lowercase();
            if let Some(value) = lower.strip_prefix("content-length: ") {
                length = value.parse().unwrap();
            } else if let Some((start, end)) = lower
                .strip_prefix("range: bytes=")
                .and_then(|range| range.split_once('-'))
            {
                range = start.parse().unwrap()..end.parse::<usize>().unwrap() + 1;
            }
        }
        std::io::copy(&mut (&mut reader).take(length), &mut std::io::sink())?;
        answer(&mut client, &first, range)?;
    }
}

fn answer(client: &mut TcpStream, request: &str, range: Range<usize>) -> std::io::Result<()> {
    let common = "ETag: \"tag\"\r\nLast-Modified: Wed, 21 Oct 2015 07:28:00 GMT\r\n";
    let upload =
        "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>";
    let complete =
        "<CompleteMultipartUploadResult><ETag>tag</ETag></CompleteMultipartUploadResult>";
    let (method, _) = request.split_once(' ').unwrap();
    match method {
        "GET" => {
            let (start, end, all) = (range.start, range.end - 1, PICTURES * PICTURE);
            let length = range.len();
            write!(
                client,
                "HTTP/1.1 206 OK\r\n{common}Content-Range: bytes {start}-{end}/{all}\r\nContent-Length: {length}\r\n\r\n"
            )?;
            std::io::copy(&mut std::io::repeat(0).take(length as u64), client).map(drop)
        }
        "HEAD" => write!(
            client,
            "HTTP/1.1 200 OK\r\n{common}Content-Length: {}\r\n\r\n",
            range.end
        ),
        "POST" => {
            let body = if request.contains("uploads") {
                upload
            } else {
                complete
            };
            write!(
                client,
                "HTTP/1.1 200 OK\r\n{common}Content-Length: {}\r\n\r\n{body}",
                body.len()
            )
        }
        _ => write!(
            client,
            "HTTP/1.1 200 OK\r\n{common}Content-Length: 0\r\n\r\n"
        ),
    }
}
