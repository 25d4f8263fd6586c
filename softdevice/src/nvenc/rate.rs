//! How bits are spent, in the codec's words.

use nvenc_sys::{NV_ENC_QP, NV_ENC_RC_PARAMS};

use super::status::{Answer, bad_param};
use crate::codec::RateControl;

/// Reads NVENC's rate control; `usual` is what an average bit rate of 0 stands for.
pub(super) fn control(rate: &NV_ENC_RC_PARAMS, usual: u32) -> Answer<RateControl> {
    let average = non_zero(rate.averageBitRate, usual);
    match rate.rateControlMode.0 {
        0 => const_qp(&rate.constQP),
        // Constant quality: the client names the quantiser to hold.
        1 | 0x20 if rate.targetQuality > 0 => const_qp(&same(rate.targetQuality)),
        1 | 4 | 0x20 => variable(rate, average),
        2 | 8 | 0x10 => Ok(RateControl::Bitrate {
            average,
            max: average,
            vbv: non_zero(rate.vbvBufferSize, average),
        }),
        _ => Err(bad_param("no such rate control mode")),
    }
}

/// A tenth of a bit for each pixel: what NVENC calls 0.
pub(super) fn usual((width, height): (u32, u32), (num, den): (u32, u32)) -> u32 {
    let pixels = u64::from(width) * u64::from(height);
    let bits = u128::from(pixels) * u128::from(num) / u128::from(den) / 10;
    bits.clamp(64_000, 800_000_000) as u32
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
        assert_eq!(control(&rate(1, 0, 0), 1000), bits(1000, 1500, 1500));
        assert_eq!(control(&rate(0x20, 500, 800), 1000), bits(500, 800, 800));
        assert_eq!(control(&rate(2, 500, 800), 1000), bits(500, 500, 500));
    }

    #[test]
    fn a_quality_to_hold_is_a_quantiser() {
        let mut rate = rate(1, 0, 0);
        rate.targetQuality = 30;
        assert_eq!(
            control(&rate, 1000),
            Ok(RateControl::ConstQp {
                i: 30,
                p: 30,
                b: 30
            })
        );
        rate.targetQuality = 52;
        assert!(control(&rate, 1000).is_err());
        assert!(control(&super::tests::rate(1, 500, 400), 1000).is_err());
    }
}
