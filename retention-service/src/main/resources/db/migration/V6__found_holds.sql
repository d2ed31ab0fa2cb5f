-- Holds that only the archive knew, which somebody has to look at: read by health, every few seconds.
create index legal_hold_found on legal_hold (id) where released_at is null and matter = 'found in the archive';
