use super::{
    SegmentEncoder,
    assembly::{Assembly, Site},
    engines::engines,
    shared::Maker,
};
use crate::{Api, Encoder, Error, SessionBuilder, config::Setup};
use nvframe::cudarc::driver::CudaContext;
use std::{fmt, sync::Arc};

/// Frames in a segment, unless told or too many for the memory: about a second, so that its
/// IDR picture weighs little.
const SEGMENT: usize = 32;
/// Shorter ones would cost too much, and H.264 does not let an IDR picture follow another.
const SHORTEST: usize = 2;
/// The longest that may be asked for: more than there is memory for at any size of video.
const LONGEST: usize = 4096;

/// A [`SegmentEncoder`] in the making.
///
/// | setting | default | why |
/// |---|---|---|
/// | [`sessions`](Self::sessions) | NVENC engines of the GPU | a session uses one at a time |
/// | [`segment`](Self::segment) | 32 frames, or as many as half of the free memory holds | an IDR picture a second |
#[must_use = "a builder does nothing until `start`"]
pub struct SegmentBuilder {
    api: Api,
    gpus: Vec<Arc<CudaContext>>,
    sessions: Option<usize>,
    segment: Option<usize>,
}

impl SegmentBuilder {
    pub(super) fn new(api: &Api, context: &Arc<CudaContext>) -> Self {
        Self {
            api: api.clone(),
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

    /// Sessions on each GPU. Without it as many as the GPU has NVENC engines: the driver tells
    /// in interface 11.1, in 8.1 the GPU's [name](engines) does; one, if neither.
    pub fn sessions(mut self, sessions: usize) -> Self {
        self.sessions = Some(sessions);
        self
    }

    /// Frames in a segment, 2 to 4096. Without it 32, or fewer if the frames would take more
    /// than half of the device memory that is free; whole GOPs if they are shorter.
    pub fn segment(mut self, frames: usize) -> Self {
        self.segment = Some(frames);
        self
    }

    /// Opens the sessions, one after the other, and starts a thread for each. `configure` says
    /// what to encode and how, for each session alike; the GOP ends with its segment.
    ///
    /// Where a GPU gives fewer sessions than asked for, those it gives are used.
    ///
    /// # Errors
    /// * [`Error::InvalidValue`] for no sessions, or segments shorter than 2 frames.
    /// * Those of [`Api::open`] and [`SessionBuilder::start`].
    /// * [`Error::Thread`] when the system has no more threads.
    pub fn start(
        self,
        configure: impl Fn(Encoder) -> SessionBuilder + Send + Sync + 'static,
    ) -> Result<SegmentEncoder, Error> {
        self.check()?;
        let maker = Maker {
            api: self.api.clone(),
            configure: Box::new(configure),
        };
        let (mut sites, mut setup): (Vec<Site>, _) = (Vec::new(), None);
        for context in &self.gpus {
            match self.open(&maker, context) {
                Ok((site, its)) => {
                    sites.push(site);
                    setup = setup.or(Some(its));
                }
                Err(Error::NoSession { .. }) if !sites.is_empty() => {}
                Err(error) => return Err(error),
            }
        }
        let Some(setup) = setup else {
            unreachable!("there is a GPU, and it gave a session or an error")
        };
        let segment = self.segment.unwrap_or_else(|| segment(&setup, &sites));
        Ok(SegmentEncoder::new(Assembly::start(
            maker, setup, sites, segment,
        )?))
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

    fn open(&self, maker: &Maker, context: &Arc<CudaContext>) -> Result<(Site, Setup), Error> {
        let builder = maker.begin(context)?;
        let wanted = match self.sessions {
            Some(sessions) => sessions,
            None => engines_of(&builder, context)?,
        };
        let (first, setup) = Maker::start(builder)?;
        let mut sessions = vec![first];
        while sessions.len() < wanted {
            match maker.session(context) {
                Ok(session) => sessions.push(session),
                Err(Error::NoSession { .. }) => break,
                Err(error) => return Err(error),
            }
        }
        let context = Arc::clone(context);
        Ok((Site { context, sessions }, setup))
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

fn engines_of(builder: &SessionBuilder, context: &CudaContext) -> Result<usize, Error> {
    let caps = builder.caps()?;
    let told = caps.all().find(|(name, _)| *name == "encoder engines");
    let told = told.map(|(_, engines)| engines).filter(|it| *it > 0);
    let known = || engines(&context.name().unwrap_or_default());
    Ok(told.or_else(known).unwrap_or(1) as usize)
}

/// Frames in a segment, by the memory and the GOP.
fn segment(setup: &Setup, sites: &[Site]) -> usize {
    let rows = setup.size.height as usize;
    let bytes = setup
        .format
        .byte_len(setup.format.min_pitch(setup.size), rows);
    let fit = sites.iter().filter_map(|site| {
        let (free, _total) = site.context.mem_get_info().ok()?;
        Some(free / 2 / bytes.max(1) / (site.sessions.len() + 1))
    });
    let frames = fit
        .min()
        .map_or(SEGMENT, |fit| fit.clamp(SHORTEST, SEGMENT));
    match setup.gop.map(|gop| gop.get() as usize) {
        Some(gop) if (SHORTEST..=frames).contains(&gop) => frames / gop * gop,
        _ => frames,
    }
}
