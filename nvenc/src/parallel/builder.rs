use super::{
    Admission, SegmentEncoder, assembly::Assembly, length::length, shared::Maker, site::Site,
};
use crate::{Api, Encoder, Error, SessionBuilder};
use nvframe::cudarc::driver::CudaContext;
use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

/// Shorter segments would cost too much, and H.264 does not let an IDR picture follow another.
pub(super) const SHORTEST: usize = 2;
/// The longest that may be asked for: more than there is memory for at any size of video.
pub(super) const LONGEST: usize = 4096;

/// A [`SegmentEncoder`] in the making.
///
/// | setting | default | why |
/// |---|---|---|
/// | [`sessions`](Self::sessions) | NVENC engines of the GPUs | a session uses one at a time |
/// | [`segment`](Self::segment) | the GOP if one was asked for, else two seconds; at most what half of the free memory holds | no IDR picture that nobody expects |
/// | [`admission`](Self::admission) | none | who has no other work need not wait |
#[must_use = "a builder does nothing until `start`"]
pub struct SegmentBuilder {
    admission: Admission,
    patience: Duration,
    gpus: Vec<Arc<CudaContext>>,
    sessions: Option<usize>,
    segment: Option<usize>,
}

impl SegmentBuilder {
    pub(super) fn new(api: &Api, context: &Arc<CudaContext>) -> Self {
        Self {
            admission: Admission::new(api),
            patience: Duration::ZERO,
            gpus: vec![Arc::clone(context)],
            sessions: None,
            segment: None,
        }
    }

    /// Encodes on this GPU, too.
    pub fn gpu(mut self, context: &Arc<CudaContext>) -> Self {
        self.gpus.push(Arc::clone(context));
        self
    }

    /// Sessions on all GPUs together, spread evenly. Without it as many as each GPU has NVENC
    /// [engines](Encoder::engines).
    pub fn sessions(mut self, sessions: usize) -> Self {
        self.sessions = Some(sessions);
        self
    }

    /// Opens sessions through queues that are shared with other work, and waits in those of all
    /// its GPUs for the first one, for `patience` at most. Sessions beyond the first are taken
    /// while nobody waits for them.
    ///
    /// Without it there is no waiting.
    pub fn admission(mut self, admission: &Admission, patience: Duration) -> Self {
        (self.admission, self.patience) = (admission.clone(), patience);
        self
    }

    /// Frames in a segment, 2 to 4096. Each begins with an IDR picture, so without it a segment is
    /// what the configuration lets a player expect:
    ///
    /// | [`gop`](SessionBuilder::gop) | segment |
    /// |---|---|
    /// | a number of frames, two seconds or more | the GOP: the stream has no other IDR pictures than one session would make |
    /// | a number of frames, less than two seconds | the whole GOPs of two seconds |
    /// | none asked for, or endless | two seconds, 240 frames at most: what streaming expects, and many enough to keep all sessions busy to the end of a short clip |
    ///
    /// It is shorter where [(its sessions + 1) x segment](SegmentEncoder::device_bytes) frames
    /// would take more than half of a GPU's free memory, or more than its sessions'
    /// [budgets](SessionBuilder::memory_budget) together: 8K NV12 with three sessions on a V100 of
    /// 16 GB has room for some 38 frames.
    pub fn segment(mut self, frames: usize) -> Self {
        self.segment = Some(frames);
        self
    }

    /// Opens the sessions, one after the other, and starts a thread for each. `configure` says
    /// what to encode and how, for each session alike; the GOP ends with its segment.
    ///
    /// Where a GPU gives fewer sessions than asked for, or has no memory for more, those it gives
    /// are used.
    ///
    /// # Errors
    /// * [`Error::InvalidValue`] for no sessions, or segments of fewer than 2 or more than 4096
    ///   frames.
    /// * Those of [`Api::open`] and [`SessionBuilder::start`].
    /// * [`Error::Thread`] when the system has no more threads.
    pub fn start(
        self,
        configure: impl Fn(Encoder) -> SessionBuilder + Send + Sync + 'static,
    ) -> Result<SegmentEncoder, Error> {
        self.check()?;
        let maker = Maker {
            admission: self.admission.clone(),
            patience: self.patience,
            configure: Box::new(configure),
        };
        let sites = self.open_all(&maker)?;
        let segment = self.segment.unwrap_or_else(|| segment(&sites));
        Ok(SegmentEncoder::new(Assembly::start(maker, sites, segment)?))
    }

