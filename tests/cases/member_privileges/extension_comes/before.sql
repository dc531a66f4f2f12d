-- On the way back they are taken before the extension goes.
CREATE TABLE t (id int);
