//! What rate control is bound to and how it works, as told on a command line.

use clap::Args;
use nvenc::{Qp, SessionBuilder};

use super::{Bitrate, quantisers};

/// What rate control is bound to and how it works.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Quality {
    /// Bits of the VBV buffer
    #[arg(long, value_name = "BITS")]
    vbvbufsize: Option<Bitrate>,
    /// Bits in the VBV buffer at the start; needs --vbvbufsize
    #[arg(long, value_name = "BITS")]
    vbvinit: Option<Bitrate>,
    /// Spatial adaptive quantisation, its strength 1 to 15, or 0 for the driver's choice
    #[arg(long, value_name = "STRENGTH")]
    aq: Option<u8>,
    /// Temporal adaptive quantisation
    #[arg(long)]
    temporalaq: bool,
    /// Frames that rate control looks ahead, up to 32
    #[arg(long, value_name = "FRAMES", default_value_t)]
    lookahead: u16,
    /// Quantisers not to go below: one, or those of P, B and I pictures
    #[arg(long, value_name = "QP or P,B,I", value_parser = quantisers)]
    qmin: Option<[u8; 3]>,
    /// Quantisers not to exceed
    #[arg(long, value_name = "QP or P,B,I", value_parser = quantisers)]
    qmax: Option<[u8; 3]>,
    /// Quantisers to begin with
    #[arg(long, value_name = "QP or P,B,I", value_parser = quantisers)]
    initqp: Option<[u8; 3]>,
}

impl Quality {
    /// Frames that rate control looks ahead.
    pub(crate) fn lookahead(&self) -> u32 {
        self.lookahead.into()
    }

    /// Size of the VBV buffer and what it holds at the start, in bits.
    pub(crate) fn vbv(&self) -> (Option<u32>, Option<u32>) {
        let bits = |bits: Option<Bitrate>| bits.map(|bits| bits.0);
        (bits(self.vbvbufsize), bits(self.vbvinit))
    }

    /// Tells the session. What does not go together, it refuses itself.
    pub(crate) fn apply(&self, session: SessionBuilder) -> SessionBuilder {
        let session = with(session, self.vbvbufsize, |it, bits| it.vbv(bits.0));
        let session = with(session, self.vbvinit, |it, bits| it.vbv_initial(bits.0));
        let session = with(session, self.aq, SessionBuilder::spatial_aq);
        let session = with(session, self.qmin, |it, qp| it.min_qp(each(qp)));
        let session = with(session, self.qmax, |it, qp| it.max_qp(each(qp)));
        let session = with(session, self.initqp, |it, qp| it.initial_qp(each(qp)));
        let session = session.lookahead(self.lookahead);
        match self.temporalaq {
            true => session.temporal_aq(),
            false => session,
        }
    }
}

fn with<T>(
    session: SessionBuilder,
    value: Option<T>,
    set: impl FnOnce(SessionBuilder, T) -> SessionBuilder,
) -> SessionBuilder {
    match value {
        Some(value) => set(session, value),
        None => session,
    }
}

fn each([p, b, i]: [u8; 3]) -> Qp {
    Qp { p, b, i }
}
