#!/usr/bin/env python3
"""Runs the same queries on Twinhouse, ClickHouse and DuckDB, turn by turn, and writes one JSON line a query and engine.

First each engine runs the query unmeasured until its time no longer falls, by one rule for all (see Warmth).
Then turn by turn: run 1 on each engine, run 2 on each engine, ... so that whatever else the machine does hits all alike.
Runs during which other processes used more than a quarter of a core are marked; the figures are of all runs."""
import argparse
import hashlib
import json
import shlex
import statistics
import subprocess
import sys
import time
import uuid

from house import HERE, House, Refused, cpu_of, cpu_of_all, queries

COMMON = {"max_threads": 2, "use_query_condition_cache": 0, "use_query_cache": 0}


class Server:
    """Twinhouse or ClickHouse."""

    def __init__(self, name, url, pid, rename):
        self.name, self.house, self.pid = name, House(url), pid
        self.rename = rename
        self.texts = dict(queries(HERE + "/queries/clickhouse.sql"))

    def knows(self, query):
        return query in self.texts

    def run(self, query):
        sql = self.texts[query]
        for a, b in self.rename:
            sql = sql.replace(a, b)
        id = f"compare-{uuid.uuid4()}"
        body, summary = self.house(sql, query_id=id, **COMMON)
        return body, dict(ms=int(summary["elapsed_ns"]) / 1e6, mem=int(summary.get("memory_usage", 0)),
                          read_rows=int(summary["read_rows"]), read_bytes=int(summary["read_bytes"]), id=id)

    def finish(self, runs):
        """ClickHouse's own figure of processor time, since others may use the server."""
        if self.name != "clickhouse":
            return
        try:
            self.house("SYSTEM FLUSH LOGS")
            times = self.logged()
        except Refused:
            return  # a server without a log
        for run in runs:
            run["cpu"] = times.get(run["id"], run["cpu"])

    def logged(self):
        return {
            id: int(us) / 1e3 for id, us in self.house.rows(
            "SELECT query_id, ProfileEvents['OSCPUVirtualTimeMicroseconds'] FROM system.query_log"
            " WHERE type = 2 AND event_time > now() - 3600 AND query_id LIKE 'compare-%'")}


class Duck:
    """DuckDB behind the line protocol of DuckPeer.java."""

    name = "duckdb"

    def __init__(self, command):
        self.process = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pid = self.process.pid
        self.texts = dict(queries(HERE + "/queries/duckdb.sql"))

    def knows(self, query):
        return query in self.texts

    def ask(self, verb, query):
        print(json.dumps([verb, self.texts[query]]), file=self.process.stdin, flush=True)
        lines = []
        while not (line := self.process.stdout.readline()).startswith("#"):
            if not line:
                raise RuntimeError("DuckDB has ended")
            lines.append(line)
        if line.startswith("#error"):
            raise Refused(0, line)
        return "".join(lines).encode(), float(line[1:])

    def run(self, query):
        body, ms = self.ask("run", query)
        return body, dict(ms=ms)

    def peak(self, query):
        return int(self.ask("profile", query)[1])

    def finish(self, runs):
        pass


class Warmth:
    """When an engine is warm: as soon as the fastest of its last ten unmeasured runs is not two per cent below the
    fastest before them, so at least twenty runs; sixty of them, or three seconds after the first run, end it anyway.
    A compiler that works while it runs, a cache that fills, files that come into memory: each needs its own time."""

    MOST, SECONDS, LAST, STILL_FALLS = 60, 3.0, 10, 0.98

    def __init__(self):
        self.times = []

    def enough(self):
        runs = len(self.times)
        if runs < 2:
            return False
        if runs >= self.MOST or sum(self.times[1:]) >= self.SECONDS * 1e3:
            return True
        return runs >= 2 * self.LAST and min(self.times[-self.LAST:]) > self.STILL_FALLS * min(self.times[:-self.LAST])


