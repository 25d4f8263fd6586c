//! What the parser tells the decoder beside the public structures.
//!
//! A picture's description holds neither parameter sets nor reference picture sets, which
//! a GPU gets in another form. The entry lives as long as the parser's decode callback, as
//! does the bitstream that the description points at.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A coded picture as a software decoder wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AccessUnit {
    /// Slices with the parameter sets they need.
    pub(super) data: Vec<u8>,
    /// Where the decoder's cropped picture lies in the coded one.
    pub(super) origin: (usize, usize),
}

/// Address of the bitstream and index of the surface.
type Key = (usize, i32);

static TABLE: Mutex<BTreeMap<Key, Arc<AccessUnit>>> = Mutex::new(BTreeMap::new());

/// Keeps an entry in the table while it lives.
#[derive(Debug)]
pub(super) struct Registered(Key);

impl Registered {
    pub(super) fn new(bitstream: *const u8, surface: i32, unit: AccessUnit) -> Self {
        let key = (bitstream as usize, surface);
        table().insert(key, Arc::new(unit));
        Self(key)
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        table().remove(&self.0);
    }
}

/// The access unit behind a description, if it came from our parser.
pub(super) fn find(bitstream: *const u8, surface: i32) -> Option<Arc<AccessUnit>> {
    table().get(&(bitstream as usize, surface)).cloned()
}

fn table() -> MutexGuard<'static, BTreeMap<Key, Arc<AccessUnit>>> {
    TABLE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_while_it_is_registered() {
        let bytes = [0_u8; 4];
        let unit = AccessUnit {
            data: vec![1, 2, 3],
            origin: (4, 6),
        };
        let entry = Registered::new(bytes.as_ptr(), 7, unit.clone());
        assert_eq!(find(bytes.as_ptr(), 7).as_deref(), Some(&unit));
        assert_eq!(find(bytes.as_ptr(), 8), None);
        drop(entry);
        assert_eq!(find(bytes.as_ptr(), 7), None);
    }
}
