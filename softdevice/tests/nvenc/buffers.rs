//! Input and output buffers, and their locks.

use super::*;

#[test]
fn buffers_are_locked_and_unlocked_in_turn() {
    let session = Session::start(&mut h264());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    let mut lock = NV_ENC_LOCK_INPUT_BUFFER {
        inputBuffer: input,
        ..NV_ENC_LOCK_INPUT_BUFFER::versioned(API)
    };
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncUnlockInputBuffer(input))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncLockInputBuffer(&mut lock))
    );
    assert!(lock.pitch > SIZE.0, "a pitch that is not the width");
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncLockInputBuffer(&mut lock))
    );
    let mut picture = picture(input, output, NV12, SIZE);
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncDestroyInputBuffer(input))
    );
    gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnlockInputBuffer(input)));
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    session.lock(output, false).unwrap();
    assert_eq!(
        session.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_CALL)
    );
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncDestroyBitstreamBuffer(output))
    );
    assert_eq!(session.unlock(output), S::NV_ENC_SUCCESS);
    assert_eq!(session.unlock(output), S::NV_ENC_ERR_INVALID_CALL);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncDestroyBitstreamBuffer(output))
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncDestroyBitstreamBuffer(output))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncDestroyInputBuffer(input))
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncDestroyInputBuffer(input))
    );
}

#[test]
fn a_buffer_with_nothing_pending_cannot_be_locked() {
    let session = Session::start(&mut h264());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    assert_eq!(
        session.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    assert_eq!(
        session.lock(output, true).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    let mut picture = picture(input, output, NV12, SIZE);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    session.take(output);
    assert_eq!(
        session.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    assert_eq!(
        session.lock(null_mut(), false).err(),
        Some(S::NV_ENC_ERR_INVALID_PTR)
    );
}

#[test]
fn a_lock_that_does_not_wait_says_busy_until_it_is_ready() {
    let session = Session::start(&mut hevc());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    let mut picture = picture(input, output, NV12, SIZE);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    let packet = loop {
        match session.lock(output, true) {
            Ok(packet) => break packet,
            Err(status) => assert_eq!(status, S::NV_ENC_ERR_LOCK_BUSY),
        }
        std::thread::yield_now();
    };
    assert_eq!(packet.kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR);
}
