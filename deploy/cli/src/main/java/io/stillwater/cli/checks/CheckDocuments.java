package io.stillwater.cli.checks;

import io.stillwater.checks.CheckSpec;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.document.Problems;
import io.stillwater.planning.gates.ChecksReader;
import io.stillwater.planning.gates.ChecksSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads a file whose one field, {@code checks}, is that of a release. */
public final class CheckDocuments {
  private CheckDocuments() {}

  /**
   * @param tables those that checks of every table are made for
   * @throws CliException when the file cannot be read or holds something else
   */
  public static List<CheckSpec> read(Path file, Collection<TableName> tables) {
    List<Parsed<DocumentNode>> documents = Documents.read(text(file), DocumentLimits.WRITTEN);
    if (documents.size() != 1) {
      throw invalid(file, "one document is expected, not " + documents.size());
    }
    Parsed<ChecksSpec> parsed = documents.get(0).then(CheckDocuments::checks);
    if (parsed instanceof Parsed.Valid<ChecksSpec> valid) {
      return new CheckList(valid.value(), tables).specs();
    }
    throw invalid(file, DocumentErrors.text(parsed.errors()));
  }

  private static Parsed<ChecksSpec> checks(DocumentNode node) {
    Problems problems = new Problems();
    ChecksSpec spec =
        Field.root(node, problems)
            .fields()
            .flatMap(CheckDocuments::onlyChecks)
            .flatMap(ChecksReader::read)
            .orElse(null);
    return problems.resultOf(spec);
  }

  private static Optional<Field> onlyChecks(Fields fields) {
    Optional<Field> checks = fields.require("checks");
    fields.refuseOthers();
    return checks;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CliException(ExitCodes.UNREADABLE, file + " cannot be read", e);
    }
  }

  private static CliException invalid(Path file, String what) {
    return new CliException(ExitCodes.UNREADABLE, file + ": " + what);
  }
}
