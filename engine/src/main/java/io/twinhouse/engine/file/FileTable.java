// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ReaderScan;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.type.Type;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of files, read anew by each scan, in the memory of a few batches. */
public final class FileTable implements Table {

  private final Infile files;
  private final FileAccess access;
  private final String format;
  private final FormatSettings settings;
  private final Schema columns;
  private final List<VirtualColumn> virtual = new ArrayList<>();
  private final TableDefinition definition;

  /**
   * @param format in which the files are
   * @param columns that they hold
   * @param settings of the format
   */
  public FileTable(
      Infile files, FileAccess access, String format, Schema columns, FormatSettings settings) {
    this.files = files;
    this.access = access;
    this.format = format;
    this.columns = columns;
    this.settings = settings;
    List<ColumnDefinition> all = new ArrayList<>();
    for (Field field : columns.fields()) {
      all.add(ColumnDefinition.plain(field.name(), field.type()));
    }
    for (VirtualColumn column : VirtualColumn.values()) {
      if (columns.indexOf(column.column()) < 0) {
        virtual.add(column);
        all.add(ColumnDefinition.plain(column.column(), column.type()));
      }
    }
    definition = TableDefinition.of(new TableName("_table_function", "file"), all, "File");
  }

  /** How many of the last columns tell of the file, and are not in {@code *}. */
  public int virtualColumns() {
    return virtual.size();
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(0, 0, 1);
  }

  @Override
  public boolean filters() {
    return false;
  }

  @Override
  public Scan scan(ScanRequest request) {
    // A format without names has its columns by place: all are read.
    FilesReader reader =
        new FilesReader(files, access, columns, data -> reader(data, request.memory()));
    return new ReaderScan(reader, request, (column, rows) -> virtual(column, rows, reader));
  }

  private @Nullable Column virtual(String column, int rows, FilesReader reader) {
    for (VirtualColumn told : virtual) {
      if (told.column().equals(column)) {
        return told.of(reader.path(), rows);
      }
    }
    return null;
  }

  private RowReader reader(InputStream data, MemoryContext memory) {
    return Formats.input(format).reader(columns, settings, data, FileTable::refuse, memory);
  }

  private static Column refuse(String expression, Type type) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Expressions in files are not supported, but values alone: " + expression);
  }
}
