#!/usr/bin/env python3
"""estimate.py URL [PATTERN]: EXPLAIN ESTIMATE's peak against the measured one of each query, as TSV, and the factors."""
import statistics
import sys
import time

from house import HERE, House, Refused, queries

house = House(sys.argv[1])
factors = []
print("query\testimated_bytes\tmeasured_bytes\tfactor\testimate_ms\tquery_ms")
for name, sql in queries(HERE + "/queries/clickhouse.sql", sys.argv[2] if len(sys.argv) > 2 else "."):
    try:
        start = time.time()
        estimated = int(house.rows("EXPLAIN ESTIMATE " + sql.split(" SETTINGS ")[0], max_threads=2)[0][2])
        middle = time.time()
        measured = int(house(sql, max_threads=2)[1]["memory_usage"])
        end = time.time()
    except Refused as e:
        print(name, e, file=sys.stderr)
        continue
    factor = max(estimated, measured) / max(1, min(estimated, measured))
    factors.append(factor)
    print(f"{name}\t{estimated}\t{measured}\t{factor:.2f}\t{(middle - start) * 1e3:.0f}\t{(end - middle) * 1e3:.0f}", flush=True)
print(f"# median factor {statistics.median(factors):.2f}, worst {max(factors):.2f}, of {len(factors)} queries")
