/** What a service of the council is, as data: its words, its own questions, and what its cases are called. */
import type { Entries } from '../../src/standard/identity.ts';

/** A question that only this service asks. */
export interface Question {
  /** Entry in the form and id of its input. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'line' | 'paragraph' | 'choice';
  /** What may be chosen, where it is a choice. */
  readonly options?: readonly string[];
  readonly autocomplete?: string;
  /** What is wrong with the answer (trimmed), in words for residents; undefined where nothing is. */
  readonly check: (answer: string) => string | undefined;
}

export interface CouncilService {
  /** Public id in the index's registry, and name of its folder. */
  readonly id: string;
  /** Where its form is, from the site's root on. */
  readonly path: string;
  readonly title: string;
  readonly introduction: string;
  readonly privacyNotice: string;
  readonly questionsTitle: string;
  readonly questions: readonly Question[];
  readonly button: string;
  readonly doneTitle: string;
  readonly doneText: string;
  /** Case numbers begin with it. */
  readonly casePrefix: string;
}

/** The element's `name` in every form of the demo. */
export const elementName = 'customer';

/** Longest answer that any question takes. */
export const longestAnswer = 1_000;

/** Words for every own question whose answer is not usable, in the order asked. */
export function checkAnswers(service: CouncilService, entries: Entries): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const question of service.questions) {
    const answer = (entries[question.name] ?? '').trim();
    const fault =
      answer.length > longestAnswer
        ? `Your answer to “${question.label}” must be ${longestAnswer} characters or fewer`
        : question.check(answer);
    if (fault !== undefined) faults.set(question.name, fault);
  }
  return faults;
}
