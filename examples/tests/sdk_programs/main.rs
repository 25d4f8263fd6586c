//! The programs in the manner of the SDK's samples, as they are run: options, closing lines,
//! and what they write, on the software device.

use support::Program;

mod decoding;
mod encoding;
mod gpus;
mod outputs;
mod support;
mod transcoding;

#[test]
fn help_tells_what_the_device_does() {
    let said = Program::new("enc-cuda").args("-h").run().done();
    assert!(
        said.out.contains("HEVC_Lossless") && said.out.contains("8192x8192"),
        "{}",
        said.out
    );
    let said = Program::new("dec").args("-h").run().done();
    assert!(
        said.out.contains("Macroblocks") && said.out.contains("VP9"),
        "{}",
        said.out
    );
}
