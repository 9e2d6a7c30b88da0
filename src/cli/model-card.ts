/**
 * The card of a model: one HTML page, without scripts and with nothing to load, on which people can see what was learned and how good it
 * is. Shows how common the commonest names are, and no other value of any record.
 */
import { type Comparison, type Evaluation, type KindModel, type Linkage, rateClusters, type Truth } from '../matching/index.ts';
import { explanationEnGB } from '../standard/messages/explanation/en-GB.ts';
import { calibrationPlot, cardStyle, escapeText, tableOf, weightBar } from './model-card-parts.ts';

export interface ModelCardContent {
  /** Of the records that the model was trained on, with that model. */
  readonly linkage: Linkage;
  /** Where the truth is known. */
  readonly truth?: Truth;
  readonly evaluation?: Evaluation;
  /** Recall of clusters at p ≥ .5 by where names come from, where that is known too. */
  readonly recallByOrigin?: ReadonlyMap<string, { readonly truePairs: number; readonly recall: number }>;
}

/** A whole HTML document. */
export function modelCard(content: ModelCardContent): string {
  const { model } = content.linkage;
  const sections = [
    provenancePart(content),
    ...Object.entries(model.kinds).map(([kind, one]) => weightsPart(kind, one)),
    namesakesPart(),
    namesPart(model.kinds.person),
    blockingPart(content),
    thresholdPart(content),
    calibrationPart(content.evaluation),
    originPart(content.recallByOrigin),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Card of the model ${escapeText(model.id)}</title>
<style>${cardStyle}</style>
</head>
<body>
<main>
<h1>Card of the model ${escapeText(model.id)}</h1>
${sections.filter((section) => section !== '').join('\n')}
</main>
</body>
</html>
`;
}

function provenancePart({ linkage: { model, size, placeholders } }: ModelCardContent): string {
  const { trained } = model;
  const filled = Object.entries(trained?.filled ?? {}).map(([name, share]) => [fieldWords(name), percent(share)]);
  const dropped = placeholders.map(({ field, records }) => [fieldWords(field), count(records)]);
  return section(
    'What it was trained on',
    `<p>${escapeText(trained?.on ?? 'Nothing: figures set by hand.')} ${count(trained?.records ?? size)} records, ${count(trained?.pairs ?? 0)} pairs, ${count(trained?.rounds ?? 0)} rounds. No labels.${trained?.date === undefined ? '' : ` Trained on ${escapeText(trained.date)}.`}${trained?.digest === undefined ? '' : ` Digest of the records: <code>${escapeText(trained.digest)}</code>.`}</p>`,
    tableOf('How many of the records have each value', ['Field', 'Records that have it'], filled),
    dropped.length === 0 ? '' : tableOf('Values taken for placeholders, and left out', ['Field', 'Records with it'], dropped),
  );
}

function weightsPart(kind: string, { comparisons }: KindModel): string {
  const rows = Object.entries(comparisons).flatMap(([name, { levels }]) =>
    levels.map(({ label, m, u, h }) => [
      fieldWords(name),
      explanationEnGB[`level/${label}`] ?? label,
      probability(m),
      probability(u),
      bits(Math.log2(m / u)),
      bits(Math.log2(m / h)),
      weightBar(Math.log2(m / u)),
    ]),
  );
  return section(
    kind === 'person' ? 'Weights: people' : 'Weights: organisations',
    `<p>How often each level is seen among records of one ${kind} and among strangers’. A bit doubles the odds; a bit below zero halves them.</p>`,
    tableOf(
      'Match weight of each level',
      ['Field', 'Comparison', 'Same', 'Strangers', 'Against a stranger', 'Against a relative', 'Weight'],
      rows,
    ),
  );
}

/** What a batch knows beyond any two records, and weights cannot show (namesakes.ts of the engine). */
function namesakesPart(): string {
  return section(
    'Two of one name at one address',
    '<p>What these weights do not show: a father and his son may share name and home. Of two records of one name at one address, one of which has no birthday, a batch also asks what the other records of that name and address say: where birthdays there contradict each other, name and address link it to neither; where all agree, it is a little surer. Whoever looks one record up finds both customers, each certain only beside the other: what may be two people a person decides. Among customers held in memory, name and home also say less the more of the surname live there. An explanation of two records knows nothing of such others.</p>',
  );
}

/** Names that are common are nobody's in particular; a rare one, a mailbox or a number would be somebody's. */
function namesPart({ comparisons }: KindModel): string {
  const parts = ['given', 'family'].flatMap((name) => {
    const { frequencies, levels }: Partial<Comparison> = comparisons[name] ?? {};
    const m = levels?.find(({ label }) => label === 'exact')?.m;
    if (frequencies === undefined || m === undefined) return [];
    const weight = (share: number) => bits(Math.log2(m / share));
    const common = Object.entries(frequencies.shares)
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(([value, share]) => [value, percent(share), weight(share)]);
    const rows = [...common, ['any that is not listed', percent(frequencies.otherwise), weight(frequencies.otherwise)]];
    return [tableOf(`${fieldWords(name)}: the commonest, and the rest`, ['Name', 'Share of people', 'Bits when the same'], rows)];
  });
  return parts.length === 0 ? '' : section('How much a name says', ...parts);
}

function blockingPart({ linkage, evaluation }: ModelCardContent): string {
  const { candidates, size, model } = linkage;
  const rows = [
    ['Records', count(size)],
    ['Pairs that were compared', count(candidates.left.length)],
    ['of all that there are', percent(candidates.left.length / Math.max(1, (size * (size - 1)) / 2))],
    ['Pairs for each record', (candidates.left.length / Math.max(1, size)).toFixed(1)],
    ...(evaluation ? [['True pairs that are among them', percent(evaluation.blockingRecall)]] : []),
  ];
  const keys = Object.entries(model.kinds).map(([kind, one]) => [
    kind,
    one.keys.join(', '),
    one.lookUpKeys?.join(', ') ?? 'the usual ones',
  ]);
  return section(
    'Which pairs are looked at',
    tableOf('Blocking', ['Figure', 'Value'], rows),
    tableOf('Keys that were kept', ['Records of', 'Of a batch', 'Of a look-up'], keys),
  );
}

function thresholdPart({ linkage, truth }: ModelCardContent): string {
  const rowOf = (name: string, clusters: Int32Array): string[] => {
    const rates = truth && rateClusters(clusters, truth);
    return [name, count(new Set(clusters).size), ...(rates ? [percent(rates.precision), percent(rates.recall)] : [])];
  };
  const rows = [
    ...[0.5, 0.9, 0.99, 0.999].map((least) => rowOf(`p ≥ ${least}`, linkage.clustersAt(least))),
    ...[0.99, 0.999].map((wanted) => rowOf(`precision ${percent(wanted)} asked for`, linkage.clustersFor(wanted))),
  ];
  const head = ['Threshold', 'People', ...(truth ? ['Precision in fact', 'Recall in fact'] : [])];
  return section('Thresholds', tableOf('What each threshold gives', head, rows));
}

function calibrationPart(evaluation: Evaluation | undefined): string {
  if (!evaluation) return section('Calibration', '<p>Needs a truth: name its column with --truth.</p>');
  const rows = evaluation.calibration.map(({ from, to, pairs, predicted, observed }) => [
    `${from} to ${to}`,
    count(pairs),
    percent(predicted),
    percent(observed),
  ]);
  return section(
    'Calibration',
    calibrationPlot(evaluation.calibration),
    tableOf('What a score promises, and what is right', ['Probability', 'Pairs', 'Promised', 'Right'], rows),
  );
}

function originPart(recalls: ModelCardContent['recallByOrigin']): string {
  if (!recalls || recalls.size === 0) return '';
  const rows = [...recalls].map(([origin, { truePairs, recall }]) => [origin || 'not known', count(truePairs), percent(recall)]);
  return section('Recall by origin of names', tableOf('Clusters at p ≥ 0.5', ['Origin', 'True pairs', 'Recall'], rows));
}

const section = (title: string, ...parts: readonly string[]): string =>
  `<section>\n<h2>${title}</h2>\n${parts.join('\n')}\n</section>`;
const fieldWords = (name: string): string => explanationEnGB[`field/${name}`] ?? name;
const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.001 ? 4 : 2)} %`;
const count = (number: number): string => number.toLocaleString('en-GB');
const probability = (value: number): string => (value < 0.001 ? value.toExponential(1).replace('-', '−') : value.toFixed(3));
const bits = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
