//! Pictures come back as they were, whatever format they went in with and wherever they lay.

use super::*;

#[test]
fn pictures_come_back_as_they_were() {
    let pictures: Vec<_> = (0..6).map(nv12).collect();
    for guid in [H264, HEVC] {
        let packets = code(&mut Setup::new(guid, SIZE.0, SIZE.1), NV12, &pictures);
        let stamps: Vec<u64> = packets.iter().map(|it| it.timestamp).collect();
        assert_eq!(stamps, [1000, 1001, 1002, 1003, 1004, 1005]);
        assert_eq!(packets[0].kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR);
        for packet in &packets {
            assert_eq!((packet.duration, packet.slices > 0), (7, true));
            assert!((20..=32).contains(&packet.qp), "{}", packet.qp);
        }
        for packet in &packets[1..] {
            assert_eq!(packet.kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_P);
        }
        for (n, picture) in decode(codec(guid), &packets).into_iter().enumerate() {
            assert!(psnr(&picture.planes[0], &luma(n)) > 30.0);
            assert!(
                psnr(&picture.planes[1], &[100; WIDTH * HEIGHT / 4]) > 35.0,
                "U"
            );
            assert!(
                psnr(&picture.planes[2], &[150; WIDTH * HEIGHT / 4]) > 35.0,
                "V"
            );
        }
    }
}

#[test]
fn ten_bits_stay_ten() {
    let wide = |bytes: Vec<u8>| -> Vec<u8> {
        let words = bytes.into_iter().map(|it| u16::from(it) << 8 | 1 << 6);
        words.flat_map(u16::to_le_bytes).collect()
    };
    let pictures: Vec<_> = (0..3).map(|n| wide(nv12(n))).collect();
    let mut setup = Setup::new(HEVC, SIZE.0, SIZE.1);
    setup.hevc().set_pixelBitDepthMinus8(2);
    setup.config.profileGUID = NV_ENC_HEVC_PROFILE_MAIN10_GUID;
    let packets = code(&mut setup, P010, &pictures);
    for (n, picture) in decode(Codec::Hevc, &packets).into_iter().enumerate() {
        assert_eq!(picture.bit_depth, 10);
        let words = picture.planes[0].as_chunks::<2>().0.iter();
        let eight: Vec<u8> = words
            .map(|it| (u16::from_le_bytes(*it) >> 2) as u8)
            .collect();
        assert!(psnr(&eight, &luma(n)) > 30.0);
    }
}

#[test]
fn full_chroma_stays_full() {
    let planes = |n| [luma(n), luma(n + 1), luma(n + 2)].concat();
    let mut setup = Setup::new(HEVC, SIZE.0, SIZE.1);
    setup.hevc().set_chromaFormatIDC(3);
    let packets = code(&mut setup, YUV444, &[planes(0), planes(1)]);
    let pictures = decode(Codec::Hevc, &packets);
    assert!(psnr(&pictures[1].planes[2], &luma(3)) > 28.0);
}

#[test]
fn colours_are_converted() {
    // Red, as blue, green, red, nothing.
    let red = [0, 0, 255, 0].repeat(WIDTH * HEIGHT);
    let packets = code(&mut Setup::new(H264, SIZE.0, SIZE.1), ARGB, &[red]);
    let [y, u, v] = &decode(Codec::H264, &packets)[0].planes;
    for (plane, value) in [(y, 81), (u, 90), (v, 240)] {
        assert!(plane.iter().all(|it| it.abs_diff(value) <= 3), "{value}");
    }
}

#[test]
fn device_memory_is_read_by_its_own_pitch_and_height() {
    let (pitch, height) = (256, HEIGHT + 16);
    let mut bytes = vec![255; pitch * height * 3 / 2];
    let source = nv12(5);
    for (y, row) in source.chunks(WIDTH).enumerate() {
        let y = if y < HEIGHT { y } else { y - HEIGHT + height };
        bytes[y * pitch..][..WIDTH].copy_from_slice(row);
    }
    let session = Session::start(&mut Setup::new(HEVC, SIZE.0, SIZE.1));
    let address = device_memory(bytes.len());
    copy_to_device(address, &bytes);
    let mut register = NV_ENC_REGISTER_RESOURCE {
        resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
        resourceToRegister: address as Handle,
        width: SIZE.0,
        height: height as u32,
        pitch: pitch as u32,
        bufferFormat: NV12,
        ..NV_ENC_REGISTER_RESOURCE::versioned(API)
    };
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncRegisterResource(&mut register))
    );
    let mut map = NV_ENC_MAP_INPUT_RESOURCE {
        registeredResource: register.registeredResource,
        ..NV_ENC_MAP_INPUT_RESOURCE::versioned(API)
    };
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncMapInputResource(&mut map))
    );
    let output = session.output();
    let mut picture = picture(map.mappedResource, output, map.mappedBufferFmt, SIZE);
    picture.inputPitch = pitch as u32;
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    let decoded = decode(Codec::Hevc, &[session.take(output)]);
    assert!(psnr(&decoded[0].planes[0], &luma(5)) > 30.0);
    assert!(psnr(&decoded[0].planes[1], &[100; WIDTH * HEIGHT / 4]) > 35.0);
}
