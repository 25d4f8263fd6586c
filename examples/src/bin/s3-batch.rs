//! Encodes video objects in S3 as HEVC, on NVIDIA GPUs.

use examples::exit::Exit;

fn main() -> Exit {
    examples::cli::main()
}
