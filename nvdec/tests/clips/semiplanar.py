#!/usr/bin/env python3
"""The MD5 sum of each 4:2:2 frame as NV16 or P216, of planar ones from the standard input.

    semiplanar.py WIDTHxHEIGHT BYTES-OF-A-SAMPLE

Samples of two bytes have 10 bits, which go to the high ones.
"""

import array
import hashlib
import sys


def semiplanar(frame, luma, wide):
    samples = array.array("H" if wide else "B", frame)
    if wide:
        samples = array.array("H", (sample << 6 for sample in samples))
    chroma = array.array(samples.typecode, samples[luma:])
    chroma[0::2], chroma[1::2] = samples[luma : luma * 3 // 2], samples[luma * 3 // 2 :]
    return (samples[:luma] + chroma).tobytes()


width, height = map(int, sys.argv[1].split("x"))
wide = sys.argv[2] == "2"
while frame := sys.stdin.buffer.read(width * height * 2 * (1 + wide)):
    print(hashlib.md5(semiplanar(frame, width * height, wide)).hexdigest())
