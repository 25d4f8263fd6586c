//! A client that writes down what the parser tells it.

use nvenc_sys::{
    CUVIDEOFORMAT, CUVIDH264PICPARAMS, CUVIDHEVCPICPARAMS, CUVIDPARSERDISPINFO, CUVIDPARSERPARAMS,
    CUVIDPICPARAMS, CUVIDSOURCEDATAPACKET, CUVIDVP9PICPARAMS, CUresult,
    CUvideopacketflags as Flags, CUvideoparser, cudaVideoCodec,
};
use std::{
    ffi::{c_int, c_void},
    fmt,
    ptr::null_mut,
    slice,
};

use crate::ffi::{cuvidCreateVideoParser, cuvidDestroyVideoParser, cuvidParseVideoData};

pub(crate) const END_OF_STREAM: u32 = Flags::CUVID_PKT_ENDOFSTREAM.0;
pub(crate) const TIMESTAMP: u32 = Flags::CUVID_PKT_TIMESTAMP.0;
pub(crate) const DISCONTINUITY: u32 = Flags::CUVID_PKT_DISCONTINUITY.0;
pub(crate) const END_OF_PICTURE: u32 = Flags::CUVID_PKT_ENDOFPICTURE.0;
pub(crate) const NOTIFY: u32 = Flags::CUVID_PKT_NOTIFY_EOS.0;

/// One callback.
#[derive(Clone)]
pub(crate) enum Event {
    Sequence(CUVIDEOFORMAT),
    Decode(Box<Decoded>),
    Display(CUVIDPARSERDISPINFO),
    End,
}

/// A decode callback's argument with what it points at.
#[derive(Clone)]
pub(crate) struct Decoded {
    pub(crate) params: CUVIDPICPARAMS,
    pub(crate) data: Vec<u8>,
    pub(crate) offsets: Vec<u32>,
}

impl Decoded {
    pub(crate) fn index(&self) -> i32 {
        self.params.CurrPicIdx
    }

    pub(crate) fn h264(&self) -> CUVIDH264PICPARAMS {
        // SAFETY: the union is all integers and pointers, and initialised: zeroed, then filled.
        unsafe { self.params.CodecSpecific.h264 }
    }

    pub(crate) fn hevc(&self) -> CUVIDHEVCPICPARAMS {
        // SAFETY: as for `h264`.
        unsafe { self.params.CodecSpecific.hevc }
    }

    pub(crate) fn vp9(&self) -> CUVIDVP9PICPARAMS {
        // SAFETY: as for `h264`.
        unsafe { self.params.CodecSpecific.vp9 }
    }
}

impl fmt::Debug for Decoded {
    /// What can differ between pictures: no pointers, no padding.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (params, h264) = (&self.params, self.h264());
        let flags = [
            params.field_pic_flag,
            params.ref_pic_flag,
            params.intra_pic_flag,
        ];
        write!(
            f,
            "D{} {flags:?} {:?} {:x?} ",
            self.index(),
            self.offsets,
            self.data
        )?;
        // The members of the union overlap: one that is not the codec's is as good as another.
        write!(
            f,
            "{:?} {:?} {:?}",
            h264.frame_num, h264.CurrFieldOrderCnt, h264.dpb
        )
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sequence(format) => write!(f, "{format:?}"),
            Self::Decode(decoded) => write!(f, "{decoded:?}"),
            Self::Display(info) => write!(f, "{info:?}"),
            Self::End => write!(f, "END"),
        }
    }
}

/// What the client answers to each callback, and where it writes.
pub(crate) struct Trace {
    pub(crate) events: Vec<Event>,
    pub(crate) sequence_answer: c_int,
    /// By how many pictures came before; 1 beyond the end.
    pub(crate) decode_answers: Vec<c_int>,
    pub(crate) display_answer: c_int,
}

/// A parser with its client.
pub(crate) struct Client {
    parser: CUvideoparser,
    trace: Box<Trace>,
}

impl Client {
    pub(crate) fn new(codec: cudaVideoCodec, surfaces: u32, delay: u32) -> Self {
        Self::with(codec, |params| {
            params.ulMaxNumDecodeSurfaces = surfaces;
            params.ulMaxDisplayDelay = delay;
        })
    }

    pub(crate) fn with(codec: cudaVideoCodec, change: impl FnOnce(&mut CUVIDPARSERPARAMS)) -> Self {
        let mut trace = Box::new(Trace {
            events: Vec::new(),
            sequence_answer: 1,
            decode_answers: Vec::new(),
            display_answer: 1,
        });
        let mut params = CUVIDPARSERPARAMS {
            CodecType: codec,
            ulMaxNumDecodeSurfaces: 20,
            pUserData: (&raw mut *trace).cast(),
            pfnSequenceCallback: Some(on_sequence),
            pfnDecodePicture: Some(on_decode),
            pfnDisplayPicture: Some(on_display),
            ..CUVIDPARSERPARAMS::default()
        };
        change(&mut params);
        let mut parser = null_mut();
        // SAFETY: both point at living values; the callbacks and their data fit each other.
        let result = unsafe { cuvidCreateVideoParser(&mut parser, &params) };
        assert_eq!(result, CUresult::CUDA_SUCCESS);
        Self { parser, trace }
    }

