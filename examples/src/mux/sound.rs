//! Sound on its way from the input to the output: unchanged, with times that fit the pictures'.

use nvdec::Rational;
use shiguredo_mp4::boxes::{
    AudioSampleEntryFields, DopsBox, EsdsBox, Mp4aBox, OpusBox, SampleEntry,
};
use shiguredo_mp4::descriptors::{
    DecoderConfigDescriptor, DecoderSpecificInfo, EsDescriptor, SlConfigDescriptor,
};
use shiguredo_mp4::{FixedPointNumber, Uint};

use crate::demux::{Sound, SoundCodec, SoundInfo};
use crate::error::{Error, Result};

/// Sound that begins this much too early or too late is moved, in seconds. Times in Matroska are
/// not exact, and a packet of sound lasts about as long.
const TOLERANCE: f64 = 0.05;

/// Opus always counts so many samples in a second.
const OPUS_RATE: u32 = 48_000;

/// Sound that goes along with the pictures of an output.
#[derive(Debug)]
pub struct Feed {
    sound: Sound,
    track: Track,
    /// Seconds that are added to its times, so that they count from the first picture.
    shift: f64,
    next: Option<Piece>,
    /// Whether sound that goes on after the last picture is wanted.
    to_its_end: bool,
}

/// What an output must know of its sound.
#[derive(Clone, Debug)]
pub(super) struct Track {
    pub(super) info: SoundInfo,
    /// Samples in a second.
    pub(super) rate: u32,
}

/// A packet of sound.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) data: Vec<u8>,
    /// When it is heard, in seconds from the first picture.
    pub(super) time: f64,
    /// How long it is, in samples.
    pub(super) samples: u32,
}

impl Feed {
    /// Sound for an output.
    ///
    /// # Errors
    /// [`Error::BadInput`]: what is told of it makes no sense
    pub fn new(sound: Sound) -> Result<Self> {
        let info = sound.info().clone();
        let rate = match info.codec {
            SoundCodec::Opus => Some(OPUS_RATE),
            SoundCodec::Aac => aac_rate(&info.config),
        };
        let rate = rate.filter(|rate| *rate > 0);
        let rate = rate.ok_or_else(|| Error::BadInput("its sound makes no sense".to_owned()))?;
        Ok(Self {
            track: Track { info, rate },
            sound,
            shift: 0.0,
            next: None,
            to_its_end: true,
        })
    }

    /// Leaves out what is heard after the last picture.
    #[must_use]
    pub fn only_beside_pictures(mut self) -> Self {
        self.to_its_end = false;
        self
    }

    /// When sound ends, where the pictures end at this time.
    pub(super) fn end(&self, pictures: f64) -> f64 {
        match self.to_its_end {
            true => f64::INFINITY,
            false => pictures,
        }
    }

    pub(super) fn track(&self) -> &Track {
        &self.track
    }

    /// The first picture is shown at this time of the input, in seconds.
    pub(super) fn begin(&mut self, first: f64) -> Result<()> {
        self.shift = self.track.info.delay - first;
        self.read()?;
        while self
            .next
            .as_ref()
            .is_some_and(|next| next.time < -TOLERANCE)
        {
            self.read()?;
        }
        Ok(())
    }

    /// The next packet that is heard by then, in seconds from the first picture.
    pub(super) fn until(&mut self, time: f64) -> Result<Option<Piece>> {
        if self.next.as_ref().is_none_or(|next| next.time > time) {
            return Ok(None);
        }
        let mut piece = self.next.take();
        self.read()?;
        if let (Some(piece), Some(next)) = (&mut piece, &self.next) {
            piece.fill(next.time, self.track.rate);
        }
        Ok(piece)
    }

    fn read(&mut self) -> Result<()> {
        let Some(packet) = self.sound.next()? else {
            self.next = None;
            return Ok(());
        };
        let base: Rational = self.track.info.time_base;
        self.next = Some(Piece {
            data: packet.data.to_vec(),
            time: packet.pts as f64 * base.as_f64() + self.shift,
            samples: samples(self.track.info.codec, packet.data),
        });
        Ok(())
    }
}

