//! How to use a decoder well: chapters on surfaces, speed, engines, memory, time and damage.

/// Which memory a decoder takes, and what bounds it.
///
/// A decoder has two sets of surfaces. Into *decode surfaces* the engine writes, and reads its
/// references from them; the stream says how many it needs. *Output surfaces* are what
/// [`Picture::map`](crate::Picture::map) gives: a picture in linear memory, cropped, scaled and in
/// the format that was asked for. A frame is an output surface until it is dropped.
///
/// | | how many | bytes of each |
/// |---|---|---|
/// | decode surfaces | what the stream needs (20 at most; drivers before 9.1 of the interface do not say, and 20 are taken) + [`display_delay`](crate::DecoderBuilder::display_delay) + 1, and 32 at most | coded size x 1.5, x 3 with 4:4:4, twice that over 8 bits |
/// | output surfaces | [`output_surfaces`](crate::DecoderBuilder::output_surfaces) + 1 | the same of the frames' size |
///
/// A stream of 8192x8192 HEVC of 8 bits that needs 6 takes 11 x 100 MB and, with the default of
/// 8 output surfaces, 9 x 100 MB. [`Decoder::device_bytes`](crate::Decoder::device_bytes) tells the
/// sum; the driver's own context comes on top, once for each process and GPU.
///
/// Nothing in a stream can make it more: sizes are held against the GPU's limits, and against
/// [`limit`](crate::DecoderBuilder::limit) where that is told, before memory is taken. With
/// `limit` told, a stream takes at most 32 decode surfaces of that size beside the output
/// surfaces. A stream whose size changes gives up the old surfaces first, but for pictures that
/// were decoded and are not taken yet.
///
/// Of host memory a decoder keeps next to nothing: with [`sei`](crate::DecoderBuilder::sei), up to
/// 1 MiB of messages for each picture that it holds. The driver's parser keeps what was pushed and
/// is no whole picture yet.
///
/// # Back-pressure
/// Mapping one picture more than there are output surfaces waits until a frame is dropped: a slow
/// consumer in another thread slows the decoder down, and memory stays as it is. A thread that
/// holds all frames itself would wait for ever; after a minute it gets
/// [`SurfacesInUse`](crate::Error::SurfacesInUse), with the picture still there to be mapped.
pub mod surfaces {}

/// What keeps an engine busy, and what makes a picture come soon.
///
/// `push` hands coded pictures to the driver, which queues a few and returns;
/// [`Picture::map`](crate::Picture::map) waits until that picture is decoded. So the engine idles
/// when a picture is mapped before the following ones were handed in. The decoder holds pictures
/// back for that: [`display_delay`](crate::DecoderBuilder::display_delay), 4 unless told, half of
/// which is held in a steady stream; the driver queues 4 as well.
///
/// | | throughput | latency |
/// |---|---|---|
/// | [`display_delay`](crate::DecoderBuilder::display_delay) | 4 | 0 |
/// | [`low_latency`](crate::DecoderBuilder::low_latency) | no | yes: each push holds whole access units, and its picture comes from the same push |
/// | [`output_surfaces`](crate::DecoderBuilder::output_surfaces) | frames that the consumer holds, and 1 or 2 more | 2 |
/// | [`in_flight`](crate::DecoderBuilder::in_flight) | the driver's own limit; 2 in a group | the same |
///
/// Of H.264 and HEVC, [`in_flight`](crate::DecoderBuilder::in_flight) sets a lower limit than the
/// driver's to the pictures that it has and has not decoded. Beyond its own limit the driver waits
/// within the call that hands in a picture, and perhaps holds up other decoders meanwhile; with a
/// limit told the decoder waits in its own thread instead. `benches/decoding/depth.py` tries depths
/// on a machine.
///
/// Low latency does not change the order of pictures: a stream with B-frames still waits for the
/// pictures that are shown before. Encode without them for that use.
///
/// Parsing is cheap beside decoding, and so is mapping: a copy within device memory. One thread
/// for a decoder is enough. What takes long with a frame belongs in another thread, so that the
/// next `push` is not kept waiting.
pub mod pipelining {}

