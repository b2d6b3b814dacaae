package io.stillwater.planner.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stillwater.events.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Answers are written as events are, so that a plan reads the same by REST and by Kafka. */
@ApplicationScoped
class JsonMapping {
  @Produces
  @Singleton
  ObjectMapper mapper() {
    return EventJson.MAPPER;
  }
}
