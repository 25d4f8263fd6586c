//! How to use an encoder well: chapters on speed, latency, rate control, memory and drivers.

/// How frames overlap, and how many should.
///
/// An encoder is a pipeline: while the GPU codes one frame, the program can fill the next and
/// write the packet of the last. A session keeps up to [`Plan::in_flight`](crate::Plan) frames
/// in it. [`submit`](crate::Session::submit) does not wait for the GPU;
/// [`receive`](crate::Session::receive) does, and only when there is no room for another frame.
/// So the usual loop, submit one, receive what must be received, keeps the engine busy by itself:
///
/// ```
/// # use nvenc::{Api, Codec, HostFrame, Picture, Session, open_device};
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// let mut session: Session<HostFrame> = encoder.session(Codec::Hevc, (320, 192)).start()?;
/// let mut written = 0;
/// for number in 0..10 {
///     let frame = session.host_frame()?;
///     session.submit(frame, Picture::at(number))?;
///     while let Some(packet) = session.receive()? {
///         written += packet.len(); // meanwhile the GPU codes the frames behind it
///     }
/// }
/// let mut drain = session.finish()?;
/// while let Some(packet) = drain.receive()? {
///     written += packet.len();
/// }
/// assert!(written > 0);
/// # Ok::<(), nvenc::Error>(())
/// ```
///
/// # One thread, two, or several sessions
/// * One thread is enough while preparing a frame and writing a packet take less time together
///   than coding one.
/// * [`Session::split`](crate::Session::split) is for when they take longer: decoding or drawing
///   on one thread, a network on the other. The halves wait for each other only when there is
///   no room, or no packet.
/// * One session uses one NVENC engine. A GPU with two or three codes two or three sessions at
///   the same time: for many streams that happens by itself; a [`SegmentEncoder`](crate::parallel::SegmentEncoder)
///   cuts one stream into segments at IDR pictures, and gives them to several sessions. Those of
///   one GPU should share its primary context, which [`open_device`](crate::open_device) gives.
///
/// # B-frames and lookahead
/// The encoder holds a B-frame until it has the frame after it, and with lookahead as many
/// frames as it looks ahead. They come on top of the frames in flight, and the default counts
/// them in. A frame that is looked at has no packet until as many follow it, so `try_receive` and
/// a receiver of its own get it that much later. A session whose frames are all held says [`NothingReady`](crate::Error::NothingReady)
/// instead of waiting for ever.
pub mod pipelining {}

/// What to choose for few milliseconds, and what for many frames a second.
///
/// | | throughput | latency |
/// |---|---|---|
/// | [`in_flight`](crate::SessionBuilder::in_flight) | the default | 1 |
/// | [`b_frames`](crate::SessionBuilder::b_frames), [`lookahead`](crate::SessionBuilder::lookahead) | as quality wants | 0: each holds a frame |
/// | [`preset`](crate::SessionBuilder::preset) | `Default`, or `HighPerformance` | `LowLatencyHighPerformance`, `LowLatencyHighQuality` |
/// | [`rate_control`](crate::SessionBuilder::rate_control) | `vbr`, `vbr_hq` | `cbr_low_delay_hq`, and a VBV of one or two frames |
/// | [`gop`](crate::SessionBuilder::gop) | 250 | `None`, and [`force_idr`](crate::Picture::force_idr) when a viewer asks |
///
/// With one frame in flight a packet is there as soon as it is coded, and the engine is idle
/// while the program works. With the default the engine never waits, and a packet is received
/// when three frames more were submitted. [`try_receive`](crate::Session::try_receive) gives
/// packets as soon as they are coded, whatever the depth:
///
/// ```
/// # use nvenc::{Api, Codec, HostFrame, Picture, RateControl, Session, open_device};
/// # use std::num::NonZeroU32;
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// let builder = encoder.session(Codec::H264, (320, 192)).in_flight(NonZeroU32::MIN);
/// let mut session: Session<HostFrame> = builder.start()?;
/// let frame = session.host_frame()?;
/// session.submit(frame, Picture::at(0))?;
/// let packet = session.receive()?.expect("one in flight is full at once");
/// assert_eq!(packet.timestamp(), 0);
/// # Ok::<(), nvenc::Error>(())
/// ```
///
/// # When nothing comes
/// A GPU that hangs must not take the program with it.
/// [`receive_timeout`](crate::Session::receive_timeout) asks instead of waiting; when it says
/// [`TimedOut`](crate::Error::TimedOut) the session can be dropped without waiting for the GPU.
pub mod latency {}

