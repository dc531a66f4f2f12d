create text search dictionary d (template = simple);
comment on text search dictionary d is 'one';
create text search dictionary e (template = simple);
