//! The library's two entry points.

use nvenc_sys::{NV_ENCODE_API_FUNCTION_LIST, NVENCSTATUS};

use super::{
    entry,
    status::{Answer, Params, bad_pointer, guard},
    version,
};
use crate::{cuda::ffi::Out, profile::Profile, watch};

#[unsafe(no_mangle)]
unsafe extern "C" fn NvEncodeAPIGetMaxSupportedVersion(newest: Out<u32>) -> NVENCSTATUS {
    let call = watch::begin("NvEncodeAPIGetMaxSupportedVersion", |_| {});
    call.run(|| guard(|| tell_newest(&newest)))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn NvEncodeAPICreateInstance(
    list: Params<NV_ENCODE_API_FUNCTION_LIST>,
) -> NVENCSTATUS {
    let call = watch::begin("NvEncodeAPICreateInstance", |_| {});
    call.run(|| guard(|| create(list)))
}

fn tell_newest(newest: &Out<u32>) -> Answer {
    let written = newest.write(Profile::get().api.driver_word());
    written
        .then_some(())
        .ok_or_else(|| bad_pointer("the pointer is null"))
}

fn create(list: Params<NV_ENCODE_API_FUNCTION_LIST>) -> Answer {
    let list = list.get()?;
    version::remember(list.version)?;
    entry::fill(list);
    Ok(())
}
