//! cuvid
