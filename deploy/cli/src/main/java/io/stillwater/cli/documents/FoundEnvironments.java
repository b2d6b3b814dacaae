package io.stillwater.cli.documents;

import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.DocumentNode.Mapping;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import io.stillwater.planning.environment.Environments;
import io.stillwater.planning.release.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Environment documents that lie among releases. */
final class FoundEnvironments {
  private final List<Environment> valid = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> broken = new HashMap<>();
  private final List<LintResult> results = new ArrayList<>();

  void add(FoundDocument document) {
    Parsed<Environment> parsed = document.content().then(EnvironmentDocuments::read);
    List<DocumentError> errors = new ArrayList<>(parsed.errors());
    String name = name(document.content());
    if (!names.add(name)) {
      errors.add(
          new DocumentError("metadata.name", "environment " + name + " stands twice; keep one"));
    }
    if (!errors.isEmpty()) {
      broken.put(name, document.origin() + ": " + DocumentErrors.text(errors));
    } else if (parsed instanceof Parsed.Valid<Environment> environment) {
      valid.add(environment.value());
    }
    results.add(new LintResult(document.origin(), List.copyOf(errors)));
  }

  Environments environments() {
    return new Environments(valid);
  }

  List<LintResult> results() {
    return List.copyOf(results);
  }

  /** A release must not be planned by other rules than those that were meant for it. */
  Parsed<Release> hold(Release release) {
    String name = release.ref().environment();
    String reason = broken.getOrDefault(name, broken.get(""));
    return reason == null
        ? new Parsed.Valid<>(release)
        : new Parsed.Invalid<>(
            List.of(
                new DocumentError(
                    "metadata.environment",
                    "the environment's document is invalid, so "
                        + name
                        + " is not known: "
                        + reason)));
  }

  /** Empty where it cannot be told: then it may be that of any release. */
  private static String name(Parsed<DocumentNode> document) {
    return document instanceof Parsed.Valid<DocumentNode> found
            && found.value() instanceof Mapping mapping
            && mapping.fields().get("metadata") instanceof Mapping metadata
            && metadata.fields().get("name") instanceof Scalar name
        ? name.text()
        : "";
  }
}
