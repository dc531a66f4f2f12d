-- Who depends on whom, each side brought to the object that pleat has a node for: a rewrite rule to its view, a stored
-- expression of a generated column to the column, a row type or an array type to what it belongs to.
WITH dep AS (
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    WHERE d.objid >= 16384 AND d.deptype IN ('n', 'a', 'i', 'x')
      AND (d.refobjid >= 16384 OR d.refclassid = 'pg_namespace'::regclass)     -- "public" is older
      AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0   -- a sequence and its column
               AND EXISTS (SELECT FROM pg_catalog.pg_class s WHERE s.oid = d.objid AND s.relkind = 'S'))
      AND NOT (d.deptype = 'i' AND d.classid = 'pg_type'::regclass)
      AND NOT (d.deptype = 'i' AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_constraint'::regclass)
      AND NOT (d.classid = 'pg_ts_config'::regclass AND d.refclassid = 'pg_ts_dict'::regclass)
    UNION ALL   -- what a class or a family of operators holds is a part of it
    SELECT m.refclassid, m.refobjid, 0, d.refclassid, d.refobjid, 0
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_depend m ON m.classid = d.classid AND m.objid = d.objid
     AND m.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
    WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.objid >= 16384 AND d.refobjid >= 16384
      AND d.refclassid NOT IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
    UNION ALL   -- a text search configuration's mappings are told apart
    SELECT 'pg_ts_config'::regclass, m.mapcfg, m.maptokentype, 'pg_ts_dict'::regclass, m.mapdict, 0
    FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg >= 16384 AND m.mapdict >= 16384
    UNION ALL   -- as does what is granted on what it brings
    SELECT 'pg_init_privs'::regclass, d.objid, d.classid::int, d.refclassid, d.refobjid, 0
    FROM pg_catalog.pg_depend d WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
), members AS (     -- what an extension brings is the extension
    SELECT m.classid, m.objid, m.refobjid AS extension FROM pg_catalog.pg_depend m
    WHERE m.deptype = 'e' AND m.refclassid = 'pg_extension'::regclass
), bases AS (
    SELECT t.oid, CASE WHEN r.relkind <> 'c' THEN 'pg_class'::regclass::oid ELSE 'pg_type'::regclass::oid END AS class,
           CASE WHEN r.relkind <> 'c' THEN r.oid WHEN b.oid IS NOT NULL THEN b.oid ELSE t.oid END AS object
    FROM pg_catalog.pg_type t
    LEFT JOIN pg_catalog.pg_type b ON t.typelem = b.oid AND t.typcategory = 'A'
    LEFT JOIN pg_catalog.pg_class r ON r.oid = CASE WHEN b.oid IS NOT NULL THEN b.typrelid ELSE t.typrelid END
    WHERE t.oid >= 16384
\if :pg14
      AND t.typtype <> 'm'
    UNION ALL   -- a multirange and its array are the range
    SELECT t.oid, 'pg_type'::regclass::oid, g.rngtypid
    FROM pg_catalog.pg_range g JOIN pg_catalog.pg_type m ON m.oid = g.rngmultitypid
    JOIN pg_catalog.pg_type t ON t.oid IN (m.oid, m.typarray)
    WHERE t.oid >= 16384
\endif
)
SELECT DISTINCT
       CASE WHEN w.oid IS NOT NULL OR g.oid IS NOT NULL THEN 'pg_class'::regclass::oid
            WHEN c.oid IS NOT NULL THEN 'pg_type'::regclass::oid
            WHEN x.oid IS NOT NULL THEN 'pg_constraint'::regclass::oid ELSE d.classid END,
       coalesce(w.ev_class, g.adrelid, c.reltype, x.oid, f.oid, d.objid),
       CASE WHEN g.oid IS NOT NULL THEN g.adnum::int WHEN w.oid IS NOT NULL OR c.oid IS NOT NULL THEN 0 ELSE d.objsubid END,
       CASE WHEN e.extension IS NOT NULL THEN 'pg_extension'::regclass::oid ELSE coalesce(k.class, b.class, d.refclassid) END,
       coalesce(e.extension, k.object, b.object, d.refobjid),
       CASE WHEN e.extension IS NOT NULL THEN 0 ELSE d.refobjsubid END
FROM dep d
LEFT JOIN pg_catalog.pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid AND w.rulename = '_RETURN'
LEFT JOIN pg_catalog.pg_attrdef g ON d.classid = 'pg_attrdef'::regclass AND g.oid = d.objid
     AND EXISTS (SELECT FROM pg_catalog.pg_attribute a
                 WHERE a.attrelid = g.adrelid AND a.attnum = g.adnum AND a.attgenerated <> '')
LEFT JOIN pg_catalog.pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relkind = 'c'
LEFT JOIN bases b ON d.refclassid = 'pg_type'::regclass AND b.oid = d.refobjid
LEFT JOIN members e ON e.classid = coalesce(b.class, d.refclassid) AND e.objid = coalesce(b.object, d.refobjid)
LEFT JOIN pg_catalog.pg_constraint h ON d.classid = 'pg_constraint'::regclass AND h.oid = d.objid AND h.conparentid <> 0
LEFT JOIN pg_catalog.pg_constraint f ON f.oid = h.conparentid AND f.conrelid = h.conrelid   -- see foreign_key.sql
LEFT JOIN pg_catalog.pg_constraint x ON d.classid = 'pg_class'::regclass AND x.conindid = d.objid   -- predicates
     AND x.contype IN ('p', 'u', 'x')
LEFT JOIN LATERAL (     -- a constraint's index stands for the constraint
    SELECT q.oid AS object, 'pg_constraint'::regclass::oid AS class
    FROM pg_catalog.pg_constraint q
    WHERE d.refclassid = 'pg_class'::regclass AND q.conindid = d.refobjid AND q.contype IN ('p', 'u', 'x')) k ON true
