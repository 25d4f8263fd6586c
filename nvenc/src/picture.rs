use crate::{
    Codec, Error,
    config::Setup,
    raw::sys::{NV_ENC_PIC_FLAGS, NV_ENC_PIC_PARAMS, NV_ENC_PIC_TYPE},
};

/// What is said of one frame when it is submitted.
///
/// ```
/// # use nvenc::{Api, Codec, HostFrame, Picture, open_device};
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// # let mut session = encoder.session(Codec::Hevc, (320, 192)).start()?;
/// let frame: HostFrame = session.host_frame()?;
/// session.submit(frame, Picture::at(3000).force_idr())?;
/// let mut drain = session.finish()?;
/// let packet = drain.receive()?.unwrap();
/// assert!(packet.is_keyframe());
/// assert_eq!(packet.timestamp(), 3000);
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "NV_ENC_PIC_PARAMS")]
#[must_use]
pub struct Picture {
    pub(crate) timestamp: i64,
    pub(crate) duration: u64,
    pub(crate) tag: u64,
    pub(crate) flags: u32,
    /// The long-term reference that it becomes.
    mark: Option<u8>,
    /// A bit for each long-term reference that it may refer to.
    uses: u16,
    /// The highest long-term reference that was named.
    named: Option<u8>,
}

impl Picture {
    /// A frame with this timestamp, in any unit. It comes back with the frame's packet.
    #[doc(alias = "inputTimeStamp")]
    pub fn at(timestamp: i64) -> Self {
        Self {
            timestamp,
            ..Self::default()
        }
    }

    /// Makes it an IDR picture: decoding can begin there.
    #[doc(alias = "NV_ENC_PIC_FLAG_FORCEIDR")]
    pub fn force_idr(self) -> Self {
        self.flag(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_FORCEIDR)
    }

    /// Makes it an intra picture, which refers to no other; decoding cannot begin there
    /// unless it is an IDR picture too.
    #[doc(alias = "NV_ENC_PIC_FLAG_FORCEINTRA")]
    pub fn force_intra(self) -> Self {
        self.flag(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_FORCEINTRA)
    }

    /// Puts the parameter sets before it, whatever its type.
    #[doc(alias = "NV_ENC_PIC_FLAG_OUTPUT_SPSPPS")]
    pub fn with_headers(self) -> Self {
        self.flag(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_OUTPUT_SPSPPS)
    }

    /// How long it is shown, in the unit of the timestamp. It comes back with the packet.
    #[doc(alias = "inputDuration")]
    pub fn duration(self, duration: u64) -> Self {
        Self { duration, ..self }
    }

    /// Any number, which comes back with the packet.
    pub fn tag(self, tag: u64) -> Self {
        Self { tag, ..self }
    }

    /// Keeps it as the long-term reference `index`, in place of the one before.
    ///
    /// # Device support
    /// Sessions with [`long_term_references`](crate::SessionBuilder::long_term_references).
    #[doc(alias = "ltrMarkFrame")]
    #[doc(alias = "ltrMarkFrameIdx")]
    pub fn mark_long_term(self, index: u8) -> Self {
        Self {
            mark: Some(index),
            named: self.named.max(Some(index)),
            ..self
        }
    }

    /// Lets it refer to the long-term reference `index` and to others named so, and to no
    /// other picture: how an encoder goes on after pictures were lost.
    ///
    /// # Device support
    /// Sessions with [`long_term_references`](crate::SessionBuilder::long_term_references).
    #[doc(alias = "ltrUseFrames")]
    #[doc(alias = "ltrUseFrameBitmap")]
    pub fn use_long_term(self, index: u8) -> Self {
        // None for one that cannot be, which is refused by its number.
        let bit = 1u16.checked_shl(index.into()).unwrap_or(0);
        Self {
            uses: self.uses | bit,
            named: self.named.max(Some(index)),
            ..self
        }
    }

    /// Refuses what the session was not made for.
    #[inline]
    pub(crate) fn check(self, setup: &Setup) -> Result<(), Error> {
        match self.has_long_term() {
            true => self.check_long_term(setup),
            false => Ok(()),
        }
    }

