//! What is refused before the driver is asked.

use super::{
    Setup,
    rate::{mode_name, mode_names},
};
use crate::{Caps, Codec, Error, raw::sys::ApiVersion};
use nvframe::Size;

impl Setup {
    /// Refuses what no GPU can encode.
    pub(crate) fn check_values(&self) -> Result<(), Error> {
        if self.format.is_422() {
            return Err(Error::invalid(
                "format",
                self.format,
                "NVENC's interfaces up to 11.1 take no 4:2:2",
            ));
        }
        self.check_sizes()?;
        if self.frame_rate.num == 0 || self.frame_rate.den == 0 {
            return Err(Error::invalid(
                "frame rate",
                self.frame_rate,
                "it must be over 0",
            ));
        }
        self.check_gop()?;
        self.check_rate()?;
        let const_qp = self.mode().is_const_qp() || self.preset.is_lossless();
        self.limits.check(const_qp)?;
        self.syntax
            .check(self.codec, self.usual_profile(), self.size, self.frame_rate)?;
        self.syntax.check_b_frames(self.b_frames)?;
        self.quality.check(const_qp, self.b_frames)?;
        self.references.check(self.b_frames, self.gop)?;
        self.tools.check(self.codec, self.profile())?;
        self.display.check()
    }

    fn check_sizes(&self) -> Result<(), Error> {
        let Size { width, height } = self.size;
        if width == 0 || height == 0 {
            return Err(Error::invalid("size", self.size, "it must be over 0x0"));
        }
        if self.full_chroma && !self.format.is_packed() {
            return Err(Error::invalid(
                "full chroma",
                self.format,
                "only packed formats leave the choice, the others have their own chroma",
            ));
        }
        if !self.is_444() && (width % 2 != 0 || height % 2 != 0) {
            return Err(Error::invalid(
                "size",
                self.size,
                "4:2:0 needs an even width and height",
            ));
        }
        match self.size.fits(self.most()) {
            true => Ok(()),
            false => Err(Error::invalid(
                "size",
                self.size,
                "it is over the session's maximum",
            )),
        }
    }

    fn check_gop(&self) -> Result<(), Error> {
        match (self.gop, self.b_frames) {
            (_, 0) => Ok(()),
            (Some(gop), b_frames) if gop.get() > b_frames => Ok(()),
            (Some(gop), _) => Err(Error::invalid(
                "GOP",
                gop,
                "it must be longer than its B-frames",
            )),
            (None, b_frames) => Err(Error::invalid(
                "B-frames",
                b_frames,
                "an endless GOP goes without: give gop() a length",
            )),
        }
    }

    fn check_rate(&self) -> Result<(), Error> {
        match self.rate_control {
            Some(_) if self.preset.is_lossless() => Err(Error::invalid(
                "rate control",
                self.preset,
                "a lossless preset keeps every sample and takes no rate control",
            )),
            Some(rate_control) => rate_control.check(),
            None => Ok(()),
        }?;
        self.multi_pass.check(self.mode())
    }

    /// Refuses what this GPU cannot encode, naming the capability.
    pub(crate) fn check_caps(&self, caps: &Caps, version: ApiVersion) -> Result<(), Error> {
        self.multi_pass.check_dialect(version)?;
        self.references.check_dialect(self.codec, version)?;
        self.check_size_caps(caps)?;
        if self.b_frames > caps.max_b_frames {
            return Err(Error::unsupported(
                "B-frames",
                self.b_frames,
                caps.max_b_frames,
            ));
        }
        if self.format.bit_depth() > 8 && !caps.ten_bit {
            return Err(Error::unsupported("bit depth", self.format.bit_depth(), 8));
        }
        if self.is_444() && !caps.yuv444 {
            return Err(Error::unsupported("chroma sampling", "4:4:4", "4:2:0"));
        }
        if self.preset.is_lossless() && !caps.lossless {
            return Err(Error::unsupported("lossless coding", self.preset, "none"));
        }
        self.check_rate_caps(caps, version)?;
        self.syntax.check_caps(self.codec, caps)?;
        self.quality.check_caps(caps)?;
        self.references.check_caps(caps)?;
        self.tools.check_caps(caps)
    }

    fn check_size_caps(&self, caps: &Caps) -> Result<(), Error> {
        let (largest, smallest) = match self.codec {
            Codec::H264 => ("largest H.264 size", "smallest H.264 size"),
            Codec::Hevc => ("largest HEVC size", "smallest HEVC size"),
        };
        if !self.most().fits(caps.max_size) {
            return Err(Error::unsupported(largest, self.most(), caps.max_size));
        }
        match caps.min_size.fits(self.size) {
            true => Ok(()),
            false => Err(Error::unsupported(smallest, self.size, caps.min_size)),
        }
    }

    fn check_rate_caps(&self, caps: &Caps, version: ApiVersion) -> Result<(), Error> {
        // Mode 0 is constant QP, which has no bit and which every GPU has.
        let (mode, known) = (self.rate_mode(version), caps.rate_control_modes);
        if mode.0 & known != mode.0 {
            let (asked, allowed) = (mode_name(mode), mode_names(known));
            return Err(Error::unsupported("rate control modes", asked, allowed));
        }
        match self.limits.vbv {
            Some(bits) if !caps.custom_vbv => {
                Err(Error::unsupported("custom VBV buffer", bits, "none"))
            }
            _ => Ok(()),
        }
    }
}
