use crate::{
    Caps, Codec, Error, Preset, Profile, Report, SessionBuilder, Tuning, format::known_format,
    raw::RawEncoder,
};
use nvframe::{PixelFormat, Size};
use std::{cell::Cell, marker::PhantomData};

/// An encoder that was opened but not yet told what to encode: it answers questions, and
/// [`session`](Self::session) begins the real thing.
#[derive(Debug)]
pub struct Encoder {
    raw: RawEncoder,
    /// Not `Sync`: the driver keeps the text of the last failure for one thread's next call.
    _not_sync: PhantomData<Cell<()>>,
}

impl Encoder {
    pub(crate) fn new(raw: RawEncoder) -> Self {
        Self {
            raw,
            _not_sync: PhantomData,
        }
    }

    /// The codecs the GPU encodes, as far as this crate knows them.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "nvEncGetEncodeGUIDs")]
    pub fn codecs(&self) -> Result<Vec<Codec>, Error> {
        let guids = self.raw.codecs()?;
        Ok(Codec::ALL
            .into_iter()
            .filter(|codec| guids.contains(&codec.guid()))
            .collect())
    }

    /// The profiles it writes for `codec`, as far as this crate knows them.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "nvEncGetEncodeProfileGUIDs")]
    pub fn profiles(&self, codec: Codec) -> Result<Vec<Profile>, Error> {
        let guids = self.raw.profiles(codec.guid())?;
        let known = Profile::ALL.into_iter();
        Ok(known
            .filter(|profile| guids.contains(&profile.guid(codec)))
            .collect())
    }

    /// The presets it has for `codec`: the nine by name, as far as the driver has them or what
    /// they are translated to, and of interface 11.1 P1 to P7, which go with every tuning.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "nvEncGetEncodePresetGUIDs")]
    pub fn presets(&self, codec: Codec) -> Result<Vec<Preset>, Error> {
        let guids = self.raw.presets(codec.guid())?;
        let version = self.raw.version();
        let tuned = Preset::tuned(Tuning::default());
        let spoken = Preset::ALL
            .into_iter()
            .chain(tuned)
            .filter(|preset| preset.check_dialect(version).is_ok());
        Ok(spoken
            .filter(|preset| guids.contains(&preset.raw(version).0))
            .collect())
    }

    /// All that it says of itself, to be printed or searched.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    pub fn report(&self) -> Result<Report, Error> {
        Report::ask(self)
    }

    /// The pixel formats it takes for `codec`, as far as this crate knows them.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "nvEncGetInputFormats")]
    pub fn formats(&self, codec: Codec) -> Result<Vec<PixelFormat>, Error> {
        Ok(self
            .raw
            .formats(codec.guid())?
            .into_iter()
            .filter_map(known_format)
            .collect())
    }

    /// What it can do with `codec`.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "nvEncGetEncodeCaps")]
    pub fn caps(&self, codec: Codec) -> Result<Caps, Error> {
        Caps::ask(&self.raw, codec)
    }

    /// Begins an encode session of pictures of `size`.
    #[doc(alias = "encodeGUID")]
    #[doc(alias = "encodeWidth")]
    #[doc(alias = "encodeHeight")]
    pub fn session(self, codec: Codec, size: impl Into<Size>) -> SessionBuilder {
        SessionBuilder::new(self, codec, size.into())
    }

    pub(crate) fn raw(&self) -> &RawEncoder {
        &self.raw
    }

    pub(crate) fn into_raw(self) -> RawEncoder {
        self.raw
    }
}
