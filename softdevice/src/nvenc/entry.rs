//! The functions of the list that a client gets.

use nvenc_sys::*;
use std::{
    ffi::{c_char, c_int, c_void},
    mem::transmute,
    ptr,
};

use super::{
    buffers, caps, catalogue, motion, output, picture, preset, reconfigure, resources,
    session::{self},
    setup,
    status::{
        Answer, Params, bad_call, bad_param, bad_pointer, guard, on_session, unimplemented,
        unsupported,
    },
    version,
};
use crate::{cuda::ffi::Out, profile::Profile, watch};

/// Functions whose first argument is a session, each with a body that gives an [`Answer`].
macro_rules! slots {
    ($(fn $name:ident($session:ident $(, $argument:ident: $kind:ty)* $(,)?) $body:block)*) => {
        $(#[allow(non_snake_case)]
        unsafe extern "C" fn $name(
            encoder: *mut c_void,
            $($argument: $kind),*
        ) -> NVENCSTATUS {
            let call = watch::begin(stringify!($name), |arguments| {
                arguments.add("encoder", &encoder);
                $(arguments.add(stringify!($argument), &$argument);)*
            });
            call.run(|| on_session(encoder, stringify!($name), |$session| $body))
        })*
    };
}

slots! {
    fn nvEncGetEncodeGUIDCount(_session, count: Out<u32>) {
        put(count, catalogue::CODECS.len() as u32)
    }

    fn nvEncGetEncodeGUIDs(_session, guids: *mut GUID, room: u32, count: Out<u32>) {
        put_all(guids, room, count, &catalogue::CODECS)
    }

    fn nvEncGetEncodeProfileGUIDCount(_session, codec: GUID, count: Out<u32>) {
        put(count, catalogue::profiles(catalogue::codec(codec)?).len() as u32)
    }

    fn nvEncGetEncodeProfileGUIDs(
        _session,
        codec: GUID,
        guids: *mut GUID,
        room: u32,
        count: Out<u32>,
    ) {
        put_all(guids, room, count, catalogue::profiles(catalogue::codec(codec)?))
    }

    fn nvEncGetInputFormatCount(_session, codec: GUID, count: Out<u32>) {
        put(count, catalogue::formats(catalogue::codec(codec)?).len() as u32)
    }

    fn nvEncGetInputFormats(
        _session,
        codec: GUID,
        formats: *mut NV_ENC_BUFFER_FORMAT,
        room: u32,
        count: Out<u32>,
    ) {
        put_all(formats, room, count, catalogue::formats(catalogue::codec(codec)?))
    }

    fn nvEncGetEncodeCaps(
        _session,
        codec: GUID,
        params: Params<NV_ENC_CAPS_PARAM>,
        value: Out<c_int>,
    ) {
        let params = params.strict()?;
        put(value, caps::value(catalogue::codec(codec)?, params.capsToQuery.0)?)
    }

    fn nvEncGetEncodePresetCount(_session, codec: GUID, count: Out<u32>) {
        catalogue::codec(codec)?;
        put(count, presets().len() as u32)
    }

    fn nvEncGetEncodePresetGUIDs(
        _session,
        codec: GUID,
        guids: *mut GUID,
        room: u32,
        count: Out<u32>,
    ) {
        catalogue::codec(codec)?;
        put_all(guids, room, count, &presets())
    }

    fn nvEncGetEncodePresetConfig(
        _session,
        codec: GUID,
        preset: GUID,
        config: Params<NV_ENC_PRESET_CONFIG>,
    ) {
        let quality = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY;
        preset_config(codec, preset, quality, config)
    }

    fn nvEncGetEncodePresetConfigEx(
        _session,
        codec: GUID,
        preset: GUID,
        tuning: NV_ENC_TUNING_INFO,
        config: Params<NV_ENC_PRESET_CONFIG>,
    ) {
        preset_config(codec, preset, tuning, config)
    }

    fn nvEncInitializeEncoder(session, params: Params<NV_ENC_INITIALIZE_PARAMS>) {
        setup::initialise(session, params.strict()?)
    }

    fn nvEncCreateInputBuffer(session, params: Params<NV_ENC_CREATE_INPUT_BUFFER>) {
        buffers::create(session, params.strict()?)
    }

    fn nvEncDestroyInputBuffer(session, buffer: NV_ENC_INPUT_PTR) {
        not_null(buffer)?;
        buffers::destroy(session, buffer)
    }

    fn nvEncCreateBitstreamBuffer(session, params: Params<NV_ENC_CREATE_BITSTREAM_BUFFER>) {
        let params = params.strict()?;
        motion::check_mode(&*session.running()?, false)?;
        output::create(session, params)
    }

    fn nvEncDestroyBitstreamBuffer(session, buffer: NV_ENC_OUTPUT_PTR) {
        not_null(buffer)?;
        output::destroy(session, buffer)
    }

    fn nvEncEncodePicture(session, params: Params<NV_ENC_PIC_PARAMS>) {
        picture::encode(session, params.strict()?)
    }

    fn nvEncLockBitstream(session, params: Params<NV_ENC_LOCK_BITSTREAM>) {
        let params = params.strict()?;
        not_null(params.outputBitstream)?;
        output::lock(session, params)
    }

    fn nvEncUnlockBitstream(session, buffer: NV_ENC_OUTPUT_PTR) {
        not_null(buffer)?;
        output::unlock(session, buffer)
    }

    fn nvEncLockInputBuffer(session, params: Params<NV_ENC_LOCK_INPUT_BUFFER>) {
        let params = params.strict()?;
        not_null(params.inputBuffer)?;
        buffers::lock(session, params)
    }

    fn nvEncUnlockInputBuffer(session, buffer: NV_ENC_INPUT_PTR) {
        not_null(buffer)?;
        buffers::unlock(session, buffer)
    }

    fn nvEncGetEncodeStats(session, params: Params<NV_ENC_STAT>) {
        params.strict()?;
        drop(session.running()?);
        // The header: "not supported when encode device type is CUDA".
        Err(unsupported("statistics are not for sessions on CUDA"))
    }

    fn nvEncGetSequenceParams(session, payload: Params<NV_ENC_SEQUENCE_PARAM_PAYLOAD>) {
        setup::sequence(session, payload.strict()?)
    }

    fn nvEncGetSequenceParamEx(
        _session,
        params: Params<NV_ENC_INITIALIZE_PARAMS>,
        payload: Params<NV_ENC_SEQUENCE_PARAM_PAYLOAD>,
    ) {
        setup::sequence_of(params.strict()?, payload.strict()?)
    }

    fn nvEncRegisterAsyncEvent(_session, params: Params<NV_ENC_EVENT_PARAMS>) {
        params.strict()?;
        Err(unimplemented("there are no events on Linux"))
    }

    fn nvEncUnregisterAsyncEvent(_session, params: Params<NV_ENC_EVENT_PARAMS>) {
        params.strict()?;
        Err(unimplemented("there are no events on Linux"))
    }

    fn nvEncRegisterResource(session, params: Params<NV_ENC_REGISTER_RESOURCE>) {
        let params = params.strict()?;
        not_null(params.resourceToRegister)?;
        resources::register(session, params)
    }

    fn nvEncUnregisterResource(session, resource: NV_ENC_REGISTERED_PTR) {
        not_null(resource)?;
        resources::unregister(session, resource)
    }

    fn nvEncMapInputResource(session, params: Params<NV_ENC_MAP_INPUT_RESOURCE>) {
        let params = params.strict()?;
        not_null(params.registeredResource)?;
        resources::map(session, params)
    }

    fn nvEncUnmapInputResource(session, mapped: NV_ENC_INPUT_PTR) {
        not_null(mapped)?;
        resources::unmap(session, mapped)
    }

    fn nvEncInvalidateRefFrames(session, _timestamp: u64) {
        drop(session.running()?);
        Err(unsupported("this device has not: invalidation of references"))
    }

    fn nvEncReconfigureEncoder(session, params: Params<NV_ENC_RECONFIGURE_PARAMS>) {
        reconfigure::reconfigure(session, params.strict()?)
    }

    fn nvEncCreateMVBuffer(session, params: Params<NV_ENC_CREATE_MV_BUFFER>) {
        motion::create(session, params.strict()?)
    }

    fn nvEncDestroyMVBuffer(session, buffer: NV_ENC_OUTPUT_PTR) {
        not_null(buffer)?;
        motion::destroy(session, buffer)
    }

    fn nvEncRunMotionEstimationOnly(session, params: Params<NV_ENC_MEONLY_PARAMS>) {
        motion::run(session, params.strict()?)
    }

    fn nvEncSetIOCudaStreams(
        session,
        input: NV_ENC_CUSTREAM_PTR,
        output: NV_ENC_CUSTREAM_PTR,
    ) {
        drop(session.running()?);
        // Work on a stream is done when the call that put it there returns, so there is
        // nothing to order.
        let _ = (input, output);
        Ok(())
    }
}

