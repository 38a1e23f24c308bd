# Variant: casts, common types of branches, parts, tables and what is not allowed
SELECT 42::Variant(UInt64, String) AS v, toTypeName(v), variantType(v), toTypeName(variantType(v)), v.UInt64, v.String, toTypeName(v.String)
SELECT 'abc'::Variant(UInt64, String) AS v, variantType(v)
SELECT '42'::Variant(UInt64, String) AS v, variantType(v)
SELECT NULL::Variant(UInt64, String) AS v, variantType(v), isNull(v), v IS NOT NULL
SELECT CAST(42, 'Variant(UInt64, String)')
SELECT CAST(42::UInt64, 'Variant(UInt64, String)') AS v, variantType(v)
SELECT CAST(materialize('42'), 'Variant(UInt64, String)') AS v, variantType(v)
SELECT toTypeName(NULL::Variant(String, UInt8, Array(String), String)), toTypeName(NULL::Variant(Nullable(String), UInt8))
SELECT toTypeName(NULL::Variant(LowCardinality(String), UInt8)), toTypeName(NULL::Variant(Variant(String, UInt8), Int8))
SELECT toTypeName(NULL::Variant()), NULL::Variant(Dynamic)
SELECT toTypeName(NULL::Variant(UInt8))
SELECT toTypeName(if(number = 0, 1, 'x') AS v), v, variantType(v) FROM numbers(2)
SELECT toTypeName(if(number = 0, [1], 'x') AS v), v, variantType(v) FROM numbers(2)
SELECT toTypeName(if(number = 0, [1], ['x']) AS v), v FROM numbers(2)
SELECT toTypeName(multiIf(number = 0, 1, number = 1, 2.5, number = 2, 'x', NULL) AS v), v, variantType(v) FROM numbers(4)
SELECT toTypeName(if(number = 0, toDate(1), 5) AS v), v FROM numbers(2)
SELECT toTypeName(if(number = 0, '42', 5) AS v), v, variantType(v) FROM numbers(2)
SELECT toTypeName(if(number = 0, '42'::Nullable(String), 5) AS v), v, variantType(v) FROM numbers(2)
SELECT toTypeName(if(number = 0, toLowCardinality('a'), 5) AS v), v, variantType(v) FROM numbers(2)
SELECT toTypeName(if(number = 0, materialize(toLowCardinality('a')), 5) AS v), v, variantType(v) FROM numbers(2)
SELECT toTypeName(array(number, 'a') AS v), v FROM numbers(2)
SELECT toTypeName([1, 'a', [1]]), [1, 'a', [1]]
SELECT toTypeName(map('a', 1, 'b', 'x') AS m), m
SELECT toTypeName(map('a', number, 'b', 'x') AS m), m, m['a'] FROM numbers(1)
SELECT toTypeName(ifNull(NULL::Nullable(UInt8), 'x') AS v), v, variantType(v)
SELECT toTypeName(coalesce(NULL, number = 0 ? NULL : 5, 'x') AS v), v FROM numbers(2)
SELECT toTypeName(v), v FROM (SELECT 1 AS v UNION ALL SELECT 'a') ORDER BY toString(v)
SELECT v::String, v::Nullable(UInt8), toTypeName(v::String) FROM (SELECT if(number = 0, 1, '7') AS v FROM numbers(2))
SELECT v::UInt8 FROM (SELECT if(number = 0, 1, 'x') AS v FROM numbers(2))
SELECT v::Nullable(UInt8) FROM (SELECT if(number = 0, 1, 'x') AS v FROM numbers(2))
SELECT v::UInt8 FROM (SELECT if(number = 0, 1, NULL)::Variant(UInt8, String) AS v FROM numbers(2))
SELECT v::String FROM (SELECT if(number = 0, 1, NULL)::Variant(UInt8, String) AS v FROM numbers(2))
SELECT toString(v), toTypeName(toString(v)) FROM (SELECT if(number = 0, 1, NULL)::Variant(UInt8, String) AS v FROM numbers(2))
SELECT v + 1, toTypeName(v + 1) FROM (SELECT if(number = 0, 1::UInt8, 2.5)::Variant(UInt8, Float64) AS v FROM numbers(2))
SELECT length(v), toTypeName(length(v)) FROM (SELECT if(number = 0, 'abc', [1]) AS v FROM numbers(2))
SELECT v, count() FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(4)) GROUP BY v
SELECT v, count() FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(4)) GROUP BY v ORDER BY toString(v) SETTINGS allow_suspicious_types_in_group_by=1
SELECT v FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(4)) ORDER BY v
SELECT DISTINCT v FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(4)) ORDER BY toString(v)
SELECT uniqExact(v), any(v), count(v) FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(4))
SELECT variantElement(v, 'UInt8'), variantElement(v, 'String') FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(2))
SELECT variantElement(v, 'Int8') FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(2))
SELECT variantType(1)
SELECT v.UInt8, v.String, v.Foo FROM (SELECT if(number % 2 = 0, 'abc', 1) AS v FROM numbers(2))
SELECT v.`Array(UInt8)`, v.`Array(UInt8)`.size0, v.String FROM (SELECT if(number % 2 = 0, 'abc', [1]) AS v FROM numbers(2))
SELECT v.`Tuple(UInt8, String)`, toTypeName(v.`Tuple(UInt8, String)`) FROM (SELECT if(number % 2 = 0, 'abc', (1, 'q')) AS v FROM numbers(2))
SELECT NULL::Variant(UInt8, UInt16)
SELECT NULL::Variant(UInt8, Bool)
SELECT NULL::Variant(UInt64, Float64)
SELECT NULL::Variant(Int64, UInt64)
SELECT NULL::Variant(Date, DateTime)
SELECT NULL::Variant(String, FixedString(3))
SELECT NULL::Variant(String, Enum8('a'=1))
SELECT NULL::Variant(Array(UInt8), Array(UInt16))
SELECT NULL::Variant(Array(UInt8), Array(String))
SELECT NULL::Variant(Decimal(9,2), UInt8)
SELECT NULL::Variant(LowCardinality(String), String)
SELECT NULL::Array(Variant(UInt8, UInt16))
SELECT NULL::Variant(Tuple(UInt8), Tuple(UInt16))
SELECT NULL::Variant(Map(String, UInt8), Map(String, UInt16))
SELECT NULL::Variant(Date, UInt16)
SELECT NULL::Variant(IPv4, UInt32)
SELECT NULL::Variant(IPv4, IPv6)
SELECT NULL::Variant(UUID, String)
SELECT NULL::Variant(UInt8, UInt16) SETTINGS allow_suspicious_variant_types = 1
CREATE TABLE sv (v Variant(UInt8, UInt16)) ENGINE = Memory
SELECT if(number, 1::UInt8, 1.5::Float64) FROM numbers(1)
SELECT NULL::Variant(DateTime, DateTime64(3))
SELECT NULL::Variant(Time, DateTime)
SELECT NULL::Variant(Int128, String)
SELECT NULL::Variant(IntervalDay, IntervalHour)
CREATE TABLE v1 (id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)) ENGINE = MergeTree ORDER BY id
CREATE TABLE v1 (id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Tuple(a UInt8, b String), Map(String, UInt8))) ENGINE = MergeTree ORDER BY id
CREATE TABLE v2 (v Variant(UInt64, String)) ENGINE = MergeTree ORDER BY v
CREATE TABLE v2 (v Nullable(Variant(UInt64, String))) ENGINE = MergeTree ORDER BY tuple()
CREATE TABLE v2 (v LowCardinality(Variant(UInt64, String))) ENGINE = MergeTree ORDER BY tuple()
CREATE TABLE v2 (id UInt8, v Variant(UInt64, String), INDEX i v TYPE minmax) ENGINE = MergeTree ORDER BY id
CREATE TABLE v3 (id UInt8, v Variant(UInt64, String)) ENGINE = MergeTree ORDER BY id PARTITION BY v
CREATE TABLE v4 (id UInt8, v Variant(UInt64, String)) ENGINE = MergeTree ORDER BY v.UInt64
CREATE TABLE v5 (id UInt8, v Variant(UInt64, String)) ENGINE = MergeTree ORDER BY v.UInt64 SETTINGS allow_nullable_key=1
CREATE TABLE v6 (id UInt8, v Variant(UInt64, String)) ENGINE = Log
CREATE TABLE v7 (id UInt8, v Variant(UInt64, String)) ENGINE = ReplacingMergeTree ORDER BY id
CREATE TABLE v8 (id UInt8, v Variant(UInt64, String)) ENGINE = SummingMergeTree ORDER BY id
CREATE TABLE v9 (id UInt8, v Variant(UInt64, String)) ENGINE = CoalescingMergeTree ORDER BY id
DESCRIBE TABLE v1
INSERT INTO v1 VALUES (1, 42), (2, 'abc'), (3, [1,2]), (4, '2024-01-01'), (5, true), (6, NULL), (9, '42'), (10, -1), (11, 1.5), (12, ''), (13, 'NULL'), (14, 'true'), (15, [])
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '21\t42')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '24\t[1,2]')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '25\ttrue')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '26\t2024-01-01')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '27\t(1,\'x\')')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '28\t{\'k\':1}')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '29\t-5')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '30\tNULL')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '31')
INSERT INTO v1 SELECT id, v FROM format(TSV, 'id UInt32, v Variant(UInt64, String, Array(UInt8), Date, Bool, Float64)', '32\tt')
INSERT INTO v1 FORMAT CSV 41,42
INSERT INTO v1 FORMAT CSV 42,"a,b"
INSERT INTO v1 FORMAT CSV 43,\N
INSERT INTO v1 FORMAT CSV 44,"[1,2]"
INSERT INTO v1 FORMAT CSV 45,"42"
INSERT INTO v1 FORMAT CSV 46,
INSERT INTO v1 FORMAT CSV 47,""
INSERT INTO v1 FORMAT CSV 48,false
INSERT INTO v1 FORMAT CSV 49,"2024-01-02"
INSERT INTO v1 FORMAT CSV 50,NULL
INSERT INTO v1 FORMAT JSONEachRow {"id":61,"v":42} {"id":62,"v":"42"} {"id":63,"v":[1,2]} {"id":64,"v":null} {"id":65,"v":true} {"id":66,"v":"2024-01-01"} {"id":67,"v":{"a":1,"b":"x"}} {"id":68,"v":{"q":1}} {"id":69} {"id":70,"v":"abc"}
INSERT INTO v1 FORMAT JSONEachRow {"id":71,"v":1.5}
INSERT INTO v1 FORMAT JSONEachRow {"id":72,"v":[1,"x"]}
INSERT INTO v1 FORMAT JSONEachRow {"id":73,"v":-1}
INSERT INTO v1 FORMAT JSONEachRow {"id":74,"v":{}}
INSERT INTO v1 FORMAT JSONEachRow {"id":75,"v":[]}
INSERT INTO v1 FORMAT JSONCompactEachRow [81, "x"]
INSERT INTO v1 SELECT 101, 'sel'
INSERT INTO v1 SELECT 102, 5
INSERT INTO v1 SELECT 103, 5::UInt64
INSERT INTO v1 SELECT 104, '77'
INSERT INTO v1 (id) VALUES (105)
SELECT id, v, variantType(v) FROM v1 ORDER BY id
SELECT id, v.UInt64, v.String, v.`Array(UInt8)`, v.Date, v.Bool, v.`Map(String, UInt8)` FROM v1 ORDER BY id
SELECT count(), countIf(v IS NULL), sum(v.UInt64) FROM v1
SELECT variantType(v) AS t, count() FROM v1 GROUP BY t ORDER BY t
OPTIMIZE TABLE v1 FINAL
ALTER TABLE v1 DELETE WHERE v.UInt64 = 42 SETTINGS mutations_sync=2
ALTER TABLE v1 UPDATE v = 'upd' WHERE id = 2 SETTINGS mutations_sync=2
ALTER TABLE v1 UPDATE v = 7::UInt64 WHERE id = 3 SETTINGS mutations_sync=2
SELECT id, v, variantType(v) FROM v1 ORDER BY id
SELECT id FROM v1 WHERE v.String = 'abc' ORDER BY id
SELECT id, v FROM v1 WHERE v IS NULL ORDER BY id
SELECT a.id, b.v FROM v1 a LEFT JOIN (SELECT * FROM v1 WHERE id < 5) b ON a.id = b.id ORDER BY a.id
SELECT id, v.UInt64 + 1, toString(v), v::String FROM v1 ORDER BY id LIMIT 12
SELECT groupArray(v) FROM (SELECT v FROM v1 ORDER BY id)
SELECT max(v) FROM v1
SELECT argMax(v, id), argMin(id, v.UInt64) FROM v1
SELECT DISTINCT v FROM v1 ORDER BY toString(v)
CREATE TABLE dj (id UInt32) ENGINE = MergeTree ORDER BY id
INSERT INTO dj VALUES (1)
ALTER TABLE dj ADD COLUMN k JSON(q UInt8)
SELECT k FROM dj
SELECT count(v), count() FROM (SELECT number = 0 ? NULL : 5::Variant(UInt64,String) AS v FROM numbers(3))
SELECT sum(v) FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT v FROM (SELECT 5::Variant(UInt64,String) AS v FROM numbers(3)) LIMIT 1 BY v
SELECT row_number() OVER (PARTITION BY v) FROM (SELECT 5::Variant(UInt64,String) AS v FROM numbers(3))
SELECT arrayJoin([v, v]) FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT concat(v, 'x'), toTypeName(concat(v, 'x')) FROM (SELECT if(number = 0, 'a', 5) AS v FROM numbers(2))
SELECT v IS NULL ? 1 : 2, ifNull(v, 'z'), coalesce(v, 'z') FROM (SELECT number = 0 ? NULL : 5::Variant(UInt64,String) AS v FROM numbers(3))
SELECT tuple(v, 1), toTypeName(tuple(v, 1)) FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT (v, 1).1 FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT [v][1], length([v, v]) FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT toJSONString(v), toTypeName(toJSONString(v)) FROM (SELECT if(number = 0, 'a"b', 5) AS v FROM numbers(2))
SELECT toString(v), toTypeName(toString(v)), CAST(v, 'String'), CAST(v, 'Nullable(String)') FROM (SELECT number = 0 ? NULL : 5::Variant(UInt64,String) AS v FROM numbers(2))
SELECT anyLast(v), any(v), min(v) FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT sipHash64(1), materialize(v), identity(v), ignore(v) FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT v + 1, toTypeName(v + 1) FROM (SELECT 5::Variant(UInt64,Date) AS v)
SELECT v + 1, toTypeName(v + 1) FROM (SELECT toDate('2024-01-01')::Variant(UInt64,Date) AS v)
SELECT toDate(v), toTypeName(toDate(v)) FROM (SELECT if(number=0, toDate('2024-01-01'), '2024-02-02') AS v FROM numbers(2))
SELECT toUInt8(v), toTypeName(toUInt8(v)) FROM (SELECT if(number=0, 5, '7') AS v FROM numbers(2))
SELECT multiIf(number = 0, v, 'x'), toTypeName(multiIf(number = 0, v, 'x')) FROM (SELECT number, if(number=0, 5, '7') AS v FROM numbers(2))
SELECT if(number = 0, v, toDate(5)), toTypeName(if(number = 0, v, toDate(5))) FROM (SELECT number, if(number=0, 5, '7') AS v FROM numbers(2))
SELECT v FROM (SELECT 5::Variant(UInt64,String) AS v UNION ALL SELECT 'q') ORDER BY toString(v)
SELECT v FROM (SELECT 5 AS v UNION DISTINCT SELECT 'q' UNION DISTINCT SELECT 'q') ORDER BY toString(v)
SELECT 5 INTERSECT SELECT 'q'
SELECT 5 AS x EXCEPT SELECT 'q'
SELECT * FROM (SELECT 1 AS a) x JOIN (SELECT 'q' AS a) y USING (a)
SELECT map('a', v)['a'], map('a', v)['b'] FROM (SELECT 5::Variant(UInt64,String) AS v)
SELECT length(v), toTypeName(length(v)) FROM (SELECT if(number = 0, 'abc', [1]) AS v FROM numbers(2))
SELECT substring(v, 1, 1) FROM (SELECT if(number = 0, 'abc', toFixedString('xyz',3)) AS v FROM numbers(2))
SELECT reverse(v), toTypeName(reverse(v)) FROM (SELECT if(number = 0, 'abc', [1, 2]) AS v FROM numbers(2))
SELECT empty(v), toTypeName(empty(v)) FROM (SELECT if(number = 0, 'abc', [1, 2]) AS v FROM numbers(3))
SELECT abs(v), negate(v), toTypeName(negate(v)) FROM (SELECT 5::Variant(UInt64,Bool) AS v)
SELECT tupleElement(v, 1) FROM (SELECT if(number = 0, (1, 2), ('a', 'b')) AS v FROM numbers(2))
SELECT toTypeName(if(number, NULL, 1)), toTypeName(if(number, [NULL], 'x')), toTypeName(if(number, tuple(1), 'x')) FROM numbers(1)
SELECT if(number = 0, toTime('10:00:00'), 5), toTypeName(if(number = 0, toTime64('10:00:00', 3), 'x')) FROM numbers(2)
SELECT if(number = 0, 1::Dynamic, 5), toTypeName(if(number = 0, 1::Dynamic, 5)) FROM numbers(2)
SELECT if(number = 0, 'x', 5)::Dynamic AS d, dynamicType(d) FROM numbers(2)
SELECT if(number = 0, nan, 'x'), if(number = 0, [nan, inf], 'x'), if(number = 0, [toFloat32(0.1)], 'x') FROM numbers(1)
SELECT if(number = 0, ['a\0b\'\"\n'], 1), if(number = 0, map('a''b', [NULL, 1]), 1), if(number = 0, (1, 'q', [toDate(1)]), 1) FROM numbers(1)
SELECT if(number = 0, CAST(([1], 'x'), 'Tuple(a Array(UInt8), `b c` String)'), 1) AS v, toTypeName(v) FROM numbers(1)
SELECT if(number = 0, map(1, 'a'), 'x'), if(number = 0, map(toDate(1), 2), 'x') FROM numbers(1)
SELECT if(number = 0, [1], NULL), toTypeName(if(number = 0, [1], NULL)) FROM numbers(2)
SELECT if(number = 0, map(1, 2), NULL), toTypeName(if(number = 0, map(1, 2), NULL)) FROM numbers(2)
SELECT if(number = 0, [1], ['a', NULL]), toTypeName(if(number = 0, [1], [NULL, 'a'])) FROM numbers(2)
SELECT if(number = 0, [1], 5::Nullable(UInt8)), toTypeName(if(number = 0, [1], 5::Nullable(UInt8))) FROM numbers(2)
SELECT if(number = 0, CAST('a', 'Enum8(\'a\'=1)'), 5), toTypeName(if(number = 0, CAST('a', 'Enum8(\'a\'=1)'), 5)) FROM numbers(2)
SELECT if(number = 0, CAST('a', 'Enum8(\'a\'=1)'), CAST('b', 'Enum8(\'b\'=1)')), toTypeName(if(number = 0, CAST('a', 'Enum8(\'a\'=1)'), CAST('b', 'Enum8(\'b\'=1)'))) FROM numbers(2)
SELECT if(number = 0, CAST('a', 'Enum8(\'a\'=1)'), 'x'), toTypeName(if(number = 0, CAST('a', 'Enum8(\'a\'=1)'), 'x')) FROM numbers(2)
SELECT if(number = 0, (1, 'a'), ('b', 2)), toTypeName(if(number = 0, (1, 'a'), ('b', 2))) FROM numbers(2)
SELECT if(number = 0, (1, 'a'), (1, 2, 3)), toTypeName(if(number = 0, (1, 'a'), (1, 2, 3))) FROM numbers(2)
SELECT if(number = 0, map('a', 1), map('a', 'x')), toTypeName(if(number = 0, map('a', 1), map('a', 'x'))) FROM numbers(2)
SELECT if(number = 0, toInt64(-1), toUInt64(5)), toTypeName(if(number = 0, toInt64(-1), toUInt64(5))) FROM numbers(2)
SELECT if(number = 0, toUInt64(1), 0.5), toTypeName(if(number = 0, toUInt64(1), 0.5)) FROM numbers(2)
SELECT if(number = 0, toDecimal32(1, 2), 0.5), toTypeName(if(number = 0, toDecimal32(1, 2), 0.5)) FROM numbers(2)
SELECT if(number = 0, toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), toUInt128(5)), toTypeName(if(number = 0, toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), toUInt128(5))) FROM numbers(2)
SELECT if(number = 0, toIPv6('::1'), toIPv4('1.2.3.4')), toTypeName(if(number = 0, toIPv6('::1'), toIPv4('1.2.3.4'))) FROM numbers(2)
SELECT if(number = 0, true, 5), toTypeName(if(number = 0, true, 5)), toTypeName(if(number = 0, true, 'x')) FROM numbers(2)
SELECT if(number = 0, toDate(1), toDateTime(5, 'UTC')), toTypeName(if(number = 0, toDate(1), 'x')) FROM numbers(2)
SELECT if(number = 0, toFloat32(0.1), toInt256(5)), toTypeName(if(number = 0, toFloat32(0.1), toInt256(5))) FROM numbers(2)
SELECT if(number = 0, tuple(), 5), toTypeName(if(number = 0, tuple(), 5)) FROM numbers(2)
SELECT if(number = 0, toLowCardinality('a'), [1]), toTypeName(if(number = 0, toLowCardinality('a'), [1])) FROM numbers(2)
SELECT if(number = 0, materialize(toLowCardinality('a')), toLowCardinality(5)), toTypeName(if(number = 0, materialize(toLowCardinality('a')), toLowCardinality(5))) FROM numbers(2)
SELECT ifNull(toNullable(1), 'a'), toTypeName(ifNull(toNullable(1), 'a')), ifNull([1], 'a'), toTypeName(ifNull(1, 'a'))
SELECT coalesce(materialize(1), 'a'), toTypeName(coalesce(materialize(1), 'a')), toTypeName(coalesce(toNullable(1), toNullable('a')))
SELECT toTypeName(CAST((1, 'a'), 'Tuple(a UInt8, b String)')), toTypeName([CAST((1, 'a'), 'Tuple(a UInt8, b String)')]), toTypeName(map(1, CAST((1, 'a'), 'Tuple(a UInt8, b String)')))
SELECT v, toTypeName(v) FROM (SELECT [1] AS v UNION ALL SELECT (1, 'x')) ORDER BY toString(v)
SELECT v, toTypeName(v) FROM (SELECT [1] AS v UNION ALL SELECT NULL) ORDER BY toString(v)
SELECT array(number, NULL, 'x'), toTypeName(array(number, NULL, 'x')) FROM numbers(1)
SELECT array([number], 'x', (1, 'y')), toTypeName(array([number], ['x'])) FROM numbers(1)
SELECT toTypeName(NULL::Variant(Tuple(a UInt8, b String), UInt8))
SELECT * FROM (SELECT number AS k, if(number = 0, 'a', 5) AS v FROM numbers(2)) AS a LEFT JOIN (SELECT 7 AS k, if(number = 0, 'a', 5) AS w FROM numbers(1)) AS b USING (k) ORDER BY k
SELECT hex(v), toTypeName(hex(v)) FROM (SELECT if(number=0, 'a', 5) AS v FROM numbers(2))
SELECT v LIKE '%a%' FROM (SELECT if(number=0, 'a', toFixedString('b', 1)) AS v FROM numbers(2))
SELECT round(v, 1), toTypeName(round(v, 1)) FROM (SELECT if(number=0, 1.25, true) AS v FROM numbers(2))
SELECT v * 2, toTypeName(v * 2), 2 * v, toTypeName(v / 2) FROM (SELECT if(number=0, 5, [1]) AS v FROM numbers(1))
SELECT arrayElement(v, 1), toTypeName(arrayElement(v, 1)) FROM (SELECT if(number=0, [1], ['a']) AS v FROM numbers(2))
SELECT v[1] FROM (SELECT if(number=0, [1], ['a']) AS v FROM numbers(2))
SELECT arrayMax(v), toTypeName(arrayMax(v)) FROM (SELECT if(number=0, [1, 2], [toDate(3)]) AS v FROM numbers(2))
SELECT length(v), toTypeName(length(v)), empty(v), toTypeName(notEmpty(v)) FROM (SELECT if(number=0, [1, 2], if(number = 1, NULL, 'abc')) AS v FROM numbers(3))
SELECT substring(v, 2), toTypeName(substring(v, 2)), lower(v), concat('x', v) FROM (SELECT if(number = 0, 'aBc', if(number = 1, NULL, toFixedString('xYz', 3)))::Variant(String) AS v FROM numbers(1))
SELECT toJSONString(if(number = 0, [1, 2], 'a"b')), toTypeName(toJSONString(if(number = 0, [1, 2], 'ab'))) FROM numbers(2)
SELECT not v FROM (SELECT if(number=0, 5, true) AS v FROM numbers(2))
SELECT v AND 1 FROM (SELECT if(number=0, 5, true) AS v FROM numbers(2))
SELECT format('{}-{}', v, 'x'), toTypeName(format('{}', v)) FROM (SELECT if(number=0, 'a', toFixedString('b', 1)) AS v FROM numbers(1))
SELECT toStartOfMonth(v), toTypeName(toStartOfMonth(v)), toStartOfDay(v), toTypeName(toStartOfDay(v)), toYYYYMM(v), toTypeName(toYYYYMM(v)), toDayOfWeek(v) FROM (SELECT toDate('2024-01-05')::Variant(Date) AS v)
SELECT bitAnd(v, 1), toTypeName(bitAnd(v, 1)), sqrt(v), toTypeName(sqrt(v)), abs(v), toTypeName(abs(v)), sign(v), floor(v), toTypeName(floor(v)), negate(v), toTypeName(negate(v)) FROM (SELECT 5::Variant(UInt8) AS v)
SELECT CAST(v, 'Variant(String)') AS w, toTypeName(w) FROM (SELECT 5::Variant(UInt64, String) AS v)
SELECT CAST(v, 'Array(UInt16)') FROM (SELECT [5]::Array(UInt8)::Variant(UInt64, Array(UInt8)) AS v)
SELECT CAST(v, 'Variant(UInt64, String, Date)') AS w, toTypeName(w) FROM (SELECT 5::Variant(UInt64, String) AS v)
SELECT n, v FROM (SELECT number AS n, if(number % 2, 1, 'x') AS v FROM numbers(3)) ORDER BY n WITH FILL TO 5
CREATE TABLE variant_quotes (i UInt8, v Variant(UInt64, String, Array(String))) ENGINE = MergeTree ORDER BY i
INSERT INTO variant_quotes VALUES (1, 'it''s'), (2, ''''), (3, ['q''r', ']'])
SELECT v, variantType(v) FROM variant_quotes ORDER BY i
DROP TABLE variant_quotes
# arrays of values without a common type, and the order of values by their types
SELECT x FROM (SELECT arrayJoin([1::Int8, 300::Int16, -5::Int32, 1::UInt8, 1::Int128, 2::UInt256, 7::Decimal(9,2)]::Array(Dynamic)) x) ORDER BY x SETTINGS allow_suspicious_types_in_order_by = 1
SELECT x, dynamicType(x) FROM (SELECT arrayJoin([1::Int64::Dynamic, '2020-01-01'::Date, '2020-01-01 00:00:00'::DateTime('UTC'), '2020-01-01 00:00:00'::DateTime64(3, 'UTC'), 'a'::FixedString(3), 'a'::LowCardinality(String), '00000000-0000-0000-0000-000000000001'::UUID, '1.2.3.4'::IPv4, 'b'::Enum8('b'=1)]) x) ORDER BY x SETTINGS allow_suspicious_types_in_order_by = 1
SELECT x FROM (SELECT arrayJoin([nan::Dynamic, 1.5, -0.0, 0.0, inf, NULL, -inf]) x) ORDER BY x DESC SETTINGS allow_suspicious_types_in_order_by = 1
SELECT x FROM (SELECT arrayJoin([nan::Dynamic, 1.5, inf, NULL, -inf]) x) ORDER BY x NULLS FIRST SETTINGS allow_suspicious_types_in_order_by = 1
SELECT k, j.a FROM (SELECT number k, ('{"a":' || ['1','"x"','2.5','null','[1,2]','true'][number % 6 + 1] || '}')::JSON j FROM numbers(12)) ORDER BY j.a, k SETTINGS allow_suspicious_types_in_order_by = 1
SELECT arrayMap(x -> x.Int64, [1::Int64, 2.5::Float64]::Array(Dynamic)), arrayExists(x -> isNull(x), [1, NULL]::Array(Dynamic)), arrayCount(x -> isNotNull(x), [1, NULL]::Array(Dynamic)), arrayAll(x -> dynamicType(x) = 'Int64', [1, NULL]::Array(Dynamic))
SELECT arrayFilter(x -> x = 1, [1::Int64, 2::Int64]::Array(Dynamic))
SELECT arrayMap(x -> x + 1, [1::Int64, 2::Int64]::Array(Dynamic)), toTypeName(arrayMap(x -> x + 1, [1::Int64]::Array(Dynamic)))
SELECT x.Int64 FROM (SELECT [1::Int64, 'a']::Array(Dynamic) x)
SELECT x.a.Int64, x.a FROM (SELECT [(1::Int64::Dynamic, 2)]::Array(Tuple(a Dynamic, b UInt8)) x)
SELECT toTypeName([1.5, 1::Int64]), [1.5, 1::Int64]
SELECT toTypeName([(1, 'a'), (2, 3)]), [(1, 'a'), (2, 3)]
SELECT toTypeName(['a', 1::Nullable(UInt8)]), ['a', 1::Nullable(UInt8)]
SELECT toTypeName([toDate(1), 5]), [toDate(1), 5]
SELECT toTypeName([1::UInt64, 1::Int64]), [1::UInt64, 1::Int64], arrayMap(x -> variantType(x), [1::UInt64, -1::Int64])
SELECT toTypeName(map('a', 1, 'b', 'c')), map('a', 1, 'b', 'c')
SELECT toTypeName([if(number = 0, 1, 'x'), [1]]) FROM numbers(1)
SELECT toTypeName([if(number = 0, 1, 'x'), 2]) FROM numbers(1)
SELECT toTypeName([if(number = 0, 1, 'x'), 2.5]) FROM numbers(1)
SELECT toTypeName([1::Dynamic, 2]), [1::Dynamic, 'a']
SELECT toTypeName([toIPv4('1.2.3.4'), 'a']), [toIPv4('1.2.3.4'), 'a']
SELECT toTypeName([[], [1]])
SELECT toTypeName([toLowCardinality('a'), 1]), [toLowCardinality('a'), 1]
SELECT toTypeName([1::Decimal(9,2), 1.5]), [1::Decimal(9,2), 1.5]
SELECT toTypeName([toUUID('00000000-0000-0000-0000-000000000001'), 1])
SELECT toTypeName(['a'::Enum8('a'=1), 5])
SELECT toTypeName(['a'::Enum8('a'=1), 'b'])
SELECT toTypeName([map('a',1), 5]), [map('a',1), 5]
SELECT toTypeName([tuple(1), 5]), [tuple(1), 5]
SELECT toTypeName([(1,2), (1,2,3)]), [(1,2), (1,2,3)]
SELECT toTypeName(x) FROM (SELECT 1 x UNION ALL SELECT 'a')
SELECT toTypeName(x), x FROM (SELECT [1] x UNION ALL SELECT ['a']) ORDER BY toString(x)
SELECT toTypeName(x), x FROM (SELECT [1] x UNION ALL SELECT 'a') ORDER BY toString(x)
SELECT ['1', 'a']::Array(Variant(UInt8, String))
SELECT '[1, \'a\']'::Array(Variant(UInt8, String))
SELECT groupArray(x) FROM (SELECT if(number % 2, 1, 'a') x FROM numbers(4))
SELECT [materialize(1), 'a', NULL] AS x, toTypeName(x), x[1], x[3], arrayMap(y -> variantType(y), x)
SELECT [1::UInt64, 'a', NULL] AS x, toTypeName(x), x[1], x[3], arrayMap(y -> variantType(y), x)
SELECT array(number, 'x', toDate(number)) FROM numbers(2)
SELECT [number, -1::Int64] FROM numbers(2)
SELECT [[number], 'a'] FROM numbers(1)
SELECT [[number], ['a']] FROM numbers(1)
SELECT [(number, 'a'), (1, 2)] FROM numbers(1)
SELECT (1::UInt64, [1::UInt64, 'a'])
SELECT map('a', [1::UInt64, 'a'])
SELECT [map('a', 1::UInt64), 'a']
SELECT arrayJoin([1::UInt64, 'a']) AS x ORDER BY x SETTINGS allow_suspicious_types_in_order_by = 1
SELECT x FROM (SELECT [1::UInt64, 'a'] x) WHERE notEmpty(x)
SELECT [1::UInt64, 'a']::Array(String), [1::UInt64, 'a']::String
SELECT [1::Int64, 2.5::Float64, 'a'::LowCardinality(String), toDate(1), [1::UInt8]]
SELECT arrayMap(x -> [x, 'a'], [1, 2])
SELECT groupArray([number, 'a']) FROM numbers(2)
SELECT array()
SELECT [NULL, NULL], [NULL, 1::UInt8]
SELECT toTypeName([1::UInt8, NULL, 'a']), toTypeName([toNullable(1), 'a'])
SELECT [toIPv4('1.2.3.4'), 1::UInt8]
SELECT ['a'::Enum8('a'=1), 1::UInt8]
SELECT ['a'::Enum8('a'=1), 'b'::String, 1::UInt8]
SELECT [1::UInt128, 1::Float64], [toDateTime(1, 'UTC'), 'a'], [toTime('10:00:00'), 'a']
