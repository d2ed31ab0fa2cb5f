-- An order that cannot be carried out is tried again later and later, and lets the others pass.
alter table erasure_order
    add column attempts int         not null default 0,
    add column due_at   timestamptz not null default now();
drop index erasure_order_arrival;
create index erasure_order_due on erasure_order (due_at);

do $$
begin
    execute format('grant update (attempts, due_at) on erasure_order to %I', current_database() || '_app');
end $$;
