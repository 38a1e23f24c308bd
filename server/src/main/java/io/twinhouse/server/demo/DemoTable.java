// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.TypeParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns drawn rows into batches with the columns of a table. Not thread-safe. */
final class DemoTable {

  private static final int ROWS = 8192;
  private static final String TIME = "DateTime64(3, 'UTC')";
  private static final String MAYBE = "Nullable(String)";

  static final Schema EVENTS =
      schema(
          "event_type LowCardinality(String)",
          "event_at " + TIME,
          "data JSON",
          "project_id String",
          "branch_id String",
          "user_id " + MAYBE,
          "team_id " + MAYBE,
          "refresh_token_id " + MAYBE,
          "created_at " + TIME);

  static final Schema USERS =
      schema(
          "project_id String",
          "branch_id String",
          "id UUID",
          "display_name " + MAYBE,
          "primary_email " + MAYBE,
          "primary_email_verified UInt8",
          "signed_up_at " + TIME,
          "client_metadata String",
          "client_read_only_metadata String",
          "server_metadata String",
          "is_anonymous UInt8",
          "restricted_by_admin UInt8",
          "sync_sequence_id Int64",
          "sync_is_deleted UInt8",
          "sync_created_at " + TIME);

  private final ColumnBuilder[] builders;
  private final Consumer<Batch> consumer;
  private int rows;

  private DemoTable(Schema schema, Consumer<Batch> consumer) {
    this.builders = schema.types().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
    this.consumer = consumer;
  }

  /** Draws the events and hands them on in batches. */
  static void events(DemoOptions options, Consumer<Batch> consumer) {
    DemoTable table = new DemoTable(EVENTS, consumer);
    new EventGenerator(options).forEach(table::add);
    table.hand();
  }

  /** Draws the users' versions and hands them on in batches. */
  static void users(DemoOptions options, Consumer<Batch> consumer) {
    DemoTable table = new DemoTable(USERS, consumer);
    new UserGenerator(options).forEach(table::add);
    table.hand();
  }

  private void add(Event event) {
    int i = 0;
    text(i++, event.type());
    builders[i++].appendLong(event.atMillis());
    text(i++, event.payload());
    text(i++, event.actor().project());
    text(i++, event.actor().branch());
    text(i++, event.actor().user());
    text(i++, event.actor().team());
    text(i++, event.type().equals(Event.TOKEN_REFRESH) ? event.actor().refreshToken() : null);
    builders[i].appendLong(event.atMillis());
    endRow();
  }

  private void add(UserVersion user) {
    int i = 0;
    text(i++, user.project());
    text(i++, user.branch());
    uuid(i++, user.id());
    text(i++, user.anonymous() ? null : user.name());
    text(i++, user.anonymous() ? null : user.id() + "@example.com");
    builders[i++].appendLong(user.verified() ? 1 : 0);
    builders[i++].appendLong(user.signedUpMillis());
    text(i++, "{}");
    text(i++, "{}");
    text(i++, "null");
    builders[i++].appendLong(user.anonymous() ? 1 : 0);
    builders[i++].appendLong(0);
    builders[i++].appendLong(user.sequence());
    builders[i++].appendLong(user.deleted() ? 1 : 0);
    builders[i].appendLong(user.signedUpMillis());
    endRow();
  }

  private void text(int column, @Nullable String value) {
    if (value == null) {
      builders[column].appendNull();
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    builders[column].appendBytes(bytes, 0, bytes.length);
  }

  private void uuid(int column, UUID value) {
    long[] words = {value.getLeastSignificantBits(), value.getMostSignificantBits()};
    builders[column].appendWide(words, 0);
  }

  private void endRow() {
    if (++rows == ROWS) {
      hand();
    }
  }

  private void hand() {
    if (rows == 0) {
      return;
    }
    Column[] columns = new Column[builders.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = builders[i].build();
    }
    consumer.accept(Batch.of(rows, columns));
    rows = 0;
  }

  private static Schema schema(String... columns) {
    List<Field> fields = new ArrayList<>();
    for (String column : columns) {
      int space = column.indexOf(' ');
      fields.add(
          new Field(column.substring(0, space), TypeParser.parse(column.substring(space + 1))));
    }
    return new Schema(fields);
  }
}
