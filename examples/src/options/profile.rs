//! Profiles by their names.

use std::str::FromStr;

use nvenc::Profile;

/// A profile, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProfileName(pub(crate) Profile);

impl FromStr for ProfileName {
    type Err = String;

    fn from_str(name: &str) -> std::result::Result<Self, String> {
        Ok(Self(match name.to_ascii_lowercase().as_str() {
            "baseline" => Profile::Baseline,
            "main" => Profile::Main,
            "high" => Profile::High,
            "high444" => Profile::High444,
            "main10" => Profile::Main10,
            "frext" => Profile::RangeExtensions,
            _ => {
                return Err(
                    "the profiles are baseline, main, high and high444 of H.264, main, main10 and \
                     frext of HEVC"
                        .to_owned(),
                );
            }
        }))
    }
}
