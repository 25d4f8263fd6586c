//! What pictures may refer to.

use super::*;

#[test]
fn weighted_prediction_makes_fades_small() {
    if !has_controls() {
        return;
    }
    let fade = |number: usize, x: usize, y: usize| {
        let light = (x * 7 + y * 3) % 64 + (x / 16 + y / 16) % 2 * 120 + 40;
        (light * (24 - number) / 24) as u8
    };
    for codec in Codec::ALL {
        let without = bytes(&painted(session(codec, SIZE), 12, fade));
        let with = session(codec, SIZE).weighted_prediction();
        let with = bytes(&painted(with, 12, fade));
        assert!(with * 10 < without * 9, "{codec}: {with}, {without}");
    }
    let refused = refusal(session(Codec::H264, SIZE).b_frames(1).weighted_prediction());
    assert_eq!(refused, "B-frames is 1: weighted prediction goes without");
}

/// Texture that no motion explains.
fn still(_number: usize, x: usize, y: usize) -> u8 {
    ((x * 7919 + y * 104_729) % 251) as u8 / 2 + 60
}

#[test]
fn an_intra_refresh_spreads_over_the_pictures() {
    let (period, frames) = (NonZeroU32::new(10).unwrap(), NonZeroU32::new(9).unwrap());
    for codec in Codec::ALL {
        let refreshed = session(codec, SIZE).gop(None).intra_refresh(period, frames);
        if !refreshed.caps().unwrap().intra_refresh {
            assert_eq!(
                refusal(refreshed),
                "intra refresh: asked for it, this GPU has none"
            );
            continue;
        }
        let plain = painted(session(codec, SIZE).gop(None), 22, still);
        let refreshed = painted(refreshed, 22, still);
        let sizes = |coded: &[Coded]| coded.iter().map(|it| it.bytes.len()).collect::<Vec<_>>();
        let (plain, sizes) = (sizes(&plain), sizes(&refreshed));
        let rest = |sizes: &[usize]| sizes[1..].iter().sum::<usize>();
        assert!(
            rest(&sizes) > 4 * rest(&plain),
            "{codec}: {sizes:?} {plain:?}"
        );
        let largest = sizes[1..].iter().max().unwrap();
        assert!(2 * largest < sizes[0], "{codec}: {sizes:?}");
        let idr = |it: &&Coded| it.picture_type == PictureType::Idr;
        assert_eq!(refreshed.iter().filter(idr).count(), 1, "{codec}");
    }
}

#[test]
fn long_term_references_are_refused_by_their_capability() {
    assert_eq!(
        refusal(session(Codec::Hevc, SIZE).long_term_references(2)),
        "long-term references: asked for 2, this GPU has 0"
    );
    let mut session: Session<HostFrame> = session(Codec::Hevc, SIZE).start().unwrap();
    let frame = session.host_frame().unwrap();
    let refused = session.submit(frame, at(0).mark_long_term(0));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "long-term reference is 0: it must be below the number in long_term_references()"
    );
}
