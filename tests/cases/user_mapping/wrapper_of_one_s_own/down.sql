\set ON_ERROR_STOP on
BEGIN;
ALTER USER MAPPING FOR case_owner SERVER s OPTIONS (DROP sslcert, DROP "user", SET username 'x');
COMMIT;
