/**
 * The model of the first day: what a look-up and a small first load use until an index has trained its own. Data only.
 */
import { blockingVersion } from './blocking.ts';
import type { KindModel, Model } from './model.ts';
import { birthdayContradicted, startingOrganisationModel, startingPersonModel } from './starting-model.ts';

/** Prior: a town of 100,000 customers, most people known already, two others at home. */
export const builtInModel: Model = {
  format: 2,
  id: 'built-in-2',
  blockingVersion,
  kinds: {
    person: withSource({ ...startingPersonModel(), policies: [birthdayContradicted] }),
    organisation: withSource(startingOrganisationModel()),
  },
  precision: 0.999,
};

/** A system seldom holds one person twice: about one in fifty of its records is a double. Only a first load knows sources. */
function withSource(kind: KindModel): KindModel {
  const levels = [
    { label: 'same', m: 0.003, u: 0.2, h: 0.2, n: 0.2 },
    { label: 'other', m: 0.997, u: 0.8, h: 0.8, n: 0.8 },
  ] as const;
  return { ...kind, comparisons: { ...kind.comparisons, source: { levels } } };
}
