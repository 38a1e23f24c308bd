-- metric: verifiedByProjectHashed
-- about: verifiedByProject with the verified users as a set of hashes.
SELECT
    project_id,
    count() AS users
FROM users FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
    AND is_anonymous = 0
    AND sipHash64(project_id, id) IN (
        SELECT sipHash64(project_id, user_id)
        FROM contact_channels FINAL
        WHERE branch_id = 'main'
            AND sync_is_deleted = 0
            AND type = 'EMAIL'
            AND is_verified = 1
    )
GROUP BY project_id
ORDER BY project_id
