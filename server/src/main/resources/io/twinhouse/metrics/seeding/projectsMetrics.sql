-- metric: projectsMetrics
-- about: Accounts of each of some projects, and those signed up since.
-- parameter: projectIds Array(String)
-- parameter: since DateTime64(3, 'UTC')
SELECT
    project_id,
    count() AS users,
    countIf(signed_up_at >= {since:DateTime64(3, 'UTC')}) AS signups
FROM users FINAL
WHERE project_id IN {projectIds:Array(String)}
    AND branch_id = 'main'
    AND sync_is_deleted = 0
    AND is_anonymous = 0
GROUP BY project_id
ORDER BY project_id
