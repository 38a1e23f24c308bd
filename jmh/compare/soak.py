#!/usr/bin/env python3
"""soak.py URL PID [--minutes 60] [--clients 8] [--out soak.tsv]: clients that read, write, merge, drop and kill at once, for as
long as is asked, and every ten seconds a line of what the server holds.

It makes a database `soak` and drops it again. Users come from a fixed pool and old partitions are dropped, so that after some
minutes nothing has a reason to grow. Once a minute the heap is collected before it is read: `live` is what is really held then.
At the end every row that was written and not dropped must be there, and nothing may be running or reserved."""
import argparse
import os
import random
import re
import subprocess
import threading
import time

from house import House, Refused

KEPT = 6  # partitions of a minute's writes that stay
USERS = 200_000
READS = [
    "SELECT toDate(at) AS d, uniqExact(user) FROM soak.events GROUP BY d ORDER BY d",
    "SELECT project, count(), uniqExact(user), max(at) FROM soak.events GROUP BY project ORDER BY project LIMIT 20",
    "SELECT uniqExact(sipHash64(lower(trim(user)))) FROM soak.events WHERE match(user, '^user-[0-9]+$')",
    "SELECT user, count() AS c FROM soak.events GROUP BY user ORDER BY c DESC, user LIMIT 10",
    "SELECT user, at FROM soak.events ORDER BY cityHash64(user, at) LIMIT 1000 SETTINGS max_bytes_before_external_sort = 4000000",
    "SELECT count() FROM (SELECT user, at FROM soak.events GROUP BY user, at) SETTINGS max_bytes_before_external_group_by = 4000000",
    "SELECT k.kind, count() FROM soak.events AS e JOIN (SELECT user, argMax(kind, at) AS kind FROM soak.events GROUP BY user) AS k"
    " ON e.user = k.user GROUP BY k.kind ORDER BY k.kind",
    "SELECT max(n) FROM (SELECT row_number() OVER (PARTITION BY user ORDER BY at) AS n FROM soak.events WHERE project = 'p7')",
    "SELECT count(), max(version) FROM soak.users FINAL",
    "SELECT uniqExact(cityHash64(user, at)) FROM soak.events",
    "SELECT nothing FROM soak.events",  # an error is part of every day
]
LONG = "SELECT count() FROM soak.events AS a, soak.events AS b WHERE a.at < b.at"


class Soak:
    """What all threads share."""

    def __init__(self, url, pid, end):
        self.url, self.pid, self.end = url, pid, end
        self.lock = threading.Lock()
        self.times, self.failures, self.kills, self.done = [], [], [], 0
        self.written = {}

    def goes_on(self):
        return time.time() < self.end

    def note(self, millis):
        with self.lock:
            self.times.append(millis)
            self.done += 1

    def loop(self, step):
        """Runs a step again and again with a connection of its own; a failure is kept, and the loop goes on."""
        house = House(self.url)
        while self.goes_on():
            try:
                step(house)
            except (Refused, OSError) as e:
                with self.lock:
                    self.failures.append(str(e)[:200])
                house = House(self.url)
                time.sleep(0.1)


def read(soak, house):
    start = time.time()
    sql = random.choice(READS)
    try:
        house(sql, max_threads=2)
    except Refused:
        if "nothing" not in sql:
            raise
    soak.note((time.time() - start) * 1e3)


