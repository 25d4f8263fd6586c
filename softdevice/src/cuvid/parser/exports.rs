//! The parser's C functions.

use nvenc_sys::{
    CUVIDEOFORMATEX, CUVIDPARSERPARAMS, CUVIDSOURCEDATAPACKET, CUvideopacketflags as Flags,
    CUvideoparser, cudaVideoCodec,
};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};

use super::{Packet, Parser};
use crate::{
    cuda::{
        ffi::{Out, Outcome, exports},
        handles::Table,
        status::{INVALID_HANDLE, INVALID_VALUE},
    },
    cuvid::ffi::{In, NOT_PERMITTED, array},
    ledger::{self, Kind},
    watch,
};

static PARSERS: Table<Arc<Mutex<Parser>>> = Table::new();

fn create(params: &CUVIDPARSERPARAMS) -> Outcome<Parser> {
    let mut parser = Parser::new(params)?;
    let header = system_header(params)?;
    parser.parse(Packet {
        data: &header,
        ..Packet::default()
    });
    Ok(parser)
}

/// The sequence header that the client has from a container, for codecs that have one.
fn system_header(params: &CUVIDPARSERPARAMS) -> Outcome<Vec<u8>> {
    let has_header = params.CodecType != cudaVideoCodec::cudaVideoCodec_VP9;
    if params.pExtVideoInfo.is_null() || !has_header {
        return Ok(Vec::new());
    }
    // SAFETY: not null, so the client's "sequence header data from system layer" (nvcuvid.h,
    // CUVIDPARSERPARAMS), a valid structure of this type.
    let info: CUVIDEOFORMATEX = unsafe { params.pExtVideoInfo.read() };
    // SAFETY: all of the union's bytes may be read as bytes.
    let bytes = unsafe { info.__bindgen_anon_1.raw_seqhdr_data };
    let length = info.format.seqhdr_data_length as usize;
    Ok(bytes.get(..length).ok_or(INVALID_VALUE)?.to_vec())
}

fn parse(parser: CUvideoparser, packet: &CUVIDSOURCEDATAPACKET) -> Outcome {
    watch::about(parser as usize);
    let parser = PARSERS
        .with(parser as usize, |parser| Arc::clone(parser))
        .ok_or(INVALID_HANDLE)?;
    let mut parser = match parser.try_lock() {
        Ok(parser) => parser,
        Err(TryLockError::Poisoned(poisoned)) => PoisonError::into_inner(poisoned),
        // From within a callback, or from two threads at once.
        Err(TryLockError::WouldBlock) => return Err(NOT_PERMITTED),
    };
    // SAFETY: the header says of payload_size "number of bytes in the payload", which is what
    // payload points at (nvcuvid.h, CUVIDSOURCEDATAPACKET).
    let data = unsafe { array(packet.payload, packet.payload_size as usize) };
    let data = data.ok_or(INVALID_VALUE)?;
    parser.parse(with_flags(packet, &data));
    Ok(())
}

fn with_flags<'a>(packet: &CUVIDSOURCEDATAPACKET, data: &'a [u8]) -> Packet<'a> {
    let has = |flag: Flags| packet.flags & u64::from(flag.0) != 0;
    Packet {
        data,
        timestamp: has(Flags::CUVID_PKT_TIMESTAMP).then_some(packet.timestamp),
        discontinuity: has(Flags::CUVID_PKT_DISCONTINUITY),
        end_of_picture: has(Flags::CUVID_PKT_ENDOFPICTURE),
        end_of_stream: has(Flags::CUVID_PKT_ENDOFSTREAM),
        notify: has(Flags::CUVID_PKT_NOTIFY_EOS),
    }
}

exports! {
    fn cuvidCreateVideoParser(parser: Out<CUvideoparser>, params: In<CUVIDPARSERPARAMS>) {
        parser.check()?;
        let created = create(&params.get()?)?;
        let handle = PARSERS.insert(Arc::new(Mutex::new(created)));
        ledger::begin(Kind::Parser, handle, 0);
        parser.put(handle as CUvideoparser)
    }

    fn cuvidParseVideoData(parser: CUvideoparser, packet: In<CUVIDSOURCEDATAPACKET>) {
        if parser.is_null() {
            return Err(INVALID_HANDLE);
        }
        parse(parser, &packet.get()?)
    }

    fn cuvidDestroyVideoParser(parser: CUvideoparser) {
        watch::about(parser as usize);
        PARSERS.remove(parser as usize).ok_or(INVALID_HANDLE)?;
        ledger::end(Kind::Parser, parser as usize);
        Ok(())
    }
}
