// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a table's definition piece by piece. Not thread-safe. */
public final class TableDefinitionBuilder {

  private TableName name;
  private List<ColumnDefinition> columns;
  private String engine;
  private List<String> engineArguments;
  private List<String> orderBy;
  private List<String> primaryKey;
  private @Nullable String partitionBy;
  private @Nullable String sampleBy;
  private @Nullable String ttl;
  private Map<String, String> settings;
  private String comment;
  private List<IndexDefinition> indexes;
  private List<ConstraintDefinition> constraints;
  private List<TableDefinition.Projection> projections;
  private Map<String, String> shown;

  TableDefinitionBuilder(TableDefinition from) {
    name = from.name();
    columns = from.columns();
    engine = from.engine();
    engineArguments = from.engineArguments();
    orderBy = from.orderBy();
    primaryKey = from.primaryKey();
    partitionBy = from.partitionBy();
    sampleBy = from.sampleBy();
    ttl = from.ttl();
    settings = from.settings();
    comment = from.comment();
    indexes = from.indexes();
    constraints = from.constraints();
    projections = from.projections();
    shown = from.shown();
  }

  public TableDefinitionBuilder name(TableName value) {
    name = value;
    return this;
  }

  public TableDefinitionBuilder columns(List<ColumnDefinition> value) {
    columns = value;
    return this;
  }

  public TableDefinitionBuilder engine(String value) {
    engine = value;
    return this;
  }

  public TableDefinitionBuilder engineArguments(List<String> value) {
    engineArguments = value;
    return this;
  }

  public TableDefinitionBuilder orderBy(List<String> value) {
    orderBy = value;
    return this;
  }

  public TableDefinitionBuilder primaryKey(List<String> value) {
    primaryKey = value;
    return this;
  }

  public TableDefinitionBuilder partitionBy(@Nullable String value) {
    partitionBy = value;
    return this;
  }

  public TableDefinitionBuilder sampleBy(@Nullable String value) {
    sampleBy = value;
    return this;
  }

  public TableDefinitionBuilder ttl(@Nullable String value) {
    ttl = value;
    return this;
  }

  public TableDefinitionBuilder settings(Map<String, String> value) {
    settings = value;
    return this;
  }

  public TableDefinitionBuilder comment(String value) {
    comment = value;
    return this;
  }

  public TableDefinitionBuilder indexes(List<IndexDefinition> value) {
    indexes = value;
    return this;
  }

  public TableDefinitionBuilder constraints(List<ConstraintDefinition> value) {
    constraints = value;
    return this;
  }

  public TableDefinitionBuilder projections(List<TableDefinition.Projection> value) {
    projections = value;
    return this;
  }

  public TableDefinitionBuilder shown(Map<String, String> value) {
    shown = value;
    return this;
  }

  /** The definition as it is now. */
  public TableDefinition build() {
    return new TableDefinition(
        name,
        columns,
        engine,
        engineArguments,
        orderBy,
        primaryKey,
        partitionBy,
        sampleBy,
        ttl,
        settings,
        comment,
        indexes,
        constraints,
        projections,
        shown);
  }
}
