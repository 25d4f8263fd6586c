//! Which surface the next picture is decoded into.

use std::sync::Arc;

/// More than any decoder has; it bounds what a client's odd number can cost.
const MAX_SURFACES: u32 = 256;

/// A surface in use: for reference, or waiting to be displayed.
#[derive(Clone, Debug)]
pub(super) struct Surface(Arc<i32>);

impl Surface {
    pub(super) fn index(&self) -> i32 {
        *self.0
    }
}

/// The client's surfaces, taken in turn.
#[derive(Debug)]
pub(super) struct Pool {
    surfaces: Vec<Surface>,
    next: usize,
}

impl Pool {
    /// A pool of `count` surfaces, at least one.
    pub(super) fn new(count: u32) -> Self {
        let indexes = 0..count.clamp(1, MAX_SURFACES) as i32;
        Self {
            surfaces: indexes.map(|index| Surface(Arc::new(index))).collect(),
            next: 0,
        }
    }

    pub(super) fn len(&self) -> u32 {
        self.surfaces.len() as u32
    }

    /// The next surface that nobody uses.
    pub(super) fn take(&mut self) -> Option<Surface> {
        let count = self.surfaces.len();
        let mut turn = (self.next..self.next + count).map(|index| index % count);
        let free = turn.find(|index| Arc::strong_count(&self.surfaces[*index].0) == 1)?;
        Some(self.give(free))
    }

    /// The next surface, although somebody uses it: the client gave too few.
    pub(super) fn steal(&mut self) -> Surface {
        self.give(self.next % self.surfaces.len())
    }

    /// Has the next picture take `surface` again, as the client did not use it.
    pub(super) fn give_back(&mut self, surface: &Surface) {
        self.next = surface.index() as usize;
    }

    fn give(&mut self, index: usize) -> Surface {
        self.next = (index + 1) % self.surfaces.len();
        self.surfaces[index].clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_surfaces_are_taken_in_turn() {
        let mut pool = Pool::new(3);
        let held = pool.take().unwrap();
        assert_eq!(held.index(), 0);
        let taken = [0; 4].map(|_| pool.take().unwrap().index());
        assert_eq!(taken, [1, 2, 1, 2]);
        drop(held);
        assert_eq!(pool.take().unwrap().index(), 0);
    }

    #[test]
    fn none_free_is_none_and_one_can_be_stolen() {
        let mut pool = Pool::new(0);
        assert_eq!(pool.len(), 1);
        let held = pool.take().unwrap();
        assert!(pool.take().is_none());
        assert_eq!(pool.steal().index(), held.index());
    }

    #[test]
    fn a_surface_given_back_is_next() {
        let mut pool = Pool::new(4);
        let surface = pool.take().unwrap();
        pool.give_back(&surface);
        drop(surface);
        assert_eq!(pool.take().unwrap().index(), 0);
    }
}
