-- A function that acts for a tenant acts for the one whose connection it is, as the policies of the tables do.
create function own_tenant(of_tenant text) returns void
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if of_tenant is distinct from current_setting('jikim.tenant', true) then
        raise exception 'another tenant' using errcode = 'JK403';
    end if;
end $$;

create or replace function business_today(of_tenant text) returns date
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    return ((now() + coalesce((select ahead from public.business_time where tenant = of_tenant order by id desc limit 1), interval '0'))
            at time zone 'Asia/Seoul')::date;
end $$;

create or replace function held(of_tenant text, of_subject uuid, of_category text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    return exists (select from public.hold h
                   where h.tenant = of_tenant and h.subject = of_subject and of_category = any (h.categories)
                     and not exists (select from public.hold_release r where r.hold = h.id));
end $$;

create or replace function place_hold(of_tenant text, new_hold uuid, of_subject uuid, of_categories text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    perform pg_advisory_xact_lock(public.subject_lock(of_tenant, of_subject));
    insert into public.hold (id, tenant, subject, categories) values (new_hold, of_tenant, of_subject, of_categories)
    on conflict (id) do nothing;
end $$;

create or replace function release_hold(of_tenant text, old_hold uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    insert into public.hold_release (hold, tenant)
    select h.id, h.tenant from public.hold h where h.id = old_hold and h.tenant = of_tenant
    on conflict (hold) do nothing;
end $$;

create or replace function destroy_record(of_tenant text, doomed uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owner uuid;
    found_record public.record;
    today date;
begin
    perform public.own_tenant(of_tenant);
    select r.subject into owner from public.record r where r.id = doomed and r.tenant = of_tenant;
    if owner is null then
        raise exception 'no such record' using errcode = 'JK404';
    end if;
    perform pg_advisory_xact_lock(public.subject_lock(of_tenant, owner));
    -- A new statement sees what was committed while the lock was waited for.
    select r.* into found_record from public.record r where r.id = doomed and r.tenant = of_tenant for update;
    if not found then
        raise exception 'no such record' using errcode = 'JK404';
    end if;
    if public.held(of_tenant, owner, found_record.category) then
        raise exception 'under a legal hold' using errcode = 'JK423';
    end if;
    today := public.business_today(of_tenant);
    if found_record.until >= today then
        raise exception 'the period is not over' using errcode = 'JK425';
    end if;
    insert into public.destruction (record, tenant, case_id, subject, category, basis, legal_event, until, key_class, key_expiry,
                                    business_date, destroyed_at)
    values (found_record.id, found_record.tenant, found_record.case_id, found_record.subject, found_record.category, found_record.basis,
            found_record.legal_event, found_record.until, found_record.key_class, found_record.key_expiry, today, clock_timestamp());
    delete from public.record r where r.id = doomed;
end $$;

create or replace function move_business_time(of_tenant text, to_ahead interval) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.own_tenant(of_tenant);
    insert into public.business_time (tenant, ahead) values (of_tenant, to_ahead);
end $$;
