# JSON of maps and tuples
SELECT map('x', 5, 'y', 6)::JSON AS j, JSONAllPathsWithTypes(j)
SELECT map('x', map('deep', 2.5), 'y.z', map('p', 7))::JSON AS j, JSONAllPathsWithTypes(j)
SELECT map('x', [map('k', 'v')], 'n', NULL, 't', '2024-02-29', 'b', true)::JSON AS j, JSONAllPathsWithTypes(j)
SELECT map(7, toDateTime('2024-02-29 10:00:00', 'UTC'))::JSON AS j, JSONAllPathsWithTypes(j)
SELECT CAST((5, ('x', [1, 2])), 'Tuple(p UInt8, q Tuple(r String, s Array(UInt8)))')::JSON AS j, j.q.r, JSONAllPathsWithTypes(j)
SELECT CAST((5, 'x'), 'Tuple(p UInt8, q String)')::JSON(p UInt16, SKIP q) AS j, JSONAllPathsWithTypes(j)
SELECT (5, 6)::JSON
SELECT [map('x', 5)]::JSON
SELECT 5::JSON
SELECT [map('x', 5), map('y', 6)]::Array(JSON) AS j, toTypeName(j)
SELECT CAST(map('x', number), 'JSON') AS j, j.x.:Int64 FROM numbers(3) ORDER BY number
SELECT map('x', nan, 'y', 1.5)::JSON, map('x', 1, 'x', 2)::JSON
SELECT map('x"y', 'text\n"quoted"', 'z', 'a')::JSON
SELECT map('x', toIPv4('10.0.0.1'))::JSON, map('x', 'e'::Enum8('e' = 1))::JSON, map('x', toDecimal64(1.25, 3))::JSON
# values of several types in arrays and maps
SELECT toJSONString(array(5, 'five', NULL)), toJSONString(map('k', 5, 'l', 'six')), toJSONString((array(5, 'x'), 1))
SELECT mapApply((k, v) -> (upper(k), variantType(v)), map('a', 5, 'b', 'x'))
SELECT mapFilter((k, v) -> variantType(v) = 'String', map('a', 5, 'b', 'x')), mapContains(map('a', 5, 'b', 'x'), 'b')
SELECT arrayFirst(x -> variantType(x) = 'String', array(5, 'x', 'y')), arrayLastIndex(x -> variantType(x) = 'String', array(5, 'x', 'y'))
SELECT arrayConcat(array(5, 'x'), array('y', 6)) AS a, toTypeName(a), arrayPopBack(array(5, 'x')), arrayZip(array(5, 'x'), [1, 2]), arrayEnumerate(array(5, 'x'))
SELECT arrayConcat(array(5, 'x'), ['y'])
SELECT arrayStringConcat(array(5, 'x'), '-')
# addresses of both kinds
SELECT toIPv4('10.0.0.1') = toIPv6('::ffff:10.0.0.1'), toIPv6('::1') < toIPv4('10.0.0.1'), toIPv4('10.0.0.1') BETWEEN toIPv6('::') AND toIPv6('ffff::')
SELECT toNullable(toIPv4('10.0.0.1')) != toIPv6('::1') AS x, toTypeName(x), (toIPv4('10.0.0.1'), 1) = (toIPv6('::ffff:10.0.0.1'), 1)
SELECT toIPv4('10.0.0.1') IN (toIPv6('::ffff:10.0.0.1'))
SELECT toIPv6('::ffff:10.0.0.1') IN (toIPv4('10.0.0.1'), toIPv4('10.0.0.2'))
SELECT toIPv6('::ffff:10.0.0.1') IN (SELECT toIPv4('10.0.0.1'))
SELECT toIPv4('10.0.0.1') <=> toIPv6('::ffff:10.0.0.1')
# aggregates of each element of tuples
SELECT sumTuple((number, number / 2)) AS x, toTypeName(x) FROM numbers(6)
SELECT maxTuple(CAST((number, toString(number)), 'Tuple(p UInt64, q String)')) AS x, toTypeName(x) FROM numbers(6)
SELECT number % 3 AS k, corrTuple((number, number * 2), (number * number, 7 - number)) FROM numbers(12) GROUP BY k ORDER BY k
SELECT sumTupleIf((number, 1), number > 2), sumIfTuple((number, 1), (number > 2, number > 3)), quantileTuple(0.25)((number, number * 4)) FROM numbers(6)
SELECT hex(sumTupleState((number, 1))), toTypeName(sumTupleState((number, 1))) FROM numbers(6)
SELECT sumTupleMerge(s) FROM (SELECT sumTupleState((number, 1)) AS s FROM numbers(6) GROUP BY number % 2)
SELECT countTuple((number, NULL)), anyTuple((5, NULL)), groupArrayTuple((number, toNullable(number))) FROM numbers(3)
SELECT sumTupleArray([(number, 1)]), sumArrayTuple(([number], [1, 2])), sumTupleForEach([(number, 1)]), sumTupleMap(map('a', (number, 1))) FROM numbers(6)
SELECT avgTuple((number, 1)), sumTuple((number, 1)) FROM numbers(6) WHERE number > 9
SELECT sumTuple((number, 1)) OVER (ORDER BY number ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS x FROM numbers(4) ORDER BY number
SELECT sumTuple(number) FROM numbers(2)
SELECT sumTuple(tuple()) FROM numbers(2)
SELECT sumTuple() FROM numbers(2)
SELECT corrTuple((number, 1), (number, 1, 2)) FROM numbers(2)
SELECT sumTuple((number, 'x')) FROM numbers(2)
SELECT sumTupleTuple(((number, 1), (2, 3))) FROM numbers(2)
# bitmaps that bitmaps are folded to
SELECT bitmapToArray(groupBitmapAndState(b)), bitmapToArray(groupBitmapOrState(b)), bitmapToArray(groupBitmapXorState(b)), toTypeName(groupBitmapOrState(b)) FROM (SELECT bitmapBuild(range(toUInt32(number), toUInt32(number + 7))) AS b FROM numbers(4))
SELECT bitmapCardinality(groupBitmapOrState(b)), bitmapAndCardinality(groupBitmapOrState(b), bitmapBuild([toUInt64(5), 6, 4000])), hex(groupBitmapAndState(b)) FROM (SELECT bitmapBuild(range(toUInt64(number * 10), toUInt64(number * 10 + 105))) AS b FROM numbers(9))
SELECT finalizeAggregation(groupBitmapAndState(b)), groupBitmapOr(b) FROM (SELECT bitmapBuild([toUInt8(number), 200]) AS b FROM numbers(5))
SELECT groupBitmapMerge(s) FROM (SELECT groupBitmapOrState(bitmapBuild([toUInt32(number)])) AS s FROM numbers(8) GROUP BY number % 3)
SELECT bitmapToArray(groupBitmapOrState(bitmapBuild([toUInt32(number)]))) FROM numbers(8) WHERE number > 9
# the literal NULL
SELECT quantiles(0.5)(NULL)
SELECT quantilesExactOrNull(0.5)(NULL)
SELECT deltaSum(NULL)
SELECT deltaSumIf(1, NULL), groupArraySample(2, 7)(NULL), intervalLengthSum(NULL, 1), retention(NULL, 1)
SELECT quantilesIf(0.5)(1, NULL), median(NULL), quantilesBFloat16Weighted(0.5)(NULL, 1)
# fixed texts with zero bytes behind them
SELECT CAST(toFixedString('17', 4) AS UInt8), CAST(toFixedString('-1.5', 6) AS Float64), toDecimal64(toFixedString('2.25', 8), 2), toInt256(toFixedString('99', 5)), toFixedString('7', 2)::IntervalHour
SELECT CAST(toFixedString('', 3) AS Int32), CAST(toFixedString('', 3) AS Decimal(9, 2)), CAST(toFixedString('', 3) AS Nullable(UInt8))
SELECT CAST(toFixedString('', 3) AS Float64)
SELECT CAST(toFixedString('17 ', 4) AS UInt8)
SELECT CAST(toFixedString('2024-02-29 10:00:00', 22) AS DateTime('UTC')), CAST(toFixedString('2024-02-29 10:00:00.25', 25) AS DateTime64(3, 'UTC')), toUUID(toFixedString('61f0c404-5cb3-11e7-907b-a6006ad3dba0', 40))
SELECT CAST(toFixedString('NULL', 4) AS Nullable(UInt8))
SELECT CAST(materialize(toNullable(toFixedString('17', 3))) AS Nullable(UInt8)), toUInt8OrNull(toFixedString('17', 3))
# what is no interval
SELECT CAST(toDecimal32(3, 2) AS IntervalDay)
SELECT CAST(toDateTime64('2024-02-29 00:00:00', 3) AS IntervalDay)
SELECT CAST(toIPv4('10.0.0.1') AS IntervalDay)
SELECT CAST(toIntervalDay(3) AS Decimal(9, 2))
SELECT CAST(toIntervalDay(3) AS Float64), CAST(3.7 AS IntervalDay), CAST(toDate('2024-02-29') AS IntervalDay)
# sumCount of Nullable, argMin by tuples that may hold NULL
SELECT sumCount(nullIf(number, 2)) AS x, toTypeName(x), sumCount(nullIf(number, number)), sumCount(NULL), sumCountIf(nullIf(number, 2), number > 1) FROM numbers(5)
SELECT hex(sumCountState(nullIf(number, 2))), toTypeName(sumCountState(nullIf(number, 2))) FROM numbers(5)
SELECT number % 2 AS k, sumCount(nullIf(number, 2)) FROM numbers(6) GROUP BY k ORDER BY k
SELECT argMin(p, (q, r)), argAndMin(p, (q, r)) FROM values('p String, q Int64, r Nullable(UInt8)', ('x', 5, 2), ('y', 4, 3), ('z', 6, NULL))
SELECT k, argMin(p, (q, r)) FROM values('k UInt8, p String, q Int64, r Nullable(UInt8)', (1, 'x', 5, 2), (1, 'y', 4, 3), (2, 'z', 6, NULL)) GROUP BY k ORDER BY k
# names of elements from those of arguments
SELECT (5 AS p, 'x' AS q) AS t, toTypeName(t), t.q, toJSONString(t) SETTINGS enable_named_columns_in_function_tuple = 1
SELECT tuple(number, number + 1 AS next) AS t, toTypeName(t), tuple(number, number) AS u, toTypeName(u) FROM numbers(1) SETTINGS enable_named_columns_in_function_tuple = 1
SELECT toTypeName((5 AS `p q`)), toTypeName((5 AS p, 6)), toTypeName(tuple(true)), toTypeName((NULL AS p, 1 AS null)) SETTINGS enable_named_columns_in_function_tuple = 1
SELECT (tuple(5 AS r) AS p, [1] AS q)::JSON, toTypeName(groupArray((number AS p, 1 AS q))) FROM numbers(2) SETTINGS enable_named_columns_in_function_tuple = 1
SELECT number FROM numbers(5) WHERE (number AS p, 1 AS q) IN ((1, 1), (3, 1)) ORDER BY (number AS p, 1 AS q) DESC SETTINGS enable_named_columns_in_function_tuple = 1
SELECT toTypeName(if(1, (1 AS p, 2 AS q), (3 AS r, 4 AS s))), arrayMap(x -> (x, 1 AS f), [1, 2]) AS a, toTypeName(a) SETTINGS enable_named_columns_in_function_tuple = 1
SELECT max((number AS p, 1 AS q)).p, untuple((5 AS r, 6 AS s)) FROM numbers(3) SETTINGS enable_named_columns_in_function_tuple = 1
