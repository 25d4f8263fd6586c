#!/usr/bin/env python3
"""Times a program from its start to the end of a stream of one picture: `dec-perf` and ffmpeg.

    first_frame.py --clip 8k.hevc --dec-perf target/release/dec-perf --ffmpeg ffmpeg

The clip's first picture is cut out. Both programs decode it into device memory, in turn, each in a
process of its own; the table has medians. What both do after the picture is ending.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clip", required=True, help="a byte stream that starts with an IDR")
    parser.add_argument("--dec-perf", required=True, help="our program")
    parser.add_argument("--ffmpeg", required=True, help="one with *_cuvid")
    parser.add_argument("--codec", default="hevc", choices=["hevc", "h264", "vp9"])
    parser.add_argument("--times", type=int, default=10)
    return parser.parse_args()


def first_picture(options, folder):
    path = os.path.join(folder, "one" + os.path.splitext(options.clip)[1])
    cut = ["-i", options.clip, "-map", "0:v:0", "-c", "copy", "-frames:v", "1", path]
    subprocess.run([options.ffmpeg, "-v", "error", "-y", *cut], check=True)
    return path


def commands(options, path):
    cuvid = ["-hwaccel", "cuda", "-hwaccel_output_format", "cuda", "-c:v", options.codec + "_cuvid"]
    end = ["-fps_mode", "passthrough", "-f", "null", "-"]
    return {
        "dec-perf": [options.dec_perf, "-i", path, "-single"],
        "ffmpeg": [options.ffmpeg, "-nostdin", "-v", "error", *cuvid, "-i", path, *end],
    }


def timed(command):
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-300:]}")
    return time.perf_counter() - begun


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        programs = commands(options, first_picture(options, folder))
        for command in programs.values():
            timed(command)  # the first start reads from disk
        taken = {name: [] for name in programs}
        for _ in range(options.times):
            for name, command in programs.items():
                taken[name].append(timed(command))
    for name, times in taken.items():
        print(f"{name:9} {statistics.median(times):.3f} s ({min(times):.3f} to {max(times):.3f})")
    ours, theirs = (statistics.median(times) for times in taken.values())
    print(f"ratio     {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
