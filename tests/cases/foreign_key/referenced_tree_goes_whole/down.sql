\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.visit (
    day date
) PARTITION BY RANGE (day);
ALTER TABLE public.visit OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.day (
    day date NOT NULL,
    next date,
    CONSTRAINT day_pkey PRIMARY KEY (day)
) PARTITION BY RANGE (day);
ALTER TABLE public.day OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.day_2023 PARTITION OF public.day FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') PARTITION BY RANGE (day);
ALTER TABLE public.day_2023 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.day_2023_a PARTITION OF public.day_2023 DEFAULT;
ALTER TABLE public.day_2023_a OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.visit ADD CONSTRAINT visit_day_fkey FOREIGN KEY (day) REFERENCES public.day(day);
COMMIT;
BEGIN;
CREATE TABLE public.visit_2023 PARTITION OF public.visit FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE public.visit_2023 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.day ADD CONSTRAINT day_next_fkey FOREIGN KEY (next) REFERENCES public.day(day);
COMMIT;
BEGIN;
DROP TABLE public.other;
COMMIT;
