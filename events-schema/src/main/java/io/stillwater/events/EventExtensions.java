package io.stillwater.events;

/** Names of the CloudEvents extensions that travel beside the standard attributes. */
public final class EventExtensions {
  public static final String DEPLOYMENT_ID = "deploymentid";
  public static final String ENVIRONMENT = "environment";
  public static final String ACTOR = "actor";

  /** The id of the event that caused this one. */
  public static final String CAUSATION_ID = "causationid";

  /** W3C trace context, carried from the incoming record to every record it causes. */
  public static final String TRACEPARENT = "traceparent";

  private EventExtensions() {}
}
