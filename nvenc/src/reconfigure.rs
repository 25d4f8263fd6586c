use crate::{
    Caps, Error, RateControl,
    config::{Setup, mode_name},
    feed::Feed,
};
use nvframe::{Rational, Size};

/// A change of a running session: what it is told stays as it was unless said otherwise.
///
/// Frames submitted before are coded as the session was then. The driver lets no session change
/// its GOP structure (GOP length, B-frames), bit depth, format, or largest size: there are no
/// methods for them. An IDR picture can be forced at any time instead.
///
/// ```
/// # use nvenc::{Api, Codec, HostFrame, RateControl, Session, open_device};
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// let builder = encoder.session(Codec::Hevc, (640, 384)).rate_control(RateControl::cbr(800_000));
/// let mut session: Session<HostFrame> = builder.start()?;
/// // The network got slower.
/// let change = session.reconfigure().rate_control(RateControl::cbr(300_000));
/// change.size((320, 192)).force_idr().apply()?;
/// # Ok::<(), nvenc::Error>(())
/// ```
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

    /// Other bit rates, in bits a second, or another mode of rate control.
    ///
    /// # Device support
    /// The capabilities `bit rate change in a session` and, for another mode, `rate control
    /// change in a session`.
    #[doc(alias = "averageBitRate")]
    #[doc(alias = "maxBitRate")]
    pub fn rate_control(mut self, rate_control: RateControl) -> Self {
        self.setup.rate_control = Some(rate_control);
        self
    }

    /// Another size of the buffer, in bits; see [`vbv`](crate::SessionBuilder::vbv).
    ///
    /// # Device support
    /// The capabilities `custom VBV buffer` and `bit rate change in a session`.
    #[doc(alias = "vbvBufferSize")]
    pub fn vbv(mut self, bits: u32) -> Self {
        self.setup.limits.vbv = Some(bits);
        self
    }

    /// How full the buffer is taken to be at first, in bits; see
    /// [`vbv_initial`](crate::SessionBuilder::vbv_initial).
    ///
    /// # Device support
    /// As [`vbv`](Self::vbv).
    #[doc(alias = "vbvInitialDelay")]
    pub fn vbv_initial(mut self, bits: u32) -> Self {
        self.setup.limits.vbv_initial = Some(bits);
        self
    }

    /// Other frames a second.
    pub fn frame_rate(mut self, frame_rate: impl Into<Rational>) -> Self {
        self.setup.frame_rate = frame_rate.into();
        self
    }

    /// Another size, up to the session's [maximum](crate::SessionBuilder::max_size). The next
    /// frame becomes an IDR picture, and frames of the old size are refused from then on.
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

    /// The encoder begins anew: rate control forgets what it has seen, and the next frame
    /// becomes an IDR picture.
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
        let caps = self.feed.caps()?;
        self.check_change(&caps)?;
        self.setup.check_values()?;
        self.setup.check_caps(&caps, self.feed.version())?;
        self.feed.change(self.setup, self.force_idr, self.reset)
    }

    fn check_change(&self, caps: &Caps) -> Result<(), Error> {
        let old = self.feed.setup();
        if self.setup.size != old.size && !caps.dynamic_size {
            let size = self.setup.size;
            return Err(Error::unsupported("size change in a session", size, "none"));
        }
        let rate = |setup: &Setup| (setup.mode(), setup.limits.buffer());
        if rate(&self.setup) != rate(old) && !caps.dynamic_bit_rate {
            let asked = format!("{:?}", self.setup.mode());
            let name = "bit rate change in a session";
            return Err(Error::unsupported(name, asked, "none"));
        }
        let version = self.feed.version();
        let (mode, old_mode) = (self.setup.rate_mode(version), old.rate_mode(version));
        if mode != old_mode && !caps.dynamic_rate_mode {
            let asked = format!("{} after {}", mode_name(mode), mode_name(old_mode));
            let name = "rate control change in a session";
            return Err(Error::unsupported(name, asked, "none"));
        }
        Ok(())
    }
}
