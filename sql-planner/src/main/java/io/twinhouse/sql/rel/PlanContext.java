// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.sql.type.EngineTypeFactory;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexBuilder;

/** Makes the cluster that the nodes of one query share. */
public final class PlanContext {

  private PlanContext() {}

  /** A cluster of its own, with our types; metadata by proxies, as generating classes is slow. */
  public static RelOptCluster newCluster() {
    HepPlanner planner = new HepPlanner(HepProgram.builder().build());
    RelOptCluster cluster = RelOptCluster.create(planner, new RexBuilder(new EngineTypeFactory()));
    ProxiedMetadata metadata = new ProxiedMetadata();
    cluster.setMetadataQuerySupplier(metadata::cleared);
    return cluster;
  }

  private static final class ProxiedMetadata extends RelMetadataQuery {
    ProxiedMetadata() {
      super(new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE));
    }

    /** The same again, as making its proxies anew for each rule that fires is a tenth of a plan. */
    ProxiedMetadata cleared() {
      map.clear();
      return this;
    }
  }
}
