//! The decoder's C functions.

use nvenc_sys::{
    CUVIDDECODECREATEINFO, CUVIDGETDECODESTATUS, CUVIDPICPARAMS, CUVIDPROCPARAMS,
    CUVIDRECONFIGUREDECODERINFO, CUvideodecoder, cuvidDecodeStatus,
};
use std::{
    ffi::{c_int, c_uint, c_ulonglong},
    sync::Arc,
};

use super::{
    Decoder, Mapped,
    settings::Settings,
    worker::{Field, Job, Status},
};
use crate::{
    codec::Codec,
    cuda::{
        context,
        ffi::{Out, Outcome, exports},
        handles::Table,
        status::{INVALID_CONTEXT, INVALID_HANDLE, INVALID_VALUE, NOT_SUPPORTED},
    },
    cuvid::{
        ffi::{In, MAP_FAILED, array},
        side_table::{self, AccessUnit},
    },
    ledger::{self, Kind},
    watch,
};

/// No coded picture is larger: 8192x8192 of raw 12-bit 4:2:0.
const MAX_BITSTREAM: usize = 8192 * 8192 * 3;

static DECODERS: Table<Arc<Decoder>> = Table::new();

fn find(decoder: CUvideodecoder) -> Outcome<Arc<Decoder>> {
    watch::about(decoder as usize);
    DECODERS
        .with(decoder as usize, |decoder| Arc::clone(decoder))
        .ok_or(INVALID_HANDLE)
}

fn index(picture: c_int) -> Outcome<usize> {
    usize::try_from(picture).map_err(|_| INVALID_VALUE)
}

fn job(codec: Codec, picture: &CUVIDPICPARAMS) -> Outcome<Job> {
    let unit = match side_table::find(picture.pBitstreamData, picture.CurrPicIdx) {
        Some(unit) => AccessUnit::clone(&unit),
        None => stateless(codec, picture)?,
    };
    Ok(Job {
        index: index(picture.CurrPicIdx)?,
        data: unit.data,
        origin: unit.origin,
        field: field(picture),
    })
}

/// The access unit of a client that parses by itself: only VP9's frames are whole.
fn stateless(codec: Codec, picture: &CUVIDPICPARAMS) -> Outcome<AccessUnit> {
    if codec != Codec::Vp9 {
        return Err(NOT_SUPPORTED);
    }
    let length = picture.nBitstreamDataLen as usize;
    if length == 0 || length > MAX_BITSTREAM {
        return Err(INVALID_VALUE);
    }
    // SAFETY: the header says of nBitstreamDataLen "Number of bytes in bitstream data buffer"
    // (cuviddec.h, CUVIDPICPARAMS), which is the buffer at pBitstreamData.
    let data = unsafe { array(picture.pBitstreamData, length) }.ok_or(INVALID_VALUE)?;
    let origin = (0, 0);
    Ok(AccessUnit { data, origin })
}

fn field(picture: &CUVIDPICPARAMS) -> Field {
    match (picture.field_pic_flag, picture.second_field) {
        (0, _) => Field::None,
        (_, 0) => Field::First,
        _ => Field::Second,
    }
}

fn map(decoder: CUvideodecoder, picture: c_int, how: &In<CUVIDPROCPARAMS>) -> Outcome<Mapped> {
    let (decoding, how) = (find(decoder)?, how.get()?);
    decoding.check_context()?;
    check_processing(&how)?;
    let mapped = decoding.map(index(picture)?, &how)?;
    let addresses = mapped.address..mapped.address + mapped.bytes;
    let key = mapped.address as usize;
    ledger::begin_at(Kind::MappedFrame, key, decoder as usize, addresses);
    watch::note("mapped", mapped.address);
    Ok(mapped)
}

/// Refuses what a mapping cannot do, and reserved fields that are set.
fn check_processing(how: &CUVIDPROCPARAMS) -> Outcome {
    let reserved = how.reserved_flags | how.reserved_zero | how.Reserved1;
    if reserved != 0 || how.Reserved != [0; 46] || !how.Reserved2[0].is_null() {
        watch::explain("a reserved field is not 0");
        return Err(INVALID_VALUE);
    }
    if how.raw_input_dptr != 0 || how.raw_output_dptr != 0 || !how.histogram_dptr.is_null() {
        watch::explain("the device has neither raw pictures nor histograms");
        return Err(NOT_SUPPORTED);
    }
    Ok(())
}

