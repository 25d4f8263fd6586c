//! The driver's function table, one for the whole process.

use super::sys::{
    ApiVersion, EncodeLibrary, NV_ENCODE_API_FUNCTION_LIST, NVENCSTATUS, Versioned as _,
};
use crate::{Error, Status};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError, Weak},
};

/// The table in use. The driver remembers the version of the last one it filled, for the
/// whole process, and refuses sessions of any other.
static IN_USE: Mutex<Weak<Instance>> = Mutex::new(Weak::new());

/// The driver's encoder functions in one interface version.
pub(crate) struct Instance {
    pub(crate) functions: NV_ENCODE_API_FUNCTION_LIST,
    pub(crate) version: ApiVersion,
    /// Keeps the functions' code loaded.
    _library: EncodeLibrary,
}

// SAFETY: the table is plain function pointers and reserved words, never written again.
unsafe impl Send for Instance {}
// SAFETY: as above.
unsafe impl Sync for Instance {}

impl Instance {
    /// The process's table in `wanted`, or in the newest version that both sides speak.
    pub(crate) fn load(wanted: Option<ApiVersion>) -> Result<Arc<Self>, Error> {
        let mut in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(instance) = in_use.upgrade() {
            return instance.check_version(wanted);
        }
        let instance = Arc::new(Self::create(EncodeLibrary::load()?, wanted)?);
        *in_use = Arc::downgrade(&instance);
        Ok(instance)
    }

    fn check_version(self: Arc<Self>, wanted: Option<ApiVersion>) -> Result<Arc<Self>, Error> {
        match wanted {
            Some(wanted) if wanted != self.version => Err(Error::VersionInUse {
                in_use: self.version,
                wanted,
            }),
            _ => Ok(self),
        }
    }

    fn create(library: EncodeLibrary, wanted: Option<ApiVersion>) -> Result<Self, Error> {
        let version = choose_version(max_supported(&library)?, wanted)?;
        let mut functions = NV_ENCODE_API_FUNCTION_LIST::versioned(version);
        // SAFETY: the list outlives the call and says its version.
        let status = unsafe { (library.create_instance)(&mut functions) };
        check("NvEncodeAPICreateInstance", status)?;
        Ok(Self {
            functions,
            version,
            _library: library,
        })
    }
}

fn max_supported(library: &EncodeLibrary) -> Result<u32, Error> {
    let mut driver = 0;
    // SAFETY: the number outlives the call.
    let status = unsafe { (library.max_supported_version)(&mut driver) };
    check("NvEncodeAPIGetMaxSupportedVersion", status)?;
    Ok(driver)
}

fn choose_version(driver: u32, wanted: Option<ApiVersion>) -> Result<ApiVersion, Error> {
    let oldest = ApiVersion::V8_1;
    let version = match wanted {
        Some(wanted) => (wanted.driver_word() <= driver).then_some(wanted),
        None => ApiVersion::newest_for(driver),
    };
    version.ok_or(Error::DriverTooOld {
        wanted: wanted.unwrap_or(oldest),
        driver,
    })
}

fn check(call: &'static str, status: NVENCSTATUS) -> Result<(), Error> {
    match status {
        NVENCSTATUS::NV_ENC_SUCCESS => Ok(()),
        _ => Err(Error::Driver {
            call,
            status: Status(status),
            message: None,
        }),
    }
}

impl fmt::Debug for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Instance({})", self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_older_than_asked_for_is_refused() {
        let (v8, v11) = (ApiVersion::V8_1, ApiVersion::V11_1);
        assert_eq!(choose_version(0xc1, None), Ok(v11));
        assert_eq!(choose_version(0xc1, Some(v8)), Ok(v8));
        assert_eq!(choose_version(0x81, None), Ok(v8));
        let refused = choose_version(0x81, Some(v11));
        assert_eq!(
            refused,
            Err(Error::DriverTooOld {
                wanted: v11,
                driver: 0x81
            })
        );
        assert_eq!(
            refused.unwrap_err().to_string(),
            "the driver speaks the NVENC interface up to 8.1, this needs 11.1: install a newer \
             driver (8.1 needs 390.25, 11.1 needs 470.57.02)"
        );
    }
}
