-- An upload is remembered after it became an exhibit: whoever asks again, because the answer was lost, is told which.
ALTER TABLE evidence.upload ADD COLUMN exhibit uuid;
COMMENT ON COLUMN evidence.upload.exhibit IS 'The exhibit that it became; null while it has not.';
GRANT UPDATE (exhibit) ON evidence.upload TO romdoul_application;
