\set ON_ERROR_STOP on
BEGIN;
CREATE RULE notified AS ON INSERT TO public."T's" DO
 NOTIFY "T's";
CREATE RULE "the ""rule""" AS ON UPDATE TO public."T's"
   WHERE (new."A b" IS NULL) DO INSTEAD NOTHING;
COMMIT;
