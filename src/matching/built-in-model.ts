/**
 * The models of the first day, one for each profile: what a look-up and a small first load use until an index has trained its own.
 * Levels come from training on synthetic people (built-in/*.json, written by `npm run model:train`); here stands what those cannot
 * tell: how large an index is, how common names are, how often a system holds somebody twice.
 */
import type { ProfileId } from '../standard/profiles/profile.ts';
import gb from './built-in/gb.json' with { type: 'json' };
import usFlorida from './built-in/us-fl.json' with { type: 'json' };
import { blockingVersion } from './blocking.ts';
import type { Comparison, KindModel, Level, Model, Provenance } from './model.ts';
import { startingOrganisationModel, startingPersonModel } from './starting-model.ts';

/** Which built-in models these are, for audit: rises whenever a figure of any changes. */
export const builtInVersion = 'built-in-3';

/** Prior: a town of 100,000 customers, most people known already, two others at home. */
export const builtInModels: Readonly<Record<ProfileId, Model>> = {
  gb: compose('gb', gb),
  'us-fl': compose('us-fl', usFlorida),
};

/** The one for the United Kingdom, where no profile is named. */
export const builtInModel: Model = builtInModels.gb;

/** A profile's own; that for the United Kingdom where there is none of the name. */
export function builtInModelOf(profile: string): Model {
  return Object.entries(builtInModels).find(([id]) => id === profile)?.[1] ?? builtInModel;
}

/** m, u, h, n by level, by `own` or a condition's label, by comparison. */
type Figures = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>>;

interface Learned {
  readonly trained: Provenance;
  readonly person: Figures;
  readonly organisation: Figures;
}

function compose(profile: ProfileId, { trained, person, organisation }: Learned): Model {
  return {
    format: 2,
    id: `${builtInVersion}-${profile}`,
    blockingVersion,
    kinds: {
      person: withSource(withFigures(startingPersonModel(), person)),
      organisation: withSource(withFigures(startingOrganisationModel(), organisation)),
    },
    precision: 0.999,
    trained,
  };
}

function withFigures(kind: KindModel, figures: Figures): KindModel {
  const comparisons = Object.entries(kind.comparisons).map(([name, comparison]): [string, Comparison] => {
    const fit = (levels: readonly Level[], label: string): Level[] =>
      levels.map((level) => {
        const [m = level.m, u = level.u, h = level.h, n = level.n] = figures[name]?.[label]?.[level.label] ?? [];
        return { label: level.label, m, u, h, n };
      });
    const conditions = comparison.conditions?.map((condition) => ({
      ...condition,
      levels: fit(condition.levels, condition.label),
    }));
    return [name, { ...comparison, levels: fit(comparison.levels, 'own'), ...(conditions && { conditions }) }];
  });
  return { ...kind, comparisons: Object.fromEntries(comparisons) };
}

/** A system seldom holds one person twice: about one in fifty of its records is a double. Only a first load knows sources. */
function withSource(kind: KindModel): KindModel {
  const levels = [
    { label: 'same', m: 0.003, u: 0.2, h: 0.2, n: 0.2 },
    { label: 'other', m: 0.997, u: 0.8, h: 0.8, n: 0.8 },
  ] as const;
  return { ...kind, comparisons: { ...kind.comparisons, source: { levels } } };
}
