alter table replay
    drop constraint replay_state_check,
    add constraint replay_state_check check (state in ('OPEN', 'DONE', 'STOPPED'));

do $$
begin
    execute format('grant update (state) on replay to %I', current_database() || '_app');
end $$;
