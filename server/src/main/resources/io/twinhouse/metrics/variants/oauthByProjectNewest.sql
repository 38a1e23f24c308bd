-- metric: oauthByProjectNewest
-- about: oauthByProject by the newest version of each key instead of FINAL.
SELECT
    project_id,
    count() AS accounts
FROM
(
    SELECT
        project_id,
        user_id,
        provider,
        provider_account_id,
        argMax(tuple(sync_is_deleted, created_at), sync_sequence_id) AS newest
    FROM connected_accounts
    WHERE project_id != 'internal'
        AND branch_id = 'main'
    GROUP BY
        project_id,
        user_id,
        provider,
        provider_account_id
)
WHERE tupleElement(newest, 1) = 0
GROUP BY project_id
ORDER BY project_id
