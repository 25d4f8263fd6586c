//! The parser and the decoder through their C functions, with the clips in tests/clips/cuvid.

mod clips;
mod ffi;
mod trace;

use clips::*;
use trace::*;

#[test]
fn look() {
    for clip in ALL {
            continue;
        }
        println!("{}", clip.file);
        for delay in [0, 4] {
            let mut client = Client::new(clip.codec, 20, delay);
            for unit in clip.packets() {
                client.feed(&unit);
                println!("{}", client.letters());
            }
            client.end();
            println!("end {}", client.letters());
        }
    }
}
