-- metric: loadDailyActiveUsers
-- about: Users with a token refresh, per UTC day.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    toDate(event_at) AS day,
    uniqExact(user_id) AS active_users
FROM events
WHERE project_id = {projectId:String}
    AND branch_id = {branchId:String}
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
    AND event_at >= {since:DateTime64(3, 'UTC')}
    AND event_at < {until:DateTime64(3, 'UTC')}
    AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
GROUP BY day
ORDER BY day
