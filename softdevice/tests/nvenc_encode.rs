//! Pictures through NVENC and back through a decoder.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use softdevice::codec::{Codec, back_end, decoder};
use std::thread;

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;
const IYUV: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_IYUV;
const YUV444: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV444;
const P010: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV420_10BIT;
const ARGB: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ARGB;

const WIDTH: usize = 192;
const HEIGHT: usize = 128;
const SIZE: (u32, u32) = (WIDTH as u32, HEIGHT as u32);

const H264: GUID = NV_ENC_CODEC_H264_GUID;
const HEVC: GUID = NV_ENC_CODEC_HEVC_GUID;

fn codec(guid: GUID) -> Codec {
    if guid == H264 {
        Codec::H264
    } else {
        Codec::Hevc
    }
}

/// Luma of the nth picture: a slope that moves.
fn luma(n: usize) -> Vec<u8> {
    let rows = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y)));
    rows.map(|(x, y)| 40 + ((x + y + n * 3) % 160) as u8)
        .collect()
}

/// The nth picture as NV12, rows of `WIDTH` bytes; U and V differ.
fn nv12(n: usize) -> Vec<u8> {
    let chroma = [100, 150].repeat(WIDTH * HEIGHT / 4);
    [luma(n), chroma].concat()
}

fn psnr(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let squares = a
        .iter()
        .zip(b)
        .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2));
    let mean = squares.sum::<f64>() / a.len() as f64;
    10.0 * (255.0 * 255.0 / mean.max(1e-9)).log10()
}

/// Codes pictures of a format and gives the packets in the order of their locks.
fn code(setup: &mut Setup, format: NV_ENC_BUFFER_FORMAT, pictures: &[Vec<u8>]) -> Vec<Packet> {
    let session = Session::start(setup);
    let row = pictures[0].len() / rows(format);
    let buffers: Vec<Handle> = pictures.iter().map(|_| session.output()).collect();
    let outputs: Vec<Handle> = pictures
        .iter()
        .zip(buffers)
        .enumerate()
        .map(|(n, (bytes, output))| {
            let input = session.input(format, SIZE.0, SIZE.1);
            session.fill(input, row, bytes);
            let mut picture = picture(input, output, format, SIZE);
            (picture.inputTimeStamp, picture.inputDuration) = (1000 + n as u64, 7);
            let status = enc!(session, nvEncEncodePicture(&mut picture));
            let fine = [S::NV_ENC_SUCCESS, S::NV_ENC_ERR_NEED_MORE_INPUT].contains(&status);
            assert!(fine, "{}", session.error());
            output
        })
        .collect();
    assert_eq!(session.end(), S::NV_ENC_SUCCESS);
    assert_eq!(session.end(), S::NV_ENC_SUCCESS, "clients send it twice");
    outputs
        .into_iter()
        .map(|output| session.take(output))
        .collect()
}

/// Rows of pitch bytes that a picture takes.
fn rows(format: NV_ENC_BUFFER_FORMAT) -> usize {
    match format {
        YUV444 => HEIGHT * 3,
        ARGB => HEIGHT,
        _ => HEIGHT * 3 / 2,
    }
}

/// Decoded pictures by their number in the source.
fn decode(codec: Codec, packets: &[Packet]) -> Vec<softdevice::picture::Picture> {
    let mut decoder = decoder(codec);
    let mut pictures: Vec<_> = packets
        .iter()
        .map(|packet| (packet.timestamp, decoder.decode(&packet.data).unwrap()))
        .collect();
    pictures.sort_by_key(|(timestamp, _)| *timestamp);
    pictures.into_iter().map(|(_, picture)| picture).collect()
}

