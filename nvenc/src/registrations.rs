//! The surfaces that are registered with a session: each once, however often it is used.

use crate::{
    Error,
    raw::{MappedResource, RawEncoder, RawResource},
};
use nvframe::{Owner, Surface};
use std::sync::Arc;

/// Registrations kept at most, unless more are in flight. A decoder has at most 32 surfaces.
const CAPACITY: usize = 64;

/// A cache of registrations. A place in it stays the same while its surface is in flight.
#[derive(Debug)]
pub(crate) struct Registrations {
    entries: Vec<Entry>,
    clock: u64,
    encoder: Arc<RawEncoder>,
}

#[derive(Debug)]
struct Entry {
    resource: RawResource,
    in_flight: u32,
    last_used: u64,
}

/// A mapped surface: its place in the cache, and what the encoder knows it by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InUse {
    place: usize,
    pub(crate) mapped: MappedResource,
}

impl Registrations {
    pub(crate) fn new(encoder: Arc<RawEncoder>) -> Self {
        Self {
            entries: Vec::with_capacity(CAPACITY),
            clock: 0,
            encoder,
        }
    }

    /// Maps a surface, registering it when it is not known.
    pub(crate) fn map(&mut self, surface: Surface, owner: &Owner) -> Result<InUse, Error> {
        let known = self
            .entries
            .iter()
            .position(|entry| entry.resource.is_for(&surface, owner));
        let place = match known {
            Some(place) => place,
            None => self.insert(RawResource::new(&self.encoder, surface, Arc::clone(owner))?),
        };
        self.clock += 1;
        let entry = &mut self.entries[place];
        let mapped = entry.resource.map()?;
        (entry.in_flight, entry.last_used) = (entry.in_flight + 1, self.clock);
        Ok(InUse { place, mapped })
    }

    /// Ends a map.
    pub(crate) fn unmap(&mut self, in_use: InUse) -> Result<(), Error> {
        let entry = &mut self.entries[in_use.place];
        entry.in_flight -= 1;
        entry.resource.unmap(in_use.mapped)
    }

    /// Puts a new registration in a free place, or in that of the one unused the longest.
    fn insert(&mut self, resource: RawResource) -> usize {
        let entry = Entry {
            resource,
            in_flight: 0,
            last_used: 0,
        };
        match self
            .idle_longest()
            .filter(|_| self.entries.len() >= CAPACITY)
        {
            Some(place) => {
                self.entries[place] = entry;
                place
            }
            None => {
                self.entries.push(entry);
                self.entries.len() - 1
            }
        }
    }

    fn idle_longest(&self) -> Option<usize> {
        let idle = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.in_flight == 0);
        idle.min_by_key(|(_, entry)| entry.last_used)
            .map(|(place, _)| place)
    }
}
