SELECT c.oid AS id, n.nspname AS schema, c.opcname AS name, quote_ident(a.amname) AS signature, r.rolname AS owner,
       CASE WHEN c.opcdefault THEN 'true' END AS "default", pg_catalog.format_type(c.opcintype, NULL) AS type,
       CASE WHEN fn.nspname <> 'pg_catalog' THEN quote_ident(fn.nspname) || '.' ELSE '' END || quote_ident(f.opfname) AS family,
       (SELECT string_agg(x.item, ', ' ORDER BY x.is_function, x.number, x.lefttype, x.righttype)
        FROM (SELECT false AS is_function, ao.amopstrategy AS number, ao.amoplefttype AS lefttype, ao.amoprighttype AS righttype,
                     'OPERATOR ' || ao.amopstrategy::text || ' ' || ao.amopopr::regoperator::text
                     || CASE WHEN ao.amopsortfamily <> 0
                             THEN (SELECT ' FOR ORDER BY ' || quote_ident(fn.nspname) || '.' || quote_ident(sf.opfname)
                                   FROM pg_catalog.pg_opfamily sf JOIN pg_catalog.pg_namespace fn ON fn.oid = sf.opfnamespace
                                   WHERE sf.oid = ao.amopsortfamily) ELSE '' END AS item
              FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_amop ao ON ao.oid = d.objid
              WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.classid = 'pg_amop'::regclass
              UNION ALL
              SELECT true, ap.amprocnum, ap.amproclefttype, ap.amprocrighttype,
                     'FUNCTION ' || ap.amprocnum::text || ' (' || pg_catalog.format_type(ap.amproclefttype, NULL) || ', '
                     || pg_catalog.format_type(ap.amprocrighttype, NULL) || ') ' || ap.amproc::regprocedure::text
              FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_amproc ap ON ap.oid = d.objid
              WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.classid = 'pg_amproc'::regclass) x) AS members,
       CASE WHEN c.opckeytype <> 0 AND c.opckeytype <> c.opcintype THEN pg_catalog.format_type(c.opckeytype, NULL) END AS storage
FROM pg_catalog.pg_opclass c
JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_catalog.pg_am a ON a.oid = c.opcmethod
JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.opcowner
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_opclass'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3, 4
