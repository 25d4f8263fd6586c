//! Calls of the decoder, right and wrong ones.

use nvenc_sys::{
    CUVIDDECODECREATEINFO, CUVIDGETDECODESTATUS, CUVIDPICPARAMS, CUVIDPROCPARAMS,
    CUVIDRECONFIGUREDECODERINFO, CUcontext, CUresult, CUvideodecoder, cudaVideoChromaFormat,
    cudaVideoCodec, cudaVideoSurfaceFormat, cuvidDecodeStatus,
};
use std::{ptr::null_mut, thread};

use crate::{clips::VP9_ALTREF, ffi::*, player::enter_context};

const OK: CUresult = CUresult::CUDA_SUCCESS;

/// The context that is current to this thread, as a number, which goes to other threads.
fn current_context() -> usize {
    let mut context = null_mut();
    // SAFETY: `context` lives during the call.
    assert_eq!(unsafe { cuCtxGetCurrent(&mut context) }, OK);
    context.addr()
}

/// Makes a context current to this thread, or none.
fn enter(context: usize) {
    // SAFETY: what is no context is refused.
    assert_eq!(unsafe { cuCtxSetCurrent(context as CUcontext) }, OK);
}

/// A VP9 decoder used as a client that parses by itself uses it.
struct Decoder(CUvideodecoder);

// SAFETY: the decoder may be called from any thread.
unsafe impl Sync for Decoder {}

fn info() -> CUVIDDECODECREATEINFO {
    CUVIDDECODECREATEINFO {
        ulWidth: 160,
        ulHeight: 144,
        ulNumDecodeSurfaces: 4,
        CodecType: cudaVideoCodec::cudaVideoCodec_VP9,
        ChromaFormat: cudaVideoChromaFormat::cudaVideoChromaFormat_420,
        ulTargetWidth: 160,
        ulTargetHeight: 144,
        ulNumOutputSurfaces: 2,
        ..CUVIDDECODECREATEINFO::default()
    }
}

fn create(change: impl FnOnce(&mut CUVIDDECODECREATEINFO)) -> Result<Decoder, CUresult> {
    enter_context();
    let mut info = info();
    change(&mut info);
    let mut decoder = null_mut();
    // SAFETY: both point at living values.
    match unsafe { cuvidCreateDecoder(&mut decoder, &info) } {
        OK => Ok(Decoder(decoder)),
        error => Err(error),
    }
}

fn error(change: impl FnOnce(&mut CUVIDDECODECREATEINFO)) -> u32 {
    create(change).err().map_or(0, |error| error.0)
}

impl Decoder {
    fn decode(&self, index: i32, frame: &[u8]) -> CUresult {
        let picture = CUVIDPICPARAMS {
            CurrPicIdx: index,
            nBitstreamDataLen: frame.len() as u32,
            pBitstreamData: frame.as_ptr(),
            ..CUVIDPICPARAMS::default()
        };
        // SAFETY: the picture and its bitstream live during the call.
        unsafe { cuvidDecodePicture(self.0, &picture) }
    }

    fn map(&self, index: i32) -> Result<(u64, u32), CUresult> {
        let (mut address, mut pitch) = (0, 0);
        let how = CUVIDPROCPARAMS::default();
        // SAFETY: all pointers are to living values.
        match unsafe { cuvidMapVideoFrame64(self.0, index, &mut address, &mut pitch, &how) } {
            OK => Ok((address, pitch)),
            error => Err(error),
        }
    }

    fn unmap(&self, address: u64) -> CUresult {
        // SAFETY: an address that is not mapped is refused.
        unsafe { cuvidUnmapVideoFrame64(self.0, address) }
    }

    fn status(&self, index: i32) -> Result<cuvidDecodeStatus, CUresult> {
        let mut status = CUVIDGETDECODESTATUS::default();
        // SAFETY: `status` lives during the call.
        match unsafe { cuvidGetDecodeStatus(self.0, index, &mut status) } {
            OK => Ok(status.decodeStatus),
            error => Err(error),
        }
    }

