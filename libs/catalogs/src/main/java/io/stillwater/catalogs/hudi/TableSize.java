package io.stillwater.catalogs.hudi;

/**
 * @param records null where logs or archived commits hide it
 */
record TableSize(Long records, long files, long bytes) {}