/// How decoders share a GPU's engines.
///
/// A decoder uses one NVDEC engine at a time; [`Caps::engines`](crate::Caps) says how many there
/// are. To use them all, run as many decoders at once, each in a thread of its own, on one CUDA
/// context, which [`open_device`](crate::open_device) gives: contexts take turns on a GPU, and each
/// takes some hundred megabytes.
///
/// # What holds decoders up
/// Engines are not given to decoders; the decoders of a GPU are served in rounds, one picture of
/// each, by whichever engine is free. Who is done waits until the round is over. Measured on an
/// H100 (seven engines, driver 580.159.04, 8K HEVC), frames a second of each decoder:
///
/// | decoders | large intra pictures only | small B pictures only | one of the former, the rest of the latter |
/// |---|---|---|---|
/// | 1 | 25 | 104 | |
/// | 2, 3, 4 | | | 26, all of them |
/// | 7 | 26 | 104 | 26, all of them |
/// | 14 | | 54 | 26, all of them |
///
/// More pictures in the queue, a context for each decoder, or not mapping change nothing in that.
/// So a decoder alone never goes faster than one engine, and decoders together go as fast as
/// their number says only while their pictures take equally long: seven at the same picture of
/// the same clip gave 607 frames a second (7 x 87), seven that ran freely 343 to 521, differing
/// from run to run by where in the clip each of them happened to be.
///
/// # What a group does about it
/// Streams alike in size, with intra pictures at the same distance, should therefore run in a
/// [`DecoderGroup`](crate::DecoderGroup). What it does was found by measuring where the time went:
///
/// * Large pictures wait for each other, at a gate, so that they share one round.
/// * Who has passed the gate does not hand in the next picture before all others have handed in
///   theirs: a picture that slips in between begins a round of its own.
/// * A large picture comes to the gate when its decoder has done those before it, so that all
///   that go together begin at once.
/// * Each decoder has two pictures [in flight](crate::DecoderBuilder::in_flight), the one that is
///   decoded and the next: with the driver's own queue of 4 they drift apart, and they wait within
///   the driver.
/// * An engine that has several decoders to serve seems to stay with one for as long as that has
///   pictures: of fourteen, some were seen to wait for 145 ms while others got a picture every
///   10 ms. So where there are more decoders than engines, nobody goes on while another that has
///   yet to hand in the step before waits for an engine.
/// * Of large pictures in a row only the first waits; the others go in step. A stream of nothing
///   but large pictures, by its bit rate, is one row.
/// * Where decoders are twice as many as engines, or more, nobody waits. Fourteen gave 498 to 554
///   frames a second so. In step they gave 595 to 602 in 7 of 26 runs, with the engines 98 to 100 %
///   busy, and 455 to 551 in the others.
/// * Pictures of less than 16 million pixels do not wait either. On engines that decoders of 4K or
///   1080p fill anyway, fourteen of them gave 2310 frames a second in step and 2589 without (HEVC,
///   4K), and 3235 and 4239 (H.264, 1080p).
///
/// Seven decoders gave 588 to 602 frames a second in 8 of 11 runs, and 458 to 476 in the others, all
/// of them alike and from the first second to the last: as if two of them met at one engine with
/// every large picture. What brings that about is not known. Eight gave 512 and ten 533; by
/// themselves 450 and 507.
///
/// Tried, and worse: to hand pictures in one after the other, under a lock (493 with seven: a round
/// begins within some 2 ms of its first picture, and large pictures take nearly one each to hand
/// in); to let no more decoders than engines go on at a time, from one large picture to the next
/// (464 to 507 with fourteen, 435 with eight, 393 with twenty-one). So an engine is not free for
/// just any decoder when another pauses.
///
/// Two GPUs in one process gave 791 to 1206 frames a second for seven decoders on each, from run
/// to run: their threads seem to meet in the driver, and to miss rounds. A process for each GPU
/// was not tried.
///
/// Several GPUs: a context of each, and decoders spread over them.
/// ```
/// use nvdec::{Api, Codec, open_device};
/// # softdevice::activate().unwrap();
///
/// let api = Api::load()?;
/// let gpus = [open_device(0)?, /* open_device(1)? ... */];
/// let decoders: Result<Vec<_>, _> = (0..4)
///     .map(|number| api.decoder(&gpus[number % gpus.len()], Codec::Hevc).start())
///     .collect();
/// assert_eq!(decoders?.len(), 4);
/// # Ok::<(), nvdec::Error>(())
/// ```
pub mod engines {}

/// How frames go on without a copy through the host.
///
/// * **Into NVENC**: [`Frame`](crate::Frame) is a [`DeviceFrame`](crate::DeviceFrame). The crate
///   `nvenc` takes it over as it is, and drops it when its packet is there. Give the decoder more
///   [output surfaces](crate::DecoderBuilder::output_surfaces) than the encoder has frames in
///   flight. The encoder registers each surface once: a decoder has few, and uses them in turn.
/// * **Into a CUDA kernel or a framework**: [`Frame::surface`](crate::Frame::surface) has the
///   device address, the pitch, and where each plane begins. The picture is whole when `map` has
///   returned; any stream of the same context may read it. Keep the frame until the work on it is
///   done: a dropped frame's memory is the next picture's.
/// * **To the host**: [`Frame::download`](crate::Frame::download) copies into planes of the
///   caller's; into pinned memory that is quickest.
///
/// A pitch is not a width, and the chroma plane begins after the rows that the luma plane has
/// *room* for, which are even in number: ask [`Surface::planes`](crate::Surface::planes).
pub mod zero_copy {}

