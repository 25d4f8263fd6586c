//! The dialect of SDK 8.1, in a process of its own: the driver knows one version a process.

mod common;

use common::{encode, luma_psnr};
use nvenc::{
    Api, ApiVersion, Codec, Error, HostFrame, MotionEstimator, MultiPass, Picture, Preset,
    RateControl, Size, Tuning, cudarc::driver::CudaContext,
};
use std::sync::Arc;

const SIZE: Size = Size::new(320, 192);

#[test]
fn one_version_at_a_time_and_all_presets_of_8_1() {
    softdevice::activate().unwrap();
    let gpu = nvenc::open_device(0).unwrap();
    let api = Api::load_version(ApiVersion::V8_1).unwrap();
    assert_eq!(api.version(), ApiVersion::V8_1);
    assert_eq!(
        Api::load().unwrap().version(),
        ApiVersion::V8_1,
        "the one in use"
    );
    assert_eq!(
        Api::load_version(ApiVersion::V11_1).unwrap_err(),
        Error::VersionInUse {
            in_use: ApiVersion::V8_1,
            wanted: ApiVersion::V11_1
        }
    );
    for preset in Preset::ALL
        .into_iter()
        .filter(|preset| !preset.is_lossless())
    {
        let session = api
            .open(&gpu)
            .unwrap()
            .session(Codec::Hevc, SIZE)
            .preset(preset);
        let coded = encode(session.start().unwrap(), 3, |number| {
            Picture::at(number as i64)
        });
        let psnr = luma_psnr(Codec::Hevc, SIZE, &coded);
        assert!(
            psnr.len() == 3 && psnr.iter().all(|psnr| *psnr > 30.0),
            "{preset}: {psnr:?}"
        );
    }
    refuses_what_only_11_1_has(&api, &gpu);
    let encoder = api.open(&gpu).unwrap();
    let estimator = encoder.motion_estimator(Codec::H264, SIZE).start();
    let mut estimator: MotionEstimator<HostFrame> = estimator.unwrap();
    let frame = estimator.host_frame().unwrap();
    let blocks = estimator.estimate(&frame, &frame).unwrap();
    assert_eq!(blocks.len(), 20 * 12);
    drop(estimator);
    drop(api);
    // With the last user gone the other version can be spoken.
    assert_eq!(Api::load().unwrap().version(), ApiVersion::V11_1);
}

fn refuses_what_only_11_1_has(api: &Api, gpu: &Arc<CudaContext>) {
    let session = || api.open(gpu).unwrap().session(Codec::Hevc, SIZE);
    for (builder, message) in [
        (
            session().preset(Preset::P4(Tuning::HighQuality)),
            "interface: asked for preset p4-hq of 11.1, this GPU has 8.1: choose one of the nine \
             presets of 8.1",
        ),
        (
            session()
                .rate_control(RateControl::cbr(1_000_000))
                .multi_pass(MultiPass::FullResolution),
            "interface: asked for multi-pass coding of 11.1 (full resolution), this GPU has 8.1: \
             choose VbrHq, CbrHq or CbrLowDelayHq",
        ),
    ] {
        let refused = builder.start::<HostFrame>().unwrap_err();
        assert!(matches!(refused, Error::Unsupported { .. }));
        assert_eq!(refused.to_string(), message);
    }
}
