# Values of sets come in the order of the server's hash table
SELECT groupUniqArray(cityHash64(number) % 500) FROM numbers(900) SETTINGS max_threads = 1
SELECT groupUniqArray(toInt32(cityHash64(number))), groupUniqArray(toUInt8(number * 7)) FROM numbers(300) SETTINGS max_threads = 1
SELECT groupUniqArray(number / 3), groupUniqArray(toFloat32(number / 3)) FROM numbers(200) SETTINGS max_threads = 1
SELECT groupUniqArray(toString(number)), groupUniqArray(substring(hex(number), 1, number % 5)) FROM numbers(200) SETTINGS max_threads = 1
SELECT groupUniqArray(repeat(toString(number), 3)), groupUniqArray(toLowCardinality(toString(number % 30))) FROM numbers(90) SETTINGS max_threads = 1
SELECT groupUniqArray(toDate(number)), groupUniqArray(toDate32(number)), groupUniqArray(toDateTime64(number, 3, 'UTC')) FROM numbers(100) SETTINGS max_threads = 1
SELECT groupUniqArray(toDecimal64(number, 2)), groupUniqArray(toUInt128(number) * 7777777777777777777), groupUniqArray(toInt128(number) * -7777777777777777777) FROM numbers(100) SETTINGS max_threads = 1
SELECT groupUniqArray((number, toString(number))), groupUniqArray([number, 7]), groupUniqArray([toString(number)]), groupUniqArray(map('a', number)) FROM numbers(60) SETTINGS max_threads = 1
SELECT groupUniqArray(if(number % 3 = 0, NULL, number)), groupUniqArray(12)(number), groupUniqArrayIf(number, number % 2) FROM numbers(80) SETTINGS max_threads = 1
SELECT hex(groupUniqArrayState(number)), hex(groupUniqArrayState([number])), hex(sumDistinctState(number)) FROM numbers(70) SETTINGS max_threads = 1
SELECT hex(anyDistinctState(toString(number))), hex(argMinDistinctState(number, toDate(number))), hex(anyDistinctState([number])) FROM numbers(70) SETTINGS max_threads = 1
SELECT number % 3 AS k, groupUniqArray(number), groupUniqArrayArray([number, number + 7]) FROM numbers(90) GROUP BY k ORDER BY k SETTINGS max_threads = 1
# Sums of floats and choices among equals follow the server's loops: blocks in lanes without keys, in fours under a key of one byte
SELECT sum(x), avg(x), sumKahan(x), varPop(x), skewPop(x), covarPop(x, w), corr(x, w), sumIf(x, k % 3), avgIf(n, k % 3), varPop(n), sum(n), sumCount(x) FROM (SELECT number AS k, (cityHash64(number) % 1000000007 - 500000000) / 7000 AS x, cityHash64(number, 1) % 1000 / 77 AS w, if(k % 5, x, NULL) AS n FROM numbers(50000)) SETTINGS max_threads = 1
SELECT g, sum(x), avg(x), sumKahan(x), varPop(x), sumOrNull(x), sumIf(x, k % 2), avgWeighted(x, x), any(k), anyLast(k), any(toString(k)), any(toDate(k)), sumCount(x) FROM (SELECT number AS k, (cityHash64(number) % 1000000007 - 500000000) / 7000 AS x, toUInt8(cityHash64(number, 2) % 5) AS g FROM numbers(9000)) GROUP BY g ORDER BY g SETTINGS max_threads = 1
SELECT g, sum(x), avg(x), any(k), varPop(x) FROM (SELECT number AS k, (cityHash64(number) % 1000000007 - 500000000) / 7000 AS x, toUInt16(cityHash64(number, 2) % 5) AS g FROM numbers(9000)) GROUP BY g ORDER BY g SETTINGS max_threads = 1
SELECT sumForEach([x]), sumDistinct(x), avgDistinct(x), sumMap(map(1, x)), sumResample(0, 2, 1)(x, 1) FROM (SELECT (cityHash64(number) % 1000000007 - 500000000) / 7000 AS x FROM numbers(100)) SETTINGS max_threads = 1
SELECT argMin(k, v), argMax(k, v), argMin(k, toString(v)), argMax(k, toString(v)), argMax(k, toFloat64(v)), argMin(k, toInt128(v)), argMax(k, toUUID(concat('00000000-0000-0000-0000-00000000000', toString(v)))), argMax(k, tuple(v)), argMax(k, [v]), argMax(k, toIPv4(v)), argMaxIf(k, v, k % 2), argMax(k, toNullable(v)), argMaxArray([k], [v]), argMax(k, toLowCardinality(toString(v))) FROM (SELECT number AS k, cityHash64(number) % 3 AS v FROM numbers(2000)) SETTINGS max_threads = 1
SELECT uniqExact(number), uniqExact(number - 5000000000), uniqExact(toInt64(number) - 100000) FROM numbers(150000)
SELECT uniqExact(number * 4097), uniqExact(number % 70001), uniqExact(cityHash64(number)) FROM numbers(150000)
SELECT uniqExact(if(number < 80000, number, cityHash64(number))), uniqExact(if(number < 80000, cityHash64(number), number)) FROM numbers(160000)
SELECT uniqExact(bitXor(number, if(number % 2 = 0, 0, 18446744073709551615))) FROM numbers(160000)
SELECT k, c FROM (SELECT number % 3 AS k, uniqExact(intDiv(number, 2) * k) AS c FROM numbers(300000) GROUP BY k) ORDER BY k
SELECT uniqExactMerge(s) FROM (SELECT uniqExactState(number * m) AS s FROM (SELECT number, arrayJoin([1, 2, 1000003]) AS m FROM numbers(100000)) GROUP BY m)
SELECT uniqExact(toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + number * 7), uniqExact(toFloat64(number)) FROM numbers(120000)
SELECT uniqExact(number, number % 3), uniqExact(toString(number)), uniqExactIf(number, number % 3 = 0) FROM numbers(120000)
SELECT first_value(x) RESPECT NULLS, last_value(x) RESPECT NULLS, any(x) RESPECT NULLS, anyLast(x) RESPECT NULLS, any_value(x) RESPECT NULLS, FIRST_VALUE(x) RESPECT NULLS, toTypeName(first_value(x) RESPECT NULLS) FROM (SELECT arrayJoin([NULL, 1, NULL]) AS x)
SELECT first_value(x) IGNORE NULLS, last_value(x) IGNORE NULLS, sum(x) IGNORE NULLS FROM (SELECT arrayJoin([NULL, 1, NULL]) AS x)
SELECT x, first_value(x) RESPECT NULLS OVER (ORDER BY y), last_value(x) RESPECT NULLS OVER (ORDER BY y ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (SELECT arrayJoin([(NULL, 1), (2, 2), (NULL, 3)]) AS t, t.1 AS x, t.2 AS y) ORDER BY y
SELECT sum(x) RESPECT NULLS FROM (SELECT 1 AS x)
SELECT lagInFrame(x) RESPECT NULLS OVER (ORDER BY x) FROM (SELECT 1 AS x)
SELECT row_number() RESPECT NULLS OVER (ORDER BY x) FROM (SELECT 1 AS x)
SELECT nth_value(x, 1) RESPECT NULLS OVER (ORDER BY x) FROM (SELECT 1 AS x)
SELECT uniqExact(toInt32(number) - 60000), uniqExact(toUInt32(cityHash64(number))), uniqExact(toFloat32(number / 7)), uniqExact(toDateTime('2026-01-01 00:00:00', 'UTC') + number * 61) FROM numbers(150000)
SELECT uniqExact(if(number < 80000, toUInt32(number), toUInt32(cityHash64(number)))), uniqExactIf(toInt32(number % 70001), number % 2 = 0) FROM numbers(160000)
SELECT k, c FROM (SELECT number % 3 AS k, uniqExact(toUInt32(intDiv(number, 2) * k)) AS c FROM numbers(400000) GROUP BY k) ORDER BY k
SELECT uniqExactMerge(s) FROM (SELECT uniqExactState(toUInt32(number * m)) AS s FROM (SELECT number, arrayJoin([1, 2, 10007]) AS m FROM numbers(100000)) GROUP BY m)
SELECT groupBitXor(cityHash64(k, c)), count() FROM (SELECT concat('page/', toString(number % 70000)) AS k, count() AS c FROM numbers(150000) GROUP BY k)
SELECT length(k), c FROM (SELECT if(number % 4 = 0, repeat('x', 4194303 + number % 3), if(number % 5 = 0, '', toString(number % 7))) AS k, count() AS c FROM numbers(30) GROUP BY k) ORDER BY 1, 2
# Signed values in a HyperLogLog
SELECT uniqHLL12(CAST(number % 3 - 1 AS Enum8('a' = -1, 'b' = 0, 'c' = 1))) FROM numbers(300)
SELECT uniqHLL12(d) FROM (SELECT toDate32('1960-12-20') + number AS d FROM numbers(300))
SELECT uniqHLL12(d) FROM (SELECT toDate32('1969-12-20') + number AS d FROM numbers(30))
SELECT uniqHLL12(d) FROM (SELECT toDate32('2000-12-20') + number AS d FROM numbers(300))
SELECT uniqHLL12(d) FROM (SELECT toDateTime64(number, 3) - 50 AS d FROM numbers(300))
SELECT uniqHLL12(d) FROM (SELECT toInt16(number) - 150 AS d FROM numbers(300))
SELECT uniqHLL12(d) FROM (SELECT toInt16(toInt16(number) - 150) AS d FROM numbers(300))
SELECT uniqHLL12(d) FROM (SELECT toInt32(number) - 150 AS d FROM numbers(300))
SELECT uniqHLL12(d) FROM (SELECT toInt8(toInt16(number) - 50) AS d FROM numbers(100))
SELECT uniqHLL12(toInt8(-number)), uniqHLL12(toInt16(-number)), uniqHLL12(toInt32(-number)), uniqHLL12(toDate32('1950-01-01') + number * 3) FROM numbers(12)
SELECT uniqHLL12(toInt8(-number)), uniqHLL12(toInt16(-number)), uniqHLL12(toInt32(-number)), uniqHLL12(toDate32('1950-01-01') + number * 3) FROM numbers(127)
SELECT uniqHLL12(toInt8(number - 60)), uniqHLL12(toInt16(number - 60)), uniqHLL12(toInt32(number - 60)), uniqHLL12(toInt32(number * 77777 - 600000)) FROM numbers(120)
SELECT uniqHLL12(toNullable(toInt16(-number * 3))), uniqHLL12(toInt16(-number * 5)), uniqHLL12(toInt32(-number * 999)), uniqHLL12(toDate32('1950-01-01') + number * 30) FROM numbers(1000)
SELECT first_valueIf(x, x > 1) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1, 2, 3)
SELECT first_valueIf(x, y) RESPECT NULLS, last_valueIf(x, y) RESPECT NULLS, anyIf(x, y) RESPECT NULLS, anyLastIf(x, y) RESPECT NULLS FROM values('x Nullable(Int32), y UInt8', (7, 0), (NULL, 1), (2, 1), (NULL, 1))
SELECT first_valueIf(x, y) IGNORE NULLS, last_valueIf(x, y) IGNORE NULLS FROM values('x Nullable(Int32), y UInt8', (7, 0), (NULL, 1), (2, 1), (NULL, 1))
SELECT first_valueArray(x) RESPECT NULLS, last_valueArray(x) RESPECT NULLS FROM values('x Array(Nullable(Int32))', [NULL, 1], [2, NULL])
SELECT any_valueIf(x, 1) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT FIRST_VALUEIf(x, 1) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT anyHeavy(x) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT sumIf(x, 1) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT first_valueForEach(x) RESPECT NULLS FROM values('x Array(Nullable(Int32))', [NULL, 1], [2, 3])
SELECT finalizeAggregation(first_valueState(x) RESPECT NULLS) FROM values('x Nullable(Int32)', NULL, 1)
SELECT toTypeName(first_valueState(x) RESPECT NULLS) FROM values('x Nullable(Int32)', NULL, 1)
SELECT first_valueIf(x, y) RESPECT NULLS OVER (ORDER BY z) FROM values('x Nullable(Int32), y UInt8, z Int32', (7, 0, 1), (NULL, 1, 2), (2, 1, 3), (NULL, 1, 4)) ORDER BY z /*o*/
SELECT anyIf(x, y) RESPECT NULLS, z FROM values('x Nullable(Int32), y UInt8, z Int32', (7, 0, 1), (NULL, 1, 2), (2, 1, 2), (NULL, 1, 1)) GROUP BY z ORDER BY z /*o*/
SELECT first_value_respect_nullsIf(x, 1) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT first_valueMap(map('a', x)) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT first_valueSimpleState(x) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
SELECT first_valueFoo(x) RESPECT NULLS FROM values('x Nullable(Int32)', NULL, 1)
