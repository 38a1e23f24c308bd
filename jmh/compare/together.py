#!/usr/bin/env python3
"""together.py URL PID [--caps 1024,256,32]: the seventeen platform queries fired at once under one cap for their user.

Prints one line a query and cap as TSV: state (finished, refused by 241, or failed), milliseconds, peak bytes, digest; then the
sum of peaks and what is left: reserved bytes of system.processes, spill files, threads of the process."""
import argparse
import hashlib
import os
import sys
import threading
import time

from house import HERE, House, Refused, queries

SEVENTEEN = """w2.q01_dau_str w2.q02_dau_sip w2.q03_mau_sip w2.q03_mauproj_sip w2.q04_projday_sip w2.q05_spark14_sip
w2.q06_referrers_30d w2.q07_daily_30d w2.q08_country_30d w2.q09_split_exact w2.q09_split_exact_sip w2.q10_split_sample4
w2.q11_final_count w2.q11_final_group w2.q11_argmax_group w2.q12_live w2.t09_split_top_tenant""".split()

a = argparse.ArgumentParser(description=__doc__)
a.add_argument("url")
a.add_argument("pid", type=int)
a.add_argument("--caps", default="1024,256,32", help="MiB")
a = a.parse_args()
texts = dict(queries(HERE + "/queries/clickhouse.sql"))


def threads():
    return len(os.listdir(f"/proc/{a.pid}/task"))


def ask(name, cap, results):
    settings = {"max_threads": 2, "max_memory_usage_for_user": cap << 20}
    if cap < 1024:  # what is bounded goes to disk in time
        share = (cap << 20) // len(SEVENTEEN)
        settings |= {"max_bytes_before_external_group_by": share, "max_bytes_before_external_sort": share}
    start = time.time()
    try:
        body, summary = House(a.url)(texts[name], **settings)
        lines = sorted(body.decode().splitlines())
        state, peak = "finished", int(summary["memory_usage"])
        digest = hashlib.md5("\n".join(lines).encode()).hexdigest()[:12]
    except Refused as e:
        state, peak, digest = ("refused" if e.code == 241 else f"failed {e}"[:200]), 0, ""
    results[name] = (state, (time.time() - start) * 1e3, peak, digest)


digests = {}
wrong = 0
before = threads()
print("cap_mib\tquery\tstate\tms\tpeak_bytes\tdigest")
for cap in map(int, a.caps.split(",")):
    results = {}
    start = time.time()
    fired = [threading.Thread(target=ask, args=(name, cap, results)) for name in SEVENTEEN]
    for thread in fired:
        thread.start()
    for thread in fired:
        thread.join()
    wall = time.time() - start
    for name in SEVENTEEN:
        state, ms, peak, digest = results[name]
        print(f"{cap}\t{name}\t{state}\t{ms:.0f}\t{peak}\t{digest}")
        wrong += state.startswith("failed") or bool(digest) and digests.setdefault(name, digest) != digest
    states = [r[0] for r in results.values()]
    left = House(a.url).rows("SELECT count(), sum(memory_usage) FROM system.processes WHERE query NOT LIKE '%system.processes%'")[0]
    print(f"# {cap} MiB: {states.count('finished')} finished, {states.count('refused')} refused, {wall:.1f} s, sum of peaks"
          f" {sum(r[2] for r in results.values())/2**20:.1f} MiB; left: {left[0]} queries, {left[1]} bytes; threads {before} -> {threads()}",
          flush=True)
sys.exit(1 if wrong else 0)
