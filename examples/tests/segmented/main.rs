//! One video by many jobs: the parts hold all of it, once, whatever becomes of the jobs.

mod again;
mod batch;
mod killed;
mod parts;
#[path = "../support/proxy.rs"]
mod proxy;
mod reads;
mod spoilt;
#[path = "../support/mod.rs"]
mod support;
mod work;
