-- An account that is created while its person is erased has to be deleted again: the task that says so must not go with
-- the person.
alter table account_task drop constraint account_task_ref_fkey;