#[test]
fn pictures_come_back_as_they_were() {
    let pictures: Vec<_> = (0..6).map(nv12).collect();
    for guid in [H264, HEVC] {
        let packets = code(&mut Setup::new(guid, SIZE.0, SIZE.1), NV12, &pictures);
        let stamps: Vec<u64> = packets.iter().map(|it| it.timestamp).collect();
        assert_eq!(stamps, [1000, 1001, 1002, 1003, 1004, 1005]);
        assert_eq!(packets[0].kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR);
        for packet in &packets {
            assert_eq!((packet.duration, packet.slices > 0), (7, true));
            assert!((20..=32).contains(&packet.qp), "{}", packet.qp);
        }
        for packet in &packets[1..] {
            assert_eq!(packet.kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_P);
        }
        for (n, picture) in decode(codec(guid), &packets).into_iter().enumerate() {
            assert!(psnr(&picture.planes[0], &luma(n)) > 30.0);
            assert!(
                psnr(&picture.planes[1], &[100; WIDTH * HEIGHT / 4]) > 35.0,
                "U"
            );
            assert!(
                psnr(&picture.planes[2], &[150; WIDTH * HEIGHT / 4]) > 35.0,
                "V"
            );
        }
    }
}

#[test]
fn ten_bits_stay_ten() {
    let wide = |bytes: Vec<u8>| -> Vec<u8> {
        let words = bytes.into_iter().map(|it| u16::from(it) << 8 | 1 << 6);
        words.flat_map(u16::to_le_bytes).collect()
    };
    let pictures: Vec<_> = (0..3).map(|n| wide(nv12(n))).collect();
    let mut setup = Setup::new(HEVC, SIZE.0, SIZE.1);
    setup.hevc().set_pixelBitDepthMinus8(2);
    setup.config.profileGUID = NV_ENC_HEVC_PROFILE_MAIN10_GUID;
    let packets = code(&mut setup, P010, &pictures);
    for (n, picture) in decode(Codec::Hevc, &packets).into_iter().enumerate() {
        assert_eq!(picture.bit_depth, 10);
        let words = picture.planes[0].as_chunks::<2>().0.iter();
        let eight: Vec<u8> = words
            .map(|it| (u16::from_le_bytes(*it) >> 2) as u8)
            .collect();
        assert!(psnr(&eight, &luma(n)) > 30.0);
    }
}

#[test]
fn full_chroma_stays_full() {
    let planes = |n| [luma(n), luma(n + 1), luma(n + 2)].concat();
    let mut setup = Setup::new(HEVC, SIZE.0, SIZE.1);
    setup.hevc().set_chromaFormatIDC(3);
    let packets = code(&mut setup, YUV444, &[planes(0), planes(1)]);
    let pictures = decode(Codec::Hevc, &packets);
    assert!(psnr(&pictures[1].planes[2], &luma(3)) > 28.0);
}

#[test]
fn colours_are_converted() {
    // Red, as blue, green, red, nothing.
    let red = [0, 0, 255, 0].repeat(WIDTH * HEIGHT);
    let packets = code(&mut Setup::new(H264, SIZE.0, SIZE.1), ARGB, &[red]);
    let [y, u, v] = &decode(Codec::H264, &packets)[0].planes;
    for (plane, value) in [(y, 81), (u, 90), (v, 240)] {
        assert!(plane.iter().all(|it| it.abs_diff(value) <= 3), "{value}");
    }
}

#[test]
fn device_memory_is_read_by_its_own_pitch_and_height() {
    let (pitch, height) = (256, HEIGHT + 16);
    let mut bytes = vec![255; pitch * height * 3 / 2];
    let source = nv12(5);
    for (y, row) in source.chunks(WIDTH).enumerate() {
        let y = if y < HEIGHT { y } else { y - HEIGHT + height };
        bytes[y * pitch..][..WIDTH].copy_from_slice(row);
    }
    let session = Session::start(&mut Setup::new(HEVC, SIZE.0, SIZE.1));
    let address = device_memory(bytes.len());
    copy_to_device(address, &bytes);
    let mut register = NV_ENC_REGISTER_RESOURCE {
        resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
        resourceToRegister: address as Handle,
        width: SIZE.0,
        height: height as u32,
        pitch: pitch as u32,
        bufferFormat: NV12,
        ..NV_ENC_REGISTER_RESOURCE::versioned(API)
    };
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncRegisterResource(&mut register))
    );
    let mut map = NV_ENC_MAP_INPUT_RESOURCE {
        registeredResource: register.registeredResource,
        ..NV_ENC_MAP_INPUT_RESOURCE::versioned(API)
    };
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncMapInputResource(&mut map))
    );
    let output = session.output();
    let mut picture = picture(map.mappedResource, output, map.mappedBufferFmt, SIZE);
    picture.inputPitch = pitch as u32;
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    let decoded = decode(Codec::Hevc, &[session.take(output)]);
    assert!(psnr(&decoded[0].planes[0], &luma(5)) > 30.0);
    assert!(psnr(&decoded[0].planes[1], &[100; WIDTH * HEIGHT / 4]) > 35.0);
}

