package io.stillwater.service.work;

/** Fired in the transaction that makes work due; the dispatcher looks once it has committed. */
public record WorkDue() {}
