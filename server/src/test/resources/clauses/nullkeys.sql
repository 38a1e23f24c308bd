CREATE TABLE t (a Int64, b Int64, s String, x Float64) ENGINE = MergeTree ORDER BY a
INSERT INTO t SELECT number, number % 3, toString(number % 4), number / 2 FROM numbers(12)
CREATE TABLE u (a Int64, c Int64, s String, d Date) ENGINE = MergeTree ORDER BY a
INSERT INTO u SELECT number * 2, number % 5, toString(number % 3), toDate('2024-01-01') + number FROM numbers(10)
CREATE TABLE o (a Int64, k UInt8, v Int64, w Int64) ENGINE = MergeTree ORDER BY (a, k)
INSERT INTO o SELECT number % 6, number % 2, number, 20 - number FROM numbers(20)
CREATE TABLE n (a Int64, p Nullable(Int64), q Nullable(String)) ENGINE = MergeTree ORDER BY a
INSERT INTO n SELECT number, if(number % 3 = 0, NULL, number), if(number % 4 = 0, NULL, toString(number % 5)) FROM numbers(9)
SELECT b, s, sum(a) FROM t GROUP BY ROLLUP(b, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, s, sum(a) FROM t GROUP BY CUBE(b, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, s, sum(a) FROM t GROUP BY GROUPING SETS ((b), (s), ()) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, s, sum(a), grouping(b), grouping(s) FROM t GROUP BY ROLLUP(b, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, sum(a) FROM t GROUP BY b WITH TOTALS ORDER BY b SETTINGS group_by_use_nulls = 1
SELECT b, toTypeName(b), sum(a) FROM t GROUP BY b WITH TOTALS ORDER BY b SETTINGS group_by_use_nulls = 1
SELECT b, toTypeName(b), toTypeName(sum(a)) FROM t GROUP BY b WITH ROLLUP ORDER BY b SETTINGS group_by_use_nulls = 1
SELECT b + 1 AS z, toTypeName(z), count() FROM t GROUP BY z WITH ROLLUP ORDER BY z SETTINGS group_by_use_nulls = 1
SELECT b + 1, toTypeName(b + 1), toTypeName(b), count() FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT ifNull(b, 100), count() FROM t GROUP BY b WITH CUBE ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT isNull(b), count() FROM t GROUP BY b WITH CUBE ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY b WITH ROLLUP HAVING b IS NULL ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY b WITH ROLLUP HAVING b = 1 ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT toLowCardinality(s) AS l, toTypeName(l), count() FROM t GROUP BY l WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT [b] AS l, toTypeName(l), count() FROM t GROUP BY l WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT (b, s) AS l, toTypeName(l), count() FROM t GROUP BY l WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT map('a', b) AS l, toTypeName(l), count() FROM t GROUP BY l WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT p, toTypeName(p), count() FROM n GROUP BY p WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT p, grouping(p), count() FROM n GROUP BY p WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, sum(a) AS sa, sum(sa) OVER (ORDER BY b) FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY b WITH ROLLUP ORDER BY b NULLS FIRST SETTINGS group_by_use_nulls = 1
SELECT b, sum(b), max(b) FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT s, concat(s, 'x'), upper(s), count() FROM t GROUP BY s WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT * FROM (SELECT b, s, count() AS c FROM t GROUP BY CUBE(b, s)) WHERE b IS NULL ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY GROUPING SETS ((b)) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, toTypeName(b), count() FROM t GROUP BY GROUPING SETS ((b), (b, s)) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT toNullable(b) AS k, toTypeName(k), count() FROM t GROUP BY k WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT toStartOfMonth(d) AS m, s, count() FROM u GROUP BY ROLLUP(m, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT if(b IS NULL, 'all', toString(b)) AS z, count() FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT coalesce(toString(b), 'total') AS z, count() FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT coalesce(s, 'total') AS z, count() FROM t GROUP BY ROLLUP(s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t WHERE b > 0 GROUP BY b WITH ROLLUP QUALIFY row_number() OVER (ORDER BY b) < 3 ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY GROUPING SETS ((b), ()) WITH TOTALS ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT toNullable(b), count() FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT dense_rank() OVER (ORDER BY b), b FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT grouping(b, s), b, s FROM t GROUP BY CUBE(b, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT t.b, u.c, count() FROM t JOIN u ON t.a = u.a GROUP BY ROLLUP(t.b, u.c) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b IN (1, 2), count() FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT arrayJoin([1,2]) AS j, count() FROM t GROUP BY j WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY b WITH ROLLUP ORDER BY b WITH FILL FROM 0 TO 5 SETTINGS group_by_use_nulls = 1
SELECT toString(b), b * 2, -b, b = 1, b > 0 ? 'a' : 'b', count() FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b AS g, g + 1 AS h, count() FROM t GROUP BY g WITH ROLLUP HAVING count() > 1 ORDER BY h NULLS LAST SETTINGS group_by_use_nulls = 1
SELECT b, s FROM t GROUP BY b, s WITH ROLLUP ORDER BY b, s LIMIT 3 SETTINGS group_by_use_nulls = 1
SELECT a % 2 AS e, b, uniqExact(s) FROM t GROUP BY ROLLUP(e, b) ORDER BY e NULLS FIRST, b NULLS FIRST SETTINGS group_by_use_nulls = 1
SELECT cast(b, 'Int8') AS z, count() FROM t GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT count() FROM (SELECT b FROM t GROUP BY b WITH ROLLUP) WHERE b = 0 SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t GROUP BY 1 WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT (SELECT count() FROM t GROUP BY b WITH ROLLUP HAVING b IS NULL) SETTINGS group_by_use_nulls = 1
SELECT b, s, count() FROM t GROUP BY b, s WITH ROLLUP WITH TOTALS ORDER BY ALL
SELECT b, s, count() FROM t GROUP BY CUBE(b, s) WITH TOTALS ORDER BY ALL
SELECT b, s, count() FROM t GROUP BY GROUPING SETS((b), (s)) WITH TOTALS ORDER BY ALL
SELECT b, count() FROM t GROUP BY b WITH TOTALS HAVING b = 1 ORDER BY ALL
SELECT b, count() FROM t GROUP BY b WITH TOTALS HAVING count() > 100 ORDER BY ALL
SELECT b, count() FROM t GROUP BY b WITH TOTALS ORDER BY b LIMIT 1
SELECT b, count() FROM t GROUP BY b WITH TOTALS ORDER BY b LIMIT 1 BY b
SELECT DISTINCT b % 2, count() FROM t GROUP BY b WITH TOTALS ORDER BY ALL
SELECT * FROM (SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS) ORDER BY b
SELECT b + 1, c FROM (SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS) ORDER BY b
SELECT sum(c) FROM (SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS)
SELECT b, sum(c) FROM (SELECT b, s, count() AS c FROM t GROUP BY b, s WITH TOTALS) GROUP BY b WITH TOTALS ORDER BY b
SELECT * FROM (SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS) WHERE b > 0 ORDER BY b
SELECT l.b, l.c, r.d FROM (SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS) AS l LEFT JOIN (SELECT b, sum(a) AS d FROM t GROUP BY b) AS r USING b ORDER BY b
SELECT b, count(), sum(count()) OVER () FROM t GROUP BY b WITH TOTALS ORDER BY b
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS HAVING b > 0 ORDER BY b SETTINGS totals_mode = 'after_having_exclusive'
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS HAVING b > 0 ORDER BY b SETTINGS totals_mode = 'after_having_inclusive'
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS HAVING b > 0 ORDER BY b SETTINGS totals_mode = 'after_having_auto'
SELECT b, count() FROM t GROUP BY b WITH TOTALS ORDER BY b LIMIT 0
SELECT count() FROM t WITH TOTALS
SELECT count() FROM t GROUP BY () WITH TOTALS
SELECT 1 FROM t GROUP BY 'x' WITH TOTALS
SELECT * FROM t WHERE b IN (SELECT b FROM t GROUP BY b WITH TOTALS HAVING b = 1) ORDER BY a
SELECT b + 1 AS z, sum(z), max(z), toTypeName(max(z)) FROM t WHERE z > 1 GROUP BY b WITH ROLLUP ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b AS z, z IS NULL AS q FROM t WHERE z > 0 GROUP BY GROUPING SETS ((b), ()) HAVING q ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, b + 1 AS c, count() FROM t GROUP BY GROUPING SETS ((b, c), (c), (b), ()) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, b IN (SELECT 1), b IN (1, NULL) FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT arrayMap(y -> y + b, [1]), count() FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT CASE WHEN b IS NULL THEN 'total' WHEN b = 1 THEN 'one' ELSE 'other' END AS l, sum(a) FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT if(grouping(b) = 1, -1, b) AS l, sum(a) FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT toDate('2024-01-01') + b AS d, toYYYYMM(d), count() FROM t GROUP BY ROLLUP(d) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, sum(a) / (SELECT sum(a) FROM t) FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, s, count() FROM t GROUP BY ROLLUP(2, 1) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b % 2 = 0 ? 'e' : 'o' AS k, count() FROM t GROUP BY CUBE(k) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() AS c FROM t GROUP BY ROLLUP(b) HAVING c > 4 SETTINGS group_by_use_nulls = 1
SELECT DISTINCT b FROM t GROUP BY CUBE(b, s) ORDER BY b SETTINGS group_by_use_nulls = 1
SELECT b FROM t GROUP BY CUBE(b, s) ORDER BY b LIMIT 1 BY b SETTINGS group_by_use_nulls = 1
SELECT sum(a) FROM t GROUP BY ROLLUP(b) ORDER BY b NULLS FIRST SETTINGS group_by_use_nulls = 1
SELECT b FROM t GROUP BY ROLLUP(b) ORDER BY b SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t WHERE 0 GROUP BY ROLLUP(b) SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t WHERE 0 GROUP BY GROUPING SETS((b), ()) SETTINGS group_by_use_nulls = 1
SELECT x FROM t GROUP BY ROLLUP(b) SETTINGS group_by_use_nulls = 1
SELECT x + b FROM t GROUP BY ROLLUP(b) SETTINGS group_by_use_nulls = 1
SELECT sum(b) OVER () FROM t GROUP BY ROLLUP(b) SETTINGS group_by_use_nulls = 1
SELECT sum(count()) OVER (), b FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT toTypeName(b), toTypeName(s), b FROM t GROUP BY GROUPING SETS ((b, s)) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT materialize(1) AS m, count() FROM t GROUP BY ROLLUP(m) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT countIf(b IS NULL), sumIf(a, b = 1), b FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT t.b, x.b FROM t JOIN t AS x USING a GROUP BY ROLLUP(t.b, x.b) ORDER BY ALL
SELECT b, s, s FROM t GROUP BY ROLLUP(b, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, s FROM t GROUP BY ROLLUP(b, s) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, a FROM t WHERE a < 6 GROUP BY ROLLUP(b, a) ORDER BY ALL SETTINGS group_by_use_nulls = 1
SELECT b, count() FROM t WHERE 0 GROUP BY b WITH ROLLUP WITH TOTALS
SELECT b, count() FROM t GROUP BY b WITH ROLLUP WITH TOTALS HAVING b = 1
SELECT b, s, count() AS c, sum(a), avg(x) FROM t GROUP BY CUBE(b, s) WITH TOTALS ORDER BY ALL LIMIT 3
SELECT b, s, grouping(b, s) AS g, count() FROM t GROUP BY CUBE(b, s) WITH TOTALS ORDER BY ALL
SELECT b + 1, count() * 2 FROM t GROUP BY ROLLUP(b) WITH TOTALS ORDER BY ALL
SELECT p, count() FROM n GROUP BY ROLLUP(p) WITH TOTALS ORDER BY ALL
SELECT b FROM t GROUP BY ROLLUP(b) WITH TOTALS ORDER BY ALL
SELECT * FROM (SELECT b, count() FROM t GROUP BY ROLLUP(b) WITH TOTALS) ORDER BY ALL
SELECT b, count() FROM t GROUP BY GROUPING SETS ((b), ()) WITH TOTALS ORDER BY ALL
SELECT 1, count() FROM t GROUP BY ROLLUP(1) WITH TOTALS
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS HAVING b > 0 ORDER BY b SETTINGS totals_mode = 'after_having_inclusive'
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS HAVING b > 0 ORDER BY b SETTINGS totals_mode = 'after_having_auto'
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS ORDER BY b SETTINGS totals_mode = 'before_having'
SELECT b, count() AS c FROM t GROUP BY b WITH TOTALS ORDER BY b SETTINGS totals_mode = 'nosuch'
