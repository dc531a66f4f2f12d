-- Who uses objects: $1 their catalogs, $2 their names as SQL, $3 the column or NULL. What is a part of them, or of one
-- another, does not count.
WITH named AS (
  SELECT CASE g.class WHEN 'pg_class' THEN pg_catalog.to_regclass(g.name)::pg_catalog.oid
                      WHEN 'pg_proc' THEN pg_catalog.to_regprocedure(g.name)::pg_catalog.oid
                      WHEN 'pg_type' THEN pg_catalog.to_regtype(g.name)::pg_catalog.oid END AS oid,
         ('pg_catalog.' || g.class)::pg_catalog.regclass AS class, g.name, g.part
  FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[]),
                  pg_catalog.unnest($3::pg_catalog.text[])) g (class, name, part)
), gone AS (
  SELECT n.oid, n.class, n.name || coalesce('.' || pg_catalog.quote_ident(n.part), '') AS name,
         coalesce((SELECT a.attnum FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = n.oid AND a.attname = n.part AND NOT a.attisdropped), 0) AS sub
  FROM named n
  WHERE n.oid IS NOT NULL AND (n.part IS NULL OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = n.oid
                                                         AND a.attname = n.part AND NOT a.attisdropped))
  UNION ALL -- a table's row type, and arrays of it
  SELECT t.oid, 'pg_catalog.pg_type'::pg_catalog.regclass, n.name, 0
  FROM named n JOIN pg_catalog.pg_type r ON r.typrelid = n.oid JOIN pg_catalog.pg_type t ON t.oid IN (r.oid, r.typarray)
  WHERE n.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND n.part IS NULL
), users AS (
  SELECT DISTINCT g.name AS gone, g.oid AS gone_oid, d.classid, d.objid,
         coalesce(w.ev_class, c.conrelid, f.adrelid, p.polrelid, t.tgrelid,
                  CASE WHEN d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN d.objid END) AS relation,
         coalesce(w.ev_class::pg_catalog.regclass::pg_catalog.text, pg_catalog.quote_ident(c.conname),
                  pg_catalog.quote_ident(p.polname), pg_catalog.quote_ident(t.tgname), pg_catalog.quote_ident(r.proname),
                  coalesce(f.adrelid, CASE WHEN d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN d.objid END)
                    ::pg_catalog.regclass::pg_catalog.text) AS name
  FROM gone g
  JOIN pg_catalog.pg_depend d ON d.refclassid = g.class AND d.refobjid = g.oid AND (g.sub = 0 OR d.refobjsubid = g.sub)
  LEFT JOIN pg_catalog.pg_rewrite w ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.oid = d.objid
  LEFT JOIN pg_catalog.pg_constraint c ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND c.oid = d.objid
  LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND f.oid = d.objid
  LEFT JOIN pg_catalog.pg_policy p ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND p.oid = d.objid
  LEFT JOIN pg_catalog.pg_trigger t ON d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND t.oid = d.objid
  LEFT JOIN pg_catalog.pg_proc r ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND r.oid = d.objid
  WHERE d.deptype = 'n'
)
SELECT u.gone, CASE WHEN u.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                    THEN pg_catalog.pg_describe_object('pg_catalog.pg_class'::pg_catalog.regclass, u.relation, 0)
                    ELSE pg_catalog.pg_describe_object(u.classid, u.objid, 0) END,
       coalesce(u.name, '')
FROM users u
WHERE NOT EXISTS (SELECT FROM gone g WHERE g.oid = u.relation AND g.sub = 0)
  AND NOT EXISTS (SELECT FROM gone g WHERE g.class = u.classid AND g.oid = u.objid)
  AND (u.relation IS NULL OR u.relation <> u.gone_oid OR u.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass)
ORDER BY 1, 2
