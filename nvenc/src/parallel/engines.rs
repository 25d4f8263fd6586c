//! How many NVENC engines a GPU has.

use crate::{Codec, Encoder, Error};

/// GPUs of Volta and later with more than one NVENC engine, and the others that are common in
/// data centres: a word of the name, and the engines. After NVIDIA's "Video Encode and Decode
/// GPU Support Matrix"; none of these GPUs has been asked.
const ENGINES: [(&str, u32); 17] = [
    ("V100", 3),
    ("GV100", 3),
    ("TITAN V", 3),
    ("T4", 1),
    ("A2", 1),
    ("A10", 1),
    ("A10G", 1),
    ("A16", 1),
    ("A40", 1),
    ("L4", 2),
    ("L40", 3),
    ("L40S", 3),
    ("RTX 5000 Ada", 2),
    ("RTX 6000 Ada", 3),
    ("RTX 4080", 2),
    ("RTX 4090", 2),
    ("RTX 5090", 3),
];

/// The NVENC engines of a GPU of this name, as the driver gives it; `None` for one that is not
/// in the list.
///
/// A session works on one engine at a time, so this many sessions keep a GPU busy.
///
/// | name has | engines |
/// |---|---|
/// | V100, GV100, TITAN V | 3 |
/// | T4, A2, A10, A10G, A16 (each of its four GPUs), A40 | 1 |
/// | L4 | 2 |
/// | L40, L40S, RTX 6000 Ada | 3 |
/// | RTX 5000 Ada, RTX 4080, RTX 4090 | 2 |
/// | RTX 5090 | 3 |
///
/// ```
/// # use nvenc::parallel::engines;
/// assert_eq!(engines("Tesla V100-SXM2-16GB"), Some(3));
/// assert_eq!(engines("NVIDIA A10G"), Some(1));
/// assert_eq!(engines("NVIDIA GeForce GT 710"), None);
/// ```
pub fn engines(gpu: &str) -> Option<u32> {
    let found = ENGINES.iter().find(|(name, _)| has_words(gpu, name));
    found.map(|(_, engines)| *engines)
}

impl Encoder {
    /// NVENC engines of the GPU: the driver tells in interface 11.1, in 8.1 the GPU's
    /// [name](engines) does; one, if neither.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "NV_ENC_CAPS_NUM_ENCODER_ENGINES")]
    pub fn engines(&self) -> Result<u32, Error> {
        let caps = self.caps(Codec::H264)?; // every NVENC has it
        let told = caps.all().find(|(name, _)| *name == "encoder engines");
        let told = told.map(|(_, engines)| engines).filter(|it| *it > 0);
        let known = || engines(&self.raw().context().name().unwrap_or_default());
        Ok(told.or_else(known).unwrap_or(1))
    }
}

/// Whether `name` stands in `gpu` as words of its own: "L4" is not in "L40".
fn has_words(gpu: &str, name: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    gpu.match_indices(name).any(|(at, _)| {
        let (before, after) = (&gpu[..at], &gpu[at + name.len()..]);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_words() {
        for (gpu, count) in [
            ("NVIDIA L4", Some(2)),
            ("NVIDIA L40S", Some(3)),
            ("NVIDIA L40", Some(3)),
            ("Tesla T4", Some(1)),
            ("Tesla V100-PCIE-32GB", Some(3)),
            ("Quadro GV100", Some(3)),
            ("NVIDIA TITAN V", Some(3)),
            ("NVIDIA RTX 6000 Ada Generation", Some(3)),
            ("Quadro RTX 6000", None),
            ("NVIDIA T400", None),
            ("NVIDIA A100-SXM4-40GB", None),
            ("", None),
        ] {
            assert_eq!(engines(gpu), count, "{gpu}");
        }
    }
}
