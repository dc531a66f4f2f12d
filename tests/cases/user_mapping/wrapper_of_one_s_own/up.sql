\set ON_ERROR_STOP on
BEGIN;
ALTER USER MAPPING FOR case_owner SERVER s OPTIONS (ADD sslcert '/c', ADD "user" 'z', SET username 'y');
COMMIT;
