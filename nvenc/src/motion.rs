use crate::{
    Codec, Encoder, Error, HostFrame, SessionBuilder,
    blocks::{self, MotionBlock},
    config::Setup,
    host::HostPool,
    raw::{LockedBitstream, RawBitstream, RawEncoder, Wait, sys::*},
    registrations::{InUse, Registrations},
};
use nvframe::{DeviceFrame, PixelFormat, Size};
use std::{cell::Cell, marker::PhantomData, sync::Arc};

/// Finds where the blocks of a picture were in another one, without encoding it.
///
/// What a GPU uses to predict pictures is of use by itself: to interpolate frames, to
/// stabilise, to find what moves.
///
/// ```
/// # use nvenc::{Api, Codec, HostFrame, MotionEstimator, open_device};
/// # softdevice::activate().unwrap();
/// # let gpu = open_device(0)?;
/// let encoder = Api::load()?.open(&gpu)?;
/// let mut estimator: MotionEstimator<HostFrame> =
///     encoder.motion_estimator(Codec::H264, (96, 64)).start()?;
/// // A wave, and the same 3 samples further to the right.
/// let wave = |moved: usize| {
///     let column = |x: usize| ((x + 96 - moved) * 37 % 101) as u8;
///     (0..96 * 64).map(|it| column(it % 96) ^ (it / 96) as u8).collect::<Vec<u8>>()
/// };
/// let mut frames = [estimator.host_frame()?, estimator.host_frame()?];
/// for (frame, moved) in frames.iter_mut().zip([0, 3]) {
///     frame.upload(&[&wave(moved), &[128; 96 * 32]])?;
/// }
/// let blocks = estimator.estimate(&frames[1], &frames[0])?;
/// let block = blocks.iter().find(|it| (it.x, it.y) == (32, 16)).unwrap();
/// // It was 3 samples, 12 quarters of one, to the left.
/// assert_eq!(block.vector.unwrap(), (-12, 0));
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Debug)]
#[doc(alias = "NV_ENC_MEONLY_PARAMS")]
pub struct MotionEstimator<I: DeviceFrame> {
    setup: Setup,
    host: HostPool,
    blocks: Vec<MotionBlock>,
    /// The pictures whose vectors were not locked yet.
    busy: Option<[InUse; 2]>,
    parameters: Box<Parameters>,
    registrations: Registrations,
    vectors: RawBitstream,
    raw: Arc<RawEncoder>,
    /// One thread at a time makes calls.
    _frames: PhantomData<Cell<I>>,
}

/// What is told the driver, kept as it is large and nearly all 0.
#[derive(Debug)]
struct Parameters {
    run: NV_ENC_MEONLY_PARAMS,
    lock: NV_ENC_LOCK_BITSTREAM,
}

// SAFETY: the pointers are the driver's, and are followed only while a buffer is locked.
unsafe impl Send for Parameters {}

/// A [`MotionEstimator`] in the making.
#[derive(Debug)]
#[must_use = "a builder does nothing until `start`"]
pub struct MotionBuilder {
    builder: SessionBuilder,
}

impl Encoder {
    /// Begins motion estimation of pictures of `size`. The codec says what blocks there are:
    /// macroblocks of 16x16 for H.264, coding units of 8x8 to 64x64 for HEVC.
    ///
    /// # Device support
    /// The capability `motion estimation only`.
    #[doc(alias = "enableMEOnlyMode")]
    pub fn motion_estimator(self, codec: Codec, size: impl Into<Size>) -> MotionBuilder {
        MotionBuilder {
            builder: self.session(codec, size),
        }
    }
}

impl MotionBuilder {
    /// The format of the pictures, an 8-bit one of 4:2:0; NV12 if not said.
    pub fn format(mut self, format: PixelFormat) -> Self {
        self.builder = self.builder.format(format);
        self
    }

    /// Starts it.
    ///
    /// Wraps `nvEncInitializeEncoder` and `nvEncCreateMVBuffer`.
    ///
    /// # Errors
    /// * [`Error::Unsupported`] when the GPU cannot do it, naming the capability.
    /// * [`Error::InvalidValue`] when no GPU can.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncCreateMVBuffer")]
    pub fn start<I: DeviceFrame>(self) -> Result<MotionEstimator<I>, Error> {
        self.builder.check()?;
        let caps = self.builder.caps()?;
        let (raw, setup) = self.builder.into_parts();
        if !caps.motion_estimation_only {
            let capability = "motion estimation only";
            return Err(Error::unsupported(capability, setup.codec, "none"));
        }
        check_format(setup.format)?;
        let mut config = setup.config(&raw)?;
        config.encodeCodecConfig = NV_ENC_CODEC_CONFIG::default();
        let mut parameters = setup.parameters(&raw);
        parameters.set_enableMEOnlyMode(1);
        raw.initialize(&mut parameters, &mut config)?;
        MotionEstimator::new(Arc::new(raw), setup)
    }
}

