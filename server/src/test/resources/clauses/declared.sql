# Paths that the type of JSON gives a type, or leaves out
SELECT '{"a":true,"b":false}'::JSON(a UInt32, b Float64) AS j, j.a, j.b
SELECT '{"a":1e3,"b":"1e3"}'::JSON(a UInt32, b Float32) AS j, j.a, j.b
SELECT '{"a":"1.5"}'::JSON(a UInt32) AS j, j.a
SELECT '{"a":[1,null,"x"]}'::JSON(a Array(UInt32)) AS j, j.a
SELECT '{"a":[1,null]}'::JSON(a Array(UInt32)) AS j, j.a
SELECT '{"a":[1,null]}'::JSON(a Array(Nullable(UInt32))) AS j, j.a
SELECT '{"a":5}'::JSON(a Array(UInt32)) AS j, j.a
SELECT '{"a":1704067200}'::JSON(a DateTime) AS j, j.a
SELECT '{"a":1704067200.5}'::JSON(a DateTime64(3)) AS j, j.a
SELECT '{"a":1704067200}'::JSON(a DateTime64(3)) AS j, j.a
SELECT '{"a":19000}'::JSON(a Date) AS j, j.a
SELECT '{"a":"2024-01-05 10:00:00"}'::JSON(a Date) AS j, j.a
SELECT '{"a":1.25,"b":"1.255", "c":5}'::JSON(a Decimal(10,2), b Decimal(10,2), c Decimal(5,1)) AS j, j.a, j.b, j.c
SELECT '{"a":"1.2.3.4","b":"::1","u":"61f0c404-5cb3-11e7-907b-a6006ad3dba0"}'::JSON(a IPv4, b IPv6, u UUID) AS j, j.a, j.b, j.u
SELECT '{"a":2}'::JSON(a Enum8('p'=1,'q'=2)) AS j, j.a
SELECT '{"a":"z"}'::JSON(a Enum8('p'=1,'q'=2)) AS j, j.a
SELECT '{"a":"ab"}'::JSON(a FixedString(3)) AS j, j.a
SELECT '{"a":"abcd"}'::JSON(a FixedString(3)) AS j, j.a
SELECT '{"a":123456789012345678901}'::JSON(a UInt128) AS j, j.a
SELECT '{"a":"123456789012345678901"}'::JSON(a UInt128) AS j, j.a
SELECT '{"a":12345}'::JSON(a Int256, b UInt128) AS j, j.a, j.b
SELECT '{"a":"x","a":"y"}'::JSON(a String) AS j, j.a
SELECT '{"a":null}'::JSON(a Nullable(String), b Array(String), c Map(String, String), d Tuple(x UInt8, y String)) AS j, j.a, j.b, j.c, j.d
SELECT '{"a":{"b":1,"c":{"x":"2024-01-01"}}}'::JSON(a JSON) AS j, j.a, j.a.b, toTypeName(j.a.b), j.a.c.x, j.^a
SELECT '{"d":{"q":1},"dx":2,"d.r":5,"e":{"d":1}}'::JSON(SKIP d) AS j
SELECT '{"d":1}'::JSON(SKIP d) AS j, j.d, j.dd
SELECT '{"abc":1,"xab":{"c":1,"abc":5},"x":{"abc":1}}'::JSON(SKIP REGEXP 'ab.*') AS j
SELECT '{"abc":1,"xab":{"c":1}}'::JSON(SKIP REGEXP '^x') AS j
SELECT '{"a":1,"b":2}'::JSON(a UInt8)::JSON(b String) AS j, toTypeName(j), j.a, toTypeName(j.a)
SELECT '{"a":1,"b":2}'::JSON(a UInt8)::JSON AS j, toTypeName(j), j.a, dynamicType(j.a)
SELECT '{"a":"2024-01-01"}'::JSON(a String)::JSON AS j, toTypeName(j), j.a, dynamicType(j.a)
SELECT '{"a":"2024-01-01"}'::JSON::JSON(a String, z UInt8) AS j, toTypeName(j), j.a
SELECT '{"a":"2024-01-01 00:00:00.5"}'::JSON::JSON(a String, z UInt8) AS j, j.a
SELECT '{"a":1,"x":1}'::JSON(a UInt8) AS j, j.a.:UInt8, j.a.:Int64, j.x.:Int64, j.a.:String
SELECT '{"b":{"c":1,"d":"x"}}'::JSON(b.c UInt8) AS j, j.^b, toTypeName(j.^b), j.b.d
SELECT '{"b":{"c":{"e":2},"d":"x"}}'::JSON(b.c.e UInt8, z String) AS j, j.^b.c, toTypeName(j.^b.c), j.^q, toTypeName(j.^q), j.^b.c.e
SELECT '{}'::JSON(a LowCardinality(Nullable(String))) AS j, j.a, toTypeName(j.a)
SELECT '{}'::JSON(a UInt8, a UInt16)
SELECT '{}'::JSON(a UInt8, SKIP a)
SELECT '{}'::JSON(max_dynamic_paths=-1)
SELECT '{}'::JSON(max_dynamic_paths=100001)
SELECT '{}'::JSON(max_dynamic_types=255)
SELECT '{}'::JSON(foo=255)
SELECT '{}'::JSON(SKIP REGEXP '[')
SELECT '{}'::JSON(SKIP REGEXP 5)
SELECT '{"a":{"b":null}}'::JSON(a.b Nullable(UInt8)) AS j, j.a.b.null
SELECT '{"a":[1,2,3]}'::JSON(a Array(UInt8)) AS j, j.a.size0, j.a[2]
SELECT '{"a":{"k":5}}'::JSON(a Map(String,UInt8)) AS j, j.a.keys, j.a.values
SELECT '[1]'::JSON(a UInt8)
SELECT 'null'::JSON(a UInt8)
SELECT ''::JSON(a UInt8)
SELECT toString('{"a":1.0}'::JSON(a Float64)), toJSONString('{"a":1.0}'::JSON(a Float64))
SELECT '{"a":18446744073709551615}'::JSON(a UInt64) AS j, toJSONString(j), toString(j)
SELECT '{"a":0.1}'::JSON(a Float32) AS j, j.a
SELECT '{"a":"x/y\\"\u00e9"}'::JSON(a String) AS j, j.a, j.b
SELECT toTypeName('{}'::JSON(SKIP z, SKIP a.b, SKIP REGEXP 'z', SKIP REGEXP 'a', b Array(Nullable(String)), SKIP m))
SELECT '{"abc":5,"abd":6}'::JSON(abc UInt8, SKIP REGEXP 'ab') AS j
SELECT '{"d.r":1,"e":{"d":1}}'::JSON(SKIP REGEXP 'd$') AS j
SELECT '{"a":1.15, "b":2.675, "c":1.005}'::JSON(a Decimal(10,2), b Decimal(20,2), c Decimal(38,2)) AS j, j.a, j.b, j.c
SELECT '{"a":12345678901234567890.12}'::JSON(a Decimal(38,2)) AS j, j.a
SELECT '{"a":"12345678901234567890.12"}'::JSON(a Decimal(38,2)) AS j, j.a
SELECT '{"a":1}'::JSON(a String) AS j, j.a
SELECT '{"a":1.50}'::JSON(a String) AS j, j.a
SELECT '{"a":[1, {"x" : 1.0}, "q"]}'::JSON(a String) AS j, j.a
SELECT '{"a":true}'::JSON(a String) AS j, j.a
SELECT '{"a":true}'::JSON(a Date) AS j, j.a
SELECT '{"a":"abc"}'::JSON(a DateTime) AS j, j.a
SELECT '{"a":"2024-02-30"}'::JSON(a Date) AS j, j.a
SELECT '{"a":"1704067200"}'::JSON(a DateTime) AS j, j.a
SELECT '{"a":-5}'::JSON(a DateTime) AS j, j.a
SELECT '{"a":"2024-01-01"}'::JSON(a DateTime) AS j, j.a
SELECT '{"a":"2024-01-01T10:00:00+02:00"}'::JSON(a DateTime) AS j, j.a
SELECT '{"a":"2024-01-01T10:00:00.123456Z"}'::JSON(a DateTime64(3)) AS j, j.a
SELECT '{"a":"2024-01-05"}'::JSON(a Date32) AS j, j.a
SELECT '{"a":5}'::JSON(a UUID) AS j, j.a
SELECT '{"a":5}'::JSON(a IPv4) AS j, j.a
SELECT '{"a":""}'::JSON(a UInt8) AS j, j.a
SELECT '{"a":""}'::JSON(a Nullable(UInt8)) AS j, j.a
SELECT '{"a":"x"}'::JSON(a Nullable(UInt8)) AS j, j.a
SELECT '{"a":"null"}'::JSON(a Nullable(UInt8)) AS j, j.a
SELECT '{"a":"+5"}'::JSON(a Int8) AS j, j.a
SELECT '{"a":" 5"}'::JSON(a Int8) AS j, j.a
SELECT '{"a":"5 "}'::JSON(a Int8) AS j, j.a
SELECT '{"a":"300"}'::JSON(a UInt8) AS j, j.a
SELECT '{"a":1e30}'::JSON(a UInt64) AS j, j.a
SELECT '{"a":-1.5}'::JSON(a UInt64) AS j, j.a
SELECT '{"a":1e18}'::JSON(a UInt64) AS j, j.a
SELECT '{"a":256}'::JSON(a Bool) AS j, j.a
SELECT '{"a":2}'::JSON(a Bool) AS j, j.a
SELECT '{"a":0.5}'::JSON(a Bool) AS j, j.a
SELECT '{"a":{"x":1,"y":null}}'::JSON(a Map(String, UInt8)) AS j, j.a
SELECT '{"a":{"x":1,"x":2}}'::JSON(a Map(String, UInt8)) AS j, j.a
SELECT '{"a":{"1":1}}'::JSON(a Map(UInt8, UInt8)) AS j, j.a
SELECT '{"a":[1,"q"]}'::JSON(a Tuple(x UInt8, y String)) AS j, j.a
SELECT '{"a":[1]}'::JSON(a Tuple(x UInt8, y String)) AS j, j.a
SELECT '{"a":[1,2,3]}'::JSON(a Tuple(UInt8, String)) AS j, j.a
SELECT '{"a":{"z":1}}'::JSON(a Tuple(x UInt8, y String)) AS j, j.a
SELECT '{"a":{}}'::JSON(a Tuple(x UInt8, y String)) AS j, j.a
SELECT '{"a":5}'::JSON(a Tuple(x UInt8, y String)) AS j, j.a
SELECT '{"a":{"x":{"y":1}}}'::JSON(a Tuple(x Tuple(y UInt8))) AS j, j.a.x.y
SELECT '{"a":[[1],[2,null]]}'::JSON(a Array(Array(Nullable(Float64)))) AS j, j.a
SELECT '{"a":[]}'::JSON(a Array(String)) AS j, j.a
SELECT '{"a":null}'::JSON(a Array(String)) AS j, j.a
SELECT '{"a":5}'::JSON(a JSON) AS j, j.a
SELECT '{"a":0.1}'::JSON(a Float32) AS j, j.a, j.a::Float64
SELECT '{"a":16777217}'::JSON(a Float32) AS j, j.a
SELECT '{"a":18446744073709551615}'::JSON(a Float64) AS j, j.a
SELECT '{"a":18446744073709551615}'::JSON(a Int64) AS j, j.a
SELECT '{"a":18446744073709551615}'::JSON(a Decimal(38, 5)) AS j, j.a
SELECT '{"a":true}'::JSON(a Decimal(5, 1)) AS j, j.a
SELECT '{"a":"x"}'::JSON(a LowCardinality(String)) AS j, j.a, j.a.:`LowCardinality(String)`
SELECT '{"a":1.0}'::JSON(a Enum8('p'=1)) AS j
SELECT '{"a":"1"}'::JSON(a Enum8('p'=1)) AS j
SELECT '{"a":123}'::JSON(a FixedString(3)) AS j
SELECT '{"a":"\ud83d\ude00"}'::JSON(a String) AS j, length(j.a)
SELECT '{"a":1,"b":{"c":2}}'::JSON(a UInt8, b.c UInt8) AS j, j.b, dynamicType(j.b), j.b.c, j.b.x, j.^b.c
SELECT j, count() FROM (SELECT arrayJoin(['{"a":1}', '{"a":1}', '{}'])::JSON(a UInt8) AS j) GROUP BY j ORDER BY toString(j)
SELECT b.j, b.j.a FROM (SELECT 1 AS k) a LEFT JOIN (SELECT 2 AS k, '{"a":1}'::JSON(a UInt8, s String, f FixedString(2), d Date, t DateTime('UTC'), t6 DateTime64(3,'UTC'), u UUID, i IPv4, i6 IPv6, arr Array(UInt8), m Map(String, UInt8), tp Tuple(x UInt8, y String), n Nullable(Int8), dec Decimal(9,2), e Enum8('z'=3, 'y'=5), b Bool, tu Tuple(UInt8, String), js JSON(q UInt8), f3 Float32, d32 Date32, lc LowCardinality(String)) AS j) b ON a.k = b.k
SELECT CAST('{"a":1,"b":2}', 'JSON(a UInt8)') = CAST('{"b":2,"a":1}', 'JSON(a UInt8)')
SELECT '{"a":1}'::JSON(`a` UInt8, `b`.`c` String, d.`e f` UInt8) AS j, toTypeName(j), j.`d`.`e f`
CREATE TABLE tj (id UInt32, j JSON(a UInt32, b.c String, n Nullable(Int64), t DateTime64(3, 'UTC'), d Date, e Enum8('x'=1,'y'=2), u UUID, m Map(String, UInt8), ar Array(Nullable(UInt64)), tp Tuple(p UInt8, q String), lc LowCardinality(String), w UInt128, nu Nullable(UUID), dd Decimal(38,2), SKIP sk, SKIP REGEXP '^tmp_', max_dynamic_paths=8)) ENGINE = MergeTree ORDER BY id
INSERT INTO tj VALUES (1, '{"a":1,"b":{"c":"x","k":5},"n":7,"t":"2024-01-01 00:00:00.123","d":"2024-02-03","e":"y","u":"61f0c404-5cb3-11e7-907b-a6006ad3dba0","m":{"k":1},"ar":[1,null,18446744073709551615],"tp":{"p":1,"q":"z"},"lc":"L","w":"340282366920938463463374607431768211455","nu":"61f0c404-5cb3-11e7-907b-a6006ad3dba0","dd":"123456789012345678901234.56","sk":{"z":1},"tmp_1":2,"x":1.5}'), (2, '{}'), (3, '{"a":"3","x":"s","n":null}')
INSERT INTO tj FORMAT JSONEachRow {"id":4,"j":{"a":4,"b.c":"dot","x":[1,2]}} {"id":5,"j":{"a":5.9,"ar":[],"lc":"L"}}
INSERT INTO tj FORMAT CSV 7,"{""a"":7,""b"":{""c"":""csv""}}"
INSERT INTO tj SELECT 8, '{"a":8,"b":{"c":"sel"},"y":"2024-01-01"}'
INSERT INTO tj SELECT 9, '{"a":9,"b":{"c":"js"},"f":1.0}'::JSON
SELECT * FROM tj ORDER BY id
SELECT j.a, j.b.c, j.n, j.t, j.d, j.e, j.u, j.m, j.ar, j.tp, j.lc, j.w, j.nu, j.dd, j.x, j.sk, j.b.k, j.f, j.y FROM tj ORDER BY id
SELECT toTypeName(j.a), toTypeName(j.b.c), toTypeName(j.lc), toTypeName(j.x), toTypeName(j.ar), toTypeName(j.tp) FROM tj LIMIT 1
SELECT id FROM tj WHERE j.a > 4 ORDER BY id
SELECT id FROM tj WHERE j.b.c = 'x' ORDER BY id
SELECT sum(j.a), max(j.t), uniqExact(j.lc), groupArray(j.n), sum(j.ar[1]) FROM (SELECT * FROM tj ORDER BY id)
SELECT j.lc, count(), sum(j.a) FROM tj GROUP BY j.lc ORDER BY j.lc
SELECT j.a FROM tj ORDER BY j.a DESC LIMIT 3
SELECT j.m['k'], j.m.keys, j.ar.size0, j.tp.p, j.tp.q, j.n.null FROM tj ORDER BY id
SELECT j.^b, toTypeName(j.^b) FROM tj ORDER BY id
SELECT k, k.a, k.b.c, k.ar, k.w, k.dd, k.x, k.f FROM (SELECT j AS k, id FROM tj LIMIT 100) ORDER BY id
SELECT JSONAllPaths(j), JSONAllPathsWithTypes(j) FROM tj ORDER BY id
SELECT toString(j), toJSONString(j), j::String FROM tj ORDER BY id
SELECT j::JSON AS p, p.a, dynamicType(p.a) FROM tj ORDER BY id
SELECT j::JSON(a String) AS p, p.a FROM tj ORDER BY id
DESCRIBE TABLE tj
OPTIMIZE TABLE tj FINAL
SELECT j.a, j.ar, j.w, j.lc, j.nu FROM tj ORDER BY id
ALTER TABLE tj DELETE WHERE j.a = 4 SETTINGS mutations_sync=2
SELECT id, j.a FROM tj ORDER BY id
ALTER TABLE tj UPDATE id = 1 WHERE j.a = 5 SETTINGS mutations_sync=2
SELECT id, j.a FROM tj WHERE j.e = 'y' ORDER BY id
SELECT a.id, b.j, b.j.a, b.j.b.c FROM tj a LEFT JOIN (SELECT id, j FROM tj WHERE id < 3) b ON a.id = b.id ORDER BY a.id
SELECT j, count() FROM tj GROUP BY j ORDER BY toString(j)
INSERT INTO tj VALUES (21, '{"a":"x"}', '{}')
INSERT INTO tj VALUES (21, '{"a":1,"a":2}', '{}')
INSERT INTO tj FORMAT JSONEachRow {"id":22,"j":{"a":-4}}
INSERT INTO tj (id, j) VALUES (23, '{"a":23}'::JSON(a UInt8))
SELECT j FROM tj WHERE id = 23
INSERT INTO tj (id, j) VALUES (24, '{"f":1.0}'::JSON)
SELECT j, j.f, dynamicType(j.f) FROM tj WHERE id = 24
CREATE TABLE tk (id UInt8, j JSON(a UInt8), x UInt8 MATERIALIZED j.a + 1, s String DEFAULT j.s::String) ENGINE = MergeTree ORDER BY id
INSERT INTO tk (id, j) FORMAT JSONEachRow {"id":1,"j":{"a":4,"s":"q"}}
INSERT INTO tk (id, j) VALUES (2, '{"a":5}')
SELECT *, x FROM tk ORDER BY id
CREATE TABLE tm (j JSON(a UInt8, ts DateTime)) ENGINE = MergeTree ORDER BY j.a PARTITION BY toYYYYMM(j.ts)
INSERT INTO tm VALUES ('{"a":3,"ts":"2024-01-01 00:00:00"}'), ('{"a":1,"ts":"2024-02-01 00:00:00"}')
SELECT * FROM tm ORDER BY j.a
DROP TABLE tk
DROP TABLE tj
# Aggregates of paths and types; UPDATE of JSON columns and of what follows from them
CREATE TABLE dt (id UInt32, g UInt8, j JSON(z UInt8)) ENGINE = MergeTree ORDER BY id
INSERT INTO dt VALUES (1, 1, '{"a":1,"b":[1,2]}'), (2, 1, '{"a":"x","c":{"d":1.0}}'), (3, 2, '{"a":null}'), (4, 2, '{"ar":[{"q":1}],"a":"2024-01-01"}')
SELECT distinctJSONPaths(j), distinctJSONPathsAndTypes(j), toTypeName(distinctJSONPaths(j)), toTypeName(distinctJSONPathsAndTypes(j)) FROM dt
SELECT g, distinctJSONPaths(j), distinctJSONPathsAndTypes(j), distinctDynamicTypes(j.a) FROM dt GROUP BY g ORDER BY g
SELECT distinctJSONPaths(j), distinctJSONPathsAndTypes(j), distinctDynamicTypes(j.a), toTypeName(distinctDynamicTypes(j.a)) FROM dt WHERE 0
SELECT distinctDynamicTypes(j.a), distinctDynamicTypes(j.ar) FROM dt
SELECT distinctJSONPaths(1)
SELECT distinctDynamicTypes(1)
SELECT distinctJSONPaths(j, j) FROM dt
SELECT distinctJSONPathsIf(j, id = 1), distinctDynamicTypesIf(j.a, id < 3) FROM dt
SELECT hex(distinctJSONPathsState(j)), hex(distinctDynamicTypesState(j.a)), hex(distinctJSONPathsAndTypesState(j)) FROM dt WHERE id = 2
SELECT distinctJSONPathsMerge(s), distinctJSONPathsAndTypesMerge(t) FROM (SELECT g, distinctJSONPathsState(j) AS s, distinctJSONPathsAndTypesState(j) AS t FROM dt GROUP BY g)
SELECT distinctJSONPaths(NULL)
SELECT distinctJSONPaths(1)('{}'::JSON)
SELECT id, JSONDynamicPaths(j), JSONSharedDataPaths(j), JSONDynamicPathsWithTypes(j), JSONSharedDataPathsWithTypes(j), toTypeName(JSONSharedDataPathsWithTypes(j)), toTypeName(JSONDynamicPaths(j)) FROM dt ORDER BY id
SELECT JSONDynamicPaths(j) FROM (SELECT '{"a":1}'::JSON(max_dynamic_paths=2000) AS j)
SELECT JSONDynamicPaths('x')
CREATE TABLE up (id UInt32, s String, j JSON, t JSON(a UInt32, b.c String)) ENGINE = MergeTree ORDER BY id
INSERT INTO up SELECT number, toString(number), '{"x":' || toString(number) || ',"f":1.0,"d":"2024-01-01"}', '{"a":' || toString(number) || ',"q":"z"}' FROM numbers(10)
ALTER TABLE up UPDATE j = '{"new":{"p":[1,2]},"x":"str"}' WHERE id = 3 SETTINGS mutations_sync = 2
SELECT *, j.x, dynamicType(j.x), j.new.p, j.f, dynamicType(j.f) FROM up ORDER BY id
ALTER TABLE up UPDATE s = j.x::String WHERE id < 5 SETTINGS mutations_sync = 2
ALTER TABLE up UPDATE t = '{"a":77,"b":{"c":"new"}}', s = 'two' WHERE t.a = 4 SETTINGS mutations_sync = 2
ALTER TABLE up UPDATE t = '{}' WHERE id IN (1, 2) SETTINGS mutations_sync = 2
ALTER TABLE up UPDATE j = t::JSON WHERE id = 8 SETTINGS mutations_sync = 2
ALTER TABLE up UPDATE j = j WHERE id = 9 SETTINGS mutations_sync = 2
SELECT *, t.a, t.b.c, t.q, j.q, j.a FROM up ORDER BY id
SELECT dynamicType(j.f), dynamicType(j.d), count() FROM up GROUP BY 1, 2 ORDER BY 1, 2
ALTER TABLE up UPDATE j = '{"k":1}' WHERE 1 SETTINGS mutations_sync = 2
SELECT j FROM up ORDER BY id LIMIT 3
CREATE TABLE up2 (id UInt64, j JSON(a UInt32)) ENGINE = MergeTree ORDER BY id
INSERT INTO up2 SELECT number, '{"a":' || toString(number) || ',"s":"' || toString(number % 7) || '"}' FROM numbers(100000)
ALTER TABLE up2 UPDATE j = '{"a":1,"n":{"k":"v"}}' WHERE id % 1000 = 999 SETTINGS mutations_sync = 2
SELECT sum(j.a), count(j.n.k), count(j.s), uniqExact(j.s::String), any(j.n.k) FROM up2
SELECT j FROM up2 WHERE id IN (998, 999, 99999) ORDER BY id
# Parts of objects in arrays, and the limits that types say
CREATE TABLE ja (id UInt32, j JSON) ENGINE = MergeTree ORDER BY id
INSERT INTO ja VALUES (1, '{"a":[{"k":1},{"k":"x","m":3},{"m":{"z":1}}],"b":{"c":[{"k":[{"q":1},{"q":2.0}]}]}}'), (2, '{}'), (3, '{"a":[1,2]}'), (4, '{"a":[{"k":[1,2]}],"x":5}')
SELECT id, j.a[].k, j.a[].m, j.a[].m.z, j.a[], toTypeName(j.a[].m), toTypeName(j.a[]) FROM ja ORDER BY id
SELECT id, j.b.c[].k, j.b.c[].k[].q, j.b.c[].k[], toTypeName(j.b.c[].k[].q), toTypeName(j.b.c[].k[]), toTypeName(j.b.c[].k) FROM ja ORDER BY id
SELECT toTypeName(j.a[].k), toTypeName(j.a[].k[]), toTypeName(j.a[].k[].z), toTypeName(j.a[].k[].z[]) , toTypeName(j.a[].k.:Int64), toTypeName(j.a[].^k), toTypeName(j.a[].k.x) FROM ja LIMIT 1
SELECT id, j.a[].k.:Int64, j.a[].^m FROM ja ORDER BY id
SELECT id, v FROM ja ARRAY JOIN j.a[].k.:Int64 AS v ORDER BY id, v
SELECT id, toString(v.k) FROM ja ARRAY JOIN j.a[] AS v ORDER BY id, 2
SELECT [('{"a":1}'::JSON(a UInt8))] AS j, toTypeName(j), j.a
SELECT toTypeName(1::Dynamic(max_types=5)), toTypeName(1::Dynamic(max_types=32)), toTypeName(arr), toTypeName(arr.q), arr.q FROM (SELECT ['{"q":1}'::JSON] AS arr)
SELECT 1::Dynamic(max_types=255)
SELECT toTypeName(j.a.b), j.a.b FROM (SELECT '{"a":{"b":4}}'::JSON(max_dynamic_types=5, max_dynamic_paths=20) AS j)
SELECT j.a.b + 1, toTypeName(j.a.b + 1), j.a.b = 4 FROM (SELECT '{"a":{"b":4}}'::JSON(max_dynamic_types=5, max_dynamic_paths=20) AS j)
SELECT toTypeName(j.a[]), toTypeName(j.a[].k), j.a[].k FROM (SELECT '{"a":[{"k":1}]}'::JSON(max_dynamic_types=5, max_dynamic_paths=20, x UInt8) AS j)
SELECT dynamicElement(j.a, 'Array(JSON)'), toTypeName(dynamicElement(j.a, 'Array(JSON)')) FROM ja ORDER BY id
SELECT dynamicElement(j.a, 'Array(JSON(max_dynamic_types=16, max_dynamic_paths=256))'), dynamicElement(j.a, 'Array(Nullable(Int64))') FROM ja ORDER BY id
SELECT getSubcolumn(j, 'a.:`Array(JSON)`.k'), getSubcolumn(j, 'a[].k') FROM ja ORDER BY id
SELECT coalesce(j.x, 0), if(id = 1, j.x, NULL), ifNull(j.x, 'q') FROM (SELECT id, j::JSON(max_dynamic_types=5) AS j FROM ja) ORDER BY id
SELECT 5::Dynamic(max_types=3)::Dynamic, toTypeName([1::Dynamic(max_types=3), 2::Dynamic]), toTypeName(if(1, 1::Dynamic(max_types=3), 2::Dynamic(max_types=4)))
SELECT uniqExact(d), count(DISTINCT d) FROM (SELECT number::Dynamic(max_types=3) AS d FROM numbers(4))
# Typed paths in folded tables, in memory, and read by formats
CREATE TABLE rp (id UInt32, v UInt32, j JSON(a UInt32, ts DateTime64(3), tags Array(String), price Decimal(18, 4), lc LowCardinality(String), n Nullable(Float64))) ENGINE = ReplacingMergeTree(v) ORDER BY id
INSERT INTO rp SELECT number % 500, number, '{"a":' || toString(number) || ',"ts":"2024-01-01 00:00:' || leftPad(toString(number % 60), 2, '0') || '.5","tags":["t' || toString(number % 3) || '"],"price":' || toString(number) || '.25,"lc":"c' || toString(number % 5) || '","dyn":{"x":' || toString(number) || '}' || if(number % 2, ',"n":1.5', '') || '}' FROM numbers(1000)
INSERT INTO rp SELECT number, 5000, '{"a":1,"tags":["u"]}' FROM numbers(10)
SELECT count(), sum(j.a), max(j.ts), uniqExact(j.tags[1]), sum(j.price), uniqExact(j.lc), sum(j.n), count(j.n), sum(j.dyn.x::Int64) FROM rp FINAL
OPTIMIZE TABLE rp FINAL
SELECT count(), sum(j.a), max(j.ts), uniqExact(j.tags[1]), sum(j.price), uniqExact(j.lc), sum(j.n), count(j.n), sum(j.dyn.x::Int64) FROM rp
SELECT j.lc, sum(j.price) AS s, avg(j.n), min(j.ts) FROM rp GROUP BY j.lc ORDER BY s DESC, j.lc
SELECT toStartOfMinute(j.ts) AS m, count(), quantile(0.5)(j.a) FROM rp GROUP BY m ORDER BY m
SELECT a.id, b.j.a FROM rp a JOIN rp b ON a.j.a = b.j.a ORDER BY a.id LIMIT 3
SELECT tag, count() FROM rp ARRAY JOIN j.tags AS tag GROUP BY tag ORDER BY tag
SELECT j.a AS a, j.tags AS tags FROM rp WHERE has(j.tags, 'u') ORDER BY a, id LIMIT 3
CREATE TABLE mem (j JSON(a UInt32, b Nullable(String))) ENGINE = Memory
INSERT INTO mem FORMAT JSONEachRow {"j":{"a":1}} {"j":null} {"j":{"b":"x","c":1}} {}
SELECT j, j.a, j.b, j.c FROM mem ORDER BY j.a, j.b
INSERT INTO mem FORMAT JSONAsObject {"a":9,"z":1} {"b":"q"}
INSERT INTO mem FORMAT JSONCompactEachRow [{"a":56}] ["{\"a\":57}"]
SELECT j, j.a, j.b, j.c FROM mem ORDER BY j.a, j.b
SELECT j.a, j.b FROM format(JSONEachRow, 'j JSON(a UInt8, b Date)', '{"j":{"a":5,"b":"2024-01-01","c":[1]}}')
SELECT j, j.a FROM values('j JSON(a UInt8)', '{"a":5}', '{}')
SELECT j.a FROM mem WHERE j.a IN (1, 9) ORDER BY 1
CREATE TABLE cp AS mem ENGINE = MergeTree ORDER BY j.a
INSERT INTO cp SELECT * FROM mem
SELECT * FROM cp ORDER BY j.a, j.b
ALTER TABLE cp MODIFY COLUMN j JSON(a UInt64)
SELECT countIf(j.a > 5), sumIf(j.a, j.b IS NOT NULL), argMax(j.b, j.a), any(j.a), groupUniqArray(j.b) FROM mem
