# Functions that are called by their name alone, where no column or alias has it
SELECT CURRENT_DATABASE = currentDatabase(), current_user = currentUser(), User = session_user, DATABASE = schema, currentDatabase = current_database
SELECT toTypeName(CURRENT_DATE), toTypeName(TODAY), toTypeName(curdate), toTypeName(CURRENT_TIMESTAMP), toTypeName(now), toTypeName(LocalTime), toTypeName(LOCALTIMESTAMP)
SELECT currentdatabase
SELECT CURRENTUSER
SELECT yesterday
SELECT t.now FROM (SELECT 1 AS x) AS t
SELECT now, user, CURRENT_DATE FROM (SELECT 1 AS now, 'u' AS user, 3 AS CURRENT_DATE)
SELECT today FROM (SELECT 1 AS a) AS today
SELECT (SELECT CURRENT_DATE) = 5, (SELECT user) = currentUser() FROM (SELECT 5 AS CURRENT_DATE)
WITH 7 AS now SELECT now
SELECT arrayMap(now -> now + 1, [1])
SELECT count() FROM numbers(3) WHERE CURRENT_DATE > '2020-01-01' AND NOW > toDateTime('2020-01-01 00:00:00')
SELECT toTypeName(c) FROM (SELECT CURRENT_DATE AS c)
SELECT count(), user = currentUser() FROM numbers(3) GROUP BY user
CREATE TABLE unbracketed (a UInt8, t DateTime DEFAULT CURRENT_TIMESTAMP, d Date DEFAULT TODAY) ENGINE = Memory
INSERT INTO unbracketed (a) VALUES (1)
INSERT INTO unbracketed VALUES (2, CURRENT_TIMESTAMP, CURRENT_DATE)
SELECT a, t > '2020-01-01 00:00:00', d > '2020-01-01' FROM unbracketed ORDER BY a
# what a source of a dictionary is computed from is settled by CREATE
CREATE TABLE computed_source (id UInt64, v UInt32) ENGINE = Memory
INSERT INTO computed_source VALUES (1, 10), (2, 20)
CREATE DICTIONARY computed_db (id UInt64, v UInt32) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE concat('computed', '_source') DB currentDatabase())) LAYOUT(FLAT()) LIFETIME(0)
SELECT dictGet('computed_db', 'v', number) FROM numbers(3) ORDER BY number
SELECT replaceAll(extract(create_table_query, 'SOURCE.*LIFETIME'), currentDatabase(), 'db') FROM system.tables WHERE database = currentDatabase() AND name = 'computed_db'
CREATE DICTIONARY computed_wrong (id UInt64, v UInt32) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE 'computed_source' DB currentDatabase(1))) LAYOUT(FLAT()) LIFETIME(0)
CREATE DICTIONARY computed_query (id UInt64, v UInt32) PRIMARY KEY id SOURCE(CLICKHOUSE(QUERY concat('SELECT 5 AS id, ', '6 AS v'))) LAYOUT(FLAT()) LIFETIME(0)
SELECT dictGet('computed_query', 'v', toUInt64(5))
CREATE DICTIONARY computed_port (id UInt64, v UInt32) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE 'computed_source' PORT toUInt16(9000) DB currentDatabase())) LAYOUT(FLAT()) LIFETIME(0)
SELECT replaceAll(extract(create_table_query, 'SOURCE.*LIFETIME'), currentDatabase(), 'db') FROM system.tables WHERE database = currentDatabase() AND name = 'computed_port'
DROP DICTIONARY computed_port
CREATE DICTIONARY computed_array (id UInt64, v UInt32) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE range(2) DB currentDatabase())) LAYOUT(FLAT()) LIFETIME(0)
# children in a circle stand at the first level where they are met
CREATE TABLE circle (id UInt64, parent UInt64) ENGINE = Memory
INSERT INTO circle VALUES (0, 0), (1, 0), (2, 1), (3, 1), (11, 13), (12, 11), (13, 12), (14, 13), (15, 15), (16, 15)
CREATE DICTIONARY circles (id UInt64, parent UInt64 HIERARCHICAL) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE 'circle' DB currentDatabase())) LAYOUT(FLAT()) LIFETIME(0)
SELECT number, arraySort(dictGetDescendants('circles', number, 1)), arraySort(dictGetDescendants('circles', number, 2)), arraySort(dictGetDescendants('circles', number, 3)), arraySort(dictGetDescendants('circles', number, 4)) FROM numbers(17) ORDER BY number
# each name has a rule of its own for upper and lower case
SELECT date('2020-01-02'), TIMEDIFF(toDateTime('2020-01-01 00:00:05', 'UTC'), toDateTime('2020-01-01 00:00:00', 'UTC')), Bit_And(3) , makedatetime(2020, 1, 2, 3, 4, 5, 'UTC'), length(TIMEZONE()) > 0, sqR(9), MakeDate32(2020, 1, 2), yyyymmddtodate(20200102), Regexp_Substr('abc', 'b')
SELECT DISTANCEL2([1, 2], [3, 4]), normLINF([1, -5]), todecimalstring(1.5, 2), str_TO_map('a:1', ',', ':'), Age('day', toDate('2020-01-01'), toDate('2020-01-03')), HASSUBSEQUENCE('abc', 'ac'), InStr('abc', 'b')
SELECT formatdatetime(now(), '%F')
SELECT FORMATREADABLESIZE(1)
SELECT TOHOUR(now())
SELECT Multiif(1, 2, 3)
SELECT REPLACEALL('a', 'a', 'b')
SELECT HostName() = ''
SELECT trimboth(' a ')
SELECT TRIM(BOTH ' ' FROM ' a '), trim(' a '), LTRIM(' a'), rTrim('a '), EXTRACT(YEAR FROM toDate('2020-01-01')), DATE_DIFF(day, toDate('2020-01-01'), toDate('2020-01-03')), MOD(7, 4), DATE_TRUNC('year', toDate('2020-05-05')), SUBSTRING('abc', 2), 1 AND 1, NOT 0, 7 MOD 4, OCTET_LENGTH('ä'), lcase('A'), REPLACE('a', 'a', 'b'), HOUR(toDateTime('2020-01-01 05:00:00', 'UTC'))
SELECT name, case_insensitive FROM system.functions WHERE name IN ('DATE', 'toDate', 'formatDateTime', 'DATE_FORMAT', 'toHour', 'HOUR', 'sqr', 'age', 'any_value', 'hostName', 'multiIf') ORDER BY name
CREATE TABLE kin (id UInt64, parent UInt64) ENGINE = Memory
INSERT INTO kin VALUES (9, 1), (3, 1), (7, 1), (1, 0), (12, 7), (4, 3), (2, 7), (5, 9), (8, 1), (6, 1), (30, 1), (20, 1)
CREATE DICTIONARY kins (id UInt64, parent UInt64 HIERARCHICAL) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE 'kin')) LAYOUT(FLAT()) LIFETIME(0)
SELECT number, dictGetChildren('kins', number), arraySort(dictGetDescendants('kins', number)), dictGetDescendants('kins', number, 1) FROM numbers(10) ORDER BY number