fn unmap(decoder: CUvideodecoder, address: c_ulonglong) -> Outcome {
    let decoder = find(decoder)?;
    watch::about(address as usize);
    decoder.check_context()?;
    let addresses = address..address.saturating_add(decoder.mapped_bytes());
    ledger::check_unused(Kind::MappedResource, addresses);
    decoder.unmap(address)?;
    ledger::end(Kind::MappedFrame, address as usize);
    Ok(())
}

fn status(status: Status) -> CUVIDGETDECODESTATUS {
    CUVIDGETDECODESTATUS {
        decodeStatus: match status {
            Status::Empty => cuvidDecodeStatus::cuvidDecodeStatus_Invalid,
            Status::InProgress => cuvidDecodeStatus::cuvidDecodeStatus_InProgress,
            Status::Done => cuvidDecodeStatus::cuvidDecodeStatus_Success,
            Status::Failed => cuvidDecodeStatus::cuvidDecodeStatus_Error,
        },
        ..CUVIDGETDECODESTATUS::default()
    }
}

exports! {
    fn cuvidCreateDecoder(decoder: Out<CUvideodecoder>, info: In<CUVIDDECODECREATEINFO>) {
        decoder.check()?;
        let info = info.get()?;
        let settings = Settings::new(&info)?;
        let context = context::current().map_err(|_| INVALID_CONTEXT)?;
        let handle = DECODERS.insert(Arc::new(Decoder::new(settings, context, &info)?));
        ledger::begin(Kind::Decoder, handle, context);
        decoder.put(handle as CUvideodecoder)
    }

    fn cuvidDestroyDecoder(decoder: CUvideodecoder) {
        // Its table is free again before the thread is waited for.
        watch::about(decoder as usize);
        let removed = DECODERS.remove(decoder as usize).ok_or(INVALID_HANDLE)?;
        ledger::end_all_of(Kind::Decoder, decoder as usize);
        ledger::end(Kind::Decoder, decoder as usize);
        drop(removed);
        Ok(())
    }

    fn cuvidDecodePicture(decoder: CUvideodecoder, picture: In<CUVIDPICPARAMS>) {
        let decoder = find(decoder)?;
        let picture = picture.get()?;
        if picture.Reserved != [0; 30] {
            watch::explain("a reserved field is not 0");
            return Err(INVALID_VALUE);
        }
        decoder.submit(job(decoder.codec, &picture)?)
    }

    fn cuvidGetDecodeStatus(
        decoder: CUvideodecoder,
        picture: c_int,
        answer: Out<CUVIDGETDECODESTATUS>,
    ) {
        let decoder = find(decoder)?;
        answer.check()?;
        if decoder.codec == Codec::Vp9 {
            return Err(NOT_SUPPORTED);
        }
        answer.put(status(decoder.status(index(picture)?)?))
    }

    fn cuvidReconfigureDecoder(
        decoder: CUvideodecoder,
        info: In<CUVIDRECONFIGUREDECODERINFO>,
    ) {
        find(decoder)?.reconfigure(&info.get()?)
    }

    fn cuvidMapVideoFrame64(
        decoder: CUvideodecoder,
        picture: c_int,
        address: Out<c_ulonglong>,
        pitch: Out<c_uint>,
        how: In<CUVIDPROCPARAMS>,
    ) {
        address.check()?;
        pitch.check()?;
        let mapped = map(decoder, picture, &how)?;
        pitch.put(mapped.pitch)?;
        address.put(mapped.address)
    }

    fn cuvidUnmapVideoFrame64(decoder: CUvideodecoder, address: c_ulonglong) {
        unmap(decoder, address)
    }

    fn cuvidMapVideoFrame(
        decoder: CUvideodecoder,
        picture: c_int,
        address: Out<c_uint>,
        pitch: Out<c_uint>,
        how: In<CUVIDPROCPARAMS>,
    ) {
        address.check()?;
        pitch.check()?;
        let mapped = map(decoder, picture, &how)?;
        let Ok(narrow) = c_uint::try_from(mapped.address) else {
            // Memory of a 64-bit process lies where 32 bits do not reach.
            unmap(decoder, mapped.address)?;
            return Err(MAP_FAILED);
        };
        pitch.put(mapped.pitch)?;
        address.put(narrow)
    }

    fn cuvidUnmapVideoFrame(decoder: CUvideodecoder, address: c_uint) {
        unmap(decoder, address.into())
    }
}
