package io.stillwater.executor.work;

/** Fired in the transaction that makes work due; the dispatcher looks once it has committed. */
record WorkDue() {}
