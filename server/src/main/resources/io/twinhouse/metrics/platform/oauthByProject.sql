-- metric: oauthByProject
-- about: Connected accounts, per project.
SELECT
    project_id,
    count() AS accounts
FROM connected_accounts FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
GROUP BY project_id
ORDER BY project_id
