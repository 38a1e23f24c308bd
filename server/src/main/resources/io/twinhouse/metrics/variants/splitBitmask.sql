-- metric: splitBitmask
-- about: split over all users with one 64-bit mask of active days for each, in a single scan of all history; for windows of up to 64 days.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- guard: off
SELECT
    addDays(toDate({since:DateTime64(3, 'UTC')}), number) AS day,
    count() AS total_count,
    countIf(first_date = day) AS new_count,
    countIf(first_date < day AND active_before) AS retained_count,
    countIf(first_date < day AND NOT active_before) AS reactivated_count
FROM
(
    SELECT
        first_date,
        number,
        number > 0 AND bitTest(days, toUInt8(number - 1)) AS active_before
    FROM
    (
        SELECT
            sipHash64(assumeNotNull(user_id)) AS entity,
            toDate(min(event_at)) AS first_date,
            groupBitOr(
                if(event_at >= {since:DateTime64(3, 'UTC')},
                    bitShiftLeft(toUInt64(1), toUInt8(dateDiff('day', {since:DateTime64(3, 'UTC')}, event_at))),
                    toUInt64(0))) AS days
        FROM events
        WHERE project_id != 'internal'
            AND event_type = '$token-refresh'
            AND user_id IS NOT NULL
            AND coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0
            AND event_at < {until:DateTime64(3, 'UTC')}
            AND throwIf(dateDiff('day', {since:DateTime64(3, 'UTC')}, event_at) > 63, 'A mask holds 64 days') = 0
        GROUP BY entity
    )
    ARRAY JOIN range(0, 64) AS number
    WHERE days != 0 AND bitTest(days, toUInt8(number))
)
GROUP BY day
ORDER BY day
