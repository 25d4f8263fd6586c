use crate::{Error, Sei, config::Setup, raw::sys::NV_ENC_PIC_PARAMS};

/// What goes along with one picture: messages (SEI), and a map of quantisers.
///
/// A plain array of messages is one, too.
///
/// ```
/// # use nvenc::{Api, Codec, Extras, HostFrame, Picture, QpMap, RateControl, Session, open_device};
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// # let builder = encoder.session(Codec::H264, (320, 192));
/// # if !builder.caps()?.lookahead { return Ok(()) } // the software device without x264
/// let builder = builder.rate_control(RateControl::cbr(1_000_000)).qp_map(QpMap::Delta);
/// let mut session: Session<HostFrame> = builder.start()?;
/// // 20 columns and 12 rows of blocks; the left half is to be better.
/// let map: Vec<i8> = (0..20 * 12).map(|at| if at % 20 < 10 { -8 } else { 4 }).collect();
/// let frame = session.host_frame()?;
/// session.submit_with(frame, Picture::at(0), Extras::default().qp_map(&map))?;
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Extras<'a> {
    pub(crate) messages: &'a [Sei<'a>],
    pub(crate) qp_map: Option<&'a [i8]>,
}

impl<'a> Extras<'a> {
    /// Messages that go into the stream before the picture: 16 at most, those of HDR10
    /// included.
    #[doc(alias = "seiPayloadArray")]
    pub fn messages(self, messages: &'a [Sei<'a>]) -> Self {
        Self { messages, ..self }
    }

    /// A number for each block, row by row, with the meaning that
    /// [`SessionBuilder::qp_map`](crate::SessionBuilder::qp_map) gave: blocks are of 16x16
    /// samples for H.264, of 32x32 for HEVC, those at the edges included.
    #[doc(alias = "qpDeltaMap")]
    pub fn qp_map(self, numbers: &'a [i8]) -> Self {
        Self {
            qp_map: Some(numbers),
            ..self
        }
    }

    /// Refuses what the session was not made for.
    #[inline]
    pub(crate) fn check(&self, setup: &Setup) -> Result<(), Error> {
        self.qp_map.map_or(Ok(()), |map| check_map(map, setup))
    }

    /// Points the picture at its map. Messages are the codec's: [`Payloads`] has them.
    ///
    /// [`Payloads`]: crate::sei::Payloads
    #[inline]
    pub(crate) fn write(&self, parameters: &mut NV_ENC_PIC_PARAMS) {
        if let Some(map) = self.qp_map {
            // The driver only reads, and before the call returns.
            parameters.qpDeltaMap = map.as_ptr().cast_mut();
            parameters.qpDeltaMapSize = map.len() as u32;
        }
    }
}

impl<'a> From<&'a [Sei<'a>]> for Extras<'a> {
    fn from(messages: &'a [Sei<'a>]) -> Self {
        Self::default().messages(messages)
    }
}

impl<'a, const N: usize> From<&'a [Sei<'a>; N]> for Extras<'a> {
    fn from(messages: &'a [Sei<'a>; N]) -> Self {
        Self::default().messages(messages)
    }
}

fn check_map(map: &[i8], setup: &Setup) -> Result<(), Error> {
    let Some(meaning) = setup.quality.qp_map() else {
        return Err(Error::invalid(
            "QP map",
            "given",
            "the session must be built with qp_map()",
        ));
    };
    if map.len() != setup.map_len() {
        return Err(Error::invalid(
            "QP map",
            format!("{} numbers", map.len()),
            "it needs one for each block of 16x16 (H.264) or 32x32 samples (HEVC)",
        ));
    }
    match map.iter().find(|it| !meaning.range().contains(it)) {
        Some(number) => Err(Error::invalid(
            "QP map",
            number,
            "offsets are -51 to 51, levels of emphasis 0 to 5",
        )),
        None => Ok(()),
    }
}
