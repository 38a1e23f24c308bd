SELECT * EXCEPT (a, n, v) FROM t1 ORDER BY id LIMIT 1
SELECT * EXCEPT a FROM t1 ORDER BY id LIMIT 1
SELECT * EXCEPT ('^(a|n)') FROM t1 ORDER BY id LIMIT 1
SELECT * EXCEPT STRICT (nosuch) FROM t1
SELECT * EXCEPT (nosuch) FROM t1 LIMIT 0
SELECT * REPLACE (id + 1 AS id) FROM t1 ORDER BY t1.id LIMIT 1
SELECT * REPLACE STRICT (1 AS nosuch) FROM t1
SELECT * EXCEPT (a) REPLACE (id * 2 AS id, upper(k) AS k) FROM t1 ORDER BY t1.id LIMIT 2
SELECT COLUMNS('^i') FROM t1 ORDER BY id LIMIT 1
SELECT COLUMNS('^[idk]$|id') FROM t1 ORDER BY id LIMIT 1
SELECT COLUMNS(id, k) FROM t1 ORDER BY id LIMIT 1
SELECT t1.COLUMNS('d') FROM t1 ORDER BY id LIMIT 1
SELECT COLUMNS('nosuch') FROM t1
SELECT COLUMNS('(') FROM t1
SELECT COLUMNS('id|f') APPLY(sum) FROM t1
SELECT COLUMNS('id|f') APPLY sum FROM t1
SELECT * EXCEPT(k,a,n,e) APPLY(max) FROM t1
SELECT COLUMNS('^(id|f)$') APPLY(x -> x * 2) FROM t1 ORDER BY id LIMIT 2
SELECT COLUMNS('^(id|f)$') APPLY(toString) APPLY(length) FROM t1 ORDER BY id LIMIT 2
SELECT COLUMNS('^f$') APPLY(quantiles(0.5, 0.9)) FROM t1
SELECT COLUMNS('^(id|f)$') APPLY(x -> round(avg(x), 2)) FROM t1
SELECT * APPLY(toTypeName) FROM t1 LIMIT 1
SELECT t.* EXCEPT(a) FROM t1 AS t ORDER BY id LIMIT 1
SELECT *, id AS x FROM t1 ORDER BY id LIMIT 1
SELECT *, * FROM emp
SELECT * FROM t1, t2 LIMIT 0
SELECT id, id FROM t1 ORDER BY id LIMIT 1
SELECT id AS a, a FROM t1 ORDER BY id LIMIT 2
SELECT id + 1 AS id, id FROM t1 ORDER BY id LIMIT 2
SELECT id AS k, k AS id FROM t1 LIMIT 1
SELECT 1 AS x, x + 1 AS y, y * 2
SELECT x + 1 AS y, 1 AS x
SELECT (1 AS x) + x
SELECT y AS x, x AS y
SELECT 1 AS x, 2 AS x
SELECT 1 AS x, 1 AS x
SELECT tuple(1, 'a') AS t, t.1, t.2
SELECT (1, 'a').1, [1,2][1], map('a', 1)['a']
SELECT untuple((1, 'a'))
SELECT untuple((id, k)) FROM t1 ORDER BY id LIMIT 1
SELECT CAST((1,'a'), 'Tuple(x UInt8, y String)') AS t, t.x, t.y
SELECT n.a, n.b FROM nest ORDER BY id
SELECT * FROM nest ORDER BY id
SELECT id, n.a, n.b FROM nest ARRAY JOIN n.a ORDER BY id, n.a
SELECT id, x FROM nest ARRAY JOIN n.a AS x ORDER BY id, x
SELECT id, x FROM nest LEFT ARRAY JOIN n.a AS x ORDER BY id, x
SELECT id, x, y FROM t1 ARRAY JOIN a AS x, arrayEnumerate(a) AS y ORDER BY id, x LIMIT 5
SELECT id, x FROM t1 ARRAY JOIN a AS x WHERE x > 1 ORDER BY id LIMIT 5
SELECT id, a FROM t1 ARRAY JOIN a ORDER BY id, a LIMIT 5
SELECT id, a, b FROM t1 ARRAY JOIN [1,2] AS b ORDER BY id, b LIMIT 4
SELECT id, x, y FROM t1 ARRAY JOIN a AS x, [1,2,3] AS y ORDER BY id
SELECT id, x FROM t1 LEFT ARRAY JOIN a AS x ORDER BY id, x LIMIT 6
SELECT x, count() FROM t1 ARRAY JOIN a AS x GROUP BY x ORDER BY x
SELECT arrayJoin(a) x, id FROM t1 ORDER BY id, x LIMIT 5
SELECT arrayJoin([1,2]) a1, arrayJoin([3,4]) a2 ORDER BY 1,2
SELECT arrayJoin([1,2]) + arrayJoin([1,2]) x
SELECT arrayJoin([1,2]) AS x, x * 2
SELECT arrayJoin(map('a',1,'b',2)) p, p.1
SELECT arrayJoin([]) 
SELECT arrayJoin(emptyArrayUInt8())
SELECT id FROM t1 ARRAY JOIN k
SELECT s FROM t1 ARRAY JOIN splitByChar(',', 'p,q') AS s ORDER BY s LIMIT 2
SELECT user, t FROM ev ARRAY JOIN tags AS t ORDER BY user, ts, t LIMIT 4
SELECT user, m FROM ev ARRAY JOIN props AS m ORDER BY user, ts, m LIMIT 4
SELECT props.keys, props.values, tags.size0 FROM ev ORDER BY user, ts LIMIT 2
SELECT v.null, n.null FROM t1 ORDER BY id LIMIT 3
SELECT a.size0 FROM t1 ORDER BY id LIMIT 3
SELECT j.a.b::Float64 x FROM nest WHERE j.a.b IS NOT NULL ORDER BY x
SELECT j FROM nest ORDER BY id
SELECT t1.id.x FROM t1
SELECT id.x FROM t1
SELECT t1.id, t1.t1.id FROM t1 LIMIT 1
SELECT "id", `k` FROM "t1" ORDER BY "id" LIMIT 1
SELECT 1 AS `a b`, `a b` + 1
SELECT 1 AS select, 2 AS from
SELECT date FROM (SELECT 1 AS date)
SELECT interval, left, right, order FROM (SELECT 1 interval, 2 left, 3 right, 4 AS order)
SELECT id FROM (SELECT id FROM t1) WHERE id = 3
SELECT s.id FROM (SELECT id FROM t1) AS s WHERE s.id = 3
SELECT (SELECT count() FROM t1 x WHERE x.k = t1.k) c, id FROM t1 ORDER BY id LIMIT 3
SELECT id FROM t1 WHERE id = (SELECT max(id) FROM t2 WHERE t2.k = t1.k) ORDER BY id
SELECT id, (SELECT max(w) FROM t2 WHERE t2.id = t1.id) FROM t1 ORDER BY id LIMIT 5
SELECT -1, - 1, -(-1), +1, 1 - -1, NOT 1, NOT NOT 1
SELECT 1 + 2 * 3 - 4 / 2 % 3, 7 DIV 2, 7 MOD 4, 2 ** 3
SELECT 1 = 1 AND 2 > 1 OR 0, 1 BETWEEN 0 AND 2, 5 NOT BETWEEN 1 AND 3, 1 == 1, 1 <> 2, 1 != 1
SELECT 'abc' LIKE 'a%', 'abc' NOT LIKE '%z', 'ABC' ILIKE 'a%', 'abc' NOT ILIKE 'B%', match('abc','^a'), 'abc' REGEXP 'b'
SELECT 1 ? 2 : 3, NULL IS NULL, 1 IS NOT NULL, 1 <=> NULL, NULL <=> NULL, 1 IS DISTINCT FROM 2, 1 IS NOT DISTINCT FROM 1
SELECT 0x1F, 0b101, 1_000_000, 1e3, .5, 1., 0x1p3, inf, nan, -inf, NULL, true, false
SELECT 'a''b', 'a\'b', 'tab\t', '\x41', 'ünï', $$he'llo$$, $x$q$x$, 'a' 'b'
SELECT DATE '2026-01-01', TIMESTAMP '2026-01-01 00:00:00', INTERVAL 1 DAY, INTERVAL '2 hour', INTERVAL '1' WEEK
SELECT CAST(1 AS String), CAST('1', 'UInt8'), 1::String, '5'::UInt8 + 1, toTypeName(1::Nullable(UInt8)), CAST(1 AS x) 
SELECT EXTRACT(YEAR FROM toDate('2026-05-01')), EXTRACT(day FROM toDate('2026-05-09')), SUBSTRING('hello' FROM 2 FOR 3), POSITION('l' IN 'hello'), TRIM(BOTH 'x' FROM 'xax'), LTRIM('  a')
SELECT dateAdd(DAY, 1, toDate('2026-01-01')), date_add(toDate('2026-01-01'), INTERVAL 1 MONTH), dateDiff(day, toDate('2026-01-01'), toDate('2026-01-05')), DATE_SUB(toDate('2026-01-10'), INTERVAL 2 DAY)
SELECT CASE 1 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END, CASE WHEN 1 THEN 2 ELSE 3 END, CASE 5 WHEN 1 THEN 'x' ELSE 'y' END
SELECT [1,2,3], [], [[1],[2,3]], (1,2), (1,), tuple(), {'a':1}, [1,NULL]
SELECT arrayMap((x,y) -> x+y, [1,2],[3,4]), arrayFilter(x -> x > 1, [1,2,3]), arraySort(x -> -x, [1,3,2])
SELECT arr[1], arr[-1], arr[5] FROM (SELECT [1,2,3] arr)
SELECT if(1, 'a', 'b'), multiIf(0, 1, 1, 2, 3), 1 OR NULL, 0 AND NULL
SELECT COUNT(*), Count(), SUM(id), Max(id), AVG(id) FROM t1
SELECT count(*) AS total FROM t1 WHERE total > 1
SELECT id total FROM t1 HAVING total > 27 ORDER BY 1
SELECT toTypeName(*) FROM (SELECT 1)
SELECT * FROM (SELECT * FROM (SELECT 1 a, 2 b))
SELECT a.b.c FROM (SELECT CAST(tuple(tuple(5)), 'Tuple(b Tuple(c UInt8))') AS a)
SELECT map('k', [1,2])['k'][2], tuple((1,2)).1.2
SELECT /* comment */ 1 -- trailing
SELECT 1 //comment
SELECT 1;
SELECT 1; SELECT 2
SELECT
SELECT 1,
SELECT 1 +
SELECT (1
SELECT 1)
SELECT 'abc
SELECT `abc
SELECT [1,2
SELECT 1 1
SELECT FROM t1
FROM t1 SELECT id ORDER BY id LIMIT 1
FROM t1 ORDER BY id LIMIT 1
SELECT * FROM t1 WHERE
SELECT * FROM t1 GROUP
SELECT * FORM t1
SELEC 1
SELECT 1 FORMAT
SELECT 1 SETTINGS
SELECT $1
SELECT ?
SELECT {x:UInt8}
SELECT é
SELECT 1 AS é
SELECT * FROM `no such`
SELECT nosuch.id FROM t1
SELECT t1.nosuch FROM t1
SELECT id FROM nosuchdb.t1
SELECT sum(id FROM t1
SELECT sum() FROM t1
SELECT sum(1,2) FROM t1
SELECT sum(k) FROM t1
SELECT length(1)
SELECT plus(1)
SELECT 1 + 'a'
SELECT toDate(1,2,3)
SELECT if(1,2)
SELECT arrayMap(x -> y, [1])
SELECT arrayMap(x -> x)
SELECT arrayMap(1, [1])
SELECT CAST('a' AS UInt8)
SELECT CAST(300 AS UInt8), CAST('2026-13-45' AS Date)
SELECT 1/0, intDiv(1,0)
SELECT 1 % 0
SELECT arrayElement([1], 'a')
SELECT (1,2).3
SELECT tuple(1).x
SELECT [1,'a']
SELECT map(1)
SELECT toDateTime('x')
SELECT quantile(2)(id) FROM t1
SELECT quantile('a')(id) FROM t1
SELECT nosuch(id) FROM t1
SELECT LENGTH('a'), UPPER('a'), toUpper('a')
SELECT tostring(1)
SELECT Sum(1), COUNTIF(1), uniqexact(1)
WITH CASE WHEN 1 THEN 2 END AS e, INTERVAL 1 DAY AS d SELECT e, d
WITH INTERVAL 1 DAY AS d SELECT d
SELECT [CAST(1 AS Decimal(5, 2)), CAST(1 AS Decimal(7, 2))] AS a, toTypeName([CAST(1 AS Decimal(12, 2)), CAST(1 AS Decimal(7, 2))])
SELECT toTypeName(ifNull(map(toLowCardinality('a'), 1), map('b', 2))) AS x, toTypeName(assumeNotNull([toLowCardinality('a')])) AS y
SELECT greatest(toNullable(1::UInt64), 2::Int8)
SELECT nullIf([1], [2])
SELECT multiIf(0, 260, 1, 'x', nosuch), if(number IS NOT NULL, 260, number + 'a') + 1 FROM numbers(2)
SELECT if(1, nosuch, 3)
SELECT CASE WHEN 1 THEN 2 WHEN 0 THEN nosuch END
SELECT isNull(arrayJoin([1, 2])), toTypeName(arrayJoin([1, 2])), 1 OR arrayJoin([1, 2])
SELECT isConstant(number OR 1), isConstant(0 AND number) FROM numbers(1)
SELECT nullIf(1::UInt64, 1::Int32), nullIf(1::UInt64, 1.5), nullIf(1::Decimal(5, 2), 1.5)
SELECT nullIf('2020-01-01', toDate('2020-01-01'))
SELECT toStartOfInterval(toDate(number), INTERVAL 1 WEEK), toStartOfInterval(toDateTime(number * 86400, 'UTC'), INTERVAL 2 WEEK), dateTrunc('week', toDate(number)), toStartOfInterval(toDate32(number), INTERVAL 1 WEEK) FROM numbers(6)
SELECT toDecimal64(toDate(number), 2) FROM numbers(1)
SELECT CAST(toIPv4('1.2.3.4') AS Int32)
SELECT toInt64(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'))
SELECT CAST(toInt256(1) AS Decimal(9, 2))
SELECT * FROM (SELECT 1 AS a) PREWHERE a
SELECT id FROM t1 LEFT ARRAY JOIN [id, 2] AS x PREWHERE x > 1
SELECT q.* FROM (SELECT (id, k) AS q FROM t1 WHERE id < 3)
SELECT w.q.* EXCEPT (`1`), q.* APPLY (toString) FROM (SELECT (id, k) AS q FROM t1 WHERE id < 3) AS w
SELECT tuple(1, 2) AS q, q.*
SELECT nosuch.* FROM t1
SELECT * REPLACE (id + 1 AS id) APPLY (toString) EXCEPT (id) FROM t1 WHERE 0
SELECT * APPLY (toTypeName) EXCEPT (id) REPLACE (1 AS k) FROM t1 WHERE 0
SELECT * REPLACE (1 AS id, 2 AS k) REPLACE (3 AS id) EXCEPT (k) FROM t1 ORDER BY ALL
SELECT x.COLUMNS(k, id), y.COLUMNS(k, id) FROM t1 AS x LEFT JOIN t2 AS y ON x.id = y.id ORDER BY x.id
SELECT x.COLUMNS(k, id) FROM t1 AS x ORDER BY id
SELECT *
SELECT *, 1
SELECT COLUMNS('.*'), tuple(*)
SELECT dummy AS x, x + 1 WHERE dummy = 0
SELECT one.*, one.dummy, system.one.dummy
SELECT * EXCEPT (dummy)
SELECT dummy, count() GROUP BY dummy
SELECT 1 AS dummy, dummy
WITH x(a, b) AS (SELECT 1, *) SELECT a, b FROM x
SELECT id, (SELECT id + dummy) FROM t1 ORDER BY id LIMIT 2
SELECT COLUMNS(id) APPLY (z -> z+1) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * REPLACE (id+1 AS id) APPLY toString FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * REPLACE (id+1 AS id) APPLY (z -> z*2) FROM (SELECT 1 AS id, 2 AS k) AS t
SELECT * REPLACE (k+1 AS k) APPLY (z -> z*2) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * REPLACE (k+1 AS id) APPLY (z -> z*2) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * APPLY (z -> [z, z+1]) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * APPLY toString APPLY (z -> concat(z, 'a')) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * EXCEPT (k) APPLY (z -> z + id) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * APPLY (z -> z) FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * APPLY max FROM (SELECT 1 AS id, 2 AS k) AS t INNER JOIN (SELECT 1 AS id, 3 AS kk) AS y USING (id)
SELECT * APPLY (x -> [x]) FROM (SELECT 1 AS id, 2 AS k) AS x JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT * APPLY (q -> q + 1) APPLY (x -> [x]) FROM (SELECT 1 AS id, 2 AS k) AS x JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT * APPLY (toString) APPLY (x -> [x]) FROM (SELECT 1 AS id, 2 AS k) AS x JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT x.* APPLY (x -> [x]) FROM (SELECT 1 AS id, 2 AS k) AS x JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT COLUMNS('i') APPLY (x -> [x]) FROM (SELECT 1 AS id, 2 AS k) AS x LEFT JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT * APPLY (x -> [x]) FROM (SELECT 1 AS id, 2 AS k) AS x FULL JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT * APPLY sum FROM (SELECT 1 AS id, 2 AS k) AS x JOIN (SELECT 1 AS id, 3 AS z) AS y USING (id)
SELECT * APPLY (toString, 'p_') FROM (SELECT 1 AS a, 2 AS b)
SELECT * EXCEPT STRICT (a) REPLACE (1 AS zz) FROM (SELECT 1 AS a, 2 AS b)
SELECT * EXCEPT STRICT (a) EXCEPT (zz) FROM (SELECT 1 AS a, 2 AS b)
SELECT * EXCEPT (zz) REPLACE STRICT (1 AS a) FROM (SELECT 1 AS a, 2 AS b)
SELECT * REPLACE STRICT (1 AS a) APPLY (toString) EXCEPT (zz) FROM (SELECT 1 AS a, 2 AS b)
SELECT * EXCEPT STRICT (a), * EXCEPT (zz) FROM (SELECT 1 AS a, 2 AS b)
SELECT count(COLUMNS('n')), count(t.*), count(t.COLUMNS('n')), count(* EXCEPT n), count(COLUMNS(n)) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT count(COLUMNS('n')) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT count(t.*) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT count(COLUMNS(n)) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT count(t.COLUMNS('n')) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT count(* EXCEPT n) FROM (SELECT NULL::Nullable(UInt8) n, 1 m) t
SELECT count(* APPLY toString) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countIf(COLUMNS('n'), 1) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countIf(t.*, 1) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countIf(COLUMNS(n), 1) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countIf(t.COLUMNS('n'), 1) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countIf(* EXCEPT m, 1) FROM (SELECT NULL::Nullable(UInt8) n, 1 m) t
SELECT countIf(1, *) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countIf(*) FROM (SELECT 1::UInt8 n) t
SELECT countDistinct(*), count(DISTINCT *), countDistinct(t.*) FROM (SELECT 1::Nullable(UInt8) n) t
SELECT countOrNull(t.*), countOrNull(COLUMNS('n')), countOrDefault(*) FROM (SELECT NULL::Nullable(UInt8) n) t
SELECT countState(*) IS NULL, countArray(*) FROM (SELECT [1,2] n) t
SELECT countEqual(*) FROM (SELECT [1,2] n, 1 m) t
SELECT count(*) FILTER (WHERE n IS NULL), count(*) FILTER (WHERE n = 1) AS c FROM (SELECT arrayJoin([1, NULL]) n) t
SELECT st.code, st.msg FROM (SELECT [[(1,'a')],[]]::Array(Array(Tuple(code UInt8, msg String))) st)
SELECT st.code.x, st.code FROM (SELECT [((1,2),'a')]::Array(Tuple(code Tuple(x UInt8, y UInt8), msg String)) st)
SELECT st.code.size0 FROM (SELECT [([1,2],'a')]::Array(Tuple(code Array(UInt8), msg String)) st)
SELECT st.code FROM (SELECT [(1,'a')]::Array(Tuple(code Nullable(UInt8), msg LowCardinality(String))) st)
SELECT st.msg, toTypeName(st.msg) FROM (SELECT [(1,'a')]::Array(Tuple(code Nullable(UInt8), msg LowCardinality(String))) st)
SELECT st.size0, st.code FROM (SELECT [(1,'a')]::Array(Tuple(code UInt8, size0 String)) st)
SELECT st.nope FROM (SELECT [(1,'a')]::Array(Tuple(code UInt8, size0 String)) st)
SELECT t.st.code, st.code FROM (SELECT [(1,'a')]::Array(Tuple(code UInt8, msg String)) st) t
SELECT m.keys, m.values, m.size0 FROM (SELECT map('a',1) m)
SELECT [(1,'a')]::Array(Tuple(code UInt8, msg String)) AS q, q.code, arrayMap(z -> z.code, q)
SELECT arrayMap(z -> z.code, [q]) FROM (SELECT [(1,'a')]::Array(Tuple(code UInt8, msg String)) AS q)
SELECT st.code FROM (SELECT [(1,'a')]::Array(Tuple(code UInt8, msg String)) st) WHERE has(st.code, 1) GROUP BY st.code ORDER BY st.code
SELECT x FROM (SELECT [(1,'a'),(2,'b')]::Array(Tuple(code UInt8, msg String)) st) ARRAY JOIN st.code AS x
SELECT count() FROM (SELECT [(1,'a')]::Array(Tuple(code UInt8, msg String)) st) a JOIN (SELECT [1::UInt8] k) b ON a.st.code = b.k
SELECT t.a, b FROM (SELECT ([1,2],'x')::Tuple(a Array(UInt8), b String) AS t) ARRAY JOIN t.a AS b
SELECT arrayMap(x -> x.a.b, [tuple(tuple(1)::Tuple(b UInt8))::Tuple(a Tuple(b UInt8))])
# a whole Nested
SELECT id, n FROM nest ORDER BY id
SELECT id, n.a, n.b FROM nest ORDER BY id
SELECT toTypeName(n), toTypeName(n.a) FROM nest LIMIT 1
SELECT id, n.a, n.b FROM nest ARRAY JOIN n ORDER BY id, n.a
SELECT id, n FROM nest ARRAY JOIN n ORDER BY id, n.a
SELECT id, toTypeName(n), toTypeName(n.a) FROM nest ARRAY JOIN n ORDER BY id, n.a
SELECT * FROM nest ARRAY JOIN n ORDER BY id, n.a
SELECT id, m.a, m.b, n.a FROM nest ARRAY JOIN n AS m ORDER BY id, m.a
SELECT id, m, n FROM nest ARRAY JOIN n AS m ORDER BY id, m.a
SELECT * FROM nest ARRAY JOIN n AS m ORDER BY id, m.a
SELECT id, n.a, n.b FROM nest LEFT ARRAY JOIN n ORDER BY id, n.a
SELECT id, m.a, m.b FROM nest LEFT ARRAY JOIN n AS m ORDER BY id, m.a
SELECT id, m FROM nest LEFT ARRAY JOIN n AS m ORDER BY id, m.a
SELECT id, n.a, k FROM nest ARRAY JOIN n, arrayEnumerate(n.a) AS k ORDER BY id, n.a
SELECT id, n.a FROM nest ARRAY JOIN nest.n ORDER BY id, n.a
SELECT id, t.n.a FROM nest AS t ARRAY JOIN t.n ORDER BY id, t.n.a
SELECT id, m.a FROM nest AS t ARRAY JOIN t.n AS m ORDER BY id, m.a
SELECT count() FROM nest ARRAY JOIN n
SELECT id FROM nest ARRAY JOIN n ORDER BY id
SELECT n.b, count() FROM nest ARRAY JOIN n WHERE n.a > 1 GROUP BY n.b ORDER BY 1
SELECT id, n.a FROM (SELECT * FROM nest) ARRAY JOIN n ORDER BY id, n.a
SELECT id, s.n.a FROM (SELECT * FROM nest) AS s ARRAY JOIN s.n ORDER BY id
SELECT id, n.c FROM nest ARRAY JOIN n
SELECT id FROM nest ARRAY JOIN zz
SELECT n.a FROM nest ARRAY JOIN n.a, n.b ORDER BY n.a
SELECT length(n), n[1], n.a[1] FROM nest ORDER BY id
SELECT id FROM nest WHERE notEmpty(n) ORDER BY id
SELECT id, x.1, x.2 FROM nest ARRAY JOIN n AS x ORDER BY id, x.1
SELECT id, arrayMap(t -> t.a, n) FROM nest ORDER BY id
SELECT * FROM (SELECT [1,2] AS `z.p`, ['x','y'] AS `z.q`) ARRAY JOIN z
SELECT z FROM (SELECT [1,2] AS `z.p`, ['x','y'] AS `z.q`)
SELECT z FROM (SELECT [1,2] AS `z.p`, ['x'] AS `z.q`)
SELECT z FROM (SELECT 1 AS `z.p`)
SELECT m.* FROM nest ARRAY JOIN n AS m ORDER BY id, m.a
SELECT id, n.a AS q FROM nest ARRAY JOIN n PREWHERE id > 1 ORDER BY id, q
SELECT id, n.a FROM nest ARRAY JOIN n AS n ORDER BY id, n.a
SELECT id, n.a, n.b FROM nest ARRAY JOIN n LIMIT 0
SELECT DISTINCT n FROM nest ARRAY JOIN n ORDER BY n
SELECT id, nest.n.a FROM nest ARRAY JOIN n AS m ORDER BY id
SELECT COLUMNS('n') FROM nest ARRAY JOIN n ORDER BY id, n.a
SELECT COLUMNS('n') FROM nest ARRAY JOIN n AS m ORDER BY id, m.a
SELECT id, t.n.a, nest.n.a FROM nest AS t ARRAY JOIN t.n ORDER BY id, t.n.a
SELECT t.n.a, n.b FROM nest AS t ARRAY JOIN t.n.a ORDER BY 1
SELECT t.n FROM nest AS t ARRAY JOIN t.n ORDER BY 1
SELECT t.n.a, t.id FROM nest AS t ARRAY JOIN t.n AS q ORDER BY 2, 1
SELECT [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[number]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] FROM numbers(1)
SELECT * REPLACE (-number AS number) FROM numbers(3) WHERE (SELECT number) > 1 ORDER BY number
SELECT * REPLACE (-number AS number) FROM numbers(3) WHERE (SELECT number) < -1 ORDER BY number
SELECT * REPLACE (-number AS number), (SELECT number) AS s FROM numbers(1)
