/**
 * `<citizen-id-form>`: captures who a person is, to one shared standard, and hands the form a customer reference.
 * A form-associated element that renders native inputs into itself, so that they belong to the host's form, with or
 * without JavaScript. Only the class: src/define.ts registers it. What it shows is in structure.ts, what is right in
 * standard/, the order of a submission in form-submission.ts.
 *
 * A ReactiveElement and not a LitElement, which would draw at once: ours first looks at what the server has drawn.
 */
import { ReactiveElement, type PropertyValues } from '@lit/reactive-element';
import type { AddressFinder } from '../protocol/address-finder.ts';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { Resolution } from '../protocol/resolution.ts';
import type { FieldName, Identity } from '../standard/identity.ts';
import { accepted, type Issue, type Parsed } from '../standard/issue.ts';
import type { Messages } from '../standard/messages.ts';
import type { Profile, Purposes } from '../standard/profiles/profile.ts';
import { Adoption } from './adoption.ts';
import { firstFrame, readyToDraw } from './before-drawing.ts';
import { CitizenIdInvalidEvent } from './events.ts';
import { followEdits } from './follow-edits.ts';
import { FormMembership } from './form-membership.ts';
import { indexFromAttribute } from './index-factory.ts';
import { inTime, timeLimit } from './in-time.ts';
import { inputsByEntry, readEntries, resetInputs, type Inputs } from './inputs.ts';
import { lockTicks } from './lock-ticks.ts';
import type { Helper } from './acting/helper.ts';
import { MessageController } from './message-controller.ts';
import {
  appearances,
  checkFields,
  cssDeliveries,
  errorSummaries,
  fieldNames,
  oneOf,
  resolveTimes,
  titleSizes,
} from './options.ts';
import { paintInputs, paintStatus, type Status } from './paint.ts';
import { Prefill } from './prefill.ts';
import { consumeSettings } from './provided-settings.ts';
import { ProfileController } from './profile-controller.ts';
import { ProblemController } from './problem-controller.ts';
import { ResolutionController } from './resolution-controller.ts';
import { StyleController } from './style-controller.ts';
import { ValidityController } from './validity-controller.ts';
import { watchPage } from './watch-page.ts';
import { watchForFeatures } from './watch-for-features.ts';

/**
 * Asks who a person is, to one shared standard, and hands the form a customer reference.
 *
 * @attr {string} lang - The language of its words; that of the nearest element with one where absent.
 * @attr {string} form - Id of the form that the answers are submitted with, where the element stands outside it.
 *
 * @cssproperty --citizen-id-accent - Focus, links and ticked boxes.
 * @cssproperty --citizen-id-border - The edge of inputs.
 * @cssproperty --citizen-id-error - Errors: words, marks and edges.
 * @cssproperty --citizen-id-error-field - Behind an input with an error.
 * @cssproperty --citizen-id-field - Behind an input.
 * @cssproperty --citizen-id-field-text - What is typed.
 * @cssproperty --citizen-id-font - Font family; the page's where absent.
 * @cssproperty --citizen-id-muted - Hints.
 * @cssproperty --citizen-id-radius - Rounding of inputs' corners.
 * @cssproperty --citizen-id-text - All other words; the page's colour where absent.
 * @cssproperty --citizen-id-width - The widest that the form becomes.
 */
export class CitizenIdForm extends ReactiveElement {
  // Not as decorators: those weigh 0.7 KB more.
  static override properties = {
    name: { reflect: true },
    service: {},
    index: { converter: { fromAttribute: indexFromAttribute } },
    profile: {},
    fields: {},
    requiredFields: { attribute: 'required-fields' },
    nameParts: { attribute: 'name-parts' },
    addressAbroad: { type: Boolean, attribute: 'address-abroad' },
    purposes: { attribute: false },
    appearance: { converter: oneOf('appearance', appearances) },
    css: { converter: oneOf('css', cssDeliveries) },
    resolveTime: { attribute: 'resolve', converter: oneOf('resolve', resolveTimes) },
    errorSummary: { attribute: 'error-summary', converter: oneOf('error-summary', errorSummaries) },
    bindTo: { attribute: 'bind-to' },
    noRestore: { type: Boolean, attribute: 'no-restore' },
    disabled: { type: Boolean, reflect: true },
    readonly: { type: Boolean, reflect: true },
    initialIdentity: { attribute: false },
    messages: { attribute: false },
    addressFinder: { attribute: 'address-finder' },
    layout: {},
    step: { attribute: false },
    stepHistory: { attribute: 'step-history' },
    clearButton: { type: Boolean, attribute: 'clear-button' },
    errorTitle: { type: Boolean, attribute: 'error-title' },
    titleSize: { attribute: 'title-size', converter: oneOf('title-size', titleSizes) },
    actingFor: { attribute: 'acting-for' },
    mode: {},
    whyWeAsk: { attribute: 'why-we-ask' },
    pageHeading: { type: Boolean, attribute: 'page-heading' },
  };

