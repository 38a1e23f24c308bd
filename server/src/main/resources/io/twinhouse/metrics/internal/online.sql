-- metric: analyticsOverview:online
-- about: Users with a token refresh in the last five minutes.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: now DateTime64(3, 'UTC')
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT uniqExact(user_id) AS users
FROM events
WHERE project_id = {projectId:String}
    AND branch_id = {branchId:String}
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
    AND event_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 5 MINUTE
    AND event_at < {until:DateTime64(3, 'UTC')}
    AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
