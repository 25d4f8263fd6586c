use super::*;

const MS: Duration = Duration::from_millis(1);
const LARGE_PICTURE: u32 = 4;

/// A picture that comes from a thread of its decoder's own.
fn arrive(gate: &mut Gate, number: usize, times_as_long: u32, now: Instant) {
    thread::scope(|scope| {
        scope.spawn(|| gate.arrive(number, times_as_long, now));
    });
}

/// A gate at which so many decoders have handed in small pictures, 10 ms apart.
fn gate(decoders: usize) -> (Gate, Instant) {
    let mut gate = Gate::default();
    for _ in 0..decoders {
        gate.join();
    }
    let mut now = Instant::now();
    for _ in 0..50 {
        now += 10 * MS;
        (0..decoders).for_each(|number| arrive(&mut gate, number, 1, now));
    }
    (gate, now)
}

fn large(gate: &mut Gate, number: usize, now: Instant) {
    arrive(gate, number, LARGE_PICTURE, now);
    gate.ready(number, now);
}

#[test]
fn small_pictures_and_a_decoder_alone_never_wait() {
    let (mut gate, now) = gate(3);
    assert_eq!(gate.patience(0, now), None);
    large(&mut gate, 0, now + 100 * MS); // the others are not at work any more
    assert_eq!(gate.patience(0, now + 100 * MS), Some(Duration::ZERO));
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
    gate.open(now + 12 * MS);
    assert_eq!(gate.patience(0, now + 12 * MS), None);
}

#[test]
fn it_waits_no_longer_than_it_pays() {
    let (mut gate, mut now) = gate(3);
    now += 10 * MS;
    large(&mut gate, 0, now);
    // Two others are at work, which lose some 30 ms each if it goes.
    for _ in 0..5 {
        now += 10 * MS;
        (1..3).for_each(|number| arrive(&mut gate, number, 1, now));
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
        gate.open(now);
        for _ in 1..distance {
            now += 10 * MS;
            (0..2).for_each(|number| arrive(&mut gate, number, 1, now));
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
            gate.open(now);
        }
    }
}

#[test]
fn a_decoder_that_has_just_begun_does_not_wait() {
    let (mut gate, now) = gate(2);
    let late = gate.join();
    let now = now + 3600 * 1000 * MS; // it was made, and got its stream an hour later
    (0..2).for_each(|number| arrive(&mut gate, number, 1, now));
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
        arrive(&mut gate, 1, 1, now);
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
