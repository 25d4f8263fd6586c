//! Options that the samples have and these programs have not yet: they are refused by name.

use clap::Args;

use crate::error::{Error, Result};

/// Options that the samples have and these programs have not yet.
#[derive(Args, Clone, Debug)]
pub(super) struct Missing {
    #[arg(long = "444", hide = true)]
    rgb_as_444: bool,
    #[arg(long, hide = true)]
    vbvbufsize: Option<String>,
    #[arg(long, hide = true)]
    vbvinit: Option<String>,
    #[arg(long, hide = true)]
    aq: Option<String>,
    #[arg(long, hide = true)]
    temporalaq: bool,
    #[arg(long, hide = true)]
    lookahead: Option<String>,
    #[arg(long, hide = true)]
    cq: Option<String>,
    #[arg(long, hide = true)]
    qmin: Option<String>,
    #[arg(long, hide = true)]
    qmax: Option<String>,
    #[arg(long, hide = true)]
    initqp: Option<String>,
}

impl Missing {
    /// Refuses the first of them that is given.
    pub(super) fn check(&self) -> Result<()> {
        let options = [
            ("-444", self.rgb_as_444),
            ("-vbvbufsize", self.vbvbufsize.is_some()),
            ("-vbvinit", self.vbvinit.is_some()),
            ("-aq", self.aq.is_some()),
            ("-temporalaq", self.temporalaq),
            ("-lookahead", self.lookahead.is_some()),
            ("-cq", self.cq.is_some()),
            ("-qmin", self.qmin.is_some()),
            ("-qmax", self.qmax.is_some()),
            ("-initqp", self.initqp.is_some()),
        ];
        match options.into_iter().find(|(_, given)| *given) {
            Some((name, _)) => Err(not_there(name)),
            None => Ok(()),
        }
    }
}

pub(super) fn not_there(name: &str) -> Error {
    Error::Usage(format!("{name} is an option that is not there yet"))
}
