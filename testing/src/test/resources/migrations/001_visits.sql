CREATE TABLE visits
(
    day Date,
    user String
)
ENGINE = MergeTree
ORDER BY day;
