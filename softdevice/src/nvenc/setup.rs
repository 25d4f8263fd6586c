//! Initialising a session, and what it has from then on.

use nvenc_sys::{NV_ENC_INITIALIZE_PARAMS, NV_ENC_SEQUENCE_PARAM_PAYLOAD};
use std::{
    fmt, slice,
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use super::{
    catalogue,
    config::{self, Setup},
    nal,
    output::Meta,
    reserved, sei,
    session::Session,
    status::{Answer, bad_call, bad_param, bad_pointer, generic, too_small, unsupported},
    worker::Engine,
};
use crate::codec::{
    Controls, Encode, EncoderConfig, RateControl, encoder,
    null::{self, NullEncoder},
};

/// An initialised session.
pub(super) struct Stage {
    pub(super) setup: Setup,
    /// VPS, SPS and PPS.
    pub(super) headers: Vec<u8>,
    pub(super) engine: Engine,
    /// It is for motion estimation only.
    pub(super) motion: bool,
    worker: Option<JoinHandle<()>>,
}

impl fmt::Debug for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stage")
            .field("setup", &self.setup)
            .finish_non_exhaustive()
    }
}

impl Stage {
    /// A coded picture with the parameter sets that the client wants with it.
    pub(super) fn dress(&self, data: Vec<u8>, meta: &Meta) -> Vec<u8> {
        let codec = self.setup.encoder.codec;
        let data = match (meta.headers, self.setup.strip_headers) {
            (true, _) => nal::with_headers(codec, data, &self.headers),
            (_, true) => nal::without_headers(codec, &data),
            _ => data,
        };
        match meta.sei.is_empty() {
            true => data,
            false => sei::insert(codec, &data, &meta.sei),
        }
    }

    /// Waits for the worker to end; what it was to do is dropped when the session closes.
    pub(super) fn stop(self) {
        drop(self.engine);
        // A worker that panicked has nothing more to say.
        let _ = self.worker.map(JoinHandle::join);
    }
}

/// `nvEncInitializeEncoder`.
pub(super) fn initialise(session: &Arc<Session>, params: &NV_ENC_INITIALIZE_PARAMS) -> Answer {
    let _order = session.submit();
    if session.state().stage.is_some() {
        return Err(bad_call("the session is initialised already"));
    }
    reserved::check_configuration(params, catalogue::codec(params.encodeGUID)?)?;
    if params.privDataSize != 0 || !params.privData.is_null() {
        return Err(bad_param("privData is reserved: there is none"));
    }
    let setup = config::setup(params)?;
    let motion = params.enableMEOnlyMode() == 1;
    let (encoder, headers) = match motion {
        true => nothing(&setup),
        false => open(&setup)?,
    };
    let (engine, worker) = Engine::start(session, encoder)
        .map_err(|error| generic(format!("no thread for the encoder: {error}")))?;
    session.state().stage = Some(Stage {
        setup,
        headers,
        engine,
        motion,
        worker,
    });
    Ok(())
}

/// An encoder for a setup, and its parameter sets.
pub(super) fn open(setup: &Setup) -> Answer<(Box<dyn Encode>, Vec<u8>)> {
    if null::is_chosen() {
        return open_null(setup);
    }
    let mut encoder = encoder(&setup.encoder).map_err(|error| unsupported(error.0))?;
    let headers = encoder.headers().map_err(|error| generic(error.0))?;
    Ok((encoder, headers))
}

/// It takes all that the GPU has; its parameter sets are those of a plain real encoder.
fn open_null(setup: &Setup) -> Answer<(Box<dyn Encode>, Vec<u8>)> {
    let plain = EncoderConfig {
        b_frames: 0,
        rate: RateControl::ConstQp { i: 0, p: 0, b: 0 },
        controls: Controls::default(),
        ..setup.encoder.clone()
    };
    let headers = plain_headers(plain)?;
    let null = NullEncoder::new(&setup.encoder, headers.clone());
    Ok((Box::new(null), headers))
}

/// The parameter sets of a real encoder. The last are kept: they take a while to make, and
/// who measures or tries a client often opens the same session again and again.
fn plain_headers(config: EncoderConfig) -> Answer<Vec<u8>> {
    static LAST: Mutex<Option<(EncoderConfig, Vec<u8>)>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, headers)) = last.as_ref().filter(|(of, _)| *of == config) {
        return Ok(headers.clone());
    }
    let mut real = encoder(&config).map_err(|error| unsupported(error.0))?;
    let headers = real.headers().map_err(|error| generic(error.0))?;
    *last = Some((config, headers.clone()));
    Ok(headers)
}

/// What a session codes that codes nothing.
fn nothing(setup: &Setup) -> (Box<dyn Encode>, Vec<u8>) {
    let encoder = NullEncoder::new(&setup.encoder, Vec::new());
    (Box::new(encoder), Vec::new())
}

/// `nvEncGetSequenceParams`, which the header leaves to the thread that encodes. A session that
/// was handed to another thread is that one's, so a call is refused only while there are two.
pub(super) fn sequence(session: &Session, payload: &NV_ENC_SEQUENCE_PARAM_PAYLOAD) -> Answer {
    let Some(_order) = session.try_submit() else {
        return Err(bad_call(
            "nvEncGetSequenceParams came while another thread encodes",
        ));
    };
    let headers = {
        let state = session.running()?;
        state
            .stage
            .as_ref()
            .map(|stage| stage.headers.clone())
            .unwrap_or_default()
    };
    write_headers(&headers, payload)
}

/// `nvEncGetSequenceParamEx`: the parameter sets of a session that might be.
pub(super) fn sequence_of(
    params: &NV_ENC_INITIALIZE_PARAMS,
    payload: &NV_ENC_SEQUENCE_PARAM_PAYLOAD,
) -> Answer {
    let (_, headers) = open(&config::setup(params)?)?;
    write_headers(&headers, payload)
}

fn write_headers(headers: &[u8], payload: &NV_ENC_SEQUENCE_PARAM_PAYLOAD) -> Answer {
    if payload.spsppsBuffer.is_null() || payload.outSPSPPSPayloadSize.is_null() {
        return Err(bad_pointer(
            "nowhere to put the parameter sets or their size",
        ));
    }
    if payload.spsId != 0 || payload.ppsId != 0 {
        return Err(bad_param("the parameter sets have the number 0"));
    }
    if (payload.inBufferSize as usize) < headers.len() {
        return Err(too_small(format!(
            "the parameter sets take {} bytes",
            headers.len()
        )));
    }
    // SAFETY: not null; the client says that inBufferSize bytes, of which no more than that
    // are used, may be written there.
    let place =
        unsafe { slice::from_raw_parts_mut(payload.spsppsBuffer.cast::<u8>(), headers.len()) };
    place.copy_from_slice(headers);
    // SAFETY: not null, and so valid for a write by the interface's contract.
    unsafe { payload.outSPSPPSPayloadSize.write(headers.len() as u32) };
    Ok(())
}
