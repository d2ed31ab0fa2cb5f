-- The operator's own database, as OMPASS could have it: Jikim finds it, and changes nothing about its shape.
-- Keys are the operator's; a person's external id in Jikim is the primary key of her row here.

create table administrators (
    id            bigint primary key,
    email         varchar(254) not null unique,
    first_name    varchar(80)  not null,
    last_name     varchar(80)  not null,
    country_code  varchar(4)   not null,
    phone         varchar(20)  not null,
    company_name  varchar(120),
    password_hash varchar(100) not null,
    last_ip       inet,
    status        varchar(12)  not null default 'ACTIVE',
    joined_at     timestamptz  not null
);

create table sub_administrators (
    id            bigint primary key,
    added_by      bigint references administrators (id),
    email         varchar(254) not null unique,
    first_name    varchar(80)  not null,
    last_name     varchar(80)  not null,
    country_code  varchar(4)   not null,
    phone         varchar(20)  not null,
    password_hash varchar(100) not null,
    last_ip       inet,
    added_at      timestamptz  not null
);
create index on sub_administrators (added_by);

create table applications (
    id            integer primary key,
    owner_id      bigint references administrators (id),
    name          varchar(80) not null,
    contact_email varchar(254),
    created_at    timestamptz not null
);
create index on applications (owner_id);

create table users (
    id                  uuid primary key,
    application_id      integer     not null references applications (id),
    registered_by       bigint references administrators (id),
    login_id            varchar(80) not null,
    authentication_type varchar(16) not null,
    last_ip             inet,
    last_login_at       timestamptz,
    unique (application_id, login_id)
);
create index on users (registered_by);

create table contracts (
    id               bigint primary key,
    administrator_id bigint        not null references administrators (id),
    contract_no      varchar(24)   not null unique,
    party_name       varchar(160)  not null,
    company_name     varchar(120),
    plan             varchar(24)   not null,
    monthly_fee      numeric(12, 0) not null,
    signed_on        date          not null,
    ended_on         date,
    sales_memo       text
);
create index on contracts (administrator_id);

create table payments (
    id          bigint primary key,
    contract_id bigint         not null references contracts (id),
    payer_name  varchar(160)   not null,
    payer_email varchar(254)   not null,
    amount      numeric(12, 0) not null,
    currency    char(3)        not null default 'KRW',
    method      varchar(16)    not null,
    card_last4  char(4),
    receipt_no  varchar(32)    not null unique,
    paid_at     timestamptz    not null
);
create index on payments (contract_id);

create table refunds (
    id             bigint primary key,
    payment_id     bigint         not null references payments (id),
    account_holder varchar(160)   not null,
    amount         numeric(12, 0) not null,
    refunded_at    timestamptz    not null
);
create index on refunds (payment_id);

create table complaints (
    id               bigint primary key,
    administrator_id bigint references administrators (id),
    user_id          uuid references users (id),
    channel          varchar(12)  not null,
    contact          varchar(254) not null,
    title            varchar(200) not null,
    body             text         not null,
    received_at      timestamptz  not null,
    resolved_at      timestamptz
);
create index on complaints (administrator_id);
create index on complaints (user_id);

create table complaint_replies (
    id           bigint primary key,
    complaint_id bigint      not null references complaints (id),
    addressee    varchar(254) not null,
    body         text        not null,
    sent_at      timestamptz not null
);
create index on complaint_replies (complaint_id);

create table login_logs (
    id                   bigint primary key,
    administrator_id     bigint references administrators (id),
    sub_administrator_id bigint references sub_administrators (id),
    user_id              uuid references users (id),
    application_name     varchar(80),
    authentication_type  varchar(16) not null,
    ip                   inet        not null,
    logged_in_at         timestamptz not null
);
create index on login_logs (administrator_id);
create index on login_logs (sub_administrator_id);
create index on login_logs (user_id);

create table visit_logs (
    id                   bigint primary key,
    administrator_id     bigint references administrators (id),
    sub_administrator_id bigint references sub_administrators (id),
    page                 varchar(120) not null,
    ip                   inet         not null,
    place                varchar(80),
    visited_at           timestamptz  not null
);
create index on visit_logs (administrator_id);
create index on visit_logs (sub_administrator_id);

-- One row has two people in it: who acted, and whom it was about.
create table policy_logs (
    id                          bigint primary key,
    actor_administrator_id      bigint references administrators (id),
    actor_sub_administrator_id  bigint references sub_administrators (id),
    actor_email                 varchar(254),
    actor_ip                    inet,
    target_sub_administrator_id bigint references sub_administrators (id),
    target_user_id              uuid references users (id),
    target_name                 varchar(160),
    policy                      varchar(60) not null,
    change                      varchar(200) not null,
    changed_at                  timestamptz not null
);
create index on policy_logs (actor_administrator_id);
create index on policy_logs (actor_sub_administrator_id);
create index on policy_logs (target_sub_administrator_id);
create index on policy_logs (target_user_id);

create table cookies (
    id                   bigint primary key,
    administrator_id     bigint references administrators (id),
    sub_administrator_id bigint references sub_administrators (id),
    user_id              uuid references users (id),
    name                 varchar(40)  not null,
    value                varchar(120) not null,
    set_at               timestamptz  not null
);
create index on cookies (administrator_id);
create index on cookies (sub_administrator_id);
create index on cookies (user_id);

create table marketing_preferences (
    administrator_id bigint primary key references administrators (id),
    email_address    varchar(254) not null,
    segment          varchar(40)  not null,
    opted_in_at      timestamptz  not null,
    last_mail_at     timestamptz
);
