//! What all codecs share: surfaces, the display queue, times, and the order of callbacks.

use nvenc_sys::{CUVIDPARSERDISPINFO, CUVIDPARSERPARAMS, CUVIDPICPARAMS};
use std::collections::VecDeque;

use super::{
    client::Client,
    clock::Clock,
    format::Format,
    surfaces::{Pool, Surface},
};
use crate::cuvid::side_table::{AccessUnit, Registered};

/// Tells the client, in the order that the real parser has.
#[derive(Debug)]
pub(super) struct Delivery {
    client: Client,
    pool: Pool,
    /// Pictures in display order that are held back.
    queue: VecDeque<Shown>,
    /// How many of them.
    delay: usize,
    clock: Clock,
    format: Option<Format>,
    /// The client would not have the sequence.
    refused: bool,
}

/// A picture to decode.
pub(super) struct Picture {
    /// Filled in but for the surface and the bitstream.
    pub(super) params: Box<CUVIDPICPARAMS>,
    pub(super) bitstream: Bitstream,
    pub(super) unit: AccessUnit,
}

/// The slices of a picture, each behind a 3-byte start code; or the frame itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Bitstream {
    pub(super) data: Vec<u8>,
    pub(super) offsets: Vec<u32>,
}

/// How a picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Show {
    pub(super) progressive: bool,
    pub(super) top_field_first: bool,
    /// Additional fields; -1 for a field without its partner.
    pub(super) repeat: i32,
}

#[derive(Debug)]
struct Shown {
    surface: Surface,
    show: Show,
    timestamp: i64,
}

impl Delivery {
    pub(super) fn new(params: &CUVIDPARSERPARAMS) -> Self {
        Self {
            client: Client::new(params),
            pool: Pool::new(params.ulMaxNumDecodeSurfaces),
            queue: VecDeque::new(),
            delay: params.ulMaxDisplayDelay as usize,
            clock: Clock::new(params.ulClockRate),
            format: None,
            refused: false,
        }
    }

    /// Whether `format` is not the one that the client knows.
    pub(super) fn is_new(&self, format: &Format) -> bool {
        self.format != Some(*format)
    }

    /// Tells of a new sequence. All pictures before it must have been shown to the queue.
    pub(super) fn sequence(&mut self, format: Format) {
        self.drain();
        self.format = Some(format);
        self.clock
            .set_frame_rate(format.frame_rate.0, format.frame_rate.1);
        let answer = self.client.sequence(&mut format.describe());
        self.refused = answer == 0;
        if answer > 1 && answer as u32 != self.pool.len() {
            self.pool = Pool::new(answer as u32);
        }
    }

    /// Tells of a picture to decode into a surface of its own; `None` if the client would
    /// not, in which case the picture does not exist any more.
    pub(super) fn decode(&mut self, picture: Picture, timestamp: Option<i64>) -> Option<Surface> {
        if self.refused {
            return None;
        }
        let surface = self.free_surface();
        let answer = self.decode_into(&surface, picture);
        if answer == 0 {
            self.pool.give_back(&surface);
            return None;
        }
        self.add_timestamp(timestamp);
        Some(surface)
    }

    /// Adds the time of a picture that needs no decoding.
    pub(super) fn add_timestamp(&mut self, timestamp: Option<i64>) {
        if let Some(timestamp) = timestamp {
            self.clock.add(timestamp);
        }
    }

    /// Tells of another field of the picture in `surface`.
    pub(super) fn decode_field(&mut self, surface: &Surface, picture: Picture) {
        if !self.refused {
            self.decode_into(surface, picture);
        }
    }

    fn decode_into(&mut self, surface: &Surface, picture: Picture) -> i32 {
        let Picture {
            mut params,
            bitstream,
            unit,
        } = picture;
        params.CurrPicIdx = surface.index();
        params.nBitstreamDataLen = bitstream.data.len() as u32;
        params.pBitstreamData = bitstream.data.as_ptr();
        params.nNumSlices = bitstream.offsets.len() as u32;
        params.pSliceDataOffsets = bitstream.offsets.as_ptr();
        let _registered = Registered::new(params.pBitstreamData, params.CurrPicIdx, unit);
        self.client.decode(&mut params)
    }

    /// A client with few surfaces sees pictures sooner than it asked for; with too few even
    /// for the references, they are overwritten.
    fn free_surface(&mut self) -> Surface {
        loop {
            if let Some(surface) = self.pool.take() {
                return surface;
            }
            if !self.display_one() {
                return self.pool.steal();
            }
        }
    }

    /// Takes the next picture in display order.
    pub(super) fn show(&mut self, surface: Surface, show: Show) {
        let timestamp = self.clock.next();
        self.queue.push_back(Shown {
            surface,
            show,
            timestamp,
        });
        while self.queue.len() > self.delay {
            self.display_one();
        }
    }

    /// Displays the oldest picture of the queue; false if there is none.
    pub(super) fn display_one(&mut self) -> bool {
        let Some(Shown {
            surface,
            show,
            timestamp,
        }) = self.queue.pop_front()
        else {
            return false;
        };
        let mut info = CUVIDPARSERDISPINFO {
            picture_index: surface.index(),
            progressive_frame: show.progressive.into(),
            top_field_first: show.top_field_first.into(),
            repeat_first_field: show.repeat,
            timestamp,
        };
        self.client.display(Some(&mut info));
        true
    }

    fn drain(&mut self) {
        while self.display_one() {}
    }

    /// Displays all, and forgets the sequence: the next one is told again.
    pub(super) fn end(&mut self) {
        self.drain();
        self.format = None;
        self.clock.reset();
    }

    /// Says that the stream has ended.
    pub(super) fn notify_end(&self) {
        self.client.display(None);
    }
}

impl Bitstream {
    /// Adds a slice.
    pub(super) fn add(&mut self, nal: &[u8]) {
        self.offsets.push(self.data.len() as u32);
        self.data.extend_from_slice(&[0, 0, 1]);
        self.data.extend_from_slice(nal);
    }
}
