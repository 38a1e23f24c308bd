# Functions under more than one form of call: masks, levels, zones of rows, escape characters, names without brackets
SELECT hasAnyTokens(['a b']::Array(FixedString(4)), 'b'), hasAnyTokens(['a b']::Array(LowCardinality(Nullable(String))), 'b')
SELECT hasAnyTokens([NULL], 'b')
SELECT hasAnyTokens([1], 'b')
SELECT hasAnyTokens([], 'b')
SELECT hasAnyTokens([['a b']], 'b')
SELECT hasAllTokens(x, 'a b') FROM (SELECT arrayJoin([['a','b'],['a'],['b a'],[]]) x) ORDER BY x
SELECT hasAllTokens(x, 'a') FROM (SELECT arrayJoin([['a',NULL],[NULL],['b a'],[]]) x) ORDER BY 1
SELECT hasAnyTokens(['a b','c d'], ['a b'], 'array'), hasAllTokens(['a b','c d'], ['a b', 'c d'], 'array'), hasAllTokens(['abc'], 'ab bc', 'ngrams(2)')
SELECT URLHash('http://a.b/c', '1')
SELECT URLHash('http://a.b/c', NULL), URLHash('http://a.b/c', 1::Nullable(UInt8)), URLHash(NULL, 1), URLHash(toLowCardinality('http://a.b/c'), 1)
SELECT URLHash('http://a.b/c', true)
SELECT URLHash(toFixedString('http://a.b/c',20), 1)
SELECT arrayMap(l -> (l, URLHash('http://a.b/c/d/?x=1&y=2#f', l)), range(8)) , arrayMap(s -> cityHash64(s), URLHierarchy('http://a.b/c/d/?x=1&y=2#f')), URLHierarchy('http://a.b/c/d/?x=1&y=2#f')
SELECT URLHierarchy('abc'), URLHash('abc'), URLHash('abc',0), URLHierarchy('//a.b/c'), URLHash('//a.b/c',0), URLHash('//a.b'), URLHash('//a.b/c',1), URLHierarchy('/c/d'), URLHash('/c/d',0), URLHash('/c/d'), URLHash('/')
SELECT URLHash('http://a.b/c', number) FROM numbers(3) ORDER BY number
SELECT URLHash(materialize('http://a.b/c'), -1), URLHash('http://a.b/c', -1)
SELECT toDateTimeOrDefault('bad', 'UTC', 5)
SELECT toDateTime64OrDefault('bad', 3, 'UTC', toDateTime64('2001-01-01 00:00:00',3,'Asia/Tokyo')), toDateTime64OrDefault(materialize('bad'), 3, 'UTC', materialize(toDateTime64('2001-01-01 00:00:00',3,'Asia/Tokyo')))
SELECT toDateTimeOrDefault('bad', 'UTC', toDateTime('2001-01-01 00:00:00')), toDateTimeOrDefault('bad')
SELECT toDateOrNull(19000), toDateOrNull(70000), toDateOrNull(-1), toDateOrNull(65535), toDateOrNull(65536), toDateOrNull(5000000000), toDateOrNull(true), toTypeName(toDateOrNull(1))
SELECT toDateTimeOrNull(1.5)
SELECT toDateTimeOrNull(5), toDateTimeOrNull(-1), toDateTimeOrNull(4294967295), toDateTimeOrNull(4294967296), toDateTimeOrNull(true), toDateTimeOrNull(5, 'Asia/Tokyo'), toDateTimeOrNull(300::Int16)
SELECT toDateTimeOrNull(materialize(1583851242)), toDateTimeOrNull(NULL::Nullable(UInt8)), toDateTimeOrNull(NULL), toDateTimeOrNull(toLowCardinality(5)), toDateTimeOrNull(5::Nullable(Int32))
SELECT toDateOrNull(4294967295), toDateOrNull(4294967296), toDateOrNull(100000), toDateOrNull(100000::Int64), toDateOrNull(1583851242), toDateOrNull(1583851242::Int64), toDateOrNull(65536::Int32), toDateOrNull(-5::Int64), toDateOrNull(18446744073709551615)
SELECT toDateTime64OrNull(true), toDateTime64OrNull(5::Int8, 9), toDateTime64OrNull(18446744073709551615), toDateTime64OrNull(10413791999), toDateTime64OrNull(10413792000), toDateTime64OrNull(-2208988800), toDateTime64OrNull(-2208988801), toDateTime64OrNull(9223372036, 9), toDateTime64OrNull(9223372037, 9)
SELECT toDateTime64OrNull(253402300799), toDateTime64OrNull(253402300800), toDateTime64OrNull(5,0), toTypeName(toDateTime64OrNull(5,0)), toDateTime64OrNull(-1::Int64,0), toDateTime64OrNull(5000000000,0)
SELECT toDateTime64OrNull(-62135596800), toDateTime64OrNull(-62135596801), toDateTime64OrNull(-62167219200), toDateTime64OrNull(-62167219201), toDateTime64OrNull(-62135596800,0,'UTC')
SELECT toDateTime64OrNull(-9223372036,9), toDateTime64OrNull(-9223372037,9)
SELECT toDateOrNull(if(number=1, NULL, 1583884800 + number)), toDateTimeOrNull(if(number=1, NULL, 1583884800 + number)) FROM numbers(3)
SELECT IPv4ToIPv6(1)
SELECT IPv4ToIPv6(4294967295), IPv4ToIPv6(1::UInt32), IPv4ToIPv6(IPv4StringToNum('1.2.3.4')), IPv4ToIPv6(NULL), IPv4ToIPv6(1::Nullable(UInt32))
SELECT IPv4ToIPv6(1::UInt64)
SELECT mapFromArrays(map(1,2), map('a','b')), mapFromArrays(map(1,2), ['a']), mapFromArrays(['a'], map(1,2)), toTypeName(mapFromArrays(map(1,2), ['a']))
SELECT mapFromArrays([1,NULL],[2,3])
SELECT mapFromArrays([1,NULL],[2,3]) FROM numbers(2)
SELECT mapFromArrays([1::Nullable(UInt8)],[2])
SELECT mapFromArrays(1,[3])
SELECT mapFromArrays([1], 'a')
SELECT mapFromArrays([1], map(1,2,3,4))
SELECT mortonEncode(1::Int32, 2)
SELECT mortonEncode((1,'a'), 1, 2)
SELECT mortonEncode((1.5,2), 1, 2)
SELECT mortonEncode((1,2))
SELECT mortonEncode()
SELECT mortonDecode((1,9), 5)
SELECT mortonDecode(9, 5)
SELECT mortonDecode(0, 5)
SELECT mortonDecode(materialize(2), 5)
SELECT mortonDecode((1,2), 5::Int8)
SELECT mortonDecode(2, 5::Int8)
SELECT mortonDecode('a', 5)
SELECT mortonDecode(1,2,3)
SELECT mortonEncode(NULL, 1), mortonDecode(2, NULL), mortonEncode(1::Nullable(UInt8), 2)
SELECT mortonEncode((1,1,1,1,1,1,1,1,1), 1,2,3,4,5,6,7,8,9)
SELECT mortonEncode(1,2,3,4,5,6,7,8,9)
SELECT mortonEncode((4,4), 65535, 65537), mortonEncode((3,3), 4194303, 4194305), mortonEncode((5,6), 4194303, 4194305), mortonEncode((7,2), 4194303, 4194305), mortonEncode((4,3,2), 4194303, 4194305,77)
SELECT mortonDecode((4,4), 12345678901234567890), mortonDecode((3,5), 12345678901234567890), mortonDecode((7,6), 12345678901234567890), mortonDecode((2,2,3), 12345678901234567890),mortonDecode(tuple(8), 12345678901234567890)
SELECT mortonDecode(1, m), mortonDecode(2,m), mortonDecode(3,m), mortonDecode(4,m), mortonDecode(5,m), mortonDecode(6,m), mortonDecode(7,m), mortonDecode(8,m) FROM (SELECT 18446744073709551615 AS m)
SELECT mortonEncode(m), mortonEncode(m,0), mortonEncode(m,0,0), mortonEncode(0,m,0), mortonEncode(m,0,0,0), mortonEncode(m,0,0,0,0), mortonEncode(m,0,0,0,0,0), mortonEncode(m,0,0,0,0,0,0), mortonEncode(m,0,0,0,0,0,0,0) FROM (SELECT 18446744073709551615 AS m)
SELECT mortonEncode(tuple(1),m), mortonEncode(tuple(2),m), mortonEncode(tuple(3),m), mortonEncode(tuple(4),m), mortonEncode(tuple(5),m), mortonEncode(tuple(6),m), mortonEncode(tuple(7),m), mortonEncode(tuple(8),m) FROM (SELECT 18446744073709551615 AS m)
SELECT mortonDecode(tuple(1),m), mortonDecode(tuple(2),m), mortonDecode(tuple(3),m), mortonDecode(tuple(4),m), mortonDecode(tuple(5),m), mortonDecode(tuple(6),m), mortonDecode(tuple(7),m), mortonDecode(tuple(8),m) FROM (SELECT 18446744073709551615 AS m)
SELECT mortonEncode((3,5),m,0), mortonEncode((3,5),0,m), mortonEncode((5,3,7),m,m,m) FROM (SELECT 18446744073709551615 AS m)
SELECT mortonDecode((3,5),m), mortonDecode((5,3,7),m) FROM (SELECT 18446744073709551615 AS m)
SELECT mortonEncode((1,2), number, number+1), mortonDecode((1,2), number*100) FROM numbers(5) ORDER BY number
SELECT nullIn(materialize(NULL::Nullable(UInt8)), (1,NULL)), nullIn(NULL::Nullable(UInt8), (1,NULL)), nullIn(NULL, [1,NULL]), nullIn(NULL, NULL), nullIn(1, 1), nullIn('a', ('a','b'))
SELECT toTypeName(nullIn(NULL, (1,NULL))), toTypeName(nullIn(1::Nullable(UInt8), (1,NULL))), toTypeName(in(1::Nullable(UInt8), (1,NULL)))
SELECT nullIn(x, (1,NULL)), notNullIn(x,(1,NULL)), nullIn(x,(1,2)), notNullIn(x,(1,2)), x IN (1,NULL), x NOT IN (1,NULL) FROM (SELECT arrayJoin([1,2,NULL]) x)
SELECT nullIn(x, (SELECT 1)), notNullIn(x,(SELECT 1)), notNullIn(x,(SELECT NULL)), x IN (SELECT 1) FROM (SELECT arrayJoin([1,2,NULL]) x)
SELECT nullIn((x,1), ((1,1),(NULL,1))), notNullIn((x,1), ((1,1),(NULL,1))), nullIn((x,1), (SELECT 1,1)), notNullIn((x,1), (SELECT NULL,1)) FROM (SELECT arrayJoin([1,2,NULL]) x)
SELECT nullIn(1)
SELECT nullIn(1,2,3)
SELECT nullIn((1,2), (SELECT 1))
SELECT count() FROM numbers(10) WHERE nullIn(number, (1,2,3)) AND notNullIn(number, (3,4))
SELECT x FROM (SELECT arrayJoin([1,2,NULL]) x) WHERE notNullIn(x, (1)) ORDER BY x
SELECT midpoint(NULL), midpoint(NULL,NULL), toTypeName(midpoint(NULL,1)), toTypeName(midpoint(1::Nullable(UInt8), 3)), toTypeName(midpoint(1::Nullable(UInt8), NULL)), midpoint(1::Nullable(UInt8),NULL)
SELECT midpoint(toDecimal32(1.25,2), 1.5)
SELECT midpoint(toDecimal32(-1.25,2), toDecimal32(-1,2)), midpoint(toDecimal32(-1.25,2), toDecimal32(-1,2), toDecimal32(0,2)), midpoint(toDate('2024-01-01'), toDateTime('2024-01-02 00:00:00','UTC')), toTypeName(midpoint(toDate('2024-01-01'), toDateTime('2024-01-02 00:00:00','UTC')))
SELECT midpoint(toDate32('1900-01-01'), toDate('2024-01-01')), midpoint(toDate32('1900-01-01'), toDate32('1900-01-02'), toDate32('1960-01-04'))
SELECT midpoint(toTime('12:00:00'), toTime('13:00:01')), toTypeName(midpoint(toTime('12:00:00'), toTime('13:00:01'))), midpoint(toTime64('12:00:00.5',1), toTime64('13:00:00.25',2)), midpoint(toTime('12:00:00'), toTime64('13:00:00',3))
SELECT midpoint(toTime64('12:00:00', 0), toTime64('14:00:00', 0)) AS result, toTypeName(result) AS type
SELECT midpoint(toIPv4('1.1.1.1'), toIPv4('1.1.1.3'))
SELECT midpoint(toIntervalDay(1), toIntervalDay(3))
SELECT midpoint(true,false), toTypeName(midpoint(true,false)), toTypeName(midpoint(1)), toTypeName(midpoint(1,2)), toTypeName(midpoint(1,2,3)), toTypeName(midpoint(-1,2,300)), toTypeName(midpoint(1::Float32, 2::Float32, 1))
SELECT midpoint(x, y) FROM (SELECT arrayJoin([1,NULL,5]) x, arrayJoin([2,NULL]) y) ORDER BY x, y
SELECT midpoint(x, y, 7) FROM (SELECT arrayJoin([1,NULL,5]) x, arrayJoin([2,NULL]) y) ORDER BY x, y
SELECT midpoint(toLowCardinality(1), 2), toTypeName(midpoint(toLowCardinality(1), 2))
SELECT midpoint(1, 'a')
SELECT midpoint(toDecimal32(1.25,2), toDecimal32(1,2), NULL), midpoint(toDecimal32(0.01,2))
SELECT midpoint(0.01::Decimal(38,2),0.02::Decimal(9,2))
SELECT midpoint([1],[2])
SELECT toTypeName(midpoint(1::Nullable(Float32), 2::Float64, NULL)), midpoint(1::Nullable(Float32), 2::Float64, NULL)
SELECT midpoint(-5, 2, 2), midpoint(-5::Int8, 2::Int8, 1::Int8, 1::Int8), midpoint(5,-2), midpoint(-5::Int8, 4::Int8)
SELECT avg2(NULL,1), avg2(1::Nullable(UInt8), 3), toTypeName(avg2(1::Nullable(UInt8), 3)), avg2(toDecimal32(1.25,2), 1), toTypeName(avg2(toDecimal32(1.25,2), 1)), avg2(toTime('12:00:00'),toTime('13:00:00'))
SELECT toTypeName(midpoint(toDecimal64(1.25,2), toDecimal64(3,1))), toTypeName(midpoint(toDecimal32(1.25,2), 1)), midpoint(toDecimal32(1.25,2), 1, 2)
SELECT toTypeName(midpoint(toDecimal32(1.25,2), 1::UInt64))
SELECT toTypeName(midpoint(1.5)), midpoint(toDate('2024-01-01')), midpoint('a'), toTypeName(midpoint(NULL))
SELECT midpoint(if(number=1,NULL,number), 4::Nullable(UInt8)), midpoint(toLowCardinality(number), 5), toTypeName(midpoint(toLowCardinality(number), 5)) FROM numbers(3)
SELECT midpoint(toNullable(toDate('2024-01-01')), toDate32('2024-01-03')), midpoint(toDateTime('2024-01-01 00:00:00','UTC'), toDateTime64('2024-01-01 00:00:01',3,'Asia/Tokyo'))
SELECT midpoint(0.1::Float32, 0.2::Float32, NULL), midpoint(0.1::Float32, 0.2::Float32), midpoint(nan, 1, 2), midpoint(inf, -inf)
SELECT midpoint(-3::Int8, NULL), midpoint(-3::Int8, -4::Int8, NULL), avg2(-3::Int8,-4::Int8), midpoint(18446744073709551615, 18446744073709551615, 18446744073709551614)
SELECT midpoint(number, number*2, 7, -number::Int8) FROM numbers(20) ORDER BY number
SELECT midpoint()
SELECT mapAdd(([1,2],[1,1]),([1,2],[1,1])), toTypeName(mapAdd(([toUInt8(1), 2], [1, 1]), ([toUInt8(1), 2], [1, 1])))
SELECT mapAdd(([1,2],[1.5,1]),([1,2],[1,1]))
SELECT mapAdd(([1,2],[1.5,1]),([1,2],[1.25,1])), toTypeName(mapAdd(([1,2],[1.5,1]),([1,2],[1.25,1])))
SELECT mapAdd((['a','b'],[1,1]),(['b','a'],[1,1])), mapSubtract((['a','b'],[1,1]),(['b','c'],[1,1]))
SELECT mapAdd(([1,2],[1,1]), map(1,2))
SELECT mapAdd(map(1,2), ([1,2],[1,1]))
SELECT mapAdd(([1,2],[1,1]), ([1],[1,2]))
SELECT mapAdd(([1,2],[1,1]), ([1],[1]), ([3],[5]))
SELECT mapAdd(([1,2],[1,1]), ([1::UInt16],[1]))
SELECT mapAdd(([1,2],[1,1]), ([1],[1::Int32]))
SELECT mapAdd(([1,1],[1,1]), ([1],[1]))
SELECT mapAdd(([]::Array(UInt8),[]::Array(UInt8)), ([1],[1]))
SELECT mapAdd(([],[]), ([],[]))
SELECT mapAdd((1,2), (1,2))
SELECT mapAdd(([1],[2],[3]), ([1],[2],[3]))
SELECT mapAdd(([1],['a']), ([1],['b']))
SELECT toTypeName(mapSubtract(([1],[1::UInt8]), ([1],[1::UInt8]))), mapSubtract(([1],[1::UInt8]), ([1],[3::UInt8])), mapSubtract(([1],[1::Int8]), ([1],[3::Int8]))
SELECT mapAdd(([1,NULL],[1,1]), ([1],[1]))
SELECT mapAdd(tuple(a,b), tuple(a,b)) FROM (SELECT [1,2] a, [number, number+1] b FROM numbers(2)) ORDER BY 1
SELECT mapAdd(([toDate('2020-01-01')],[1]), ([toDate('2020-01-01')],[1]))
SELECT mapAdd(([toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')],[1]), ([toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')],[1]))
SELECT mapSubtract(([1,2],[1,1]),([1,2],[1,1])), mapSubtract(([1,1],[5,1]),([1],[1]))
SELECT mapAdd(([1,2],[1,1]))
SELECT mapAdd((['a']::Array(LowCardinality(String)),[1]),(['a']::Array(LowCardinality(String)),[1]))
SELECT toString(toDateTime('2024-01-01 00:00:00','UTC'), tz) FROM (SELECT arrayJoin(['UTC','Asia/Tokyo','Europe/Berlin','UTC']) tz) ORDER BY tz
SELECT toString(toDateTime64('2024-01-01 00:00:00.123',3,'UTC'), materialize('Asia/Tokyo'))
SELECT toString(toDate('2024-01-01'), materialize('UTC'))
SELECT toString(toDateTime('2024-01-01 00:00:00','UTC'), materialize('bad'))
SELECT toString(toDateTime('2024-01-01 00:00:00','UTC'), materialize(''))
SELECT toString(toDateTime('2024-01-01 00:00:00','UTC'), materialize('UTC'::Nullable(String))), toTypeName(toString(toDateTime('2024-01-01 00:00:00','UTC'), materialize('UTC'::Nullable(String))))
SELECT toString(NULL::Nullable(DateTime), materialize('UTC')), toString(toNullable(toDateTime('2024-01-01 00:00:00','UTC')), toLowCardinality(materialize('Asia/Tokyo')))
SELECT toString(toDateTime('2024-01-01 00:00:00','UTC') + number*86400, if(number % 2, 'Asia/Tokyo', 'UTC')) FROM numbers(5) ORDER BY number
SELECT formatDateTime(toDateTime('2024-01-01 00:00:00','UTC'), '%F %T', materialize('Asia/Tokyo')), formatDateTimeInJodaSyntax(toDateTime('2024-01-01 00:00:00','UTC'), 'yyyy HH', materialize('Asia/Tokyo'))
SELECT formatDateTime(toDateTime('2024-01-01 00:00:00','UTC'), '%F %T', materialize('xx'))
SELECT formatDateTime(toDateTime('2024-01-01 00:00:00','UTC'), '%F %T', materialize(''))
SELECT formatDateTime(toDate('2024-01-01'), '%F %T', materialize('Asia/Tokyo'))
SELECT formatDateTime(toDateTime('2024-01-01 00:00:00','UTC'), '%F %T', '')
SELECT formatDateTime(toDateTime('2024-01-01 00:00:00','UTC') + number, '%F %T', tz) FROM (SELECT number, ['UTC','Asia/Tokyo'][number%2+1] tz FROM numbers(10000)) ORDER BY number DESC LIMIT 3
SELECT toHour(toDateTime('2024-01-01 00:00:00','UTC'), materialize('Asia/Tokyo'))
SELECT toStartOfDay(toDateTime('2024-01-01 00:00:00','UTC'), materialize('Asia/Tokyo'))
SELECT IPv4ToIPv6(4294967295), toTypeName(IPv4ToIPv6(1::UInt32)), IPv6NumToString(IPv4ToIPv6(IPv4StringToNum('1.2.3.4'))), IPv4ToIPv6(NULL), hex(IPv4ToIPv6(1::Nullable(UInt32)))
SELECT mapFromArrays(x,[2,3]) FROM (SELECT arrayJoin([[1,2],[3,NULL]]) x)
SELECT mapFromArrays([NULL],[2])
SELECT mapFromArrays(['a']::Array(LowCardinality(Nullable(String))),[2])
SELECT mapAdd(map(toDate('2020-01-01'),1), map(toDate('2020-01-01'),1)), mapAdd(map(toDateTime('2020-01-01 00:00:00','UTC'),1), map(toDateTime('2020-01-01 00:00:00','UTC'),1))
SELECT mapAdd(map(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'),1), map(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba1'),1)), mapAdd(map(1::Enum8('a'=1,'b'=2),1), map(2::Enum8('a'=1,'b'=2),1))
SELECT mapAdd(map(toUUID('f1f0c404-5cb3-11e7-907b-a6006ad3dba0'),1), map(toUUID('01f0c404-5cb3-11e7-a07b-a6006ad3dba1'),1), map(toUUID('01f0c404-5cb3-11e7-007b-a6006ad3dba1'),1))
SELECT mapAdd(map(toIPv4('1.1.1.1'),1), map(toIPv4('1.1.1.1'),1)), mapAdd(map(toIPv6('::1'),1), map(toIPv6('::1'),1))
SELECT mapAdd(map(1::UInt128,1), map(1::UInt128,1)), mapAdd(map(toDate32('1960-01-01'),1), map(toDate32('2020-01-01'),1))
SELECT mapAdd(map(1::Enum8('b'=1,'a'=-2),1), map(-2::Enum8('b'=1,'a'=-2),1))
SELECT mapAdd(map(toDateTime64('2020-01-01 00:00:00',3,'UTC'),1), map(toDateTime64('2020-01-01 00:00:00',3,'UTC'),1))
SELECT mapAdd(map(true,1), map(false,1)), mapAdd(map(toFixedString('a',2),1), map(toFixedString('a',2),1))
SELECT mapAdd(map((1,2),1), map((1,2),1))
SELECT mapAdd(map([1],1), map([1],1))
SELECT mapAdd(map(1.5::Decimal32(1),1), map(1.5::Decimal32(1),1))
SELECT mapAdd(map(1.5,1), map(1.5,1))
SELECT mapAdd(map(1,1), 5)
SELECT mapAdd(1, 2)
SELECT mapAdd(map(1,true), map(1,true))
SELECT mapAdd(CAST(map(1,1),'Map(LowCardinality(String),UInt8)'), map('1',2::UInt8))
SELECT mapSubtract(map('a',5), map('a',2), map('b',1)), toTypeName(mapSubtract(map('a',5), map('a',2)))
SELECT toString(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toHour(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toStartOfDay(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toTimeZone(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toDateTime('2024-01-01 00:00:00', '')
SELECT toDateTime64('2024-01-01 00:00:00', 3, '')
SELECT toYYYYMM(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toDate(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toUnixTimestamp('2024-01-01 00:00:00', '')
SELECT parseDateTimeBestEffort('2024-01-01 00:00:00', '')
SELECT formatDateTimeInJodaSyntax(toDateTime('2024-01-01 00:00:00','UTC'), 'yyyy', '')
SELECT dateName('hour', toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT dateDiff('hour', toDateTime('2024-01-01 00:00:00','UTC'), toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT timeSlot(toDateTime('2024-01-01 00:00:00','UTC'), ''), toMonday(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT fromUnixTimestamp64Milli(1, ''), fromUnixTimestamp(1, '%F', '')
SELECT snowflakeIDToDateTime(1, 0, ''), makeDateTime(2020,1,1,1,1,1,'')
SELECT today(''), yesterday()
SELECT toTime(toDateTime('2024-01-01 00:00:00','UTC'), ''), toISOYear(toDateTime('2024-01-01 00:00:00','UTC'), ''), toWeek(toDateTime('2024-01-01 00:00:00','UTC'),0,'')
SELECT now64(3,'') <= now64(3)
SELECT toStartOfInterval(toDateTime('2024-01-01 00:00:00','UTC'), INTERVAL 1 DAY, '')
SELECT fromUnixTimestamp64Milli(1, '')
SELECT fromUnixTimestamp64Second(1, '')
SELECT fromUnixTimestamp(1, '%F', '')
SELECT fromUnixTimestampInJodaSyntax(1, 'yyyy', '')
SELECT snowflakeIDToDateTime(1, 0, '')
SELECT snowflakeIDToDateTime64(1, 0, '')
SELECT makeDateTime(2020,1,1,1,1,1,'')
SELECT makeDateTime64(2020,1,1,1,1,1,0,3,'')
SELECT toTime(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toISOYear(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toWeek(toDateTime('2024-01-01 00:00:00','UTC'),0,'')
SELECT toYearWeek(toDateTime('2024-01-01 00:00:00','UTC'),0,'')
SELECT toMonday(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toStartOfWeek(toDateTime('2024-01-01 00:00:00','UTC'), 0, '')
SELECT toLastDayOfWeek(toDateTime('2024-01-01 00:00:00','UTC'), 0, '')
SELECT toStartOfHour(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toRelativeDayNum(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toYYYYMMDD(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT dateTrunc('day', toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT age('day', toDateTime('2024-01-01 00:00:00','UTC'), toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toDate32(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toDate('2024-01-01', '')
SELECT toDateTime(5, '')
SELECT toDateTimeOrNull('2024-01-01 00:00:00', '')
SELECT toDateTime64OrZero('2024-01-01 00:00:00', 3, '')
SELECT parseDateTime64BestEffortOrNull('2024-01-01 00:00:00', 3, '')
SELECT toUnixTimestamp(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT YYYYMMDDhhmmssToDateTime(20240101000000, '')
SELECT YYYYMMDDhhmmssToDateTime64(20240101000000, 3, '')
SELECT UUIDv7ToDateTime(toUUID('018f05c9-4ab8-7b86-b64e-c9f03fbd45d1'), '')
SELECT dateTimeToUUIDv7(now())=''
SELECT timeSlot(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toTimeWithFixedDate(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT monthName(toDateTime('2024-01-01 00:00:00','UTC'))
SELECT dateName('month', toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT tumble(toDateTime('2024-01-01 00:00:00','UTC'), INTERVAL 1 DAY, '')
SELECT hop(toDateTime('2024-01-01 00:00:00','UTC'), INTERVAL 1 DAY, INTERVAL 1 DAY, '')
SELECT tumbleStart(toDateTime('2024-01-01 00:00:00','UTC'), INTERVAL 1 DAY, '')
SELECT nowInBlock('') <= now()
SELECT toDayOfWeek(toDateTime('2024-01-01 00:00:00','UTC'), 0, '')
SELECT toDateTime32('2024-01-01 00:00:00', '')
SELECT toUTCTimestamp(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT fromUTCTimestamp(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT timestampDiff(day, toDateTime('2024-01-01 00:00:00','UTC'), toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT changeDay(toDateTime('2024-01-01 00:00:00','UTC'), 5)
SELECT timeDiff(toDateTime('2024-01-01 00:00:00','UTC'), toDateTime('2024-01-01 00:00:00','UTC'))
SELECT serverTimezone('')
SELECT generateUUIDv7('') != ''
SELECT toYYYYMMDDhhmmss(toDateTime('2024-01-01 00:00:00','UTC'), '')
SELECT toStartOfMonth(toDate('2024-01-01'), '')
SELECT toMonth(toDate('2024-01-01'), '')
SELECT today('') = today()
SELECT yesterday('') = yesterday()
SELECT toHour(toDateTime('2024-01-01 00:00:00','UTC'), ' ')
SELECT toHour(toDateTime('2024-01-01 00:00:00','UTC'), 'xx')
SELECT toHour(toDateTime('2024-01-01 00:00:00','UTC'), NULL)
SELECT toHour(toDateTime('2024-01-01 00:00:00','UTC'), 5)
SELECT like('a#%','a##%','#'), like('a%', 'a#%', '#'), notLike('a','a','#'), ilike('A%','a#%','#'), notILike('A','a','#')
SELECT 'a' LIKE 'a' ESCAPE ''
SELECT 'a' LIKE 'a' ESCAPE 'ab'
SELECT 'a' LIKE 'a' ESCAPE 'ä'
SELECT 'a' LIKE 'a' ESCAPE 5
SELECT 'a#b' LIKE 'a#b' ESCAPE '#'
SELECT 'a#b' LIKE 'a##b' ESCAPE '#', 'a\\b' LIKE 'a\\b' ESCAPE '#', 'a\\%' LIKE 'a\\%' ESCAPE '#', 'a%b' LIKE 'a%%b' ESCAPE '%', 'a_' LIKE 'a__' ESCAPE '_'
SELECT 'a' LIKE 'a#' ESCAPE '#'
SELECT 'a\\b' LIKE 'a\\\\b' ESCAPE '#', 'a\\b' LIKE 'a\\b' ESCAPE '\\', 'a%' LIKE 'a\\%' ESCAPE '#', 'a\\x' LIKE 'a\\%' ESCAPE '#', 'a\\xyz' LIKE 'a\\%' ESCAPE '#'
SELECT 'a' LIKE materialize('a#%') ESCAPE '#', materialize('a%') LIKE materialize('a#%') ESCAPE '#', materialize('a%') LIKE 'a#%' ESCAPE '#'
SELECT 'axb' LIKE 'a.b' ESCAPE '.', 'a.b' LIKE 'a..b' ESCAPE '.'
SELECT 'a.b' LIKE 'a..b' ESCAPE '.', 'äb' LIKE '_b' ESCAPE '#', 'ä%' LIKE materialize('ä#%') ESCAPE '#'
SELECT like('a','a',NULL), like(NULL,'a','#')
SELECT 'a' LIKE 'a' ESCAPE '#' AND 1
SELECT 'a' LIKE 'a' || 'b' ESCAPE '#'
SELECT ('50%' LIKE '50#%' ESCAPE '#') = 1, '%' LIKE '#%' ESCAPE '#', '_' LIKE '#_' ESCAPE '#', 'x' LIKE '#_' ESCAPE '#'
SELECT 1 LIKE 2 ESCAPE '#'
SELECT like('a','b',5)
SELECT like('a','b',materialize('#'))
SELECT like('a','b','#','x')
SELECT s FROM (SELECT arrayJoin(['a%','ab','b']) s) WHERE s LIKE 'a#%' ESCAPE '#'
SELECT s FROM (SELECT arrayJoin(['a%','ab','b']) s) WHERE s LIKE '%#%%' ESCAPE '#'
SELECT today = TODAY, CURDATE = current_date, current_timestamp = localtimestamp
SELECT toTypeName(localtime), toTypeName(localtimestamp), toTypeName(current_timestamp), toTypeName(today), toTypeName(now), current_user, user, session_user, database = currentDatabase(), schema = current_database
SELECT a.now FROM (SELECT 1) AS a
SELECT now.1
SELECT now.x
SELECT arrayMap(x -> today > x, [toDate('2020-01-01')])
SELECT count() FROM numbers(2) GROUP BY today
SELECT today AS today
SELECT `today` = today()
SELECT pi
SELECT yesterday
SELECT user FROM numbers(1)
SELECT t.user FROM numbers(1) AS t
SELECT max(today) = today
SELECT x FROM (SELECT today AS x) WHERE x = today AND 0
SELECT a > '2020-01-01', b FROM nowt
SELECT toTimeZone(toDateTime('2024-01-01 00:00:00','Asia/Tokyo'), '')
SELECT number FROM system.numbers WHERE number < 3 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number = 3 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number BETWEEN 3 AND 5 SETTINGS max_execution_time=4
SELECT count() FROM numbers(100000000000) WHERE number IN (5,6) SETTINGS max_execution_time=4
SELECT *, roundAge(*) FROM system.numbers WHERE number IN (0, 5, 20, 31, 37, 54, 72) SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number IN (0, 1000000000000, 5000000000000000) SETTINGS max_execution_time=4
SELECT count() FROM system.numbers WHERE number IN (0, 1000000000000, 5000000000000000) OR number < 10 SETTINGS max_execution_time=4
SELECT number FROM numbers(10, 100000000000, 7) WHERE number > 10000000 AND number < 10000030 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number > 5 AND number < 3 SETTINGS max_execution_time=4
SELECT sum(number) FROM system.numbers WHERE number < 100000 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number < 3 AND number % 2 = 0 SETTINGS max_execution_time=4
SELECT toString(number) FROM system.numbers WHERE number < 3 ORDER BY number DESC SETTINGS max_execution_time=4
SELECT number FROM generate_series(5, 100000000000, 3) WHERE generate_series < 15 SETTINGS max_execution_time=4
SELECT * FROM generate_series(5, 100000000000, 3) WHERE generate_series < 15 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number < 3.5 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number < -1 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number <= 2 LIMIT 1 SETTINGS max_execution_time=4
SELECT number FROM system.numbers PREWHERE number <= 2 SETTINGS max_execution_time=4
SELECT number FROM numbers(100) WHERE number IN (SELECT number FROM system.numbers WHERE number < 3) SETTINGS max_execution_time=4
SELECT count() FROM system.numbers AS a JOIN (SELECT 3 AS number) AS b ON a.number = b.number WHERE a.number < 10 SETTINGS max_execution_time=4
SELECT count() FROM (SELECT number FROM system.numbers) WHERE number < 10 SETTINGS max_execution_time=4
SELECT number, x FROM (SELECT number, number * 2 AS x FROM system.numbers) WHERE number < 2 SETTINGS max_execution_time=4
SELECT count() FROM numbers(1000000) WHERE number < 500000 AND number > 499990 SETTINGS max_execution_time=4
SELECT count(), min(number), max(number) FROM numbers(10000000) WHERE number > 4999999 SETTINGS max_execution_time=4
SELECT count(), sum(number) FROM numbers(100000) WHERE number IN (1, 5000, 50000, 99999, 100000) SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number IN (3) AND number IN (3, 4) SETTINGS max_execution_time=4
SELECT number FROM system.numbers_mt WHERE number < 3 ORDER BY number SETTINGS max_execution_time=4
SELECT count() FROM system.numbers WHERE number IN (SELECT number FROM numbers(3)) AND number < 10 SETTINGS max_execution_time=4
SELECT count() FROM numbers_mt(100000000) WHERE number < 5 SETTINGS max_execution_time=4
SELECT number FROM system.numbers WHERE number < 3 UNION ALL SELECT number FROM system.numbers WHERE number = 7 SETTINGS max_execution_time=4
SELECT count() FROM ts1
SELECT JSON_VALUE('{"hello":"world"}', '$.b') settings function_json_value_return_type_allow_nullable=1
SELECT JSON_VALUE(x, '$.b'), toTypeName(JSON_VALUE(x, '$.b')) FROM (SELECT arrayJoin(['{"b":1}','{"b":null}','{"b":{"c":1}}','{}','bad','{"b":"x"}','{"b":""}','{"b":[]}']) x) settings function_json_value_return_type_allow_nullable=1
SELECT JSON_VALUE(x, '$.b'), toTypeName(JSON_VALUE(x, '$.b')) FROM (SELECT arrayJoin(['{"b":1}','{"b":null}','{"b":{"c":1}}','{}','bad','{"b":"x"}','{"b":""}','{"b":[]}']) x)
SELECT JSON_VALUE(x, '$.b'), toTypeName(JSON_VALUE(x, '$.b')) FROM (SELECT arrayJoin(['{"b":1}','{"b":null}','{"b":{"c":1}}','{}','bad','{"b":"x"}','{"b":""}','{"b":[1 , {"a" : "x y"}]}', NULL]) x) settings function_json_value_return_type_allow_nullable=1, function_json_value_return_type_allow_complex=1
SELECT JSON_VALUE(x, '$.b[*]') FROM (SELECT arrayJoin(['{"b":[{"c":1},2]}','{"b":[[1],2]}', '{"b":[]}']) x) settings function_json_value_return_type_allow_complex=1
SELECT JSON_QUERY('{"a":1}', '$.b') settings function_json_value_return_type_allow_nullable=1
SELECT JSON_VALUE(NULL, '$.b'), toTypeName(JSON_VALUE(NULL, '$.b')) settings function_json_value_return_type_allow_nullable=1
SELECT SUM(number) FROM numbers(1000000) WHERE number IN (1, 500000, 999999)
SELECT toUnixTimestamp(toDateTime('2024-01-01 00:00:00','UTC'), ''), toUnixTimestamp(toDateTime('2024-01-01 00:00:00','Asia/Tokyo'), '')
SELECT JSON_VALUE(materialize('{}'::Nullable(String)), NULL), JSON_VALUE(NULL, '$.b')
SELECT JSON_VALUE(NULL)
SELECT JSON_VALUE(5, '$.a')
SELECT JSON_VALUE(5::Nullable(UInt8), '$.a')
SELECT JSON_VALUE(materialize('{"a":1}')::Nullable(String), '$.a'), JSON_VALUE(toLowCardinality('{"a":1}'), '$.a'), toTypeName(JSON_VALUE(toLowCardinality('{"a":1}'), '$.a'))
SELECT JSON_VALUE(toLowCardinality('{"a":1}'), '$.b'), toTypeName(JSON_VALUE(toLowCardinality('{"a":1}'), '$.b')) SETTINGS function_json_value_return_type_allow_nullable=1
SELECT JSON_VALUE('{"a":1}', '$.a'::Nullable(String))
SELECT JSON_VALUE('{"a":1}', materialize('$.a'))
SELECT midpoint(-0.0,-0.0,-0.0), midpoint(-0.0,NULL), midpoint(-0.0,-0.0), midpoint(-0.0::Float32,-0.0::Float32,NULL), midpoint(-0.0)
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025-01-02', '20250102', '20250102030405', '202501020304', '2025-01', '2025/01/02 03:04:05', '2025.01.02', '2025-1-2 3:4:5', '2025-1-2', '2025', '18 Aug 2025', '18 August 2025 07:22:16', 'Aug 18 2025', 'Aug 18, 2025', 'August 18, 2025 7:22 PM', '18-Aug-2025', '18/Aug/2025:07:22:16 +0300', '18/Aug/2025 07:22:16', 'Aug 18 07:22:16 2025', 'Sat, 18 Aug 2025 07:22:16 GMT', 'Sat Aug 18 2025 07:22:16 GMT+0200', 'Mon Aug 18 07:22:16 2025', '1/2/2025', '13/2/2025']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2/13/2025', '1-2-2025', '1.2.2025', '01/02/25', '1/2/25 3:04', '12:30 2025-01-02', '03:04:05', '03:04', '3 PM', '2025-01-02 3 PM', '2025-01-02 3PM', '2025-01-02 03:04 AM', '2025-01-02 12:30 AM', '2025-01-02 12:30 PM', '2025-01-02 13:30 PM', '2025-01-02T03:04:05Z', '2025-01-02T03:04:05+03:00', '2025-01-02T03:04:05+0300', '2025-01-02T03:04:05+03', '2025-01-02 03:04:05 -5', '2025-01-02 03:04:05 MSK', '2025-01-02 03:04:05 EST', '2025-01-02 03:04:05 PDT', '2025-01-02 03:04:05 UTC+3']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025-01-02 03:04:05 GMT', '2025-01-02 03:04:05.123', '2025-01-02 03:04:05.123456789Z', '2025-01-02 03:04:05,123', '2025-01-02 03', '2025-01-02 0304', '2025-01-02 030405', '20250102 030405', '20250102T030405Z', '20250102T030405', '1735787045', '1735787045123', '1735787045123456', '17357870451234567', '1735787045.5', '173578704', '12345678', '123456', '12345', '1234', '123', '12', '1', 'abc']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025-13-01', '2025-02-30', '2025-00-10', '31 Feb 2025', 'Jan 2025', '2025 Jan', 'Jan 1', '1 Jan', 'Dec 31', '31 Dec', '2025 Jan 2', '2025-Jan-02', '2025Jan02', '02Jan2025', '02-Jan-25', 'Jan-02-2025', '2 3 2025', '2025 01 02', '2025-01-02 25:00:00', '2025-01-02 03:60:00', '2025-01-02 03:04:61', '2025-01-02 24:00:00', ' 2025-01-02 ', '2025-01-02 03:04:05 x']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025-01-02x', '2025-01-02 T03:04:05', '2025-01-02  03:04:05', 'Mon', 'Monday', 'Mon 2025-01-02', '2025-01-02 Mon', '2025-01-02 Mon 03:04:05', 'today', '2025-01-02 03:04:05 +03:30', '2025-01-02 03:04:05+03:30:10', '2025-01-02 03:04:05 + 03', '2025-01-02 03:04 +1', '20250102 3:04', '2025-W01', '2025-001', '2025-01-02T', '2025-01-02T03', '2025-01-02T0304', '2025-01-02T030405.5', '0000-00-00 00:00:00', '1970-01-01 00:00:00', '1969-12-31 23:59:59', '2106-02-07 06:28:16']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2300-01-01', 'January 2nd 2025', '2nd Jan 2025', '1735787045123456789', '1735787045123.5', '2025-01-02.5', '12.5', '.5', '1735787045.123456789123', '2025-01-02 03:04:05.1234567891234', '2025-01-02 03:04:05.', '2025-01-02,03:04:05', '2025-01-02, 03:04:05', '2025-01-02,', '03:04:05, 2025-01-02', 'Jan 2 2025, 03:04', '2,Jan 2025', 'MSD 2025-01-02 03:04:05', '2025-01-02 03:04:05 UTC+03:30', '2025-01-02 03:04:05 +12345', '2025-01-02 03:04:05 +123', '12:30 PM Jan 2 2025', 'Jan 2 2025 12 AM', 'Sun,2025-01-02']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['Sunday, January 5, 2025', '2025-01-02T03:04:05.123+0300', '20250102T03', '2025-1', '2025-1-', '2025-01-02-03', '2025/01-02', '1-1-1', '1-1-70', '1-1-69', '99/1/2025', '13/13/2025', '2025-01-02 1 2 3', '12:30:45 12:30', '2025-01-02 03:04:05 GMT+1 +1', 'septem 5 2025', '5-sept-2025', '5-se-2025', '5-September2025', '5 may', '29 Feb 2024', '29 Feb 2025', '2025-01-02\t03:04:05', '2025-01-02_03']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025年01月', '+03', '-5', 'Z', 'T', 'AM', '12 AM', '1:2:3', '1:2:3:4', '1::2', '123:4', '2025-01-02 03:04:5x', '2025 1 2 3:4', '2025,01,02', '10000-01-01', '9999-12-31 23:59:59', '1899-01-01', '0001-01-01', '18 Aug 2025-07', '18 Aug 2025/07', '18 Aug 2025 7', '18 Aug 2025T07', '18 Aug 2025 07 05', 'Aug 2025 07']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['Aug 2025-07', '18 Aug 2025-07:22', 'Aug 2025-07-08', '12:30 2025 01 02', '12:30 2025 05:10', '5-Sep2025', '5-Sep 2025', '5-Sep 03:04', '5-Sepx2025', '5-Sep.2025', 'Septxmber 5 2025', 'Mond 2025-01-02', 'Mondayx 2025-01-02', 'UTCx 2025-01-02', 'MSKX 2025-01-02', '2025-01-02 03:04.5', '2025-01-02 12.5', '20250102030405.5', '20250102.5', '2025-01-02 030405.5', '17357870451234567890', '3.5', '2025.5', '2025.']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025 ', '2025-', '2025 x', 'may-5-2025', 'June5,2025', '18 Aug 2025,03:04', 'Jan 2, 2025, 03:04', '2025 7:22', '2025  07:22:16', 'Jan 2025 07:22', '1 2025 07:22', '2025 123', '7:22 2025 8 Aug', '8 Aug 2025 2026', '2025 123456', '2025 1234', '2025 12345678', '2025 123 5', '2025 123:5', '5-Sep,2025', '5-Sep:2025', 'Jan 2 2025;', '5-Sep-', '5-Sep-5']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['Jan', 'June', 'am 2025', 'PM', '3PM', 'UTC', 'UTC 2025', 'MSD', '2025-01-02 03:04:05UTC', '2025-01-02 03:04:05Z+03', '2025-01-02 03:04:05 AM PM', '2025:01:02 03:04:05', '2025T01', '2025Z', '2025+01', '18 Aug 2025Z', '18 Aug 2025+03', '2025.01.02 03:04:05', '2025.123', '2025.123456', '2025.12.3', '2025.12.34', '1234.567.8', '2025.01.0']) AS x) ORDER BY x
SELECT x, parseDateTime64BestEffortOrNull(x, 3, 'UTC'), parseDateTimeBestEffortUSOrNull(x, 'Asia/Tokyo'), parseDateTimeBestEffortOrZero(x, 'UTC') FROM (SELECT arrayJoin(['2025.1.2']) AS x) ORDER BY x
SELECT parseDateTimeBestEffort('Sat, 18 Aug 2025 07:22:16 GMT', 'UTC')
SELECT parseDateTimeBestEffort('August 18, 2025 7:22 PM', 'UTC')
SELECT parseDateTimeBestEffort('5-Sept-2025', 'UTC')
SELECT parseDateTimeBestEffort('2025-01-02 03:04:05 x', 'UTC')
SELECT parseDateTimeBestEffort('31 Feb 2025', 'UTC')
SELECT parseDateTimeBestEffort('18/Aug/2025:07:22', 'UTC')
SELECT parseDateTimeBestEffort('2025-01-02.5', 'UTC')
