/**
 * `<citizen-id-isolated>`: the same form for pages whose style sheets are hostile (`input { all: unset !important }`): `<citizen-id-form>` inside a
 * shadow root, with everything that reaches it from outside set back. It costs what light inputs give: autofill and password managers see
 * less, and there is no form without JavaScript. Only the class: src/isolated.ts registers it.
 *
 * Inputs in a shadow root belong to no form outside it. So they have a form of their own there, and what is in it is submitted by this element;
 * on a submission of the form outside it takes part as the element inside would.
 */
import type { CitizenIdForm } from './citizen-id-form.ts';
import { joinForm, type Participant } from './form-submission.ts';

/** Attributes of this element that are not the inner one's. */
const ownAttributes: ReadonlySet<string> = new Set(['id', 'class', 'style', 'slot', 'form', 'hidden', 'layout', 'step-history']);

/** What came in from outside is set back; custom properties, and so the tokens of the look, come through. */
const reset = `:host{all:initial!important;display:block!important;color-scheme:inherit!important;font-family:system-ui,sans-serif!important;
font-size:1rem!important}:host([hidden]){display:none!important}`;

/**
 * The form in a shadow root, for pages whose style sheets would spoil it. Takes the attributes of `<citizen-id-form>`, but for `layout="steps"`; its
 * properties, methods and events are those of the element inside, `inner`.
 */
export class CitizenIdIsolated extends HTMLElement implements Participant {
  static readonly formAssociated = true;

  private readonly internals = this.attachInternals();
  private readonly observer = new MutationObserver(() => this.mirror());
  private leave: (() => void) | undefined;
  private innerForm: HTMLFormElement | undefined;
  private innerElement: CitizenIdForm | undefined;

  /** The element inside: index, initialIdentity, identity, issues, resolve() and all else are its. */
  get inner(): CitizenIdForm {
    return (this.innerElement ??= this.create());
  }

  /** The form that the entries are submitted with. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  connectedCallback(): void {
    this.mirror();
    this.observer.observe(this, { attributes: true });
  }

  disconnectedCallback(): void {
    this.observer.disconnect();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.leave?.();
    this.leave = form ? joinForm(form, this) : undefined;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.inner.disabled = isDisabled;
    // A form takes nothing from an element that is disabled.
  }

  formResetCallback(): void {
    this.innerForm?.reset();
    this.submitEntries();
  }

  /** Focuses the first wrong input, or the first one. */
  override focus(options?: FocusOptions): void {
    this.inner.focus(options);
  }

  // --- As the form outside sees it -------------------------------------------------------------------------------------

  /** @internal */
  get takesPart(): boolean {
    return !this.inner.isDisabled;
  }

  /** @internal */
  isValid(): boolean {
    this.inner.refresh();
    return this.inner.readonly || this.inner.issues.length === 0;
  }

  /** @internal */
  isSettled(): boolean {
    return this.inner.resolveTime === 'never'
      ? this.inner.areRulesSettled
      : this.inner.resolution !== undefined || this.isGivenUp;
  }

  /** Whether the index was asked in vain: good for one submission. */
  private isGivenUp = false;

  /** @internal */
  async settle(): Promise<void> {
    if (this.inner.resolveTime === 'never') return this.inner.loadRules();
    await this.inner.resolve();
    this.isGivenUp = true;
    this.submitEntries();
  }

  /** @internal */
  showIssues(options: { readonly takeFocus: boolean }): void {
    this.inner.showIssues(options);
  }

  /** @internal */
  submitted(): void {
    this.isGivenUp = false;
    this.submitEntries();
  }

  // --- Inside ------------------------------------------------------------------------------------------------------------

  private create(): CitizenIdForm {
    const { ownerDocument: page } = this;
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new (page.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(reset);
    root.adoptedStyleSheets = [sheet];
    const form = page.createElement('form');
    const inner = page.createElement('citizen-id-form');
    form.noValidate = true;
    for (const type of ['input', 'change', 'citizen-id-resolved', 'citizen-id-deferred', 'citizen-id-changed'])
      form.addEventListener(type, () => this.submitEntries());
    form.addEventListener('keydown', (event) => this.onKey(event));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.append(inner);
    root.append(form);
    this.innerForm = form;
    return inner;
  }

  private mirror(): void {
    const { inner } = this;
    const wanted = new Map(
      [...this.attributes].filter(({ name }) => !ownAttributes.has(name)).map(({ name, value }) => [name, value]),
    );
    for (const name of inner.getAttributeNames()) if (this.mirrored.has(name) && !wanted.has(name)) inner.removeAttribute(name);
    for (const [name, value] of wanted) if (inner.getAttribute(name) !== value) inner.setAttribute(name, value);
    this.mirrored = new Set(wanted.keys());
  }

  private mirrored: ReadonlySet<string> = new Set();

  /** All that the inner form would submit, the reference among it; `null` as state: browsers restore nothing of it. */
  private submitEntries(): void {
    if (this.innerForm) this.internals.setFormValue(new FormData(this.innerForm), null);
  }

  /** Enter in an input submits the form outside, as it would if the input were its own. */
  private onKey(event: KeyboardEvent): void {
    const [target] = event.composedPath();
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const button = [...(this.form?.elements ?? [])].find((control) =>
      control.matches(':is(button, input)[type=submit], button:not([type])'),
    );
    this.form?.requestSubmit(button instanceof HTMLElement ? button : null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citizen-id-isolated': CitizenIdIsolated;
  }
}
