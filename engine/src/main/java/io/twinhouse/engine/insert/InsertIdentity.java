// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the blocks of an insert are recognised by when they come again: the token that the client
 * gave, or a digest of their rows. One thread.
 */
public final class InsertIdentity {

  /** The rows of one block: min_insert_block_size_rows. */
  private static final int BLOCK_ROWS = 1_048_449;

  /** Half of SHA-256 is enough for chance never to drop rows. */
  private static final int BYTES = 16;

  private final @Nullable String token;
  private final List<String> columns;
  private final List<String> ended = new ArrayList<>();
  private @Nullable InsertDigest digest;
  private final int most;
  private int inBlock;

  private InsertIdentity(@Nullable String token, List<String> columns, int most) {
    this.token = token;
    this.columns = columns;
    this.most = most;
  }

  /** An insert of these columns under the client's token, by its rows if that is empty. */
  static InsertIdentity of(Settings settings, List<String> columns) {
    String token = settings.text("insert_deduplication_token");
    return new InsertIdentity(token.isEmpty() ? null : "token " + token, columns, most(settings));
  }

  /** Where blocks are made smaller, their ends are the server's secret. */
  private static int most(Settings settings) {
    if (settings.changed().containsKey("min_insert_block_size_bytes")) {
      return 1;
    }
    long rows = settings.number("min_insert_block_size_rows");
    return rows >= BLOCK_ROWS ? Integer.MAX_VALUE : (int) Math.max(1, rows);
  }

  /** What a materialized view makes of a block; never that of an insert into its target. */
  static InsertIdentity derived(String origin) {
    return new InsertIdentity("view " + origin, List.of(), Integer.MAX_VALUE);
  }

  /** Takes note of rows. */
  void add(Batch batch) {
    for (int from = 0; from < batch.rows(); ) {
      if (inBlock == BLOCK_ROWS) {
        end();
      }
      int to = Math.min(batch.rows(), from + BLOCK_ROWS - inBlock);
      if (token == null) {
        digest = digest == null ? new InsertDigest(columns) : digest;
        digest.add(batch, from, to);
      }
      inBlock += to - from;
      from = to;
      if (inBlock > most) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Deduplication of an insert in blocks of other sizes than the default ones is not"
                + " supported; leave out min_insert_block_size_rows and"
                + " min_insert_block_size_bytes, or set deduplicate_insert = 'disable'");
      }
    }
  }

  /** Ends a block, if it has rows. */
  void end() {
    if (inBlock == 0) {
      return;
    }
    MessageDigest identity = InsertDigest.sha256();
    if (digest != null) {
      identity.update(digest.end());
    } else if (token != null) {
      identity.update((token + " " + ended.size()).getBytes(StandardCharsets.UTF_8));
    }
    ended.add(HexFormat.of().formatHex(identity.digest(), 0, BYTES));
    digest = null;
    inBlock = 0;
  }

  /** Those of all blocks that have ended. */
  List<String> blocks() {
    return List.copyOf(ended);
  }

  /** That of the block that ended last. */
  String last() {
    return ended.get(ended.size() - 1);
  }
}
