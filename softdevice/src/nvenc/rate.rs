//! How bits are spent, in the codec's words.

use nvenc_sys::{NV_ENC_QP, NV_ENC_RC_PARAMS};

use super::status::{Answer, absent, bad_param};
use crate::codec::RateControl;

/// Reads NVENC's rate control; `usual` is what an average bit rate of 0 stands for, `fps` the
/// pictures a second.
pub(super) fn control(rate: &NV_ENC_RC_PARAMS, usual: u32, fps: (u32, u32)) -> Answer<RateControl> {
    let average = non_zero(rate.averageBitRate, usual);
    match rate.rateControlMode.0 {
        0 => const_qp(&rate.constQP),
        1 | 0x20 if rate.targetQuality > 0 => quality(rate),
        1 | 4 | 0x20 => variable(rate, average),
        2 | 0x10 => Ok(constant(average, non_zero(rate.vbvBufferSize, average))),
        // Low delay: no picture is larger than its share.
        8 => {
            let share = u64::from(average) * u64::from(fps.1) / u64::from(fps.0);
            let share = u32::try_from(share).unwrap_or(average).max(1);
            Ok(constant(average, non_zero(rate.vbvBufferSize, share)))
        }
        _ => Err(bad_param("no such rate control mode")),
    }
}

/// A tenth of a bit for each pixel: what NVENC calls 0.
pub(super) fn usual((width, height): (u32, u32), (num, den): (u32, u32)) -> u32 {
    let pixels = u64::from(width) * u64::from(height);
    let bits = u128::from(pixels) * u128::from(num) / u128::from(den) / 10;
    bits.clamp(64_000, 800_000_000) as u32
}

/// Whether each picture is coded twice, to spend its bits better. The codecs behind the
/// device take more time for each picture instead.
pub(super) fn passes_twice(rate: &NV_ENC_RC_PARAMS) -> bool {
    rate.multiPass.0 != 0 || matches!(rate.rateControlMode.0, 8 | 0x10 | 0x20)
}

/// Quantisers that rate control is told to keep to, for pictures of the types that occur:
/// the codecs know one for all.
pub(super) fn limit(
    set: bool,
    qp: &NV_ENC_QP,
    occurs: impl Fn(PictureKind) -> bool,
) -> Answer<Option<u8>> {
    let of_kinds = [
        (PictureKind::I, qp.qpIntra),
        (PictureKind::P, qp.qpInterP),
        (PictureKind::B, qp.qpInterB),
    ];
    let mut limits = of_kinds
        .into_iter()
        .filter(|(kind, _)| set && occurs(*kind));
    let Some((_, first)) = limits.next() else {
        return Ok(None);
    };
    if first > 51 || limits.clone().any(|(_, qp)| qp > 51) {
        return Err(bad_param("a limit of the quantiser is above 51"));
    }
    match limits.all(|(_, qp)| qp == first) {
        true => Ok(Some(first as u8)),
        false => Err(absent(
            "limits of the quantiser that differ by picture type",
        )),
    }
}

/// Types of pictures that quantisers are given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PictureKind {
    I,
    P,
    B,
}

fn constant(average: u32, vbv: u32) -> RateControl {
    RateControl::Bitrate {
        average,
        max: average,
        vbv,
    }
}

/// The client names the quantiser to hold, and maybe a ceiling to hold it below.
fn quality(rate: &NV_ENC_RC_PARAMS) -> Answer<RateControl> {
    let qp = rate.targetQuality;
    match rate.maxBitRate {
        0 => const_qp(&same(qp)),
        _ if qp > 51 => Err(bad_param("targetQuality is above 51")),
        max => Ok(RateControl::Quality {
            qp,
            max,
            vbv: non_zero(rate.vbvBufferSize, max),
        }),
    }
}

fn same(quality: u8) -> NV_ENC_QP {
    let qp = u32::from(quality);
    NV_ENC_QP {
        qpInterP: qp,
        qpInterB: qp,
        qpIntra: qp,
    }
}

fn non_zero(value: u32, otherwise: u32) -> u32 {
    if value == 0 { otherwise } else { value }
}

fn variable(rate: &NV_ENC_RC_PARAMS, average: u32) -> Answer<RateControl> {
    let max = non_zero(rate.maxBitRate, average.saturating_add(average / 2));
    if max < average {
        return Err(bad_param("maxBitRate is below averageBitRate"));
    }
    Ok(RateControl::Bitrate {
        average,
        max,
        vbv: non_zero(rate.vbvBufferSize, max),
    })
}

fn const_qp(qp: &NV_ENC_QP) -> Answer<RateControl> {
    if [qp.qpIntra, qp.qpInterP, qp.qpInterB]
        .iter()
        .any(|qp| *qp > 51)
    {
        return Err(bad_param("a quantiser is above 51"));
    }
    Ok(RateControl::ConstQp {
        i: qp.qpIntra as u8,
        p: qp.qpInterP as u8,
        b: qp.qpInterB as u8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use nvenc_sys::NV_ENC_PARAMS_RC_MODE;

    fn rate(mode: u32, average: u32, max: u32) -> NV_ENC_RC_PARAMS {
        NV_ENC_RC_PARAMS {
            rateControlMode: NV_ENC_PARAMS_RC_MODE(mode),
            averageBitRate: average,
            maxBitRate: max,
            ..NV_ENC_RC_PARAMS::default()
        }
    }

    fn bits(average: u32, max: u32, vbv: u32) -> Answer<RateControl> {
        Ok(RateControl::Bitrate { average, max, vbv })
    }

    #[test]
    fn what_a_client_leaves_0_is_filled_in() {
        assert_eq!(usual((1920, 1080), (30, 1)), 6_220_800);
        assert_eq!(usual((64, 64), (1, 1000)), 64_000);
        assert_eq!(
            control(&rate(1, 0, 0), 1000, (30, 1)),
            bits(1000, 1500, 1500)
        );
        assert_eq!(
            control(&rate(0x20, 500, 800), 1000, (30, 1)),
            bits(500, 800, 800)
        );
        assert_eq!(
            control(&rate(2, 500, 800), 1000, (30, 1)),
            bits(500, 500, 500)
        );
        assert_eq!(control(&rate(8, 600, 0), 1000, (30, 1)), bits(600, 600, 20));
    }

    #[test]
    fn a_quality_to_hold_is_a_quantiser() {
        let mut rate = rate(1, 0, 0);
        rate.targetQuality = 30;
        assert_eq!(
            control(&rate, 1000, (30, 1)),
            Ok(RateControl::ConstQp {
                i: 30,
                p: 30,
                b: 30
            })
        );
        rate.targetQuality = 52;
        assert!(control(&rate, 1000, (30, 1)).is_err());
        assert!(control(&super::tests::rate(1, 500, 400), 1000, (30, 1)).is_err());
    }
}
