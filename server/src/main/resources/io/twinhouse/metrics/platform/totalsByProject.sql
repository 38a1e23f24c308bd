-- metric: totalsByProject
-- about: Users with an account, per project.
SELECT
    project_id,
    count() AS users
FROM users FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
    AND is_anonymous = 0
GROUP BY project_id
ORDER BY project_id
