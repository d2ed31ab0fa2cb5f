-- Health asks for the oldest and the most stubborn of what waits: one look into an index each, however much waits.
create index erasure_task_oldest on erasure_task (created_at) where done_at is null;
create index erasure_task_failures on erasure_task (way, attempts) where done_at is null;
create index account_task_oldest on account_task (created_at);
create index account_task_failures on account_task (attempts);
create index mail_oldest on mail (created_at) where state = 'QUEUED';
create index mail_failures on mail (attempts) where state = 'QUEUED';
