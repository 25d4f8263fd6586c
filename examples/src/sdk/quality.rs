//! The samples' options of rate control and quality beside the mode.

use clap::Args;
use nvenc::{Qp, SessionBuilder};

use crate::options::Bitrate;

/// The samples' options of rate control and quality beside the mode.
#[derive(Args, Clone, Debug)]
pub(super) struct Quality {
    /// Bits of the VBV buffer
    #[arg(long, value_name = "BITS")]
    vbvbufsize: Option<Bitrate>,
    /// Bits in the VBV buffer at the start; needs -vbvbufsize
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
    pub(super) fn lookahead(&self) -> u32 {
        self.lookahead.into()
    }

    /// Tells the session. What does not go together, it refuses itself.
    pub(super) fn apply(&self, session: SessionBuilder) -> SessionBuilder {
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

/// Reads `28` or `28,31,25`.
pub(super) fn quantisers(text: &str) -> Result<[u8; 3], String> {
    let numbers: Option<Vec<u8>> = text
        .split(',')
        .map(|number| number.trim().parse().ok().filter(|qp| *qp <= 51))
        .collect();
    match numbers.as_deref() {
        Some([qp]) => Ok([*qp; 3]),
        Some([p, b, i]) => Ok([*p, *b, *i]),
        _ => Err("write one number, or three as in 28,31,25, of 0 to 51".to_owned()),
    }
}
