package io.stillwater.planning.document;

import io.stillwater.events.release.DocumentError;
import java.util.List;
import java.util.function.Function;

/** What came of reading one document: its content, or everything that is wrong with it. */
public sealed interface Parsed<T> {

  /** Empty for a valid document. */
  List<DocumentError> errors();

  default boolean valid() {
    return errors().isEmpty();
  }

  <R> Parsed<R> then(Function<T, Parsed<R>> next);

  record Valid<T>(T value) implements Parsed<T> {
    @Override
    public List<DocumentError> errors() {
      return List.of();
    }

    @Override
    public <R> Parsed<R> then(Function<T, Parsed<R>> next) {
      return next.apply(value);
    }
  }

  record Invalid<T>(List<DocumentError> errors) implements Parsed<T> {
    public Invalid {
      errors = List.copyOf(errors);
    }

    @Override
    public <R> Parsed<R> then(Function<T, Parsed<R>> next) {
      return new Invalid<>(errors);
    }
  }

  static <T> Parsed<T> invalid(DocumentException e) {
    return new Invalid<>(List.of(e.error()));
  }
}
