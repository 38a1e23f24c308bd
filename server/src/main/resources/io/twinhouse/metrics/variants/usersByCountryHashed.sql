-- metric: usersByCountryHashed
-- about: Users by the country they were last seen in, grouped by hashed users.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    country_code,
    count() AS users
FROM
(
    SELECT
        sipHash64(user_id) AS visitor,
        argMax(CAST(data.ip_info.country_code, 'Nullable(String)'), event_at) AS country_code
    FROM events
    WHERE project_id = {projectId:String}
        AND branch_id = {branchId:String}
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND CAST(data.ip_info.country_code, 'Nullable(String)') IS NOT NULL
        AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
    GROUP BY visitor
)
GROUP BY country_code
ORDER BY
    users DESC,
    country_code
