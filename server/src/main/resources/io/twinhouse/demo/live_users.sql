CREATE VIEW live_users AS
SELECT
    project_id,
    branch_id,
    id,
    display_name,
    profile_image_url,
    primary_email,
    primary_email_verified,
    signed_up_at,
    client_metadata,
    client_read_only_metadata,
    server_metadata,
    is_anonymous,
    restricted_by_admin,
    restricted_by_admin_reason,
    restricted_by_admin_private_details
FROM users FINAL
WHERE sync_is_deleted = 0
