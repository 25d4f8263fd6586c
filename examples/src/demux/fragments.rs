//! Fragments of MP4 files as the parser takes them: with their samples, which it does not look at, and
//! with places that count from the fragment. Those that ffmpeg writes unless told otherwise count
//! from the beginning of the file.

use std::io::{Read, Seek};
use std::ops::Range;

use super::Fault;
use super::mp4_parser::box_header;
use super::source::Source;

/// The header of the box that comes next, `mdat`, is no longer than that.
const HEADER: u64 = 16;

/// Reads boxes into `data`, which is all zeros: of a fragment its index alone, as its samples are read
/// when they are wanted.
pub(super) fn read<R: Read + Seek>(source: &mut Source<R>, data: &mut [u8]) -> Result<(), Fault> {
    let start = source.position();
    let mut size = data.len() as u64;
    if size > HEADER {
        let (kind, body) = box_header(source)?;
        if &kind == b"moof" {
            let end = source.position().saturating_add(body);
            size = size.min((end - start).saturating_add(HEADER));
        }
        source.seek(start)?;
    }
    source.fill(&mut data[..size as usize], "the index")
}

/// Flags of a `tfhd` box: the base is told, in the last byte; it is the fragment, in the first.
const BASE_IS_TOLD: u8 = 0x01;
const BASE_IS_FRAGMENT: u8 = 0x02;

/// Makes the places in the fragment that begins `data`, at `position` of the file, count from it.
pub(super) fn rebase(data: &mut [u8], position: u64) -> Result<(), Fault> {
    let Some((b"moof", fragment)) = boxes(data, 0..data.len()).next() else {
        return Ok(());
    };
    let tracks = boxes(data, fragment).filter(|(kind, _)| *kind == b"traf");
    let headers: Vec<_> = tracks
        .flat_map(|(_, track)| boxes(data, track))
        .filter(|(kind, _)| *kind == b"tfhd")
        .map(|(_, header)| header)
        .collect();
    headers
        .into_iter()
        .try_for_each(|header| rebase_track(&mut data[header.start - 8..header.end], position))
}

/// The base goes; in its place, at the end, comes an empty box of the same size.
fn rebase_track(header: &mut [u8], position: u64) -> Result<(), Fault> {
    let [a, b, c, d, _, _, _, _, _, base_is, _, told, rest @ ..] = header else {
        return Ok(());
    };
    let Some(([_, _, _, _, base @ ..], _)) = rest.split_first_chunk::<12>() else {
        return Ok(());
    };
    if *told & BASE_IS_TOLD == 0 {
        return Ok(());
    }
    if *base != position.to_be_bytes() {
        return Err(Fault::Unsupported("its fragments point elsewhere"));
    }
    let size = u32::from_be_bytes([*a, *b, *c, *d]) - 8; // it has more than that: see above
    [*a, *b, *c, *d] = size.to_be_bytes();
    (*told, *base_is) = (*told & !BASE_IS_TOLD, *base_is | BASE_IS_FRAGMENT);
    rest[4..].rotate_left(8);
    let end = rest.len() - 8;
    rest[end..].copy_from_slice(b"\0\0\0\x08free");
    Ok(())
}

/// The kinds and the bodies of the boxes in `within`, as far as they make sense.
pub(super) fn boxes(
    data: &[u8],
    within: Range<usize>,
) -> impl Iterator<Item = (&[u8; 4], Range<usize>)> {
    let mut at = within.start;
    std::iter::from_fn(move || {
        let (header, _) = data.get(at..within.end)?.split_first_chunk::<8>()?;
        let (size, kind) = header.split_first_chunk::<4>()?;
        let end = at.checked_add(u32::from_be_bytes(*size) as usize)?;
        let body = at + 8..end.min(within.end);
        at = end;
        (body.start <= body.end).then_some((kind.first_chunk()?, body))
    })
}

/// The body of the first box of this kind among those that come from `start` on.
pub(super) fn child<'a>(body: &'a [u8], start: usize, wanted: &[u8; 4]) -> Option<&'a [u8]> {
    let mut children = boxes(body, start..body.len());
    let (_, at) = children.find(|(kind, _)| *kind == wanted)?;
    body.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let size = (body.len() as u32 + 8).to_be_bytes();
        [&size[..], kind, body].concat()
    }

    fn fragment(header: &[u8]) -> Vec<u8> {
        boxed(b"moof", &boxed(b"traf", &boxed(b"tfhd", header)))
    }

    #[test]
    fn the_base_becomes_an_empty_box() {
        let told = [
            0, 0, 0, 0x09, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 1, 2, 5, 5, 5, 5,
        ];
        let mut data = fragment(&told);
        assert!(rebase(&mut data.clone(), 3).is_err());
        rebase(&mut data, 258).unwrap();
        let header = boxed(b"tfhd", &[0, 2, 0, 0x08, 0, 0, 0, 7, 5, 5, 5, 5]);
        let track = boxed(b"traf", &[header, boxed(b"free", &[])].concat());
        assert_eq!(data, boxed(b"moof", &track));
    }

    #[test]
    fn others_stay_as_they_are() {
        for header in [&[0, 2, 0, 0, 0, 0, 0, 7][..], &[0, 0, 0, 1, 0], &[]] {
            let mut data = fragment(header);
            rebase(&mut data, 0).unwrap();
            assert_eq!(data, fragment(header));
        }
        for end in 0..30 {
            let mut cut = fragment(&[0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0]);
            cut.truncate(end);
            let _ = rebase(&mut cut, 0); // whatever it says, it does not panic
        }
    }
}