def write(soak, house):
    """Two thousand rows into this minute's partition, some users anew, and what is old is dropped."""
    minute = int(time.time() // 60)
    seed = random.randrange(1 << 30)
    with soak.lock:  # no partition is dropped while rows go to it
        house(f"INSERT INTO soak.events SELECT {minute}, concat('p', toString(number % 50)),"
              f" concat('user-', toString(intHash64(number + {seed}) % {USERS})), toDateTime64('2026-06-01 00:00:00', 3, 'UTC') + number,"
              f" if(number % 7 = 0, 'view', 'click') FROM numbers(2000)")
        soak.written[minute] = soak.written.get(minute, 0) + 2000
        for old in [m for m in soak.written if m <= minute - KEPT]:
            house(f"ALTER TABLE soak.events DROP PARTITION {old}")
            del soak.written[old]
    house(f"INSERT INTO soak.users SELECT concat('user-', toString(number)), {seed} FROM numbers({seed % 10000}, 200)")
    time.sleep(0.2)


def merge(house):
    house("OPTIMIZE TABLE soak.events")
    house("OPTIMIZE TABLE soak.users FINAL")
    time.sleep(5)


def kill(soak, house):
    name = f"soak-{random.randrange(1 << 30)}"

    def run():
        try:
            House(soak.url)(LONG, query_id=name, max_threads=2, max_execution_time=120)
        except (Refused, OSError):
            pass

    victim = threading.Thread(target=run)
    victim.start()
    while victim.is_alive() and house.rows(f"SELECT count() FROM system.processes WHERE query_id = '{name}'") != [["1"]]:
        time.sleep(0.05)
    time.sleep(random.random())
    start = time.time()
    house(f"KILL QUERY WHERE query_id = '{name}' SYNC")
    victim.join()
    with soak.lock:
        soak.kills.append((time.time() - start) * 1e3)
    time.sleep(2)


def heap(pid, collect):
    """Used MiB of the Java heap, or '' where jcmd cannot tell."""
    if collect:
        subprocess.run(["jcmd", str(pid), "GC.run"], capture_output=True)
    text = subprocess.run(["jcmd", str(pid), "GC.heap_info"], capture_output=True, text=True).stdout
    used = [int(k) for k in re.findall(r"(?:heap|generation)\s+total \d+K, used (\d+)K", text)]
    return round(sum(used) / 1024) if used else ""


COLUMNS = ["seconds", "rss_mib", "heap_mib", "live_mib", "threads", "files", "queries", "p50_ms", "p99_ms", "kills", "kill_p50_ms",
           "kill_max_ms", "running", "accounted_bytes", "parts", "failures"]


def sample(soak, house, start, collect):
    with soak.lock:
        times, soak.times = sorted(soak.times), []
        kills, failures, done = sorted(soak.kills), len(soak.failures), soak.done
    status = open(f"/proc/{soak.pid}/status").read()
    running, bytes_ = house.rows("SELECT count(), sum(memory_usage) FROM system.processes WHERE query NOT LIKE '%system.processes%'")[0]
    parts = house.rows("SELECT count() FROM system.parts WHERE database = 'soak' AND active")[0][0]
    return [round(time.time() - start), int(re.search(r"VmRSS:\s+(\d+)", status)[1]) >> 10, heap(soak.pid, False),
            heap(soak.pid, True) if collect else "", len(os.listdir(f"/proc/{soak.pid}/task")), len(os.listdir(f"/proc/{soak.pid}/fd")),
            done, *[round(times[len(times) * q // 100], 1) if times else "" for q in (50, 99)], len(kills),
            round(kills[len(kills) // 2]) if kills else "", round(kills[-1]) if kills else "", running, bytes_, parts, failures]


def make(house):
    house("DROP DATABASE IF EXISTS soak")
    house("CREATE DATABASE soak")
    house("CREATE TABLE soak.events (minute UInt32, project String, user String, at DateTime64(3, 'UTC'), kind LowCardinality(String))"
          " ENGINE = MergeTree PARTITION BY minute ORDER BY (project, at)")
    house("CREATE TABLE soak.users (user String, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY user")


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("url")
    a.add_argument("pid", type=int)
    a.add_argument("--minutes", type=float, default=60)
    a.add_argument("--clients", type=int, default=8)
    a.add_argument("--every", type=float, default=10)
    a.add_argument("--out", default="soak.tsv")
    a = a.parse_args()
    house = House(a.url)
    make(house)
    start = time.time()
    soak = Soak(a.url, a.pid, start + a.minutes * 60)
    steps = [lambda h: read(soak, h)] * a.clients + [lambda h: write(soak, h)] * 2 + [merge, lambda h: kill(soak, h)]
    threads = [threading.Thread(target=soak.loop, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    with open(a.out, "w") as out:
        print(*COLUMNS, sep="\t", file=out)
        for number in range(1, int(a.minutes * 60 / a.every) + 1):
            time.sleep(max(0.0, start + number * a.every - time.time()))
            line = sample(soak, house, start, number % max(1, round(60 / a.every)) == 0)
            print(*line, sep="\t", file=out, flush=True)
    for thread in threads:
        thread.join()
    print("failures:", set(soak.failures) or "none")
    rows = int(house.rows("SELECT count() FROM soak.events")[0][0])
    print("rows", rows, "expected", sum(soak.written.values()))
    print("left:", *house.rows("SELECT count(), sum(memory_usage) FROM system.processes WHERE query NOT LIKE '%system.processes%'")[0])
    house("DROP DATABASE soak")


if __name__ == "__main__":
    main()
