package io.stillwater.planning.document;

import io.stillwater.planning.document.DocumentNode.Mapping;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.DocumentNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a document at its path. What is not as asked for is noted as a problem and read as
 * absent, so that reading goes on and finds the rest.
 */
public record Field(String path, DocumentNode node, Problems problems) {

  public static Field root(DocumentNode node, Problems problems) {
    return new Field("", node, problems);
  }

  public void wrong(String message) {
    problems.add(path, node.at(), message);
  }

  public boolean absent() {
    return node instanceof Scalar scalar && scalar.value() == null;
  }

  public boolean isMapping() {
    return node instanceof Mapping;
  }

  public boolean isList() {
    return node instanceof Sequence;
  }

  /** Text, or a number or truth value as it was written. */
  public Optional<String> text() {
    if (node instanceof Scalar scalar && scalar.value() != null) {
      if (!scalar.text().isBlank()) {
        return Optional.of(scalar.text());
      }
      wrong("must not be empty");
    } else {
      expected("text");
    }
    return Optional.empty();
  }

  /** Text that may be empty. */
  public Optional<String> anyText() {
    if (node instanceof Scalar scalar && scalar.value() != null) {
      return Optional.of(scalar.text());
    }
    expected("text");
    return Optional.empty();
  }

  public Optional<Boolean> truth() {
    if (node instanceof Scalar scalar && scalar.value() instanceof Boolean value) {
      return Optional.of(value);
    }
    expected("true or false");
    return Optional.empty();
  }

  public Optional<Long> wholeNumber(long least, long most) {
    if (node instanceof Scalar scalar && scalar.value() instanceof Long value) {
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
      wrong("must be from " + least + " to " + most + ", not " + value);
    } else {
      expected("a whole number");
    }
    return Optional.empty();
  }

  /** Text read by a function that refuses it with an {@link IllegalArgumentException}. */
  public <T> Optional<T> parsed(Function<String, T> parser) {
    return text()
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException e) {
                wrong(e.getMessage());
                return Optional.empty();
              }
            });
  }

  /** One of an enum's names, written in lower snake case. */
  public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    return text()
        .flatMap(
            text -> {
              List<String> known = new ArrayList<>();
              for (E one : type.getEnumConstants()) {
                String name = one.name().toLowerCase(Locale.ROOT);
                if (name.equals(text)) {
                  return Optional.of(one);
                }
                known.add(name);
              }
              wrong("'" + text + "' is not known; " + NearestWord.hint(text, known));
              return Optional.empty();
            });
  }

  public List<Field> items() {
    List<Field> items = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      for (DocumentNode item : sequence.items()) {
        items.add(new Field(DocumentPath.item(path, items.size()), item, problems));
      }
    } else {
      expected("a list");
    }
    return items;
  }

  public List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  public Optional<Fields> fields() {
    if (node instanceof Mapping mapping) {
      return Optional.of(new Fields(path, mapping, problems));
    }
    expected("a mapping");
    return Optional.empty();
  }

  private void expected(String what) {
    wrong(what + " is expected, not " + node.kind());
  }
}
