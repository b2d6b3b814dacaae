package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Pin;
import io.stillwater.planning.document.ContentDigest;
import io.stillwater.planning.release.Release;
import java.util.List;

/** {@code p-} and a digest: the same request against the same tables is the same plan. */
public final class PlanIds {
  private static final int DIGITS = 12;

  private PlanIds() {}

  public static String of(Release release, List<Pin> pins) {
    String digest = ContentDigest.of(release.digest(), pins.toString());
    return "p-" + digest.substring(0, DIGITS);
  }
}
