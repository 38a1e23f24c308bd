// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.digest.DigestFunctions;
import io.twinhouse.engine.function.scalar.address.IdentifierFunctions;
import io.twinhouse.engine.function.scalar.address.IpFunctions;
import io.twinhouse.engine.function.scalar.cast.AccurateCasts;
import io.twinhouse.engine.function.scalar.cast.CastFunctions;
import io.twinhouse.engine.function.scalar.cast.ParsingFunctions;
import io.twinhouse.engine.function.scalar.cast.ReinterpretFunctions;
import io.twinhouse.engine.function.scalar.compare.ComparisonFunctions;
import io.twinhouse.engine.function.scalar.compare.ExtremeFunctions;
import io.twinhouse.engine.function.scalar.compare.NullSafeComparison;
import io.twinhouse.engine.function.scalar.encode.BaseConversion;
import io.twinhouse.engine.function.scalar.encode.BaseFunctions;
import io.twinhouse.engine.function.scalar.encode.BitLists;
import io.twinhouse.engine.function.scalar.encode.BitSlices;
import io.twinhouse.engine.function.scalar.encode.CipherFunctions;
import io.twinhouse.engine.function.scalar.encode.EncodingFunctions;
import io.twinhouse.engine.function.scalar.encode.HilbertCurve;
import io.twinhouse.engine.function.scalar.encode.MortonOrder;
import io.twinhouse.engine.function.scalar.encode.NaturalOrder;
import io.twinhouse.engine.function.scalar.geo.GeoFunctions;
import io.twinhouse.engine.function.scalar.logic.ConditionalFunctions;
import io.twinhouse.engine.function.scalar.logic.LogicFunctions;
import io.twinhouse.engine.function.scalar.logic.NullFunctions;
import io.twinhouse.engine.function.scalar.lookup.HierarchyFunctions;
import io.twinhouse.engine.function.scalar.lookup.LookupFunctions;
import io.twinhouse.engine.function.scalar.moment.FormattedTimes;
import io.twinhouse.engine.function.scalar.number.ArithmeticFunctions;
import io.twinhouse.engine.function.scalar.number.BitFunctions;
import io.twinhouse.engine.function.scalar.number.BucketFunctions;
import io.twinhouse.engine.function.scalar.number.DigitSlices;
import io.twinhouse.engine.function.scalar.number.ElementaryFunctions;
import io.twinhouse.engine.function.scalar.number.MathFunctions;
import io.twinhouse.engine.function.scalar.number.MeanFunctions;
import io.twinhouse.engine.function.scalar.number.Primes;
import io.twinhouse.engine.function.scalar.number.RoundingFunctions;
import io.twinhouse.engine.function.scalar.number.ScaledDecimals;
import io.twinhouse.engine.function.scalar.number.StepFunctions;
import io.twinhouse.engine.function.scalar.other.BlockFunctions;
import io.twinhouse.engine.function.scalar.other.Measures;
import io.twinhouse.engine.function.scalar.other.OtherFunctions;
import io.twinhouse.engine.function.scalar.other.QueryFunctions;
import io.twinhouse.engine.function.scalar.other.RandomDistributions;
import io.twinhouse.engine.function.scalar.other.RandomFunctions;
import io.twinhouse.engine.function.scalar.other.RandomTexts;
import io.twinhouse.engine.function.scalar.other.ReadableFunctions;
import io.twinhouse.engine.function.scalar.other.ReadableInputs;
import io.twinhouse.engine.function.scalar.other.ServerFunctions;
import io.twinhouse.engine.function.scalar.other.SnowflakeIds;
import io.twinhouse.engine.function.scalar.other.TimedUuids;
import io.twinhouse.engine.function.scalar.print.PrintFunctions;
import io.twinhouse.engine.function.scalar.shape.ShapeFunctions;
import io.twinhouse.engine.function.scalar.similar.NgramFunctions;
import io.twinhouse.engine.function.scalar.similar.ShingleFunctions;
import io.twinhouse.engine.function.scalar.similar.SimilarFunctions;
import io.twinhouse.engine.function.scalar.split.HtmlText;
import io.twinhouse.engine.function.scalar.split.SparseGramFunctions;
import io.twinhouse.engine.function.scalar.split.SplitFunctions;
import io.twinhouse.engine.function.scalar.split.TextPieces;
import io.twinhouse.engine.function.scalar.state.StateFunctions;
import io.twinhouse.engine.function.scalar.time.ClockFunctions;
import io.twinhouse.engine.function.scalar.time.DayNumbers;
import io.twinhouse.engine.function.scalar.time.FixedDays;
import io.twinhouse.engine.function.scalar.time.FormatTime;
import io.twinhouse.engine.function.scalar.time.IntervalBeginnings;
import io.twinhouse.engine.function.scalar.time.IntervalSums;
import io.twinhouse.engine.function.scalar.time.MakeTime;
import io.twinhouse.engine.function.scalar.time.RelativeNumbers;
import io.twinhouse.engine.function.scalar.time.TimeAddition;
import io.twinhouse.engine.function.scalar.time.TimeBeginnings;
import io.twinhouse.engine.function.scalar.time.TimeChanges;
import io.twinhouse.engine.function.scalar.time.TimeDistances;
import io.twinhouse.engine.function.scalar.time.TimeParts;
import io.twinhouse.engine.function.scalar.time.TimeSlots;
import io.twinhouse.engine.function.scalar.time.TimeWindows;
import io.twinhouse.engine.function.scalar.time.UnixTimes;
import io.twinhouse.engine.function.scalar.time.ZoneShifts;
import io.twinhouse.engine.function.scalar.url.UrlFunctions;
import io.twinhouse.engine.function.scalar.vector.VectorFunctions;
import java.util.List;
import java.util.stream.Stream;

