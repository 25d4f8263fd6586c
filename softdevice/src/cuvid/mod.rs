//! NVCUVID (libnvcuvid) in software: the parser, the decoder and what stands around them.
//!
//! The parser takes a bitstream apart and describes each picture as the real one does; the
//! decoder then decodes at `cuvidDecodePicture`, on a thread of its own. What a picture's
//! description lacks for a software decoder (the access unit with its parameter sets) goes
//! from one to the other through `side_table`.

mod caps;
mod decoder;
mod ffi;
mod lock;
mod parser;
mod side_table;
mod source;
