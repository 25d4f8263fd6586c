//! What rate control is bound to, beside its mode.

use super::RateControl;
use crate::{Error, SessionBuilder, raw::sys::*};

/// A quantiser for each picture type, 0 (best) to 51.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_QP")]
#[allow(clippy::exhaustive_structs)] // there are no other picture types
pub struct Qp {
    /// For P pictures.
    pub p: u8,
    /// For B pictures.
    pub b: u8,
    /// For intra pictures.
    pub i: u8,
}

impl Qp {
    /// One for every picture.
    pub const fn all(qp: u8) -> Self {
        Self {
            p: qp,
            b: qp,
            i: qp,
        }
    }

    pub(crate) fn raw(self) -> NV_ENC_QP {
        NV_ENC_QP {
            qpInterP: self.p.into(),
            qpInterB: self.b.into(),
            qpIntra: self.i.into(),
        }
    }
}

/// What rate control is bound to, beside its mode.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    pub(crate) vbv: Option<u32>,
    pub(crate) vbv_initial: Option<u32>,
    min_qp: Option<Qp>,
    max_qp: Option<Qp>,
    initial_qp: Option<Qp>,
}

impl Limits {
    /// The buffer's size and how full it begins.
    pub(crate) fn buffer(&self) -> (Option<u32>, Option<u32>) {
        (self.vbv, self.vbv_initial)
    }

    pub(crate) fn check(&self, const_qp: bool) -> Result<(), Error> {
        for (name, qp) in [
            ("minimum QP", self.min_qp),
            ("maximum QP", self.max_qp),
            ("initial QP", self.initial_qp),
        ] {
            if let (Some(qp), true) = (qp, const_qp) {
                return Err(Error::invalid(
                    name,
                    format!("{qp:?}"),
                    "a constant QP leaves nothing to limit",
                ));
            }
            qp.map_or(Ok(()), |qp| check_qp(name, qp))?;
        }
        self.check_order()?;
        if let (Some(bits), true) = (self.vbv, const_qp) {
            return Err(Error::invalid(
                "VBV buffer",
                bits,
                "a constant QP keeps to none",
            ));
        }
        self.check_vbv()
    }

    fn check_order(&self) -> Result<(), Error> {
        match (self.min_qp, self.max_qp) {
            (Some(min), Some(max)) if min.p > max.p || min.b > max.b || min.i > max.i => Err(
                Error::invalid("minimum QP", format!("{min:?}"), "it is above the maximum"),
            ),
            _ => Ok(()),
        }
    }

    fn check_vbv(&self) -> Result<(), Error> {
        match (self.vbv, self.vbv_initial) {
            (Some(0), _) => Err(Error::invalid("VBV buffer", 0, "it must be over 0 bits")),
            (Some(size), Some(initial)) if initial > size => Err(Error::invalid(
                "initial VBV delay",
                initial,
                "it must be within the VBV buffer",
            )),
            (None, Some(initial)) => Err(Error::invalid(
                "initial VBV delay",
                initial,
                "it needs a VBV buffer of a given size",
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn write(
        &self,
        mode: RateControl,
        frame_rate: nvframe::Rational,
        raw: &mut NV_ENC_RC_PARAMS,
    ) {
        raw.vbvBufferSize = self.vbv.unwrap_or_else(|| mode.vbv(frame_rate));
        raw.vbvInitialDelay = self.vbv_initial.unwrap_or(0);
        if let Some(qp) = self.min_qp {
            raw.set_enableMinQP(1);
            raw.minQP = qp.raw();
        }
        if let Some(qp) = self.max_qp {
            raw.set_enableMaxQP(1);
            raw.maxQP = qp.raw();
        }
        if let Some(qp) = self.initial_qp {
            raw.set_enableInitialRCQP(1);
            raw.initialRCQP = qp.raw();
        }
    }
}

impl SessionBuilder {
    /// Size of the buffer (video buffering verifier) that the stream must neither overflow
    /// nor drain, in bits. Without it the driver chooses.
    ///
    /// # Device support
    /// The capability `custom VBV buffer`.
    #[doc(alias = "vbvBufferSize")]
    pub fn vbv(mut self, bits: u32) -> Self {
        self.setup.limits.vbv = Some(bits);
        self
    }

    /// What the buffer holds when the first picture is taken out, in bits: at most
    /// [`vbv`](Self::vbv), which must be given too.
    ///
    /// # Device support
    /// The capability `custom VBV buffer`.
    #[doc(alias = "vbvInitialDelay")]
    pub fn vbv_initial(mut self, bits: u32) -> Self {
        self.setup.limits.vbv_initial = Some(bits);
        self
    }

    /// Quantisers that rate control does not go below, 0 to 51.
    ///
    /// # Device support
    /// Every GPU; the software device with x264 and x265, and the same for all picture types that
    /// occur.
    #[doc(alias = "enableMinQP")]
    pub fn min_qp(mut self, qp: Qp) -> Self {
        self.setup.limits.min_qp = Some(qp);
        self
    }

    /// Quantisers that rate control does not exceed, 0 to 51, whatever the bit rate becomes.
    ///
    /// # Device support
    /// Every GPU; the software device with x264 and x265, and the same for all picture types that
    /// occur.
    #[doc(alias = "enableMaxQP")]
    pub fn max_qp(mut self, qp: Qp) -> Self {
        self.setup.limits.max_qp = Some(qp);
        self
    }

    /// Quantisers that rate control begins with, 0 to 51.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "enableInitialRCQP")]
    #[doc(alias = "initialRCQP")]
    pub fn initial_qp(mut self, qp: Qp) -> Self {
        self.setup.limits.initial_qp = Some(qp);
        self
    }
}

pub(crate) fn check_qp(name: &'static str, Qp { p, b, i }: Qp) -> Result<(), Error> {
    match [p, b, i].into_iter().find(|qp| *qp > 51) {
        Some(qp) => Err(Error::invalid(name, qp, "it must be 0 to 51")),
        None => Ok(()),
    }
}
