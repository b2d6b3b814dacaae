package io.stillwater.events.command;

/**
 * What a person, a pipeline or the monitor asks of a deployment; the type names the verb.
 *
 * @param reason in words, shown in the history
 * @param actor who asks
 * @param scope the whole deployment where absent
 * @param full with promote: skip the remaining soak and waits of the whole release
 */
public record Command(String deploymentId, String reason, String actor, Scope scope, Boolean full) {
  public record Scope(String component, String table) {}
}
