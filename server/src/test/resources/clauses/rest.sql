SELECT k FROM a WHERE k IN (SELECT toUInt64(k) FROM b) ORDER BY k
SELECT toInt64(number) - 2 AS x FROM numbers(5) WHERE x IN (SELECT toUInt64(number) FROM numbers(3)) ORDER BY x
SELECT number FROM numbers(5) WHERE number IN (SELECT toInt64(number) - 2 FROM numbers(4)) ORDER BY number
SELECT number FROM numbers(5) WHERE number NOT IN (SELECT toInt64(number) - 2 FROM numbers(4)) ORDER BY number
SELECT toUInt8(number) AS x FROM numbers(5) WHERE x IN (SELECT 257) ORDER BY x
SELECT toInt8(-1) IN (SELECT 255::UInt64), toInt8(-1) IN (SELECT 255::UInt8), toUInt8(255) IN (SELECT -1::Int8)
SELECT (toInt8(-1), 2) IN (SELECT 255::UInt64, 2), (1::Int8, 2) IN (SELECT 1::UInt64, 2)
SELECT toNullable(1::Int64) IN (SELECT 1::UInt64), NULL::Nullable(Int8) IN (SELECT 1::UInt64), 1::Int8 IN (SELECT NULL::Nullable(UInt64) UNION ALL SELECT 1)
SELECT k, sum(v) FROM a WHERE 0 GROUP BY GROUPING SETS ((k), ())
SELECT sum(v) FROM a WHERE 0 GROUP BY GROUPING SETS ((), ())
SELECT sum(v), count() FROM a WHERE 0 GROUP BY GROUPING SETS (())
SELECT k, sum(v) FROM a WHERE 0 GROUP BY k WITH ROLLUP
SELECT k, sum(v) FROM a WHERE 0 GROUP BY k WITH CUBE
SELECT k, s, sum(v), grouping(k) FROM a GROUP BY k, s WITH CUBE ORDER BY ALL
SELECT k, s, sum(v) FROM a GROUP BY ROLLUP(k, s) HAVING sum(v) > 15 ORDER BY ALL
SELECT count(), k FROM a GROUP BY ROLLUP(k) ORDER BY ALL
SELECT * FROM VALUES('a UInt8, b String', (1, 'x'), (2, 'y'))
SELECT * FROM VALUES((1, 'x'), (2, 'y'))
SELECT * FROM VALUES(1, 2, 3)
SELECT * FROM values('x Int32', 1, 2)
SELECT * FROM values('a', 'b')
SELECT * FROM values('a String', 'b', 'c')
SELECT * FROM generate_series(0, 10, 0)
SELECT * FROM nosuchfunction(1)
SELECT * FROM generateSeries(1, 10, 3)
SELECT * EXCEPT (v, s) FROM a ORDER BY ALL
SELECT * EXCEPT v FROM a ORDER BY ALL
SELECT * REPLACE (v + 1 AS v) FROM a ORDER BY ALL
SELECT * REPLACE v + 1 AS v FROM a ORDER BY ALL
SELECT * EXCEPT ('^[vs]$') FROM a ORDER BY ALL
SELECT COLUMNS('v|k') FROM a ORDER BY ALL
SELECT COLUMNS('v|k') APPLY(sum) FROM a
SELECT COLUMNS(k, v) APPLY(x -> x * 2) FROM a ORDER BY ALL
SELECT a.COLUMNS('v') FROM a ORDER BY ALL
SELECT * EXCEPT (s, d) APPLY(toString) APPLY(length) FROM a ORDER BY ALL
SELECT * APPLY(quantile(0.5)) FROM (SELECT k, v FROM a)
SELECT COLUMNS('k') + COLUMNS('v') FROM a ORDER BY ALL
SELECT COLUMNS('k|v') + 1 FROM a ORDER BY ALL
SELECT a.*, b.w FROM a JOIN b ON a.k = b.k ORDER BY ALL
SELECT * EXCEPT STRICT nosuch FROM a
SELECT k, row_number() OVER w AS r FROM a WINDOW w AS (ORDER BY v) ORDER BY r
SELECT k, sum(v) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM a WINDOW w AS (ORDER BY v) ORDER BY v
SELECT k, sum(v) OVER w, avg(v) OVER w2 FROM a WINDOW w AS (PARTITION BY s), w2 AS (w ORDER BY v) ORDER BY v
SELECT k, sum(v) OVER (ORDER BY k RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM a ORDER BY v
SELECT k, groupArray(v) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) FROM a ORDER BY v
SELECT k, sum(v) OVER (ORDER BY k GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM a ORDER BY v
SELECT number FROM numbers(10) ORDER BY number OFFSET 3 ROWS FETCH FIRST 2 ROWS ONLY
SELECT intDiv(number, 3) AS x FROM numbers(10) ORDER BY x OFFSET 1 ROW FETCH FIRST 3 ROWS WITH TIES
SELECT intDiv(number, 3) AS x FROM numbers(10) ORDER BY x LIMIT 2 WITH TIES
SELECT number % 3 AS x, number FROM numbers(10) ORDER BY number LIMIT 1 OFFSET 1 BY x
SELECT number % 3 AS x, number FROM numbers(10) ORDER BY number LIMIT 1, 2 BY x
SELECT number % 3 AS x, number FROM numbers(10) ORDER BY number LIMIT 2 BY ALL
SELECT DISTINCT ON (s) s, v FROM a ORDER BY v
SELECT DISTINCT ON (s, k) s, k FROM a ORDER BY v
SELECT s, k FROM a ORDER BY ALL
SELECT s, k FROM a ORDER BY ALL DESC
SELECT s, sum(v) FROM a GROUP BY ALL ORDER BY ALL
SELECT s, sum(v) + 1, k % 2 FROM a GROUP BY ALL ORDER BY ALL
SELECT s, v, row_number() OVER (PARTITION BY s ORDER BY v) AS r FROM a QUALIFY r = 1 ORDER BY s
SELECT s, sum(v) AS t FROM a GROUP BY s QUALIFY row_number() OVER (ORDER BY t DESC) <= 2 ORDER BY s
SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 2 ORDER BY 1
SELECT 1 EXCEPT SELECT 1 UNION ALL SELECT 3
SELECT number FROM numbers(5) EXCEPT SELECT number FROM numbers(2) INTERSECT SELECT 1 ORDER BY number
SELECT number % 2 FROM numbers(5) INTERSECT ALL SELECT 1
SELECT number % 2 FROM numbers(5) INTERSECT DISTINCT SELECT 1
SELECT number % 2 FROM numbers(5) EXCEPT DISTINCT SELECT 1
SELECT number % 2 FROM numbers(5) EXCEPT ALL SELECT 1
SELECT 1 UNION SELECT 1
SELECT 1 UNION DISTINCT SELECT 1
SELECT 1 UNION ALL SELECT 1 UNION DISTINCT SELECT 1
SELECT 1 UNION DISTINCT SELECT 1 UNION ALL SELECT 1
SELECT s, count() FROM a GROUP BY 1 ORDER BY 2 DESC, 1
SELECT s, v FROM a ORDER BY -1
SELECT s, v FROM a ORDER BY 3
SELECT 1 AS x, x + 1 AS y, y * 2 AS z WHERE z = 4
SELECT (k AS kk) + kk, kk FROM a WHERE kk > 2 ORDER BY kk
SELECT `k`, "v" FROM a ORDER BY `v`
SELECT $$a'b$$, $x$ $$ $x$
SELECT toTypeName(tuple(1 AS a, 'x' AS b)), toTypeName((1 AS p, 2 AS q))
SELECT toTypeName(tuple(k, v)), tuple(k, v).k FROM a LIMIT 1
SELECT ['a', 1]
SELECT [1, -1], toTypeName([1, -1]), toTypeName([1, 1.5]), toTypeName([1, NULL])
SELECT arrayMap((x, y) -> x + y, [1, 2], [3, 4]), arrayFilter(x -> x > 1, [1, 2, 3])
SELECT arrayMap(x -> x + k, [1, 2]) FROM a ORDER BY k
SELECT k, arrayJoin([1, 2]) AS e FROM a ORDER BY k, e
SELECT k, e FROM a ARRAY JOIN [1, 2] AS e ORDER BY k, e
SELECT k, e, i FROM a LEFT ARRAY JOIN [k, v] AS e, arrayEnumerate([k, v]) AS i ORDER BY ALL
SELECT k, x FROM a ARRAY JOIN range(k) AS x WHERE x > 1 ORDER BY ALL
SELECT k, sum(v) AS s FROM a GROUP BY k HAVING s > 20 ORDER BY s
SELECT k AS v, v AS k FROM a
SELECT sum(v) AS v FROM a
SELECT sum(v) AS v, max(v) FROM a
SELECT v FROM a WHERE (k, v) IN ((1, 10), (3, 31)) ORDER BY v
SELECT v FROM a WHERE (k, v) = (1, 10)
SELECT count(DISTINCT s), count(DISTINCT s, k) FROM a
SELECT CASE WHEN k > 2 THEN 'b' END FROM a ORDER BY k
SELECT date_trunc('month', d), EXTRACT(YEAR FROM d), d + INTERVAL 1 MONTH FROM a ORDER BY d
SELECT TRIM(BOTH 'x' FROM 'xax'), SUBSTRING('abc' FROM 2 FOR 1), POSITION('b' IN 'abc'), DATE '2024-01-01', TIMESTAMP '2024-01-01 00:00:00'
SELECT 1 IN 1, 1 IN (1), 1 IN [1, 2], 1 NOT IN tuple(2), 'a' LIKE 'A', 'a' ILIKE 'A', NOT 1, 1 = 1 AND 2 = 2 OR 0
SELECT 1 ? 2 : 3, -1, - -1, 5 DIV 2, 5 MOD 2, 1 <> 2, 1 == 1, 'a' || 'b' || 1, 2 BETWEEN 1 AND 3
SELECT ALL s FROM a ORDER BY s
SELECT TOP 2 v FROM a ORDER BY v
SELECT any(v), s FROM a GROUP BY s ORDER BY s LIMIT 1 WITH TIES
SELECT s FROM a LIMIT 1 BY s ORDER BY s
SELECT * FROM (SELECT 1 AS x, 2 AS x)
SELECT x FROM (SELECT 1 AS x, 2 AS x)
SELECT 1 AS `a b`, `a b` + 1
SELECT a.k.1 FROM a
SELECT tuple(1, 2).1, (1, 'x').2, [1,2,3][2], map('a', 1)['a'], [(1,2)].1
SELECT sum(v) FILTER (WHERE k > 1) FROM a
SELECT sumIf(v, k > 1) FILTER (WHERE k < 5) FROM a
SELECT k FROM a PREWHERE k > 1 WHERE v < 40 ORDER BY k
SELECT k FROM a FINAL
SELECT k FROM a SAMPLE 0.5
SELECT * FROM a AS x WHERE x.k = 1 AND a.k = 1
SELECT * FROM system.one AS o
SELECT dummy FROM system.one
SELECT untuple((1, 2)), untuple((1, 2)) AS t
SELECT materialize(1) AS x GROUP BY x HAVING x = 1
SELECT 1 WHERE 0
SELECT 1 HAVING 0
SELECT count() FROM a HAVING count() > 100
SELECT max(v) FROM a WHERE 0
SELECT k FROM a GROUP BY k, 1 ORDER BY k
SELECT 1 GROUP BY 1
SELECT 'x' GROUP BY 'y'
SELECT toMinute(toDate32(number)), toStartOfHour(toDate(number)), timeSlot(toDate(number)) FROM numbers(0)
SELECT toMinute(toDate32(number)) FROM numbers(1)
SELECT toHour(toDate(number)) FROM numbers(3) WHERE number > 5
SELECT materialize(NULL::Nullable(Int32)) % materialize(0)
SELECT materialize(NULL::Nullable(Int32)) % 0
SELECT NULL::Nullable(Int32) % 0
SELECT NULL::Nullable(Int32) % materialize(0)
SELECT materialize(5) % materialize(NULL::Nullable(Int32))
SELECT 5 % materialize(NULL::Nullable(Int32))
SELECT materialize(NULL::Nullable(Int32)) % materialize(NULL::Nullable(Int32))
SELECT materialize(NULL::Nullable(Int32)) % materialize(0::Nullable(Int32))
SELECT intDiv(materialize(NULL::Nullable(Int32)), materialize(0))
SELECT intDiv(materialize(NULL::Nullable(Int32)), 0)
SELECT intDiv(materialize(5), materialize(NULL::Nullable(Int32)))
SELECT intDiv(materialize(NULL::Nullable(Int32)), materialize(0::Nullable(Int32)))
SELECT positiveModulo(materialize(NULL::Nullable(Int32)), materialize(0))
SELECT moduloOrNull(materialize(NULL::Nullable(Int32)), materialize(0))
SELECT materialize(NULL::Nullable(Float64)) % materialize(0)
SELECT materialize(NULL::Nullable(Decimal(9,2))) / materialize(0)
SELECT if(number = 0, NULL, 1) % number FROM numbers(2)
SELECT if(number = 0, NULL, 1) % number FROM numbers(1)
SELECT intDiv(if(number = 0, NULL, 1), number) FROM numbers(2)
SELECT intDiv(if(number = 0, NULL, 1), number) FROM numbers(1)
SELECT divide(toDecimal32(1,2), materialize(NULL::Nullable(Int32)))
SELECT toDecimal32(1,2) / materialize(NULL::Nullable(Decimal(9,2)))
SELECT x % y, intDiv(x, y), x / y FROM (SELECT arrayJoin([(1, 2), (NULL, 3), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT toDecimal32(x, 2) / y FROM (SELECT arrayJoin([(1, 2), (NULL, 3), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT toDecimal32(x, 2) / y FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT x / y FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT NULL % number, NULL / number, intDiv(NULL, number) FROM numbers(2)
SELECT x / toDecimal32(y, 2) FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT intDivOrZero(x, y) FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT moduloOrZero(x, y) FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT toLowCardinality(x) % y FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
SELECT intDiv(toFloat64(x), y) FROM (SELECT arrayJoin([(1, 2), (NULL, 0), (7, NULL), (NULL, NULL)]) AS t, t.1 AS x, t.2 AS y)
# A constant '' or 0 is overlooked among values that have a dictionary, as the server overlooks it
SELECT has(x, ''), indexOf(x, ''), countEqual(x, ''), has(x, 'a'), has(x, materialize('')), has(x, lower('')) FROM (SELECT materialize(['', 'a', ''])::Array(LowCardinality(String)) AS x)
SELECT has(x, 0), indexOf(x, 0), countEqual(x, 1), has(x, 0::UInt8), has(x, 0.) FROM (SELECT materialize([0, 1, 2])::Array(LowCardinality(UInt8)) AS x) SETTINGS allow_suspicious_low_cardinality_types = 1
SELECT mapContains(m, ''), m[''], m['a'], has(m, ''), has(mapKeys(m), ''), mapContains(m, materialize('')), m[materialize('')], arrayElementOrNull(m, '') FROM (SELECT materialize(map('', 1, 'a', 2))::Map(LowCardinality(String), UInt8) AS m)
SELECT x[1], x[-1], toTypeName(x[1]), hasAny(x, ['']), arrayCount(y -> y = '', x) FROM (SELECT materialize(['', 'a', ''])::Array(LowCardinality(String)) AS x)
# Tuples: of different sizes, with a NULL of no type, of integers without a common type
SELECT (1, 2) < tuple(3)
SELECT tuple(1, 'a') = (1, 'a', 2)
SELECT (materialize(1), 'a') = ([1], 'a')
SELECT (number, 1) < (5, NULL), toTypeName((number, 1) >= (5, NULL)) FROM numbers(3) ORDER BY number
SELECT (1, 2) < (1, NULL), (1, 2) >= (NULL, 2), (1, NULL) = (2, 3), (1, NULL) != (2, 3), (1, (2, NULL)) < (1, (3, 1)), (NULL, 1) = (NULL, 1)
SELECT (1::UInt64, 1) = (1::Int64, 1), materialize((18446744073709551615, 'a')) > (-1::Int64, 'b'), (1::UInt64, 2) < (-1::Int64, 3), (id, 1) < (v, 2) FROM t1 ORDER BY id
SELECT toDecimal64(1, 2) < toDateTime('2026-01-01 00:00:00', 'UTC')
SELECT toDecimal64(1, 2) < toDateTime64('2026-01-01 00:00:00', 3, 'UTC'), toDecimal64(1, 2) < toDate32('2026-01-01')
# arrayCompact with a lambda
SELECT arrayCompact(x -> x * 2, [1, 1, 2, 2]), arrayCompact(x -> x % 2, [1, 3, 2, 4, 5]), arrayCompact((x, y) -> x + y, [1, 2, 3], [3, 2, 1]), arrayCompact(x -> NULL, [1, 2]), arrayCompact([1, 1, NULL, NULL]), arrayCompact([])
SELECT arrayCompact(x -> if(x > 2, NULL, x), [1, 1, 3, 4, 5, 1, 1]), arrayCompact(x -> x / 0, [1, 2, 0, 0]), arrayCompact(x -> (x % 2, 'q'), [1, 3, 2]), arrayCompact(x -> nan, [1, 2])
SELECT arrayCompact(x -> x > 2, a), arrayCompact(a) FROM t1 ORDER BY id
SELECT arrayCompact([1], [2])
SELECT arrayCompact()
SELECT arrayCompact((x, y) -> 1, [1])
# What a lambda answers keeps the dictionaries inside of it
SELECT toTypeName(arrayMap(x -> k, a)), toTypeName(arrayMap(x -> [k], a)), toTypeName(arrayMap(x -> (k, (1, k)), a)), toTypeName(arrayMap(x -> map(k, x), a)), toTypeName(arrayMap(x -> concat(k, 'a'), a)) FROM t1 LIMIT 1
SELECT arrayMap(x -> (k, x), a) AS l, l[1].1, toTypeName(l[1].1), arraySort(x -> (k, -x), a), mapApply((p, q) -> (p, k), map('a', 'b')) AS m, toTypeName(m) FROM t1 ORDER BY id
SELECT toTypeName(arrayFold((s, x) -> (s.1, k), a, ('a', k))) FROM t1 LIMIT 1
# Aliases within ARRAY JOIN
SELECT id, x, l FROM t1 ARRAY JOIN arrayMap(y -> y, a AS l) AS x ORDER BY id, x
SELECT id, x, z FROM t1 ARRAY JOIN arrayConcat(a AS l, l) AS x, arrayConcat(l, l) AS z WHERE length(l) = 2 ORDER BY id, x
SELECT id, x, l FROM t1 ARRAY JOIN arrayConcat([id AS l], [l]) AS x ORDER BY id, x
SELECT id, x, id + 1 AS l FROM t1 ARRAY JOIN [id + 2 AS l, l] AS x ORDER BY id, x
SELECT id, x FROM t1 LEFT ARRAY JOIN arrayZip(a AS l, arrayReverse(l)) AS x GROUP BY ALL ORDER BY ALL
# Local times around changes of the clock are read with the offset of their count of seconds
SELECT number, parseDateTime(formatDateTime(toDateTime('2026-10-24 22:00:00', 'UTC') + number * 900, '%Y-%m-%d %T') AS s, '%Y-%m-%d %H:%i:%s', 'Europe/Berlin') AS p, toUnixTimestamp(p), parseDateTimeInJodaSyntax(s, 'yyyy-MM-dd HH:mm:ss', 'America/New_York') FROM numbers(40) ORDER BY number
SELECT number, parseDateTime(formatDateTime(toDateTime('2026-03-28 22:00:00', 'UTC') + number * 900, '%Y-%m-%d %T') AS s, '%Y-%m-%d %H:%i:%s', 'Europe/Berlin') AS p, toUnixTimestamp(p) FROM numbers(40) ORDER BY number
SELECT number, parseDateTime(formatDateTime(toDateTime('2026-04-04 10:00:00', 'UTC') + number * 900, '%Y-%m-%d %T') AS s, '%Y-%m-%d %H:%i:%s', 'Australia/Lord_Howe') AS p, toUnixTimestamp(p), parseDateTime64(concat(s, '.5'), '%Y-%m-%d %H:%i:%s.%f', 'Australia/Lord_Howe') FROM numbers(80) ORDER BY number
SELECT parseDateTimeBestEffort('2026-03-29 1:30', 'UTC'), parseDateTimeBestEffort('2026-03-29T02:30:00+03:00', 'UTC'), parseDateTimeBestEffort(toFixedString('2026-03-29', 12), 'UTC'), parseDateTimeBestEffort(toLowCardinality(materialize('2026-03-29 10:00:00')), 'UTC')
SELECT parseDateTimeBestEffort('abc')
SELECT parseDateTimeBestEffort('')
# Suffixes that may stand twice
SELECT sumArrayArray([[1, 2], [3]]), avgArrayArray([[1]]), sumArrayArrayIf([[1, 2], [5]], 1), uniqExactArrayArray([[1], [1, 2]]), toTypeName(sumArrayArrayArray([[[1]]]))
SELECT sumOrNullOrNull(number), sumOrDefaultOrDefault(number) FROM numbers(0)
SELECT sumIfIf(number, number > 1, number > 2) FROM numbers(5)
# groupConcat puts no delimiter behind empty texts that stand first
SELECT groupConcat(',')(x) FROM (SELECT arrayJoin(['', '', 'a', '', 'b', '']) AS x)
SELECT groupConcat(', ', 3)(x), groupConcat(',', 4)(x), groupConcat('')(x) FROM (SELECT arrayJoin(['', '', 'a', '', 'b', '']) AS x)
SELECT count() FROM (SELECT * FROM t1) PREWHERE 1
SELECT transform(v, [1, 2], [3, 4]) FROM t1 ORDER BY id
SELECT transform(id, [1, 2], ['a', 'b']) FROM t1 ORDER BY id
SELECT transform(k, ['x'], ['B']), transform(id, [1], [2]), transform(n, ['1'], ['x'], 'y') FROM t1 ORDER BY id
# Aliases in the bodies of lambdas are theirs
SELECT arrayMap(x -> arrayConcat([x] AS l, l), [1, 2])
SELECT arrayMap(x -> arrayExists(y -> y = x, arrayConcat([x] AS l, l)), [1, 2]), arrayMap(x -> arrayMap(y -> y + x, arrayConcat([x] AS l, l)), [1, 2])
SELECT arrayMap(x -> arrayMap((y, z) -> y + z, [x] AS l, l), [1, 2]), arrayMap(x -> arrayMap(y -> (y, l), [x] AS l), [1, 2])
SELECT arrayMap(x -> (x + 1 AS y) * y, [1, 2]), arrayMap(x -> y * (x + 1 AS y), [1, 2]), arrayMap(x -> ((x + 1 AS y) + y AS z) + z, [1, 2])
SELECT arrayMap(x -> arrayMap(x -> (x AS y) + y, [x, 5]), [1, 2]), arrayMap(x -> (x AS q), [1]), 7 AS q
SELECT arrayMap(x -> (x AS y) + 1, [1, 2]), y
SELECT any(arrayMap(x -> arrayExists(y -> y = x, arrayFilter((x, y) -> x = y, [1] AS l6, arrayEnumerate(l6))), [1]))
WITH x -> (x * 2 AS d) + d AS f SELECT f(3), arrayMap(v -> f(v), [1, 2])
SELECT arrayMap(x -> (b + 1 AS a) + (x AS b), [1, 2]) FROM (SELECT 100 AS b)
SELECT arrayMap(x -> (c + 1 AS a) + (b * 2 AS c) + (x AS b), [1, 2])
SELECT arrayMap(x -> arrayMap(y -> y + b, [1])[1] + (x AS b), [1, 2]) FROM (SELECT 50 AS b)
SELECT arrayMap(x -> x + (SELECT 1 AS z) + (x AS z), [1, 2])
SELECT arrayMap(x -> (x AS x) + 1, [1, 2])
SELECT arrayMap(x -> (1 AS l) + arrayMap(y -> l + (2 AS l), [1])[1], [1, 2])
SELECT CAST((1, NULL)::Tuple(lo Int16, hi Nullable(Int16)) AS Tuple(a String, b Nullable(String), c Array(Int8), d Nullable(Int8)))
SELECT CAST((1, 2)::Tuple(lo Int16, hi Int16) AS Tuple(hi Nullable(Int16), z Nullable(String), w LowCardinality(Nullable(String)), lo String))
SELECT sum(2) OVER (ORDER BY toUInt8(number) RANGE BETWEEN 255 PRECEDING AND 256 FOLLOWING) FROM numbers(3) ORDER BY 1
SELECT sum(2) OVER (ORDER BY toInt8(number) RANGE BETWEEN 127 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(2) OVER (ORDER BY toNullable(toInt16(number)) RANGE BETWEEN 32768 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(2) OVER (ORDER BY toDate(number) RANGE BETWEEN 65536 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(2) OVER (ORDER BY number RANGE BETWEEN 2147483648 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(2) OVER (ORDER BY number ROWS BETWEEN 2147483648 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(2) OVER (ORDER BY number ROWS BETWEEN 2147483647 PRECEDING AND 2147483647 FOLLOWING) FROM numbers(3) ORDER BY 1
# Texts that may be NULL are NULL where they are no values of the type
SELECT toInt32(x), toUInt8(x), toInt128(x), toFloat64(x), toDecimal32(x, 2), toDecimal256(x, 3) FROM (SELECT arrayJoin(['1', '2x', '', ' 3', '300000000000', '1.239', 'inf', NULL]) AS x)
SELECT toDate(x), toDate32(x), toDateTime(x, 'UTC') FROM (SELECT arrayJoin(['2026-01-01', '2026-01-01 10:00:00', '', NULL]) AS x)
SELECT toTime(x), toUUID(x), toIPv4(x), toIPv6(x) FROM (SELECT arrayJoin(['01:02:03', '1.2.3.4', '::1', '00000000-0000-4000-8000-000000000001', 'x', NULL]) AS x)
SELECT toInt32(n), toDate(n), toInt64(toNullable(k)), toTypeName(toInt32(n)) FROM t1 ORDER BY id
SELECT toInt32(toLowCardinality(toNullable('2x'))), toTypeName(toInt32(toLowCardinality(toNullable('1')))), toTypeName(toInt32(toNullable('1'))), toInt32(NULL), toInt32(toNullable('7')) + 1
SELECT toInt32('2x')
SELECT toInt32(materialize('2x'))
SELECT count() FROM t1 WHERE toInt32(n) > 2
SELECT toUInt8(n), count() FROM t1 GROUP BY 1 ORDER BY 1
SELECT toDateTime64(toNullable('abc'), 3)
SELECT arrayMap(x -> toInt32(x), ['1', 'b', NULL]), arrayMap(x -> toInt32(x), [toNullable('q')])
SELECT sum(toInt64(x)), count(toInt64(x)) FROM (SELECT arrayJoin(['1', '2x', NULL]) AS x)
SELECT 1 FROM generateRandom('Tuple(a Int32, b Int64)', 3) LIMIT 2
SELECT anyLast_respect_nulls(x) IGNORE NULLS, any_respect_nulls(x) IGNORE NULLS, first_value_respect_nulls(x) IGNORE NULLS, toTypeName(last_value_respect_nulls(x) IGNORE NULLS) FROM (SELECT arrayJoin([NULL, 1, NULL]) AS x)
SELECT anyLast_respect_nulls(x) IGNORE NULLS OVER () FROM (SELECT arrayJoin([NULL, 1, NULL]) AS x)
# A cast of a text to what may be NULL
SELECT CAST(x AS Nullable(Int8)), CAST(x AS Nullable(Float64)), CAST(x AS Nullable(Decimal(9, 2))), CAST(x AS Nullable(UUID)), CAST(x AS Nullable(Date)), CAST(x AS Nullable(FixedString(3))) FROM (SELECT arrayJoin(['1', '2x', '', ' 3', '300', '1.239', 'inf', NULL, '2020-01-01']) AS x)
SELECT CAST(x AS Nullable(Int8)), CAST(x AS Nullable(FixedString(1))) FROM (SELECT arrayJoin(['1', '2x', '', '300']) AS x)
SELECT CAST('300' AS Nullable(UInt8)), '99999999999999999999'::Nullable(Int64), CAST(materialize(['y', '1']) AS Array(Nullable(Int32))), CAST('y' AS Nullable(DateTime)), CAST('y' AS Nullable(DateTime64(3)))
SELECT accurateCast('300', 'Nullable(Int8)'), accurateCast(materialize('2x'), 'Nullable(Int64)'), toDateTime32(materialize(toNullable('x')))
SELECT CAST('qq' AS Nullable(Bool))
SELECT CAST('qq' AS Nullable(Enum8('a' = 1)))
SELECT CAST('300q' AS UInt8)
SELECT max(id * 2 AS id + n) AS a, id FROM (SELECT 1 AS id, 5 AS n) GROUP BY id
SELECT greatest(number + 1 AS a * 10, a) AS b, a, b + a FROM numbers(3)
SELECT [1 AS a + 2, a, a + 1 AS b, b]
SELECT ((1, 2) AS t.1), t.2, tupleElement((3, 4) AS u, 1) + u.2
SELECT ([1, 2, 3] AS x[2]) AS y, x, y
SELECT f(1 AS a) + 2
SELECT sum(number AS n % 3) OVER (ORDER BY n AS m) FROM numbers(4)
SELECT arrayMap(x -> x AS y + 1, [1])
SELECT arrayMap(x -> (x AS y + 1), [1])
SELECT count(number AS n > 1 AND n < 5 AS ok OR 0) FROM numbers(10)
SELECT toDate('2026-01-01' AS s) AS d, s
SELECT if(1 AS a = 1, a, 2)
SELECT (SELECT 1 AS a + 2)
SELECT 1 IN (1 AS a + 1, a)
SELECT (1 AS a + 1) AS b, -a
SELECT formatQuerySingleLine('SELECT max(id * 2 AS id + n)')
SELECT formatQuerySingleLine('SELECT f(1 + 2 AS x * 3, 4 AS y)')
SELECT formatQuerySingleLine('SELECT (1 AS a + 2)')
SELECT formatQuerySingleLine('SELECT (1 AS a + 2 AS b, 3)')
SELECT formatQuerySingleLine('SELECT [1 AS a + 2]')
SELECT formatQuerySingleLine('SELECT 1 AS a + 2')
SELECT formatQuerySingleLine('SELECT 1 AS a + 2 AS b')
SELECT formatQuerySingleLine('SELECT f(1 a + 2)')
SELECT formatQuerySingleLine('SELECT f(x AS a IN (1,2))')
SELECT formatQuerySingleLine('SELECT f(x AS a.1)')
SELECT formatQuerySingleLine('SELECT f(x AS a[1])')
SELECT formatQuerySingleLine('SELECT f(x AS a::String)')
SELECT formatQuerySingleLine('SELECT f(1 AS a BETWEEN 0 AND 2)')
SELECT formatQuerySingleLine('SELECT f(1 AS a ? 2 : 3)')
SELECT formatQuerySingleLine('SELECT f(-1 AS a + 2)')
SELECT formatQuerySingleLine('SELECT f(NOT 1 AS a AND 2)')
SELECT formatQuerySingleLine('SELECT f(x AS a IS NULL)')
SELECT formatQuerySingleLine('SELECT 1 WHERE (1 AS a + 2) > 1 AS b AND c')
SELECT formatQuerySingleLine('SELECT 1 GROUP BY 1 AS a + 2')
SELECT formatQuerySingleLine('SELECT 1 ORDER BY 1 AS a + 2')
SELECT formatQuerySingleLine('SELECT f(1 AS a AS b)')
SELECT formatQuerySingleLine('SELECT CAST(1 AS a + 2 AS UInt8)')
SELECT formatQuerySingleLine('SELECT CASE WHEN 1 AS a + 2 THEN 1 END')
SELECT formatQuerySingleLine('SELECT 1 + 2 AS x * 3, y')
SELECT formatQuerySingleLine('SELECT x[1 AS a + 2]')
SELECT formatQuerySingleLine('SELECT a, f(b AS c || d AS e)')
SELECT formatQuerySingleLine('SELECT f(NOT x AS a)')
SELECT formatQuerySingleLine('SELECT f(1 + NOT x AS a + 3)')
SELECT formatQuerySingleLine('SELECT f(1 + (2 AS b) * 3 AS a * 4)')
SELECT formatQuerySingleLine('WITH 1 AS a + 2 AS b SELECT a')
SELECT formatQuerySingleLine('SELECT 1 HAVING 1 AS a + 2')
SELECT formatQuerySingleLine('SELECT 1 LIMIT 1 AS a + 2')
SELECT arrayMap([1], x -> x)
SELECT arrayMap(x -> x, x -> x)
SELECT plus(x -> x, 1)
SELECT CAST(x -> x, 'String')
SELECT toString(x -> x)
SELECT length(x -> x)
SELECT arraySort([1], x -> x)
SELECT arrayFold(1, x -> x, 2)
SELECT mapApply(map(1,2), x -> x)
SELECT tuple(x -> x)
SELECT [x -> x]
SELECT if(1, x -> x, x -> x)
SELECT (x -> x) = 1
SELECT range(x -> x)
SELECT arrayElement([1], x -> x)
SELECT x -> x
SELECT arrayReduce('sum', x -> x)
SELECT toTypeName(x -> x)
SELECT materialize(x -> x)
SELECT ignore(x -> x)
SELECT isNull(x -> x)
SELECT empty(x -> x)
SELECT not (x -> x)
SELECT nope(x -> x)
SELECT length(CAST('a','FixedString(16777215)'))
SELECT length(CAST('a','FixedString(16777216)'))
SELECT length(CAST('a','FixedString(100000000)'))
SELECT length(toFixedString('a',16777216))
SELECT length(toFixedString('a',100000000))
SELECT toTypeName(CAST(NULL,'Nullable(FixedString(100000000))'))
SELECT length(CAST('a','FixedString(4294967296)'))
SELECT length(reinterpretAsFixedString(1))
SELECT toTypeName('[]'::Array(FixedString(16777216)))
SELECT length(toFixedString('a',300))
SELECT length(CAST('a','FixedString(257)'))
SELECT length('a'::FixedString(257))
SELECT length(CAST('a','FixedString(256)'))
SELECT length(CAST('a','FixedString(257)')) SETTINGS allow_suspicious_fixed_string_types = 1
SELECT length(CAST('a','Nullable(FixedString(257))'))
SELECT length(CAST(['a'],'Array(FixedString(257))'))
SELECT length(accurateCast('a','FixedString(257)'))
SELECT length(accurateCastOrNull('a','FixedString(257)'))
SELECT length(reinterpret('a','FixedString(257)'))
SELECT length(toFixedString('a',16777215))
SELECT CAST(1, 'LowCardinality(UInt8)')
SELECT CAST([1], 'Array(LowCardinality(UInt8))')
SELECT CAST((1,2), 'Tuple(LowCardinality(UInt8), UInt8)')
SELECT accurateCast(1, 'LowCardinality(Int8)')
SELECT CAST('2020-01-01', 'LowCardinality(Date)')
SELECT toLowCardinality(1)
SELECT CAST(1, 'LowCardinality(UInt8)') SETTINGS allow_suspicious_low_cardinality_types = 1
SELECT JSONExtract('{"a":1}', 'a', 'LowCardinality(UInt8)')
SELECT _CAST(1, 'LowCardinality(UInt8)')
SELECT accurateCastOrDefault('a', 'LowCardinality(UInt8)')
SELECT CAST(NULL, 'Nullable(LowCardinality(UInt8))')
SELECT CAST('a', 'Variant(LowCardinality(UInt8), String)')
SELECT CAST([('a',1)], 'Map(String, LowCardinality(UInt8))')
SELECT CAST('a', 'LowCardinality(Enum8(\'a\'=1))')
SELECT [materialize(1), 18446744073709551615, -1]
SELECT toTypeName([materialize(1), materialize(18446744073709551615), materialize(-1)])
SELECT [1,18446744073709551615,-1]
SELECT arrayMap(x -> x, [1,18446744073709551615,-1])
SELECT arrayStringConcat([[1]],',')
SELECT arrayStringConcat([[1],[2]],',')
SELECT arrayStringConcat([(1,2)],',')
SELECT arrayStringConcat([map(1,2)],',')
SELECT arrayStringConcat(materialize([[1]]),',')
SELECT toTypeName([5000000000 AS x, -1])
WITH 5000000000 AS x SELECT toTypeName([x, -1]), toTypeName(if(number > 0, x, toInt64(-1))) FROM numbers(1)
SELECT toTypeName(if(number > 0, 5000000000 AS x, toInt64(-1))), toTypeName([y, -1]), x AS y FROM numbers(1)
SELECT arrayMap(x -> if(number = 0, x, 7), [toUInt64(3)]), 5000000000 AS x FROM numbers(1)
SELECT hex(if(1, toFixedString('a', 3), toString(number))), hex(if(1, toFixedString('a', 3), toFixedString(toString(number), 4))) FROM numbers(1)
SELECT hex(if(1, toLowCardinality(toFixedString('a', 3)), toString(number))), hex(if(1, toFixedString('a', 3)::Nullable(FixedString(3)), toString(number))), if(1, toFixedString('a', 3), toFixedString(toString(number), 3)) FROM numbers(1)
SELECT toTypeName([toDate('2020-01-01'), 5000000000, -1]), toTypeName([materialize('a'), 5000000000, -1])
SELECT toTypeName([5000000000, -1, toFloat64(number)]), toTypeName(map('a', 5000000000, 'b', -1, 'c', 'd')) FROM numbers(1)
SELECT toTypeName(multiIf(number = 1, 5000000000, number = 2, -1, number = 3, 'a', 'b')) FROM numbers(1)
SELECT toTypeName(coalesce(5000000000, -1)), toTypeName(ifNull(5000000000, -1)), toTypeName(coalesce(NULL, 5000000000, -1))
SELECT toTypeName(coalesce(toNullable(toInt64(number)), 5000000000, -1)), toTypeName(coalesce(5000000000, toInt64(number))) FROM numbers(1)
