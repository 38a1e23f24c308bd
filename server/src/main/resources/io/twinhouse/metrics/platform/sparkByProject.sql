-- metric: sparkByProject
-- about: Distinct users with a token refresh, per project and UTC day.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
-- distinct: hashed
SELECT
    project_id,
    toDate(event_at) AS day,
    uniqExact(user_id) AS active_users
FROM events
WHERE project_id != 'internal'
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
GROUP BY
    project_id,
    day
ORDER BY
    project_id,
    day
