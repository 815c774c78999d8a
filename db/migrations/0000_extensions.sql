-- Search by any part of a number or name. A trusted extension: the owner of the database may install it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
