//! What comes when: B-frames, IDR pictures, changes on the way, and two threads.

use super::*;
use softdevice::codec::back_end;
use std::thread;

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
