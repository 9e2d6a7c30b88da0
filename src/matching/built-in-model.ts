/**
 * The model of the first day: figures set by hand, before any record was seen. Data only; a trained model replaces it whole.
 * Starting figures come from a measured prototype; those that differ say why.
 */
import type { Comparison, Model } from './model.ts';
import { familyNameShares, givenNameShares, otherFamilyShare, otherGivenShare } from './name-frequencies.ts';

const given: Comparison<'given'> = {
  levels: [
    { label: 'exact', m: 0.8, u: 0.0015, h: 0.011 },
    { label: 'slip', m: 0.035, u: 0.0006, h: 0.0012 },
    { label: 'part', m: 0.045, u: 0.001, h: 0.006 },
    { label: 'nickname', m: 0.045, u: 0.003, h: 0.004 },
    { label: 'initial', m: 0.03, u: 0.01, h: 0.02 },
    { label: 'typo', m: 0.014, u: 0.002, h: 0.004 },
    { label: 'middle', m: 0.008, u: 0.0005, h: 0.006 },
    { label: 'crossed', m: 0.006, u: 0.00001, h: 0.0001 },
    { label: 'weak', m: 0.006, u: 0.002, h: 0.003 },
    { label: 'differ', m: 0.01, u: 0.97839, h: 0.9427 },
    { label: 'generation', m: 0.001, u: 0.001, h: 0.002 },
  ],
  frequencies: { shares: givenNameShares, otherwise: otherGivenShare },
};

const family: Comparison<'family'> = {
  levels: [
    { label: 'exact', m: 0.86, u: 0.0006, h: 0.7 },
    { label: 'typo', m: 0.06, u: 0.0015, h: 0.05 },
    { label: 'part', m: 0.015, u: 0.0005, h: 0.02 },
    { label: 'weak', m: 0.015, u: 0.01, h: 0.01 },
    { label: 'differ', m: 0.05, u: 0.9874, h: 0.22 },
  ],
  frequencies: { shares: familyNameShares, otherwise: otherFamilyShare },
};

const dateOfBirth: Comparison<'date-of-birth'> = {
  levels: [
    { label: 'exact', m: 0.888, u: 0.00004, h: 0.006 },
    // Both on 1 January of one year: rarer than an equal birthday among strangers, but systems write it for want of better.
    { label: 'first-of-january', m: 0.012, u: 0.000008, h: 0.00004 },
    { label: 'swapped', m: 0.01, u: 0.00003, h: 0.0001 },
    { label: 'one-character', m: 0.045, u: 0.0013, h: 0.0013 },
    { label: 'two-characters', m: 0.015, u: 0.02, h: 0.015 },
    { label: 'partial', m: 0.01, u: 0.0045, h: 0.004 },
    { label: 'same-year', m: 0.005, u: 0.012, h: 0.03 },
    { label: 'differ', m: 0.015, u: 0.962122, h: 0.94366 },
  ],
  conditions: [
    {
      // Twins and nobody else in a household share a birthday, and twins do not share a forename: once the forename agrees, an
      // equal birthday is a coincidence; among strangers a likelier one than otherwise, as forenames have their decades.
      label: 'forename-agrees',
      when: { given: ['exact', 'part', 'nickname', 'crossed'] },
      levels: { exact: { u: 0.00008, h: 0.0004 }, 'first-of-january': { h: 0.000015 } },
    },
  ],
};

const place: Comparison<'place'> = {
  levels: [
    { label: 'exact', m: 0.6, u: 0.00003, h: 0.7 },
    { label: 'strong', m: 0.12, u: 0.00006, h: 0.14 },
    { label: 'postcode', m: 0.03, u: 0.0004, h: 0.05 },
    { label: 'address', m: 0.02, u: 0.00005, h: 0.03 },
    { label: 'weak', m: 0.03, u: 0.02, h: 0.02 },
    { label: 'differ', m: 0.2, u: 0.97946, h: 0.06 },
  ],
};

const emailAddress: Comparison<'email-address'> = {
  levels: [
    { label: 'exact', m: 0.8, u: 0.000002, h: 0.08 },
    { label: 'near', m: 0.06, u: 0.00001, h: 0.01 },
    { label: 'same-letters', m: 0.04, u: 0.0002, h: 0.03 },
    { label: 'differ', m: 0.1, u: 0.999788, h: 0.88 },
  ],
  conditions: [
    {
      // Two people of one name have addresses made from that name: only the whole address tells them apart.
      label: 'names-agree',
      when: { given: ['exact', 'part'], family: ['exact'] },
      levels: {
        exact: { u: 0.0005, h: 0.08 },
        near: { u: 0.02, h: 0.03 },
        'same-letters': { u: 0.25, h: 0.25 },
        differ: { u: 0.73, h: 0.64 },
      },
    },
    {
      // Twins are the likeliest of all to share a mailbox: their parents'.
      label: 'twins',
      when: { given: ['typo', 'weak', 'differ'], 'date-of-birth': ['exact'] },
      levels: { exact: { h: 0.3 } },
    },
  ],
};

const telephoneNumber: Comparison<'telephone-number'> = {
  levels: [
    { label: 'mobile', m: 0.85, u: 0.000002, h: 0.06 },
    { label: 'mobile-typo', m: 0.05, u: 0.00002, h: 0.005 },
    { label: 'mobile-differ', m: 0.1, u: 0.999978, h: 0.935 },
    // A landline is the household's: it speaks against a stranger and hardly against a relative.
    { label: 'landline', m: 0.75, u: 0.00001, h: 0.65 },
    { label: 'landline-typo', m: 0.05, u: 0.00003, h: 0.045 },
    { label: 'landline-differ', m: 0.2, u: 0.99996, h: 0.305 },
  ],
};

/** Set by hand. Prior: a town of 100,000 customers, most people known already, two others at home. */
export const builtInModel: Model = {
  format: 1,
  id: 'built-in-1',
  prior: { population: 100_000, samePerson: 0.7, household: 2 },
  comparisons: {
    given,
    family,
    'date-of-birth': dateOfBirth,
    place,
    'email-address': emailAddress,
    'telephone-number': telephoneNumber,
  },
  policies: [
    {
      // Fathers and sons, and namesakes: a birthday that plainly differs outweighs a name and an address, unless a contact of
      // one person's own agrees and the birthday may be the mistake.
      label: 'birthday-contradicted',
      field: 'date-of-birth',
      when: { 'date-of-birth': ['same-year', 'differ'] },
      unless: [{ 'email-address': ['exact'] }, { 'telephone-number': ['mobile'] }],
      nats: -8,
    },
  ],
};
