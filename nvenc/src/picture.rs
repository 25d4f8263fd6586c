use crate::raw::sys::{NV_ENC_PIC_FLAGS, NV_ENC_PIC_TYPE};

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
