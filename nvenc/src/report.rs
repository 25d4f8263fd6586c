use crate::{
    Caps, Codec, Encoder, Error, PixelFormat, Preset, Profile, builder::list, sys::ApiVersion,
};
use std::fmt;

/// All that an encoder says of itself.
///
/// ```
/// # use nvenc::{Api, Codec, Profile, open_device};
/// # softdevice::activate().unwrap();
/// let report = Api::load()?.open(&open_device(0)?)?.report()?;
/// println!("{report}");
/// let hevc = report.codecs.iter().find(|it| it.codec == Codec::Hevc);
/// assert!(hevc.is_some_and(|hevc| hevc.profiles.contains(&Profile::Main10)));
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The interface that was spoken: an older one tells less.
    pub version: ApiVersion,
    /// One part for each codec.
    pub codecs: Vec<CodecReport>,
}

/// What an encoder says of itself and one codec.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodecReport {
    /// The codec.
    pub codec: Codec,
    /// As [`Encoder::profiles`] gives them.
    pub profiles: Vec<Profile>,
    /// As [`Encoder::presets`] gives them.
    pub presets: Vec<Preset>,
    /// As [`Encoder::formats`] gives them.
    pub formats: Vec<PixelFormat>,
    /// As [`Encoder::caps`] gives them.
    pub caps: Caps,
}

impl Report {
    pub(crate) fn ask(encoder: &Encoder) -> Result<Self, Error> {
        let codecs = encoder.codecs()?.into_iter();
        Ok(Self {
            version: encoder.raw().version(),
            codecs: codecs
                .map(|codec| CodecReport::ask(encoder, codec))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl CodecReport {
    fn ask(encoder: &Encoder, codec: Codec) -> Result<Self, Error> {
        Ok(Self {
            codec,
            profiles: encoder.profiles(codec)?,
            presets: encoder.presets(codec)?,
            formats: encoder.formats(codec)?,
            caps: encoder.caps(codec)?,
        })
    }
}

/// The parts, one after the other.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "interface {}", self.version)?;
        self.codecs.iter().try_for_each(|codec| codec.fmt(f))
    }
}

/// Lists, and then the table of capabilities.
impl fmt::Display for CodecReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.codec)?;
        writeln!(f, "profiles: {}", list(&self.profiles))?;
        let presets = self.presets.iter().map(|preset| preset.name());
        writeln!(f, "presets: {}", list(&presets.collect::<Vec<_>>()))?;
        writeln!(f, "formats: {}", list(&self.formats))?;
        self.caps.fmt(f)
    }
}