    pub(crate) fn trace(&mut self) -> &mut Trace {
        &mut self.trace
    }

    pub(crate) fn parse(&mut self, data: &[u8], flags: u32, timestamp: i64) -> CUresult {
        let packet = CUVIDSOURCEDATAPACKET {
            flags: flags.into(),
            payload_size: data.len() as u64,
            payload: data.as_ptr(),
            timestamp,
        };
        // SAFETY: the parser lives until `self` is dropped, and the packet during the call.
        unsafe { cuvidParseVideoData(self.parser, &packet) }
    }

    pub(crate) fn feed(&mut self, data: &[u8]) {
        assert_eq!(self.parse(data, 0, 0), CUresult::CUDA_SUCCESS);
    }

    pub(crate) fn end(&mut self) {
        assert_eq!(self.parse(&[], END_OF_STREAM, 0), CUresult::CUDA_SUCCESS);
    }

    /// What came since the last call, a letter each: S, D or V with the surface, E.
    pub(crate) fn letters(&mut self) -> String {
        let words: Vec<String> = self.take().iter().map(letter).collect();
        words.join(" ")
    }

    pub(crate) fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.trace.events)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // SAFETY: the handle is this client's own, and not used again.
        let result = unsafe { cuvidDestroyVideoParser(self.parser) };
        assert_eq!(result, CUresult::CUDA_SUCCESS);
    }
}

fn letter(event: &Event) -> String {
    match event {
        Event::Sequence(_) => "S".into(),
        Event::Decode(decoded) => format!("D{}", decoded.index()),
        Event::Display(info) => format!("V{}", info.picture_index),
        Event::End => "E".into(),
    }
}

pub(crate) fn decodes(events: &[Event]) -> Vec<&Decoded> {
    let decoded = events.iter().filter_map(|event| match event {
        Event::Decode(decoded) => Some(&**decoded),
        _ => None,
    });
    decoded.collect()
}

pub(crate) fn displays(events: &[Event]) -> Vec<CUVIDPARSERDISPINFO> {
    let displayed = events.iter().filter_map(|event| match event {
        Event::Display(info) => Some(*info),
        _ => None,
    });
    displayed.collect()
}

pub(crate) fn sequences(events: &[Event]) -> Vec<CUVIDEOFORMAT> {
    let formats = events.iter().filter_map(|event| match event {
        Event::Sequence(format) => Some(*format),
        _ => None,
    });
    formats.collect()
}

unsafe extern "C" fn on_sequence(trace: *mut c_void, format: *mut CUVIDEOFORMAT) -> c_int {
    // SAFETY: `Client::with` gave this pointer; only callbacks use it while a packet is parsed.
    let trace = unsafe { &mut *trace.cast::<Trace>() };
    // SAFETY: the parser's argument is valid during the callback.
    trace.events.push(Event::Sequence(unsafe { *format }));
    trace.sequence_answer
}

unsafe extern "C" fn on_decode(trace: *mut c_void, picture: *mut CUVIDPICPARAMS) -> c_int {
    // SAFETY: as in `on_sequence`.
    let trace = unsafe { &mut *trace.cast::<Trace>() };
    // SAFETY: as in `on_sequence`.
    let params = unsafe { *picture };
    let pictures = decodes(&trace.events).len();
    let decoded = Decoded {
        params,
        // SAFETY: the parser's bitstream is valid during the callback.
        data: unsafe { array(params.pBitstreamData, params.nBitstreamDataLen) },
        // SAFETY: so are its offsets.
        offsets: unsafe { array(params.pSliceDataOffsets, params.nNumSlices) },
    };
    trace.events.push(Event::Decode(Box::new(decoded)));
    trace.decode_answers.get(pictures).copied().unwrap_or(1)
}

unsafe extern "C" fn on_display(trace: *mut c_void, info: *mut CUVIDPARSERDISPINFO) -> c_int {
    // SAFETY: as in `on_sequence`.
    let trace = unsafe { &mut *trace.cast::<Trace>() };
    // SAFETY: null or valid during the callback.
    let info = unsafe { info.as_ref() };
    trace
        .events
        .push(info.map_or(Event::End, |info| Event::Display(*info)));
    trace.display_answer
}

/// # Safety
/// * `start` is valid for reads of `length` elements.
unsafe fn array<T: Clone>(start: *const T, length: u32) -> Vec<T> {
    // SAFETY: the caller's promise.
    unsafe { slice::from_raw_parts(start, length as usize) }.to_vec()
}
