SELECT c.oid AS id, d.refobjid AS parent, d.refobjsubid AS parent_sub, c.oid::regclass::text AS sequence_name,
       r.rolname AS owner
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
JOIN pg_catalog.pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'
     AND d.refclassid = 'pg_class'::regclass
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (c.relacl <> acldefault('s', c.relowner) OR EXISTS (SELECT FROM pg_catalog.pg_description s
                                       WHERE s.classoid = 'pg_class'::regclass AND s.objoid = c.oid)
       OR c.oid IN (SELECT l.objoid FROM pg_catalog.pg_seclabel l WHERE l.classoid = 'pg_class'::regclass))
ORDER BY c.oid