/// What a timestamp means here.
///
/// Each picture has the timestamp that was pushed with the packet that it begins in, in any unit.
/// The driver's parser alone does not do that: it hands out the smallest timestamp that is
/// pending, which goes wrong as soon as a packet is lost or a stream has hidden frames. So
/// streams are cut at their NAL units here, and the timestamps are kept beside the pictures.
///
/// ```
/// use nvdec::{Api, Codec, open_device};
/// # softdevice::activate().unwrap();
/// # let packets = [include_bytes!("../tests/clips/hevc-144x144.hevc")];
///
/// let mut decoder = Api::load()?.decoder(&open_device(0)?, Codec::Hevc).start()?;
/// for (packet, timestamp) in packets.into_iter().zip([90_000, 93_600]) {
///     let mut pictures = decoder.push(packet, timestamp);
///     while let Some(picture) = pictures.next()? {
///         println!("{} for {:?}", picture.timestamp(), picture.info().duration);
///     }
/// }
/// # Ok::<(), nvdec::Error>(())
/// ```
///
/// [`PictureInfo::duration`](crate::PictureInfo) follows from the stream's frame rate and its field
/// flags; containers often know better. VP9's order to show an earlier picture again makes a
/// picture with the timestamp of its own packet.
///
/// To seek, [`flush`](crate::Decoder::flush) the decoder and push from a key picture on. What is
/// shown before the wanted time is passed over without being mapped, which costs nothing but
/// its decoding.
pub mod timestamps {}

/// What comes of damaged streams, and of hostile ones.
///
/// NVDEC conceals what it can: a picture with missing parts comes with what there is. For H.264
/// and HEVC, [`Picture::status`](crate::Picture::status) tells, with drivers from 396.24 on; ask
/// after mapping. What cannot be parsed is passed over, up to the next picture that needs no
/// earlier one. A stream of which nothing was decoded ends in
/// [`NoPicture`](crate::Error::NoPicture).
///
/// After an error a decoder goes on with what is pushed next. Errors that were met while pictures
/// were passed over come with the next call.
///
/// Sizes, depths and counts of a stream are checked before they are used, the callbacks never
/// unwind into the driver, and the values that the driver fills in are never trusted to be one of
/// an enum's. [`surfaces`] says what bounds the memory.
pub mod damage {}

/// How to write again what a stream says beside its pictures.
///
/// [`StreamInfo`](crate::StreamInfo) has colour, aspect, frame rate and HDR10's metadata in the
/// types that the crate `nvenc` takes. The driver's parser hands out no SEI messages, so they
/// are read here, from H.264 and HEVC.
///
/// ```text
/// let info = decoder.info().ok_or("no header")?.clone();
/// let mut builder = encoder.session(Codec::Hevc, info.size()).colour(info.colour);
/// builder = match (info.mastering_display, info.content_light) {
///     (Some(display), Some(light)) => builder.hdr10(display, light),
///     (None, Some(light)) => builder.content_light(light),
///     _ => builder,
/// };
/// ```
/// Other messages, such as closed captions, come with each picture when
/// [`sei`](crate::DecoderBuilder::sei) asks for them: [`Picture::sei`](crate::Picture::sei).
pub mod metadata {}

/// How to decode many short clips quickly.
///
/// Making the driver's decoder takes tens of milliseconds, more than a short clip takes to decode.
/// A [`Decoder`](crate::Decoder) keeps it after [`finish`](crate::Decoder::finish): a clip of the
/// same geometry needs no call of the driver at all, another size is a reconfiguration
/// (`cuvidReconfigureDecoder`, drivers from 396.24 on) where there is room for it:
/// [`reserve`](crate::DecoderBuilder::reserve) the largest size that comes. A
/// [`DecoderCache`](crate::DecoderCache) does it for several codecs, options and threads.
///
/// Clips are compared by everything that matters: two that differ only in their visible part are
/// cropped each as its own. Where the stream itself changes while pictures of the old kind still
/// wait to be taken, a new decoder is made beside the old one, which goes with its last picture:
/// no frame is lost.
pub mod short_clips {}
