package io.stillwater.planning.rules;

import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What names of new columns and fields may hold. Statements quote every name; this is about what
 * lies behind them, whatever the format; what one format adds stands with its rules. Names that are
 * there already are taken as they are.
 */
public final class NameRules {
  /** Avro specification, "Names": Hudi writes its log blocks and its schemas in Avro. */
  private static final Pattern AVRO = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private NameRules() {}

  public static void judge(
      Change change, TableModel table, PlanContext context, Findings findings) {
    NewNames names = NewNames.of(change);
    String catalog = catalogType(table, context);
    for (String name : names.all()) {
      anywhere(name)
          .or(() -> inFormat(name, table))
          .ifPresent(reason -> refuse(findings, format(table), name, reason));
    }
    if (catalog.equals("HIVE")) {
      names.columns().stream()
          .filter(name -> name.indexOf(',') >= 0)
          .forEach(
              name -> refuse(findings, "hive", name, "a Hive metastore joins names with commas"));
      names.fields().stream()
          .filter(name -> holds(name, c -> !inHiveType(c)))
          .forEach(
              name ->
                  refuse(
                      findings,
                      "hive",
                      name,
                      "a Hive metastore keeps fields in the text of a type, which has letters,"
                          + " digits and _ in names"));
    }
    if (context.uses("trino")) {
      names.all().stream()
          .filter(name -> !name.equals(name.toLowerCase(Locale.ENGLISH)))
          .forEach(
              name ->
                  findings.add(
                      FindingCode.NAME_LOWERED,
                      "Trino shows " + name + " as " + name.toLowerCase(Locale.ENGLISH),
                      null));
    }
  }

  private static Optional<String> anywhere(String name) {
    if (holds(name, Character::isISOControl)) {
      return Optional.of("it holds a control character, which nobody can see or type");
    }
    if (name.indexOf('.') >= 0) {
      // UpdateSchema.addColumn: "Cannot add column with ambiguous name".
      return Optional.of("paths into structs are written with dots, so a name has none");
    }
    return name.isBlank() ? Optional.of("it is blank") : Optional.empty();
  }

  private static Optional<String> inFormat(String name, TableModel table) {
    return table.base().format() == TableFormat.HUDI && !AVRO.matcher(name).matches()
        ? Optional.of("Hudi writes Avro, whose names are letters, digits and _")
        : Optional.empty();
  }

  /** Hive, TypeInfoUtils: what its oldest versions take for a name in a type. */
  private static boolean inHiveType(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static String catalogType(TableModel table, PlanContext context) {
    Object type = table.base().catalogType();
    if (type == null) {
      Map<String, Object> catalog =
          context.environment().catalogs().getOrDefault(table.name().catalog(), Map.of());
      type = catalog.get("type");
    }
    return type == null ? "" : type.toString().toUpperCase(Locale.ROOT);
  }

  private static String format(TableModel table) {
    return table.base().format().name().toLowerCase(Locale.ROOT);
  }

  private static void refuse(Findings findings, String by, String name, String reason) {
    findings.refuse(
        by, FindingCode.NAME_NOT_STORABLE, "'" + name + "' cannot be a name: " + reason, null);
  }

  private static boolean holds(String name, IntPredicate character) {
    return name.codePoints().anyMatch(character);
  }
}
