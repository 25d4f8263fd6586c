//! How long a packet of sound is, by what its first bytes tell.

use super::{SoundCodec, SoundInfo};

/// Samples in a packet; 0 where only the container knows.
pub(crate) fn samples(info: &SoundInfo, packet: &[u8]) -> u32 {
    match info.codec {
        SoundCodec::Aac => aac_samples(&info.config),
        SoundCodec::Opus => opus_samples(packet),
        SoundCodec::Ac3 => 1536,
        SoundCodec::Eac3 => eac3_samples(packet),
        SoundCodec::Flac => flac_samples(packet).unwrap_or(0),
        SoundCodec::Mp3 => mp3_samples(packet),
        SoundCodec::Pcm => pcm_samples(info, packet),
        SoundCodec::Other => 0,
    }
}

fn pcm_samples(info: &SoundInfo, packet: &[u8]) -> u32 {
    let bits = u32::from(info.bit_depth.unwrap_or(0)) * u32::from(info.channels);
    (packet.len() as u32).checked_div(bits / 8).unwrap_or(0) // packets are far below 4 GiB
}

/// `frameLengthFlag` follows the frequency and the channels, ISO/IEC 14496-3, 4.4.1.
fn aac_samples(config: &[u8]) -> u32 {
    match config {
        [first, second, ..] if first >> 3 <= 4 && (first & 7) << 1 | second >> 7 != 15 => {
            if second & 4 == 0 { 1024 } else { 960 }
        }
        _ => 1024,
    }
}

/// By the first byte: the length of a frame, and in the second at most how many there are.
fn opus_samples(packet: &[u8]) -> u32 {
    const SILK: [u32; 4] = [480, 960, 1920, 2880];
    const HYBRID: [u32; 2] = [480, 960];
    const CELT: [u32; 4] = [120, 240, 480, 960];
    let first = packet.first().copied().unwrap_or_default();
    let kind = usize::from(first >> 3);
    let frame = match kind {
        0..=11 => SILK[kind % 4],
        12..=15 => HYBRID[kind % 2],
        _ => CELT[kind % 4],
    };
    let count = match first & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => u32::from(packet.get(1).copied().unwrap_or_default() & 0x3f),
    };
    frame * count
}

/// A frame of the first independent substream follows the next one in time; others lie beside it.
fn eac3_samples(mut packet: &[u8]) -> u32 {
    let mut samples = 0;
    while let [0x0b, 0x77, a, b, c, ..] = *packet {
        let (kind, substream) = (a >> 6, a >> 3 & 7);
        let blocks = match (c >> 6, c >> 4 & 3) {
            (3, _) => 6,
            (_, code) => [1, 2, 3, 6][usize::from(code)],
        };
        if kind != 1 && substream == 0 {
            samples += 256 * blocks;
        }
        let size = 2 * ((usize::from(a & 7) << 8 | usize::from(b)) + 1);
        packet = packet.get(size..).unwrap_or_default();
    }
    samples.max(256)
}

/// The header of a frame, RFC 9639, 9.1; its number, in the manner of UTF-8, comes before sizes.
fn flac_samples(packet: &[u8]) -> Option<u32> {
    let code = packet.get(2)? >> 4;
    let number = packet.get(4)?;
    let after = 4 + (number.leading_ones() as usize).max(1);
    match code {
        1 => Some(192),
        2..=5 => Some(576 << (code - 2)),
        6 => Some(u32::from(*packet.get(after)?) + 1),
        7 => {
            let size = packet.get(after..)?.first_chunk::<2>()?;
            Some(u32::from(u16::from_be_bytes(*size)) + 1)
        }
        8.. => Some(256 << (code - 8)),
        0 => None,
    }
}

/// Layer III of MPEG-1 has twice as many as that of MPEG-2.
fn mp3_samples(packet: &[u8]) -> u32 {
    match packet.get(1) {
        Some(second) if second & 0x08 == 0 => 576,
        _ => 1152,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(codec: SoundCodec) -> SoundInfo {
        SoundInfo {
            codec,
            codec_id: String::new(),
            config: Vec::new(),
            channels: 2,
            rate: 48_000,
            bit_depth: Some(24),
            time_base: nvdec::Rational::new(1, 48_000),
            delay: 0.0,
            hidden: 0.0,
            language: String::new(),
            is_default: false,
            title: String::new(),
        }
    }

    #[test]
    fn lengths_of_what_is_not_coded() {
        let mut info = info(SoundCodec::Pcm);
        assert_eq!(samples(&info, &[0; 60]), 10);
        info.bit_depth = None;
        assert_eq!(samples(&info, &[0; 60]), 0);
    }

    #[test]
    fn lengths_of_opus() {
        assert_eq!(opus_samples(&[0xfc]), 960);
        assert_eq!(opus_samples(&[0x08]), 960);
        assert_eq!(opus_samples(&[0x7d]), 1920);
        assert_eq!(opus_samples(&[0xff, 3]), 2880);
    }

    #[test]
    fn lengths_of_others() {
        assert_eq!(aac_samples(&[0x12, 0x10]), 1024);
        assert_eq!(aac_samples(&[0x12, 0x14]), 960);
        assert_eq!(eac3_samples(&[0x0b, 0x77, 0, 2, 0x30, 0x0b, 0x77]), 1536);
        let two = [0x0b, 0x77, 0, 2, 0x10, 0].repeat(2);
        assert_eq!(eac3_samples(&two), 1024);
        assert_eq!(flac_samples(&[0xff, 0xf8, 0xc9, 0x18, 0]), Some(4096));
        let told = [0xff, 0xf8, 0x79, 0x18, 0xc2, 0x80, 0x0f, 0x9f];
        assert_eq!(flac_samples(&told), Some(4000));
        assert_eq!(flac_samples(&told[..7]), None);
        assert_eq!(mp3_samples(&[0xff, 0xfb]), 1152);
        assert_eq!(mp3_samples(&[0xff, 0xf3]), 576);
        for codec in [SoundCodec::Eac3, SoundCodec::Flac, SoundCodec::Mp3] {
            samples(&info(codec), &[]); // whatever it says, it does not panic
        }
    }
}
