package io.stillwater.checks;

import io.stillwater.lakehouse.Quantities;
import io.stillwater.lakehouse.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A check's settings as typed values; what is wrong is said with the setting's name. */
public final class Settings {
  private final String check;
  private final Map<String, Object> values;

  private Settings(String check, Map<String, Object> values) {
    this.check = check;
    this.values = values;
  }

  public static Settings of(CheckSpec spec) {
    return new Settings(spec.name(), spec.settings());
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  public Optional<Duration> duration(String name) {
    return parsed(name, Quantities::duration);
  }

  /** {@code 20%} or {@code 0.2}, as a ratio. */
  public Optional<Double> ratio(String name) {
    return parsed(name, Quantities::ratio);
  }

  public Optional<Long> bytes(String name) {
    return parsed(name, Quantities::size);
  }

  public Optional<Long> count(String name) {
    return parsed(name, Long::valueOf);
  }

  public Optional<TableName> table(String name) {
    return parsed(name, TableName::parse);
  }

  public List<?> list(String name) {
    Object value = required(name);
    if (value instanceof List<?> list) {
      return list;
    }
    return List.of(value);
  }

  /** A mapping of columns to what each is held against. */
  public Map<?, ?> map(String name) {
    Object value = required(name);
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(name, "'" + value + "' is no mapping of columns", null);
  }

  public <T> T require(String name, Optional<T> value) {
    return value.orElseThrow(() -> wrong(name, "is not set", null));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  private Object required(String name) {
    return require(name, Optional.ofNullable(values.get(name)));
  }

  private <T> Optional<T> parsed(String name, Function<String, T> parser) {
    return text(name)
        .map(
            text -> {
              try {
                return parser.apply(text);
              } catch (IllegalArgumentException e) {
                throw wrong(name, e.getMessage(), e);
              }
            });
  }

  private SettingException wrong(String name, String problem, Throwable cause) {
    return new SettingException(
        "Setting '%s' of check %s: %s".formatted(name, check, problem), cause);
  }
}
