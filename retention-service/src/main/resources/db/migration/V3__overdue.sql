-- A case can be late in every state short of its certificate.
drop index erasure_deadline;
create index erasure_deadline on erasure (deadline) where overdue_at is null and state <> 'CERTIFIED';
create index erasure_overdue on erasure (overdue_at) where overdue_at is not null and state <> 'CERTIFIED';
