-- Why a hold was set or lifted is part of it; older ones say only the ground.
ALTER TABLE vault.legal_hold ADD COLUMN words vault.ref;
COMMENT ON COLUMN vault.legal_hold.words IS 'The reason in words, sealed under the case''s key.';
GRANT INSERT (words) ON vault.legal_hold TO romdoul_application;
