package io.mapwright.auth.storage;

/** The database schema is up to date: what needs it may begin. Fired on a thread that may block. */
public record SchemaReady() {}
