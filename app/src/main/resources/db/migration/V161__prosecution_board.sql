-- The board reads an accused by her case, and hearings by court and day.
CREATE INDEX standing_scope ON prosecution.standing (scope, label);
CREATE INDEX hearing_court ON prosecution.hearing (court, happened);
