//! The surfaces that are registered with a session: each once, however often it is used.

use crate::{
    Error,
    raw::{MappedResource, RawEncoder, RawResource, sys::NV_ENC_MAP_INPUT_RESOURCE},
};
use nvframe::{Owner, Surface};
use std::sync::Arc;

/// Registrations kept at most, unless more are in flight. A decoder has at most 32 surfaces.
const CAPACITY: usize = 64;

/// A cache of registrations. A place in it stays the same while its surface is in flight.
#[derive(Debug)]
pub(crate) struct Registrations {
    /// `None` in a place that was given up.
    entries: Vec<Option<Entry>>,
    clock: u64,
    /// The place that was used last.
    last: usize,
    /// Kept, as it is large and nearly all 0.
    parameters: Box<NV_ENC_MAP_INPUT_RESOURCE>,
    encoder: Arc<RawEncoder>,
}

// SAFETY: the pointers in the parameters are the driver's, and are not followed here; the rest
// may be sent by itself.
unsafe impl Send for Registrations {}

#[derive(Debug)]
struct Entry {
    resource: RawResource,
    /// How the encoder knows the surface while it is in flight: mapped once, however many
    /// frames in flight lie there (a picture may be submitted again while it is coded).
    mapped: Option<MappedResource>,
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
            last: 0,
            parameters: Box::new(encoder.versioned()),
            encoder,
        }
    }

    /// Maps a surface, registering it when it is not known.
    #[inline]
    pub(crate) fn map(&mut self, surface: &Surface, owner: &Owner) -> Result<InUse, Error> {
        let place = match self.place_of(surface, owner) {
            Some(place) => place,
            None => self.insert(RawResource::new(
                &self.encoder,
                *surface,
                Arc::clone(owner),
            )?),
        };
        self.clock += 1;
        self.last = place;
        let clock = self.clock;
        let Some(entry) = &mut self.entries[place] else {
            unreachable!("the place was just found or filled");
        };
        let mapped = match entry.mapped {
            Some(mapped) => mapped,
            None => *entry
                .mapped
                .insert(entry.resource.map(&mut self.parameters)?),
        };
        (entry.in_flight, entry.last_used) = (entry.in_flight + 1, clock);
        Ok(InUse { place, mapped })
    }

    /// Ends a map.
    #[inline]
    pub(crate) fn unmap(&mut self, in_use: InUse) -> Result<(), Error> {
        let Some(entry) = &mut self.entries[in_use.place] else {
            unreachable!("a place in use is not given up");
        };
        entry.in_flight -= 1;
        match entry.mapped.take_if(|_| entry.in_flight == 0) {
            Some(mapped) => entry.resource.unmap(mapped),
            None => Ok(()),
        }
    }

    /// Everything that keeps registered memory allocated.
    pub(crate) fn owners(&self) -> Vec<Owner> {
        let entries = self.entries.iter().flatten();
        entries
            .map(|entry| Arc::clone(entry.resource.owner()))
            .collect()
    }

    /// Looks first behind the place that was used last: surfaces come in turn.
    #[inline]
    fn place_of(&self, surface: &Surface, owner: &Owner) -> Option<usize> {
        let next = match self.last + 1 < self.entries.len() {
            true => self.last + 1,
            false => 0,
        };
        match self.is_at(next, surface, owner) {
            true => Some(next),
            false => (0..self.entries.len()).find(|place| self.is_at(*place, surface, owner)),
        }
    }

    #[inline]
    fn is_at(&self, place: usize, surface: &Surface, owner: &Owner) -> bool {
        let entry = self.entries.get(place).and_then(Option::as_ref);
        entry.is_some_and(|entry| entry.resource.is_for(surface, owner))
    }

    /// Puts a new registration in a free place, or in that of the one unused the longest.
    fn insert(&mut self, resource: RawResource) -> usize {
        self.give_up_orphans();
        let entry = Some(Entry {
            resource,
            mapped: None,
            in_flight: 0,
            last_used: 0,
        });
        let free = self.entries.iter().position(Option::is_none);
        let full = self.entries.len() >= CAPACITY;
        match free.or_else(|| self.idle_longest().filter(|_| full)) {
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

    /// Gives up surfaces whose owner nobody else has any more: they cannot come again.
    fn give_up_orphans(&mut self) {
        for place in 0..self.entries.len() {
            if self.entries[place]
                .as_ref()
                .is_some_and(|entry| self.is_orphan(entry))
            {
                self.entries[place] = None;
            }
        }
    }

    fn is_orphan(&self, entry: &Entry) -> bool {
        let owner = entry.resource.owner();
        let entries = self.entries.iter().flatten();
        let ours = entries
            .filter(|other| Arc::ptr_eq(other.resource.owner(), owner))
            .count();
        entry.in_flight == 0 && Arc::strong_count(owner) <= ours
    }

    fn idle_longest(&self) -> Option<usize> {
        let entries = self.entries.iter().enumerate();
        let idle = entries.filter_map(|(place, entry)| Some((place, entry.as_ref()?)));
        let idle = idle.filter(|(_, entry)| entry.in_flight == 0);
        idle.min_by_key(|(_, entry)| entry.last_used)
            .map(|(place, _)| place)
    }
}
