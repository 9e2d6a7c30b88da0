/**
 * What candidates of one identity tell of each other: it is one customer's at most, so each that fits takes from the certainty of the
 * others, but for those that may well be the same person under two IDs. Not the score of one candidate, and not a decision.
 */

/** A rival below these natural log odds takes less than an eighth of a nat. */
const leastRival = -2;
/** Rivals that count, the best. A fifth hardly ever changes what four left. */
const mostRivals = 4;

/**
 * The scores of candidates in natural log odds, each against all others too: of odds oᵢ, oᵢ / (1 + Σ oⱼ). `areOne` gives the log odds that
 * two of them, by their places, are one customer: then the other's odds count by what is left to their being two.
 */
export function againstRivals(scores: readonly number[], areOne: (one: number, other: number) => number): readonly number[] {
  const rivals = scores.flatMap((score, place) => (score > leastRival ? [place] : []));
  if (rivals.length < 2) return scores;
  const best = rivals.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, mostRivals);
  const areTwo = shareOfTwo(best, areOne);
  return scores.map((score, place) => {
    if (score <= leastRival) return score;
    const own = best.indexOf(place);
    const others = best.reduce((sum, rival, index) => {
      const share = own < 0 ? 1 : (areTwo[own * best.length + index] ?? 1);
      return rival === place ? sum : sum + share * Math.exp(scores[rival] ?? 0);
    }, 0);
    return score - Math.log1p(others);
  });
}

/** The probability that any two of these are two customers. */
function shareOfTwo(places: readonly number[], areOne: (one: number, other: number) => number): Float64Array {
  const shares = new Float64Array(places.length ** 2);
  for (const [row, one] of places.entries()) {
    for (const [column, other] of places.slice(0, row).entries()) {
      const share = 1 / (1 + Math.exp(areOne(one, other)));
      shares[row * places.length + column] = share;
      shares[column * places.length + row] = share;
    }
  }
  return shares;
}