#[test]
fn b_frames_come_in_coding_order_and_all_of_them() {
    if back_end(Codec::H264).is_none_or(|it| it.max_b_frames < 2) {
        eprintln!("no encoder with B-frames is installed: nothing to test");
        return;
    }
    let pictures: Vec<_> = (0..12).map(nv12).collect();
    let mut setup = Setup::new(H264, SIZE.0, SIZE.1);
    (setup.config.frameIntervalP, setup.config.gopLength) = (3, 250);
    let packets = code(&mut setup, NV12, &pictures);
    let stamps: Vec<u64> = packets.iter().map(|it| it.timestamp - 1000).collect();
    assert_eq!(stamps[..4], [0, 3, 1, 2]);
    assert_eq!(packets[2].kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_B);
    let decoded = decode(Codec::H264, &packets);
    for (n, picture) in decoded.into_iter().enumerate() {
        assert!(psnr(&picture.planes[0], &luma(n)) > 28.0, "{n}");
    }
}

/// Submits 20 pictures to one thread's ring of so many buffers, locking whatever it can.
fn b_frames_through(guid: GUID, buffers: usize) -> Vec<u64> {
    let mut setup = Setup::new(guid, SIZE.0, SIZE.1);
    (setup.config.frameIntervalP, setup.config.gopLength) = (3, 250);
    let session = Session::start(&mut setup);
    let ring: Vec<_> = (0..buffers)
        .map(|_| (session.input(NV12, SIZE.0, SIZE.1), session.output()))
        .collect();
    let (mut stamps, mut locked) = (Vec::new(), 0);
    for n in 0..20 {
        let (input, output) = ring[n % buffers];
        session.fill(input, WIDTH, &nv12(n));
        let mut picture = picture(input, output, NV12, SIZE);
        picture.inputTimeStamp = n as u64;
        match enc!(session, nvEncEncodePicture(&mut picture)) {
            S::NV_ENC_ERR_NEED_MORE_INPUT => continue,
            status => assert_eq!(status, S::NV_ENC_SUCCESS, "{}", session.error()),
        }
        while locked <= n {
            let output = ring[locked % buffers].1;
            match session.lock(output, false) {
                Ok(packet) => stamps.push(packet.timestamp),
                Err(status) => {
                    assert_eq!(status, S::NV_ENC_ERR_LOCK_BUSY, "{}", session.error());
                    break;
                }
            }
            assert_eq!(session.unlock(output), S::NV_ENC_SUCCESS);
            locked += 1;
        }
    }
    assert_eq!(session.end(), S::NV_ENC_SUCCESS);
    stamps.extend((locked..20).map(|n| session.take(ring[n % buffers].1).timestamp));
    stamps
}

#[test]
fn b_frames_never_hang_a_client_of_one_thread() {
    if back_end(Codec::H264).is_none_or(|it| it.max_b_frames < 2) {
        eprintln!("no encoder with B-frames is installed: nothing to test");
        return;
    }
    for buffers in [3, 6, 16] {
        let mut stamps = b_frames_through(H264, buffers);
        assert_ne!(stamps, (0..20).collect::<Vec<_>>(), "coding order");
        stamps.sort_unstable();
        assert_eq!(stamps, (0..20).collect::<Vec<_>>(), "{buffers} buffers");
    }
}

