//! What an open session answers before it is told what to encode.

use super::{
    encoder::{RawEncoder, call},
    sys::*,
};
use crate::Error;

/// Asks how many there are, makes room for them, and asks for them.
macro_rules! all {
    ($encoder:expr, $count:ident, $list:ident, $none:expr $(, $argument:expr)*) => {{
        let mut count = 0;
        call!($encoder, $count $(, $argument)*, &mut count)?;
        let mut all = vec![$none; count as usize];
        call!($encoder, $list $(, $argument)*, all.as_mut_ptr(), count, &mut count)?;
        all.truncate(count as usize);
        Ok(all)
    }};
}

impl RawEncoder {
    pub(crate) fn codecs(&self) -> Result<Vec<GUID>, Error> {
        all!(
            self,
            nvEncGetEncodeGUIDCount,
            nvEncGetEncodeGUIDs,
            GUID::default()
        )
    }

    pub(crate) fn profiles(&self, codec: GUID) -> Result<Vec<GUID>, Error> {
        all!(
            self,
            nvEncGetEncodeProfileGUIDCount,
            nvEncGetEncodeProfileGUIDs,
            GUID::default(),
            codec
        )
    }

    pub(crate) fn presets(&self, codec: GUID) -> Result<Vec<GUID>, Error> {
        all!(
            self,
            nvEncGetEncodePresetCount,
            nvEncGetEncodePresetGUIDs,
            GUID::default(),
            codec
        )
    }

    pub(crate) fn formats(&self, codec: GUID) -> Result<Vec<NV_ENC_BUFFER_FORMAT>, Error> {
        all!(
            self,
            nvEncGetInputFormatCount,
            nvEncGetInputFormats,
            NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_UNDEFINED,
            codec
        )
    }

    pub(crate) fn capability(&self, codec: GUID, capability: NV_ENC_CAPS) -> Result<i32, Error> {
        let mut query = NV_ENC_CAPS_PARAM {
            capsToQuery: capability,
            ..self.versioned()
        };
        let mut value = 0;
        call!(self, nvEncGetEncodeCaps, codec, &mut query, &mut value)?;
        Ok(value)
    }

    /// The driver's configuration for a preset; with a tuning in the dialect that has them.
    pub(crate) fn preset_config(
        &self,
        codec: GUID,
        preset: GUID,
        tuning: Option<NV_ENC_TUNING_INFO>,
    ) -> Result<NV_ENC_CONFIG, Error> {
        let mut config: NV_ENC_PRESET_CONFIG = self.versioned();
        config.presetCfg = self.versioned();
        match tuning {
            None => call!(self, nvEncGetEncodePresetConfig, codec, preset, &mut config)?,
            Some(tuning) => {
                call!(
                    self,
                    nvEncGetEncodePresetConfigEx,
                    codec,
                    preset,
                    tuning,
                    &mut config
                )?;
            }
        }
        // A driver may leave the words of a dialect it answers in.
        config.presetCfg.version = self.version().struct_word(NV_ENC_CONFIG_VER);
        Ok(config.presetCfg)
    }
}
