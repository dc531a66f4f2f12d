INSERT INTO customer (email, first_name, last_name, phone, fax, country, points, seen, code)
SELECT 'c' || i || '@example.org', 'First' || i, 'Last' || i, '555-' || i, '556-' || i, 'DE', 1 + i % 100, now(), i::text FROM generate_series(1, 5000) i;
INSERT INTO sale (id, customer_id, total) SELECT i, i, i % 500 FROM generate_series(1, 5000) i;
INSERT INTO item (sale_id, line, name, customer_id) SELECT i, 1, 'item ' || i, i FROM generate_series(1, 5000) i;
INSERT INTO event (day, what, customer_id) SELECT date '2025-01-01' + i % 700, 'visit', i FROM generate_series(1, 5000) i;