def warmed(engine, query):
    """-> (the answer, how many runs it took)"""
    warmth = Warmth()
    while not warmth.enough():
        answer, run = engine.run(query)
        warmth.times.append(run["ms"])
    return answer, len(warmth.times)


def digest(body):
    lines = sorted(body.decode().splitlines())
    return len(lines), hashlib.md5("\n".join(lines).encode()).hexdigest()[:12]


def measure(engine, query):
    busy, own, start = cpu_of_all(), cpu_of(engine.pid), time.time()
    body, run = engine.run(query)
    wall = time.time() - start
    used = cpu_of(engine.pid) - own
    run["cpu"] = used * 1e3
    run["clean"] = cpu_of_all() - busy - used <= 0.25 * wall + 0.02
    return run


def record(engine, query, runs, warm, label):
    engine.finish(runs)
    answer, warm_runs = warm
    rows, hash = digest(answer)
    line = dict(label=label, engine=engine.name, name=query, warm=warm_runs, runs=len(runs), clean=sum(r["clean"] for r in runs),
                min_ms=round(min(r["ms"] for r in runs), 2), med_ms=round(statistics.median(r["ms"] for r in runs), 2),
                cpu_ms=round(statistics.median(r["cpu"] for r in runs), 1), rows=rows, hash=hash)
    if engine.name == "duckdb":
        line["mem"] = engine.peak(query)
    else:
        line |= dict(mem=max(r["mem"] for r in runs), mem_min=min(r["mem"] for r in runs),
                     read_rows=runs[0]["read_rows"], read_bytes=runs[0]["read_bytes"])
    return line


def compared(engines, query, count, label):
    """The lines of one query: each engine warmed, then measured by turns."""
    warm, runs = {}, {}
    for engine in engines:
        if engine.knows(query):
            try:
                warm[engine] = warmed(engine, query)
            except Refused as e:
                print(query, engine.name, e, file=sys.stderr)
    for _ in range(count):
        for engine in list(warm):
            try:
                runs.setdefault(engine, []).append(measure(engine, query))
            except Refused as e:
                print(query, engine.name, e, file=sys.stderr)
                del warm[engine]
    return [record(engine, query, runs[engine], answer, label) for engine, answer in warm.items()]


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("pattern", nargs="?", default=".", help="regular expression of names")
    a.add_argument("--twinhouse", nargs=2, metavar=("URL", "PID"))
    a.add_argument("--clickhouse", nargs=2, metavar=("URL", "PID"))
    a.add_argument("--duckdb", metavar="COMMAND", help="java -cp duckdb_jdbc.jar DuckPeer.java serve DIR")
    a.add_argument("--rename", action="append", default=[], help="w2.events=other.events: a table by its name in ClickHouse")
    a.add_argument("--runs", type=int, default=7)
    a.add_argument("--label", default="")
    a.add_argument("--out", default="results.jsonl")
    a = a.parse_args()
    rename = [tuple(r.split("=")) for r in a.rename]
    engines = []
    if a.clickhouse:
        engines.append(Server("clickhouse", a.clickhouse[0], int(a.clickhouse[1]), rename))
    if a.duckdb:
        engines.append(Duck(a.duckdb))
    if a.twinhouse:
        engines.append(Server("twinhouse", a.twinhouse[0], int(a.twinhouse[1]), []))
    differ = 0
    for query, _ in queries(HERE + "/queries/clickhouse.sql", a.pattern):
        lines = compared(engines, query, a.runs, a.label)
        with open(a.out, "a") as out:
            for line in lines:
                out.write(json.dumps(line) + "\n")
        hashes = {line["hash"] for line in lines if line["engine"] != "duckdb"}
        differ += len(hashes) > 1
        print(f"{query:28s}" + " ".join(
            f"{l['engine']} {l['min_ms']:.1f}/{l['med_ms']:.1f} ms {l['cpu_ms']:.0f} cpu {l['mem']/2**20:.1f} MiB;" for l in lines)
            + (" DIGESTS DIFFER" if len(hashes) > 1 else ""), flush=True)
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
