//! nvframe
