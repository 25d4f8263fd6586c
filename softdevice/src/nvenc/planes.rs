//! Memory for the planes of pictures. It is used again: a large picture's pages take longer to be
//! given by the system than to be filled.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Planes kept at most: those of the pictures that may wait for an encoder, and of two more.
const MOST: usize = 12;

static SPARE: Spare = Spare(Mutex::new(Vec::new()));

/// Planes that no picture has.
struct Spare(Mutex<Vec<Vec<u8>>>);

/// An empty plane with room for so many bytes.
pub(super) fn take(bytes: usize) -> Vec<u8> {
    SPARE.take(bytes)
}

/// Keeps the planes of a picture that was coded, in the place of those kept longest.
pub(super) fn give_back(planes: impl IntoIterator<Item = Vec<u8>>) {
    SPARE.give_back(planes);
}

impl Spare {
    fn take(&self, bytes: usize) -> Vec<u8> {
        let mut spare = self.lock();
        match spare.iter().position(|plane| plane.capacity() == bytes) {
            Some(place) => spare.remove(place),
            None => Vec::with_capacity(bytes),
        }
    }

    fn give_back(&self, planes: impl IntoIterator<Item = Vec<u8>>) {
        let mut spare = self.lock();
        for mut plane in planes {
            plane.clear();
            spare.push(plane);
        }
        let surplus = spare.len().saturating_sub(MOST);
        spare.drain(..surplus);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planes_come_back_empty_and_are_not_piled_up() {
        let spare = Spare(Mutex::default());
        let mut plane = spare.take(64);
        plane.extend([7; 64]);
        let memory = plane.as_ptr();
        spare.give_back([plane, Vec::with_capacity(100)]);
        let again = spare.take(64);
        assert!(again.is_empty() && again.as_ptr() == memory);
        let other = spare.take(64);
        assert!(other.as_ptr() != memory, "it was taken");
        spare.give_back((0..100).map(|_| Vec::with_capacity(64)));
        assert_eq!(spare.lock().len(), MOST);
    }
}
