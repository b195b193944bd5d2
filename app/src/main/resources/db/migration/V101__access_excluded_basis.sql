-- Two monitors may exclude the same person at once: lifting one of the two must not let her in again.
ALTER TABLE access.excluded DROP CONSTRAINT excluded_pkey, ADD PRIMARY KEY (scope, account, basis);
