//! Gives the shared object the name under which CUDA programs look for the driver, keeps it loaded,
//! and marks it, so that a program tells its own build of it from another.

use std::{
    fs,
    hash::{DefaultHasher, Hasher as _},
    io,
    path::Path,
};

fn main() -> io::Result<()> {
    // With this SONAME a later dlopen("libcuda.so.1") finds the copy that is already loaded.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libcuda.so.1");
    // What the object itself opens by name is looked for beside it first; DT_RPATH and not
    // DT_RUNPATH, for only the former comes before LD_LIBRARY_PATH. See activate.rs.
    println!("cargo:rustc-cdylib-link-arg=-Wl,--disable-new-dtags,-rpath,$ORIGIN");
    // A client may close the driver while another of its threads is in it.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src");
    let mut sources = DefaultHasher::new();
    hash(Path::new("src"), &mut sources)?;
    println!("cargo:rustc-env=NVSOFT_BUILD={:x}", sources.finish());
    Ok(())
}

/// Adds every file under `folder`, in the order of their names.
fn hash(folder: &Path, sources: &mut DefaultHasher) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            hash(&path, sources)?;
        } else {
            sources.write(&fs::read(&path)?);
        }
    }
    Ok(())
}
