SELECT 1 IN (1,2,3), 5 NOT IN (1,2,3), 1 IN (256,257), toUInt8(1) IN (257)
SELECT -1 IN (18446744073709551615), toInt8(-1) IN (255), toUInt64(18446744073709551615) IN (-1)
SELECT 1 IN (1.0, 2.5), 1.5 IN (1, 2), 1.0 IN (1), toFloat32(0.1) IN (0.1)
SELECT toDecimal32(1.5,2) IN (1.5, 2.5), toDecimal32(1.5,2) IN ('1.5'), toDecimal64(1,0) IN (1)
SELECT dec IN (0.125, 0.25), id FROM t1 WHERE dec IN (0.125,0.25) ORDER BY id
SELECT id FROM t1 WHERE (id, k) IN ((1,'y'),(2,'z'),(3,'q')) ORDER BY id
SELECT id FROM t1 WHERE (id, k) IN (SELECT id, k FROM t2) ORDER BY id
SELECT id FROM t1 WHERE (id, v) IN ((5,NULL),(1,-17)) ORDER BY id
SELECT id FROM t1 WHERE (id, v) IN ((5,NULL),(1,-17)) ORDER BY id SETTINGS transform_null_in=1
SELECT id FROM t1 WHERE v IN (NULL, -17) ORDER BY id
SELECT id FROM t1 WHERE v IN (NULL, -17) ORDER BY id SETTINGS transform_null_in=1
SELECT id FROM t1 WHERE v NOT IN (-17) ORDER BY id
SELECT id FROM t1 WHERE v NOT IN (-17) ORDER BY id SETTINGS transform_null_in=1
SELECT id FROM t1 WHERE v NOT IN (NULL, -17) ORDER BY id SETTINGS transform_null_in=1
SELECT id, v IN (SELECT w FROM t2) FROM t1 ORDER BY id
SELECT id, v IN (SELECT w FROM t2) FROM t1 ORDER BY id SETTINGS transform_null_in=1
SELECT id, v NOT IN (SELECT w FROM t2) FROM t1 ORDER BY id SETTINGS transform_null_in=1
SELECT id, id IN (SELECT w FROM t2) FROM t1 ORDER BY id
SELECT NULL IN (1, NULL), NULL IN (NULL), 1 IN (NULL), NULL NOT IN (1)
SELECT NULL IN (1, NULL), NULL IN (NULL), 1 IN (NULL), NULL NOT IN (1) SETTINGS transform_null_in=1
SELECT toNullable(1) IN (1), toNullable(1) IN (2), toTypeName(toNullable(1) IN (1)), toTypeName(NULL IN (1))
SELECT (1, NULL) IN ((1, NULL)), (1,2) IN ((1,2)), (1,2) IN (1,2)
SELECT (1,2) IN (SELECT 1,2), (1,2) IN (SELECT (1,2)), 1 IN (SELECT 1,2)
SELECT 'a' IN ('a','b'), 'a' IN 'a', 1 IN 1, 'x' IN ('')
SELECT 'a' IN (1), 1 IN ('1'), 1 IN ('a')
SELECT d IN ('2026-01-01'), d FROM t1 WHERE d IN ('2026-01-01','2026-01-02') ORDER BY id LIMIT 3
SELECT count() FROM t1 WHERE dt IN ('2026-01-01 00:00:00', '2026-01-01 01:01:11')
SELECT count() FROM t1 WHERE e IN ('a','c')
SELECT count() FROM t1 WHERE e IN ('a','zzz')
SELECT count() FROM t1 WHERE e IN (1, 2)
SELECT count() FROM t1 WHERE k IN ('x','')
SELECT count() FROM t1 WHERE k IN (SELECT k FROM t2)
SELECT count() FROM t1 WHERE n IN ('1','2')
SELECT count() FROM t1 WHERE n NOT IN ('1','2')
SELECT count() FROM t1 WHERE k GLOBAL IN (SELECT k FROM t2)
SELECT count() FROM t1 WHERE id IN t2
SELECT count() FROM t1 WHERE k IN (SELECT DISTINCT k FROM t2 WHERE w IS NULL)
SELECT [1,2] IN ([1,2],[3]), [1] IN ([2])
SELECT a IN ([0,1],[0]) x, count() FROM t1 GROUP BY x ORDER BY x
SELECT 1 IN [1,2], 3 IN [1,2]
SELECT 1 IN tuple(1,2), 1 IN tuple(1), tuple(1) IN tuple(1)
SELECT 1 IN (), 1 NOT IN ()
SELECT id FROM t1 WHERE id IN (1+1, 2*3) ORDER BY id
SELECT id FROM t1 WHERE id IN (SELECT max(id) FROM t1 GROUP BY k) ORDER BY id
SELECT id IN (1,2) AS x, sum(id) FROM t1 GROUP BY x ORDER BY x
SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') IN ('61f0c404-5cb3-11e7-907b-a6006ad3dba0')
SELECT toIPv4('1.2.3.4') IN ('1.2.3.4'), toIPv6('::1') IN ('::1')
SELECT toDateTime64('2026-01-01 00:00:00.123',3,'UTC') IN ('2026-01-01 00:00:00.123')
SELECT toDate('2026-01-01') IN (toDate('2026-01-01')), toDate('2026-01-01') IN (toDateTime('2026-01-01 00:00:00','UTC'))
SELECT toDateTime('2026-01-01 00:00:00','UTC') IN (toDate('2026-01-01'))
SELECT true IN (1), 1 IN (true), true IN ('true')
SELECT toInt128(5) IN (5), toUInt256(5) IN (5, 6), 5 IN (toInt128(5))
SELECT toInt64(5) IN (SELECT toUInt8(5)), toUInt8(5) IN (SELECT toInt64(261)), 5 IN (SELECT 5.0), 5 IN (SELECT '5')
SELECT '5' IN (SELECT 5)
SELECT toFixedString('ab',2) IN ('ab'), 'ab' IN (toFixedString('ab',2))
SELECT map('a',1) IN (map('a',1))
SELECT nan IN (nan), 0. IN (-0.), inf IN (inf)
SELECT id FROM t1 WHERE EXISTS(SELECT 1 FROM t2 WHERE t2.id = t1.id) ORDER BY id
SELECT id FROM t1 WHERE NOT EXISTS(SELECT 1 FROM t2 WHERE t2.id = t1.id AND t2.k = t1.k) ORDER BY id
SELECT 3 > ANY(SELECT number FROM numbers(5)), 3 > ALL(SELECT number FROM numbers(5))
SELECT 3 = ANY (SELECT number FROM numbers(5)), 3 <> ALL (SELECT number FROM numbers(5)), 9 != ALL(SELECT number FROM numbers(5))
SELECT id FROM t1 WHERE id >= ALL (SELECT id FROM t2) ORDER BY id
SELECT id FROM t1 WHERE id < ANY (SELECT id FROM t2 WHERE id > 3) ORDER BY id
SELECT id FROM t1 WHERE id = ANY (SELECT id FROM t2) ORDER BY id
SELECT 3 > ANY(SELECT number FROM numbers(0)), 3 > ALL(SELECT number FROM numbers(0))
SELECT id FROM t1 WHERE v > ALL(SELECT w FROM t2 WHERE w < 20) ORDER BY id
SELECT (SELECT 1), (SELECT 1 WHERE 0), toTypeName((SELECT 1)), (SELECT number FROM numbers(1))
SELECT (SELECT number FROM numbers(3))
SELECT (SELECT 1,2), toTypeName((SELECT 1, 'a'))
SELECT (SELECT [1,2,3])[2], (SELECT max(id) FROM t1) + 1
SELECT (SELECT max(v) FROM t1), toTypeName((SELECT max(id) FROM t1))
SELECT id FROM t1 WHERE id IN (1, 2, NULL) ORDER BY id
SELECT id FROM t1 WHERE id NOT IN (1, 2, NULL) ORDER BY id LIMIT 3
SELECT number FROM numbers(5) WHERE number IN (0, 3.0, 4.5, -1)
SELECT number FROM numbers(5) WHERE toInt8(number) IN (0, 300, -1, 3)
SELECT 1 IN (1, 'a')
SELECT (1, 2) IN ((1, 2, 3))
SELECT (number, number+1) IN ((0,1),(2,3)) FROM numbers(3)
SELECT (number, toString(number)) NOT IN ((0,'0'),(2,'x')) FROM numbers(3)
SELECT number IN (SELECT number FROM numbers(2)) + 1, toTypeName(number IN (1)) FROM numbers(3)
SELECT toDate('2026-01-05') IN ('bad')
SELECT tuple(id) IN (tuple(1), tuple(2)) x, count() FROM t1 GROUP BY x ORDER BY x
SELECT id FROM t1 WHERE k IN ('x') AND v IN (SELECT toInt32(number) FROM numbers(100)) ORDER BY id
SELECT any(e), min(e), max(e), anyLast(e), argMin(e,id), argMax(e,id), toTypeName(any(e)) FROM t1 WHERE 0
SELECT anyOrDefault(e) FROM t1 WHERE 0
SELECT sumIf(id,0), anyIf(e,0) FROM t1
SELECT id, lagInFrame(e) OVER (ORDER BY id) FROM t1 ORDER BY id LIMIT 2
SELECT id, lag(e) OVER (ORDER BY id) FROM t1 ORDER BY id LIMIT 2
SELECT id, any(e) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM t1 ORDER BY id LIMIT 2
SELECT groupArray(e)[100] FROM t1
SELECT [e][2] FROM t1 LIMIT 1
SELECT id, e FROM t1 WHERE id IN (1,4) ORDER BY id WITH FILL
SELECT id, x FROM (SELECT 1 id, emptyArrayUInt8() a0, arrayFilter(x -> 0, [CAST('b','Enum8(\'a\'=5,\'b\'=7)')]) ar) LEFT ARRAY JOIN ar AS x
SELECT a.id, b.e FROM t1 a LEFT JOIN t1 b ON a.id = b.id+1 ORDER BY 1 LIMIT 2
SELECT a.id, b.e FROM t1 a LEFT JOIN (SELECT id, tuple(e) e, [e] ae FROM t1) b ON a.id = b.id+1 ORDER BY 1 LIMIT 2
SELECT toInt8(b.e) FROM t1 a LEFT JOIN t1 b ON a.id = b.id+1 ORDER BY 1 LIMIT 2
SELECT defaultValueOfTypeName('Enum8(\'a\'=5,\'b\'=7)'), defaultValueOfArgumentType(CAST('b','Enum8(\'a\'=5,\'b\'=7)'))
SELECT (SELECT e FROM t1 WHERE 0), (SELECT any(e) FROM t1 WHERE 0)
SELECT map('a', e)['z'] FROM t1 LIMIT 1
SELECT (SELECT 1) FROM (SELECT 2)
SELECT (SELECT 1), x FROM (SELECT (SELECT 2) x)
SELECT 1 IN (SELECT 1), (SELECT 1), 2 IN (SELECT 1)
SELECT (SELECT (SELECT 1)), (SELECT 2)
SELECT (SELECT 2) WHERE 1 IN (SELECT 1)
SELECT (SELECT 2) AS x, (SELECT 3)
SELECT (SELECT 2) + 1 UNION ALL SELECT (SELECT 3)
SELECT (SELECT a FROM (SELECT 1 a)), (SELECT 3)
SELECT (SELECT 1 UNION ALL SELECT 2 LIMIT 0), (SELECT 3)
WITH (SELECT 1) AS z SELECT z, (SELECT 2)
WITH (SELECT 1) AS z SELECT z + 1, (SELECT 2), z
SELECT * FROM (SELECT (SELECT 1)) a, (SELECT (SELECT 2), (SELECT 3)) b
SELECT (SELECT 1) IN (SELECT 1), (SELECT count() FROM t1 WHERE id IN (SELECT 1))
SELECT (SELECT 1), (SELECT 1), (SELECT 1)
SELECT (SELECT count() FROM t1 x WHERE x.k = t1.k), (SELECT 3) FROM t1 ORDER BY id LIMIT 1
SELECT count() FROM t1 WHERE id = (SELECT 3) OR id IN (SELECT 4)
SELECT sum((SELECT 3)), max(id IN (SELECT 4)) FROM t1
SELECT (SELECT 1) x ORDER BY (SELECT 2)
SELECT CASE 1 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END
SELECT CASE NULL WHEN 1 THEN 'a' ELSE 'n' END
SELECT CASE NULL WHEN NULL THEN 'a' ELSE 'n' END
SELECT CASE v WHEN NULL THEN 'null' WHEN -17 THEN 'm17' ELSE 'other' END, id FROM t1 ORDER BY id LIMIT 4
SELECT CASE k WHEN 'x' THEN 1 WHEN 'y' THEN 2 ELSE 0 END AS z, count() FROM t1 GROUP BY z ORDER BY z
SELECT CASE k WHEN 'x' THEN 1 WHEN 'y' THEN 2 END AS z, toTypeName(z) FROM t1 ORDER BY id LIMIT 3
SELECT CASE id WHEN 1 THEN 'one' WHEN 1 THEN 'two' ELSE toString(id) END FROM t1 ORDER BY id LIMIT 3
SELECT CASE e WHEN 'a' THEN 'A' ELSE 'other' END FROM t1 ORDER BY id LIMIT 3
SELECT CASE id WHEN 1.0 THEN 'one' WHEN 2.5 THEN 'x' ELSE 'other' END FROM t1 ORDER BY id LIMIT 3
SELECT CASE id WHEN f THEN 'f' WHEN f + 2 THEN 'x' ELSE 'other' END FROM t1 ORDER BY id LIMIT 3
SELECT CASE dec WHEN 0.125 THEN 'f' ELSE 'other' END FROM t1 ORDER BY id LIMIT 3
SELECT CASE toInt8(-1) WHEN 255 THEN 'a' ELSE 'b' END
SELECT CASE n WHEN '1' THEN 'one' WHEN '2' THEN NULL ELSE n END x, toTypeName(x) FROM t1 ORDER BY id LIMIT 4
SELECT CASE id % 3 WHEN 0 THEN [1] WHEN 1 THEN [2,3] ELSE [] END FROM t1 ORDER BY id LIMIT 3
SELECT caseWithExpression(1, 1, 'a', 'b'), caseWithoutExpression(1, 'a', 'b')
SELECT CASE nan WHEN nan THEN 1 ELSE 2 END
SELECT CASE toLowCardinality('x') WHEN 'x' THEN toLowCardinality('q') ELSE 'b' END AS z, toTypeName(z)
SELECT CASE count() WHEN 30 THEN 'ok' ELSE 'no' END FROM t1
SELECT CASE k WHEN 'x' THEN 'X' ELSE NULL END AS z, toTypeName(z) FROM t1 ORDER BY id LIMIT 2
SELECT number IN (number, 1), number NOT IN (number, 1), number IN [number], (number IN (number, 2)) + 1 FROM numbers(2)
SELECT arrayMap(x -> x IN (x, number), [1]), number GLOBAL IN (number, 2) FROM numbers(1) WHERE number IN (number, 1)
SELECT [1] IN ([1], materialize([3]))
SELECT (1, 2) IN ((1, 2), materialize((3, 4)))
SELECT 1 FROM numbers(0) INTERSECT DISTINCT SELECT 1 % number FROM numbers(1)
SELECT 1 FROM numbers(1) EXCEPT SELECT 1 % number FROM numbers(1)
SELECT toTypeName(NULL IN (SELECT 1)), toTypeName(NULL NOT IN (SELECT v FROM t1))
SELECT toInt64(id) IN (1.5, f), toUInt64(id) IN (f, materialize(2.5)) FROM t1 ORDER BY id
SELECT toInt32(id) IN (1.5, f), toDecimal64(id, 2) IN (f, 1.001) FROM t1 ORDER BY id
SELECT id IN (k, '3'), k IN (e, 'x'), d IN (toString(d), '2026-01-02') FROM t1 WHERE k != '' AND 0
SELECT toString(id) IN (id, 3) FROM t1 ORDER BY id
SELECT toTypeName(k IN (SELECT s FROM a)), toTypeName(k IN ('x', 'y')), toTypeName(toNullable(k) IN (SELECT s FROM a)) FROM t1 LIMIT 1
SELECT lc NOT IN ('a', NULL) AS w, lc IN (NULL) AS v, lc IN (SELECT 'a') AS u, lc2 IN ('a', NULL) AS t FROM (SELECT toLowCardinality('a'::Nullable(String)) lc, toLowCardinality('b') lc2) SETTINGS transform_null_in=1
SELECT (lc, 1) IN (('a', 1), (NULL, 1)) AS w FROM (SELECT toLowCardinality('a'::Nullable(String)) lc) SETTINGS transform_null_in=1
SELECT lc IN ('a') AS w FROM (SELECT toLowCardinality(arrayJoin(['a', NULL])) lc) SETTINGS transform_null_in=1
SELECT lc IN ('a', '', NULL) AS w FROM (SELECT toLowCardinality('a'::Nullable(String)) lc) SETTINGS transform_null_in=1
# Decimals are cast to the type of the sub-query's column
SELECT id FROM t1 WHERE dec IN (SELECT toInt32(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toUInt8(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE -dec IN (SELECT toUInt8(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec * 1000 IN (SELECT toUInt8(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toDecimal32(k, 1) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toDecimal32(k, 0) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toDecimal128(k, 0) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toDecimal128(k, 5) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toFloat64(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toInt128(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toNullable(toUInt64(k)) FROM b) ORDER BY id
SELECT id FROM t1 WHERE toNullable(dec) IN (SELECT toUInt64(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE (dec, id) IN (SELECT toUInt64(k), toUInt64(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE dec IN (SELECT toBool(k) FROM b) ORDER BY id
SELECT id FROM t1 WHERE id IN (SELECT toDecimal64(k, 1) FROM b) ORDER BY id
SELECT id FROM t1 WHERE id IN (SELECT toDecimal32(k + 0.5, 1) FROM b) ORDER BY id
SELECT id FROM t1 WHERE id IN (SELECT toFloat64(k) FROM b) ORDER BY id
SELECT dec NOT IN (SELECT toInt64(k) FROM b) FROM t1 ORDER BY id LIMIT 12
SELECT toDecimal64(1.5, 1) IN (SELECT 1), toDecimal64(1.5, 1) IN (SELECT toUInt64(1)), toDecimal64(1.5, 1) IN (1), toDecimal64(1.5, 1) IN (SELECT toDecimal64(1, 0))
SELECT number % 2 AS n FROM numbers(4) INTERSECT SELECT number % 2 FROM numbers(4) ORDER BY n SETTINGS intersect_default_mode = 'DISTINCT'
SELECT n FROM (SELECT number % 2 AS n FROM numbers(4) INTERSECT SELECT number % 2 FROM numbers(3)) ORDER BY n SETTINGS intersect_default_mode = 'DISTINCT'
SELECT n FROM (SELECT number % 2 AS n FROM numbers(4) INTERSECT SELECT number % 2 FROM numbers(3)) ORDER BY n SETTINGS intersect_default_mode = 'ALL'
SELECT n FROM (SELECT number % 2 AS n FROM numbers(4) EXCEPT SELECT 1) ORDER BY n SETTINGS except_default_mode = 'DISTINCT'
SELECT n FROM (SELECT number % 2 AS n FROM numbers(4) EXCEPT ALL SELECT 1) ORDER BY n SETTINGS except_default_mode = 'DISTINCT'
SELECT n FROM (SELECT number % 2 AS n FROM numbers(4) EXCEPT DISTINCT SELECT 1) ORDER BY n SETTINGS except_default_mode = 'ALL'
SELECT n FROM (SELECT number % 3 AS n FROM numbers(9) EXCEPT SELECT 1 EXCEPT SELECT 2) ORDER BY n SETTINGS except_default_mode = 'DISTINCT'
SELECT n FROM (SELECT number % 3 AS n FROM numbers(9) EXCEPT SELECT 1 INTERSECT SELECT 1) ORDER BY n SETTINGS except_default_mode = 'DISTINCT', intersect_default_mode = 'DISTINCT'
SELECT n FROM (SELECT number % 3 AS n FROM numbers(9) EXCEPT SELECT 1 SETTINGS except_default_mode = 'DISTINCT') ORDER BY n
# Times and flags are cast to the type of the sub-query's column
SELECT materialize(toDateTime('2020-01-01 00:00:01', 'UTC')) IN (SELECT toDate('2020-01-01')), materialize(toDateTime64('2020-01-01 00:00:01', 3, 'UTC')) IN (SELECT toDate32('2020-01-01'))
SELECT materialize(toDateTime64('2020-01-01 00:00:01.555', 3, 'UTC')) IN (SELECT toDateTime64('2020-01-01 00:00:01.5', 1, 'UTC')), materialize(toDateTime('2020-01-01 02:00:00', 'Asia/Tokyo')) IN (SELECT toDate('2020-01-01'))
SELECT materialize(toDate32('1900-01-01')) IN (SELECT toDate('1970-01-01')), materialize(toDateTime64('2020-01-01 00:00:01.5', 3, 'UTC')) IN (SELECT toDateTime('2020-01-01 00:00:01', 'UTC'))
SELECT materialize(true) IN (SELECT 2), materialize(true) IN (SELECT toInt64(-5)), materialize(true) IN (SELECT 1)
SELECT materialize(toDate32('2290-01-01')) IN (SELECT toDate('2149-06-06')), materialize(toDateTime64('1900-01-01 00:00:00', 0, 'UTC')) IN (SELECT toDate('1970-01-01')), materialize(toNullable(toDate32('2020-01-01'))) IN (SELECT toDate('2020-01-01'))
# What a set of another sign does not hold is no NULL in it, and a key that it does not hold is an error
SELECT materialize(CAST(NULL, 'Nullable(Int64)')) IN (SELECT arrayJoin([18446744073709551615, 3])), materialize(CAST(3, 'Nullable(Int64)')) IN (SELECT arrayJoin([18446744073709551615, 3])) SETTINGS transform_null_in = 1
SELECT materialize(CAST(NULL, 'Nullable(UInt64)')) IN (SELECT arrayJoin([-1, 3])), materialize(CAST(NULL, 'Nullable(UInt64)')) IN (SELECT arrayJoin([-1, 3, NULL])) SETTINGS transform_null_in = 1
SELECT materialize(-1) IN (SELECT toUInt8(255)) SETTINGS transform_null_in = 1
SELECT materialize('abc') IN (SELECT toFixedString('ab', 2)) SETTINGS transform_null_in = 1
SELECT materialize('x') IN (SELECT 1) SETTINGS transform_null_in = 1
