//! Display times.

use crate::{
    clips::{PYRAMID, SLICES, VP9_ALTREF},
    trace::*,
};

fn times(client: &mut Client) -> Vec<i64> {
    displays(&client.take())
        .iter()
        .map(|info| info.timestamp)
        .collect()
}

#[test]
fn the_smallest_pending_time_goes_to_the_next_picture() {
    let mut client = Client::new(PYRAMID.codec, 20, 0);
    let decode_order = [1000, 5000, 3000, 2000, 4000, 9000, 7000, 6000];
    for (unit, time) in PYRAMID.packets().iter().zip(decode_order) {
        client.parse(unit, END_OF_PICTURE | TIMESTAMP, time);
    }
    client.end();
    assert_eq!(
        times(&mut client),
        [1000, 2000, 3000, 4000, 5000, 6000, 7000, 9000]
    );
}

#[test]
fn without_times_frames_are_a_period_of_the_clock_apart() {
    for (rate, expected) in [(0, [0, 333_333, 666_666]), (1000, [0, 33, 66])] {
        let mut client = Client::with(SLICES.codec, |params| params.ulClockRate = rate);
        for unit in &SLICES.packets()[..3] {
            client.parse(unit, END_OF_PICTURE, 77);
        }
        assert_eq!(times(&mut client), expected);
    }
}

#[test]
fn a_time_goes_to_the_first_picture_of_its_packet() {
    let mut client = Client::with(SLICES.codec, |params| params.ulClockRate = 1000);
    client.parse(
        &SLICES.packets()[..3].concat(),
        END_OF_PICTURE | TIMESTAMP,
        500,
    );
    assert_eq!(times(&mut client), [500, 533, 566]);
}

#[test]
fn vp9_times_go_to_shown_frames_only() {
    let mut client = Client::new(VP9_ALTREF.codec, 20, 2);
    for (i, packet) in VP9_ALTREF.packets().iter().enumerate() {
        client.parse(packet, TIMESTAMP, i as i64);
    }
    client.end();
    assert_eq!(times(&mut client), (0..30).collect::<Vec<_>>());
}
