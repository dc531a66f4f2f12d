\set ON_ERROR_STOP on
BEGIN;
DROP COLLATION public.plain;
CREATE COLLATION public.plain (provider = icu, locale = 'und');
ALTER COLLATION public.plain OWNER TO postgres;
COMMIT;
