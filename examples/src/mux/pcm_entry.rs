//! What QuickTime says of uncompressed sound, from Matroska's name of it.

use shiguredo_mp4::boxes::SampleEntry;

use super::sound_entry::{fields, unknown};
use crate::demux::SoundInfo;

/// QuickTime's `LPCMFormatFlags`.
const FLOAT: u32 = 1;
const BIG: u32 = 2;
const SIGNED: u32 = 4;
const PACKED: u32 = 8;

/// What QuickTime says of such a track; else why it cannot hold it.
pub(super) fn entry(info: &SoundInfo) -> Result<SampleEntry, String> {
    let bits = info.bit_depth.unwrap_or(0);
    let flags = match (&*info.codec_id, bits) {
        ("A_PCM/INT/LIT", 8) if u16::try_from(info.rate).is_ok() => {
            let mut fields = fields(info, info.rate);
            fields[18..20].copy_from_slice(&bits.to_be_bytes());
            return Ok(SampleEntry::Unknown(unknown(b"raw ", fields.to_vec())));
        }
        ("A_PCM/INT/LIT", 16 | 24 | 32) => SIGNED,
        ("A_PCM/INT/BIG", 16 | 24 | 32) => SIGNED | BIG,
        ("A_PCM/FLOAT/IEEE", 32 | 64) => FLOAT,
        (_, bits) => return Err(format!("QuickTime has no word for it with {bits} bits")),
    };
    let body = version_2(info, bits, flags | PACKED);
    Ok(SampleEntry::Unknown(unknown(b"lpcm", body)))
}

/// The second version of a sound description, of the QuickTime File Format.
fn version_2(info: &SoundInfo, bits: u16, flags: u32) -> Vec<u8> {
    let frame = u32::from(bits / 8) * u32::from(info.channels);
    let mut body = vec![0; 6];
    body.extend([0, 1]); // the data are in this file
    body.extend([0, 2, 0, 0, 0, 0, 0, 0]);
    body.extend([0, 3, 0, 16, 0xff, 0xfe, 0, 0, 0, 1, 0, 0]); // always so
    body.extend(72_u32.to_be_bytes()); // with the box's size and kind
    body.extend(f64::from(info.rate).to_be_bytes());
    body.extend(u32::from(info.channels).to_be_bytes());
    body.extend(0x7f00_0000_u32.to_be_bytes()); // always so
    body.extend(
        [u32::from(bits), flags, frame, 1]
            .map(u32::to_be_bytes)
            .concat(),
    );
    body
}
