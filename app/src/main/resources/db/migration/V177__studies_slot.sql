-- Where time plays a part, a venue is visited in one of its time slots; which one follows from the seed.
COMMENT ON COLUMN studies.frame.venues IS 'One line a venue: stratum, comma, code, and, where there are several, comma, number of its time slots; sorted.';
COMMENT ON COLUMN studies.draw.seed IS
    'Chance: the venues of a stratum stand in the order of SHA-256(seed/stratum/venue); a venue''s slot is 1 + the first 12 digits of SHA-256(seed/slot/venue) modulo its slots.';
