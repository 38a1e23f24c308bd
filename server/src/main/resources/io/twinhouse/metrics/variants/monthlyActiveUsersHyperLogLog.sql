-- metric: monthlyActiveUsersHyperLogLog
-- about: loadMonthlyActiveUsers estimated by uniqHLL12, within two percent.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT uniqHLL12(normalised) AS users
FROM
(
    SELECT lower(trim(assumeNotNull(user_id))) AS normalised
    FROM events
    WHERE project_id = {projectId:String}
        AND branch_id = {branchId:String}
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND event_at >= {since:DateTime64(3, 'UTC')}
        AND event_at < {until:DateTime64(3, 'UTC')}
        AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
)
WHERE match(normalised, '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
