//! Y4M: a line of text that describes the video, and raw pictures that each have a line before.

use std::io::{Read, Seek};

use nvdec::{Colour, Rational, Size};

use super::appearance::{colour, sample_aspect};
use super::raw::{evenly, picture_bytes};
use super::source::Source;
use super::{Appearance, Codec, Fault, Faulty, Index, KeyPicture, Packet, RawPicture, VideoInfo};

#[derive(Debug)]
pub(super) struct Y4m<R> {
    source: Source<R>,
    info: VideoInfo,
    picture: Vec<u8>,
    picture_bytes: u64,
    /// Where the first picture's line begins.
    first: u64,
    next: i64,
}

/// What stands before each picture, unless it has parameters of its own.
const LINE: [u8; 6] = *b"FRAME\n";

/// Longer than any line that means something.
const LONGEST: usize = 1024;

impl<R: Read + Seek> Y4m<R> {
    pub(super) fn open(mut source: Source<R>) -> Result<Self, Fault> {
        let mut info = info(&line(&mut source)?)?;
        let picture_bytes = picture_bytes(info.size);
        let whole = picture_bytes.saturating_add(LINE.len() as u64);
        info.frames = Some(source.rest() / whole); // their lines may be longer
        Ok(Self {
            first: source.position(),
            source,
            info,
            picture: Vec::new(),
            picture_bytes,
            next: 0,
        })
    }

    /// How far pictures are apart, if all of them are as far: if the last is where it then must be.
    fn distance(&mut self) -> Result<Option<u64>, Fault> {
        let distance = self.picture_bytes.saturating_add(LINE.len() as u64);
        let (end, bytes) = (self.source.size(), self.source.size() - self.first);
        if bytes == 0 || bytes % distance != 0 {
            return Ok(None);
        }
        self.source.seek(end - distance)?;
        let is_line = self.source.array("a line")? == LINE;
        Ok(is_line.then_some(distance))
    }

    /// Reads the line of the next picture, which is all there; gives its number.
    fn begin(&mut self) -> Result<Option<i64>, Fault> {
        if self.source.rest() == 0 {
            return Ok(None);
        }
        let line = line(&mut self.source)?;
        if !line.starts_with("FRAME") {
            let why = format!("{:?} stands where a picture should begin", first(&line));
            return Err(Fault::Damaged(why));
        }
        self.source.need(self.picture_bytes, "a picture")?;
        self.next += 1;
        Ok(Some(self.next - 1))
    }
}

impl<R: Read + Seek + Send> Faulty for Y4m<R> {
    fn info(&self) -> &VideoInfo {
        &self.info
    }

    /// The timestamp is the picture's number.
    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        let Some(pts) = self.begin()? else {
            return Ok(None);
        };
        self.source
            .read(self.picture_bytes, &mut self.picture, "a picture")?;
        Ok(Some(Packet::new(&self.picture, pts, true)))
    }

    fn raw_picture(&mut self) -> Result<Option<RawPicture<'_>>, Fault> {
        let bytes = self.picture_bytes;
        let pts = self.begin()?;
        Ok(pts.map(|pts| RawPicture::new(pts, &mut self.source, bytes)))
    }

    /// None where the lines of pictures have parameters: they would have to be read one by one.
    fn index(&mut self) -> Result<Option<Index>, Fault> {
        let distance = self.distance()?;
        self.source.seek(self.first)?;
        self.next = 0;
        distance
            .map(|distance| evenly(self.first, self.source.size(), distance))
            .transpose()
    }

    fn start_at(&mut self, key: KeyPicture) -> Result<(), Fault> {
        self.next = key.pts;
        self.source.seek(key.offset)
    }
}

fn line<R: Read + Seek>(source: &mut Source<R>) -> Result<String, Fault> {
    let mut line = Vec::new();
    while line.len() < LONGEST {
        match source.array("a line")? {
            [b'\n'] => return Ok(String::from_utf8_lossy(&line).into_owned()),
            [other] => line.push(other),
        }
    }
    Err(Fault::Damaged("a line has no end".to_owned()))
}

fn info(header: &str) -> Result<VideoInfo, Fault> {
    let (mut width, mut height, mut rate) = (None, None, None);
    let mut appearance = Appearance::default();
    for word in header.split_ascii_whitespace().skip(1) {
        let (kind, value) = word.split_at_checked(1).unwrap_or(("", word));
        match kind {
            "W" => width = value.parse().ok(),
            "H" => height = value.parse().ok(),
            "F" => rate = frame_rate(value),
            "C" => check_chroma(value)?,
            "A" => appearance.sample_aspect = aspect(value),
            "X" if value == "COLORRANGE=FULL" => appearance.colour = colour(FULL_RANGE),
            "I" if !matches!(value, "p" | "?") => {
                return Err(Fault::Unsupported("its video is interlaced"));
            }
            _ => {}
        }
    }
    let size = width
        .zip(height)
        .filter(|(width, height)| *width > 0 && *height > 0);
    let (width, height) = size.ok_or_else(|| damaged("it tells no size that can be"))?;
    Ok(VideoInfo {
        codec: Codec::I420,
        size: Size::new(width, height),
        frame_rate: rate,
        time_base: Rational::new(1, 1),
        timed: false,
        bit_depth: Some(8),
        frames: None,
        appearance,
    })
}

