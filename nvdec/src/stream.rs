//! What happens when the driver's parser finds a sequence, a picture to decode, a picture
//! to show.

use crate::{
    Error, PictureInfo, StreamInfo,
    coded::Coded,
    gate::times_as_long,
    group::Member,
    held::Held,
    in_flight::InFlight,
    raw::{
        Events, Geometry, RawDecoder,
        sys::{CUVIDEOFORMAT, CUVIDPARSERDISPINFO, CUVIDPICPARAMS},
    },
    sei::Messages,
    setup::{MOST_DECODE_SURFACES, Setup},
    shown::Shown,
    shows::RepeatedShows,
    vp8, vp9,
};
use nvframe::Rational;
use std::sync::Arc;

/// The state of one stream between calls of the parser.
#[derive(Debug)]
pub(crate) struct Stream {
    setup: Setup,
    /// In the group that the decoder runs in: left before the decoder goes, which takes its time.
    member: Option<Member>,
    decoder: Option<Arc<RawDecoder>>,
    in_flight: InFlight,
    info: Option<StreamInfo>,
    /// Pictures to show that nobody took yet.
    shown: Held,
    /// What is in the decode surfaces.
    coded: Coded,
    messages: Messages,
    /// Timestamp of the picture whose slices the parser is getting.
    timestamp: i64,
    /// Pictures shown again, which VP9 has.
    repeated: RepeatedShows,
    /// The size of VP8's pictures.
    key_frame: vp8::KeyFrame,
    /// Why there is no decoder for the stream.
    refusal: Option<Error>,
    /// Pictures decoded since the stream began.
    decoded: u64,
}

impl Stream {
    pub(crate) fn new(setup: Setup) -> Self {
        let most = setup.display_delay as usize;
        Self {
            member: None,
            decoder: None,
            in_flight: InFlight::new(),
            info: None,
            // More than ever wait at once, so that it never grows.
            shown: Held::new(most, 2 * MOST_DECODE_SURFACES as usize),
            coded: Coded::default(),
            messages: Messages::new(setup.sei),
            timestamp: 0,
            repeated: RepeatedShows::default(),
            key_frame: vp8::KeyFrame::default(),
            refusal: None,
            decoded: 0,
            setup,
        }
    }

    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    pub(crate) fn device_bytes(&self) -> Option<u64> {
        let decoder = self.decoder.as_ref()?;
        Some(decoder.device_bytes())
    }

    pub(crate) fn info(&self) -> Option<&StreamInfo> {
        self.info.as_ref()
    }

    pub(crate) fn take_shown(&mut self) -> Option<Shown> {
        self.shown.take()
    }

    pub(crate) fn skip_shown(&mut self) {
        while self.shown.take().is_some() {}
    }

    /// Begins a frame of VP9.
    pub(crate) fn begin_frame(&mut self, frame: Option<vp9::Frame>) {
        self.repeated.begin(frame);
    }

    /// Begins a frame of VP8.
    pub(crate) fn begin_vp8_frame(&mut self, frame: &[u8]) {
        self.key_frame.read(frame);
    }

    /// Shows the picture in a reference slot again; a slot without one is passed over.
    pub(crate) fn show_existing(&mut self, slot: usize, timestamp: i64) {
        let surface = self.repeated.surface(slot);
        if let (Some(decoder), Some(surface)) = (&self.decoder, surface) {
            let display = CUVIDPARSERDISPINFO {
                picture_index: surface,
                progressive_frame: 1,
                ..Default::default()
            };
            let info = PictureInfo {
                timestamp,
                ..self.picture(&display)
            };
            self.repeated
                .show(Shown::new(decoder, display, info, Vec::new()));
        }
        self.show_what_is_due();
    }

    /// Ends the stream; gives the number of pictures that were decoded of it.
    pub(crate) fn end(&mut self) -> u64 {
        self.repeated.end();
        self.show_what_is_due();
        self.shown.release();
        self.messages.forget();
        std::mem::take(&mut self.decoded)
    }

    fn show_what_is_due(&mut self) {
        while let Some(shown) = self.repeated.due() {
            self.shown.push(shown);
        }
    }

    /// Reads the messages in a piece of the stream, if there are any.
    pub(crate) fn read_messages(&mut self, piece: &[u8]) {
        if self.messages.read(self.setup.codec, piece)
            && let Some(info) = &mut self.info
        {
            self.messages.tell(info);
        }
    }

    /// Pictures decoded from here on have this timestamp.
    pub(crate) fn begin_picture(&mut self, timestamp: i64) {
        self.timestamp = timestamp;
        self.messages.begin_picture();
    }

    /// A picture about to be decoded must not overwrite one that waits to be shown.
    fn map_early(&mut self, surface: i32) -> Result<(), Error> {
        let Some(decoder) = &self.decoder else {
            return Ok(());
        };
        let mut waiting = self.shown.iter_mut().chain(self.repeated.waiting());
        waiting.try_for_each(|shown| shown.leave(decoder, surface))
    }

