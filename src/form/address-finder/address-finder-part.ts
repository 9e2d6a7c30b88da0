/**
 * Owns the address finder in the page: a box for a postcode, what was found at it, and the choice. What is chosen is written into the
 * boxes below, which are there all the time: an address can be written by hand before, after, and without.
 * Does not own the finding (a port), nor whether the number of a property still counts: that is the standard's (postal-address.ts).
 */
import { render } from 'lit/html.js';
import type { FoundAddress } from '../../protocol/address-finder.ts';
import { foundText, parsePostalAddress, postalAddressField } from '../../standard/fields/postal-address.ts';
import { addressParts } from '../../standard/fields/written-address.ts';
import type { Entries, PostalAddress } from '../../standard/identity.ts';
import { describeIssue, text, type Messages } from '../../standard/messages.ts';
import { addressFinderOf } from '../address-finder-factory.ts';
import type { Feature, FeatureParts } from '../features.ts';
import { inputsByEntry, readEveryEntry } from '../inputs.ts';
import { today } from '../today.ts';
import { setAnswer } from '../write-answer.ts';
import { addressFinderTemplate, type FinderView } from './address-finder-template.ts';

/** Milliseconds: whoever has waited this long writes the address by hand. */
const timeLimit = 6_000;

/** Addresses in the list, at most. */
const mostAddresses = 250;

export function createAddressFinderPart(parts: FeatureParts): Feature {
  return new AddressFinderPart(parts);
}

type Boxes = Readonly<Partial<Record<(typeof addressParts)[number], string>>>;

class AddressFinderPart implements Feature {
  /** Box and list, above the lines of the address. */
  private readonly place: HTMLElement;
  /** The number of the property and its address as it was found: submitted, and never seen. Not `type=hidden`, whose value is an attribute. */
  private readonly unseen: HTMLElement;
  private readonly number: HTMLInputElement;
  private readonly found: HTMLInputElement;
  private readonly parts: FeatureParts;
  private words: Messages;
  private status = '';
  private addresses: readonly FoundAddress[] = [];
  private chosen = -1;
  /** What stood in the boxes before the first choice, and what the last one wrote. */
  private before: Boxes | undefined;
  private written: Boxes = {};
  private call: AbortController | undefined;
  private hasLookedBack = false;

  constructor(parts: FeatureParts) {
    this.parts = parts;
    const { host } = parts;
    this.words = host.words;
    [this.place, this.unseen] = [withLines(host.ownerDocument), withLines(host.ownerDocument)];
    this.place.className = 'cif-finder';
    [this.number, this.found] = [unseenInput(host.ownerDocument), unseenInput(host.ownerDocument)];
    this.unseen.append(this.number, this.found);
    host.addEventListener('citizen-id-cleared', this.onCleared);
    parts.profiles.closerFields = { 'postal-address': postalAddressField };
  }

  update(words: Messages): void {
    const { host } = this.parts;
    const group = host.root?.querySelector('[data-field=postal-address]');
    if (words['form/locale'] !== this.words['form/locale']) this.status = '';
    this.words = words;
    if (!group) return;
    for (const [input, part] of [[this.number, 'uprn'] as const, [this.found, 'found'] as const])
      input.name = `${host.elementName}.postalAddress.${part}`;
    if (this.place.parentElement !== group) {
      group.querySelector('legend')?.after(this.place);
      group.lastElementChild?.before(this.unseen);
    }
    this.lookBack();
    this.draw();
    host.refresh();
  }

  remove(): void {
    this.call?.abort();
    this.place.remove();
    this.parts.host.removeEventListener('citizen-id-cleared', this.onCleared);
    this.unseen.remove();
    this.parts.profiles.closerFields = {};
    this.parts.host.refresh();
  }

  private readonly onCleared = (): void => {
    this.call?.abort();
    this.call = undefined;
    const box = this.place.querySelector('input');
    if (box) box.value = '';
    this.addresses = [];
    this.chosen = -1;
    this.before = undefined;
    this.say('');
  };

  private draw(): void {
    const { host } = this.parts;
    const view: FinderView = {
      id: `${host.elementName}.find-address`,
      words: this.words,
      status: this.status,
      isBusy: this.call !== undefined,
      isOff: host.isDisabled || host.readonly,
      addresses: this.addresses.map(wordsOf),
      chosen: this.chosen,
      search: (typed) => void this.search(typed),
      choose: (place) => this.choose(place),
    };
    render(addressFinderTemplate(view), this.place);
  }

  private say(status: string): void {
    this.status = status;
    this.draw();
  }

