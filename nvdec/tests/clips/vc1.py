#!/usr/bin/env python3
"""Writes a VC-1 stream of the Advanced profile, for which there is no free encoder.

    vc1.py 96x64 > vc1.vc1

Intra pictures of blocks of one colour each, skipped pictures, and predicted pictures whose
macroblocks are skipped or have each a motion vector. Sections are those of SMPTE 421M.
"""

import itertools
import random
import sys

SEQUENCE_END, FRAME, ENTRY_POINT, SEQUENCE = 0x0A, 0x0D, 0x0E, 0x0F
QUANTISER = 31
# Annex I of the DC differentials 0 to 3: low motion, luma and chroma.
LUMA = ["1", "01", "0001", "00001"]
CHROMA = ["00", "01", "101", "1001"]
# Annex I of MVDATA: the first table's code before a vector in full, of a block without coefficients.
ESCAPED_VECTOR = "0000100100110"
# In quarters of a sample. Vectors that differ by more may have one more bit (HYBRIDPRED).
RANGE = 16


def number(count, value):
    return f"{value:0{count}b}"


def unit(kind, bits):
    """Annex E: with the stop bit, and no start code within."""
    bits += "1"
    bits += "0" * (-len(bits) % 8)
    escaped, zeros = bytearray(), 0
    for at in range(0, len(bits), 8):
        byte = int(bits[at : at + 8], 2)
        if zeros >= 2 and byte <= 3:
            escaped.append(3)
            zeros = 0
        zeros = zeros + 1 if byte == 0 else 0
        escaped.append(byte)
    return bytes([0, 0, 1, kind]) + bytes(escaped)


class Stream:
    """Pictures of one size."""

    def __init__(self, width, height):
        self.size = width, height
        self.columns, self.rows = -(-width // 16), -(-height // 16)
        self.chance = random.Random(1)
        # What is shown of a cropped picture must not come from beyond its right or lower edge.
        self.furthest = -8 if width % 16 or height % 16 else 8

    def sequence(self):
        """6.1: Advanced profile, 4:2:0, progressive."""
        bits = number(2, 3) + number(3, 0) + number(2, 1) + number(3, 0) + number(5, 0) + "0"
        bits += "".join(number(12, side // 2 - 1) for side in self.size)
        return unit(SEQUENCE, bits + "0000" + "1" + "0" + "0" + "0")

    def entry_point(self):
        """6.2: closed; no filter, no overlap, one quantiser for all, told by its index."""
        return unit(ENTRY_POINT, "01000" + "00" + "00" + "00" + "00" + "0" + "00")

    def same_in_all(self, value):
        """8.7.3.4: a bit plane whose rows are skipped, and inverted for ones."""
        return str(value) + "010" + "0" * self.rows

    def intra(self):
        """7.1.1.12: no prediction of AC coefficients; the tables of low motion."""
        bits = "110" + "0" + number(5, QUANTISER) + self.same_in_all(0) + "0" + "0" + "0"
        for _ in range(self.columns * self.rows):
            bits += "1"  # no block has AC coefficients
            for table in [LUMA] * 4 + [CHROMA] * 2:
                difference = self.chance.randint(-3, 3)
                sign = {0: ""}.get(difference, str(int(difference < 0)))
                bits += table[abs(difference)] + sign
        return unit(FRAME, bits)

    def still(self):
        """Predicted, of skipped macroblocks, which stay as they are."""
        return self.predicted("1", self.same_in_all(1), "")

    def moving(self):
        """Predicted by a vector for each macroblock, of quarters of a sample."""
        bits, vectors = "", {}
        for at in itertools.product(range(self.rows), range(self.columns)):
            vector = [self.furthest - self.chance.randint(0, RANGE) for _ in "xy"]
            x, y = (a - b for a, b in zip(vector, self.predictor(vectors, *at)))
            bits += ESCAPED_VECTOR + number(9, x % 512) + number(8, y % 256)
            vectors[at] = vector
        return self.predicted("01", self.same_in_all(0), bits)

    def predicted(self, vector_mode, skipped, macroblocks):
        rounding = str(self.chance.randint(0, 1))
        bits = "0" + rounding + number(5, QUANTISER) + vector_mode + skipped
        return unit(FRAME, bits + "00" + "00" + "0" + "0" + macroblocks)

    def predictor(self, vectors, row, column):
        """8.3.5.3: the median of the vectors above, above to the right, and to the left."""
        left = vectors.get((row, column - 1), (0, 0))
        if row == 0:
            return left
        beside = column + 1 if column + 1 < self.columns else column - 1
        three = vectors[row - 1, column], vectors[row - 1, beside], left
        return [sorted(parts)[1] for parts in zip(*three)]

    def skipped(self):
        return unit(FRAME, "1111")


def main():
    stream = Stream(*map(int, sys.argv[1].split("x")))
    out = b""
    for _ in range(4):
        out += stream.sequence() + stream.entry_point() + stream.intra()
        out += stream.moving() + stream.skipped() + stream.moving()
        out += stream.intra() + stream.still() + stream.moving()
    sys.stdout.buffer.write(out + bytes([0, 0, 1, SEQUENCE_END]))


if __name__ == "__main__":
    main()
