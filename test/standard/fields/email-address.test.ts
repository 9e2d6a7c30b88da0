import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { parseEmailAddress, replaceDomain } from '../../../src/standard/fields/email-address.ts';
import { corporaNote, hasCorpora, readCorpus } from '../corpora.ts';

const codes = (text: string) => {
  const parsed = parseEmailAddress(text);
  return parsed.ok ? [] : parsed.issues.map(({ code }) => code);
};

describe('an e-mail address', () => {
  it.each([
    ['a@b.co', 'the shortest usual one'],
    ['_______@example.com', 'only underscores'],
    ['1234567890@example.com', 'only digits'],
    ["!#$%&'*+/=?^_`{|}~-@example.com", "all the punctuation of HTML's rule"],
    [`${'a'.repeat(100)}@example.com`, 'a local part longer than the 64 of RFC 5321: servers decide'],
    ['ada@例え.テスト', 'an international domain'],
    ['ada@example.museum', 'a long last label'],
    ['ada@xn--fiqs8s', 'one label only'],
  ])('reads %j (%s) the same when it is read again', (text) => {
    const first = parseEmailAddress(text);
    expect(first.ok ? parseEmailAddress(first.value) : first).toEqual(first);
  });

  it.each([
    ['ada@ex\u00adample.com', [], 'a soft hyphen inside the domain is nothing, by UTS 46'],
    ['ada@ｅｘａｍｐｌｅ.com', [], 'full-width letters in the domain are letters, by UTS 46'],
    ['ada@example。com', [], 'an ideographic full stop separates labels, by UTS 46'],
    ['ada@0x7f.1', ['email-address/domain-not-valid'], 'what URL reads as 127.0.0.1'],
    ['ada@example.com/path', ['email-address/domain-not-valid'], 'what URL reads as a path'],
    ['ada@example.com?x', ['email-address/domain-not-valid'], 'what URL reads as a query'],
    ['ada@example.com#x', ['email-address/domain-not-valid'], 'what URL reads as a fragment'],
    ['ada@example.com\\x', ['email-address/domain-not-valid'], 'what URL reads as a path too'],
    ['ada@exam\tple.com', ['email-address/space-inside'], 'a tab that URL would drop'],
    ['ada@example.com, bob', ['email-address/space-inside'], 'a list'],
    ['mailto:ada@example.com', ['email-address/local-part-not-valid'], 'a colon'],
    ['@', ['email-address/local-part-not-valid'], 'nothing but the sign'],
    ['@'.repeat(100), ['email-address/several-at-signs'], 'nothing but signs'],
    [`${'a.'.repeat(5_000_000)}@example.com`, ['email-address/too-long'], 'ten million characters'],
    [`ada@${'a.'.repeat(120)}com`, [], 'very many labels'],
  ])('reads $0 with $1: $2', (text, issues) => {
    expect(codes(text)).toEqual(issues);
  });

  it('changes the domain alone when a suggestion is taken', () => {
    expect(replaceDomain('o@d@gmial.com', 'gmail.com')).toBe('o@d@gmail.com');
  });
});

describe.skipIf(!hasCorpora)(`e-mail addresses of GOV.UK Notify ${corporaNote}`, () => {
  const list = z.array(z.string());
  const corpus = () => z.object({ valid: list, invalid: list, strip: list }).parse(readCorpus('notify-email.json'));

  it('accepts every valid one', () => {
    const { valid } = corpus();
    const accepted = valid.filter((text) => parseEmailAddress(text).ok);
    console.log(`Notify e-mail, valid: ${accepted.length} of ${valid.length} accepted`);
    expect([accepted, valid.length]).toEqual([valid, 17]);
  });

  it('accepts no invalid one', () => {
    const { invalid } = corpus();
    const accepted = invalid.filter((text) => parseEmailAddress(text).ok);
    console.log(`Notify e-mail, invalid: ${accepted.length} of ${invalid.length} accepted`);
    expect([accepted, invalid.length]).toEqual([[], 30]);
  });

  it('trims every one that is to be trimmed', () => {
    const { strip } = corpus();
    expect(strip.map((text) => parseEmailAddress(text))).toEqual(
      strip.map(() => ({ ok: true, value: 'email@domain.com', warnings: [] })),
    );
  });
});
