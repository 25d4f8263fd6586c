//! Decoders that take turns.

use std::{
    fmt,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Pictures that a member hands in, one in each round, before the others wait for it.
const PROBATION: u32 = 4;
/// Bounds of how long the others wait for a member.
const PATIENCE: (Duration, Duration) = (Duration::from_micros(200), Duration::from_millis(100));

/// Decoders that hand their pictures to the GPU in turn, so that all its engines are kept busy.
///
/// A GPU with several NVDEC engines gives each picture to the next engine, whatever decoder
/// it comes from and whether or not that engine is busy. Decoders that run freely
/// collide on some engines while others have nothing to do. In turn they cannot: on an H100,
/// which has seven, seven decoders of 8K HEVC give seven times the frames of one, instead of
/// five times.
///
/// It pays for four decoders and more, each in a thread of its own, of streams alike in codec
/// and size that are decoded as fast as it goes. All of them then advance at the same pace. A
/// decoder that holds the others up is passed over, and waited for again once it is regular.
///
/// ```
/// use nvdec::{Api, Codec, RoundRobin, open_device};
/// use std::thread;
/// # softdevice::activate().unwrap();
/// # let stream = include_bytes!("../tests/clips/hevc-b-pyramid-cropped.hevc");
///
/// let (gpu, api) = (open_device(0)?, Api::load()?);
/// let turns = RoundRobin::new();
/// thread::scope(|scope| {
///     for _ in 0..4 {
///         let builder = api.decoder(&gpu, Codec::Hevc).round_robin(&turns);
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
pub struct RoundRobin {
    table: Arc<Mutex<Table>>,
}

impl RoundRobin {
    /// A table without members.
    pub fn new() -> Self {
        Self::default()
    }

    /// A place after all others. It is given up when the member is dropped.
    pub(crate) fn join(&self) -> Member {
        let bell = Arc::new(Condvar::new());
        let mut table = lock(&self.table);
        table.members.push(Place {
            bell: Arc::clone(&bell),
            waits: false,
            regular_for: 0,
            last: Instant::now(),
        });
        let table = Arc::clone(&self.table);
        Member { table, bell }
    }
}

impl fmt::Debug for RoundRobin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoundRobin").finish_non_exhaustive()
    }
}

/// One decoder's place at the table.
pub(crate) struct Member {
    table: Arc<Mutex<Table>>,
    bell: Arc<Condvar>,
}

impl Member {
    /// Waits for its turn, which lasts until the returned value is dropped.
    pub(crate) fn turn(&self) -> Turn<'_> {
        let mut table = lock(&self.table);
        let mut me = table.arrive(&self.bell);
        while table.whose_turn() != me {
            let patience = table.patience_left();
            if patience.is_zero() {
                table.pass_over();
                continue;
            }
            table = self
                .bell
                .wait_timeout(table, patience)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
            me = table.place_of(&self.bell);
        }
        Turn { table, me }
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        lock(&self.table).leave(&self.bell);
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Member").finish_non_exhaustive()
    }
}

/// The right to hand in one picture.
pub(crate) struct Turn<'a> {
    table: MutexGuard<'a, Table>,
    me: usize,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.table.done(self.me);
    }
}

/// Who sits where, and whose turn it is.
struct Table {
    members: Vec<Place>,
    /// The place whose turn is next, if it is not to be passed over.
    next: usize,
    /// When the last turn ended.
    since: Instant,
    /// How long a round takes, smoothed.
    round: Duration,
}

struct Place {
    /// Wakes the member. It also tells members apart.
    bell: Arc<Condvar>,
    waits: bool,
    /// Rounds without a miss, as far as they matter.
    regular_for: u32,
    /// When its last turn ended.
    last: Instant,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            members: Vec::new(),
            next: 0,
            since: Instant::now(),
            round: Duration::ZERO,
        }
    }
}

impl Place {
    /// True if the others wait for it, or it for them.
    fn counts(&self) -> bool {
        self.waits || self.regular_for >= PROBATION
    }
}

impl Table {
    /// The member has a picture.
    fn arrive(&mut self, bell: &Arc<Condvar>) -> usize {
        let me = self.place_of(bell);
        self.members[me].waits = true;
        me
    }

    /// Where a member sits, which changes when others leave.
    fn place_of(&self, bell: &Arc<Condvar>) -> usize {
        let sits = |place: &Place| Arc::ptr_eq(&place.bell, bell);
        self.members.iter().position(sits).unwrap_or_default()
    }

