package io.mapwright.defaults.database;

/** Whether the tables are there. */
public interface Schema {

    /** False from the start until the schema was migrated to this release's version, true ever after. */
    boolean isReady();
}