  static readonly formAssociated = true;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'form'];
  }

  /** What every submitted entry begins with; the entry of just this name is the reference. */
  name = 'customer';
  /** Public id of the calling service. */
  service?: string;
  /** URL of the Customer Index as an attribute; any `CustomerIndex` as a property. */
  index?: CustomerIndex | undefined;
  /** Id of the profile: `gb` or `us-fl`. */
  profile?: string;
  /** Space-separated names of the fields that are asked, in this order; the profile's where absent. */
  fields?: string;
  /** Space-separated names of the fields that must be answered; the profile's where absent. */
  requiredFields?: string;
  /** Parts of the name, `given middle family suffix`, or `full` for one box; the profile's where absent. */
  nameParts?: string;
  /** Lets residents say that their address is in another country. */
  addressAbroad = false;
  /**
   * Why identifiers are asked, by field name, in words for the resident: none is asked without. Also as attributes:
   * `purpose-nhs-number="…"`.
   */
  purposes?: Purposes;
  /** Whose look it takes on; the page brings that system's style sheet, or, for `none`, one of its own. */
  appearance: (typeof appearances)[number] = 'default';
  /** `plain`, or `layer`: the default look in the cascade layer `citizen-id-form`, which any rule of the host's overrides. */
  css: (typeof cssDeliveries)[number] = 'plain';
  /** The attribute `resolve`: on `submit`, or `never` on a page of several. */
  resolveTime: (typeof resolveTimes)[number] = 'submit';
  /** `own`; `host` where the host's own summary takes `issues` in; `none`: focus goes to the first wrong input. */
  errorSummary: (typeof errorSummaries)[number] = 'own';
  /** Id of a host field that receives the reference, with `input` and `change` events. */
  bindTo?: string;
  /** For shared computers: browsers are asked not to bring answers back. */
  noRestore = false;
  /** As native: nothing can be typed, and nothing is submitted. */
  disabled = false;
  /** As native: shown and submitted, and not to be changed; what is wrong then is nobody's here to mend. */
  readonly = false;
  /** What is known at first. Put in once for each different value, and never over what was typed. */
  initialIdentity?: Identity | undefined;
  /** Words instead of those of the page's language. */
  messages?: Messages;
  /** Where addresses are found by postcode: a URL as an attribute; any `AddressFinder` as a property. Never needed to give one. */
  addressFinder?: AddressFinder | string | undefined;
  /** `page`, or `steps`: one thing at a time, then all answers to be checked, and only from there a submission. */
  layout?: 'page' | 'steps' | undefined;
  /** In steps: the field that is asked now, or `check`. A host that keeps the history itself sets it to one that was reached. */
  step?: string | undefined;
  /** In steps: `entries`, one in the browser's history for each, so that Back works; or `none`. */
  stepHistory?: 'entries' | 'none' | undefined;
  /** Shows a button that empties the form, for shared computers and staffed desks. */
  clearButton = false;
  /** Puts "Error:" in front of the page's title while problems are on show. Without it the title is the host's: `citizen-id-issues-shown` tells when. */
  errorTitle = false;
  /** How large the titles of the fields are, as design systems name it; `plain` is no larger than other words. */
  titleSize: (typeof titleSizes)[number] = 'm';
  /** Makes the title of each field the heading of the page: where a page, or a step, asks one thing. */
  pageHeading = false;

  /**
   * Lets residents say that they fill the form in for somebody else, and then asks who they are, too. The fields that the helper is asked, the
   * first of which must be answered; `name email-address telephone-number` where empty.
   */
  actingFor?: string | undefined;
  /** `self`, or `assisted`: staff fill the form in for a caller, and are shown who it may be. Takes an index that finds candidates. */
  mode?: 'self' | 'assisted' | undefined;
  /** Says beside fields why they are asked: beside those that it names, or, where empty, beside every one that there is a reason for. */
  whyWeAsk?: string | undefined;

  /** @internal Who fills the form in for another, while somebody may. */
  helper?: Helper | undefined;
  /** @internal What the browser says: the element's own attribute, or a disabled fieldset around it. */
  isDisabled = false;
  /** The name that the inputs have; absent until they are ours. */
  private drawnName: string | undefined;
  /** @internal */
  readonly provided = consumeSettings(this);
  private readonly internals = this.attachInternals();
  private readonly adoption = new Adoption(this);
  private readonly prefill = new Prefill();
  private readonly profiles = new ProfileController(this);
  private readonly styles = new StyleController(this);
  private readonly wording = new MessageController(this);
  private readonly problems = new ProblemController(this);
  private readonly resolutions = new ResolutionController(this);
  private readonly membership = new FormMembership(this, this.resolutions);
  private readonly validation = new ValidityController(this, this.internals);

  constructor() {
    super();
    watchPage(this);
    watchForFeatures(this, this.profiles, this.wording);
    followEdits(this, this.prefill, this.problems);
    lockTicks(this);
  }

  // --- What a host reads and calls -----------------------------------------------------------------------------------

  /** The form that the entries are submitted with. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** The canonical identity as typed now; `undefined` while it has issues. */
  get identity(): Identity | undefined {
    const parsed = this.parse();
    return parsed.ok ? parsed.value : undefined;
  }

  /** What is wrong with what is typed now, shown or not. `path` behind the element's name and a dot is the input's id. */
  get issues(): readonly Issue[] {
    const parsed = this.parse();
    return parsed.ok ? [] : parsed.issues;
  }

  /** The index's answer for what is typed now; `undefined` before, and again once an answer was changed. */
  get resolution(): Resolution | undefined {
    return this.resolutions.resolution;
  }

  /** True where all answers are right. Shows nothing; fires `invalid` where they are not. */
  checkValidity(): boolean {
    this.refresh();
    return this.validation.check();
  }

  /** The same, and shows what is wrong. */
  reportValidity(): boolean {
    const isValid = this.checkValidity();
    if (!isValid) this.showIssues({ takeFocus: true });
    return isValid;
  }

  /** Asks the index now. `undefined` where answers have issues, or it was not reached in time; events tell which. Never rejects. */
  async resolve(): Promise<Resolution | undefined> {
    if (!this.hasUpdated) await this.updateComplete;
    const resolution = await this.resolutions.resolve();
    if (this.issues.length > 0) this.dispatchEvent(new CitizenIdInvalidEvent(this.issues));
    return resolution;
  }

  /** Takes the answers back to what they were at first, without the rest of the form. */
  reset(): void {
    resetInputs(this.inputs);
    this.formResetCallback();
  }

  /** Focuses the first wrong input, or the first one. */
  override focus(focusOptions?: FocusOptions): void {
    const first = [...this.inputs.values()].find((input) => !input.disabled);
    (this.problems.firstWrongInput() ?? first)?.focus(focusOptions);
  }

  // --- Lifecycle -----------------------------------------------------------------------------------------------------

  protected override createRenderRoot(): this {
    return this;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') void this.wording.load();
    if (name === 'form') this.requestUpdate();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.membership.join(form);
    this.requestUpdate();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
    this.requestUpdate();
  }

  /** The inputs are at their defaults already when a form is reset. */
  formResetCallback(): void {
    this.prefill.forget();
    this.prefill.apply(this.initialIdentity, this.inputs, this.activeProfile);
    this.problems.show([]);
    this.resolutions.forget();
    this.refresh();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await readyToDraw(this, [this.profiles, this.wording, this.styles, this.prefill]);
    await super.scheduleUpdate();
  }

  /** Once what is in the inputs is judged, too: how, is fetched behind the first drawing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await inTime(this.profiles.judge());
    return super.getUpdateComplete();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const { elementName, words: messages, activeProfile: profile, nameParts, addressAbroad, titleSize } = this;
    const question = { fields: this.askedFields, requiredFields: this.askedRequiredFields, nameParts, addressAbroad };
    const { drawFurtherField } = this.profiles;
    const titles = { titleSize, isPageHeading: this.pageHeading };
    const view = { ...question, ...titles, elementName, messages, profile, values: {}, problems: [], drawFurtherField };
    this.adoption.draw(view, this.drawnName ?? elementName);
    this.drawnName = elementName;
    if (!this.hasUpdated) this.problems.takeOver();
    this.prefill.apply(this.initialIdentity, this.inputs, this.activeProfile);
    if (this.noRestore) this.form?.setAttribute('autocomplete', 'off');
    this.refresh();
    void firstFrame(this.ownerDocument)
      .then(() => this.profiles.judge())
      .then(() => checkFields(changed, this));
  }

  // --- What the controllers need -------------------------------------------------------------------------------------

  /** @internal */
  get elementName(): string {
    return this.name || 'customer';
  }

  /** @internal */
  get root(): HTMLElement | undefined {
    return this.adoption.root;
  }

  /** @internal */
  get words(): Messages {
    return this.wording.words;
  }

  /** @internal */
  get activeIndex(): CustomerIndex | undefined {
    return this.index ?? this.provided.index;
  }

  /** @internal */
  get activeService(): string | undefined {
    return this.service ?? this.provided.service;
  }

  /** @internal */
  get activeProfile(): Profile {
    return this.profiles.active;
  }

  /** @internal */
  get furtherLook(): string | undefined {
    return this.profiles.furtherLook;
  }

  /** @internal */
  get isErrorSpan(): boolean | undefined {
    return this.styles.isErrorSpan;
  }

  /** @internal */
  get asksMore(): boolean {
    return this.profiles.asksMore;
  }

  /** @internal */
  fingerprint(inputs = this.inputs): string {
    return JSON.stringify([this.activeService, this.activeProfile.id, readEntries(inputs)]);
  }

  /** @internal */
  get areRulesSettled(): boolean {
    return this.profiles.areRulesSettled;
  }

  /** @internal */
  async loadRules(): Promise<void> {
    if (!this.areRulesSettled) await this.profiles.loadRules(timeLimit);
  }

  /** @internal `null` as state: browsers are to restore nothing through the element itself. */
  setReference(reference: string | null): void {
    this.internals.setFormValue(reference, null);
  }

  /** @internal */
  setStatus(status: Status): void {
    if (this.root) paintStatus(this.root, status, this.words);
  }

  /** @internal Shows all that is wrong, and tells the host. */
  showIssues({ takeFocus }: { readonly takeFocus: boolean }): void {
    const { issues } = this;
    this.problems.show(issues);
    this.dispatchEvent(new CitizenIdInvalidEvent(issues));
    if (takeFocus) this.problems.moveFocus();
  }

  // --- Inside --------------------------------------------------------------------------------------------------------

  /** @internal */
  get inputs(): Inputs {
    return inputsByEntry(this, this.drawnName ?? this.elementName);
  }

  /** @internal */
  get askedFields(): readonly FieldName[] {
    return fieldNames('fields', this.fields, this.activeProfile);
  }

  private get askedRequiredFields(): readonly FieldName[] {
    return fieldNames('required-fields', this.requiredFields, this.activeProfile);
  }

  /** @internal */
  get typedNumber(): string {
    return this.inputs.get('telephoneNumber')?.value ?? '';
  }

  /** Disabled and locked answers are the host's: a resident could not mend them. */
  private parse(inputs = this.inputs): Parsed<Identity> {
    if (this.isDisabled) return accepted({});
    const { askedFields: fields, askedRequiredFields: requiredFields, root, helper } = this;
    return this.profiles.parse(readEntries(inputs), { fields, requiredFields, root, helper });
  }

  /** @internal Brings everything into line with what the inputs hold, however it came there. */
  refresh(inputs = this.inputs): void {
    const { isDisabled, readonly: isReadonly, noRestore } = this;
    paintInputs(this.root, inputs, { isDisabled, isReadonly, isRestored: !noRestore, formId: this.getAttribute('form') });
    const parsed = isReadonly ? accepted({}) : this.parse(inputs);
    this.validation.set(parsed.ok ? undefined : this.problems.validityOf(parsed.issues));
    this.resolutions.forgetIfChanged();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citizen-id-form': CitizenIdForm;
  }
}
