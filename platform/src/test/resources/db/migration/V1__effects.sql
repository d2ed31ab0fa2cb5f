create table effect (
    id       bigint generated always as identity primary key,
    consumer text not null,
    tenant   text not null,
    subject  text not null,
    purpose  text not null
);
alter table effect enable row level security;
create policy own_tenant on effect to consent_app using (tenant = current_setting('jikim.tenant', true));
create policy every_tenant on effect to consent_relay using (true);