    /// Makes the decoder of a sequence, unless the one there is will do.
    fn prepare(&mut self, format: &CUVIDEOFORMAT) -> Result<u32, Error> {
        let mut info = StreamInfo::new(self.setup.codec, &self.key_frame.begin(format))?;
        self.messages.tell(&mut info);
        let caps = self.setup.caps(&info)?;
        let needed_surfaces = format.min_num_decode_surfaces.into();
        let geometry = self.setup.geometry(&info, &caps, needed_surfaces)?;
        self.info = Some(info);
        let is_ready = |decoder: &Arc<RawDecoder>| *decoder.geometry() == geometry;
        if !self.decoder.as_ref().is_some_and(is_ready) {
            self.shown.release();
            self.repeated.forget_surfaces();
            self.in_flight.forget();
            self.member = None;
            self.decoder = Some(self.change(geometry)?);
            self.member = self.setup.member(&geometry, &caps);
        }
        Ok(geometry.decode_surfaces)
    }

    /// The decoder there is, reconfigured, unless pictures of it are still in use; else a new
    /// one, for which the surfaces of the old one go first, but for those in use.
    fn change(&mut self, geometry: Geometry) -> Result<Arc<RawDecoder>, Error> {
        let unused = self.decoder.take().and_then(Arc::into_inner);
        let decoder = match unused.and_then(|decoder| decoder.reconfigured(geometry)) {
            Some(decoder) => decoder,
            None => self.setup.decoder(geometry)?,
        };
        Ok(Arc::new(decoder))
    }

    /// Takes on a size of VP8 that the parser told nothing of.
    fn follow_key_frame(&mut self) -> Result<(), Error> {
        let missed = |info: &StreamInfo| self.key_frame.missed(info.size());
        match self.info.as_ref().and_then(missed) {
            Some(format) => self.sequence(&format).map(drop),
            None => Ok(()),
        }
    }

    /// Hands a picture, or a field of one, to the driver's decoder.
    fn hand_in(&mut self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error> {
        let decoder = match (&self.decoder, &self.refusal) {
            (Some(decoder), _) => decoder,
            (None, Some(refusal)) => return Err(refusal.clone()),
            (None, None) => return Ok(()),
        };
        let is_frame = picture.second_field == 0;
        let member = self.member.as_ref();
        let member = member.filter(|member| is_frame && member.goes_in_step());
        if is_frame {
            let most = self.setup.in_flight(member);
            let waits = || member.into_iter().for_each(Member::wait_for_engine);
            self.in_flight
                .make_room(most, |surface| decoder.is_decoding(surface), waits);
        }
        match member {
            Some(member) => {
                let pixels = decoder.geometry().coded.pixels();
                let times_as_long = times_as_long(picture.nBitstreamDataLen.into(), pixels);
                let newest = self.in_flight.newest();
                let is_decoding = || newest.is_some_and(|surface| decoder.is_decoding(surface));
                member.hand_in(times_as_long, is_decoding, || decoder.decode(picture))?;
            }
            None => decoder.decode(picture)?,
        }
        self.decoded += 1;
        if is_frame {
            self.in_flight.add(picture.CurrPicIdx);
            self.shown.decoded();
        }
        Ok(())
    }

    /// What is known of a picture to show.
    fn picture(&self, display: &CUVIDPARSERDISPINFO) -> PictureInfo {
        let rate = self.info.as_ref().map(|info| info.frame_rate);
        PictureInfo {
            progressive: display.progressive_frame != 0,
            top_field_first: display.top_field_first != 0,
            ..self.coded.picture(display.picture_index)
        }
        .shown(
            display.repeat_first_field,
            rate.unwrap_or(Rational::new(0, 0)),
        )
    }
}

impl Events for Stream {
    fn sequence(&mut self, format: &CUVIDEOFORMAT) -> Result<u32, Error> {
        self.refusal = None;
        self.prepare(format).inspect_err(|refusal| {
            // Some drivers go on after a refusal: its pictures are not the old decoder's.
            (self.member, self.decoder) = (None, None);
            self.refusal = Some(refusal.clone());
        })
    }

    fn decode(&mut self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error> {
        let surface = picture.CurrPicIdx;
        self.map_early(surface)?;
        self.follow_key_frame()?;
        self.key_frame.mend(picture);
        let info = PictureInfo {
            timestamp: self.timestamp,
            intra: picture.intra_pic_flag != 0,
            reference: picture.ref_pic_flag != 0,
            ..PictureInfo::default()
        };
        let messages = self.messages.of_picture();
        match picture.second_field {
            0 => self.coded.frame(surface, info, messages),
            _ => self.coded.second_field(surface, messages),
        }
        self.repeated.decoded_into(surface);
        self.hand_in(picture)
            .inspect_err(|_| self.repeated.refused())
    }

    fn display(&mut self, shown: &CUVIDPARSERDISPINFO) -> Result<(), Error> {
        let sei = self.coded.take_messages(shown.picture_index);
        if let Some(decoder) = &self.decoder {
            let picture = Shown::new(decoder, *shown, self.picture(shown), sei);
            self.shown.push(picture);
        }
        self.repeated.told();
        self.show_what_is_due();
        Ok(())
    }
}
