CREATE TABLE t (a Int64, b Int64, s String, x Float64) ENGINE = MergeTree ORDER BY a
INSERT INTO t SELECT number, number % 3, toString(number % 4), number / 2 FROM numbers(12)
CREATE TABLE u (a Int64, c Int64, s String, d Date) ENGINE = MergeTree ORDER BY a
INSERT INTO u SELECT number * 2, number % 5, toString(number % 3), toDate('2024-01-01') + number FROM numbers(10)
CREATE TABLE o (a Int64, k UInt8, v Int64, w Int64) ENGINE = MergeTree ORDER BY (a, k)
INSERT INTO o SELECT number % 6, number % 2, number, 20 - number FROM numbers(20)
CREATE TABLE n (a Int64, p Nullable(Int64), q Nullable(String)) ENGINE = MergeTree ORDER BY a
INSERT INTO n SELECT number, if(number % 3 = 0, NULL, number), if(number % 4 = 0, NULL, toString(number % 5)) FROM numbers(9)
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a) ORDER BY a
SELECT a FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.a = t.a) ORDER BY a
SELECT a, (SELECT count() FROM u WHERE u.a = t.a) AS c FROM t ORDER BY a
SELECT a, (SELECT max(c) FROM u WHERE u.a = t.a) AS c FROM t ORDER BY a
SELECT a, (SELECT sum(v) FROM o WHERE o.a = t.b) AS c FROM t ORDER BY a
SELECT a, (SELECT sum(v) FROM o WHERE o.a < t.b) AS c FROM t ORDER BY a
SELECT a FROM t WHERE a IN (SELECT u.a FROM u WHERE u.s = t.s) ORDER BY a
SELECT a FROM t WHERE a NOT IN (SELECT u.a FROM u WHERE u.s = t.s) ORDER BY a
SELECT a FROM t WHERE a > (SELECT avg(v) FROM o WHERE o.a = t.b) ORDER BY a
SELECT t.a FROM t JOIN u ON t.a = u.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.v > u.c) ORDER BY t.a
SELECT t.a, (SELECT count() FROM o WHERE o.a = t.b AND o.v > u.c) FROM t JOIN u ON t.a = u.a ORDER BY t.a
SELECT t.a, (SELECT count() FROM o WHERE o.a = t.b AND o.k = u.c) FROM t LEFT JOIN u ON t.a = u.a ORDER BY t.a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND EXISTS (SELECT 1 FROM o WHERE o.a = u.c)) ORDER BY a
SELECT a, (SELECT count() FROM u WHERE u.c = (SELECT max(k) FROM o WHERE o.a = u.c)) FROM t ORDER BY a
SELECT a, (SELECT count() FROM u JOIN o ON u.c = o.a WHERE u.a = t.a) FROM t ORDER BY a
SELECT a, (SELECT v FROM o WHERE o.a = t.b ORDER BY v LIMIT 1) FROM t ORDER BY a
SELECT a, (SELECT v FROM o WHERE o.a = t.b ORDER BY v DESC LIMIT 1) FROM t ORDER BY a
SELECT a, (SELECT v FROM o WHERE o.a = t.b ORDER BY v LIMIT 1 OFFSET 1) FROM t ORDER BY a
SELECT a, (SELECT v FROM o WHERE o.v = t.a) FROM t ORDER BY a
SELECT a, (SELECT v + t.a FROM o WHERE o.v = t.a) FROM t ORDER BY a
SELECT a, (SELECT sum(v + t.a) FROM o WHERE o.a = t.b) FROM t ORDER BY a
SELECT a, (SELECT sum(v) + t.a FROM o WHERE o.a = t.b) FROM t ORDER BY a
SELECT a, (SELECT min(v), max(v) FROM o WHERE o.a = t.b) FROM t ORDER BY a
SELECT a, (SELECT groupArray(v) FROM (SELECT v FROM o WHERE o.a = t.b ORDER BY v)) FROM t ORDER BY a
SELECT a, (SELECT arraySort(groupArray(v)) FROM o WHERE o.a = t.b) FROM t ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT v FROM o WHERE o.v = t.a UNION DISTINCT SELECT c FROM u WHERE u.a = t.a) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT v FROM o WHERE o.v = t.a INTERSECT SELECT c FROM u WHERE u.a = t.a) ORDER BY a
SELECT a, (SELECT count() FROM o WHERE o.a = t.b GROUP BY k ORDER BY k LIMIT 1) FROM t ORDER BY a
SELECT a, (SELECT count() FROM o WHERE o.a = t.b HAVING count() > 3) FROM t ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT count() FROM o WHERE o.a = t.b HAVING count() > 3) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT count() FROM o WHERE o.a = t.a) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT k FROM o WHERE o.a = t.a GROUP BY k HAVING count() > 1) ORDER BY a
SELECT t.a, u.a FROM t JOIN u ON t.a = u.a AND EXISTS (SELECT 1 FROM o WHERE o.a = t.b) ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a AND u.c = (SELECT max(k) FROM o WHERE o.a = u.c) ORDER BY 1, 2
SELECT a, sum((SELECT count() FROM u WHERE u.a = t.a)) FROM t GROUP BY a ORDER BY a
SELECT b, sum((SELECT count() FROM u WHERE u.a = t.a)) FROM t GROUP BY b ORDER BY b
SELECT b, count(), (SELECT count() FROM u WHERE u.c = t.b) FROM t GROUP BY b ORDER BY b
SELECT b, sum(a) AS sa FROM t GROUP BY b HAVING sum(a) > (SELECT sum(v) FROM o WHERE o.a = t.b) ORDER BY b
SELECT a FROM t ORDER BY (SELECT count() FROM u WHERE u.a = t.a), a
SELECT a, (SELECT count() FROM u WHERE u.a = t.a) AS c FROM t WHERE c > 0 ORDER BY a
SELECT a, CASE WHEN EXISTS (SELECT 1 FROM u WHERE u.a = t.a) THEN 'y' ELSE 'n' END FROM t ORDER BY a
SELECT a, EXISTS (SELECT 1 FROM u WHERE u.a = t.a) FROM t ORDER BY a
SELECT a, a IN (SELECT c FROM u WHERE u.a = t.a) FROM t ORDER BY a
SELECT a, (a, b) IN (SELECT a, c FROM u WHERE u.s = t.s) FROM t ORDER BY a
SELECT a, p, (SELECT max(v) FROM o WHERE o.a = n.p) FROM n ORDER BY a
SELECT a, p, (SELECT max(v) FROM o WHERE o.a = n.p OR n.p IS NULL) FROM n ORDER BY a
SELECT a, p IN (SELECT a FROM o WHERE o.k = n.a) FROM n ORDER BY a
SELECT a, (SELECT any(q) FROM n WHERE n.a = t.a) FROM t ORDER BY a
SELECT a FROM t WHERE a = (SELECT min(a) FROM t AS t2 WHERE t2.b = t.b) ORDER BY a
SELECT a FROM t AS t1 WHERE x = (SELECT max(x) FROM t AS t2 WHERE t1.b = t2.b) ORDER BY a
SELECT a FROM t AS t1 WHERE 2 > (SELECT count() FROM t AS t2 WHERE t1.b = t2.b AND t2.x > t1.x) ORDER BY a
SELECT a FROM t AS t1 WHERE (SELECT count(DISTINCT s) FROM t AS t2 WHERE t1.b = t2.b) > 3 ORDER BY a
SELECT a, (SELECT sum(x) FROM t AS t2 WHERE t2.a <= t1.a) FROM t AS t1 ORDER BY a
SELECT a, (SELECT count() FROM numbers(5) WHERE number < t.a) FROM t ORDER BY a
SELECT a, (SELECT number FROM numbers(5) WHERE number = t.a) FROM t ORDER BY a
SELECT a, (SELECT 1 WHERE t.a > 3) FROM t ORDER BY a
SELECT a, (SELECT t.a + 1) FROM t ORDER BY a
SELECT a, (SELECT max(r) FROM (SELECT row_number() OVER (PARTITION BY k ORDER BY v) AS r FROM o WHERE o.a = t.b)) FROM t ORDER BY a
SELECT a, (SELECT count() FROM (SELECT DISTINCT k FROM o WHERE o.a = t.b)) FROM t ORDER BY a
SELECT a, (SELECT DISTINCT k FROM o WHERE o.v = t.a) FROM t ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.a LIMIT 1) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.a LIMIT 0) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.a LIMIT 3 OFFSET 3) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.a ORDER BY v LIMIT 1 BY k) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT * FROM u LEFT JOIN o ON u.c = o.a WHERE u.a = t.a AND o.v > t.b) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT * FROM u, o WHERE u.c = o.a AND u.a = t.a) ORDER BY a
SELECT a FROM t, (SELECT 1 AS one) AS w WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a + w.one) ORDER BY a
WITH z AS (SELECT a, b FROM t) SELECT a, (SELECT count() FROM u WHERE u.a = z.a) FROM z ORDER BY a
WITH z AS (SELECT a, c FROM u) SELECT a, (SELECT count() FROM z WHERE z.a = t.a) FROM t ORDER BY a
SELECT a, (WITH z AS (SELECT a, c FROM u WHERE u.a = t.a) SELECT count() FROM z) FROM t ORDER BY a
SELECT q.a, (SELECT max(v) FROM o WHERE o.a = q.m) FROM (SELECT a, b AS m FROM t) AS q ORDER BY a
SELECT a, arrayMap(y -> y + (SELECT count() FROM u WHERE u.a = t.a), [1, 2]) FROM t ORDER BY a
SELECT count() FROM t WHERE (SELECT count() FROM u WHERE u.a = t.a) = 0
SELECT sum(a) FROM t WHERE a < ALL (SELECT v FROM o WHERE o.a = t.b)
SELECT sum(a) FROM t WHERE a = ANY (SELECT v FROM o WHERE o.a = t.b)
SELECT a, (SELECT count() FROM u WHERE a = t.a AND s = t.s) FROM t ORDER BY a
SELECT a, (SELECT count() FROM u WHERE c = b) FROM t ORDER BY a
SELECT a, (SELECT b) FROM t ORDER BY a
SELECT a, (SELECT max(b + c) FROM u) FROM t ORDER BY a
SELECT a, (SELECT sum(b) FROM u WHERE u.a = t.a) FROM t ORDER BY a
SELECT a, (SELECT avg(c) FROM u WHERE u.a > t.a) AS m, m * 2 FROM t ORDER BY a
SELECT a, (SELECT count() FROM u WHERE u.a = t.a) + (SELECT count() FROM o WHERE o.a = t.a) FROM t ORDER BY a
SELECT a, (SELECT count() FROM u WHERE u.a = t.a) OVER () FROM t ORDER BY a
SELECT a, sum((SELECT count() FROM u WHERE u.a = t.a)) OVER (ORDER BY a) FROM t ORDER BY a
SELECT a, (SELECT sum(c) OVER () FROM u WHERE u.a = t.a) FROM t ORDER BY a
SELECT a, (SELECT count() FROM u FINAL WHERE u.a = t.a) FROM t ORDER BY a
SELECT a, (SELECT any(c) FROM u WHERE u.a = t.a LIMIT 1) FROM t ORDER BY a
SELECT a, (SELECT c FROM u WHERE u.a = t.a LIMIT 1) FROM t ORDER BY a
SELECT a, (SELECT c FROM u WHERE u.a >= t.a ORDER BY a LIMIT 1) FROM t ORDER BY a
SELECT a, (SELECT c FROM u WHERE u.a >= t.a) FROM t ORDER BY a
SELECT a, (SELECT quantile(0.5)(v) FROM o WHERE o.a = t.b) FROM t ORDER BY a
SELECT a, (SELECT uniqExact(v) FROM o ARRAY JOIN [1, 2] AS z WHERE o.a = t.b) FROM t ORDER BY a
SELECT a, (SELECT count() FROM u WHERE u.a = t.a SETTINGS max_threads = 1) FROM t ORDER BY a
SELECT t.a, u.a FROM t JOIN u ON t.a = u.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.k = u.c AND o.v > t.a + u.a) ORDER BY ALL
SELECT t.a, EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.k = u.c) AS e FROM t JOIN u ON t.a = u.a ORDER BY t.a
SELECT count() FROM t JOIN u ON t.s = u.s WHERE EXISTS (SELECT count() FROM o WHERE o.a = t.b AND o.k = u.c GROUP BY k HAVING count() > 1)
SELECT count() FROM t JOIN u ON t.s = u.s WHERE NOT EXISTS (SELECT 1 FROM o JOIN n ON n.a = o.k WHERE o.a = t.b AND n.p = u.c)
SELECT count() FROM t LEFT JOIN u ON t.a = u.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.b OR o.k = u.c) OR t.a = 1
SELECT count() FROM t JOIN u ON t.s = u.s WHERE EXISTS (SELECT 1 FROM o WHERE (o.a, o.k) = (t.b, u.c))
SELECT count() FROM t JOIN n ON t.a = n.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = n.p AND o.v >= t.a)
SELECT count() FROM t JOIN n ON t.a = n.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.v >= n.p)
SELECT t.a FROM t JOIN u ON t.a = u.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.v > u.c) ORDER BY t.a
SELECT t.a, (SELECT count() FROM o WHERE o.a = t.b AND o.v > u.c) AS z FROM t JOIN u ON t.a = u.a ORDER BY t.a
SELECT t.a, (SELECT count() FROM o WHERE o.a = t.b AND o.k = u.c) AS z FROM t LEFT JOIN u ON t.a = u.a ORDER BY t.a
SELECT t.a, (SELECT sum(v) FROM o WHERE o.a < t.b + u.c) AS z FROM t JOIN u ON t.s = u.s ORDER BY t.a, z
SELECT t.a, u.a FROM t JOIN u ON t.s = u.s WHERE u.c > (SELECT min(k) FROM o WHERE o.a = t.b AND o.w > u.a) ORDER BY ALL
SELECT a FROM t, (SELECT 1 AS one) AS w WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a + w.one) ORDER BY a
SELECT t.a, u.a FROM t FULL JOIN u ON t.a = u.a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.k = u.c) ORDER BY ALL
SELECT t.a, u.a, u.c IN (SELECT k FROM o WHERE o.a = t.b) AS z FROM t JOIN u ON t.a = u.a ORDER BY ALL
SELECT t.a, u.a, u.c IN (SELECT k FROM o WHERE o.a = t.b AND o.v > u.a) AS z FROM t JOIN u ON t.a = u.a ORDER BY ALL
SELECT t.a, a2.z FROM t JOIN (SELECT a, c AS z FROM u) AS a2 ON t.a = a2.a WHERE EXISTS (SELECT 1 FROM o WHERE o.v = t.a AND o.a >= a2.z) ORDER BY ALL
SELECT x.a, y.a, w.v FROM t AS x JOIN u AS y ON x.a = y.a JOIN o AS w ON w.a = y.c WHERE EXISTS (SELECT 1 FROM n WHERE n.a = x.b AND n.p = w.k) ORDER BY ALL
SELECT x.a FROM t AS x JOIN u AS y USING a WHERE EXISTS (SELECT 1 FROM o WHERE o.a = x.b AND o.k < y.c) ORDER BY ALL
SELECT a FROM t JOIN u USING a WHERE EXISTS (SELECT 1 FROM o WHERE o.v = a AND o.k < c) ORDER BY ALL
SELECT t.b, count(), sum((SELECT count() FROM o WHERE o.a = t.b AND o.k = u.c)) FROM t JOIN u ON t.a = u.a GROUP BY t.b ORDER BY ALL
SELECT t.a FROM t JOIN u ON t.a = u.a WHERE (SELECT count() FROM o WHERE o.a = t.b AND o.v > u.c) > 2 ORDER BY t.a
SELECT t.a FROM t JOIN u ON t.a = u.a WHERE NOT EXISTS (SELECT 1 FROM o WHERE o.a = t.b AND o.v > u.c + 10) ORDER BY t.a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND EXISTS (SELECT 1 FROM o WHERE o.a = u.c)) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND u.c > (SELECT max(k) FROM o WHERE o.a = u.c)) ORDER BY a
SELECT a, (SELECT count() FROM u WHERE u.a = t.a AND u.c > (SELECT max(k) FROM o WHERE o.a = u.c)) AS z FROM t ORDER BY a
SELECT a, (SELECT max(c) FROM u WHERE u.a <= t.a AND EXISTS (SELECT 1 FROM o WHERE o.v = u.a)) AS z FROM t ORDER BY a
SELECT a, (SELECT sum(c) FROM u WHERE u.a <= t.a AND NOT EXISTS (SELECT 1 FROM o WHERE o.a = u.c)) AS z FROM t ORDER BY a
SELECT a, (SELECT sum((SELECT count() FROM o WHERE o.a = u.c)) FROM u WHERE u.a = t.a) AS z FROM t ORDER BY a
SELECT a, (SELECT max((SELECT count() FROM o WHERE o.a = u.c)) FROM u WHERE u.a < t.a) AS z FROM t ORDER BY a
SELECT a FROM t WHERE a IN (SELECT u.a FROM u WHERE u.s = t.s AND EXISTS (SELECT 1 FROM o WHERE o.a = u.c)) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND u.c IN (SELECT a FROM o WHERE o.k = u.c)) ORDER BY a
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u LEFT JOIN o ON u.c = o.a WHERE u.a = t.a AND o.v > 5) ORDER BY a
SELECT a, (SELECT count() FROM u LEFT JOIN o ON u.c = o.a WHERE u.a = t.a) AS z FROM t ORDER BY a
SELECT t.a FROM t JOIN u ON t.a = u.a WHERE t.b + (SELECT count() FROM o WHERE o.a = t.b AND o.v > u.c) > 3 ORDER BY t.a
SELECT t.a, u.a FROM t JOIN u ON t.s = u.s WHERE u.a < (SELECT max(v) FROM o WHERE o.a < t.b OR o.k = u.c) ORDER BY ALL
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a WHERE (SELECT count() FROM o WHERE o.a = t.b AND o.k = u.c) IS NULL ORDER BY ALL
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a WHERE (SELECT sum(v) FROM o WHERE o.a = t.b AND o.k <= u.c) > 10 ORDER BY ALL
SELECT t.a, u.a FROM t ANY INNER JOIN u ON t.s = u.s AND u.c > 1 ORDER BY 1, 2
SELECT t.a, u.a FROM t ANY INNER JOIN u ON t.s = u.s AND t.b > 0 ORDER BY 1, 2
SELECT t.a, u.a FROM t ANY INNER JOIN u ON t.s = u.s AND t.b > 0 AND u.c > 1 ORDER BY 1, 2
SELECT t.a, u.a FROM t ANY INNER JOIN u ON t.s = u.s WHERE t.a != u.a ORDER BY 1, 2
SELECT t.a, u.a FROM t ANY LEFT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t ANY RIGHT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t SEMI LEFT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t SEMI RIGHT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1, 2
SELECT t.b, o.v FROM t ANY INNER JOIN o ON t.b = o.a AND o.v > 3 ORDER BY 1, 2
SELECT t.b, o.v FROM t ANY INNER JOIN o ON t.b = o.a AND t.a > 3 ORDER BY 1, 2
SELECT t.a FROM t ANTI LEFT JOIN u ON t.a = u.a OR t.b = u.a ORDER BY 1
SELECT t.a, u.a FROM t INNER JOIN u ON t.a = u.a OR t.b = u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a OR t.s = u.s ORDER BY 1, 2
SELECT t.a, u.a FROM t FULL JOIN u ON t.a = u.a OR t.a = u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t INNER JOIN u ON t.a = u.a AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t RIGHT JOIN u ON t.a = u.a AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t FULL JOIN u ON t.a = u.a AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t ANY LEFT JOIN u ON t.a = u.a AND t.b > u.c ORDER BY 1, 2
SELECT t.a FROM t SEMI LEFT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1
SELECT t.a FROM t ANTI LEFT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1
SELECT u.a FROM t SEMI RIGHT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1
SELECT u.a FROM t ANTI RIGHT JOIN u ON t.s = u.s AND t.b > u.c ORDER BY 1
SELECT t.a, u.a FROM t INNER JOIN u ON t.a > u.a ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a > u.a AND t.a < 3 ORDER BY 1, 2
SELECT t.a, u.a FROM t INNER JOIN u ON 1 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t LEFT JOIN u ON 1 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t LEFT JOIN u ON 0 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t FULL JOIN u ON 0 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t INNER JOIN u ON NULL ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t LEFT JOIN u ON 1 = 1 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a > 3 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t INNER JOIN u ON t.a > 3 ORDER BY 1, 2 LIMIT 5
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a AND u.c > 2 ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a AND t.b > 1 ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON (t.a = u.a AND t.b > 1) OR (t.b = u.a AND u.c > 0) ORDER BY 1, 2
SELECT t.a, u.a FROM t INNER JOIN u ON t.a = u.a AND t.b > 1 OR t.b = u.a ORDER BY 1, 2
SELECT t.a, u.a FROM t INNER JOIN u ON t.a = u.a OR t.b > u.c ORDER BY 1, 2 LIMIT 10
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a OR t.b > 1 ORDER BY 1, 2 LIMIT 10
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a = u.a + 1 ORDER BY 1, 2
SELECT t.a, u.a FROM t LEFT JOIN u ON t.a + u.a = 10 ORDER BY 1, 2
SELECT t.a, n.a FROM t JOIN n ON t.a <=> n.p ORDER BY 1, 2
SELECT t.a, n.a FROM n JOIN n AS t ON t.p <=> n.p ORDER BY 1, 2
SELECT t.a, n.a FROM n JOIN n AS t ON t.p IS NOT DISTINCT FROM n.p ORDER BY 1, 2
SELECT t.a, n.a FROM n JOIN n AS t ON t.p = n.p OR (t.p IS NULL AND n.p IS NULL) ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF JOIN u ON t.s = u.s AND t.a >= u.a ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a > u.a ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a <= u.a ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a < u.a ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a < u.a AND t.b > 0 ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a < u.a AND u.c > 0 ORDER BY 1, 2
SELECT t.a, u.a, u.c FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a < u.a AND t.b > u.c ORDER BY 1, 2
SELECT t.a, u.a FROM t ASOF LEFT JOIN u USING (s, a) ORDER BY 1, 2
SELECT t.a, u.a FROM t ASOF JOIN u ON t.a >= u.a ORDER BY 1, 2
SELECT t.a, u.a, o.v FROM t ASOF JOIN u ON t.s = u.s AND t.a >= u.a ASOF JOIN o ON t.b = o.a AND t.a >= o.v ORDER BY 1, 2
SELECT t.a, u.a, o.v FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a >= u.a ASOF LEFT JOIN o ON u.c = o.a AND t.a >= o.v ORDER BY 1, 2
SELECT * FROM (SELECT a FROM t ORDER BY a) AS l PASTE JOIN (SELECT c FROM u ORDER BY a) AS r
SELECT * FROM (SELECT a FROM t ORDER BY a) AS l PASTE JOIN (SELECT a FROM u ORDER BY a) AS r
SELECT l.a + r.a FROM (SELECT a FROM t ORDER BY a) AS l PASTE JOIN (SELECT a FROM u ORDER BY a) AS r WHERE l.a > 2
SELECT * FROM (SELECT number AS a FROM numbers(3)) PASTE JOIN (SELECT number AS b FROM numbers(5)) PASTE JOIN (SELECT number AS c FROM numbers(2))
SELECT t.a, u.a FROM t, u WHERE t.a = u.a ORDER BY 1
SELECT x.a, y.a FROM t AS x, u AS y WHERE x.a = y.a AND x.b > 0 ORDER BY 1
SELECT x.a, y.a, z.v FROM t x, u y, o z WHERE x.a = y.a AND z.a = y.c ORDER BY 1, 2, 3
SELECT x.a, y.a, z.v FROM t x, u y JOIN o z ON z.a = y.c WHERE x.a = y.a ORDER BY 1, 2, 3
SELECT x.a, y.a FROM t x CROSS JOIN u y WHERE x.a + 1 = y.a ORDER BY 1
SELECT a, z FROM t ARRAY JOIN [[1, 2], [3]] AS z WHERE a < 2 ORDER BY a, z
SELECT a, y FROM (SELECT a, z FROM t ARRAY JOIN [[1, 2], [3]] AS z) ARRAY JOIN z AS y WHERE a < 2 ORDER BY a, y
SELECT a, z, y FROM t ARRAY JOIN [[1, 2], [3]] AS z ARRAY JOIN z AS y WHERE a < 2 ORDER BY a, z, y
SELECT a, z, y FROM t ARRAY JOIN [1, 2] AS z LEFT ARRAY JOIN emptyArrayUInt8() AS y WHERE a < 2 ORDER BY a, z, y
SELECT a, z, i FROM t ARRAY JOIN [5, 6] AS z, arrayEnumerate([5, 6]) AS i WHERE a < 2 ORDER BY a, z
SELECT t.a, z, u.c FROM t ARRAY JOIN [0, 1] AS z JOIN u ON u.a = t.a + z ORDER BY 1, 2
SELECT t.a, z, u.c FROM t JOIN u ON u.a = t.a ARRAY JOIN [u.c, t.b] AS z ORDER BY 1, 2
SELECT * FROM t JOIN (SELECT a, c FROM u) USING a ORDER BY a
SELECT * FROM t JOIN (SELECT a, c FROM u) ON t.a = c ORDER BY t.a
SELECT * FROM (SELECT a FROM t) JOIN (SELECT a, c FROM u) USING a ORDER BY a
SELECT * FROM t JOIN (SELECT a, c FROM u) USING a ORDER BY a SETTINGS joined_subquery_requires_alias = 0
SELECT * FROM t JOIN (SELECT a, c FROM u) USING a ORDER BY a SETTINGS joined_subquery_requires_alias = 1
SELECT t.a, toTypeName(t.a), u.c, toTypeName(u.c) FROM t LEFT JOIN u USING a ORDER BY 1 SETTINGS join_use_nulls = 1
SELECT a, toTypeName(a), u.c FROM t FULL JOIN u USING a ORDER BY 1 SETTINGS join_use_nulls = 1
SELECT a, toTypeName(a), t.b FROM t RIGHT JOIN u USING a ORDER BY 1 SETTINGS join_use_nulls = 1
SELECT t.a, u.c, o.v FROM t LEFT JOIN u ON t.a = u.a LEFT JOIN o ON o.v = u.a ORDER BY 1 SETTINGS join_use_nulls = 1
SELECT t.a, u.c, o.v FROM t LEFT JOIN u ON t.a = u.a INNER JOIN o ON o.v = u.a ORDER BY 1 SETTINGS join_use_nulls = 1
SELECT t.a, u.c, o.v FROM t RIGHT JOIN u ON t.a = u.a FULL JOIN o ON o.v = t.a ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT a, u.c, o.v FROM t LEFT JOIN u USING a LEFT JOIN o USING a ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT * FROM t LEFT JOIN u USING a FULL JOIN o USING a ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT a, toTypeName(a) FROM (SELECT toUInt8(1) AS a) AS l JOIN (SELECT toInt32(1) AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT toUInt8(1) AS a) AS l LEFT JOIN (SELECT toNullable(toInt32(1)) AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT '1' AS a) AS l JOIN (SELECT 1 AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT toLowCardinality('1') AS a) AS l JOIN (SELECT '1' AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT toDate('2024-01-01') AS a) AS l JOIN (SELECT toDateTime('2024-01-01 00:00:00') AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT toUInt64(1) AS a) AS l JOIN (SELECT toInt64(1) AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT toDecimal32(1, 2) AS a) AS l JOIN (SELECT toDecimal64(1, 4) AS a) AS r USING a
SELECT a, toTypeName(a) FROM (SELECT 1.5 AS a) AS l FULL JOIN (SELECT toInt8(1) AS a) AS r USING a ORDER BY a
SELECT t.a FROM t GLOBAL ANY LEFT JOIN u USING (a) ORDER BY t.a
SELECT t.a FROM t ANY JOIN u USING a ORDER BY 1
SELECT t.a, u.a FROM t ANY FULL JOIN u ON t.a = u.a ORDER BY 1, 2
SELECT t.a, u.a FROM t ALL FULL OUTER JOIN u ON t.a = u.a ORDER BY 1, 2
SELECT t.a, u.a FROM t NATURAL JOIN u ORDER BY 1, 2
SELECT t.a FROM t JOIN u USING (a, s) ORDER BY 1
SELECT t.a FROM t JOIN u USING (a, zz) ORDER BY 1
SELECT t.a FROM t JOIN u USING () ORDER BY 1
SELECT * FROM t JOIN u USING * ORDER BY 1
SELECT t.*, u.c FROM t LEFT JOIN u ON t.a = u.a ORDER BY 1
SELECT a FROM t JOIN u ON t.a = u.a ORDER BY 1
SELECT * FROM t AS x JOIN t AS y ON x.a = y.a AND x.b = y.b ORDER BY x.a LIMIT 2
SELECT t.a FROM t JOIN u ON t.a = u.a JOIN n ON n.a = u.a ORDER BY 1
SELECT t.a FROM t JOIN (u JOIN n ON n.a = u.a) ON t.a = u.a ORDER BY 1
SELECT t.a, u.c FROM t JOIN u ON t.a = u.a AND u.c IN (1, 2) ORDER BY 1
SELECT t.a, u.c FROM t LEFT JOIN u ON t.a = u.a AND u.c IN (SELECT v FROM o) ORDER BY 1
SELECT t.a, u.c FROM t LEFT JOIN u ON t.a = u.a AND u.s LIKE '%1%' ORDER BY 1
SELECT t.a, u.c FROM t LEFT JOIN u ON t.a = u.a AND t.s != u.s ORDER BY 1
SELECT t.a, u.c FROM t LEFT JOIN u ON (t.a, t.s) = (u.a, u.s) ORDER BY 1
SELECT t.a, u.c FROM t LEFT JOIN u ON t.a BETWEEN u.a AND u.a + 1 ORDER BY 1, 2
SELECT t.a, u.c FROM t LEFT JOIN u ON NOT (t.a != u.a) ORDER BY 1, 2
SELECT t.a, u.c FROM t FULL JOIN u ON t.a BETWEEN u.a AND u.a + 1 ORDER BY 1, 2
SELECT t.a, u.c FROM t SEMI LEFT JOIN u ON t.a > u.a ORDER BY 1, 2
SELECT t.a FROM t ANTI LEFT JOIN u ON t.a + 5 < u.a ORDER BY 1
SELECT t.a FROM t SEMI LEFT JOIN u ON 1 ORDER BY 1
SELECT t.a FROM t ANY LEFT JOIN u ON 1 ORDER BY 1
SELECT t.a, u.a FROM t ASOF LEFT JOIN u ON t.s = u.s AND t.a >= u.a OR t.b = 1 ORDER BY 1
SELECT t.a, u.a FROM t ASOF LEFT JOIN u ON t.s = u.s ORDER BY 1
SELECT t.a, u.a FROM t ASOF FULL JOIN u ON t.s = u.s AND t.a > u.a ORDER BY 1
SELECT t.a, u.a FROM t ASOF RIGHT JOIN u ON t.s = u.s AND t.a > u.a ORDER BY 1
SELECT t.a, u.a FROM t JOIN u ON t.a = u.zz ORDER BY 1
SELECT t.a, u.a FROM t JOIN u ON t.s = u.a ORDER BY 1
SELECT t.a, u.a FROM t JOIN u ON t.a = u.a ORDER BY 1 SETTINGS join_algorithm = 'full_sorting_merge'
SELECT t.a, u.a FROM t JOIN u ON t.a = u.a ORDER BY 1 SETTINGS join_algorithm = 'grace_hash,hash'
SELECT t.a FROM t LEFT JOIN u ON t.a = u.a AND t.a = t.b ORDER BY 1
SELECT t.a FROM t LEFT JOIN u ON t.a = t.b ORDER BY 1 LIMIT 5
SELECT t.a FROM t INNER JOIN u ON t.a = t.b ORDER BY 1 LIMIT 5
SELECT t.a FROM t LEFT ANY JOIN u ON t.a = u.a ORDER BY 1 LIMIT 5
SELECT t.a FROM t OUTER LEFT JOIN u ON t.a = u.a ORDER BY 1 LIMIT 5
