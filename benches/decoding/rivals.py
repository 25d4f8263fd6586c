"""The programs that are compared, each with the same two questions: how many frames, how fast."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
WARM_UP = 20  # frames of each session before any is counted


class Failed(Exception):
    """A program did not do what was asked. The text is the end of what it said."""


def present(options, path):
    """The programs that this machine has, in the table's order."""
    found = [DecPerf(options.dec_perf, path)]
    if importlib.util.find_spec("PyNvVideoCodec"):
        found.append(PyNv(path))
    decoder = f"{options.codec}_cuvid"
    found.append(Ffmpeg(options.ffmpeg, path, f"ffmpeg {decoder}", ["-c:v", decoder]))
    found.append(Ffmpeg(options.ffmpeg, path, "ffmpeg -hwaccel cuda", []))
    return [rival for rival in found if not options.only or options.only in rival.name]


def last_json(command):
    """The JSON in the last line that a program prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed((done.stderr or done.stdout).strip()[-300:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def stretch(told):
    """When what `dec-perf` measured began and ended, in seconds since 1970."""
    return told["ended_at"] - told["seconds"], told["ended_at"]


class DecPerf:
    """Ours: a thread for each session, one CUDA context for all, on the rivals' GPU."""

    name = "dec-perf"

    def __init__(self, program, path):
        self.command = [program, "-i", path, "-single", "--gpu", "0", "--json"]

    def count(self):
        return last_json(self.command)["frames"]

    def steady(self, sessions, seconds):
        told = last_json(self.command + ["-thread", str(sessions), "--seconds", str(seconds)])
        return *stretch(told), told["fps"]


class PyNv:
    """PyNvVideoCodec: a thread for each session, in a process of its own (`pynv.py`)."""

    name = "PyNvVideoCodec"

    def __init__(self, path):
        self.command = [sys.executable, os.path.join(HERE, "pynv.py"), path]

    def count(self):
        return last_json(self.command)["frames"]

    def steady(self, sessions, seconds):
        told = last_json(self.command + [str(sessions), str(seconds), str(WARM_UP)])
        return told["begun"], told["ended"], told["fps"]


class Ffmpeg:
    """FFmpeg: a process for each session, counted by what each reports of its progress."""

    def __init__(self, program, path, name, decoder):
        self.name = name
        self.command = [
            program, "-nostdin", "-v", "error", "-nostats",
            "-progress", "pipe:1", "-stats_period", "0.1",
            "-hwaccel", "cuda", "-hwaccel_output_format", "cuda", *decoder,
            "-i", path, "-fps_mode", "passthrough", "-f", "null", "-",
        ]

    def count(self):
        done = subprocess.run(self.command, capture_output=True, text=True, check=False)
        counts = re.findall(r"^frame=(\d+)", done.stdout, re.MULTILINE)
        if done.returncode or not counts:
            raise Failed(done.stderr.strip()[-300:])
        return int(counts[-1])

    def steady(self, sessions, seconds):
        meters = [Meter(self.command) for _ in range(sessions)]
        try:
            while any(meter.frames() < WARM_UP for meter in meters):
                if any(meter.process.poll() for meter in meters):
                    raise Failed("a process ended early")
                time.sleep(0.05)
            begun = time.time()
            time.sleep(seconds)
            ended = time.time()
            return begun, ended, sum(meter.rate(begun, ended) for meter in meters)
        finally:
            for meter in meters:
                meter.process.kill()
                meter.process.wait()


class Meter:
    """A process and the reports it has given."""

    def __init__(self, command):
        self.reports = [(time.time(), 0)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            if line.startswith("frame="):
                self.reports.append((time.time(), int(line[6:])))

    def frames(self):
        return self.reports[-1][1]

    def rate(self, begun, ended):
        """Frames a second, between the first and the last report of that time."""
        seen = [report for report in list(self.reports) if begun <= report[0] <= ended]
        if len(seen) < 2:
            raise Failed("a process stopped reporting")
        (first, before), (last, after) = seen[0], seen[-1]
        return (after - before) / (last - first)
