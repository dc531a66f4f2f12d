-- What initdb made goes with all that is in it, and comes back as initdb made it.
CREATE TABLE crash (id integer);
