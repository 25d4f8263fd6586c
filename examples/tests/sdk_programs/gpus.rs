//! Threads that are spread over several GPUs.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::support::*;

const ON: &str = "-thread 5 -single --json";

/// How many CUDA contexts were current where a call was made.
fn contexts_of(trace: &[u8], call: &str) -> usize {
    let (mut current, mut found) = (HashMap::new(), HashSet::new());
    for line in String::from_utf8_lossy(trace).lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let thread = line["thread"].as_u64();
        if line["call"] == "cuCtxSetCurrent" {
            current.insert(thread, line["args"]["context"].to_string());
        }
        if line["call"] == call {
            found.extend(current.get(&thread).cloned());
        }
    }
    found.len()
}

#[test]
fn threads_are_spread_over_all_gpus_unless_one_is_asked_for() {
    let clip = clip("h264-b-frames.h264");
    let encode = "-i a.yuv -s 320x192 -codec hevc -frame 6";
    for (name, args, call, frames) in [
        ("dec-perf", "", "cuvidCreateDecoder", 150),
        ("trans-perf", "-codec hevc", "cuvidCreateDecoder", 150),
        ("enc-perf", encode, "nvEncInitializeEncoder", 30),
    ] {
        for (gpu, gpus) in [("", 3), ("--gpu 2", 1)] {
            let program = match name {
                "enc-perf" => Program::new(name).file("a.yuv", &raw(SIZE, 2)),
                _ => Program::new(name).input(&clip),
            };
            let program = program
                .env("NVSOFT_TRACE", "trace")
                .env("NVSOFT_DEVICES", "3");
            let said = program.args(&format!("{args} {ON} {gpu}")).run().done();
            assert_eq!(contexts_of(&said.file("trace"), call), gpus, "{name}");
            let json = said.json();
            assert_eq!(json["devices"].as_array().unwrap().len(), gpus, "{name}");
            assert_eq!(json["frames"].as_u64(), Some(frames), "{name}");
            let engines = (name == "enc-perf").then_some(3 * gpus as u64); // V100s
            assert_eq!(json["engines"].as_u64(), engines, "{name}");
        }
    }
}