impl Piece {
    /// Where sound is missing after it, it lasts until there is some again.
    fn fill(&mut self, next: f64, rate: u32) {
        let until = next - self.time;
        if until - f64::from(self.samples) / f64::from(rate) > TOLERANCE {
            self.samples = (until * f64::from(rate)).round() as u32;
        }
    }
}

/// How long a packet is.
fn samples(codec: SoundCodec, packet: &[u8]) -> u32 {
    match codec {
        SoundCodec::Aac => 1024,
        SoundCodec::Opus => opus_samples(packet),
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

/// Samples in a second by an AudioSpecificConfig.
fn aac_rate(config: &[u8]) -> Option<u32> {
    const RATES: [u32; 13] = [
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350,
    ];
    let (first, second) = (*config.first()?, *config.get(1)?);
    if first >> 3 == 31 {
        return None; // of a kind that is not in use
    }
    match (first & 7) << 1 | second >> 7 {
        15 => {
            let [a, b, c, d] = *config.get(1..)?.first_chunk()?;
            Some(u32::from_be_bytes([a, b, c, d]) << 1 >> 8)
        }
        index => RATES.get(usize::from(index)).copied(),
    }
}

/// What MP4 says of how sound is coded.
pub(super) fn sound_entry(track: &Track) -> Result<SampleEntry> {
    let info = &track.info;
    let whole = u16::try_from(track.rate).unwrap_or(0); // 0 stands for rates that do not fit
    let audio = AudioSampleEntryFields {
        data_reference_index: AudioSampleEntryFields::DEFAULT_DATA_REFERENCE_INDEX,
        channelcount: info.channels,
        samplesize: AudioSampleEntryFields::DEFAULT_SAMPLESIZE,
        samplerate: FixedPointNumber::new(whole, 0),
    };
    match info.codec {
        SoundCodec::Aac => Ok(SampleEntry::Mp4a(Mp4aBox {
            audio,
            esds_box: esds(&info.config),
            unknown_boxes: Vec::new(),
        })),
        SoundCodec::Opus => Ok(SampleEntry::Opus(OpusBox {
            audio,
            dops_box: dops(&info.config)?,
            unknown_boxes: Vec::new(),
        })),
    }
}

fn esds(config: &[u8]) -> EsdsBox {
    EsdsBox {
        es: EsDescriptor {
            es_id: EsDescriptor::MIN_ES_ID,
            stream_priority: EsDescriptor::LOWEST_STREAM_PRIORITY,
            depends_on_es_id: None,
            url_string: None,
            ocr_es_id: None,
            dec_config_descr: DecoderConfigDescriptor {
                object_type_indication:
                    DecoderConfigDescriptor::OBJECT_TYPE_INDICATION_AUDIO_ISO_IEC_14496_3,
                stream_type: DecoderConfigDescriptor::STREAM_TYPE_AUDIO,
                up_stream: DecoderConfigDescriptor::UP_STREAM_FALSE,
                buffer_size_db: Uint::new(0),
                max_bitrate: 0,
                avg_bitrate: 0,
                dec_specific_info: Some(DecoderSpecificInfo {
                    payload: config.to_vec(),
                }),
            },
            sl_config_descr: SlConfigDescriptor,
        },
    }
}

fn dops(head: &[u8]) -> Result<DopsBox> {
    let head = head.get(8..).and_then(|rest| rest.first_chunk::<11>());
    let Some([_, channels, a, b, c, d, e, f, g, h, 0]) = head.copied() else {
        let why = "its sound is Opus of more than two channels, which MP4 cannot hold here";
        return Err(Error::BadInput(why.to_owned()));
    };
    Ok(DopsBox {
        output_channel_count: channels,
        pre_skip: u16::from_le_bytes([a, b]),
        input_sample_rate: u32::from_le_bytes([c, d, e, f]),
        output_gain: i16::from_le_bytes([g, h]),
    })
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
    fn lengths_of_opus() {
        assert_eq!(opus_samples(&[0xfc]), 960);
        assert_eq!(opus_samples(&[0x08]), 960);
        assert_eq!(opus_samples(&[0x7d]), 1920);
        assert_eq!(opus_samples(&[0xff, 3]), 2880);
    }
}
