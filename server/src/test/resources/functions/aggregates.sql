varPopStable(number), varSampStable(number), stddevPopStable(number), covarPopStable(number,number*2), corrStable(number,number*number) from numbers(10)
varPopStable(number), varSampStable(number), stddevPopStable(number), covarPopStable(number,number*2), covarSampStable(number,number), corrStable(number,number*number) from numbers(0)
varPopStable(number), varSampStable(number), stddevSampStable(number), covarPopStable(number,number*2), covarSampStable(number,number), corrStable(number,number*number) from numbers(1)
varPopStable(x), covarPopStable(x,y), corrStable(x,y), covarSampStable(y,x), stddevSampStable(y) from (select sipHash64(number)%1000/7 x, cityHash64(number)%333/11 y from numbers(1000))
hex(varPopStableState(number)), hex(covarPopStableState(number,number)), hex(corrStableState(number,number)), toTypeName(varPopStable(toFloat32(1))) from numbers(3)
quantileTDigest(0.5)(number), quantilesTDigest(0.1,0.9)(number), toTypeName(quantileTDigest(0.5)(number)), toTypeName(quantileTDigest(toFloat64(1))), toTypeName(quantileTDigest(toDate('2020-01-01'))) from numbers(1000)
quantilesTDigest(0,0.01,0.1,0.5,0.7,0.9,0.99,1)(sipHash64(number)%100000) from numbers(2000)
quantilesTDigest(0,0.01,0.1,0.5,0.7,0.9,0.99,1)(sipHash64(number)%100000) from numbers(60000)
quantilesTDigest(0,0.01,0.1,0.5,0.7,0.9,0.99,1)(sipHash64(number)%100) from numbers(60000)
quantilesTDigest(0,0.01,0.1,0.5,0.7,0.9,0.99,1)(sipHash64(number)/1e5) from numbers(5000)
quantilesTDigest(0.1,0.5,1)(toInt64(number)-3) from numbers(7)
quantileTDigest(0.3)(x) from (select arrayJoin([1.,inf,-inf,nan,3,3,3,3,3]) x)
quantilesTDigestWeighted(0.1,0.5,0.9)(number,number) from numbers(100)
hex(quantileTDigestState(number)) from numbers(5)
quantileTiming(0.5)(number), quantilesTiming(0.1,0.9)(number), toTypeName(quantileTiming(0.5)(number)), toTypeName(quantilesTiming(0.5)(number)), quantileTiming(number) from numbers(10)
quantileTiming(0.9)(number) from numbers(100000)
quantilesTiming(0,0.1,0.5,0.9,0.99,1)(sipHash64(number)%40000) from numbers(2835)
quantilesTiming(0,0.1,0.5,0.9,0.99,1)(sipHash64(number)%40000) from numbers(2836)
quantilesTiming(0,0.1,0.5,0.9,0.99,1)(sipHash64(number)%40000) from numbers(2837)
quantilesTiming(0,0.1,0.5,0.9,0.99,1)(sipHash64(number)%2000) from numbers(50000)
quantilesTimingWeighted(0,0.1,0.5,0.9,0.99,1)(sipHash64(number)%2000,number%5) from numbers(5000)
quantilesTimingWeighted(0,0.1,0.5,0.9,0.99,1)(sipHash64(number)%2000,number%5) from numbers(10)
quantilesTimingWeighted(0,0.1,0.5,0.9,0.99,1)(number*100,number%5) from numbers(20)
hex(quantileTimingState(number)), hex(quantileTimingState(number*1000))  from numbers(3)
hex(quantileTimingState(number)) from numbers(40)
quantileTiming(-5), quantileTiming(1.7), quantileTiming(nan), quantileTiming(1e9), quantileTiming(30001), quantileTiming(1025), quantileTiming(29999), quantileTimingWeighted(5,3), quantileTiming(NULL)
quantileBFloat16(0.5)(number), quantilesBFloat16(0.1,0.9)(number), toTypeName(quantileBFloat16(number)), quantileBFloat16Weighted(0.5)(number,number) from numbers(10)
quantilesBFloat16(0,0.1,0.333,0.5,0.9,1)(sipHash64(number)/1e5) from numbers(3000)
quantilesBFloat16(0,0.1,0.333,0.5,0.9,1)(toInt64(number)-50) from numbers(300)
quantileDeterministic(0.5)(number,number), toTypeName(quantileDeterministic(0.5)(number,number)), hex(quantileDeterministicState(number,number)) from numbers(3)
quantileDeterministic(0.5)(number,number), quantileDeterministic(0.9)(number/3,number) from numbers(100000)
quantileDeterministic(0.5)(number,number), quantileDeterministic(0.9)(number/3,number) from numbers(8193)
quantileDeterministic(0.5)(number,number), quantileDeterministic(0.9)(number/3,number) from numbers(8192)
quantileDeterministic(0.5)(number,number), quantileDeterministic(0.9)(number/3,number) from numbers(20000)
hex(quantileDeterministicState(toUInt8(number),number)), hex(quantileDeterministicState(toFloat32(number),number)), hex(quantileDeterministicState(number/2,number)), hex(quantileDeterministicState(toDate(number),number)) from numbers(2)
uniqCombined(number), uniqCombined64(number), uniqHLL12(number), uniqUpTo(3)(number) from numbers(10)
uniqHLL12(number), uniqUpTo(3)(number) from numbers(100000)
uniqHLL12(number), uniqHLL12(lower(toString(number))), uniqHLL12(number,1), uniqHLL12(toInt32(number)-500) from numbers(1000)
uniqHLL12(number), uniqHLL12(lower(toString(number))), uniqHLL12(number,1) from numbers(10000)
uniqHLL12(number) from numbers(17)
uniqCombined(number), uniqCombined64(number) from numbers(4096)
uniqCombined(number) from numbers(8192)
uniqCombined(toString(number)) from numbers(4096)
hex(uniqCombinedState(number)), hex(uniqHLL12State(number)), hex(uniqUpToState(3)(number)) from numbers(3)
hex(uniqCombinedState(toString(number))), hex(uniqCombined64State(number)), hex(uniqUpToState(3)(toString(number))), hex(uniqCombinedState(number,number)) from numbers(3)
hex(uniqCombinedState(number,number)), hex(uniqCombined64State(toString(number))), hex(uniqCombined64State(number,number)) from numbers(3)
hex(uniqHLL12State(toString(number))), hex(uniqHLL12State(toUInt8(number))), hex(uniqHLL12State(number,number)) from numbers(2)
hex(uniqUpToState(3)(toUInt8(number))), hex(uniqUpToState(3)(toFloat64(number))), hex(uniqUpToState(3)(number,number)),hex(uniqUpToState(3)(toDate(number))),hex(uniqUpToState(3)(toFloat32(number))) from numbers(2)
uniqUpTo(101)(number) from numbers(2)
uniqUpTo(0)(number) from numbers(2)
uniqCombined(11)(1)
uniqCombined(12)(1), uniqCombined(20)(1)
uniqCombined(12)(number) from numbers(256)
uniqCombined(toDecimal32(1,1)), hex(uniqCombinedState(toDecimal32(1,1))),hex(uniqCombinedState(toDateTime64(1,3))), hex(uniqCombined64State(toDateTime64(1,3))), hex(uniqCombined64State(toDecimal32(1,1))), hex(uniqHLL12State(toDateTime64(1,3))), hex(uniqHLL12State(toDecimal32(1,1))), hex(uniqUpToState(2)(toDateTime64(1,3)))
hex(uniqCombinedState(1.5)), hex(uniqCombinedState(toFloat32(1.5))), hex(uniqCombined64State(1.5)), hex(uniqCombinedState(toInt8(-1))), hex(uniqHLL12State(toInt8(-1))), hex(uniqCombinedState(toFixedString('a',3))), hex(uniqUpToState(2)(CAST('a','Enum8(\'a\'=1)'))), hex(uniqHLL12State(toIPv4('1.2.3.4')))
uniqCombined(NULL), uniqHLL12(NULL), uniqUpTo(3)(NULL), uniqCombined(toNullable(1)), toTypeName(uniqUpTo(3)(NULL))
uniqCombinedMerge(s), uniqHLL12Merge(h), quantileTDigestMerge(t), varPopStableMerge(v) from (select number%3, uniqCombinedState(number%50) s, uniqHLL12State(number%7) h, quantileTDigestState(number) t, varPopStableState(number) v from numbers(300) group by 1)
groupArrayInsertAt(number,number*2), toTypeName(groupArrayInsertAt(number,1)) from numbers(3)
groupArrayInsertAt('-')(toString(number),3) from numbers(3)
groupArrayInsertAt('-',5)(toString(number),3) from numbers(3)
groupArrayInsertAt(NULL,1)
groupArrayInsertAt(toNullable(5),1)
groupArrayInsertAt(5,-1)
groupArrayInsertAt(5,20000000)
groupArrayInsertAt(0,3)(number,number*2) from numbers(5)
groupArrayInsertAt(number,1) from numbers(0)
groupArrayInsertAt(x,p) from (select arrayJoin([(1,0),(2,0),(3,2)]) t, t.1 x, t.2 p)
toTypeName(groupArrayMovingSum(toInt8(1))), toTypeName(groupArrayMovingSum(1.5)), toTypeName(groupArrayMovingSum(toFloat32(1.5))), toTypeName(groupArrayMovingAvg(toInt8(1))),toTypeName(groupArrayMovingAvg(toFloat32(1))), toTypeName(groupArrayMovingSum(true))
groupArrayMovingSum(0)(1)
groupArrayMovingSum(toDate(1))
groupArrayMovingSum(2)(x), groupArrayMovingAvg(2)(x) from (select arrayJoin([0.1,0.2,0.3,0.7]) x)
groupArrayMovingSum(2)(toFloat32(x)), groupArrayMovingAvg(2)(toFloat32(x)) from (select arrayJoin([0.1,0.2,0.3,0.7]) x)
groupArrayMovingAvg(3)(x), groupArrayMovingAvg(3)(-x), groupArrayMovingAvg(x), groupArrayMovingSum(x) from (select arrayJoin([1,2,4,7,100]) x)
groupArrayMovingSum(number) from numbers(0)
groupArrayMovingSum(x) from (select arrayJoin([1,NULL,4,7,100]) x)
groupArrayMovingSum(x), groupArrayMovingAvg(x) from (select arrayJoin([18446744073709551615,4,7]) x)
groupArrayLast(3)(number), groupArrayLast(2)(toString(number)),groupArrayLast(20)(toString(number)) from numbers(7)
groupArrayLast(3)(number) from numbers(6)
groupArrayLast(3)(number) from numbers(8)
groupArrayLast(number) from numbers(7)
groupArrayLast(3)(x) from (select arrayJoin([1,NULL,2,3]) x)
groupArraySorted(3)(x), groupArraySorted(2)(toString(x)) from (select arrayJoin([1,NULL,2,3,1,-5]) x)
groupArraySorted(3)(x), groupArraySorted(2)(toString(x)), groupArraySorted(20)(toUInt64(x)) from (select arrayJoin([1,2,3,1,-5]) x)
groupArraySorted(x) from (select arrayJoin([1,NULL,2,3,1,-5]) x)
groupArraySorted(10)(number) from numbers(0)
groupConcat(x), groupConcat(',')(toDate(x)), groupConcat(', ',3)(x/2), toTypeName(groupConcat(x)) from (select arrayJoin([1,NULL,2,3,1,-5]) x)
groupConcat(number), groupConcat(',')(number) from numbers(0)
groupConcat(NULL), toTypeName(groupConcat(toNullable(1))), toTypeName(groupConcat(1))
argAndMin(number,-toInt64(number)), argAndMax('a',number), toTypeName(argAndMin(number,-toInt64(number))), argAndMax((number,1),number) from numbers(5)
argAndMax(number,number) from numbers(0)
exponentialMovingAverage(1)(number,number), exponentialMovingAverage(0.5)(number,number*3), exponentialMovingAverage(10)(number*2.5,10-number), toTypeName(exponentialMovingAverage(1)(toFloat32(1),toDateTime(1))) from numbers(10)
exponentialMovingAverage(1)(number,number), exponentialMovingAverage(0.5)(number,number*3), exponentialMovingAverage(10)(number*2.5,10-number), exponentialMovingAverage(3)(sin(number),-number) from numbers(10)
exponentialMovingAverage(number,number) from numbers(2)
exponentialMovingAverage(3)(number,number) from numbers(0)
bitmapToArray(bitmapBuild([5,1,3])), toTypeName(bitmapBuild([5,1,3])), toTypeName(bitmapBuild([toUInt64(5)])), hex(bitmapBuild([5,1,3]))
bitmapToArray(bitmapAnd(bitmapBuild([5,1,3]),bitmapBuild([3,5]))), bitmapToArray(bitmapOr(bitmapBuild([5,1,3]),bitmapBuild([4,3,0]))), bitmapToArray(bitmapXor(bitmapBuild([5,1,3]),bitmapBuild([4,3,0]))), bitmapToArray(bitmapAndnot(bitmapBuild([5,1,3]),bitmapBuild([4,3,0])))
bitmapCardinality(bitmapBuild([5,1,3,3])), toTypeName(bitmapCardinality(bitmapBuild([5,1,3,3]))), bitmapMin(bitmapBuild([5,1,3])), toTypeName(bitmapMin(bitmapBuild([5,1,3]))), bitmapMax(bitmapBuild([5,1,3])), bitmapMin(bitmapBuild(emptyArrayUInt8())), bitmapMax(bitmapBuild(emptyArrayUInt8()))
bitmapContains(bitmapBuild([5,1,3]),toUInt32(3)), toTypeName(bitmapContains(bitmapBuild([5,1,3]),3)), bitmapHasAny(bitmapBuild([5,1,3]),bitmapBuild([7,1])), bitmapHasAll(bitmapBuild([5,1,3]),bitmapBuild([1,5]))
bitmapAndCardinality(bitmapBuild([5,1,3]),bitmapBuild([3,5])), bitmapOrCardinality(bitmapBuild([5,1,3]),bitmapBuild([3,5,9])), bitmapXorCardinality(bitmapBuild([5,1,3]),bitmapBuild([3,5,9])), bitmapAndnotCardinality(bitmapBuild([5,1,3]),bitmapBuild([3,5,9]))
bitmapBuild([toInt8(-1)])
bitmapToArray(bitmapBuild([toInt8(-1),3])), toTypeName(bitmapToArray(bitmapBuild([toInt8(-1)])))
bitmapBuild(['a'])
bitmapCardinality(1)
bitmapAnd(bitmapBuild([toUInt8(1)]),bitmapBuild([toUInt16(1)]))
bitmapBuild([NULL])
bitmapToArray(bitmapBuild(range(40))), hex(bitmapBuild(range(33))), hex(bitmapBuild(arrayMap(x->x*x,range(40))))
groupBitmap(toInt8(number)-3), groupBitmapState(toInt32(number)) from numbers(3)
bitmapToArray(groupBitmapState(number)), toTypeName(groupBitmap(number)) from numbers(3)
groupBitmap(NULL), groupBitmap(toNullable(1)), groupBitmap(1.5)
groupBitmap(toDate(1))
sequenceMatch('(?1)(?2)')(number,number=1,number=3) from numbers(5)
sequenceMatch('(?1)(?3)')(number,number=1,number=3) from numbers(5)
sequenceMatch('(?1)(?2')(number,number=1,number=3) from numbers(5)
sequenceMatch('abc')(number,number=1,number=3) from numbers(5)
sequenceMatch('')(number,number=1,number=3) from numbers(5)
sequenceMatch('(?1)')(number,number=1) from numbers(5)
sequenceMatch(1)(number,number=1,1) from numbers(5)
sequenceMatch('(?1)')(toInt8(number),number=1,number=2) from numbers(5)
sequenceMatch('(?1)')(toDateTime64(number,3),number=1,number=2), sequenceMatch('(?1)(?t>=5)(?2)')(toDateTime64(number,3),number=1,number=2) from numbers(5)
sequenceMatch('(?1)')(toDate(number),number=1,number) from numbers(5)
sequenceCount('(?1)(?2)')(number,number%3=1,number%3=2), sequenceCount('(?1).(?2)')(number,number%3=1,number%3=0), sequenceCount('(?1).*(?2)')(number,number%3=1,number%3=0), sequenceCount('(?1)(?t==2)(?2)')(number,number%3=1,number%3=0), sequenceCount('(?1)(?t>1)(?2)')(number,number%3=1,number%3=0),sequenceCount('(?1)(?t<2)(?2)')(number,number%3=1,number%3=0),sequenceCount('(?1)(?t!=2)(?2)')(number,number%3=1,number%3=0) from numbers(20)
sequenceMatch('(?1)(?t!=2)(?2)')(number,number%3=1,number%3=0) from numbers(20)
sequenceMatch('(?1) (?2)')(number,number=1,number=3) from numbers(5)
sequenceMatch('(?1).*.*(?2)')(number,number=1,number=3),sequenceMatch('.(?1)')(number,number=0,number=3),sequenceMatch('(?1).*')(number,number=4,number=3),sequenceMatch('(?1).')(number,number=4,number=3) from numbers(5)
hex(sequenceMatchState('(?1)(?2)')(number,number=1,number=3)) from numbers(5)
sequenceCount('(?1)(?2)')(number,number%3=1,number%3=2), sequenceCount('(?1).(?2)')(number,number%3=1,number%3=0), sequenceCount('(?1).*(?2)')(number,number%3=1,number%3=0), sequenceCount('(?1)(?t==2)(?2)')(number,number%3=1,number%3=0), sequenceCount('(?1)(?t>1)(?2)')(number,number%3=1,number%3=0),sequenceCount('(?1)(?t<2)(?2)')(number,number%3=1,number%3=0) from numbers(20)
sequenceMatch('(?1)(?t>=3)(?2)')(number,number%7=1,number%5=0), sequenceMatch('(?1).*(?t>=30)(?2)')(number,number%7=1,number%5=0), sequenceCount('(?1)(?t>=3)(?2)')(number,number%7=1,number%5=0), sequenceCount('(?1).*(?t>=3)(?2)')(number,number%7=1,number%5=0), sequenceCount('(?1)(?t<=3)(?2).*(?1)')(number,number%7=1,number%5=0), sequenceCount('(?1).*(?t==5)(?2)')(number,number%7=1,number%5=0), sequenceCount('(?1)(?t<4)(?2)(?t>1).(?1)')(number,number%7=1,number%5=0) from numbers(100)
sequenceCount('(?1).*(?2)')(t,h%3=0,h%5=0), sequenceCount('(?1)(?t<=2)(?2)')(t,h%3=0,h%5=0), sequenceMatch('(?1).*(?2).*(?1)(?t>=100)(?2)')(toDateTime(t),h%3=0,h%5=0) from (select 100-number t, sipHash64(number) h from numbers(100))
sequenceMatch('(?1)(?2)')(number,number=1,number=3) from numbers(0)
number%4, sequenceCount('(?1).*(?2)')(number,number%3=1,number%5=0) from numbers(100) group by 1 order by 1
bitmapToArray(bitmapBuild(range(100,140))), bitmapCardinality(bitmapAnd(bitmapBuild(range(40)),bitmapBuild(range(30,90)))), bitmapToArray(bitmapAnd(bitmapBuild(range(40)),bitmapBuild([toUInt8(39),1,200]))), bitmapToArray(bitmapAndnot(bitmapBuild(range(40)),bitmapBuild(range(3,38)))), bitmapToArray(bitmapXor(bitmapBuild(range(40)),bitmapBuild(range(3,45))))
hex(bitmapBuild(arrayMap(x->toUInt64(x)*4294967296+x,range(35)))), hex(bitmapBuild(arrayMap(x->toUInt32(x*100000),range(35))))
hex(bitmapOr(bitmapBuild(range(20)),bitmapBuild(range(20,40)))), hex(bitmapBuild([toUInt64(5),7])), hex(bitmapAnd(bitmapBuild(range(50)),bitmapBuild(range(40,90)))), hex(bitmapXor(bitmapBuild([1,2]),bitmapBuild([1,2])))
bitmapMin(bitmapBuild([toUInt64(18446744073709551615),3])), bitmapMax(bitmapBuild([toUInt64(18446744073709551615),3])), bitmapContains(bitmapBuild([toUInt8(1)]),toUInt32(257))
bitmapHasAny(bitmapBuild(range(40)),bitmapBuild([toUInt8(50)])), bitmapHasAll(bitmapBuild(range(40)),bitmapBuild([toUInt8(5)])), bitmapHasAll(bitmapBuild(range(4)),bitmapBuild(range(40)))
k, bitmapToArray(groupBitmapState(toUInt32(v))), groupBitmap(v) from (select number%3 k, number v from numbers(150)) group by k order by k
groupBitmapMerge(s) from (select number%3, groupBitmapState(number) s from numbers(150) group by 1)
groupBitmapOr(s), groupBitmapAnd(s), groupBitmapXor(s) from (select number%3, groupBitmapState(number%100) s from numbers(150) group by 1)
finalizeAggregation(bitmapBuild([1,2,3])), bitmapCardinality(NULL)
# States, their flags of NULL and the order of their entries
hex(quantilesState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesExactState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesTDigestState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesExactWeightedState(0.5)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(topKState(2)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(histogramState(2)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayMovingSumState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayMovingAvgState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupUniqArrayState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayInsertAtState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayInsertAtState(m,toNullable(m))) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(retentionState(n=0,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumResampleState(0,2,1)(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumForEachState([n])) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayResampleState(0,2,1)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayResampleState(0,2,1)(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayIfState(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupUniqArrayIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayDistinctState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayOrDefaultState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayArgMaxState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupArrayArgMaxState(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesIfState(0.5)(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesIfState(0.5)(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesArgMaxState(0.5)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countIfState(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countIfState(n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countArgMaxState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countArgMaxState(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countDistinctState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumIfState(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(anyIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(anyIfState(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(uniqIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(uniqIfState(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(uniqState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(uniqArgMaxState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumArgMaxState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(minMapState(map(m,n))) FROM (SELECT toNullable(number) n, number m FROM numbers(1))
hex(groupArrayMapState(map(m,n))) FROM (SELECT toNullable(number) n, number m FROM numbers(1))
hex(quantilesForEachState(0.5)([n])) FROM (SELECT toNullable(number) n, number m FROM numbers(1))
hex(sumArgMaxIfState(n,m,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(windowFunnelState(10)(m,n=1,m=0)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sequenceMatchState('(?1)')(m,n=1,m=0)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(argMaxState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(argMaxState(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(argMaxState((m,n),m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(corrState(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumCountState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(simpleLinearRegressionState(m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(groupBitmapState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesOrNullState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesOrDefaultState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countOrDefaultState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumOrNullState(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumResampleIfState(0,2,1)(m,m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumIfResampleState(0,2,1)(m,m=1,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(sumResampleArgMaxState(0,2,1)(m,m,n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(countIfState(n,m=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(0))
hex(countIfState(m,n=1)) FROM (SELECT toNullable(number) n, number m FROM numbers(0))
hex(quantilesExactState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(0))
hex(groupArrayResampleState(0,2,1)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(0))
hex(sumResampleState(0,2,1)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(0))
hex(groupArrayArgMaxState(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(0))
hex(quantilesTimingState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesBFloat16State(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesDeterministicState(0.5)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesExactLowState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesExactHighState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesExactExclusiveState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesExactInclusiveState(0.5)(n)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(quantilesTDigestWeightedState(0.5)(n,m)) FROM (SELECT toNullable(number) n, number m FROM numbers(2))
hex(uniqCombinedState(number)) FROM numbers(100)
hex(uniqCombined64State(toString(number))) FROM numbers(300)
hex(uniqCombinedIfState(toNullable(number),number>3)) FROM numbers(3000)
hex(countIfState(NULL,number>3)) FROM numbers(3)
countIf(NULL), countIf(toNullable(1)), uniqIf(number, toNullable(number=1)), countIf(toNullable(number),number=2), uniqExactIf(toNullable(number),NULL), quantilesIf(0.5)(number,toNullable(number>0)) FROM numbers(4)
countIfMerge(x), countIfMerge(y), sumResampleMerge(0,3,1)(z), quantilesMerge(0.5)(w), groupArrayArgMaxMerge(v) FROM (SELECT countIfState(toNullable(number),number>1) x, countIfState(toNullable(number=1)) y, sumResampleState(0,3,1)(toNullable(number),number) z, quantilesState(0.5)(toNullable(number)) w, groupArrayArgMaxState(toNullable(number), number%2) v FROM numbers(4) GROUP BY number%3)
uniqMerge(x), uniqExactMerge(y), topKMerge(1)(z), sumMapMerge(w) FROM (SELECT uniqState(number) x, uniqExactState(number) y, topKState(1)(number=1) z,sumMapState(map(number%3,1)) w FROM numbers(100) GROUP BY number%3)
number%3 AS k, countIfState(toNullable(number=2)) AS s, countIfState(number%7, toNullable(number%2)) t FROM numbers(100) GROUP BY k ORDER BY k
quantileBFloat16(x) FROM (SELECT arrayJoin([-0., 0.]) x)
quantileBFloat16(x) FROM (SELECT arrayJoin([0., -0.]) x)
quantileBFloat16(x) FROM (SELECT arrayJoin([0., -0., 0., 1]) x)
quantilesBFloat16(0,0.3,0.5,0.7,1)(x) FROM (SELECT arrayJoin([0., -0., 0., -0.,-0., 1e-45, -1e-45]) x)
quantilesBFloat16(0,0.3,0.5,0.7,1)(x) FROM (SELECT arrayJoin([0., -0., 0., -0.,-0., nan, -1, 3]) x)
quantilesBFloat16Weighted(0,0.3,0.5,0.7,1)(x,w) FROM (SELECT arrayJoin([0., -0., 0., -0.,-0., nan, -1, 3]) x, 2 w)
hex(quantileBFloat16State(x)) FROM (SELECT arrayJoin([0., -0., 0., -0.,-0., nan, -1, 3]) x)
argMax(number, (number % 7, toString(number % 5))) FROM numbers(1000)
argMax(number % 7, (number % 7, toString(number % 5))) FROM numbers(10000)
argMin(toString(number), (-number, toString(number % 5))) FROM numbers(100000)
# The most frequent of more values than there are counters
topK(3)(number%10), topK(3)(cityHash64(number)%1000), topK(toString(cityHash64(number)%300)) FROM numbers(10000) SETTINGS max_threads=1
topK(5,2,'counts')(toDate(cityHash64(number)%700)), topK(7,3,'counts')(toFloat32(cityHash64(number)%66)), topK(100)(toUUID(UUIDNumToString(toFixedString(leftPad(toString(number%500),16,'x'),16)))) FROM numbers(5000) SETTINGS max_threads=1
number%3 g, topK(30)((number%130, 'a')), topK(24,7,'counts')(intDiv(number,10)%1000), approx_top_k(5,8)([number%129]), topK(2)(toNullable(number%70)) FROM numbers(20000) GROUP BY g ORDER BY g SETTINGS max_threads=1
topKWeighted(3,2,'counts')(number%100, number%7+1), approx_top_sum(10)(toLowCardinality(toString(cityHash64(number)%1000)), cityHash64(number,1)%100) FROM numbers(20000) SETTINGS max_threads=1
topK(300)(cityHash64(number)%5000), topK(23)(number%1000), topK(20)(number%64) FROM numbers(20000) SETTINGS max_threads=1
# Votes, and the one value
anyHeavy(x), toTypeName(anyHeavy(x)), hex(anyHeavyState(x)) FROM (SELECT arrayJoin(['a','b','a',NULL]) x)
anyHeavy(x), hex(anyHeavyState(x)) FROM (SELECT arrayJoin([1.5,2,nan,nan]) x)
anyHeavy(x) FROM (SELECT arrayJoin([-0.,0.,1,0]) x)
anyHeavy(x), toTypeName(anyHeavy(x)) FROM (SELECT arrayJoin([[1],[2],[1]]) x)
anyHeavyMerge(s), hex(anyHeavyMergeState(s)) FROM (SELECT number%3, anyHeavyState(number%4) s FROM numbers(50) GROUP BY number%3 ORDER BY number%3)
number%3 g, anyHeavy(toDate(number%4)), anyHeavy(toString(intDiv(number,3)%2)), anyHeavy(CAST(number%2,'Enum8(\'a\'=0,\'b\'=1)')), anyHeavy(number%2=1), anyHeavy(toIPv6(number%3)) FROM numbers(100) GROUP BY g ORDER BY g
anyHeavy(x), toTypeName(anyHeavy(toLowCardinality(x))), anyHeavyOrNull(x) FROM (SELECT 'a' x WHERE 0)
anyHeavy(1,2)
singleValueOrNull(x), singleValueOrNullIf(x, x = 1), toTypeName(singleValueOrNull(toLowCardinality(toString(x)))) FROM (SELECT arrayJoin([1,2,1]) x)
singleValueOrNull(x) FROM (SELECT arrayJoin([NULL,1]) x)
singleValueOrNull(x) FROM (SELECT arrayJoin([[1],[1]]) x)
1 = ALL (SELECT 1), 1 = ALL (SELECT number FROM numbers(3)), 1 != ANY (SELECT 1), 1 = ALL (SELECT 1 WHERE 0)
# Points fit for a picture
sparkbar(9)(toDate('2020-01-01')+number, number), sparkbar(3)(number,number), sparkbar(5,0,10)(number,number), sparkBar(9)(number%5, 1), toTypeName(sparkbar(2)(toNullable(number), 1)) FROM numbers(20)
sparkbar(9)(number, number), hex(sparkbar(4)(number, 0)) FROM numbers(0)
sparkbar(9)(number, 0), sparkbar(9)(1, number), sparkbar(4)(number, -number) FROM numbers(5)
sparkbar(20)(toUInt8(number), toInt8(number%7)), sparkbar(6)(toUInt16(65535-number), toFloat32(number)), sparkbar(7)(cityHash64(number), 1), sparkbar(60)(toUInt64(-1)-number, number/3) FROM numbers(50)
sparkbar(9,toDate('2020-01-01'),toDate('2020-01-05'))(toDate('2020-01-01')+number, number) FROM numbers(9)
sparkbar(1)(number, number) FROM numbers(9)
sparkbar(9,1)(number, number) FROM numbers(9)
sparkbar(9,10,1)(number, number) FROM numbers(9)
sparkbar(9)(toInt8(number), number) FROM numbers(9)
sparkbar(9)(number, toString(number)) FROM numbers(9)
sparkbarMerge(9)(s) FROM (SELECT sparkbarState(9)(number, number%7) s FROM numbers(100) GROUP BY number%3 ORDER BY number%3)
lttb(3)(number, number%7), lttb(0)(number, 1), lttb(1)(number, 1), lttb(2)(number, number), largestTriangleThreeBuckets(50)(number/3, cityHash64(number)%1000) FROM numbers(1000)
lttb(4)(toDate(number), number%5) x, toTypeName(x), lttb(4)(toDateTime64(number,3), toDecimal32(number%7,1)) y, toTypeName(y), lttb(5)(toDateTime(number,'UTC'), toFloat32(number)/3) z, toTypeName(z) FROM numbers(30)
lttb(4)(5-number, number), hex(lttbState(4)(5-number, number)) FROM numbers(3)
lttb(4)(number%3, number), lttb(4)(number, if(number=2, nan, number)) FROM numbers(20)
lttb(number, number) FROM numbers(5)
lttb(4)(number,number) FROM numbers(0)
# Quantiles by their ranks
quantileGK(number) FROM numbers(10)
quantileGK(0)(number) FROM numbers(10)
quantileGK(-1)(number) FROM numbers(10)
quantileGK(1.5)(number) FROM numbers(10)
quantileGK(1,0.5,0.6)(number) FROM numbers(10)
quantileGK(1,2)(number) FROM numbers(10)
quantilesGK(1)(number) FROM numbers(10)
quantilesGK()(number) FROM numbers(10)
quantilesGK(10,0.1,0.5,0.9)(number), toTypeName(quantilesGK(10,0.1)(toFloat32(number))) FROM numbers(100)
toTypeName(quantileGK(10)(toDate(number))), toTypeName(quantileGK(10)(toDateTime(number,'UTC'))), toTypeName(quantileGK(10)(number=1)), toTypeName(quantileGK(10)(true)), quantileGK(10)(true) FROM numbers(10)
toTypeName(quantileGK(10)(toString(number))) FROM numbers(10)
quantileGK(10)(number), quantileGK(10)(toFloat64(number)), quantilesGK(10,0.5)(toFloat64(number)), quantileGK(10)(toDate(number)) FROM numbers(0)
hex(quantileGKState(10)(number)), hex(quantileGKState(10,0.3)(toUInt8(number))) FROM numbers(2)
medianGK(10)(number), quantileGK(10, 0.9)(number) FROM numbers(10)
quantileGK(toUInt64(10))(number), quantileGK(10::UInt8,0.1)(number) FROM numbers(10)
quantileGK(10,0)(number), quantileGK(10,1)(number) FROM numbers(10)
quantileGK(4294967296)(number) FROM numbers(10)
quantileGK(10)(number,1) FROM numbers(10)
quantileGK(10)(x) FROM (SELECT CAST(1,'Enum8(\'a\'=1)') x)
quantileGKMerge(10)(s) FROM (SELECT quantileGKState(10)(number) s FROM numbers(1000) GROUP BY number%7 ORDER BY number%7) SETTINGS max_threads=1
quantilesGKMerge(20,0.1,0.5,0.9)(s) FROM (SELECT number%5 g, quantilesGKState(20,0.1,0.5,0.9)(cityHash64(number)) s FROM numbers(20000) GROUP BY g ORDER BY g) SETTINGS max_threads=1
quantileGK(10)(number) OVER (ORDER BY number) FROM numbers(50)
quantileGK(10)(number) OVER (PARTITION BY number%3), quantileGK(5)(number) OVER (ORDER BY number ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) FROM numbers(50) ORDER BY number
quantileGKIf(10)(number, number>5), quantileGKOrNull(10)(number), quantilesGKArray(10,0.5)([number,number*2]), quantileGKDistinct(10)(number%5) FROM numbers(100)
quantileGK(10)(NULL), quantileGK(10)(x), quantilesGK(10,0.5)(x) FROM (SELECT toNullable(NULL::Nullable(UInt8)) x)
quantileGK(1,0.25)(toDecimal32(number%1000,2)) FROM numbers(49999) SETTINGS max_threads=1
quantileGK(10,0.99)(number%3=1) FROM numbers(250000) SETTINGS max_threads=1
quantileGK(20,0.75)(toDate(number%20000)) FROM numbers(60000) SETTINGS max_threads=1
quantileGK(3)(toFloat64(number%777)/7+1) FROM numbers(130000) SETTINGS max_threads=1
number%3 AS g, hex(quantileGKState(3)(toDate(number%20000))) FROM numbers(100) GROUP BY g ORDER BY g SETTINGS max_threads=1
quantilesGK(10,0.3,0)(toDate(number%20000)) FROM numbers(100) SETTINGS max_threads=1
number%3 AS g, quantilesGK(20,0.5)(toFloat32(cityHash64(number)%1000)-500.5) FROM numbers(10) GROUP BY g ORDER BY g SETTINGS max_threads=1
number%3 AS g, quantilesGK(2,0.5,0.3)(number) FROM numbers(5000) GROUP BY g ORDER BY g SETTINGS max_threads=1
quantilesGK(10000,0.1,0)(toInt16(number%100)-50) FROM numbers(100) SETTINGS max_threads=1
quantileGK(1)(number%3=1) FROM numbers(50000) SETTINGS max_threads=1
quantilesGK(10,0.25)(toUInt8(number)) FROM numbers(100) SETTINGS max_threads=1
quantilesGK(20,0.01,1)(toDecimal64(number,4)*-1) FROM numbers(49999) SETTINGS max_threads=1
quantilesGK(2,0.5)(toUInt8(number)) FROM numbers(60000) SETTINGS max_threads=1
quantileGK(2,0.5)(toInt16(number%100)-50) FROM numbers(300) SETTINGS max_threads=1
contingency(1)(1,2)
theilsU(1)
toTypeName(cramersVBiasCorrected(1,1))
entropy(NULL)
categoricalInformationValue(1::UInt16,1)
cramersV([1],[2])
cramersV(NULL,1)
entropy(arrayJoin([nan,0.,-0.,1.,1.,5.]))
toTypeName(cramersV(1,1))
toTypeName(contingency(1,1))
contingency((1,2),3)
cramersVBiasCorrected(1)(1,2)
cramersV(1)
cramersVBiasCorrected(1)
contingency([1],[2])
entropy()
cramersVBiasCorrected((1,2),3)
cramersVBiasCorrected(NULL,1)
cramersV((1,2),3)
cramersV(1)(1,2)
categoricalInformationValue(1)
categoricalInformationValue(1,2)
toTypeName(entropy(1))
cramersVBiasCorrected([1],[2])
contingency(NULL,1)
toTypeName(theilsU(1,1))
contingency(1)
entropy(nan), entropy(-0.), entropy(toDecimal64(1,2)), entropy(toDateTime64(1,3)), entropy(toDate32(5)), entropy([1]), entropy((1,2))
theilsU(1)(1,2)
categoricalInformationValue('a',1)
theilsU(a,b), theilsU(s,a), theilsU(x,s), theilsU(b,a) from (select number n, sipHash64(number)%5 a, cityHash64(number,4)%5 b, toString(sipHash64(number,1)%4) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,4)%2000)-1000)/9 y, number%2 g from numbers(3)) settings max_threads=1
cramersV(a,b), cramersV(s,a), cramersV(x,s), cramersV(b,a) from (select number n, sipHash64(number)%3000 a, cityHash64(number,7)%3000 b, toString(sipHash64(number,1)%7) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,7)%2000)-1000)/9 y, number%2 g from numbers(1000)) settings max_threads=1
contingencyIf(a,b,g=1), contingencyOrNull(a,b), contingencyDistinct(a,b) from (select number n, sipHash64(number)%20 a, cityHash64(number,5)%20 b, toString(sipHash64(number,1)%5) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,5)%2000)-1000)/9 y, number%2 g from numbers(100)) settings max_threads=1
theilsU(a,b), theilsU(s,a), theilsU(x,s), theilsU(b,a) from (select number n, sipHash64(number)%3000 a, cityHash64(number,7)%3000 b, toString(sipHash64(number,1)%7) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,7)%2000)-1000)/9 y, number%2 g from numbers(5)) settings max_threads=1
entropy(a), entropy(s), entropy(x), entropy(a,b), entropy(toUInt8(a)), entropy(toFloat32(y)), entropy(s,a) from (select number n, sipHash64(number)%17 a, cityHash64(number,9)%17 b, toString(sipHash64(number,1)%9) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,9)%2000)-1000)/9 y, number%2 g from numbers(50)) settings max_threads=1
contingency(a,b), contingency(s,a), contingency(x,s), contingency(b,a) from (select number n, sipHash64(number)%5 a, cityHash64(number,4)%5 b, toString(sipHash64(number,1)%4) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,4)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
cramersVBiasCorrected(a,b), cramersVBiasCorrected(s,a), cramersVBiasCorrected(x,s), cramersVBiasCorrected(b,a) from (select number n, sipHash64(number)%100 a, cityHash64(number,50)%100 b, toString(sipHash64(number,1)%50) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,50)%2000)-1000)/9 y, number%2 g from numbers(50)) settings max_threads=1
contingency(a,b), contingency(s,a), contingency(x,s), contingency(b,a) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
entropy(a), entropy(s), entropy(x), entropy(a,b), entropy(toUInt8(a)), entropy(toFloat32(y)), entropy(s,a) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
contingency(a,b), contingency(s,a), contingency(x,s), contingency(b,a) from (select number n, sipHash64(number)%17 a, cityHash64(number,9)%17 b, toString(sipHash64(number,1)%9) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,9)%2000)-1000)/9 y, number%2 g from numbers(10)) settings max_threads=1
cramersV(a,b), cramersV(s,a), cramersV(x,s), cramersV(b,a) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(10000)) settings max_threads=1
entropy(a), entropy(s), entropy(x), entropy(a,b), entropy(toUInt8(a)), entropy(toFloat32(y)), entropy(s,a) from (select number n, sipHash64(number)%100 a, cityHash64(number,50)%100 b, toString(sipHash64(number,1)%50) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,50)%2000)-1000)/9 y, number%2 g from numbers(50000)) settings max_threads=1
contingency(a,b), contingency(s,a), contingency(x,s), contingency(b,a) from (select number n, sipHash64(number)%17 a, cityHash64(number,9)%17 b, toString(sipHash64(number,1)%9) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,9)%2000)-1000)/9 y, number%2 g from numbers(100)) settings max_threads=1
cramersV(a,b), cramersV(s,a), cramersV(x,s), cramersV(b,a) from (select number n, sipHash64(number)%100 a, cityHash64(number,50)%100 b, toString(sipHash64(number,1)%50) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,50)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
contingency(a,b), contingency(s,a), contingency(x,s), contingency(b,a) from (select number n, sipHash64(number)%100 a, cityHash64(number,50)%100 b, toString(sipHash64(number,1)%50) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,50)%2000)-1000)/9 y, number%2 g from numbers(50)) settings max_threads=1
quantilePrometheusHistogram(0.9)(toFloat32(le),toUInt8(c)), quantilesPrometheusHistogram(0,0.1,0.5,0.99,1)(toFloat32(le),toUInt8(c)), toTypeName(quantilePrometheusHistogram(0.9)(toFloat32(le),toUInt8(c))), toTypeName(quantilesPrometheusHistogram(0.9)(toFloat32(le),toUInt8(c))), hex(quantilePrometheusHistogramState(0.9)(toFloat32(le),toUInt8(c))) from (select arrayJoin([(0.1,5),(0.5,8),(1,12),(inf,15)]) as p, p.1 le, p.2 c) settings max_threads=1
quantileExactWeightedInterpolated(0.5)(number,0) from numbers(5)
medianDD(0.01)(number) from numbers(7)
quantileInterpolatedWeighted(0.5)(toDecimal64(number,2),1) from numbers(4)
quantileDD(0.01,2)(1)
quantileDD(0.01,0.5)(NULL)
quantilePrometheusHistogram(0.5)(1.,1)
quantileExactWeightedInterpolated(2)(1,1)
quantileDD(0.01,0.5)(arrayJoin([nan,1.,2.,-5.,0.,-0.,1e300,-1e300]))
quantileDD(0.01,0.5)(inf)
quantileInterpolatedWeighted(0.5)(NULL,1)
quantileInterpolatedWeighted(0.25)(number,18446744073709551615) from numbers(4)
quantilePrometheusHistogram(0.5)(arrayJoin([nan,1.,inf]),3)
quantileExactWeightedInterpolated(0.5)('a',1)
covarPopMatrix(NULL,1)
hex(covarPopMatrixState(number,number*2)) , hex(corrMatrixState(number,number*2)) from numbers(3)
quantilePrometheusHistogram(0.9)(toFloat32(le),toFloat32(c)), quantilesPrometheusHistogram(0,0.1,0.5,0.99,1)(toFloat32(le),toFloat32(c)), toTypeName(quantilePrometheusHistogram(0.9)(toFloat32(le),toFloat32(c))), toTypeName(quantilesPrometheusHistogram(0.9)(toFloat32(le),toFloat32(c))), hex(quantilePrometheusHistogramState(0.9)(toFloat32(le),toFloat32(c))) from (select arrayJoin([(0.1,5),(0.5,8),(1,12),(inf,15)]) as p, p.1 le, p.2 c) settings max_threads=1
hex(quantileDDState(0.01,0.5)(number)) from numbers(5)
quantileExactWeightedInterpolated(0.5)(1,1.5)
quantileDDMerge(0.1,0.5)(s) from (select quantileDDState(0.1,0.5)(number) s from numbers(100))
quantilesDDMerge(0.03,0.1,0.5)(s) from (select quantilesDDState(0.03,0.1,0.5)(number) s from numbers(100))
quantileDD('a',0.5)(1)
quantilePrometheusHistogram(0.9)(le,toUInt64(c)), quantilesPrometheusHistogram(0,0.1,0.5,0.99,1)(le,toUInt64(c)), toTypeName(quantilePrometheusHistogram(0.9)(le,toUInt64(c))), toTypeName(quantilesPrometheusHistogram(0.9)(le,toUInt64(c))), hex(quantilePrometheusHistogramState(0.9)(le,toUInt64(c))) from (select arrayJoin([(0.1,5),(0.5,8),(1,12),(inf,15)]) as p, p.1 le, p.2 c) settings max_threads=1
hex(quantileDDState(0.01,0.5)(number*100)) from numbers(5)
quantileExactWeightedInterpolated(0.5)(toDateTime64(number,2),1) from numbers(4)
quantileInterpolatedWeighted(2)(1,1)
quantileInterpolatedWeighted(0.5)(toDateTime64(number,2),1) from numbers(4)
corrMatrix(true,1)
quantilePrometheusHistogram(number+0.5,number) from numbers(0)
quantileDD(0.01,0.5)(-inf)
quantileInterpolatedWeighted(number,1) from numbers(10)
quantileExactWeightedInterpolated(0.1)(arrayJoin([nan,1.,2.]),1)
quantileInterpolatedWeighted(0.3)(toInt8(a-20),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toInt8(a-20),b), quantileExactWeightedInterpolated(0.3)(toInt8(a-20),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toInt8(a-20),b), quantileDD(0.01,0.5)(toInt8(a-20)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toInt8(a-20)), toTypeName(quantileInterpolatedWeighted(0.3)(toInt8(a-20),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toInt8(a-20),b)), toTypeName(quantilesDD(0.01,0.3)(toInt8(a-20))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(100)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toFloat32(x),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toFloat32(x),b), quantileExactWeightedInterpolated(0.3)(toFloat32(x),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toFloat32(x),b), quantileDD(0.01,0.5)(toFloat32(x)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toFloat32(x)), toTypeName(quantileInterpolatedWeighted(0.3)(toFloat32(x),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toFloat32(x),b)), toTypeName(quantilesDD(0.01,0.3)(toFloat32(x))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toUInt8(a),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toUInt8(a),b), quantileExactWeightedInterpolated(0.3)(toUInt8(a),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toUInt8(a),b), quantileDD(0.01,0.5)(toUInt8(a)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toUInt8(a)), toTypeName(quantileInterpolatedWeighted(0.3)(toUInt8(a),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toUInt8(a),b)), toTypeName(quantilesDD(0.01,0.3)(toUInt8(a))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toDateTime(a),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toDateTime(a),b), quantileExactWeightedInterpolated(0.3)(toDateTime(a),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toDateTime(a),b), quantileDD(0.01,0.5)(toDateTime(a)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toDateTime(a)), toTypeName(quantileInterpolatedWeighted(0.3)(toDateTime(a),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toDateTime(a),b)), toTypeName(quantilesDD(0.01,0.3)(toDateTime(a))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toUInt8(a),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toUInt8(a),b), quantileExactWeightedInterpolated(0.3)(toUInt8(a),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toUInt8(a),b), quantileDD(0.01,0.5)(toUInt8(a)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toUInt8(a)), toTypeName(quantileInterpolatedWeighted(0.3)(toUInt8(a),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toUInt8(a),b)), toTypeName(quantilesDD(0.01,0.3)(toUInt8(a))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(100)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toInt64(a)-20,b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toInt64(a)-20,b), quantileExactWeightedInterpolated(0.3)(toInt64(a)-20,b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toInt64(a)-20,b), quantileDD(0.01,0.5)(toInt64(a)-20), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toInt64(a)-20), toTypeName(quantileInterpolatedWeighted(0.3)(toInt64(a)-20,b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toInt64(a)-20,b)), toTypeName(quantilesDD(0.01,0.3)(toInt64(a)-20)) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toInt64(a)-20,b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toInt64(a)-20,b), quantileExactWeightedInterpolated(0.3)(toInt64(a)-20,b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toInt64(a)-20,b), quantileDD(0.01,0.5)(toInt64(a)-20), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toInt64(a)-20), toTypeName(quantileInterpolatedWeighted(0.3)(toInt64(a)-20,b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toInt64(a)-20,b)), toTypeName(quantilesDD(0.01,0.3)(toInt64(a)-20)) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toFloat32(x),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toFloat32(x),b), quantileExactWeightedInterpolated(0.3)(toFloat32(x),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toFloat32(x),b), quantileDD(0.01,0.5)(toFloat32(x)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toFloat32(x)), toTypeName(quantileInterpolatedWeighted(0.3)(toFloat32(x),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toFloat32(x),b)), toTypeName(quantilesDD(0.01,0.3)(toFloat32(x))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1000)) settings max_threads=1
covarPopMatrix(x,y,a), covarSampMatrix(x,y,a), corrMatrix(x,y,a) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1000)) settings max_threads=1
g, covarPopMatrix(x,y), corrMatrix(y,toFloat32(x)) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3)) group by g order by g settings max_threads=1
quantileInterpolatedWeighted(0.3)(toDateTime(a),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toDateTime(a),b), quantileExactWeightedInterpolated(0.3)(toDateTime(a),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toDateTime(a),b), quantileDD(0.01,0.5)(toDateTime(a)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toDateTime(a)), toTypeName(quantileInterpolatedWeighted(0.3)(toDateTime(a),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toDateTime(a),b)), toTypeName(quantilesDD(0.01,0.3)(toDateTime(a))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1000)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(a,b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(a,b), quantileExactWeightedInterpolated(0.3)(a,b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(a,b), quantileDD(0.01,0.5)(a), quantilesDD(0.05,0,0.1,0.5,0.9,1)(a), toTypeName(quantileInterpolatedWeighted(0.3)(a,b)), toTypeName(quantileExactWeightedInterpolated(0.3)(a,b)), toTypeName(quantilesDD(0.01,0.3)(a)) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toInt64(a)-20,b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toInt64(a)-20,b), quantileExactWeightedInterpolated(0.3)(toInt64(a)-20,b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toInt64(a)-20,b), quantileDD(0.01,0.5)(toInt64(a)-20), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toInt64(a)-20), toTypeName(quantileInterpolatedWeighted(0.3)(toInt64(a)-20,b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toInt64(a)-20,b)), toTypeName(quantilesDD(0.01,0.3)(toInt64(a)-20)) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toInt8(a-20),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toInt8(a-20),b), quantileExactWeightedInterpolated(0.3)(toInt8(a-20),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toInt8(a-20),b), quantileDD(0.01,0.5)(toInt8(a-20)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toInt8(a-20)), toTypeName(quantileInterpolatedWeighted(0.3)(toInt8(a-20),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toInt8(a-20),b)), toTypeName(quantilesDD(0.01,0.3)(toInt8(a-20))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(10)) settings max_threads=1
quantileInterpolatedWeighted(0.3)(toDateTime(a),b), quantilesInterpolatedWeighted(0,0.1,0.5,0.77,1)(toDateTime(a),b), quantileExactWeightedInterpolated(0.3)(toDateTime(a),b), quantilesExactWeightedInterpolated(0,0.1,0.5,0.77,1)(toDateTime(a),b), quantileDD(0.01,0.5)(toDateTime(a)), quantilesDD(0.05,0,0.1,0.5,0.9,1)(toDateTime(a)), toTypeName(quantileInterpolatedWeighted(0.3)(toDateTime(a),b)), toTypeName(quantileExactWeightedInterpolated(0.3)(toDateTime(a),b)), toTypeName(quantilesDD(0.01,0.3)(toDateTime(a))) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
hex(rankCorrState(number,number%2)) from numbers(5)
studentTTest(1,1.5)
kolmogorovSmirnovTest(1,'a')
welchTTest(NULL,1)
kolmogorovSmirnovTest(toDate(1),2)
studentTTest(1,2,3)
analysisOfVariance(toDecimal64(1,2),1)
rankCorr(NULL,1)
rankCorr(1,1)
welchTTest(toDecimal64(1,2),1)
studentTTest(1,2,3)(1,2)
rankCorr(toNullable(number),number%2) from numbers(10)
studentTTest(toNullable(number),number%2) from numbers(10)
hex(studentTTestState(number,number%2)) from numbers(5)
studentTTest(number,if(number%2,256,0)), welchTTest(number,if(number%2,-512,0)) from numbers(20)
welchTTest(if(number=3,inf,number+0.),number%2) from numbers(10)
welchTTest(if(number=3,nan,number+0.),number%2) from numbers(10)
welchTTest(number*1e200,number%2) from numbers(10)
welchTTest(1,'a')
rankCorr(1,'a')
welchTTest(1,2,3)(1,2)
welchTTest('a')(1,2)
studentTTest('a')(1,2)
kolmogorovSmirnovTest(toDecimal64(1,2),1)
kolmogorovSmirnovTest('a')(1,2)
analysisOfVariance(1)
rankCorr('a')(1,2)
rankCorr(toDate(1),2)
studentTTest(0.95)(number,number%2) from numbers(10)
kolmogorovSmirnovTest(1,2,3)
analysisOfVariance(1,1.5)
rankCorr(1,2,3)(1,2)
kolmogorovSmirnovTest(1,1.5)
studentTTest(toDecimal64(1,2),1)
welchTTest(toDate(1),2)
kolmogorovSmirnovTest(toInt128(1),1)
kolmogorovSmirnovTest('less','x')(number,number%2) from numbers(10)
rankCorr('a',1)
welchTTest(toInt128(1),1)
analysisOfVariance('a')(1,2)
analysisOfVariance(1,2,3)(1,2)
kolmogorovSmirnovTest(number,-number%2) from numbers(10)
studentTTestOneSample(1,1.5)
studentTTestOneSample(1)
kolmogorovSmirnovTest(x+g,g), kolmogorovSmirnovTest(x+g,b%3=0) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(4)) settings max_threads=1
analysisOfVariance(a,toUInt8(a%3)), analysisOfVariance(a,g) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(300)) settings max_threads=1
kolmogorovSmirnovTest('two-sided','asymp')(x,g), kolmogorovSmirnovTest('two-sided','asymp')(x,b%3=0) from (select number n, sipHash64(number)%5 a, cityHash64(number,3)%5 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) settings max_threads=1
kolmogorovSmirnovTest('greater')(x,g), kolmogorovSmirnovTest('greater')(x,b%3=0) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(50)) settings max_threads=1
kolmogorovSmirnovTest('less','asymptotic')(x+g,g), kolmogorovSmirnovTest('less','asymptotic')(x+g,b%3=0) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
kolmogorovSmirnovTest('less','asymptotic')(x+g,g), kolmogorovSmirnovTest('less','asymptotic')(x+g,b%3=0) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(10)) settings max_threads=1
kolmogorovSmirnovTest('greater')(x,g), kolmogorovSmirnovTest('greater')(x,b%3=0) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) settings max_threads=1
kolmogorovSmirnovTest('greater')(a,g), kolmogorovSmirnovTest('greater')(a,b%3=0) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
kolmogorovSmirnovTest('less','asymptotic')(a,g), kolmogorovSmirnovTest('less','asymptotic')(a,b%3=0) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
kolmogorovSmirnovTest(x,g), kolmogorovSmirnovTest(x,b%3=0) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
kolmogorovSmirnovTest('greater')(x+g,g), kolmogorovSmirnovTest('greater')(x+g,b%3=0) from (select number n, sipHash64(number)%5 a, cityHash64(number,3)%5 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
welchTTest(toFloat32(x),g), welchTTest(toFloat32(x),b%3=0) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3000)) settings max_threads=1
kolmogorovSmirnovTest('greater')(x,g), kolmogorovSmirnovTest('greater')(x,b%3=0) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) settings max_threads=1
studentTTest(a,g), studentTTest(a,b%3=0) from (select number n, sipHash64(number)%5 a, cityHash64(number,3)%5 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3000)) settings max_threads=1
kolmogorovSmirnovTest('less','exact')(x+g,g), kolmogorovSmirnovTest('less','exact')(x+g,b%3=0) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(0)) settings max_threads=1
kolmogorovSmirnovTest('less','exact')(x+g,g), kolmogorovSmirnovTest('less','exact')(x+g,b%3=0) from (select number n, sipHash64(number)%50 a, cityHash64(number,3)%50 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(300)) settings max_threads=1
kolmogorovSmirnovTest('two-sided','exact')(x+g,g), kolmogorovSmirnovTest('two-sided','exact')(x+g,b%3=0) from (select number n, sipHash64(number)%1000 a, cityHash64(number,3)%1000 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(50)) settings max_threads=1
kolmogorovSmirnovTest('less','exact')(x+g,g), kolmogorovSmirnovTest('less','exact')(x+g,b%3=0) from (select number n, sipHash64(number)%2 a, cityHash64(number,3)%2 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3000)) settings max_threads=1
analysisOfVariance(x+g*5,toUInt8(a%3)), analysisOfVariance(x+g*5,g) from (select number n, sipHash64(number)%5 a, cityHash64(number,3)%5 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3)) settings max_threads=1
analysisOfVariance(x+g*5,toUInt8(a%3)), analysisOfVariance(x+g*5,g) from (select number n, sipHash64(number)%5 a, cityHash64(number,3)%5 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(4)) settings max_threads=1
exponentialTimeDecayedSum('a')(1,number) over () from numbers(2)
exponentialTimeDecayedCount(3)(1,number) over () from numbers(2)
groupArrayIntersect([1])(2)
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toFloat64(sipHash64(i)%300%100), range(200-number*30)) r from numbers(2)) settings max_threads=1
groupArrayIntersect(r) from (select arrayMap(i->toDateTime(i*(number+1)), range(1000)) r from numbers(3)) settings max_threads=1
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toInt16(sipHash64(i)%300%100), range(200-number*30)) r from numbers(2)) settings max_threads=1
groupArrayIntersect(NULL)
groupArrayIntersectMerge(z) from (select groupArrayIntersectState(range(number,number+500)) z from numbers(4) group by number%2 order by number%2) settings max_threads=1
groupArrayIntersect(r) from (select arrayMap(i->toString(i*(number+1)), range(1000)) r from numbers(1)) settings max_threads=1
groupArrayIntersect(r) from (select arrayMap(i->toDate32(i*(number+1)), range(1000)) r from numbers(2)) settings max_threads=1
groupArrayIntersect([toDecimal64(1,2)]), groupArrayIntersect([toInt128(5)]), groupArrayIntersect([toDateTime64(1,3)])
groupArrayIntersect([])
groupArrayIntersect([toFixedString('a',3)])
groupArrayIntersect(r) from (select arrayMap(i->toInt16(i*(number+1)), range(1000)) r from numbers(3)) settings max_threads=1
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toDate32(sipHash64(i)%300%100), range(200-number*30)) r from numbers(1)) settings max_threads=1
groupArrayIntersect(['a','']), groupArrayIntersect([0,5,0])
groupArrayIntersect([CAST(1,'Enum8(\'a\'=1)')])
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toDate(sipHash64(i)%300%100), range(200-number*30)) r from numbers(1)) settings max_threads=1
groupArrayIntersect([1.,-0.,0.,nan])
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toInt16(sipHash64(i)%300%100), range(200-number*30)) r from numbers(3)) settings max_threads=1
groupArrayIntersect([NULL,1])
exponentialtimedecayedsum(3)(1,number) over () from numbers(2)
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toString(sipHash64(i)%300%100), range(200-number*30)) r from numbers(2)) settings max_threads=1
exponentialTimeDecayedSum(3)(toDecimal64(1,2),number) over () from numbers(2)
exponentialTimeDecayedSum(1,number) over () from numbers(2)
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toDate32(sipHash64(i)%300%100), range(200-number*30)) r from numbers(3)) settings max_threads=1
exponentialTimeDecayedSum(3)(true,number) over () from numbers(2)
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toDateTime(sipHash64(i)%300%100), range(200-number*30)) r from numbers(3)) settings max_threads=1
hex(groupArrayIntersectState([1,2,3])), hex(groupArrayIntersectState(['a','bc','']))
groupArrayIntersect(r), toTypeName(groupArrayIntersect(r)) from (select arrayMap(i->toString(sipHash64(i)%300%100), range(200-number*30)) r from numbers(3)) settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n ) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n ) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n ) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n ) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n ) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n ) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n ) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n ) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n ) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n ) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(30)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n rows between 2 preceding and current row) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n rows between 2 preceding and current row) p2, exponentialTimeDecayedCount(7)(n) over ( order by n rows between 2 preceding and current row) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n rows between 2 preceding and current row) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n rows between 2 preceding and current row) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n rows between 2 preceding and current row) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n rows between 2 preceding and current row) p2, exponentialTimeDecayedCount(7)(n) over ( order by n rows between 2 preceding and current row) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n rows between 2 preceding and current row) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n rows between 2 preceding and current row) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n rows between 1 following and 3 following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n rows between 1 following and 3 following) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n rows between 1 following and 3 following) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n rows between 1 following and 3 following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n rows between 1 following and 3 following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(30)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n rows between unbounded preceding and unbounded following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n rows between unbounded preceding and unbounded following) p2, exponentialTimeDecayedCount(7)(n) over ( order by n rows between unbounded preceding and unbounded following) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n rows between unbounded preceding and unbounded following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n rows between unbounded preceding and unbounded following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n range between 5 preceding and 2 following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n range between 5 preceding and 2 following) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n range between 5 preceding and 2 following) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n range between 5 preceding and 2 following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n range between 5 preceding and 2 following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n range between 5 preceding and 2 following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n range between 5 preceding and 2 following) p2, exponentialTimeDecayedCount(7)(n) over ( order by n range between 5 preceding and 2 following) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n range between 5 preceding and 2 following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n range between 5 preceding and 2 following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(2)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n rows between 2 preceding and current row) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n rows between 2 preceding and current row) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n rows between 2 preceding and current row) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n rows between 2 preceding and current row) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n rows between 2 preceding and current row) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n rows between unbounded preceding and unbounded following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n rows between unbounded preceding and unbounded following) p2, exponentialTimeDecayedCount(7)(n) over ( order by n rows between unbounded preceding and unbounded following) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n rows between unbounded preceding and unbounded following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n rows between unbounded preceding and unbounded following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(30)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n ) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n ) p2, exponentialTimeDecayedCount(7)(n) over ( order by n ) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n ) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n ) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(8)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n rows between 1 following and 3 following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n rows between 1 following and 3 following) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n rows between 1 following and 3 following) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n rows between 1 following and 3 following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n rows between 1 following and 3 following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(1)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over ( order by n rows between 4 preceding and 2 preceding) p1, exponentialTimeDecayedAvg(2.5)(y,n) over ( order by n rows between 4 preceding and 2 preceding) p2, exponentialTimeDecayedCount(7)(n) over ( order by n rows between 4 preceding and 2 preceding) p3, exponentialTimeDecayedMax(3)(x,n) over ( order by n rows between 4 preceding and 2 preceding) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over ( order by n rows between 4 preceding and 2 preceding) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(30)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n ) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n ) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n ) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n ) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n ) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(3)) order by n settings max_threads=1
n, exponentialTimeDecayedSum(10)(x,n) over (partition by g order by n rows between unbounded preceding and unbounded following) p1, exponentialTimeDecayedAvg(2.5)(y,n) over (partition by g order by n rows between unbounded preceding and unbounded following) p2, exponentialTimeDecayedCount(7)(n) over (partition by g order by n rows between unbounded preceding and unbounded following) p3, exponentialTimeDecayedMax(3)(x,n) over (partition by g order by n rows between unbounded preceding and unbounded following) p4, exponentialTimeDecayedSum(10)(x,toDateTime(a)) over (partition by g order by n rows between unbounded preceding and unbounded following) p5 from (select number n, sipHash64(number)%40 a, cityHash64(number,3)%40 b, toString(sipHash64(number,1)%3) s, (toInt64(cityHash64(number,7)%2000)-1000)/7 x, (toInt64(sipHash64(number,3)%2000)-1000)/9 y, number%2 g from numbers(8)) order by n settings max_threads=1
hex(studentTTestOneSampleState(number,7)) from numbers(5)
studentTTestOneSample(number) from numbers(5)
studentTTestOneSample(number,number+3) from numbers(5)
studentTTestOneSampleMerge(z) from (select studentTTestOneSampleState(number*number,3) z from numbers(20) group by number%2 order by number%2) settings max_threads=1
studentTTestOneSample(x,0), studentTTestOneSample(x,20.5) from (select number n, sipHash64(number)%50 a, (toInt64(cityHash64(number,7)%2000)-1000)/7 x from numbers(4)) settings max_threads=1
studentTTestOneSample(x+7,0), studentTTestOneSample(x+7,20.5) from (select number n, sipHash64(number)%2 a, (toInt64(cityHash64(number,7)%2000)-1000)/7 x from numbers(2)) settings max_threads=1
studentTTestOneSample(x+7,0), studentTTestOneSample(x+7,20.5) from (select number n, sipHash64(number)%1000 a, (toInt64(cityHash64(number,7)%2000)-1000)/7 x from numbers(3000)) settings max_threads=1
n, sum(x) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sum(x) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sum(x) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sum(x) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, avg(x) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, avg(x) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, avg(x) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, avg(x) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, corr(x, y) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, corr(x, y) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, corr(x, y) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, corr(x, y) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumKahan(x) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumKahan(x) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumKahan(x) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumKahan(x) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, kurtSamp(x) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, kurtSamp(x) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, kurtSamp(x) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, kurtSamp(x) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMin(n, z) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMin(n, z) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMin(n, z) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMin(n, z) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMax(n, z) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMax(n, z) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMax(n, z) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, argMax(n, z) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumIf(x, z > 1) over () w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumIf(x, z > 1) over (order by n) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumIf(x, z > 1) over (order by n rows between 3 preceding and current row) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
n, sumIf(x, z > 1) over (partition by g order by n rows between 30 preceding and 5 following) w from (select number n, (toInt64(cityHash64(number, 62) % 1000) - 500) / 7 x, (toInt64(sipHash64(number)) % 77) / 3 y, number % 3 g, sipHash64(number) % 5 z from numbers(200)) order by n settings max_threads = 1
histogram(4)(toInt8(sipHash64(number, 46) % 3) - 25) from numbers(100) settings max_threads = 1
quantilesExactWeighted(0, 0.5, 1)(number, toUInt8(number = 3)), quantileExactWeighted(1)(number, toUInt8(number < 2)) from numbers(5)
corr(toInt128(number), number) from numbers(4)
quantileExactInclusive(toInt128(number)) from numbers(4)
contingency(number % 7, toIPv6(concat('::', toString(cityHash64(number) % 9)))) from numbers(100) settings max_threads = 1
skewSamp(sqrt(number)), skewPop(number * number) from numbers(20) settings max_threads = 1
quantileTDigestWeighted(0.3)(x, w), quantilesTDigestWeighted(0.12, 0.5, 0.93)(x, w), quantileTDigest(0.37)(x) from (select (toInt64(cityHash64(number, 1) % 1000) - 500) / 7 x, sipHash64(number, 1) % 1000 w from numbers(3)) settings max_threads = 1
quantileTDigestWeighted(0.3)(x, w), quantilesTDigestWeighted(0.12, 0.5, 0.93)(x, w), quantileTDigest(0.37)(x) from (select (toInt64(cityHash64(number, 13) % 1000) - 500) / 7 x, sipHash64(number, 13) % 1000 w from numbers(3)) settings max_threads = 1
quantileTDigestWeighted(0.3)(x, w), quantilesTDigestWeighted(0.12, 0.5, 0.93)(x, w), quantileTDigest(0.37)(x) from (select (toInt64(cityHash64(number, 25) % 1000) - 500) / 7 x, sipHash64(number, 25) % 1000000007 w from numbers(5)) settings max_threads = 1
quantileTDigestWeighted(0.3)(x, w), quantilesTDigestWeighted(0.12, 0.5, 0.93)(x, w), quantileTDigest(0.37)(x) from (select (toInt64(cityHash64(number, 34) % 1000) - 500) / 7 x, sipHash64(number, 34) % 1000 w from numbers(12)) settings max_threads = 1
quantileTDigestWeighted(0.3)(x, w), quantilesTDigestWeighted(0.12, 0.5, 0.93)(x, w), quantileTDigest(0.37)(x) from (select (toInt64(cityHash64(number, 7) % 1000) - 500) / 7 x, sipHash64(number, 7) % 1000000007 w from numbers(9)) settings max_threads = 1
quantileTDigestWeighted(0.3)(x, w), quantilesTDigestWeighted(0.12, 0.5, 0.93)(x, w), quantileTDigest(0.37)(x) from (select (toInt64(cityHash64(number, 8) % 1000) - 500) / 7 x, sipHash64(number, 8) % 100 w from numbers(400)) settings max_threads = 1
varSampArrayIf([number/3,number/7],number%3), corrArrayIf([number/3,number/7],[number,1],number%3) from numbers(1000)
sumArrayIf([number/3,number/7],number%3 and number > 7), varSampArrayOrNull([number/3,number/7]), avgArrayOrDefault([number/3,number/7]) from numbers(5000)
uniqHLL12(toDateTime64(number / 7, 3)), uniqHLL12(toNullable(toTime64(number / 7 - 500, 3))), uniqHLL12(toIntervalDay(number)) FROM numbers(2000)
uniqHLL12(toTime(number)) FROM numbers(2000)
toUInt8(number%3) g, any(number), anyLast(toUInt32(number)), argMin(toUInt32(number),toUInt8(1)), sumArray([number/3]), sumState(number/3) from numbers(2000) group by g order by g settings max_threads=1
toUInt8(number%3) g, any(number), anyLast(toUInt32(number)), sumArrayState([number/3]) from numbers(2000) group by g order by g settings max_threads=1
toUInt8(number%3) g, any(number), anyLast(toUInt32(number)), sumArrayIf([number/3],number%5) from numbers(2000) group by g order by g settings max_threads=1
sumState(number) = sumState(number) from numbers(3)
(1, sumState(number)) < (1, sumState(number)) from numbers(3)
map(1, sumState(number)) = map(1, sumState(number)) from numbers(3)
s from (select sumState(number) s, number from numbers(3) group by number) order by number, [s]
sum(1) over (order by sumState(number)) from numbers(3) group by number
sum(1) over (partition by sumState(number)) from numbers(3) group by number
number, sumKahan(if(number % 3 = 0, NULL, number / 3)) over (order by number rows 30 preceding) from numbers(60) order by number
number, sumKahanIf(number / 3, number % 3) over (order by number) from numbers(60) order by number
uniq(number::UInt256 * number), uniq(-number::Int256), uniq(number::Decimal256(3)), uniq([number, 1]), uniq([toString(number)]), uniq((number, toString(number))), uniq(map(number, 'a')), uniq(toIPv6(concat('::', lower(hex(toUInt16(number % 65000)))))) from numbers(3000)
uniq(toTime64(number, 2)), uniq([number, NULL]), uniq([number], number % 7), uniq(((number, 1), 2)), uniq([toFixedString(toString(number % 1000), 5)]), uniq([]), uniq([toLowCardinality(toString(number))]) from numbers(3000)
uniqCombined(number::UInt128 * number), uniqCombined(-number::Int128), uniqCombined(number::Int256), uniqCombined(number::Decimal128(2)), uniqCombined([number]), uniqCombined((number, 'a')), uniqCombined(reinterpretAsUUID(sipHash128(number))), uniqCombined(toTime(number)) from numbers(3000)
hex(uniqCombinedState(number::UInt128)), hex(uniqCombined64State(number::Int256)), hex(uniqCombined64State([number])), hex(uniqCombinedState((number, 'a'))), hex(uniqCombinedState(toTime(number))) from numbers(20)
uniqCombined(number), uniqCombined64(number), uniqCombined(12)(number), uniqCombined64(20)(toString(number)), uniqCombined(15)((number, 1)) from numbers(150000)
uniqCombined(number), uniqCombined64(toString(number)), uniqCombined(18)(number) from numbers(700000)
hex(MD5(toString(uniqCombinedState(number)))), hex(MD5(toString(uniqCombined64State(13)(number)))), hex(MD5(toString(uniqHLL12State(number)))) from numbers(20000)
uniqCombinedMerge(s), uniqCombined64Merge(t), uniqHLL12Merge(h) from (select uniqCombinedState(number) s, uniqCombined64State(toString(number)) t, uniqHLL12State(number) h from numbers(40000) group by number % 3)
uniqHLL12(number / 7), uniqHLL12(toFloat32(number / 7)), uniqHLL12(number::UInt128), uniqHLL12(number::Int256), uniqHLL12(number::Decimal64(2)), uniqHLL12([number]), uniqHLL12((number, 1)), uniqHLL12(reinterpretAsUUID(sipHash128(number))) from numbers(5000)
hex(uniqHLL12State(number / 7)), hex(uniqHLL12State(toFloat32(number))), hex(uniqHLL12State(number::Int256)), hex(uniqHLL12State(toTime(number))), hex(uniqHLL12State([number])) from numbers(9)
uniqHLL12(number / 3) from numbers(16)
uniqUpTo(50)(number::UInt128), uniqUpTo(50)(number::Int128), uniqUpTo(5)(number::Decimal256(3)), uniqUpTo(50)([number, 1]), uniqUpTo(50)(('a', number)), uniqUpTo(50)(map(number, 'a')) from numbers(40)
hex(uniqUpToState(5)(number::UInt128)), hex(uniqUpToState(5)(number::Int128)), hex(uniqUpToState(5)(number::Int256)), hex(uniqUpToState(5)(number::Decimal32(3))), hex(uniqUpToState(5)([toString(number)])), hex(uniqUpToState(5)((1, number))), hex(uniqUpToState(5)(toTime64(number, 1))) from numbers(4)
hex(uniqUpToState(3)(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'))), hex(uniqUpToState(3)(toIPv6('::1'))), hex(uniqUpToState(3)([today()], 1)) = hex(uniqUpToState(3)([today()], 1)), hex(uniqUpToState(3)((1, NULL))), hex(uniqUpToState(3)(1, (2, 'a')))
uniqUpToMerge(5)(s), uniqUpToMerge(5)(t) from (select uniqUpToState(5)(number::Int128) s, uniqUpToState(5)([number]) t from numbers(4) group by number % 2)
uniqUpTo(-1)(number) from numbers(10)
groupUniqArray(number::Int256 * -500000000000000000000000000000000000000000000::Int256) from numbers(60)
sumWithOverflow(99999999::Decimal32(1)), sumWithOverflow(999999999999999::Decimal64(2)), sumWithOverflow(number / 3), sumWithOverflow(number::UInt256), sumWithOverflow(number::Decimal256(2)), toTypeName(sumWithOverflow(number::Decimal32(2))) from numbers(1000)
sumWithOverflow(x), toTypeName(sumWithOverflow(x)), sumKahan(x), kurtPop(x), varSamp(x), stddevPopStable(x), groupArrayMovingSum(x), groupArrayMovingAvg(2)(x) from (select arrayJoin(['a', 'b', 'a'])::Enum8('a' = 100, 'b' = -7) x)
varPopStable(toDate('2020-01-01') + number), stddevSampStable(number::Decimal128(3)), varPopStable(toIntervalDay(number)), corrStable(toDate('2020-01-01') + number, number % 3), varSampStable(toTime(number)) from numbers(20)
skewPop(number::Decimal64(2) * number), kurtSamp(number::Decimal256(3) * number) from numbers(20)
sumKahan(number::UInt256 * 7919), histogram(3)(number::Int128) from numbers(300)
entropy([number % 3]), entropy((number % 3, 'a')), entropy(map(1, number % 2)), entropy(toTime(number % 4)) from numbers(100)
groupArraySorted(4)(x), groupArraySorted(2)(-x), groupArraySorted(3)([x]), groupArraySorted(3)((x, 'a')), groupArraySorted(3)(x::Int256) from (select arrayJoin([1.5, -2, 3, inf, -inf, 0]) x where x < 5 and x > -5)
groupConcat('-')([x, 'q']), groupConcat('-')((1, x, NULL)), groupConcat(map('a', x)), groupConcat(',')([toDate('2020-01-01')]) from (select arrayJoin(['b\'x', 'a\\', 'a\n', '']) x)
anyLast_respect_nullsDistinct(x), anyLast_respect_nullsOrNull(x), anyLast_respect_nullsOrDefault(x), anyLast_respect_nullsArgMax(x, y), anyLast_respect_nullsArgMin(x, y), anyLast_respect_nullsResample(0, 3, 1)(x, y) from (select arrayJoin([1, 2, NULL]) x, 1 y)
any_respect_nullsDistinct(x), any_respect_nullsArgMax(x, y), any_respect_nullsResample(0, 3, 1)(x, y), toTypeName(any_respect_nullsResample(0, 3, 1)(x, y)) from (select arrayJoin([NULL, 1, 2]) x, 1 y)
any_respect_nullsIf(x, toNullable(y)) from (select 1 x, 1 y)
uniq(x), uniqCombined(x), uniqHLL12(x), uniqUpTo(3)(x) from (select arrayJoin([[1], [NULL], []]) x)
uniqCombinedIf([number], number % 2), uniqArray([[number], [1]]), uniqForEach([[number], [1]]) from numbers(50)
sequenceCount('.*')(t, e = 1, e = 2), sequenceCount('.*.*')(t, e = 1, e = 2), sequenceCount('(?t<=2)')(t, e = 1, e = 2), sequenceMatch('(?1)(?t<=2)')(t, e = 1, e = 2), sequenceMatch('(?1)(?t<0)')(t, e = 1, e = 2), sequenceMatch('(?1)(?t>2)')(t, e = 1, e = 2), sequenceCount('(?1)(?t<3)')(t, e = 1, e = 2) from values('t UInt32, e UInt8', (3, 2), (6, 2), (7, 1))
sequenceMatchEvents('(?1)(?2)')(t, e = 1, e = 2), sequenceMatchEvents('(?1)(?t>=3)(?2)')(t, e = 1, e = 2), sequenceMatchEvents('(?1).*(?3)')(t, e = 1, e = 2, e = 3), sequenceMatchEvents('(?2).*(?2)')(t, e = 1, e = 2), sequenceMatchEvents('.*')(t, e = 1, e = 2), sequenceMatchEvents('(?1)(?2)')(t, e = 7, e = 8) from values('t UInt32, e UInt8', (1, 1), (2, 2), (3, 1), (4, 3), (5, 2), (6, 1), (7, 2), (9, 3))
sequenceMatchEvents('(?1)(?2)')(toDateTime(t, 'UTC'), e = 1, e = 2) x, toTypeName(x), toTypeName(sequenceMatchEvents('(?1)')(toDate(t), e = 1, e = 2)), hex(sequenceMatchEventsState('(?1)')(t, e = 1, e = 2)), sequenceMatchEvents('(?1)')(t::Nullable(UInt32), e = 1, e = 2) from values('t UInt32, e UInt8', (1, 1), (2, 2), (3, 1))
sequenceMatchEvents('(?1)')(1, 1)
sequenceMatchEvents('(?1)(?2)')(t, e = 1, e = 2) from (select 1 t, 1 e where 0)
timeSeriesFromGrid(toUInt32(10), toUInt32(20), 5, [1, 2, 3]), timeSeriesFromGrid(toUInt32(10), toUInt32(22), 5, [1., NULL, 3.5]) x, toTypeName(x), timeSeriesFromGrid(toUInt32(10), toUInt32(10), 0, ['a'])
timeSeriesFromGrid(toDateTime('2020-01-01 00:00:00', 'UTC') + number, toDateTime('2020-01-01 00:00:10', 'UTC') + number, 5, [1.5, 2, toFloat64(number)]) x, toTypeName(x) from numbers(3)
timeSeriesFromGrid(toUInt32(10), toUInt32(20), 5, [1, 2])
timeSeriesFromGrid(toUInt32(20), toUInt32(10), 5, [1, 2])
timeSeriesFromGrid(toUInt32(10), toUInt32(20), 0, [1, 2])
timeSeriesFromGrid(toUInt32(10), toUInt32(20), 5, 1)
