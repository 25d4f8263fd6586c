//! The library's two entry points.

use nvenc_sys::{NV_ENCODE_API_FUNCTION_LIST, NVENCSTATUS};

use super::{
    entry,
    status::{Params, bad_pointer, guard},
    version,
};
use crate::{cuda::ffi::Out, profile::Profile};

#[unsafe(no_mangle)]
unsafe extern "C" fn NvEncodeAPIGetMaxSupportedVersion(newest: Out<u32>) -> NVENCSTATUS {
    guard(|| {
        let written = newest.write(Profile::get().api.driver_word());
        written
            .then_some(())
            .ok_or_else(|| bad_pointer("the pointer is null"))
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn NvEncodeAPICreateInstance(
    list: Params<NV_ENCODE_API_FUNCTION_LIST>,
) -> NVENCSTATUS {
    guard(|| {
        let list = list.get()?;
        version::remember(list.version)?;
        entry::fill(list);
        Ok(())
    })
}
