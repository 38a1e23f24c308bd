-- metric: verifiedByProject
-- about: Users with an account and a verified e-mail address, per project.
SELECT
    project_id,
    count() AS users
FROM users FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
    AND is_anonymous = 0
    AND (project_id, id) IN (
        SELECT
            project_id,
            user_id
        FROM contact_channels FINAL
        WHERE branch_id = 'main'
            AND sync_is_deleted = 0
            AND type = 'EMAIL'
            AND is_verified = 1
    )
GROUP BY project_id
ORDER BY project_id
