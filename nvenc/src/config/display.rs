//! How the pictures are to be shown (VUI).

use super::Setup;
use crate::{
    Colour, ContentLight, Error, MasteringDisplay, SessionBuilder, raw::sys::*, sei::Message,
};

/// Refuses numbers that H.273 has no meaning for.
fn check_colour(colour: Colour) -> Result<(), Error> {
    let known = [
        (colour.primaries, matches!(colour.primaries, 1 | 2 | 4..=12)),
        (colour.transfer, matches!(colour.transfer, 1 | 2 | 4..=18)),
        (colour.matrix, matches!(colour.matrix, 0..=2 | 4..=14)),
    ];
    match known.into_iter().find(|(_, known)| !known) {
        Some((number, _)) => Err(Error::invalid("colour", number, "H.273 has none such")),
        None => Ok(()),
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Display {
    colour: Option<Colour>,
    /// Width and height of a sample.
    sample_aspect: Option<(u32, u32)>,
    chroma_location: Option<u8>,
    overscan: Option<bool>,
}

impl Display {
    pub(crate) fn check(&self) -> Result<(), Error> {
        if let Some(location) = self.chroma_location.filter(|it| *it > 5) {
            return Err(Error::invalid(
                "chroma location",
                location,
                "it must be 0 to 5",
            ));
        }
        match self.sample_aspect {
            Some((width, height))
                if !(1..=MAX).contains(&width) || !(1..=MAX).contains(&height) =>
            {
                Err(Error::invalid(
                    "sample aspect ratio",
                    format!("{width}:{height}"),
                    "both must be 1 to 65535",
                ))
            }
            _ => self.colour.map_or(Ok(()), check_colour),
        }
    }

    /// Width and height of the picture as shown, in the least numbers.
    pub(crate) fn aspect(&self, width: u32, height: u32) -> (u32, u32) {
        let (across, down) = self.sample_aspect.unwrap_or((1, 1));
        let (width, height) = (
            u64::from(width) * u64::from(across),
            u64::from(height) * u64::from(down),
        );
        let divisor = greatest_common_divisor(width, height);
        ((width / divisor) as u32, (height / divisor) as u32)
    }

    pub(crate) fn write(&self, vui: &mut NV_ENC_CONFIG_H264_VUI_PARAMETERS) {
        if let Some(location) = self.chroma_location {
            vui.chromaSampleLocationFlag = 1;
            vui.chromaSampleLocationTop = location.into();
            vui.chromaSampleLocationBot = location.into();
        }
        if let Some(overscan) = self.overscan {
            vui.overscanInfoPresentFlag = 1;
            vui.overscanInfo = overscan.into();
        }
        let Some(colour) = self.colour else {
            return;
        };
        vui.videoSignalTypePresentFlag = 1;
        vui.videoFormat = 5; // unspecified
        vui.videoFullRangeFlag = colour.full_range.into();
        vui.colourDescriptionPresentFlag = 1;
        vui.colourPrimaries = colour.primaries.into();
        vui.transferCharacteristics = colour.transfer.into();
        vui.colourMatrix = colour.matrix.into();
    }
}

/// Field width of the standards.
const MAX: u32 = 65_535;

impl SessionBuilder {
    /// What the samples mean, as the stream tells players. Samples are not converted.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "videoSignalTypePresentFlag")]
    #[doc(alias = "colourDescriptionPresentFlag")]
    pub fn colour(mut self, colour: Colour) -> Self {
        self.setup.display.colour = Some(colour);
        self
    }

    /// Width to height of a sample, for pictures that are stretched when shown. The default
    /// is square.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "darWidth")]
    #[doc(alias = "darHeight")]
    pub fn sample_aspect(mut self, width: u32, height: u32) -> Self {
        self.setup.display.sample_aspect = Some((width, height));
        self
    }

    /// Whether a screen may leave the edges of the pictures out (overscan), as television has
    /// it: false where they hold what must be seen. Without it nothing is said.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "overscanInfoPresentFlag")]
    #[doc(alias = "overscanInfo")]
    pub fn overscan(mut self, appropriate: bool) -> Self {
        self.setup.display.overscan = Some(appropriate);
        self
    }

    /// Where 4:2:0 chroma samples lie among those of luma, by the standards' numbers: 0 left,
    /// 1 centre, 2 top left, which HDR10 wants, to 5. Without it players take it for 0.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "chromaSampleLocationFlag")]
    #[doc(alias = "chromaSampleLocationTop")]
    #[doc(alias = "chromaSampleLocationBot")]
    pub fn chroma_location(mut self, number: u8) -> Self {
        self.setup.display.chroma_location = Some(number);
        self
    }

    /// HDR10's static metadata, which goes with each picture as SEI messages. The colour is to
    /// be [`Colour::BT2020_PQ`].
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "ST 2086")]
    #[doc(alias = "MaxCLL")]
    pub fn hdr10(mut self, display: MasteringDisplay, light: ContentLight) -> Self {
        self.setup.always(Message::mastering(display));
        self.content_light(light)
    }

    /// The second half of [`hdr10`](Self::hdr10) alone, for a film whose mastering display is
    /// not known.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "MaxCLL")]
    #[doc(alias = "MaxFALL")]
    pub fn content_light(mut self, light: ContentLight) -> Self {
        self.setup.always(Message::light(light));
        self
    }
}

impl Setup {
    /// Has the message go with each picture, in place of one of its kind.
    fn always(&mut self, message: Message) {
        self.messages.retain(|other| other.kind != message.kind);
        self.messages.push(message);
    }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 {
        a.max(1)
    } else {
        greatest_common_divisor(b, a % b)
    }
}
