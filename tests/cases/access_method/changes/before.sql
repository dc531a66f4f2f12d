create access method gone type index handler bthandler;
create access method kept type index handler bthandler;
create access method other type index handler bthandler;
comment on access method kept is 'old';
