\set ON_ERROR_STOP on
BEGIN;
DROP CAST (integer AS public.color);
CREATE CAST (integer AS public.color) WITH FUNCTION public.to_color(integer);
COMMIT;
BEGIN;
CREATE CAST (text AS public.pair) WITH INOUT;
COMMIT;
BEGIN;
DROP CAST (timestamp with time zone AS bigint);
COMMIT;
BEGIN;
COMMENT ON CAST (public.color AS text) IS 'old';
COMMIT;
