SELECT a.attrelid AS id, a.attnum AS sub, a.attrelid AS parent, a.attname AS name,
       CASE WHEN NOT a.attislocal OR a.attinhcount > 0 AND c.relispartition THEN 'true' END AS derived,
       CASE WHEN c.reloftype <> 0 THEN 'true' END AS typed,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN a.attcollation <> t.typcollation
            THEN (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                  FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
                  WHERE co.oid = a.attcollation) END AS collation,
       CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(g.adbin, g.adrelid) END AS generated,
       CASE WHEN a.attgenerated = 'v' THEN 'true' END AS virtual,
       CASE own.identity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
       CASE WHEN own.identity <> '' THEN (
           SELECT nullif(concat_ws(' ',
             CASE WHEN sc.relname <> c.relname || '_' || a.attname || '_seq'
                  THEN 'SEQUENCE NAME ' || sc.oid::regclass::text END,
             CASE WHEN q.seqincrement <> 1 THEN 'INCREMENT BY ' || q.seqincrement END,
             CASE WHEN q.seqmin <> CASE WHEN q.seqincrement > 0 THEN 1 WHEN q.seqtypid = 'int2'::regtype THEN -32768
                                   WHEN q.seqtypid = 'int4'::regtype THEN -2147483648 ELSE -9223372036854775808 END
                  THEN 'MINVALUE ' || q.seqmin END,
             CASE WHEN q.seqmax <> CASE WHEN q.seqincrement < 0 THEN -1 WHEN q.seqtypid = 'int2'::regtype THEN 32767
                                   WHEN q.seqtypid = 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END
                  THEN 'MAXVALUE ' || q.seqmax END,
             CASE WHEN q.seqstart <> CASE WHEN q.seqincrement > 0 THEN q.seqmin ELSE q.seqmax END THEN 'START WITH ' || q.seqstart END,
             CASE WHEN q.seqcache <> 1 THEN 'CACHE ' || q.seqcache END,
             CASE WHEN q.seqcycle THEN 'CYCLE' END), '')
           FROM pg_catalog.pg_depend d
           JOIN pg_catalog.pg_sequence q ON q.seqrelid = d.objid
           JOIN pg_catalog.pg_class sc ON sc.oid = q.seqrelid
           WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = a.attrelid
             AND d.refobjsubid = a.attnum AND d.classid = 'pg_class'::regclass AND d.deptype = 'i') END AS sequence,
\if :pg18
       CASE WHEN a.attnotnull AND nn.convalidated IS NOT FALSE THEN 'true' END AS not_null,
       CASE WHEN NOT nn.convalidated THEN 'true' END AS not_null_not_valid,
       nn.conname AS not_null_constraint,
       CASE WHEN coalesce(above.name, nn.conname) !~ '_not_null\d*$'    -- PostgreSQL's own say only where the column was
            THEN coalesce(above.name, nn.conname) END AS not_null_name, -- made
       CASE WHEN nn.connoinherit THEN 'true' END AS not_null_no_inherit,
       nd.description AS not_null_comment,
\else
       CASE WHEN a.attnotnull THEN 'true' END AS not_null,
\endif
       CASE WHEN a.attstorage <> t.typstorage
            THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                                   WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END AS storage,
       CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END AS type_storage,
\if :pg14
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
\endif
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
       CASE WHEN a.attoptions::text LIKE '%n_distinct%'   -- others are the server's own (Debian's 15 keeps pg_attver there)
            THEN (SELECT string_agg(quote_ident(split_part(o, '=', 1)) || '=' ||
                                    quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY at)
                  FROM unnest(a.attoptions) WITH ORDINALITY u (o, at) WHERE o ~ '^n_distinct') END AS options,
       CASE WHEN a.attfdwoptions IS NOT NULL
            THEN (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', '
                                    ORDER BY o.option_name COLLATE "C")
                  FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o) END AS fdw_options
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN LATERAL (     -- a partition has the identity of the table above it
    SELECT a.attidentity AS identity
\if :pg17
    WHERE NOT (c.relispartition AND a.attinhcount > 0)
\endif
) own ON true
LEFT JOIN pg_catalog.pg_attrdef g ON a.attgenerated <> '' AND g.adrelid = a.attrelid AND g.adnum = a.attnum
\if :pg18
LEFT JOIN pg_catalog.pg_constraint nn ON nn.contype = 'n' AND nn.conrelid = a.attrelid AND nn.conkey = ARRAY[a.attnum]
LEFT JOIN pg_catalog.pg_description nd ON nd.classoid = 'pg_constraint'::regclass AND nd.objoid = nn.oid
LEFT JOIN LATERAL (     -- what is not valid comes from above, whatever name an heir had for it
    WITH RECURSIVE line (relation, name, heirs) AS (
        SELECT nn.conrelid, nn.conname, nn.coninhcount
        UNION ALL
        SELECT k.conrelid, k.conname, k.coninhcount
        FROM line
        JOIN pg_catalog.pg_inherits i ON i.inhrelid = line.relation
        JOIN pg_catalog.pg_attribute b ON b.attrelid = i.inhparent AND b.attname = a.attname
        JOIN pg_catalog.pg_constraint k ON k.contype = 'n' AND k.conrelid = b.attrelid AND k.conkey = ARRAY[b.attnum]
        WHERE line.heirs > 0
    )
    SELECT line.name FROM line WHERE line.heirs = 0 LIMIT 1
) above ON NOT nn.convalidated
\endif
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY a.attrelid, a.attnum
