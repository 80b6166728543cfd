-- A feedback, what its readers made of it, and where its mail stands.
create table feedback (
    id                uuid primary key default uuidv7(),
    created_at        timestamptz not null default now(),
    message           text        not null check (char_length(message) between 1 and 5000),
    user_id           text,
    user_name         text,
    user_verified     boolean     not null,
    organization_id   text,
    diagram_type      text,
    context           text,       -- a JSON document, kept as it came

    status            text        not null default 'new' check (status in ('new', 'read', 'done')),
    status_changed_at timestamptz,
    status_changed_by text,

    -- pending: not sent yet; it is tried once mail_due_at is set and past. sending: a replica holds it until
    -- mail_lease_until; after that another may take it over. sent and failed: settled.
    mail_state        text        not null default 'pending' check (mail_state in ('pending', 'sending', 'sent', 'failed')),
    mail_owed_since   timestamptz not null default now(),
    mail_due_at       timestamptz,
    mail_attempts     integer     not null default 0,
    mail_lease        uuid,
    mail_lease_until  timestamptz,
    mail_sent_at      timestamptz,
    mail_error        text,

    check (not user_verified or user_id is not null),
    check ((mail_state = 'sending') = (mail_lease is not null)),
    check ((mail_state = 'sending') = (mail_lease_until is not null)),
    check ((mail_state = 'sent') = (mail_sent_at is not null))
);

create index feedback_newest on feedback (created_at desc, id desc);
create index feedback_by_status on feedback (status, created_at desc, id desc);
create index feedback_by_mail_state on feedback (mail_state, created_at desc, id desc) where mail_state <> 'sent';
create index feedback_mail_due on feedback (mail_due_at) where mail_state = 'pending' and mail_due_at is not null;
create index feedback_mail_lease on feedback (mail_lease_until) where mail_state = 'sending';

-- Events that Kafka has not acknowledged yet; a row leaves when it has.
create table email_outbox (
    event_id     uuid primary key default uuidv7(),
    feedback_id  uuid        not null references feedback,
    requested_at timestamptz not null default now(),
    due_at       timestamptz not null default now()  -- moved forward by whoever is publishing it: a lease
);

create index email_outbox_due on email_outbox (due_at);
