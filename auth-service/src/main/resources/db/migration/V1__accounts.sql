-- Organizations, people, their logins, API keys, and who changed what.

create table organization (
    id              bigint generated always as identity primary key,
    code            text not null unique check (length(code) between 2 and 64),
    name            text not null check (length(name) between 1 and 200),
    invitation_code text not null unique check (invitation_code ~ '^[A-Z]{4}-[A-Z0-9]{5}$'),
    listed          boolean not null default false,
    locked          boolean not null default false,
    expires_at      timestamptz,
    created_at      timestamptz not null
);

create table account (
    id              bigint generated always as identity primary key,
    phone           text not null constraint account_phone_is_unique unique check (phone ~ '^1[0-9]{10}$'),
    name            text not null check (length(name) between 2 and 64),
    role            text not null check (role in ('user', 'manager', 'admin')),
    password_hash   text not null,
    organization_id bigint constraint account_organization_exists references organization (id),
    created_at      timestamptz not null,
    last_login_at   timestamptz
);

create index account_of_organization on account (organization_id, id);
create index account_created_at on account (created_at);

-- One login on one device. Ended sessions stay for a while, so that a stolen token is recognised late too.
create table session (
    id           uuid primary key,
    account_id   bigint not null references account (id) on delete cascade,
    device       text not null,
    started_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz
);

create index session_of_account on session (account_id, started_at) where ended_at is null;
create index session_expires_at on session (expires_at);

create table refresh_token (
    fingerprint text primary key,
    session_id  uuid not null references session (id) on delete cascade,
    expires_at  timestamptz not null,
    replaced_at timestamptz
);

create index refresh_token_of_session on refresh_token (session_id);

create table api_key (
    id              bigint generated always as identity primary key,
    fingerprint     text not null unique,
    name            text not null check (length(name) between 1 and 100),
    description     text not null default '',
    organization_id bigint references organization (id),
    quota_limit     bigint check (quota_limit > 0),
    usage_count     bigint not null default 0,
    is_active       boolean not null default true,
    expires_at      timestamptz,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);

create index api_key_of_organization on api_key (organization_id, id);

create table audit_record (
    id              bigint generated always as identity primary key,
    at              timestamptz not null,
    actor           text not null,
    action          text not null,
    subject         text not null,
    organization_id bigint,
    request_id      text not null,
    detail          jsonb not null default '{}'
);

create index audit_record_at on audit_record (at desc);
create index audit_record_of_organization on audit_record (organization_id, at desc);
