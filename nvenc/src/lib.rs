//! nvenc