/// The slot of interfaces before 2.0: a client checks that it is there.
unsafe extern "C" fn open_session(_: *mut c_void, _: u32, _: *mut *mut c_void) -> NVENCSTATUS {
    let call = watch::begin("nvEncOpenEncodeSession", |_| {});
    call.run(|| guard(|| Err(bad_call("call nvEncOpenEncodeSessionEx"))))
}

unsafe extern "C" fn open_session_ex(
    params: Params<NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS>,
    encoder: Out<*mut c_void>,
) -> NVENCSTATUS {
    let call = watch::begin("nvEncOpenEncodeSessionEx", |arguments| {
        arguments.add("params", &params);
        arguments.add("encoder", &encoder);
    });
    call.run(|| guard(|| session::open(params.versioned()?, encoder)))
}

unsafe extern "C" fn destroy_encoder(encoder: *mut c_void) -> NVENCSTATUS {
    let call = watch::begin("nvEncDestroyEncoder", |arguments| {
        arguments.add("encoder", &encoder);
    });
    call.run(|| {
        on_session(encoder, "nvEncDestroyEncoder", |_| {
            session::destroy(encoder)
        })
    })
}

unsafe extern "C" fn last_error(encoder: *mut c_void) -> *const c_char {
    session::last_failure(encoder)
}

