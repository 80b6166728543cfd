package io.mapwright.auth.ledger.postgres;

/** The one statement of the ledger. */
final class UsageSql {

    /**
     * Stores the events that are new and adds just these to the sums: one statement, so all of it happens or nothing.
     * Answers how many were new. Sums are added in the order of their keys, so that replicas which add to the same ones
     * wait for each other instead of dead-locking.
     */
    static final String RECORD = """
            with incoming as (
                select * from unnest(
                    ?::text[], ?::timestamptz[], ?::date[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::boolean[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                as event (
                    event_id, finished_at, day, request_id, attempt, organization, subject, api_key,
                    logical_model, physical_model, provider, request_type, diagram_type, input_tokens, output_tokens,
                    cached_tokens, reasoning_tokens, tokens_estimated, cost, currency, status, error_category, finish,
                    shared)
            ), fresh as (
                insert into usage_event (
                    event_id, finished_at, day, request_id, attempt, organization, subject, api_key,
                    logical_model, physical_model, provider, request_type, diagram_type, input_tokens, output_tokens,
                    cached_tokens, reasoning_tokens, tokens_estimated, cost, currency, status, error_category, finish,
                    shared)
                select * from incoming order by event_id
                on conflict (event_id) do nothing
                returning *
            ), by_organization as (
                insert into usage_organization_day as sums (organization, day, calls, input_tokens, output_tokens)
                select organization, day, count(*), sum(input_tokens), sum(output_tokens)
                from fresh group by organization, day order by organization, day
                on conflict (organization, day) do update set
                    calls = sums.calls + excluded.calls,
                    input_tokens = sums.input_tokens + excluded.input_tokens,
                    output_tokens = sums.output_tokens + excluded.output_tokens
            ), by_subject as (
                insert into usage_subject as sums (subject, organization, calls, input_tokens, output_tokens)
                select subject, organization, count(*), sum(input_tokens), sum(output_tokens)
                from fresh group by subject, organization order by subject, organization
                on conflict (subject, organization) do update set
                    calls = sums.calls + excluded.calls,
                    input_tokens = sums.input_tokens + excluded.input_tokens,
                    output_tokens = sums.output_tokens + excluded.output_tokens
            ), by_day as (
                insert into usage_day as sums (
                    day, organization, subject, api_key, logical_model, request_type, currency, calls, failed_calls,
                    input_tokens, output_tokens, cached_tokens, reasoning_tokens, cost)
                select day, organization, subject, api_key, logical_model, request_type, currency, count(*),
                    count(*) filter (where status = 'error'), sum(input_tokens), sum(output_tokens),
                    sum(cached_tokens), sum(reasoning_tokens), sum(cost)
                from fresh group by day, organization, subject, api_key, logical_model, request_type, currency
                order by day, organization, subject, api_key, logical_model, request_type, currency
                on conflict (day, organization, subject, api_key, logical_model, request_type, currency) do update set
                    calls = sums.calls + excluded.calls,
                    failed_calls = sums.failed_calls + excluded.failed_calls,
                    input_tokens = sums.input_tokens + excluded.input_tokens,
                    output_tokens = sums.output_tokens + excluded.output_tokens,
                    cached_tokens = sums.cached_tokens + excluded.cached_tokens,
                    reasoning_tokens = sums.reasoning_tokens + excluded.reasoning_tokens,
                    cost = sums.cost + excluded.cost
            )
            select count(*)::int as added from fresh
            """;

    private UsageSql() {}
}
