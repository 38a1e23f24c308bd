# ASOF etc
SELECT a.k, a.d, b.d, b.w FROM a ASOF JOIN b ON a.k = b.k AND a.d >= b.d ORDER BY a.k, a.d
SELECT a.k, a.d, b.d, b.w FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.d >= b.d ORDER BY a.k, a.d
SELECT a.k, a.d, b.d, b.w FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.d < b.d ORDER BY a.k, a.d
SELECT a.k, a.d, b.d, b.w FROM a ASOF LEFT JOIN b ON a.k = b.k AND b.d < a.d ORDER BY a.k, a.d
SELECT k, d, w FROM a ASOF JOIN b USING (k, d) ORDER BY k, d
SELECT k, d, b.d, w FROM a ASOF LEFT JOIN b USING (k, d) ORDER BY k, d
SELECT a.k, b.k, v, w FROM (SELECT * FROM a ORDER BY v) AS a PASTE JOIN (SELECT * FROM b ORDER BY w) AS b
SELECT k, v, w FROM a FULL JOIN b USING (k) ORDER BY k, v, w
SELECT k, a.k, b.k, v, w FROM a FULL JOIN b USING (k) ORDER BY k, v, w
SELECT k, toTypeName(k), toTypeName(a.k), toTypeName(b.k), toTypeName(w) FROM a FULL JOIN b USING (k) ORDER BY k, v, w SETTINGS join_use_nulls=1
SELECT * FROM a FULL JOIN b USING (k) ORDER BY ALL
SELECT * FROM a LEFT JOIN b USING (k, s) ORDER BY ALL
SELECT * FROM a RIGHT JOIN b USING (k) ORDER BY ALL SETTINGS join_use_nulls=1
SELECT a.k, v, w FROM a LEFT SEMI JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, v, w FROM a RIGHT SEMI JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k, v, w FROM a LEFT ANTI JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k, v, w FROM a RIGHT ANTI JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k, v FROM a ANY LEFT JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k, w FROM a ANY RIGHT JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k FROM a ANY INNER JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k FROM a SEMI LEFT JOIN b USING k ORDER BY ALL
SELECT a.k, v, w FROM a JOIN b ON a.k = b.k OR a.v * 10 = b.w ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = b.k OR a.s = b.s ORDER BY ALL
SELECT a.k, v, w FROM a FULL JOIN b ON a.k = b.k OR a.s = b.s ORDER BY ALL
SELECT a.k, v, w FROM a JOIN b ON a.k < b.k ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k < b.k ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = b.k AND a.v * 10 < b.w ORDER BY ALL
SELECT a.k, v, w FROM a RIGHT JOIN b ON a.k = b.k AND a.v * 10 < b.w ORDER BY ALL
SELECT a.k, v, w FROM a FULL JOIN b ON a.k = b.k AND a.v * 10 < b.w ORDER BY ALL
SELECT a.k, v, w FROM a FULL JOIN b ON a.k = b.k AND a.v > 10 ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON 1 ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON 0 ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = 1 ORDER BY ALL
SELECT k, v, w, px FROM a JOIN b USING (k) JOIN (SELECT 1::Int64 AS k, 5 AS px) AS c USING (k) ORDER BY ALL
SELECT k, v, w, px FROM a LEFT JOIN b USING (k) FULL JOIN (SELECT 7::Int64 AS k, 5 AS px) AS c USING (k) ORDER BY ALL
SELECT k, s, v, w FROM a JOIN b USING (k, s) ORDER BY ALL
SELECT a.k, b.w, c.px FROM a LEFT JOIN b ON a.k = b.k LEFT JOIN q AS c ON c.px = a.k ORDER BY ALL
SELECT count() FROM a, b WHERE a.k = b.k
SELECT count() FROM a CROSS JOIN b
SELECT a.k, b.w FROM a NATURAL JOIN b ORDER BY ALL
SELECT * FROM a LEFT JOIN b ON a.k = b.k ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT * FROM a JOIN b USING (s) ORDER BY ALL
SELECT * FROM a JOIN b USING (s) JOIN (SELECT 1 AS k, 'x' AS s, 1 AS z) AS c USING (s) ORDER BY ALL LIMIT 2
SELECT n, toTypeName(n), toTypeName(a.n), toTypeName(x.n), a.n, x.n FROM a FULL JOIN (SELECT 7 AS n, 1 AS zz) AS x USING (n) ORDER BY ALL
SELECT n, toTypeName(n), a.n, x.n FROM (SELECT 7 AS n, 1 AS zz) AS x FULL JOIN a USING (n) ORDER BY ALL
SELECT n, toTypeName(n), x.n, y.n FROM (SELECT 0 AS n, 1 AS zz) AS x FULL JOIN (SELECT NULL::Nullable(UInt8) AS n UNION ALL SELECT 5) AS y USING (n) ORDER BY ALL
SELECT s, toTypeName(s), x.s, y.s FROM (SELECT '' AS s) AS x FULL JOIN (SELECT 'q'::LowCardinality(String) AS s) AS y USING (s) ORDER BY ALL
SELECT a.k, v, w, toTypeName(w), toTypeName(v) FROM a LEFT SEMI JOIN b ON a.k = b.k ORDER BY ALL SETTINGS join_use_nulls=1
SELECT a.k, v, w, toTypeName(w), toTypeName(v) FROM a RIGHT SEMI JOIN b ON a.k = b.k ORDER BY ALL SETTINGS join_use_nulls=1
SELECT a.k, v, w, toTypeName(w) FROM a LEFT ANTI JOIN b ON a.k = b.k ORDER BY ALL SETTINGS join_use_nulls=1
SELECT a.k, v, w, toTypeName(v) FROM a RIGHT ANTI JOIN b ON a.k = b.k ORDER BY ALL SETTINGS join_use_nulls=1
SELECT a.k, v, w FROM a ANTI LEFT JOIN b ON a.k = b.k OR a.s = b.s ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = b.k OR a.v > b.w ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = b.k OR (a.s = b.s AND a.v > 20) ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = b.k OR a.v > 20 ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON (a.k = b.k OR a.s = b.s) AND a.v * 10 < b.w ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.k = b.k AND a.v > 10 AND b.w > 100 ORDER BY ALL
SELECT a.k, v, w FROM a RIGHT JOIN b ON a.k = b.k AND a.v > 10 AND b.w > 100 ORDER BY ALL
SELECT a.k, v, w FROM a ANY LEFT JOIN b ON 1 ORDER BY ALL
SELECT a.k, v, w FROM a ANTI LEFT JOIN b ON 1 ORDER BY ALL
SELECT a.k, v, w FROM a SEMI LEFT JOIN b ON 1 ORDER BY ALL
SELECT a.k, v, w FROM a FULL JOIN b ON 1=0 ORDER BY ALL
SELECT a.k, v, w FROM a FULL JOIN b ON NULL ORDER BY ALL
SELECT a.k, v, w FROM a LEFT JOIN b ON a.v > b.w ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.d >= b.d ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k AND a.d >= b.d AND a.v > b.w ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k AND a.d >= b.d AND a.v > 10 ORDER BY ALL
SELECT a.k, v, w FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.d >= b.d AND a.v > 10 ORDER BY ALL
SELECT a.k, v, w FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.d >= b.d AND b.w > 100 ORDER BY ALL
SELECT a.k, v, w FROM a ASOF RIGHT JOIN b ON a.k = b.k AND a.d >= b.d ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k AND a.s >= b.s ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k AND a.n >= b.n ORDER BY ALL
SELECT a.k, v, w FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.n >= b.n ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k AND a.v >= b.k ORDER BY ALL
SELECT a.k, v, w FROM a ASOF JOIN b ON a.k = b.k AND a.v + 1 >= b.k * 2 ORDER BY ALL
SELECT a.k, v, w, toTypeName(w) FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.d >= b.d ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT x, y FROM (SELECT 1 AS x, 5 AS t) AS l ASOF JOIN (SELECT number AS y, 1 AS x, 5 AS t FROM numbers(4)) AS r ON l.x = r.x AND l.t >= r.t
SELECT * FROM a ASOF JOIN b USING (k, d) ORDER BY ALL
SELECT * FROM a PASTE JOIN b ORDER BY ALL
SELECT * FROM (SELECT k FROM a ORDER BY v) AS x PASTE JOIN (SELECT k FROM b ORDER BY w) AS y
SELECT a.k, b.k FROM a ANY FULL JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k FROM a ANTI JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k FROM a SEMI JOIN b ON a.k = b.k ORDER BY ALL
SELECT a.k, b.k FROM a SEMI FULL JOIN b ON a.k = b.k ORDER BY ALL
SELECT k, v, w, px, toTypeName(k) FROM a FULL JOIN b USING (k) FULL JOIN (SELECT 7::Int64 AS k, 5 AS px) AS c USING (k) ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT k, v, w, px FROM a FULL JOIN b USING (k) LEFT JOIN (SELECT 3::Int64 AS k, 5 AS px) AS c USING (k) ORDER BY ALL
SELECT * FROM (SELECT a.k, w FROM a LEFT JOIN b ON a.k = b.k SETTINGS join_use_nulls = 1) ORDER BY ALL
SELECT k, toTypeName(k), a.k, b.k, w FROM a FULL JOIN b USING (k) ORDER BY ALL SETTINGS join_use_nulls=1
SELECT * FROM a RIGHT JOIN b USING (k) LEFT JOIN (SELECT 3::Int64 AS k, 5 AS px) AS c USING (k) ORDER BY ALL SETTINGS join_use_nulls=1
SELECT * FROM a LEFT JOIN b USING (k) RIGHT JOIN (SELECT 3::Int64 AS k, 5 AS px) AS c USING (k) ORDER BY ALL SETTINGS join_use_nulls=1
SELECT x.k, count() FROM a AS x LEFT JOIN a AS y ON x.k = y.k AND x.v < y.v GROUP BY x.k ORDER BY ALL
SELECT a.k, s FROM a JOIN (SELECT k FROM b) AS b ON a.k = b.k WHERE s = 'x' ORDER BY ALL
SELECT s FROM a JOIN b ON a.k = b.k
SELECT a.s, b.s FROM a JOIN b ON s = s
SELECT * FROM a JOIN b ON k = k
SELECT a.k AS kk, kk + 1 FROM a JOIN b ON kk = b.k ORDER BY ALL
SELECT a.k FROM a JOIN b ON a.k = b.k AND a.s = 'x' AND b.w > 100 ORDER BY ALL
SELECT count() FROM a JOIN b ON a.k = b.k JOIN q ON q.px = a.k
SELECT count() FROM a LEFT JOIN b ON (a.k, a.s) = (b.k, b.s)
SELECT a.k, b.w FROM a LEFT JOIN b ON a.k = b.k AND a.s IN ('x', 'y') ORDER BY ALL
SELECT a.k, b.w FROM a LEFT JOIN b ON toString(a.k) = toString(b.k) ORDER BY ALL
SELECT a.k, b.w FROM a LEFT JOIN b ON a.k = b.s ORDER BY ALL
SELECT a.k, b.w FROM a LEFT JOIN b ON a.k + b.k = 2 ORDER BY ALL
SELECT a.k, b.w FROM a INNER JOIN b ON a.k + b.k = 2 ORDER BY ALL
SELECT a.n, b.n FROM a INNER JOIN b ON a.n = b.n ORDER BY ALL
SELECT a.n, b.n FROM a FULL JOIN b ON a.n = b.n ORDER BY ALL
SELECT a.k, b.k FROM a RIGHT JOIN b ON a.k = b.k AND b.w > 100 ORDER BY ALL
SELECT a.k, b.k FROM a ANY RIGHT JOIN b ON a.k = b.k AND b.w > 100 ORDER BY ALL
SELECT a.k, b.k FROM a ANTI LEFT JOIN b ON a.k = b.k AND b.w > 100 ORDER BY ALL
SELECT a.k, b.k FROM a SEMI LEFT JOIN b ON a.k = b.k AND b.w > 100 ORDER BY ALL
SELECT a.k, b.k, v, w FROM a ANTI RIGHT JOIN b ON a.k = b.k AND a.v > 10 ORDER BY ALL
SELECT a.k, b.k, v, w FROM a SEMI RIGHT JOIN b ON a.k = b.k AND a.v > 10 ORDER BY ALL
SELECT a.k, b.k, v, w FROM a ANY LEFT JOIN b ON a.k = b.k AND a.v * 10 < b.w ORDER BY ALL
SELECT l.x, r.y FROM (SELECT 1 AS x) AS l GLOBAL LEFT JOIN (SELECT 2 AS y) AS r ON l.x = r.y
SELECT 1 FROM a JOIN b
SELECT a.k FROM a JOIN a ON a.k = a.k
SELECT t1.k FROM a t1, a t2, a t3 WHERE t1.k = t2.k AND t2.k = t3.k ORDER BY ALL
SELECT * FROM (SELECT 1 AS x) JOIN (SELECT 1 AS x) USING x
SELECT * FROM (SELECT 1 AS x) CROSS JOIN (SELECT 2 AS y)
SELECT count() FROM t1 ANY LEFT JOIN t2 ON 1 = t2.id
SELECT count() FROM t1 ANY LEFT JOIN t2 ON t2.id > 1
SELECT * FROM (SELECT 1::Int32 AS a) AS l, (SELECT 1::UInt64 AS b) AS r WHERE a = b
SELECT * FROM (SELECT 1::Int32 AS a) AS l JOIN (SELECT 1::UInt64 AS b) AS r ON a = b
SELECT x FROM system.one ARRAY JOIN [1, 2] AS x, [1] AS y
SELECT 1 FROM system.one ARRAY JOIN [1, 2] AS x, [1] AS y
SELECT count() FROM system.one LEFT ARRAY JOIN [1] AS x, [1, 2] AS y, [1, 2, 3] AS z WHERE y > 0
SELECT x, y FROM system.one ARRAY JOIN [1, 2] AS x, [1] AS y
SELECT * FROM system.one ARRAY JOIN [1] AS x, [1, 2] AS y
SELECT a.k, a.v FROM a SEMI LEFT JOIN b ON a.k = b.k AND (a.s = b.s OR a.d = b.d) ORDER BY a.k, a.v
SELECT a.k, a.v FROM a ANTI LEFT JOIN b ON a.k = b.k AND (a.s = b.s OR a.d = b.d) ORDER BY a.k, a.v
SELECT a.k, a.v FROM a ANTI LEFT JOIN b ON a.k = b.k AND a.d > b.d ORDER BY a.k, a.v
SELECT a.k, a.v FROM a SEMI LEFT JOIN b ON a.k = b.k AND a.d > b.d ORDER BY a.k, a.v
SELECT a.k, a.v FROM a SEMI LEFT JOIN b ON a.d > b.d ORDER BY a.k, a.v
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON a.n <=> b.n ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON isNotDistinctFrom(a.n, b.n) ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON isNotDistinctFrom(a.n, b.n) AND a.k = b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.n <=> b.n AND a.k < b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON NOT (a.n <=> b.n) AND a.k = b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON NOT (a.n <=> b.n) ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON (a.n <=> b.n) = 1 ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON (a.n <=> b.n) = 1 ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON if(a.n <=> b.n, a.k = b.k, 0) ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON if(a.n <=> b.n, a.k = b.k, 0) ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON a.k = b.k AND (a.n <=> b.n OR a.s = b.s) ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.k = b.k AND (a.n <=> b.n OR a.s = b.s) ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON a.n <=> b.n OR a.s = b.s ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.n <=> b.n OR a.s = b.s ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a FULL JOIN b ON a.n <=> b.n ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.n IS NOT DISTINCT FROM b.n ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.n IS DISTINCT FROM b.n ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON a.n IS DISTINCT FROM b.n AND a.k = b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON isDistinctFrom(a.n, b.n) AND a.k = b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON a.n + 1 <=> b.n + 1 ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a JOIN b ON a.n <=> 1 AND a.k = b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.n <=> NULL AND a.k = b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a LEFT JOIN b ON a.k <=> b.k ORDER BY ALL
SELECT a.n, b.n, a.v, b.w FROM a ANY LEFT JOIN b ON a.k <=> b.k AND b.s != 'y' ORDER BY ALL
SELECT a.n, a.v FROM a SEMI LEFT JOIN b ON a.n <=> b.n ORDER BY ALL
SELECT a.n, a.v FROM a ANTI LEFT JOIN b ON a.n <=> b.n ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 1 AS k, 'a'::Enum8('a'=1,'b'=2) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'b'::Enum8('a'=1,'b'=2) AS e, 20 AS w) AS y USING (k, e) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 1 AS k, 'a'::Enum8('a'=1,'b'=2) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a'::Enum8('a'=1,'b'=2) AS e, 20 AS w) AS y USING (k, e) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'a'::Enum8('a'=1,'b'=2) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'b'::Enum8('a'=1,'b'=2) AS e, 20 AS w) AS y USING (k, e) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'b'::Enum8('a'=1,'b'=2) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a'::Enum8('a'=1,'b'=2) AS e, 20 AS w) AS y USING (k, e) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'b'::Enum8('b'=0,'a'=1) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a'::Enum8('b'=0,'a'=1) AS e, 20 AS w) AS y USING (e, k) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'b'::Enum8('b'=-1,'a'=1) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a'::Enum8('b'=-1,'a'=1) AS e, 20 AS w) AS y USING (e, k) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'b'::Enum8('b'=-1,'a'=1) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a'::Enum8('c'=-1,'a'=1) AS e, 20 AS w) AS y USING (e, k) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'b'::Enum8('b'=-1,'a'=1) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a' AS e, 20 AS w) AS y USING (e, k) ORDER BY ALL
SELECT k, e, v, w FROM (SELECT 0 AS k, 'b'::Nullable(Enum8('b'=-1,'a'=1)) AS e, 10 AS v) AS x FULL JOIN (SELECT 1 AS k, 'a'::Enum8('b'=-1,'a'=1) AS e, 20 AS w) AS y USING (e, k) ORDER BY ALL
SELECT e, v, w FROM (SELECT 'b'::Enum8('b'=-1,'a'=1) AS e, 10 AS v) AS x FULL JOIN (SELECT 'a'::Enum8('b'=-1,'a'=1) AS e, 20 AS w) AS y USING (e) ORDER BY ALL
SELECT e, v, w FROM (SELECT 'a'::Enum8('b'=-1,'a'=1) AS e, 10 AS v) AS x FULL JOIN (SELECT 'b'::Enum8('b'=-1,'a'=1) AS e, 20 AS w) AS y USING (e) ORDER BY ALL
SELECT k, e FROM (SELECT id AS k, e, v FROM t1 WHERE id < 4) AS x FULL JOIN (SELECT id + 2 AS k, e, v FROM t1 WHERE id < 4) AS y USING (k, e) ORDER BY ALL SETTINGS join_use_nulls = 1
SELECT k, e FROM (SELECT id AS k, e, v FROM t1 WHERE id < 4) AS x FULL JOIN (SELECT id + 2 AS k, e, v FROM t1 WHERE id < 4) AS y USING (e, k) ORDER BY ALL
SELECT k, s, d FROM a FULL JOIN b USING (k, s, d) ORDER BY ALL
SELECT k, s, d FROM a FULL JOIN b USING (d, k, s) ORDER BY ALL
SELECT * FROM (SELECT 1 AS k, 2 AS v) AS a JOIN (SELECT 1 AS k, 3 AS w) AS b USING (a.k)
SELECT * FROM (SELECT 1 AS k, 2 AS v) AS a JOIN (SELECT 1 AS k, 3 AS w) AS b USING (b.k)
SELECT * FROM (SELECT 1 AS k, 2 AS v) AS a JOIN (SELECT 1 AS k, 3 AS w) AS b USING (k, a.k)
SELECT * FROM (SELECT 1 AS k, 2 AS v) AS a JOIN (SELECT 1 AS k, 3 AS w) AS b USING (k, k)
SELECT * FROM (SELECT 1 AS k, 2 AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING a.k
SELECT a.k FROM (SELECT 1 AS k, 2 AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING (a.k)
SELECT 1 FROM (SELECT 1 AS k, (2 AS x) AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING (k + 1)
SELECT 1 FROM (SELECT 1 AS k, (2 AS x) AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING (k AS z)
SELECT z FROM (SELECT 1 AS k, (2 AS x) AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING (k AS z)
SELECT 1 FROM (SELECT 1 AS k, (2 AS x) AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING (1)
SELECT 1 FROM (SELECT 1 AS k, (2 AS x) AS v) AS a LEFT JOIN (SELECT 1 AS k, 3 AS w) AS b USING ()
