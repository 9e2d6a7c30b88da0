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
 * two of them, by their places, are one customer: then the other's odds count by what is left to their being two. Asked of the best and
 * each of the next alone, as it is the best that anybody is linked to.
 */
export function againstRivals(scores: readonly number[], areOne: (one: number, other: number) => number): readonly number[] {
  const rivals = scores.flatMap((score, place) => (score > leastRival ? [place] : []));
  if (rivals.length < 2) return scores;
  const [best = 0, ...others] = rivals.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, mostRivals);
  const areTwo = new Map(others.map((other) => [other, 1 / (1 + Math.exp(areOne(best, other)))]));
  const oddsOf = (rival: number): number => Math.exp(scores[rival] ?? 0);
  const oddsOfBest = oddsOf(best);
  return scores.map((score, place) => {
    if (score <= leastRival) return score;
    let against = place === best ? 0 : oddsOfBest * (areTwo.get(place) ?? 1);
    for (const other of others) {
      if (other !== place) against += oddsOf(other) * (place === best ? (areTwo.get(other) ?? 1) : 1);
    }
    return score - Math.log1p(against);
  });
}
