/**
 * Owns which problems are on show: from the moment the answers were checked until each becomes right. Also what the browser
 * is told about validity, so that a form's own checks know.
 * Does not own the finding of issues (standard/), the drawing (paint.ts), nor when to check (form-submission.ts).
 *
 * A controller because problems outlive a drawing: they are put into words again when the language changes.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Issue } from '../standard/issue.ts';
import type { Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { firstEntryOf } from './error-summary.ts';
import { CitizenIdIssuesShownEvent } from './events.ts';
import type { Input } from './inputs.ts';
import type { Helper } from './acting/helper.ts';
import { ownParts, paintProblems, removeServersProblems } from './paint.ts';
import { createProblem, overlaps, type Problem } from './problem.ts';

export interface ProblemHost extends ReactiveControllerHost, HTMLElement {
  readonly elementName: string;
  readonly errorSummary: 'own' | 'host' | 'none';
  /** As the look has it. */
  readonly isErrorSpan: boolean | undefined;
  readonly words: Messages;
  readonly activeProfile: Profile;
  readonly root: HTMLElement | undefined;
  readonly issues: readonly Issue[];
  readonly helper?: Helper | undefined;
}

interface Shown {
  /** Absent where a server found it: then only its words are known. */
  readonly issue?: Issue;
  readonly problem: Problem;
}

export class ProblemController implements ReactiveController {
  private shown: readonly Shown[] = [];
  /** Whether all that is painted is painted by us. */
  private areOurs = false;
  /** How many the host was told of last. */
  private told = 0;
  private readonly host: ProblemHost;

  constructor(host: ProblemHost) {
    this.host = host;
    host.addController(this);
    host.addEventListener('click', this.onClick);
  }

  hostUpdated(): void {
    if (this.shown.length === 0) return;
    this.shown = this.shown.map(({ issue, problem }) => (issue ? this.toShown(issue) : { problem }));
    this.paint();
  }

  /** Shows these and no others. */
  show(issues: readonly Issue[]): void {
    this.removeServers();
    this.shown = issues.map((issue) => this.toShown(issue));
    this.paint();
  }

  /** Problems that a server drew into a page that was taken over become ours; the page stays as it was. */
  takeOver(): void {
    const { root } = this.host;
    // A submission may have been quicker, and what stands there be ours.
    const words = root && !this.areOurs ? ownParts(root, '[data-code]') : [];
    if (!root || words.length === 0) return;
    // To judge the answers takes time that no other page should wait for.
    const { issues } = this.host;
    this.shown = words.map((drawn) => {
      const { code = '', path = '' } = drawn.dataset;
      const issue = issues.find((candidate) => candidate.code === code && this.toProblem(candidate).path === path);
      return issue ? this.toShown(issue) : { problem: { code, path, words: drawn.textContent } };
    });
    this.removeServers();
    this.paint();
    // As a full page load announces nothing: unless somebody has begun to type.
    if (root.ownerDocument.activeElement === root.ownerDocument.body) this.moveFocus();
  }

  /**
   * Takes away what has become right. What is still wrong keeps its words while somebody types. A problem that only the
   * server knew goes when its own entry is edited.
   */
  clearCorrected(editedEntry: string): void {
    if (this.shown.length === 0) return;
    const wrong = this.host.issues.map((issue) => this.toProblem(issue).path);
    const remaining = this.shown.filter(({ issue, problem }) => {
      if (wrong.some((path) => overlaps(path, problem.path))) return true;
      return !issue && !overlaps(editedEntry, problem.path);
    });
    if (remaining.length === this.shown.length) return;
    this.shown = remaining;
    this.paint();
  }

  /** To the summary where there is one of our own; without any, to the first wrong input. The host's summary is the host's. */
  moveFocus(): void {
    const { root, errorSummary } = this.host;
    const summary = root?.querySelector<HTMLElement>('.cif-summary');
    if (errorSummary === 'own' && summary) {
      // Only now, as design systems do it: a summary that was never moved to is no place for the focus.
      summary.tabIndex = -1;
      // Where a box without a name has focus, Orca in Firefox says nothing of it, not even of the alert within.
      summary.setAttribute('role', 'group');
      summary.setAttribute('aria-labelledby', `${this.host.elementName}.summary-title`);
      summary.querySelector('.cif-summary-title')?.setAttribute('id', `${this.host.elementName}.summary-title`);
      summary.focus({ preventScroll: true });
      summary.scrollIntoView({ block: 'start' });
    } else if (errorSummary === 'none') {
      this.firstWrongInput()?.focus();
    }
  }

  firstWrongInput(): Input | undefined {
    return this.shown[0] && this.inputOf(this.shown[0].problem);
  }

  /** What the browser is told: the words, and the input they are about. Undefined where all is well. */
  validityOf(issues: readonly Issue[]): { words: string; anchor: HTMLElement } | undefined {
    const { root } = this.host;
    const [issue] = issues;
    if (!issue || !root) return undefined;
    const problem = this.toProblem(issue);
    return { words: problem.words, anchor: this.inputOf(problem) ?? root };
  }

  private inputOf(problem: Problem): Input | undefined {
    const { elementName, activeProfile } = this.host;
    return this.inputWithId(`${elementName}.${firstEntryOf(problem, activeProfile)}`);
  }

  private inputWithId(id: string): Input | undefined {
    return [...(this.host.root?.querySelectorAll<Input>('input, select') ?? [])].find((input) => input.id === id);
  }

  /** From a line of the summary to its input; label and error come into view with it. */
  private readonly onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.cif-summary-link') : null;
    if (!link) return;
    event.preventDefault();
    const input = this.inputWithId(decodeURIComponent(link.hash.slice(1)));
    input?.closest('[data-entry]')?.scrollIntoView({ block: 'nearest' });
    input?.focus({ preventScroll: true });
  };

  /** Once, before anything of ours is painted. */
  private removeServers(): void {
    const { root } = this.host;
    if (!root || this.areOurs) return;
    removeServersProblems(root);
    this.areOurs = true;
  }

  private toShown(issue: Issue): Shown {
    return { issue, problem: this.toProblem(issue) };
  }

  private toProblem(issue: Issue): Problem {
    return this.host.helper?.problemOf(issue) ?? createProblem(issue, this.host.words);
  }

  private paint(): void {
    const { root, elementName, words, activeProfile, errorSummary } = this.host;
    if (!root) return;
    paintProblems(root, {
      elementName,
      profile: activeProfile,
      messages: words,
      problems: this.shown.map(({ problem }) => problem),
      hasSummary: errorSummary === 'own',
      isErrorSpan: this.host.isErrorSpan,
    });
    const { length: count } = this.shown;
    if (count !== this.told) this.host.dispatchEvent(new CitizenIdIssuesShownEvent((this.told = count)));
  }
}
