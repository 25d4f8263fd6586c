use crate::{Decoder, DecoderBuilder, Error, setup::Setup};
use std::{
    fmt,
    mem::ManuallyDrop,
    num::NonZeroUsize,
    ops::{Deref, DerefMut},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Decoders that are kept for the next clip, for programs that decode many short ones.
///
/// Making the driver's decoder takes longer than decoding a short clip. A decoder from the cache
/// has one already: a clip of the same geometry goes on with it, one of another size is decoded
/// after a reconfiguration, and only one that does not fit it
/// ([`reserve`](DecoderBuilder::reserve) makes room) takes a new one. What is compared is all
/// that a decoder was built for: GPU, codec, every option of the builder; and then all that the
/// stream says of its geometry: coded size, visible part, chroma, depth and surfaces. So frames
/// are the same as from a fresh decoder.
///
/// ```
/// use nvdec::{Api, Codec, DecoderCache, open_device};
/// # softdevice::activate().unwrap();
/// # let clips = [include_bytes!("../tests/clips/hevc-uncropped.hevc").as_slice(); 3];
///
/// let (gpu, api) = (open_device(0)?, Api::load()?);
/// let cache = DecoderCache::new(4.try_into().unwrap());
/// for clip in clips {
///     let mut decoder = cache.take(api.decoder(&gpu, Codec::Hevc))?;
///     let mut pictures = decoder.push_last(clip, 0);
///     while let Some(picture) = pictures.next()? {
///         let frame = picture.map()?;
///     }
/// } // here the decoder goes back
/// assert_eq!(cache.idle(), 1);
/// # Ok::<(), nvdec::Error>(())
/// ```
#[derive(Debug)]
pub struct DecoderCache {
    /// The one that was used last is at the end.
    idle: Mutex<Vec<Decoder>>,
    most: usize,
}

impl DecoderCache {
    /// An empty cache, which keeps so many decoders that are not in use, with their device
    /// memory.
    pub fn new(most: NonZeroUsize) -> Self {
        Self {
            idle: Mutex::default(),
            most: most.get(),
        }
    }

    /// A decoder as `builder` makes it: one that is not in use, or a new one.
    ///
    /// # Errors
    /// As [`DecoderBuilder::start`].
    pub fn take(&self, builder: DecoderBuilder) -> Result<CachedDecoder<'_>, Error> {
        let decoder = match self.find(builder.setup()) {
            Some(decoder) => decoder,
            None => builder.start()?,
        };
        Ok(CachedDecoder {
            cache: self,
            decoder: ManuallyDrop::new(decoder),
        })
    }

    /// Decoders that are not in use.
    pub fn idle(&self) -> usize {
        self.lock().len()
    }

    fn find(&self, setup: &Setup) -> Option<Decoder> {
        let mut idle = self.lock();
        let place = idle
            .iter()
            .rposition(|decoder| decoder.setup().is_same(setup))?;
        Some(idle.remove(place))
    }

    /// Keeps a decoder; the one that was not used for longest goes when there are too many.
    fn keep(&self, mut decoder: Decoder) {
        decoder.flush();
        let mut idle = self.lock();
        idle.push(decoder);
        let oldest = (idle.len() > self.most).then(|| idle.remove(0));
        drop(idle);
        drop(oldest); // takes its time, while others may use the cache
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Decoder>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A decoder from a [`DecoderCache`], where it goes when it is dropped.
pub struct CachedDecoder<'c> {
    cache: &'c DecoderCache,
    /// Taken out in `drop`, and nowhere else.
    decoder: ManuallyDrop<Decoder>,
}

impl Deref for CachedDecoder<'_> {
    type Target = Decoder;

    fn deref(&self) -> &Decoder {
        &self.decoder
    }
}

impl DerefMut for CachedDecoder<'_> {
    fn deref_mut(&mut self) -> &mut Decoder {
        &mut self.decoder
    }
}

impl Drop for CachedDecoder<'_> {
    fn drop(&mut self) {
        // SAFETY: `self` is being dropped, so that nothing uses the decoder after this.
        let decoder = unsafe { ManuallyDrop::take(&mut self.decoder) };
        self.cache.keep(decoder);
    }
}

impl fmt::Debug for CachedDecoder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.decoder, f)
    }
}
