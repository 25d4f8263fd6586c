//! How much of the last packet of a track of sound is heard: MP4 has it last less long than others,
//! or its edit list ends before it does.

use std::time::Duration;

use shiguredo_mp4::boxes::{ElstEntry, SttsEntry, TrakBox};

/// The end of a track, in units of it.
#[derive(Debug, PartialEq)]
pub(super) struct End {
    scale: f64,
    /// When the last packet begins.
    last: u64,
    /// How long it is heard.
    heard: f64,
    /// How long the one before it is.
    usual: u32,
}

impl End {
    /// `None` for a track in fragments, and for one of a single packet. The movie's unit is a
    /// second through `movie`.
    pub(super) fn of(track: &TrakBox, edits: &[ElstEntry], movie: f64) -> Option<Self> {
        let times = &track.mdia_box.minf_box.stbl_box.stts_box.entries;
        let scale = f64::from(track.mdia_box.mdhd_box.timescale.get());
        Self::read(times, scale, shown_until(edits, scale / movie))
    }

    /// Of a track that is shown until then, within a unit of the movie.
    fn read(times: &[SttsEntry], scale: f64, until: Option<(f64, f64)>) -> Option<Self> {
        let mut lengths = times.iter().rev().filter(|entry| entry.sample_count > 0);
        let last = lengths.next()?;
        let usual = match last.sample_count {
            1 => lengths.next()?.sample_delta,
            _ => last.sample_delta,
        };
        let length = |entry: &SttsEntry| {
            u64::from(entry.sample_count).checked_mul(entry.sample_delta.into())
        };
        let all = times
            .iter()
            .try_fold(0_u64, |sum, entry| sum.checked_add(length(entry)?))?;
        let begin = all - u64::from(last.sample_delta);
        let until = until.filter(|(until, unit)| all as f64 - until > *unit);
        let until = until.map(|(until, _)| until - begin as f64);
        Some(Self {
            scale,
            last: begin,
            heard: until
                .filter(|heard| *heard > 0.0)
                .unwrap_or(last.sample_delta.into()),
            usual,
        })
    }

    /// What is not heard at the end of a packet of so many samples that begins at this time;
    /// nothing where the times before do not agree with that.
    pub(super) fn cut(&self, pts: i64, samples: u32, rate: u32) -> Duration {
        let full = f64::from(samples) / f64::from(rate.max(1));
        let unit = 1.0 / self.scale;
        let agrees = (f64::from(self.usual) * unit - full).abs() <= unit;
        let cut = full - self.heard * unit;
        if u64::try_from(pts) != Ok(self.last) || !agrees || cut <= unit {
            return Duration::ZERO;
        }
        Duration::try_from_secs_f64(cut).unwrap_or_default()
    }
}

/// When the only part that is shown ends, and how long a unit of the movie is.
fn shown_until(edits: &[ElstEntry], unit: f64) -> Option<(f64, f64)> {
    let mut shown = edits.iter().filter(|edit| edit.media_time >= 0);
    let edit = shown.next().filter(|edit| edit.edit_duration > 0)?;
    match shown.next() {
        None => Some((
            edit.media_time as f64 + edit.edit_duration as f64 * unit,
            unit,
        )),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(times: &[(u32, u32)], until: Option<(f64, f64)>) -> Option<End> {
        let entry = |&(sample_count, sample_delta): &(u32, u32)| SttsEntry {
            sample_count,
            sample_delta,
        };
        let times: Vec<SttsEntry> = times.iter().map(entry).collect();
        End::read(&times, 48_000.0, until)
    }

    fn samples(end: Option<End>, pts: i64) -> f64 {
        let cut = end.unwrap().cut(pts, 1024, 48_000);
        (cut.as_secs_f64() * 48_000.0).round()
    }

    #[test]
    fn the_last_is_shorter_than_others() {
        assert_eq!(samples(end(&[(10, 1024), (1, 68)], None), 10_240), 956.0);
        assert_eq!(samples(end(&[(10, 1024), (1, 68)], None), 9216), 0.0);
        assert_eq!(samples(end(&[(11, 1024)], None), 10_240), 0.0);
        assert_eq!(samples(end(&[(10, 960), (1, 68)], None), 9600), 0.0);
        assert_eq!(end(&[(1, 68)], None), None);
        assert_eq!(end(&[], None), None);
        assert_eq!(
            end(&[(u32::MAX, u32::MAX), (u32::MAX, u32::MAX)], None),
            None
        );
    }

    #[test]
    fn the_edit_list_ends_before_it() {
        let until = |until| end(&[(11, 1024)], Some((until, 48.0)));
        assert_eq!(samples(until(10_340.0), 10_240), 924.0);
        assert_eq!(
            samples(until(11_220.0), 10_240),
            0.0,
            "no more than rounded"
        );
        assert_eq!(
            samples(until(5000.0), 10_240),
            0.0,
            "a part, which is not taken"
        );
    }
}