    /// What GPUs give at once; where none gives any, what one of them gives in time.
    fn open_all(&self, maker: &Maker) -> Result<Vec<Site>, Error> {
        let (mut sites, mut refusal) = (Vec::new(), None);
        for (number, context) in self.gpus.iter().enumerate() {
            let share = self.share(number);
            if share == Some(0) {
                continue;
            }
            let opened = maker.admission.open_until(context, || true);
            match opened.and_then(|encoder| open(maker, context, share, encoder)) {
                Ok(site) => sites.push(site),
                Err(error) if error.is_shortage() => refusal = Some(error),
                Err(error) => return Err(error),
            }
        }
        match refusal.filter(|_| sites.is_empty()) {
            None => Ok(sites),
            Some(refusal) if self.patience.is_zero() => Err(refusal),
            Some(refusal) => Ok(vec![self.wait_for_one(maker, refusal)?]),
        }
    }

    /// What the first GPU gives that gives any.
    fn wait_for_one(&self, maker: &Maker, refusal: Error) -> Result<Site, Error> {
        let end = Instant::now().checked_add(self.patience);
        let over = || end.is_some_and(|end| Instant::now() >= end);
        let asked = self.gpus.iter().enumerate();
        let asked = asked.filter(|(number, _)| self.share(*number) != Some(0));
        let (numbers, asked): (Vec<_>, Vec<_>) = asked.unzip();
        let opened = maker.admission.open_any(&asked, over)?;
        let (place, encoder) = opened.ok_or(refusal)?;
        open(maker, asked[place], self.share(numbers[place]), encoder)
    }

    /// How many sessions a GPU has to give; `None` for one for each engine.
    fn share(&self, gpu: usize) -> Option<usize> {
        let gpus = self.gpus.len();
        let share = |sessions| sessions / gpus + usize::from(gpu < sessions % gpus);
        self.sessions.map(share)
    }

    fn check(&self) -> Result<(), Error> {
        if self.sessions == Some(0) {
            return Err(Error::invalid("sessions", 0, "there must be at least one"));
        }
        match self.segment {
            Some(frames) if !(SHORTEST..=LONGEST).contains(&frames) => Err(Error::invalid(
                "segment",
                frames,
                "it must be 2 to 4096 frames",
            )),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for SegmentBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SegmentBuilder")
            .field("gpus", &self.gpus.len())
            .field("sessions", &self.sessions)
            .field("segment", &self.segment)
            .finish_non_exhaustive()
    }
}

/// Opens the sessions of a GPU: the first, with this encoder, and those that are there.
fn open(
    maker: &Maker,
    context: &Arc<CudaContext>,
    share: Option<usize>,
    encoder: Encoder,
) -> Result<Site, Error> {
    let builder = (maker.configure)(encoder);
    let wanted = match share {
        Some(sessions) => sessions,
        None => builder.encoder.engines()? as usize,
    };
    let (setup, budget) = (builder.setup.clone(), builder.memory_budget);
    let first = builder.start()?;
    let headers = first.headers()?;
    let mut sessions = vec![first];
    while sessions.len() < wanted {
        match maker.session(context, || true) {
            Ok(session) => sessions.push(session),
            Err(error) if error.is_shortage() => break,
            Err(error) => return Err(error),
        }
    }
    Ok(Site {
        context: Arc::clone(context),
        setup,
        budget,
        headers,
        sessions,
    })
}

/// Frames in a segment, unless told.
fn segment(sites: &[Site]) -> usize {
    let fit = sites.iter().filter_map(|site| {
        let (free, _total) = site.context.mem_get_info().ok()?;
        let sessions = site.sessions.len();
        let budget = site.budget.map(usize::try_from).and_then(Result::ok);
        let budget = budget.map_or(usize::MAX, |bytes| bytes.saturating_mul(sessions));
        Some(budget.min(free / 2) / site.frame_bytes() / (sessions + 1))
    });
    length(&sites[0].setup, fit.min())
}
