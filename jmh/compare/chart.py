#!/usr/bin/env python3
"""chart.py SCALE.tsv > chart.svg: what scale.py measured, as four charts: time and peak memory against rows and against keys.

Both axes are logarithmic. One colour a series; ClickHouse is dashed."""
import math
import sys
from html import escape

WIDTH, HEIGHT, LEFT, TOP = 430, 300, 62, 34
COLOURS = ["#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad"]


def amount(value):
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if value >= size:
            return f"{value / size:g}{unit}"
    return f"{value:g}"


class Panel:
    """One chart of (series, engine, x, y)."""

    def __init__(self, title, points, column, row, colours):
        self.title, self.points, self.colours = title, points, colours
        self.x0, self.y0 = column * (WIDTH + 30) + LEFT, row * (HEIGHT + 60) + TOP
        xs, ys = [p[2] for p in points], [max(p[3], 1e-3) for p in points]
        self.xs = math.floor(math.log10(min(xs))), math.ceil(math.log10(max(xs)))
        self.ys = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))

    def place(self, x, y):
        def share(value, low, high):
            return (math.log10(max(value, 1e-3)) - low) / max(1, high - low)

        return (self.x0 + share(x, *self.xs) * (WIDTH - LEFT), self.y0 + (1 - share(y, *self.ys)) * (HEIGHT - 40))

    def draw(self):
        right, bottom = self.x0 + WIDTH - LEFT, self.y0 + HEIGHT - 40
        yield f'<text x="{self.x0}" y="{self.y0 - 12}" class="title">{escape(self.title)}</text>'
        for power in range(self.xs[0], self.xs[1] + 1):
            x, _ = self.place(10 ** power, 10 ** self.ys[0])
            yield f'<line x1="{x:.1f}" y1="{self.y0}" x2="{x:.1f}" y2="{bottom}" class="grid"/>'
            yield f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{amount(10 ** power)}</text>'
        for power in range(self.ys[0], self.ys[1] + 1):
            _, y = self.place(10 ** self.xs[0], 10 ** power)
            yield f'<line x1="{self.x0}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" class="grid"/>'
            yield f'<text x="{self.x0 - 6}" y="{y + 4:.1f}" text-anchor="end">{amount(10.0 ** power)}</text>'
        lines = {}
        for series, engine, x, y in self.points:
            lines.setdefault((series, engine), []).append(self.place(x, y))
        for (series, engine), places in lines.items():
            dash = ' stroke-dasharray="5 4"' if engine == "clickhouse" else ""
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in sorted(places))
            yield f'<polyline points="{path}" fill="none" stroke="{self.colours[series]}" stroke-width="2"{dash}/>'


def main():
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1]) if not line.startswith(("#", "axis"))]
    series = list(dict.fromkeys(r[1] for r in rows))
    panels = []
    for column, axis in enumerate(("rows", "keys")):
        names = [s for s in series if any(r[0] == axis and r[1] == s for r in rows)]
        colours = {name: COLOURS[i] for i, name in enumerate(names)}
        for row, (title, value) in enumerate((("milliseconds", lambda r: float(r[4])), ("peak MiB", lambda r: int(r[5]) / 2 ** 20))):
            points = [(r[1], r[2], int(r[3]), value(r)) for r in rows if r[0] == axis]
            panels.append((Panel(f"{title} against {axis}", points, column, row, colours), names, colours))
    width, height = 2 * (WIDTH + 30) + 20, 2 * (HEIGHT + 60) + 70
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="11">')
    print("<style>.grid{stroke:#ddd}.title{font-size:13px;font-weight:bold}</style>")
    print(f'<rect width="{width}" height="{height}" fill="white"/>')
    for panel, _, _ in panels:
        print("\n".join(panel.draw()))
    for number in (0, 2):
        panel, names, colours = panels[number]
        for i, name in enumerate(names):
            y = 2 * (HEIGHT + 60) + 8 + i * 16
            print(f'<line x1="{panel.x0}" y1="{y}" x2="{panel.x0 + 24}" y2="{y}" stroke="{colours[name]}" stroke-width="2"/>')
            print(f'<text x="{panel.x0 + 30}" y="{y + 4}">{escape(name)}</text>')
    print(f'<text x="{LEFT}" y="{height - 10}">Solid: Twinhouse. Dashed: ClickHouse.</text>')
    print("</svg>")


if __name__ == "__main__":
    main()
