use super::{
    decoder::{STAY_TOGETHER, STEP_SHARE},
    *,
};

const MS: Duration = Duration::from_millis(1);
const LARGE_PICTURE: u32 = 4;

/// A picture that comes from a thread of its decoder's own.
fn arrive(gate: &mut Gate, number: usize, times_as_long: u32, now: Instant) {
    thread::scope(|scope| {
        scope.spawn(|| gate.arrive(number, times_as_long, now));
    });
}

/// A gate at which so many decoders have handed in small pictures in step, 10 ms apart.
fn gate(decoders: usize) -> (Gate, Instant) {
    gate_of(decoders, None)
}

/// On a GPU with so many engines.
fn gate_of(decoders: usize, engines: Option<usize>) -> (Gate, Instant) {
    let mut gate = Gate::new(engines);
    for _ in 0..decoders {
        gate.join();
    }
    let mut now = Instant::now();
    for _ in 0..50 {
        now += 10 * MS;
        (0..decoders).for_each(|number| small(&mut gate, number, now));
    }
    (gate, now)
}

/// A small picture that need not wait.
fn small(gate: &mut Gate, number: usize, now: Instant) {
    arrive(gate, number, 1, now);
    assert_eq!(gate.patience(number, now), Some(Duration::ZERO));
    gate.open(number, now);
    gate.handed_in(number);
}

/// A small picture that may have to wait: goes when it has waited for long enough.
fn waiting_small(gate: &mut Gate, number: usize, now: Instant) -> Duration {
    arrive(gate, number, 1, now);
    let mut waited = Duration::ZERO;
    while let Some(patience) = gate.patience(number, now + waited) {
        waited += patience;
        if patience.is_zero() {
            gate.open(number, now + waited);
        }
    }
    gate.handed_in(number);
    waited
}

fn large(gate: &mut Gate, number: usize, now: Instant) {
    arrive(gate, number, LARGE_PICTURE, now);
    gate.ready(number, now);
}

#[test]
fn a_decoder_alone_never_waits() {
    let (mut gate, now) = gate(3);
    let now = now + 100 * MS; // the others are not at work any more
    small(&mut gate, 0, now);
    small(&mut gate, 0, now + 10 * MS);
    large(&mut gate, 0, now + 20 * MS);
    assert_eq!(gate.patience(0, now + 20 * MS), Some(Duration::ZERO));
}

#[test]
fn small_pictures_go_in_step() {
    let (mut gate, mut now) = gate(3);
    now += 10 * MS;
    small(&mut gate, 0, now);
    small(&mut gate, 1, now);
    arrive(&mut gate, 0, 1, now);
    assert!(gate.patience(0, now).unwrap() > MS); // the third is behind
    small(&mut gate, 2, now + MS);
    assert_eq!(gate.patience(0, now + MS), Some(Duration::ZERO));
}

#[test]
fn a_decoder_of_live_video_holds_the_others_up_for_a_part_of_their_time_only() {
    let (mut gate, begun) = gate(2);
    let (mut now, mut live, mut waited) = (begun, begun, Duration::ZERO);
    for _ in 0..1000 {
        now += 10 * MS;
        if now.duration_since(live) > 40 * MS {
            live = now;
            waiting_small(&mut gate, 1, now);
        }
        let lost = waiting_small(&mut gate, 0, now);
        (now, waited) = (now + lost, waited + lost);
    }
    assert!(waited > Duration::ZERO);
    assert!(waited <= now.duration_since(begun) / STEP_SHARE);
}

/// From a thread of its decoder's own.
fn wait_for_engine(gate: &mut Gate, number: usize) {
    thread::scope(|scope| {
        scope.spawn(|| gate.wait_for_engine(number));
    });
}

/// Of three decoders two have their next picture, and one waits for an engine, a step behind them.
fn starved(engines: Option<usize>) -> (Gate, Instant) {
    let (mut gate, mut now) = gate_of(3, engines);
    now += 10 * MS;
    small(&mut gate, 0, now);
    small(&mut gate, 2, now);
    wait_for_engine(&mut gate, 1);
    for number in [0, 2] {
        arrive(&mut gate, number, 1, now);
    }
    (gate, now)
}

#[test]
fn nobody_gets_ahead_of_a_decoder_that_has_no_engine() {
    let (mut gate, now) = starved(Some(2));
    let allowance = |gate: &Gate| gate.decoders[0].as_ref().unwrap().allowance;
    let before = allowance(&gate);
    let later = now + 4 * before;
    assert!(gate.patience(0, later).unwrap() > Duration::ZERO);
    small(&mut gate, 1, later);
    assert_eq!(gate.patience(0, later), Some(Duration::ZERO));
    gate.open(0, later);
    assert_eq!(allowance(&gate), before);
}

#[test]
fn in_a_crowd_nobody_waits() {
    let (mut gate, now) = starved(Some(2));
    assert!(gate.patience(0, now).unwrap() > Duration::ZERO);
    gate.join();
    assert_eq!(gate.patience(0, now), Some(Duration::ZERO));
}

#[test]
fn where_each_has_an_engine_it_waits_no_longer_than_for_a_slow_one() {
    for engines in [Some(3), None] {
        let (mut gate, now) = starved(engines);
        assert!(gate.patience(0, now).unwrap() > Duration::ZERO);
        assert_eq!(gate.patience(0, now + 100 * MS), Some(Duration::ZERO));
    }
}

