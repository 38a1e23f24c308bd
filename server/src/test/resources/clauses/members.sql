# Keys of IN with parts, and keys beside an empty set
SELECT CAST(NULL, 'Nullable(Int32)') IN (SELECT 1 WHERE 0)
SELECT materialize(CAST(NULL, 'Nullable(Int32)')) IN (SELECT 1 WHERE 0)
SELECT [300] IN (SELECT [toUInt8(1)] WHERE 0)
SELECT [number] IN (SELECT [toUInt8(1)]) FROM numbers(300, 3) ORDER BY number
SELECT [number] IN (SELECT [toUInt8(1)]) FROM numbers(300, 3) WHERE number > 400
SELECT [number] IN (SELECT [toUInt8(1)] WHERE 0) FROM numbers(300, 3) WHERE number > 1
SELECT [number, 1] IN (SELECT [toUInt8(1), 1]) FROM numbers(3) ORDER BY number
SELECT [number, NULL] IN (SELECT [toUInt8(1), 1]) FROM numbers(3) ORDER BY number
SELECT [number, NULL] IN (SELECT [toUInt8(1), NULL]) FROM numbers(3) ORDER BY number
SELECT (number, 1) IN (SELECT (toUInt8(1), 1)) FROM numbers(3) ORDER BY number
SELECT (number, NULL) IN (SELECT (toUInt8(1), 1)) FROM numbers(3) ORDER BY number
SELECT (number, NULL) IN (SELECT (toUInt8(1), NULL)) FROM numbers(3) ORDER BY number
SELECT map('a', number) IN (SELECT map('a', toUInt8(1))) FROM numbers(3) ORDER BY number
SELECT map('a', number) IN (SELECT map('a', toInt8(1))) FROM numbers(3) ORDER BY number
SELECT [toString(number)] IN (SELECT [toUInt8(1)]) FROM numbers(3) ORDER BY number
SELECT ['x'] IN (SELECT [toUInt8(1)])
SELECT [''] IN (SELECT [toUInt8(1)])
SELECT [toUInt8(1)] IN (SELECT ['1'])
SELECT [300] IN (SELECT ['300'])
SELECT [1.5] IN (SELECT ['1.5'])
SELECT [toDate('2020-01-01')] IN (SELECT ['2020-01-01'])
SELECT ['2020-01-01'] IN (SELECT [toDate('2020-01-01')])
SELECT ['2020-01-01x'] IN (SELECT [toDate('2020-01-01')])
SELECT ['2020-01-01 00:00:00'] IN (SELECT [toDateTime('2020-01-01 00:00:00')])
SELECT [toDateTime64('2020-01-01 00:00:00.5', 3)] IN (SELECT [toDateTime('2020-01-01 00:00:00')])
SELECT [toDate('2020-01-01')] IN (SELECT [toDate32('2020-01-01')])
SELECT [toDecimal32('1.55', 2)] IN (SELECT [toDecimal32('1.5', 1)])
SELECT [toDecimal32('1.55', 2)] IN (SELECT [toUInt8(1)])
SELECT [toDecimal32('1.55', 2)] IN (SELECT [toFloat32(1.55)])
SELECT [toUInt8(1)] IN (SELECT [toDecimal32('1', 2)])
SELECT [toUInt64(100000000000)] IN (SELECT [toDecimal32('1', 2)])
SELECT [1.25] IN (SELECT [toDecimal32('1.2', 1)])
SELECT [toFixedString('ab', 2)] IN (SELECT ['ab'])
SELECT [toFixedString('ab', 2)] IN (SELECT [toFixedString('ab', 3)])
SELECT [toFixedString('abc', 3)] IN (SELECT [toFixedString('ab', 2)])
SELECT [toUInt64(5)] IN (SELECT [toInt64(5)])
SELECT [toInt8(5)] IN (SELECT [toUInt64(5)])
SELECT [toInt32(5)] IN (SELECT [toFloat32(5)])
SELECT [toInt32(16777217)] IN (SELECT [toFloat32(16777216)])
SELECT [toFloat32(5.5)] IN (SELECT [toInt32(5)])
SELECT [nan] IN (SELECT [toFloat32(5)])
SELECT [nan] IN (SELECT [toFloat32(nan)])
SELECT [nan] IN (SELECT [toInt32(5)])
SELECT [inf] IN (SELECT [toFloat32(inf)])
SELECT [toLowCardinality('a')] IN (SELECT ['a'])
SELECT ['a'] IN (SELECT [toLowCardinality('a')])
SELECT [toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')] IN (SELECT ['61f0c404-5cb3-11e7-907b-a6006ad3dba0'])
SELECT ['61f0c404-5cb3-11e7-907b-a6006ad3dba0'] IN (SELECT [toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')])
SELECT [] IN (SELECT [toUInt8(1)])
SELECT [] IN (SELECT [1]::Array(UInt8) WHERE 0)
SELECT [1] IN (SELECT [])
SELECT ['a'] IN (SELECT [])
SELECT [] IN (SELECT [])
SELECT [[]] IN (SELECT [[1]])
SELECT [NULL] IN (SELECT [toNullable(1)])
SELECT [NULL] IN (SELECT [NULL])
SELECT [1] IN (SELECT [NULL])
SELECT map() IN (SELECT map('a', 1))
SELECT map('a', 1) IN (SELECT map('a', 1))
SELECT (1, 'a') IN (SELECT (1, toFixedString('a', 1)))
SELECT (1, toDate('2020-01-01')) IN (SELECT (1, toDateTime('2020-01-01 00:00:00')))
SELECT (1, [2, 3]) IN (SELECT (1, [2, 3]))
SELECT (1, [2, 300]) IN (SELECT (1, [2, 3]))
SELECT (1, [2, 3]) IN (SELECT (1, [2, 300]))
SELECT (1, 2) IN (SELECT tuple(1, 2, 3))
SELECT (1, 2, 3) IN (SELECT tuple(1, 2))
SELECT (1, 2) NOT IN (SELECT (1, 300))
SELECT (1, -2) NOT IN (SELECT (1, 300))
SELECT (1, 2.5) NOT IN (SELECT (1, 300))
SELECT (1, 2.5) GLOBAL IN (SELECT (1, 300))
SELECT CAST((1, 300), 'Tuple(a UInt8, b UInt16)') IN (SELECT CAST((1, 30), 'Tuple(a UInt8, b UInt8)'))
SELECT CAST((1, 30), 'Tuple(a UInt8, b UInt16)') IN (SELECT CAST((1, 30), 'Tuple(b UInt8, a UInt8)'))
SELECT CAST((1, 30), 'Tuple(a UInt8, b UInt16)') IN (SELECT (toInt64(1), 30))
SELECT ([300], 1) IN (SELECT [toUInt8(1)], 1 WHERE 0)
SELECT ([300], 'a') IN (SELECT [toUInt8(1)], 1)
SELECT ([30], 'a') IN (SELECT [toUInt8(1)], 1)
SELECT ([30], '1') IN (SELECT [toUInt8(30)], 1)
SELECT ([toUInt16(30)], '1') IN (SELECT [toUInt8(30)], 1)
SELECT ([toUInt16(30)], 'x') IN (SELECT [toUInt8(30)], 1)
SELECT ([toUInt16(300)], 'x') IN (SELECT [toUInt8(30)], 1)
SELECT (materialize([toUInt16(300)]), CAST(NULL, 'Nullable(Int8)')) IN (SELECT [toUInt8(30)], 1)
SELECT if(number = 0, 1, [number] IN (SELECT [toUInt8(1)])) FROM numbers(300, 2)
SELECT count() FROM numbers(300, 2) WHERE [number] IN (SELECT [toUInt8(1)])
SELECT count() FROM numbers(300, 2) WHERE number < 10 AND [number] IN (SELECT [toUInt8(1)])
SELECT [300] IN (SELECT [toUInt8(1)])
SELECT [300] IN ([toUInt8(1)])
SELECT [toUInt16(300)] IN (SELECT [toUInt8(1)])
SELECT [materialize(300)] IN (SELECT [toUInt8(1)])
SELECT [300] IN (SELECT [toUInt8(44)])
SELECT [-1] IN (SELECT [toUInt8(1)])
SELECT [-1] IN (SELECT [toUInt8(255)])
SELECT [1] IN (SELECT [toUInt8(1)])
SELECT [toUInt16(1)] IN (SELECT [toUInt8(1)])
SELECT [1.5] IN (SELECT [toUInt8(1)])
SELECT [toFloat64(1)] IN (SELECT [toUInt8(1)])
SELECT ['a'] IN (SELECT [toUInt8(1)])
SELECT ['1'] IN (SELECT [toUInt8(1)])
SELECT [NULL] IN (SELECT [toUInt8(1)])
SELECT [toNullable(300)] IN (SELECT [toUInt8(1)])
SELECT [300] IN (SELECT [toNullable(toUInt8(1))])
SELECT ([300], 1) IN (SELECT [toUInt8(1)], 1)
SELECT ((300, 2), 1) IN (SELECT (toUInt8(1), 2), 1)
SELECT (300, 1) IN (SELECT toUInt8(1), 1)
SELECT (300, 1) IN (SELECT (toUInt8(1), 1))
SELECT tuple(300) IN (SELECT tuple(toUInt8(1)))
SELECT map('a', 300) IN (SELECT map('a', toUInt8(1)))
SELECT [[300]] IN (SELECT [[toUInt8(1)]])
SELECT 300 IN (SELECT toUInt8(1))
SELECT [300] IN (SELECT [toUInt8(1)] WHERE 0)
SELECT [1.5] IN (SELECT [1::Decimal(9,2)])
SELECT [toDate('2020-01-01')] IN (SELECT [toDateTime('2020-01-01 00:00:00')])
SELECT [toDateTime('2020-01-01 00:00:01')] IN (SELECT [toDate('2020-01-01')])
SELECT [toDateTime('2020-01-01 00:00:00')] IN (SELECT [toDate('2020-01-01')])
SELECT [number*100] IN (SELECT [toUInt8(100)]) FROM numbers(5) ORDER BY number
SELECT [number] IN (SELECT [toUInt8(100)]) FROM numbers(5) ORDER BY number
SELECT [number*100] IN (SELECT [toUInt8(100)]) FROM numbers(3) ORDER BY number
SELECT [toInt64(-5)] IN (SELECT [toUInt64(5)])
SELECT [18446744073709551615] IN (SELECT [toInt64(-1)])
SELECT [1::Int128] IN (SELECT [1::UInt8])
SELECT [1000::Int128] IN (SELECT [1::UInt8])
SELECT [toFloat64(1.1)] IN (SELECT [toFloat32(1.1)])
SELECT [toFloat64(1.1)] IN (SELECT [toFloat32(1.5)])
SELECT ['abc'] IN (SELECT [toFixedString('ab', 2)])
SELECT ['a'] IN (SELECT [toFixedString('a', 2)])
SELECT ['a'] IN (SELECT [CAST('a', 'Enum8(\'a\'=1)')])
SELECT ['b'] IN (SELECT [CAST('a', 'Enum8(\'a\'=1)')])
SELECT 'a' IN (SELECT toUInt8(1) WHERE 0) SETTINGS transform_null_in = 1
SELECT 300 IN (SELECT toUInt8(1) WHERE 0) SETTINGS transform_null_in = 1
SELECT '1' IN (SELECT toUInt8(1) WHERE 0) SETTINGS transform_null_in = 1
SELECT [300] IN (SELECT [toUInt8(1)] WHERE 0) SETTINGS transform_null_in = 1
SELECT (300,1) IN (SELECT toUInt8(1),1 WHERE 0) SETTINGS transform_null_in = 1
SELECT 'abc' IN (SELECT toDate('2020-01-01') WHERE 0) SETTINGS transform_null_in = 1
SELECT 'abc' IN (SELECT toDate('2020-01-01') WHERE 0)
SELECT 'abc' IN (SELECT toDate('2020-01-01'))
SELECT materialize('abc') IN (SELECT toDate('2020-01-01') WHERE 0) SETTINGS transform_null_in = 1
SELECT toNullable(300) IN (SELECT toUInt8(1) WHERE 0) SETTINGS transform_null_in = 1
SELECT toNullable(300) IN (SELECT toUInt8(1)) SETTINGS transform_null_in = 1
SELECT 300 IN (SELECT toUInt8(1)) SETTINGS transform_null_in = 1
SELECT [300] IN (SELECT [toUInt8(1)]) FROM numbers(0)
SELECT [300] IN (SELECT [NULL]) FROM numbers(0)
SELECT emptyArrayUInt8() IN (SELECT [])
SELECT emptyArrayUInt8() IN (SELECT [NULL])
SELECT 300 IN (SELECT NULL::Nullable(UInt8)) SETTINGS transform_null_in = 1
SELECT 3 IN (SELECT NULL::Nullable(UInt8)) SETTINGS transform_null_in = 1
SELECT toNullable(3) IN (SELECT 3::UInt8) SETTINGS transform_null_in = 1
SELECT NULL::Nullable(UInt16) IN (SELECT NULL::Nullable(UInt8)) SETTINGS transform_null_in = 1
SELECT NULL::Nullable(UInt16) IN (SELECT 3::UInt8) SETTINGS transform_null_in = 1
SELECT NULL::Nullable(UInt16) IN (SELECT 0::UInt8) SETTINGS transform_null_in = 1
SELECT 0::UInt16 IN (SELECT NULL::Nullable(UInt8)) SETTINGS transform_null_in = 1
SELECT ([300], 1) IN (SELECT [toUInt8(1)], NULL::Nullable(UInt8))
SELECT ([300], 1) IN (SELECT [toUInt8(1)], NULL::Nullable(UInt8)) SETTINGS transform_null_in = 1
SELECT accurateCast([300], 'Array(UInt8)')
SELECT accurateCast([200], 'Array(UInt8)')
SELECT accurateCast(['200'], 'Array(UInt8)')
SELECT accurateCast(['2x'], 'Array(UInt8)')
SELECT accurateCast(['2x'], 'Array(Nullable(UInt8))')
SELECT accurateCast([NULL, 1], 'Array(Nullable(UInt8))')
SELECT accurateCast([NULL, 300], 'Array(Nullable(UInt8))')
SELECT accurateCast((1, 300), 'Tuple(UInt8, UInt8)')
SELECT accurateCast((1, 30, 4), 'Tuple(UInt8, UInt8)')
SELECT accurateCast(map('a', -1), 'Map(String, UInt8)')
SELECT accurateCast(map('a', 1), 'Map(String, UInt8)')
SELECT accurateCast([1.5], 'Array(Int32)')
SELECT accurateCast([1.5], 'Array(Date)')
SELECT accurateCast([-1], 'Array(Date)')
SELECT accurateCast([toDate32('1950-01-01')], 'Array(Date)')
SELECT accurateCast([toDecimal32('1.55', 2)], 'Array(Decimal(9,1))')
SELECT accurateCast(['1.55'], 'Array(Decimal(9,1))')
SELECT accurateCast(['a'], 'Array(Enum8(\'a\'=1))')
SELECT accurateCast(['b'], 'Array(Enum8(\'a\'=1))')
SELECT accurateCast([1], 'Array(Enum8(\'a\'=1))')
SELECT accurateCast([2], 'Array(Enum8(\'a\'=1))')
SELECT accurateCast([300], 'Array(Enum8(\'a\'=1))')
SELECT accurateCast([number], 'Array(UInt8)') FROM numbers(255, 2)
SELECT accurateCast([[300]], 'Array(Array(UInt8))')
SELECT accurateCast([[1,2],[3]], 'Array(Array(UInt8))')
SELECT accurateCast([1], 'Array(String)')
SELECT accurateCast(['ab'], 'Array(FixedString(1))')
SELECT accurateCast(['2020-01-01'], 'Array(Date)')
SELECT accurateCast([1], 'Array(IPv4)')
SELECT accurateCast([1], 'Array(Bool)')
SELECT accurateCast([2], 'Array(Bool)')
SELECT accurateCast(['61f0c404-5cb3-11e7-907b-a6006ad3dba0'], 'Array(UUID)')
SELECT accurateCast([300], 'Array(Int128)')
SELECT accurateCast([300], 'Array(Float32)')
SELECT accurateCast([1e300], 'Array(Float32)')
SELECT accurateCast([toUInt64(18446744073709551615)], 'Array(Decimal(9,1))')
SELECT accurateCast([1.55], 'Array(Decimal(9,1))')
SELECT accurateCast([1], 'UInt8')
SELECT accurateCast(1, 'Array(UInt8)')
SELECT (number, 300) IN (SELECT (1, toUInt8(2))) FROM numbers(2) ORDER BY number
SELECT if(number = 300, 1, [number] IN (SELECT [toUInt8(1)])) FROM numbers(299, 2) ORDER BY number
SELECT [toLowCardinality('a')] IN (SELECT [toLowCardinality(toNullable('a'))])
SELECT [toLowCardinality('12')] IN (SELECT [12])
SELECT [toLowCardinality('x')] IN (SELECT [12])
SELECT [toLowCardinality(300)] IN (SELECT [toUInt8(12)]) SETTINGS allow_suspicious_low_cardinality_types = 1
SELECT [1, 2] IN (SELECT [1, 2::Nullable(UInt16)])
SELECT [1, 2] IN (SELECT groupArray(number) FROM numbers(1, 2))
SELECT [1, 2]::Array(Int64) IN (SELECT groupArray(number) FROM numbers(1, 2))
SELECT [1, -2]::Array(Int64) IN (SELECT groupArray(number) FROM numbers(1, 2))
SELECT toTypeName([1] IN (SELECT [1]))
SELECT 1 FROM numbers(2) WHERE [number] IN (SELECT [toUInt8(1)])
SELECT count() FROM numbers(1000) WHERE [number] NOT IN (SELECT [toUInt8(1)] WHERE 0)
SELECT count() FROM numbers(1000) WHERE (number, [number]) NOT IN (SELECT number, [toInt64(number)] FROM numbers(5))
SELECT materialize([300]) IN (SELECT [toUInt8(1)])
SELECT x IN (SELECT [toUInt8(1)]) FROM (SELECT [300] AS x)
# What no cast does
SELECT CAST(materialize([1]), 'Enum8(\'a\'=1)')
SELECT CAST(materialize([1]), 'UInt8')
SELECT CAST(materialize([1]), 'Date')
SELECT CAST(materialize([1]), 'DateTime')
SELECT CAST(materialize([1]), 'DateTime64(3)')
SELECT CAST(materialize([1]), 'Date32')
SELECT CAST(materialize([1]), 'Decimal(9,2)')
SELECT CAST(materialize([1]), 'UUID')
SELECT CAST(materialize([1]), 'IPv4')
SELECT CAST(materialize([1]), 'IPv6')
SELECT CAST(materialize([1]), 'FixedString(3)')
SELECT CAST(materialize([1]), 'Float64')
SELECT CAST(materialize([1]), 'Bool')
SELECT CAST(materialize([1]), 'Int128')
SELECT CAST(materialize([1]), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize([1]), 'Array(UInt8)')
SELECT CAST(materialize([1]), 'Tuple(UInt8)')
SELECT CAST(materialize([1]), 'Map(String,UInt8)')
SELECT CAST(materialize([1]), 'Time')
SELECT CAST(materialize([1]), 'LowCardinality(String)')
SELECT CAST(materialize(['a']), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(['a']), 'UInt8')
SELECT CAST(materialize(['a']), 'Date')
SELECT CAST(materialize(['a']), 'DateTime')
SELECT CAST(materialize(['a']), 'DateTime64(3)')
SELECT CAST(materialize(['a']), 'Date32')
SELECT CAST(materialize(['a']), 'Decimal(9,2)')
SELECT CAST(materialize(['a']), 'UUID')
SELECT CAST(materialize(['a']), 'IPv4')
SELECT CAST(materialize(['a']), 'IPv6')
SELECT CAST(materialize(['a']), 'FixedString(3)')
SELECT CAST(materialize(['a']), 'Float64')
SELECT CAST(materialize(['a']), 'Bool')
SELECT CAST(materialize(['a']), 'Int128')
SELECT CAST(materialize(['a']), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(['a']), 'Array(UInt8)')
SELECT CAST(materialize(['a']), 'Tuple(UInt8)')
SELECT CAST(materialize(['a']), 'Map(String,UInt8)')
SELECT CAST(materialize(['a']), 'Time')
SELECT CAST(materialize(['a']), 'LowCardinality(String)')
SELECT CAST(materialize((1,2)), 'Enum8(\'a\'=1)')
SELECT CAST(materialize((1,2)), 'UInt8')
SELECT CAST(materialize((1,2)), 'Date')
SELECT CAST(materialize((1,2)), 'DateTime')
SELECT CAST(materialize((1,2)), 'DateTime64(3)')
SELECT CAST(materialize((1,2)), 'Date32')
SELECT CAST(materialize((1,2)), 'Decimal(9,2)')
SELECT CAST(materialize((1,2)), 'UUID')
SELECT CAST(materialize((1,2)), 'IPv4')
SELECT CAST(materialize((1,2)), 'IPv6')
SELECT CAST(materialize((1,2)), 'FixedString(3)')
SELECT CAST(materialize((1,2)), 'Float64')
SELECT CAST(materialize((1,2)), 'Bool')
SELECT CAST(materialize((1,2)), 'Int128')
SELECT CAST(materialize((1,2)), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize((1,2)), 'Array(UInt8)')
SELECT CAST(materialize((1,2)), 'Tuple(UInt8)')
SELECT CAST(materialize((1,2)), 'Map(String,UInt8)')
SELECT CAST(materialize((1,2)), 'Time')
SELECT CAST(materialize((1,2)), 'LowCardinality(String)')
SELECT CAST(materialize(map('a',1)), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(map('a',1)), 'UInt8')
SELECT CAST(materialize(map('a',1)), 'Date')
SELECT CAST(materialize(map('a',1)), 'DateTime')
SELECT CAST(materialize(map('a',1)), 'DateTime64(3)')
SELECT CAST(materialize(map('a',1)), 'Date32')
SELECT CAST(materialize(map('a',1)), 'Decimal(9,2)')
SELECT CAST(materialize(map('a',1)), 'UUID')
SELECT CAST(materialize(map('a',1)), 'IPv4')
SELECT CAST(materialize(map('a',1)), 'IPv6')
SELECT CAST(materialize(map('a',1)), 'FixedString(3)')
SELECT CAST(materialize(map('a',1)), 'Float64')
SELECT CAST(materialize(map('a',1)), 'Bool')
SELECT CAST(materialize(map('a',1)), 'Int128')
SELECT CAST(materialize(map('a',1)), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(map('a',1)), 'Array(UInt8)')
SELECT CAST(materialize(map('a',1)), 'Tuple(UInt8)')
SELECT CAST(materialize(map('a',1)), 'Map(String,UInt8)')
SELECT CAST(materialize(map('a',1)), 'Time')
SELECT CAST(materialize(map('a',1)), 'LowCardinality(String)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'UInt8')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Date')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'DateTime')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'DateTime64(3)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Date32')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Decimal(9,2)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'UUID')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'IPv4')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'IPv6')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'FixedString(3)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Float64')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Bool')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Int128')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Array(UInt8)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Tuple(UInt8)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Map(String,UInt8)')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'Time')
SELECT CAST(materialize(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), 'LowCardinality(String)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'UInt8')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Date')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'DateTime')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'DateTime64(3)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Date32')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Decimal(9,2)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'UUID')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'IPv4')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'IPv6')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'FixedString(3)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Float64')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Bool')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Int128')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Array(UInt8)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Tuple(UInt8)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Map(String,UInt8)')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'Time')
SELECT CAST(materialize(toIPv4('1.2.3.4')), 'LowCardinality(String)')
SELECT CAST(materialize(1), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(1), 'UInt8')
SELECT CAST(materialize(1), 'Date')
SELECT CAST(materialize(1), 'DateTime')
SELECT CAST(materialize(1), 'DateTime64(3)')
SELECT CAST(materialize(1), 'Date32')
SELECT CAST(materialize(1), 'Decimal(9,2)')
SELECT CAST(materialize(1), 'UUID')
SELECT CAST(materialize(1), 'IPv4')
SELECT CAST(materialize(1), 'IPv6')
SELECT CAST(materialize(1), 'FixedString(3)')
SELECT CAST(materialize(1), 'Float64')
SELECT CAST(materialize(1), 'Bool')
SELECT CAST(materialize(1), 'Int128')
SELECT CAST(materialize(1), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(1), 'Array(UInt8)')
SELECT CAST(materialize(1), 'Tuple(UInt8)')
SELECT CAST(materialize(1), 'Map(String,UInt8)')
SELECT CAST(materialize(1), 'Time')
SELECT CAST(materialize(1), 'LowCardinality(String)')
SELECT CAST(materialize(1.5), 'UInt8')
SELECT CAST(materialize(1.5), 'Date')
SELECT CAST(materialize(1.5), 'DateTime')
SELECT CAST(materialize(1.5), 'DateTime64(3)')
SELECT CAST(materialize(1.5), 'Date32')
SELECT CAST(materialize(1.5), 'Decimal(9,2)')
SELECT CAST(materialize(1.5), 'UUID')
SELECT CAST(materialize(1.5), 'IPv4')
SELECT CAST(materialize(1.5), 'IPv6')
SELECT CAST(materialize(1.5), 'FixedString(3)')
SELECT CAST(materialize(1.5), 'Float64')
SELECT CAST(materialize(1.5), 'Bool')
SELECT CAST(materialize(1.5), 'Int128')
SELECT CAST(materialize(1.5), 'Array(UInt8)')
SELECT CAST(materialize(1.5), 'Tuple(UInt8)')
SELECT CAST(materialize(1.5), 'Map(String,UInt8)')
SELECT CAST(materialize(1.5), 'Time')
SELECT CAST(materialize(1.5), 'LowCardinality(String)')
SELECT CAST(materialize(toDate('2020-01-01')), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(toDate('2020-01-01')), 'UInt8')
SELECT CAST(materialize(toDate('2020-01-01')), 'Date')
SELECT CAST(materialize(toDate('2020-01-01')), 'DateTime')
SELECT CAST(materialize(toDate('2020-01-01')), 'DateTime64(3)')
SELECT CAST(materialize(toDate('2020-01-01')), 'Date32')
SELECT CAST(materialize(toDate('2020-01-01')), 'Decimal(9,2)')
SELECT CAST(materialize(toDate('2020-01-01')), 'UUID')
SELECT CAST(materialize(toDate('2020-01-01')), 'IPv4')
SELECT CAST(materialize(toDate('2020-01-01')), 'IPv6')
SELECT CAST(materialize(toDate('2020-01-01')), 'FixedString(3)')
SELECT CAST(materialize(toDate('2020-01-01')), 'Float64')
SELECT CAST(materialize(toDate('2020-01-01')), 'Bool')
SELECT CAST(materialize(toDate('2020-01-01')), 'Int128')
SELECT CAST(materialize(toDate('2020-01-01')), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(toDate('2020-01-01')), 'Array(UInt8)')
SELECT CAST(materialize(toDate('2020-01-01')), 'Tuple(UInt8)')
SELECT CAST(materialize(toDate('2020-01-01')), 'Map(String,UInt8)')
SELECT CAST(materialize(toDate('2020-01-01')), 'Time')
SELECT CAST(materialize(toDate('2020-01-01')), 'LowCardinality(String)')
SELECT CAST(materialize(toDecimal32(1,2)), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(toDecimal32(1,2)), 'UInt8')
SELECT CAST(materialize(toDecimal32(1,2)), 'DateTime64(3)')
SELECT CAST(materialize(toDecimal32(1,2)), 'Decimal(9,2)')
SELECT CAST(materialize(toDecimal32(1,2)), 'FixedString(3)')
SELECT CAST(materialize(toDecimal32(1,2)), 'Float64')
SELECT CAST(materialize(toDecimal32(1,2)), 'Bool')
SELECT CAST(materialize(toDecimal32(1,2)), 'Int128')
SELECT CAST(materialize(toDecimal32(1,2)), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(toDecimal32(1,2)), 'Array(UInt8)')
SELECT CAST(materialize(toDecimal32(1,2)), 'Tuple(UInt8)')
SELECT CAST(materialize(toDecimal32(1,2)), 'Map(String,UInt8)')
SELECT CAST(materialize(toDecimal32(1,2)), 'Time')
SELECT CAST(materialize(toDecimal32(1,2)), 'LowCardinality(String)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Enum8(\'a\'=1)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'UInt8')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Date')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'DateTime')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'DateTime64(3)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Date32')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Decimal(9,2)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'UUID')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'IPv4')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'IPv6')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'FixedString(3)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Float64')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Bool')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Int128')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Nullable(Enum8(\'a\'=1))')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Array(UInt8)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Tuple(UInt8)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Map(String,UInt8)')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'Time')
SELECT CAST(materialize(toDateTime('2020-01-01 00:00:00')), 'LowCardinality(String)')
# Frames and fillings in error
SELECT sum(number) OVER (ORDER BY number RANGE BETWEEN CURRENT ROW AND 0 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN CURRENT ROW AND 0 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 0 FOLLOWING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number RANGE BETWEEN 0 FOLLOWING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number RANGE BETWEEN 0 FOLLOWING AND 0 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 0 FOLLOWING AND 0 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 0 PRECEDING AND 0 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 0 PRECEDING AND 0 FOLLOWING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 1 FOLLOWING AND 0 FOLLOWING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 0 PRECEDING AND 1 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number RANGE BETWEEN 0 PRECEDING AND 1 PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number RANGE BETWEEN 0 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number RANGE BETWEEN CURRENT ROW AND 0 FOLLOWING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN CURRENT ROW AND UNBOUNDED PRECEDING) FROM numbers(3) ORDER BY 1
SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM numbers(3) ORDER BY 1
SELECT toUInt32(number) AS g, max(toString(number)) AS z FROM numbers(2) GROUP BY g ORDER BY g WITH FILL FROM -1 TO 9 INTERPOLATE (z AS z + 1)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY g WITH FILL FROM -1 TO 9 INTERPOLATE (z AS z + 1)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY g WITH FILL FROM -1 TO 9 INTERPOLATE (g AS g)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY g WITH FILL FROM -1 TO 9 INTERPOLATE (z AS z, z AS z)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY g WITH FILL FROM 9 TO 1 STEP 1 INTERPOLATE (z AS z + 1)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY g WITH FILL STEP 0 INTERPOLATE (z AS z + 1)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY z WITH FILL INTERPOLATE (g AS z + 1)
SELECT toUInt32(number) AS g, toString(number) AS z FROM numbers(2) ORDER BY g WITH FILL FROM 'a' INTERPOLATE (z AS z + 1)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN ((number = number), toLowCardinality('a')) FROM numbers(2)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN ((number = number), toLowCardinality(toString(number))) FROM numbers(2)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN (['a'], toString(number)) FROM numbers(2)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN ([toLowCardinality(toString(number))], toString(number)) FROM numbers(2)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN (number, [toString(number)]) FROM numbers(2)
SELECT 1 IN ([toString(number)], number) FROM numbers(2)
SELECT 'a' IN ([toString(number)], number) FROM numbers(2)
SELECT toDate('2020-01-01') IN ([toString(number)], number) FROM numbers(2)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN ([number], number) FROM numbers(2)
SELECT CAST('a', 'Enum8(\'a\'=1)') IN ((number,1), number) FROM numbers(2)
SELECT 1 IN ((number,1), number) FROM numbers(2)
SELECT 1 IN (map(number,1), number) FROM numbers(2)
SELECT arrayIntersect([NULL],[1])
SELECT arrayIntersect([1],[NULL])
SELECT arrayIntersect([NULL],[NULL])
SELECT arrayIntersect([NULL],['a'])
SELECT arrayIntersect([],[1])
SELECT arrayIntersect([NULL],[])
SELECT arrayIntersect([NULL, 1],[1])
SELECT arrayIntersect([NULL],[toNullable(1)])
SELECT arrayIntersect([NULL])
SELECT arrayIntersect(materialize([NULL]),[1])
SELECT arrayIntersect([NULL],[1],[1])
SELECT x FROM (SELECT 1) LEFT ARRAY JOIN map() AS x
SELECT x FROM (SELECT 1) ARRAY JOIN map() AS x
SELECT x FROM (SELECT 1) LEFT ARRAY JOIN [] AS x
SELECT x FROM (SELECT 1) LEFT ARRAY JOIN emptyArrayUInt8() AS x
SELECT x FROM (SELECT 1) LEFT ARRAY JOIN map('a', 1) AS x
SELECT x FROM (SELECT 1) LEFT ARRAY JOIN CAST(map(), 'Map(String, UInt8)') AS x
SELECT x FROM (SELECT 1) LEFT ARRAY JOIN [map()] AS x
SELECT dateDiff('day', materialize(toDateTime(0,'America/New_York')), materialize(toDateTime('2026-03-29 00:00:00','Asia/Tokyo')))
SELECT dateDiff('day', toDateTime(0,'America/New_York'), toDateTime('2026-03-29 00:00:00','Asia/Tokyo'))
SELECT dateDiff('day', toDateTime(0,'America/New_York'), toDateTime(86400,'America/New_York'))
SELECT dateDiff('day', toDateTime64(0,0,'America/New_York'), toDateTime('2026-03-29 00:00:00','America/New_York'))
SELECT dateDiff('day', toDateTime('2026-03-29 00:00:00','America/New_York'), toDateTime(0,'America/New_York'))
SELECT age('day', toDateTime(0,'America/New_York'), toDateTime('2026-03-29 00:00:00','America/New_York'))
SELECT age('day', toDateTime(0,'America/New_York'), toDateTime(86400 * 3,'America/New_York'))
SELECT dateDiff('day', toDateTime(17999,'America/New_York'), toDateTime('2026-03-29 00:00:00','America/New_York'))
SELECT dateDiff('day', toDateTime(0,'Asia/Tokyo'), toDateTime('2026-03-29 00:00:00','Asia/Tokyo'), 'America/New_York')
SELECT dateDiff('day', toDate(0), toDateTime('2026-03-29 00:00:00','America/New_York'))
SELECT dateDiff('day', toDateTime(4294967295,'Asia/Tokyo'), toDateTime(0,'Asia/Tokyo'))
SELECT dateDiff('day', toDate32('1950-01-01'), toDateTime(0,'America/New_York'))
SELECT (toString(number), if(0, number, NULL)) AS h, count() FROM numbers(2) GROUP BY CUBE(h) ORDER BY ALL
SELECT (toString(number), if(number IS NULL, number, NULL)) AS h, count() FROM numbers(2) GROUP BY CUBE(h) ORDER BY ALL
SELECT toString(number), if(number IS NULL, number, NULL) AS h, count() FROM numbers(2) GROUP BY CUBE(1, h) ORDER BY ALL
SELECT toString(number), if(0, number, 7) AS h, count() FROM numbers(2) GROUP BY CUBE(1, h) ORDER BY ALL
SELECT toString(number), if(1, 7, number) AS h, toTypeName(h), count() FROM numbers(2) GROUP BY CUBE(1, h) ORDER BY ALL
SELECT if(1, 7, toUInt64(number)) AS h, toTypeName(h), count() FROM numbers(2) GROUP BY h
SELECT if(0, 'a', toFixedString('b', 3)) AS h, toTypeName(h) FROM numbers(2)
SELECT if(1, 'a', toString(number)) AS h, toTypeName(h) FROM numbers(2)
SELECT if(1, toLowCardinality('a'), toString(number)) AS h, toTypeName(h) FROM numbers(2)
SELECT if(1, NULL, number) AS h, toTypeName(h) FROM numbers(2)
SELECT if(1, 3, throwIf(number > 0)) AS h, toTypeName(h) FROM numbers(2)
SELECT if(NULL, 3, number) AS h, toTypeName(h) FROM numbers(2)
SELECT if(1, 3, toNullable(number)) AS h, toTypeName(h) FROM numbers(2)
SELECT if(0, number, 3) + 1 AS h, toTypeName(h) FROM numbers(2) LIMIT if(0, 5, 1)
SELECT DISTINCT if(1, 3, number) AS h FROM numbers(2)
SELECT if(1, 3, sum(number)) AS h FROM numbers(2)
SELECT if(1, 3, sum(number)) AS h, number FROM numbers(2)
SELECT if(1, sum(number), nope) FROM numbers(3)
SELECT if(1, sum(number), nope), number FROM numbers(3)
SELECT if(1, sum(number), count(nope)) FROM numbers(3)
SELECT if(0, sum(number), nope) FROM numbers(3)
SELECT if(0, nope, sum(number)) FROM numbers(3)
SELECT multiIf(1, sum(number), 0, nope, 3) FROM numbers(3)
SELECT 1 ? sum(number) : nope FROM numbers(3)
SELECT CASE WHEN 1 THEN sum(number) ELSE nope END FROM numbers(3)
SELECT if(1, sum(number) + 1, nope), count() FROM numbers(3) GROUP BY number % 2 ORDER BY 1
SELECT number % 2 AS k FROM numbers(3) GROUP BY k HAVING if(1, sum(number) > 1, nope) ORDER BY k
SELECT if(1, sum(number) OVER (), nope) FROM numbers(3)
SELECT rightPadUTF8('1', 4, '*') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY GROUPING SETS ((k), (l)) ORDER BY ALL
SELECT rightPadUTF8('1', 4, '*') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY GROUPING SETS ((k), (l), (k, l)) ORDER BY ALL
SELECT rightPadUTF8('1', 4, '*') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY CUBE(k, l) ORDER BY ALL
SELECT rightPadUTF8('1', 4, '*') AS k, number % 2 AS l, upper(k) AS u, count() FROM numbers(3) GROUP BY GROUPING SETS ((k, u), (l), (k, l)) ORDER BY ALL
SELECT rightPadUTF8('1', 4, '*') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT rightPadUTF8('1', 4, '*') AS k, number % 2 AS l, l + 1 AS m, count() FROM numbers(3) GROUP BY k, l, m WITH TOTALS ORDER BY ALL
SELECT materialize('a') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY GROUPING SETS ((k), (l), (k, l)) ORDER BY ALL
SELECT toString(1) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT lower(rightPadUTF8('A', 3, '*')) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT concat(materialize('a'), 'b') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT concat(rightPadUTF8('A', 3, '*'), 'b') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY CUBE(k, l) ORDER BY ALL
SELECT concat(rightPadUTF8('A', 3, '*'), 'b') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY GROUPING SETS((k, l), (l)) ORDER BY ALL
SELECT rightPadUTF8('A', 3, '*') AS k, upper(k) AS z, count() FROM numbers(3) GROUP BY k, z WITH TOTALS
SELECT leftPad('A', 3, '*') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT length(version()) > 3 AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT length(currentDatabase()) > 3 AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT today() > '2020-01-01' AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT (SELECT 5) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT (SELECT max(number) FROM numbers(5)) + 1 AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT arrayMap(x -> x + 1, [1]) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT arrayJoin([1, 2]) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT getSetting('max_threads') > 0 AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT tuple(1, 'a') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT [1, 2] AS k, map('a', 1) AS l, number % 2 AS m, count() FROM numbers(3) GROUP BY k, l, m WITH TOTALS ORDER BY ALL
SELECT ignore(1) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT toTypeName(1) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT toTypeName(number) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT toNullable(5) AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT toLowCardinality('x') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT replaceRegexpAll('abc', 'b', 'x') AS k, number % 2 AS l, count() FROM numbers(3) GROUP BY k, l WITH TOTALS ORDER BY ALL
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < materialize(toTime('00:00:05'))
SELECT CAST('a', 'Enum8(\'a\'=1)') = toTime('00:00:05')
SELECT CAST('a', 'Enum8(\'a\'=1)') != CAST(1, 'Time')
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) <= materialize(CAST(1, 'Time'))
SELECT materialize(CAST('a', 'Enum8(\'a\'=-1)')) <= materialize(CAST(1, 'Time'))
SELECT materialize(CAST('a', 'Enum8(\'a\'=-1)')) <= materialize(CAST(1, 'DateTime'))
SELECT materialize(CAST('a', 'Enum16(\'a\'=-1)')) = materialize(CAST(4294967295, 'DateTime'))
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < materialize(CAST(5, 'DateTime'))
SELECT materialize(CAST(1, 'Time')) > materialize(CAST('a', 'Enum16(\'a\'=1)'))
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < CAST(5, 'Time64(3)')
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < CAST(5, 'DateTime64(3)')
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < materialize(CAST(5, 'Date'))
SELECT materialize(CAST('a', 'Nullable(Enum8(\'a\'=1))')) < materialize(CAST(5, 'Time'))
SELECT [CAST('a', 'Enum8(\'a\'=1)')] = [CAST(1, 'Time')]
SELECT CAST('a', 'Enum8(\'a\'=1)') BETWEEN CAST(1, 'Time') AND CAST(2, 'Time')
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < materialize(1.5)
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < materialize(true)
SELECT materialize(CAST('a', 'Enum8(\'a\'=1)')) < materialize(1.5::Decimal(9,2))
SELECT materialize(CAST('80000000000000000000000000000000000000000000000000000000000000000000000000000' AS UInt256)) < materialize(CAST('388' AS Decimal(76,4)))
SELECT materialize(CAST('800000000000000000000000000000000000000000000000000000000000000000000000000' AS UInt256)) < materialize(CAST('388' AS Decimal(76,4)))
SELECT materialize(CAST('8000000000000000000000000000000000000000000000000000000000000000000000' AS Int256)) < materialize(CAST('388' AS Decimal(76,4)))
SELECT materialize(CAST('8000000000000000000000000000000000000000000000000000000000000000000000000' AS Int256)) < materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('8000000000000000000000000000000000000000000000000000000000000000000000000' AS Int256)) < materialize(CAST('388' AS Decimal(38,4)))
SELECT materialize(CAST('800000000000000000000000000000000000000000000000000000000000000000000000000' AS Int256)) < materialize(CAST('388' AS Decimal(38,4)))
SELECT materialize(CAST('-80000000000000000000000000000000000000' AS Int128)) < materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('80000000000000000000000000000000000000' AS Int128)) < materialize(CAST('388' AS Decimal(38,4)))
SELECT materialize(CAST('80000000000000000000000000000000000000' AS Int128)) < materialize(CAST('388' AS Decimal(76,4)))
SELECT materialize(CAST('300000000000000000000000000000000000000' AS UInt128)) < materialize(CAST('388' AS Decimal(18,0)))
SELECT materialize(CAST('300000000000000000000000000000000000000' AS UInt128)) < materialize(CAST('388' AS Decimal(38,0)))
SELECT materialize(CAST('300000000000000000000000000000000000000' AS UInt128)) < materialize(CAST('388' AS Decimal(18,1)))
SELECT materialize(CAST('115792089237316195423570985008687907853269984665640564039457584007913129639935' AS UInt256)) < materialize(CAST('388' AS Decimal(18,0)))
SELECT materialize(CAST('115792089237316195423570985008687907853269984665640564039457584007913129639935' AS UInt256)) < materialize(CAST('388' AS Decimal(76,0)))
SELECT materialize(18446744073709551615::UInt64) < materialize(CAST('388' AS Decimal(18,0)))
SELECT materialize(18446744073709551615::UInt64) < materialize(CAST('388' AS Decimal(38,0)))
SELECT materialize(4000000000::UInt32) < materialize(CAST('388' AS Decimal(9,0)))
SELECT materialize(4000000000::UInt32) < materialize(CAST('388' AS Decimal(9,3)))
SELECT materialize(4000000000::Int64) < materialize(CAST('388' AS Decimal(9,3)))
SELECT materialize(9000000000000000::Int64) < materialize(CAST('388' AS Decimal(9,3)))
SELECT materialize(CAST('1' AS Decimal(76,70))) < materialize(CAST('99999999999999999999999' AS Decimal(38,0)))
SELECT materialize(CAST('1' AS Decimal(38,30))) < materialize(CAST('99999999999999999999999' AS Decimal(38,0)))
SELECT materialize(CAST('1' AS Decimal(18,10))) < materialize(CAST('999999999999999' AS Decimal(18,0)))
SELECT materialize(CAST('8000000000000000000000000000000000000000000000000000000000000000000000' AS Int256)) < materialize(CAST('388' AS Decimal(76,10)))
SELECT materialize(CAST('5' AS Int256)) < materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('-5' AS Int128)) < materialize(CAST('-388' AS Decimal(9,4)))
SELECT materialize(CAST('800000000000000000000000000' AS UInt256)) < materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('800000000000000000000000000' AS UInt128)) < materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('80000000000000000000000000000000000000' AS UInt128)) < materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('800000000000000000000000000' AS Int256)) > materialize(CAST('388' AS Decimal(18,4)))
SELECT materialize(CAST('800000000000000000000000000' AS UInt256)) = materialize(CAST('388' AS Decimal(38,10)))
SELECT CAST('800000000000000000000000000' AS UInt256) < 3.5::Decimal(9,1)
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toFixedString('ab', 2))
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toFixedString('new', 3))
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toFixedString('new', 4))
SELECT CAST('new', 'Nullable(Enum16(\'new\' = -300))') IN (SELECT toFixedString('new', 4))
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toFixedString('new', 4) WHERE 0)
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toFixedString('ab', 2) WHERE 0)
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toLowCardinality(toFixedString('ab', 2)))
SELECT CAST('new', 'Enum16(\'new\' = -300)') IN (SELECT toNullable(toFixedString('ab', 2)))
SELECT materialize(CAST('new', 'Enum16(\'new\' = -300)')) IN (SELECT toFixedString('ab', 2))
SELECT materialize(CAST(NULL, 'Nullable(Enum16(\'new\' = -300))')) IN (SELECT toFixedString('ab', 2))
SELECT k AS g, COLUMNS(k, n) APPLY (sum) FROM a GROUP BY g ORDER BY g
SELECT k AS g, k AS h, COLUMNS(k) APPLY (toString) FROM a ORDER BY ALL LIMIT 1
SELECT COLUMNS(k) APPLY (toString), k AS g FROM a ORDER BY ALL LIMIT 1
SELECT k AS g, COLUMNS(k, n) APPLY (x -> x + 1) FROM a ORDER BY ALL LIMIT 1
SELECT k AS g, COLUMNS(a.k) APPLY (toString) FROM a ORDER BY ALL LIMIT 1
SELECT a.k AS g, COLUMNS(k) APPLY (toString) FROM a ORDER BY ALL LIMIT 1
SELECT k AS g, COLUMNS(k) APPLY (toString) APPLY (length) FROM a ORDER BY ALL LIMIT 1
SELECT k AS g, COLUMNS(k) REPLACE (k + 1 AS k) APPLY (toString) FROM a ORDER BY ALL LIMIT 1
SELECT x.j, y.j FROM (SELECT k AS j, s FROM a) AS x RIGHT JOIN (SELECT k AS j, s FROM b) AS y USING j ORDER BY ALL LIMIT 1
SELECT x.j, y.j FROM (SELECT k AS j, s FROM a) AS x RIGHT JOIN (SELECT k AS j, s FROM b) AS y USING j ORDER BY ALL LIMIT 1 SETTINGS join_use_nulls = 1
SELECT x.j, y.j FROM (SELECT k AS j, s FROM a) AS x FULL JOIN (SELECT k AS j, s FROM b) AS y USING j ORDER BY ALL LIMIT 1
SELECT x.j, y.j, j FROM (SELECT k AS j, s FROM a) AS x LEFT JOIN (SELECT k AS j, s FROM b) AS y USING j ORDER BY ALL LIMIT 1
SELECT a.k, b.k, k FROM a RIGHT JOIN b USING k ORDER BY ALL LIMIT 1
SELECT x.* FROM a AS x RIGHT JOIN b AS y USING k ORDER BY ALL LIMIT 1
SELECT x.k + 1, max(x.k) FROM a AS x RIGHT JOIN b AS y USING k GROUP BY x.k ORDER BY ALL LIMIT 1
SELECT number % 5 > 2 AS g, any(CAST(100 - number, 'Time')), any(100 - number), anyLast(CAST(100 - number, 'Time')), anyLast(100 - number), anyLast(CAST(100 - number, 'Time64(3)')), any(CAST(100 - number, 'Time64(3)')) FROM numbers(3, 11) GROUP BY g ORDER BY g
SELECT number % 5 > 2 AS g, any(CAST(100 - number, 'Date')), any(CAST(100 - number, 'Date32')), any(CAST(100 - number, 'DateTime64(3)')), any(CAST(100 - number, 'Int128')), any(toIPv4(toUInt32(100 - number))) FROM numbers(3, 11) GROUP BY g ORDER BY g
SELECT k FROM a AS o GROUP BY k, (SELECT max(v) FROM a AS i WHERE i.k = o.k) ORDER BY k
SELECT count() FROM a AS o GROUP BY ROLLUP(k, (SELECT max(v) FROM a AS i WHERE i.k = o.k)) ORDER BY ALL
SELECT k, v FROM a AS o ORDER BY k, v LIMIT 1 BY (SELECT max(v) FROM a AS i WHERE i.k = o.k)
SELECT k, v FROM a AS o ORDER BY k, v LIMIT 1 BY exists(SELECT 1 FROM a AS i WHERE i.k = o.k)
SELECT k, v FROM a AS o PREWHERE v = (SELECT max(v) FROM a AS i WHERE i.k = o.k) ORDER BY k
SELECT (SELECT max(v) FROM a AS i WHERE i.k = o.k) AS m FROM a AS o ORDER BY m
SELECT k, (SELECT max(v) FROM a AS i WHERE i.k = o.k) AS m FROM a AS o ORDER BY k LIMIT 1 BY m
SELECT k, (SELECT max(v) FROM a AS i WHERE i.k = o.k) AS m, count() FROM a AS o GROUP BY ALL ORDER BY k
SELECT DISTINCT k, (SELECT max(v) FROM a AS i WHERE i.k = o.k) AS m FROM a AS o ORDER BY k
SELECT toTypeName(p) FROM (SELECT 1::Int32 AS p UNION ALL (SELECT 4 AS p UNION DISTINCT SELECT 5::UInt64 AS p)) LIMIT 1
SELECT p FROM (SELECT 1 AS p UNION ALL (SELECT 1 AS p UNION DISTINCT SELECT 1 AS p)) ORDER BY p
SELECT p FROM (SELECT 1 AS p UNION DISTINCT (SELECT 1 AS q UNION ALL SELECT 2 AS r)) ORDER BY p
SELECT p FROM (SELECT 1 AS p UNION ALL (SELECT 2 AS q UNION ALL (SELECT 3 UNION ALL SELECT 4))) ORDER BY p
SELECT p FROM (SELECT 1 AS p UNION ALL (WITH 5 AS z SELECT z UNION ALL SELECT z + 1)) ORDER BY p
WITH 7 AS z SELECT p FROM (SELECT z AS p UNION ALL (SELECT z + 1 UNION ALL SELECT z + 2)) ORDER BY p
SELECT p FROM (SELECT 1 AS p UNION ALL (SELECT 1 EXCEPT SELECT 3)) ORDER BY p
SELECT p FROM (SELECT 1 AS p UNION ALL (SELECT 1 INTERSECT SELECT 1)) ORDER BY p
SELECT p FROM (SELECT 1 AS p UNION (SELECT 1 UNION ALL SELECT 2)) ORDER BY p SETTINGS union_default_mode = 'DISTINCT'
SELECT p FROM (SELECT 1 AS p UNION ALL (SELECT number FROM numbers(3) LIMIT 1)) ORDER BY p
SELECT if(1, 7, toString(number)) AS x, toTypeName(x) FROM numbers(2)
SELECT if(0, toString(number), 7) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, [1], [number]) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, (1, 'a'), (number, 'b')) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, 'a', toLowCardinality(toString(number))) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, toLowCardinality('a'), toLowCardinality(toString(number))) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, 1::Decimal(9,2), number::Decimal(18,4)) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, toDate('2020-01-01'), toDateTime(number, 'UTC')) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, map('a', 1), map('b', number)) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, toNullable(3), number) AS x, toTypeName(x), isNull(x) FROM numbers(2)
SELECT if(0, number, NULL) IS NULL FROM numbers(2)
SELECT sum(if(1, 2, number)) FROM numbers(5)
SELECT uniq(if(1, 2, number)), groupArray(if(0, number, 3)) FROM numbers(3)
SELECT count() FROM numbers(10) WHERE if(1, 1, number)
SELECT count() FROM numbers(10) WHERE if(1, 0, number)
SELECT number FROM numbers(3) ORDER BY if(1, 1, number), number DESC
SELECT number FROM numbers(3) LIMIT 1 BY if(1, 1, number)
SELECT if(1, 'x', toString(number)) AS s, substring('abc', if(1, 2, number)), s || 'y' FROM numbers(2)
SELECT arrayMap(x -> if(1, 5, x), [1, 2])
SELECT if(1, -1, number) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, 1.5, number) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, CAST('a', 'Enum8(\'a\'=1)'), CAST(toString(number), 'Enum8(\'0\'=0, \'1\'=1)')) AS x, toTypeName(x) FROM numbers(2)
SELECT if(1, 1, number) AS x, formatDateTime(toDateTime(0, 'UTC'), if(1, '%Y', toString(number))) FROM numbers(2)
SELECT round(1.2345, if(1, 2, number)) FROM numbers(2)
SELECT k, sum(number) OVER (PARTITION BY if(1, 1, number) ORDER BY number) FROM (SELECT number, number AS k FROM numbers(3)) ORDER BY k
SELECT multiIf(1, 7, number > 1, number, 3) AS x, toTypeName(x) FROM numbers(2) GROUP BY x WITH TOTALS
SELECT if(1, 7, number) AS x FROM numbers(2) GROUP BY x WITH TOTALS
SELECT if(1, 7, number) AS x, number FROM numbers(2) GROUP BY x, number WITH TOTALS ORDER BY number
select (number, (number, 1)) in ((1, (1, 1))), ((1, 1), (number, number)) in ((1, 1), (2, 2)) from numbers(3) order by number
