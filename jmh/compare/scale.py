#!/usr/bin/env python3
"""scale.py TWINHOUSE CLICKHOUSE [--runs 3] [--rename w2.events=x.events]: time and peak memory against rows and against keys.

Rows: w2's events of the last days up to all 90, for distinct users per day, distinct users per project and day, and a metric
bounded to the last week of each history. Keys: ten million numbers with 1,000 to 10 million distinct values. TSV on stdout."""
import argparse
import sys

from house import House, Refused

SINCE = "event_at >= toDateTime64('2026-06-17 00:00:00', 3, 'UTC') - toIntervalDay({days})"
WHERE = "FROM w2.events WHERE user_id IS NOT NULL AND project_id != 'internal' AND " + SINCE
BY_ROWS = {
    "users per day": "SELECT toDate(event_at) AS day, uniqExact(assumeNotNull(user_id)) AS c " + WHERE + " GROUP BY day",
    "users per project and day": "SELECT project_id, toDate(event_at) AS day, uniqExact(assumeNotNull(user_id)) AS c " + WHERE
    + " GROUP BY project_id, day",
    "users per day, last week": "SELECT toDate(event_at) AS day, uniqExact(assumeNotNull(user_id)) AS c " + WHERE
    + " AND event_at >= toDateTime64('2026-06-10 00:00:00', 3, 'UTC') GROUP BY day",
}
BY_KEYS = {
    "distinct numbers": "SELECT uniqExact(number % {keys}) AS c FROM numbers(10000000)",
    "groups of numbers": "SELECT count() AS c FROM (SELECT number % {keys} AS k, count() AS n FROM numbers(10000000) GROUP BY k)",
}
COMMON = {"max_threads": 2, "use_query_condition_cache": 0, "use_query_cache": 0}


def best(house, sql, runs):
    """-> (milliseconds, peak bytes, digest) of the fastest run, the peak of the largest."""
    found = []
    for _ in range(runs):
        body, summary = house(sql, **COMMON)
        found.append((int(summary["elapsed_ns"]) / 1e6, int(summary.get("memory_usage", 0)), "\n".join(sorted(body.decode().splitlines()))))
    return min(f[0] for f in found), max(f[1] for f in found), found[0][2]


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("twinhouse")
    a.add_argument("clickhouse")
    a.add_argument("--runs", type=int, default=3)
    a.add_argument("--rename", action="append", default=[], help="w2.events=other.events: a table by its name in ClickHouse")
    a = a.parse_args()
    own, other = House(a.twinhouse), House(a.clickhouse)
    wrong = 0
    print("axis\tseries\tengine\tx\tms\tbytes")
    cases = [("keys", series, keys, sql.format(keys=keys)) for series, sql in BY_KEYS.items() for keys in (1000, 10000, 100000, 1000000, 10000000)]
    for days in (2, 4, 9, 18, 36, 90):
        rows = int(own.rows("SELECT count() FROM w2.events WHERE " + SINCE.format(days=days))[0][0])
        cases += [("rows", series, rows, sql.format(days=days)) for series, sql in BY_ROWS.items()]
    for axis, series, x, sql in cases:
        renamed = sql
        for pair in a.rename:
            renamed = renamed.replace(*pair.split("="))
        answers = []
        for name, house, text in (("twinhouse", own, sql), ("clickhouse", other, renamed)):
            try:
                ms, bytes, answer = best(house, text, a.runs)
            except Refused as e:
                print(series, name, e, file=sys.stderr)
                continue
            answers.append(answer)
            print(f"{axis}\t{series}\t{name}\t{x}\t{ms:.1f}\t{bytes}", flush=True)
        wrong += len(set(answers)) > 1
    print(f"# answers that differ: {wrong}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
