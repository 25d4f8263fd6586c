use super::frame::Lent;
use crate::{Error, Session, config::Setup, host};
use nvframe::cudarc::driver::CudaContext;
use std::sync::Arc;

/// The sessions on one GPU.
pub(super) struct Site {
    pub(super) context: Arc<CudaContext>,
    pub(super) setup: Setup,
    /// Bytes that the frames of each session may take.
    pub(super) budget: Option<u64>,
    /// The parameter sets of its streams.
    pub(super) headers: Vec<u8>,
    pub(super) sessions: Vec<Session<Lent>>,
}

impl Site {
    pub(super) fn frame_bytes(&self) -> usize {
        let Setup { format, size, .. } = self.setup;
        host::bytes(format, size).max(1)
    }
}

/// Where packets come without their parameter sets one of them has to do for all.
pub(super) fn check_headers(setup: &Setup, sites: &[Site]) -> Result<(), Error> {
    let differ = sites.iter().any(|site| site.headers != sites[0].headers);
    match setup.syntax.is_bare() && differ {
        true => Err(Error::unsupported(
            "parameter sets apart from the stream",
            "GPUs whose encoders write the same",
            "some that differ: use GPUs of one kind, or leave the sets in the stream",
        )),
        false => Ok(()),
    }
}
