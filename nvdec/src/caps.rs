use crate::raw::sys::CUVIDDECODECAPS;
use nvframe::{PixelFormat, Size};

/// What a GPU's decoder can do with one kind of stream.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "CUVIDDECODECAPS")]
#[non_exhaustive]
pub struct Caps {
    /// Smallest coded size.
    pub min_size: Size,
    /// Largest coded width and largest coded height.
    pub max_size: Size,
    /// Most macroblocks of 16x16 samples in a picture.
    pub max_macroblocks: u32,
    /// NVDEC engines that decode it, if the driver says (from 455.28 on).
    pub engines: Option<u8>,
    /// A bit for each of the driver's output formats; 0 if it does not say.
    outputs: u16,
    /// The format of such streams.
    native: PixelFormat,
}

/// The driver's output formats, by number.
const OUTPUTS: [PixelFormat; 6] = [
    PixelFormat::Nv12,
    PixelFormat::P010,
    PixelFormat::Yuv444,
    PixelFormat::Yuv444P16,
    PixelFormat::Nv16,
    PixelFormat::P216,
];

impl Caps {
    /// `native` is the format of such streams.
    pub(crate) fn from_raw(raw: &CUVIDDECODECAPS, native: PixelFormat) -> Option<Self> {
        (raw.bIsSupported != 0).then(|| Self {
            min_size: Size::new(raw.nMinWidth.into(), raw.nMinHeight.into()),
            max_size: Size::new(raw.nMaxWidth, raw.nMaxHeight),
            max_macroblocks: raw.nMaxMBCount,
            engines: (raw.nNumNVDECs > 0).then_some(raw.nNumNVDECs),
            outputs: raw.nOutputFormatMask,
            native,
        })
    }

    /// The formats that frames can have. Of drivers that do not say (before 455.28) the
    /// stream's own.
    #[doc(alias = "nOutputFormatMask")]
    pub fn output_formats(&self) -> Vec<PixelFormat> {
        if self.outputs == 0 {
            return vec![self.native];
        }
        let has = |number: &usize| self.outputs >> number & 1 != 0;
        let numbers = (0..OUTPUTS.len()).filter(has);
        numbers.map(|number| OUTPUTS[number]).collect()
    }

    /// True when pictures of this coded size can be decoded.
    pub fn decodes(&self, size: Size) -> bool {
        let macroblocks = u64::from(size.width.div_ceil(16)) * u64::from(size.height.div_ceil(16));
        self.min_size.fits(size)
            && size.fits(self.max_size)
            && macroblocks <= self.max_macroblocks.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_held_against_every_limit() {
        let caps = Caps {
            min_size: Size::new(48, 16),
            max_size: Size::new(4096, 4096),
            max_macroblocks: 36864,
            engines: None,
            outputs: 0,
            native: PixelFormat::Nv12,
        };
        assert!(caps.decodes(Size::new(4096, 2304)));
        assert!(!caps.decodes(Size::new(4096, 2305)), "macroblocks");
        assert!(!caps.decodes(Size::new(4098, 16)), "width");
        assert!(!caps.decodes(Size::new(46, 16)), "minimum");
    }

    #[test]
    fn output_formats_are_the_masks_bits() {
        let formats = |outputs| {
            let raw = CUVIDDECODECAPS {
                bIsSupported: 1,
                nOutputFormatMask: outputs,
                ..CUVIDDECODECAPS::default()
            };
            let caps = Caps::from_raw(&raw, PixelFormat::P010).unwrap();
            caps.output_formats()
        };
        assert_eq!(formats(0b0011), [PixelFormat::Nv12, PixelFormat::P010]);
        assert_eq!(
            formats(0b100_1000),
            [PixelFormat::Yuv444P16],
            "an unknown one"
        );
        assert_eq!(formats(0b11_0000), [PixelFormat::Nv16, PixelFormat::P216]);
        assert_eq!(formats(0), [PixelFormat::P010], "the driver does not say");
    }
}
