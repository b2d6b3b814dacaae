package io.stillwater.validator.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class CheckRequestRepository
    implements PanacheRepositoryBase<CheckRequestRow, CheckRequestRow.Key> {}
