//! The order of callbacks: the rows of the real parser's measured behaviour.

use nvenc_sys::CUresult;

use crate::{
    clips::{ALL, HEVC_PYRAMID, PYRAMID, SLICES, VP9_ALTREF, nals},
    trace::*,
};

/// Feeds packets one by one and gives the letters that each brought.
fn fed(client: &mut Client, packets: &[Vec<u8>], flags: u32) -> Vec<String> {
    let letters = packets.iter().map(|packet| {
        assert_eq!(client.parse(packet, flags, 0), CUresult::CUDA_SUCCESS);
        client.letters()
    });
    letters.collect()
}

#[test]
fn every_frame_is_displayed_once() {
    for clip in ALL {
        for delay in [0, 1, 4] {
            let mut client = Client::new(clip.codec, 20, delay);
            clip.packets().iter().for_each(|packet| client.feed(packet));
            client.end();
            let events = client.take();
            assert_eq!(displays(&events).len(), clip.frames, "{}", clip.file);
        }
    }
}

#[test]
fn a_picture_is_decoded_when_the_next_one_starts() {
    let mut client = Client::new(SLICES.codec, 20, 0);
    let letters = fed(&mut client, &SLICES.packets(), 0);
    assert_eq!(letters, ["", "S D0 V0", "D1 V1", "D2 V2", "D3 V3", "D4 V4"]);
    client.end();
    assert_eq!(client.letters(), "D5 V5");
}

#[test]
fn a_packet_that_is_a_picture_is_decoded_at_once() {
    let mut client = Client::new(SLICES.codec, 20, 0);
    let letters = fed(&mut client, &SLICES.packets(), END_OF_PICTURE);
    assert_eq!(
        letters,
        ["S D0 V0", "D1 V1", "D2 V2", "D3 V3", "D4 V4", "D5 V5"]
    );
    client.end();
    assert_eq!(client.letters(), "");
}

#[test]
fn the_bitstream_has_a_trailing_zero_unless_the_packet_ends_the_picture() {
    for (flags, last) in [(0, [0, 0]), (END_OF_PICTURE, [0, 1])] {
        let mut client = Client::new(SLICES.codec, 20, 0);
        for unit in SLICES.packets() {
            client.parse(&unit, flags, 0);
        }
        let events = client.take();
        let picture = decodes(&events)[1];
        let ends_in_zero = picture.data.last() == Some(&0);
        assert_eq!(ends_in_zero, last == [0, 0]);
    }
}

#[test]
fn the_display_delay_holds_pictures_back() {
    let mut client = Client::new(SLICES.codec, 20, 2);
    let letters = fed(&mut client, &SLICES.packets(), END_OF_PICTURE);
    assert_eq!(letters, ["S D0", "D1", "D2 V0", "D3 V1", "D4 V2", "D5 V3"]);
    client.end();
    assert_eq!(client.letters(), "V4 V5");
}

#[test]
fn no_delay_still_reorders() {
    let mut client = Client::new(PYRAMID.codec, 20, 0);
    let letters = fed(&mut client, &PYRAMID.packets()[..8], END_OF_PICTURE);
    assert_eq!(
        letters,
        [
            "S D0", "D1", "D2 V0", "D3 V3", "D4 V2", "D5 V4", "D6 V1", "D7 V7"
        ]
    );
}

#[test]
fn pending_pictures_but_the_last_few_come_before_an_idr_picture() {
    for (delay, shown) in [(0, 12), (1, 11), (4, 8)] {
        let mut client = Client::new(PYRAMID.codec, 20, delay);
        let all = fed(&mut client, &PYRAMID.packets()[..13], END_OF_PICTURE).join(" ");
        let (before, _) = all.split_once("D12").unwrap();
        assert_eq!(before.matches('V').count(), shown, "{all}");
    }
}

#[test]
fn the_same_sequence_again_is_not_told() {
    let mut client = Client::new(PYRAMID.codec, 20, 0);
    PYRAMID.packets().iter().for_each(|unit| client.feed(unit));
    client.end();
    let events = client.take();
    let headers = nals(&PYRAMID.bytes())
        .iter()
        .filter(|nal| nal[4] & 31 == 7)
        .count();
    assert_eq!((headers, sequences(&events).len()), (2, 1));
}

#[test]
fn another_sequence_is_told_after_all_pictures_of_the_one_before() {
    let mut client = Client::new(PYRAMID.codec, 20, 4);
    fed(&mut client, &PYRAMID.packets(), END_OF_PICTURE);
    client.parse(&SLICES.packets()[0], END_OF_PICTURE, 0);
    let letters = client.letters();
    let (before, after) = letters.split_once("S ").unwrap();
    assert_eq!(before, "V18 V0 V17 V2 V3 V1 ");
    assert_eq!(after, "D4");
}

#[test]
fn the_end_shows_all_and_the_next_sequence_is_told_again() {
    for clip in ALL {
        let mut client = Client::new(clip.codec, 20, 4);
        for _ in 0..2 {
            clip.packets().iter().for_each(|packet| client.feed(packet));
            client.end();
            client.end();
        }
        let events = client.take();
        assert_eq!(sequences(&events).len(), 2, "{}", clip.file);
        assert_eq!(displays(&events).len(), 2 * clip.frames, "{}", clip.file);
    }
}

