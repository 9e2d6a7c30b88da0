import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDateOfBirth } from '../../src/standard/fields/date-of-birth.ts';
import { parseEmailAddress } from '../../src/standard/fields/email-address.ts';
import { parsePostcode } from '../../src/standard/fields/postcode.ts';
import { parseTelephoneNumber } from '../../src/standard/fields/telephone-number.ts';
import { issueCodes } from '../../src/standard/issue-code.ts';
import { formWords } from '../../src/standard/message-key.ts';
import { describeIssue, loadAllMessages, loadMessages, locales, negotiateLocale, text } from '../../src/standard/messages.ts';
import { cy } from '../../src/standard/messages/cy.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { furtherCy } from '../../src/standard/messages/further/cy.ts';
import { furtherEnGB } from '../../src/standard/messages/further/en-GB.ts';
import { es } from '../../src/standard/messages/es.ts';
import { ht } from '../../src/standard/messages/ht.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { profiles } from '../../src/standard/profiles.ts';

const keys = { ...issueCodes, ...formWords };
const everyLocale = locales.map((locale) => ({ locale }));
const paramsIn = (template: string) => [...template.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);

describe.each(everyLocale)('the words of $locale', ({ locale }) => {
  it('exist for every issue code and every form word, and for nothing else', async () => {
    expect(Object.keys(await loadAllMessages(locale)).toSorted()).toEqual(Object.keys(keys).toSorted());
  });

  it('are never empty', async () => {
    const messages = await loadAllMessages(locale);
    expect(Object.values(messages).filter((words) => words.trim() !== words || words === '')).toEqual([]);
  });

  it('use no param that the key does not have', async () => {
    const messages = await loadAllMessages(locale);
    const unknown = Object.entries(keys).filter(([key, params]) => {
      const known: readonly string[] = [...params, 'label'];
      return paramsIn(Object.entries(messages).find(([other]) => other === key)?.[1] ?? '').some(
        (name) => !known.includes(name ?? ''),
      );
    });
    expect(unknown).toEqual([]);
  });

  it('say which language they are in', async () => {
    expect((await loadAllMessages(locale))['form/locale']).toBe(locale);
  });
});

const allEnGB = { ...enGB, ...furtherEnGB };

describe('the words of en-GB', () => {
  it('neither plead nor scold', () => {
    const words = Object.values(allEnGB).filter((sentence) =>
      /\b(?:please|sorry|invalid|oops|illegal|forbidden)\b/iu.test(sentence),
    );
    expect(words).toEqual([]);
  });

  it('begin with "Enter" where something is missing', () => {
    const missing = Object.entries(allEnGB).filter(([key]) => key.endsWith('missing'));
    expect(missing.filter(([, words]) => !words.startsWith('Enter '))).toEqual([]);
  });
});

describe('the files of words', () => {
  const files = everyLocale.flatMap(({ locale }) => [`${locale}.ts`, `further/${locale}.ts`]);

  it.each(files)('%s is there, and says whether a native speaker has reviewed it', (file) => {
    const source = readFileSync(new URL(`../../src/standard/messages/${file}`, import.meta.url), 'utf8');
    expect(source.replace(/\s+\*?\s*/gu, ' ')).toMatch(/Reviewed by a native speaker: (?:not yet|yes)/u);
  });

  it.each(everyLocale)('$locale is not en-GB under another name', async ({ locale }) => {
    const { 'form/locale': own, ...words } = await loadAllMessages(locale);
    const { 'form/locale': _, ...british } = allEnGB;
    expect(own).toBe(locale);
    expect(JSON.stringify(words) === JSON.stringify(british)).toBe(locale === 'en-GB');
  });
});

