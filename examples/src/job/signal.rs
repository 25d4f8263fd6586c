//! What the input says of how its pictures are to be shown, written into the output's stream.

use nvenc::{ContentLight, SessionBuilder};

use crate::demux::Appearance;

/// As the standard has it.
const UNKNOWN: ContentLight = ContentLight {
    max_content: 0,
    max_average: 0,
};

/// Has the encoder say it, as far as a stream can: not how pictures are turned.
pub(super) fn tell(appearance: &Appearance, mut session: SessionBuilder) -> SessionBuilder {
    if let Some(colour) = appearance.colour {
        session = session.colour(colour);
    }
    session = match (appearance.mastering_display, appearance.content_light) {
        (Some(display), light) => session.hdr10(display, light.unwrap_or(UNKNOWN)),
        (None, Some(light)) => session.content_light(light),
        (None, None) => session,
    };
    if let Some((width, height)) = appearance.sample_aspect {
        session = session.sample_aspect(width.into(), height.into());
    }
    session
}