    /// True when it is, or refers to, a long-term reference.
    #[inline]
    fn has_long_term(self) -> bool {
        self.named.is_some()
    }

    fn check_long_term(self, setup: &Setup) -> Result<(), Error> {
        let kept = setup.references.long_term();
        match self.named.filter(|index| u32::from(*index) >= kept) {
            Some(index) => Err(Error::invalid(
                "long-term reference",
                index,
                "it must be below the number in long_term_references()",
            )),
            None => Ok(()),
        }
    }

    /// Tells the driver of its long-term references.
    #[inline]
    pub(crate) fn write(self, codec: Codec, parameters: &mut NV_ENC_PIC_PARAMS) {
        if self.has_long_term() {
            self.write_long_term(codec, parameters);
        }
    }

    fn write_long_term(self, codec: Codec, parameters: &mut NV_ENC_PIC_PARAMS) {
        let (mark, index) = (self.mark.is_some(), self.mark.unwrap_or(0));
        macro_rules! fill {
            ($own:expr) => {{
                // SAFETY: the session's codec says which field is in use; any bits are valid.
                let own = unsafe { &mut $own };
                own.set_ltrMarkFrame(mark.into());
                own.ltrMarkFrameIdx = index.into();
                own.set_ltrUseFrames((self.uses != 0).into());
                own.ltrUseFrameBitmap = self.uses.into();
            }};
        }
        match codec {
            Codec::H264 => fill!(parameters.codecPicParams.h264PicParams),
            Codec::Hevc => fill!(parameters.codecPicParams.hevcPicParams),
        }
    }

    fn flag(self, flag: NV_ENC_PIC_FLAGS) -> Self {
        Self {
            flags: self.flags | flag.0,
            ..self
        }
    }
}

/// How a picture was coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "NV_ENC_PIC_TYPE")]
#[non_exhaustive]
pub enum PictureType {
    /// Instantaneous decoder refresh: decoding can begin there.
    Idr,
    /// Intra.
    I,
    /// Predicted from the past.
    P,
    /// Predicted from both sides.
    B,
    /// Another of the driver's types, by its number.
    Other(u32),
}

impl PictureType {
    pub(crate) fn from_raw(raw: NV_ENC_PIC_TYPE) -> Self {
        match raw {
            NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR => Self::Idr,
            NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_I => Self::I,
            NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_P => Self::P,
            NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_B => Self::B,
            NV_ENC_PIC_TYPE(other) => Self::Other(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_term_references_are_told_to_both_codecs() {
        let picture = Picture::at(0).mark_long_term(2).use_long_term(1);
        let mut parameters = NV_ENC_PIC_PARAMS::default();
        picture.write(Codec::Hevc, &mut parameters);
        // SAFETY: the field that was just filled in.
        let own = unsafe { &parameters.codecPicParams.hevcPicParams };
        assert_eq!((own.ltrMarkFrame(), own.ltrMarkFrameIdx), (1, 2));
        assert_eq!((own.ltrUseFrames(), own.ltrUseFrameBitmap), (1, 2));
    }

    #[test]
    fn they_must_be_the_sessions() {
        let setup = Setup::new(Codec::H264, (64, 64).into());
        assert_eq!(Picture::at(0).check(&setup), Ok(()));
        let mut most = setup.clone();
        most.references.set_long_term(16);
        for (picture, setup, index) in [
            (Picture::at(0).mark_long_term(0), &setup, 0),
            (Picture::at(0).use_long_term(0), &setup, 0),
            (Picture::at(0).use_long_term(200), &most, 200),
            (Picture::at(0).mark_long_term(16), &most, 16),
        ] {
            let refused = picture.check(setup).unwrap_err().to_string();
            let words = format!("long-term reference is {index}: ");
            assert!(refused.starts_with(&words), "{refused}");
        }
        let last = Picture::at(0).mark_long_term(15).use_long_term(15);
        assert_eq!(last.check(&most), Ok(()));
    }
}
