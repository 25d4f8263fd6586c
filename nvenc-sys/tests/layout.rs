//! Sizes, offsets, version words and GUIDs of SDK 8.1, against tables taken from its header.

use nvenc_sys::*;
use std::mem::{offset_of, size_of};

macro_rules! sizes {
    ($($name:ident = $size:literal),* $(,)?) => {
        $(assert_eq!(size_of::<$name>(), $size, stringify!($name));)*
    };
}

macro_rules! offsets {
    ($name:ident: $($field:ident = $offset:literal),* $(,)?) => {
        $(assert_eq!(
            offset_of!($name, $field),
            $offset,
            concat!(stringify!($name), "::", stringify!($field)),
        );)*
    };
}

#[test]
fn structures_have_the_sizes_of_8_1() {
    sizes! {
        NV_ENCODE_API_FUNCTION_LIST = 2552, NV_ENC_CONFIG = 3584, NV_ENC_RC_PARAMS = 128,
        NV_ENC_CONFIG_H264 = 1792, NV_ENC_CONFIG_HEVC = 1560, NV_ENC_CODEC_CONFIG = 1792,
        NV_ENC_INITIALIZE_PARAMS = 1808, NV_ENC_PIC_PARAMS = 3344,
        NV_ENC_CODEC_PIC_PARAMS = 1536, NV_ENC_LOCK_BITSTREAM = 1544,
        NV_ENC_PRESET_CONFIG = 5128, NV_ENC_RECONFIGURE_PARAMS = 1824,
        NV_ENC_MEONLY_PARAMS = 1552, NV_ENC_CREATE_MV_BUFFER = 1544,
        NV_ENC_REGISTER_RESOURCE = 1536, NV_ENC_MAP_INPUT_RESOURCE = 1544,
        NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS = 1552, NV_ENC_CAPS_PARAM = 256,
        NV_ENC_CREATE_INPUT_BUFFER = 776, NV_ENC_CREATE_BITSTREAM_BUFFER = 776,
        NV_ENC_LOCK_INPUT_BUFFER = 1544, NV_ENC_EVENT_PARAMS = 1544,
        NV_ENC_SEQUENCE_PARAM_PAYLOAD = 1544, NV_ENC_STAT = 1544,
        CUVIDDECODECAPS = 88, CUVIDDECODECREATEINFO = 176, CUVIDPICPARAMS = 4280,
        CUVIDH264PICPARAMS = 984, CUVIDHEVCPICPARAMS = 1484, CUVIDVP9PICPARAMS = 220,
        CUVIDVP8PICPARAMS = 32, CUVIDVC1PICPARAMS = 132, CUVIDMPEG4PICPARAMS = 220,
        CUVIDMPEG2PICPARAMS = 192, CUVIDJPEGPICPARAMS = 4, CUVIDPROCPARAMS = 264,
        CUVIDEOFORMAT = 64, CUVIDEOFORMATEX = 1088, CUVIDSOURCEDATAPACKET = 32,
        CUVIDPARSERDISPINFO = 24, CUVIDPARSERPARAMS = 136,
    }
}

#[test]
fn session_structures_have_the_offsets_of_8_1() {
    offsets! { NV_ENC_INITIALIZE_PARAMS:
        encodeGUID = 4, presetGUID = 20, encodeWidth = 36, encodeHeight = 40, darWidth = 44,
        darHeight = 48, frameRateNum = 52, frameRateDen = 56, enableEncodeAsync = 60,
        enablePTD = 64, privDataSize = 72, privData = 80, encodeConfig = 88,
        maxEncodeWidth = 96, maxEncodeHeight = 100, maxMEHintCountsPerBlock = 104,
    }
    offsets! { NV_ENC_CONFIG:
        profileGUID = 4, gopLength = 20, frameIntervalP = 24, monoChromeEncoding = 28,
        frameFieldMode = 32, mvPrecision = 36, rcParams = 40, encodeCodecConfig = 168,
    }
    offsets! { NV_ENC_RC_PARAMS:
        rateControlMode = 4, constQP = 8, averageBitRate = 20, maxBitRate = 24,
        vbvBufferSize = 28, vbvInitialDelay = 32, minQP = 40, maxQP = 52, initialRCQP = 64,
        temporallayerIdxMask = 76, temporalLayerQP = 80, targetQuality = 88,
        targetQualityLSB = 89, lookaheadDepth = 90, qpMapMode = 96,
    }
    offsets! { NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS:
        deviceType = 4, device = 8, reserved = 16, apiVersion = 24,
    }
    offsets! { NV_ENC_SEQUENCE_PARAM_PAYLOAD:
        inBufferSize = 4, spsId = 8, ppsId = 12, spsppsBuffer = 16, outSPSPPSPayloadSize = 24,
    }
}

