-- metric: sparkByProjectTwoLevel
-- about: sparkByProject with the distinct (project, day, hash) triples grouped first.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    project_id,
    day,
    count() AS active_users
FROM
(
    SELECT
        project_id,
        toDate(event_at) AS day,
        sipHash64(assumeNotNull(user_id)) AS user
    FROM events
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
    GROUP BY
        project_id,
        day,
        user
)
GROUP BY
    project_id,
    day
ORDER BY
    project_id,
    day
