//! Formats of the frames.

use super::*;

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
        let frame = session.host_frame().unwrap();
        let planes: Vec<Vec<u8>> = frame
            .planes()
            .iter()
            .map(|plane| vec![100; plane.row_bytes * plane.rows])
            .collect();
        let mut frame = frame;
        let planes: Vec<&[u8]> = planes.iter().map(Vec::as_slice).collect();
        frame.upload(&planes).unwrap();
        session.submit(frame, at(0)).unwrap();
        let mut drain = session.finish().unwrap();
        let coded = vec![Coded::from(&drain.receive().unwrap().unwrap())];
        let (profile, pixels) = (format!("profile={profile}"), format!("pix_fmt={pixels}"));
        says(codec, &coded, &[&profile, &pixels]);
    }
}
