# Columns of Dynamic
CREATE TABLE d1 (id UInt32, d Dynamic) ENGINE = MergeTree ORDER BY id
INSERT INTO d1 VALUES (1, 42), (2, 'abc'), (3, 1.5), (4, true), (5, NULL), (6, '2024-01-01'), (7, '2024-01-01 10:00:00'), (8, ''), (9, '42'), (10, -7)
INSERT INTO d1 FORMAT JSONEachRow {"id":11,"d":42} {"id":12,"d":"x"} {"id":13,"d":null} {"id":14} {"id":15,"d":2.5} {"id":16,"d":"2024-05-06"} {"id":17,"d":false} {"id":18,"d":18446744073709551615}
INSERT INTO d1 FORMAT JSONCompactEachRow [19, 5]
INSERT INTO d1 SELECT 20, 5
INSERT INTO d1 SELECT 21, 'sel'
INSERT INTO d1 SELECT 22, [1, 2]
INSERT INTO d1 SELECT 23, (1, 'a')
INSERT INTO d1 SELECT 24, map('k', 1)
INSERT INTO d1 SELECT 25, toDecimal64(1.25, 3)
INSERT INTO d1 SELECT 26, NULL
INSERT INTO d1 SELECT 27, toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')
INSERT INTO d1 SELECT 28, toDateTime64('2024-01-01 00:00:00.123', 3, 'UTC')
INSERT INTO d1 SELECT 29, toNullable(7)
INSERT INTO d1 (id) VALUES (30)
SELECT id, d, dynamicType(d) FROM d1 ORDER BY id
SELECT id, d.Int64, d.String, d.Date, d.UInt8, d.`Array(UInt8)`, d.`Array(UInt8)`.size0, d.Bool FROM d1 ORDER BY id
SELECT id, d.`Tuple(UInt8, String)`, d.`Map(String, UInt8)`, d.Float64 FROM d1 ORDER BY id
SELECT id, dynamicElement(d, 'Int64'), d::String, toString(d) FROM d1 ORDER BY id
SELECT d.Foo FROM d1
SELECT id FROM d1 WHERE d.Int64 = 42 ORDER BY id
SELECT id FROM d1 WHERE d IS NULL ORDER BY id
SELECT id FROM d1 WHERE d IS NOT NULL AND dynamicType(d) = 'String' ORDER BY id
SELECT dynamicType(d) AS t, count() FROM d1 GROUP BY t ORDER BY t
SELECT distinctDynamicTypes(d) FROM d1
SELECT count(), count(d), sum(d.Int64), uniqExact(d) FROM d1
SELECT d, count() FROM d1 GROUP BY d
SELECT DISTINCT dynamicType(d) FROM d1 ORDER BY 1
SELECT d FROM d1 ORDER BY d
SELECT isDynamicElementInSharedData(d) FROM d1 ORDER BY id LIMIT 3
OPTIMIZE TABLE d1 FINAL
SELECT id, d, dynamicType(d) FROM d1 ORDER BY id
ALTER TABLE d1 DELETE WHERE d.Int64 = 42 SETTINGS mutations_sync = 2
ALTER TABLE d1 UPDATE d = 'upd' WHERE id = 2 SETTINGS mutations_sync = 2
ALTER TABLE d1 UPDATE d = 3.5 WHERE id = 3 SETTINGS mutations_sync = 2
SELECT id, d, dynamicType(d) FROM d1 ORDER BY id
SELECT a.id, b.d FROM d1 a LEFT JOIN (SELECT * FROM d1 WHERE id < 4) b ON a.id = b.id ORDER BY a.id
DESCRIBE TABLE d1
CREATE TABLE d2 (d Dynamic(max_types=3)) ENGINE = MergeTree ORDER BY tuple()
INSERT INTO d2 SELECT number::Dynamic FROM numbers(3)
INSERT INTO d2 SELECT 'x' UNION ALL SELECT 'y'
SELECT d, dynamicType(d), toTypeName(d) FROM d2 ORDER BY toString(d)
CREATE TABLE d3 (d Dynamic) ENGINE = MergeTree ORDER BY d
CREATE TABLE d3 (d Dynamic) ENGINE = Log
CREATE TABLE d3 (id UInt8, d Dynamic, INDEX i d TYPE minmax) ENGINE = MergeTree ORDER BY id
CREATE TABLE d3 (d Dynamic, m String MATERIALIZED dynamicType(d), a Int64 ALIAS d.Int64) ENGINE = Memory
INSERT INTO d3 VALUES (1), ('x')
SELECT d, m, a FROM d3 ORDER BY m
CREATE TABLE d4 (id UInt8, d Nullable(Dynamic)) ENGINE = MergeTree ORDER BY id
CREATE TABLE d4 (id UInt8, d Dynamic DEFAULT 5) ENGINE = MergeTree ORDER BY id
INSERT INTO d4 (id) VALUES (1)
INSERT INTO d4 VALUES (2, DEFAULT), (3, 'q')
SELECT *, dynamicType(d) FROM d4 ORDER BY id
ALTER TABLE d4 ADD COLUMN e Dynamic DEFAULT 'new'
SELECT *, dynamicType(e) FROM d4 ORDER BY id
ALTER TABLE d4 ADD COLUMN f Variant(UInt64, String) DEFAULT 7::UInt64
SELECT *, variantType(f) FROM d4 ORDER BY id
SELECT d FROM d4 WHERE d = 5 ORDER BY id
SELECT id, d = 5, d > 3 FROM d1 WHERE dynamicType(d) = 'Int64' ORDER BY id
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":1} {"d":"a"} {"d":null}')
SELECT d, dynamicType(d) FROM format(Values, 'd Dynamic', '(1), (\'a\'), (NULL)')
DROP TABLE d1
CREATE TABLE d1 (id UInt32, d Dynamic, j JSON) ENGINE = MergeTree ORDER BY id
INSERT INTO d1 VALUES (1, 42, '{"a":1}'), (2, 'abc', '{"a":"x"}'), (3, 1.5, '{}'), (4, NULL, '{"a":null}')
SELECT d::String, d::Nullable(Int64), j.a::String FROM d1 ORDER BY id
SELECT id FROM d1 WHERE d::String = 'abc'
SELECT id FROM d1 WHERE d::Nullable(String) IS NULL
SELECT x::String FROM (SELECT id, d AS x FROM d1) ORDER BY id
SELECT x::String, x FROM (SELECT id, j.a AS x FROM d1) ORDER BY id
SELECT d::String, count() FROM d1 GROUP BY d::String ORDER BY 1
SELECT max(d::Nullable(Int64)) FROM d1 WHERE id < 2
SELECT a.d::String FROM d1 a JOIN d1 b ON a.id = b.id ORDER BY a.id
SELECT toString(d), d::String AS s FROM d1 WHERE s != '' ORDER BY id
SELECT d::String FROM d1 ORDER BY id LIMIT 2
SELECT d::String FROM d1 WHERE j.a::String = '1' AND d::String = '42'
SELECT d::Int64 FROM d1 WHERE id = 1
SELECT d::Date FROM d1 WHERE id = 2
SELECT DISTINCT d::String FROM d1 ORDER BY 1
SELECT d::String FROM d1 PREWHERE d::String = 'abc'
SELECT isNull(d), isNotNull(d), d IS NULL FROM d1 ORDER BY id
SELECT hex(x::Dynamic::String), hex(toString(x::Dynamic)), hex(x::Variant(FixedString(3), UInt8)::String), hex(x::Dynamic::Nullable(String)) FROM (SELECT materialize('a\0'::FixedString(3)) AS x)
SELECT dynamicType(materialize(toLowCardinality('q'))::Dynamic), dynamicType(toLowCardinality('q'::Nullable(String))::Dynamic), upper(x), toTypeName(upper(x)) FROM (SELECT toLowCardinality('q')::Dynamic AS x)
# arrays that formats and texts hold
SELECT '[true,1,2.5,\'2020-01-01\',\'x\',NULL]'::Array(Dynamic) d, arrayMap(x -> dynamicType(x), d)
SELECT '[]'::Array(Dynamic) d
SELECT '[ 1 , \'a\' ]'::Array(Dynamic) d
SELECT '[\'it\\\'s\', \'a\\nb\']'::Array(Dynamic) d, arrayMap(x -> dynamicType(x), d)
SELECT [1, 2]::Array(Dynamic) d, dynamicType(d[1]), [1, 'a']::Array(Dynamic) e, arrayMap(x -> dynamicType(x), e)
SELECT materialize('[1,\'a\']')::Array(Dynamic) AS d, toNullable('[1]')::Array(Dynamic), toLowCardinality('[2]')::Array(Dynamic)
SELECT '(1,2)'::Tuple(Dynamic, UInt8), '(1,\'2\')'::Tuple(a Dynamic, b String), '([1],2)'::Tuple(Array(Dynamic), Int8)
SELECT '[\'2020-01-01\', \'10:00\', \'2020-01-01 00:00:00\']'::Array(Dynamic) d, arrayMap(x -> dynamicType(x), d)
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[true,false]} {"d":["1","2"]} {"d":[1, 2]} {"d":["a",null]} {"d":[true,null]} {"d":[1.5, 2]} {"d":[null, 2.5, 1]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[true,1]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":["2020-01-01", "a"]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[[1],[2,3]]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[[1,2.5],[3]]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[[[1]]]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[1,"a",2.5,true]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":["null"]} {"d":["[]","{"]} {"d":["a\\"null"]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[1.0,2.0]} {"d":[1e3]} {"d":[-0.0]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[1]} {"d":[2.5]} {"d":[3]} {"d":["a"]} {"d":[4]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[2.5]} {"d":[3]} {"d":[null]} {"d":[1,null]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":["2020-01-01x"]} {"d":["12:00:00"]} {"d":["1.5"]} {"d":["true"]}')
SELECT d.`Array(Int64)`, d FROM format(JSONEachRow, 'd Dynamic', '{"d":[1,2]} {"d":["a"]}')
SELECT d, dynamicType(d) FROM format(JSONEachRow, 'd Dynamic', '{"d":[1,9007199254740993,2.5]}')
SELECT d::Array(Int64), d::String, toString(d), d::Array(String) FROM format(JSONEachRow, 'd Dynamic', '{"d":[1,2]}')
SELECT d, dynamicType(d) FROM format(Values, 'd Dynamic', '([1,2]),([true,false]),([\'1\',\'2\']),([1,NULL,2.5]),([\'a\',NULL]),([true,NULL]),([ 1 , 2 ]),([1.0,2.0]),([-1]),([1,2.5])')
SELECT d, dynamicType(d) FROM format(Values, 'd Dynamic', '([1,2]),([\'x y\', \'[]\', \'null\'])')
SELECT '[[1,2],[3]]'::Array(Dynamic) d, arrayMap(x -> dynamicType(x), d), '[[\'a\']]'::Array(Dynamic), '[[1,NULL]]'::Array(Dynamic) e, dynamicType(e[1])
SELECT '[[1],[\'a\']]'::Array(Dynamic) d, arrayMap(x -> dynamicType(x), d), [[1],['b']]::Array(Array(Dynamic))
SELECT '([1,2],3)'::Tuple(Dynamic, Int8) d
SELECT CAST(materialize('[1,2]'), 'Array(Dynamic)') FROM numbers(2)
SELECT arrayMap(x -> x, [1::Dynamic, 2]), arrayMap(x -> (x, 1), [1, 'a']::Array(Dynamic)), arrayFilter(x -> dynamicType(x) = 'String', [materialize(1), 'a']::Array(Dynamic))
SELECT arrayMap(x -> x.Int64, [1::Int64, 2.5::Float64]::Array(Dynamic)), arrayExists(x -> isNull(x), [1, NULL]::Array(Dynamic)), arrayCount(x -> isNotNull(x), [1, NULL]::Array(Dynamic)), arrayAll(x -> dynamicType(x) = 'Int64', [1, NULL]::Array(Dynamic))
SELECT arrayMap((x, y) -> toString(x) || y, [1, 2]::Array(Dynamic), ['a', 'b']), arraySlice([1, 2, 3]::Array(Dynamic), 2)
SELECT arrayFilter(x -> x = 1, [1::Int64, 2::Int64]::Array(Dynamic)), arrayFilter(x -> x = 1, [1, 2]::Array(Dynamic))
SELECT arrayMap(x -> x + 1, [1, 2]::Array(Dynamic)), toTypeName(arrayMap(x -> x + 1, [1]::Array(Dynamic)))
SELECT arrayCount(x -> x > 1, [1, 2]::Array(Dynamic)), arrayExists(x -> x > 1, [1, NULL]::Array(Dynamic)), arrayAll(x -> x > 0, [1, NULL]::Array(Dynamic))
SELECT x.Int64 FROM (SELECT [1, 'a']::Array(Dynamic) x)
