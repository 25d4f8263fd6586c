"""Decodes with PyNvVideoCodec, in the manner of its own sample `decode_perf.py`.

    pynv.py FILE                            counts the frames
    pynv.py FILE SESSIONS SECONDS WARM_UP   counts those of SECONDS, once each thread had WARM_UP
"""

import json
import sys
import threading
import time

import PyNvVideoCodec as nvc


class Session:
    """A demuxer, a decoder, and how many frames they gave."""

    def __init__(self, path):
        self.demuxer = nvc.CreateDemuxer(filename=path)
        codec = self.demuxer.GetNvCodecId()
        self.decoder = nvc.CreateDecoder(gpuid=0, codec=codec, usedevicememory=True)
        self.frames = 0

    def run(self, stop):
        for packet in self.demuxer:
            for _ in self.decoder.Decode(packet):
                self.frames += 1
            if stop.is_set():
                return


def count(path):
    session = Session(path)
    session.run(threading.Event())
    return {"frames": session.frames}


def steady(path, sessions, seconds, warm_up):
    stop = threading.Event()
    sessions = [Session(path) for _ in range(sessions)]
    threads = [threading.Thread(target=each.run, args=(stop,)) for each in sessions]
    for thread in threads:
        thread.start()
    while any(session.frames < warm_up for session in sessions):
        time.sleep(0.01)
    begun, before = time.time(), sum(session.frames for session in sessions)
    time.sleep(seconds)
    ended, after = time.time(), sum(session.frames for session in sessions)
    under_way = all(thread.is_alive() for thread in threads)
    stop.set()
    for thread in threads:
        thread.join()
    if not under_way:
        sys.exit("the clip is too short: a session was through before the time was")
    return {"begun": begun, "ended": ended, "fps": (after - before) / (ended - begun)}


def main():
    path, *rest = sys.argv[1:]
    if rest:
        told = steady(path, int(rest[0]), float(rest[1]), int(rest[2]))
    else:
        told = count(path)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
