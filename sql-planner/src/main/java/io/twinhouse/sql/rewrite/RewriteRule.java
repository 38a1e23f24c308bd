// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.RelQuery;

/** One rewrite of a whole query. */
interface RewriteRule {

  /** The query rewritten, itself if there was nothing to do; refuses by exception. */
  RelQuery apply(RelQuery query);
}
