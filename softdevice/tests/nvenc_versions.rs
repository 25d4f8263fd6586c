//! Interface versions: the driver remembers one for the whole process, so that this is one
//! test in a process of its own.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use std::ptr::null_mut;

fn create(version: u32) -> (NVENCSTATUS, NV_ENCODE_API_FUNCTION_LIST) {
    let mut list = NV_ENCODE_API_FUNCTION_LIST {
        version,
        reserved: 77,
        ..NV_ENCODE_API_FUNCTION_LIST::default()
    };
    list.reserved2[0] = 88 as Handle;
    // SAFETY: the list is valid, whatever it says.
    let status = unsafe { (library().create_instance)(&mut list) };
    (status, list)
}

fn open_with(list: &NV_ENCODE_API_FUNCTION_LIST, api: ApiVersion) -> NVENCSTATUS {
    let mut params = params(context());
    params.version = api.struct_word(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER);
    params.apiVersion = api.word();
    let mut encoder = null_mut();
    // SAFETY: both are valid.
    let status = unsafe { list.nvEncOpenEncodeSessionEx.unwrap()(&mut params, &mut encoder) };
    if status == S::NV_ENC_SUCCESS {
        // SAFETY: the session was just opened.
        gives!(NV_ENC_SUCCESS, unsafe {
            list.nvEncDestroyEncoder.unwrap()(encoder)
        });
    }
    status
}

#[test]
fn the_last_list_decides_for_the_whole_process() {
    let mut newest = 0;
    // SAFETY: the place is valid.
    gives!(NV_ENC_SUCCESS, unsafe {
        (library().max_supported_version)(&mut newest)
    });
    assert_eq!(newest, 0xb1);
    // SAFETY: null is refused.
    gives!(NV_ENC_ERR_INVALID_PTR, unsafe {
        (library().max_supported_version)(null_mut())
    });
    // SAFETY: null is refused.
    gives!(NV_ENC_ERR_INVALID_PTR, unsafe {
        (library().create_instance)(null_mut())
    });
    for version in [0, 0x0102_0008] {
        assert_eq!(create(version).0, S::NV_ENC_ERR_INVALID_VERSION);
    }

    let (status, old) = create(0x7102_0008);
    assert_eq!(status, S::NV_ENC_SUCCESS);
    assert_eq!(
        (old.reserved, old.reserved2[0]),
        (77, 88 as Handle),
        "left alone"
    );
    assert_eq!(open_with(&old, ApiVersion::V8_1), S::NV_ENC_SUCCESS);
    assert_eq!(
        open_with(&old, ApiVersion::V11_1),
        S::NV_ENC_ERR_INVALID_VERSION
    );

    let (_, new) = create(NV_ENCODE_API_FUNCTION_LIST_VER);
    assert_eq!(open_with(&new, ApiVersion::V11_1), S::NV_ENC_SUCCESS);
    assert_eq!(
        open_with(&old, ApiVersion::V8_1),
        S::NV_ENC_ERR_INVALID_VERSION
    );
    assert_eq!(
        old.nvEncEncodePicture.map(|it| it as usize),
        new.nvEncEncodePicture.map(|it| it as usize),
        "the functions are the same for all versions"
    );

    // Far too new: the list is filled all the same, and nothing opens.
    assert_eq!(create(0x7102_00ff).0, S::NV_ENC_SUCCESS);
    assert_eq!(
        open_with(&new, ApiVersion::V11_1),
        S::NV_ENC_ERR_INVALID_VERSION
    );
}
