-- Every category that a policy version ever named: what people still hold outlives the version that named it.
alter table policy_rules add column categories text[] not null default '{}';

update policy_rules set categories = array(
    select value from jsonb_each_text(document -> 'items')
    union
    select jsonb_object_keys(document -> 'statutory')
    union
    select jsonb_array_elements_text(purpose -> 'categories')
    from jsonb_array_elements(document -> 'purposes') purpose);
