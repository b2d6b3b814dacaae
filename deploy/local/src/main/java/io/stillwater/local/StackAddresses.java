package io.stillwater.local;

import io.stillwater.local.lake.LakeSettings;
import java.util.Map;

/** What {@code up -o json} prints (contract, section 4): field names are scripted against. */
public record StackAddresses(
    Kafka kafka, Database database, Map<String, Service> services, LakeSettings lake) {

  public record Kafka(String bootstrap, long pid) {}

  public record Database(String url, String user, String password, long pid) {}

  public record Service(String url, long pid) {}

  public String serviceUrl(String name) {
    return services.get(name).url();
  }
}
