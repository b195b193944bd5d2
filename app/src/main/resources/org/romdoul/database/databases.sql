-- The two databases: the record, and apart from it the keys that open what is sealed in it (on any server).
-- Sorting is by bytes, so that an index means the same on every machine; people's order is asked for by name (COLLATE).
CREATE DATABASE romdoul OWNER romdoul_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
CREATE DATABASE romdoul_keys OWNER romdoul_keys TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
