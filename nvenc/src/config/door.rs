//! The door down to the driver's own configuration.

use crate::{SessionBuilder, raw::sys::NV_ENC_CONFIG};
use std::{fmt, sync::Arc};

/// A change of the driver's configuration, made whenever one is written.
#[derive(Clone)]
pub(crate) struct Change(Arc<dyn Fn(&mut NV_ENC_CONFIG) + Send + Sync>);

impl Change {
    pub(crate) fn make(&self, config: &mut NV_ENC_CONFIG) {
        (self.0)(config);
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Change")
    }
}

impl SessionBuilder {
    /// Changes the driver's configuration after all else was written into it, at the start and
    /// whenever the session is reconfigured: for what has no method here.
    ///
    /// ```
    /// # use nvenc::{Api, Codec, HostFrame, Session, open_device};
    /// # softdevice::activate().unwrap();
    /// # let encoder = Api::load()?.open(&open_device(0)?)?;
    /// let builder = encoder.session(Codec::Hevc, (320, 192));
    /// // SAFETY: the codec is HEVC, and the bit changes neither buffers nor their order.
    /// let builder = unsafe {
    ///     builder.raw(|config| config.encodeCodecConfig.hevcConfig.set_outputAUD(1))
    /// };
    /// let session: Session<HostFrame> = builder.start()?;
    /// # Ok::<(), nvenc::Error>(())
    /// ```
    ///
    /// # Safety
    /// * Only the part of the session's codec is touched.
    /// * Pointers that are put in stay valid as long as the session lives.
    /// * Whatever the driver does with the values is the caller's affair: it does not check
    ///   all of them. Frames that it holds for reordering must not become more than the
    ///   builder knows of, and none of 8.1's reserved fields may be set.
    #[doc(alias = "NV_ENC_CONFIG")]
    pub unsafe fn raw(
        mut self,
        change: impl Fn(&mut NV_ENC_CONFIG) + Send + Sync + 'static,
    ) -> Self {
        self.setup.change = Some(Change(Arc::new(change)));
        self
    }
}
