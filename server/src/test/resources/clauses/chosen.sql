# Extremes and choices of values that are arrays, tuples, maps and wide numbers
CREATE TABLE hv (k UInt32, a Array(UInt32), t Tuple(UInt8, String), m Map(String, UInt8), n Nullable(Float64), u UUID, an Array(Nullable(String)), d Decimal(38,3)) ENGINE = MergeTree ORDER BY k
INSERT INTO hv SELECT number, range(number % 7), (number % 5, toString(number % 11)), map(toString(number % 3), number % 4), if(number % 13 = 0, NULL, number % 17), toUUID(concat('00000000-0000-0000-0000-', leftPad(toString(number % 97), 12, '0'))), [if(number % 3 = 0, NULL, toString(number))], number % 31 FROM numbers(50000)
SELECT min(a), max(a), min(t), max(t), min(u), max(u), min(d), max(d) FROM hv
SELECT k % 1000 AS g, min(a), max(a), min(t), max(t), min(u), max(u), max(d) FROM hv GROUP BY g ORDER BY g LIMIT 20
SELECT argMin(a, k), argMax(a, k), argMin(m, k), argMax(m, k), argMax(an, k) FROM hv
SELECT k % 100 AS g, argMax(a, k), argMax(m, t), argMin(k, t), argMax(an, u) FROM hv GROUP BY g ORDER BY g LIMIT 20 SETTINGS max_threads = 1
SELECT k % 100 AS g, any(a), anyLast(a), any(m), anyLast(an) FROM hv GROUP BY g ORDER BY g LIMIT 20 SETTINGS max_threads = 1
SELECT k % 10 AS g, argMaxIf(a, k, k % 3 = 0), maxIf(a, k < 0), argMinIf(m, a, k > 100) FROM hv GROUP BY g ORDER BY g SETTINGS max_threads = 1
SELECT sumArgMax(k, a), sumArgMin(k, t), countArgMax(u) FROM hv
SELECT k % 10 AS g, sumArgMax(k, a), sumArgMin(k, t), groupArrayArgMin(k % 7, t) FROM hv WHERE k < 3000 GROUP BY g ORDER BY g
SELECT hex(maxState(a)), hex(argMaxState(a, k)) FROM hv
SELECT maxMerge(s), argMaxMerge(q) FROM (SELECT maxState(a) AS s, argMaxState(m, k) AS q FROM hv GROUP BY k % 7)
SELECT anyHeavy(a), anyHeavy(t) FROM (SELECT * FROM hv ORDER BY k)
SELECT singleValueOrNull(d) FROM hv WHERE k = 5
SELECT max(a), argMax(a, k), any(m) FROM hv WHERE 0
SELECT g, maxOrNull(a), argMax(an, k) FROM (SELECT k % 3 AS g, a, an, k FROM hv WHERE k < 0) GROUP BY g
SELECT k % 5 AS g, max(a), argMax(m, k) FROM hv GROUP BY g WITH TOTALS ORDER BY g
SELECT k, max(a) OVER (ORDER BY k ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) FROM hv ORDER BY k LIMIT 20
SELECT max([1, NULL, 3]), min([nan, 1]), max(materialize([toFloat64(1)]))
SELECT max([nan, 1]) FROM numbers(2)
SELECT max(CAST((1, 'a'), 'Tuple(a UInt8, b String)')), max(tuple())
SELECT max(v), min(v) FROM (SELECT arrayJoin([[1, 2], [], [3]]) AS v)
SELECT argMax(x, y) FROM (SELECT arrayJoin([([1], 1), ([2], 3), ([3], 3)]) AS p, p.1 AS x, p.2 AS y)
SELECT argMax(toLowCardinality(toString(number)), [number]) FROM numbers(1000)
SELECT number % 3 AS g, argMax([toLowCardinality(toString(number))], number) FROM numbers(1000) GROUP BY g ORDER BY g
SELECT count(), min(k), max(k) FROM hv
SELECT count(), min(k), max(k), count(*) FROM hv WHERE k < 40000
SELECT count() AS c, max(k) FROM hv HAVING c > 10
SELECT count() + 1, max(k) - min(k) FROM hv
SELECT count(), max(n), min(n), max(d) FROM hv
SELECT max(k) FROM hv ORDER BY 1 LIMIT 1
DROP TABLE hv
# Branches in each other are bound once
SELECT if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, nope, 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a'), 'a')
SELECT if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, if(1, 1, nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope), nope)
SELECT if(0, nope, if(1, 2, nope)), multiIf(0, nope, 0, [1], 3), multiIf(0, 'a', NULL, nope, 1, 2, nope)
