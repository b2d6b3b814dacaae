package io.stillwater.catalogs.storage;

/**
 * What lies directly in a folder.
 *
 * @param name of the last part of the location, without a slash
 * @param bytes 0 for a folder
 * @param modified milliseconds since 1970; 0 where the storage does not say
 */
public record StoredEntry(
    String location, String name, boolean folder, long bytes, long modified) {}
