#!/usr/bin/env python3
"""store.py CLICKHOUSE PID TWINHOUSE PID [ingest] [single] [threads] [final]: what the store takes to write, keep and read.

STORE_ROWS of w1.events are inserted, 2.7M by default. ClickHouse holds w1.events and w2.users (load.py); both servers get tables of their own in the database store_bench.
Batches go to one server and then to the other, so that what else the machine does hits both alike."""
import os
import statistics
import sys
import threading
import time

from house import House, Refused

EVENTS = ("(event_type LowCardinality(String), event_at DateTime64(3,'UTC'), data String, project_id String, branch_id String,"
          " user_id Nullable(String), country LowCardinality(Nullable(String)), is_anonymous Nullable(UInt8),"
          " refresh_token_id Nullable(String)) ENGINE=MergeTree PARTITION BY toYYYYMM(event_at)"
          " ORDER BY (project_id, branch_id, event_at)")
USERS = ("(project_id String, branch_id String, id UUID, display_name Nullable(String), primary_email Nullable(String),"
         " primary_email_verified UInt8, signed_up_at DateTime64(3,'UTC'), server_metadata String, is_anonymous UInt8,"
         " sync_sequence_id Int64, sync_is_deleted UInt8) ENGINE=ReplacingMergeTree(sync_sequence_id)"
         " PARTITION BY toYYYYMM(signed_up_at) ORDER BY (project_id, branch_id, id)")

clickhouse_url, clickhouse_pid, twinhouse_url, twinhouse_pid = sys.argv[1:5]
what = sys.argv[5:] or ["ingest", "single", "threads", "final"]
houses = {"clickhouse": House(clickhouse_url), "twinhouse": House(twinhouse_url)}
pids = {"clickhouse": int(clickhouse_pid), "twinhouse": int(twinhouse_pid)}