#[test]
fn an_idr_comes_when_forced_or_due_and_headers_when_asked_for() {
    let mut setup = Setup::new(HEVC, SIZE.0, SIZE.1);
    (setup.config.gopLength, setup.hevc().idrPeriod) = (4, 4);
    setup.hevc().set_disableSPSPPS(1);
    let session = Session::start(&mut setup);
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    session.fill(input, WIDTH, &nv12(0));
    let kinds = [0, 0, 2, 4, 0, 0, 0].map(|flags| {
        let mut picture = picture(input, output, NV12, SIZE);
        picture.encodePicFlags = flags;
        gives!(
            NV_ENC_SUCCESS,
            enc!(session, nvEncEncodePicture(&mut picture))
        );
        let packet = session.take(output);
        // A VPS begins the parameter sets.
        (packet.kind.0, packet.data[4] == 0x40)
    });
    let (idr, p) = (3, 0);
    let no = false;
    let expected = [
        (idr, no),
        (p, no),
        (idr, no),
        (p, true),
        (p, no),
        (p, no),
        (idr, no),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_running_session_takes_another_rate_and_size() {
    let mut setup = Setup::new(H264, SIZE.0, SIZE.1);
    setup.config.rcParams.rateControlMode = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CBR;
    setup.config.rcParams.averageBitRate = 1_000_000;
    let session = Session::start(&mut setup);
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    session.fill(input, WIDTH, &nv12(0));
    let code = |width, height| {
        let mut picture = picture(input, output, NV12, (width, height));
        gives!(
            NV_ENC_SUCCESS,
            enc!(session, nvEncEncodePicture(&mut picture))
        );
        session.take(output)
    };
    code(SIZE.0, SIZE.1);
    setup.config.rcParams.averageBitRate = 2_000_000;
    (setup.params.encodeWidth, setup.params.encodeHeight) = (96, 64);
    (setup.params.darWidth, setup.params.darHeight) = (96, 64);
    let change = |setup: &Setup| {
        let mut change = NV_ENC_RECONFIGURE_PARAMS::versioned(API);
        change.reInitEncodeParams = setup.params;
        change.set_forceIDR(1);
        enc!(session, nvEncReconfigureEncoder(&mut change))
    };
    assert_eq!(change(&setup), S::NV_ENC_SUCCESS, "{}", session.error());
    let small = code(96, 64);
    assert_eq!(small.kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR);
    let decoded = decode(Codec::H264, &[small]);
    assert_eq!((decoded[0].width, decoded[0].height), (96, 64));
    setup.params.encodeWidth = 256;
    setup.params.darWidth = 256;
    assert_eq!(
        change(&setup),
        S::NV_ENC_ERR_UNSUPPORTED_PARAM,
        "larger than at the start"
    );
    setup.params.encodeWidth = 96;
    setup.params.darWidth = 96;
    setup.config.gopLength = 10;
    assert_eq!(
        change(&setup),
        S::NV_ENC_ERR_UNSUPPORTED_PARAM,
        "another group of pictures"
    );
}

#[test]
fn one_thread_submits_and_another_takes() {
    let session = Session::start(&mut Setup::new(H264, SIZE.0, SIZE.1));
    let slots: Vec<_> = (0..4)
        .map(|_| {
            (
                session.input(IYUV, SIZE.0, SIZE.1) as usize,
                session.output() as usize,
            )
        })
        .collect();
    let (submitted, to_take) = std::sync::mpsc::sync_channel(1);
    let (taken, free) = std::sync::mpsc::channel();
    slots.into_iter().for_each(|slot| taken.send(slot).unwrap());
    let encoder = session.encoder as usize;
    let taker = thread::spawn(move || {
        let encoder = encoder as Handle;
        let context = std::ptr::null_mut();
        let session = std::mem::ManuallyDrop::new(Session { encoder, context });
        let mut stamps = Vec::new();
        for slot in to_take {
            let (_, output): (usize, usize) = slot;
            stamps.push(session.take(output as Handle).timestamp);
            if taken.send(slot).is_err() {
                break;
            }
        }
        stamps
    });
    for n in 0..40 {
        let slot = free.recv().unwrap();
        let mut picture = picture(slot.0 as Handle, slot.1 as Handle, IYUV, SIZE);
        picture.inputTimeStamp = n;
        gives!(
            NV_ENC_SUCCESS,
            enc!(session, nvEncEncodePicture(&mut picture))
        );
        submitted.send(slot).unwrap();
    }
    drop(submitted);
    drop(free);
    assert!(taker.join().unwrap().into_iter().take(36).eq(0..36));
}
