//! Tools that make pictures better for the same bits.

use super::*;

#[test]
fn adaptive_quantisation_changes_the_stream() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let stream = |strength: Option<u8>| {
            let session = session(codec, SIZE).rate_control(RateControl::cbr(300_000));
            let session = match strength {
                Some(strength) => session.spatial_aq(strength),
                None => session,
            };
            coded(session, 4)
                .into_iter()
                .flat_map(|it| it.bytes)
                .collect::<Vec<_>>()
        };
        let (without, weak, strong) = (stream(None), stream(Some(2)), stream(Some(15)));
        assert!(without != weak && weak != strong, "{codec}");
    }
}

#[test]
fn lookahead_holds_frames_and_gives_them_all() {
    for codec in Codec::ALL {
        let builder = session(codec, SIZE)
            .rate_control(RateControl::vbr(300_000, 600_000))
            .lookahead(8);
        if !builder.caps().unwrap().lookahead {
            assert_eq!(
                refusal(builder),
                "lookahead: asked for it, this GPU has none"
            );
            continue;
        }
        let mut session: Session<HostFrame> = builder.start().unwrap();
        for number in 0..8 {
            let frame = noise(&mut session, number);
            session.submit(frame, at(number)).unwrap();
            assert!(
                session.try_receive().unwrap().is_none(),
                "{codec}: {number}"
            );
        }
        let mut drain = session.finish().unwrap();
        let mut count = 0;
        while drain.receive().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 8, "{codec}");
    }
}

#[test]
fn lossless_keeps_every_sample() {
    if !has_controls() {
        return;
    }
    let presets = [Preset::Lossless, Preset::P6(Tuning::Lossless)];
    for (codec, preset) in Codec::ALL.into_iter().zip(presets) {
        let session = session(codec, SIZE).preset(preset);
        if !session.caps().unwrap().lossless {
            assert_eq!(
                refusal(session),
                format!("lossless coding: asked for {preset}, this GPU has none")
            );
            continue;
        }
        let coded = coded(session, 4);
        let Some(found) = probe::decoded(codec, &coded, "nv12") else {
            return;
        };
        let source: Vec<u8> = (0..4)
            .flat_map(|number| {
                let (y, uv) = common::nv12(SIZE, number);
                [y, uv].concat()
            })
            .collect();
        assert!(source == found, "{codec}");
    }
}
