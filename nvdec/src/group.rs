//! Decoders that run together.

use crate::{Chroma, Codec, Size, gate::Gate, in_flight::wait_while};
use std::{
    fmt,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak},
    time::Instant,
};

/// Decoders that run at full speed at the same time, each in a thread of its own: their pictures
/// are handed in in step, and the large ones together.
///
/// A GPU with several NVDEC engines serves its decoders in rounds, one picture of each. A
/// decoder whose picture is done waits until the round is over, even when engines are free; so
/// one large intra picture holds up all decoders ([manual](crate::manual::engines)). In a group a
/// large picture waits for those of the other decoders, for as long as that costs less than
/// going alone, and no small one goes before all have handed in that of the step before. On an
/// H100 or H200, seven decoders of 8K HEVC gave 588 to 602 frames a second in a group, and 343 to
/// 521 without, from run to run; one gives 87.
///
/// It pays for streams with intra pictures at the same distance and small ones between, and for as
/// many of them as there are engines, or twice as many and so on. For others a group may be slower
/// than [decoders by themselves](crate::DecoderBuilder::group): measure both, as
/// `dec-perf` does with and without `--free`.
///
/// A decoder alone never waits, nor does anyone for a decoder that has nothing to do, that has
/// failed or was dropped, that is on another GPU, of another codec, format or coded size, or whose
/// pictures come from the thread that would wait: one thread may drive several decoders of a group,
/// which then run as if by themselves. No picture waits for more than a second. A slow decoder in
/// the group costs the others a quarter of their time at most. Of H.264 and HEVC, where there are
/// more decoders than engines (drivers from 455.28 on tell), one that waits for an engine is waited
/// for longer; that was tried on a model, and not yet on a GPU.
///
/// ```
/// use nvdec::{Api, Codec, DecoderGroup, open_device};
/// use std::thread;
/// # softdevice::activate().unwrap();
/// # let stream = include_bytes!("../tests/clips/hevc-b-pyramid-cropped.hevc");
///
/// let (gpu, api) = (open_device(0)?, Api::load()?);
/// let group = DecoderGroup::new();
/// thread::scope(|scope| {
///     for _ in 0..4 {
///         let builder = api.decoder(&gpu, Codec::Hevc).group(&group);
///         scope.spawn(move || -> Result<(), nvdec::Error> {
///             let mut decoder = builder.start()?;
///             let mut pictures = decoder.push_last(stream, 0);
///             while let Some(picture) = pictures.next()? {
///                 let frame = picture.map()?;
///             }
///             Ok(())
///         });
///     }
/// });
/// # Ok::<(), nvdec::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct DecoderGroup {
    kinds: Arc<Mutex<Vec<Weak<Shared>>>>,
}

/// What decoders that go in step have in common: those of another GPU have engines of their own, and
/// those of another codec, format or size take another time for a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) gpu: usize,
    pub(crate) codec: Codec,
    pub(crate) chroma: Chroma,
    pub(crate) bit_depth: u8,
    pub(crate) coded: Size,
}

/// The decoders of one kind.
struct Shared {
    kind: Kind,
    gate: Mutex<Gate>,
    /// Rung when those at the gate may go.
    bell: Condvar,
}

impl PartialEq for DecoderGroup {
    /// True for the same group.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.kinds, &other.kinds)
    }
}

impl Eq for DecoderGroup {}

impl DecoderGroup {
    /// A group without decoders.
    pub fn new() -> Self {
        Self::default()
    }

    /// For a decoder of this kind, of which the GPU has so many engines. The membership ends when
    /// the returned value is dropped.
    pub(crate) fn join(&self, kind: Kind, engines: Option<usize>) -> Member {
        let shared = self.of(kind, engines);
        let number = lock(&shared.gate).join();
        Member { shared, number }
    }

    fn of(&self, kind: Kind, engines: Option<usize>) -> Arc<Shared> {
        let mut kinds = lock(&self.kinds);
        kinds.retain(|shared| shared.strong_count() > 0);
        let mut there = kinds.iter().filter_map(Weak::upgrade);
        if let Some(shared) = there.find(|shared| shared.kind == kind) {
            return shared;
        }
        let shared = Arc::new(Shared {
            kind,
            gate: Mutex::new(Gate::new(engines)),
            bell: Condvar::new(),
        });
        kinds.push(Arc::downgrade(&shared));
        shared
    }
}

impl fmt::Debug for DecoderGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecoderGroup").finish_non_exhaustive()
    }
}

/// One decoder of a group.
pub(crate) struct Member {
    shared: Arc<Shared>,
    number: usize,
}

impl Member {
    /// The decoder's next picture waits until the engines have decoded one of its others.
    pub(crate) fn wait_for_engine(&self) {
        lock(&self.shared.gate).wait_for_engine(self.number);
    }

    /// Hands a picture in when its turn has come. `is_decoding` tells whether those before it
    /// are being decoded yet.
    pub(crate) fn hand_in<T>(
        &self,
        times_as_long: u32,
        is_decoding: impl Fn() -> bool,
        hand_in: impl FnOnce() -> T,
    ) -> T {
        self.wait(times_as_long, is_decoding);
        let done = hand_in();
        lock(&self.shared.gate).handed_in(self.number);
        self.shared.bell.notify_all();
        done
    }

    fn wait(&self, times_as_long: u32, is_decoding: impl Fn() -> bool) {
        let leads = lock(&self.shared.gate).arrive(self.number, times_as_long, Instant::now());
        if leads {
            // Small ones need not wait for it any more.
            self.shared.bell.notify_all();
            // Its round begins when the pictures before it are done.
            wait_while(is_decoding);
        }
        let mut gate = lock(&self.shared.gate);
        gate.ready(self.number, Instant::now());
        while let Some(patience) = gate.patience(self.number, Instant::now()) {
            if patience.is_zero() {
                gate.open(self.number, Instant::now());
                self.shared.bell.notify_all();
                return;
            }
            let waited = self.shared.bell.wait_timeout(gate, patience);
            gate = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        lock(&self.shared.gate).leave(self.number);
        self.shared.bell.notify_all();
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Member").finish_non_exhaustive()
    }
}

/// A panic elsewhere leaves what is locked as it is: each change of it is whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_member_that_leaves_lets_the_others_go() {
        let group = DecoderGroup::new();
        let [first, second] = [0, 0].map(|gpu| group.join(kind(gpu), None));
        for _ in 0..10 {
            first.hand_in(1, || false, || ());
            second.hand_in(1, || false, || ());
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::scope(|scope| {
            scope.spawn(|| first.hand_in(1000, || false, || ())); // would wait for a long time
            drop(second);
        });
    }

    #[test]
    fn decoders_wait_for_those_of_their_own_kind_only() {
        let group = DecoderGroup::new();
        let own = kind(0);
        let others = [
            kind(1),
            Kind {
                codec: Codec::H264,
                ..own
            },
            Kind {
                coded: Size::new(1920, 1080),
                ..own
            },
        ];
        let [first, second] = [own, own].map(|kind| group.join(kind, None));
        assert!(Arc::ptr_eq(&first.shared, &second.shared));
        for other in others {
            assert!(!Arc::ptr_eq(&first.shared, &group.join(other, None).shared));
        }
    }

    /// 8K HEVC.
    fn kind(gpu: usize) -> Kind {
        Kind {
            gpu,
            codec: Codec::Hevc,
            chroma: Chroma::Yuv420,
            bit_depth: 8,
            coded: Size::new(7680, 4320),
        }
    }
}
