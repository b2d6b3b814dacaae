package io.stillwater.validator.requests;

/** Fired in the transaction that makes work due; it is looked for once that has committed. */
public record WorkDue() {}
