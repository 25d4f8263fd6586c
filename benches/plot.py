#!/usr/bin/env python3
"""Draws the plots of the README from the figures beside them: benches/plot.py."""

import csv
import json
from pathlib import Path

RECORD = Path(__file__).parent / "record"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 64, 168, 40, 44
STYLE = """
text { font: 13px sans-serif; fill: #24292f } .title { font-weight: bold }
.grid { stroke: #d0d7de } .a { stroke: #0969da } .b { stroke: #bc4c00 }
.c { stroke: #1a7f37 } .d { stroke: #8250df }
.line { fill: none; stroke-width: 2 } .dash { stroke-dasharray: 5 4 }
circle.a { fill: #0969da } circle.b { fill: #bc4c00 }
circle.c { fill: #1a7f37 } circle.d { fill: #8250df }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .grid { stroke: #30363d } .a { stroke: #58a6ff } .b { stroke: #f0883e }
  .c { stroke: #3fb950 } .d { stroke: #bc8cff }
  circle.a { fill: #58a6ff } circle.b { fill: #f0883e }
  circle.c { fill: #3fb950 } circle.d { fill: #bc8cff }
}
"""


def rows(name):
    with open(RECORD / name, newline="") as file:
        return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]


def by_sessions(name):
    """What `decoding/compare.py --json` wrote: a row for each number of sessions."""
    table = {}
    for figures in json.loads((RECORD / name).read_text()):
        row = table.setdefault(figures["sessions"], {"sessions": figures["sessions"]})
        row[figures["program"]] = figures["fps"]
    return [table[sessions] for sessions in sorted(table)]


def steps(most):
    """About five round numbers up to `most`."""
    size = 10 ** (len(str(int(most))) - 1)
    step = next(step for step in (size / 5, size / 2, size, 2 * size) if most / step <= 6)
    return [step * number for number in range(int(most / step) + 2)]


def plot(target, title, table, lines):
    """`lines`: column, name, class of the line; `table`: rows by sessions."""
    last = max(row["sessions"] for row in table)
    ticks = steps(max(row[column] for row in table for column, _, _ in lines))
    across = lambda sessions: LEFT + (WIDTH - LEFT - RIGHT) * sessions / last
    up = lambda value: HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / ticks[-1]
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{title}</title><style>{STYLE}</style>",
        f'<text class="title" x="{LEFT}" y="22">{title}</text>',
    ]
    for tick in ticks:
        y = up(tick)
        out.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:,.0f}</text>')
    for row in table:
        x = across(row["sessions"])
        out.append(f'<text x="{x:.1f}" y="{HEIGHT - 22}" text-anchor="middle">{row["sessions"]:.0f}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    out.append(f'<text x="{middle}" y="{HEIGHT - 4}" text-anchor="middle">sessions</text>')
    for place, (column, name, kind) in enumerate(lines):
        points = [(across(row["sessions"]), up(row[column])) for row in table]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(f'<polyline class="line {kind}" points="{path}"/>')
        if "dash" not in kind:
            out += [f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points]
        y = TOP + 20 + 22 * place
        out.append(f'<path class="line {kind}" d="M{WIDTH - RIGHT + 12} {y}h22"/>')
        out.append(f'<text x="{WIDTH - RIGHT + 40}" y="{y + 4}">{name}</text>')
    (RECORD / target).write_text("\n".join(out) + "\n</svg>\n")


plot(
    "scaling.svg",
    "8192x8192 on three engines of 10 ms a frame: frames a second",
    rows("scaling.csv"),
    [("fps", "measured", "a"), ("expected", "min(sessions, 3) x 100", "b dash")],
)
plot(
    "frame-cost.svg",
    "Work of the host for a frame: instructions",
    rows("frame-cost.csv"),
    [("safe", "safe session", "a"), ("raw", "C functions", "b dash")],
)
plot(
    "decoding.svg",
    "8K HEVC into an H100's memory: frames a second",
    by_sessions("decoding.json"),
    [
        ("dec-perf", "dec-perf", "a"),
        ("ffmpeg -hwaccel cuda", "ffmpeg -hwaccel", "b"),
        ("ffmpeg hevc_cuvid", "ffmpeg *_cuvid", "c"),
        ("PyNvVideoCodec", "PyNvVideoCodec", "d"),
    ],
)
