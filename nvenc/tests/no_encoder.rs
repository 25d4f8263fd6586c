//! A GPU without NVENC, in a process of its own: the software device takes its shape, or a
//! real one is used when the variable below is set.

use nvenc::{Api, ApiVersion, Error};

const ON_GPU: &str = "NVCODEC_TEST_ON_GPU";

#[test]
fn a_gpu_without_an_encoder_is_told_apart_in_both_versions() {
    if std::env::var_os(ON_GPU).is_none() {
        // SAFETY: this is the only test of its process, and no thread reads the environment.
        unsafe { std::env::set_var("NVSOFT_GPU", "h100") };
        softdevice::activate().unwrap();
    }
    let gpu = nvenc::open_device(0).unwrap();
    for version in ApiVersion::ALL {
        let api = Api::load_version(version).unwrap();
        let error = api.open(&gpu).unwrap_err();
        println!("interface {version}: {error}");
        assert_eq!(
            error,
            Error::NoEncoder {
                gpu: gpu.name().unwrap()
            }
        );
    }
}
