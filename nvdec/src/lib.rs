//! nvdec
