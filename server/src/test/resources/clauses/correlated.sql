# correlated
SELECT k, v FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k) ORDER BY k, v
SELECT k, v FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.k = a.k) ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE b.k = a.k) AS m FROM a ORDER BY k, v
SELECT k, (SELECT count() FROM b WHERE b.k = a.k) AS m FROM a ORDER BY k, v
SELECT k, (SELECT sum(w) FROM b WHERE b.k = a.k AND b.s = a.s) AS m, toTypeName(m) FROM a ORDER BY k, v
SELECT k FROM a WHERE v IN (SELECT w / 10 FROM b WHERE b.k = a.k) ORDER BY k, v
SELECT k FROM a WHERE v = (SELECT min(w) FROM b WHERE b.k = a.k) / 10 ORDER BY k, v
SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.w > a.v * 10) ORDER BY k
SELECT k, EXISTS(SELECT 1 FROM b WHERE b.k = a.k) AS e, toTypeName(e) FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE b.w > a.v) AS m FROM a ORDER BY k, v
SELECT k, (SELECT a.k + 1) FROM a ORDER BY k
SELECT number, (SELECT sum(number) FROM numbers(5) AS i WHERE i.number < o.number) FROM numbers(4) AS o ORDER BY number
# recursive
SELECT k, (SELECT w FROM b WHERE b.k = a.k AND w != 101) AS x, toTypeName(x) FROM a ORDER BY k, v
SELECT k, (SELECT groupArray(w) FROM b WHERE b.k = a.k) AS x, toTypeName(x) FROM a ORDER BY k, v
SELECT k, (SELECT min(w), max(w) FROM b WHERE b.k = a.k) AS x, toTypeName(x) FROM a ORDER BY k, v
SELECT n, (SELECT count() FROM b WHERE isNull(b.n) AND isNull(a.n)) AS x FROM a ORDER BY k, v
SELECT n, EXISTS(SELECT 1 FROM b WHERE isNull(a.n)) AS x FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM (SELECT w FROM b WHERE b.k = a.k)) AS x FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE b.k = a.k GROUP BY s HAVING max(w) > 100) AS x FROM a ORDER BY k, v
SELECT k, (SELECT DISTINCT s FROM b WHERE b.k = a.k AND s = 'x') AS x FROM a ORDER BY k, v
SELECT k, (SELECT w FROM b WHERE b.k = a.k ORDER BY w DESC) AS x FROM a ORDER BY k, v
SELECT k, (SELECT w FROM b WHERE b.k = a.k ORDER BY w DESC LIMIT 1) AS x FROM a ORDER BY k, v
SELECT k, (SELECT 1 UNION ALL SELECT w FROM b WHERE b.k = a.k) AS x FROM a ORDER BY k, v
SELECT k, (SELECT max(w) + a.v FROM b WHERE b.k = a.k) AS x FROM a ORDER BY k, v
SELECT k, (SELECT sum(w + a.v) FROM b) AS x FROM a ORDER BY k, v
SELECT s, sum(v) AS t, (SELECT count() FROM b WHERE b.s = a.s) AS x FROM a GROUP BY s ORDER BY s
SELECT sum((SELECT max(w) FROM b WHERE b.k = a.k)) FROM a
SELECT k FROM a WHERE (SELECT count() FROM b WHERE b.k = a.k) = 0 ORDER BY k, v
SELECT k FROM a WHERE (SELECT count() FROM b WHERE b.k = a.k) > 1 ORDER BY k, v
SELECT k FROM a ORDER BY (SELECT max(w) FROM b WHERE b.k = a.k), k
SELECT k FROM a WHERE EXISTS (SELECT count() FROM b WHERE b.k = a.k) ORDER BY k, v
SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k LIMIT 1) ORDER BY k, v
SELECT k FROM a WHERE a.k = ANY (SELECT b.k FROM b WHERE b.s = a.s) ORDER BY k
SELECT k FROM a WHERE k IN (SELECT b.k FROM b WHERE b.s = a.s) ORDER BY k
SELECT k, row_number() OVER (ORDER BY (SELECT max(w) FROM b WHERE b.k = a.k), v) FROM a ORDER BY v
SELECT k, (SELECT max(rn) FROM (SELECT row_number() OVER (ORDER BY w) AS rn FROM b WHERE b.k = a.k)) AS x FROM a ORDER BY k
SELECT k, (SELECT arrayJoin([a.k])) AS x FROM a ORDER BY k
SELECT x.k, (SELECT max(w) FROM b WHERE b.k = x.k AND b.w > y.v) FROM a AS x JOIN a AS y ON x.k = y.k ORDER BY x.k
SELECT k, (SELECT max(number) FROM numbers(10) WHERE number < k) FROM a ORDER BY k
SELECT k, (SELECT max(v) FROM a WHERE a.k = k) FROM a ORDER BY k
SELECT k, (SELECT max(v) FROM a AS i WHERE i.k = o.k) FROM a AS o ORDER BY k
SELECT k, (SELECT count() FROM b WHERE b.k = a.k) FROM a WHERE v != 31 ORDER BY k
SELECT k FROM a WHERE v != 31 AND (SELECT count() FROM b WHERE b.k = a.k) = 1 ORDER BY k
SELECT k, v FROM a WHERE (SELECT count() FROM b WHERE b.k = a.k) = 1 AND v != 31 ORDER BY k
SELECT k, (SELECT count() FROM b WHERE b.k = a.k AND b.w > a.v) FROM a ORDER BY k, v
SELECT x.k, (SELECT count() FROM b WHERE b.k = x.k) FROM a AS x JOIN a AS y ON x.k = y.k ORDER BY x.k
SELECT k, (SELECT sum(w) FROM b WHERE b.k = a.k), (SELECT count() FROM b WHERE b.k = a.k), (SELECT avg(w) FROM b WHERE b.s = a.s) FROM a ORDER BY k, v
SELECT number % 2 AS x, (SELECT count() FROM b WHERE b.k = x) FROM numbers(6) ORDER BY number
SELECT k, (SELECT uniqExact(w) FROM b WHERE b.k <= a.k) FROM a ORDER BY k
SELECT k, (SELECT k) FROM a ORDER BY k
SELECT k, (SELECT b.w FROM b WHERE b.k = a.k + 0 AND b.w = (SELECT max(w) FROM b)) FROM a ORDER BY k
SELECT a.k FROM a JOIN b ON a.k = b.k AND EXISTS(SELECT 1 FROM q WHERE q.px = a.k) ORDER BY a.k
SELECT k, sum(v) FROM a GROUP BY k HAVING EXISTS(SELECT 1 FROM b WHERE b.k = a.k) ORDER BY k
SELECT k FROM a WHERE EXISTS (SELECT * FROM b WHERE b.k = a.k) OR v = 50 ORDER BY k
SELECT if(EXISTS (SELECT * FROM b WHERE b.k = a.k), 'y', 'n') FROM a ORDER BY k
SELECT k FROM a WHERE EXISTS (SELECT s, count() FROM b WHERE b.k = a.k GROUP BY s) ORDER BY k
SELECT k FROM a WHERE EXISTS (SELECT DISTINCT s FROM b WHERE b.k = a.k) ORDER BY k
SELECT k FROM a WHERE EXISTS (SELECT s FROM b WHERE b.k = a.k ORDER BY s) ORDER BY k
SELECT arrayMap(x -> x + (SELECT max(w) FROM b WHERE b.k = a.k), [1]) FROM a ORDER BY k
SELECT id FROM (SELECT * FROM t1) AS x JOIN (SELECT * FROM t1) AS y ON x.id = y.id PREWHERE x.id > 1
SELECT id FROM (SELECT * FROM t1) ARRAY JOIN a AS q PREWHERE id > 1
SELECT k, (SELECT max(w) FROM (SELECT * FROM a WHERE a.v = x.v) AS p JOIN (SELECT * FROM b WHERE b.k = x.k) AS z ON 1) AS c FROM a AS x ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE b.k = a.s) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE toFloat64(b.k) = a.k) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE toUInt64(b.k) = a.k) AS c FROM a ORDER BY k, v
SELECT k, (SELECT count() FROM b WHERE toUInt64(b.k) = a.k) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE toDecimal32(b.k, 2) = a.k) AS c FROM a ORDER BY k, v
SELECT k, (SELECT count() FROM b WHERE b.k = toUInt64(a.k)) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE b.k = toUInt64(a.k) AND b.s = a.s) AS c FROM a ORDER BY k, v
SELECT id, (SELECT max(w) FROM t2 WHERE t2.id = t1.id) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.id = t1.v) AS c FROM t1 ORDER BY id
SELECT id, (SELECT count() FROM t2 WHERE t2.id = t1.v) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.id = t1.f) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.w = t1.v) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.k = t1.k) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.k = t1.n) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.k = t1.e) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.d = t1.d) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.d = t1.dt) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.id <=> t1.v) AS c FROM t1 ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE NOT t2.id = t1.v) AS c FROM t1 ORDER BY id
SELECT k, (SELECT w FROM b WHERE b.k = a.k LIMIT 1) AS c FROM a WHERE k = 3 ORDER BY k, v
SELECT k, (SELECT w FROM b WHERE b.k = a.k AND w != 101 ORDER BY w LIMIT 1) AS c FROM a ORDER BY k, v
SELECT k, (SELECT w FROM b WHERE b.k = a.k LIMIT 1 BY k) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b WHERE b.k = a.k LIMIT 1) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM (SELECT * FROM b WHERE b.k = a.k LIMIT 1)) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM (SELECT w FROM b WHERE b.k = a.k UNION DISTINCT SELECT v FROM a AS p WHERE p.k = a.k)) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b ARRAY JOIN [1, 2] AS z WHERE b.k = a.k AND z = 1) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(w) FROM b FINAL WHERE b.k = a.k) AS c FROM a ORDER BY k, v
SELECT k FROM a WHERE (k, v) IN (SELECT b.k, b.w FROM b WHERE b.s = a.s) ORDER BY k
SELECT k FROM a WHERE k NOT IN (SELECT b.k FROM b WHERE b.s = a.s) ORDER BY k
SELECT k, k IN (SELECT b.k FROM b WHERE b.s = a.s) AS c FROM a ORDER BY k, v
SELECT k, n IN (SELECT b.n FROM b WHERE b.s = a.s) AS c FROM a ORDER BY k, v
SELECT k FROM a WHERE k > ALL (SELECT b.k FROM b WHERE b.s = a.s) ORDER BY k
SELECT k FROM a WHERE k != ANY (SELECT b.k FROM b WHERE b.s = a.s) ORDER BY k
SELECT s, max(v) AS m FROM a GROUP BY s HAVING m > (SELECT min(w) FROM b WHERE b.s = a.s) ORDER BY s
SELECT s, max((SELECT count() FROM b WHERE b.s = a.s)) AS m FROM a GROUP BY s ORDER BY s
SELECT x.k FROM a AS x JOIN a AS y ON x.k = y.k AND x.v = (SELECT max(v) FROM a AS z WHERE z.k = x.k) ORDER BY x.k
SELECT k FROM a LIMIT (SELECT count() FROM b WHERE b.k = a.k)
SELECT k, (SELECT count() FROM b WHERE b.k > a.k OR b.s = a.s) AS c FROM a ORDER BY k, v
SELECT n, (SELECT count() FROM b WHERE b.n <=> a.n) AS c FROM a ORDER BY k, v
SELECT n, (SELECT count() FROM b WHERE b.n IS NOT DISTINCT FROM a.n) AS c FROM a ORDER BY k, v
SELECT k, (SELECT max(c) FROM (SELECT count() AS c, s FROM b GROUP BY s) AS z WHERE z.s = a.s) AS c FROM a ORDER BY k, v
