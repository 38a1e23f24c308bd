-- metric: split
-- about: Per UTC day: users active, new, retained from the day before and reactivated; from one user in four.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
-- all history: first_seen
-- sample: user_id 4
SELECT
    w.day AS day,
    count() AS total_count,
    countIf(f.first_date = w.day) AS new_count,
    countIf(f.first_date < w.day AND w.previous_day = addDays(w.day, -1)) AS retained_count,
    countIf(f.first_date < w.day AND w.previous_day < addDays(w.day, -1)) AS reactivated_count
FROM
(
    SELECT
        day,
        entity,
        lagInFrame(day, 1) OVER (PARTITION BY entity ORDER BY day) AS previous_day
    FROM
    (
        SELECT DISTINCT
            toDate(event_at) AS day,
            sipHash64(assumeNotNull(user_id)) AS entity
        FROM events
        WHERE project_id != 'internal'
            AND event_type = '$token-refresh'
            AND user_id IS NOT NULL
            AND coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0
            AND event_at >= {since:DateTime64(3, 'UTC')}
            AND event_at < {until:DateTime64(3, 'UTC')}
    )
) AS w
LEFT JOIN
(
    SELECT
        sipHash64(assumeNotNull(user_id)) AS entity,
        toDate(min(event_at)) AS first_date
    FROM events AS first_seen
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0
        AND event_at < {until:DateTime64(3, 'UTC')}
    GROUP BY entity
) AS f ON f.entity = w.entity
GROUP BY day
ORDER BY day
