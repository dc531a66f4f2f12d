-- A mapping has no object id: it is told apart by its token type, as a column is by its number (see edges.sql).
WITH configurations AS (
    SELECT c.oid, c.cfgparser FROM pg_catalog.pg_ts_config c JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), types AS (
    SELECT p.cfgparser, t.tokid, t.alias
    FROM (SELECT DISTINCT cfgparser FROM configurations) p, pg_catalog.ts_token_type(p.cfgparser) t
)
SELECT c.oid AS id, m.maptokentype AS sub, c.oid AS parent, t.alias AS name,
       string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dictionaries
FROM configurations c
JOIN pg_catalog.pg_ts_config_map m ON m.mapcfg = c.oid
JOIN types t ON t.cfgparser = c.cfgparser AND t.tokid = m.maptokentype
GROUP BY c.oid, m.maptokentype, t.alias
ORDER BY 1, 2
