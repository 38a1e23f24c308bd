// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.lookup.Lookup;
import io.twinhouse.engine.lookup.LookupAttribute;
import io.twinhouse.engine.lookup.LookupFinder;
import io.twinhouse.engine.lookup.LookupHierarchy;
import io.twinhouse.engine.lookup.LookupRows;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parents and children in dictionaries whose keys have parents. */
public final class HierarchyFunctions {

  private HierarchyFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dictionaries");
    family.add("dictGetHierarchy", HierarchyFunctions::ancestors);
    family.add("dictGetRoot", HierarchyFunctions::root);
    family.add("dictIsIn", HierarchyFunctions::isIn);
    family.add("dictGetChildren", call -> descendants(call.arity(2), true));
    family.add("dictGetDescendants", call -> descendants(call.arity(2, 3), false));
    return family;
  }

  private static Lookup hierarchical(CallSite call) {
    Lookup lookup = LookupCall.named(call);
    boolean parents =
        lookup.definition().attributes().stream().anyMatch(LookupAttribute::hierarchical);
    if (!parents || !lookup.definition().layout().hasSimpleKey()) {
      throw call.refuse(
          ErrorCode.UNSUPPORTED_METHOD,
          "Dictionary " + lookup.definition().fullName() + " does not support hierarchy");
    }
    return lookup;
  }

  /** A cache knows no children of the keys that it was not asked for. */
  private static Lookup indexed(CallSite call) {
    Lookup lookup = hierarchical(call);
    if (lookup.definition().layout().isCached()) {
      throw call.refuse(
          ErrorCode.NOT_IMPLEMENTED,
          "Method getHierarchicalIndex is not supported for "
              + lookup.definition().fullName()
              + " dictionary");
    }
    return lookup;
  }

  private static LookupHierarchy hierarchy(LookupRows rows) {
    return Objects.requireNonNull(rows.hierarchy());
  }

  private static LookupFinder finder(Invocation call) {
    return call.scratch().keep(LookupFinder.class, LookupFinder::new);
  }

  private static BoundFunction ancestors(CallSite call) {
    LookupCall at = new LookupCall(call.arity(2), hierarchical(call), 1);
    return Bound.of(
        new ArrayType(IntegerType.UINT64),
        invocation -> {
          LookupRows rows = at.rows();
          LookupHierarchy hierarchy = hierarchy(rows);
          int[] found = at.numbers(rows, finder(invocation), invocation);
          KeyLists lists = invocation.scratch().keep(KeyLists.class, KeyLists::new);
          lists.reset();
          for (int i = 0; i < invocation.rows(); i++) {
            int row = found[i];
            int start = lists.size();
            for (int level = 0; row != 0 && level < LookupHierarchy.MOST_LEVELS; level++) {
              if (lists.has(hierarchy.key(row), start)) {
                break; // parents in a circle
              }
              lists.add(hierarchy.key(row));
              if (!hierarchy.isRoot(row) && hierarchy.parentRow(row) == 0) {
                lists.add(hierarchy.parent(row)); // known by its child alone
              }
              row = hierarchy.isRoot(row) ? 0 : hierarchy.parentRow(row);
            }
            lists.endRow();
          }
          return lists.column();
        });
  }

  /** The last ancestor, the key itself where it has none; 0 for keys that are not there. */
  private static BoundFunction root(CallSite call) {
    LookupCall at = new LookupCall(call.arity(2), hierarchical(call), 1);
    return Bound.of(
        IntegerType.UINT64,
        invocation -> {
          LookupRows rows = at.rows();
          LookupHierarchy hierarchy = hierarchy(rows);
          int[] found = at.numbers(rows, finder(invocation), invocation);
          long[] roots = invocation.scratch().longs(invocation.rows());
          for (int i = 0; i < invocation.rows(); i++) {
            int row = found[i];
            roots[i] = row == 0 ? 0 : hierarchy.key(row);
            for (int level = 0; row != 0 && !hierarchy.isRoot(row); level++) {
              if (level == LookupHierarchy.MOST_LEVELS) {
                throw call.notImplemented("parents in a circle");
              }
              roots[i] = hierarchy.parent(row);
              row = hierarchy.parentRow(row);
            }
          }
          return LongColumn.of(roots, invocation.rows(), null);
        });
  }

  private static BoundFunction isIn(CallSite call) {
    LookupCall at = new LookupCall(call.arity(3), hierarchical(call), 1);
    LookupKeys ancestor = new LookupKeys(call, call.type(2), at.definition());
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          LookupRows rows = at.rows();
          LookupHierarchy hierarchy = hierarchy(rows);
          int[] found = at.numbers(rows, finder(invocation), invocation);
          Column wanted = ancestor.of(invocation.flat(2))[0];
          long[] keys = ((LongColumn) wanted.flatten()).values();
          long[] flags = invocation.scratch().longs(invocation.rows());
          for (int i = 0; i < invocation.rows(); i++) {
            int row = found[i];
            flags[i] = 0;
            for (int level = 0; row != 0 && level < LookupHierarchy.MOST_LEVELS; level++) {
              boolean parent = !hierarchy.isRoot(row) && hierarchy.parent(row) == keys[i];
              if (hierarchy.key(row) == keys[i] || parent) {
                flags[i] = 1;
                break;
              }
              row = hierarchy.isRoot(row) ? 0 : hierarchy.parentRow(row);
            }
          }
          return LongColumn.of(flags, invocation.rows(), null);
        });
  }

  private static BoundFunction descendants(CallSite call, boolean children) {
    LookupCall at = new LookupCall(call, indexed(call), 1);
    long level = children ? 1 : call.size() == 3 ? call.constantLong(2) : 0;
    if (level < 0) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type of third argument of function " + call.name());
    }
    LookupKeys keys = new LookupKeys(call, call.type(1), at.definition());
    return Bound.of(
        new ArrayType(IntegerType.UINT64),
        invocation -> {
          LookupHierarchy hierarchy = hierarchy(at.rows());
          Below below = invocation.scratch().keep(Below.class, Below::new);
          Column wanted = keys.of(invocation.flat(1))[0];
          return below.of(hierarchy, wanted, invocation.rows(), level);
        });
  }

  /** What lies below keys; for one thread. */
  private static final class Below {
    private final Reservation memory;
    private final KeyLists lists;
    private @Nullable LookupHierarchy known;
    private @Nullable KeyFinder finder;
    private final KeyLists now;

    /** By child the last row of the batch, from 1 on, below whose key it was found. */
    private int[] seen = {};

    private final KeyLists next;

    Below(Reservation memory) {
      this.memory = memory;
      lists = new KeyLists(memory);
      now = new KeyLists(memory);
      next = new KeyLists(memory);
    }

    Column of(LookupHierarchy hierarchy, Column keys, int rows, long level) {
      if (finder == null || known != hierarchy) {
        finder = hierarchy.parentFinder(memory);
        known = hierarchy;
      }
      if (seen.length <= hierarchy.size()) {
        memory.grow(4L * (hierarchy.size() + 1 - seen.length));
        seen = new int[hierarchy.size() + 1];
      }
      Arrays.fill(seen, 0);
      KeyFinder parents = finder;
      lists.reset();
      long[] values = ((LongColumn) keys.flatten()).values();
      long[] one = new long[1];
      int[] number = new int[1];
      for (int row = 0; row < rows; row++) {
        now.reset();
        now.add(values[row]);
        for (int depth = 1; now.size() > 0 && depth <= LookupHierarchy.MOST_LEVELS; depth++) {
          Checkpoint.passSometimes(depth);
          next.reset();
          for (int i = 0; i < now.size(); i++) {
            one[0] = now.at(i);
            parents.find(new Column[] {LongColumn.of(one, 1, null)}, 1, number);
            for (int c = hierarchy.firstChild(number[0]);
                c < hierarchy.endOfChildren(number[0]);
                c++) {
              int child = hierarchy.child(c);
              if (seen[child] != row + 1) { // else children in a circle
                seen[child] = row + 1;
                next.add(hierarchy.key(child));
              }
            }
          }
          if (level == 0 || level == depth) {
            for (int i = 0; i < next.size(); i++) {
              lists.add(next.at(i));
            }
          }
          if (level == depth) {
            break;
          }
          now.reset();
          for (int i = 0; i < next.size(); i++) {
            now.add(next.at(i));
          }
        }
        lists.endRow();
      }
      return lists.column();
    }
  }
}
