# functions over texts of queries, and EXPLAIN AST
SELECT normalizeQuery('[1, 2, 3, x]'), normalizeQueryKeepNames('SELECT 1 AS aComplexName123, `a b`')
SELECT normalizeQuery('SELECT 1, -2, +3, x -- c\n /* d */ FROM t WHERE a IN (1,2 , 3) AND b = \'x\' AND c=$$h$$ ')
SELECT normalizeQuery(''), normalizeQuery(' '), normalizeQuery('  a  b '), normalizeQuery('SELECT \'unclosed'), normalizeQuery('SELECT ä'), normalizeQuery('a /* x')
SELECT normalizeQuery('SELECT a123, a12, abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz, f123(x), f123 (x), `x y`, "q w", `abc`, a1b2c3')
SELECT normalizeQuery('1, 2'), normalizeQuery('1,'), normalizeQuery('1 , 2 , a'), normalizeQuery('1,2;'), normalizeQuery('(1),(2),(3)'), normalizeQuery('1,-1,- 1, a'), normalizeQuery('1, 2, -x'), normalizeQuery('1 - 2')
SELECT normalizedQueryHash('SELECT 1 AS `xyz`'), normalizedQueryHash('SELECT 1 AS xyz'), normalizedQueryHash('SELECT 1, 2, 3'), normalizedQueryHash('SELECT 1,2'), normalizedQueryHash('')
SELECT normalizedQueryHashKeepNames('SELECT 1 AS `xyz123`'), normalizedQueryHash('SELECT a1234 FROM t'), normalizedQueryHash('SELECT f1234(a)'), normalizedQueryHash('SELECT -1, +2 , - 3')
SELECT toTypeName(normalizeQuery('a')), toTypeName(normalizedQueryHash('a')), toTypeName(formatQuery('SELECT 1')), toTypeName(formatQueryOrNull('SELECT 1')), toTypeName(formatQueryOrNull(toNullable('SELECT 1'))), toTypeName(formatQuery(toLowCardinality('SELECT 1'))), toTypeName(normalizeQuery(toLowCardinality('a'))), toTypeName(normalizeQuery(toNullable('a')))
SELECT normalizeQuery(NULL), normalizedQueryHash(NULL), formatQuery(NULL), formatQueryOrNull(NULL), formatQuerySingleLineOrNull(materialize(NULL::Nullable(String)))
SELECT formatQuery('SELECT 1', 2)
SELECT formatQuery(1)
SELECT formatQuery(toFixedString('SELECT 1', 8))
SELECT formatQueryOrNull(toFixedString('SELECT 1', 8))
SELECT normalizeQuery(toFixedString('SELECT 1', 8))
SELECT normalizedQueryHash(toFixedString('SELECT 1', 8))
SELECT normalizeQuery(1)
SELECT normalizeQuery()
SELECT normalizedQueryHash('a', 'b')
SELECT normalizedQueryHash(1)
SELECT formatQuery('')
SELECT formatQueryOrNull('')
SELECT formatQueryOrNull(' ')
SELECT formatQueryOrNull(';')
SELECT formatQueryOrNull('SELECT 1;')
SELECT formatQueryOrNull('SELECT 1; SELECT 2')
SELECT formatQueryOrNull('SELECT 1;;')
SELECT formatQueryOrNull('-- c')
SELECT formatQuery('SELEC 1')
SELECT formatQuery('a + 1'), formatQuery('1'), formatQuery('x y'), formatQuery('a, b FROM t WHERE c')
SELECT formatQueryOrNull('a b c'), formatQueryOrNull('FROM t'), formatQueryOrNull('FROM t SELECT a'), formatQueryOrNull('VALUES (1)')
SELECT formatQuerySingleLine(materialize('select 1')), formatQuerySingleLineOrNull(materialize('select')), formatQuery(s) FROM (SELECT arrayJoin(['select 1', 'select a,b']) AS s) ORDER BY 3
SELECT formatQuerySingleLineOrNull(s) FROM (SELECT arrayJoin(['select 1', 'bad bad bad', 'select a,b']) AS s) ORDER BY 1
SELECT formatQuery(s) FROM (SELECT arrayJoin(['select 1', 'bad bad bad']) AS s)
SELECT length(formatQuerySingleLine(concat('SELECT ', repeat('1 + ', 500), '1')))
SELECT formatQuerySingleLineOrNull(concat('SELECT ', repeat('1 + ', 5000), '1')) IS NULL
SELECT formatQuerySingleLineOrNull(concat('SELECT ', repeat('(', 2000), '1', repeat(')', 2000))) IS NULL
SELECT length(formatQuerySingleLineOrNull(concat('SELECT ', repeat('aaaaaaaaaa, ', 30000), '1')))
SELECT FORMATQUERY('SELECT 1')
EXPLAIN AST SELECT 1
EXPLAIN AST SELECT 1 UNION ALL SELECT now(), t.*, sum(x) FROM numbers(3) ARRAY JOIN [1] AS q LIMIT 1, 2
EXPLAIN AST SELECT a, b+1 AS c, [1,2], array(1), (1,'a'), x -> x, count(*) FROM t AS z JOIN u USING (k) WHERE (x = 1.5) AND y IN (SELECT 1) GROUP BY a ORDER BY a DESC LIMIT 1, 2
EXPLAIN AST SELECT a.1, a[1], -1, -a, NOT a, 1::UInt8, CAST(a AS String), NULL, true, 1.0, 1e10, 'it''s', a BETWEEN 1 AND 2, if(a,b,c), INTERVAL 1 DAY
EXPLAIN AST SELECT a FROM (SELECT 1 AS a) AS s LEFT JOIN db.t2 ON s.a = t2.b CROSS JOIN v, w
EXPLAIN AST WITH 1 AS x, q AS (SELECT 2) SELECT x FROM q WHERE 1 HAVING 2
EXPLAIN AST SELECT quantile(0.5)(a), count(DISTINCT a), sumIf(a, b), tuple(a, b), (a, b), [a, b], [], (), [[1],[2]], [(1,2)], [1,NULL], [1.5,-1,'a'], [true]
EXPLAIN AST SELECT exists(SELECT 1), a IN (1,2), a IN (1), a IN t, a IN (a,b), a || b || c
EXPLAIN AST SELECT a FROM t FINAL PREWHERE b WHERE c QUALIFY d
EXPLAIN AST SELECT a FROM t GROUP BY a, b WITH ROLLUP WITH TOTALS
EXPLAIN AST SELECT a FROM t GROUP BY ROLLUP(a, b) ORDER BY a ASC NULLS FIRST, b
EXPLAIN AST SELECT DISTINCT (a), ((1)), (1 AS q) + 1, f(a AS b) FROM `x y`.`z w`
EXPLAIN AST SELECT a FROM t SETTINGS max_threads = 1
EXPLAIN AST SELECT a FROM t LIMIT 10 OFFSET 5
EXPLAIN AST SELECT a FROM t OFFSET 5
EXPLAIN AST SELECT a FROM t JOIN u ON 1 JOIN v USING k, z
EXPLAIN AST SELECT a FROM t LEFT ARRAY JOIN a AS b, c
EXPLAIN AST SELECT count() FROM t WHERE a LIKE '%x%' AND b NOT IN (SELECT c FROM u) OR NOT c IS NULL
EXPLAIN AST SELECT `a b`.c, x.:Int64, a.b.c FROM t
EXPLAIN AST SELECT TOP 3 b FROM t
EXPLAIN AST SELECT f((1, 2), (a)), [(1)], ((1), 2), -(1), 1 - 1, -0.5, 1e-7, 123456789012345678901, inf
EXPLAIN AST (SELECT 1)
EXPLAIN AST SELECT * FROM (SELECT 1 UNION ALL SELECT 2)
EXPLAIN AST SELECT a AS b, b AS c FROM t ORDER BY 1 + 1
EXPLAIN AST VALUES (1)
EXPLAIN AST FROM t SELECT a
EXPLAIN AST SELECT 1 + 2 * 3 AS x, now() - INTERVAL 3 HOUR, toStartOfMonth(d), CASE WHEN a THEN 1 ELSE 2 END FROM t GROUP BY x
EXPLAIN AST SELECT ((1,2),3), ([1],2), [([1],2)], (1, (2, 3)), ((1,2),(3,4)), ([(1,2)], 1), [[(1,2)]], (NULL, true), ((a, 1), 2), [[], [1]]
EXPLAIN AST SELECT a IN ((1,2),(3,4)), (a,b) IN ((1,2)), (1), ((1)), f((1,)), (1,), (a,)
SELECT formatQuery($g$SELECT ((a))$g$) AS a, formatQuerySingleLine($g$SELECT ((a))$g$) AS b
SELECT formatQuery($g$SELECT (((a + b)))$g$) AS a, formatQuerySingleLine($g$SELECT (((a + b)))$g$) AS b
SELECT formatQuery($g$SELECT ((a + b)) * c$g$) AS a, formatQuerySingleLine($g$SELECT ((a + b)) * c$g$) AS b
SELECT formatQuery($g$SELECT (a + b) * c$g$) AS a, formatQuerySingleLine($g$SELECT (a + b) * c$g$) AS b
SELECT formatQuery($g$SELECT (a) + (b)$g$) AS a, formatQuerySingleLine($g$SELECT (a) + (b)$g$) AS b
SELECT formatQuery($g$SELECT f((a)), f((a + b)), f(((a)))$g$) AS a, formatQuerySingleLine($g$SELECT f((a)), f((a + b)), f(((a)))$g$) AS b
SELECT formatQuery($g$SELECT f(a IN (1)), f(a IN (1,2), b), f(b, a NOT IN (1))$g$) AS a, formatQuerySingleLine($g$SELECT f(a IN (1)), f(a IN (1,2), b), f(b, a NOT IN (1))$g$) AS b
SELECT formatQuery($g$SELECT a IN (1), b IN (2)$g$) AS a, formatQuerySingleLine($g$SELECT a IN (1), b IN (2)$g$) AS b
SELECT formatQuery($g$SELECT [a IN (1)], (a IN (1), 2)$g$) AS a, formatQuerySingleLine($g$SELECT [a IN (1)], (a IN (1), 2)$g$) AS b
SELECT formatQuery($g$SELECT x -> a IN (1), f(x -> a IN (1))$g$) AS a, formatQuerySingleLine($g$SELECT x -> a IN (1), f(x -> a IN (1))$g$) AS b
SELECT formatQuery($g$SELECT a IN (1) AND b IN (2)$g$) AS a, formatQuerySingleLine($g$SELECT a IN (1) AND b IN (2)$g$) AS b
SELECT formatQuery($g$SELECT NOT a IN (1)$g$) AS a, formatQuerySingleLine($g$SELECT NOT a IN (1)$g$) AS b
SELECT formatQuery($g$SELECT f(a LIKE 'x'), f(a = 1), f(a AND b)$g$) AS a, formatQuerySingleLine($g$SELECT f(a LIKE 'x'), f(a = 1), f(a AND b)$g$) AS b
SELECT formatQuery($g$SELECT plus(a, b), plus(a, b) * c, a + b, minus(plus(a,b), 1)$g$) AS a, formatQuerySingleLine($g$SELECT plus(a, b), plus(a, b) * c, a + b, minus(plus(a,b), 1)$g$) AS b
SELECT formatQuery($g$SELECT and(a, b), or(a, b, c), not(a), negate(a), isNull(a), isNotNull(a), equals(a, b), in(a, b), in(a, (1, 2)), like(a, b)$g$) AS a, formatQuerySingleLine($g$SELECT and(a, b), or(a, b, c), not(a), negate(a), isNull(a), isNotNull(a), equals(a, b), in(a, b), in(a, (1, 2)), like(a, b)$g$) AS b
SELECT formatQuery($g$SELECT array(1, 2), tuple(1, 2), array(a, b), tuple(a, b), tuple(1), tuple(a), (1,), (a,), [1], []$g$) AS a, formatQuerySingleLine($g$SELECT array(1, 2), tuple(1, 2), array(a, b), tuple(a, b), tuple(1), tuple(a), (1,), (a,), [1], []$g$) AS b
SELECT formatQuery($g$SELECT arrayElement(a, 1), tupleElement(a, 1), a[1], a.1, (a).1, (a.b).1, f(x).1, (a, b).1, [1,2][1], (1,2).1$g$) AS a, formatQuerySingleLine($g$SELECT arrayElement(a, 1), tupleElement(a, 1), a[1], a.1, (a).1, (a.b).1, f(x).1, (a, b).1, [1,2][1], (1,2).1$g$) AS b
SELECT formatQuery($g$SELECT (a AS b), (a + 1 AS b), ((a AS b)), (a) AS b, ((a) AS b), ((a AS b)) + 1, (a AS b) + 1$g$) AS a, formatQuerySingleLine($g$SELECT (a AS b), (a + 1 AS b), ((a AS b)), (a) AS b, ((a) AS b), ((a AS b)) + 1, (a AS b) + 1$g$) AS b
SELECT formatQuery($g$SELECT 1 AS a, 1 AS a, (1 AS a) + 1$g$) AS a, formatQuerySingleLine($g$SELECT 1 AS a, 1 AS a, (1 AS a) + 1$g$) AS b
SELECT formatQuery($g$SELECT a ? b : c, CASE WHEN (a) THEN (b) END$g$) AS a, formatQuerySingleLine($g$SELECT a ? b : c, CASE WHEN (a) THEN (b) END$g$) AS b
SELECT formatQuery($g$SELECT (SELECT 1), ((SELECT 1)), (SELECT 1) + 1$g$) AS a, formatQuerySingleLine($g$SELECT (SELECT 1), ((SELECT 1)), (SELECT 1) + 1$g$) AS b
SELECT formatQuery($g$SELECT (1, 2), ((1, 2)), (((1, 2))), ((1, 2)).1$g$) AS a, formatQuerySingleLine($g$SELECT (1, 2), ((1, 2)), (((1, 2))), ((1, 2)).1$g$) AS b
SELECT formatQuery($g$SELECT -(1), -(-1), -1, - 1, -(a), -a, -(a + b), -f(x), -(-a), - -1$g$) AS a, formatQuerySingleLine($g$SELECT -(1), -(-1), -1, - 1, -(a), -a, -(a + b), -f(x), -(-a), - -1$g$) AS b
SELECT formatQuery($g$SELECT NOT (a), NOT (a AND b), NOT NOT a, (NOT a) AND b$g$) AS a, formatQuerySingleLine($g$SELECT NOT (a), NOT (a AND b), NOT NOT a, (NOT a) AND b$g$) AS b
SELECT formatQuery($g$SELECT (a BETWEEN 1 AND 2), a BETWEEN 1 AND 2, (a) BETWEEN (1) AND (2)$g$) AS a, formatQuerySingleLine($g$SELECT (a BETWEEN 1 AND 2), a BETWEEN 1 AND 2, (a) BETWEEN (1) AND (2)$g$) AS b
SELECT formatQuery($g$SELECT (a)::UInt8, 1::UInt8, a::UInt8, CAST(a AS UInt8), CAST(a, 'UInt8'), (a + b)::UInt8, [1,2]::Array(UInt8)$g$) AS a, formatQuerySingleLine($g$SELECT (a)::UInt8, 1::UInt8, a::UInt8, CAST(a AS UInt8), CAST(a, 'UInt8'), (a + b)::UInt8, [1,2]::Array(UInt8)$g$) AS b
SELECT formatQuery($g$SELECT (x) -> x + 1, x -> x, (x, y) -> x, () -> 1, lambda(tuple(x), x)$g$) AS a, formatQuerySingleLine($g$SELECT (x) -> x + 1, x -> x, (x, y) -> x, () -> 1, lambda(tuple(x), x)$g$) AS b
SELECT formatQuery($g$SELECT f(x -> x), f(1, x -> x), f((x -> x), 1)$g$) AS a, formatQuerySingleLine($g$SELECT f(x -> x), f(1, x -> x), f((x -> x), 1)$g$) AS b
SELECT formatQuery($g$SELECT date_add(DAY, 1, x), DATE_ADD(x, 1), dateDiff('day', a, b), trim(a), trimBoth(a), substring(a, 1), SUBSTRING(a FROM 1), ltrim(a), position('a' IN b), position(a, b)$g$) AS a, formatQuerySingleLine($g$SELECT date_add(DAY, 1, x), DATE_ADD(x, 1), dateDiff('day', a, b), trim(a), trimBoth(a), substring(a, 1), SUBSTRING(a FROM 1), ltrim(a), position('a' IN b), position(a, b)$g$) AS b
SELECT formatQuery($g$SELECT a || b, concat(a, b), a || b || c, a DIV b, a MOD b, a % b, modulo(a,b)$g$) AS a, formatQuerySingleLine($g$SELECT a || b, concat(a, b), a || b || c, a DIV b, a MOD b, a % b, modulo(a,b)$g$) AS b
SELECT formatQuery($g$SELECT a IS NULL, (a IS NULL) AND b, a <=> b, a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, isDistinctFrom(a, b)$g$) AS a, formatQuerySingleLine($g$SELECT a IS NULL, (a IS NULL) AND b, a <=> b, a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, isDistinctFrom(a, b)$g$) AS b
SELECT formatQuery($g$SELECT a REGEXP 'x', match(a, 'x'), a = ANY (SELECT 1), a != ALL (SELECT 1)$g$) AS a, formatQuerySingleLine($g$SELECT a REGEXP 'x', match(a, 'x'), a = ANY (SELECT 1), a != ALL (SELECT 1)$g$) AS b
SELECT formatQuery($g$SELECT count(*), count(), COUNT(a), count(DISTINCT a), count(DISTINCT a, b), sum(a) FILTER (WHERE b)$g$) AS a, formatQuerySingleLine($g$SELECT count(*), count(), COUNT(a), count(DISTINCT a), count(DISTINCT a, b), sum(a) FILTER (WHERE b)$g$) AS b
SELECT formatQuery($g$SELECT 1 + 2 + 3, 1 + (2 + 3), (1 + 2) + 3, a AND (b AND c), (a AND b) AND c, a OR b AND c$g$) AS a, formatQuerySingleLine($g$SELECT 1 + 2 + 3, 1 + (2 + 3), (1 + 2) + 3, a AND (b AND c), (a AND b) AND c, a OR b AND c$g$) AS b
SELECT formatQuery($g$SELECT EXISTS (SELECT 1), exists(SELECT 1), NOT EXISTS (SELECT 1), EXISTS(SELECT 1) + 1$g$) AS a, formatQuerySingleLine($g$SELECT EXISTS (SELECT 1), exists(SELECT 1), NOT EXISTS (SELECT 1), EXISTS(SELECT 1) + 1$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL 1 DAY, INTERVAL '1' DAY, INTERVAL (1) DAY, toIntervalDay(1), INTERVAL '1 day'$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL 1 DAY, INTERVAL '1' DAY, INTERVAL (1) DAY, toIntervalDay(1), INTERVAL '1 day'$g$) AS b
SELECT formatQuery($g$SELECT a IN ((1)), a IN ((1, 2)), a IN ((a)), a IN (a), a IN [1], a IN ([1]), a IN (f(x)), a IN f(x), a IN (f(x), 1), a IN ((SELECT 1)), a IN (SELECT 1), a IN (t), a IN t, a IN (1 + 1), a IN ('a')$g$) AS a, formatQuerySingleLine($g$SELECT a IN ((1)), a IN ((1, 2)), a IN ((a)), a IN (a), a IN [1], a IN ([1]), a IN (f(x)), a IN f(x), a IN (f(x), 1), a IN ((SELECT 1)), a IN (SELECT 1), a IN (t), a IN t, a IN (1 + 1), a IN ('a')$g$) AS b
SELECT formatQuery($g$SELECT ((a,)), (tuple(a)), ((1,)), (tuple()), (()), (NULL), ('x'), (true), ({x:UInt8}), (*), (t.*), (COLUMNS('a')), (x -> x), (f(x)), (a[1]), (a.1), (t.a)$g$) AS a, formatQuerySingleLine($g$SELECT ((a,)), (tuple(a)), ((1,)), (tuple()), (()), (NULL), ('x'), (true), ({x:UInt8}), (*), (t.*), (COLUMNS('a')), (x -> x), (f(x)), (a[1]), (a.1), (t.a)$g$) AS b
SELECT formatQuery($g$SELECT * EXCEPT a, * EXCEPT (a), * EXCEPT (a, b), * REPLACE (a + 1 AS a), * REPLACE a + 1 AS a, * REPLACE (a AS b, c AS d), * APPLY sum, * APPLY(sum), * APPLY(x -> x + 1), * APPLY quantile(0.5), * EXCEPT('x'), * EXCEPT STRICT a, * APPLY(sum, 'x_'), * APPLY (quantile(0.5)), * EXCEPT STRICT (a)$g$) AS a, formatQuerySingleLine($g$SELECT * EXCEPT a, * EXCEPT (a), * EXCEPT (a, b), * REPLACE (a + 1 AS a), * REPLACE a + 1 AS a, * REPLACE (a AS b, c AS d), * APPLY sum, * APPLY(sum), * APPLY(x -> x + 1), * APPLY quantile(0.5), * EXCEPT('x'), * EXCEPT STRICT a, * APPLY(sum, 'x_'), * APPLY (quantile(0.5)), * EXCEPT STRICT (a)$g$) AS b
SELECT formatQuery($g$SELECT f(a IN (1), b), f(a IN (1) AND b, c), [a IN (1), b], (a IN (1), b), if(a IN (1), 1, 2), CASE WHEN a IN (1) THEN 2 END, CAST(a IN (1) AS UInt8), sum(a IN (1)), f(b)(a IN (1)), f(a IN (1))(b), f(a IN (1), 2)(b)$g$) AS a, formatQuerySingleLine($g$SELECT f(a IN (1), b), f(a IN (1) AND b, c), [a IN (1), b], (a IN (1), b), if(a IN (1), 1, 2), CASE WHEN a IN (1) THEN 2 END, CAST(a IN (1) AS UInt8), sum(a IN (1)), f(b)(a IN (1)), f(a IN (1))(b), f(a IN (1), 2)(b)$g$) AS b
SELECT formatQuery($g$SELECT f(a NOT IN (1), b), f(a GLOBAL IN (1), b), f(NOT a IN (1), b), f(in(a, 1), b), g((a IN (1)), b), f(x -> x IN (1), b)$g$) AS a, formatQuerySingleLine($g$SELECT f(a NOT IN (1), b), f(a GLOBAL IN (1), b), f(NOT a IN (1), b), f(in(a, 1), b), g((a IN (1)), b), f(x -> x IN (1), b)$g$) AS b
SELECT formatQuery($g$SELECT values, all, distinct, table, select1, `select`, `from`, `null`, `true`, `values`, `table`, `distinct`, `all`, `ALL`, `Null`$g$) AS a, formatQuerySingleLine($g$SELECT values, all, distinct, table, select1, `select`, `from`, `null`, `true`, `values`, `table`, `distinct`, `all`, `ALL`, `Null`$g$) AS b
SELECT formatQuery($g$SELECT values(1), all(1), table(1), `distinct`(1), `select`(1), `from`(1), `null`(1)$g$) AS a, formatQuerySingleLine($g$SELECT values(1), all(1), table(1), `distinct`(1), `select`(1), `from`(1), `null`(1)$g$) AS b
SELECT formatQuery($g$SELECT a FROM values('a UInt8', 1) AS values$g$) AS a, formatQuerySingleLine($g$SELECT a FROM values('a UInt8', 1) AS values$g$) AS b
SELECT formatQuery($g$SELECT a AS `true`, a AS true1, a AS `inf`, a AS `1a`, a AS ``, a AS _x$g$) AS a, formatQuerySingleLine($g$SELECT a AS `true`, a AS true1, a AS `inf`, a AS `1a`, a AS ``, a AS _x$g$) AS b
SELECT formatQuery($g$SELECT a FROM t AS s(a, b)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t AS s(a, b)$g$) AS b
SELECT formatQuery($g$SELECT 1 AS a FROM t ORDER BY a LIMIT 1 WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT 1 AS a FROM t ORDER BY a LIMIT 1 WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT 1 LIMIT 1 WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT 1 LIMIT 1 WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT 1 ORDER BY a INTERPOLATE$g$) AS a, formatQuerySingleLine($g$SELECT 1 ORDER BY a INTERPOLATE$g$) AS b
SELECT formatQuery($g$SELECT 1 ORDER BY a WITH FILL INTERPOLATE$g$) AS a, formatQuerySingleLine($g$SELECT 1 ORDER BY a WITH FILL INTERPOLATE$g$) AS b
SELECT formatQuery($g$SELECT 1 ORDER BY a WITH FILL INTERPOLATE (a, b AS b + 1)$g$) AS a, formatQuerySingleLine($g$SELECT 1 ORDER BY a WITH FILL INTERPOLATE (a, b AS b + 1)$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 a FROM t$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 a FROM t$g$) AS b
SELECT formatQuery($g$SELECT DISTINCT ON (a) b FROM t LIMIT 1 BY c$g$) AS a, formatQuerySingleLine($g$SELECT DISTINCT ON (a) b FROM t LIMIT 1 BY c$g$) AS b
SELECT formatQuery($g$SELECT a FROM t LIMIT 1 BY c LIMIT 2 WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t LIMIT 1 BY c LIMIT 2 WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION SELECT 2 UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION SELECT 2 UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3 INTERSECT SELECT 4$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3 INTERSECT SELECT 4$g$) AS b
SELECT formatQuery($g$(SELECT 1) UNION ALL (SELECT 2)$g$) AS a, formatQuerySingleLine($g$(SELECT 1) UNION ALL (SELECT 2)$g$) AS b
SELECT formatQuery($g$((SELECT 1))$g$) AS a, formatQuerySingleLine($g$((SELECT 1))$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL (SELECT 2 UNION DISTINCT SELECT 3)$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL (SELECT 2 UNION DISTINCT SELECT 3)$g$) AS b
SELECT formatQuery($g$(SELECT 1 EXCEPT SELECT 2) UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 EXCEPT SELECT 2) UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT a.1.2, (a.1).2, a.b.c, a[1][2], (a[1])[2], a[1].2, (a + b)[1], (a + b).1, f(x)[1], f(x).1, [1, 2].1, (1, (2, 3)).2.1, 'a'.1$g$) AS a, formatQuerySingleLine($g$SELECT a.1.2, (a.1).2, a.b.c, a[1][2], (a[1])[2], a[1].2, (a + b)[1], (a + b).1, f(x)[1], f(x).1, [1, 2].1, (1, (2, 3)).2.1, 'a'.1$g$) AS b
SELECT formatQuery($g$SELECT (a AND b) OR c, a OR (b OR c), NOT ((a)), - (- a), -f(-1), -x[1], -(x).1, (-x)[1], -toUInt8(1), - - a, + a, +1$g$) AS a, formatQuerySingleLine($g$SELECT (a AND b) OR c, a OR (b OR c), NOT ((a)), - (- a), -f(-1), -x[1], -(x).1, (-x)[1], -toUInt8(1), - - a, + a, +1$g$) AS b
SELECT formatQuery($g$SELECT (a, b) IN ((1, 2), (3, 4)), (a, b) = (1, 2), a = (1, 2)$g$) AS a, formatQuerySingleLine($g$SELECT (a, b) IN ((1, 2), (3, 4)), (a, b) = (1, 2), a = (1, 2)$g$) AS b
SELECT formatQuery($g$SELECT x.:Int64, x.a.:`Array(Int64)`, x.^b, x.a.^b.c, `x y`.`z z`$g$) AS a, formatQuerySingleLine($g$SELECT x.:Int64, x.a.:`Array(Int64)`, x.^b, x.a.^b.c, `x y`.`z z`$g$) AS b
SELECT formatQuery($g$SELECT CAST(a AS Tuple(a UInt8, `b c` String)), a::DateTime64(3,'UTC'), CAST(a AS INT UNSIGNED), CAST(a AS double precision)$g$) AS a, formatQuerySingleLine($g$SELECT CAST(a AS Tuple(a UInt8, `b c` String)), a::DateTime64(3,'UTC'), CAST(a AS INT UNSIGNED), CAST(a AS double precision)$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL '1 day 2 hours', INTERVAL a + 1 DAY, EXTRACT(YEAR FROM a), EXTRACT(EPOCH FROM a), DATE '2020-01-01', TIMESTAMP '2020-01-01 00:00:00', a AT TIME ZONE 'UTC'$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL '1 day 2 hours', INTERVAL a + 1 DAY, EXTRACT(YEAR FROM a), EXTRACT(EPOCH FROM a), DATE '2020-01-01', TIMESTAMP '2020-01-01 00:00:00', a AT TIME ZONE 'UTC'$g$) AS b
SELECT formatQuery($g$SELECT 0x1F, 0b11, 1e3, 1_000, .5, 5., 1e400, 123456789012345678901234567890, -0, -0.0, 1e-7, 0.000001, 1e21, 1e20, 123456789.123456789, inf, nan, -inf, NULL, 0x1p3, 1e0$g$) AS a, formatQuerySingleLine($g$SELECT 0x1F, 0b11, 1e3, 1_000, .5, 5., 1e400, 123456789012345678901234567890, -0, -0.0, 1e-7, 0.000001, 1e21, 1e20, 123456789.123456789, inf, nan, -inf, NULL, 0x1p3, 1e0$g$) AS b
SELECT formatQuery($g$SELECT a FROM {t:Identifier}, {d:Identifier}.{t:Identifier}$g$) AS a, formatQuerySingleLine($g$SELECT a FROM {t:Identifier}, {d:Identifier}.{t:Identifier}$g$) AS b
SELECT formatQuery($g$SELECT count() OVER (), sum(a) OVER w, rank() OVER (w PARTITION BY a ORDER BY b ROWS 1 PRECEDING), f(x) IGNORE NULLS OVER () FROM t WINDOW w AS (PARTITION BY a), v AS ()$g$) AS a, formatQuerySingleLine($g$SELECT count() OVER (), sum(a) OVER w, rank() OVER (w PARTITION BY a ORDER BY b ROWS 1 PRECEDING), f(x) IGNORE NULLS OVER () FROM t WINDOW w AS (PARTITION BY a), v AS ()$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 INTERSECT SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTERSECT SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT * FROM t EXCEPT SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT * FROM t EXCEPT SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT SELECT 2 EXCEPT SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT SELECT 2 EXCEPT SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT SELECT 2 UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT SELECT 2 UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 INTERSECT SELECT 2 UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTERSECT SELECT 2 UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 INTERSECT SELECT 2 EXCEPT SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTERSECT SELECT 2 EXCEPT SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT ALL SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT ALL SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT DISTINCT SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT DISTINCT SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 INTERSECT DISTINCT SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTERSECT DISTINCT SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 INTERSECT ALL SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTERSECT ALL SELECT 2$g$) AS b
SELECT formatQuery($g$(SELECT 1) EXCEPT (SELECT 2)$g$) AS a, formatQuerySingleLine($g$(SELECT 1) EXCEPT (SELECT 2)$g$) AS b
SELECT formatQuery($g$(SELECT 1 EXCEPT SELECT 2) EXCEPT SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 EXCEPT SELECT 2) EXCEPT SELECT 3$g$) AS b
SELECT formatQuery($g$(SELECT 1 UNION ALL SELECT 2) EXCEPT SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 UNION ALL SELECT 2) EXCEPT SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT (SELECT 2 UNION ALL SELECT 3)$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT (SELECT 2 UNION ALL SELECT 3)$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL (SELECT 2 EXCEPT SELECT 3)$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL (SELECT 2 EXCEPT SELECT 3)$g$) AS b
SELECT formatQuery($g$(SELECT 1 INTERSECT SELECT 2) UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 INTERSECT SELECT 2) UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$(SELECT 1 UNION ALL SELECT 2) UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 UNION ALL SELECT 2) UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$(SELECT 1 UNION SELECT 2) UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 UNION SELECT 2) UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$(SELECT 1 UNION ALL SELECT 2) UNION DISTINCT SELECT 3$g$) AS a, formatQuerySingleLine($g$(SELECT 1 UNION ALL SELECT 2) UNION DISTINCT SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT a FROM (SELECT 1 EXCEPT SELECT 2)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM (SELECT 1 EXCEPT SELECT 2)$g$) AS b
SELECT formatQuery($g$SELECT a FROM (SELECT 1 EXCEPT SELECT * EXCEPT a)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM (SELECT 1 EXCEPT SELECT * EXCEPT a)$g$) AS b
SELECT formatQuery($g$SELECT a FROM (SELECT * EXCEPT a FROM t EXCEPT SELECT 3)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM (SELECT * EXCEPT a FROM t EXCEPT SELECT 3)$g$) AS b
SELECT formatQuery($g$SELECT 1 EXCEPT SELECT 2 INTERSECT SELECT 3 UNION ALL SELECT 4$g$) AS a, formatQuerySingleLine($g$SELECT 1 EXCEPT SELECT 2 INTERSECT SELECT 3 UNION ALL SELECT 4$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION SELECT 2$g$) AS b
SELECT formatQuery($g$WITH 1 AS a SELECT a UNION ALL SELECT a$g$) AS a, formatQuerySingleLine($g$WITH 1 AS a SELECT a UNION ALL SELECT a$g$) AS b
SELECT formatQuery($g$WITH 1 AS a SELECT a UNION ALL WITH 2 AS a SELECT a$g$) AS a, formatQuerySingleLine($g$WITH 1 AS a SELECT a UNION ALL WITH 2 AS a SELECT a$g$) AS b
SELECT formatQuery($g$WITH 1 AS a (SELECT a UNION ALL SELECT a)$g$) AS a, formatQuerySingleLine($g$WITH 1 AS a (SELECT a UNION ALL SELECT a)$g$) AS b
SELECT formatQuery($g$SELECT (SELECT 1 EXCEPT SELECT 2), a IN (SELECT 1 INTERSECT SELECT 2)$g$) AS a, formatQuerySingleLine($g$SELECT (SELECT 1 EXCEPT SELECT 2), a IN (SELECT 1 INTERSECT SELECT 2)$g$) AS b
SELECT formatQuery($g$(SELECT 1 ORDER BY a LIMIT 1) UNION ALL SELECT 2$g$) AS a, formatQuerySingleLine($g$(SELECT 1 ORDER BY a LIMIT 1) UNION ALL SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 FROM ((SELECT 1))$g$) AS a, formatQuerySingleLine($g$SELECT 1 FROM ((SELECT 1))$g$) AS b
SELECT formatQuery($g$SELECT 1 FROM ((SELECT 1) UNION ALL (SELECT 2))$g$) AS a, formatQuerySingleLine($g$SELECT 1 FROM ((SELECT 1) UNION ALL (SELECT 2))$g$) AS b
SELECT formatQuery($g$SELECT 1 FROM (SELECT 1) AS a JOIN (SELECT 2) AS b USING x$g$) AS a, formatQuerySingleLine($g$SELECT 1 FROM (SELECT 1) AS a JOIN (SELECT 2) AS b USING x$g$) AS b
SELECT formatQuery($g$SELECT 1 FROM t JOIN (u JOIN v USING a) USING a$g$) AS a, formatQuerySingleLine($g$SELECT 1 FROM t JOIN (u JOIN v USING a) USING a$g$) AS b
SELECT formatQuery($g$SELECT 1 FROM (t JOIN u ON a = b)$g$) AS a, formatQuerySingleLine($g$SELECT 1 FROM (t JOIN u ON a = b)$g$) AS b
SELECT formatQuery($g$SELECT a.1.2, (a.1).2, a.b.c, a[1][2], (a[1])[2], a[1].2, (a + b)[1], (a + b).1$g$) AS a, formatQuerySingleLine($g$SELECT a.1.2, (a.1).2, a.b.c, a[1][2], (a[1])[2], a[1].2, (a + b)[1], (a + b).1$g$) AS b
SELECT formatQuery($g$SELECT f(x)[1], f(x).1, [1, 2].1, (1, (2, 3)).2.1, f(x).1.2, f(x)[1].2, (f(x))[1], (f(x)).1, a.1[1], (SELECT 1).1, (SELECT 1)[1]$g$) AS a, formatQuerySingleLine($g$SELECT f(x)[1], f(x).1, [1, 2].1, (1, (2, 3)).2.1, f(x).1.2, f(x)[1].2, (f(x))[1], (f(x)).1, a.1[1], (SELECT 1).1, (SELECT 1)[1]$g$) AS b
SELECT formatQuery($g$SELECT (a, b).1 + 1, a[1] + 1, f(x).1 + 1, -a[1], NOT a[1], a.1 IS NULL, a[1] IN (1)$g$) AS a, formatQuerySingleLine($g$SELECT (a, b).1 + 1, a[1] + 1, f(x).1 + 1, -a[1], NOT a[1], a.1 IS NULL, a[1] IN (1)$g$) AS b
SELECT formatQuery($g$SELECT f(x).a, x.a, (x).a, (x).`a b`, tupleElement(x, 'a')$g$) AS a, formatQuerySingleLine($g$SELECT f(x).a, x.a, (x).a, (x).`a b`, tupleElement(x, 'a')$g$) AS b
SELECT formatQuery($g$SELECT lambda(tuple(x), x + 1), lambda(x, y), f(lambda(tuple(x), x))$g$) AS a, formatQuerySingleLine($g$SELECT lambda(tuple(x), x + 1), lambda(x, y), f(lambda(tuple(x), x))$g$) AS b
SELECT formatQuery($g$SELECT 1e400$g$) AS a, formatQuerySingleLine($g$SELECT 1e400$g$) AS b
SELECT formatQuery($g$SELECT 0x1F, 0b11, 1e3, 1_000, .5, 5., -0, -0.0, 1e-7, 0.000001, 1e21, 1e20, 123456789.123456789, inf, nan, -inf, NULL, 0x1p3, 1e0, 18446744073709551616, 1.0, 100000000000000000000000$g$) AS a, formatQuerySingleLine($g$SELECT 0x1F, 0b11, 1e3, 1_000, .5, 5., -0, -0.0, 1e-7, 0.000001, 1e21, 1e20, 123456789.123456789, inf, nan, -inf, NULL, 0x1p3, 1e0, 18446744073709551616, 1.0, 100000000000000000000000$g$) AS b
SELECT formatQuery($g$SELECT f(x) FILTER (WHERE a) OVER (), sum(DISTINCT a) OVER w$g$) AS a, formatQuerySingleLine($g$SELECT f(x) FILTER (WHERE a) OVER (), sum(DISTINCT a) OVER w$g$) AS b
SELECT formatQuery($g$SELECT tuple(1, 2).1, array(1)[1], -array(1), -[1], -(1, 2), NOT [1], NOT (1, 2), NOT tuple(1, 2), -tuple(1,2)$g$) AS a, formatQuerySingleLine($g$SELECT tuple(1, 2).1, array(1)[1], -array(1), -[1], -(1, 2), NOT [1], NOT (1, 2), NOT tuple(1, 2), -tuple(1,2)$g$) AS b
SELECT formatQuery($g$SELECT if(a, b, c), (a ? b : c) + 1, multiIf(a, b, c)$g$) AS a, formatQuerySingleLine($g$SELECT if(a, b, c), (a ? b : c) + 1, multiIf(a, b, c)$g$) AS b
SELECT formatQuery($g$SELECT a NOT LIKE b, NOT a LIKE b, notLike(a, b), a NOT ILIKE b$g$) AS a, formatQuerySingleLine($g$SELECT a NOT LIKE b, NOT a LIKE b, notLike(a, b), a NOT ILIKE b$g$) AS b
SELECT formatQuery($g$SELECT (a AS b).1, (a AS b)[1], -(a AS b), (1 AS b) IN (1), a IN ((1 AS b)), f((a AS b)), f(a AS b), [a AS b], (a AS b, c), f(a IN (1) AS b, c)$g$) AS a, formatQuerySingleLine($g$SELECT (a AS b).1, (a AS b)[1], -(a AS b), (1 AS b) IN (1), a IN ((1 AS b)), f((a AS b)), f(a AS b), [a AS b], (a AS b, c), f(a IN (1) AS b, c)$g$) AS b
SELECT formatQuery($g$SELECT ((1, 2) AS b) + 1, ([1] AS b) + 1, tuple(1,2) AS b, (tuple(1,2) AS b) + 1, ((SELECT 1) AS b) + 1, ((x -> x) AS b) + 1$g$) AS a, formatQuerySingleLine($g$SELECT ((1, 2) AS b) + 1, ([1] AS b) + 1, tuple(1,2) AS b, (tuple(1,2) AS b) + 1, ((SELECT 1) AS b) + 1, ((x -> x) AS b) + 1$g$) AS b
SELECT formatQuery($g$SELECT 'a'::String, NULL::Nullable(String), (1, 2)::Tuple(UInt8, UInt8), f(x)::String, (SELECT 1)::String, a.1::String, -1::Int8, (-1)::Int8, -a::Int8$g$) AS a, formatQuerySingleLine($g$SELECT 'a'::String, NULL::Nullable(String), (1, 2)::Tuple(UInt8, UInt8), f(x)::String, (SELECT 1)::String, a.1::String, -1::Int8, (-1)::Int8, -a::Int8$g$) AS b
SELECT formatQuery($g$SELECT date '2020-01-01', now() - INTERVAL 1 DAY, now() - INTERVAL 1 DAY - INTERVAL 2 HOUR, INTERVAL -1 DAY, INTERVAL (a) DAY$g$) AS a, formatQuerySingleLine($g$SELECT date '2020-01-01', now() - INTERVAL 1 DAY, now() - INTERVAL 1 DAY - INTERVAL 2 HOUR, INTERVAL -1 DAY, INTERVAL (a) DAY$g$) AS b
SELECT formatQuery($g$SELECT a = ANY (SELECT 1), a < ALL (SELECT 1), a >= ANY (SELECT 1), a <> ANY (SELECT 1), a = SOME (SELECT 1), a = ALL (SELECT 1)$g$) AS a, formatQuerySingleLine($g$SELECT a = ANY (SELECT 1), a < ALL (SELECT 1), a >= ANY (SELECT 1), a <> ANY (SELECT 1), a = SOME (SELECT 1), a = ALL (SELECT 1)$g$) AS b
SELECT formatQuery($g$SELECT quantile(0.5)(a), quantiles(0.5, 0.9)(a), f((1 + 2))(a), f(1 IN (2))(a IN (1), b)$g$) AS a, formatQuerySingleLine($g$SELECT quantile(0.5)(a), quantiles(0.5, 0.9)(a), f((1 + 2))(a), f(1 IN (2))(a IN (1), b)$g$) AS b
SELECT formatQuery($g$SELECT @@max_threads, @@session.x$g$) AS a, formatQuerySingleLine($g$SELECT @@max_threads, @@session.x$g$) AS b
SELECT formatQuery($g$SELECT a COLLATE 'x'$g$) AS a, formatQuerySingleLine($g$SELECT a COLLATE 'x'$g$) AS b
SELECT formatQuery($g$SELECT x FROM t WHERE (a = 1) AND (b = 2), 1$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t WHERE (a = 1) AND (b = 2), 1$g$) AS b
SELECT formatQuery($g$SELECT x FROM t WHERE (a = 1) AND (b = 2) OR c ORDER BY (a, b), (c) LIMIT (1 + 2) OFFSET (3)$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t WHERE (a = 1) AND (b = 2) OR c ORDER BY (a, b), (c) LIMIT (1 + 2) OFFSET (3)$g$) AS b
SELECT formatQuery($g$SELECT x FROM t GROUP BY (a, b), (c), ((d))$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t GROUP BY (a, b), (c), ((d))$g$) AS b
SELECT formatQuery($g$SELECT x FROM t LIMIT 1, 2 BY a, (b)$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t LIMIT 1, 2 BY a, (b)$g$) AS b
SELECT formatQuery($g$SELECT x FROM t JOIN u ON (a = b) JOIN v ON ((a = b) AND (c = d)) WHERE (x)$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t JOIN u ON (a = b) JOIN v ON ((a = b) AND (c = d)) WHERE (x)$g$) AS b
SELECT formatQuery($g$SELECT x FROM t ARRAY JOIN (a) AS b, c$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t ARRAY JOIN (a) AS b, c$g$) AS b
SELECT formatQuery($g$SELECT x FROM t PREWHERE (a) WHERE ((b)) HAVING (c) QUALIFY (d)$g$) AS a, formatQuerySingleLine($g$SELECT x FROM t PREWHERE (a) WHERE ((b)) HAVING (c) QUALIFY (d)$g$) AS b
SELECT formatQuery($g$SELECT DISTINCT (a) FROM t$g$) AS a, formatQuerySingleLine($g$SELECT DISTINCT (a) FROM t$g$) AS b
SELECT formatQuery($g$SELECT (a), (b) FROM t ORDER BY (a) DESC, (b) ASC WITH FILL FROM (1) TO (2) STEP (3)$g$) AS a, formatQuerySingleLine($g$SELECT (a), (b) FROM t ORDER BY (a) DESC, (b) ASC WITH FILL FROM (1) TO (2) STEP (3)$g$) AS b
SELECT formatQuery($g$SELECT (a + 1 AS b) * 2, (a IN (1) AS b) AND c, (f(x) AS b) + 1, (-a AS b) + 1, (NOT a AS b) AND c, (a.1 AS b) + 1, (a IS NULL AS b) AND c$g$) AS a, formatQuerySingleLine($g$SELECT (a + 1 AS b) * 2, (a IN (1) AS b) AND c, (f(x) AS b) + 1, (-a AS b) + 1, (NOT a AS b) AND c, (a.1 AS b) + 1, (a IS NULL AS b) AND c$g$) AS b
SELECT formatQuery($g$SELECT NOT (SELECT 1), -(SELECT 1), NOT ((SELECT 1)), -((SELECT 1)), (SELECT 1) IS NULL, f((SELECT 1)), f(SELECT 1)$g$) AS a, formatQuerySingleLine($g$SELECT NOT (SELECT 1), -(SELECT 1), NOT ((SELECT 1)), -((SELECT 1)), (SELECT 1) IS NULL, f((SELECT 1)), f(SELECT 1)$g$) AS b
SELECT formatQuery($g$SELECT (tuple(1, 2)), (tuple(a, b)), ((a, b)), (array(1)), ([1, 2])$g$) AS a, formatQuerySingleLine($g$SELECT (tuple(1, 2)), (tuple(a, b)), ((a, b)), (array(1)), ([1, 2])$g$) AS b
SELECT formatQuery($g$SELECT f(tuple(1,2) IN (1), b), f((x IN (1)) = 1, b), f(x IN (1) = 1, b)$g$) AS a, formatQuerySingleLine($g$SELECT f(tuple(1,2) IN (1), b), f((x IN (1)) = 1, b), f(x IN (1) = 1, b)$g$) AS b
SELECT formatQuery($g$SELECT a BETWEEN b AND c AND d, (a BETWEEN b AND c) AND d, f(a BETWEEN 1 AND 2, b), NOT (a BETWEEN 1 AND 2), a NOT BETWEEN 1 AND 2 AND b$g$) AS a, formatQuerySingleLine($g$SELECT a BETWEEN b AND c AND d, (a BETWEEN b AND c) AND d, f(a BETWEEN 1 AND 2, b), NOT (a BETWEEN 1 AND 2), a NOT BETWEEN 1 AND 2 AND b$g$) AS b
SELECT formatQuery($g$SELECT a FROM t ORDER BY a WITH FILL INTERPOLATE (b AS (c), d AS e IN (1))$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t ORDER BY a WITH FILL INTERPOLATE (b AS (c), d AS e IN (1))$g$) AS b
SELECT formatQuery($g$SELECT a IN (1) IN (2), (a IN (1)) IN (2), a = (b IN (1)), a = b IN (1)$g$) AS a, formatQuerySingleLine($g$SELECT a IN (1) IN (2), (a IN (1)) IN (2), a = (b IN (1)), a = b IN (1)$g$) AS b
SELECT formatQuery($g$SELECT f(a)(b), f(a, b)(c), f(DISTINCT a), f(DISTINCT a, b)(c)$g$) AS a, formatQuerySingleLine($g$SELECT f(a)(b), f(a, b)(c), f(DISTINCT a), f(DISTINCT a, b)(c)$g$) AS b
SELECT formatQuery($g$SELECT a -> b, (a -> b), (a, b) -> c, f((a, b) -> c), f(a, (a, b) -> c), f(a -> b -> c)$g$) AS a, formatQuerySingleLine($g$SELECT a -> b, (a -> b), (a, b) -> c, f((a, b) -> c), f(a, (a, b) -> c), f(a -> b -> c)$g$) AS b
SELECT formatQuery($g$SELECT a, b -> c$g$) AS a, formatQuerySingleLine($g$SELECT a, b -> c$g$) AS b
SELECT formatQuery($g$SELECT (a) -> b$g$) AS a, formatQuerySingleLine($g$SELECT (a) -> b$g$) AS b
SELECT formatQuery($g$SELECT f((a) -> b), f(() -> 1)$g$) AS a, formatQuerySingleLine($g$SELECT f((a) -> b), f(() -> 1)$g$) AS b
SELECT formatQuery($g$SELECT array(a IN (1), 2), tuple(a IN (1), 2), map(a IN (1), 2), concat(a IN (1), 2), plus(a IN (1), 2), and(a IN (1), b)$g$) AS a, formatQuerySingleLine($g$SELECT array(a IN (1), 2), tuple(a IN (1), 2), map(a IN (1), 2), concat(a IN (1), 2), plus(a IN (1), 2), and(a IN (1), b)$g$) AS b
SELECT formatQuery($g$SELECT a IN (1) AND b, and(a IN (1), b), (a IN (1), b), if(a IN (1), b, c)$g$) AS a, formatQuerySingleLine($g$SELECT a IN (1) AND b, and(a IN (1), b), (a IN (1), b), if(a IN (1), b, c)$g$) AS b
SELECT formatQuery($g$SELECT CASE a WHEN b IN (1) THEN c END, CASE WHEN a THEN b IN (1) END, a ? b IN (1) : c, CAST(a IN (1), 'x'), (a IN (1))::UInt8$g$) AS a, formatQuerySingleLine($g$SELECT CASE a WHEN b IN (1) THEN c END, CASE WHEN a THEN b IN (1) END, a ? b IN (1) : c, CAST(a IN (1), 'x'), (a IN (1))::UInt8$g$) AS b
SELECT formatQuery($g$SELECT position(a IN b), substring(a IN (1), 2), dateDiff(DAY, a IN (1), b), trim(a IN (1)), EXTRACT(DAY FROM a IN (1)), INTERVAL a IN (1) DAY$g$) AS a, formatQuerySingleLine($g$SELECT position(a IN b), substring(a IN (1), 2), dateDiff(DAY, a IN (1), b), trim(a IN (1)), EXTRACT(DAY FROM a IN (1)), INTERVAL a IN (1) DAY$g$) AS b
SELECT formatQuery($g$SELECT quantile(0.5)(a IN (1), b), f(x) OVER (PARTITION BY a IN (1), b ORDER BY c IN (1), d)$g$) AS a, formatQuerySingleLine($g$SELECT quantile(0.5)(a IN (1), b), f(x) OVER (PARTITION BY a IN (1), b ORDER BY c IN (1), d)$g$) AS b
SELECT formatQuery($g$SELECT a FROM f(a IN (1), b)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM f(a IN (1), b)$g$) AS b
SELECT formatQuery($g$SELECT -0x10, - 5, -(5), -5 + 3, 3 - -5, 3 - (-5), -a - -b, (-5)[1], -5.5$g$) AS a, formatQuerySingleLine($g$SELECT -0x10, - 5, -(5), -5 + 3, 3 - -5, 3 - (-5), -a - -b, (-5)[1], -5.5$g$) AS b
SELECT formatQuery($g$SELECT (1) + (2), ('a') || ('b'), (NULL) IS NULL, ((1)), [((1))], ((1), (2)), f((1), ((2)))$g$) AS a, formatQuerySingleLine($g$SELECT (1) + (2), ('a') || ('b'), (NULL) IS NULL, ((1)), [((1))], ((1), (2)), f((1), ((2)))$g$) AS b
SELECT formatQuery($g$SELECT a.b.1, a.b[1], t.a.1, (t.a).1, `a`.`1`$g$) AS a, formatQuerySingleLine($g$SELECT a.b.1, a.b[1], t.a.1, (t.a).1, `a`.`1`$g$) AS b
SELECT formatQuery($g$SELECT DISTINCT ON (a, b) c FROM t ORDER BY d LIMIT 3 WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT DISTINCT ON (a, b) c FROM t ORDER BY d LIMIT 3 WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT a FROM t ORDER BY d LIMIT 1 BY c LIMIT 3 WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t ORDER BY d LIMIT 1 BY c LIMIT 3 WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT 1 INTERSECT ALL WITH w AS (SELECT 1) SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTERSECT ALL WITH w AS (SELECT 1) SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL WITH w AS (SELECT 1) SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL WITH w AS (SELECT 1) SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT a FROM f(SETTINGS a = 1)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM f(SETTINGS a = 1)$g$) AS b
SELECT formatQuery($g$SELECT 1 SETTINGS a = 1 UNION ALL SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 SETTINGS a = 1 UNION ALL SELECT 2$g$) AS b
SELECT formatQuery($g$SELECT 1 SETTINGS a = 1 INTERSECT SELECT 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 SETTINGS a = 1 INTERSECT SELECT 2$g$) AS b
SELECT formatQuery($g$WITH w AS MATERIALIZED (SELECT 1) SELECT 1$g$) AS a, formatQuerySingleLine($g$WITH w AS MATERIALIZED (SELECT 1) SELECT 1$g$) AS b
SELECT formatQuery($g$SELECT * APPLY(x -> x + 1), `select` FROM t$g$) AS a, formatQuerySingleLine($g$SELECT * APPLY(x -> x + 1), `select` FROM t$g$) AS b
SELECT formatQuery($g$SELECT ["Q" NOT BETWEEN x1 AND all]$g$) AS a, formatQuerySingleLine($g$SELECT ["Q" NOT BETWEEN x1 AND all]$g$) AS b
SELECT formatQuery($g$SELECT a FROM t ORDER BY ALL INTERPOLATE (b AS 1)$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t ORDER BY ALL INTERPOLATE (b AS 1)$g$) AS b
SELECT formatQuery($g$SELECT TOP 3 WITH TIES a FROM t ORDER BY a$g$) AS a, formatQuerySingleLine($g$SELECT TOP 3 WITH TIES a FROM t ORDER BY a$g$) AS b
SELECT formatQuery($g$SELECT a FROM t SAMPLE 0.1, u SAMPLE 1e5 OFFSET 0.25, v SAMPLE 1/3, w SAMPLE 10000000, x SAMPLE 1.5/3, y SAMPLE 0.333$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t SAMPLE 0.1, u SAMPLE 1e5 OFFSET 0.25, v SAMPLE 1/3, w SAMPLE 10000000, x SAMPLE 1.5/3, y SAMPLE 0.333$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL '2 hour' DAY$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL '2 hour' DAY$g$) AS b
SELECT formatQuery($g$SELECT a FROM t LOCAL JOIN u USING a$g$) AS a, formatQuerySingleLine($g$SELECT a FROM t LOCAL JOIN u USING a$g$) AS b
SELECT formatQuery($g$SELECT NOT (SELECT 1), -(SELECT 1), NOT ((SELECT 1)), -((SELECT 1)), (SELECT 1) IS NULL, f((SELECT 1))$g$) AS a, formatQuerySingleLine($g$SELECT NOT (SELECT 1), -(SELECT 1), NOT ((SELECT 1)), -((SELECT 1)), (SELECT 1) IS NULL, f((SELECT 1))$g$) AS b
SELECT formatQuery($g$SELECT 1 OFFSET 1 ROW FETCH FIRST 3 ROWS ONLY$g$) AS a, formatQuerySingleLine($g$SELECT 1 OFFSET 1 ROW FETCH FIRST 3 ROWS ONLY$g$) AS b
SELECT formatQuery($g$SELECT 1 FETCH FIRST 3 ROWS ONLY$g$) AS a, formatQuerySingleLine($g$SELECT 1 FETCH FIRST 3 ROWS ONLY$g$) AS b
SELECT formatQuery($g$SELECT 1 OFFSET 5$g$) AS a, formatQuerySingleLine($g$SELECT 1 OFFSET 5$g$) AS b
SELECT formatQuery($g$SELECT 1 OFFSET 5 ROWS$g$) AS a, formatQuerySingleLine($g$SELECT 1 OFFSET 5 ROWS$g$) AS b
SELECT formatQuery($g$SELECT 1 ORDER BY a FETCH FIRST 3 ROWS ONLY$g$) AS a, formatQuerySingleLine($g$SELECT 1 ORDER BY a FETCH FIRST 3 ROWS ONLY$g$) AS b
SELECT formatQuery($g$SELECT 1 FETCH NEXT 2 ROWS WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT 1 FETCH NEXT 2 ROWS WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT true[0]$g$) AS a, formatQuerySingleLine($g$SELECT true[0]$g$) AS b
SELECT formatQuery($g$SELECT a FROM (SELECT 1) s ALL INNER JOIN u ON 1 = 2$g$) AS a, formatQuerySingleLine($g$SELECT a FROM (SELECT 1) s ALL INNER JOIN u ON 1 = 2$g$) AS b
SELECT formatQuery($g$SELECT 1 INTO OUTFILE 'x' FORMAT CSV$g$) AS a, formatQuerySingleLine($g$SELECT 1 INTO OUTFILE 'x' FORMAT CSV$g$) AS b
SELECT formatQuery($g$SELECT 1 ORDER BY a INTO OUTFILE 'x' FORMAT CSV$g$) AS a, formatQuerySingleLine($g$SELECT 1 ORDER BY a INTO OUTFILE 'x' FORMAT CSV$g$) AS b
SELECT formatQuery($g$SELECT 1 FORMAT JSON SETTINGS a = 1$g$) AS a, formatQuerySingleLine($g$SELECT 1 FORMAT JSON SETTINGS a = 1$g$) AS b
SELECT formatQuery($g$SELECT 1 SETTINGS a = 1 FORMAT JSON$g$) AS a, formatQuerySingleLine($g$SELECT 1 SETTINGS a = 1 FORMAT JSON$g$) AS b
SELECT formatQuery($g$SELECT 1 FROM t INTO OUTFILE 'x.gz' APPEND AND STDOUT COMPRESSION 'gzip' LEVEL 3$g$) AS a, formatQuerySingleLine($g$SELECT 1 FROM t INTO OUTFILE 'x.gz' APPEND AND STDOUT COMPRESSION 'gzip' LEVEL 3$g$) AS b
SELECT formatQuery($g$SELECT 1 UNION ALL SELECT 2 FORMAT CSV SETTINGS b = 2$g$) AS a, formatQuerySingleLine($g$SELECT 1 UNION ALL SELECT 2 FORMAT CSV SETTINGS b = 2$g$) AS b
SELECT formatQuery($g$INSERT INTO t WITH 1 AS a SELECT a$g$) AS a, formatQuerySingleLine($g$INSERT INTO t WITH 1 AS a SELECT a$g$) AS b
SELECT formatQuery($g$INSERT INTO t (a) SELECT 1 UNION ALL SELECT 2$g$) AS a, formatQuerySingleLine($g$INSERT INTO t (a) SELECT 1 UNION ALL SELECT 2$g$) AS b
SELECT formatQuery($g$INSERT INTO t (SELECT 1 EXCEPT SELECT 2)$g$) AS a, formatQuerySingleLine($g$INSERT INTO t (SELECT 1 EXCEPT SELECT 2)$g$) AS b
SELECT formatQuery($g$CREATE TABLE t (a UInt8) PRIMARY KEY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE t (a UInt8) PRIMARY KEY a$g$) AS b
SELECT formatQuery($g$CREATE TABLE t (a UInt8, PRIMARY KEY a) ENGINE = MergeTree PRIMARY KEY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE t (a UInt8, PRIMARY KEY a) ENGINE = MergeTree PRIMARY KEY a$g$) AS b
SELECT formatQuery($g$CREATE TABLE t (a bool) SAMPLE BY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE t (a bool) SAMPLE BY a$g$) AS b
SELECT formatQuery($g$CREATE TABLE t (a bool, a UInt8) ENGINE = Memory$g$) AS a, formatQuerySingleLine($g$CREATE TABLE t (a bool, a UInt8) ENGINE = Memory$g$) AS b
SELECT formatQuery($g$CREATE DATABASE d ENGINE = Atomic SETTINGS a = 1 COMMENT 'x'$g$) AS a, formatQuerySingleLine($g$CREATE DATABASE d ENGINE = Atomic SETTINGS a = 1 COMMENT 'x'$g$) AS b
SELECT formatQuery($g$CREATE FUNCTION IF NOT EXISTS f AS (x, y) -> x + y$g$) AS a, formatQuerySingleLine($g$CREATE FUNCTION IF NOT EXISTS f AS (x, y) -> x + y$g$) AS b
SELECT formatQuery($g$CREATE VIEW v AS SELECT 1 COMMENT 'c'$g$) AS a, formatQuerySingleLine($g$CREATE VIEW v AS SELECT 1 COMMENT 'c'$g$) AS b
SELECT formatQuery($g$CREATE VIEW v DEFINER = u SQL SECURITY DEFINER AS SELECT 1$g$) AS a, formatQuerySingleLine($g$CREATE VIEW v DEFINER = u SQL SECURITY DEFINER AS SELECT 1$g$) AS b
SELECT formatQuery($g$CREATE MATERIALIZED VIEW v ENGINE = Memory POPULATE AS SELECT 1$g$) AS a, formatQuerySingleLine($g$CREATE MATERIALIZED VIEW v ENGINE = Memory POPULATE AS SELECT 1$g$) AS b
SELECT formatQuery($g$CREATE MATERIALIZED VIEW v TO t (a UInt8) AS SELECT 1$g$) AS a, formatQuerySingleLine($g$CREATE MATERIALIZED VIEW v TO t (a UInt8) AS SELECT 1$g$) AS b
SELECT formatQuery($g$USE d$g$) AS a, formatQuerySingleLine($g$USE d$g$) AS b
SELECT formatQuery($g$SET a = 1, b = 'x'$g$) AS a, formatQuerySingleLine($g$SET a = 1, b = 'x'$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE IF NOT EXISTS db.t ON CLUSTER c (b Decimal(10, 2) ALIAS (a, b).1 CODEC(Delta(4), LZ4)) ENGINE = ReplacingMergeTree(v) PARTITION BY (a, b) TTL d + toIntervalDay(1) DELETE WHERE x = 1, d TO DISK 'x' SETTINGS a = 1, b = 'x'$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE IF NOT EXISTS db.t ON CLUSTER c (b Decimal(10, 2) ALIAS (a, b).1 CODEC(Delta(4), LZ4)) ENGINE = ReplacingMergeTree(v) PARTITION BY (a, b) TTL d + toIntervalDay(1) DELETE WHERE x = 1, d TO DISK 'x' SETTINGS a = 1, b = 'x'$g$) AS b
SELECT formatQuery($g$CREATE TABLE db.t (`d d` UInt8 EPHEMERAL 5, CONSTRAINT c2 ASSUME a = 1) ENGINE = Memory ORDER BY (a, b) SAMPLE BY a TTL d + toIntervalDay(1) DELETE WHERE x = 1, d TO DISK 'x'$g$) AS a, formatQuerySingleLine($g$CREATE TABLE db.t (`d d` UInt8 EPHEMERAL 5, CONSTRAINT c2 ASSUME a = 1) ENGINE = Memory ORDER BY (a, b) SAMPLE BY a TTL d + toIntervalDay(1) DELETE WHERE x = 1, d TO DISK 'x'$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS db.t (b String DEFAULT 1 + 1 PRIMARY KEY, INDEX i a TYPE minmax GRANULARITY 2) PARTITION BY (a, b) PRIMARY KEY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS db.t (b String DEFAULT 1 + 1 PRIMARY KEY, INDEX i a TYPE minmax GRANULARITY 2) PARTITION BY (a, b) PRIMARY KEY a$g$) AS b
SELECT formatQuery($g$CREATE OR REPLACE VIEW v (a UInt8, b String) AS SELECT t.a, * REPLACE (a + 1 AS a) LIMIT 2, 3 BY a, b EXCEPT ALL SELECT user_id AS a FROM url('x', headers('a'='b')) PREWHERE 0b11$g$) AS a, formatQuerySingleLine($g$CREATE OR REPLACE VIEW v (a UInt8, b String) AS SELECT t.a, * REPLACE (a + 1 AS a) LIMIT 2, 3 BY a, b EXCEPT ALL SELECT user_id AS a FROM url('x', headers('a'='b')) PREWHERE 0b11$g$) AS b
SELECT formatQuery($g$CREATE DATABASE d$g$) AS a, formatQuerySingleLine($g$CREATE DATABASE d$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE `x y` (c Nullable(String) NOT NULL CODEC(Delta(4), LZ4)) ENGINE = Memory ORDER BY a SAMPLE BY a TTL d GROUP BY a SET b = sum(b)$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE `x y` (c Nullable(String) NOT NULL CODEC(Delta(4), LZ4)) ENGINE = Memory ORDER BY a SAMPLE BY a TTL d GROUP BY a SET b = sum(b)$g$) AS b
SELECT formatQuery($g$CREATE DATABASE d ON CLUSTER c COMMENT 'x'$g$) AS a, formatQuerySingleLine($g$CREATE DATABASE d ON CLUSTER c COMMENT 'x'$g$) AS b
SELECT formatQuery($g$CREATE OR REPLACE TABLE `x y` AS db.u ENGINE = MergeTree() PARTITION BY (a, b) PRIMARY KEY a ORDER BY tuple() TTL d + INTERVAL 1 DAY$g$) AS a, formatQuerySingleLine($g$CREATE OR REPLACE TABLE `x y` AS db.u ENGINE = MergeTree() PARTITION BY (a, b) PRIMARY KEY a ORDER BY tuple() TTL d + INTERVAL 1 DAY$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE IF NOT EXISTS t CLONE AS u PRIMARY KEY a SAMPLE BY a SETTINGS a = 1, b = 'x'$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE IF NOT EXISTS t CLONE AS u PRIMARY KEY a SAMPLE BY a SETTINGS a = 1, b = 'x'$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS t (c Tuple(a UInt8, b String) EPHEMERAL STATISTICS(tdigest)) ENGINE = Memory PRIMARY KEY a SAMPLE BY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS t (c Tuple(a UInt8, b String) EPHEMERAL STATISTICS(tdigest)) ENGINE = Memory PRIMARY KEY a SAMPLE BY a$g$) AS b
SELECT formatQuery($g$CREATE OR REPLACE VIEW v AS SELECT TOP 5 (SELECT x.1, 18446744073709551615 AS `select` GROUP BY ALL LIMIT a + 1), b, {y:Array(UInt8)} FROM db.t GROUP BY TIMESTAMP '2020-01-01 00:00:00' BETWEEN -9223372036854775808 AND interval ORDER BY ALL DESC$g$) AS a, formatQuerySingleLine($g$CREATE OR REPLACE VIEW v AS SELECT TOP 5 (SELECT x.1, 18446744073709551615 AS `select` GROUP BY ALL LIMIT a + 1), b, {y:Array(UInt8)} FROM db.t GROUP BY TIMESTAMP '2020-01-01 00:00:00' BETWEEN -9223372036854775808 AND interval ORDER BY ALL DESC$g$) AS b
SELECT formatQuery($g$CREATE DATABASE IF NOT EXISTS d ENGINE = Atomic$g$) AS a, formatQuerySingleLine($g$CREATE DATABASE IF NOT EXISTS d ENGINE = Atomic$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE IF NOT EXISTS db.t (`d d` Tuple(UInt8, String) ALIAS (a, b).1, b Nested(a UInt8, b String) MATERIALIZED a * 2 CODEC(ZSTD(3)), `d d` Nullable(String) PRIMARY KEY) ENGINE = Distributed('c', db, t, rand()) ORDER BY a$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE IF NOT EXISTS db.t (`d d` Tuple(UInt8, String) ALIAS (a, b).1, b Nested(a UInt8, b String) MATERIALIZED a * 2 CODEC(ZSTD(3)), `d d` Nullable(String) PRIMARY KEY) ENGINE = Distributed('c', db, t, rand()) ORDER BY a$g$) AS b
SELECT formatQuery($g$CREATE VIEW db.v (a UInt8, b String) AS (SELECT `null` AS `e e`, t.a AS date FROM url('x', headers('a'='b')) WHERE 1e3 QUALIFY value SETTINGS additional_table_filters = {'t': 'a > 1'}) UNION ALL (SELECT key, n.x FROM db.t LIMIT 1 BY a)$g$) AS a, formatQuerySingleLine($g$CREATE VIEW db.v (a UInt8, b String) AS (SELECT `null` AS `e e`, t.a AS date FROM url('x', headers('a'='b')) WHERE 1e3 QUALIFY value SETTINGS additional_table_filters = {'t': 'a > 1'}) UNION ALL (SELECT key, n.x FROM db.t LIMIT 1 BY a)$g$) AS b
SELECT formatQuery($g$CREATE TABLE db.t (a Variant(String, UInt8) EPHEMERAL) ENGINE = Memory PARTITION BY (a, b) PRIMARY KEY a TTL d RECOMPRESS CODEC(ZSTD(1)), d + 1 TO VOLUME 'v' SETTINGS index_granularity = 1$g$) AS a, formatQuerySingleLine($g$CREATE TABLE db.t (a Variant(String, UInt8) EPHEMERAL) ENGINE = Memory PARTITION BY (a, b) PRIMARY KEY a TTL d RECOMPRESS CODEC(ZSTD(1)), d + 1 TO VOLUME 'v' SETTINGS index_granularity = 1$g$) AS b
SELECT formatQuery($g$CREATE FUNCTION IF NOT EXISTS f AS () -> 1$g$) AS a, formatQuerySingleLine($g$CREATE FUNCTION IF NOT EXISTS f AS () -> 1$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE `x y` (`d d` String, `from` JSON) ENGINE = Log PRIMARY KEY a ORDER BY (a, b)$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE `x y` (`d d` String, `from` JSON) ENGINE = Log PRIMARY KEY a ORDER BY (a, b)$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS t ON CLUSTER c (c Decimal(10, 2) EPHEMERAL STATISTICS(tdigest)) ENGINE = MergeTree() ORDER BY (a + 1) TTL d + INTERVAL 1 DAY EMPTY AS SELECT `two words` IS NOT DISTINCT FROM "Q", t.COLUMNS('x') FROM (SELECT `from` AS from_ FROM db.t ORDER BY ALL DESC OFFSET 1 ROW) s$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS t ON CLUSTER c (c Decimal(10, 2) EPHEMERAL STATISTICS(tdigest)) ENGINE = MergeTree() ORDER BY (a + 1) TTL d + INTERVAL 1 DAY EMPTY AS SELECT `two words` IS NOT DISTINCT FROM "Q", t.COLUMNS('x') FROM (SELECT `from` AS from_ FROM db.t ORDER BY ALL DESC OFFSET 1 ROW) s$g$) AS b
SELECT formatQuery($g$CREATE TABLE `x y` ON CLUSTER c (`from` Array(UInt8) COMMENT 'it''s', `d d` DOUBLE PRECISION STATISTICS(tdigest), b Nested(a UInt8, b String) MATERIALIZED a * 2 STATISTICS(tdigest)) ENGINE = Distributed('c', db, t, rand()) PARTITION BY toYYYYMM(d)$g$) AS a, formatQuerySingleLine($g$CREATE TABLE `x y` ON CLUSTER c (`from` Array(UInt8) COMMENT 'it''s', `d d` DOUBLE PRECISION STATISTICS(tdigest), b Nested(a UInt8, b String) MATERIALIZED a * 2 STATISTICS(tdigest)) ENGINE = Distributed('c', db, t, rand()) PARTITION BY toYYYYMM(d)$g$) AS b
SELECT formatQuery($g$CREATE DATABASE IF NOT EXISTS d ENGINE = Atomic$g$) AS a, formatQuerySingleLine($g$CREATE DATABASE IF NOT EXISTS d ENGINE = Atomic$g$) AS b
SELECT formatQuery($g$CREATE FUNCTION IF NOT EXISTS f AS () -> 1$g$) AS a, formatQuerySingleLine($g$CREATE FUNCTION IF NOT EXISTS f AS () -> 1$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS db.t ON CLUSTER c (b LowCardinality(String) DEFAULT now(), `d d` Nested(a UInt8, b String) NULL) ENGINE = MergeTree PARTITION BY toYYYYMM(d) TTL d + toIntervalDay(1) DELETE WHERE x = 1, d TO DISK 'x' SETTINGS a = 1, b = 'x'$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS db.t ON CLUSTER c (b LowCardinality(String) DEFAULT now(), `d d` Nested(a UInt8, b String) NULL) ENGINE = MergeTree PARTITION BY toYYYYMM(d) TTL d + toIntervalDay(1) DELETE WHERE x = 1, d TO DISK 'x' SETTINGS a = 1, b = 'x'$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE IF NOT EXISTS t (`from` Nullable(String) NULL, a VARCHAR(10) DEFAULT now(), `from` UInt8 ALIAS (a, b).1) ENGINE = Log PARTITION BY toYYYYMM(d) SAMPLE BY a$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE IF NOT EXISTS t (`from` Nullable(String) NULL, a VARCHAR(10) DEFAULT now(), `from` UInt8 ALIAS (a, b).1) ENGINE = Log PARTITION BY toYYYYMM(d) SAMPLE BY a$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS db.t (c UInt8 NOT NULL PRIMARY KEY, b bool MATERIALIZED a * 2, c Dynamic(max_types=3) MATERIALIZED a * 2 STATISTICS(tdigest)) ENGINE = Memory PRIMARY KEY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS db.t (c UInt8 NOT NULL PRIMARY KEY, b bool MATERIALIZED a * 2, c Dynamic(max_types=3) MATERIALIZED a * 2 STATISTICS(tdigest)) ENGINE = Memory PRIMARY KEY a$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS db.t AS db.u SAMPLE BY a TTL d RECOMPRESS CODEC(ZSTD(1)), d + 1 TO VOLUME 'v'$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS db.t AS db.u SAMPLE BY a TTL d RECOMPRESS CODEC(ZSTD(1)), d + 1 TO VOLUME 'v'$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE IF NOT EXISTS t ON CLUSTER c CLONE AS u ENGINE = ReplacingMergeTree(v, d) PARTITION BY toYYYYMM(d)$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE IF NOT EXISTS t ON CLUSTER c CLONE AS u ENGINE = ReplacingMergeTree(v, d) PARTITION BY toYYYYMM(d)$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE `x y` (b SimpleAggregateFunction(max, UInt8) EPHEMERAL, c Array(Nullable(Int32)), c LowCardinality(String) DEFAULT 1 + 1 CODEC(ZSTD(3)), PRIMARY KEY (a, b)) ENGINE = MergeTree PARTITION BY toYYYYMM(d) PRIMARY KEY a TTL d RECOMPRESS CODEC(ZSTD(1)), d + 1 TO VOLUME 'v'$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE `x y` (b SimpleAggregateFunction(max, UInt8) EPHEMERAL, c Array(Nullable(Int32)), c LowCardinality(String) DEFAULT 1 + 1 CODEC(ZSTD(3)), PRIMARY KEY (a, b)) ENGINE = MergeTree PARTITION BY toYYYYMM(d) PRIMARY KEY a TTL d RECOMPRESS CODEC(ZSTD(1)), d + 1 TO VOLUME 'v'$g$) AS b
SELECT formatQuery($g$CREATE MATERIALIZED VIEW IF NOT EXISTS db.v TO t AS SELECT TOP 5 CASE WHEN 'text' THEN 1.50 ELSE `from` END AS from_$g$) AS a, formatQuerySingleLine($g$CREATE MATERIALIZED VIEW IF NOT EXISTS db.v TO t AS SELECT TOP 5 CASE WHEN 'text' THEN 1.50 ELSE `from` END AS from_$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE t ON CLUSTER c (a SimpleAggregateFunction(max, UInt8) DEFAULT now()) ENGINE = ReplacingMergeTree(v, d) PRIMARY KEY a SAMPLE BY a SETTINGS index_granularity = 1$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE t ON CLUSTER c (a SimpleAggregateFunction(max, UInt8) DEFAULT now()) ENGINE = ReplacingMergeTree(v, d) PRIMARY KEY a SAMPLE BY a SETTINGS index_granularity = 1$g$) AS b
SELECT formatQuery($g$CREATE MATERIALIZED VIEW v TO db.t (a UInt8, b String) AS SELECT DISTINCT true::Variant(String, UInt8), arrayFold((acc, x) -> j.^o, 0b11, 0), * FROM (SELECT DATE '2020-01-01' FROM numbers(10) WHERE 'it''s' GROUP BY a, b WITH CUBE WITH TOTALS ORDER BY ALL DESC) AS s (a, b) WHERE key::UInt8 ORDER BY `null` IS NULL DESCENDING, row_number() OVER w DESCENDING, value IS NOT NULL ASC WITH FILL COMMENT 'c'$g$) AS a, formatQuerySingleLine($g$CREATE MATERIALIZED VIEW v TO db.t (a UInt8, b String) AS SELECT DISTINCT true::Variant(String, UInt8), arrayFold((acc, x) -> j.^o, 0b11, 0), * FROM (SELECT DATE '2020-01-01' FROM numbers(10) WHERE 'it''s' GROUP BY a, b WITH CUBE WITH TOTALS ORDER BY ALL DESC) AS s (a, b) WHERE key::UInt8 ORDER BY `null` IS NULL DESCENDING, row_number() OVER w DESCENDING, value IS NOT NULL ASC WITH FILL COMMENT 'c'$g$) AS b
SELECT formatQuery($g$CREATE FUNCTION IF NOT EXISTS f AS () -> 1$g$) AS a, formatQuerySingleLine($g$CREATE FUNCTION IF NOT EXISTS f AS () -> 1$g$) AS b
SELECT formatQuery($g$CREATE TABLE `x y` ON CLUSTER c (`from` JSON, `from` Decimal(10, 2)) ENGINE = Distributed('c', db, t, rand()) TTL d + INTERVAL 1 DAY COMMENT 'c c'$g$) AS a, formatQuerySingleLine($g$CREATE TABLE `x y` ON CLUSTER c (`from` JSON, `from` Decimal(10, 2)) ENGINE = Distributed('c', db, t, rand()) TTL d + INTERVAL 1 DAY COMMENT 'c c'$g$) AS b
SELECT formatQuery($g$CREATE TEMPORARY TABLE IF NOT EXISTS db.t ON CLUSTER c (`from` JSON DEFAULT 1 + 1, b SimpleAggregateFunction(max, UInt8) TTL d + INTERVAL 1 DAY) ENGINE = MergeTree PARTITION BY (a, b) PRIMARY KEY a SAMPLE BY a$g$) AS a, formatQuerySingleLine($g$CREATE TEMPORARY TABLE IF NOT EXISTS db.t ON CLUSTER c (`from` JSON DEFAULT 1 + 1, b SimpleAggregateFunction(max, UInt8) TTL d + INTERVAL 1 DAY) ENGINE = MergeTree PARTITION BY (a, b) PRIMARY KEY a SAMPLE BY a$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS db.t (`d d` Enum8('a' = 1, 'b' = 2) ALIAS (a, b).1, `d d` Tuple(UInt8, String) MATERIALIZED a * 2 CODEC(ZSTD(3)), a VARCHAR(10) MATERIALIZED a * 2) ENGINE = MergeTree() ORDER BY a SAMPLE BY a TTL d GROUP BY a SET b = sum(b) COMMENT 'c c'$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS db.t (`d d` Enum8('a' = 1, 'b' = 2) ALIAS (a, b).1, `d d` Tuple(UInt8, String) MATERIALIZED a * 2 CODEC(ZSTD(3)), a VARCHAR(10) MATERIALIZED a * 2) ENGINE = MergeTree() ORDER BY a SAMPLE BY a TTL d GROUP BY a SET b = sum(b) COMMENT 'c c'$g$) AS b
SELECT formatQuery($g$CREATE TABLE IF NOT EXISTS db.t (a Array(Nullable(Int32)) MATERIALIZED a * 2 STATISTICS(tdigest), a DateTime64(3, 'UTC') COMMENT 'it''s') ENGINE = ReplacingMergeTree(v, d) PRIMARY KEY a$g$) AS a, formatQuerySingleLine($g$CREATE TABLE IF NOT EXISTS db.t (a Array(Nullable(Int32)) MATERIALIZED a * 2 STATISTICS(tdigest), a DateTime64(3, 'UTC') COMMENT 'it''s') ENGINE = ReplacingMergeTree(v, d) PRIMARY KEY a$g$) AS b
SELECT formatQuery($g$SELECT 123456789012345678901 ? FALSE : 1.$g$) AS a, formatQuerySingleLine($g$SELECT 123456789012345678901 ? FALSE : 1.$g$) AS b
SELECT formatQuery($g$SELECT j.a.:Int64 = [1,-1,1.5]$g$) AS a, formatQuerySingleLine($g$SELECT j.a.:Int64 = [1,-1,1.5]$g$) AS b
SELECT formatQuery($g$SELECT trim(5e-324 AND `таблица` AND 1e100 IN (SELECT timestamp AS date, 1e-7 FROM merge('db', 'x') WHERE x1 FETCH NEXT 2 ROWS WITH TIES))$g$) AS a, formatQuerySingleLine($g$SELECT trim(5e-324 AND `таблица` AND 1e100 IN (SELECT timestamp AS date, 1e-7 FROM merge('db', 'x') WHERE x1 FETCH NEXT 2 ROWS WITH TIES))$g$) AS b
SELECT formatQuery($g$SELECT dateDiff('hour', FALSE, 0.5)$g$) AS a, formatQuerySingleLine($g$SELECT dateDiff('hour', FALSE, 0.5)$g$) AS b
SELECT formatQuery($g$SELECT CASE WHEN true_ THEN -0.0 ELSE date END$g$) AS a, formatQuerySingleLine($g$SELECT CASE WHEN true_ THEN -0.0 ELSE date END$g$) AS b
SELECT formatQuery($g$SELECT quantile(0.5)(j.a.b::Tuple(a UInt8, b String))$g$) AS a, formatQuerySingleLine($g$SELECT quantile(0.5)(j.a.b::Tuple(a UInt8, b String))$g$) AS b
SELECT formatQuery($g$SELECT (`two words`, arrayMap(x -> interval, (SELECT FALSE, j.a.:Int64 FROM merge('db', 'x') QUALIFY FALSE)))$g$) AS a, formatQuerySingleLine($g$SELECT (`two words`, arrayMap(x -> interval, (SELECT FALSE, j.a.:Int64 FROM merge('db', 'x') QUALIFY FALSE)))$g$) AS b
SELECT formatQuery($g$SELECT 5e-324 NOT BETWEEN n.x AND `from`$g$) AS a, formatQuerySingleLine($g$SELECT 5e-324 NOT BETWEEN n.x AND `from`$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL 2 DAY$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL 2 DAY$g$) AS b
SELECT formatQuery($g$SELECT n.x ? TIMESTAMP '2020-01-01 00:00:00' : timestamp$g$) AS a, formatQuerySingleLine($g$SELECT n.x ? TIMESTAMP '2020-01-01 00:00:00' : timestamp$g$) AS b
SELECT formatQuery($g$SELECT arrayMap(x -> 1e100 IS NULL, (j.a.:Int64, 'ü'[1], 'text'::DOUBLE PRECISION))$g$) AS a, formatQuerySingleLine($g$SELECT arrayMap(x -> 1e100 IS NULL, (j.a.:Int64, 'ü'[1], 'text'::DOUBLE PRECISION))$g$) AS b
SELECT formatQuery($g$SELECT quantile(0.5)(row_number() OVER w)$g$) AS a, formatQuerySingleLine($g$SELECT quantile(0.5)(row_number() OVER w)$g$) AS b
SELECT formatQuery($g$SELECT EXISTS (SELECT ALL x.1, x.1 AS d, (1,) AS `select` FROM f(SETTINGS a = 1) ANTI JOIN db.u ON sum([[1],[2,3]]) FILTER (WHERE user_id) = date PREWHERE 0.5 ORDER BY ALL LIMIT a + 1)$g$) AS a, formatQuerySingleLine($g$SELECT EXISTS (SELECT ALL x.1, x.1 AS d, (1,) AS `select` FROM f(SETTINGS a = 1) ANTI JOIN db.u ON sum([[1],[2,3]]) FILTER (WHERE user_id) = date PREWHERE 0.5 ORDER BY ALL LIMIT a + 1)$g$) AS b
SELECT formatQuery($g$SELECT date_add(DAY, "Q", 1e-7)$g$) AS a, formatQuerySingleLine($g$SELECT date_add(DAY, "Q", 1e-7)$g$) AS b
SELECT formatQuery($g$SELECT () IN (1)$g$) AS a, formatQuerySingleLine($g$SELECT () IN (1)$g$) AS b
SELECT formatQuery($g$SELECT -5e-324$g$) AS a, formatQuerySingleLine($g$SELECT -5e-324$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL '1 day' $g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL '1 day' $g$) AS b
SELECT formatQuery($g$SELECT (-`two words` AS y)$g$) AS a, formatQuerySingleLine($g$SELECT (-`two words` AS y)$g$) AS b
SELECT formatQuery($g$SELECT arrayFold((acc, x) -> 'ü', -1, 0)$g$) AS a, formatQuerySingleLine($g$SELECT arrayFold((acc, x) -> 'ü', -1, 0)$g$) AS b
SELECT formatQuery($g$SELECT j.^o IN (SELECT 1)$g$) AS a, formatQuerySingleLine($g$SELECT j.^o IN (SELECT 1)$g$) AS b
SELECT formatQuery($g$SELECT CAST({x:Array(UInt8)}, x1::Map(String, UInt8))$g$) AS a, formatQuerySingleLine($g$SELECT CAST({x:Array(UInt8)}, x1::Map(String, UInt8))$g$) AS b
SELECT formatQuery($g$SELECT 'ü' IS NULL$g$) AS a, formatQuerySingleLine($g$SELECT 'ü' IS NULL$g$) AS b
SELECT formatQuery($g$SELECT all IS NOT NULL IS NOT NULL / count(DISTINCT `таблица`) IS NULL$g$) AS a, formatQuerySingleLine($g$SELECT all IS NOT NULL IS NOT NULL / count(DISTINCT `таблица`) IS NULL$g$) AS b
SELECT formatQuery($g$SELECT (((x.1)).2)$g$) AS a, formatQuerySingleLine($g$SELECT (((x.1)).2)$g$) AS b
SELECT formatQuery($g$SELECT not(('a\nb\tc\\').x, interval) * (`a-b`::Variant(String, UInt8) AS `w w`)$g$) AS a, formatQuerySingleLine($g$SELECT not(('a\nb\tc\\').x, interval) * (`a-b`::Variant(String, UInt8) AS `w w`)$g$) AS b
SELECT formatQuery($g$SELECT [] AND count(DISTINCT x.1) AND CASE true WHEN 1 THEN 0x1F END$g$) AS a, formatQuerySingleLine($g$SELECT [] AND count(DISTINCT x.1) AND CASE true WHEN 1 THEN 0x1F END$g$) AS b
SELECT formatQuery($g$SELECT CASE j.^o WHEN 1 THEN j.a.b END$g$) AS a, formatQuerySingleLine($g$SELECT CASE j.^o WHEN 1 THEN j.a.b END$g$) AS b
SELECT formatQuery($g$SELECT nan$g$) AS a, formatQuerySingleLine($g$SELECT nan$g$) AS b
SELECT formatQuery($g$SELECT all$g$) AS a, formatQuerySingleLine($g$SELECT all$g$) AS b
SELECT formatQuery($g$SELECT a$g$) AS a, formatQuerySingleLine($g$SELECT a$g$) AS b
SELECT formatQuery($g$SELECT CAST((1, 'x') AS INT)$g$) AS a, formatQuerySingleLine($g$SELECT CAST((1, 'x') AS INT)$g$) AS b
SELECT formatQuery($g$SELECT user_id ? 0b11 : n.x$g$) AS a, formatQuerySingleLine($g$SELECT user_id ? 0b11 : n.x$g$) AS b
SELECT formatQuery($g$SELECT `select`$g$) AS a, formatQuerySingleLine($g$SELECT `select`$g$) AS b
SELECT formatQuery($g$SELECT sum(timestamp) FILTER (WHERE all)$g$) AS a, formatQuerySingleLine($g$SELECT sum(timestamp) FILTER (WHERE all)$g$) AS b
SELECT formatQuery($g$SELECT arrayMap(x -> `two words`.1, all[key] != CASE "Q" WHEN 1 THEN 'it''s' END)$g$) AS a, formatQuerySingleLine($g$SELECT arrayMap(x -> `two words`.1, all[key] != CASE "Q" WHEN 1 THEN 'it''s' END)$g$) AS b
SELECT formatQuery($g$SELECT CAST(1_000 AS Map(String, UInt8))$g$) AS a, formatQuerySingleLine($g$SELECT CAST(1_000 AS Map(String, UInt8))$g$) AS b
SELECT formatQuery($g$SELECT `select`$g$) AS a, formatQuerySingleLine($g$SELECT `select`$g$) AS b
SELECT formatQuery($g$SELECT quantile(0.5)((date AS `w w`) NOT BETWEEN 18446744073709551615 AND 1_000)$g$) AS a, formatQuerySingleLine($g$SELECT quantile(0.5)((date AS `w w`) NOT BETWEEN 18446744073709551615 AND 1_000)$g$) AS b
SELECT formatQuery($g$SELECT ('text')$g$) AS a, formatQuerySingleLine($g$SELECT ('text')$g$) AS b
SELECT formatQuery($g$SELECT (WITH w AS MATERIALIZED (SELECT 1) SELECT DISTINCT ON (a, b) x.1, 'it''s', `a-b` AS d FROM `two words` ALL INNER JOIN db.u USING (a, b) WHERE value GROUP BY GROUPING SETS (a, b) ORDER BY -inf DESC NULLS FIRST, substring(created_at, all) DESC NULLS FIRST COLLATE 'en')$g$) AS a, formatQuerySingleLine($g$SELECT (WITH w AS MATERIALIZED (SELECT 1) SELECT DISTINCT ON (a, b) x.1, 'it''s', `a-b` AS d FROM `two words` ALL INNER JOIN db.u USING (a, b) WHERE value GROUP BY GROUPING SETS (a, b) ORDER BY -inf DESC NULLS FIRST, substring(created_at, all) DESC NULLS FIRST COLLATE 'en')$g$) AS b
SELECT formatQuery($g$SELECT CAST(inf AS DOUBLE PRECISION)$g$) AS a, formatQuerySingleLine($g$SELECT CAST(inf AS DOUBLE PRECISION)$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL -1 DAY$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL -1 DAY$g$) AS b
SELECT formatQuery($g$SELECT sum(`two words`) OVER () NOT LIKE EXISTS (SELECT `null`, 1e100 FROM t SAMPLE 1e5 QUALIFY all LIMIT 2, 3 BY a, b)$g$) AS a, formatQuerySingleLine($g$SELECT sum(`two words`) OVER () NOT LIKE EXISTS (SELECT `null`, 1e100 FROM t SAMPLE 1e5 QUALIFY all LIMIT 2, 3 BY a, b)$g$) AS b
SELECT formatQuery($g$SELECT arrayFold((acc, x) -> (), x.1, 0), j.^o AS a FROM t AS x$g$) AS a, formatQuerySingleLine($g$SELECT arrayFold((acc, x) -> (), x.1, 0), j.^o AS a FROM t AS x$g$) AS b
SELECT formatQuery($g$SELECT `a-b` FROM numbers(10) ARRAY JOIN (5e-324 AS `w w`)$g$) AS a, formatQuerySingleLine($g$SELECT `a-b` FROM numbers(10) ARRAY JOIN (5e-324 AS `w w`)$g$) AS b
SELECT formatQuery($g$SELECT {y:UInt8} FROM db.`from` PASTE JOIN u ORDER BY ALL ASC NULLS FIRST$g$) AS a, formatQuerySingleLine($g$SELECT {y:UInt8} FROM db.`from` PASTE JOIN u ORDER BY ALL ASC NULLS FIRST$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 * REPLACE a + 1 AS a, * REPLACE (a + 1 AS a) FROM remote('h', db, t) LEFT JOIN db.u ON `таблица` = "Q" WHERE timestamp ORDER BY (1) DESCENDING, 5e-324 IS NOT NULL DESCENDING NULLS FIRST COLLATE 'en', (`from`) DESCENDING WITH FILL FROM 1 TO 10 STEP 2 INTERPOLATE LIMIT a + 1$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 * REPLACE a + 1 AS a, * REPLACE (a + 1 AS a) FROM remote('h', db, t) LEFT JOIN db.u ON `таблица` = "Q" WHERE timestamp ORDER BY (1) DESCENDING, 5e-324 IS NOT NULL DESCENDING NULLS FIRST COLLATE 'en', (`from`) DESCENDING WITH FILL FROM 1 TO 10 STEP 2 INTERPOLATE LIMIT a + 1$g$) AS b
SELECT formatQuery($g$SELECT {x:UInt8} AS date FETCH NEXT 2 ROWS WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT {x:UInt8} AS date FETCH NEXT 2 ROWS WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 (1,), j.a.:Int64 FROM t SAMPLE 0.1 GROUP BY ROLLUP(-1, [], x.1) HAVING value$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 (1,), j.a.:Int64 FROM t SAMPLE 0.1 GROUP BY ROLLUP(-1, [], x.1) HAVING value$g$) AS b
SELECT formatQuery($g$SELECT `null` > -9223372036854775808, dateDiff('hour', `null`, j.a.:Int64), {x:String} AS `e e` FROM t FINAL FULL JOIN (SELECT TOP 5 user_id, `a-b`, n.x AS `e e` FROM f(SETTINGS a = 1) RIGHT JOIN u AS j USING a, b ORDER BY n.x - key DESC, [] ASC WITH FILL FROM 1 TO 10) AS j ON INTERVAL 1 week = date AND j.^o IS NOT NULL ARRAY JOIN any(18446744073709551615) IGNORE NULLS OFFSET 5$g$) AS a, formatQuerySingleLine($g$SELECT `null` > -9223372036854775808, dateDiff('hour', `null`, j.a.:Int64), {x:String} AS `e e` FROM t FINAL FULL JOIN (SELECT TOP 5 user_id, `a-b`, n.x AS `e e` FROM f(SETTINGS a = 1) RIGHT JOIN u AS j USING a, b ORDER BY n.x - key DESC, [] ASC WITH FILL FROM 1 TO 10) AS j ON INTERVAL 1 week = date AND j.^o IS NOT NULL ARRAY JOIN any(18446744073709551615) IGNORE NULLS OFFSET 5$g$) AS b
SELECT formatQuery($g$WITH w AS (SELECT 1) SELECT t.*, key FROM remote('h', db, t) ORDER BY EXISTS (SELECT TOP 5 true_, 0.5 FROM {db:Identifier}.{t:Identifier} QUALIFY j.a.:Int64 ORDER BY ALL) DESC$g$) AS a, formatQuerySingleLine($g$WITH w AS (SELECT 1) SELECT t.*, key FROM remote('h', db, t) ORDER BY EXISTS (SELECT TOP 5 true_, 0.5 FROM {db:Identifier}.{t:Identifier} QUALIFY j.a.:Int64 ORDER BY ALL) DESC$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL 2 week, (created_at GLOBAL NOT IN (1_000, 1e-7), sum([]) FILTER (WHERE x1 NOT ILIKE TIMESTAMP '2020-01-01 00:00:00'), -NOT key) AS `e e` FROM numbers(10) ARRAY JOIN f([], all, date) ORDER BY 1., (-1) DESC NULLS FIRST, any(`from`) IGNORE NULLS ASC NULLS LAST$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL 2 week, (created_at GLOBAL NOT IN (1_000, 1e-7), sum([]) FILTER (WHERE x1 NOT ILIKE TIMESTAMP '2020-01-01 00:00:00'), -NOT key) AS `e e` FROM numbers(10) ARRAY JOIN f([], all, date) ORDER BY 1., (-1) DESC NULLS FIRST, any(`from`) IGNORE NULLS ASC NULLS LAST$g$) AS b
SELECT formatQuery($g$SELECT (date_add(DAY, 0b11, j.^o)) FROM file('a') WHERE 'a\nb\tc\\' IN [1,2] BETWEEN all AND TIMESTAMP '2020-01-01 00:00:00' ORDER BY user_id DESC WITH FILL LIMIT 10 OFFSET 5$g$) AS a, formatQuerySingleLine($g$SELECT (date_add(DAY, 0b11, j.^o)) FROM file('a') WHERE 'a\nb\tc\\' IN [1,2] BETWEEN all AND TIMESTAMP '2020-01-01 00:00:00' ORDER BY user_id DESC WITH FILL LIMIT 10 OFFSET 5$g$) AS b
SELECT formatQuery($g$SELECT - (t.a) AS `select`, `select`, NOT 1. AS from_$g$) AS a, formatQuerySingleLine($g$SELECT - (t.a) AS `select`, `select`, NOT 1. AS from_$g$) AS b
SELECT formatQuery($g$SELECT TOP (3) WITH TIES * APPLY(x -> x + 1) SETTINGS max_threads = 1, a = 'x', b = 1.5, c = true$g$) AS a, formatQuerySingleLine($g$SELECT TOP (3) WITH TIES * APPLY(x -> x + 1) SETTINGS max_threads = 1, a = 'x', b = 1.5, c = true$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 date AS `e e`, 'ü', 0 FROM t AS x PREWHERE 'ü' WHERE `two words` GROUP BY GROUPING SETS ((a, b), (a), ()) ORDER BY true_ = x1 DESCENDING COLLATE 'en' SETTINGS a = DEFAULT$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 date AS `e e`, 'ü', 0 FROM t AS x PREWHERE 'ü' WHERE `two words` GROUP BY GROUPING SETS ((a, b), (a), ()) ORDER BY true_ = x1 DESCENDING COLLATE 'en' SETTINGS a = DEFAULT$g$) AS b
SELECT formatQuery($g$SELECT 0b11, 'text', FALSE AS d FROM t x FINAL ARRAY JOIN -0.0 WHERE user_id LIMIT 1 BY a$g$) AS a, formatQuerySingleLine($g$SELECT 0b11, 'text', FALSE AS d FROM t x FINAL ARRAY JOIN -0.0 WHERE user_id LIMIT 1 BY a$g$) AS b
SELECT formatQuery($g$SELECT DISTINCT "Q", -9223372036854775808, 0b11 GROUP BY NOT user_id, [] IS NOT NULL$g$) AS a, formatQuerySingleLine($g$SELECT DISTINCT "Q", -9223372036854775808, 0b11 GROUP BY NOT user_id, [] IS NOT NULL$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 arrayFold((acc, x) -> 18446744073709551615 IS NULL, any(1e3) IGNORE NULLS, 0) + key::DateTime64(3, 'UTC') AS a, if([1, 2] <> j.a.:Int64 IS NULL), row_number() OVER w AS date$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 arrayFold((acc, x) -> 18446744073709551615 IS NULL, any(1e3) IGNORE NULLS, 0) + key::DateTime64(3, 'UTC') AS a, if([1, 2] <> j.a.:Int64 IS NULL), row_number() OVER w AS date$g$) AS b
SELECT formatQuery($g$SELECT j.a.b, (trim(BOTH 'x' FROM true)), any(INTERVAL '2 hour' DAY) IGNORE NULLS AS `select` FROM {db:Identifier}.{t:Identifier} WHERE ['a',NULL] AND if(`a-b`, 1.50) = ['a',NULL]$g$) AS a, formatQuerySingleLine($g$SELECT j.a.b, (trim(BOTH 'x' FROM true)), any(INTERVAL '2 hour' DAY) IGNORE NULLS AS `select` FROM {db:Identifier}.{t:Identifier} WHERE ['a',NULL] AND if(`a-b`, 1.50) = ['a',NULL]$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 quantile(0.5)(5e-324) <= 0x1F <> created_at ILIKE -INTERVAL '2 hour' DAY AS from_ FROM t AS x WHERE x.1 GLOBAL IN (-0.0, t.a) NOT BETWEEN [1,-1,1.5] AND true_ IS NULL$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 quantile(0.5)(5e-324) <= 0x1F <> created_at ILIKE -INTERVAL '2 hour' DAY AS from_ FROM t AS x WHERE x.1 GLOBAL IN (-0.0, t.a) NOT BETWEEN [1,-1,1.5] AND true_ IS NULL$g$) AS b
SELECT formatQuery($g$SELECT [], `two words`, [(1,2)] FROM t AS x PREWHERE interval ORDER BY 0.5 NOT BETWEEN j.a.b AND user_id DESCENDING NULLS LAST LIMIT -5$g$) AS a, formatQuerySingleLine($g$SELECT [], `two words`, [(1,2)] FROM t AS x PREWHERE interval ORDER BY 0.5 NOT BETWEEN j.a.b AND user_id DESCENDING NULLS LAST LIMIT -5$g$) AS b
SELECT formatQuery($g$WITH RECURSIVE w AS MATERIALIZED (SELECT 1), w AS (SELECT 1) SELECT (true_) c2, a AS c, 'a\nb\tc\\' GROUP BY 0 ILIKE a$g$) AS a, formatQuerySingleLine($g$WITH RECURSIVE w AS MATERIALIZED (SELECT 1), w AS (SELECT 1) SELECT (true_) c2, a AS c, 'a\nb\tc\\' GROUP BY 0 ILIKE a$g$) AS b
SELECT formatQuery($g$SELECT INTERVAL (a + 1) HOUR / [[1],[2,3]][1e3] NOT BETWEEN j.^o AND 1e-7, ((DATE '2020-01-01'.1).x, 0) AS `select`, key.1 FROM numbers(1, 2) AS n PASTE JOIN db.u LEFT OUTER JOIN u AS j USING (a, b) OFFSET 5$g$) AS a, formatQuerySingleLine($g$SELECT INTERVAL (a + 1) HOUR / [[1],[2,3]][1e3] NOT BETWEEN j.^o AND 1e-7, ((DATE '2020-01-01'.1).x, 0) AS `select`, key.1 FROM numbers(1, 2) AS n PASTE JOIN db.u LEFT OUTER JOIN u AS j USING (a, b) OFFSET 5$g$) AS b
SELECT formatQuery($g$SELECT DISTINCT (`null`), EXTRACT(MINUTE FROM EXISTS (SELECT key, interval, value AS d FROM numbers(10) LEFT ARRAY JOIN a = `a-b` AS aj, interval IS NULL AS aj)) FROM generate_series(1,2) LIMIT 10 OFFSET 5 SETTINGS max_threads = 1, a = 'x', b = 1.5, c = true$g$) AS a, formatQuerySingleLine($g$SELECT DISTINCT (`null`), EXTRACT(MINUTE FROM EXISTS (SELECT key, interval, value AS d FROM numbers(10) LEFT ARRAY JOIN a = `a-b` AS aj, interval IS NULL AS aj)) FROM generate_series(1,2) LIMIT 10 OFFSET 5 SETTINGS max_threads = 1, a = 'x', b = 1.5, c = true$g$) AS b
SELECT formatQuery($g$SELECT ['a',NULL], 1. WINDOW w AS (w RANGE UNBOUNDED PRECEDING) FETCH NEXT 2 ROWS WITH TIES$g$) AS a, formatQuerySingleLine($g$SELECT ['a',NULL], 1. WINDOW w AS (w RANGE UNBOUNDED PRECEDING) FETCH NEXT 2 ROWS WITH TIES$g$) AS b
SELECT formatQuery($g$SELECT ([([[1],[2,3]]), `null`, [true_, interval]]).1, (SELECT ALL - (n.x) IN f(x), (CAST(key AS UInt8)) FROM t SAMPLE 1e5 RIGHT ANTI JOIN u ON date = t.a WHERE (1, 'x') == date[true_ REGEXP j.^o] GROUP BY ALL HAVING (value::datetime)) FROM url('x', headers('a'='b')) WHERE NULL SETTINGS additional_table_filters = {'t': 'a > 1'}$g$) AS a, formatQuerySingleLine($g$SELECT ([([[1],[2,3]]), `null`, [true_, interval]]).1, (SELECT ALL - (n.x) IN f(x), (CAST(key AS UInt8)) FROM t SAMPLE 1e5 RIGHT ANTI JOIN u ON date = t.a WHERE (1, 'x') == date[true_ REGEXP j.^o] GROUP BY ALL HAVING (value::datetime)) FROM url('x', headers('a'='b')) WHERE NULL SETTINGS additional_table_filters = {'t': 'a > 1'}$g$) AS b
SELECT formatQuery($g$SELECT n.x, 'it''s' AS date, t.* FROM `two words` , db.u GROUP BY a, b WITH CUBE WITH TOTALS WITH TOTALS ORDER BY row_number() OVER w ASC COLLATE 'en' EXCEPT DISTINCT SELECT value FROM values('a UInt8', 1, 2) WHERE 5e-324 LIMIT 1 BY a OFFSET 1 ROW FETCH FIRST 3 ROWS ONLY$g$) AS a, formatQuerySingleLine($g$SELECT n.x, 'it''s' AS date, t.* FROM `two words` , db.u GROUP BY a, b WITH CUBE WITH TOTALS WITH TOTALS ORDER BY row_number() OVER w ASC COLLATE 'en' EXCEPT DISTINCT SELECT value FROM values('a UInt8', 1, 2) WHERE 5e-324 LIMIT 1 BY a OFFSET 1 ROW FETCH FIRST 3 ROWS ONLY$g$) AS b
SELECT formatQuery($g$SELECT -inf FROM t SAMPLE 0.1 GROUP BY a WITH ROLLUP$g$) AS a, formatQuerySingleLine($g$SELECT -inf FROM t SAMPLE 0.1 GROUP BY a WITH ROLLUP$g$) AS b
SELECT formatQuery($g$WITH `two words` AS w, "Q" AS w SELECT value FROM t SAMPLE 0.1 PREWHERE (1,) GROUP BY ALL INTERSECT SELECT ALL `a-b`, [1, 2] FROM {db:Identifier}.{t:Identifier} ASOF JOIN db.u ON [1, 2] >= b = j.a.b$g$) AS a, formatQuerySingleLine($g$WITH `two words` AS w, "Q" AS w SELECT value FROM t SAMPLE 0.1 PREWHERE (1,) GROUP BY ALL INTERSECT SELECT ALL `a-b`, [1, 2] FROM {db:Identifier}.{t:Identifier} ASOF JOIN db.u ON [1, 2] >= b = j.a.b$g$) AS b
SELECT formatQuery($g$SELECT `a-b`, COLUMNS('x') FROM t FINAL LEFT ARRAY JOIN j.a.b, () GLOBAL NOT IN (value, [[1],[2,3]]) WHERE x.1::DateTime64(3, 'UTC') GROUP BY a, b WITH CUBE WITH TOTALS$g$) AS a, formatQuerySingleLine($g$SELECT `a-b`, COLUMNS('x') FROM t FINAL LEFT ARRAY JOIN j.a.b, () GLOBAL NOT IN (value, [[1],[2,3]]) WHERE x.1::DateTime64(3, 'UTC') GROUP BY a, b WITH CUBE WITH TOTALS$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 (5e-324) c2, count(DISTINCT [(1,2)]), trim(LEADING 'a' FROM a) AS `select` FROM (SELECT [(1,2)] AS a, (`null`) d2, 'a\nb\tc\\' AS d FROM (SELECT 1 UNION ALL SELECT 2) ANY LEFT JOIN db.u ON DATE '2020-01-01' NOT BETWEEN b AND t.a = 1.50 LEFT ARRAY JOIN t.a OFFSET 5) AS s (a, b) GROUP BY a WITH ROLLUP ORDER BY "Q" REGEXP true_ ASC, .5 <= TIMESTAMP '2020-01-01 00:00:00' ASC NULLS LAST LIMIT -5$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 (5e-324) c2, count(DISTINCT [(1,2)]), trim(LEADING 'a' FROM a) AS `select` FROM (SELECT [(1,2)] AS a, (`null`) d2, 'a\nb\tc\\' AS d FROM (SELECT 1 UNION ALL SELECT 2) ANY LEFT JOIN db.u ON DATE '2020-01-01' NOT BETWEEN b AND t.a = 1.50 LEFT ARRAY JOIN t.a OFFSET 5) AS s (a, b) GROUP BY a WITH ROLLUP ORDER BY "Q" REGEXP true_ ASC, .5 <= TIMESTAMP '2020-01-01 00:00:00' ASC NULLS LAST LIMIT -5$g$) AS b
SELECT formatQuery($g$SELECT key, ['a',NULL], x1 AS `select` FROM t AS x SAMPLE 1/10 OFFSET 1/2 GROUP BY created_at IS NULL, CASE WHEN j.a.:Int64 THEN `таблица` ELSE `таблица` END$g$) AS a, formatQuerySingleLine($g$SELECT key, ['a',NULL], x1 AS `select` FROM t AS x SAMPLE 1/10 OFFSET 1/2 GROUP BY created_at IS NULL, CASE WHEN j.a.:Int64 THEN `таблица` ELSE `таблица` END$g$) AS b
SELECT formatQuery($g$SELECT TOP 5 x.1, (['a',NULL] AS z), `from` GLOBAL NOT IN (5e-324, b, [(1,2)]) QUALIFY EXISTS (SELECT t.* EXCEPT a, t.* EXCEPT a ORDER BY ALL ASC NULLS FIRST) ORDER BY NOT 'it''s' WITH FILL, count(DISTINCT 5e-324) DESCENDING NULLS FIRST LIMIT 2, 3 BY a, b$g$) AS a, formatQuerySingleLine($g$SELECT TOP 5 x.1, (['a',NULL] AS z), `from` GLOBAL NOT IN (5e-324, b, [(1,2)]) QUALIFY EXISTS (SELECT t.* EXCEPT a, t.* EXCEPT a ORDER BY ALL ASC NULLS FIRST) ORDER BY NOT 'it''s' WITH FILL, count(DISTINCT 5e-324) DESCENDING NULLS FIRST LIMIT 2, 3 BY a, b$g$) AS b
SELECT formatQuery($g$SELECT quantile(0.5)(sum(`two words`) FILTER (WHERE NULL)) AS `e e` FROM (SELECT created_at::UInt8 AS a FROM t x FINAL LEFT ARRAY JOIN true[0] AS aj, 'it''s' >= 0b11 AS aj GROUP BY `a-b` ? 1e-7 : `select`, substring(0.5 FROM 1 FOR 2) WITH TOTALS OFFSET 1 ROW FETCH FIRST 3 ROWS ONLY) s ALL INNER JOIN db.u ON 1e3 = user_id WHERE [1, 2] IS NULL LIMIT 10 OFFSET 5$g$) AS a, formatQuerySingleLine($g$SELECT quantile(0.5)(sum(`two words`) FILTER (WHERE NULL)) AS `e e` FROM (SELECT created_at::UInt8 AS a FROM t x FINAL LEFT ARRAY JOIN true[0] AS aj, 'it''s' >= 0b11 AS aj GROUP BY `a-b` ? 1e-7 : `select`, substring(0.5 FROM 1 FOR 2) WITH TOTALS OFFSET 1 ROW FETCH FIRST 3 ROWS ONLY) s ALL INNER JOIN db.u ON 1e3 = user_id WHERE [1, 2] IS NULL LIMIT 10 OFFSET 5$g$) AS b
SELECT formatQuery($g$WITH RECURSIVE `two words` AS w SELECT ['a',NULL] AS a FROM t AS x GROUP BY n.x, CASE WHEN a THEN 0x1F ELSE 5e-324 END$g$) AS a, formatQuerySingleLine($g$WITH RECURSIVE `two words` AS w SELECT ['a',NULL] AS a FROM t AS x GROUP BY n.x, CASE WHEN a THEN 0x1F ELSE 5e-324 END$g$) AS b
SELECT formatQuery($g$SELECT DISTINCT ON (a, b) (SELECT NULL AS d, created_at AS date, timestamp FROM f(SETTINGS a = 1) WHERE `null` LIMIT -5)[`from`], sum('ü') OVER (PARTITION BY created_at, 1e3 GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 + 1 FOLLOWING) REGEXP arrayMap(x -> date, interval), row_number() OVER w FROM db.t PREWHERE true_ IS NOT NULL IN [1,2]$g$) AS a, formatQuerySingleLine($g$SELECT DISTINCT ON (a, b) (SELECT NULL AS d, created_at AS date, timestamp FROM f(SETTINGS a = 1) WHERE `null` LIMIT -5)[`from`], sum('ü') OVER (PARTITION BY created_at, 1e3 GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 + 1 FOLLOWING) REGEXP arrayMap(x -> date, interval), row_number() OVER w FROM db.t PREWHERE true_ IS NOT NULL IN [1,2]$g$) AS b
SELECT formatQuery($g$SELECT j.a.b ? a : `null` AS `e e`$g$) AS a, formatQuerySingleLine($g$SELECT j.a.b ? a : `null` AS `e e`$g$) AS b
SELECT formatQuery($g$SELECT count(DISTINCT (1,)) AS `e e` FROM values('a UInt8', 1, 2) WHERE [] ORDER BY ALL DESC$g$) AS a, formatQuerySingleLine($g$SELECT count(DISTINCT (1,)) AS `e e` FROM values('a UInt8', 1, 2) WHERE [] ORDER BY ALL DESC$g$) AS b
SELECT formatQuery($g$SELECT ALL * EXCEPT (a, b), * EXCEPT (a, b), TIMESTAMP '2020-01-01 00:00:00' FROM {db:Identifier}.{t:Identifier} WHERE x.1::INT GROUP BY [], true_ WITH TOTALS HAVING 1.50::VARCHAR(10) LIMIT 2, 3 BY a, b$g$) AS a, formatQuerySingleLine($g$SELECT ALL * EXCEPT (a, b), * EXCEPT (a, b), TIMESTAMP '2020-01-01 00:00:00' FROM {db:Identifier}.{t:Identifier} WHERE x.1::INT GROUP BY [], true_ WITH TOTALS HAVING 1.50::VARCHAR(10) LIMIT 2, 3 BY a, b$g$) AS b
SELECT formatQuery($g$SELECT * EXCEPT a, (timestamp) FROM t AS x LEFT SEMI JOIN numbers(3) AS j ON [1, 2] <= true_ = `a-b` NATURAL JOIN (SELECT TOP (3) WITH TIES x1, 0b11, 0.5 AS `select` FROM view(SELECT 1) WHERE 'it''s' LIMIT 3 WITH TIES SETTINGS a = DEFAULT) AS j WHERE -inf GROUP BY nan, `таблица`$g$) AS a, formatQuerySingleLine($g$SELECT * EXCEPT a, (timestamp) FROM t AS x LEFT SEMI JOIN numbers(3) AS j ON [1, 2] <= true_ = `a-b` NATURAL JOIN (SELECT TOP (3) WITH TIES x1, 0b11, 0.5 AS `select` FROM view(SELECT 1) WHERE 'it''s' LIMIT 3 WITH TIES SETTINGS a = DEFAULT) AS j WHERE -inf GROUP BY nan, `таблица`$g$) AS b
SELECT formatQuery($g$SELECT "Q" FROM db.`from` WHERE `from` QUALIFY date$g$) AS a, formatQuerySingleLine($g$SELECT "Q" FROM db.`from` WHERE `from` QUALIFY date$g$) AS b
EXPLAIN AST SELECT 1 FORMAT JSON
# EXPLAIN SYNTAX, and functions that may be written in words
SELECT SUBSTRING('abc', 1), POSITION('abc', 'b'), EXTRACT('abc', 'b'), `Substring`('abc', 2), SUBSTRING('abc' FROM 2)
SELECT formatQuerySingleLine('SELECT Substring(a, 1), Position(b, c), Extract(c, d)')
EXPLAIN SYNTAX SELECT 1
EXPLAIN SYNTAX SELECT 1 + 2 AS x, a FROM t WHERE x = 1 AND NOT b ORDER BY a
EXPLAIN SYNTAX SELECT * FROM numbers(3)
EXPLAIN SYNTAX SELECT count(*), sum(number) FROM numbers(3) GROUP BY number % 2 HAVING count() > 1 ORDER BY 1 DESC LIMIT 1, 2
EXPLAIN SYNTAX oneline = 1 SELECT * FROM numbers(3) WHERE number > 1
EXPLAIN SYNTAX SELECT a.x, b.y FROM (SELECT 1 AS x) AS a JOIN (SELECT 1 AS x, 2 AS y) AS b ON a.x = b.x
EXPLAIN SYNTAX SELECT 1 UNION ALL SELECT 2
EXPLAIN SYNTAX SELECT 1 UNION DISTINCT SELECT 2
EXPLAIN SYNTAX WITH 1 AS x SELECT x, (SELECT max(number) FROM numbers(3)) AS m, [1, 2], (1, 'a'), INTERVAL 1 DAY, CAST(1 AS String), 1::UInt8, -1, x -> x + 1, CASE WHEN x THEN 1 ELSE 2 END, x BETWEEN 1 AND 2, x IN (1, 2), x LIKE 'a', x IS NULL, a.1, b[1], true, NULL
EXPLAIN SYNTAX WITH q AS (SELECT 1 AS a) SELECT * FROM q
EXPLAIN SYNTAX SELECT DISTINCT number FROM numbers(3) LIMIT 1 BY number LIMIT 2 WITH TIES SETTINGS max_threads = 1
EXPLAIN SYNTAX SELECT sum(number) OVER (PARTITION BY number % 2 ORDER BY number ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM numbers(3)
EXPLAIN SYNTAX SELECT * FROM numbers(3) AS n, numbers(2) AS m
EXPLAIN SYNTAX SELECT number FROM numbers(3) ARRAY JOIN [1, 2] AS x
EXPLAIN SYNTAX SELECT quantile(0.5)(number), countIf(number > 1), if(number, 1, 2), number ? 1 : 2, date_add(DAY, 1, now()), extract(year FROM now()), trim('a'), substring('a' FROM 1 FOR 2) FROM numbers(1)
EXPLAIN SYNTAX SELECT sum(x) FROM t GROUP BY a WITH TOTALS
EXPLAIN SYNTAX SELECT a FROM t GROUP BY ROLLUP(a, b)
EXPLAIN SYNTAX SELECT a FROM db.t FINAL SAMPLE 1/2 PREWHERE a WHERE b QUALIFY c
EXPLAIN SYNTAX SELECT a FROM t WHERE a IN (SELECT b FROM u) OR exists(SELECT 1)
EXPLAIN SYNTAX foo = 1 SELECT 1
EXPLAIN SYNTAX SELECT a FROM t ORDER BY a WITH FILL FROM 1 TO 2, b DESC NULLS LAST, c COLLATE 'en'
EXPLAIN SYNTAX SELECT 1.0, 1e10, 'it''s', 18446744073709551616, inf, nan, 0x1F, 1_000, true, false, -1.5, '', 1::Int8, '1'::Date, DATE '2020-01-01', TIMESTAMP '2020-01-01 00:00:00', INTERVAL '1' DAY, INTERVAL 1 DAY + INTERVAL 2 HOUR FROM t
EXPLAIN SYNTAX SELECT x IN (1), x IN (1, 2), x IN ('a', 'b'), x IN ((1, 2), (3, 4)), (x, y) IN ((1, 2)), x IN [1, 2], x IN (SELECT 1), x IN t2, x IN (a, b), x IN tuple(1, 2), x IN (NULL), x IN (1 + 1) FROM t
EXPLAIN SYNTAX SELECT arrayMap(x -> x + 1, [1, 2]), arrayMap((x, y) -> x * y, a, b), sumIf(a, b > 1) FILTER (WHERE c), count() FILTER (WHERE c = 1), count(DISTINCT a), uniq(a, b) FROM t
EXPLAIN SYNTAX SELECT a FROM t LEFT JOIN u ON t.a = u.b AND t.c > 1 RIGHT ANY JOIN v USING (a, b) CROSS JOIN w FULL OUTER JOIN x ON 1 ASOF JOIN y ON a = b AND c >= d SEMI LEFT JOIN z ON a = b
EXPLAIN SYNTAX SELECT a FROM t, u WHERE a = b
EXPLAIN SYNTAX SELECT a FROM t LIMIT 5
EXPLAIN SYNTAX SELECT a FROM t LIMIT 5 OFFSET 2
EXPLAIN SYNTAX SELECT a FROM t OFFSET 2
EXPLAIN SYNTAX SELECT a FROM t ORDER BY a LIMIT 5 WITH TIES
EXPLAIN SYNTAX SELECT a FROM t LIMIT 1 OFFSET 2 BY a, b LIMIT 3
EXPLAIN SYNTAX SELECT a FROM t GROUP BY ALL ORDER BY ALL
EXPLAIN SYNTAX SELECT a FROM t GROUP BY GROUPING SETS ((a), (b))
EXPLAIN SYNTAX SELECT a FROM t GROUP BY CUBE(a)
EXPLAIN SYNTAX SELECT a FROM t SETTINGS max_threads = 1, max_block_size = 10
EXPLAIN SYNTAX SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3
EXPLAIN SYNTAX SELECT 1 INTERSECT SELECT 2
EXPLAIN SYNTAX SELECT * FROM (SELECT 1 UNION ALL SELECT 2)
EXPLAIN SYNTAX (SELECT 1)
EXPLAIN SYNTAX SELECT (SELECT 1), (SELECT 1, 2)
EXPLAIN SYNTAX SELECT toDate('2020-01-01') + 1 FROM t WHERE d >= toDate('2020-01-01') - INTERVAL 3 MONTH GROUP BY toStartOfMonth(d) ORDER BY toStartOfMonth(d)
EXPLAIN SYNTAX SELECT a FROM file('x.csv') AS f
EXPLAIN SYNTAX SELECT a FROM remote('127.0.0.1', 'db', 't')
EXPLAIN SYNTAX SELECT a, rank() OVER w FROM t WINDOW w AS (PARTITION BY a ORDER BY b DESC)
EXPLAIN SYNTAX SELECT sum(a) OVER (), sum(a) OVER (ORDER BY b RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING), sum(a) OVER (ROWS 1 PRECEDING) FROM t
EXPLAIN SYNTAX WITH (SELECT 1) AS s, 2 AS y SELECT s, y
EXPLAIN SYNTAX WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM r WHERE a < 3) SELECT * FROM r
EXPLAIN SYNTAX SELECT CASE a WHEN 1 THEN 2 ELSE 3 END, CASE WHEN a THEN b END, COUNT(*), SUM(a), Count(1), IF(a, b, c), LOWER(a), ifNull(a, 1) FROM t
EXPLAIN SYNTAX SELECT a as `x y`, `b c`, "d" FROM `my t`
EXPLAIN SYNTAX SELECT * FROM zv
EXPLAIN SYNTAX SELECT a.* FROM t AS a
EXPLAIN SYNTAX SELECT DISTINCT a, b FROM t
EXPLAIN SYNTAX SELECT DISTINCT ON (a) a, b FROM t
EXPLAIN SYNTAX SELECT a FROM t ARRAY JOIN b AS c, d LEFT ARRAY JOIN e
EXPLAIN SYNTAX SELECT a FROM t WHERE 1 PREWHERE 2
EXPLAIN SYNTAX VALUES (1, 2)
EXPLAIN SYNTAX SELECT a FROM values('a UInt8', 1, 2)
EXPLAIN SYNTAX SELECT EXTRACT(DAY FROM d), POSITION('a' IN b), SUBSTRING(a, 1, 2), CAST(a AS Nullable(String)), CAST(a, 'UInt8'), toTypeName(1), now(), today() - 1, a ? b : c FROM t
EXPLAIN SYNTAX SELECT f([1, 2], NULL), if(a, NULL, 1), coalesce(NULL, 1), toString(NULL), [[]], [()], (), a = NULL, a IN (NULL, 1), NULL IN (1), has([1], NULL), [true], ('a', (1, 2)), [toDate('2020-01-01')] FROM t
EXPLAIN SYNTAX SELECT any(a) RESPECT NULLS, any(a) IGNORE NULLS, first_value(a) OVER (), quantiles(0.5, 0.9)(a), sum(DISTINCT a), uniqExact(DISTINCT a, b) FROM t
EXPLAIN SYNTAX SELECT a::Array(UInt8), a::DateTime('UTC'), [1, 2]::Array(UInt8), (1, 2)::Tuple(a UInt8, b UInt8), 'x'::String, NULL::Nullable(UInt8), 1.5::Decimal(10, 2), -1::Int8, a::Int64 FROM t
EXPLAIN SYNTAX SELECT * FROM t WHERE date BETWEEN '2020-01-01' AND '2020-01-31' AND (x = 1 OR y = 2) AND z IN ('a', 'b') GROUP BY 1, 2 HAVING sum(x) > 10 ORDER BY x DESC, y LIMIT 10
EXPLAIN SYNTAX SELECT 1 UNION ALL (SELECT 2 UNION DISTINCT SELECT 3)
EXPLAIN SYNTAX SELECT 1 EXCEPT SELECT 2
EXPLAIN SYNTAX SELECT 1 UNION SELECT 2
EXPLAIN SYNTAX SELECT a FROM t WHERE a IN (SELECT 1 UNION ALL SELECT 2)
EXPLAIN SYNTAX SELECT interval FROM t WHERE a > now() - INTERVAL 1 HOUR AND b < today() - toIntervalDay(3)
EXPLAIN SYNTAX SELECT concat(a, 'b'), a || 'b', a || 'b' || 'c', 1 = 1, 1 != 2, 3 - -1, + 1, 2 * (3 + 4) FROM t
EXPLAIN SYNTAX oneline = 0 SELECT 1, 2
EXPLAIN SYNTAX oneline = 1 SELECT 1 UNION ALL SELECT 2
EXPLAIN SYNTAX query_tree_passes = 1 SELECT 1
EXPLAIN SYNTAX oneline = 2 SELECT 1
EXPLAIN SYNTAX oneline = 1, run_query_tree_passes = 0 SELECT [1], a FROM t
EXPLAIN SYNTAX SELECT a FROM t1 INNER JOIN t2 USING a LEFT SEMI JOIN t3 ON t1.a = t3.a GLOBAL ANY LEFT JOIN t4 ON t1.a = t4.a ANTI JOIN t5 ON t1.a = t5.a PASTE JOIN t6
EXPLAIN SYNTAX SELECT * EXCEPT (a, b), * EXCEPT a REPLACE (b + 1 AS b), COLUMNS(a, b), t.COLUMNS('a'), COLUMNS('re') EXCEPT x FROM t
EXPLAIN SYNTAX SELECT (a = 1), (a), (a) AS b, (f(a)), (f(a)) AS c, (1), ('x'), (a[1]), (a.1) FROM t WHERE (a = 1) GROUP BY (a), (a + 1) HAVING (b) ORDER BY (a) DESC, (a + 1)
EXPLAIN SYNTAX SELECT (1) AS x, (1 + 2) AS y, ([1]) AS z, ([1]), ((1, 2)), (a, b), ((a, b)) FROM t
EXPLAIN SYNTAX SELECT a FROM t WHERE ((a = 1) AND (b = 2))
EXPLAIN SYNTAX SELECT x IN ('a'), x IN (('a')), x IN ((1, 2)), x NOT IN ([1, 2]), (1, 2) IN ((1, 2), (3, 4)), (1, a) IN (SELECT 1, 2), x IN (toDate('2020-01-01')), x IN -1, x IN (1, -1) FROM t
EXPLAIN SYNTAX SELECT * FROM (SELECT a FROM t WHERE b = 1) WHERE c GROUP BY a, b WITH CUBE WITH TOTALS
EXPLAIN SYNTAX SELECT a FROM t FINAL AS x JOIN (SELECT 1 AS a) y ON x.a = y.a
EXPLAIN SYNTAX SELECT sum(a) OVER (PARTITION BY b + 1, (c) ORDER BY d * 2), lag(a, 1) OVER (w ORDER BY b) FROM t WINDOW w AS (PARTITION BY a + 1)
EXPLAIN SYNTAX SELECT a FROM numbers(1 + 2), numbers_mt(10 * 2), view(SELECT 1 + 1)
EXPLAIN SYNTAX WITH x -> x + 1 AS f SELECT f(1), (SELECT a FROM t WHERE t.b = u.b) FROM u
EXPLAIN SYNTAX SELECT a FROM t ORDER BY a WITH FILL STEP 1 INTERPOLATE (b AS b + 1)
EXPLAIN SYNTAX SELECT a FROM t LIMIT 1 + 1
EXPLAIN SYNTAX SELECT a FROM t LIMIT 0.5
EXPLAIN SYNTAX SELECT TOP 3 a FROM t
EXPLAIN SYNTAX SELECT count(), count(*), * FROM t WHERE exists(SELECT 1) AND NOT exists(SELECT 2)
EXPLAIN SYNTAX SELECT '\n\t\\', 'a\'b', "a b", `c`, 'ü' FROM t
EXPLAIN SYNTAX SELECT a.1.2, t.a.b.1, a[1].b, (SELECT (1, 2)).1, tupleElement(a, 'b') FROM t
EXPLAIN SYNTAX SELECT if(a > 1, 'x', 'y') AS z, multiIf(a, 1, 2), CASE WHEN a = 1 THEN 'x' WHEN a = 2 THEN 'y' ELSE 'z' END, a ? 1 : 0, toDate(d) AS day FROM t GROUP BY day, z HAVING day > '2020-01-01' ORDER BY day
EXPLAIN SYNTAX SELECT SUBSTRING(a, 1, 2), SUBSTR(a, 1), TRIM(a), TRIM(LEADING 'a' FROM b), LTRIM(a), POSITION(a, b), EXTRACT(a, 'b'), DATE_ADD(d, INTERVAL 1 DAY), DATEDIFF(day, a, b), dateSub(DAY, 1, d), CONCAT(a, b), COALESCE(a, b), LEFT(a, 1), REPLACE(a, 'b', 'c'), UPPER(a), NOW(), CAST(a AS Int), Cast(a AS UInt8), IN(a, 1), LIKE(a, 'b'), NULLIF(a, 1), timestampDiff(DAY, a, b) FROM t
EXPLAIN SYNTAX SELECT plus(a, b), equals(a, 1), and(a, b), not(a), negate(a), array(1, 2), tuple(1, 2), in(a, (1, 2)), isNull(a), arrayElement(a, 1), like(a, 'b'), AND(a, b), or(a, b, c), multiIf(a, b, c), lambda(tuple(x), x + 1), toIntervalDay(1), between(a, 1, 2) FROM t
EXPLAIN SYNTAX SELECT a FROM numbers(1 + 2), numbers_mt(10 * 2), view(SELECT 1 + 1)
EXPLAIN SYNTAX SELECT [1.5, 2.5], [1.5, -2.5], (1, 1.5), [1, 2, NULL], ['a', NULL], [[1], [2, 300]], [1, -1], [0.1], (1.0, 2) FROM t
EXPLAIN SYNTAX SELECT 1e400, 1e-400, 0.1, 123456789.123456789, 0b101, 0x1p3, 1.e5, .5, 340282366920938463463374607431768211455, -9223372036854775809, 1e3 FROM t
EXPLAIN SYNTAX SELECT [(1, 2)], [[(1, 2)]], ([1], 2), [1, a], [[a]], tuple(), array() FROM t
EXPLAIN SYNTAX SELECT * FROM h_sql.z WHERE toDate(d) = today() - 1 AND i IN (1, 2, 3) ORDER BY i LIMIT 10
EXPLAIN SYNTAX SELECT toStartOfHour(d) AS h, count() AS c, uniqExact(s) FROM z WHERE d >= '2020-01-01' GROUP BY h WITH ROLLUP HAVING c > 0 ORDER BY h SETTINGS max_threads = 2
EXPLAIN SYNTAX SELECT a FROM generateRandom('a UInt8', 1, 2) LIMIT 1
EXPLAIN SYNTAX SELECT a FROM t SAMPLE 0.1 OFFSET 0.5
EXPLAIN SYNTAX SELECT a FROM t LIMIT -1
EXPLAIN SYNTAX SELECT a -> b, x.*, sum(x -> y) FROM t
EXPLAIN SYNTAX SELECT a AS `from`, `select`, date, `1a`, index FROM t AS `t-1`
EXPLAIN SYNTAX SELECT {'a':1}, map(1, [2])['x'] FROM t
EXPLAIN SYNTAX SELECT SUBSTRING(a, 1, 2) FROM t
EXPLAIN SYNTAX SELECT SUBSTR(a, 1), Substring(a, 1) FROM t
EXPLAIN SYNTAX SELECT TRIM(a), TRIM(LEADING 'a' FROM b), LTRIM(a), ltrim(a) FROM t
EXPLAIN SYNTAX SELECT POSITION(a, b), POSITION(a IN b), position(a, b), Position(a, b) FROM t
EXPLAIN SYNTAX SELECT EXTRACT(a, 'b') FROM t
EXPLAIN SYNTAX SELECT DATE_ADD(d, INTERVAL 1 DAY), DATE_ADD(DAY, 1, d), dateAdd(DAY, 1, d), dateSub(DAY, 1, d), date_sub(d, INTERVAL 1 DAY) FROM t
EXPLAIN SYNTAX SELECT DATEDIFF(day, a, b), dateDiff(DAY, a, b), dateDiff('day', a, b), timestampDiff(DAY, a, b) FROM t
EXPLAIN SYNTAX SELECT CONCAT(a, b), COALESCE(a, b), LEFT(a, 1), REPLACE(a, 'b', 'c'), UPPER(a), NOW() FROM t
EXPLAIN SYNTAX SELECT CAST(a AS Int), Cast(a AS UInt8), cast(a, 'Int'), cast(a AS Int) FROM t
EXPLAIN SYNTAX SELECT LIKE(a, 'b'), AND(a, b), MOD(a, b) FROM t
EXPLAIN SYNTAX SELECT f((1)), f((b)), plus((a), 1), ((a)), f((a AS z)), (a) + 1, -(-1), not(a), (a).1, (a)[1], (1) + (a), NOT (a), if((a), (1), (b)), (a) IN (1), (a) AS q, x -> (x), ('a') = (b), (a) BETWEEN (1) AND (2), [(1), 2], [(a), 1], ((1), 2), ((a), 1) FROM t
SELECT replaceAll('abcabc', materialize('b'), 'X')
SELECT replaceAll(materialize('abcabc'), materialize('b'), materialize('X'))
SELECT replaceOne(materialize('abcabc'), materialize('b'), materialize('X'))
SELECT replaceOne('abcabc', 'b', materialize('X'))
SELECT replaceOne(toString(number * 11), toString(number % 2), concat('<', toString(number), '>')) FROM numbers(6) /*o*/
SELECT replaceAll(toString(number * 1111), toString(number % 2), '') FROM numbers(6) /*o*/
SELECT replaceAll(materialize('abc'), materialize(''), 'x'), replaceAll('', materialize('a'), 'x'), replaceAll(materialize('aaa'), materialize('aa'), materialize('b'))
SELECT replaceRegexpAll(materialize('abcabc'), materialize('b'), materialize('\\0\\0'))
SELECT replaceRegexpAll('abcabc', materialize('(b)(c)'), '\\2\\1')
SELECT replaceRegexpOne('abcabc', '[bc]+', materialize('<\\0>'))
SELECT replaceRegexpOne(materialize('abcabc'), 'b', materialize('<\\0>'))
SELECT replaceRegexpAll(materialize('abcabc'), materialize('b'), '\\0\\0')
SELECT replaceRegexpAll(materialize('abcabc'), materialize(''), 'x')
SELECT replaceRegexpOne(materialize('abcabc'), materialize(''), 'x')
SELECT replaceRegexpOne('abcabc', materialize(''), 'x')
SELECT replaceRegexpAll(materialize('abcabc'), materialize('('), 'x')
SELECT replaceRegexpAll(materialize('abcabc'), materialize('b'), materialize('\\3'))
SELECT replaceRegexpAll(materialize('abcabc'), materialize('b'), '\\3')
SELECT replaceRegexpAll(toString(number * 111), if(number % 2 = 0, '1', '[0-9]$'), toString(number)) FROM numbers(6) /*o*/
SELECT replaceAll(NULL, materialize('b'), 'X'), replaceAll(materialize('b'), NULL, 'x')
SELECT replaceAll(toNullable('abab'), materialize(toNullable('b')), 'X'), toTypeName(replaceAll(toNullable('abab'), materialize('b'), 'X'))
SELECT replaceAll(materialize(toNullable('abab')), if(number = 1, NULL, 'a'), 'z') FROM numbers(3) /*o*/
SELECT replaceAll(toLowCardinality('abab'), materialize('b'), 'X'), toTypeName(replaceAll(toLowCardinality('abab'), materialize('b'), 'X'))
SELECT replaceAll(materialize(toLowCardinality('abab')), materialize(toLowCardinality('b')), 'X'), toTypeName(replaceAll(materialize(toLowCardinality('abab')), 'b', 'X'))
SELECT replaceAll(materialize(toFixedString('abab', 4)), materialize('b'), 'X')
SELECT replaceAll(toFixedString('abab', 4), materialize('b'), 'X')
SELECT replaceAll(toFixedString('abab', 4), 'b', 'X')
SELECT replaceAll(materialize('abab'), materialize(toFixedString('b', 1)), 'X')
SELECT replaceAll(materialize('abab'), toFixedString('b', 1), 'X')
SELECT replaceAll(materialize('abab'), 'b', toFixedString('b', 1))
SELECT replaceAll(materialize('abab'), 'b', materialize(toFixedString('b', 3)))
SELECT replaceAll(materialize('abab'), materialize(1), 'X')
SELECT replaceAll(materialize('abab'), 'b', materialize(1))
SELECT replaceAll(materialize(5), 'b', materialize('1'))
SELECT replaceAll('a', materialize('b'))
SELECT replaceAll('a', materialize('b'), 'c', 'd')
SELECT replaceAll(materialize('a\xffb'), materialize('\xff'), 'x') AS x
SELECT replaceRegexpAll(materialize('äöü'), materialize('ö'), 'o'), replaceRegexpAll(materialize('äöü'), materialize('.'), '<\\0>')
SELECT replaceAll(s, p, r) FROM (SELECT arrayJoin(['aXb', '', 'XX']) AS s, arrayJoin(['X', 'b', '']) AS p, arrayJoin(['', 'long replacement']) AS r) ORDER BY s, p, r /*o*/
SELECT printf('%5s|', 'é'), printf('%-5s|', 'é'), printf('%.2s|', 'äöü'), printf('%5.1s|', 'äöü')
SELECT printf('%6s|', '日本'), printf('%-6s|', '日本'), printf('%.1s|', '日本'), printf('%6.1s|', '日本'), printf('%.2s|', '日本'), printf('%.3s|', '日本')
SELECT printf('%4s|', '😀'), printf('%4s|', '🤖x'), printf('%.1s|', '😀a'), printf('%4s|', 'e\u0301'), printf('%4s|', '가나'), printf('%4s|', '⚽')
SELECT hex(printf('%4s|', 'a\xffb')) AS a, hex(printf('%.2s|', 'a\xffb')) AS b, hex(printf('%4s', '\xe4\xb8')) AS c, hex(printf('%.1s|', '\x80\x80a')) AS d, hex(printf('%3s|', '\xf0\x9f')) AS e
SELECT printf('%05s|', 'é'), printf('%+5s|', 'é'), printf('%s|', 'é'), printf('%3s|', '')
SELECT printf('%5s|', materialize('Grüße')), printf('%8s|', materialize('Grüße')), printf(materialize('%8s|'), 'Grüße')
SELECT printf('%-8.3s|%5d', 'Grüße', 7), printf('%4s|', '\u2329'), printf('%4s|', '\u303f'), printf('%4s|', '\uff01'), printf('%4s|', '\U0001F650'), printf('%4s|', '\U0001F6FF')
SELECT replaceAll(s, p, r) AS x FROM values('s String, p String, r String', ('xéy', 'a', '--'), ('bca', 'b+', '<\\0>'), ('aabb', 'é', '--'), ('bca', '[^a]', '\\0\\0')) ORDER BY x /*o*/
SELECT replaceRegexpOne(s, p, '<\\0>') AS x FROM values('s String, p String, r String', ('bca', '(?i)B', ''), ('', '[^a]', '<\\0>')) ORDER BY x /*o*/
SELECT replaceRegexpAll(s, p, r) AS x FROM values('s String, p String, r String', ('日本ab', '\\d+', '<\\0>'), ('', 'a', 'x')) ORDER BY x /*o*/
SELECT replaceRegexpOne('abcab', p, r) AS x FROM values('s String, p String, r String', ('', '(a|b)c', ''), ('bca', '(a)(b)', '<\\0>')) ORDER BY x /*o*/
SELECT replaceRegexpOne(s, p, r) AS x FROM values('s String, p String, r String', ('1a2b', 'a', ''), ('a.b', 'b$', '<\\0>'), ('1a2b', '[ab]', '')) ORDER BY x /*o*/
SELECT replaceRegexpAll(s, p, r) AS x FROM values('s String, p String, r String', ('xéy', '[ab]', ''), ('xéy', '(a|b)c', '--'), ('xéy', 'b$', '--'), ('ABab', 'b$', 'x')) ORDER BY x /*o*/
SELECT replaceRegexpAll('abcab', p, r) AS x FROM values('s String, p String, r String', ('xéy', '[^a]', 'x'), ('ccc', '(?i)B', ''), ('a.b', 'a', '--'), ('abc', 'b$', '\\0\\0')) ORDER BY x /*o*/
SELECT replaceRegexpOne(s, p, r) AS x FROM values('s String, p String, r String', ('bca', '\\d+', ''), ('ccc', 'é', '\\0\\0')) ORDER BY x /*o*/
SELECT replaceOne(s, p, r) AS x FROM values('s String, p String, r String', ('日本ab', 'é', ''), ('abc', '(?i)B', 'x')) ORDER BY x /*o*/
SELECT replaceAll(s, p, '<\\0>') AS x FROM values('s String, p String, r String', ('xéy', 'ab', 'é'), ('ccc', '[ab]', '')) ORDER BY x /*o*/
SELECT replaceAll(s, p, '<\\0>') AS x FROM values('s String, p String, r String', ('aabb', '^a', 'é'), ('1a2b', '\\.', '<\\0>')) ORDER BY x /*o*/
SELECT replaceRegexpAll(s, p, r) AS x FROM values('s String, p String, r String', ('ccc', '[^a]', 'x'), ('bca', 'é', ''), ('ABab', '(?i)B', '<\\0>'), ('abc', 'b+', '--')) ORDER BY x /*o*/
SELECT replaceRegexpOne(s, p, r) AS x FROM values('s String, p String, r String', ('日本ab', '^a', 'é'), ('a.b', 'a|b', '<\\0>')) ORDER BY x /*o*/
SELECT replaceRegexpOne(s, p, r) AS x FROM values('s String, p String, r String', ('a.b', '(a|b)c', '<\\0>'), ('ABab', 'b$', '\\0\\0')) ORDER BY x /*o*/
SELECT replaceOne('abcab', p, r) AS x FROM values('s String, p String, r String', ('xéy', '\\.', ''), ('1a2b', '\\.', '--'), ('', 'a|b', '--'), ('ccc', 'b$', 'é')) ORDER BY x /*o*/
SELECT replaceAll(s, p, '<\\0>') AS x FROM values('s String, p String, r String', ('aabb', '\\.', ''), ('ccc', 'é', 'x')) ORDER BY x /*o*/
SELECT replaceAll(s, p, r) AS x FROM values('s String, p String, r String', ('日本ab', 'b+', ''), ('xéy', 'ab', '--'), ('1a2b', '(a|b)c', ''), ('', 'a', '--')) ORDER BY x /*o*/
SELECT replaceAll('abcab', p, r) AS x FROM values('s String, p String, r String', ('1a2b', '\\d+', ''), ('ccc', 'é', ''), ('1a2b', 'é', 'é')) ORDER BY x /*o*/
SELECT replaceOne('abcab', p, r) AS x FROM values('s String, p String, r String', ('', '\\d+', ''), ('xéy', '^a', '\\0\\0'), ('', '(a)(b)', '')) ORDER BY x /*o*/
SELECT replaceOne('abcab', p, r) AS x FROM values('s String, p String, r String', ('aabb', '(?i)B', '<\\0>'), ('日本ab', '(?i)B', ''), ('日本ab', 'ab', 'é')) ORDER BY x /*o*/
SELECT replaceRegexpOne(s, p, r) AS x FROM values('s String, p String, r String', ('日本ab', '\\d+', '\\0\\0'), ('', '.', 'é')) ORDER BY x /*o*/
SELECT replaceRegexpAll(s, p, r) AS x FROM values('s String, p String, r String', ('bca', 'b$', 'x'), ('', 'a|b', ''), ('', '\\.', '<\\0>')) ORDER BY x /*o*/
SELECT replaceOne('abcab', p, r) AS x FROM values('s String, p String, r String', ('xéy', '[^a]', 'é'), ('日本ab', '[ab]', '\\0\\0'), ('bca', '.', 'é')) ORDER BY x /*o*/
SELECT replaceRegexpAll(s, p, r) AS x FROM values('s String, p String, r String', ('a.b', 'ab', '--'), ('aabb', 'é', 'x'), ('ccc', '(a|b)c', 'x')) ORDER BY x /*o*/
SELECT replaceAll(s, p, r) AS x FROM values('s String, p String, r String', ('1a2b', 'é', '<\\0>'), ('a.b', '(?i)B', '\\0\\0'), ('ccc', 'é', '--'), ('', 'b$', '\\0\\0')) ORDER BY x /*o*/
SELECT printf('%1.4s|', '日本')
SELECT printf('%-s|', 'x日y本')
SELECT printf('%-5s|', '⚽⚽')
SELECT printf('%s|', '')
SELECT printf('%-5.4s|', '')
SELECT printf('%-.4s|', 'abc')
SELECT printf('%-8s|', 'é')
SELECT printf('%s|', '⚽⚽')
SELECT printf('%.5s|', 'a😀b')
SELECT printf('%-.5s|', '日本')
SELECT printf('%.5s|', 'é')
SELECT printf('%-.2s|', '가')
SELECT printf('%-.1s|', 'é')
SELECT printf('%-s|', 'é')
SELECT printf('%-8.3s|', 'a😀b')
SELECT printf('%1s|', '⚽⚽')
SELECT printf('%-.0s|', 'é')
SELECT printf('%9s|', 'Grüße')
SELECT printf('%-s|', 'Grüße')
SELECT printf('%7s|', '')