    fn reconfigure(&self, size: (u32, u32), target: (u32, u32)) -> CUresult {
        let info = CUVIDRECONFIGUREDECODERINFO {
            ulWidth: size.0,
            ulHeight: size.1,
            ulTargetWidth: target.0,
            ulTargetHeight: target.1,
            ulNumDecodeSurfaces: 6,
            ..CUVIDRECONFIGUREDECODERINFO::default()
        };
        // SAFETY: `info` lives during the call.
        unsafe { cuvidReconfigureDecoder(self.0, &info) }
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        // SAFETY: the handle is not used again.
        let result = unsafe { cuvidDestroyDecoder(self.0) };
        assert_eq!(result, OK);
    }
}

#[test]
fn a_description_is_checked() {
    assert_eq!(error(|_| {}), 0);
    assert_eq!(error(|info| info.ulNumDecodeSurfaces = 0), 1);
    assert_eq!(error(|info| info.ulNumDecodeSurfaces = 10_000), 1);
    assert_eq!(error(|info| info.ulNumOutputSurfaces = 0), 1);
    assert_eq!(error(|info| info.ulWidth = 120), 1);
    assert_eq!(error(|info| info.ulHeight = 8208), 1);
    assert_eq!(error(|info| info.ulTargetWidth = 0), 1);
    assert_eq!(error(|info| info.display_area.right = 200), 1);
    assert_eq!(error(|info| info.display_area.left = -2), 1);
    assert_eq!(error(|info| info.bitDepthMinus8 = 1), 801);
    assert_eq!(error(|info| info.CodecType = cudaVideoCodec(1)), 801);
    let p016 = cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_P016;
    assert_eq!(error(|info| info.OutputFormat = p016), 801);
    assert_eq!(error(|info| info.bitDepthMinus8 = 2), 0);
}

#[test]
fn a_decoder_needs_a_context() {
    // A new thread has none.
    let created = thread::spawn(|| {
        let mut decoder = null_mut();
        // SAFETY: both point at living values.
        unsafe { cuvidCreateDecoder(&mut decoder, &info()) }
    });
    assert_ne!(created.join().unwrap(), OK);
}

#[test]
fn no_more_pictures_are_mapped_than_there_are_output_surfaces() {
    let decoder = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    let packets = VP9_ALTREF.packets();
    for index in 0..3 {
        assert_eq!(decoder.decode(index, &packets[0]), OK);
    }
    let (first, pitch) = decoder.map(0).unwrap();
    assert_eq!(decoder.map(0), Err(CUresult(208)), "the same picture again");
    let (second, _) = decoder.map(1).unwrap();
    assert_eq!((pitch, first == second), (256, false));
    assert_eq!(decoder.map(2), Err(CUresult(205)));
    assert_eq!(decoder.unmap(first), OK);
    assert_eq!(decoder.unmap(first), CUresult(400));
    assert_eq!(decoder.map(0).unwrap().0, first, "addresses are stable");
    assert_eq!(decoder.unmap(first + 1), CUresult(400));
}

#[test]
fn pictures_that_are_none_are_invalid_values() {
    let decoder = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    let packets = VP9_ALTREF.packets();
    assert_eq!(decoder.decode(4, &packets[0]), CUresult(1));
    assert_eq!(decoder.decode(-1, &packets[0]), CUresult(1));
    assert_eq!(decoder.decode(0, &[]), CUresult(1));
    assert_eq!(decoder.map(-1), Err(CUresult(1)));
    assert_eq!(
        decoder.map(0),
        Err(CUresult(1)),
        "nothing was decoded into it"
    );
}

#[test]
fn threads_may_share_a_decoder() {
    let decoder = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    let (decoder, context) = (&decoder, current_context());
    thread::scope(|scope| {
        scope.spawn(move || {
            for frame in &VP9_ALTREF.packets()[..1] {
                assert_eq!(decoder.decode(2, frame), OK);
            }
        });
        scope.spawn(move || {
            enter(context);
            while decoder.map(2).is_err() {
                thread::yield_now();
            }
        });
    });
}

#[test]
fn a_picture_is_mapped_and_unmapped_in_the_decoders_context() {
    let decoder = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(decoder.decode(0, &VP9_ALTREF.packets()[0]), OK);
    let own = current_context();
    let (address, _) = decoder.map(0).unwrap();
    let refused = || {
        assert_eq!(decoder.map(0), Err(CUresult(201)));
        assert_eq!(decoder.unmap(address), CUresult(201));
    };
    enter(0);
    refused();
    enter_context();
    refused();
    enter(own);
    assert_eq!(decoder.unmap(address), OK);
}

