\set ON_ERROR_STOP on
ALTER TYPE public.mood ADD VALUE 'a' BEFORE 'b';
ALTER TYPE public.mood ADD VALUE 'c' AFTER 'b';
ALTER TYPE public.mood ADD VALUE 'e' AFTER 'd';
ALTER TYPE public.mood ADD VALUE 'f' AFTER 'e';
