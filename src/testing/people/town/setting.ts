/** The kinds of file that can be made, and what makes one harder than the other. Figures only. */

/**
 * - `council`: kind. Most records have a birthday; mailboxes are made from names; one line of address
 * - `hard`: life-like. Half of the birthdays, flats and care homes full of strangers, carers' and recycled numbers, organisations
 * - `florida`: names and addresses of a Florida town, driver licences, organisations with federal numbers
 */
export type Setting = 'council' | 'hard' | 'florida';

/** Shares are 0 to 1. */
export interface Traits {
  readonly organisations: number;
  readonly flats: number;
  readonly careHomes: number;
  readonly twins: number;
  readonly juniors: number;
  /** Of juniors, those who write so. */
  readonly marked: number;
  readonly kin: number;
  /** Of people who have lived elsewhere, and of those, in a home where others now live. */
  readonly moved: number;
  readonly nextTenant: number;
  /** Of mailboxes that follow from their owner's name. */
  readonly namedMailboxes: number;
  readonly carers: number;
  readonly recycled: number;
  readonly usesSecondForename: number;
}

export const traitsOf: Readonly<Record<Setting, Traits>> = {
  council: {
    organisations: 0, flats: 0.1, careHomes: 0, twins: 0.02, juniors: 0.02, marked: 0, kin: 0.05, moved: 0.25, nextTenant: 0.4,
    namedMailboxes: 1, carers: 0, recycled: 0, usesSecondForename: 0,
  },
  hard: {
    organisations: 0.03, flats: 0.3, careHomes: 0.02, twins: 0.03, juniors: 0.04, marked: 0.3, kin: 0.12, moved: 0.35, nextTenant: 0.7,
    namedMailboxes: 0.5, carers: 0.3, recycled: 0.3, usesSecondForename: 0.05,
  },
  florida: {
    organisations: 0.05, flats: 0.25, careHomes: 0.02, twins: 0.03, juniors: 0.08, marked: 0.8, kin: 0.1, moved: 0.4, nextTenant: 0.7,
    namedMailboxes: 0.5, carers: 0.2, recycled: 0.3, usesSecondForename: 0.05,
  },
}; // prettier-ignore
