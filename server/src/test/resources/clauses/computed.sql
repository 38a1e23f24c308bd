# What fails when it is computed: neither where nothing asks for it nor before what is wrong by its types
SELECT k FROM (SELECT k, s = 1 AS x FROM a) ORDER BY k
SELECT k FROM (SELECT k, s = v AS x FROM a) ORDER BY k
SELECT count() FROM (SELECT s > v AS x FROM a)
SELECT toTypeName(s = v) FROM a LIMIT 1
SELECT toTypeName(v = 'abc') FROM a LIMIT 1
SELECT if(1, k, s = v) FROM a ORDER BY 1
SELECT if(0, s = v, 1) FROM a ORDER BY 1
SELECT if(0, s = v, 7) FROM a ORDER BY 1
SELECT if(1, k, v = 'abc') FROM a ORDER BY 1
SELECT multiIf(1, k, s = v, k + 1, 2) FROM a ORDER BY 1
SELECT multiIf(0, s = v, k = 1, 1, 2) FROM a ORDER BY 1
SELECT 1 OR s = v FROM a
SELECT 0 AND s = v FROM a
SELECT 0 AND v = 'abc' FROM a
SELECT s = v FROM a WHERE 0
SELECT v = 'abc' FROM a WHERE 0
SELECT n = 'abc' FROM a WHERE 0
SELECT n = 'abc' FROM a ORDER BY k
SELECT n = 'abc' FROM a WHERE n IS NULL
SELECT n = s FROM a WHERE n IS NULL
SELECT n = s FROM a ORDER BY k
SELECT n = s FROM a WHERE 0
SELECT NULL = s FROM a
SELECT v = 'abc', plus(s, 1) FROM a
SELECT plus(s, 1), v = 'abc' FROM a
SELECT v = 'abc', [1][0] FROM a
SELECT range(k)[0] FROM a
SELECT range(k)[0], s + 1 FROM a
SELECT k FROM (SELECT k, range(k)[0] AS z FROM a) ORDER BY k
SELECT range(k)[0] FROM a WHERE 0
SELECT arrayMap(x -> x = 'abc', range(k)) FROM a
SELECT arrayMap(x -> x = 'abc', range(0)) FROM a
SELECT arrayMap(x -> x = 'abc', emptyArrayUInt8()) FROM a
SELECT arrayMap(x -> x = s, range(k)) FROM a WHERE 0
SELECT arrayMap(x -> x = s, range(k)) FROM a
SELECT arrayMap(x -> x[0], [range(k)]) FROM a
SELECT d = 1 FROM a
SELECT d = v, s + 1 FROM a
SELECT k FROM (SELECT k, d = v AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, [k] = s AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, [k] = k AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, (k, 1) = s AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, map('a', 1) = s AS z FROM a) ORDER BY k
SELECT map('a', 1) = s FROM a
SELECT [k] = s FROM a
SELECT [k] = '[1]' FROM a ORDER BY k
SELECT toDecimal64(1, 2) = s FROM a
SELECT k FROM (SELECT k, toDecimal64(1, 2) = s AS z FROM a) ORDER BY k
SELECT toDecimal64(1, 2) = dt FROM t1
SELECT k FROM (SELECT k, toDecimal64(1, 2) = toDateTime(0) AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, toDecimal64(k, 2) = toDateTime(k) AS z FROM a) ORDER BY k
SELECT toDecimal64(k, 2) = toDateTime(k) AS z FROM a
SELECT toDateTime(k) = toTime(k) AS z FROM a
SELECT k FROM (SELECT k, toDateTime(k) = toTime(k) AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, toUUID('00000000-0000-4000-8000-000000000001') = k AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, toIPv4('1.2.3.4') = s AS z FROM a) ORDER BY k
SELECT e = s, e = 'q' FROM t1
SELECT k FROM (SELECT id AS k, e = 'q' AS z FROM t1) ORDER BY k LIMIT 2
SELECT k FROM (SELECT id AS k, e != 'q' AS z FROM t1) ORDER BY k LIMIT 2
SELECT e != 'q' FROM t1
SELECT id FROM t1 WHERE 1 OR e != 'q' ORDER BY id LIMIT 2
SELECT k FROM a WHERE v = 'abc' AND 0
SELECT k FROM a WHERE 0 AND v = 'abc'
SELECT k FROM a PREWHERE v = 'abc'
SELECT a.k FROM a JOIN b ON a.s = b.w
SELECT a.k FROM a JOIN b ON a.k = b.k AND a.s = b.w
SELECT a.k FROM a JOIN b ON a.k = b.k AND a.v = 'abc'
SELECT a.k FROM a LEFT JOIN b ON toDecimal64(a.k, 2) = b.s
SELECT a.k FROM a LEFT JOIN b ON a.s = toDecimal128(b.k, 2)
SELECT count() FROM a GROUP BY s = v
SELECT k FROM a ORDER BY s = v
SELECT k FROM a ORDER BY 'x' = v
SELECT sum(k) FROM a HAVING sum(k) = 'abc'
SELECT k, row_number() OVER (PARTITION BY s = v) FROM a
SELECT k FROM (SELECT k, ntile(2) OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS w FROM a) ORDER BY k
SELECT k FROM (SELECT k, ntile(2) OVER () AS w FROM a) ORDER BY k
SELECT k FROM (SELECT k, percent_rank() OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS w FROM a) ORDER BY k
SELECT k FROM (SELECT k, lag(k) OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS w FROM a) ORDER BY k
SELECT k, ntile(2) OVER () AS w FROM a
SELECT ntile(2) OVER (), s + 1 FROM a
SELECT cume_dist() OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM a
SELECT k IN ('abc') FROM a
SELECT k FROM (SELECT k, k IN ('abc') AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, k IN (SELECT s FROM b) AS z FROM a) ORDER BY k
SELECT k IN ('abc'), s + 1 FROM a
SELECT toInt32(s) FROM a WHERE 0
SELECT toInt32('q') FROM a WHERE 0
SELECT k FROM (SELECT k, toInt32('q') AS z FROM a) ORDER BY k
SELECT k FROM (SELECT k, throwIf(1) AS z FROM a) ORDER BY k
SELECT x, y FROM (SELECT 1) LEFT ARRAY JOIN emptyArrayUInt8() AS x, [7] AS y
SELECT x, y FROM (SELECT 1) ARRAY JOIN emptyArrayUInt8() AS x, [7] AS y
SELECT k, x, y FROM a LEFT ARRAY JOIN range(k) AS x, range(toUInt8(k = 1)) AS y ORDER BY ALL
SELECT k, x, y FROM a LEFT ARRAY JOIN range(toUInt8(k = 1)) AS x, range(toUInt8(k = 3)) AS y ORDER BY ALL
SELECT k, x, y, z FROM a LEFT ARRAY JOIN if(k = 1, ['q'], []) AS x, if(k = 3, [(1, 'u')], []) AS y, if(k = 5, [NULL, 4], [])  AS z WHERE k < 5 ORDER BY k, x, y.1
SELECT x.k, y.w FROM a AS x ASOF JOIN b AS y ON x.s = y.s AND x.k >= toUInt64(y.w)
SELECT x.k, y.w FROM a AS x ASOF JOIN b AS y ON x.s = y.s AND x.s >= y.w
SELECT transform(s, ['x', 'y'], ['B', 'N'], 0) FROM a
SELECT transform(s, ['x', 'y'], ['B', 'N'], today()) FROM a
SELECT transform(k, [1, 2], ['B', 'N'], 0) FROM a
SELECT transform(k, [1, 2], [[1], [2]], 0) FROM a
SELECT count() FROM (SELECT s > v AS x FROM a)
SELECT count() FROM (SELECT k, s > v AS x FROM a)
SELECT 1 FROM (SELECT s > v AS x, k FROM a)
SELECT count() FROM (SELECT s > v AS x, k FROM a LIMIT 2)
SELECT count() FROM (SELECT s > v AS x, k FROM a ORDER BY k)
SELECT count() FROM (SELECT s > v AS x UNION ALL SELECT 1)
SELECT count() FROM (SELECT n = 'q' AS x, k FROM a)
SELECT 1 WHERE EXISTS (SELECT s > v FROM a)
SELECT count() FROM (SELECT s > v AS x, k FROM a LIMIT 1 BY k)
SELECT count() FROM (SELECT DISTINCT s > v AS x, k FROM a)
SELECT k FROM (SELECT DISTINCT s > v AS x, k FROM a)
SELECT (SELECT count() FROM (SELECT s > v AS x, k FROM a LIMIT 1 BY k))
SELECT e = toDecimal32(1,2) FROM t1
SELECT id FROM (SELECT id, e = toDecimal32(1,2) AS z FROM t1) ORDER BY id LIMIT 1
SELECT count() FROM (SELECT max(s > v) AS x, k FROM a GROUP BY k)
SELECT toTypeName((if(k % 2 = 0, s, NULL), 1) AS i), i, count() FROM a GROUP BY ROLLUP(i) ORDER BY ALL
SELECT (n, 1) AS i, count() FROM a GROUP BY ROLLUP(i) ORDER BY ALL
SELECT (n, 1) AS i, k, count() FROM a GROUP BY CUBE(i, k) ORDER BY ALL
SELECT (n, 1) AS i, k, count() FROM a GROUP BY GROUPING SETS ((i), (k)) ORDER BY ALL
SELECT (n, 1) AS i, count() FROM a GROUP BY i WITH TOTALS ORDER BY ALL
SELECT [n] AS i, count() FROM a GROUP BY ROLLUP(i) ORDER BY ALL
SELECT ((n, s), 1) AS i, count() FROM a GROUP BY ROLLUP(i) ORDER BY ALL
SELECT (toNullable(s), 1) AS i, count() FROM a GROUP BY ROLLUP(i) ORDER BY ALL
SELECT (toLowCardinality(toNullable(s)), 1) AS i, count() FROM a GROUP BY ROLLUP(i) ORDER BY ALL
SELECT least(toUInt64(k), 1.5) FROM a
SELECT least(toUInt64(k), 1.5), s + 1 FROM a
SELECT greatest(toUInt64(k), v) FROM a
SELECT greatest(s, v) FROM a
SELECT least(d, v) FROM a
SELECT [range(k) AS l6, range(v) AS l6], l6 FROM a
SELECT [range(k) AS l6, range(v) AS l6], s + 1 FROM a
SELECT s + 1, [range(k) AS l6, range(v) AS l6] FROM a
SELECT 1 AS q, 2 AS q
SELECT 1 AS q, 2 AS q, s + 1 FROM a
SELECT 1 AS q FROM a WHERE (s + 2 AS q)
SELECT (SELECT 1 AS q, 2 AS q), s + 1 FROM a
SELECT k AS q, v AS q, q FROM a ORDER BY v + s
SELECT x.k FROM a AS x JOIN b AS y ON x.s = y.w WHERE x.s + 1
SELECT sum(x.s) FROM a AS x LEFT JOIN b AS y ON toInt128(x.k) = toUInt256(y.k)
SELECT toDateTime(materialize('2026-01-13 00:00:00x'))
SELECT toTime(toTime64(1.5, 3)) FROM a WHERE 0
SELECT toTime(toTime64(k, 3)) FROM a WHERE 0
SELECT toTime(toTime64(k, 3)) FROM a
SELECT toTime(e) FROM t1 WHERE 0
SELECT toTime64(e, 3) FROM t1 WHERE 0
SELECT toDateTime(toTime64(k, 3)) FROM a WHERE 0
SELECT toDateTime(toTime64(k, 3)) FROM a
SELECT CAST(toTime64(k, 3) AS Time) FROM a WHERE 0
SELECT CAST(toTime64(k, 3) AS Time) FROM a
SELECT least(toUInt64(k), toFloat32(1)), 1 FROM a
SELECT least(1.5, toInt64(k)) FROM a
SELECT k IN (SELECT toInt64(n) FROM a) FROM a ORDER BY k SETTINGS transform_null_in = 1
SELECT n IN (SELECT toInt64(n) FROM a) FROM a ORDER BY k SETTINGS transform_null_in = 1
SELECT bin(dt), s + 1 FROM t1
SELECT translate(s, 'abeü', 'xy') IS NOT NULL FROM a
SELECT translate(s, 'abeü', 'xy') FROM a WHERE 0
SELECT translateUTF8(toFixedString(s, 2), 'a', 'b') FROM a WHERE 0
SELECT replaceRegexpAll(s, 'a|b', '\\2\\1') FROM a WHERE 0
SELECT replaceRegexpAll(s, 'a|b', '\\2\\1') FROM a
SELECT lagInFrame(tup) OVER (ORDER BY k), lead(tup) OVER (ORDER BY k) FROM (SELECT k, (k, n) AS tup FROM a WHERE k < 3) ORDER BY k
SELECT CASE k WHEN 1 THEN toUInt64(k) WHEN 2 THEN toInt64(v) ELSE 1 END FROM a
SELECT CASE s WHEN 'x' THEN 'q' WHEN 'y' THEN k ELSE d END FROM a
SELECT CASE WHEN k = 1 THEN toUInt64(k) WHEN k = 2 THEN toInt64(v) ELSE 1 END FROM a ORDER BY k
SELECT toDateTime64('2026-01-13 00:00:00 02:30:00', 3)
SELECT CAST('2026-01-13 00:00:00 02:30:00' AS DateTime)
SELECT toDateTime('2026-01-13 00:00:00 02'), 1
SELECT toDateTime64('2026-01-13 00:00:00 02:30:00', 3)
SELECT CAST('2026-01-13 00:00:00 02:30:00' AS DateTime)
SELECT toDateTime('2026-01-13 00:00:00 x')
CREATE VIEW va AS SELECT * FROM a
SELECT k, * REPLACE (toString(k) AS k) FROM a
SELECT COLUMNS(k), COLUMNS(k) REPLACE (n AS k) FROM a
SELECT COLUMNS(k), COLUMNS(k) REPLACE (k + 0 AS k) FROM a
SELECT COLUMNS(k), COLUMNS(k) REPLACE (v AS k) FROM a ORDER BY v
SELECT *, COLUMNS('^k$') REPLACE (v + 1 AS k) FROM a
SELECT *, COLUMNS('^k$') REPLACE (v AS k) FROM a ORDER BY v
SELECT x.*, y.* FROM a AS x JOIN b AS y ON x.k = y.k ORDER BY ALL
SELECT x.k, y.k FROM a AS x JOIN b AS y ON x.k = y.k ORDER BY ALL
SELECT 1 AS q, 'x' AS q
SELECT * APPLY (toString), * APPLY (toString) FROM a ORDER BY v
SELECT t.1, t.2 FROM (SELECT (1, 'x') AS t)
SELECT k FROM (SELECT k, n AS k FROM a)
SELECT * FROM (SELECT COLUMNS(k), COLUMNS(k) REPLACE (n AS k) FROM a)
SELECT k FROM a AS x, b AS x
SELECT COLUMNS(k) REPLACE (n AS k), v FROM a ORDER BY v
SELECT k, COLUMNS(k) REPLACE (n AS k) FROM a ORDER BY v
SELECT k + 1, * REPLACE (-v AS k) FROM a ORDER BY v
SELECT x.* REPLACE (x.k % 2 AS k), x.k FROM a AS x ORDER BY v
SELECT k FROM a PREWHERE k > 1 ORDER BY v
SELECT v FROM va PREWHERE v > 10 ORDER BY v
SELECT v FROM va PREWHERE n IS NULL ORDER BY v
SELECT v FROM va PREWHERE v IS NULL ORDER BY v
SELECT v FROM va PREWHERE 1 ORDER BY v
SELECT v FROM va PREWHERE k = 3 ORDER BY v
SELECT v FROM va PREWHERE k = 3 AND n IS NULL ORDER BY v
SELECT v FROM va PREWHERE hasAny([k], [3]) ORDER BY v
SELECT v FROM va PREWHERE isNull(k) ORDER BY v
SELECT m FROM (SELECT s AS g, count() AS m FROM va PREWHERE v > 10 GROUP BY g) ORDER BY m
SELECT m FROM (SELECT s AS g, count() AS m FROM va PREWHERE n IS NULL GROUP BY g) ORDER BY m
SELECT m FROM (SELECT s AS g, count() AS m FROM va PREWHERE n IS NULL GROUP BY g) ORDER BY m LIMIT -1
SELECT g, m FROM (SELECT s AS g, count() AS m FROM va PREWHERE n IS NULL GROUP BY g) ORDER BY m LIMIT -1
SELECT count() FROM va PREWHERE n IS NULL
SELECT number FROM numbers(3) PREWHERE number > 1
SELECT number FROM system.numbers PREWHERE number > 1 LIMIT 1
SELECT dummy FROM system.one PREWHERE dummy = 0
SELECT * FROM values('a Int8', (1), (2)) PREWHERE a = 1
SELECT * FROM (SELECT 1 AS x) PREWHERE x = 1
SELECT * FROM (SELECT 1 AS x) PREWHERE x = 1 AND y
WITH w AS (SELECT 1 AS x) SELECT * FROM w PREWHERE x = 1
SELECT y + 1 FROM (SELECT 'a' AS y) PREWHERE y = 'b'
SELECT * FROM zeros(2) PREWHERE zero = 0
SELECT 5 IN (SELECT NULL)
SELECT n IN (SELECT NULL) FROM a ORDER BY k SETTINGS transform_null_in = 1
SELECT k IN (SELECT NULL) FROM a ORDER BY k
SELECT n IN (SELECT NULL) FROM a ORDER BY k
SELECT NULL IN (SELECT NULL)
SELECT toNullable(5) IN (SELECT NULL) SETTINGS transform_null_in = 1
SELECT k IN (NULL) FROM a ORDER BY k SETTINGS transform_null_in = 1
SELECT (k, n) IN (SELECT 1, NULL) FROM a ORDER BY k SETTINGS transform_null_in = 1
SELECT x, y FROM (SELECT 1 AS z) LEFT ARRAY JOIN [[], ['q']] AS x, ['u', 'v'] AS y
SELECT min(x), max(x) FROM (SELECT arrayJoin([[1, NULL], [1, 2], []]) AS x)
SELECT min(x) FROM (SELECT arrayJoin([[1, NULL], [2]]) AS x)
SELECT min(x), toTypeName(min(x)) FROM (SELECT arrayJoin([(1, NULL), (2, 3), (0, NULL)]) AS x)
SELECT k, min([n]) FROM a WHERE k < 3 GROUP BY k ORDER BY k
SELECT min(x) FROM (SELECT arrayJoin([map('a', NULL), map('b', 1)]) AS x)

