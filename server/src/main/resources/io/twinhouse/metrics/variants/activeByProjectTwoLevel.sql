-- metric: activeByProjectTwoLevel
-- about: activeByProject with one row a (project, hash) and a flag a period.
-- parameter: priorSince DateTime64(3, 'UTC')
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at priorSince until
SELECT
    project_id,
    countIf(now_active) AS users,
    countIf(active_before) AS previous_users
FROM
(
    SELECT
        project_id,
        sipHash64(assumeNotNull(user_id)) AS user,
        max(event_at) >= {since:DateTime64(3, 'UTC')} AS now_active,
        min(event_at) < {since:DateTime64(3, 'UTC')} AS active_before
    FROM events
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND event_at >= {priorSince:DateTime64(3, 'UTC')}
    GROUP BY
        project_id,
        user
)
GROUP BY project_id
ORDER BY project_id
