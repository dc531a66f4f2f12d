create text search configuration c (copy = simple);
comment on text search configuration c is 'two';
create text search configuration d (copy = simple);
alter text search configuration d owner to case_owner;
