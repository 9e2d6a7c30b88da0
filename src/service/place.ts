/** Pages of a list: where one ends and the next begins, as a text that callers hand back as they got it. */
import type { Page, Place } from '../store/review.ts';

/** The most entries of a page. */
export const longestPage = 200;
const usualPage = 50;

/** The place after an entry. */
export function formatPlace({ createdAt, id }: Place): string {
  return `${createdAt.getTime()}.${id}`;
}

/** What a call says of its page; undefined where it cannot be read. */
export function readPage(query: Readonly<Record<string, string>>): Page | undefined {
  const { after, limit = String(usualPage) } = query;
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > longestPage) return undefined;
  if (after === undefined) return { limit: Number(limit) };
  const [, time, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after) ?? [];
  if (time === undefined || id === undefined) return undefined;
  return { limit: Number(limit), after: { createdAt: new Date(Number(time)), id } };
}

/** `next` for a list that was asked for one entry more than its page holds. */
export function cut<T>(rows: readonly T[], limit: number, placeOf: (row: T) => Place): { rows: readonly T[]; next?: string } {
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { rows };
  return { rows: rows.slice(0, limit), next: formatPlace(placeOf(last)) };
}
