-- metric: totalVisitorsStamped
-- about: Users with a page view. The flag was stamped on each row when it came in, so nothing is joined.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT uniqExact(e.user_id) AS visitors
FROM events AS e
WHERE e.project_id = {projectId:String}
    AND e.branch_id = {branchId:String}
    AND e.event_type = '$page-view'
    AND e.user_id IS NOT NULL
    AND e.event_at >= {since:DateTime64(3, 'UTC')}
    AND e.event_at < {until:DateTime64(3, 'UTC')}
    AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(e.data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
