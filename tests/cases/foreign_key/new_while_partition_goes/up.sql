\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.log (
    day date
);
ALTER TABLE public.log OWNER TO postgres;
ALTER TABLE public.log ADD CONSTRAINT log_day_fkey FOREIGN KEY (day) REFERENCES public.day(day);
COMMIT;
BEGIN;
ALTER TABLE public.visit ADD CONSTRAINT visit_day_fkey FOREIGN KEY (day) REFERENCES public.day(day) NOT VALID;
COMMIT;
ALTER TABLE public.visit VALIDATE CONSTRAINT visit_day_fkey;
BEGIN;
ALTER TABLE public.day DETACH PARTITION public.day_2023;
DROP TABLE public.day_2023;
COMMIT;
