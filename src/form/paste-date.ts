/**
 * A whole date pasted into the first box of an empty date of birth is spread over the three, each part as it was written, and
 * each box can be undone by itself. Anything else that is pasted, and all that is typed, stays as it is. Fetched late.
 */
import { readMonthName } from '../standard/month-names.ts';
import type { DatePart, Profile } from '../standard/profiles/profile.ts';
import type { Input } from './inputs.ts';
import { writeAnswer } from './write-answer.ts';

export interface DatedHost extends HTMLElement {
  readonly elementName: string;
  readonly readonly: boolean;
  readonly activeProfile: Pick<Profile, 'dateOrder' | 'monthNames'>;
}

const listening = new WeakSet<DatedHost>();

/** From now on, for this element; once, however often it is called. */
export function spreadPastedDates(host: DatedHost): void {
  if (listening.has(host)) return;
  listening.add(host);
  host.addEventListener('paste', (event) => spread(host, event));
}

/** The parts of a whole date in this order, or in ISO's where it begins with a year of four digits; else `undefined`. */
export function splitDate(pasted: string, order: readonly DatePart[]): Readonly<Record<DatePart, string>> | undefined {
  const words = pasted.split(/[\s./,-]+/u).filter((word) => word !== '' && !/^(?:de|of)$/iu.test(word));
  if (words.length !== 3 || !words.every((word) => /^(?:\d{1,4}(?:st|nd|rd|th)?|\p{L}{2,20}\p{M}*)$/u.test(word)))
    return undefined;
  const isIso = /^\d{4}$/u.test(words[0] ?? '');
  const at = (part: DatePart) => words[(isIso ? isoOrder : order).indexOf(part)] ?? '';
  const date = { day: at('day'), month: at('month'), year: at('year') };
  // A month in letters is one wherever it stands: "March 27, 1985".
  const isName = /^\p{L}{2}/u;
  if (isName.test(date.day) || isName.test(date.year)) {
    if (!isName.test(date.day) || isName.test(date.month)) return undefined;
    return { ...date, day: date.month, month: date.day };
  }
  return /^\d{1,2}\D/u.test(date.month) ? { ...date, day: date.month, month: date.day } : date;
}

const isoOrder: readonly DatePart[] = ['year', 'month', 'day'];

function spread(host: DatedHost, event: ClipboardEvent): void {
  const { dateOrder } = host.activeProfile;
  const boxes = dateOrder.map((part) => [part, boxOf(host, part)] as const);
  const isInFirst = event.target === boxes.find(([, box]) => box instanceof HTMLInputElement)?.[1];
  if (!isInFirst || host.readonly || boxes.some(([, box]) => !box || box.value !== '')) return;
  const date = splitDate(event.clipboardData?.getData('text') ?? '', dateOrder);
  if (!date) return;
  event.preventDefault();
  for (const [part, box] of boxes) if (box) writeAnswer(box, part === 'month' ? monthFor(box, date.month, host) : date[part]);
  if (event.target instanceof HTMLElement) event.target.focus();
}

function boxOf(host: DatedHost, part: DatePart): Input | undefined {
  const inputs = [...host.querySelectorAll<Input>('input, select')];
  return inputs.find(({ name }) => name === `${host.elementName}.dateOfBirth.${part}`);
}

/** A list has the months by number. */
function monthFor(box: Input, month: string, { activeProfile }: DatedHost): string {
  if (box instanceof HTMLInputElement) return month;
  return String(readMonthName(month, activeProfile.monthNames) ?? Number(month));
}
