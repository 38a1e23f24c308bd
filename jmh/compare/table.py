#!/usr/bin/env python3
"""table.py RESULTS.jsonl...: a table of the last result of each query and engine, in Markdown."""
import json
import math
import sys

MEMORY_TENTH = ("q01", "q02", "q03", "q04", "q05", "q09", "q10", "t01", "t09")


def geomean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")


found = {}
for path in sys.argv[1:]:
    for line in open(path):
        r = json.loads(line)
        found.setdefault(r["name"], {})[r["engine"]] = r
print("| query | Twinhouse ms | ClickHouse ms | DuckDB ms | ratio to the faster | Twinhouse MiB | ClickHouse MiB | DuckDB MiB"
      " | ratio to ClickHouse | rows | same digest | unmeasured runs before |")
print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|")
time_ch, time_duck, mem_ch, slower, heavier, differ = [], [], [], [], [], []
for name, engines in found.items():
    own, ch, duck = (engines.get(e) for e in ("twinhouse", "clickhouse", "duckdb"))
    if not own or not ch:
        continue
    fastest = min(e["min_ms"] for e in (ch, duck) if e)
    ratio, memory = own["min_ms"] / fastest, own["mem"] / max(ch["mem"], 1)
    time_ch.append(own["min_ms"] / ch["min_ms"])
    mem_ch.append(memory)
    if duck:
        time_duck.append(own["min_ms"] / duck["min_ms"])
    if ratio > 1:
        slower.append(f"{name} {ratio:.2f}")
    if memory > (0.1 if any(part in name for part in MEMORY_TENTH) else 1):
        heavier.append(f"{name} {memory:.2f}")
    if own["hash"] != ch["hash"]:
        differ.append(name)
    mib = lambda e: f"{e['mem']/2**20:.1f}" if e and e["mem"] >= 0 else ""
    ms = lambda e: f"{e['min_ms']:.1f}" if e else ""
    print(f"| {name} | {ms(own)} | {ms(ch)} | {ms(duck)} | {ratio:.2f} | {mib(own)} | {mib(ch)} | {mib(duck)} | {memory:.2f}"
          f" | {own['rows']} | {'yes' if own['hash'] == ch['hash'] else 'NO'}"
          f" | {' / '.join(str(e.get('warm', '')) for e in (own, ch, duck) if e)} |")
print()
print("Unmeasured runs, of Twinhouse / ClickHouse / DuckDB: one rule for all, until the fastest of the last 10 is within 2 %"
      " of the fastest before them, at most 60 runs or 3 seconds after the first.")
print(f"Geometric mean of {len(time_ch)} queries: time {geomean(time_ch):.2f} of ClickHouse's, {geomean(time_duck):.2f} of"
      f" DuckDB's ({len(time_duck)} queries); peak memory {geomean(mem_ch):.3f} of ClickHouse's.")
print(f"Slower than the faster peer: {', '.join(slower) or 'none'}.")
print("More memory than wished (a tenth of ClickHouse's on distinct, per-project and split queries, else as much):"
      f" {', '.join(heavier) or 'none'}.")
print(f"Digests that differ from ClickHouse's: {', '.join(differ) or 'none'}.")
