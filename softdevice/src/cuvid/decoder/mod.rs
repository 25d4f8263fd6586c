//! The decoder: pictures in at `cuvidDecodePicture`, pixels out at `cuvidMapVideoFrame64`.

mod convert;
mod exports;
mod output;
mod settings;
mod worker;

use nvenc_sys::{CUVIDDECODECREATEINFO, CUVIDPROCPARAMS, CUVIDRECONFIGUREDECODERINFO};
use std::sync::{Mutex, MutexGuard, PoisonError};

use self::{
    convert::{Lines, Surface},
    output::Outputs,
    settings::{Geometry, Settings},
    worker::{Job, Status, Worker},
};
use super::ffi::NOT_PERMITTED;
use crate::{
    codec::{Codec, decoder, null},
    cuda::{
        context,
        ffi::Outcome,
        status::{INVALID_CONTEXT, OUT_OF_MEMORY},
    },
    watch,
};

/// A decoder that any thread may use.
struct Decoder {
    codec: Codec,
    /// Where its pictures are.
    context: usize,
    /// A lock was given to it, with which NVCUVID makes the context current by itself.
    has_lock: bool,
    worker: Worker,
    back: Mutex<Back>,
}

/// The output side.
struct Back {
    settings: Settings,
    outputs: Outputs,
}

/// An output surface with a picture in it.
#[derive(Clone, Copy, Debug)]
struct Mapped {
    address: u64,
    bytes: u64,
    pitch: u32,
}

impl Decoder {
    fn new(settings: Settings, context: usize, info: &CUVIDDECODECREATEINFO) -> Outcome<Self> {
        let device = context::device_of(context);
        Ok(Self {
            codec: settings.codec,
            context,
            has_lock: !info.vidLock.is_null(),
            worker: Worker::start(decoder(settings.codec), settings.surfaces),
            back: Mutex::new(Back {
                outputs: Outputs::allocate(settings.outputs, &settings.geometry, device)?,
                settings,
            }),
        })
    }

    /// Refuses a call that came without the decoder's context.
    fn check_context(&self) -> Outcome {
        if self.has_lock || context::current() == Ok(self.context) {
            return Ok(());
        }
        watch::explain("the decoder's context is not current");
        Err(INVALID_CONTEXT)
    }

    fn submit(&self, job: Job) -> Outcome {
        self.worker.submit(job)
    }

    fn status(&self, index: usize) -> Outcome<Status> {
        self.worker.status(index)
    }

    fn map(&self, index: usize, how: &CUVIDPROCPARAMS) -> Outcome<Mapped> {
        // Nothing is locked while a picture is being decoded.
        let surface = self.worker.surface(index)?;
        self.back().map(&surface, how)
    }

    /// Bytes of a mapped picture.
    fn mapped_bytes(&self) -> u64 {
        self.back().settings.geometry.bytes() as u64
    }

    fn unmap(&self, address: u64) -> Outcome {
        self.back().outputs.unmap(address)
    }

    fn reconfigure(&self, info: &CUVIDRECONFIGUREDECODERINFO) -> Outcome {
        let settings = self.back().settings.reconfigured(info)?;
        self.worker.resize(settings.surfaces);
        self.back().adopt(settings)
    }

    fn back(&self) -> MutexGuard<'_, Back> {
        self.back.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Back {
    fn map(&mut self, surface: &Surface, how: &CUVIDPROCPARAMS) -> Outcome<Mapped> {
        let geometry = &self.settings.geometry;
        let address = self.outputs.map(&surface.picture)?;
        let device = self.outputs.device();
        // SAFETY: the surface was mapped just now, lives as long as `self`, and is nobody
        // else's before its address is given to the client, which is after this.
        let bytes =
            unsafe { output::bytes(address, geometry.bytes(), device) }.ok_or(OUT_OF_MEMORY)?;
        if !null::is_chosen() {
            fill(surface, geometry, how, bytes);
        }
        Ok(Mapped {
            address,
            bytes: geometry.bytes() as u64,
            pitch: geometry.pitch() as u32,
        })
    }

    fn adopt(&mut self, settings: Settings) -> Outcome {
        if !self.outputs.hold(&settings.geometry) {
            if self.outputs.busy() {
                return Err(NOT_PERMITTED);
            }
            let device = self.outputs.device();
            self.outputs = Outputs::allocate(settings.outputs, &settings.geometry, device)?;
        }
        self.settings = settings;
        Ok(())
    }
}

fn fill(surface: &Surface, geometry: &Geometry, how: &CUVIDPROCPARAMS, bytes: &mut [u8]) {
    if !convert::covers(&geometry.painted, geometry.target) {
        convert::blacken(geometry, bytes);
    }
    convert::paint(surface, geometry, lines(geometry, how), bytes);
}

/// Which lines are wanted of an interlaced picture.
fn lines(geometry: &Geometry, how: &CUVIDPROCPARAMS) -> Lines {
    if !geometry.deinterlace || how.progressive_frame != 0 {
        return Lines::All;
    }
    match (how.top_field_first != 0) != (how.second_field != 0) {
        true => Lines::Top,
        false => Lines::Bottom,
    }
}