SELECT t = (nan,'b'), t != (nan,'b'), t < (nan,'b'), t <= (nan,'b'), t > (nan, 'b'), t >= (nan, 'b') FROM values('t Tuple(Float64, String)', (nan, 'b')) /*o*/
SELECT t = (1,'b'), t != (1,'b'), t < (1,'b'), t <= (1,'b'), t > (1, 'b'), t >= (1, 'b') FROM values('t Tuple(Float64, String)', (nan, 'b')) /*o*/
SELECT t = (1,'b'), t != (1,'c'), t < (1,'c'), t <= (1,'c'), t > (1, 'a'), t >= (1, 'a') FROM values('t Tuple(Float64, String)', (nan, 'b')) /*o*/
SELECT t = ('b',nan), t != ('b',nan), t < ('b',nan), t <= ('b',nan), t > ('b',nan), t >= ('b',nan) FROM values('t Tuple(String, Float64)', ('b',nan)) /*o*/
SELECT t = ('b',1), t != ('b',1), t < ('b',1), t <= ('b',1), t > ('b',1), t >= ('b',1) FROM values('t Tuple(String, Float64)', ('b',nan)) /*o*/
SELECT t = ('c',1), t != ('c',1), t < ('c',1), t <= ('c',1), t > ('a',1), t >= ('a',1) FROM values('t Tuple(String, Float64)', ('b',nan)) /*o*/
SELECT t = (nan,'b',1), t != (nan,'b',1), t < (nan,'b',2), t <= (nan,'b',2), t > (nan, 'a',1), t >= (nan, 'a', 1) FROM values('t Tuple(Float64, String, UInt8)', (nan, 'b', 1)) /*o*/
SELECT (nan, 1) = (nan, 1), (nan, 1) < (nan, 2), (1, nan) != (1, nan), ((nan, 1), 2) = ((nan, 1), 2), ((nan, 1), 2) < ((nan, 1), 3) /*o*/
SELECT t = ((nan,'b'),1), t != ((nan,'b'),1), t < ((nan,'b'),2), t <= ((nan,'b'),1), t > ((nan, 'a'),1), t >= ((nan, 'a'), 1) FROM values('t Tuple(Tuple(Float64, String), UInt8)', ((nan, 'b'), 1)) /*o*/
SELECT t = [nan], t != [nan], t < [nan], t <= [nan], t > [1], t < [1], t >= [1] FROM values('t Array(Float64)', [nan]) /*o*/
SELECT t = ([nan], 1), t != ([nan], 1), t <= ([nan],1) FROM values('t Tuple(Array(Float64), UInt8)', ([nan], 1)) /*o*/
