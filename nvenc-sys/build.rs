//! Puts the bindings where `src/lib.rs` includes them: the checked-in ones, or with the
//! feature `bindgen` ones made from the headers of the reader's own SDK.

#[cfg(feature = "bindgen")]
mod generate;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    #[cfg(feature = "bindgen")]
    bind_own_sdk();
}

#[cfg(feature = "bindgen")]
fn bind_own_sdk() {
    const VARIABLE: &str = "NVIDIA_VIDEO_CODEC_SDK";
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    println!("cargo:rerun-if-changed=generate.rs");
    let sdk = std::env::var_os(VARIABLE)
        .unwrap_or_else(|| panic!("the feature `bindgen` needs {VARIABLE}: the SDK's folder"));
    let bindings = generate::bindings(sdk.as_ref()).unwrap_or_else(|e| panic!("{VARIABLE}: {e}"));
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(std::path::Path::new(&out).join("bindings.rs"), bindings)
        .expect("OUT_DIR is writable");
}
