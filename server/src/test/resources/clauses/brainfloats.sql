# BFloat16: casts, arithmetic, comparison, aggregates
SELECT toTypeName(1::BFloat16), 1::BFloat16, 3.14::BFloat16, toBFloat16(3.14159), toBFloat16('2.5'), toBFloat16('nan'), toBFloat16('inf'), toBFloat16(-1/0)
SELECT toBFloat16(1e39), toBFloat16(3.3961776292304945e38), toBFloat16(65535), toBFloat16(1e-40), toBFloat16(-0.0), toBFloat16(257), toBFloat16(258), toBFloat16(259)
SELECT toBFloat16OrNull('x'), toTypeName(toBFloat16OrNull('x')), toBFloat16OrZero('x'), toTypeName(toBFloat16OrZero('3')), toBFloat16OrNull('1.23')
SELECT toTypeName(toBFloat16(1)+toBFloat16(1)), toBFloat16(1)+toBFloat16(1)
SELECT toTypeName(toBFloat16(1)+1), toBFloat16(1.5)+1
SELECT toTypeName(toBFloat16(1)+toFloat32(1)), toBFloat16(1.5)+toFloat32(1.1)
SELECT toTypeName(toBFloat16(1)*toFloat64(1)), toBFloat16(1.5)*1.1
SELECT toTypeName(toBFloat16(1)/toBFloat16(3)), toBFloat16(1)/toBFloat16(3)
SELECT toTypeName(toBFloat16(1)-toInt64(3)), toBFloat16(1)-toInt64(3)
SELECT toBFloat16(7) % 4, toTypeName(toBFloat16(7) % 4)
SELECT modulo(toBFloat16(7), toBFloat16(4))
SELECT toBFloat16(7) = 7, toBFloat16(7) < 8, toBFloat16(3.14)=3.14, toBFloat16(3.14)=toFloat32(3.14), toBFloat16(0.5)=toDecimal32(0.5,1), toBFloat16(nan)=toBFloat16(nan)
SELECT toBFloat16(7) = '7'
SELECT toBFloat16(7) = toInt128(7), toBFloat16(7) < toUInt256(9)
SELECT toTypeName([toBFloat16(1), 1::Float32]), toTypeName([toBFloat16(1), 1::Float64]), toTypeName([toBFloat16(1), 1::UInt8])
SELECT toTypeName([toBFloat16(1), 1::Int16]), [toBFloat16(1), 1::Int16]
SELECT toTypeName([toBFloat16(1), 1::Int32])
SELECT toTypeName(if(number=1, toBFloat16(1), 1::UInt8)) FROM numbers(2)
SELECT sum(toBFloat16(number)), toTypeName(sum(toBFloat16(number))), avg(toBFloat16(number)), min(toBFloat16(number)), max(toBFloat16(number)), toTypeName(max(toBFloat16(number))) FROM numbers(10)
SELECT sumKahan(toBFloat16(number)) FROM numbers(10)
SELECT any(toBFloat16(number)), anyLast(toBFloat16(number)), argMin(number, toBFloat16(number)), argMax(toBFloat16(number), number) FROM numbers(10)
SELECT stddevPop(toBFloat16(number)), varSamp(toBFloat16(number)) FROM numbers(100)
SELECT sumIf(toBFloat16(number), number > 1) FROM numbers(3)
SELECT skewPop(toBFloat16(number)) FROM numbers(5)
SELECT sqrt(toBFloat16(2)), toTypeName(sqrt(toBFloat16(2)))
SELECT exp(toBFloat16(2)), log(toBFloat16(2)), sin(toBFloat16(2))
SELECT pow(toBFloat16(2), 3), toTypeName(pow(toBFloat16(2), 3))
SELECT toDateTime(toBFloat16(100)), toDate(toBFloat16(100))
SELECT toBFloat16(toDecimal64(3.14, 2)), toBFloat16(toInt128(300)), toBFloat16(toDate('2020-01-01')), toBFloat16(toDateTime(1000000, 'UTC')), toBFloat16(true)
SELECT toBFloat16(toInt64(16777217)), toBFloat16(toUInt256(10))
SELECT toBFloat16(toDateTime64(1000.5,1,'UTC'))
SELECT accurateCast(2.5, 'BFloat16'), accurateCastOrNull(3.14, 'BFloat16'), accurateCastOrNull(300::UInt16, 'BFloat16'), accurateCastOrNull(257, 'BFloat16')
SELECT CAST(NULL AS Nullable(BFloat16)), toTypeName(toBFloat16(NULL)), toBFloat16(NULL)
SELECT CAST([1,2,3.3], 'Array(BFloat16)'), CAST((1,2.2), 'Tuple(a BFloat16, b BFloat16)'), CAST(map('a', 1.1), 'Map(String, BFloat16)')
SELECT toBFloat16(number % 2) AS k, count() FROM numbers(5) GROUP BY k ORDER BY k
SELECT DISTINCT toBFloat16(number % 2) AS k FROM numbers(5) ORDER BY k
SELECT toBFloat16(1) IN (1, 2), toBFloat16(3.14) IN (3.14), toBFloat16(3.14) IN (toBFloat16(3.14))
SELECT number FROM numbers(5) WHERE toBFloat16(number) IN (SELECT toBFloat16(2))
SELECT a.x, b.y FROM (SELECT toBFloat16(number) x FROM numbers(3)) a JOIN (SELECT toBFloat16(number) x, number y FROM numbers(3)) b ON a.x = b.x ORDER BY ALL
SELECT a.x, b.y FROM (SELECT toBFloat16(number) x FROM numbers(3)) a JOIN (SELECT toFloat32(number) x, number y FROM numbers(3)) b ON a.x = b.x ORDER BY ALL
SELECT toBFloat16(1) UNION ALL SELECT toFloat32(1)
SELECT toTypeName(x) FROM (SELECT toBFloat16(1) x UNION ALL SELECT toFloat32(1))
SELECT toTypeName(multiply(toBFloat16(2), toBFloat16(2.5))), toBFloat16(2) * toBFloat16(2.5), toBFloat16(1.01) * toBFloat16(1.01)
SELECT plus(toBFloat16(256), toBFloat16(1))
SELECT toJSONString(toBFloat16(1.1)), toJSONString(tuple(toBFloat16(nan)))
SELECT [toBFloat16(1)] = [1], (toBFloat16(1), 2) = (1, 2), [toBFloat16(1)] < [toBFloat16(2)]
SELECT sum(toBFloat16(number)) OVER (ORDER BY number) FROM numbers(5)
SELECT toBFloat16OrNull(''), toBFloat16OrZero(''), toBFloat16OrNull('1.5abc')
SELECT toBFloat16(CAST('a', 'Enum8(\'a\'=1)'))
SELECT CAST(toBFloat16(1.5) AS Variant(BFloat16, String)), CAST(toBFloat16(1.5), 'Dynamic'), dynamicType(CAST(toBFloat16(1.5), 'Dynamic'))
SELECT toFixedString(toString(toBFloat16(1)), 3), concat(toBFloat16(1.1), 'a'), format('{}', toBFloat16(1.1)), toBFloat16(1.1) || 'x'
SELECT ifNull(toBFloat16(1), 2), nullIf(toBFloat16(1), 1), coalesce(NULL, toBFloat16(1)), assumeNotNull(toNullable(toBFloat16(1)))
SELECT materialize(toBFloat16(1.1)) + materialize(toBFloat16(1.2)), materialize(toBFloat16(1.1)) * materialize(toBFloat16(1.2)), materialize(toBFloat16(1.1)) / materialize(toBFloat16(1.2)),  materialize(toBFloat16(1.1)) - materialize(toBFloat16(1.2))
SELECT toBFloat16(1.00781249999999999::Float64), toBFloat16(reinterpretAsFloat64(toUInt64(0x3FF01FFFFFFFFFFF))), toBFloat16('1.007812499999999'), toBFloat16('1.0078124'), toBFloat16(toFloat32('1.0078124')), '1.007812499999999'::BFloat16
SELECT toBFloat16(255.99999999), toBFloat16(toDecimal64(1.007812499999, 12)), toBFloat16('1e-45'), toBFloat16('-inf'), toBFloat16('-0')
SELECT toBFloat16(toInt64(-16777215)), toBFloat16(18446744073709551615), toBFloat16(16777215::UInt32), toBFloat16(toUInt128('340282366920938463463374607431768211455')), toBFloat16(toUInt256('115792089237316195423570985008687907853269984665640564039457584007913129639935'))
SELECT toInt32(toBFloat16(2.5)), toUInt8(toBFloat16(300)), toInt8(toBFloat16(-300)), toString(toBFloat16(2.1)), toFloat32(toBFloat16(2.1)), toFloat64(toBFloat16(2.1)), toBool(toBFloat16(1)), toInt128(toBFloat16(1e30)), toUInt64(toBFloat16(-1)), toBool(toBFloat16(nan))
SELECT toDate32(toBFloat16(100))
SELECT toTime(toBFloat16(100))
SELECT CAST(toBFloat16(1), 'IntervalSecond')
SELECT accurateCast(toBFloat16(2), 'Int32'), accurateCastOrNull(toBFloat16(2.5), 'Int32'), accurateCastOrNull(toBFloat16(2.5), 'Float32')
SELECT accurateCastOrNull(1e39, 'BFloat16'), accurateCastOrNull(nan, 'BFloat16'), accurateCastOrNull('1.1', 'BFloat16'), accurateCastOrDefault(3.3, 'BFloat16')
SELECT toBFloat16OrNull(toFixedString('1.5', 3))
SELECT toFloat32OrNull(toString(toBFloat16(1.1)))
SELECT isNaN(toBFloat16(nan)), isFinite(toBFloat16(1)), isInfinite(toBFloat16(inf))
SELECT isNaN(toBFloat16(nan))
SELECT arrayProduct([toBFloat16(3)])
SELECT hypot(toBFloat16(1), 2), atan2(toBFloat16(1), toBFloat16(2))
SELECT toTypeName(toBFloat16(1)+true), toTypeName(toBFloat16(1)-1), toTypeName(1-toBFloat16(1)), toTypeName(toBFloat16(1)*toInt16(1)), toTypeName(toBFloat16(1)*toInt32(1)), toTypeName(toBFloat16(1)/2), toTypeName(toBFloat16(1)/toFloat32(2)), toTypeName(toFloat32(1)*toBFloat16(1)), toTypeName(toInt64(1)*toBFloat16(1)), toTypeName(toBFloat16(1)*toInt16(1))
SELECT toBFloat16(1.5) + toNullable(1), toBFloat16(1.5) + NULL
SELECT toBFloat16(3.5) = toInt64(3), toBFloat16(16777216) = toInt64(16777217), toBFloat16(16777216) < 16777217::UInt64, toBFloat16(16777216) < 16777217::Int32, toBFloat16(1.1) < toDecimal32(1.1, 1), toBFloat16(1.09375) = toDecimal64(1.09375, 5)
SELECT toBFloat16(3.14) = '3.14', toBFloat16(3) <=> NULL, toBFloat16(3) <=> 3, toBFloat16(3) IS DISTINCT FROM 4
SELECT toTypeName([toBFloat16(1), true]), toTypeName([toBFloat16(1), 1::Int8]), toTypeName([toBFloat16(1), 1::UInt16]), toTypeName([toBFloat16(1), NULL]), toTypeName([toBFloat16(1), 1::UInt32]), toTypeName([toBFloat16(1), 1::UInt16, 1::Float32])
SELECT toTypeName([toBFloat16(1), 1::Enum8('a'=1)])
SELECT map('a', toBFloat16(1))['a'], mapValues(map('a', toBFloat16(1.1))), map(toBFloat16(1), 2)
SELECT toJSONString(toBFloat16(1.1)), toJSONString((toBFloat16(nan), toBFloat16(1.1)))
SELECT stddevPop(x), stddevSamp(x), varPop(x), varSamp(x), toTypeName(varPop(x)) FROM (SELECT toBFloat16(number/3) x FROM numbers(100))
SELECT stddevPopStable(x), varSampStable(x) FROM (SELECT toBFloat16(number/3) x FROM numbers(100))
SELECT sumState(x) FROM (SELECT toBFloat16(number/3) x FROM numbers(3))
SELECT argMin(x, -number), argMax(number, x), minIf(x, number > 3), maxOrNull(x), sumIf(x, number > 2) FROM (SELECT number, toBFloat16(number/3) x FROM numbers(10))
SELECT min(x), max(x) FROM (SELECT toBFloat16(number/3) x FROM numbers(0))
SELECT sumMap(map('a', x)) FROM (SELECT toBFloat16(number/3) x FROM numbers(10))
SELECT sumArray([x]), sumForEach([x]), minDistinct(x) FROM (SELECT toBFloat16(number/3) x FROM numbers(10))
SELECT lagInFrame(x) OVER (ORDER BY x), row_number() OVER (ORDER BY x), max(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (SELECT toBFloat16(number/3) x FROM numbers(4)) ORDER BY x
SELECT x FROM (SELECT arrayJoin([toBFloat16(nan), toBFloat16(1), toBFloat16(-inf), toBFloat16(-0.0), toBFloat16(0)]) x) ORDER BY x
SELECT x FROM (SELECT arrayJoin([toBFloat16(nan), toBFloat16(1), toBFloat16(-inf), NULL]) x) ORDER BY x DESC NULLS FIRST
SELECT count() FROM (SELECT toBFloat16(number) x FROM numbers(10)) WHERE x IN (1, 2, 3.5, NULL, '4')
SELECT count() FROM (SELECT toBFloat16(number) x FROM numbers(10)) WHERE x IN (SELECT number FROM numbers(3))
SELECT count() FROM (SELECT toBFloat16(number) x FROM numbers(10)) WHERE x > 3.5 AND x < '8'
SELECT count() FROM (SELECT toBFloat16(number) x FROM numbers(10)) a JOIN (SELECT number::Int8 number FROM numbers(5)) b ON a.x = b.number
SELECT * FROM values('x BFloat16, y Nullable(BFloat16)', (1.1, NULL), ('2.5', 3))
SELECT * FROM format(JSONEachRow, 'x BFloat16, y Array(BFloat16)', '{"x":1.1,"y":[1,2.2]} {"x":"3","y":[]} {"x":null,"y":[]}')
SELECT * FROM format(CSV, 'x BFloat16, y Nullable(BFloat16)', '1.1,\\N\n"2.2",3\n')
SELECT * FROM format(TSV, 'x BFloat16', '1.1\nnan\ninf\n-inf\n1e3\n+5\n.5\n5.\n')
SELECT 1.1::Dynamic::BFloat16, toBFloat16(1)::Dynamic::Float64, '1.1'::Dynamic::BFloat16
SELECT 1.1::Variant(BFloat16, String)
SELECT pow(toBFloat16(2), 3), hypot(toBFloat16(1), 2), toBFloat16(7.3) % 4, modulo(7.9, toBFloat16(0.7)), positiveModulo(toBFloat16(-7), 4), toTypeName(toBFloat16(7) % toInt8(4))
SELECT arraySum([toBFloat16(3.3), toBFloat16(1)]), arrayAvg([toBFloat16(3), 4]), arrayProduct([toBFloat16(3)]), toTypeName(arraySum([toBFloat16(3)]))
SELECT sum(x), avg(x), min(x), max(x), any(x), anyLast(x), count(x), sumKahan(x), toTypeName(sumKahan(x)), toTypeName(avg(x)) FROM (SELECT toBFloat16(number/3) x FROM numbers(100))
SELECT hex(minState(x)), hex(anyState(x)), hex(avgState(x)), hex(argMinState(x, x)), hex(groupArrayState(x)), hex(varPopState(x)) FROM (SELECT toBFloat16(number/3) x FROM numbers(1))
SELECT uniqExact(x), count(DISTINCT x), groupArray(3)(x) FROM (SELECT toBFloat16(number/3) x FROM numbers(1000))
SELECT count() FROM numbers(10) WHERE toBFloat16(number) IN (SELECT toFloat32(number) + 0.001 FROM numbers(5))
SELECT 3.14 IN (toBFloat16(3.14)), 3.14::Float32 IN (SELECT toBFloat16(3.14)), 3 IN (toBFloat16(3))
SELECT cityHash64(toBFloat16(-0.0)), cityHash64(toBFloat16(0)), cityHash64(toBFloat16(1), 'a'), cityHash64([toBFloat16(1), 2]), cityHash64((toBFloat16(1), 2)), sipHash64(toBFloat16(1.1)), sipHash64([toBFloat16(1.1)]), sipHash64(toNullable(toBFloat16(1.1)))
SELECT a.x, b.x FROM (SELECT arrayJoin([toBFloat16(-0.0), toBFloat16(nan), 1]) x) a JOIN (SELECT arrayJoin([toBFloat16(0), toBFloat16(nan), 1]) x) b ON a.x = b.x
SELECT min(x), max(x), argMax(number, x) FROM (SELECT toBFloat16(number/3) AS x, number FROM numbers(10)) GROUP BY number % 2 ORDER BY 1
SELECT x, sum(1) FROM (SELECT (toBFloat16(number%3), number % 2) AS x FROM numbers(10)) GROUP BY x ORDER BY x
SELECT if(number % 2, toBFloat16(1.1), 2::Float32), multiIf(number = 1, toBFloat16(3), 4), coalesce(NULL, toBFloat16(1.1)), nullIf(toBFloat16(2), 2) FROM numbers(3)
SELECT toBFloat16(materialize('1.1')), toBFloat16(toLowCardinality('1.1')), toBFloat16(toNullable('1.1')), toBFloat16(materialize(toNullable('x')))
SELECT toBFloat16OrNull(toNullable('z')), toBFloat16OrZero(toLowCardinality('1.1')), toBFloat16OrNull(NULL)
SELECT * FROM format(RowBinary, 'x BFloat16, y Array(BFloat16)', unhex('803F02803F0040'))
SELECT sumMerge(s), uniqExactMerge(u), maxMerge(m) FROM (SELECT sumState(toBFloat16(number)) s, uniqExactState(toBFloat16(number)) u, maxState(toBFloat16(number)) m FROM numbers(300))
SELECT toTypeName(sumState(toBFloat16(1))), toTypeName(maxState(toBFloat16(1)))
SELECT * FROM (SELECT number k, toBFloat16(number) v FROM numbers(3)) a LEFT JOIN (SELECT number + 1 k, toBFloat16(number) w FROM numbers(2)) b USING k ORDER BY k
SELECT toDateTime(toBFloat16(1e9), 'UTC'), toDate(toBFloat16(1e5)), toDate(toBFloat16(-5)), toUInt8(toBFloat16(-1))
SELECT toBFloat16(toTime('00:01:40'))
SELECT toBFloat16(toIntervalDay(3))
SELECT toBFloat16(1) BETWEEN 0 AND 2, toBFloat16(1) < '3', toBFloat16(2) > NULL
SELECT x FROM values('x BFloat16', 1, 2, 300.7) ORDER BY x LIMIT 1 BY x
SELECT rank() OVER (ORDER BY x), x FROM values('x BFloat16', 1, 2, 1) ORDER BY x
SELECT sum(x) FROM values('x BFloat16', 1, 2, 1) GROUP BY x WITH TOTALS ORDER BY 1
SELECT x FROM values('x BFloat16', 1, 2, 1) INTERSECT SELECT 1::BFloat16
SELECT 1.1::BFloat16 AS a, a::String, a::Float64, a + a, a * 3, a - 1.5, a / 0
DESCRIBE TABLE (SELECT toBFloat16(1) AS x)
SELECT arraySort(x -> x * -1, [toBFloat16(1), 2]), arrayReverseSort([toBFloat16(1), nan, 2]), arraySort([toBFloat16(nan), 1])
