package io.stillwater.events.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One effect.
 *
 * @param id unique in the plan, also after a word boundary of an Iceberg property: letters, digits
 * @param target table or component
 * @param arguments what the executor needs to do it; {@code statements} are for people
 * @param statements per engine: how a person would do it by hand
 * @param nativeCall how a person would do it with the format's own library; null where it has none
 * @param dependsOn ids of steps that must be done first
 * @param pointOfNoReturn after it, what came before cannot be taken back
 */
public record Step(
    String id,
    StepKind kind,
    String target,
    String description,
    StepArguments arguments,
    Map<String, String> statements,
    String nativeCall,
    List<String> dependsOn,
    Undo undo,
    boolean pointOfNoReturn) {
  public Step {
    statements = Plan.copy(statements);
    dependsOn = Plan.copy(dependsOn);
  }

  Step forDeployment(String deployment) {
    return new Step(
        id,
        kind,
        target,
        description,
        arguments,
        named(statements, deployment),
        nativeCall == null ? null : nativeCall.replace(Plan.DEPLOYMENT_ID, deployment),
        dependsOn,
        undo == null
            ? null
            : new Undo(undo.kind(), named(undo.statements(), deployment), undo.until()),
        pointOfNoReturn);
  }

  private static Map<String, String> named(Map<String, String> statements, String deployment) {
    Map<String, String> named = new LinkedHashMap<>();
    statements.forEach(
        (engine, text) -> named.put(engine, text.replace(Plan.DEPLOYMENT_ID, deployment)));
    return named;
  }
}
