//! What QuickTime and MP4 say of uncompressed sound.

use super::fragments::child;
use super::mp4_entries::Entry;
use super::sound::SoundCodec;

/// The kinds of its entries.
const KINDS: [&[u8; 4]; 10] = [
    b"sowt", b"twos", b"in24", b"in32", b"fl32", b"fl64", b"raw ", b"lpcm", b"ipcm", b"fpcm",
];

pub(super) fn is_pcm(kind: &[u8; 4]) -> bool {
    KINDS.contains(&kind)
}

/// How a number is stored. Matroska has no floating point with the high byte first.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Number {
    Little,
    Big,
    Float,
}

/// What an entry says, of which this is the part that QuickTime's versions put in between; `None`
/// where Matroska could not say the same.
pub(super) fn read(
    kind: &[u8; 4],
    body: &[u8],
    longer: usize,
    (channels, rate): (u16, u32),
) -> Option<Entry> {
    let children = 28 + longer;
    let told = u16::from_be_bytes(*body.get(18..)?.first_chunk()?);
    let (number, bits) = match kind {
        b"lpcm" => of_version_2(body)?,
        b"ipcm" | b"fpcm" => of_iso(kind, child(body, children, b"pcmC")?)?,
        _ => of_kind(kind, told, || is_little(body, children))?,
    };
    let is_whole = matches!((number, bits), (Number::Float, 32 | 64));
    let is_whole = is_whole || number != Number::Float && matches!(bits, 16 | 24 | 32);
    let is_whole = is_whole || kind == b"raw " && bits == 8;
    let frame = u32::from(bits / 8) * u32::from(channels);
    if !is_whole || frame == 0 || packed(body, longer).is_some_and(|it| it != frame) {
        return None;
    }
    Some(Entry {
        codec: SoundCodec::Pcm,
        codec_id: match number {
            Number::Little => "A_PCM/INT/LIT",
            Number::Big => "A_PCM/INT/BIG",
            Number::Float => "A_PCM/FLOAT/IEEE",
        },
        config: Vec::new(),
        channels,
        rate,
        bit_depth: Some(bits),
    })
}

/// What the kind says by its name; the bits that are `told` are 16 for many that have others.
fn of_kind(kind: &[u8; 4], told: u16, is_little: impl Fn() -> bool) -> Option<(Number, u16)> {
    let whole = || match is_little() {
        true => Number::Little,
        false => Number::Big,
    };
    let float = |bits| is_little().then_some((Number::Float, bits));
    match kind {
        b"sowt" => Some((Number::Little, told)),
        b"twos" => Some((Number::Big, told)),
        b"in24" => Some((whole(), 24)),
        b"in32" => Some((whole(), 32)),
        b"fl32" => float(32),
        b"fl64" => float(64),
        b"raw " if told == 8 => Some((Number::Little, 8)), // without a sign, as in Matroska
        _ => None,
    }
}

/// QuickTime's box `enda`, of which 1 is the low byte first.
fn is_little(body: &[u8], children: usize) -> bool {
    let wave = child(body, children, b"wave");
    wave.and_then(|wave| child(wave, 0, b"enda")) == Some(&[0, 1])
}

/// QuickTime's `LPCMFormatFlags`.
fn of_version_2(body: &[u8]) -> Option<(Number, u16)> {
    const FLOAT: u32 = 1;
    const BIG: u32 = 2;
    const SIGNED: u32 = 4;
    const PACKED: u32 = 8;
    const APART: u32 = 32; // each channel by itself
    let bits = u16::try_from(u32_at(body, 48)?).ok()?;
    let flags = u32_at(body, 52)?;
    if flags & (PACKED | APART) != PACKED {
        return None;
    }
    match (flags & FLOAT != 0, flags & BIG != 0) {
        (true, false) => Some((Number::Float, bits)),
        (true, true) => None,
        (false, _) if flags & SIGNED == 0 => None,
        (false, false) => Some((Number::Little, bits)),
        (false, true) => Some((Number::Big, bits)),
    }
}

/// ISO/IEC 23003-5, the box `pcmC`.
fn of_iso(kind: &[u8; 4], told: &[u8]) -> Option<(Number, u16)> {
    let [0, _, _, _, flags, bits, ..] = *told else {
        return None;
    };
    match (kind, flags & 1 != 0) {
        (b"fpcm", true) => Some((Number::Float, bits.into())),
        (b"ipcm", true) => Some((Number::Little, bits.into())),
        (b"ipcm", false) => Some((Number::Big, bits.into())),
        _ => None,
    }
}