fn presets() -> Vec<GUID> {
    catalogue::presets(Profile::get().api)
        .map(|it| it.guid)
        .collect()
}

fn preset_config(
    codec: GUID,
    preset: GUID,
    tuning: NV_ENC_TUNING_INFO,
    config: Params<NV_ENC_PRESET_CONFIG>,
) -> Answer {
    let config = config.strict()?;
    let word = config.presetCfg.version;
    version::check::<NV_ENC_CONFIG>(word)?;
    config.presetCfg = preset::config(codec, preset, tuning)?;
    config.presetCfg.version = word;
    Ok(())
}

fn not_null(pointer: *mut c_void) -> Answer {
    (!pointer.is_null())
        .then_some(())
        .ok_or_else(|| bad_pointer("the handle is null"))
}

fn put<T>(place: Out<T>, value: T) -> Answer {
    place
        .write(value)
        .then_some(())
        .ok_or_else(|| bad_pointer("nowhere to put the answer"))
}

/// Writes as many of `all` as there is room for, and how many that were.
fn put_all<T: Copy>(places: *mut T, room: u32, count: Out<u32>, all: &[T]) -> Answer {
    if places.is_null() {
        return Err(bad_pointer("nowhere to put the answers"));
    }
    if room == 0 {
        return Err(bad_param("there is no room for an answer"));
    }
    let given = all.len().min(room as usize);
    // SAFETY: not null, and the client says that `room` values, at least `given`, fit. The
    // two do not overlap: one is the client's, the other the device's.
    unsafe { places.copy_from_nonoverlapping(all.as_ptr(), given) };
    put(count, given as u32)
}

