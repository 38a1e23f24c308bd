SELECT * FROM generateRandom('a UInt64', 1) LIMIT 3
SELECT * FROM generateRandom('a UInt8', 1) LIMIT 20
SELECT * FROM generateRandom('a Int8', 1) LIMIT 20
SELECT * FROM generateRandom('a UInt16', 1) LIMIT 20
SELECT * FROM generateRandom('a Int32', 7) LIMIT 20
SELECT * FROM generateRandom('a Int64', 7) LIMIT 20
SELECT * FROM generateRandom('a UInt128, b Int256', 7) LIMIT 3
SELECT * FROM generateRandom('a Float32, b Float64', 7) LIMIT 5
SELECT * FROM generateRandom('a String', 7) LIMIT 10
SELECT * FROM generateRandom('a String', 7, 40) LIMIT 10
SELECT * FROM generateRandom('a String', 7, 0) LIMIT 3
SELECT hex(a) FROM generateRandom('a FixedString(5)', 7) LIMIT 10
SELECT * FROM generateRandom('a Date, b Date32, c DateTime(\'UTC\'), d DateTime64(3, \'UTC\')', 7) LIMIT 5
SELECT * FROM generateRandom('a Decimal32(2), b Decimal64(4), c Decimal128(6), d Decimal256(8)', 7) LIMIT 4
SELECT * FROM generateRandom('a Enum8(\'x\' = 1, \'y\' = -2, \'z\' = 5)', 7) LIMIT 10
SELECT * FROM generateRandom('a Enum16(\'x\' = 1, \'y\' = -200, \'z\' = 500)', 7) LIMIT 10
SELECT * FROM generateRandom('a UUID, b IPv4, c IPv6', 7) LIMIT 4
SELECT * FROM generateRandom('a Bool', 7) LIMIT 10
SELECT * FROM generateRandom('a Nullable(UInt8)', 7) LIMIT 40
SELECT * FROM generateRandom('a Array(UInt8)', 7) LIMIT 6
SELECT * FROM generateRandom('a Array(Array(String))', 7, 3, 2) LIMIT 6
SELECT * FROM generateRandom('a Tuple(UInt8, String), b Map(String, UInt8)', 7, 4, 2) LIMIT 6
SELECT * FROM generateRandom('a LowCardinality(String), b LowCardinality(Nullable(String))', 7, 4, 2) LIMIT 20
SELECT a FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5
SELECT b FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5
SELECT b, a FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5
SELECT a, b FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5
SELECT b + 1, a FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5
SELECT a, b FROM generateRandom('a UInt8, b UInt64', 7) WHERE a > 100 LIMIT 5 SETTINGS max_threads = 1
SELECT a, b FROM (SELECT * FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 10) ORDER BY a LIMIT 2
SELECT a, b FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5 OFFSET 3
SELECT a, b FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5 SETTINGS max_block_size = 3
SELECT a AS x, x + 1 FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5
SELECT * FROM generateRandom('a UInt8', NULL) LIMIT 0
SELECT * FROM generateRandom('a UInt8', -1) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 'x') LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1, -1) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1, 10, 10, 10) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1, 10000000000) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1, 1, 10000000000) LIMIT 1
SELECT * FROM generateRandom('a AggregateFunction(sum, UInt8)', 1) LIMIT 1
SELECT * FROM generateRandom('a JSON', 1) LIMIT 1
SELECT * FROM generateRandom('a Dynamic', 1) LIMIT 1
SELECT * FROM generateRandom('a Variant(UInt8, String)', 1) LIMIT 1
SELECT * FROM generateRandom('a Time', 1) LIMIT 1
SELECT * FROM generateRandom('a', 1) LIMIT 1
SELECT * FROM generateRandom('', 1) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1) AS t LIMIT 1
SELECT t.a FROM generateRandom('a UInt8', 1) AS t LIMIT 1
SELECT length(a), b FROM generateRandom('a String, b UInt64', 7) LIMIT 3
SELECT b, length(a) FROM generateRandom('a String, b UInt64', 7) WHERE b > 5 LIMIT 3 SETTINGS max_threads = 1
SELECT max(b), count() FROM (SELECT b FROM generateRandom('a String, b UInt64', 7) LIMIT 1000)
SELECT a, count() FROM (SELECT a % 3 AS a FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 1000) GROUP BY a ORDER BY a
SELECT x.a, x.b FROM (SELECT * FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 5) AS x JOIN (SELECT * FROM generateRandom('a UInt8, c UInt64', 7) LIMIT 5) AS y USING (a) ORDER BY ALL
WITH t AS (SELECT * FROM generateRandom('a UInt8, b String', 3) LIMIT 4) SELECT * FROM t
SELECT * FROM generateRandom('a UInt8, b String', 3) LIMIT 2, 4
SELECT * FROM generateRandom('a UInt8, b String', 3) LIMIT 1 BY a LIMIT 4 SETTINGS max_threads = 1
SELECT DISTINCT a FROM generateRandom('a UInt8, b String', 3) LIMIT 4 SETTINGS max_threads = 1
SELECT a, arrayJoin([1, 2]) FROM generateRandom('a UInt8, b String', 3) LIMIT 4 SETTINGS max_threads = 1
SELECT a, b, arrayJoin([1, 2]) FROM generateRandom('a UInt8, b String', 3) LIMIT 4 SETTINGS max_threads = 1
SELECT a, b, row_number() OVER () FROM (SELECT * FROM generateRandom('a UInt8, b String', 3) LIMIT 4)
SELECT a, b, x FROM generateRandom('a UInt8, b String', 3) ARRAY JOIN [1, 2] AS x LIMIT 4 SETTINGS max_threads = 1
SELECT * FROM (SELECT * FROM generateRandom('a UInt8, b String', 3)) LIMIT 4 SETTINGS max_threads = 1
SELECT a, b FROM (SELECT a, b FROM generateRandom('a UInt8, b String', 3)) LIMIT 4 SETTINGS max_threads = 1
SELECT a, b FROM generateRandom('a UInt8, b String', 3) LIMIT 4 UNION ALL SELECT a, b FROM generateRandom('a UInt8, b String', 3) LIMIT 2
SELECT a + 1, upper(b) FROM generateRandom('a UInt8, b String', 3) LIMIT 4
SELECT (a, b) FROM generateRandom('a UInt8, b String', 3) LIMIT 4
SELECT a, b FROM generateRandom('a UInt8, b String', 3) LIMIT toUInt8(4)
SELECT a, b FROM generateRandom('a UInt8, b String', 3) LIMIT 2 + 2
SELECT * FROM generateRandom('a Decimal(5, 2), b Decimal(12, 4), c Decimal(25, 3), d Decimal(50, 3)', 7) LIMIT 3
SELECT * FROM generateRandom('a Array(Array(Array(UInt8)))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a Map(UInt8, Array(UInt8))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a Array(Map(UInt8, UInt8))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a Array(Tuple(UInt8, Array(UInt8)))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a Tuple(UInt8, Array(UInt8))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a Array(Nullable(UInt8))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a Array(LowCardinality(String))', 7, 3, 9) LIMIT 3
SELECT * FROM generateRandom('a UInt8', 1, 1, 10000000000) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1, 1073741824, 16777216) LIMIT 1
SELECT * FROM generateRandom('a UInt8', 1, 1, 1073741825) LIMIT 1
SELECT count() FROM (SELECT * FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 100000)
SELECT sum(a), sum(b), sum(cityHash64(a, b)) FROM (SELECT * FROM generateRandom('a UInt8, b UInt64', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(cityHash64(a, b)) FROM (SELECT * FROM generateRandom('a String, b String', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(cityHash64(a, b)) FROM (SELECT * FROM generateRandom('a UInt64, b Map(String, UInt8)', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(cityHash64(a, b)) FROM (SELECT * FROM generateRandom('a UInt64, b LowCardinality(Nullable(String))', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(cityHash64(toString(a), toString(b))) FROM (SELECT * FROM generateRandom('a Date32, b DateTime64(3, \'UTC\')', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(cityHash64(toString(a), toString(b))) FROM (SELECT * FROM generateRandom('a Enum16(\'x\' = 1, \'y\' = 300), b IPv6', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(cityHash64(a, b)) FROM (SELECT * FROM generateRandom('a UInt64, b Array(Array(String))', 7, 100, 20) LIMIT 20000) SETTINGS max_threads = 1
SELECT count(), sum(a) FROM (SELECT a, b FROM generateRandom('a UInt64, b String', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(b) FROM (SELECT a, b FROM generateRandom('a String, b UInt64', 7) LIMIT 100000) SETTINGS max_threads = 1
SELECT sum(b), sum(length(a)) FROM (SELECT b, a FROM generateRandom('a String, b UInt64', 7) LIMIT 100000) SETTINGS max_threads = 1
