-- Every object that a user has made, by its class and id, whatever pleat knows of it: what no kind's query has given a
-- node for is not modelled. Left out is what an extension brings, what comes with another object by itself (an array
-- type, a view's rule, an identity's sequence, a constraint's index, a partition's clones) and what is a part of the
-- object above it in every declaration (a publication's tables, a family's operators, a NOT NULL).
-- The third column says what is not modelled where it is not the object itself.
WITH spaces AS MATERIALIZED (
    SELECT oid FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> :own_schema
), relations AS MATERIALIZED (
    SELECT oid, relkind FROM pg_catalog.pg_class WHERE relnamespace IN (SELECT oid FROM spaces)
), objects (class, oid) AS (    -- indexes and defaults are read wherever their tables are
    SELECT 'pg_class'::regclass::oid, oid FROM relations WHERE relkind NOT IN ('i', 'I')
    UNION ALL SELECT 'pg_type'::regclass, t.oid FROM pg_catalog.pg_type t   -- neither arrays nor rows of relations: these
              WHERE t.typnamespace IN (SELECT oid FROM spaces)                 -- are most, and come by themselves
                AND NOT (t.typelem <> 0 AND t.typlen = -1 AND t.typarray = 0)
                AND (t.typrelid = 0 OR t.typrelid IN (SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relkind = 'c'))
    UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_catalog.pg_proc WHERE pronamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_catalog.pg_operator
              WHERE oprnamespace IN (SELECT oid FROM spaces) AND oprcode <> 0
    UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_catalog.pg_opclass WHERE opcnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_opfamily'::regclass, oid FROM pg_catalog.pg_opfamily WHERE opfnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_conversion'::regclass, oid FROM pg_catalog.pg_conversion WHERE connamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_collation'::regclass, oid FROM pg_catalog.pg_collation WHERE collnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_ts_parser'::regclass, oid FROM pg_catalog.pg_ts_parser WHERE prsnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_ts_dict'::regclass, oid FROM pg_catalog.pg_ts_dict WHERE dictnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_ts_template'::regclass, oid FROM pg_catalog.pg_ts_template WHERE tmplnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_ts_config'::regclass, oid FROM pg_catalog.pg_ts_config WHERE cfgnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_statistic_ext'::regclass, oid FROM pg_catalog.pg_statistic_ext WHERE stxnamespace IN (SELECT oid FROM spaces)
    UNION ALL SELECT 'pg_constraint'::regclass, k.oid FROM pg_catalog.pg_constraint k
              WHERE k.connamespace IN (SELECT oid FROM spaces) AND k.contype <> 'n'
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p  -- see foreign_key.sql
                                WHERE k.conparentid <> 0 AND p.oid = k.conparentid AND p.conrelid = k.conrelid)
    UNION ALL SELECT 'pg_attrdef'::regclass, d.oid FROM pg_catalog.pg_attrdef d
              JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
              WHERE d.adrelid IN (SELECT oid FROM relations WHERE relkind NOT IN ('r', 'p', 'f')) AND a.attgenerated = ''
    UNION ALL SELECT 'pg_rewrite'::regclass, oid FROM pg_catalog.pg_rewrite WHERE ev_class IN (SELECT oid FROM relations)
    UNION ALL SELECT 'pg_trigger'::regclass, oid FROM pg_catalog.pg_trigger
              WHERE tgrelid IN (SELECT oid FROM relations) AND NOT tgisinternal
    UNION ALL SELECT 'pg_policy'::regclass, oid FROM pg_catalog.pg_policy WHERE polrelid IN (SELECT oid FROM relations)
    UNION ALL SELECT 'pg_namespace'::regclass, oid FROM spaces
    UNION ALL SELECT 'pg_extension'::regclass, oid FROM pg_catalog.pg_extension
    UNION ALL SELECT 'pg_language'::regclass, oid FROM pg_catalog.pg_language
    UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_catalog.pg_am
    UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_catalog.pg_cast
    UNION ALL SELECT 'pg_transform'::regclass, oid FROM pg_catalog.pg_transform
    UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_catalog.pg_event_trigger
    UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_catalog.pg_foreign_data_wrapper
    UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_catalog.pg_foreign_server
    UNION ALL SELECT 'pg_user_mapping'::regclass, umid FROM pg_catalog.pg_user_mappings
    UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_catalog.pg_publication
    UNION ALL SELECT 'pg_default_acl'::regclass, oid FROM pg_catalog.pg_default_acl
\if :pg14
    UNION ALL SELECT 'pg_subscription'::regclass, s.oid FROM pg_catalog.pg_subscription s
              JOIN pg_catalog.pg_database d ON d.oid = s.subdbid WHERE d.datname = pg_catalog.current_database()
\endif
)
SELECT o.class, o.oid, NULL::text AS about
FROM objects o
WHERE o.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = o.class AND d.objid = o.oid AND d.objsubid = 0 AND d.deptype IN ('i', 'e', 'P', 'S'))
UNION ALL   -- as extensions put them on their own, and others on them
SELECT l.classoid, l.objoid, 'security label of an extension''s object'
FROM pg_catalog.pg_seclabel l
JOIN pg_catalog.pg_depend m ON m.classid = l.classoid AND m.objid = l.objoid AND m.objsubid = 0 AND m.deptype = 'e'
GROUP BY 1, 2
