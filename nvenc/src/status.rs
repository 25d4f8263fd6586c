use nvenc_sys::{NVENCSTATUS, status_name};
use std::fmt;

/// What an encoder call of the driver returned.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[doc(alias = "NVENCSTATUS")]
pub struct Status(pub(crate) NVENCSTATUS);

impl Status {
    /// The number.
    pub fn code(self) -> u32 {
        self.0.0
    }

    /// The header's name for it, if it has one.
    pub fn name(self) -> Option<&'static str> {
        status_name(self.0)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({})",
            self.name().unwrap_or("unknown status"),
            self.code()
        )
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
