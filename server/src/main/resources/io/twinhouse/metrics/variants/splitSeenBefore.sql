-- metric: splitSeenBefore
-- about: split over all users with the set of users seen before the window instead of everybody's first day.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
-- all history: seen_before
SELECT
    day,
    count() AS total_count,
    countIf(previous_day = toDate(0) AND NOT seen) AS new_count,
    countIf(previous_day = addDays(day, -1)) AS retained_count,
    countIf(previous_day < addDays(day, -1) AND (previous_day != toDate(0) OR seen)) AS reactivated_count
FROM
(
    SELECT
        day,
        lagInFrame(day, 1) OVER (PARTITION BY entity ORDER BY day) AS previous_day,
        entity IN (
            SELECT sipHash64(assumeNotNull(user_id))
            FROM events AS seen_before
            WHERE project_id != 'internal'
                AND event_type = '$token-refresh'
                AND user_id IS NOT NULL
                AND event_at < {since:DateTime64(3, 'UTC')}
                AND coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0
        ) AS seen
    FROM
    (
        SELECT DISTINCT
            toDate(event_at) AS day,
            sipHash64(assumeNotNull(user_id)) AS entity
        FROM events
        WHERE project_id != 'internal'
            AND event_type = '$token-refresh'
            AND user_id IS NOT NULL
            AND event_at >= {since:DateTime64(3, 'UTC')}
            AND event_at < {until:DateTime64(3, 'UTC')}
            AND coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0
    )
)
GROUP BY day
ORDER BY day