  /** A new search gives the one before it up; whatever becomes of it, what is in the boxes stays. */
  private async search(typed: string): Promise<void> {
    this.call?.abort();
    this.call = undefined;
    this.addresses = [];
    this.chosen = -1;
    const { read, issues } = this.parts.host.activeProfile.readPostcode({ 'postalAddress.postcode': typed });
    const fault = issues.find(({ path }) => path === 'postalAddress.postcode');
    if (fault) return this.say(describeIssue(fault, this.words));
    const call = new AbortController();
    this.call = call;
    this.say(text(this.words, 'form/find-address-pending'));
    const answer = await this.ask(read.postcode ?? typed, call);
    if (this.call !== call) return;
    this.call = undefined;
    this.addresses = answer ?? [];
    const { words } = this;
    const status = this.addresses.length
      ? text(words, 'form/find-address-count', { count: this.addresses.length })
      : text(words, answer ? 'form/find-address-none' : 'form/find-address-failed', { postcode: read.postcode ?? typed });
    this.say(status);
  }

  /** `undefined` where there is no usable answer in time. A finder of the host's own need not heed the signal. */
  private async ask(postcode: string, call: AbortController): Promise<readonly FoundAddress[] | undefined> {
    const finder = this.parts.addressFinder();
    if (!finder) return undefined;
    let timer = 0;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = window.setTimeout(() => {
        resolve(undefined);
        call.abort();
      }, timeLimit);
    });
    const usable = addressFinderOf(finder);
    usable.catch((error: unknown) => import('../advice.ts').then(({ noAddressFinder }) => noAddressFinder(error)));
    const asking = usable.then((it) => it.findAddresses(postcode, { signal: call.signal }));
    const answer = await Promise.race([asking.catch(() => undefined), tooLate]);
    clearTimeout(timer);
    return Array.isArray(answer) ? answer.filter(isUsable).slice(0, mostAddresses) : undefined;
  }

  /** The first line of the list chooses none, and puts back what was written before, as far as nobody has changed it since. */
  private choose(place: number): void {
    this.chosen = place;
    const address = this.addresses[place];
    this.before ??= this.boxes();
    if (address) this.write(partsOf(address), true);
    else this.write(this.before, false);
    this.writeNumber(address);
    this.say(address ? text(this.words, 'form/address-chosen') : '');
  }

  private write(wanted: Boxes, isChosen: boolean): void {
    const { host } = this.parts;
    const now = this.boxes();
    for (const [entry, input] of inputsByEntry(host, host.elementName)) {
      const part = addressParts.find((each) => entry === `postalAddress.${each}`);
      if (part && (isChosen || now[part] === (this.written[part] ?? ''))) setAnswer(input, wanted[part] ?? '');
    }
    this.written = isChosen ? this.boxes() : {};
    if (!isChosen) this.before = undefined;
  }

  /** The number counts for what is in the boxes as the standard reads them; for half an address, none does. */
  private writeNumber(address: FoundAddress | undefined): void {
    const read = address?.uprn === undefined ? undefined : this.readBoxes();
    this.found.value = read ? foundText(read) : '';
    setAnswer(this.number, (read && address?.uprn) ?? '');
  }

  private readBoxes(): PostalAddress | undefined {
    const { activeProfile: profile } = this.parts.host;
    const parsed = parsePostalAddress(this.entries(), { profile, today: today() });
    return parsed.ok ? parsed.value : undefined;
  }

  private entries(): Entries {
    const { host } = this.parts;
    return readEveryEntry(inputsByEntry(host, host.elementName));
  }

  private boxes(): Boxes {
    const entries = this.entries();
    return Object.fromEntries(addressParts.map((part) => [part, entries[`postalAddress.${part}`] ?? '']));
  }

  /** An address that was found on an earlier page of the host's, and put in before this was there. */
  private lookBack(): void {
    const known = this.parts.host.initialIdentity?.postalAddress;
    if (this.hasLookedBack || known?.uprn === undefined) return;
    this.hasLookedBack = true;
    const read = this.readBoxes();
    if (this.number.value !== '' || !read || foundText(read) !== foundText(known)) return;
    this.found.value = foundText(known);
    this.number.value = known.uprn;
  }
}

/** There only while the address has lines: nothing of it is submitted by somebody without an address. */
function withLines(document: Document): HTMLElement {
  const place = document.createElement('div');
  place.dataset['when'] = 'postalAddress.kind=';
  return place;
}

function unseenInput(document: Document): HTMLInputElement {
  const input = document.createElement('input');
  input.autocomplete = 'off';
  input.tabIndex = -1;
  input.style.display = 'none';
  return input;
}

function partsOf(address: FoundAddress): Boxes {
  return Object.fromEntries(addressParts.map((part) => [part, address[part] ?? '']));
}

/** In one line of the list; the postcode is that of all of them. */
function wordsOf({ postcode: _, ...address }: FoundAddress): string {
  return foundText({ kind: 'found', ...address });
}

/** A finder of the host's own may answer anything. */
function isUsable(address: unknown): address is FoundAddress {
  return (
    typeof address === 'object' &&
    address !== null &&
    'line1' in address &&
    typeof address.line1 === 'string' &&
    address.line1.trim() !== ''
  );
}
