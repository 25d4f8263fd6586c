//! Gives the shared object the name under which CUDA programs look for the driver, and keeps it
//! loaded.

fn main() {
    // With this SONAME a later dlopen("libcuda.so.1") finds the copy that is already loaded.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libcuda.so.1");
    // What the object itself opens by name is looked for beside it first; DT_RPATH and not
    // DT_RUNPATH, for only the former comes before LD_LIBRARY_PATH. See activate.rs.
    println!("cargo:rustc-cdylib-link-arg=-Wl,--disable-new-dtags,-rpath,$ORIGIN");
    // A client may close the driver while another of its threads is in it.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    println!("cargo:rerun-if-changed=build.rs");
}
