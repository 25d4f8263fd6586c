use crate::{Error, RateControl, config::Setup, feed::Feed};
use nvframe::{Rational, Size};

/// A change of a running session: what it is told stays as it was unless said otherwise.
///
/// Frames submitted before are coded as the session was then. What cannot change in a
/// session (codec, format, GOP, B-frames) has no method.
#[derive(Debug)]
#[doc(alias = "NV_ENC_RECONFIGURE_PARAMS")]
#[must_use = "nothing changes until `apply`"]
pub struct Reconfigure<'s> {
    feed: &'s mut Feed,
    setup: Setup,
    force_idr: bool,
    reset: bool,
}

impl<'s> Reconfigure<'s> {
    pub(crate) fn new(feed: &'s mut Feed) -> Self {
        let setup = feed.setup().clone();
        Self {
            feed,
            setup,
            force_idr: false,
            reset: false,
        }
    }

    /// Another mode of rate control, or other bit rates, in bits a second.
    ///
    /// # Device support
    /// The capability `bit rate change in a session`.
    #[doc(alias = "averageBitRate")]
    #[doc(alias = "maxBitRate")]
    pub fn rate_control(mut self, rate_control: RateControl) -> Self {
        self.setup.rate_control = Some(rate_control);
        self
    }

    /// Another size of the buffer, in bits; see [`vbv`](crate::SessionBuilder::vbv).
    #[doc(alias = "vbvBufferSize")]
    pub fn vbv(mut self, bits: u32) -> Self {
        self.setup.limits.vbv = Some(bits);
        self
    }

    /// Other frames a second.
    pub fn frame_rate(mut self, frame_rate: impl Into<Rational>) -> Self {
        self.setup.frame_rate = frame_rate.into();
        self
    }

    /// Another size, up to the session's [maximum](crate::SessionBuilder::max_size). Frames
    /// of the old size are refused from then on.
    ///
    /// # Device support
    /// The capability `size change in a session`.
    #[doc(alias = "encodeWidth")]
    #[doc(alias = "encodeHeight")]
    pub fn size(mut self, size: impl Into<Size>) -> Self {
        // The maximum is fixed at the start.
        self.setup.max_size = Some(self.setup.max_size.unwrap_or(self.setup.size));
        self.setup.size = size.into();
        self
    }

    /// The next frame becomes an IDR picture.
    #[doc(alias = "forceIDR")]
    pub fn force_idr(mut self) -> Self {
        self.force_idr = true;
        self
    }

    /// Rate control forgets what it has seen.
    #[doc(alias = "resetEncoder")]
    pub fn reset(mut self) -> Self {
        self.reset = true;
        self
    }

    /// Tells the driver. The session changes only if it agrees.
    ///
    /// Wraps `nvEncReconfigureEncoder`.
    ///
    /// # Errors
    /// * [`Error::Unsupported`], [`Error::InvalidValue`] as when a session is started.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncReconfigureEncoder")]
    pub fn apply(self) -> Result<(), Error> {
        self.setup.check_values()?;
        let caps = self.feed.caps()?;
        self.check_change(&caps)?;
        self.setup.check_caps(&caps, self.feed.version())?;
        self.feed.change(self.setup, self.force_idr, self.reset)
    }

    fn check_change(&self, caps: &crate::Caps) -> Result<(), Error> {
        let old = self.feed.setup();
        if self.setup.size != old.size && !caps.dynamic_size {
            let size = self.setup.size;
            return Err(Error::unsupported("size change in a session", size, "none"));
        }
        if self.setup.rate_control != old.rate_control && !caps.dynamic_bit_rate {
            return Err(Error::unsupported(
                "bit rate change in a session",
                format!("{:?}", self.setup.rate_control),
                "none",
            ));
        }
        Ok(())
    }
}
