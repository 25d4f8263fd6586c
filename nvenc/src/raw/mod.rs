//! The fence around the driver: each type owns one of its handles, and nearly all the
//! `unsafe` of the crate is here.

mod answers;
mod bitstream;
mod encoder;
mod instance;
mod refusal;
mod resource;

pub(crate) use bitstream::{LockedBitstream, RawBitstream, Wait};
pub(crate) use encoder::{Progress, RawEncoder};
pub(crate) use instance::Instance;
pub(crate) use nvenc_sys as sys;
pub(crate) use refusal::no_session;
pub(crate) use resource::{MappedResource, RawResource};
