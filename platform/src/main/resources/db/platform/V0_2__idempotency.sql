-- What a write with this key made, for 24 hours: a keyed hash of the body and the id of the result,
-- never the body and never the answer.
create table idempotency (
  tenant     text not null,
  key        text not null,
  operation  text not null,
  body       text not null,
  result     uuid,
  created_at timestamptz not null default now(),
  primary key (tenant, key)
);
create index idempotency_age on idempotency (created_at);

alter table idempotency enable row level security;
create policy tenant_rows on idempotency using (tenant = current_setting('jikim.tenant', true));
do $$
begin
  execute format('create policy all_rows on idempotency to %I using (true)', current_database() || '_relay');
end $$;
