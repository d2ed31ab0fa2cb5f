-- When the case was opened: the day from which the period of what a law keeps runs.
alter table erasure_task add column opened_at timestamptz;
