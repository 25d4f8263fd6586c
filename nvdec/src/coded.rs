//! What was decoded into each surface, until it is shown.

use crate::{PictureInfo, Sei, setup::MOST_DECODE_SURFACES};

const MOST: usize = MOST_DECODE_SURFACES as usize;

/// The picture in each decode surface, and its messages. The driver's numbers of surfaces are
/// not trusted: one that there is not has nothing in it.
#[derive(Debug, Default)]
pub(crate) struct Coded([Surface; MOST]);

#[derive(Debug, Default)]
struct Surface {
    picture: PictureInfo,
    messages: Vec<Sei>,
}

impl Coded {
    /// A frame, or the first field of one, is decoded into a surface.
    pub(crate) fn frame(&mut self, surface: i32, picture: PictureInfo, messages: Vec<Sei>) {
        if let Some(surface) = self.surface_mut(surface) {
            surface.picture = picture;
            surface.messages.clear();
            surface.messages.extend(messages);
        }
    }

    /// The second field of the frame there is.
    pub(crate) fn second_field(&mut self, surface: i32, messages: Vec<Sei>) {
        if let Some(surface) = self.surface_mut(surface) {
            surface.messages.extend(messages);
        }
    }

    pub(crate) fn picture(&self, surface: i32) -> PictureInfo {
        let place = usize::try_from(surface).ok();
        let surface = place.and_then(|place| self.0.get(place));
        surface.map(|it| it.picture).unwrap_or_default()
    }

    pub(crate) fn take_messages(&mut self, surface: i32) -> Vec<Sei> {
        let surface = self.surface_mut(surface);
        surface
            .map(|it| std::mem::take(&mut it.messages))
            .unwrap_or_default()
    }

    fn surface_mut(&mut self, surface: i32) -> Option<&mut Surface> {
        self.0.get_mut(usize::try_from(surface).ok()?)
    }
}
