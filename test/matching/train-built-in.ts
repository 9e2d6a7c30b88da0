/**
 * Trains the models of the first day on the project's own synthetic people and writes them into src/matching/built-in: `npm run
 * model:train`. The same seed gives the same bytes. What a file of such people cannot tell is not taken from it and stays as set by hand
 * (built-in-model.ts): how many know an index, how common names are, how often a system holds somebody twice.
 *
 *   --people 10000   how many, and organisations, for each model      --out FOLDER   where to write
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { trainModel } from '../../src/matching/index.ts';
import { levelGroupsOf } from '../../src/matching/learned-levels.ts';
import { type ComparisonKind, kindOf, type KindModel, type Level, matchClasses } from '../../src/matching/model.ts';
import { startingOrganisationModel, startingPersonModel } from '../../src/matching/starting-model.ts';
import { peopleFileVersion, type Setting } from '../../src/testing/index.ts';
import { drawSet } from '../bench/match/sets.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    out: { type: 'string', default: fileURLToPath(new URL('../../src/matching/built-in', import.meta.url)) },
  },
});

/** Which people each profile's model is trained on: the harder file, as life is. */
const settings: Readonly<Record<string, Setting>> = { gb: 'hard', 'us-fl': 'florida' };
const seed = 'built-in';

/**
 * Levels as `{field: {own or condition's label: {level: [m, u, h, n]}}}`, to four digits. Synthetic people are not life: what was set by
 * hand counts three times what they teach, so that what they seldom do is not thought impossible.
 */
function figuresOf(learned: KindModel, start: KindModel) {
  return Object.fromEntries(
    Object.entries(start.comparisons).map(([name, comparison]) => {
      const own = learned.comparisons[name];
      const variants = [{ label: 'own', levels: comparison.levels }, ...(comparison.conditions ?? [])];
      return [
        name,
        Object.fromEntries(
          variants.map(({ label, levels }) => {
            const taught =
              label === 'own' ? own?.levels : own?.conditions?.find((condition) => condition.label === label)?.levels;
            return [label, meanOf(kindOf(name), levels, taught ?? levels)];
          }),
        ),
      ];
    }),
  );
}

const isPersonal = (kind: ComparisonKind | undefined): boolean => kind === 'given' || kind === 'date-of-birth';

/** The means of two lists of levels; each class a distribution. How many are twins, or sons named after their fathers, is known and stays. */
function meanOf(kind: ComparisonKind | undefined, start: readonly Level[], taught: readonly Level[]) {
  const figures = new Map(start.map(({ label }): [string, number[]] => [label, []]));
  for (const part of matchClasses) {
    const isFact = (level: Level): boolean => part === 'h' && isPersonal(kind) && level.label === 'exact';
    const means = start.map(
      (level, at) => (3 * level[part] + ((isFact(level) ? undefined : taught[at]?.[part]) ?? level[part])) / 4,
    );
    for (const group of kind === undefined ? [] : levelGroupsOf(kind)) {
      const all = group.reduce((sum, at) => sum + (means[at] ?? 0), 0);
      for (const at of group) figures.get(start[at]?.label ?? '')?.push(Number(((means[at] ?? 0) / all).toPrecision(4)));
    }
  }
  return Object.fromEntries(figures);
}

for (const [profile, setting] of Object.entries(settings)) {
  const { records } = drawSet(setting, seed, Number(values.people));
  const on = `synthetic people, version ${peopleFileVersion}, ${setting}, seed ${seed}`;
  const { trained, kinds } = trainModel(records, { on, councilPolicy: true });
  const written = {
    trained,
    person: figuresOf(kinds.person, startingPersonModel()),
    organisation: figuresOf(kinds.organisation, startingOrganisationModel()),
  };
  const file = path.join(values.out, `${profile}.json`);
  writeFileSync(file, await format(JSON.stringify(written), { ...(await resolveConfig(file)), parser: 'json' }));
  console.log(`${profile}: ${records.length} records`, kinds.person.prior, kinds.person.lookUpKeys?.join(' '));
}