/** The scalar functions that come with Twinhouse. */
public final class ScalarFunctions implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return Stream.concat(families(), seldomFamilies())
        .map(FunctionFamily::functions)
        .flatMap(List::stream)
        .toList();
  }

  /** Families that a few queries ask for. */
  private static Stream<FunctionFamily> seldomFamilies() {
    return Stream.of(
        BucketFunctions.family(),
        ScaledDecimals.family(),
        MeanFunctions.family(),
        DigitSlices.family(),
        FixedDays.family(),
        SnowflakeIds.family(),
        BlockFunctions.family(),
        DigestFunctions.family(),
        GeoFunctions.family(),
        ShapeFunctions.family(),
        ShingleFunctions.family(),
        SparseGramFunctions.family(),
        BitSlices.family(),
        HilbertCurve.family(),
        MortonOrder.family(),
        NaturalOrder.family(),
        HtmlText.family(),
        ServerFunctions.family(),
        LookupFunctions.family(),
        HierarchyFunctions.family());
  }

  private static Stream<FunctionFamily> families() {
    return Stream.of(
        ArithmeticFunctions.family(),
        RoundingFunctions.family(),
        StepFunctions.family(),
        Primes.family(),
        MathFunctions.family(),
        ElementaryFunctions.family(),
        BitFunctions.family(),
        ExtremeFunctions.family(),
        ComparisonFunctions.family(),
        NullSafeComparison.family(),
        LogicFunctions.family(),
        ConditionalFunctions.family(),
        NullFunctions.family(),
        CastFunctions.family(),
        ParsingFunctions.family(),
        AccurateCasts.family(),
        ReinterpretFunctions.family(),
        ClockFunctions.family(),
        ClockFunctions.intervals(),
        TimeParts.family(),
        TimeBeginnings.family(),
        IntervalBeginnings.family(),
        TimeAddition.family(),
        IntervalSums.family(),
        TimeChanges.family(),
        DayNumbers.family(),
        ZoneShifts.family(),
        RelativeNumbers.family(),
        TimeDistances.family(),
        FormatTime.family(),
        FormattedTimes.family(),
        MakeTime.family(),
        TimeSlots.family(),
        TimeWindows.family(),
        UnixTimes.family(),
        RandomFunctions.family(),
        TimedUuids.family(),
        RandomTexts.family(),
        RandomDistributions.family(),
        VectorFunctions.family(),
        QueryFunctions.family(),
        OtherFunctions.family(),
        Measures.family(),
        ReadableFunctions.family(),
        ReadableInputs.family(),
        EncodingFunctions.family(),
        BaseFunctions.family(),
        BaseConversion.family(),
        BitLists.family(),
        CipherFunctions.family(),
        PrintFunctions.family(),
        SplitFunctions.family(),
        TextPieces.family(),
        IpFunctions.family(),
        IdentifierFunctions.family(),
        UrlFunctions.family(),
        UrlFunctions.queries(),
        StateFunctions.family(),
        SimilarFunctions.family(),
        NgramFunctions.family());
  }

  @Override
  public List<AggregateFunction> aggregates() {
    return List.of();
  }

  @Override
  public List<AggregateCombinator> combinators() {
    return List.of();
  }
}
