//! The functions of the list that a client gets.

use nvenc_sys::*;
use std::{
    ffi::{c_char, c_int, c_void},
    mem::transmute,
    ptr,
};

use super::{
    buffers,
    catalogue::CODECS,
    motion, output, picture, questions, reconfigure, resources, session, setup,
    status::{
        Answer, Params, absent, bad_call, bad_pointer, guard, on_session, unimplemented,
        unsupported,
    },
};
use crate::{
    cuda::{ffi::Out, stream},
    watch,
};

/// Functions whose first argument is a session, each with a body that gives an [`Answer`]; they
/// go into the slots of their names.
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

        #[expect(clippy::missing_transmute_annotations, reason = "the slot says the type")]
        fn fill_slots(list: &mut NV_ENCODE_API_FUNCTION_LIST) {
            $({
                // SAFETY: each function has its slot's arguments, but for pointers that are
                // wrapped in transparent types here.
                list.$name = Some(unsafe { transmute($name as *const ()) });
            })*
        }
    };
}

slots! {
    fn nvEncGetEncodeGUIDCount(_session, count: Out<u32>) {
        questions::count(count, &CODECS)
    }

    fn nvEncGetEncodeGUIDs(_session, guids: *mut GUID, room: u32, count: Out<u32>) {
        questions::answer(guids, room, count, &CODECS)
    }

    fn nvEncGetEncodeProfileGUIDCount(_session, codec: GUID, count: Out<u32>) {
        questions::count(count, questions::profiles(codec)?)
    }

    fn nvEncGetEncodeProfileGUIDs(
        _session,
        codec: GUID,
        guids: *mut GUID,
        room: u32,
        count: Out<u32>,
    ) {
        questions::answer(guids, room, count, questions::profiles(codec)?)
    }

    fn nvEncGetInputFormatCount(_session, codec: GUID, count: Out<u32>) {
        questions::count(count, questions::formats(codec)?)
    }

    fn nvEncGetInputFormats(
        _session,
        codec: GUID,
        formats: *mut NV_ENC_BUFFER_FORMAT,
        room: u32,
        count: Out<u32>,
    ) {
        questions::answer(formats, room, count, questions::formats(codec)?)
    }

    fn nvEncGetEncodeCaps(
        _session,
        codec: GUID,
        params: Params<NV_ENC_CAPS_PARAM>,
        value: Out<c_int>,
    ) {
        questions::capability(codec, params.strict()?, value)
    }

    fn nvEncGetEncodePresetCount(_session, codec: GUID, count: Out<u32>) {
        questions::count(count, &questions::presets(codec)?)
    }

    fn nvEncGetEncodePresetGUIDs(
        _session,
        codec: GUID,
        guids: *mut GUID,
        room: u32,
        count: Out<u32>,
    ) {
        questions::answer(guids, room, count, &questions::presets(codec)?)
    }

    fn nvEncGetEncodePresetConfig(
        _session,
        codec: GUID,
        preset: GUID,
        config: Params<NV_ENC_PRESET_CONFIG>,
    ) {
        let quality = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY;
        questions::preset_config(codec, preset, quality, config.strict()?)
    }

    fn nvEncGetEncodePresetConfigEx(
        _session,
        codec: GUID,
        preset: GUID,
        tuning: NV_ENC_TUNING_INFO,
        config: Params<NV_ENC_PRESET_CONFIG>,
    ) {
        questions::preset_config(codec, preset, tuning, config.strict()?)
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
        Err(absent("invalidation of references"))
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
        // From now on work is done when the call that put it on the stream returns, so there is
        // nothing to order. Nothing is put on the one for the output.
        let _ = output;
        // SAFETY: by the interface's contract null or the address of a stream.
        if let Some(stream) = unsafe { input.cast::<CUstream>().as_ref() } {
            stream::follow(*stream);
        }
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

fn not_null(pointer: *mut c_void) -> Answer {
    (!pointer.is_null())
        .then_some(())
        .ok_or_else(|| bad_pointer("the handle is null"))
}

/// Fills the list, the same for all versions.
#[expect(
    clippy::missing_transmute_annotations,
    reason = "the slot says the type"
)]
pub(super) fn fill(list: &mut NV_ENCODE_API_FUNCTION_LIST) {
    fill_slots(list);
    list.nvEncOpenEncodeSession = Some(open_session);
    // SAFETY: its pointers are wrapped in transparent types here.
    list.nvEncOpenEncodeSessionEx = Some(unsafe { transmute(open_session_ex as *const ()) });
    list.nvEncDestroyEncoder = Some(destroy_encoder);
    list.nvEncGetLastErrorString = Some(last_error);
    list.reserved1 = ptr::null_mut();
}
