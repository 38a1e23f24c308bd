# Values at paths of JSON: read from a table, and taken of values in flight
CREATE TABLE js (id UInt32, j JSON) ENGINE = MergeTree ORDER BY id
INSERT INTO js VALUES (1, '{"i":5,"s":"abc","f":1.0,"b":true,"d":"2024-02-04","t":"2024-02-04T03:00:00Z","t6":"2024-02-04T03:00:00.5Z","a":[1,2],"as":["x","y"],"m":[1,"x",{"k":1}],"ao":[{"k":1,"z":"q"},{"k":2}],"x":1,"o":{"p":1,"q":{"r":"s"}}}'), (2, '{"i":7,"s":"abd","f":2.5,"b":false,"x":"str"}'), (3, '{"x":2.5}'), (4, '{"x":[1,2],"i":-3,"u":18446744073709551615}'), (5, '{"x":"10"}')
SELECT j FROM js ORDER BY id
SELECT '{"d":"2024-02-04T03:00:00Z","e":"2024-02-04","f":1.0,"g":[1.0,2],"h":["2024-02-04"],"i":1e20}'::JSON AS j, toString(j), j.f, dynamicType(j.f), dynamicType(j.g), dynamicType(j.i), dynamicType(j.h), j.e, dynamicType(j.d)
SELECT j.f.:Float64, j.i.:Float64 FROM (SELECT '{"f":1.0,"i":1e20}'::JSON AS j)
SELECT id, j.x, toTypeName(j.x), dynamicType(j.x), toTypeName(dynamicType(j.x)) FROM js ORDER BY id
SELECT id, j.x, dynamicType(j.x), j.x.:Int64, j.x::String FROM (SELECT * FROM js LIMIT 10) ORDER BY id
SELECT id, j.x + 1 FROM js ORDER BY id
SELECT id, j.i + 1 AS r, toTypeName(r), dynamicType(r) FROM js ORDER BY id
SELECT id, j.i * j.f AS r, toTypeName(r), dynamicType(r) FROM js ORDER BY id
SELECT id, j.i = 5 AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x = 1 AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x LIKE 's%' AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.s LIKE 'ab%' AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, concat(j.s,'x') AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, concat(j.x,'x') AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, lower(j.s) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, lower(j.x) AS r FROM js ORDER BY id
SELECT id, length(j.s) AS r, length(j.a), toTypeName(r) FROM js ORDER BY id
SELECT id, toString(j.x) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, toUInt32(j.i) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x::UInt32 AS r FROM js ORDER BY id
SELECT id, j.x::String AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.i::UInt32 AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x::Nullable(Int64) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x::Array(Int64) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x.:Int64 AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.x.:`Array(Nullable(Int64))` AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, dynamicElement(j.x,'Int64') AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, coalesce(j.i, 0) AS r, toTypeName(r), dynamicType(r) FROM js ORDER BY id
SELECT id, ifNull(j.s, 'zz') AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, if(id > 2, j.i, j.s) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, if(id > 2, j.i, 0) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, multiIf(id=1, j.i, id=2, j.s, NULL) AS r, toTypeName(r) FROM js ORDER BY id
SELECT id, j.i IN (5,7) AS r FROM js ORDER BY id
SELECT id, j.s NOT IN ('abc') AS r FROM js ORDER BY id
SELECT id, j.a[1] AS r, toTypeName(r) FROM js ORDER BY id
SELECT count(j.i), uniqExact(j.i), uniqExact(j.x), count(DISTINCT j.i) FROM js
SELECT any(j.i), anyLast(j.i), groupArray(j.i), toTypeName(any(j.i)) FROM (SELECT * FROM js ORDER BY id)
SELECT argMax(j.i, id), argMin(j.i, id) FROM js
SELECT argMax(id, j.i) FROM js
SELECT min(j.i) FROM js
SELECT sum(j.i) FROM js
SELECT avg(j.i) FROM js
SELECT countIf(j.i = 5), sumIf(id, j.i = 5), avgIf(id, j.i > 0) FROM js
SELECT j.x, count() FROM js GROUP BY j.x
SELECT j.x, count() FROM js GROUP BY j.x ORDER BY toString(j.x) SETTINGS allow_suspicious_types_in_group_by = 1
SELECT j.x FROM js ORDER BY j.x
SELECT DISTINCT j.i FROM js
SELECT DISTINCT j.x FROM js ORDER BY toString(j.x)
SELECT j.x FROM js ORDER BY id LIMIT 1 BY j.x
SELECT isNull(j.i), isNotNull(j.i), j.i IS NULL FROM js ORDER BY id
SELECT j.o, j.^o, toTypeName(j.^o), j.o.q.r, j.^missing, j.^o.q, j.o.^q, j.^o.p FROM js ORDER BY id
SELECT j.ao, toTypeName(j.ao), dynamicType(j.ao), j.m, dynamicType(j.m), toString(j.m), toString(j.ao) FROM js ORDER BY id
SELECT j.t, dynamicType(j.t), j.d, dynamicType(j.d), j.t6, dynamicType(j.t6), j.f, j.b, j.b = true, NOT j.b FROM js ORDER BY id
SELECT j.b AND 1 FROM js
SELECT id FROM js WHERE j.b
SELECT id FROM js WHERE j.b.:Bool
SELECT toYear(j.t), toDate(j.t), toDateTime(j.t) AS r, toTypeName(r), toStartOfHour(j.t) AS h, toTypeName(h) FROM js ORDER BY id
SELECT j.u, dynamicType(j.u), abs(j.i), toTypeName(abs(j.i)), -j.i, round(j.f), toTypeName(round(j.f)), toTypeName(-j.i) FROM js ORDER BY id
SELECT substring(j.s, 1, 2) AS r, toTypeName(r), startsWith(j.s, 'ab') AS r2, toTypeName(r2), position(j.s, 'c') AS p, toTypeName(p), empty(j.s) AS e, toTypeName(e), upper(j.s) AS u, toTypeName(u) FROM js ORDER BY id
SELECT splitByChar('b', j.s), cityHash64(j.i), hex(j.i), sqrt(j.i) FROM js ORDER BY id
SELECT tuple(j.i), [j.i], map('a', j.i), toTypeName([j.i]) FROM js ORDER BY id
SELECT tupleElement(tuple(j.i, 2), 1) FROM js ORDER BY id
SELECT toDate(j.t), CAST(j.s AS LowCardinality(String)), j.s::LowCardinality(Nullable(String)), j.i::Float64, j.a::Array(Int64), j.a::Array(String), j.as::Array(String) FROM js WHERE id <= 2 ORDER BY id
SELECT 5::Dynamic, toTypeName(5::Dynamic), CAST('x','Dynamic') AS k, dynamicType(k), NULL::Dynamic
SELECT * FROM (SELECT j.i AS x FROM js) WHERE x > 1
SELECT getSubcolumn(j,'i'), getSubcolumn(j, 'i.:`Int64`'), getSubcolumn(j,'^`o`') FROM js WHERE id = 1
SELECT count() FROM js a JOIN js b ON a.j.i = b.j.i
SELECT count() FROM js a JOIN js b ON a.j.i::Nullable(Int64) = b.j.i::Nullable(Int64)
SELECT a.id, b.j.s, b.j.s::String, b.j.i.:Int64 FROM js a LEFT JOIN js b ON a.id = b.id + 3 ORDER BY a.id
SELECT any(j).i, any(j).s::String FROM (SELECT * FROM js ORDER BY id)
SELECT row_number() OVER (PARTITION BY j.i ORDER BY id) FROM js
SELECT row_number() OVER (ORDER BY j.i) FROM js
SELECT k.i::Int64 AS v, count() FROM (SELECT DISTINCT j AS k FROM js) GROUP BY v ORDER BY v
SELECT x.i, x.s FROM (SELECT j AS x FROM js UNION ALL SELECT '{"i":1.5}'::JSON) ORDER BY toString(x.i), toString(x.s)
WITH '{"a":{"b":[1,2,{"c":3}]},"s":"2024-01-01"}'::JSON AS v SELECT v.a.b, v.s, dynamicType(v.s), v.^a, v.a.b::String
# JSON as a format reads it, columns and views that follow from it, mutations that look at it
SELECT j, j.a, j.^o FROM format(JSONEachRow, 'j JSON', '{"j":{"b":1, "a" : 2, "o.p":1, "o":{"q":2, "z":null}, "d":"2024-02-04T03:00:00Z"}}')
SELECT j FROM format(TSV, 'j JSON', '{"b":1, "a" : 2}')
SELECT j FROM format(CSV, 'j JSON', '"{""b"":1, ""a"" : 2}"')
SELECT j FROM values('j JSON', '{"b":1, "a" : 2}')
CREATE TABLE df (j JSON, p Int64 MATERIALIZED j.o.p::Int64, q String DEFAULT toString(j.^o), s String DEFAULT j::String) ENGINE = MergeTree ORDER BY tuple()
INSERT INTO df (j) FORMAT JSONEachRow {"j":{"b":1, "o.p":7, "o":{"q":2}, "d":"2024-02-04T03:00:00Z"}}
INSERT INTO df (j) VALUES ('{"b":1, "o.p":7, "o":{"q":2}, "d":"2024-02-04T03:00:00Z"}')
SELECT *, p FROM df
ALTER TABLE df DELETE WHERE j.b = 5 SETTINGS mutations_sync = 2
ALTER TABLE df UPDATE s = 'x' WHERE j.b::Int64 = 1 SETTINGS mutations_sync = 2
SELECT s, p FROM df
DELETE FROM df WHERE j.o.p.:Int64 = 8
SELECT count() FROM df
SELECT j, p FROM df
CREATE VIEW vw AS SELECT j.z AS z, j.b::Int64 AS b FROM df
SELECT * FROM vw
CREATE TABLE mt (z Int64, t String) ENGINE = MergeTree ORDER BY z
CREATE MATERIALIZED VIEW mv TO mt AS SELECT j.z::Int64 AS z, j.t::String AS t FROM df
INSERT INTO df (j) FORMAT JSONEachRow {"j":{"z":1, "t":"2024-02-04T03:00:00Z"}} {"j":{"z":2.0, "t":"x"}}
SELECT * FROM mt ORDER BY ALL
SELECT j.z::Decimal(10,2), j.z::Bool, j.t::DateTime64(3), j.t::Date FROM df WHERE j.z::Float64 = 1 AND j.t IS NOT NULL
SELECT '{"a":[]}'::JSON.a AS a
SELECT CAST('{"a":[],"b":[null],"c":{}}' AS JSON) AS j, dynamicType(j.a), dynamicType(j.b), j.a, j.b, j.c
SELECT JSONAllPaths(j), JSONAllPathsWithTypes(j) FROM js ORDER BY id
SELECT JSONAllPathsWithTypes('{"a":1.0,"b":{"c":[1.0,2]},"d":"2024-01-01"}'::JSON)
# Reads of the values of one type of a path
SELECT id FROM js WHERE j.x.:Int64 = 1
SELECT id, j.x.:String FROM js WHERE j.x.:String > 'a' ORDER BY id
SELECT j.x.:String AS s, j.x.:Float64 AS f, count(), sum(j.i.:Int64), any(j.a.:`Array(Nullable(Int64))`) FROM js GROUP BY s, f ORDER BY s, f
SELECT id, j.i.:Float64, j.i.:UInt64, j.t.:DateTime, j.t.:Date, j.d.:Date, j.t6.:`DateTime64(9)`, j.b.:Bool, j.x.:`Array(Nullable(String))` FROM js ORDER BY id
SELECT a.id, b.j.x.:Int64 AS x FROM js AS a LEFT JOIN js AS b ON a.id = b.id AND b.j.x.:Int64 = 1 ORDER BY a.id
SELECT x.x.:Int64 FROM (SELECT j AS x FROM js) WHERE x.x.:Int64 IS NOT NULL
SELECT any(j).x.:Int64 FROM (SELECT * FROM js ORDER BY id)
SELECT count() FROM js WHERE j.ao.:`Array(JSON)` IS NOT NULL AND notEmpty(j.ao.:`Array(JSON)`)
SELECT id, j.m::String, j.ao::String, j.m IS NULL, j.ao IS NOT NULL, j.x IS NULL, j.o IS NULL FROM js ORDER BY id
SELECT id, j.ao::Array(JSON), j.m::Array(String), j.ao::Array(String) FROM js ORDER BY id
SELECT x.m IS NULL, x.m::Array(String), x.ao::Array(JSON) FROM (SELECT * FROM (SELECT j AS x, id FROM js LIMIT 10) ORDER BY id)
# Values whose text alone would say another type
CREATE TABLE mk (id UInt32, j JSON) ENGINE = MergeTree ORDER BY id
INSERT INTO mk VALUES (1, '{"f":1.0,"g":[1.0,2]}'), (2, '{"f":"x"}'), (3, '{"f":"2024-01-01"}'), (4, '{"f":1}'), (5, '{"f":1.0,"g":[1.0,2]}')
SELECT uniqExact(toString(j.f)), count(DISTINCT toString(j.f)) FROM mk
SELECT toString(j.f) AS k, count() FROM mk GROUP BY k ORDER BY k
SELECT count() FROM mk GROUP BY toString(j.f) ORDER BY 1
SELECT toString(j) AS k, count() FROM mk GROUP BY k ORDER BY k
SELECT count() FROM mk GROUP BY j::String ORDER BY 1
SELECT j.f::String AS k, count() FROM mk GROUP BY k ORDER BY k
SELECT toJSONString(j) FROM mk ORDER BY id
SELECT toJSONString(tuple(j, 1)) FROM mk ORDER BY id
SELECT concat(j, '!'), toString(tuple(j)), toString([j]) FROM mk ORDER BY id
SELECT toJSONString(map(1, any(j))) FROM (SELECT * FROM mk ORDER BY id)
SELECT j, count() FROM mk GROUP BY j ORDER BY toString(j), 2
SELECT j.f, dynamicType(j.f), j.g, dynamicType(j.g) FROM (SELECT j FROM mk ORDER BY id LIMIT 10)
CREATE TABLE mk2 (id UInt32, j JSON) ENGINE = MergeTree ORDER BY id
INSERT INTO mk2 SELECT * FROM mk
SELECT j.f, dynamicType(j.f), j.g, dynamicType(j.g) FROM mk2 ORDER BY id
SELECT count() FROM (SELECT '{"a":1.0}'::JSON AS j UNION ALL SELECT '{"a":1}'::JSON) GROUP BY toString(j)
SELECT x::String FROM (SELECT CAST([1,2],'Array(Dynamic)') AS arr) ARRAY JOIN arr AS x
SELECT x.a FROM (SELECT CAST(['{"a":1}','{"a":2}'],'Array(JSON)') AS arr) ARRAY JOIN arr AS x
SELECT x.a.:Int64, x.b FROM (SELECT arrayJoin(CAST(['{"a":1}','{"a":2}'],'Array(JSON)')) AS x)
SELECT n, toString(j.a) FROM (SELECT number*2 AS n, CAST('{"a":7}','JSON') AS j FROM numbers(2) ORDER BY n WITH FILL INTERPOLATE (j AS j))
SELECT 1 FROM (SELECT 1::Dynamic AS d) a JOIN (SELECT 1::Dynamic AS d) b USING (d)
SELECT getSubcolumn('{"a":1}'::JSON, '^`a')
SELECT getSubcolumn('{"a":1}'::JSON, 'a.:`')
# Objects that a join does not find, and text that would pass for a value in flight
SELECT b.j, toString(b.j), b.j.a FROM (SELECT 1 AS k) AS a LEFT JOIN (SELECT 2 AS k, '{"a":1}'::JSON AS j) AS b ON a.k = b.k
SELECT '{"a":1\v}'::JSON
INSERT INTO mk VALUES (9, '{"f":1\v}')
INSERT INTO mk FORMAT JSONEachRow {"id":9,"j":{"f":1}}
INSERT INTO mk VALUES (10, '{"f":1.0,"s":"x"}'::JSON)
SELECT j, dynamicType(j.f) FROM mk WHERE id >= 9 ORDER BY id
