\set ON_ERROR_STOP on
BEGIN;
DROP RULE "the ""rule""" ON public."T's";
DROP RULE notified ON public."T's";
COMMIT;
