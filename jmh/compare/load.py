#!/usr/bin/env python3
"""load.py CLICKHOUSE DATA [--twinhouse URL] [--skip-clickhouse] [--rename w2.events=other.events]...: tables, rows, merges.

ClickHouse reads the Parquet files itself; Twinhouse gets the same rows as RowBinary from ClickHouse, in order of time."""
import argparse
import glob
import re
import subprocess
import time
import urllib.parse

from house import HERE, House

a = argparse.ArgumentParser(description=__doc__)
a.add_argument("clickhouse")
a.add_argument("data")
a.add_argument("--twinhouse")
a.add_argument("--skip-clickhouse", action="store_true")
a.add_argument("--only", default="w1,w2,users", help="which of w1, w2, users")
a.add_argument("--rename", action="append", default=[], help="w2.events=other.events: a table by its name in ClickHouse")
a = a.parse_args()
only = a.only.split(",")


def renamed(sql):
    """ClickHouse may keep the tables elsewhere."""
    for pair in a.rename:
        sql = sql.replace(*pair.split("="))
    return sql


def statements():
    for text in open(HERE + "/schema.sql").read().split(";\n"):
        text = "\n".join(l for l in text.splitlines() if not l.startswith("--")).strip()
        table = re.search(r"(w[12])\.(\w+)", text)
        part = table and ("users" if "users" in table[2] else table[1])
        if text and (part is None or part in only):
            yield text


def timed(label, *calls):
    start = time.time()
    for call in calls:
        call()
    print(f"{label}: {time.time() - start:.1f} s", flush=True)


def fill_clickhouse():
    house = House(a.clickhouse)
    run = lambda sql: lambda: house(renamed(sql), max_threads=2)
    for text in statements():
        run(text)()
    if "w1" in only:
        timed("w1", run(f"INSERT INTO w1.events SELECT * FROM file('{a.data}/w1.parquet')"), run("OPTIMIZE TABLE w1.events FINAL"))
        timed("w1 JSON", run("INSERT INTO w1.events_json SELECT event_type, event_at, data::JSON, project_id, branch_id, user_id"
                             f" FROM file('{a.data}/w1.parquet')"), run("OPTIMIZE TABLE w1.events_json FINAL"))
    if "users" in only:  # in small batches with merging off, as a trickle of synchronisation leaves them
        for v in range(4):
            step = 100000 if v < 3 else 1000000
            for low in range(v * 1000000, (v + 1) * 1000000, step):
                run(f"INSERT INTO w2.users SELECT * FROM file('{a.data}/users_v{v}.parquet')"
                    f" WHERE sync_sequence_id >= {low} AND sync_sequence_id < {low + step}")()
        timed("users", run("INSERT INTO w2.users_merged SELECT * FROM w2.users"), run("OPTIMIZE TABLE w2.users_merged FINAL"))
    if "w2" in only:
        for path in sorted(glob.glob(f"{a.data}/w2_*.parquet")):
            timed(path, run(f"INSERT INTO w2.events SELECT * FROM file('{path}')"))
        timed("w2 merge", run("OPTIMIZE TABLE w2.events FINAL"))


def stream(table, tail=""):
    """Pipes the rows through curl, which neither buffers nor parses them."""
    select = renamed(f"SELECT * FROM {table} {tail} FORMAT RowBinary SETTINGS max_threads = 1")
    insert = urllib.parse.urlencode({"query": f"INSERT INTO {table} FORMAT RowBinary"})
    source = subprocess.Popen(["curl", "-sS", a.clickhouse, "--data-binary", select], stdout=subprocess.PIPE)
    answer = subprocess.run(["curl", "-sS", "--fail-with-body", "-X", "POST", "-T", "-", f"{a.twinhouse}?{insert}"],
                            stdin=source.stdout, capture_output=True, text=True)
    if answer.returncode or source.wait():
        raise SystemExit(answer.stdout + answer.stderr)


def fill_twinhouse():
    house = House(a.twinhouse)
    for text in statements():
        house(text)
    if "w1" in only:
        timed("w1", lambda: stream("w1.events"))
        timed("w1 JSON", lambda: house("INSERT INTO w1.events_json SELECT event_type, event_at, data::JSON, project_id, branch_id,"
                                       " user_id FROM w1.events"))
    if "users" in only:
        for v in range(4):
            step = 100000 if v < 3 else 1000000
            for low in range(v * 1000000, (v + 1) * 1000000, step):
                stream("w2.users", f"WHERE sync_sequence_id >= {low} AND sync_sequence_id < {low + step}")
        timed("users", lambda: stream("w2.users_merged", "FINAL"))
    if "w2" in only:
        days = House(a.clickhouse).rows(renamed("SELECT DISTINCT toStartOfInterval(event_at, INTERVAL 9 DAY) AS d FROM w2.events ORDER BY d"))
        for (day,) in days:
            timed(f"w2 {day}", lambda: stream("w2.events", f"WHERE toStartOfInterval(event_at, INTERVAL 9 DAY) = '{day}'"))
    for table in [t for t in ("w1.events", "w1.events_json", "w2.events", "w2.users_merged") if t.split(".")[0] in only]:
        timed(f"merge {table}", lambda: House(a.twinhouse)(f"OPTIMIZE TABLE {table} FINAL"))


if not a.skip_clickhouse:
    fill_clickhouse()
if a.twinhouse:
    fill_twinhouse()
