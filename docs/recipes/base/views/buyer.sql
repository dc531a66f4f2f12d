CREATE VIEW buyer WITH (security_barrier) AS
SELECT id, email, country FROM customer WHERE points > 0;
