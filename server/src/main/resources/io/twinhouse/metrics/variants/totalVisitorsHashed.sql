-- metric: totalVisitorsHashed
-- about: Users with a page view, joined and counted by hashed users.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT uniqExact(sipHash64(e.user_id)) AS visitors
FROM events AS e
LEFT JOIN
(
    SELECT
        sipHash64(user_id) AS visitor,
        argMax(coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0), event_at) AS is_anonymous
    FROM events
    WHERE project_id = {projectId:String}
        AND branch_id = {branchId:String}
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND event_at < {until:DateTime64(3, 'UTC')}
    GROUP BY visitor
) AS latest ON latest.visitor = sipHash64(e.user_id)
WHERE e.project_id = {projectId:String}
    AND e.branch_id = {branchId:String}
    AND e.event_type = '$page-view'
    AND e.user_id IS NOT NULL
    AND e.event_at >= {since:DateTime64(3, 'UTC')}
    AND e.event_at < {until:DateTime64(3, 'UTC')}
    AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(e.data.is_anonymous, 'Nullable(UInt8)'), latest.is_anonymous, 0) = 0)
