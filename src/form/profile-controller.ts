/**
 * Owns the profile that the element asks by, and what is fetched with it: the rest of the standard and the templates where a
 * page asks more than profile `gb`'s five usual fields; the telephone rules once somebody goes to that input. What cannot be
 * fetched in time is done without; the index judges again.
 * Does not own what a profile says (standard/), nor the words (message-controller.ts).
 */
import { ContextConsumer } from '@lit/context';
import type { ReactiveElement } from '@lit/reactive-element';
import { gb } from '../standard/profiles/gb.ts';
import type { Profile, ProfileId, Purposes, TelephoneRegion } from '../standard/profiles/profile.ts';
import { loadTelephoneRules } from '../standard/telephone-rules.ts';
import { profileContext } from './contexts.ts';
import type * as Further from './further-fields.ts';
import { languageAt } from './message-controller.ts';
import { profileIdOf, wordsOf } from './options.ts';
import { asksMore, type DrawField } from './structure.ts';

export interface ProfiledHost extends ReactiveElement {
  readonly profile?: string;
  readonly fields?: string;
  readonly nameParts?: string | undefined;
  readonly addressAbroad: boolean;
  readonly purposes?: Purposes;
  /** What is typed into the input of a telephone number. */
  readonly typedNumber: string;
}

export class ProfileController {
  private further: typeof Further | undefined;
  private readonly telephone = new Map<ProfileId, TelephoneRegion>();
  /** The number that rules were last fetched for: another may be of a country that they do not hold. */
  private fetchedFor = '';
  private readonly host: ProfiledHost;
  private readonly provided: ContextConsumer<typeof profileContext, ProfiledHost>;

  constructor(host: ProfiledHost) {
    this.host = host;
    this.provided = new ContextConsumer(host, { context: profileContext, subscribe: true });
  }

  /** With telephone rules once they are loaded; profile `gb` until another is. */
  get active(): Profile {
    const profile = this.current?.profileOf(this.id, this.host) ?? gb;
    const telephone = this.telephone.get(profile.id);
    return telephone ? { ...profile, telephone } : profile;
  }

  /** There where the page asks more than `gb` does at first. */
  get drawFurtherField(): DrawField | undefined {
    return this.current?.drawFurtherField;
  }

  /** Whether more is asked than what every page loads: words too are then needed. */
  get asksMore(): boolean {
    const { host, id } = this;
    const fields = host.fields === undefined ? gb.fields : wordsOf(host.fields);
    // Months are named in the language of the page, and every page knows two.
    const { nameParts, addressAbroad } = host;
    return /^(?:es|ht)/.test(languageAt(host)) || asksMore({ profile: { id }, fields, nameParts, addressAbroad });
  }

  /** Fetches what is asked where it is not there yet. Never rejects: without it `gb` is asked. */
  async load(): Promise<void> {
    if (this.asksMore) this.further ??= await import('./further-fields.ts').catch(() => undefined);
  }

  /** Whether there is nothing more to wait for before the number that was typed can be judged. */
  get areRulesSettled(): boolean {
    return this.host.typedNumber === this.fetchedFor;
  }

  /** Never rejects. After `milliseconds` the profile stays as it is, until asked again. */
  async loadRules(milliseconds: number): Promise<void> {
    const { active: profile, host } = this;
    const { typedNumber } = host;
    const inTime = new Promise<Profile>((resolve) => setTimeout(() => resolve(profile), milliseconds));
    const informed = await Promise.race([loadTelephoneRules(profile, typedNumber).catch(() => profile), inTime]);
    this.telephone.set(profile.id, informed.telephone);
    this.fetchedFor = typedNumber;
  }

  private get current(): typeof Further | undefined {
    return this.asksMore ? this.further : undefined;
  }

  private get id(): ProfileId {
    return profileIdOf(this.host.profile ?? this.provided.value);
  }
}
