SELECT t1.id, t2.name FROM t1 INNER JOIN t2 ON t1.id = t2.id ORDER BY 1,2
SELECT t1.id, t2.name FROM t1 LEFT JOIN t2 ON t1.id = t2.id ORDER BY 1,2
SELECT t1.id, t2.name, t2.w FROM t1 LEFT JOIN t2 ON t1.id = t2.id ORDER BY 1,2 SETTINGS join_use_nulls=1
SELECT t1.id, t2.id, t2.name FROM t1 RIGHT JOIN t2 ON t1.id = t2.id AND t1.k = t2.k ORDER BY ALL
SELECT t1.id, t2.id, t2.name FROM t1 FULL JOIN t2 ON t1.id = t2.id AND t1.k = t2.k ORDER BY ALL
SELECT t1.id, t2.id, t2.name, toTypeName(t1.id), toTypeName(t2.name) FROM t1 FULL JOIN t2 ON t1.id = t2.id AND t1.k = t2.k ORDER BY ALL SETTINGS join_use_nulls=1
SELECT count() FROM t1 CROSS JOIN t2
SELECT count() FROM t1, t2 WHERE t1.id = t2.id
SELECT t1.id, count() FROM t1 ANY INNER JOIN t2 ON t1.k = t2.k GROUP BY 1 ORDER BY 1
SELECT t1.id FROM t1 SEMI JOIN t2 ON t1.id = t2.id ORDER BY 1
SELECT t1.id FROM t1 LEFT SEMI JOIN t2 ON t1.id = t2.id ORDER BY 1
SELECT t1.id FROM t1 LEFT ANTI JOIN t2 ON t1.id = t2.id ORDER BY 1
SELECT t2.id, t2.name FROM t1 RIGHT ANTI JOIN t2 ON t1.id = t2.id AND t1.k = t2.k ORDER BY 1, 2
SELECT t2.id, t2.name FROM t1 RIGHT SEMI JOIN t2 ON t1.id = t2.id ORDER BY 1,2
SELECT t2.id, t2.name FROM t1 RIGHT ANY JOIN t2 ON t1.id = t2.id ORDER BY 1,2
SELECT t1.id, t2.name FROM t1 ANTI JOIN t2 ON t1.id = t2.id ORDER BY 1
SELECT id, k, name FROM t1 JOIN t2 USING (id) ORDER BY 1,2,3
SELECT id, name FROM t1 LEFT JOIN t2 USING id ORDER BY 1,2
SELECT id, k, name FROM t1 FULL JOIN t2 USING (id, k) ORDER BY ALL
SELECT id, k, name FROM t1 RIGHT JOIN t2 USING (id, k) ORDER BY ALL
SELECT * FROM t1 JOIN t2 USING (id) ORDER BY id, name LIMIT 3
SELECT * FROM t1 JOIN t2 ON t1.id = t2.id ORDER BY t1.id, name LIMIT 3
SELECT t1.*, t2.name FROM t1 JOIN t2 ON t1.id = t2.id ORDER BY t1.id, name LIMIT 3
SELECT count() FROM t1 JOIN t2 ON t1.id = t2.id AND t1.id > 5
SELECT count() FROM t1 LEFT JOIN t2 ON t1.id = t2.id AND t1.id > 5
SELECT t1.id, t2.name FROM t1 LEFT JOIN t2 ON t1.id = t2.id AND t2.w > 20 ORDER BY 1,2
SELECT count() FROM t1 JOIN t2 ON t1.id < t2.id
SELECT count() FROM t1 LEFT JOIN t2 ON t1.id > t2.id AND t1.k = t2.k
SELECT count() FROM t1 JOIN t2 ON t1.id = t2.id OR t1.k = t2.k
SELECT t1.id, t2.w FROM t1 JOIN t2 ON t1.v = t2.w ORDER BY 1
SELECT t1.id, t2.w FROM t1 LEFT JOIN t2 ON t1.v = t2.w ORDER BY 1, 2
SELECT t1.id, t2.w FROM t1 JOIN t2 ON t1.v <=> t2.w ORDER BY 1, 2
SELECT t1.id, t2.w FROM t1 JOIN t2 ON isNotDistinctFrom(t1.v, t2.w) ORDER BY 1, 2
SELECT a.id, b.id, c.id FROM t1 a JOIN t2 b ON a.id = b.id JOIN t1 c ON b.id = c.id ORDER BY 1,2,3 LIMIT 5
SELECT a.id, b.name, c.k FROM t1 a LEFT JOIN t2 b ON a.id = b.id LEFT JOIN t1 c ON c.id = b.id + 1 ORDER BY 1,2,3
SELECT a.id, b.id FROM t1 a JOIN t1 b ON a.id = b.id + 1 ORDER BY 1 LIMIT 3
SELECT x.id, y.c FROM t1 x JOIN (SELECT k, count() c FROM t2 GROUP BY k) y ON x.k = y.k ORDER BY 1
SELECT x.id, y.c FROM (SELECT id, k FROM t1) x ANY LEFT JOIN (SELECT k, count() c FROM t2 GROUP BY k) y USING k ORDER BY 1
SELECT t1.id, t2.d FROM t1 ASOF JOIN t2 ON t1.k = t2.k AND t1.d >= t2.d ORDER BY 1
SELECT t1.id, t2.d FROM t1 ASOF LEFT JOIN t2 ON t1.k = t2.k AND t1.d >= t2.d ORDER BY 1
SELECT t1.id FROM t1 JOIN t2 ON t1.k = t2.nosuch
SELECT id FROM t1 JOIN t2 ON t1.id = t2.id
SELECT k FROM t1 JOIN t2 ON t1.id = t2.id
SELECT t1.k, t2.k FROM t1 JOIN t2 ON t1.id = t2.id WHERE t1.k != t2.k ORDER BY ALL
SELECT t1.id FROM t1 JOIN t2 ON 1
SELECT count() FROM t1 JOIN t2 ON 1=1
SELECT count() FROM t1 LEFT JOIN t2 ON 0
SELECT count() FROM t1 JOIN t2 ON t1.id = 5
SELECT count() FROM t1 JOIN t2 ON t1.id = t2.id AND 1
SELECT count() FROM t1 FULL JOIN t2 ON t1.id = t2.id AND t1.id > 10
SELECT count() FROM t1 INNER ALL JOIN t2 ON t1.id = t2.id
SELECT count() FROM t1 ALL INNER JOIN t2 ON t1.id = t2.id
SELECT count() FROM t1 GLOBAL ANY LEFT JOIN t2 ON t1.id = t2.id
SELECT count() FROM t1 LEFT OUTER JOIN t2 ON t1.id = t2.id
SELECT count() FROM t1 NATURAL JOIN t2
SELECT * FROM (SELECT 1 a) x JOIN (SELECT 1 b) y ON x.a = y.b
SELECT * FROM (SELECT 1 a, 2 b) x JOIN (SELECT 1 a, 3 b) y USING (a)
SELECT * FROM (SELECT 1 a, 2 b) x JOIN (SELECT 1 a, 3 b) y ON x.a = y.a
SELECT x.*, y.b FROM (SELECT 1 a, 2 b) x JOIN (SELECT 1 a, 3 b) y ON x.a = y.a
SELECT toTypeName(a), a FROM (SELECT toUInt8(1) a) x FULL JOIN (SELECT toInt32(-1) a) y USING (a) ORDER BY a
SELECT toTypeName(a), a FROM (SELECT toUInt8(1) a) x LEFT JOIN (SELECT toInt32(1) a) y USING (a)
SELECT x.a, y.a, toTypeName(x.a), toTypeName(y.a) FROM (SELECT toUInt8(1) a) x LEFT JOIN (SELECT toInt32(1) a) y ON x.a = y.a
SELECT * FROM (SELECT 'a' s) x JOIN (SELECT 1 s) y USING s
SELECT count() FROM t1 JOIN t2 ON t1.k = t2.id
SELECT count() FROM t1 JOIN t2 ON toString(t1.id) = t2.name
SELECT count() FROM t1 JOIN t2 ON concat('n', toString(t1.id)) = t2.name
SELECT count() FROM t1 a JOIN t1 b ON a.d = b.d AND a.id != b.id
SELECT a.k, sum(b.w) FROM t1 a LEFT JOIN t2 b ON a.id = b.id GROUP BY a.k ORDER BY 1
SELECT a.k, sum(b.w), count(b.w) FROM t1 a LEFT JOIN t2 b ON a.id = b.id GROUP BY a.k ORDER BY 1 SETTINGS join_use_nulls = 1
SELECT t1.id FROM t1 LEFT JOIN t2 ON t1.id = t2.id WHERE t2.name = '' ORDER BY 1
SELECT t1.id FROM t1 LEFT JOIN t2 ON t1.id = t2.id WHERE isNull(t2.name) ORDER BY 1 SETTINGS join_use_nulls=1
SELECT t1.id, e FROM t1 LEFT JOIN (SELECT 1 id, 'q' z) q ON q.id = t1.id WHERE z = 'q'
SELECT l.id, r.e, r.a, r.dec, r.dt FROM t2 l LEFT JOIN t1 r ON l.id = r.id + 1000 ORDER BY 1 LIMIT 2
SELECT t1.id FROM t1 JOIN t1 ON t1.id = t1.id
SELECT a.id FROM t1 a JOIN t2 a ON a.id = a.id
SELECT count() FROM t1 JOIN numbers(5) n ON t1.id = n.number
SELECT count() FROM (SELECT * FROM t1) JOIN (SELECT * FROM t2) USING id
SELECT number, s FROM numbers(3) LEFT JOIN (SELECT 1 AS number, 'x' AS s) USING number ORDER BY 1
SELECT a.number, b.number FROM numbers(3) a LEFT JOIN numbers(2) b ON a.number = b.number + 1 ORDER BY 1
SELECT count() FROM t1 INNER JOIN t2 ON t1.id = t2.id SETTINGS join_algorithm='full_sorting_merge'
SELECT count() FROM t1 INNER JOIN t2 ON t1.id = t2.id SETTINGS join_algorithm='grace_hash'
SELECT count() FROM t1 JOIN t2 SETTINGS join_default_strictness='ANY'
SELECT count() FROM t1 JOIN t2 ON (t1.id = t2.id AND t1.k = 'x') OR (t1.id = t2.id AND t2.k = 'q')
SELECT a.id FROM t1 AS a INNER JOIN t2 AS b ON a.id = b.id INNER JOIN t2 AS c ON a.id = c.id AND b.k = c.k ORDER BY 1
SELECT sum(a.id * b.w) FROM t1 a JOIN t2 b ON a.k = b.k
SELECT count() FROM t1 JOIN t2 ON t1.id = t2.id AND t1.d = t2.d
SELECT count() FROM t1 JOIN t2 ON (t1.id, t1.k) = (t2.id, t2.k)
SELECT count() FROM t1 JOIN t2 ON tuple(t1.id) = tuple(t2.id)
SELECT count() FROM t1 JOIN t2 ON t1.id = t2.id WHERE t1.a[1] = 0
SELECT count() FROM (t1 JOIN t2 ON t1.id = t2.id)
SELECT count() FROM t1 JOIN (t2 JOIN emp ON t2.id = emp.x) ON t1.id = t2.id
SELECT t1.id + t2.id AS s FROM t1 JOIN t2 ON s = 10
SELECT t1.id FROM t1 LEFT SEMI JOIN t2 USING id ORDER BY id
SELECT id, name FROM t1 LEFT ANTI JOIN t2 USING id ORDER BY id
SELECT t1.e, t2.k FROM t1 JOIN t2 ON toString(t1.e) = t2.k
SELECT count() FROM t1 JOIN t2 ON t1.d = t2.d
SELECT count() FROM t1 JOIN t2 ON t1.id = t2.id AND NULL
SELECT count() FROM emp JOIN t2 ON emp.x = t2.id
SELECT emp.x, emp.nn, t2.id FROM emp RIGHT JOIN t2 ON emp.x = t2.id ORDER BY 3 LIMIT 2
SELECT CAST(1 AS Decimal(7, 2)) AS x UNION ALL SELECT CAST(2 AS Decimal(9, 2))
SELECT toTypeName(x) FROM (SELECT CAST(1 AS Decimal(12, 2)) AS x UNION ALL SELECT CAST(2 AS Decimal(5, 2)))
SELECT toNullable(CAST(1 AS Decimal(5, 2))) AS x UNION ALL SELECT CAST(1 AS Decimal(7, 2)) INTERSECT SELECT CAST(1 AS Decimal(6, 2))
SELECT min(x) FROM (SELECT CAST(1 AS Decimal(12, 2)) AS x UNION ALL SELECT CAST(2 AS Decimal(5, 2)))
SELECT CAST(1 AS Decimal(12, 2)) AS x UNION ALL SELECT CAST(2 AS Decimal(5, 2))
CREATE TABLE elements (id UInt64, n Nested(a UInt8, b String), nm Array(UInt8)) ENGINE = MergeTree ORDER BY id
INSERT INTO elements VALUES (1, [1,2], ['x','y'], [5,6]), (2, [], [], [])
SELECT l.id, nm FROM elements AS l JOIN elements AS r ON l.id = r.id ARRAY JOIN r.nm ORDER BY l.id, nm
SELECT nm, count() FROM elements AS l JOIN elements AS r USING (id) ARRAY JOIN r.nm GROUP BY nm ORDER BY nm
SELECT l.id, n FROM elements AS l JOIN elements AS r ON l.id = r.id ARRAY JOIN r.n ORDER BY l.id
SELECT l.id, r.n, r.n.b, l.n AS whole, n.a FROM elements AS l JOIN elements AS r ON l.id = r.id ARRAY JOIN r.n ORDER BY l.id, r.n
SELECT l.id, n, r.n, n.a FROM elements AS l JOIN elements AS r ON l.id = r.id ARRAY JOIN l.n ORDER BY l.id, n
