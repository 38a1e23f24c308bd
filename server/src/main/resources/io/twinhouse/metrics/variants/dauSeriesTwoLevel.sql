-- metric: dauSeriesTwoLevel
-- about: dauSeries with the distinct (day, hash) pairs grouped first and then counted.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    day,
    count() AS active_users
FROM
(
    SELECT
        toDate(event_at) AS day,
        sipHash64(assumeNotNull(user_id)) AS user
    FROM events
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
    GROUP BY
        day,
        user
)
GROUP BY day
ORDER BY day
