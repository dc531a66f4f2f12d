\set ON_ERROR_STOP on
BEGIN;
ALTER USER MAPPING FOR public SERVER s OPTIONS (ADD "user" 'p');
ALTER USER MAPPING FOR case_reader SERVER s OPTIONS (DROP "user");
ALTER USER MAPPING FOR case_owner SERVER s OPTIONS (ADD password_required 'false', SET "user" 'a');
COMMIT;