/// Bit rates, buffers and quantisers for pictures up to 8192x8192.
///
/// # Which mode
/// * [`const_qp`](crate::RateControl::const_qp), the default: the same quality for every
///   picture, whatever it takes. For masters, and for comparing.
/// * [`vbr`](crate::RateControl::vbr): an average over the stream, with peaks up to a maximum.
///   For files and segments.
/// * [`cbr`](crate::RateControl::cbr): never more than the rate over the length of the buffer.
///   For networks.
/// * [`target_quality`](crate::RateControl::target_quality): as constant as VBR gets, with a
///   ceiling.
/// * The modes with `hq` code each frame in two passes, for about half the speed.
///
/// # How many bits for 8K
/// As a start, HEVC at 7680x4320 and 30 frames a second takes 60 to 100 Mbit/s for film, that is
/// 0.06 to 0.1 bits a pixel; sport and water twice that. The bit rate is a 32-bit number of bits
/// a second, so it ends at 4.29 Gbit/s, and [level](crate::SessionBuilder::level) and tier bound
/// it further: 8K at 30 frames a second is level 6, whose main tier ends at 60 Mbit/s and whose
/// high tier at 240. Leaving the level to the driver lets it choose one that fits.
///
/// # The buffer
/// The [VBV](crate::SessionBuilder::vbv) says over how long the maximum is kept. One second of
/// the maximum rate is usual for files; one or two frames for low latency, at a cost in quality
/// at scene changes; an 8K IDR picture is easily ten times as large as the average.
///
/// # Changing it
/// [`reconfigure`](crate::Session::reconfigure) changes rates, buffer, frame rate and size of a
/// running session, without an IDR picture unless the size changes or one is asked for.
pub mod rate_control {}

/// What a session does unless told, and why.
///
/// | setting | default | reason |
/// |---|---|---|
/// | interface | the newest that both sides speak | see [`drivers`] |
/// | format | NV12 | decoders give it, and the GPU reads it without converting |
/// | preset | `Default` | NVIDIA's balance of speed and quality |
/// | rate control | constant QP 28/31/25 | a bit rate that fits one size is wrong for another; a quantiser is not |
/// | GOP | 250, closed, parameter sets at each IDR | players and packagers seek by it; every IDR can be a first picture |
/// | B-frames | 0 | Volta and older have none for HEVC |
/// | frame rate | 30 | as NVIDIA's sample programs; rate control and the VUI use it |
/// | in flight | B-frames + lookahead + 4 | one being coded, one waiting, one being read, one being written |
/// | memory budget | none | only the program knows what else is on the GPU |
///
/// A default is never "what the GPU can": the same program makes the same stream on every GPU,
/// or is told what is missing.
pub mod defaults {}

