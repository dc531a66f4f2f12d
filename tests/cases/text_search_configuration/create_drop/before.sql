create text search configuration gone (copy = english);
comment on text search configuration gone is 'goes';
alter text search configuration gone owner to case_owner;
