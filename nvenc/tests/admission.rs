//! More work than sessions, in a process of its own: the software device takes the shape of a
//! GeForce card, with three.

use nvenc::{Api, Error, open_device, parallel::Admission};
use std::{
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

const LONG: Duration = Duration::from_secs(60);

#[test]
fn all_are_served_in_their_order() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_GPU", "geforce") };
    softdevice::activate().unwrap();
    let (api, gpu) = (Api::load().unwrap(), open_device(0).unwrap());
    let admission = Admission::new(&api);
    let mut held: Vec<_> = (0..3)
        .map(|_| admission.open(&gpu, LONG).unwrap())
        .collect();

    let refused = admission.open(&gpu, Duration::from_millis(50)).unwrap_err();
    assert!(matches!(refused, Error::NoSession { .. }), "{refused}");
    assert_eq!(admission.waiting(), 0, "who gives up leaves the queue");

    let served = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for number in 0..6 {
            let (admission, gpu, served) = (admission.clone(), &gpu, &served);
            let before = admission.waiting();
            let other = admission.clone();
            scope.spawn(move || {
                let encoder = admission.open(gpu, LONG).unwrap();
                served.lock().unwrap().push(number);
                drop(encoder);
            });
            let started = Instant::now();
            while other.waiting() == before {
                assert!(started.elapsed() < LONG, "it never came to wait");
                thread::yield_now();
            }
        }
        assert!(served.lock().unwrap().is_empty());
        held.pop();
    });
    assert_eq!(served.into_inner().unwrap(), [0, 1, 2, 3, 4, 5]);
    assert_eq!(admission.waiting(), 0);
}
