create type mood as enum ('sad', 'it''s', 'ha\ppy');
comment on type mood is 'how';
create table t (m mood default 'sad');
