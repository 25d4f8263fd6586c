use crate::raw::sys::CUVIDDECODECAPS;
use nvframe::Size;

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
}

impl Caps {
    pub(crate) fn from_raw(raw: &CUVIDDECODECAPS) -> Option<Self> {
        (raw.bIsSupported != 0).then(|| Self {
            min_size: Size::new(raw.nMinWidth.into(), raw.nMinHeight.into()),
            max_size: Size::new(raw.nMaxWidth, raw.nMaxHeight),
            max_macroblocks: raw.nMaxMBCount,
            engines: (raw.nNumNVDECs > 0).then_some(raw.nNumNVDECs),
        })
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
        };
        assert!(caps.decodes(Size::new(4096, 2304)));
        assert!(!caps.decodes(Size::new(4096, 2305)), "macroblocks");
        assert!(!caps.decodes(Size::new(4098, 16)), "width");
        assert!(!caps.decodes(Size::new(46, 16)), "minimum");
    }
}