#[test]
fn picture_structures_have_the_offsets_of_8_1() {
    offsets! { NV_ENC_PIC_PARAMS:
        inputWidth = 4, inputHeight = 8, inputPitch = 12, encodePicFlags = 16, frameIdx = 20,
        inputTimeStamp = 24, inputDuration = 32, inputBuffer = 40, outputBitstream = 48,
        completionEvent = 56, bufferFmt = 64, pictureStruct = 68, pictureType = 72,
        codecPicParams = 80, meHintCountsPerBlock = 1616, qpDeltaMap = 1696,
        qpDeltaMapSize = 1704,
    }
    offsets! { NV_ENC_LOCK_BITSTREAM:
        outputBitstream = 8, sliceOffsets = 16, frameIdx = 24, hwEncodeStatus = 28,
        numSlices = 32, bitstreamSizeInBytes = 36, outputTimeStamp = 40, outputDuration = 48,
        bitstreamBufferPtr = 56, pictureType = 64, pictureStruct = 68, frameAvgQP = 72,
        frameSatd = 76, ltrFrameIdx = 80, ltrFrameBitmap = 84,
    }
    offsets! { NV_ENC_REGISTER_RESOURCE:
        resourceType = 4, width = 8, height = 12, pitch = 16, subResourceIndex = 20,
        resourceToRegister = 24, registeredResource = 32, bufferFormat = 40,
    }
    offsets! { NV_ENC_MAP_INPUT_RESOURCE:
        subResourceIndex = 4, inputResource = 8, registeredResource = 16, mappedResource = 24,
        mappedBufferFmt = 32,
    }
    offsets! { NV_ENC_CREATE_INPUT_BUFFER:
        width = 4, height = 8, memoryHeap = 12, bufferFmt = 16, inputBuffer = 24,
        pSysMemBuffer = 32,
    }
    offsets! { NV_ENC_CREATE_BITSTREAM_BUFFER:
        size = 4, memoryHeap = 8, bitstreamBuffer = 16, bitstreamBufferPtr = 24,
    }
}

#[test]
fn the_function_list_has_the_slots_of_8_1() {
    offsets! { NV_ENCODE_API_FUNCTION_LIST:
        nvEncOpenEncodeSession = 8, reserved1 = 272, nvEncCreateMVBuffer = 280,
        nvEncDestroyMVBuffer = 288, nvEncRunMotionEstimationOnly = 296,
        nvEncGetLastErrorString = 304, nvEncSetIOCudaStreams = 312,
        nvEncGetEncodePresetConfigEx = 320, nvEncGetSequenceParamEx = 328,
    }
}

