#!/usr/bin/env python3
"""small.py URL PID [--clients 200] [--seconds 15]: that many clients fire small queries; throughput, percentiles, threads.

Also starts long queries and kills them, for how long a KILL takes to end one."""
import argparse
import os
import statistics
import threading
import time

from house import House, Refused

SMALL = [
    "SELECT country, uniqExact(assumeNotNull(user_id)) AS c FROM w1.events WHERE project_id = 'proj-w1' AND event_at >= toDateTime64('2026-06-16 15:28:00', 3, 'UTC') GROUP BY country ORDER BY c DESC, country",
    "SELECT count() FROM w1.events WHERE event_at >= toDateTime64('2026-06-16 15:00:00', 3, 'UTC')",
    "SELECT 1",
]
LONG = "SELECT count() FROM w2.events AS a, w2.events AS b WHERE a.event_at < b.event_at"
a = argparse.ArgumentParser(description=__doc__)
a.add_argument("url")
a.add_argument("pid", type=int)
a.add_argument("--clients", type=int, default=200)
a.add_argument("--seconds", type=float, default=15)
a.add_argument("--kills", type=int, default=10)
a.add_argument("--long", default=LONG)
a = a.parse_args()


def threads():
    return len(os.listdir(f"/proc/{a.pid}/task"))


def client(number, end, times, errors):
    house = House(a.url)
    turn = number
    while time.time() < end:
        start = time.time()
        try:
            house(SMALL[turn % len(SMALL)], max_threads=2)
            times.append((time.time() - start) * 1e3)
        except (Refused, OSError) as e:
            errors.append(str(e))
        turn += 1


def fire(clients, seconds):
    times, errors = [], []
    end = time.time() + seconds
    fired = [threading.Thread(target=client, args=(i, end, times, errors)) for i in range(clients)]
    for thread in fired:
        thread.start()
    during = 0
    while any(thread.is_alive() for thread in fired):
        during = max(during, threads())
        time.sleep(0.2)
    return sorted(times), errors, during


def kill(number):
    """Milliseconds from sending KILL ... SYNC to its answer, when the query has ended."""
    victim = f"victim-{os.getpid()}-{number}"

    def run():
        try:
            House(a.url)(a.long, query_id=victim, max_threads=2)
        except Refused:
            pass

    thread = threading.Thread(target=run)
    thread.start()
    house = House(a.url)
    while house.rows(f"SELECT count() FROM system.processes WHERE query_id = '{victim}'")[0] != ["1"]:
        time.sleep(0.01)
    time.sleep(0.3)
    start = time.time()
    house(f"KILL QUERY WHERE query_id = '{victim}' SYNC")
    took = (time.time() - start) * 1e3
    thread.join()
    return took


fire(8, 3)
before = threads()
for _ in range(2):
    times, errors, during = fire(a.clients, a.seconds)
    print(f"{a.clients} clients, {a.seconds:.0f} s: {len(times)/a.seconds:.0f} queries/s, p50 {times[len(times)//2]:.1f} ms,"
          f" p99 {times[len(times)*99//100]:.1f} ms, {len(errors)} errors {set(errors) if errors else ''},"
          f" threads {before} before, {during} at most, {threads()} after", flush=True)
took = [kill(i) for i in range(a.kills)]
print(f"KILL of {a.kills} running queries: median {statistics.median(took):.1f} ms, longest {max(took):.1f} ms", flush=True)
left = House(a.url).rows("SELECT count(), sum(memory_usage) FROM system.processes WHERE query NOT LIKE '%system.processes%'")[0]
print(f"left: {left[0]} queries, {left[1]} bytes")
