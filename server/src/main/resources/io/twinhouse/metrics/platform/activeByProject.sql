-- metric: activeByProject
-- about: Users with a token refresh in this period and in the one before, per project.
-- parameter: priorSince DateTime64(3, 'UTC')
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at priorSince until
-- distinct: hashed
SELECT
    project_id,
    uniqExactIf(user_id, event_at >= {since:DateTime64(3, 'UTC')}) AS users,
    uniqExactIf(user_id, event_at < {since:DateTime64(3, 'UTC')}) AS previous_users
FROM events
WHERE project_id != 'internal'
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
GROUP BY project_id
ORDER BY project_id
