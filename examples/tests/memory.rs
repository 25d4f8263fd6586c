//! How much memory reading and writing take, whatever the size of the object.

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use examples::demux;
use examples::store::{Access, Store};
use nvdec::Size;
use object_store::aws::AmazonS3ConfigKey as Key;
use support::location;

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

/// One test for both, for the counter is one for all threads.
#[test]
fn is_bounded() {
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
