-- Diagrams that people keep. A deleted one stays, marked, until operators remove it.
create table diagram (
    id           uuid        primary key default gen_random_uuid(),
    owner        text        not null,
    title        text        not null,
    diagram_type text        not null,
    language     text        not null,
    -- json and not jsonb: what a front end saved comes back with its members in their order.
    spec         json        not null,
    thumbnail    text,
    version      integer     not null default 1,
    pinned       boolean     not null default false,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    deleted_at   timestamptz
);

create index diagram_of_owner on diagram (owner, pinned desc, updated_at desc, id) where deleted_at is null;
