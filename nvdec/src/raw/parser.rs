//! The driver's stream parser and the callbacks it makes.

use super::sys::{
    CUVIDEOFORMAT, CUVIDPARSERDISPINFO, CUVIDPARSERPARAMS, CUVIDPICPARAMS, CUVIDSOURCEDATAPACKET,
    CUvideopacketflags, CuvidLibrary,
};
use crate::{
    Codec,
    error::{Error, Status},
};
use std::{
    ffi::{c_int, c_void},
    panic::{AssertUnwindSafe, catch_unwind},
    ptr::{self, NonNull},
    sync::Arc,
};

/// What the parser found, told while [`RawParser::parse`] runs.
pub(crate) trait Events: Send {
    /// A new sequence. Gives the number of decode surfaces there are for it.
    fn sequence(&mut self, format: &CUVIDEOFORMAT) -> Result<u32, Error>;
    /// A picture to decode.
    fn decode(&mut self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error>;
    /// A picture to show.
    fn display(&mut self, shown: &CUVIDPARSERDISPINFO) -> Result<(), Error>;
}

/// One parser, and the receiver of its events.
#[derive(Debug)]
pub(crate) struct RawParser<E: Events> {
    handle: NonNull<c_void>,
    /// From a `Box`; the parser keeps the same pointer as its user data.
    receiver: NonNull<Receiver<E>>,
    library: Arc<CuvidLibrary>,
}

/// The events' receiver and the first error it had during a call of the parser.
#[derive(Debug)]
struct Receiver<E> {
    events: E,
    error: Option<Error>,
}

// SAFETY: the parser is a CPU-side object without thread affinity (its calls are made from
// any one thread at a time: `&mut self`), and `E` is `Send`.
unsafe impl<E: Events> Send for RawParser<E> {}

impl<E: Events> RawParser<E> {
    pub(crate) fn new(library: Arc<CuvidLibrary>, codec: Codec, events: E) -> Result<Self, Error> {
        let receiver = Box::new(Receiver {
            events,
            error: None,
        });
        let receiver = NonNull::from(Box::leak(receiver));
        let mut parameters = parameters(codec, receiver);
        let mut handle = ptr::null_mut();
        // SAFETY: both pointers are to locals that outlive the call; the callbacks have the
        // header's signatures, and their user data lives until `drop` destroys the parser.
        let status = unsafe { (library.create_video_parser)(&mut handle, &mut parameters) };
        match Status(status).made("cuvidCreateVideoParser", handle) {
            Ok(handle) => Ok(Self {
                handle,
                receiver,
                library,
            }),
            Err(error) => {
                // SAFETY: leaked above, and no parser has it.
                drop(unsafe { Box::from_raw(receiver.as_ptr()) });
                Err(error)
            }
        }
    }

    /// Gives the parser bytes; the events they cause come before this returns.
    pub(crate) fn parse(
        &mut self,
        data: &[u8],
        flags: CUvideopacketflags,
        timestamp: i64,
    ) -> Result<(), Error> {
        let mut packet = CUVIDSOURCEDATAPACKET {
            flags: flags.0.into(),
            payload_size: data.len() as u64,
            payload: data.as_ptr(),
            timestamp,
        };
        // SAFETY: the parser is alive, the packet describes `data`, which outlives the call;
        // the callbacks use the receiver, which nothing else borrows meanwhile.
        let status = unsafe { (self.library.parse_video_data)(self.handle.as_ptr(), &mut packet) };
        match self.receiver_mut().error.take() {
            Some(error) => Err(error),
            None => Status(status).check("cuvidParseVideoData"),
        }
    }

    pub(crate) fn events(&self) -> &E {
        // SAFETY: the receiver lives until `drop`, and the callbacks that change it run
        // only within `parse`, which has `&mut self`.
        &unsafe { self.receiver.as_ref() }.events
    }

    pub(crate) fn events_mut(&mut self) -> &mut E {
        &mut self.receiver_mut().events
    }

    fn receiver_mut(&mut self) -> &mut Receiver<E> {
        // SAFETY: as in `events`, and `&mut self` makes it the only borrow.
        unsafe { self.receiver.as_mut() }
    }
}

impl<E: Events> Drop for RawParser<E> {
    fn drop(&mut self) {
        // SAFETY: the parser is alive and is destroyed nowhere else.
        unsafe { (self.library.destroy_video_parser)(self.handle.as_ptr()) };
        // SAFETY: it came from a box in `new`, and the parser that had it is gone.
        drop(unsafe { Box::from_raw(self.receiver.as_ptr()) });
    }
}

fn parameters<E: Events>(codec: Codec, receiver: NonNull<Receiver<E>>) -> CUVIDPARSERPARAMS {
    CUVIDPARSERPARAMS {
        CodecType: codec.raw(),
        // The sequence callback's return value replaces it.
        ulMaxNumDecodeSurfaces: 1,
        // `Held` holds pictures back, more evenly than the parser does.
        ulMaxDisplayDelay: 0,
        pUserData: receiver.as_ptr().cast(),
        pfnSequenceCallback: Some(on_sequence::<E>),
        pfnDecodePicture: Some(on_decode::<E>),
        pfnDisplayPicture: Some(on_display::<E>),
        ..Default::default()
    }
}

unsafe extern "C" fn on_sequence<E: Events>(
    user: *mut c_void,
    format: *mut CUVIDEOFORMAT,
) -> c_int {
    // SAFETY: the driver passes a format that is valid during the callback, or null.
    let format = unsafe { format.as_ref() };
    // SAFETY: `user` is the receiver that `RawParser::new` gave.
    let answer = unsafe { tell::<E, _>(user, |events| format.map(|f| events.sequence(f))) };
    answer
        .and_then(|surfaces| c_int::try_from(surfaces).ok())
        .unwrap_or(0)
}

unsafe extern "C" fn on_decode<E: Events>(
    user: *mut c_void,
    picture: *mut CUVIDPICPARAMS,
) -> c_int {
    // SAFETY: the driver passes a picture that is valid during the callback, or null.
    let picture = unsafe { picture.as_mut() };
    // SAFETY: `user` is the receiver that `RawParser::new` gave.
    let answer = unsafe { tell::<E, _>(user, |events| picture.map(|p| events.decode(p))) };
    answer.is_some().into()
}

unsafe extern "C" fn on_display<E: Events>(
    user: *mut c_void,
    shown: *mut CUVIDPARSERDISPINFO,
) -> c_int {
    // SAFETY: the driver passes a picture that is valid during the callback, or null.
    let shown = unsafe { shown.as_ref() };
    // SAFETY: `user` is the receiver that `RawParser::new` gave.
    let answer = unsafe { tell::<E, _>(user, |events| shown.map(|s| events.display(s))) };
    answer.is_some().into()
}

/// Runs an event and keeps the first error of a call, a panic included, for
/// [`RawParser::parse`].
///
/// # Safety
/// * `user` is the receiver of the parser whose call is running, or null.
unsafe fn tell<E: Events, T>(
    user: *mut c_void,
    event: impl FnOnce(&mut E) -> Option<Result<T, Error>>,
) -> Option<T> {
    // SAFETY: the caller's promise; `parse` holds no reference to it while the parser runs.
    let receiver = unsafe { user.cast::<Receiver<E>>().as_mut() }?;
    let events = &mut receiver.events;
    match catch_unwind(AssertUnwindSafe(|| event(events))).unwrap_or(Some(Err(Error::Internal)))? {
        Ok(value) => Some(value),
        Err(error) => {
            receiver.error.get_or_insert(error);
            None
        }
    }
}
