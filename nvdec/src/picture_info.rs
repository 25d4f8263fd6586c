use nvframe::Rational;
use std::time::Duration;

/// What a stream says of one of its pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "CUVIDPARSERDISPINFO")]
#[non_exhaustive]
pub struct PictureInfo {
    /// The timestamp that was pushed with the beginning of the picture.
    pub timestamp: i64,
    /// How long it is shown; `None` when the stream does not tell its frame rate.
    pub duration: Option<Duration>,
    /// True when it is predicted from no other picture.
    #[doc(alias = "intra_pic_flag")]
    pub intra: bool,
    /// True when others may be predicted from it. Drivers say so of every picture of HEVC.
    #[doc(alias = "ref_pic_flag")]
    pub reference: bool,
    /// False when its two fields are of different moments.
    #[doc(alias = "progressive_frame")]
    pub progressive: bool,
    /// True when the field in the even rows is the earlier one.
    pub top_field_first: bool,
    /// Fields that it is shown for: 2, but 3 of a film telecined to video, 4 and 6 of a frame
    /// shown twice and three times, and 1 of a field without a partner.
    #[doc(alias = "repeat_first_field")]
    pub fields: u32,
}

impl PictureInfo {
    /// With how it is shown. `repeats` is the driver's count of additional fields.
    pub(crate) fn shown(self, repeats: i32, frame_rate: Rational) -> Self {
        let fields = 2_u32.saturating_add_signed(repeats.clamp(-1, 4));
        Self {
            fields,
            duration: duration(fields, frame_rate),
            ..self
        }
    }
}

/// Half a frame's time for each field.
fn duration(fields: u32, frame_rate: Rational) -> Option<Duration> {
    let frames = frame_rate.num;
    (frames > 0 && frame_rate.den > 0).then(|| {
        let nanos = u128::from(fields) * u128::from(frame_rate.den) * 1_000_000_000;
        Duration::from_nanos((nanos / (2 * u128::from(frames))) as u64)
    })
}

/// How decoding a picture went, as the driver tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "cuvidDecodeStatus")]
#[non_exhaustive]
pub enum DecodeStatus {
    /// It is being decoded.
    #[doc(alias = "cuvidDecodeStatus_InProgress")]
    InProgress,
    /// All of it was decoded.
    #[doc(alias = "cuvidDecodeStatus_Success")]
    Good,
    /// It is damaged, and was not concealed.
    #[doc(alias = "cuvidDecodeStatus_Error")]
    Damaged,
    /// It was damaged; the damage is concealed with other pictures.
    #[doc(alias = "cuvidDecodeStatus_Error_Concealed")]
    Concealed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_shown_for_its_fields() {
        let rate = Rational::new(30_000, 1001);
        let shown = |repeats| PictureInfo::default().shown(repeats, rate);
        assert_eq!(shown(0).duration, Some(Duration::from_nanos(33_366_666)));
        assert_eq!(shown(1).duration, Some(Duration::from_nanos(50_050_000)));
        assert_eq!([-1, 2, 4].map(|repeats| shown(repeats).fields), [1, 4, 6]);
    }

    #[test]
    fn hostile_numbers_do_no_harm() {
        let shown =
            |repeats, num, den| PictureInfo::default().shown(repeats, Rational::new(num, den));
        assert_eq!(shown(i32::MIN, 1, 1).fields, 1);
        assert_eq!(shown(i32::MAX, 0, 1).duration, None);
        assert_eq!(shown(0, 1, 0).duration, None);
        let long = shown(i32::MAX, 1, u32::MAX).duration.unwrap();
        assert_eq!(long.as_secs(), 3 * u64::from(u32::MAX));
    }
}
