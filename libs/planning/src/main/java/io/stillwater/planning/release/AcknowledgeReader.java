package io.stillwater.planning.release;

import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.NearestWord;
import io.stillwater.planning.findings.FindingCode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Codes of findings that were read and accepted. */
final class AcknowledgeReader {
  private AcknowledgeReader() {}

  static Set<String> read(Fields fields) {
    Set<String> codes = new LinkedHashSet<>();
    for (Field item : fields.items("acknowledge")) {
      item.text().ifPresent(code -> add(code, item, codes));
    }
    return codes;
  }

  private static void add(String code, Field item, Set<String> codes) {
    Optional<FindingCode> known = FindingCode.of(code);
    if (known.isEmpty()) {
      item.wrong(
          "finding '"
              + code
              + "' is not known; "
              + NearestWord.of(
                      code, Arrays.stream(FindingCode.values()).map(FindingCode::code).toList())
                  .map(near -> "did you mean " + near + "? ")
                  .orElse("")
              + "docs/findings.md lists all");
    } else if (!known.get().acknowledgeable()) {
      item.wrong(
          "finding "
              + code
              + " is an error and cannot be acknowledged; mend its cause: "
              + known.get().fix());
    } else {
      codes.add(code);
    }
  }
}
