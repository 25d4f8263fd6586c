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
/// H100 or H200, seven decoders of 8K HEVC gave 588 to 602 frames a second in a group in 8 of 11
/// runs (458 to 476 in the others), and 343 to 521 without; one gives 87.
///
/// It pays for large pictures that come at the same distance, with small ones between. Measured so,
/// and hence left to run [by themselves](crate::DecoderBuilder::group), although in the group:
///
/// * decoders of pictures below 16 million pixels, unless [told otherwise](Self::of_pictures_from):
///   up to 4K they keep the engines busy anyway;
/// * decoders that are twice as many as the GPU's engines, or more, where the driver (from 455.28
///   on) tells how many it has: engines have one to go on with, and to wait costs more.
///
/// `dec-perf` tells what a machine does with a group, and with `--free` without.
///
/// A decoder alone never waits, nor does anyone for a decoder that has nothing to do, that has
/// failed or was dropped, that is on another GPU, of another codec, format or coded size, or whose
/// pictures come from the thread that would wait: one thread may drive several decoders of a group,
/// which then run as if by themselves. No picture waits for more than a second. A slow decoder in
/// the group costs the others a quarter of their time at most; of H.264 and HEVC, where there are
/// more decoders than engines, one that waits for an engine is waited for longer.
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
#[derive(Clone)]
pub struct DecoderGroup {
    kinds: Arc<Mutex<Vec<Weak<Shared>>>>,
    /// Pixels of a picture that goes in step, at least.
    smallest: u64,
}

/// An 8K picture has twice as many pixels, one of 4K half.
const SMALLEST: u64 = 16_000_000;

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
    /// A group without decoders, of pictures from 16 million pixels on.
    pub fn new() -> Self {
        Self::of_pictures_from(SMALLEST)
    }

    /// A group without decoders, of pictures from so many pixels on, as they are coded. Those of
    /// smaller ones run by themselves.
    pub fn of_pictures_from(pixels: u64) -> Self {
        Self {
            kinds: Arc::default(),
            smallest: pixels,
        }
    }

    /// For a decoder of this kind, of which the GPU has so many engines; `None` when it runs by
    /// itself. The membership ends when the returned value is dropped.
    pub(crate) fn join(&self, kind: Kind, engines: Option<usize>) -> Option<Member> {
        if kind.coded.pixels() < self.smallest {
            return None;
        }
        let shared = self.of(kind, engines);
        let number = lock(&shared.gate).join();
        Some(Member { shared, number })
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

impl Default for DecoderGroup {
    fn default() -> Self {
        Self::new()
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
    /// False where there are so many decoders that each runs by itself.
    pub(crate) fn goes_in_step(&self) -> bool {
        !lock(&self.shared.gate).is_crowded()
    }

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
        let [first, second] = [0, 0].map(|gpu| group.join(kind(gpu), None).unwrap());
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
                coded: Size::new(8192, 4320),
                ..own
            },
        ];
        let [first, second] = [own, own].map(|kind| group.join(kind, None).unwrap());
        assert!(Arc::ptr_eq(&first.shared, &second.shared));
        for other in others {
            let other = group.join(other, None).unwrap();
            assert!(!Arc::ptr_eq(&first.shared, &other.shared));
        }
    }

    #[test]
    fn decoders_of_small_pictures_run_by_themselves() {
        let of_size = |width, height| Kind {
            coded: Size::new(width, height),
            ..kind(0)
        };
        let group = DecoderGroup::new();
        assert!(group.join(of_size(3840, 2160), None).is_none());
        assert!(group.join(of_size(7680, 4320), None).is_some());
        let group = DecoderGroup::of_pictures_from(0);
        assert!(group.join(of_size(144, 144), None).is_some());
    }

    #[test]
    fn twice_as_many_decoders_as_engines_run_by_themselves() {
        let group = DecoderGroup::new();
        let join = |_| group.join(kind(0), Some(2)).unwrap();
        let members: Vec<_> = (0..3).map(join).collect();
        assert!(members[0].goes_in_step());
        let last = join(3);
        assert!(!members[0].goes_in_step());
        drop(last);
        assert!(members[0].goes_in_step());
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
