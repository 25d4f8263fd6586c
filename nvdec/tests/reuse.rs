//! One decoder for many clips: frames are as from a fresh one, and the driver's decoder is made
//! again only where it must be. A test program of its own, as it counts the driver's calls.

mod common;

use common::{Clip, clip, each, gpu, md5};
use nvdec::{Api, Area, Codec, Decoder, DecoderCache, Error, Frame};
use softdevice::faults;
use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::{Mutex, PoisonError},
};

/// Calls are counted for the whole process.
static COUNTING: Mutex<()> = Mutex::new(());

fn sums(decoder: &mut Decoder, clip: &Clip) -> Vec<String> {
    let mut sums = Vec::new();
    let mut take = |frame: Frame| sums.push(md5(&frame));
    for packet in common::packets(clip) {
        each(decoder.push(packet, 0), &mut take).unwrap();
    }
    each(decoder.finish(), &mut take).unwrap();
    sums
}

/// How often decoders were made and reconfigured; `None` on a real GPU.
fn calls() -> Option<(u64, u64)> {
    let counts = faults::counts();
    let count = |name: &str| counts.iter().find(|(called, _)| called == name);
    let count = |name| count(name).map_or(0, |(_, count)| *count);
    let calls = (
        count("cuvidCreateDecoder"),
        count("cuvidReconfigureDecoder"),
    );
    softdevice::is_active().then_some(calls)
}

/// Decodes clips with one decoder; the driver is to make and to reconfigure so many.
fn check(names: &[&str], made: u64, reconfigured: u64, faults: &str) {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let gpu = gpu();
    faults::set(faults);
    let clips: Vec<Clip> = names.iter().map(|name| clip(name)).collect();
    let builder = Api::load().unwrap().decoder(&gpu, clips[0].codec);
    let mut decoder = builder.reserve((336, 192)).start().unwrap();
    for (name, clip) in names.iter().zip(&clips) {
        assert_eq!(sums(&mut decoder, clip), clip.md5, "{name} in {names:?}");
    }
    if let Some(calls) = calls() {
        assert_eq!(calls, (made, reconfigured), "{names:?}");
    }
    faults::clear();
}

#[test]
fn a_clip_of_the_same_kind_needs_no_call_at_all() {
    check(&["h264-b-frames.h264"; 3], 1, 0, "");
}

#[test]
fn clips_that_differ_in_their_display_area_only_are_cropped_each_as_its_own() {
    let (cropped, uncropped) = ("hevc-b-pyramid-cropped.hevc", "hevc-uncropped.hevc");
    check(&[cropped, uncropped, cropped, uncropped], 1, 3, "");
}

#[test]
fn clips_of_other_sizes_take_a_reconfiguration() {
    let names = [
        "h264-b-frames.h264",
        "h264-48x16.h264",
        "h264-slices-cropped.h264",
        "h264-refs.h264",
        "h264-interlaced.h264",
    ];
    check(&names, 1, 4, "");
    check(
        &["vp9-hidden.ivf", "vp9-128x128.ivf", "vp9-hidden.ivf"],
        1,
        2,
        "",
    );
}

#[test]
fn a_larger_clip_than_there_is_room_for_takes_a_new_decoder() {
    check(&["h264-48x16.h264", "h264-4096x4096.h264"], 2, 0, "");
}

#[test]
fn a_clip_of_another_depth_takes_a_new_decoder() {
    check(&["hevc-uncropped.hevc", "hevc-main10.hevc"], 2, 0, "");
}

#[test]
fn a_driver_that_does_not_reconfigure_makes_a_new_decoder() {
    let names = ["h264-b-frames.h264", "h264-refs.h264"];
    check(&names, 2, 1, "cuvidReconfigureDecoder:*=801");
}

/// How often the driver is asked how a picture goes, while a clip is decoded.
fn questions(name: &str, in_flight: Option<u32>) -> u64 {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let (gpu, clip) = (gpu(), clip(name));
    faults::set("");
    let builder = Api::load().unwrap().decoder(&gpu, clip.codec);
    let builder = match in_flight.and_then(NonZeroU32::new) {
        Some(pictures) => builder.in_flight(pictures),
        None => builder,
    };
    assert_eq!(sums(&mut builder.start().unwrap(), &clip), clip.md5);
    let counts = faults::counts();
    let asked = |(name, _): &&(String, u64)| name == "cuvidGetDecodeStatus";
    counts.iter().find(asked).map_or(0, |(_, count)| *count)
}

#[test]
fn a_limit_of_pictures_in_flight_waits_for_each_before() {
    for name in ["h264-b-frames.h264", "h264-paff.h264", "hevc-main10.hevc"] {
        assert_eq!(questions(name, None), 0, "{name}");
        let frames = clip(name).md5.len() as u64;
        for pictures in [1, 3] {
            let asked = questions(name, Some(pictures));
            let expected = frames - u64::from(pictures);
            assert!(asked >= expected || !softdevice::is_active(), "{name}");
        }
    }
}

