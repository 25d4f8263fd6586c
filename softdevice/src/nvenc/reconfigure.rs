//! Changing a running session.

use nvenc_sys::NV_ENC_RECONFIGURE_PARAMS;

use super::{
    catalogue,
    config::{self, Setup},
    reserved::{self, Reserved as _},
    session::Session,
    setup,
    status::{Answer, bad_param, generic, unsupported},
    version,
    worker::Job,
};
use crate::codec::{Controls, EncoderConfig};

/// `nvEncReconfigureEncoder`: bit rate, frame rate, and size up to the session's maximum.
/// What was submitted before is coded as it was; then a new sequence begins.
pub(super) fn reconfigure(session: &Session, params: &NV_ENC_RECONFIGURE_PARAMS) -> Answer {
    let _order = session.submit();
    let init = &params.reInitEncodeParams;
    version::check::<nvenc_sys::NV_ENC_INITIALIZE_PARAMS>(init.version)?;
    init.check_reserved(init.version)?;
    reserved::check_configuration(init, catalogue::codec(init.encodeGUID)?)?;
    let old = {
        let state = session.running()?;
        let stage = state.stage.as_ref();
        stage
            .map(|stage| stage.setup.clone())
            .ok_or_else(|| generic("no session"))?
    };
    let new = config::setup(init)?;
    check(&old, &new)?;
    let most = (init.maxEncodeWidth, init.maxEncodeHeight);
    if most != (0, 0) && most != old.most {
        return Err(bad_param("the maximum size cannot change in a session"));
    }
    if new.encoder == old.encoder && params.forceIDR() == 0 && params.resetEncoder() == 0 {
        return Ok(());
    }
    let new = Setup {
        most: old.most,
        ..new
    };
    let (encoder, headers) = setup::open(&new)?;
    session.give(Job::Replace(encoder))?;
    if let Some(stage) = &mut session.running()?.stage {
        stage.setup = new;
        stage.headers = headers;
    }
    Ok(())
}

fn check(old: &Setup, new: &Setup) -> Answer {
    let (width, height) = (new.encoder.width, new.encoder.height);
    if width > old.most.0 as usize || height > old.most.1 as usize {
        return Err(unsupported(
            "the size exceeds the maximum given at the start",
        ));
    }
    let steady = EncoderConfig {
        width,
        height,
        frame_rate: new.encoder.frame_rate,
        rate: new.encoder.rate,
        controls: Controls {
            vbv_initial: new.encoder.controls.vbv_initial,
            qp_range: new.encoder.controls.qp_range,
            initial_qp: new.encoder.controls.initial_qp,
            vui: new.encoder.controls.vui,
            ..old.encoder.controls.clone()
        },
        effort: new.encoder.effort,
        ..old.encoder.clone()
    };
    if steady != new.encoder || old.strip_headers != new.strip_headers {
        return Err(unsupported(
            "only bit rate, frame rate and size can change in a session",
        ));
    }
    Ok(())
}
