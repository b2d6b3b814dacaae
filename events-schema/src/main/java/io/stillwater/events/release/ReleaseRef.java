package io.stillwater.events.release;

/** Which release is meant: its name, version and environment, as its metadata say. */
public record ReleaseRef(String name, String version, String environment) {}
