/**
 * Owns the profile that the element asks by, and what is fetched with it: how answers are judged, once the questions are there;
 * the rest of the standard and the templates where a page asks more than profile `gb`'s five usual fields; the telephone rules
 * once somebody goes to that input. What cannot be fetched in time is done without; the index judges again.
 * Does not own what a profile says (standard/), nor the words (message-controller.ts).
 */
import type { Entries, FieldName, Identity } from '../standard/identity.ts';
import { refused, type Parsed } from '../standard/issue.ts';
import { gbShape } from '../standard/profiles/gb-shape.ts';
import type { Field } from '../standard/fields/field.ts';
import type { Profile, ProfileId, Purposes, TelephoneRegion } from '../standard/profiles/profile.ts';
import type { Helper } from './acting/helper.ts';
import type { Settings } from './contexts.ts';
import type * as Further from './further-fields.ts';
import { languageAt } from './message-controller.ts';
import { profileIdOf, wordsOf } from './options.ts';
import type * as Rules from './rules.ts';
import type { HealingHost } from './self-heal.ts';
import { asksMore, type DrawField } from './structure.ts';
import { today } from './today.ts';

export interface ProfiledHost extends HealingHost {
  readonly provided: Settings;
  readonly profile?: string;
  readonly fields?: string;
  readonly nameParts?: string | undefined;
  readonly addressAbroad: boolean;
  readonly purposes?: Purposes;
  /** What is typed into the input of a telephone number. */
  readonly typedNumber: string;
}

/** What is asked, and where it stands. */
export interface AskedFields {
  readonly fields: readonly FieldName[];
  readonly requiredFields: readonly FieldName[];
  readonly root: Element | undefined;
  readonly helper?: Helper | undefined;
}

/** A field that nothing is known of yet but that there is one. */
function unread(name: FieldName): Field {
  return { name, key: 'name', entries: ['name.given'], isBlank: () => true, parse: () => refused(), format: () => ({}) };
}

/** Profile `gb` until it is fetched how its answers are read. */
const gbAtFirst: Profile = {
  ...gbShape,
  fieldsByName: Object.fromEntries(gbShape.fields.map((name) => [name, unread(name)])),
  readPostcode: () => ({ read: {}, issues: [] }),
};

export class ProfileController {
  /** How answers are judged; absent until it is fetched. */
  rules: typeof Rules | undefined;
  private fetching: Promise<void> | undefined;
  /** Whether somebody has waited for the rules in vain: what is typed is then for the index to judge. */
  private isGivenUp = false;
  private further: typeof Further | undefined;
  /** Fields that a part of the page reads more closely than the profile at first does. */
  closerFields: Profile['fieldsByName'] = {};
  private readonly telephone = new Map<ProfileId, TelephoneRegion>();
  /** The number that rules were last fetched for: another may be of a country that they do not hold. */
  private fetchedFor = '';
  private readonly host: ProfiledHost;

  constructor(host: ProfiledHost) {
    this.host = host;
  }

  /** With telephone rules once they are loaded; profile `gb` until another is. */
  get active(): Profile {
    const profile = this.current?.profileOf(this.id, this.host) ?? this.rules?.gb ?? gbAtFirst;
    const telephone = this.telephone.get(profile.id);
    const fieldsByName = { ...profile.fieldsByName, ...this.closerFields };
    return { ...profile, fieldsByName, ...(telephone && { telephone }) };
  }

  /** There where the page asks more than `gb` does at first. */
  get drawFurtherField(): DrawField | undefined {
    return this.current?.drawFurtherField;
  }

  /** What the default look has for it. */
  get furtherLook(): string | undefined {
    return this.current?.furtherLook;
  }

  /** Whether more is asked than what every page loads: words too are then needed. */
  get asksMore(): boolean {
    const { host, id } = this;
    const fields = host.fields === undefined ? gbShape.fields : wordsOf(host.fields);
    // Months are named in the language of the page, and every page knows two.
    const { nameParts, addressAbroad } = host;
    return /^(?:es|ht)/.test(languageAt(host)) || asksMore({ profile: { id }, fields, nameParts, addressAbroad });
  }

  /** Fetches what is asked where it is not there yet. Never rejects: without it `gb` is asked. */
  async load(): Promise<void> {
    if (this.asksMore) this.further ??= await import('./further-fields.ts').catch(() => undefined);
  }

  /** Fetches how answers are judged, and has the element judge them. Never rejects; another call tries again. */
  judge(): Promise<void> {
    const fetched = (rules: typeof Rules) => {
      this.rules = rules;
      rules.healItself(this.host);
      this.host.requestUpdate();
    };
    this.fetching ??= import('./rules.ts').then(fetched, () => (this.fetching = undefined));
    return this.fetching;
  }

  /** Reads what was typed, without what is hidden: that is not asked. Refused, without any issue, while it cannot be judged yet. */
  parse(entries: Entries, { fields, requiredFields, root, helper }: AskedFields): Parsed<Identity> {
    const seen = fields.filter((field) => !root?.querySelector(`:is([hidden], [hidden] > *)[data-field=${field}]`));
    const options = { today: today(), fields: seen, requiredFields };
    const parsed = this.rules?.parseIdentity(entries, this.active, options) ?? refused();
    const others = helper?.issues ?? [];
    return others.length > 0 ? refused(...(parsed.ok ? [] : parsed.issues), ...others) : parsed;
  }

  /** Whether there is nothing more to wait for before what was typed can be judged. */
  get areRulesSettled(): boolean {
    return this.isGivenUp || (this.rules !== undefined && this.host.typedNumber === this.fetchedFor);
  }

  /** Never rejects. After `milliseconds` the profile stays as it is, until asked again. */
  async loadRules(milliseconds: number): Promise<void> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    await Promise.race([this.judge(), late]);
    const { active: profile, host, rules } = this;
    this.isGivenUp = !rules;
    if (!rules) return;
    const { typedNumber } = host;
    const informed = await Promise.race([rules.loadTelephoneRules(profile, typedNumber).catch(() => profile), late]);
    this.telephone.set(profile.id, (informed ?? profile).telephone);
    this.fetchedFor = typedNumber;
  }

  private get current(): typeof Further | undefined {
    return this.further && this.asksMore ? this.further : undefined;
  }

  private get id(): ProfileId {
    return profileIdOf(this.host.profile ?? this.host.provided.profile);
  }
}