/// Clips one behind the other, as one stream.
fn joined(names: &[&str]) -> Clip {
    let clips: Vec<Clip> = names.iter().map(|name| clip(name)).collect();
    Clip {
        codec: clips[0].codec,
        data: clips.iter().flat_map(|clip| clip.data.clone()).collect(),
        md5: clips.iter().flat_map(|clip| clip.md5.clone()).collect(),
        means: Vec::new(),
    }
}

#[test]
fn no_frame_is_lost_where_a_stream_changes() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    // Another visible part, depth and size.
    let hevc = [
        "hevc-b-pyramid-cropped.hevc",
        "hevc-uncropped.hevc",
        "hevc-main10.hevc",
        "hevc-144x144.hevc",
        "hevc-b-pyramid-cropped.hevc",
    ];
    let h264 = ["h264-refs.h264", "h264-48x16.h264", "h264-interlaced.h264"];
    for names in [&hevc[..], &h264] {
        let all = joined(names);
        let mut decoder = common::decoder(all.codec);
        assert_eq!(sums(&mut decoder, &all), all.md5, "{names:?}");
    }
}

#[test]
fn no_frame_is_lost_or_changed_where_a_stream_changes_and_all_frames_are_held() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let all = joined(&[
        "hevc-b-pyramid-cropped.hevc",
        "hevc-uncropped.hevc",
        "hevc-main10.hevc",
        "hevc-144x144.hevc",
    ]);
    let gpu = gpu();
    let builder = Api::load().unwrap().decoder(&gpu, all.codec);
    let surfaces = NonZeroU32::new(60).unwrap();
    let mut decoder = builder.output_surfaces(surfaces).start().unwrap();
    let mut held = Vec::new();
    each(decoder.push_last(&all.data, 0), |frame| held.push(frame)).unwrap();
    drop(decoder);
    let sums: Vec<String> = held.iter().map(md5).collect();
    assert_eq!(sums, all.md5);
}

#[test]
fn a_cache_gives_back_what_was_built_alike() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let gpu = gpu();
    faults::set("");
    let api = Api::load().unwrap();
    let builder = |codec| api.decoder(&gpu, codec).reserve((336, 192));
    let cache = DecoderCache::new(NonZeroUsize::new(2).unwrap());
    let names = [
        "hevc-uncropped.hevc",
        "h264-refs.h264",
        "hevc-b-pyramid-cropped.hevc",
        "h264-48x16.h264",
        "hevc-uncropped.hevc",
    ];
    for name in names {
        let clip = clip(name);
        let mut decoder = cache.take(builder(clip.codec)).unwrap();
        assert_eq!(sums(&mut decoder, &clip), clip.md5, "{name}");
    }
    assert!(calls().is_none_or(|calls| calls == (2, 3)), "{:?}", calls());
    let area = Area::new(0, 0, 32, 32);
    let cropped = cache.take(builder(Codec::Hevc).crop(area)).unwrap();
    assert_eq!(cache.idle(), 2, "another crop is another decoder");
    drop(cropped);
    assert_eq!(cache.idle(), 2, "the oldest went");
    drop(cache.take(builder(Codec::H264)).unwrap());
    faults::clear();
}

#[test]
fn a_decoder_goes_back_to_its_cache_clean() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let gpu = gpu();
    let api = Api::load().unwrap();
    let clip = clip("h264-refs.h264");
    let cache = DecoderCache::new(NonZeroUsize::MIN);
    for half in [&clip.data[..clip.data.len() / 2], b"no video"] {
        let mut decoder = cache.take(api.decoder(&gpu, clip.codec)).unwrap();
        drop(decoder.push(half, 0));
    }
    let mut decoder = cache.take(api.decoder(&gpu, clip.codec)).unwrap();
    assert_eq!(cache.idle(), 0);
    assert_eq!(sums(&mut decoder, &clip), clip.md5);
}

#[test]
fn a_frame_of_the_old_stream_stays_as_it_is() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let (first, second) = (clip("h264-b-frames.h264"), clip("h264-refs.h264"));
    let mut decoder = common::decoder(first.codec);
    let mut kept = Vec::new();
    let mut pictures = decoder.push_last(&first.data, 0);
    while let Some(picture) = pictures.next().unwrap() {
        kept.extend(kept.is_empty().then(|| picture.map()));
    }
    drop(pictures);
    assert_eq!(sums(&mut decoder, &second), second.md5);
    let kept: Result<Vec<Frame>, Error> = kept.into_iter().collect();
    assert_eq!(md5(&kept.unwrap()[0]), first.md5[0]);
}
