//! How fast groups of decoders are, on the model.

use super::{
    Gate,
    model::{ENGINES, Engines, Model, Rhythm, one_in},
};
use std::time::Duration;

const MS: Duration = Duration::from_millis(1);

/// Pictures a second in steady state, of so many decoders that begin one after the other.
fn fps(
    (decoders, apart): (u32, Duration),
    rhythms: &[Rhythm],
    gate: Option<Gate>,
    engines: Engines,
) -> f64 {
    let mut rhythms = rhythms.iter().cycle();
    let stream = |number| (apart * number, *rhythms.next().unwrap());
    let streams: Vec<_> = (0..decoders).map(stream).collect();
    let mut model = Model::new(&streams, gate, engines);
    model.run(3000 * MS);
    f64::from(model.run(2000 * MS)) / 2.0
}

fn gate() -> Option<Gate> {
    Some(Gate::new(Some(ENGINES)))
}

/// What part of all engines' speed alike streams reach.
fn part((decoders, apart): (u32, u32), rhythm: Rhythm, gate: Option<Gate>, by: Engines) -> f64 {
    let alone = fps((1, MS), &[rhythm], self::gate(), by);
    let at_once = f64::from(decoders).min(ENGINES as f64);
    fps((decoders, apart * MS), &[rhythm], gate, by) / (alone * at_once)
}

#[test]
fn alike_streams_come_together_wherever_they_begin() {
    for decoders in [2, 4, 7] {
        for apart in [0, 37, 150] {
            let together = part((decoders, apart), one_in(16), gate(), Engines::InRounds);
            assert!(
                together > 0.98,
                "{decoders} decoders {apart} ms apart: {together:.2}"
            );
        }
    }
    let free = part((7, 37), one_in(16), None, Engines::InRounds);
    assert!(free < 0.7, "the model holds nobody up: {free:.2}");
}

#[test]
fn streams_of_different_rhythms_gain_too() {
    for distances in [
        &[16, 30][..],
        &[16, 250],
        &[15, 16],
        &[16, 30, 48, 60, 100, 7, 250],
    ] {
        let rhythms: Vec<_> = distances.iter().map(|it| one_in(*it)).collect();
        let fps = |gate| fps((7, 37 * MS), &rhythms, gate, Engines::InRounds);
        let (grouped, free) = (fps(gate()), fps(None));
        assert!(
            grouped > 1.1 * free,
            "{distances:?}: {grouped} against {free}"
        );
    }
}

#[test]
fn large_pictures_in_a_row_are_waited_for_once() {
    for row in [2, 5] {
        let rhythm = Rhythm { row, distance: 16 };
        for by in [Engines::InRounds, Engines::Staying] {
            for decoders in [3, 7] {
                let together = part((decoders, 37), rhythm, gate(), by);
                assert!(together > 0.95, "{row} in a row, {decoders}: {together:.2}");
            }
        }
    }
}

#[test]
fn a_crowd_is_as_quick_as_without_a_group() {
    for decoders in [14, 21, 28] {
        for by in [Engines::InRounds, Engines::Staying] {
            let [grouped, free] =
                [gate(), None].map(|gate| part((decoders, 37), one_in(16), gate, by));
            assert!(
                grouped > 0.99 * free,
                "{decoders}: {grouped:.2} of {free:.2}"
            );
        }
    }
}

#[test]
fn nobody_gets_ahead_where_engines_stay_with_a_decoder() {
    for decoders in [12, 13] {
        let together = part((decoders, 37), one_in(16), gate(), Engines::Staying);
        let unaware = Some(Gate::new(None)); // of how many engines there are
        let apart = part((decoders, 37), one_in(16), unaware, Engines::Staying);
        assert!(
            together > 1.1 * apart,
            "{decoders} decoders: {together:.2} and {apart:.2}"
        );
    }
}

#[test]
fn a_stream_of_large_pictures_is_slow_and_not_starved() {
    for decoders in [8, 12] {
        let mut rhythms = vec![one_in(16); decoders];
        rhythms[0] = one_in(1);
        let all = (decoders as u32, 37 * MS);
        let unaware = Some(Gate::new(None)); // waits for slow ones only
        let gates = [gate(), unaware];
        let [grouped, unaware] = gates.map(|gate| fps(all, &rhythms, gate, Engines::Staying));
        assert!(
            grouped > 0.85 * unaware,
            "{decoders}: {grouped} of {unaware}"
        );
    }
}

#[test]
fn numbers_that_engines_do_not_divide_lose_some() {
    for decoders in [8, 9, 12] {
        let staying = part((decoders, 37), one_in(16), gate(), Engines::Staying);
        assert!(staying > 0.7, "{decoders} decoders: {staying:.2}");
        let in_rounds = |gate| part((decoders, 37), one_in(16), gate, Engines::InRounds);
        let (grouped, free) = (in_rounds(gate()), in_rounds(None));
        assert!(
            grouped > 1.1 * free,
            "{decoders}: {grouped:.2} of {free:.2}"
        );
    }
}
