// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.server.local.TwinhouseProcess.Ended;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on files and stores: a table given, conversion, check and comparison. */
final class FileCommandsTest {

  private static final String ROWS = "x,y,d\n1,a,2026-01-02\n2,\"b,c\",2026-01-03\n";

  @TempDir Path directory;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(directory.resolve("in.csv"), ROWS);
  }

  private Ended run(String input, String... arguments) throws Exception {
    return new TwinhouseProcess(directory).run(input, arguments);
  }

  @Test
  void theTableGivenIsAFileOrTheInput() throws Exception {
    Ended file =
        run(
            "",
            "local",
            "--file=in.csv",
            "--echo",
            "-t",
            "--memory-usage=readable",
            "-q",
            "SELECT sum(x), max(y), toTypeName(d) FROM table",
            "--output-format=CSV");
    assertThat(file.out())
        .isEqualTo(
            "SELECT sum(x), max(y), toTypeName(d) FROM table\n3,\"b,c\",\"Nullable(Date)\"\n");
    assertThat(file.err()).matches("[0-9]+\\.[0-9]{3}\n[0-9]+\\.[0-9]{2} B\n");
    Ended input =
        run(
            "1|q\n",
            "local",
            "-S",
            "a UInt8, b String",
            "-N",
            "given",
            "--input-format",
            "CSV",
            "--format_csv_delimiter=|",
            "--ignore-error",
            "-E",
            "-q",
            "SELECT nosuch; SELECT * FROM given");
    assertThat(input.out()).isEqualTo("Row 1:\n──────\na: 1\nb: q\n");
    assertThat(input.err()).startsWith("Code: 47. DB::Exception: ").hasLineCount(1);
    assertThat(input.status()).isEqualTo(47);
  }

  @Test
  void convertsThereAndBack() throws Exception {
    assertThat(run("", "convert", "in.csv", "rows.native.gz").err()).isEqualTo("2 rows\n");
    Ended back =
        run(
            "",
            "convert",
            "rows.native.gz",
            "back.csv",
            "--output-format=CSVWithNames",
            "-S",
            "x Nullable(Int64), y Nullable(String), d Nullable(Date)");
    assertThat(back.err()).isEqualTo("2 rows\n");
    assertThat(Files.readString(directory.resolve("back.csv")).replace("\"", ""))
        .isEqualTo(ROWS.replace("\"", ""));
    Ended query =
        run(
            ROWS,
            "convert",
            "-",
            "-",
            "--input-format=CSV",
            "--output-format=TSV",
            "-q",
            "SELECT y FROM table WHERE x = 2");
    assertThat(query.out()).isEqualTo("b,c\n");
    assertThat(run("", "convert", "in.csv", "out.unheard").err())
        .contains("--output-format NAME", "(BAD_ARGUMENTS)");
  }

  @Test
  void checkFindsWhatIsBroken() throws Exception {
    fill("store");
    Ended well = run("", "check", "store");
    assertThat(well.out()).isEqualTo("All is well in store\n");
    assertThat(well.status()).isZero();
    breakLargest(directory.resolve("store"));
    Ended broken = run("", "check", "store");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out()).contains("default.t");
    assertThat(run("", "check", "nowhere").err()).contains("(FILE_DOESNT_EXIST)");
  }

  @Test
  void verifyNamesRowsAndCells() throws Exception {
    fill("one");
    fill("two");
    Ended equal = run("", "verify", "one", "two", "t");
    assertThat(equal.out()).isEqualTo("20000 rows in both, no difference\n");
    assertThat(equal.status()).isZero();
    run(
        "",
        "local",
        "--path=two",
        "-q",
        "INSERT INTO t VALUES (50000, 'x'); ALTER TABLE t UPDATE b = 'y' WHERE a = 7;"
            + " DELETE FROM t WHERE a = 9");
    Ended different = run("", "verify", "one", "two", "default.t", "--key=a");
    assertThat(different.status()).isEqualTo(1);
    assertThat(different.out().lines().sorted())
        .containsExactly(
            "20000 rows in both, 3 differences",
            "differs: a = 7: b: A 7, B y",
            "only in A: a = 9",
            "only in B: a = 50000");
    assertThat(run("", "verify", "one", "two", "-q", "SELECT max(a) < 60000 AS m FROM t").out())
        .isEqualTo("1 rows in both, no difference\n");
  }

  private void fill(String store) throws Exception {
    Ended filled =
        run(
            "",
            "local",
            "--path=" + store,
            "-q",
            "CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a;"
                + " INSERT INTO t SELECT number, toString(number) FROM numbers(20000)");
    assertThat(filled.err()).isEmpty();
  }

  /** Turns a byte of the largest file, which is one of data. */
  private static void breakLargest(Path store) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(store)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    Path largest = files.get(0);
    for (Path file : files) {
      if (Files.size(file) > Files.size(largest)) {
        largest = file;
      }
    }
    try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
      file.seek(file.length() / 2);
      int before = file.read();
      file.seek(file.length() / 2);
      file.write(before ^ 0x55);
    }
  }
}
