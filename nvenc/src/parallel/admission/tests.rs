use super::*;
use crate::Shortage;
use std::sync::mpsc;

const AT_ONCE: fn() -> bool = || true;
const NEVER: fn() -> bool = || false;

fn refusal() -> Error {
    Error::NoSession {
        gpu: String::new(),
        free_bytes: 0,
        short_of: Shortage::Sessions,
    }
}

#[test]
fn who_gives_up_does_not_overtake() {
    let queue = Queue::default();
    let (tell, told) = mpsc::channel();
    let (free, freed) = mpsc::channel();
    thread::scope(|scope| {
        let first = move || match freed.try_recv() {
            Ok(number) => Ok(number),
            Err(_) => {
                let _ = tell.send(());
                Err(refusal())
            }
        };
        let first = scope.spawn(|| queue.serve(NEVER, first));
        told.recv().unwrap();
        // A session would be there for it, but the first has not asked again.
        let overtaken = queue.serve(AT_ONCE, || Ok(7));
        assert!(overtaken.is_none());
        free.send(3).unwrap();
        assert_eq!(first.join().unwrap(), Some(Ok(3)));
    });
    let given = queue.serve(AT_ONCE, || Ok(7));
    assert_eq!(given, Some(Ok(7)), "alone it needs no patience");
}

#[test]
fn who_comes_while_another_is_served_waits_that_long() {
    let queue = Queue::default();
    let served = queue.enter();
    thread::scope(|scope| {
        let next = scope.spawn(|| queue.serve(AT_ONCE, || Ok(())));
        while queue.turns().waiting.len() < 2 {
            thread::yield_now();
        }
        drop(served);
        assert_eq!(next.join().unwrap(), Some(Ok(())));
    });
}

#[test]
fn who_waits_for_one_gpu_is_not_in_the_way_at_another() {
    let queues = Queues::default();
    let (one, other) = (queues.of(0), queues.of(1));
    let first = one.enter();
    assert_eq!(first.ask(|| Err::<(), _>(refusal())), Some(Err(refusal())));
    assert_eq!(queues.of(0).serve(AT_ONCE, || Ok(7)), None);
    assert_eq!(other.serve(AT_ONCE, || Ok(7)), Some(Ok(7)));
    let second = one.enter();
    assert_eq!(second.ask(|| Ok(7)), None, "it is not its turn");
    drop(first);
    assert_eq!(second.ask(|| Ok(7)), Some(Ok(7)));
}

#[test]
fn a_refusal_at_the_end_is_told() {
    let queue = Queue::default();
    let refused = queue.serve(AT_ONCE, || Err::<(), _>(refusal()));
    assert_eq!(refused, Some(Err(refusal())));
    assert!(queue.turns().waiting.is_empty());
}
