CREATE TABLE levels (id UInt32, level Enum8('low' = 1, 'high' = 2), n Nullable(Enum8('x' = 1)), w Enum16('far' = 1000) DEFAULT 'far' COMMENT 'width', t String) ENGINE = MergeTree ORDER BY (level, id)
INSERT INTO levels VALUES (1, 'low', 'x', 'far', 'a'), (2, 'high', NULL, 'far', 'b')
ALTER TABLE levels MODIFY COLUMN level ADD ENUM VALUES ('top' = 5)
ALTER TABLE levels MODIFY COLUMN level ADD ENUM VALUES ('next', 'after')
ALTER TABLE levels MODIFY COLUMN level ADD ENUM VALUES ('low' = 1)
ALTER TABLE levels MODIFY COLUMN level ADD ENUM VALUES ('low' = 9)
ALTER TABLE levels MODIFY COLUMN level ADD ENUM VALUES ('other' = 1)
ALTER TABLE levels MODIFY COLUMN level ADD ENUM VALUES ('other' = 1000)
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES ('y' = 2), MODIFY COLUMN w ADD ENUM VALUES ('near' = -7, 'here')
ALTER TABLE levels MODIFY COLUMN t ADD ENUM VALUES ('y' = 2)
ALTER TABLE levels MODIFY COLUMN id ADD ENUM VALUES ('y' = 2)
ALTER TABLE levels MODIFY COLUMN none ADD ENUM VALUES ('y' = 2)
ALTER TABLE levels MODIFY COLUMN IF EXISTS none ADD ENUM VALUES ('y' = 2)
ALTER TABLE levels ALTER COLUMN n ADD ENUM VALUES ('z' = 3)
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES ()
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES ('q', 'q')
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES (q = 1)
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES ('q' = 1.5)
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES ('q' = 7) FIRST
ALTER TABLE levels MODIFY COLUMN n ADD ENUM VALUES 'q' = 7
ALTER TABLE levels ADD COLUMN late Enum8('a' = 1), MODIFY COLUMN late ADD ENUM VALUES ('b')
SELECT name, type, default_expression, comment FROM system.columns WHERE database = currentDatabase() AND table = 'levels' ORDER BY position
INSERT INTO levels VALUES (3, 'top', 'y', 'near', 'c'), (4, 'next', 'z', 'here', 'd')
SELECT * FROM levels ORDER BY level, id
SELECT id FROM levels WHERE level = 'top'
SELECT level, count() FROM levels GROUP BY level ORDER BY level
OPTIMIZE TABLE levels FINAL
SELECT * FROM levels WHERE level >= 'high' ORDER BY level, id
ALTER TABLE levels MODIFY COLUMN level Enum8('low' = 1, 'high' = 2, 'top' = 5, 'next' = 6, 'after' = 7, 'last' = 8)
ALTER TABLE levels MODIFY COLUMN level Enum8('low' = 1, 'high' = 2)
INSERT INTO levels VALUES (5, 'last', 'y', 'near', 'c')
SELECT id, level, n, w FROM levels ORDER BY level, id
DROP TABLE levels
CREATE TABLE recent (k UInt8, s AggregateFunction(timeSeriesLastTwoSamples, DateTime64(3, 'UTC'), Float64)) ENGINE = AggregatingMergeTree ORDER BY k SETTINGS allow_experimental_time_series_aggregate_functions = 1
INSERT INTO recent SELECT number % 2, timeSeriesLastTwoSamplesState(toDateTime64(number, 3, 'UTC'), number / 2) FROM numbers(6) GROUP BY 1 SETTINGS allow_experimental_time_series_aggregate_functions = 1
SELECT k, finalizeAggregation(s) FROM recent ORDER BY k
OPTIMIZE TABLE recent FINAL
SELECT count() FROM recent
DROP TABLE recent
