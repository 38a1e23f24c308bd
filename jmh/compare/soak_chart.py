#!/usr/bin/env python3
"""soak_chart.py soak.tsv > soak.svg: memory, threads, files, parts and times of a soak over its minutes."""
import sys
from html import escape

PANELS = [("memory, MiB", ["rss_mib", "heap_mib", "live_mib"]), ("threads, files, parts", ["threads", "files", "parts"]),
          ("milliseconds", ["p50_ms", "p99_ms", "kill_p50_ms"]), ("running queries", ["running"])]
COLOURS = ["#1b6ca8", "#c0392b", "#2e8b57"]
WIDTH, HEIGHT, LEFT, TOP, GAP = 860, 170, 70, 40, 60


def panel(title, names, rows, top):
    last = max(r["seconds"] for r in rows) or 1
    points = {name: [(r["seconds"], r[name]) for r in rows if r[name] is not None] for name in names}
    most = max((y for line in points.values() for _, y in line), default=1) or 1
    yield f'<text x="{LEFT}" y="{top - 10}" class="title">{escape(title)}</text>'
    for share in (0, 0.5, 1):
        y = top + HEIGHT * (1 - share)
        yield f'<line x1="{LEFT}" y1="{y}" x2="{LEFT + WIDTH}" y2="{y}" class="grid"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{most * share:.0f}</text>'
        yield f'<text x="{LEFT + WIDTH * share}" y="{top + HEIGHT + 16}" text-anchor="middle">{last * share / 60:.1f} min</text>'
    for i, name in enumerate(names):
        path = " ".join(f"{LEFT + WIDTH * x / last:.1f},{top + HEIGHT * (1 - y / most):.1f}" for x, y in points[name])
        yield f'<polyline points="{path}" fill="none" stroke="{COLOURS[i]}" stroke-width="1.5"/>'
        yield f'<text x="{LEFT + 200 + 130 * i}" y="{top - 10}" fill="{COLOURS[i]}">{escape(name)}</text>'


def main():
    lines = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]
    rows = [{k: float(v) if v else None for k, v in zip(lines[0], line)} for line in lines[1:]]
    high = TOP + len(PANELS) * (HEIGHT + GAP)
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 40}" height="{high}" font-family="sans-serif" font-size="11">')
    print("<style>.grid{stroke:#ddd}.title{font-weight:bold}</style><rect width='100%' height='100%' fill='white'/>")
    for i, (title, names) in enumerate(PANELS):
        print("\n".join(panel(title, names, rows, TOP + i * (HEIGHT + GAP))))
    print("</svg>")


if __name__ == "__main__":
    main()
