use super::*;

const FORMATS: [(PixelFormat, Chroma); 6] = [
    (PixelFormat::Nv12, Chroma::Yuv420),
    (PixelFormat::P010, Chroma::Yuv420),
    (PixelFormat::Nv16, Chroma::Yuv422),
    (PixelFormat::P216, Chroma::Yuv422),
    (PixelFormat::Yuv444, Chroma::Yuv444),
    (PixelFormat::Yuv444P16, Chroma::Yuv444),
];

fn geometry((format, chroma): (PixelFormat, Chroma), shown: Area) -> Geometry {
    Geometry {
        codec: Codec::Hevc,
        chroma,
        bit_depth: 8,
        coded: Size::new(64, 64),
        shown,
        size: shown.size(),
        place: None,
        format,
        deinterlace: Deinterlace::Weave,
        decode_surfaces: 1,
        output_surfaces: 1,
    }
}

/// A mapped surface whose rows lie as close as they can.
fn mapped(geometry: &Geometry) -> (Mapped, u64) {
    let pitch = geometry.format.min_pitch(geometry.target());
    let rows = geometry.target().height as usize;
    let (address, pitch_bytes) = (1000, pitch as u32);
    let mapped = Mapped {
        address,
        pitch: pitch_bytes,
    };
    (
        mapped,
        address + geometry.format.byte_len(pitch, rows) as u64,
    )
}

#[test]
fn a_frame_lies_within_its_output_surface_wherever_it_begins() {
    let sides = || (0..8).flat_map(|from| (40..44).map(move |to| (from, to)));
    let areas = sides()
        .flat_map(|(left, right)| sides().map(move |(top, bottom)| (left, top, right, bottom)));
    for (left, top, right, bottom) in areas {
        for format in FORMATS {
            let geometry = geometry(format, Area::new(left, top, right, bottom));
            let (mapped, end) = mapped(&geometry);
            let surface = geometry.surface(mapped);
            assert!(
                surface.address + surface.extent() as u64 <= end,
                "{geometry:?}"
            );
            let [x, y, ..] = geometry.display();
            assert!(x % 4 < 2 && y % 4 == 0, "{geometry:?}");
        }
    }
}

#[test]
fn planes_begin_after_what_comes_before_them() {
    for (format, chroma, expected) in [
        (PixelFormat::Nv12, 2, 2 * 100 + 2),
        (PixelFormat::P010, 2, 2 * 100 + 4),
        (PixelFormat::Yuv444, 4, 2 * 100 + 2),
    ] {
        let index = FORMATS.iter().position(|it| it.0 == format).unwrap();
        let geometry = geometry(FORMATS[index], Area::new(6, 10, 38, 42));
        let (address, pitch) = (0, 100);
        let surface = geometry.surface(Mapped { address, pitch });
        assert_eq!(surface.address, expected);
        // The driver's chroma begins after 34 rows of luma, and the frame's 1 or 2 rows later.
        let second = surface.address as usize + surface.planes()[1].offset;
        assert_eq!(
            second,
            34 * 100 + chroma / 2 * 100 + expected as usize % 100
        );
    }
}

#[test]
fn what_is_scaled_or_placed_is_left_to_the_driver() {
    let area = Area::new(6, 10, 38, 42);
    let scaled = Geometry {
        size: Size::new(16, 16),
        ..geometry(FORMATS[0], area)
    };
    let placed = Geometry {
        place: Some(Area::new(0, 0, 16, 16)),
        ..geometry(FORMATS[0], area)
    };
    for geometry in [scaled, placed] {
        assert_eq!(geometry.display(), [6, 10, 38, 42]);
        assert_eq!(geometry.target(), geometry.size);
        let (address, pitch) = (1000, 64);
        let surface = geometry.surface(Mapped { address, pitch });
        assert_eq!(surface.address, 1000);
    }
}
