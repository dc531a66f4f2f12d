create text search dictionary d (template = simple);
alter text search dictionary d owner to case_owner;
create text search dictionary e (template = simple);
comment on text search dictionary e is 'two';
