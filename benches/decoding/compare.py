#!/usr/bin/env python3
"""Decodes one clip with `dec-perf` and its rivals, side by side on one GPU.

    compare.py --clip 8k.hevc --dec-perf target/release/dec-perf --ffmpeg ffmpeg

Every program decodes the clip, repeated into one long stream, into device memory and throws the
frames away, in 1, 2, 7 and 14 sessions. Frames are counted only while all sessions are under way.
Ours and PyNvVideoCodec have a thread for each session, FFmpeg has a process. PyNvVideoCodec is left
out where it is not installed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import rivals
from gpu import Watch

LONG = 500_000_000  # bytes: 1080p of 16 Mbit/s for 250 s


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clip", required=True, help="a byte stream that starts with an IDR")
    parser.add_argument("--dec-perf", required=True, help="our program")
    parser.add_argument("--ffmpeg", required=True, help="one with *_cuvid")
    parser.add_argument("--codec", default="hevc", choices=["hevc", "h264", "vp9"])
    parser.add_argument("--sessions", default="1,2,7,14")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--repeat", type=int, help="the clip so many times")
    parser.add_argument("--only", help="programs whose name contains this")
    parser.add_argument("--json", help="file for the figures")
    return parser.parse_args()


def repeated(clip, times, folder, ffmpeg):
    """The clip, over and over, as one stream: long enough for the quickest, unless told."""
    times = times or max(60, LONG // os.path.getsize(clip))
    suffix = os.path.splitext(clip)[1]
    path = os.path.join(folder, "long" + suffix)
    if suffix in (".hevc", ".h264"):
        with open(clip, "rb") as once, open(path, "wb") as file:
            file.write(once.read() * times)
    else:
        loop = ["-stream_loop", str(times - 1), "-i", clip, "-c", "copy", path]
        subprocess.run([ffmpeg, "-v", "error", *loop], check=True)
    return path


def measure(rival, sessions, seconds):
    with Watch() as watch:
        begun, ended, fps = rival.steady(sessions, seconds)
    return {
        "program": rival.name,
        "sessions": sessions,
        "fps": round(fps, 1),
        **watch.between(begun, ended),
    }


def row(figures):
    return "{program:24} {sessions:8} {fps:9.1f} {decoder:9.0f} {clock:7.0f} {memory:9.0f}".format(
        **figures
    )


def compare(options, path):
    print("{:24} {:>8} {:>9} {:>9} {:>7} {:>9}".format(
        "program", "sessions", "frames/s", "NVDEC %", "MHz", "MiB"), flush=True)
    for sessions in map(int, options.sessions.split(",")):
        for rival in rivals.present(options, path):
            try:
                figures = measure(rival, sessions, options.seconds)
            except rivals.Failed as failure:
                print(f"{rival.name:24} {sessions:8} failed: {failure}", flush=True)
                continue
            print(row(figures), flush=True)
            yield figures


def counts_agree(options):
    """Every program finds as many frames in the clip as the others."""
    counts = {rival.name: rival.count() for rival in rivals.present(options, options.clip)}
    print("frames in the clip:", ", ".join(f"{name} {count}" for name, count in counts.items()))
    return len(set(counts.values())) == 1


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        if not counts_agree(options):
            sys.exit("the programs disagree on the number of frames")
        path = repeated(options.clip, options.repeat, folder, options.ffmpeg)
        figures = list(compare(options, path))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1)


if __name__ == "__main__":
    main()
