#!/usr/bin/env python3
"""Writes an H.264 stream of fields and frames (PAFF), which no encoder of Debian's makes.

    paff.py > h264-paff.h264

Of 64x64 samples, in raw (I_PCM) and skipped macroblocks. Sections are those of H.264.
"""

import random
import sys

WIDTH, HEIGHT = 4, 4  # macroblocks of a frame
SPS, PPS, DELIMITER, IDR, SLICE = 7, 8, 9, 5, 1
P, I = 5, 7  # slice types, of all slices of the picture


class Bits:
    def __init__(self):
        self.bits = []

    def u(self, count, value):
        self.bits += [value >> at & 1 for at in reversed(range(count))]
        return self

    def flags(self, *flags):
        for flag in flags:
            self.u(1, flag)
        return self

    def ue(self, value):
        return self.u(2 * (value + 1).bit_length() - 1, value + 1)

    def se(self, value):
        return self.ue(2 * value - 1 if value > 0 else -2 * value)

    def align(self):
        return self.u(-len(self.bits) % 8, 0)

    def raw(self):
        """With the stop bit."""
        self.u(1, 1).align()
        octets = zip(*[iter(self.bits)] * 8)
        return bytes(sum(bit << 7 - at for at, bit in enumerate(octet)) for octet in octets)


def nal(kind, importance, bits):
    escaped, zeros = bytearray([importance << 5 | kind]), 0
    for byte in bits.raw():
        if zeros >= 2 and byte <= 3:
            escaped.append(3)
            zeros = 0
        zeros = zeros + 1 if byte == 0 else 0
        escaped.append(byte)
    return b"\0\0\0\1" + bytes(escaped)


def sequence():
    """7.3.2.1: Main profile, frame numbers of 4 bits, orders of 8, two references."""
    bits = Bits().u(8, 77).u(8, 0).u(8, 30).ue(0).ue(0).ue(0).ue(4).ue(2).flags(0)
    bits.ue(WIDTH - 1).ue(HEIGHT // 2 - 1).flags(0, 0, 1, 0)  # fields, no MBAFF
    bits.flags(1, 0, 0, 0, 0, 1).u(32, 1).u(32, 50).flags(1, 0, 0, 0)  # VUI: 25 frames a second
    return nal(SPS, 3, bits.flags(1, 1).ue(0).ue(0).ue(10).ue(10).ue(1).ue(3))


def parameters():
    """7.3.2.2: CAVLC, delta_pic_order_cnt_bottom is there, one reference."""
    bits = Bits().ue(0).ue(0).flags(0, 1).ue(0).ue(0).ue(0).flags(0).u(2, 0)
    return nal(PPS, 3, bits.se(0).se(0).se(0).flags(0, 0, 0))


def macroblock(bits, kind, shade):
    """Raw samples: 7.3.5."""
    bits.ue(25 if kind == I else 30).align()
    for _ in range(384):
        bits.u(8, shade + random.randrange(32))


def picture(kind, frame_num, order, field=None, important=True, idr=False, behind=0):
    """An access unit: a frame, or its top (0) or bottom (1) field. 7.3.3 and 7.3.4."""
    bits = Bits().ue(0).ue(kind).ue(0).u(4, frame_num)
    bits.flags(0) if field is None else bits.flags(1, field)
    if idr:
        bits.ue(0)
    bits.u(8, order)
    if field is None:
        bits.se(behind)
    if kind == P:
        bits.flags(0, 0)  # the one reference, in the usual order
    if idr:
        bits.flags(0, 0)
    elif important:
        bits.flags(0)
    bits.se(0)  # slice_qp_delta
    count = WIDTH * HEIGHT // (1 if field is None else 2)
    coded = range(count) if kind == I else sorted(random.sample(range(count), count // 4))
    follows = 0
    for at in coded:
        if kind == P:
            bits.ue(at - follows)  # mb_skip_run
        macroblock(bits, kind, 16 + 12 * (order % 16))
        follows = at + 1
    if kind == P and follows < count:
        bits.ue(count - follows)
    before = nal(DELIMITER, 0, Bits().u(3, 1)) + (sequence() + parameters() if idr else b"")
    return before + nal(IDR if idr else SLICE, 2 * important, bits)


def fields(frame_num, shown, important=True, bottom_first=False):
    first, second = (1, 0) if bottom_first else (0, 1)
    order = 2 * shown
    return picture(P, frame_num, order, first, important) + picture(
        P, frame_num, order + 1, second, important)


def stream():
    random.seed(1)
    yield picture(I, 0, 0, 0, idr=True) + picture(P, 0, 1, 1)
    yield fields(1, 2)
    yield fields(2, 1, important=False)
    yield picture(P, 2, 8, behind=1)
    yield fields(3, 3, important=False)
    yield fields(3, 5, bottom_first=True)
    yield picture(P, 4, 15, behind=-1)  # the bottom field is the earlier one
    yield fields(5, 6, important=False)


if __name__ == "__main__":
    sys.stdout.buffer.write(b"".join(stream()))
