package io.stillwater.planner.api;

import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Parsed;
import io.stillwater.service.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies of requests, read with the same reader as files are, so that errors name their place. */
final class RequestDocuments {

  private RequestDocuments() {}

  /** The one document of a body, YAML or JSON. */
  static DocumentNode read(byte[] body) {
    return only(Documents.read(text(body), DocumentLimits.WRITTEN), "the body");
  }

  static String text(byte[] body) {
    BodyLimit.check(body.length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("the body is not UTF-8 text");
    }
  }

  static <T> T only(List<Parsed<T>> documents, String what) {
    if (documents.size() != 1) {
      throw invalid(what + " holds " + documents.size() + " documents; send one");
    }
    return valid(documents.get(0));
  }

  static <T> T valid(Parsed<T> parsed) {
    if (parsed instanceof Parsed.Valid<T> valid) {
      return valid.value();
    }
    throw ProblemException.invalid(parsed.errors());
  }

  private static ProblemException invalid(String message) {
    return ProblemException.invalid(List.of(new DocumentError("", message)));
  }
}
