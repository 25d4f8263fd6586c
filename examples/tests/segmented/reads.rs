//! What planning reads of a long video: its index, in a handful of small ranges.

use std::io::Cursor;
use std::sync::atomic::Ordering;

use examples::demux;
use examples::mux::{Coded, Format, Muxer, Video};
use examples::segmented::Plan;
use examples::store::{Access, Store};
use object_store::aws::AmazonS3ConfigKey as Key;

use crate::proxy::{Fault, Proxy};
use crate::support::{clip, location, start};
use crate::work::job;

const MIB: u64 = 1 << 20;

/// The clip, with each picture as long as those of 8K are.
fn put_long(store: &Store, name: &str, format: Format, codec: nvenc::Codec) -> u64 {
    let (file, filler) = match codec {
        nvenc::Codec::H264 => (clip("h264-aac.mp4"), &[0, 0, 0, 1, 12][..]),
        _ => (clip("hevc.mkv"), &[0, 0, 0, 1, 76, 1][..]),
    };
    let size = file.len() as u64;
    let mut input = demux::open(Cursor::new(file), size, "it", None).unwrap();
    let video = Video {
        codec,
        time_base: input.info().time_base,
        frame_rate: 25.into(),
        frames: Some(25),
    };
    let at = location(&format!("in/{name}"));
    let mut muxer = Muxer::create(store, &at, format, video).unwrap();
    while let Some(packet) = input.next().unwrap() {
        let filler = [filler, &[255; 2 << 20], &[128]].concat();
        let (pts, keyframe) = (packet.pts, packet.keyframe);
        let data = &[packet.data, &filler].concat();
        muxer.expect(pts);
        let picture = Coded {
            data,
            pts,
            keyframe,
        };
        muxer.write(picture).unwrap();
    }
    muxer.finish().unwrap()
}

#[test]
fn planning_reads_the_index_alone() {
    let (server, store) = start();
    let (h264, hevc) = (nvenc::Codec::H264, nvenc::Codec::Hevc);
    for (name, format, codec, most) in [
        ("a.mp4", Format::Mp4, hevc, 6),
        ("b.mp4", Format::Fmp4, hevc, 6),
        ("c.mkv", Format::Mkv, hevc, 6),
        // And each key picture at which it is cut, for not all of H.264 will do.
        ("d.mp4", Format::Mp4, h264, 8),
    ] {
        let bytes = put_long(&store, name, format, codec);
        assert!(bytes > 50 * MIB, "{bytes}");
        let proxy = Proxy::start(&server.endpoint(), usize::MAX, Fault::Busy);
        let Access::Settings(mut settings) = server.access() else {
            unreachable!()
        };
        settings.push((Key::Endpoint, format!("http://{}", proxy.address)));
        let through = Store::new(Access::Settings(settings)).unwrap();
        let (job, words) = job(name, "out/a.hevc", &[]);
        let plan = Plan::make(&through, &job, words, 0.1).unwrap();
        assert_eq!(plan.parts.len(), 3, "{name}");
        let requests = proxy.requests.load(Ordering::SeqCst);
        let read = proxy.answered.load(Ordering::SeqCst) as u64;
        println!("{name}: {requests} requests, {} KiB", read >> 10);
        assert!(requests <= most, "{name}: {requests}");
        assert!(read <= most as u64 * MIB, "{name}: {read} bytes");
    }
}
