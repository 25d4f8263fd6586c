#!/usr/bin/env python3
"""Writes an H.264 stream of fields only, which no encoder of Debian's makes.

    fields.py > h264_paff.h264

Of 48x32 samples, in raw (I_PCM) and skipped macroblocks. The bits are put together by nvdec's
paff.py, which writes fields and frames in turn. Sections are those of H.264.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[4] / "nvdec/tests/clips"))
from paff import IDR, PPS, SLICE, SPS, Bits, I, P, nal  # noqa: E402

MACROBLOCKS = 3  # of a field, side by side


def sequence():
    """7.3.2.1: Main profile, frame numbers and orders of 4 bits, two references."""
    bits = Bits().u(8, 77).u(8, 0).u(8, 30).ue(0).ue(0).ue(0).ue(0).ue(2).flags(0)
    bits.ue(MACROBLOCKS - 1).ue(0).flags(0, 0, 1, 0)  # fields, no MBAFF
    bits.flags(1, 0, 0, 0, 0, 1).u(32, 1).u(32, 50).flags(1, 0, 0, 0)  # VUI: 25 frames a second
    return nal(SPS, 3, bits.flags(1, 1).ue(0).ue(0).ue(8).ue(8).ue(0).ue(2))


def parameters():
    """7.3.2.2: CAVLC, one reference, the filter is told of in slices."""
    bits = Bits().ue(0).ue(0).flags(0, 0).ue(0).ue(0).ue(0).flags(0).u(2, 0)
    return nal(PPS, 3, bits.se(0).se(0).se(0).flags(1, 0, 0))


def macroblock(bits, kind, at, shade):
    """Raw samples: 7.3.5."""
    bits.ue(25 if kind == I else 30).align()
    shades = [(shade + at * 7 + row * 3) % 200 + 20 for row in range(16) for _ in range(16)]
    shades += [(shade * 2 + at) % 200 + 20] * 64 + [(shade * 3 + at) % 200 + 20] * 64
    for sample in shades:
        bits.u(8, sample)


def field(frame_num, order, shade=None, important=True, idr=False):
    """A slice, which is a field: 7.3.3 and 7.3.4. Without a shade all of it is skipped."""
    kind = I if idr else P
    bits = Bits().ue(0).ue(kind).ue(0).u(4, frame_num).flags(1, order % 2)
    if idr:
        bits.ue(0)
    bits.u(4, order)
    if kind == P:
        bits.flags(0, 0)  # the one reference, in the usual order
    if important:
        bits.flags(*([0, 0] if idr else [0]))
    bits.se(0).ue(1)  # slice_qp_delta, no filter
    if shade is None:
        bits.ue(MACROBLOCKS)
    else:
        for at in range(MACROBLOCKS):
            if kind == P:
                bits.ue(0)  # mb_skip_run
            macroblock(bits, kind, at, shade)
    return nal(IDR if idr else SLICE, 3 * important, bits)


def stream():
    yield sequence() + parameters()
    yield field(0, 0, shade=0, idr=True) + field(0, 1, shade=50)
    yield field(1, 2, shade=90) + field(1, 3)
    yield field(2, 4, important=False) + field(2, 5, shade=120, important=False)
    yield field(2, 6, shade=30) + field(2, 7, shade=140)
    yield field(3, 8) + field(3, 9)


sys.stdout.buffer.write(b"".join(stream()))
