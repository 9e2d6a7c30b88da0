/** How each source system of a setting asks, stores and spoils what it is told: a table of figures, shares from 0 to 1. */
import type { Setting } from './setting.ts';

export interface Habits {
  readonly name: string;
  /** How many records, against the others. */
  readonly weight: number;
  readonly ages: readonly [youngest: number, oldest: number];
  /** Organisations only, people only, or whoever comes. */
  readonly keeps: 'people' | 'organisations' | 'both';
  /** `parts`: columns for each; `full`: one string, with title; `family-first`: `SURNAME, Forenames`. */
  readonly names: 'parts' | 'full' | 'family-first';
  readonly title: number;
  readonly middle: number;
  readonly middleInitial: number;
  readonly initial: number;
  readonly nickname: number;
  readonly spelling: number;
  readonly marks: number;
  readonly typo: number;
  readonly crossed: number;
  readonly birthday: number;
  /** Of birthdays: the year alone, a placeholder, a slip. */
  readonly yearOnly: number;
  readonly placeholder: number;
  readonly slip: number;
  readonly dates: 'iso' | 'british' | 'american' | 'digits';
  readonly place: number;
  readonly postcode: number;
  readonly respelled: number;
  readonly mailbox: number;
  readonly telephone: number;
  readonly landline: number;
  /** What is out of date: the former address, surname, mailbox, number. */
  readonly outOfDate: number;
  readonly letters: 'as-is' | 'upper' | 'lower';
  /** The longest name and line that the system holds. */
  readonly longest?: number;
  readonly opticalErrors: number;
}

const usual: Habits = {
  name: '', weight: 1, ages: [18, 120], keeps: 'people', names: 'parts', title: 0, middle: 0.1, middleInitial: 0.1, initial: 0.02, nickname: 0.06,
  spelling: 0.08, marks: 0.2, typo: 0.05, crossed: 0.01, birthday: 0.5, yearOnly: 0.05, placeholder: 0.02, slip: 0.04, dates: 'iso', place: 0.95,
  postcode: 0.95, respelled: 0.3, mailbox: 0.5, telephone: 0.55, landline: 0.2, outOfDate: 0.3, letters: 'as-is', opticalErrors: 0,
}; // prettier-ignore

const kind: Habits = {
  ...usual, title: 0, middle: 0, middleInitial: 0, initial: 0.03, nickname: 0.06, spelling: 0.02, marks: 0.1, typo: 0.07, crossed: 0.015, birthday: 0.885,
  yearOnly: 0, placeholder: 0.011, slip: 0.05, place: 1, postcode: 0.97, respelled: 0.06, mailbox: 0.5, telephone: 0.6, landline: 0, outOfDate: 0.25,
  letters: 'lower', ages: [0, 120],
}; // prettier-ignore

const hard: readonly Habits[] = [
  { ...usual, name: 'council_tax', weight: 1.6, keeps: 'both', names: 'full', title: 0.7, middleInitial: 0.3, initial: 0.15, birthday: 0.35, mailbox: 0.35, landline: 0.5, letters: 'upper', longest: 31 },
  { ...usual, name: 'electoral', weight: 1.2, middle: 0.75, nickname: 0.01, birthday: 0.65, mailbox: 0.2, telephone: 0.1 },
  { ...usual, name: 'housing', birthday: 0.8, longest: 16, telephone: 0.8, outOfDate: 0.4, dates: 'british' },
  { ...usual, name: 'libraries', ages: [3, 120], nickname: 0.2, birthday: 0.7, mailbox: 0.75, postcode: 0.85 },
  { ...usual, name: 'parking', keeps: 'both', names: 'full', title: 0.3, initial: 0.15, birthday: 0.2, mailbox: 0.9, respelled: 0.4 },
  { ...usual, name: 'adult_social_care', weight: 0.8, ages: [30, 120], birthday: 0.92, yearOnly: 0.08, telephone: 0.8, mailbox: 0.2, dates: 'british' },
  { ...usual, name: 'schools', weight: 0.9, ages: [3, 18], middle: 0.3, birthday: 0.97, telephone: 0.9, mailbox: 0.8, longest: 16, dates: 'digits' },
  { ...usual, name: 'benefits', names: 'family-first', birthday: 0.95, letters: 'upper', mailbox: 0.35, typo: 0.03 },
  { ...usual, name: 'waste', keeps: 'both', names: 'full', nickname: 0.2, typo: 0.1, birthday: 0, mailbox: 0.9, telephone: 0.7, respelled: 0.5 },
  { ...usual, name: 'archive', weight: 0.6, birthday: 0.75, yearOnly: 0.4, placeholder: 0.08, letters: 'upper', longest: 16, opticalErrors: 0.25, mailbox: 0, telephone: 0.2, landline: 0.8, outOfDate: 0.7 },
  { ...usual, name: 'licensing', weight: 0.3, keeps: 'both', title: 0.2, birthday: 0.6, mailbox: 0.7 },
  { ...usual, name: 'business_rates', weight: 1.2, keeps: 'organisations', letters: 'upper', longest: 31 },
]; // prettier-ignore

/** The systems of a setting. */
export const habitsOf: Readonly<Record<Setting, readonly Habits[]>> = {
  council: [
    'housing',
    'school_admissions',
    'adult_social_care',
    'benefits',
    'council_tax',
    'parking',
    'libraries',
    'electoral',
  ].map((name) => ({ ...kind, name })),
  hard,
  florida: hard.map((habits) => ({
    ...habits,
    name:
      {
        council_tax: 'property_tax',
        electoral: 'voters',
        adult_social_care: 'elder_affairs',
        business_rates: 'business_tax',
        waste: 'utilities',
        benefits: 'human_services',
      }[habits.name] ?? habits.name,
    dates: habits.dates === 'british' ? ('american' as const) : habits.dates,
    ...(habits.name === 'electoral' ? { birthday: 0.95 } : {}),
  })),
};