/// The driver is not told of bits or chroma where only motion is wanted.
fn check_format(format: PixelFormat) -> Result<(), Error> {
    match format.is_420() && format.bit_depth() == 8 {
        true => Ok(()),
        false => Err(Error::invalid(
            "format for motion estimation",
            format,
            "it must be 4:2:0 of 8 bits: convert the pictures",
        )),
    }
}

impl<I: DeviceFrame> MotionEstimator<I> {
    fn new(raw: Arc<RawEncoder>, setup: Setup) -> Result<Self, Error> {
        let host = HostPool::new(Arc::clone(raw.context()), setup.size, setup.format);
        Ok(Self {
            vectors: RawBitstream::for_vectors(&raw)?,
            registrations: Registrations::new(Arc::clone(&raw)),
            parameters: Box::new(Parameters {
                run: raw.versioned(),
                lock: raw.versioned(),
            }),
            blocks: Vec::new(),
            busy: None,
            host,
            setup,
            raw,
            _frames: PhantomData,
        })
    }

    /// Where each block of `picture` was in `reference`; waits for it.
    ///
    /// The blocks cover the picture, without an order that should be relied on.
    ///
    /// Wraps `nvEncRunMotionEstimationOnly`, with the calls around it that
    /// [`Session::submit`](crate::Session::submit) and
    /// [`Session::receive`](crate::Session::receive) make.
    ///
    /// # Errors
    /// * [`Error::FrameMismatch`], [`Error::FrameLayout`], [`Error::FrameBeyondMemory`],
    ///   [`Error::OtherContext`] when a picture is not what this was made for.
    /// * [`Error::MotionData`] when the driver's answer makes no sense.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncRunMotionEstimationOnly")]
    #[doc(alias = "NV_ENC_H264_MV_DATA")]
    #[doc(alias = "NV_ENC_HEVC_MV_DATA")]
    pub fn estimate(&mut self, picture: &I, reference: &I) -> Result<&[MotionBlock], Error> {
        self.check(picture)?;
        self.check(reference)?;
        // What an earlier call could not lock.
        self.settle()?;
        let picture = self.map(picture)?;
        let reference = match self.map(reference) {
            Ok(reference) => reference,
            Err(error) => return Err(self.give_up(error, [picture])),
        };
        let inputs = [picture, reference];
        if let Err(error) = self.run(inputs) {
            return Err(self.give_up(error, inputs));
        }
        self.busy = Some(inputs);
        self.settle()?;
        Ok(&self.blocks)
    }

    fn check(&self, frame: &I) -> Result<(), Error> {
        self.raw.check_context(frame.context())?;
        self.setup.check_surface(&frame.surface())
    }

    fn map(&mut self, frame: &I) -> Result<InUse, Error> {
        self.registrations.map(&frame.surface(), frame.owner())
    }

    fn run(&mut self, [picture, reference]: [InUse; 2]) -> Result<(), Error> {
        let run = &mut self.parameters.run;
        run.inputWidth = self.setup.size.width;
        run.inputHeight = self.setup.size.height;
        run.inputBuffer = picture.mapped.input;
        run.referenceFrame = reference.mapped.input;
        run.bufferFmt = picture.mapped.format;
        run.mvBuffer = self.vectors.for_output();
        self.raw.run_motion_estimation(run)
    }

    /// Waits for the vectors and reads them. Until they were locked the hardware may read the
    /// pictures.
    fn settle(&mut self) -> Result<(), Error> {
        let Some(inputs) = self.busy else {
            return Ok(());
        };
        let Setup { codec, size, .. } = self.setup;
        let locked = self.vectors.lock(&mut self.parameters.lock, Wait::Yes)?;
        let bytes = locked.as_ref().map_or(&[][..], LockedBitstream::bytes);
        let read = blocks::read(codec, size, bytes, &mut self.blocks);
        drop(locked);
        self.busy = None;
        let [picture, reference] = inputs.map(|input| self.registrations.unmap(input));
        read.and(picture).and(reference)
    }

    fn give_up<const N: usize>(&mut self, error: Error, inputs: [InUse; N]) -> Error {
        for input in inputs {
            // The first error is the one to tell.
            let _ = self.registrations.unmap(input);
        }
        error
    }
}

impl<I: DeviceFrame> Drop for MotionEstimator<I> {
    fn drop(&mut self) {
        if self.settle().is_err() {
            // The hardware may still read them.
            self.raw.keep(self.registrations.owners());
        }
    }
}

impl MotionEstimator<HostFrame> {
    /// A picture to fill from host memory: one that was dropped, or a new one.
    ///
    /// # Errors
    /// [`Error::Cuda`] when there is no memory for one.
    pub fn host_frame(&mut self) -> Result<HostFrame, Error> {
        self.host.take()
    }
}
