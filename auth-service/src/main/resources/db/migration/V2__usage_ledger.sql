-- Every call to a model, once, and its sums by calendar day of the ledger's zone. The sums are written together with the
-- events, so statistics never read the events themselves, however many there are.
-- Empty text stands for "none", because these columns are part of keys.

create table usage_event (
    event_id         text primary key,
    finished_at      timestamptz not null,
    day              date not null,
    request_id       text not null,
    attempt          integer not null,
    organization     text not null,
    subject          text not null,
    api_key          text not null,
    logical_model    text not null,
    physical_model   text not null,
    provider         text not null,
    request_type     text not null,
    diagram_type     text not null,
    input_tokens     bigint not null check (input_tokens >= 0),
    output_tokens    bigint not null check (output_tokens >= 0),
    cached_tokens    bigint not null check (cached_tokens >= 0),
    reasoning_tokens bigint not null check (reasoning_tokens >= 0),
    tokens_estimated boolean not null,
    cost             numeric not null check (cost >= 0),
    currency         text not null,
    status           text not null,
    error_category   text not null,
    finish           text not null,
    shared           boolean not null
);

create index usage_event_day on usage_event using brin (day);

create table usage_day (
    day              date not null,
    organization     text not null,
    subject          text not null,
    api_key          text not null,
    logical_model    text not null,
    request_type     text not null,
    currency         text not null,
    calls            bigint not null,
    failed_calls     bigint not null,
    input_tokens     bigint not null,
    output_tokens    bigint not null,
    cached_tokens    bigint not null,
    reasoning_tokens bigint not null,
    cost             numeric not null,
    primary key (day, organization, subject, api_key, logical_model, request_type, currency)
);

create table usage_organization_day (
    organization  text not null,
    day           date not null,
    calls         bigint not null,
    input_tokens  bigint not null,
    output_tokens bigint not null,
    primary key (organization, day)
);

create index usage_organization_day_by_day on usage_organization_day (day);

create table usage_subject (
    subject       text not null,
    organization  text not null,
    calls         bigint not null,
    input_tokens  bigint not null,
    output_tokens bigint not null,
    primary key (subject, organization)
);
