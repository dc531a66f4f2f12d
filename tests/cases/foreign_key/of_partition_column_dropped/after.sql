CREATE TABLE customer (id int PRIMARY KEY);
CREATE TABLE payment (id int NOT NULL, at date NOT NULL, customer_id int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE payment_old PARTITION OF payment DEFAULT;
ALTER TABLE payment_old ADD CONSTRAINT payment_old_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer;
CREATE INDEX ON payment_old (customer_id);
ALTER TABLE payment RENAME COLUMN customer_id TO client_id;
