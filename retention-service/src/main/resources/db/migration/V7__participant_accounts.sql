-- The client whose token registered a participant: it alone speaks for it over REST. Where nobody is written down it is the client of
-- the participant's own name.
alter table participant add column account text;
