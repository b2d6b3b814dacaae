package io.stillwater.validator.work;

/** Fired in the transaction that makes work due; it is looked for once that has committed. */
public record WorkDue() {}
