package io.stillwater.lakehouse.iceberg;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.Schema;

/** A sort field in the contract's spelling, e.g. {@code ts DESC NULLS LAST}. */
record SortFieldText(PartitionFieldText field, boolean ascending, NullOrder nulls) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(.+?)(?:\\s+(asc|desc))?(?:\\s+nulls\\s+(first|last))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static SortFieldText parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Sort field '" + text + "': write column ASC or DESC");
    }
    boolean ascending = !"desc".equalsIgnoreCase(matcher.group(2));
    NullOrder usual = ascending ? NullOrder.NULLS_FIRST : NullOrder.NULLS_LAST;
    NullOrder nulls =
        matcher.group(3) == null
            ? usual
            : NullOrder.valueOf("NULLS_" + matcher.group(3).toUpperCase(Locale.ROOT));
    return new SortFieldText(PartitionFieldText.parse(matcher.group(1)), ascending, nulls);
  }

  void addTo(ReplaceSortOrder order, Schema schema) {
    if (ascending) {
      order.asc(field.term(schema), nulls);
    } else {
      order.desc(field.term(schema), nulls);
    }
  }

  @Override
  public String toString() {
    NullOrder usual = ascending ? NullOrder.NULLS_FIRST : NullOrder.NULLS_LAST;
    String suffix =
        nulls == usual ? "" : nulls == NullOrder.NULLS_FIRST ? " NULLS FIRST" : " NULLS LAST";
    return field + (ascending ? " ASC" : " DESC") + suffix;
  }
}