describe('describeIssue', () => {
  it.each(everyLocale)('names a box without saying that it may be left empty, in $locale', async ({ locale }) => {
    const messages = await loadAllMessages(locale);
    const words = describeIssue(
      { code: 'postal-address/too-long', path: 'postalAddress.line2', params: { most: 128 } },
      messages,
    );
    expect(messages['postalAddress.line2/label']).toMatch(/\)$/);
    expect(words).not.toContain('(');
  });

  it.each([
    ['mailingAddress.town', 'postal-address/town-missing', 'Mailing address: Enter your town or city'],
    ['locations.2.town', 'postal-address/town-missing', 'Location 2: Enter your town or city'],
    ['postalAddress.town', 'postal-address/town-missing', 'Enter your town or city'],
  ] as const)('names the address at %s that is not the first of its kind', (path, code, words) => {
    expect(describeIssue({ code, path }, allEnGB)).toBe(words);
  });

  it('names the box at fault', () => {
    const issue = { code: 'name/too-long', path: 'name.family', params: { most: 128 } } as const;
    expect(describeIssue(issue, enGB)).toBe('Last name must be 128 characters or fewer');
  });

  it('names the field where it has one box', () => {
    const words = describeIssue({ code: 'text/control-character', path: 'emailAddress' }, enGB);
    expect(words.startsWith(enGB['email-address/label'])).toBe(true);
  });

  it('names the field by its legend where the issue is about all of it', () => {
    const words = describeIssue({ code: 'text/control-character', path: 'dateOfBirth' }, enGB);
    expect(words.startsWith(enGB['date-of-birth/legend'])).toBe(true);
  });

  it('has general words for a code that it does not know', () => {
    const words = describeIssue({ code: 'name/of-tomorrow', path: 'name.given' }, enGB);
    expect(words).toBe(text(enGB, 'form/other-issue', { label: enGB['name.given/label'] }));
  });

  it.each(['constructor/missing', '__proto__/x', 'toString/x'] as const)('does not take %s for words', (code) => {
    expect(describeIssue({ code, path: 'name' }, enGB)).toContain(enGB['name/legend']);
  });
});

describe('text', () => {
  it('puts in a param as it is, with nothing in it taken for another', () => {
    expect(text(enGB, 'form/optional', { label: '{label} $& $1' })).toBe('{label} $& $1 (optional)');
  });
});

describe('loadMessages', () => {
  it.each([
    ['cy', cy],
    ['cy-GB', cy],
    ['CY-gb', cy],
    ['cy_GB', cy],
    ['en-GB', enGB],
    ['en-gb-oxendict', enGB],
    ['en', enGB],
    ['es-US', es],
    ['ht-HT', ht],
    ['fr', enGB],
    ['', enGB],
    ['cym', enGB],
    ['../../etc', enGB],
  ])('gives %j the nearest words', async (tag, messages) => {
    expect(await loadMessages(tag)).toBe(messages);
  });
});

describe('negotiateLocale', () => {
  it('cuts a tag from its end', () => {
    expect(negotiateLocale('cy-Latn-GB-x-twain')).toBe('cy');
  });
});

describe('the examples in the words', () => {
  const today = { year: 2025, month: 6, day: 15 };
  const quoted = (pattern: RegExp) =>
    [allEnGB, { ...cy, ...furtherCy }, es, ht].flatMap((words) =>
      Object.values(words).flatMap((sentence) => sentence.match(pattern) ?? []),
    );

  it.each([
    { what: 'postcodes', pattern: /\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b/gu, read: (text: string) => parsePostcode(text).ok },
    {
      what: 'telephone numbers',
      pattern: /(?:\+\d|\b0)[\d ]{9,}\d/gu,
      read: (text: string) => parseTelephoneNumber(text, profiles.gb).ok,
    },
    { what: 'e-mail addresses', pattern: /\b\w+@example\.com/gu, read: (text: string) => parseEmailAddress(text).ok },
    {
      what: 'dates',
      pattern: /\b\d{4}-\d{2}-\d{2}\b/gu,
      read: (text: string) => parseDateOfBirth({ dateOfBirth: text }, { profile: gb, today }).ok,
    },
  ])('are $what that would be accepted', ({ pattern, read }) => {
    const found = quoted(pattern);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((text) => !read(text))).toEqual([]);
  });
});
