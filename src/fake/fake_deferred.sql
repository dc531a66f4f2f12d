-- Constraint triggers that are asked when the transaction ends, by the names that SET CONSTRAINTS knows them under.
SELECT DISTINCT pg_catalog.format('%I.%I', n.nspname, t.tgname)
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE t.tginitdeferred AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 4 <> 0
ORDER BY 1
