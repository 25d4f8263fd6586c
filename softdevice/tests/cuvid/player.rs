//! A client that decodes: parser, decoder, and a copy of each displayed picture.

use nvenc_sys::{
    CUVIDDECODECREATEINFO, CUVIDEOFORMAT, CUVIDPARSERDISPINFO, CUVIDPARSERPARAMS, CUVIDPICPARAMS,
    CUVIDPROCPARAMS, CUVIDSOURCEDATAPACKET, CUresult, CUvideodecoder, cudaVideoCodec,
    cudaVideoSurfaceFormat,
};
use std::{
    ffi::{c_int, c_void},
    ptr::null_mut,
};

use crate::{
    ffi::*,
    trace::{END_OF_STREAM, TIMESTAMP},
};

const OK: CUresult = CUresult::CUDA_SUCCESS;

/// Makes a context current to this thread.
pub(crate) fn enter_context() {
    // SAFETY: the flags have to be 0.
    let result = unsafe { cuInit(0) };
    assert_eq!(result, OK);
    let mut context = null_mut();
    // SAFETY: `context` is written to, and device 0 always exists.
    let result = unsafe { cuCtxCreate_v2(&mut context, 0, 0) };
    assert_eq!(result, OK);
}

/// What the callbacks work on.
struct Player {
    decoder: CUvideodecoder,
    format: CUVIDEOFORMAT,
    /// Planar pictures as ffmpeg's raw video has them, and their times.
    pictures: Vec<(Vec<u8>, i64)>,
}

/// Decodes packets and gives the displayed pictures.
pub(crate) fn play(codec: cudaVideoCodec, packets: &[Vec<u8>]) -> Vec<(Vec<u8>, i64)> {
    enter_context();
    let mut player = Player {
        decoder: null_mut(),
        format: CUVIDEOFORMAT::default(),
        pictures: Vec::new(),
    };
    let params = CUVIDPARSERPARAMS {
        CodecType: codec,
        ulMaxNumDecodeSurfaces: 1,
        ulMaxDisplayDelay: 1,
        pUserData: (&raw mut player).cast(),
        pfnSequenceCallback: Some(on_sequence),
        pfnDecodePicture: Some(on_decode),
        pfnDisplayPicture: Some(on_display),
        ..CUVIDPARSERPARAMS::default()
    };
    let mut parser = null_mut();
    // SAFETY: both point at living values; `player` outlives the parser.
    let result = unsafe { cuvidCreateVideoParser(&mut parser, &params) };
    assert_eq!(result, OK);
    for (i, packet) in packets
        .iter()
        .map(Vec::as_slice)
        .chain([&[][..]])
        .enumerate()
    {
        let flags = if packet.is_empty() {
            END_OF_STREAM
        } else {
            TIMESTAMP
        };
        let packet = CUVIDSOURCEDATAPACKET {
            flags: flags.into(),
            payload_size: packet.len() as u64,
            payload: packet.as_ptr(),
            timestamp: i as i64,
        };
        // SAFETY: the packet lives during the call.
        let result = unsafe { cuvidParseVideoData(parser, &packet) };
        assert_eq!(result, OK);
    }
    // SAFETY: the handle is not used again.
    let result = unsafe { cuvidDestroyVideoParser(parser) };
    assert_eq!(result, OK);
    // SAFETY: as above.
    let result = unsafe { cuvidDestroyDecoder(player.decoder) };
    assert_eq!(result, OK);
    player.pictures
}

unsafe extern "C" fn on_sequence(player: *mut c_void, format: *mut CUVIDEOFORMAT) -> c_int {
    // SAFETY: `play` gave this pointer, and uses the player only after the parser's end.
    let player = unsafe { &mut *player.cast::<Player>() };
    // SAFETY: valid during the callback.
    player.format = unsafe { *format };
    let info = creation(&player.format);
    // SAFETY: both point at living values.
    let result = unsafe { cuvidCreateDecoder(&mut player.decoder, &info) };
    assert_eq!(result, OK);
    info.ulNumDecodeSurfaces as c_int
}

