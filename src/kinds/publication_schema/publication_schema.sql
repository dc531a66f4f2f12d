WITH m (oid, pnnspid, pnpubid) AS (
    SELECT 0::oid, 0::oid, 0::oid WHERE false
\if :pg15
    UNION ALL SELECT n.oid, n.pnnspid, n.pnpubid FROM pg_catalog.pg_publication_namespace n
\endif
)
SELECT m.oid AS id, m.pnnspid AS parent, p.pubname AS name
FROM m
JOIN pg_catalog.pg_publication p ON p.oid = m.pnpubid
ORDER BY m.pnnspid, p.pubname