    fn whose_turn(&self) -> usize {
        let count = self.members.len();
        (self.next..self.next + count)
            .map(|place| place % count)
            .find(|place| self.members[*place].counts())
            .unwrap_or_default()
    }

    /// How much longer the member whose turn it is may stay away.
    fn patience_left(&self) -> Duration {
        let (least, most) = PATIENCE;
        let patience = (2 * self.round).clamp(least, most);
        patience.saturating_sub(self.since.elapsed())
    }

    /// The member whose turn it is, is not waited for until it is regular again.
    fn pass_over(&mut self) {
        let place = self.whose_turn();
        self.members[place].regular_for = 0;
        self.since = Instant::now();
        self.ring();
    }

    /// A turn has ended.
    fn done(&mut self, me: usize) {
        let now = Instant::now();
        let place = &mut self.members[me];
        let round = now - place.last;
        (place.last, place.waits) = (now, false);
        let is_regular = round <= 4 * self.round;
        place.regular_for = if is_regular {
            place.regular_for.saturating_add(1)
        } else {
            0
        };
        self.round = (self.round * 7 + round.min(PATIENCE.1)) / 8;
        self.since = now;
        self.next = me + 1;
        self.ring();
    }

    /// A member goes.
    fn leave(&mut self, bell: &Arc<Condvar>) {
        let me = self.place_of(bell);
        self.members.remove(me);
        if me < self.next {
            self.next -= 1;
        }
        self.ring();
    }

    /// Wakes the member whose turn it is.
    fn ring(&self) {
        if let Some(place) = self.members.get(self.whose_turn()) {
            place.bell.notify_one();
        }
    }
}

/// A panic elsewhere leaves the table as it is: each change of it is whole.
fn lock(table: &Mutex<Table>) -> MutexGuard<'_, Table> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    /// Who had each turn, of members that want so many each.
    fn turns(wanted: &[usize], pause: Duration) -> Vec<usize> {
        let table = RoundRobin::new();
        let order = Mutex::new(Vec::new());
        let members: Vec<_> = wanted.iter().map(|_| table.join()).collect();
        thread::scope(|scope| {
            for ((who, member), wanted) in members.into_iter().enumerate().zip(wanted) {
                let order = &order;
                scope.spawn(move || {
                    for _ in 0..*wanted {
                        let turn = member.turn();
                        order.lock().unwrap().push(who);
                        drop(turn);
                        thread::sleep(pause);
                    }
                });
            }
        });
        order.into_inner().unwrap()
    }

    /// Of those in the middle, where every member has begun and none is through.
    fn out_of_turn(order: &[usize], members: usize) -> usize {
        let middle = &order[order.len() / 4..order.len() * 3 / 4];
        let pairs = middle.windows(2);
        pairs
            .filter(|pair| (pair[0] + 1) % members != pair[1])
            .count()
    }

    #[test]
    fn members_take_turns() {
        let order = turns(&[400; 5], Duration::from_micros(50));
        assert_eq!(order.len(), 2000);
        // A thread that the machine keeps waiting is passed over now and then.
        let wrong = out_of_turn(&order, 5);
        assert!(wrong < 100, "{wrong} of 1000 were out of turn");
    }

    #[test]
    fn who_stays_away_or_leaves_holds_up_nobody() {
        let order = turns(&[300, 3, 300, 30], Duration::ZERO);
        assert_eq!(order.len(), 633);
    }

    #[test]
    fn one_thread_may_have_several_members() {
        let table = RoundRobin::new();
        let (first, second) = (table.join(), table.join());
        for _ in 0..20 {
            drop(first.turn());
            drop(first.turn());
            drop(second.turn());
        }
        assert_eq!(lock(&table.table).members.len(), 2);
        drop(first);
        drop(second.turn());
        assert_eq!(lock(&table.table).members.len(), 1);
    }

    #[test]
    fn a_regular_member_that_stays_away_is_passed_over() {
        let table = RoundRobin::new();
        let (first, second) = (table.join(), table.join());
        for _ in 0..20 {
            drop(first.turn());
            drop(second.turn());
        }
        assert!(lock(&table.table).members[1].regular_for >= PROBATION);
        for _ in 0..3 {
            drop(first.turn());
        }
        assert_eq!(lock(&table.table).members[1].regular_for, 0);
    }
}
