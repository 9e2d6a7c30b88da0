/**
 * Who reads people, what for, and why: what a call to a `trusted` route must say beside its credentials. In headers, as it
 * holds for every such route, whatever its body. Not the credentials themselves: access.ts.
 */
import { problem, type Problem } from './problem.ts';
import type { Service } from './registry.ts';

/** A caller who may read, by what it stated. */
export interface Caller {
  readonly service: Service;
  /** The member of staff as their own login knows them; absent where a system calls for itself. */
  readonly staff?: string;
  /** Of those that the service is registered for, at least one. */
  readonly purposes: readonly string[];
  readonly reason?: string;
}

/** The headers a call may state these in. Values that are not ASCII are percent-encoded UTF-8. */
export const callerHeaders = {
  'Index-Purpose':
    'What the call is for: one or more of the purposes that the service is registered for, with spaces between. Not needed where there is one only.',
  'Index-Staff': 'The member of staff who asks, as their own login knows them. Required of services that staff call through.',
  'Index-Staff-Token':
    'In place of Index-Staff, where the index knows the provider that staff sign in with: the token that they got there.',
  'Index-Reason': 'Why they ask, such as a case number. Required of services that staff call through.',
} as const;

export interface StatedHeaders {
  readonly purpose: string | undefined;
  readonly staff: string | undefined;
  readonly reason: string | undefined;
}

export type Stated = { readonly caller: Caller } | { readonly refusal: Problem };

const longestReason = 500;

/** Reads what was stated; a refusal says what is missing and what is allowed. */
export function readCaller(service: Service, headers: StatedHeaders): Stated {
  const registered = Object.keys(service.purposes);
  const named = (headers.purpose ?? '').split(' ').filter((name) => name !== '');
  const purposes = named.length === 0 && registered.length === 1 ? registered : [...new Set(named)];
  if (purposes.length === 0) {
    return { refusal: problem('purpose-missing', { detail: `Name in Index-Purpose one or more of: ${registered.join(', ')}.` }) };
  }
  if (!purposes.every((purpose) => registered.includes(purpose))) {
    return { refusal: problem('purpose-refused', { detail: `It is registered for: ${registered.join(', ')}.` }) };
  }
  const [staff, reason] = [readText(headers.staff), readText(headers.reason)];
  if (service.isStaffed && (staff === undefined || reason === undefined)) {
    return { refusal: problem('reason-missing', { detail: 'Send Index-Staff and Index-Reason, of at most 500 characters.' }) };
  }
  return {
    caller: { service, purposes, ...(staff === undefined ? {} : { staff }), ...(reason === undefined ? {} : { reason }) },
  };
}

function readText(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  try {
    const text = decodeURIComponent(header).trim();
    return text === '' || text.length > longestReason || /[\u0000\p{Cs}]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
