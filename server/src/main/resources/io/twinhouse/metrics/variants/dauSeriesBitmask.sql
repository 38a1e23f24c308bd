-- metric: dauSeriesBitmask
-- about: dauSeries with one 64-bit mask of active days for each hashed user, for windows of up to 64 days.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- guard: off
SELECT
    addDays(toDate({since:DateTime64(3, 'UTC')}), number) AS day,
    count() AS active_users
FROM
(
    SELECT
        sipHash64(assumeNotNull(user_id)) AS user,
        groupBitOr(bitShiftLeft(toUInt64(1), toUInt8(dateDiff('day', {since:DateTime64(3, 'UTC')}, event_at)))) AS days
    FROM events
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND event_at >= {since:DateTime64(3, 'UTC')}
        AND event_at < {until:DateTime64(3, 'UTC')}
        AND throwIf(dateDiff('day', {since:DateTime64(3, 'UTC')}, event_at) > 63, 'A mask holds 64 days') = 0
    GROUP BY user
)
ARRAY JOIN bitPositionsToArray(days) AS number
GROUP BY day
ORDER BY day
