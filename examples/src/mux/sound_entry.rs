//! What MP4 says of how sound is coded, from what the input says.

use std::num::NonZeroU32;

use shiguredo_mp4::boxes::{EsdsBox, SampleEntry, UnknownBox};
use shiguredo_mp4::descriptors::{
    DecoderConfigDescriptor, DecoderSpecificInfo, EsDescriptor, SlConfigDescriptor,
};
use shiguredo_mp4::{BoxSize, BoxType, Encode as _, Uint};

use super::dolby;
use crate::demux::{SoundCodec, SoundInfo};

/// Samples in a second.
pub(super) fn rate(info: &SoundInfo) -> Option<u32> {
    match info.codec {
        SoundCodec::Opus => Some(48_000), // it always counts so
        SoundCodec::Aac => aac_rate(&info.config).or(Some(info.rate)),
        _ => Some(info.rate),
    }
}

/// Samples in a second by an AudioSpecificConfig.
fn aac_rate(config: &[u8]) -> Option<u32> {
    const RATES: [u32; 13] = [
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350,
    ];
    let (first, second) = (*config.first()?, *config.get(1)?);
    if first >> 3 == 31 {
        return None; // of a kind of which it lies elsewhere
    }
    match (first & 7) << 1 | second >> 7 {
        15 => {
            let [a, b, c, d] = *config.get(1..)?.first_chunk()?;
            Some(u32::from_be_bytes([a, b, c, d]) << 1 >> 8)
        }
        index => RATES.get(usize::from(index)).copied(),
    }
}

/// What MP4 says of a track that begins with this packet, if that is known; else why it cannot be
/// in MP4.
pub(super) fn entry(
    info: &SoundInfo,
    rate: NonZeroU32,
    packet: Option<&[u8]>,
) -> Result<SampleEntry, String> {
    const AAC: u8 = DecoderConfigDescriptor::OBJECT_TYPE_INDICATION_AUDIO_ISO_IEC_14496_3;
    const MP3: u8 = 0x6b;
    let no_sense = || "what is told of it makes no sense".to_owned();
    let config = &info.config;
    let (kind, child, body) = match info.codec {
        SoundCodec::Aac => (
            b"mp4a",
            b"esds",
            esds(AAC, Some(config)).ok_or_else(no_sense)?,
        ),
        SoundCodec::Mp3 => (b"mp4a", b"esds", esds(MP3, None).ok_or_else(no_sense)?),
        SoundCodec::Opus => (b"Opus", b"dOps", dops(config).ok_or_else(no_sense)?),
        SoundCodec::Flac => (b"fLaC", b"dfLa", dfla(config).ok_or_else(no_sense)?),
        SoundCodec::Ac3 => {
            let body = told_or(config, || dolby::dac3(packet?));
            (b"ac-3", b"dac3", body.ok_or_else(no_sense)?)
        }
        SoundCodec::Eac3 => {
            let body = told_or(config, || dolby::dec3(packet?));
            (b"ec-3", b"dec3", body.ok_or_else(no_sense)?)
        }
        SoundCodec::Pcm => return Err("--format mov or mkv can hold it".to_owned()),
        SoundCodec::Other => return Err("--format mkv can hold it".to_owned()),
    };
    Ok(SampleEntry::Unknown(unknown(kind, {
        let mut fields = fields(info, rate.get()).to_vec();
        fields.extend((body.len() as u32 + 8).to_be_bytes());
        fields.extend(child);
        fields.extend(body);
        fields
    })))
}

pub(super) fn unknown(kind: &[u8; 4], payload: Vec<u8>) -> UnknownBox {
    let box_type = BoxType::Normal(*kind);
    UnknownBox {
        box_type,
        box_size: BoxSize::with_payload_size(box_type, payload.len() as u64),
        payload,
    }
}

/// What comes first in entries of sound, ISO/IEC 14496-12, 12.2.3.
pub(super) fn fields(info: &SoundInfo, rate: u32) -> [u8; 28] {
    let bits = match info.codec {
        SoundCodec::Flac => flac_bits(&info.config).unwrap_or(16),
        _ => 16,
    };
    let rate = u16::try_from(rate).unwrap_or(0); // 0 stands for rates that do not fit
    let mut fields = [0; 28];
    fields[7] = 1; // the data are in this file
    fields[16..18].copy_from_slice(&info.channels.to_be_bytes());
    fields[18..20].copy_from_slice(&bits.to_be_bytes());
    fields[24..26].copy_from_slice(&rate.to_be_bytes());
    fields
}

fn told_or(config: &[u8], made: impl FnOnce() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    match config {
        [] => made(),
        told => Some(told.to_vec()),
    }
}

