-- metric: dauSeries
-- about: Distinct users with a token refresh, per UTC day.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
-- distinct: hashed
SELECT
    toDate(event_at) AS day,
    uniqExact(user_id) AS active_users
FROM events
WHERE project_id != 'internal'
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
GROUP BY day
ORDER BY day
