-- Who depends on whom, each side brought to the object that pleat has a node for: a rewrite rule to its view, a stored
-- expression of a generated column to the column, a row type or an array type to what it belongs to.
WITH dep AS (
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype IN ('n', 'a', 'i', 'x')
      AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0   -- a sequence and its column
               AND EXISTS (SELECT FROM pg_catalog.pg_class s WHERE s.oid = d.objid AND s.relkind = 'S'))
      AND NOT (d.deptype = 'i' AND d.classid = 'pg_type'::regclass)
      AND NOT (d.deptype = 'i' AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_constraint'::regclass)
), bases AS (
    SELECT t.oid, CASE WHEN r.relkind <> 'c' THEN 'pg_class'::regclass::oid ELSE 'pg_type'::regclass::oid END AS class,
           CASE WHEN r.relkind <> 'c' THEN r.oid WHEN b.oid IS NOT NULL THEN b.oid ELSE t.oid END AS object
    FROM pg_catalog.pg_type t
    LEFT JOIN pg_catalog.pg_type b ON t.typelem = b.oid AND t.typcategory = 'A'
    LEFT JOIN pg_catalog.pg_class r ON r.oid = CASE WHEN b.oid IS NOT NULL THEN b.typrelid ELSE t.typrelid END
    WHERE t.oid >= 16384
)
SELECT DISTINCT
       CASE WHEN w.oid IS NOT NULL OR g.oid IS NOT NULL THEN 'pg_class'::regclass::oid
            WHEN c.oid IS NOT NULL THEN 'pg_type'::regclass::oid ELSE d.classid END,
       coalesce(w.ev_class, g.adrelid, c.reltype, h.conparentid, d.objid),
       CASE WHEN g.oid IS NOT NULL THEN g.adnum::int WHEN w.oid IS NOT NULL OR c.oid IS NOT NULL THEN 0 ELSE d.objsubid END,
       coalesce(k.class, b.class, d.refclassid),
       coalesce(k.object, b.object, d.refobjid),
       d.refobjsubid
FROM dep d
LEFT JOIN pg_catalog.pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
LEFT JOIN pg_catalog.pg_attrdef g ON d.classid = 'pg_attrdef'::regclass AND g.oid = d.objid
     AND EXISTS (SELECT FROM pg_catalog.pg_attribute a
                 WHERE a.attrelid = g.adrelid AND a.attnum = g.adnum AND a.attgenerated <> '')
LEFT JOIN pg_catalog.pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relkind = 'c'
LEFT JOIN pg_catalog.pg_constraint h     -- hidden: what a reference to a partitioned table has for each partition
     ON d.classid = 'pg_constraint'::regclass AND h.oid = d.objid AND h.conparentid <> 0
     AND EXISTS (SELECT FROM pg_catalog.pg_constraint p WHERE p.oid = h.conparentid AND p.conrelid = h.conrelid)
LEFT JOIN bases b ON d.refclassid = 'pg_type'::regclass AND b.oid = d.refobjid
LEFT JOIN LATERAL (     -- a constraint's index stands for the constraint
    SELECT q.oid AS object, 'pg_constraint'::regclass::oid AS class
    FROM pg_catalog.pg_constraint q
    WHERE d.refclassid = 'pg_class'::regclass AND q.conindid = d.refobjid AND q.contype IN ('p', 'u', 'x')) k ON true
