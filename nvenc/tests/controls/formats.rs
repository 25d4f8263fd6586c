//! Formats of the frames.

use super::*;
use nvenc::{DeviceBuffer, DeviceFrame, Owner, Surface, cudarc::driver::CudaContext, open_device};
use softdevice::codec::decoder;
use std::sync::Arc;

/// Levels of red, green and blue, 0 to 255.
const SALMON: [u8; 3] = [250, 128, 114];

/// `SALMON` as luma and chroma of limited range, by BT.601 and by BT.709.
const BT601: [u8; 3] = [156, 104, 183];
const BT709: [u8; 3] = [147, 110, 182];

/// One frame of one colour, coded and decoded: the middle of each plane.
fn through(builder: SessionBuilder, codec: Codec, planes: &[Vec<u8>]) -> (Coded, [u16; 3]) {
    let mut session: Session<HostFrame> = builder.start().unwrap();
    let mut frame = session.host_frame().unwrap();
    let planes: Vec<&[u8]> = planes.iter().map(Vec::as_slice).collect();
    frame.upload(&planes).unwrap();
    session.submit(frame, at(0)).unwrap();
    let mut drain = session.finish().unwrap();
    let coded = Coded::from(&drain.receive().unwrap().unwrap());
    let middle = middle(codec, &coded);
    (coded, middle)
}

fn middle(codec: Codec, coded: &Coded) -> [u16; 3] {
    let codec = match codec {
        Codec::H264 => softdevice::codec::Codec::H264,
        _ => softdevice::codec::Codec::Hevc,
    };
    let picture = decoder(codec).decode(&coded.bytes).unwrap();
    let wide = picture.bit_depth > 8;
    picture.planes.each_ref().map(|plane| {
        let at = (plane.len() / 2) & !1;
        match wide {
            true => u16::from_le_bytes([plane[at], plane[at + 1]]),
            false => plane[at].into(),
        }
    })
}

fn near(found: [u16; 3], expected: [u8; 3], depth: u8) -> bool {
    let expected = expected.map(|it| u16::from(it) << (depth - 8));
    let most = 2 << (depth - 8);
    found
        .into_iter()
        .zip(expected)
        .all(|(a, b)| a.abs_diff(b) <= most)
}

/// The planes of a frame of one colour, of which `yuv` is luma and chroma.
fn flat(format: PixelFormat, yuv: [u8; 3]) -> Vec<Vec<u8>> {
    let [r, g, b] = SALMON.map(u32::from);
    let [y, u, v] = yuv.map(u32::from);
    // Ten bits of a level: 1023 for 255.
    let ten = |level: u32| level * 1023 / 255;
    let word = match format {
        PixelFormat::Argb => 255 << 24 | r << 16 | g << 8 | b,
        PixelFormat::Abgr => 255 << 24 | b << 16 | g << 8 | r,
        PixelFormat::Argb10 => 3 << 30 | ten(r) << 20 | ten(g) << 10 | ten(b),
        PixelFormat::Abgr10 => 3 << 30 | ten(b) << 20 | ten(g) << 10 | ten(r),
        _ => 255 << 24 | y << 16 | u << 8 | v,
    };
    let layout = format.planes(SIZE, format.min_pitch(SIZE), SIZE.height as usize);
    let orders: &[&[u8]] = match format {
        PixelFormat::Nv12 | PixelFormat::P010 => &[&[0], &[1, 2]],
        PixelFormat::Yv12 => &[&[0], &[2], &[1]],
        _ => &[&[0], &[1], &[2]],
    };
    let fill = |(number, plane): (usize, &nvenc::Plane)| {
        let bytes = plane.row_bytes * plane.rows;
        let samples = || orders[number].iter().map(|it| yuv[usize::from(*it)]);
        match format {
            _ if format.is_packed() => word.to_le_bytes().repeat(bytes / 4),
            // The value stands in the high byte of a sample of two.
            PixelFormat::P010 | PixelFormat::Yuv444P16 => {
                let samples: Vec<u8> = samples().flat_map(|it| [0, it]).collect();
                samples.repeat(bytes / samples.len())
            }
            _ => {
                let samples: Vec<u8> = samples().collect();
                samples.repeat(bytes / samples.len())
            }
        }
    };
    layout.iter().enumerate().map(fill).collect()
}

#[test]
fn each_format_keeps_its_colour() {
    for codec in Codec::ALL {
        for format in PixelFormat::ALL.into_iter().filter(|it| !it.is_422()) {
            let builder = session(codec, SIZE).format(format);
            if codec == Codec::H264 && format.bit_depth() > 8 {
                let message = refusal(builder);
                assert!(message.starts_with("input formats: asked for"), "{message}");
                continue;
            }
            // The built-in H.264 encoder and decoder have no 4:4:4.
            if codec == Codec::H264 && format == PixelFormat::Yuv444 {
                continue;
            }
            let builder = builder.rate_control(RateControl::const_qp(10));
            let (_, found) = through(builder, codec, &flat(format, BT601));
            assert!(
                near(found, BT601, format.bit_depth()),
                "{codec} {format}: {found:?}"
            );
        }
    }
}

