//! Why the driver opens no session.

use super::sys::*;
use crate::{Error, Shortage, Status};
use nvframe::cudarc::driver::{CudaContext, result};

/// A session takes more than this, so with less free it is memory that is short.
const LEAST_MEMORY: usize = 256 << 20;

/// What a failed open means, as far as the status tells.
pub(super) fn refusal(call: &'static str, status: NVENCSTATUS, context: &CudaContext) -> Error {
    let gpu = context
        .name()
        .unwrap_or_else(|_| format!("GPU {}", context.ordinal()));
    match status {
        NVENCSTATUS::NV_ENC_ERR_UNSUPPORTED_DEVICE | NVENCSTATUS::NV_ENC_ERR_NO_ENCODE_DEVICE => {
            Error::NoEncoder { gpu }
        }
        NVENCSTATUS::NV_ENC_ERR_OUT_OF_MEMORY | NVENCSTATUS::NV_ENC_ERR_INCOMPATIBLE_CLIENT_KEY => {
            let free_bytes = result::mem_get_info().map_or(0, |(free, _total)| free);
            Error::NoSession {
                gpu,
                free_bytes,
                short_of: shortage(status, free_bytes),
            }
        }
        _ => Error::Driver {
            call,
            status: Status(status),
            message: None,
        },
    }
}

/// The refusal for who did not even ask, as others wait for a session already.
pub(crate) fn no_session(context: &CudaContext) -> Error {
    let status = NVENCSTATUS::NV_ENC_ERR_OUT_OF_MEMORY;
    // Its memory is asked for; where that fails none counts as free.
    let _ = nvframe::bind(context);
    refusal("nvEncOpenEncodeSessionEx", status, context)
}

/// Drivers say "out of memory" at their limit of sessions, too; newer ones for GeForce have a
/// status of its own for that.
fn shortage(status: NVENCSTATUS, free_bytes: usize) -> Shortage {
    match status {
        NVENCSTATUS::NV_ENC_ERR_OUT_OF_MEMORY if free_bytes < LEAST_MEMORY => Shortage::Memory,
        _ => Shortage::Sessions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_memory_is_told_from_the_limit_of_sessions() {
        let out_of_memory = NVENCSTATUS::NV_ENC_ERR_OUT_OF_MEMORY;
        let key = NVENCSTATUS::NV_ENC_ERR_INCOMPATIBLE_CLIENT_KEY;
        assert_eq!(shortage(out_of_memory, 10 << 20), Shortage::Memory);
        assert_eq!(shortage(out_of_memory, 4 << 30), Shortage::Sessions);
        assert_eq!(shortage(key, 10 << 20), Shortage::Sessions);
        let error = |short_of| Error::NoSession {
            gpu: "Tesla T4".into(),
            free_bytes: 10 << 20,
            short_of,
        };
        assert_eq!(
            error(Shortage::Memory).to_string(),
            "Tesla T4 gives no further encode session: of its memory 10 MiB are free; close \
             sessions, or free surfaces"
        );
        assert_eq!(
            error(Shortage::Sessions).to_string(),
            "Tesla T4 gives no further encode session: as many are open as its driver allows \
             (GeForce drivers limit how many a system has); close sessions"
        );
    }
}
