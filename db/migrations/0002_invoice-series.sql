-- The first series: INV-0001 and on.
INSERT INTO number_series (name, prefix, digits, next) VALUES ('invoice', 'INV-', 4, 1);
