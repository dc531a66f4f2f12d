\set ON_ERROR_STOP on
BEGIN;
COMMENT ON CAST (public.color AS text) IS 'new';
COMMIT;
BEGIN;
CREATE CAST (timestamp with time zone AS bigint) WITHOUT FUNCTION AS IMPLICIT;
COMMIT;
BEGIN;
DROP CAST (text AS public.pair);
COMMIT;
BEGIN;
DROP CAST (integer AS public.color);
CREATE CAST (integer AS public.color) WITH FUNCTION public.to_color(integer) AS ASSIGNMENT;
COMMIT;
