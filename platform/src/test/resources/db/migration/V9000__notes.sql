create table note (
  id     uuid primary key,
  tenant text not null,
  text   bytea not null
);
alter table note enable row level security;
create policy tenant_rows on note using (tenant = current_setting('jikim.tenant', true));
