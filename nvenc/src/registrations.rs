//! The surfaces that are registered with a session: each once, however often it is used.

use crate::{
    Error,
    raw::{MappedResource, RawEncoder, RawResource, sys::NV_ENC_MAP_INPUT_RESOURCE},
};
use nvframe::{Owner, Surface};
use std::{
    collections::{HashMap, hash_map},
    sync::Arc,
};

/// Registrations kept at most, unless more are in flight: all of the frames that 16 sessions share
/// when their segments are of 240 frames, the longest that nobody asked for.
const MOST: usize = 4096;
/// What a driver is trusted to have room for. A decoder has at most 32 surfaces.
const LEAST: usize = 64;

/// A cache of registrations. A place in it stays the same while its surface is in flight.
#[derive(Debug)]
pub(crate) struct Registrations {
    /// `None` in a place that was given up.
    entries: Vec<Option<Entry>>,
    /// Where each surface is.
    places: HashMap<Key, usize>,
    /// How many surfaces each owner has here, by its address.
    owned: HashMap<usize, usize>,
    /// Registrations that there may be: fewer than [`MOST`] once the driver had no room for one.
    most: usize,
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

/// A surface, and the address of its owner. Both are one memory's as long as it is registered, for
/// that keeps the owner.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key(Surface, usize);

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
            entries: Vec::with_capacity(LEAST),
            places: HashMap::with_capacity(LEAST),
            owned: HashMap::with_capacity(LEAST),
            most: MOST,
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
            None => self.register(surface, owner)?,
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
            false => self.places.get(&Key::new(surface, owner)).copied(),
        }
    }

    #[inline]
    fn is_at(&self, place: usize, surface: &Surface, owner: &Owner) -> bool {
        let entry = self.entries.get(place).and_then(Option::as_ref);
        entry.is_some_and(|entry| entry.resource.is_for(surface, owner))
    }

    /// Registers a surface; in place of the one unused the longest where there are too many.
    fn register(&mut self, surface: &Surface, owner: &Owner) -> Result<usize, Error> {
        self.give_up_orphans();
        if self.places.len() >= self.most {
            self.give_up_idle();
        }
        let resource = match RawResource::new(&self.encoder, *surface, Arc::clone(owner)) {
            Err(error) if error.is_shortage() && self.make_room() => {
                RawResource::new(&self.encoder, *surface, Arc::clone(owner))
            }
            given => given,
        };
        Ok(self.insert(resource?))
    }

    /// The driver has no room for as many as there are and one more, nor will it later. False when
    /// it should have.
    fn make_room(&mut self) -> bool {
        if self.places.len() < LEAST {
            return false;
        }
        self.most = self.places.len();
        self.give_up_idle()
    }

    /// Puts a registration in the first free place.
    fn insert(&mut self, resource: RawResource) -> usize {
        let free = self.entries.iter().position(Option::is_none);
        let place = free.unwrap_or(self.entries.len());
        if place == self.entries.len() {
            self.entries.push(None);
        }
        *self.owned.entry(address(resource.owner())).or_insert(0) += 1;
        self.places.insert(Key::of(&resource), place);
        self.entries[place] = Some(Entry {
            resource,
            mapped: None,
            in_flight: 0,
            last_used: 0,
        });
        place
    }

    fn give_up(&mut self, place: usize) {
        let Some(Entry { resource, .. }) = self.entries[place].take() else {
            return;
        };
        self.places.remove(&Key::of(&resource));
        if let hash_map::Entry::Occupied(mut owned) = self.owned.entry(address(resource.owner())) {
            *owned.get_mut() -= 1;
            if *owned.get() == 0 {
                owned.remove();
            }
        }
    }

    /// Gives up surfaces whose owner nobody else has any more: they cannot come again.
    fn give_up_orphans(&mut self) {
        for place in 0..self.entries.len() {
            let entry = self.entries[place].as_ref();
            if entry.is_some_and(|entry| self.is_orphan(entry)) {
                self.give_up(place);
            }
        }
    }

    fn is_orphan(&self, entry: &Entry) -> bool {
        let owner = entry.resource.owner();
        let ours = self.owned.get(&address(owner)).copied().unwrap_or(0);
        entry.in_flight == 0 && Arc::strong_count(owner) <= ours
    }

    /// Gives up the surface unused the longest; false when all are in flight.
    fn give_up_idle(&mut self) -> bool {
        let entries = self.entries.iter().enumerate();
        let idle = entries.filter_map(|(place, entry)| Some((place, entry.as_ref()?)));
        let idle = idle.filter(|(_, entry)| entry.in_flight == 0);
        let longest = idle.min_by_key(|(_, entry)| entry.last_used);
        let Some((place, _)) = longest else {
            return false;
        };
        self.give_up(place);
        true
    }
}

impl Key {
    fn new(surface: &Surface, owner: &Owner) -> Self {
        Self(*surface, address(owner))
    }

    fn of(resource: &RawResource) -> Self {
        Self::new(resource.surface(), resource.owner())
    }
}

fn address(owner: &Owner) -> usize {
    Arc::as_ptr(owner).cast::<()>() as usize
}