/// From a decoder to the encoder with the picture in device memory all the way.
///
/// A [`Session<I>`](crate::Session) takes any [`DeviceFrame`](crate::DeviceFrame): a picture that
/// says where it lies and who owns the memory. The crate `nvdec` gives such frames, and
/// submitting one hands it over: it is unmapped when its packet was received, and the decoder
/// may use the surface again. No picture is copied.
///
/// # Registrations
/// The driver wants each surface registered before it reads it, which takes far longer than a
/// frame's other calls. A session registers a surface when it first sees it and remembers it, up
/// to 4096 of them, or as many as the driver has room for; then those that were not used for the
/// longest time make room. It knows a surface by its address, layout and [owner](crate::Owner), and
/// keeps the owner: so the memory cannot be freed and come back as something else behind its back.
/// Surfaces whose owner nobody else has are given up when the next one is registered. For a frame's
/// memory to be freed at once, end the session.
///
/// # Memory of one's own
/// [`DeviceBuffer`](crate::DeviceBuffer) is device memory that can be registered; memory from
/// CUDA's stream-ordered allocator cannot. What the GPU writes there must be finished before the
/// frame is submitted: synchronise the stream. A frame of such memory is a type of one's own:
///
/// ```
/// use nvenc::{
///     Api, Codec, DeviceBuffer, DeviceFrame, Owner, Picture, PixelFormat, Session, Size, Surface,
///     cudarc::driver::CudaContext, open_device,
/// };
/// use std::sync::Arc;
///
/// struct Drawn {
///     memory: Arc<DeviceBuffer>,
///     owner: Owner, // `memory` once more, as an encoder wants it
///     surface: Surface,
/// }
///
/// // SAFETY: the surface lies in `memory`, which is the owner, and nobody draws there any more.
/// unsafe impl DeviceFrame for Drawn {
///     fn surface(&self) -> Surface {
///         self.surface
///     }
///
///     fn owner(&self) -> &Owner {
///         &self.owner
///     }
///
///     fn context(&self) -> &Arc<CudaContext> {
///         self.memory.context()
///     }
/// }
///
/// # softdevice::activate()?;
/// let (size, format, pitch) = (Size::new(320, 192), PixelFormat::Nv12, 512);
/// let gpu = open_device(0)?;
/// let encoder = Api::load()?.open(&gpu)?;
/// let mut session: Session<Drawn> = encoder.session(Codec::Hevc, size).start()?;
///
/// let memory = Arc::new(DeviceBuffer::new(&gpu, format.byte_len(pitch, 192))?);
/// // Here a kernel draws to `memory.address()`, and its stream is synchronised.
/// let surface = Surface::new(memory.address(), pitch, size, format);
/// let owner: Owner = Arc::clone(&memory) as Owner;
/// session.submit(Drawn { memory, owner, surface }, Picture::at(0))?;
/// assert_eq!(session.finish()?.receive()?.unwrap().timestamp(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # From the host
/// [`HostFrame`](crate::HostFrame)s are filled through two small pieces of pinned memory, one of
/// which is filled while the GPU copies the other; the session has them once for each thread that
/// fills frames. Frames go back to their session when their packet was received: after the first
/// few nothing is allocated. [`plan`](crate::SessionBuilder::plan) says before what they take;
/// [`memory_budget`](crate::SessionBuilder::memory_budget) bounds it:
///
/// ```
/// # use nvenc::{Api, Codec, open_device};
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// let builder = encoder.session(Codec::Hevc, (8192, 8192)).memory_budget(256 << 20);
/// println!("{:?}", builder.plan()?);
/// # Ok::<(), nvenc::Error>(())
/// ```
pub mod zero_copy {}

/// Interface versions, drivers and GPUs.
///
/// | driver | interface | presets |
/// |---|---|---|
/// | 390.25 and later | 8.1 | the nine of 8.1 |
/// | 470.57.02 and later | 8.1, 11.1 | the nine, and P1 to P7 with tuning |
/// | 590 and later | 11.1 | P1 to P7 only |
///
/// The crate speaks 11.1 where it can, and a program needs to know of it only for what 8.1 has
/// not: each preset of 8.1 becomes the nearest of 11.1, with a tuning, as
/// [`Preset`](crate::Preset) lists, and each mode of rate control as
/// [`RateControl`](crate::RateControl) lists. [`Api::load_version`](crate::Api::load_version)
/// pins one version. A process speaks one only, as the driver remembers the last one asked for.
///
/// | GPU | NVENC |
/// |---|---|
/// | V100 | HEVC to 8192x8192, no B-frames in HEVC |
/// | T4 and later | B-frames in HEVC, B-frames as references |
/// | A100, H100 | none: they decode only |
///
/// [`Encoder::caps`](crate::Encoder::caps) says what the GPU at hand has:
///
/// ```
/// # use nvenc::{Api, Codec, open_device};
/// # softdevice::activate().unwrap();
/// let encoder = Api::load()?.open(&open_device(0)?)?;
/// let caps = encoder.caps(Codec::Hevc)?;
/// assert_eq!(caps.max_size.to_string(), "8192x8192");
/// # Ok::<(), nvenc::Error>(())
/// ```
///
/// # What is not wrapped
/// `nvEncGetEncodeStats` is not for sessions on CUDA, says its header; what it would tell of a
/// picture its [`Packet`](crate::Packet) tells. Events and asynchronous mode are of Windows.
pub mod drivers {}
