\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.goes (
    a integer
);
ALTER TABLE public.goes OWNER TO postgres;
ALTER TABLE public.goes ADD CONSTRAINT goes_first NOT NULL a NOT VALID;
COMMENT ON CONSTRAINT goes_first ON public.goes IS 'goes';
COMMIT;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ALTER COLUMN comes DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN checked DROP NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_checked_not_null NOT NULL checked NOT VALID;
COMMENT ON CONSTRAINT t_checked_not_null ON public.t IS 'not checked';
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_id_not_null NOT NULL id NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE public.new_columns ALTER COLUMN b DROP NOT NULL;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER CONSTRAINT t_loose_there NO INHERIT;
COMMENT ON CONSTRAINT t_said_not_null ON public.t IS 'said';
ALTER TABLE public.t RENAME CONSTRAINT "New name" TO old_name;
ALTER TABLE public.t ADD CONSTRAINT t_goes_not_null NOT NULL goes NOT VALID;
ALTER TABLE public.t RENAME CONSTRAINT wants_it TO t_unchecked_not_null;
ALTER TABLE public.t VALIDATE CONSTRAINT t_unchecked_not_null;
COMMENT ON CONSTRAINT t_unchecked_not_null ON public.t IS 'will not be';
COMMENT ON CONSTRAINT t_valid_not_null ON public.t IS 'valid';
COMMIT;
BEGIN;
ALTER TABLE public.new_columns DROP COLUMN c;
ALTER TABLE public.new_columns DROP COLUMN b;
COMMIT;
BEGIN;
DROP TABLE public.comes;
COMMIT;
