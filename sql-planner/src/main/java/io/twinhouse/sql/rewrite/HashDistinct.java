// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;

/**
 * Counts distinct strings by their 64-bit sipHash: {@code uniqExact(s)} becomes {@code
 * uniqExact(sipHash64(s))}, so that a set holds 8 bytes an element. Two of n strings collide with a
 * chance of about n²/2⁶⁵. Where the house keeps dictionaries there is nothing to gain: it counts
 * ids, exactly.
 */
final class HashDistinct implements RewriteRule {

  private final boolean dictionaries;
  private final RexFactory rex;
  private final Consumer<Note> notes;
  private boolean found;

  /**
   * @param dictionaries whether the house counts dictionary ids anyway
   */
  HashDistinct(boolean dictionaries, RexFactory rex, Consumer<Note> notes) {
    this.dictionaries = dictionaries;
    this.rex = rex;
    this.notes = notes;
  }

  @Override
  public RelQuery apply(RelQuery query) {
    RelQuery hashed = query.map(root -> TreeWalk.rebuild(root, this::hash));
    if (!found) {
      query.map(root -> TreeWalk.rebuild(root, HashDistinct::refuseReturned));
    }
    return hashed;
  }

  /** A hash in place of a value that the query returns would be another answer. */
  private static RelNode refuseReturned(RelNode node) {
    List<AggregateCall> calls = AggregateCalls.of(node);
    for (AggregateCall call : calls == null ? List.<AggregateCall>of() : calls) {
      String function = AggregateCalls.operator(call).function();
      if (function.startsWith("groupUniqArray") || function.startsWith("topK")) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Can't hash what "
                + function
                + " keeps: the values are returned. Count with uniqExact, or ask for exact"
                + " distinct values");
      }
    }
    return node;
  }

  private RelNode hash(RelNode node) {
    List<AggregateCall> calls = AggregateCalls.of(node);
    if (calls == null || calls.stream().noneMatch(call -> countsStrings(node.getInput(0), call))) {
      return node;
    }
    found = true;
    RelNode input = node.getInput(0);
    if (dictionaries) {
      notes.accept(
          new Note("HashDistinct", "uniqExact counts dictionary ids here: exact, nothing hashed"));
      return node;
    }
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
    for (RelDataTypeField field : input.getRowType().getFieldList()) {
      columns.add(rex.input(field.getIndex(), EngineRelType.typeOf(field.getType())));
    }
    List<AggregateCall> hashed = new ArrayList<>();
    for (AggregateCall call : calls) {
      hashed.add(countsStrings(input, call) ? hashCall(call, columns, names) : call);
    }
    return AggregateCalls.replace(node, Relations.project(input, columns, names), hashed);
  }

  private static boolean countsStrings(RelNode input, AggregateCall call) {
    String function = AggregateCalls.operator(call).function();
    if (!function.equals("uniqExact") && !function.equals("uniqExactIf")) {
      return false;
    }
    boolean one = call.getArgList().size() == (function.endsWith("If") ? 2 : 1);
    Type type = typeOf(input, call.getArgList().get(0));
    return one && type.base() instanceof StringType && !(type instanceof LowCardinalityType);
  }

  private static Type typeOf(RelNode input, int column) {
    return EngineRelType.typeOf(input.getRowType().getFieldList().get(column).getType());
  }

  private AggregateCall hashCall(AggregateCall call, List<RexNode> columns, List<String> names) {
    List<Integer> arguments = new ArrayList<>(call.getArgList());
    String counted = names.get(arguments.get(0));
    columns.add(rex.call("sipHash64", columns.get(arguments.get(0))));
    names.add(counted + "_hash");
    arguments.set(0, columns.size() - 1);
    AggregateOperator operator = AggregateCalls.operator(call);
    AggregateOperator bound =
        rex.aggregate(
            operator.function(), List.of(), arguments.stream().map(columns::get).toList());
    notes.accept(
        new Note(
            "HashDistinct",
            operator.function()
                + " counts sipHash64("
                + counted
                + "); two of n values collide with a chance of n^2/2^65"));
    return Relations.call(bound, arguments, call.getType(), call.getName());
  }
}