/// Fills the slots, the same for all versions.
#[expect(
    clippy::missing_transmute_annotations,
    reason = "the slot says the type"
)]
pub(super) fn fill(list: &mut NV_ENCODE_API_FUNCTION_LIST) {
    macro_rules! set {
        ($($slot:ident = $function:ident;)*) => {
            $({
                // SAFETY: each function has its slot's arguments, but for pointers that are
                // wrapped in transparent types here.
                list.$slot = Some(unsafe { transmute($function as *const ()) });
            })*
        };
    }
    set! {
        nvEncOpenEncodeSession = open_session;
        nvEncGetEncodeGUIDCount = nvEncGetEncodeGUIDCount;
        nvEncGetEncodeProfileGUIDCount = nvEncGetEncodeProfileGUIDCount;
        nvEncGetEncodeProfileGUIDs = nvEncGetEncodeProfileGUIDs;
        nvEncGetEncodeGUIDs = nvEncGetEncodeGUIDs;
        nvEncGetInputFormatCount = nvEncGetInputFormatCount;
        nvEncGetInputFormats = nvEncGetInputFormats;
        nvEncGetEncodeCaps = nvEncGetEncodeCaps;
        nvEncGetEncodePresetCount = nvEncGetEncodePresetCount;
        nvEncGetEncodePresetGUIDs = nvEncGetEncodePresetGUIDs;
        nvEncGetEncodePresetConfig = nvEncGetEncodePresetConfig;
        nvEncInitializeEncoder = nvEncInitializeEncoder;
        nvEncCreateInputBuffer = nvEncCreateInputBuffer;
        nvEncDestroyInputBuffer = nvEncDestroyInputBuffer;
        nvEncCreateBitstreamBuffer = nvEncCreateBitstreamBuffer;
        nvEncDestroyBitstreamBuffer = nvEncDestroyBitstreamBuffer;
        nvEncEncodePicture = nvEncEncodePicture;
        nvEncLockBitstream = nvEncLockBitstream;
        nvEncUnlockBitstream = nvEncUnlockBitstream;
        nvEncLockInputBuffer = nvEncLockInputBuffer;
        nvEncUnlockInputBuffer = nvEncUnlockInputBuffer;
        nvEncGetEncodeStats = nvEncGetEncodeStats;
        nvEncGetSequenceParams = nvEncGetSequenceParams;
        nvEncRegisterAsyncEvent = nvEncRegisterAsyncEvent;
        nvEncUnregisterAsyncEvent = nvEncUnregisterAsyncEvent;
        nvEncMapInputResource = nvEncMapInputResource;
        nvEncUnmapInputResource = nvEncUnmapInputResource;
        nvEncDestroyEncoder = destroy_encoder;
        nvEncInvalidateRefFrames = nvEncInvalidateRefFrames;
        nvEncOpenEncodeSessionEx = open_session_ex;
        nvEncRegisterResource = nvEncRegisterResource;
        nvEncUnregisterResource = nvEncUnregisterResource;
        nvEncReconfigureEncoder = nvEncReconfigureEncoder;
        nvEncCreateMVBuffer = nvEncCreateMVBuffer;
        nvEncDestroyMVBuffer = nvEncDestroyMVBuffer;
        nvEncRunMotionEstimationOnly = nvEncRunMotionEstimationOnly;
        nvEncGetLastErrorString = last_error;
        nvEncSetIOCudaStreams = nvEncSetIOCudaStreams;
        nvEncGetEncodePresetConfigEx = nvEncGetEncodePresetConfigEx;
        nvEncGetSequenceParamEx = nvEncGetSequenceParamEx;
    }
    list.reserved1 = ptr::null_mut();
}
