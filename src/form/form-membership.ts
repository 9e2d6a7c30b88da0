/**
 * What the element says when its form asks (form-submission.ts): whether the answers may go as they are, and what has to
 * happen before. Does not own the order of a submission, nor the resolving.
 */
import type { Identity } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import { joinForm, type Participant } from './form-submission.ts';
import type { ResolutionController } from './resolution-controller.ts';

export interface FormMember {
  readonly isDisabled: boolean;
  readonly readonly: boolean;
  readonly resolveTime: 'submit' | 'never';
  readonly identity: Identity | undefined;
  readonly issues: readonly Issue[];
  /** Whether there is no rule to wait for before what is typed can be judged. */
  readonly areRulesSettled: boolean;
  loadRules(): Promise<void>;
  refresh(): void;
  showIssues(options: { readonly takeFocus: boolean }): void;
}

export class FormMembership implements Participant {
  private leave: (() => void) | undefined;
  private readonly member: FormMember;
  private readonly resolutions: ResolutionController;

  constructor(member: FormMember, resolutions: ResolutionController) {
    this.member = member;
    this.resolutions = resolutions;
  }

  /** Takes part in this form's submissions and in no other's. */
  join(form: HTMLFormElement | null): void {
    this.leave?.();
    this.leave = form ? joinForm(form, this) : undefined;
  }

  get takesPart(): boolean {
    return !this.member.isDisabled;
  }

  isValid(): boolean {
    this.member.refresh();
    return this.member.readonly || this.member.issues.length === 0;
  }

  isSettled(): boolean {
    if (this.member.resolveTime === 'never') return this.member.areRulesSettled;
    // Locked answers with issues are let through, and are nothing to resolve; what cannot be judged yet has neither.
    return this.resolutions.isSettled() || this.member.issues.length > 0;
  }

  async settle(): Promise<void> {
    if (this.member.resolveTime === 'never') await this.member.loadRules();
    else await this.resolutions.resolve(true);
  }

  showIssues(options: { readonly takeFocus: boolean }): void {
    this.member.showIssues(options);
  }

  submitted(): void {
    this.resolutions.submitted();
  }
}
