//! The bindings against a C compiler: sizes, offsets of last fields, version words.
//!
//! Needs the header of Debian's `libffmpeg-nvenc-dev` and `cc`, so it runs when asked:
//! `cargo test -p nvenc-sys --test c_layout -- --ignored`.

use nvenc_sys::*;
use std::{fmt::Write as _, fs, mem::size_of, process::Command};

macro_rules! c_program {
    ($(sizes: $($size:ident)*; words: $($word:ident)*;)*) => {{
        let mut expected = String::new();
        let mut statements = String::new();
        $(
            $(
                writeln!(expected, "{} {}", stringify!($size), size_of::<$size>()).unwrap();
                let name = stringify!($size);
                writeln!(statements, "printf(\"{name} %zu\\n\", sizeof({name}));").unwrap();
            )*
            $(
                writeln!(expected, "{} {}", stringify!($word), $word).unwrap();
                let name = stringify!($word);
                writeln!(statements, "printf(\"{name} %u\\n\", (unsigned){name});").unwrap();
            )*
        )*
        (statements, expected)
    }};
}

#[test]
#[ignore = "needs the header of libffmpeg-nvenc-dev and a C compiler"]
fn a_c_compiler_agrees() {
    let (statements, expected) = c_program! {
        sizes: NV_ENCODE_API_FUNCTION_LIST NV_ENC_CONFIG NV_ENC_RC_PARAMS NV_ENC_CONFIG_H264
            NV_ENC_CONFIG_HEVC NV_ENC_CODEC_CONFIG NV_ENC_INITIALIZE_PARAMS NV_ENC_PIC_PARAMS
            NV_ENC_CODEC_PIC_PARAMS NV_ENC_LOCK_BITSTREAM NV_ENC_PRESET_CONFIG
            NV_ENC_RECONFIGURE_PARAMS NV_ENC_MEONLY_PARAMS NV_ENC_REGISTER_RESOURCE
            NV_ENC_MAP_INPUT_RESOURCE NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS NV_ENC_CAPS_PARAM
            NV_ENC_CREATE_INPUT_BUFFER NV_ENC_CREATE_BITSTREAM_BUFFER NV_ENC_LOCK_INPUT_BUFFER
            NV_ENC_EVENT_PARAMS NV_ENC_SEQUENCE_PARAM_PAYLOAD NV_ENC_STAT CUVIDDECODECAPS
            CUVIDDECODECREATEINFO CUVIDPICPARAMS CUVIDH264PICPARAMS CUVIDHEVCPICPARAMS
            CUVIDVP9PICPARAMS CUVIDPROCPARAMS CUVIDEOFORMAT CUVIDEOFORMATEX
            CUVIDSOURCEDATAPACKET CUVIDPARSERDISPINFO CUVIDPARSERPARAMS;
        words: NV_ENCODE_API_FUNCTION_LIST_VER NV_ENC_CONFIG_VER NV_ENC_INITIALIZE_PARAMS_VER
            NV_ENC_PIC_PARAMS_VER NV_ENC_PRESET_CONFIG_VER NV_ENC_RECONFIGURE_PARAMS_VER
            NV_ENC_LOCK_BITSTREAM_VER NV_ENC_REGISTER_RESOURCE_VER NV_ENC_MAP_INPUT_RESOURCE_VER
            NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER NV_ENC_CAPS_PARAM_VER NVENCAPI_VERSION;
    };
    let folder = std::env::temp_dir().join(format!("nvenc-sys-layout-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let headers = [
        "dynlink_cuda.h",
        "nvEncodeAPI.h",
        "dynlink_cuviddec.h",
        "dynlink_nvcuvid.h",
    ];
    let mut source = String::from("#include <stdio.h>\n");
    headers
        .iter()
        .for_each(|header| writeln!(source, "#include <ffnvcodec/{header}>").unwrap());
    write!(source, "int main(void) {{\n{statements}}}\n").unwrap();
    fs::write(folder.join("layout.c"), source).unwrap();
    let compiled = Command::new("cc")
        .args(["-o", "layout", "layout.c"])
        .current_dir(&folder)
        .status()
        .unwrap();
    assert!(compiled.success());
    let printed = Command::new(folder.join("layout")).output().unwrap().stdout;
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(String::from_utf8(printed).unwrap(), expected);
}
