create type mood as enum ('a');
alter type mood owner to case_owner;
revoke usage on type mood from public;
