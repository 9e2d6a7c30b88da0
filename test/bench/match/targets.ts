/** What the matching bench must reach, set by set, and how far it is: one line per target. Not a test: a missed one fails nothing. */
import type { Evaluation } from '../../../src/matching/index.ts';

/** One set measured: the figures, and recall by origin of names where the set tells it. */
export interface Measured {
  readonly evaluation: Evaluation;
  /** At p ≥ .5, of origins with 300 true pairs or more. */
  readonly recalls: ReadonlyMap<string, number>;
}

interface Target {
  readonly figure: string;
  readonly must: number;
  readonly moonshot: number;
  /** Undefined where the set does not tell. */
  readonly read: (measured: Measured) => number | undefined;
}

const pairs: Target['read'] = ({ evaluation }) => evaluation.pairs.best.f1;
const clusters: Target['read'] = ({ evaluation }) => evaluation.clusters.best.f1;
const pairsAt999: Target['read'] = ({ evaluation }) => evaluation.pairs.recallAtPrecision['0.999'];
const clustersAt99: Target['read'] = ({ evaluation }) => evaluation.clusters.recallAtPrecision['0.99'];
const clustersAt999: Target['read'] = ({ evaluation }) => evaluation.clusters.recallAtPrecision['0.999'];
const blocking: Target['read'] = ({ evaluation }) => evaluation.blockingRecall;
const selfSet99: Target['read'] = ({ evaluation }) => evaluation.selfSet['0.99'].precision;
const selfSet999: Target['read'] = ({ evaluation }) => evaluation.selfSet['0.999'].precision;

/** How much lower than the British recall the lowest of any origin is, as a figure to be at least: 1 − the gap. */
function evenness({ recalls }: Measured): number | undefined {
  const british = recalls.get('british');
  const others = [...recalls].flatMap(([origin, recall]) => (origin === 'organisation' ? [] : [recall]));
  return british === undefined ? undefined : 1 - (british - Math.min(...others));
}

const harder: readonly Target[] = [
  { figure: 'cluster F1', must: 0.88, moonshot: 0.92, read: clusters },
  { figure: 'cluster R@.99', must: 0.55, moonshot: 0.75, read: clustersAt99 },
  { figure: 'blocking', must: 0.985, moonshot: 0.99, read: blocking },
  { figure: 'self-set .99', must: 0.98, moonshot: 0.987, read: selfSet99 },
  { figure: 'organisations', must: 0.7, moonshot: 1, read: ({ recalls }) => recalls.get('organisation') },
  { figure: '1 − gap of origins', must: 0.85, moonshot: 0.94, read: evenness },
];

const targets: Readonly<Record<string, readonly Target[]>> = {
  council: [
    { figure: 'pair F1', must: 0.983, moonshot: 0.99, read: pairs },
    { figure: 'pair R@.999', must: 0.86, moonshot: 0.93, read: pairsAt999 },
    { figure: 'cluster F1', must: 0.991, moonshot: 0.995, read: clusters },
    { figure: 'cluster R@.999', must: 0.93, moonshot: 0.975, read: clustersAt999 },
    { figure: 'self-set .99', must: 0.985, moonshot: 0.988, read: selfSet99 },
    { figure: 'self-set .999', must: 0.998, moonshot: 0.9985, read: selfSet999 },
  ],
  historical_50k: [
    { figure: 'cluster F1', must: 0.955, moonshot: 0.975, read: clusters },
    { figure: 'cluster R@.99', must: 0.91, moonshot: 0.95, read: clustersAt99 },
    { figure: 'blocking', must: 0.88, moonshot: 0.93, read: blocking },
  ],
  febrl3: [
    { figure: 'pair F1, p ≥ .5', must: 0.998, moonshot: 1, read: ({ evaluation }) => evaluation.pairs.at['0.5'].f1 },
    { figure: 'cluster F1', must: 0.9995, moonshot: 1, read: clusters },
  ],
  hard: harder,
  florida: harder,
};

/** Prints each target of a set beside the mean of what was measured: met, and whether the moonshot is; or by how much it is missed. */
export function printTargets(name: string, measured: readonly Measured[]): void {
  for (const { figure, must, moonshot, read } of targets[name] ?? targets[name.split('_')[0] ?? ''] ?? []) {
    const values = measured.map(read).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const verdict =
      mean < must ? `MISSED by ${(must - mean).toFixed(4)}` : mean < moonshot ? 'met' : 'met, and so is the moonshot';
    console.log(`  ${figure.padEnd(20)}${mean.toFixed(4).padStart(8)}  must ${must}, moonshot ${moonshot}: ${verdict}`);
  }
}