#[test]
fn version_words_are_those_of_8_1() {
    let word = |header| ApiVersion::V8_1.struct_word(header);
    assert_eq!(ApiVersion::V8_1.word(), 0x0100_0008);
    assert_eq!(word(NV_ENCODE_API_FUNCTION_LIST_VER), 0x7102_0008);
    assert_eq!(word(NV_ENC_CONFIG_VER), 0xf107_0008);
    assert_eq!(word(NV_ENC_INITIALIZE_PARAMS_VER), 0xf105_0008);
    assert_eq!(word(NV_ENC_RECONFIGURE_PARAMS_VER), 0xf101_0008);
    assert_eq!(word(NV_ENC_PRESET_CONFIG_VER), 0xf104_0008);
    assert_eq!(word(NV_ENC_PIC_PARAMS_VER), 0xf104_0008);
    assert_eq!(word(NV_ENC_MEONLY_PARAMS_VER), 0x7103_0008);
    assert_eq!(word(NV_ENC_MAP_INPUT_RESOURCE_VER), 0x7104_0008);
    assert_eq!(word(NV_ENC_REGISTER_RESOURCE_VER), 0x7103_0008);
    for header in [
        NV_ENC_CAPS_PARAM_VER,
        NV_ENC_CREATE_INPUT_BUFFER_VER,
        NV_ENC_CREATE_BITSTREAM_BUFFER_VER,
        NV_ENC_LOCK_BITSTREAM_VER,
        NV_ENC_LOCK_INPUT_BUFFER_VER,
        NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER,
        NV_ENC_SEQUENCE_PARAM_PAYLOAD_VER,
    ] {
        assert_eq!(word(header), 0x7101_0008);
    }
}

#[test]
fn version_words_of_11_1_are_the_headers_own() {
    assert_eq!(
        ApiVersion::V11_1.struct_word(NV_ENC_CONFIG_VER),
        NV_ENC_CONFIG_VER
    );
    assert_eq!(
        NV_ENC_PIC_PARAMS::versioned(ApiVersion::V11_1).version,
        NV_ENC_PIC_PARAMS_VER
    );
}

#[test]
fn the_newest_version_both_sides_speak_is_chosen() {
    assert_eq!(ApiVersion::newest_for(0xc1), Some(ApiVersion::V11_1));
    assert_eq!(ApiVersion::newest_for(0xb1), Some(ApiVersion::V11_1));
    assert_eq!(ApiVersion::newest_for(0xb0), Some(ApiVersion::V8_1));
    assert_eq!(ApiVersion::newest_for(0x81), Some(ApiVersion::V8_1));
    assert_eq!(ApiVersion::newest_for(0x80), None);
}

#[test]
fn guids_and_codes_are_those_of_8_1() {
    for (guid, data1) in [
        (NV_ENC_CODEC_H264_GUID, 0x6bc8_2762),
        (NV_ENC_CODEC_HEVC_GUID, 0x790c_dc88),
        (NV_ENC_PRESET_DEFAULT_GUID, 0xb2df_b705),
        (NV_ENC_PRESET_HP_GUID, 0x60e4_c59f),
        (NV_ENC_PRESET_HQ_GUID, 0x34db_a71d),
        (NV_ENC_PRESET_BD_GUID, 0x82e3_e450),
        (NV_ENC_PRESET_LOW_LATENCY_DEFAULT_GUID, 0x49df_21c5),
        (NV_ENC_PRESET_LOW_LATENCY_HQ_GUID, 0xc5f7_33b9),
        (NV_ENC_PRESET_LOW_LATENCY_HP_GUID, 0x6708_2a44),
        (NV_ENC_PRESET_LOSSLESS_DEFAULT_GUID, 0xd5bf_b716),
        (NV_ENC_PRESET_LOSSLESS_HP_GUID, 0x1499_98e7),
        (NV_ENC_PRESET_P1_GUID, 0xfc0a_8d3e),
        (NV_ENC_PRESET_P7_GUID, 0x8484_8c12),
    ] {
        assert_eq!(guid.Data1, data1);
    }
    assert_eq!(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_FORCEINTRA.0, 1);
    assert_eq!(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_FORCEIDR.0, 2);
    assert_eq!(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_OUTPUT_SPSPPS.0, 4);
    assert_eq!(NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_EOS.0, 8);
    assert_eq!(NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_VBR_HQ.0, 0x20);
    assert_eq!(NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YV12.0, 0x10);
    assert_eq!(NVENCSTATUS::NV_ENC_ERR_NEED_MORE_INPUT.0, 17);
}