fn esds(object: u8, config: Option<&[u8]>) -> Option<Vec<u8>> {
    const BOX_HEADER: usize = 8;
    if config.is_some_and(<[u8]>::is_empty) {
        return None;
    }
    let esds = EsdsBox {
        es: EsDescriptor {
            es_id: EsDescriptor::MIN_ES_ID,
            stream_priority: EsDescriptor::LOWEST_STREAM_PRIORITY,
            depends_on_es_id: None,
            url_string: None,
            ocr_es_id: None,
            dec_config_descr: DecoderConfigDescriptor {
                object_type_indication: object,
                stream_type: DecoderConfigDescriptor::STREAM_TYPE_AUDIO,
                up_stream: DecoderConfigDescriptor::UP_STREAM_FALSE,
                buffer_size_db: Uint::new(0),
                max_bitrate: 0,
                avg_bitrate: 0,
                dec_specific_info: config.map(|config| DecoderSpecificInfo {
                    payload: config.to_vec(),
                }),
            },
            sl_config_descr: SlConfigDescriptor,
        },
    };
    Some(esds.encode_to_vec().ok()?.get(BOX_HEADER..)?.to_vec())
}

/// The head of Ogg and Matroska with the bytes the other way round; the table of channels, which
/// families other than 0 have, is bytes.
fn dops(head: &[u8]) -> Option<Vec<u8>> {
    let [_, channels, a, b, c, d, e, f, g, h, mapping @ ..] = head.strip_prefix(b"OpusHead")?
    else {
        return None;
    };
    let mapping = match mapping {
        [0, ..] => &mapping[..1],
        [_, ..] => mapping.get(..3 + usize::from(*channels))?,
        [] => return None,
    };
    let mut body = vec![0, *channels, *b, *a, *f, *e, *d, *c, *h, *g];
    body.extend(mapping);
    Some(body)
}

/// The first block, STREAMINFO, is all that is needed; it becomes the last.
fn dfla(private: &[u8]) -> Option<Vec<u8>> {
    let info = stream_info(private)?;
    let mut body = vec![0, 0, 0, 0, 0x80, 0, 0, 34];
    body.extend(info);
    Some(body)
}

fn stream_info(private: &[u8]) -> Option<&[u8]> {
    let [kind, 0, 0, 34, info @ ..] = private.strip_prefix(b"fLaC")? else {
        return None;
    };
    info.get(..34).filter(|_| kind & 0x7f == 0)
}

/// Bits of a sample, RFC 9639, 8.2.
fn flac_bits(private: &[u8]) -> Option<u16> {
    let info = stream_info(private)?;
    let (high, low) = (info[12] & 1, info[13] >> 4);
    Some(u16::from(high << 4 | low) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_of_aac() {
        assert_eq!(aac_rate(&[0x12, 0x10]), Some(44_100));
        assert_eq!(aac_rate(&[0x11, 0x90]), Some(48_000));
        let told = [
            0x17,
            0x80 | (48_000 >> 17) as u8,
            (48_000 >> 9) as u8,
            (48_000 >> 1) as u8,
            0x10,
        ];
        assert_eq!(aac_rate(&told), Some(48_000));
        assert_eq!(aac_rate(&[0x12]), None);
    }

    #[test]
    fn opus_with_a_table_of_channels() {
        let head = b"OpusHead\x01\x06\x38\x01\x80\xbb\0\0\x01\0\x01\x04\x02\0\x04\x01\x02\x03\x05";
        let body = [0, 6, 1, 56, 0, 0, 187, 128, 0, 1, 1, 4, 2, 0, 4, 1, 2, 3, 5];
        assert_eq!(dops(head).unwrap(), body);
        assert_eq!(dops(&head[..26]), None);
        let stereo = b"OpusHead\x01\x02\x38\x01\x80\xbb\0\0\0\0\0";
        assert_eq!(dops(stereo).unwrap()[8..], [0, 0, 0]);
        for end in 0..stereo.len() {
            assert_eq!(dops(&stereo[..end]), None);
        }
    }

    #[test]
    fn flac_keeps_what_describes_the_stream() {
        let mut private = b"fLaC\0\0\0\x22".to_vec();
        private.extend([0; 12]);
        private.extend([0x01, 0x70]); // 24 bits
        private.extend([7; 20]);
        private.extend(b"\x84\0\0\x02hi");
        let body = dfla(&private).unwrap();
        assert_eq!(body.len(), 4 + 4 + 34);
        assert_eq!(body[4..8], [0x80, 0, 0, 34]);
        assert_eq!(body[8..], private[8..42]);
        assert_eq!(flac_bits(&private), Some(24));
        assert_eq!(dfla(&private[..41]), None);
        assert_eq!(dfla(b"fLaC"), None);
    }
}
