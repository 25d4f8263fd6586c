//! An allocator that counts, for tests of what is allocated.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering},
};

static COUNT: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting what it gives: to be a test program's `global_allocator`.
/// The active device is a shared object with an allocator of its own, which is not counted.
#[derive(Debug)]
#[non_exhaustive]
pub struct CountingAllocator;

impl CountingAllocator {
    /// The allocator.
    pub const fn new() -> Self {
        Self
    }

    /// Allocations of the whole program so far.
    pub fn count(&self) -> usize {
        COUNT.load(Ordering::Relaxed)
    }

    /// Bytes that the program has now.
    pub fn bytes(&self) -> usize {
        BYTES.load(Ordering::Relaxed)
    }
}

impl Default for CountingAllocator {
    fn default() -> Self {
        Self::new()
    }
}

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        BYTES.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises.
        unsafe { System.dealloc(memory, layout) }
    }
}
