//! Whole jobs on the software device: from S3 to S3, and what happens when that cannot be.

mod damaged;
mod folders;
mod inputs;
mod program;
#[path = "../support/proxy.rs"]
mod proxy;
mod refused;
mod signals;
mod started;
#[path = "../support/mod.rs"]
mod support;
