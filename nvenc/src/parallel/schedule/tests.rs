use super::*;

/// Frames are numbers, segments of two; what becomes of them is their number.
fn filled(gpus: &[usize], frames: u32) -> Schedule<u32, u64> {
    fill(Schedule::new(gpus.iter().copied(), false), frames)
}

fn fill(mut schedule: Schedule<u32, u64>, frames: u32) -> Schedule<u32, u64> {
    for frame in 0..frames {
        let gpu = schedule.idlest_gpu();
        schedule.push(frame, gpu, 2);
    }
    schedule
}

#[test]
fn segments_come_in_order_whoever_is_first() {
    let mut schedule = filled(&[0, 0], 4);
    assert_eq!([schedule.take(1), schedule.take(0)], [Some(0), Some(1)]);
    assert_eq!(schedule.finish(1, 1), [2, 3]);
    assert_eq!(schedule.hand_out(), None, "the first is not there yet");
    assert_eq!(schedule.finish(0, 0), [0, 1]);
    assert_eq!(
        [schedule.hand_out(), schedule.hand_out()],
        [Some(0), Some(1)]
    );
    assert_eq!(schedule.open(), 0);
}

#[test]
fn frames_come_as_they_are_pushed() {
    let mut schedule = filled(&[0], 1);
    let number = schedule.take(0).unwrap();
    assert_eq!(schedule.frame(number, 0), Next::Frame(&0));
    assert_eq!(schedule.frame(number, 1), Next::Later);
    schedule.push(1, 0, 2);
    assert_eq!(schedule.frame(number, 1), Next::Frame(&1));
    assert_eq!(schedule.frame(number, 2), Next::End);
    schedule.push(2, 0, 2);
    schedule.end();
    assert_eq!(schedule.take(0), Some(1));
    assert_eq!(schedule.frame(1, 1), Next::End);
}

#[test]
fn whole_segments_are_not_taken_before_their_last_frame() {
    let mut schedule = fill(Schedule::new([0], true), 1);
    assert_eq!(schedule.take(0), None);
    schedule.push(1, 0, 2);
    assert_eq!(schedule.take(0), Some(0));
    assert_eq!(schedule.finish(0, 0), [0, 1]);
    schedule.push(2, 0, 2);
    assert_eq!(schedule.take(0), None);
    schedule.end();
    assert_eq!(schedule.take(0), Some(1), "the last one may be short");
}

#[test]
fn a_failed_segment_goes_to_another_worker_first_of_all() {
    let mut schedule = filled(&[0, 0], 4);
    assert_eq!(schedule.take(0), Some(0));
    assert_eq!(schedule.fail(0), Ok(()));
    assert_eq!(schedule.take(0), Some(1), "not the same again");
    assert_eq!(schedule.take(1), Some(0));
    assert_eq!(
        schedule.frame(0, 1),
        Next::Frame(&1),
        "its frames are still there"
    );
    assert_eq!(schedule.fail(1), Err(Impossible));
}

#[test]
fn a_worker_that_is_alone_tries_twice() {
    let mut schedule = filled(&[0], 2);
    assert_eq!(schedule.take(0), Some(0));
    assert_eq!(schedule.fail(0), Ok(()));
    assert_eq!(schedule.take(0), Some(0));
    assert_eq!(schedule.fail(0), Err(Impossible));
}

#[test]
fn a_worker_without_a_session_comes_back() {
    let mut schedule = filled(&[0, 0], 8);
    assert_eq!([schedule.take(0), schedule.take(1)], [Some(0), Some(1)]);
    assert_eq!(schedule.rest(0, false), Ok(()));
    assert_eq!(schedule.take(0), None, "until something changes");
    assert!(schedule.depends_on(1) && !schedule.depends_on(0));
    assert_eq!(schedule.finish(1, 1), [2, 3]);
    assert_eq!(schedule.take(0), Some(0), "it has not failed it");
    assert_eq!(schedule.take(1), Some(2));
    assert_eq!(schedule.rest(1, false), Ok(()));
    assert_eq!(
        schedule.rest(0, false),
        Err(Impossible),
        "there is nobody else"
    );
}

#[test]
fn a_worker_that_rests_is_asked_before_all_is_lost() {
    for gets_one in [true, false] {
        let mut schedule = filled(&[0, 0], 4);
        assert_eq!([schedule.take(0), schedule.take(1)], [Some(0), Some(1)]);
        assert_eq!(schedule.rest(1, false), Ok(()));
        assert_eq!(schedule.fail(0), Ok(()));
        assert_eq!(schedule.take(0), Some(0), "alone it tries twice");
        assert_eq!(schedule.fail(0), Ok(()), "the other has not tried");
        assert_eq!(schedule.take(0), Some(1), "there is other work");
        assert_eq!(schedule.take(1), Some(0));
        assert!(schedule.depends_on(1), "though the other is ready");
        match gets_one {
            true => assert_eq!(schedule.finish(0, 0), [0, 1]),
            false => assert_eq!(schedule.rest(1, false), Err(Impossible)),
        }
    }
}

#[test]
fn of_two_that_count_on_each_other_one_goes_on() {
    let mut schedule = filled(&[0, 0], 4);
    assert_eq!([schedule.take(0), schedule.take(1)], [Some(0), Some(1)]);
    assert!(!schedule.depends_on(0) && !schedule.depends_on(1));
    // Both were refused a session, and each left its work to the other.
    assert_eq!(schedule.rest(0, true), Ok(()));
    assert_eq!(schedule.rest(1, true), Ok(()));
    assert_eq!([schedule.take(0), schedule.take(1)], [None, Some(0)]);
    assert!(schedule.depends_on(1), "so now it waits");
    assert_eq!(schedule.rest(1, false), Err(Impossible));
}

#[test]
fn gpus_share_and_help_each_other_out() {
    let mut schedule = filled(&[0, 1, 1], 6);
    let gpus: Vec<usize> = schedule.open.iter().map(|segment| segment.gpu).collect();
    assert_eq!(gpus, [0, 1, 1], "by the number of their workers");
    assert_eq!(schedule.take(0), Some(0));
    assert_eq!(schedule.take(0), None, "the others are not here");
    assert_eq!(schedule.fail(0), Ok(()));
    assert_eq!(schedule.take(2), Some(0), "nobody on its own GPU is left");
}

#[test]
fn segments_without_workers_are_impossible() {
    let mut schedule = filled(&[0, 1], 4);
    assert_eq!(schedule.retire(0), Ok(()));
    assert_eq!([schedule.take(1), schedule.take(1)], [Some(0), Some(1)]);
    assert_eq!(schedule.idlest_gpu(), 1);
    assert_eq!(schedule.retire(1), Err(Impossible));
}
