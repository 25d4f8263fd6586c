//! The fence around the driver: each type owns one of its handles, and nearly all the
//! `unsafe` of the crate is here.

mod decoder;
mod geometry;
mod maps;
mod parser;

pub(crate) use decoder::RawDecoder;
pub(crate) use geometry::{Geometry, ORIGIN_STEP};
pub(crate) use maps::Mapped;
pub(crate) use nvenc_sys as sys;
pub(crate) use parser::{Events, RawParser};