fn creation(format: &CUVIDEOFORMAT) -> CUVIDDECODECREATEINFO {
    let area = format.display_area;
    let mut info = CUVIDDECODECREATEINFO {
        ulWidth: format.coded_width.into(),
        ulHeight: format.coded_height.into(),
        ulNumDecodeSurfaces: format.min_num_decode_surfaces.into(),
        CodecType: format.codec,
        ChromaFormat: format.chroma_format,
        bitDepthMinus8: format.bit_depth_luma_minus8.into(),
        OutputFormat: match format.bit_depth_luma_minus8 {
            0 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_NV12,
            _ => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_P016,
        },
        ulTargetWidth: (area.right - area.left) as u64,
        ulTargetHeight: (area.bottom - area.top) as u64,
        ulNumOutputSurfaces: 1,
        ..CUVIDDECODECREATEINFO::default()
    };
    info.display_area.left = area.left as i16;
    info.display_area.top = area.top as i16;
    info.display_area.right = area.right as i16;
    info.display_area.bottom = area.bottom as i16;
    info
}

unsafe extern "C" fn on_decode(player: *mut c_void, picture: *mut CUVIDPICPARAMS) -> c_int {
    // SAFETY: as in `on_sequence`.
    let player = unsafe { &mut *player.cast::<Player>() };
    // SAFETY: the decoder lives, and the picture is the parser's.
    let result = unsafe { cuvidDecodePicture(player.decoder, picture) };
    assert_eq!(result, OK);
    1
}

unsafe extern "C" fn on_display(player: *mut c_void, info: *mut CUVIDPARSERDISPINFO) -> c_int {
    // SAFETY: as in `on_sequence`.
    let player = unsafe { &mut *player.cast::<Player>() };
    // SAFETY: not null, as the end is not asked to be notified; valid during the callback.
    let info = unsafe { *info };
    let picture = player.copy(info.picture_index);
    player.pictures.push((picture, info.timestamp));
    1
}

impl Player {
    fn copy(&self, index: c_int) -> Vec<u8> {
        let (mut address, mut pitch) = (0, 0);
        let how = CUVIDPROCPARAMS::default();
        // SAFETY: the decoder lives, and all else points at living values.
        let mapped =
            unsafe { cuvidMapVideoFrame64(self.decoder, index, &mut address, &mut pitch, &how) };
        assert_eq!(mapped, OK);
        let (_, height) = self.size();
        let mut surface = vec![0; pitch as usize * (height + height.div_ceil(2))];
        // SAFETY: the vector holds as many bytes as the surface.
        let copied =
            unsafe { cuMemcpyDtoH_v2(surface.as_mut_ptr().cast(), address, surface.len()) };
        assert_eq!(copied, OK);
        // SAFETY: the address was mapped above.
        let result = unsafe { cuvidUnmapVideoFrame64(self.decoder, address) };
        assert_eq!(result, OK);
        self.planar(&surface, pitch as usize)
    }

    fn size(&self) -> (usize, usize) {
        let area = self.format.display_area;
        (
            (area.right - area.left) as usize,
            (area.bottom - area.top) as usize,
        )
    }

    /// Y, U, V without padding, with values in the low bits.
    fn planar(&self, surface: &[u8], pitch: usize) -> Vec<u8> {
        let (width, height) = self.size();
        let depth = 8 + self.format.bit_depth_luma_minus8;
        let row = |row: usize, count: usize| samples(&surface[row * pitch..], depth, count);
        let mut planar: Vec<u8> = (0..height).flat_map(|y| row(y, width)).collect();
        let bytes = if depth > 8 { 2 } else { 1 };
        for plane in [0, 1] {
            for y in height..height + height.div_ceil(2) {
                let pairs = row(y, 2 * width.div_ceil(2));
                let plane = pairs.chunks_exact(bytes).skip(plane).step_by(2);
                planar.extend(plane.flatten());
            }
        }
        planar
    }
}

fn samples(row: &[u8], depth: u8, count: usize) -> Vec<u8> {
    if depth == 8 {
        return row[..count].to_vec();
    }
    let wide = row[..2 * count].as_chunks().0.iter();
    wide.flat_map(|bytes| (u16::from_le_bytes(*bytes) >> (16 - depth)).to_le_bytes())
        .collect()
}
