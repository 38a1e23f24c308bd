-- metric: liveUserCounts
-- about: Users that were not deleted, by their newest version.
-- parameter: projectId String
-- parameter: branchId String
SELECT
    count() AS users,
    countIf(is_anonymous = 0) AS signed_up,
    countIf(is_anonymous = 0 AND primary_email_verified = 1) AS verified,
    countIf(is_anonymous = 1) AS anonymous
FROM live_users
WHERE project_id = {projectId:String}
    AND branch_id = {branchId:String}