#[test]
fn red_green_and_blue_are_converted_as_the_stream_says() {
    for codec in Codec::ALL {
        for format in [PixelFormat::Argb, PixelFormat::Abgr] {
            let builder = session(codec, SIZE)
                .format(format)
                .colour(Colour::BT709)
                .rate_control(RateControl::const_qp(10));
            let (_, found) = through(builder, codec, &flat(format, BT709));
            assert!(near(found, BT709, 8), "{codec} {format}: {found:?}");
        }
    }
}

#[test]
fn packed_pixels_can_keep_their_chroma() {
    for (format, depth) in [(PixelFormat::Argb, 8), (PixelFormat::Abgr10, 10)] {
        let builder = session(Codec::Hevc, SIZE)
            .format(format)
            .full_chroma()
            .rate_control(RateControl::const_qp(10));
        let (coded, found) = through(builder, Codec::Hevc, &flat(format, BT601));
        assert!(near(found, BT601, depth), "{format}: {found:?}");
        let pixels = if depth == 8 { "yuv444p" } else { "yuv444p10le" };
        says(Codec::Hevc, &[coded], &[&format!("pix_fmt={pixels}")]);
    }
    assert_eq!(
        refusal(session(Codec::Hevc, SIZE).full_chroma()),
        "full chroma is NV12: only packed formats leave the choice, the others have their own \
         chroma"
    );
}

#[test]
fn what_only_decoders_give_is_refused() {
    assert_eq!(
        refusal(session(Codec::Hevc, SIZE).format(PixelFormat::P216)),
        "format is P216: NVENC's interfaces up to 11.1 take no 4:2:2"
    );
}

/// Packed pixels that lie in device memory.
#[derive(Debug)]
struct Packed {
    context: Arc<CudaContext>,
    surface: Surface,
    owner: Owner,
}

impl Packed {
    fn new(context: &Arc<CudaContext>, pitch: usize) -> Self {
        let buffer = DeviceBuffer::new(context, pitch * SIZE.height as usize).unwrap();
        Self {
            context: Arc::clone(context),
            surface: Surface::new(buffer.address(), pitch, SIZE, PixelFormat::Argb),
            owner: Arc::new(buffer),
        }
    }
}

// SAFETY: the surface is fixed and fills the buffer, which nobody writes to and which the
// owner is.
unsafe impl DeviceFrame for Packed {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn owner(&self) -> &Owner {
        &self.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }
}

#[test]
fn device_memory_is_checked_against_the_format() {
    let builder = session(Codec::Hevc, SIZE).format(PixelFormat::Argb);
    let mut session: Session<Packed> = builder.start().unwrap();
    let pitch = PixelFormat::Argb.min_pitch(SIZE);
    let context = open_device(0).unwrap();
    session.submit(Packed::new(&context, pitch), at(0)).unwrap();
    let narrow = session.submit(Packed::new(&context, pitch - 4), at(1));
    let message = narrow.unwrap_err().to_string();
    assert!(message.contains("rows of 1276 bytes"), "{message}");
    let mut drain = session.finish().unwrap();
    assert!(drain.receive().unwrap().is_some());
}

#[test]
fn ten_bits_and_full_chroma_are_coded_as_such() {
    if !has_controls() {
        return;
    }
    for (codec, format, profile, pixels) in [
        (Codec::Hevc, PixelFormat::P010, "Main 10", "yuv420p10le"),
        (Codec::Hevc, PixelFormat::Yuv444, "Rext", "yuv444p"),
        (Codec::Hevc, PixelFormat::Yuv444P16, "Rext", "yuv444p10le"),
        (
            Codec::H264,
            PixelFormat::Yuv444,
            "High 4:4:4 Predictive",
            "yuv444p",
        ),
    ] {
        let mut session: Session<HostFrame> = session(codec, SIZE).format(format).start().unwrap();
        let mut frame = session.host_frame().unwrap();
        let planes = flat(format, BT601);
        let planes: Vec<&[u8]> = planes.iter().map(Vec::as_slice).collect();
        frame.upload(&planes).unwrap();
        session.submit(frame, at(0)).unwrap();
        let mut drain = session.finish().unwrap();
        let coded = vec![Coded::from(&drain.receive().unwrap().unwrap())];
        let (profile, pixels) = (format!("profile={profile}"), format!("pix_fmt={pixels}"));
        says(codec, &coded, &[&profile, &pixels]);
    }
}
