-- metric: userCountsHashed
-- about: userCounts with the verified users as a set of hashes.
-- parameter: since DateTime64(3, 'UTC')
WITH
    is_anonymous = 0 AS has_account,
    sipHash64(project_id, id) IN (
        SELECT sipHash64(project_id, user_id)
        FROM contact_channels FINAL
        WHERE branch_id = 'main'
            AND sync_is_deleted = 0
            AND type = 'EMAIL'
            AND is_verified = 1
    ) AS is_verified
SELECT
    countIf(has_account) AS users,
    countIf(has_account AND signed_up_at < {since:DateTime64(3, 'UTC')}) AS previous_users,
    countIf(has_account AND is_verified) AS verified_users,
    countIf(has_account AND is_verified AND signed_up_at < {since:DateTime64(3, 'UTC')}) AS previous_verified_users,
    countIf(is_anonymous = 1) AS anonymous_users
FROM users FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
