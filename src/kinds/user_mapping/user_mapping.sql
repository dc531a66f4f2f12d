-- The catalog itself is for superusers. The view gives others NULL for the options that they may not see, by the rule
-- that is repeated here, for NULL is also "no options". No option leaves the server but those that hold no secret:
-- user_mapping.c names the same.
SELECT m.umid AS id, m.srvid AS parent, m.usename AS name, o.options,
       CASE WHEN o.others OR NOT v.visible THEN 'true' END AS withheld,
       CASE WHEN NOT v.visible THEN 'true' END AS opaque
FROM pg_catalog.pg_user_mappings m
JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid
CROSS JOIN LATERAL (
    SELECT m.umoptions IS NOT NULL
        OR (SELECT u.rolsuper FROM pg_catalog.pg_roles u WHERE u.rolname = current_user)
        OR pg_catalog.pg_has_role(s.srvowner, 'USAGE') AND (m.umuser = 0 OR m.usename = current_user)
        OR m.usename = current_user AND pg_catalog.has_server_privilege(s.oid, 'USAGE') AS visible) v
CROSS JOIN LATERAL (
    SELECT string_agg(quote_ident(u.option_name) || ' ' || quote_literal(u.option_value), ', '
                      ORDER BY u.option_name COLLATE "C") FILTER (WHERE u.open) AS options,
           bool_or(NOT u.open) AS others
    FROM (SELECT t.*, t.option_name IN ('user', 'username', 'password_required', 'sslcert', 'sslkey') AS open
          FROM pg_catalog.pg_options_to_table(m.umoptions) t) u) o
ORDER BY m.srvname, m.usename
