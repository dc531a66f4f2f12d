-- Named by what they are for: "tables of app_owner in reporting". Their privileges: catalog/privileges.sql.
SELECT a.oid AS id,
       CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
                            WHEN 'n' THEN 'schemas' ELSE 'large_objects' END
       || ' of ' || quote_ident(r.rolname) || coalesce(' in ' || quote_ident(n.nspname), '') AS name
FROM pg_catalog.pg_default_acl a
JOIN pg_catalog.pg_roles r ON r.oid = a.defaclrole
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
WHERE n.nspname IS NULL OR n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 2
