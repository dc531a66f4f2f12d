create access method "Fresh one" type table handler heap_tableam_handler;
create access method kept type index handler bthandler;
create access method other type index handler hashhandler;
comment on access method kept is 'new';