/// Nothing is said of what its colours are.
const FULL_RANGE: Colour = Colour {
    primaries: 2,
    transfer: 2,
    matrix: 2,
    full_range: true,
};

fn aspect(value: &str) -> Option<(u16, u16)> {
    let (width, height) = value.split_once(':')?;
    sample_aspect(width.parse().ok()?, height.parse().ok()?)
}

fn frame_rate(value: &str) -> Option<Rational> {
    let (num, den) = value.split_once(':')?;
    let (num, den) = (num.parse().ok()?, den.parse().ok()?);
    (num > 0 && den > 0).then(|| Rational::new(num, den))
}

/// The kinds of 4:2:0 differ in where between the luma samples those of chroma lie.
fn check_chroma(value: &str) -> Result<(), Fault> {
    match value {
        "420" | "420jpeg" | "420mpeg2" | "420paldv" => Ok(()),
        other => Err(Fault::Codec(format!("raw {}", first(other)))),
    }
}

fn first(text: &str) -> String {
    text.chars().take(20).collect()
}

fn damaged(why: &str) -> Fault {
    Fault::Damaged(why.to_owned())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn open(text: &str) -> Result<Y4m<Cursor<Vec<u8>>>, String> {
        let file = text.as_bytes().to_vec();
        let size = file.len() as u64;
        Y4m::open(Source::new(Cursor::new(file), size)).map_err(|fault| fault.to_string())
    }

    #[test]
    fn pictures_follow_their_lines() {
        let pictures = "FRAME\nabcdefFRAME Ip\nABCDEF";
        let mut y4m = open(&format!(
            "YUV4MPEG2 W2 H2 F25:1 Ip A1:1 C420jpeg\n{pictures}"
        ))
        .unwrap();
        assert_eq!(y4m.info().size, Size::new(2, 2));
        assert_eq!(y4m.info().frame_rate, Some(Rational::new(25, 1)));
        assert_eq!(y4m.next().unwrap().unwrap().data, b"abcdef");
        assert_eq!(y4m.next().unwrap().unwrap().data, b"ABCDEF");
        assert!(y4m.next().unwrap().is_none());
    }

    #[test]
    fn pictures_are_found_by_their_size() {
        let pictures = "FRAME\nabcdefFRAME\nghijklFRAME\nmnopqr";
        let mut y4m = open(&format!("YUV4MPEG2 W2 H2\n{pictures}")).unwrap();
        y4m.next().unwrap();
        let index = y4m.index().unwrap().unwrap();
        assert_eq!(index.times, [0, 1, 2]);
        assert_eq!(y4m.next().unwrap().unwrap().data, b"abcdef");
        for (number, picture) in [(2, b"mnopqr"), (0, b"abcdef"), (1, b"ghijkl")] {
            y4m.start_at(index.keys[number]).unwrap();
            let packet = y4m.next().unwrap().unwrap();
            assert_eq!((packet.data, packet.pts), (&picture[..], number as i64));
        }
    }

    /// Lengths that differ cannot be told from the file's, but for the last picture's place.
    #[test]
    fn pictures_with_parameters_have_no_index() {
        for pictures in [
            "FRAME Ip\nabcdefFRAME\nghijkl",
            "FRAME X2345678901\nabcdef",
            "",
        ] {
            let mut y4m = open(&format!("YUV4MPEG2 W2 H2\n{pictures}")).unwrap();
            assert_eq!(y4m.index().unwrap(), None, "{pictures}");
            let packets = std::iter::from_fn(|| y4m.next().unwrap().map(drop));
            assert_eq!(packets.count(), pictures.matches("FRAME").count());
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let cases = [
            ("YUV4MPEG2 W2 H2 C444\n", "raw 444"),
            ("YUV4MPEG2 W2 H2 It\n", "interlaced"),
            ("YUV4MPEG2 H2\n", "no size"),
            ("YUV4MPEG2 W2 H9999999999999\n", "no size"),
            ("YUV4MPEG2 W4294967296 H4294967296\n", "no size"),
            ("YUV4MPEG2 W2", "truncated"),
        ];
        for (text, said) in cases {
            let refused = open(text).unwrap_err();
            assert!(refused.contains(said), "{text}: {refused}");
        }
        let mut y4m = open("YUV4MPEG2 W2 H2\nFRAM\n").unwrap();
        assert!(matches!(y4m.next(), Err(Fault::Damaged(_))));
    }
}