def cpu(name):
    """Processor seconds of a server so far."""
    fields = open(f"/proc/{pids[name]}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def create(table, definition, clickhouse_settings=""):
    for name, house in houses.items():
        house("CREATE DATABASE IF NOT EXISTS store_bench")
        house(f"DROP TABLE IF EXISTS store_bench.{table}")
        house(f"CREATE TABLE store_bench.{table} {definition}" + (clickhouse_settings if name == "clickhouse" else ""))


def alternate(bodies, insert):
    """Sends each body to both; -> seconds and processor seconds by server."""
    seconds, used = dict.fromkeys(houses, 0.0), dict.fromkeys(houses, 0.0)
    for body in bodies:
        for name, house in houses.items():
            before, start = cpu(name), time.time()
            house(insert, body)
            seconds[name] += time.time() - start
            used[name] += cpu(name) - before
    return seconds, used


def ingest():
    rows, batch = int(os.environ.get("STORE_ROWS", 2_700_000)), 50_000
    for form in ("RowBinary", "JSONEachRow"):
        create("events", EVENTS)
        source = House(clickhouse_url)
        bodies = (source(f"SELECT * FROM w1.events LIMIT {low}, {batch} FORMAT {form}", max_threads=1)[0] for low in range(0, rows, batch))
        seconds, used = alternate(bodies, f"INSERT INTO store_bench.events FORMAT {form}")
        for name in houses:
            print(f"ingest {form} by {batch}: {name} {rows / seconds[name]:.0f} rows/s, {seconds[name]:.1f} s, cpu {used[name]:.1f} s", flush=True)
    for name, house in houses.items():
        house("OPTIMIZE TABLE store_bench.events FINAL")
        size = house.rows("SELECT sum(bytes_on_disk), sum(rows), count() FROM system.parts WHERE active AND database = 'store_bench' AND table = 'events'")
        print(f"size {name}: bytes, rows, parts {size[0]}", flush=True)


def single():
    create("one", "(k UInt64, at DateTime64(3), s String) ENGINE=MergeTree ORDER BY k", " SETTINGS fsync_after_insert = 1, fsync_part_directory = 1")
    taken = {name: [] for name in houses}
    for i in range(300):
        for name, house in houses.items():
            start = time.time()
            house("INSERT INTO store_bench.one FORMAT TSV", f"{i}\t2026-06-16 15:30:00.000\trow {i}\n".encode())
            taken[name].append((time.time() - start) * 1000)
    for name, all_taken in taken.items():
        last = sorted(all_taken[100:])
        print(f"single row, durable: {name} median {statistics.median(last):.2f} ms, p95 {last[int(len(last) * .95)]:.2f} ms, longest {last[-1]:.2f} ms", flush=True)


def threads(seconds=60, count=64):
    create("many", "(thread UInt32, batch UInt32, row UInt32, s String) ENGINE=MergeTree ORDER BY (thread, batch, row)")
    done, refused = [0] * count, []

    def work(t, end):
        house = House(twinhouse_url)
        while time.time() < end:
            body = "".join(f"{t}\t{done[t]}\t{r}\ttext {r}\n" for r in range(100)).encode()
            try:
                house("INSERT INTO store_bench.many FORMAT TSV", body)
                done[t] += 1
            except Refused as e:
                refused.append(str(e))
                return

    end = time.time() + seconds
    workers = [threading.Thread(target=work, args=(t, end)) for t in range(count)]
    [w.start() for w in workers]
    [w.join() for w in workers]
    house = houses["twinhouse"]
    found = house.rows("SELECT count(), uniqExact(thread, batch, row), uniqExact(thread, batch) FROM store_bench.many")[0]
    parts = house.rows("SELECT count() FROM system.parts WHERE database = 'store_bench' AND table = 'many' AND active")[0][0]
    print(f"{count} threads, {seconds} s: {sum(done)} inserts of 100 rows acknowledged, found rows, distinct, batches {found}, parts {parts}, refused {refused[:2]}", flush=True)
    if [int(v) for v in found] != [sum(done) * 100, sum(done) * 100, sum(done)]:
        raise SystemExit("rows are lost or there twice")


def final(runs=15):
    create("users", USERS, " SETTINGS max_bytes_to_merge_at_max_space_in_pool = 1")
    source = House(clickhouse_url)
    batches = [(low, 100_000) for low in range(0, 3_000_000, 100_000)] + [(3_000_000, 1_000_000)]
    bodies = (source(f"SELECT * FROM w2.users WHERE sync_sequence_id >= {low} AND sync_sequence_id < {low + size} FORMAT RowBinary")[0] for low, size in batches)
    seconds, used = alternate(bodies, "INSERT INTO store_bench.users FORMAT RowBinary")
    print("users loaded:", {n: f"{seconds[n]:.1f} s, cpu {used[n]:.1f} s" for n in houses}, flush=True)
    for label, query in (("count", "SELECT count(), sum(is_anonymous) FROM store_bench.users %s"),
                         ("group", "SELECT project_id, count(), sum(primary_email_verified) FROM store_bench.users %s GROUP BY project_id ORDER BY project_id LIMIT 100")):
        taken = {(name, form): [] for name in houses for form in ("", "FINAL")}
        rows = {}
        for _ in range(runs):
            for name, house in houses.items():
                for form in ("", "FINAL"):
                    data, summary = house(query % form, max_threads=2)
                    taken[name, form].append(int(summary["elapsed_ns"]) / 1e6)
                    rows[name, form] = data
        for form in ("", "FINAL"):
            if rows["clickhouse", form] != rows["twinhouse", form]:
                raise SystemExit(f"answers differ: {query % form}")
        for name in houses:
            plain, newest = (statistics.median(taken[name, form]) for form in ("", "FINAL"))
            print(f"{label}: {name} plain {plain:.1f} ms, FINAL {newest:.1f} ms, {newest / plain:.2f}x; least {min(taken[name, '']):.1f}, {min(taken[name, 'FINAL']):.1f}", flush=True)


for part in what:
    {"ingest": ingest, "single": single, "threads": threads, "final": final}[part]()
