\set ON_ERROR_STOP on
BEGIN;
ALTER USER MAPPING FOR case_owner SERVER s OPTIONS (DROP password_required, SET "user" 'b');
ALTER USER MAPPING FOR case_reader SERVER s OPTIONS (ADD "user" 'it''s');
ALTER USER MAPPING FOR public SERVER s OPTIONS (DROP "user");
COMMIT;
