-- A case that could not be named as overdue is left alone until then, so that it does not stand before all others at every look.
alter table erasure add column name_again_at timestamptz;