#[test]
fn only_the_first_of_large_pictures_in_a_row_waits_for_others() {
    let (mut gate, now) = gate(2);
    large(&mut gate, 0, now + 10 * MS);
    assert!(gate.patience(0, now + 10 * MS).unwrap() > Duration::ZERO);
    gate.open(0, now + 10 * MS);
    gate.handed_in(0);
    small(&mut gate, 1, now + 20 * MS);
    large(&mut gate, 0, now + 20 * MS);
    assert_eq!(gate.patience(0, now + 20 * MS), Some(Duration::ZERO));
}

#[test]
fn a_decoder_that_was_held_up_is_in_step_again_at_once() {
    let (mut gate, mut now) = gate(2);
    for _ in 0..20 {
        now += 10 * MS;
        now += waiting_small(&mut gate, 0, now);
    }
    waiting_small(&mut gate, 1, now);
    let [first, second] = [0, 1].map(|number| gate.decoders[number].as_ref().unwrap().steps);
    assert_eq!(first + 1, second);
}

#[test]
fn a_large_picture_waits_for_the_others_large_ones() {
    let (mut gate, now) = gate(3);
    large(&mut gate, 0, now + 10 * MS);
    large(&mut gate, 1, now + 10 * MS);
    assert!(gate.patience(0, now + 11 * MS).unwrap() > MS);
    arrive(&mut gate, 2, LARGE_PICTURE, now + 12 * MS);
    assert!(gate.patience(0, now + 12 * MS).unwrap() > MS); // the third is not ready
    gate.ready(2, now + 12 * MS);
    assert_eq!(gate.patience(2, now + 12 * MS), Some(Duration::ZERO));
    gate.open(2, now + 12 * MS);
    assert_eq!(gate.patience(0, now + 12 * MS), None);
}

#[test]
fn it_waits_no_longer_than_it_pays() {
    let (mut gate, mut now) = gate(3);
    now += 10 * MS;
    large(&mut gate, 0, now);
    // Two others are at work, which lose some 30 ms each if it goes, and it when they do.
    for _ in 0..11 {
        now += 10 * MS;
        (1..3).for_each(|number| small(&mut gate, number, now));
        assert!(gate.patience(0, now).unwrap() > Duration::ZERO);
    }
    now += 20 * MS;
    assert_eq!(gate.patience(0, now), Some(Duration::ZERO));
}

#[test]
fn it_waits_longer_for_those_that_will_stay_with_it() {
    let (mut gate, mut now) = gate(2);
    for distance in [6, 8, 8] {
        for number in [0, 1] {
            large(&mut gate, number, now);
        }
        gate.open(0, now);
        for _ in 1..distance {
            now += 10 * MS;
            (0..2).for_each(|number| small(&mut gate, number, now));
        }
    }
    now += 10 * MS;
    large(&mut gate, 0, now);
    let stay_together = gate.decoders[0].as_ref().unwrap();
    assert_eq!(stay_together.distance, Some(8));
    let decoders: Vec<_> = gate.all().collect();
    assert_eq!(decoders[0].goes_with(decoders[1]), STAY_TOGETHER);
}

#[test]
fn one_that_has_just_begun_is_taken_to_be_of_the_same_kind_until_it_is_not() {
    let mut gate = Gate::default();
    let (first, second) = (gate.join(), gate.join());
    let mut now = Instant::now();
    let mut goes_together = Vec::new();
    for number in 0..24 {
        now += 10 * MS;
        match number % 8 {
            0 => {
                large(&mut gate, first, now);
                let [first, second] = [0, 1].map(|number| gate.decoders[number].as_ref().unwrap());
                goes_together.push(first.goes_with(second) == STAY_TOGETHER);
                gate.open(0, now);
            }
            _ => {
                waiting_small(&mut gate, first, now);
            }
        }
        waiting_small(&mut gate, second, now);
    }
    assert_eq!(goes_together, [false, true, false]);
}

#[test]
fn decoders_of_one_thread_do_not_wait_for_each_other() {
    let (mut gate, mut now) = (Gate::default(), Instant::now());
    gate.join();
    gate.join();
    for _ in 0..20 {
        now += 10 * MS;
        for number in [0, 1] {
            gate.arrive(number, LARGE_PICTURE, now);
            gate.ready(number, now);
            assert_eq!(gate.patience(number, now), Some(Duration::ZERO));
            gate.open(number, now);
        }
    }
}

#[test]
fn a_decoder_that_has_just_begun_does_not_wait() {
    let (mut gate, now) = gate(2);
    let late = gate.join();
    let now = now + 3600 * 1000 * MS; // it was made, and got its stream an hour later
    (0..2).for_each(|number| small(&mut gate, number, now));
    large(&mut gate, late, now);
    assert_eq!(gate.patience(late, now), Some(Duration::ZERO));
}

#[test]
fn no_picture_waits_longer_than_is_said() {
    let (mut gate, mut now) = gate(2);
    gate.arrive(0, u32::MAX, now);
    gate.ready(0, now);
    let begun = now;
    while gate.patience(0, now) != Some(Duration::ZERO) {
        now += 10 * MS;
        small(&mut gate, 1, now);
        assert!(now <= begun + LONGEST_WAIT);
    }
}

#[test]
fn a_picture_is_large_by_its_bytes_for_its_pixels() {
    let pixels = 7680 * 4320;
    assert_eq!(times_as_long(400_000, pixels), 1);
    assert_eq!(times_as_long(2_809_906, pixels), 3);
    assert_eq!(times_as_long(1, 0), 47);
}
