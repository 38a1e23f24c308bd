WITH x AS (SELECT 1 AS a) SELECT * FROM x
WITH x AS (SELECT 1 AS a), y AS (SELECT a+1 AS b FROM x) SELECT a, b FROM x, y
WITH x AS (SELECT id, k FROM t1 WHERE id < 5) SELECT x1.id, x2.k FROM x x1 JOIN x x2 ON x1.id = x2.id ORDER BY 1
WITH 5 AS lim SELECT id FROM t1 WHERE id < lim ORDER BY id
WITH (SELECT max(id) FROM t1) AS m SELECT id, m FROM t1 WHERE id = m
WITH x AS (SELECT 1 AS a UNION ALL SELECT 2) SELECT sum(a) FROM x
WITH sum(id) AS s SELECT k, s FROM t1 GROUP BY k ORDER BY k
WITH (x -> x*2) AS f SELECT f(3)
WITH x -> x*2 AS f SELECT arrayMap(f, [1,2,3])
WITH toStartOfMonth(d) AS m SELECT m, count() FROM t1 GROUP BY m ORDER BY m
WITH x AS (SELECT 1 a) SELECT (SELECT a FROM x), (SELECT a+1 FROM x)
WITH x(a,b) AS (SELECT 1, 2) SELECT a, b FROM x
WITH 1 AS a, 2 AS b SELECT a+b
WITH a AS (SELECT 1 x), b AS (SELECT 2 x) SELECT * FROM a UNION ALL SELECT * FROM b ORDER BY x
WITH x AS MATERIALIZED (SELECT 1 a) SELECT * FROM x
WITH t AS (SELECT number n FROM numbers(3)) SELECT n FROM t WHERE n IN (SELECT n FROM t WHERE n > 0) ORDER BY n
WITH t AS (SELECT number n FROM numbers(3)) SELECT n FROM t WHERE n IN t ORDER BY n
WITH (1,2,3) AS s SELECT 2 IN s, 5 IN s
WITH [1,2,3] AS s SELECT has(s,2), 2 IN s
SELECT * FROM (WITH 1 AS y SELECT y)
WITH cte AS (SELECT k, count() c FROM t1 GROUP BY k) SELECT k, c, c / sum(c) OVER () FROM cte ORDER BY k
WITH t1 AS (SELECT 1 AS id) SELECT * FROM t1
WITH x AS (SELECT 1) SELECT * FROM y
WITH x AS (SELECT a FROM t1) SELECT length(a) AS l, count() FROM x GROUP BY l ORDER BY l
WITH (SELECT 1, 2) AS p SELECT p.1, p.2
WITH (SELECT groupArray(id) FROM t1 WHERE id < 3) AS ids SELECT ids
WITH x AS (SELECT 1 AS a) INSERT INTO emp SELECT * FROM x
SELECT * FROM values('a UInt8, b String', (1,'x'),(2,'y'))
SELECT * FROM values('a UInt8', 1, 2, 3)
SELECT * FROM values((1,'x'),(2,'y'))
SELECT * FROM values(1,2,3)
SELECT * FROM values('a','b','c')
SELECT c1, c2 FROM values((1,2.5),(NULL,3))
SELECT * FROM VALUES('x Nullable(Int32), y Array(String)', (NULL,['a']),(5,[]))
SELECT a+1 FROM values('a Date', '2026-01-01', '2026-02-01') ORDER BY a
SELECT * FROM values('a Enum8(\'x\'=1,\'y\'=2)', 'x', 'y')
SELECT * FROM values('a DateTime64(3,\'UTC\'), d Decimal(10,2)', ('2026-01-01 00:00:00.5', 1.25))
SELECT * FROM null('x UInt8, y String')
SELECT count() FROM null('x UInt8')
SELECT * FROM numbers(3)
SELECT * FROM numbers(2,3)
SELECT * FROM numbers(0,10,3)
SELECT * FROM numbers(10, 5, 2)
SELECT * FROM numbers_mt(3)
SELECT * FROM zeros(3)
SELECT * FROM zeros_mt(2)
SELECT * FROM generate_series(1,5)
SELECT * FROM generateSeries(1,10,3)
SELECT * FROM generate_series(5,1)
SELECT * FROM generate_series(-1,1)
SELECT * FROM one()
SELECT * FROM system.one
SELECT * FROM system.numbers LIMIT 3
SELECT * FROM system.zeros LIMIT 2
SELECT * FROM nosuchfn(1)
SELECT number FROM numbers(10) WHERE number % 3 = 0
SELECT n.number FROM numbers(3) AS n
SELECT t.* FROM numbers(2) t
SELECT * FROM numbers(-1)
SELECT * FROM numbers(1+2)
SELECT * FROM numbers(toUInt64(2)) ORDER BY number DESC
SELECT * FROM arrayJoin([1,2])
SELECT sum(number) FROM numbers(10) AS t GROUP BY t.number % 2 ORDER BY 1
SELECT * FROM values('a LowCardinality(String)', 'x','y')
SELECT * FROM values('a Map(String,UInt8)', map('x',1), {'y':2})
SELECT * FROM values('a Tuple(UInt8, String), b UInt8', ((1,'a'), 5))
