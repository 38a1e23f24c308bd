// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.memory.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Kernels whose result is a tuple of doubles; the arrays are the call site's own. */
public final class DoubleRooms {

  private final Reservation memory;
  private double[][] rooms = {};

  private DoubleRooms(Reservation memory) {
    this.memory = memory;
  }

  /** Computes the elements of one row's tuple. */
  @FunctionalInterface
  public interface TupleRow {
    double[] at(int row);
  }

  /** A result that is a tuple of {@code width} doubles, in a Tuple type of as many Float64. */
  public static Kernel tuples(int width, Function<Invocation, TupleRow> opener) {
    return call -> {
      TupleRow rows = opener.apply(call);
      double[][] rooms = call.scratch().keep(DoubleRooms.class, DoubleRooms::new).of(width, call);
      for (int row = 0; row < call.rows(); row++) {
        double[] values = rows.at(row);
        for (int i = 0; i < width; i++) {
          rooms[i][row] = values[i];
        }
      }
      List<Column> elements = new ArrayList<>();
      for (double[] room : rooms) {
        elements.add(DoubleColumn.of(room, call.rows(), null));
      }
      return TupleColumn.of(elements, call.rows());
    };
  }

  private double[][] of(int width, Invocation call) {
    int rows = call.rows();
    if (rooms.length == 0 || rooms[0].length < rows) {
      long known = rooms.length == 0 ? 0 : rooms[0].length;
      memory.grow(8L * width * (rows - known));
      rooms = new double[width][rows];
    }
    return rooms;
  }
}
