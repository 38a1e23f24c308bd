WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 5) SELECT max(n) FROM r SETTINGS max_recursive_cte_evaluation_depth=4
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 5) SELECT max(n) FROM r SETTINGS max_recursive_cte_evaluation_depth=5
WITH RECURSIVE r(a,b) AS (SELECT 1, 'x' UNION ALL SELECT a+1, concat(b, 'y') FROM r WHERE a < 4) SELECT * FROM r ORDER BY a
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 5) SELECT x.n, y.n FROM r x JOIN r y ON x.n = y.n + 1 ORDER BY 1
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 5) SELECT count() FROM r WHERE n IN (SELECT n FROM r WHERE n > 2)
WITH RECURSIVE a AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM a WHERE n < 3), b AS (SELECT n*10 AS m FROM a) SELECT * FROM b ORDER BY m
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 3 UNION ALL SELECT n+10 FROM r WHERE n < 2) SELECT n FROM r ORDER BY n
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT 2) SELECT n FROM r ORDER BY n
WITH RECURSIVE p AS (SELECT id, toString(id) AS path FROM t1 WHERE id = 1 UNION ALL SELECT t.id, concat(p.path, '>', toString(t.id)) FROM t1 AS t JOIN p ON t.id = p.id * 2 WHERE t.id < 30) SELECT path FROM p ORDER BY path
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < (SELECT 4)) SELECT sum(n) FROM r
WITH RECURSIVE r AS (SELECT [1] AS v UNION ALL SELECT arrayPushBack(v, 1) FROM r WHERE length(v) < 4) SELECT * FROM r ORDER BY length(v)
WITH RECURSIVE r AS (SELECT toDate('2026-01-30') AS d, 1 AS i UNION ALL SELECT d + INTERVAL 1 MONTH, i + 1 FROM r WHERE i < 4) SELECT d FROM r ORDER BY d
SELECT * FROM view(SELECT 1 AS x, 2 AS y)
SELECT v.x FROM view(SELECT id AS x FROM t1 WHERE id < 3) AS v ORDER BY x
SELECT count() FROM view(SELECT * FROM t1)
SELECT * FROM (VALUES (1,'a'),(2,'b')) AS t(x,y)
SELECT * FROM (VALUES (1),(2)) AS t(x)
SELECT x + 1 FROM (VALUES (1,'a'),(2,'b')) AS t(x,y) ORDER BY 1
SELECT count() FROM merge(currentDatabase(),'^t1$')
CREATE VIEW pv AS SELECT id, k FROM t1 WHERE id = {i:UInt32} OR k = {kk:String}
SELECT * FROM pv(i=3, kk='q')
SELECT count() FROM pv(i=1, kk='x') WHERE id > 5
SELECT * FROM pv(i=3)
SELECT * FROM pv(i=1, kk='a\'b\\c') ORDER BY id
SELECT p.id FROM pv(i=1, kk='x') AS p JOIN t2 ON t2.id = p.id ORDER BY 1
DROP VIEW pv
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 10) SELECT sum(n) FROM r
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r WHERE n < 5) SELECT * FROM r
WITH RECURSIVE r AS (SELECT toUInt64(1) AS n, 'a' AS s UNION ALL SELECT n+1, concat(s,'b') FROM r WHERE n < 5) SELECT n, s FROM r ORDER BY n
WITH RECURSIVE fib AS (SELECT toUInt64(0) a, toUInt64(1) b UNION ALL SELECT b, a+b FROM fib WHERE b < 100) SELECT a FROM fib
WITH RECURSIVE tree AS (SELECT id, 0 AS lvl FROM t1 WHERE id = 1 UNION ALL SELECT t1.id, lvl+1 FROM t1 INNER JOIN tree ON t1.id = tree.id*2 WHERE lvl < 10) SELECT * FROM tree ORDER BY id
WITH RECURSIVE r AS (SELECT 1 AS n UNION DISTINCT SELECT n+1 FROM r WHERE n < 10) SELECT sum(n) FROM r
WITH RECURSIVE d AS (SELECT toDate('2026-01-01') AS d UNION ALL SELECT d + 1 FROM d WHERE d < toDate('2026-01-10')) SELECT d FROM d
WITH RECURSIVE days AS (SELECT toDate('2026-01-01') AS dd UNION ALL SELECT dd + 1 FROM days WHERE dd < toDate('2026-01-10')) SELECT dd, count(t1.id) FROM days LEFT JOIN t1 ON t1.d = days.dd GROUP BY dd ORDER BY dd
WITH RECURSIVE r AS (SELECT 1 AS n) SELECT * FROM r
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n+1 FROM r) SELECT * FROM r SETTINGS max_recursive_cte_evaluation_depth=5
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
SELECT * FROM values('a UInt8', 300)
SELECT * FROM values('a DateTime64(3,\'UTC\'), d Decimal(10,2)', ('2026-01-01 00:00:00.5', 1.25))
SELECT * FROM (VALUES (1,'a'),(2,'b'))
SELECT * FROM (VALUES (1,'a'),(2,'b')) AS t
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
SELECT x FROM view(SELECT number AS x FROM numbers(3)) ORDER BY x
SELECT id FROM merge('^t1$') ORDER BY id LIMIT 3
SELECT * FROM nosuchfn(1)
SELECT number FROM numbers(10) WHERE number % 3 = 0
SELECT n.number FROM numbers(3) AS n
SELECT t.* FROM numbers(2) t
SELECT numbers.number FROM numbers(2)
SELECT * FROM numbers(-1)
SELECT * FROM numbers('a')
SELECT * FROM numbers(1.5)
SELECT * FROM numbers(1+2)
SELECT * FROM numbers(toUInt64(2)) ORDER BY number DESC
SELECT * FROM arrayJoin([1,2])
SELECT sum(number) FROM numbers(10) AS t GROUP BY t.number % 2 ORDER BY 1
SELECT * FROM values('a LowCardinality(String)', 'x','y')
SELECT * FROM values('a Map(String,UInt8)', map('x',1), {'y':2})
SELECT * FROM values('a Tuple(x UInt8, y String)', (1,'a'))
SELECT * FROM values('a Tuple(UInt8, String), b UInt8', ((1,'a'), 5))
SELECT count(), max(dummy) FROM null()
SELECT count() FROM null('a UInt8', 1)
SELECT count() FROM values()
SELECT * FROM format(CSV, 'a UInt8, b String, c Nullable(Int8)', '1,"a",\n2,b,\\N\n3,,5\n')
SELECT hex(s), n FROM format(RowBinary, 's FixedString(2), n UInt8', unhex('FF8001C32802'))
SELECT sum(a), count() FROM format('tsv', 'a UInt8', '1\n2') WHERE a > 1
SELECT * FROM format(JSONEachRow, 'a UInt8, b String, c Nullable(Int8), d Bool', '{"a":"1","b":2,"z":3,"d":1} {"a":null,"b":{"x":1}} {"b":[1,2],"c":true}')
SELECT * FROM format(CSVWithNames, 'a UInt8, b String', 'b\nx')
SELECT x.a, y.b FROM format(JSONCompactEachRow, 'a UInt8', concat('[1]', '[2]')) AS x JOIN format(CSV, 'a UInt8, b Date', '2,2020-01-01') AS y ON x.a = y.a
SELECT * FROM format(nosuch, 'a UInt8', '1')
SELECT * FROM format(NULL, 'a UInt8', '1')
SELECT * FROM format(CSV, 'a UInt8', '1', 1)
SELECT * FROM format(CSV, '', '1')
SELECT * FROM format(CSV, 'a UInt8', 5)
SELECT * FROM format(TSV, 'a UInt8, b String', '1\ta\r\n2\tb\r\n')
SELECT * FROM primes(10)
SELECT * FROM primes(2, 5)
SELECT * FROM primes(2, 5, 3)
SELECT * FROM primes() LIMIT 3
SELECT toTypeName(prime) FROM primes(1)
SELECT * FROM primes(0)
SELECT * FROM primes(2, 5, 0)
SELECT * FROM primes(-1)
SELECT * FROM primes('a')
SELECT * FROM primes(1.0)
SELECT * FROM primes(1,2,3,4)
SELECT count(), sum(prime), max(prime) FROM primes(100000)
SELECT prime FROM primes() WHERE prime > 1000 LIMIT 2
SELECT count() FROM primes(0, 10, 2)
SELECT sum(prime) FROM primes(1000, 1000)
SELECT prime FROM primes(3) AS p JOIN numbers(5) AS n ON p.prime = n.number ORDER BY prime
SELECT primes.prime FROM primes(3)
SELECT p.prime FROM primes(3) p
