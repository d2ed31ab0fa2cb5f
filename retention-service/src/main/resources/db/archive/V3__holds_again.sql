-- A hold that was released here stands again where live was restored to a time when it had not been released: nobody there knows of
-- the release. Both are kept: a hold stands as long as it was not released more often than it was taken up again.

alter table hold_release drop constraint hold_release_pkey;
alter table hold_release add column id bigint generated always as identity primary key;
create index hold_release_hold on hold_release (hold);

create table hold_again (
    id        bigint      generated always as identity primary key,
    hold      uuid        not null references hold,
    tenant    text        not null,
    placed_at timestamptz not null default now()
);
create index hold_again_hold on hold_again (hold);
-- Inserted into by place_hold only.
revoke insert on hold_again from archive_app;
alter table hold_again enable row level security;
create policy own_tenant on hold_again to archive_app using (tenant = current_setting('jikim.tenant', true));

create or replace function held(of_tenant text, of_subject uuid, of_category text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    return exists (select from public.hold h
                   where h.tenant = of_tenant and h.subject = of_subject and of_category = any (h.categories)
                     and (select count(*) from public.hold_release r where r.hold = h.id)
                         <= (select count(*) from public.hold_again a where a.hold = h.id));
end $$;

create or replace function place_hold(of_tenant text, new_hold uuid, of_subject uuid, of_categories text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    perform pg_advisory_xact_lock(public.subject_lock(of_tenant, of_subject));
    insert into public.hold (id, tenant, subject, categories) values (new_hold, of_tenant, of_subject, of_categories)
    on conflict (id) do nothing;
    insert into public.hold_again (hold, tenant)
    select h.id, h.tenant from public.hold h
    where h.id = new_hold and h.tenant = of_tenant and h.subject = of_subject
      and (select count(*) from public.hold_release r where r.hold = h.id)
          > (select count(*) from public.hold_again a where a.hold = h.id);
end $$;

-- Under the lock of the subject, as placing: two releases at once must not count twice.
create or replace function release_hold(of_tenant text, old_hold uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owner uuid;
begin
    perform public.own_tenant(of_tenant);
    select h.subject into owner from public.hold h where h.id = old_hold and h.tenant = of_tenant;
    if owner is null then
        return;
    end if;
    perform pg_advisory_xact_lock(public.subject_lock(of_tenant, owner));
    insert into public.hold_release (hold, tenant)
    select h.id, h.tenant from public.hold h
    where h.id = old_hold and h.tenant = of_tenant
      and (select count(*) from public.hold_release r where r.hold = h.id)
          <= (select count(*) from public.hold_again a where a.hold = h.id);
end $$;
