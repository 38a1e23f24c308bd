CREATE TABLE visits
(
    day Date,
    user String,
    pages UInt32 DEFAULT 1
)
ENGINE = MergeTree
ORDER BY day;
