package io.stillwater.events.plan;

public record Summary(
    int safeChanges, int unsafeChanges, int refusedChanges, int consumersAffected) {}
