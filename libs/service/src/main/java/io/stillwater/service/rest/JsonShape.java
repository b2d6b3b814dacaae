package io.stillwater.service.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.stillwater.events.EventJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The API writes JSON as the events do: ISO-8601 times and durations, absent values left out. */
@Singleton
class JsonShape {
  @Produces
  @Singleton
  @Unremovable
  ObjectMapper mapper() {
    return EventJson.MAPPER.copy();
  }
}
