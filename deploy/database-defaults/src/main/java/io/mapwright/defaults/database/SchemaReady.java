package io.mapwright.defaults.database;

/** The database schema is up to date: what needs it may begin. Fired once, on a thread that may block. */
public record SchemaReady() {}
