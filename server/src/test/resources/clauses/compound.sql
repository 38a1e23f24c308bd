# Operators of several parts: columns by LIKE, arrays and tuples put together, intervals of several units.
SELECT * ILIKE 'X%' FROM (SELECT 1 AS x, 2 AS y)
SELECT a.* LIKE 'x%' FROM (SELECT 1 AS x, 2 AS y) AS a
SELECT * LIKE 'x%' EXCEPT x2 FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE 'x%' APPLY sum FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE 'x%' REPLACE (5 AS x1) FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * EXCEPT x1 LIKE 'x%' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE 'z%' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE x FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE 'x_' , 3 FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE 'x\\_' FROM (SELECT 1 AS x1, 2 AS `x_`)
SELECT * LIKE '%1' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE '%%' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE '%' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE '' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT * LIKE 'x1' FROM (SELECT 1 AS x1, 2 AS x12)
SELECT * LIKE 'x\\' FROM (SELECT 1 AS x1, 2 AS x12)
SELECT * LIKE '%x%1%' FROM (SELECT 1 AS x1, 2 AS x12)
SELECT count(* LIKE 'x%') FROM (SELECT 1 AS x1, 2 AS x2)
SELECT (* LIKE 'x1%') FROM (SELECT 1 AS x1, 2 AS x2)
EXPLAIN SYNTAX SELECT * LIKE 'x.1%' FROM (SELECT 1 AS x1, 2 AS x2)
SELECT formatQuery('select * like ''x%'' from t')
SELECT 1 + * LIKE 'x%' FROM (SELECT 1 AS x1)
SELECT count(*) LIKE '1' FROM numbers(1)
SELECT [1] || [2, 300], toTypeName([1] || [2, 300])
SELECT concat([1], ['a'])
SELECT concat([1], [2], []), toTypeName(concat([1], [NULL], [-1]))
SELECT concat((1, 2), (3, 'a')), toTypeName(concat((1, 2), (3, 'a')))
SELECT concat((1, 2)), concat([1])
SELECT concat(map(1, 2), map(3, 4))
SELECT concat(map(1, 2))
SELECT concat([1], 'a'), concat('a', [1]), concat((1, 2), 'a')
SELECT concat([1], NULL), concat(NULL, (1, 2)), concat(map(1, 2), NULL)
SELECT concat([1], materialize([2])), concat(materialize((1, 2)), (3, 4)), concat(map(1, 2), materialize(map(3, 4)))
SELECT concat((1, 2)::Tuple(a UInt8, b UInt8), (3, 4)::Tuple(c UInt8, d UInt8)) AS t, toTypeName(t)
SELECT concat([1], (1, 2))
SELECT (1, 2) || (3, 4)
SELECT [1] || [2] || [3]
SELECT map(1, 2) || map(1, 3)
SELECT concat([toLowCardinality('a')], ['b']) AS x, toTypeName(x)
SELECT concat([toNullable(1)], [2]) AS x, toTypeName(x)
SELECT concat([[1]], [[2, 3]]), [] || []
SELECT concat((), (1, 2)), concat((), ())
SELECT concat([1, 2], arrayMap(x -> x * number, [1, 2])) FROM numbers(3)
SELECT CONCAT([1], [2]), concatAssumeInjective([1], [2])
SELECT concat('a', 'b'), concat('a'), concat()
SELECT INTERVAL '1-2' YEAR TO MONTH AS i, toTypeName(i)
SELECT INTERVAL '1 02:03:04' DAY TO SECOND AS i, toTypeName(i)
SELECT INTERVAL '1 02' DAY TO HOUR
SELECT INTERVAL '1 02:03' DAY TO MINUTE
SELECT INTERVAL '02:03' HOUR TO MINUTE
SELECT INTERVAL '02:03:04' HOUR TO SECOND
SELECT INTERVAL '03:04' MINUTE TO SECOND
SELECT INTERVAL '-1-2' YEAR TO MONTH
SELECT INTERVAL '-1 02:03:04' DAY TO SECOND
SELECT INTERVAL '+1-2' YEAR TO MONTH
SELECT INTERVAL '1-13' YEAR TO MONTH
SELECT INTERVAL '1-2' MONTH TO YEAR
SELECT INTERVAL '1' YEAR TO MONTH
SELECT INTERVAL 1 YEAR TO MONTH
SELECT INTERVAL '25:61' HOUR TO MINUTE
SELECT INTERVAL '1 1' WEEK TO DAY
SELECT INTERVAL '1 02:03:04' DAYS TO SECONDS
SELECT INTERVAL '100 23:59:59' DAY TO SECOND
SELECT INTERVAL '9223372036854775808-1' YEAR TO MONTH
SELECT toDateTime('2020-01-01 00:00:00','UTC') - INTERVAL '1 02:03:04' DAY TO SECOND
SELECT toDateTime('2020-01-01 00:00:00','UTC') + INTERVAL '-1 02:03:04' DAY TO SECOND
SELECT toDate('2020-01-31') + INTERVAL '1-1' YEAR TO MONTH AS d
EXPLAIN SYNTAX SELECT toDate('2020-01-01') + INTERVAL '1-2' YEAR TO MONTH
EXPLAIN SYNTAX SELECT INTERVAL '-1-2' YEAR TO MONTH
SELECT toTypeName(lag(toDecimal32(1, 2), 1, 100000000) OVER ())
SELECT toTypeName(lag(toDecimal64(1, 2), 1, 0) OVER ()), toTypeName(lag(1::Decimal(10, 2), 1, 0) OVER ()), toTypeName(lag(1::Decimal(10, 2), 1, 1::Decimal(18, 2)) OVER ())
