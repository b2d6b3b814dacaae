package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.CreateView;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.TableName;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.catalog.ViewCatalog;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.view.View;
import org.apache.iceberg.view.ViewBuilder;

/** Creates an Iceberg view over the step's table, with one text per engine's dialect. */
@Singleton
public class CreateViewStep implements StepHandler {
  private final Lake lake;
  private final ViewSchemas schemas;

  CreateViewStep(Lake lake, ViewSchemas schemas) {
    this.lake = lake;
    this.schemas = schemas;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.CREATE_VIEW);
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return mine(context).map(view -> Effect.of("found, from an attempt before"));
  }

  @Override
  public Effect act(StepContext context) {
    TableIdentifier identifier = identifier(context);
    ViewCatalog views = views(context);
    if (views.viewExists(identifier)) {
      throw new ImpossibleStepException(
          "View " + view(context) + " exists already, made by somebody else");
    }
    Map<String, String> sql = context.arguments(CreateView.class).sql();
    ViewBuilder builder =
        views
            .buildView(identifier)
            .withSchema(schemas.of(Stamps.table(context), sql))
            .withDefaultNamespace(identifier.namespace())
            .withProperty(Stamps.of(context).property(), context.deploymentId());
    sql.forEach(builder::withQuery);
    builder.create();
    return Effect.of("view " + view(context) + " created");
  }

  @Override
  public Undone undo(StepContext context) {
    if (mine(context).isPresent()) {
      views(context).dropView(identifier(context));
    }
    return new Undone.TakenBack("view " + view(context) + " dropped");
  }

  private Optional<View> mine(StepContext context) {
    try {
      View view = views(context).loadView(identifier(context));
      String mark = view.properties().get(Stamps.of(context).property());
      return Optional.of(view).filter(found -> context.deploymentId().equals(mark));
    } catch (NoSuchViewException e) {
      return Optional.empty();
    }
  }

  private ViewCatalog views(StepContext context) {
    if (lake.catalog(view(context)).icebergCatalog() instanceof ViewCatalog views) {
      return views;
    }
    throw new ImpossibleStepException(
        "Catalog " + view(context).catalog() + " holds no views; create it in the engine by hand");
  }

  private TableIdentifier identifier(StepContext context) {
    return lake.catalog(view(context)).identifier(view(context));
  }

  private static TableName view(StepContext context) {
    return TableName.parse(context.arguments(CreateView.class).view());
  }
}
