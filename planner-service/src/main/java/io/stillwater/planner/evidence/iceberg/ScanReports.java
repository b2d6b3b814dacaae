package io.stillwater.planner.evidence.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.EvidenceJson;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads scan reports: which columns an engine projected or filtered, when it said so. */
@ApplicationScoped
public class ScanReports {
  private static final Set<String> SCANS = Set.of("scan-report", "scan");
  private static final Set<String> OTHERS = Set.of("commit-report", "commit");
  private static final String UNKNOWN_ENGINE = "an engine that does not name itself";

  private final TableNames names;

  ScanReports(TableNames names) {
    this.names = names;
  }

  /**
   * Adds what a report says; it bears no time of its own.
   *
   * @throws MalformedEvidenceException when it is no metrics report, or names no table
   */
  public Intake add(byte[] json, Instant now, EvidenceBatch batch) {
    MetricsReport report = EvidenceJson.read(json, MetricsReport.class);
    if (report.type() == null
        || !(SCANS.contains(report.type()) || OTHERS.contains(report.type()))) {
      throw new MalformedEvidenceException(
          "no metrics report: report-type is '" + report.type() + "', not scan-report");
    }
    batch.heard(Coverage.ICEBERG, now);
    if (OTHERS.contains(report.type())) {
      return Intake.ignored(Ignored.OTHER_KIND);
    }
    TableName table = table(report);
    ReaderKey reader = new ReaderKey(ReaderKind.SCAN, engine(report), null);
    Set<String> columns = columns(report);
    columns.forEach(column -> batch.used(table, column, reader, ReaderUse.PROJECTS, now));
    if (columns.isEmpty()) {
      batch.used(table, Reader.NO_COLUMN, reader, ReaderUse.ROWS_ONLY, now);
    }
    return Intake.TAKEN;
  }

  private TableName table(MetricsReport report) {
    List<String> parts = report.table() == null ? List.of() : List.of(report.table().split("\\."));
    if (parts.size() < 3) {
      throw new MalformedEvidenceException(
          "table-name is '" + report.table() + "'; it must be catalog.schema.table");
    }
    return names
        .of(parts, null, null)
        .orElseThrow(
            () ->
                new MalformedEvidenceException(
                    "table-name '" + report.table() + "' is empty in a part"));
  }

  private static Set<String> columns(MetricsReport report) {
    Set<String> columns = new LinkedHashSet<>();
    if (report.projected() != null) {
      report.projected().stream()
          .filter(Objects::nonNull)
          .filter(name -> !name.isEmpty())
          .forEach(columns::add);
    }
    terms(report.filter(), columns);
    return columns;
  }

  /** A term is the name of a column, or a transform of one. */
  private static void terms(JsonNode expression, Set<String> columns) {
    if (expression == null) {
      return;
    }
    JsonNode term = expression.path("term");
    if (term.isTextual() && !term.textValue().isEmpty()) {
      columns.add(term.textValue());
    }
    for (JsonNode part : expression) {
      terms(part, columns);
    }
  }

  private static String engine(MetricsReport report) {
    Map<String, JsonNode> metadata = report.metadata() == null ? Map.of() : report.metadata();
    JsonNode name = metadata.get("engine-name");
    return name == null || name.asText().isBlank() ? UNKNOWN_ENGINE : name.asText();
  }
}