/// The bytes of a frame where the longer entries tell them.
fn packed(body: &[u8], longer: usize) -> Option<u32> {
    match longer {
        16 => u32_at(body, 36),
        36 => u32_at(body, 56),
        _ => None,
    }
}

fn u32_at(body: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*body.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let size = (body.len() as u32 + 8).to_be_bytes();
        [&size[..], kind, body].concat()
    }

    /// Of two channels at 48 kHz.
    fn said(kind: &[u8; 4], body: &[u8], longer: usize) -> Option<(&'static str, u16)> {
        for end in 0..body.len() {
            read(kind, &body[..end], longer, (2, 48_000)); // whatever it is, it does not panic
        }
        let entry = read(kind, body, longer, (2, 48_000))?;
        assert_eq!((entry.channels, entry.rate), (2, 48_000));
        Some((entry.codec_id, entry.bit_depth?))
    }

    fn short(bits: u8, children: &[u8]) -> Vec<u8> {
        let mut body = [&[0; 28][..], children].concat();
        body[19] = bits;
        body
    }

    #[test]
    fn by_the_kind() {
        let (little, big) = ("A_PCM/INT/LIT", "A_PCM/INT/BIG");
        assert_eq!(said(b"sowt", &short(16, &[]), 0), Some((little, 16)));
        assert_eq!(said(b"sowt", &short(8, &[]), 0), None); // has a sign
        assert_eq!(said(b"twos", &short(24, &[]), 0), Some((big, 24)));
        assert_eq!(said(b"raw ", &short(8, &[]), 0), Some((little, 8)));
        assert_eq!(said(b"raw ", &short(16, &[]), 0), None);
        let wave = boxed(b"wave", &boxed(b"enda", &[0, 1]));
        assert_eq!(said(b"in24", &short(16, &[]), 0), Some((big, 24)));
        assert_eq!(said(b"in24", &short(16, &wave), 0), Some((little, 24)));
        assert_eq!(said(b"fl32", &short(16, &[]), 0), None);
        let float = Some(("A_PCM/FLOAT/IEEE", 32));
        assert_eq!(said(b"fl32", &short(16, &wave), 0), float);
    }

    #[test]
    fn by_the_box_of_iso() {
        let told = |flags, bits| short(16, &boxed(b"pcmC", &[0, 0, 0, 0, flags, bits]));
        assert_eq!(said(b"ipcm", &told(1, 24), 0), Some(("A_PCM/INT/LIT", 24)));
        assert_eq!(said(b"ipcm", &told(0, 16), 0), Some(("A_PCM/INT/BIG", 16)));
        assert_eq!(said(b"ipcm", &told(0, 20), 0), None);
        assert_eq!(
            said(b"fpcm", &told(1, 64), 0),
            Some(("A_PCM/FLOAT/IEEE", 64))
        );
        assert_eq!(said(b"fpcm", &told(0, 32), 0), None);
    }

    #[test]
    fn by_flags_of_the_second_version() {
        let told = |bits: u8, flags: u8, frame: u8| {
            let mut body = vec![0; 64];
            (body[51], body[55], body[59]) = (bits, flags, frame);
            body
        };
        let of = |bits, flags, frame| said(b"lpcm", &told(bits, flags, frame), 36);
        assert_eq!(of(24, 8 | 4, 6), Some(("A_PCM/INT/LIT", 24)));
        assert_eq!(of(16, 8 | 4 | 2, 4), Some(("A_PCM/INT/BIG", 16)));
        assert_eq!(of(32, 8 | 1, 8), Some(("A_PCM/FLOAT/IEEE", 32)));
        assert_eq!(of(24, 8 | 4, 8), None, "padded");
        assert_eq!(of(24, 8 | 4 | 32, 3), None, "each channel by itself");
        assert_eq!(of(16, 8, 4), None, "no sign");
    }

    #[test]
    fn by_the_bytes_of_a_frame_in_the_first_version() {
        let mut body = short(16, &[0; 16]);
        body[39] = 4;
        assert_eq!(said(b"sowt", &body, 16), Some(("A_PCM/INT/LIT", 16)));
        body[39] = 8;
        assert_eq!(said(b"sowt", &body, 16), None);
    }
}
