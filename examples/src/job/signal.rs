//! What a stream says of its colours, carried over from the input to the output.

use nvdec::StreamInfo;
use nvenc::{Codec, Colour, ContentLight, MasteringDisplay, SessionBuilder};

use crate::device::Device;
use crate::log;

/// Stands for "not said" in each of a colour's numbers.
const UNKNOWN: u8 = 2;

/// What the samples mean, and HDR10's static metadata, as far as the input says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signal {
    colour: Option<Colour>,
    hdr10: Option<(MasteringDisplay, ContentLight)>,
}

impl Signal {
    /// That of a stream, as far as the device's encoder can write it.
    pub(super) fn of(stream: Option<&StreamInfo>, device: &Device, codec: Codec) -> Self {
        let signal = stream.map(Self::said).unwrap_or_default();
        if signal != Self::default() && !can_write(device, codec) {
            log::say("the encoder that is built in cannot write colours: they are left out");
            return Self::default();
        }
        signal
    }

    fn said(stream: &StreamInfo) -> Self {
        let colour = stream.colour;
        let numbers = [colour.primaries, colour.transfer, colour.matrix];
        let is_said = colour.full_range || numbers.iter().any(|number| *number != UNKNOWN);
        let light = stream.content_light.unwrap_or(ContentLight {
            max_content: 0, // unknown, as the standard has it
            max_average: 0,
        });
        Self {
            colour: is_said.then_some(colour),
            hdr10: stream.mastering_display.map(|display| (display, light)),
        }
    }

    pub(super) fn apply(self, mut session: SessionBuilder) -> SessionBuilder {
        if let Some(colour) = self.colour {
            session = session.colour(colour);
        }
        if let Some((display, light)) = self.hdr10 {
            session = session.hdr10(display, light);
        }
        session
    }
}

fn can_write(device: &Device, codec: Codec) -> bool {
    let codec = match codec {
        Codec::H264 => softdevice::codec::Codec::H264,
        _ => softdevice::codec::Codec::Hevc,
    };
    let encoder = softdevice::codec::back_end(codec);
    !device.is_software || encoder.is_some_and(|encoder| encoder.name.contains("x26"))
}
