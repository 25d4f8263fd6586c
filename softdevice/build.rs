//! Gives the shared object the name under which CUDA programs look for the driver.

fn main() {
    // With this SONAME a later dlopen("libcuda.so.1") finds the copy that is already loaded.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libcuda.so.1");
    println!("cargo:rerun-if-changed=build.rs");
}
