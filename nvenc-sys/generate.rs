// Makes the bindings from NVIDIA's headers. Shared, as a file, by `cargo xtask bindings`,
// which keeps the result in src/bindings.rs, and by build.rs under the feature `bindgen`.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// Rust source that binds the headers in `sdk`, or below it where the SDK puts them.
pub(crate) fn bindings(sdk: &Path) -> Result<String, String> {
    let include = include_folder(sdk)?;
    let header = fs::read_to_string(include.join("nvEncodeAPI.h")).map_err(|e| e.to_string())?;
    check_version(&header)?;
    // The fall-back that evaluates macros reads files only.
    let scratch = std::env::temp_dir().join(format!("nvenc-sys-{}", std::process::id()));
    fs::create_dir_all(&scratch).map_err(|e| e.to_string())?;
    let wrapper = scratch.join("nvcodec.h");
    fs::write(&wrapper, includes(&include)).map_err(|e| e.to_string())?;
    let types = bindgen::Builder::default()
        .header(wrapper.display().to_string())
        .clang_arg(format!("-I{}", include.display()))
        .clang_args(cuda_include_arguments())
        .allowlist_type("_?NV_?ENC.*|_?GUID|_?CUVID.*|cudaVideo.*|cuvid.*|CUvideo.*")
        .allowlist_type("CU(context|device|deviceptr|stream|result|event|array)|CUDA_MEMCPY2D")
        .allowlist_var("NV_?ENC.*|NV_MAX.*")
        .blocklist_item(".*_GUID")
        .blocklist_function(".*")
        .blocklist_type("t(cu[A-Z]|cuvid|NvEnc).*")
        .default_enum_style(bindgen::EnumVariation::NewType {
            is_bitfield: false,
            is_global: false,
        })
        .prepend_enum_name(false)
        .derive_default(true)
        .generate_comments(false)
        .parse_callbacks(Box::new(Shape))
        .disable_header_comment()
        .clang_macro_fallback()
        .clang_macro_fallback_build_dir(&scratch)
        .generate();
    fs::remove_dir_all(&scratch).map_err(|e| e.to_string())?;
    Ok(types.map_err(|e| e.to_string())?.to_string() + &guids(&header)?)
}

/// From interface 12 on, structures have other sizes and version numbers than those which
/// `ApiVersion` speaks: bindings of them would make calls that the driver refuses.
fn check_version(header: &str) -> Result<(), String> {
    let number = header
        .lines()
        .find_map(|line| line.trim().strip_prefix("#define NVENCAPI_MAJOR_VERSION"))
        .and_then(|number| number.trim().parse::<u32>().ok());
    match number {
        Some(8..=11) => Ok(()),
        Some(other) => Err(format!("interface {other}: this crate speaks 8.1 to 11.1")),
        None => Err("nvEncodeAPI.h does not say its version".into()),
    }
}

/// C's `typedef struct _NAME { .. } NAME` becomes one Rust type, `NAME`; GUIDs compare.
#[derive(Debug)]
struct Shape;

impl bindgen::callbacks::ParseCallbacks for Shape {
    fn item_name(&self, item: bindgen::callbacks::ItemInfo<'_>) -> Option<String> {
        let name = match item.name {
            "cudaError_enum" => "CUresult",
            "CUDA_MEMCPY2D_st" => "CUDA_MEMCPY2D",
            "CUmemorytype_enum" => "CUmemorytype",
            "_NV_ENC_OPEN_ENCODE_SESSIONEX_PARAMS" => "NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS",
            other => other.strip_prefix('_').or(other.strip_suffix("_enum"))?,
        };
        Some(name.to_owned())
    }

    fn add_derives(&self, info: &bindgen::callbacks::DeriveInfo<'_>) -> Vec<String> {
        let derives: &[&str] = if info.name == "GUID" {
            &["PartialEq", "Eq", "Hash"]
        } else {
            &[]
        };
        derives.iter().map(ToString::to_string).collect()
    }
}

/// The folder that holds `nvEncodeAPI.h`: `sdk` itself, or where the SDK's releases keep it.
fn include_folder(sdk: &Path) -> Result<PathBuf, String> {
    [
        "",
        "Interface",
        "include",
        "ffnvcodec",
        "include/ffnvcodec",
        "Samples/NvCodec/NvEncoder",
    ]
    .into_iter()
    .map(|folder| sdk.join(folder))
    .find(|folder| folder.join("nvEncodeAPI.h").is_file())
    .ok_or_else(|| {
        format!(
            "no nvEncodeAPI.h in {} or its Interface folder",
            sdk.display()
        )
    })
}

/// Debian's package renames the CUVID headers and brings the CUDA types along.
fn includes(include: &Path) -> String {
    let repackaged = include.join("dynlink_cuda.h").is_file();
    let names: &[&str] = if repackaged {
        &[
            "dynlink_cuda.h",
            "nvEncodeAPI.h",
            "dynlink_cuviddec.h",
            "dynlink_nvcuvid.h",
        ]
    } else {
        &["cuda.h", "nvEncodeAPI.h", "cuviddec.h", "nvcuvid.h"]
    };
    names
        .iter()
        .map(|name| format!("#include \"{name}\"\n"))
        .collect()
}

/// NVIDIA's own CUVID headers want `cuda.h`.
fn cuda_include_arguments() -> Vec<String> {
    let toolkit = std::env::var("CUDA_PATH").unwrap_or_else(|_| "/usr/local/cuda".into());
    vec![format!("-I{toolkit}/include")]
}

/// The header's GUIDs as constants. In C they are `static const`, which bindgen would
/// declare as symbols that no library exports.
fn guids(header: &str) -> Result<String, String> {
    let mut rust = String::new();
    let marker = "static const GUID ";
    for definition in header.split(marker).skip(1) {
        let (name, rest) = definition.split_once('=').ok_or("a GUID without a value")?;
        let (value, _) = rest.split_once(';').ok_or("a GUID without an end")?;
        let numbers: Vec<&str> = value
            .split(['{', '}', ',', ' ', '\n', '\r', '\t'])
            .filter(|n| !n.is_empty())
            .collect();
        let [data1, data2, data3, data4 @ ..] = numbers.as_slice() else {
            return Err(format!("{name}: not a GUID"));
        };
        let name = name.trim();
        let data4 = data4.join(", ").to_lowercase();
        let (data1, data2, data3) = (
            data1.to_lowercase(),
            data2.to_lowercase(),
            data3.to_lowercase(),
        );
        writeln!(
            rust,
            "pub const {name}: GUID = GUID {{ Data1: {data1}, Data2: {data2}, Data3: {data3}, Data4: [{data4}] }};"
        )
        .map_err(|e| e.to_string())?;
    }
    Ok(rust)
}
