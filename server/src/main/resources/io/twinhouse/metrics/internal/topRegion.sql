-- metric: analyticsOverview:topRegion
-- about: The region with the most users.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    CAST(data.ip_info.country_code, 'Nullable(String)') AS country_code,
    CAST(data.ip_info.region_code, 'Nullable(String)') AS region_code,
    uniqExact(user_id) AS users
FROM events
WHERE project_id = {projectId:String}
    AND branch_id = {branchId:String}
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
    AND event_at >= {since:DateTime64(3, 'UTC')}
    AND event_at < {until:DateTime64(3, 'UTC')}
    AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
GROUP BY
    country_code,
    region_code
HAVING users > 0
ORDER BY
    users DESC,
    country_code,
    region_code
LIMIT 1