#[test]
fn the_end_is_notified_if_asked_for() {
    let mut client = Client::new(VP9_ALTREF.codec, 20, 4);
    client.feed(&VP9_ALTREF.packets()[0]);
    client.parse(&[], END_OF_STREAM | NOTIFY, 0);
    assert_eq!(client.letters(), "S D0 V0 E");
    client.parse(&[], NOTIFY, 0);
    assert_eq!(client.letters(), "");
}

#[test]
fn a_stream_begins_with_a_random_access_point() {
    for clip in [PYRAMID, HEVC_PYRAMID, VP9_ALTREF] {
        let mut client = Client::new(clip.codec, 20, 0);
        let packets = clip.packets();
        for packet in &packets[1..5] {
            client.feed(packet);
        }
        client.end();
        assert_eq!(client.letters(), "", "{}", clip.file);
    }
}

#[test]
fn a_lost_picture_is_no_end() {
    let mut packets = SLICES.packets();
    packets.remove(2);
    let mut client = Client::new(SLICES.codec, 20, 0);
    let letters = fed(&mut client, &packets, END_OF_PICTURE);
    assert_eq!(letters, ["S D0 V0", "D1 V1", "D2 V2", "D3 V3", "D4 V4"]);
}

#[test]
fn a_discontinuity_loses_its_packet_and_shows_one_picture() {
    let mut client = Client::new(SLICES.codec, 20, 2);
    let packets = SLICES.packets();
    fed(&mut client, &packets[..3], END_OF_PICTURE);
    client.parse(&packets[3], DISCONTINUITY | END_OF_PICTURE, 0);
    assert_eq!(client.letters(), "V1");
    client.parse(&packets[4], END_OF_PICTURE, 0);
    assert_eq!(client.letters(), "D3");
}

#[test]
fn the_sequence_callback_sets_the_number_of_surfaces() {
    for (parameter, answer, surfaces) in [(20, 1, 20), (20, 3, 3), (1, 1, 1), (1, 8, 8), (0, 1, 1)]
    {
        let mut client = Client::new(SLICES.codec, parameter, 0);
        client.trace().sequence_answer = answer;
        for packet in [
            SLICES.packets(),
            SLICES.packets(),
            SLICES.packets(),
            SLICES.packets(),
        ]
        .concat()
        {
            client.parse(&packet, END_OF_PICTURE, 0);
        }
        let events = client.take();
        let most = decodes(&events).iter().map(|decoded| decoded.index()).max();
        assert_eq!(most, Some(surfaces - 1), "{parameter} {answer}");
    }
}

#[test]
fn no_surface_is_reused_while_a_picture_needs_it() {
    for clip in ALL {
        let mut client = Client::new(clip.codec, 20, 4);
        clip.packets().iter().for_each(|packet| client.feed(packet));
        client.end();
        let mut waiting = Vec::new();
        for event in client.take() {
            match event {
                // Hidden VP9 frames are never displayed, or later by another packet.
                Event::Decode(decoded) if clip.is_annex_b() && decoded.params.second_field == 0 => {
                    assert!(!waiting.contains(&decoded.index()), "{}", clip.file);
                    waiting.push(decoded.index());
                }
                Event::Display(info) => waiting.retain(|index| *index != info.picture_index),
                _ => {}
            }
        }
        assert!(waiting.is_empty(), "{}", clip.file);
    }
}

#[test]
fn a_refused_sequence_brings_no_pictures() {
    let mut client = Client::new(SLICES.codec, 20, 0);
    client.trace().sequence_answer = 0;
    let letters = fed(&mut client, &SLICES.packets(), END_OF_PICTURE);
    assert_eq!(letters.concat(), "S");
}

#[test]
fn a_refused_picture_is_not_displayed_and_its_surface_is_reused() {
    let mut client = Client::new(SLICES.codec, 20, 0);
    let packets = SLICES.packets();
    client.parse(&packets[0], END_OF_PICTURE, 0);
    assert_eq!(client.letters(), "S D0 V0");
    client.trace().decode_answers = vec![0];
    assert_eq!(
        client.parse(&packets[1], END_OF_PICTURE, 0),
        CUresult::CUDA_SUCCESS
    );
    assert_eq!(client.letters(), "D1");
    client.trace().decode_answers = vec![];
    client.parse(&packets[2], END_OF_PICTURE, 0);
    assert_eq!(client.letters(), "D1 V1");
}

#[test]
fn the_display_callbacks_answer_changes_nothing() {
    let mut client = Client::new(SLICES.codec, 20, 0);
    client.trace().display_answer = 0;
    let letters = fed(&mut client, &SLICES.packets(), END_OF_PICTURE);
    assert_eq!(letters.last().unwrap(), "D5 V5");
}

#[test]
fn callbacks_may_be_left_out() {
    let mut client = Client::with(SLICES.codec, |params| {
        params.pfnSequenceCallback = None;
        params.pfnDecodePicture = None;
        params.pfnDisplayPicture = None;
    });
    fed(&mut client, &SLICES.packets(), END_OF_PICTURE);
    client.parse(&[], END_OF_STREAM | NOTIFY, 0);
    assert_eq!(client.letters(), "");
}
