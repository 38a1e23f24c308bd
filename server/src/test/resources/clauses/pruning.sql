# Conditions over functions of columns that lie in granules by time: what is left out must not be missed
CREATE TABLE times (at DateTime('UTC'), there DateTime('America/St_Johns'), unsaid DateTime, fine DateTime64(3, 'Europe/Berlin'), day Date, wide Date32, i Int64, u UInt64, small Int8, f Float64, n Nullable(Int32), c Nullable(UInt16), dec Decimal(18, 2), flag Bool, s String) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY (toDate(at), at)
INSERT INTO times SELECT 1135000000 + number * 313, 1135000000 + number * 313, 1135000000 + number * 313, toDateTime64(1135000000 + number * 313, 3, 'Europe/Berlin') + toIntervalMillisecond(number % 1000), toDate(1135000000 + number * 313, 'UTC'), toDate32(toDate(1135000000 + number * 313, 'UTC')), number - 30000, number, number % 256, if(number % 9973 = 0, nan, (number - 30000) / 16), if(number % 977 = 0, NULL, number), if(number % 991 = 0, NULL, number % 65536), number / 100, number > 40000, toString(number) FROM numbers(70000)
INSERT INTO times SELECT 0, 0, 0, toDateTime64(0, 3, 'Europe/Berlin'), toDate(0), toDate32('1900-01-01'), -9223372036854775808, 18446744073709551615, -128, -inf, NULL, NULL, -99999, 0, ''
INSERT INTO times SELECT 4294967295, 4294967295, 4294967295, toDateTime64('2299-12-31 23:59:59.999', 3, 'Europe/Berlin'), toDate(65535), toDate32('2299-12-31'), 9223372036854775807, 0, 127, inf, 0, 0, 99999, 1, 'z'
SELECT count(), sum(u % 100), min(i) FROM times WHERE toDate(at) = '2006-02-03'
SELECT count(), sum(u % 100), min(i) FROM times WHERE toDate(at) != '2006-02-03'
SELECT count(), sum(u % 100) FROM times WHERE toDate(at) IN ('2006-02-03', '1970-01-01', '2106-02-07')
SELECT count(), sum(u % 100) FROM times WHERE toDate(there) = '2006-10-29'
SELECT count(), sum(u % 100) FROM times WHERE toDate(there) = '2006-10-28'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfHour(there) >= toDateTime('2006-10-29 00:00:00', 'America/St_Johns') AND toStartOfHour(there) < toDateTime('2006-10-29 03:00:00', 'America/St_Johns')
SELECT count(), sum(u % 100) FROM times WHERE unsaid < '2006-04-02 00:00:00' SETTINGS session_timezone = 'America/New_York'
SELECT count(), sum(u % 100) FROM times WHERE unsaid < '2006-04-02 00:00:00' SETTINGS session_timezone = 'Asia/Tokyo'
SELECT count(), sum(u % 100) FROM times WHERE unsaid >= '2006-04-02 00:00:00'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfMonth(at) >= '2006-06-01'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfMonth(fine) < '2006-02-01'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfWeek(at) = '2006-01-29'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfWeek(at, 3) <= '2006-01-30'
SELECT count(), sum(u % 100) FROM times WHERE toLastDayOfMonth(at) = '2006-02-28'
SELECT count(), sum(u % 100) FROM times WHERE toLastDayOfMonth(day) > '2006-08-01'
SELECT count(), sum(u % 100) FROM times WHERE toMonday(day) < '2006-01-30'
SELECT count(), sum(u % 100) FROM times WHERE toYYYYMM(at) = 200603
SELECT count(), sum(u % 100) FROM times WHERE toYYYYMM(at) IN (200603, 200605, 197001, 210602)
SELECT count(), sum(u % 100) FROM times WHERE toYYYYMMDD(at) BETWEEN 20060310 AND 20060312
SELECT count(), sum(u % 100) FROM times WHERE toYYYYMMDDhhmmss(there) < 20060310000000
SELECT count(), sum(u % 100) FROM times WHERE toYear(at) = 2005
SELECT count(), sum(u % 100) FROM times WHERE toYear(wide) > 2006
SELECT count(), sum(u % 100) FROM times WHERE toISOYear(at) = 2005
SELECT count(), sum(u % 100) FROM times WHERE toYearWeek(at) < 200603
SELECT count(), sum(u % 100) FROM times WHERE toHour(at) = 5
SELECT count(), sum(u % 100) FROM times WHERE toUnixTimestamp(at) < 1136000000
SELECT count(), sum(u % 100) FROM times WHERE toUInt32(at) < 1136000000
SELECT count(), sum(u % 100) FROM times WHERE toInt32(at) < 0
SELECT count(), sum(u % 100) FROM times WHERE toUnixTimestamp64Milli(fine) >= 1150000000000
SELECT count(), sum(u % 100) FROM times WHERE at + INTERVAL 1 DAY < toDateTime('2006-01-04 00:00:00', 'UTC')
SELECT count(), sum(u % 100) FROM times WHERE at - INTERVAL 1 DAY > toDateTime('2006-08-04 00:00:00', 'UTC')
SELECT count(), sum(u % 100) FROM times WHERE there + INTERVAL 1 MONTH < toDateTime('2006-03-01 00:00:00', 'America/St_Johns')
SELECT count(), sum(u % 100) FROM times WHERE there - INTERVAL 1 MONTH >= toDateTime('2006-02-28 10:00:00', 'America/St_Johns') AND there - INTERVAL 1 MONTH < toDateTime('2006-03-01 02:00:00', 'America/St_Johns')
SELECT count(), sum(u % 100) FROM times WHERE day + INTERVAL 1 MONTH = '2006-02-28'
SELECT count(), sum(u % 100) FROM times WHERE day + 40 < '2006-02-28'
SELECT count(), sum(u % 100) FROM times WHERE day - 40 > '2006-05-28'
SELECT count(), sum(u % 100) FROM times WHERE subtractWeeks(day, 3) < '2006-01-01'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfInterval(at, INTERVAL 7 HOUR) = toDateTime('2006-01-09 07:00:00', 'UTC')
SELECT count(), sum(u % 100) FROM times WHERE toStartOfInterval(there, INTERVAL 2 WEEK) < '2006-03-01'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfFifteenMinutes(there) < toDateTime('2006-01-09 07:10:00', 'America/St_Johns')
SELECT count(), sum(u % 100) FROM times WHERE dateTrunc('month', at) = '2006-03-01'
SELECT count(), sum(u % 100) FROM times WHERE dateDiff('day', at, toDateTime('2006-05-01 00:00:00', 'UTC')) > 90
SELECT count(), sum(u % 100) FROM times WHERE dateDiff('month', toDateTime('2006-05-01 00:00:00', 'UTC'), at) >= 2
SELECT count(), sum(u % 100) FROM times WHERE toDateTime('2006-02-03 00:00:00', 'UTC') - at > 3600
SELECT count(), sum(u % 100) FROM times WHERE at - toDateTime('2006-02-03 00:00:00', 'UTC') > 3600
SELECT count(), sum(u % 100) FROM times WHERE toDate('2006-02-03') - day > 10
SELECT count(), sum(u % 100) FROM times WHERE i + 5 < -29000
SELECT count(), sum(u % 100) FROM times WHERE i - 5 < -29000
SELECT count(), sum(u % 100) FROM times WHERE i + 1 < 0
SELECT count(), sum(u % 100) FROM times WHERE 10 - i > 30000
SELECT count(), sum(u % 100) FROM times WHERE -i > 29000
SELECT count(), sum(u % 100) FROM times WHERE -i = -9223372036854775808
SELECT count(), sum(u % 100) FROM times WHERE i * 3 < -80000
SELECT count(), sum(u % 100) FROM times WHERE i * -3 < -80000
SELECT count(), sum(u % 100) FROM times WHERE u + 1 < 100
SELECT count(), sum(u % 100) FROM times WHERE u - 10 < 0
SELECT count(), sum(u % 100) FROM times WHERE intDiv(u, 1000) = 17
SELECT count(), sum(u % 100) FROM times WHERE intDiv(i, -7) > 4000
SELECT count(), sum(u % 100) FROM times WHERE intDiv(i, 7) < -4000
SELECT count(), sum(u % 100) FROM times WHERE u / 1000 < 5.5
SELECT count(), sum(u % 100) FROM times WHERE u / 0 > 5
SELECT count(), sum(u % 100) FROM times WHERE toInt64(u) < 0
SELECT count(), sum(u % 100) FROM times WHERE toUInt8(u) = 255
SELECT count(), sum(u % 100) FROM times WHERE toUInt16(i) = 7
SELECT count(), sum(u % 100) FROM times WHERE toFloat64(u) >= 18446744073709551615
SELECT count(), sum(u % 100) FROM times WHERE u % 1000 = 7
SELECT count(), sum(u % 100) FROM times WHERE f + 1 < -1800
SELECT count(), sum(u % 100) FROM times WHERE -f > 1800
SELECT count(), sum(u % 100) FROM times WHERE f * 0 = 0
SELECT count(), sum(u % 100) FROM times WHERE floor(f) = 100
SELECT count(), sum(u % 100) FROM times WHERE round(f) != 100
SELECT count(), sum(u % 100) FROM times WHERE NOT (f + 1 > 100)
SELECT count(), sum(u % 100) FROM times WHERE isNaN(f)
SELECT count(), sum(u % 100) FROM times WHERE toInt64(n) < 100
SELECT count(), sum(u % 100) FROM times WHERE n + 1 != 100
SELECT count(), sum(u % 100) FROM times WHERE NOT (n + 1 != 100)
SELECT count(), sum(u % 100) FROM times WHERE toInt8(n) = 5
SELECT count(), sum(u % 100) FROM times WHERE c + 1 > 60000
SELECT count(), sum(u % 100) FROM times WHERE toUInt32(c) = 77
SELECT count(), sum(u % 100) FROM times WHERE small + 1 > 127
SELECT count(), sum(u % 100) FROM times WHERE dec + 1 < 0
SELECT count(), sum(u % 100) FROM times WHERE dec * 2 > 1390
SELECT count(), sum(u % 100) FROM times WHERE toFloat64(dec) < 10
SELECT count(), sum(u % 100) FROM times WHERE flag + 1 = 2
SELECT count(), sum(u % 100) FROM times WHERE flag = 'true'
SELECT count(), sum(u % 100) FROM times WHERE i = '-30000'
SELECT count(), sum(u % 100) FROM times WHERE f < '-1800.5'
SELECT count(), sum(u % 100) FROM times WHERE dec < '1.5'
SELECT count(), sum(u % 100) FROM times WHERE day >= '2006-06-01'
SELECT count(), sum(u % 100) FROM times WHERE at::Date = '2006-02-03'
SELECT count(), sum(u % 100) FROM times WHERE CAST(at, 'Nullable(Date)') = '2006-02-03'
SELECT count(), sum(u % 100) FROM times WHERE toDate(toStartOfMonth(at)) = '2006-02-01'
SELECT count(), sum(u % 100) FROM times WHERE toYYYYMM(toDate(at)) = 200603
SELECT count(), sum(u % 100) FROM times WHERE toStartOfMonth(at + INTERVAL 1 DAY) = '2006-02-01'
SELECT count(), sum(u % 100) FROM times WHERE toDate(at) > '2006-02-01' AND toDate(at) < '2006-02-03' OR toYear(at) = 1970
SELECT count(), sum(u % 100) FROM times WHERE toDate(at, 'Asia/Tokyo') = '2006-02-03'
SELECT count(), sum(u % 100) FROM times WHERE toDateTime(at, 'Asia/Tokyo') < '2006-02-03 00:00:00'
SELECT count(), sum(u % 100) FROM times WHERE toDateTime(u) > '1970-01-01 19:00:00'
SELECT count(), sum(u % 100) FROM times WHERE toDate(u) > '2149-06-01' OR toDate(u) = '1970-01-01'
SELECT count(), sum(u % 100) FROM times WHERE fromUnixTimestamp(u) < toDateTime(500) SETTINGS session_timezone = 'UTC'
SELECT count(), sum(u % 100) FROM times WHERE toDate(at) = 'nonsense'
SELECT count(), sum(u % 100) FROM times WHERE toDate(at) = NULL
# The first rows by a column, and its extremes, without reading the rest
SELECT u, i, s FROM times ORDER BY i LIMIT 5
SELECT u, i, s FROM times ORDER BY i DESC LIMIT 5
SELECT u, i, s FROM times ORDER BY i DESC LIMIT 5 OFFSET 20000
SELECT u, n FROM times ORDER BY n, u LIMIT 5
SELECT u, n FROM times ORDER BY n DESC, u LIMIT 5
SELECT u, n FROM times ORDER BY n NULLS FIRST, u LIMIT 5
SELECT u, f FROM times ORDER BY f, u LIMIT 5
SELECT u, f FROM times ORDER BY f DESC, u LIMIT 5
SELECT u, at FROM times WHERE toDate(at) >= '2006-02-03' ORDER BY at, u LIMIT 5
SELECT u, at FROM times WHERE toYYYYMM(at) = 200602 ORDER BY at DESC LIMIT 5
SELECT u, at FROM times WHERE u % 7 = 3 ORDER BY at DESC LIMIT 5
SELECT u, at FROM times ORDER BY at LIMIT 2 WITH TIES
SELECT u, day FROM times ORDER BY day, u LIMIT 7
SELECT u AS x, -i AS y FROM times ORDER BY i LIMIT 3
SELECT u, flag FROM times ORDER BY flag DESC, u DESC LIMIT 4
SELECT day, u FROM times ORDER BY day DESC, u LIMIT 2 BY day LIMIT 4
SELECT DISTINCT day FROM times ORDER BY day LIMIT 3
SELECT min(at), max(at) FROM times
SELECT min(i), max(i), min(u), max(u), min(day), max(wide) FROM times
SELECT min(n), max(n) FROM times
SELECT min(f), max(f) FROM times
SELECT max(at) FROM times WHERE toYYYYMM(at) = 200602
SELECT min(at), count() FROM times
SELECT min(u), max(s) FROM times
SELECT min(u) FROM times WHERE u > 100 AND s LIKE '%77'
SELECT min(at) FROM times WHERE 0
SELECT max(toDate(at)) FROM times
SELECT (SELECT max(at) FROM times), (SELECT min(at) FROM times WHERE u > 50)
DROP TABLE times
CREATE TABLE latest (k UInt32, v UInt32, at DateTime('UTC')) ENGINE = ReplacingMergeTree(v) ORDER BY k
INSERT INTO latest SELECT number, 1, 1700000000 + number FROM numbers(50000)
INSERT INTO latest SELECT number, 2, 1800000000 - number FROM numbers(20000)
SELECT min(at), max(at) FROM latest FINAL
SELECT min(at), max(at) FROM latest
SELECT k, at FROM latest FINAL ORDER BY at LIMIT 3
SELECT k, at FROM latest FINAL ORDER BY at DESC LIMIT 3
SELECT count(), min(k) FROM latest FINAL WHERE toDate(at) = '2027-01-15'
DROP TABLE latest
SELECT count(), sum(u % 100) FROM times WHERE toDate(unsaid) = '2006-04-02' SETTINGS session_timezone = 'America/New_York'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfDay(unsaid) = toDateTime('2006-04-02 00:00:00') SETTINGS session_timezone = 'America/New_York'
SELECT count(), sum(u % 100) FROM times WHERE toStartOfInterval(unsaid, INTERVAL 1 MONTH) = '2006-04-01' SETTINGS session_timezone = 'Asia/Tokyo'
SELECT count(), sum(u % 100) FROM times WHERE toHour(unsaid) = 3 AND toYYYYMM(unsaid) = 200602 SETTINGS session_timezone = 'Asia/Kolkata'
SELECT count(), sum(u % 100) FROM times WHERE unsaid >= toDate('2006-02-03') AND unsaid < toDate('2006-02-04') SETTINGS session_timezone = 'Asia/Kolkata'
SELECT count(), sum(u % 100) FROM times WHERE toTimeWithFixedDate(unsaid) < toDateTime('1970-01-02 01:00:00') SETTINGS session_timezone = 'Asia/Kolkata'
SELECT count(), sum(u % 100) FROM times WHERE formatDateTime(unsaid, '%F') = '2006-02-03' SETTINGS session_timezone = 'Asia/Kolkata'
SELECT count(), sum(u % 100) FROM times WHERE addDays(unsaid, 1) = toDateTime('2006-02-03 00:00:33') OR unsaid + INTERVAL 1 MONTH < '2006-01-20 10:00:00' SETTINGS session_timezone = 'America/New_York'
CREATE TABLE daily (there DateTime('America/St_Johns'), i Int32) ENGINE = MergeTree PARTITION BY toDate(there) ORDER BY i
INSERT INTO daily SELECT toDateTime('2006-10-28 03:00:00', 'America/St_Johns') + number * 60, number FROM numbers(1000)
INSERT INTO daily SELECT toDateTime('2006-10-29 01:00:00', 'America/St_Johns') + number * 60, 10000 + number FROM numbers(240)
INSERT INTO daily SELECT toDateTime('2006-10-28 22:59:30', 'America/St_Johns') + number * 120, 20000 + number FROM numbers(120)
SELECT _partition_id, count(), sum(i), min(toDate(there)), max(toDate(there)) FROM daily GROUP BY _partition_id ORDER BY _partition_id
DROP TABLE daily
CREATE TABLE hourly (at DateTime('UTC'), i Int32) ENGINE = MergeTree PARTITION BY toStartOfHour(at) ORDER BY i
INSERT INTO hourly SELECT 3600 * 5 + number, number FROM numbers(3600)
INSERT INTO hourly SELECT 3600 * 5 + 1800 + number, number FROM numbers(3600)
INSERT INTO hourly SELECT 4294967295 - number, number FROM numbers(100)
SELECT _partition_id, count(), sum(i) FROM hourly GROUP BY _partition_id ORDER BY _partition_id
DROP TABLE hourly
CREATE TABLE tens (u UInt64, n Nullable(Int32), i Int64) ENGINE = MergeTree PARTITION BY intDiv(i, 10) ORDER BY i
INSERT INTO tens SELECT number, NULL, number FROM numbers(10)
INSERT INTO tens SELECT number, NULL, -toInt64(number) FROM numbers(10)
INSERT INTO tens SELECT number, NULL, if(number = 3, 500, 31) FROM numbers(10)
SELECT _partition_id, count(), sum(i) FROM tens GROUP BY _partition_id ORDER BY _partition_id
DROP TABLE tens
CREATE TABLE bytes (u UInt64, f Float64) ENGINE = MergeTree PARTITION BY toUInt8(u) ORDER BY u
INSERT INTO bytes SELECT 256 * number, 0 FROM numbers(5)
INSERT INTO bytes SELECT if(number = 1, 18446744073709551615, number), 0 FROM numbers(3)
INSERT INTO bytes SELECT if(number = 1, 513, 1), 0 FROM numbers(3)
SELECT _partition_id, count(), sum(u) FROM bytes GROUP BY _partition_id ORDER BY _partition_id
DROP TABLE bytes
CREATE TABLE monthly (d Date32, x DateTime64(3, 'UTC')) ENGINE = MergeTree PARTITION BY toYYYYMM(d) ORDER BY x
INSERT INTO monthly SELECT toDate32('1931-02-01') + number, toDateTime64(0, 3) FROM numbers(28)
INSERT INTO monthly SELECT toDate32('1900-01-01') + number * 73000, toDateTime64(0, 3) FROM numbers(2)
INSERT INTO monthly SELECT toDate32('2299-12-31') - number, toDateTime64(0, 3) FROM numbers(31)
SELECT _partition_id, count(), min(d), max(d) FROM monthly GROUP BY _partition_id ORDER BY _partition_id
DROP TABLE monthly
