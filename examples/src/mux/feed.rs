//! Sound on its way from the input to the output: unchanged, in order of time, and with times that
//! count as the pictures' do.

use std::collections::VecDeque;

use super::Format;
use super::sound::{Piece, Track};
use crate::demux::{Sound, sound_packet};
use crate::error::Result;

/// So much sound is read ahead at most, for tracks that lie far apart in the file.
const MOST: usize = 8 << 20;

/// The tracks of sound that go along with the pictures of an output.
#[derive(Debug)]
pub struct Feed {
    sound: Sound,
    tracks: Vec<Track>,
    /// Of each track of the input, its number in the output, if it is copied.
    numbers: Vec<Option<usize>>,
    /// What was read of each track of the output.
    queues: Vec<VecDeque<Piece>>,
    /// Bytes in `queues`.
    held: usize,
    is_at_end: bool,
    /// When the output begins, in seconds of the input's pictures.
    origin: f64,
    /// Whether sound that goes on after the last picture is wanted.
    to_its_end: bool,
}

impl Feed {
    /// The sound that an output of this kind can hold, and what is left out of it, for people.
    ///
    /// # Errors
    /// Its beginning cannot be read.
    pub fn new(sound: Sound, format: Format) -> Result<(Option<Self>, Vec<String>)> {
        let mut left_out = sound.left_out().to_vec();
        let count = sound.tracks().len();
        if count > 0 && format == Format::AnnexB {
            left_out.push(format!("its sound ({count}): bare streams have none"));
            return Ok((None, left_out));
        }
        let mut feed = Self {
            sound,
            tracks: Vec::new(),
            numbers: (0..count).map(Some).collect(),
            queues: vec![VecDeque::new(); count],
            held: 0,
            is_at_end: count == 0,
            origin: 0.0,
            to_its_end: true,
        };
        feed.fill()?;
        let queues = std::mem::take(&mut feed.queues);
        for (number, (info, queue)) in feed.sound.tracks().iter().zip(queues).enumerate() {
            let track = match queue.front() {
                None if feed.is_at_end => Err("there is none of it".to_owned()),
                first => Track::new(info, first, format),
            };
            feed.numbers[number] = track.is_ok().then_some(feed.tracks.len());
            match track {
                Ok(track) => {
                    feed.tracks.push(track);
                    feed.queues.push(queue);
                }
                Err(why) => left_out.push(format!(
                    "sound {} ({}, {}): {why}",
                    number + 1,
                    info.codec_id,
                    info.language
                )),
            }
        }
        feed.held = feed.queues.iter().flatten().map(Piece::bytes).sum();
        if format.is_of_boxes() {
            feed.enable_one();
        }
        let feed = Some(feed).filter(|feed| !feed.tracks.is_empty());
        Ok((feed, left_out))
    }

    /// In MP4 what is no default is disabled, and of what is disabled players choose nothing.
    fn enable_one(&mut self) {
        if self.tracks.iter().any(|track| track.info.is_default) {
            return;
        }
        if let Some(first) = self.tracks.first_mut() {
            first.info.is_default = true;
        }
    }

    /// Leaves out what is heard after the last picture.
    #[must_use]
    pub fn only_beside_pictures(mut self) -> Self {
        self.to_its_end = false;
        self
    }

    /// When sound ends, where the pictures end at this time.
    pub(super) fn end(&self, pictures: f64) -> f64 {
        match self.to_its_end {
            true => f64::INFINITY,
            false => pictures,
        }
    }

    pub(super) fn tracks(&self) -> &[Track] {
        &self.tracks
    }

    /// When the first of it is heard, in seconds of the input's pictures.
    pub(super) fn first_heard(&self) -> Option<f64> {
        let tracks = self.tracks.iter().zip(&self.queues);
        let firsts = tracks.filter_map(|(track, queue)| {
            let first = queue.front()?;
            Some(first.time + track.info.hidden)
        });
        firsts.min_by(f64::total_cmp)
    }

    /// The output begins at this time, in seconds of the input's pictures.
    pub(super) fn begin(&mut self, origin: f64) {
        self.origin = origin;
    }

    /// The next packet that is heard by then, in seconds from the output's beginning, and its
    /// track.
    pub(super) fn until(&mut self, time: f64) -> Result<Option<(usize, Piece)>> {
        self.fill()?;
        let firsts = self.queues.iter().enumerate();
        let firsts = firsts.filter_map(|(track, queue)| Some((track, queue.front()?.time)));
        let Some((track, first)) = firsts.min_by(|a, b| a.1.total_cmp(&b.1)) else {
            return Ok(None);
        };
        if first - self.origin > time {
            return Ok(None);
        }
        let next = self.queues[track].pop_front();
        Ok(next.map(|mut piece| {
            self.held -= piece.bytes();
            piece.time -= self.origin;
            (track, piece)
        }))
    }

    /// Reads until there is something of each track, so that it is known which comes first.
    fn fill(&mut self) -> Result<()> {
        while !self.is_at_end && self.held < MOST && self.queues.iter().any(VecDeque::is_empty) {
            self.read()?;
        }
        Ok(())
    }

    fn read(&mut self) -> Result<()> {
        let Some((track, packet)) = self.sound.next()? else {
            self.is_at_end = true;
            return Ok(());
        };
        let Some(number) = self.numbers[track] else {
            return Ok(());
        };
        let (data, pts, cut) = (packet.data.to_vec(), packet.pts, packet.cut);
        let info = &self.sound.tracks()[track];
        let piece = Piece {
            time: pts as f64 * info.time_base.as_f64() + info.delay,
            samples: sound_packet::samples(info, &data),
            cut,
            data,
        };
        self.held += piece.bytes();
        self.queues[number].push_back(piece);
        Ok(())
    }
}
