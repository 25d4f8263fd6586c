#!/usr/bin/env python3
"""Decodes one clip with `dec-perf` at every depth asked for, and every number of sessions.

    depth.py --clip 8k.hevc --dec-perf target/release/dec-perf --ffmpeg ffmpeg

A depth is three numbers of `dec-perf`: pictures held back (--delay), pictures that the driver is
given before it has decoded them (--in-flight, 0 for what dec-perf has without), and whether the
sessions are a group or run freely (--free). Runs are in an order by chance, so that what changes
over time, such as the clock, meets all alike. Each is printed when it is done; the table at the end
has the median of each depth, and the lowest and highest.
"""

import argparse
import itertools
import json
import random
import statistics
import tempfile

import rivals
from compare import repeated
from gpu import Watch

TITLES = "sessions delay in-flight runs frames/s lowest highest NVDEC% MHz".split()
ROW = "{:>8} {:>5} {:>9} {:>5} {:>9} {:>7} {:>7} {:>6} {:>5}"


def numbers(text):
    return [int(word) for word in text.split(",")]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clip", required=True, help="a byte stream that starts with an IDR")
    parser.add_argument("--dec-perf", required=True, help="our program")
    parser.add_argument("--ffmpeg", help="for clips in a container, to repeat them")
    parser.add_argument("--sessions", type=numbers, default=[1, 7, 14])
    parser.add_argument("--delay", type=numbers, default=[0, 2, 4, 8])
    parser.add_argument("--in-flight", type=numbers, default=[0, 1, 2, 4], help="0: what dec-perf has without")
    parser.add_argument("--runs", default="group,free", help="group, free or both")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--times", type=int, default=3, help="each so often")
    parser.add_argument("--repeat", type=int, help="the clip so many times")
    parser.add_argument("--json", help="file for the figures of every run")
    return parser.parse_args()


def command(options, path, depth):
    sessions, delay, in_flight, runs = depth
    words = [options.dec_perf, "-i", path, "-single", "--gpu", "0", "--json", "--seconds", str(options.seconds)]
    words += ["-thread", str(sessions), "--delay", str(delay)]
    words += ["--in-flight", str(in_flight)] if in_flight else []
    return words + (["--free"] if runs == "free" else [])


def measure(options, path, depth):
    with Watch() as watch:
        told = rivals.last_json(command(options, path, depth))
    engines = watch.between(*rivals.stretch(told))
    return {"depth": depth, "fps": told["fps"], **engines}


def row(depth, runs):
    fps = [run["fps"] for run in runs]
    middle = statistics.median(fps)
    means = [statistics.mean(run[key] for run in runs) for key in ("decoder", "clock")]
    figures = [f"{value:.1f}" for value in (middle, min(fps), max(fps))]
    sessions, delay, in_flight, mode = depth
    cells = [sessions, delay, in_flight or "own", mode, *figures]
    return ROW.format(*cells, *(f"{mean:.0f}" for mean in means))


def sweep(options, path):
    depths = itertools.product(
        options.sessions, options.delay, options.in_flight, options.runs.split(","))
    # A group of one is no group.
    depths = [depth for depth in depths if depth[0] > 1 or depth[3] == "free"]
    found = {depth: [] for depth in depths}
    plan = list(found) * options.times
    random.shuffle(plan)
    print(ROW.format(*TITLES), flush=True)
    for depth in plan:
        try:
            run = measure(options, path, depth)
        except rivals.Failed as failure:
            print(f"{depth} failed: {failure}", flush=True)
            continue
        found[depth].append(run)
        print(row(depth, [run]), flush=True)
    return found


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        path = repeated(options.clip, options.repeat, folder, options.ffmpeg)
        found = sweep(options, path)
    print(f"\nmedians of {options.times}", ROW.format(*TITLES), sep="\n")
    for depth, runs in found.items():
        if runs:
            print(row(depth, runs))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump([run for runs in found.values() for run in runs], file, indent=1)


if __name__ == "__main__":
    main()