#[test]
fn a_decoder_with_a_lock_finds_its_context_by_itself() {
    enter_context();
    let (mut lock, context) = (null_mut(), current_context());
    // SAFETY: `lock` lives during the call, and the context is the current one.
    let made = unsafe { cuvidCtxLockCreate(&mut lock, context as CUcontext) };
    assert_eq!(made, OK);
    let decoder = create(|info| info.vidLock = lock).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(decoder.decode(0, &VP9_ALTREF.packets()[0]), OK);
    enter(0);
    let (address, _) = decoder.map(0).unwrap();
    assert_eq!(decoder.unmap(address), OK);
    drop(decoder);
    // SAFETY: the lock is not used again.
    assert_eq!(unsafe { cuvidCtxLockDestroy(lock) }, OK);
}

#[test]
fn reserved_fields_of_pictures_and_maps_are_0() {
    let decoder = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    let frame = &VP9_ALTREF.packets()[0];
    let picture = |reserved| {
        let mut picture = CUVIDPICPARAMS {
            nBitstreamDataLen: frame.len() as u32,
            pBitstreamData: frame.as_ptr(),
            ..CUVIDPICPARAMS::default()
        };
        picture.Reserved[29] = reserved;
        // SAFETY: the picture and its bitstream live during the call.
        unsafe { cuvidDecodePicture(decoder.0, &picture) }
    };
    assert_eq!((picture(1), picture(0)), (CUresult(1), OK));
    type Change = fn(&mut CUVIDPROCPARAMS);
    let changes: [(Change, u32); 6] = [
        (|it| it.reserved_flags = 1, 1),
        (|it| it.reserved_zero = 1, 1),
        (|it| it.Reserved1 = 1, 1),
        (|it| it.Reserved[45] = 1, 1),
        (|it| it.raw_input_dptr = 1, 801),
        (|_| {}, 0),
    ];
    for (number, (change, expected)) in changes.into_iter().enumerate() {
        let (mut address, mut pitch) = (0, 0);
        let mut how = CUVIDPROCPARAMS::default();
        change(&mut how);
        // SAFETY: all pointers are to living values.
        let result = unsafe { cuvidMapVideoFrame64(decoder.0, 0, &mut address, &mut pitch, &how) };
        assert_eq!(result.0, expected, "{number}");
    }
}

#[test]
fn only_vp9_is_decoded_for_clients_that_parse_by_themselves() {
    let decoder = create(|info| info.CodecType = cudaVideoCodec::cudaVideoCodec_HEVC);
    let decoder = decoder.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(decoder.decode(0, &[0, 0, 1, 0x26, 1]), CUresult(801));
    assert_eq!(
        decoder.status(0),
        Ok(cuvidDecodeStatus::cuvidDecodeStatus_Invalid)
    );
    let vp9 = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(vp9.status(0), Err(CUresult(801)));
}

#[test]
fn a_damaged_picture_is_mapped_all_the_same() {
    let decoder = create(|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(decoder.decode(0, &[0x82; 40]), OK);
    assert!(decoder.map(0).is_ok());
}

#[test]
fn a_decoder_takes_another_size_up_to_its_maximum() {
    let decoder = create(|info| (info.ulMaxWidth, info.ulMaxHeight) = (320, 288));
    let decoder = decoder.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(decoder.reconfigure((336, 288), (160, 144)), CUresult(1));
    assert_eq!(decoder.reconfigure((160, 144), (320, 288)), OK);
    assert_eq!(decoder.decode(5, &VP9_ALTREF.packets()[0]), OK);
    let (address, pitch) = decoder.map(5).unwrap();
    assert_eq!(pitch, 512);
    let mut sample = [0_u8; 2];
    // SAFETY: the vector holds as many bytes as are asked for.
    let copied = unsafe { cuMemcpyDtoH_v2(sample.as_mut_ptr().cast(), address, 2) };
    assert_eq!((copied, sample[0]), (OK, sample[1]), "doubled");
}

#[test]
fn no_decoder_is_an_invalid_handle() {
    // SAFETY: null is refused.
    let result = unsafe { cuvidDestroyDecoder(null_mut()) };
    assert_eq!(result, CUresult(400));
    // SAFETY: null is refused.
    let result = unsafe { cuvidUnmapVideoFrame64(null_mut(), 0) };
    assert_eq!(result, CUresult(400));
}
