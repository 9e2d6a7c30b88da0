import { describe, expect, it } from 'vitest';
import { foldKeys, foldText } from '../../src/standard/fold.ts';
import { namesOfManyTraditions } from './names-of-many-traditions.ts';

describe('foldText', () => {
  it.each([
    ['ÉCOLE', 'ecole', 'case and an accent'],
    ['Siân Ŵyn', 'sian wyn', 'Welsh circumflexes'],
    ['Łukasz', 'lukasz', 'a letter that NFD does not take apart'],
    ['Straße', 'strasse', 'sharp s'],
    ['STRAẞE', 'strasse', 'capital sharp s'],
    ['Þór Ðunn', 'thor dunn', 'thorn and eth'],
    ['Æsa Œuvre', 'aesa oeuvre', 'two letters in one'],
    ['Ħamrun Ŧŋ', 'hamrun tn', 'Maltese and Sami letters'],
    ['Iğdır İzmir', 'igdir izmir', 'both Turkish letters i'],
    ['O’Brien Oʼ O‘ O` O´ Oʻ', "o'brien o' o' o' o' o'", 'every apostrophe'],
    ['a‐b‑c–d—e-f', 'a-b-c-d-e-f', 'every hyphen and dash'],
    ['１２ ١٢ १२', '12 12 12', 'digits of other scripts'],
    ['  Mary\u00a0 Ann ', 'mary ann', 'spaces'],
    ['Ａｄａ', 'ada', 'full-width letters'],
    ['ﬁn', 'fin', 'a ligature'],
    ['Ada\u200b\u00adm', 'adam', 'invisible characters inside'],
    ['Νίκος', 'νικος', 'a Greek accent'],
    ['कि', 'कि', 'a Devanagari vowel sign stays: it is no accent'],
    ['ガ', 'ガ', 'a Japanese voicing mark stays'],
    ['محمد', 'محمد', 'Arabic letters'],
    ['', '', 'nothing'],
  ])('folds %j to %j: %s', (text, key) => {
    expect(foldText(text)).toBe(key);
  });

  it.each(['Müller-Øst’', 'Åse', 'ẞ', 'ﬃ', 'İ', 'ガ', '\u1e9b\u0323'])('changes nothing when %j is folded twice', (text) => {
    expect(foldText(foldText(text))).toBe(foldText(text));
  });
});

describe('foldKeys', () => {
  it.each([
    ['Müller', ['muller', 'mueller']],
    ['Mu\u0308ller', ['muller', 'mueller']],
    ['Åse', ['ase', 'aase']],
    ['Ødegård', ['odegard', 'oedegaard']],
    ['Ähre', ['ahre', 'aehre']],
    ['Smith', ['smith']],
    ['Zoë', ['zoe']],
  ])('gives %s every usual key', (text, keys) => {
    expect(foldKeys(text)).toEqual(keys);
  });

  it('lets either spelling find the other', () => {
    expect(foldKeys('Mueller').some((key) => foldKeys('Müller').includes(key))).toBe(true);
    expect(foldKeys('Muller').some((key) => foldKeys('Müller').includes(key))).toBe(true);
  });
});

describe('the match keys of names of many traditions', () => {
  it('are asked of 250 names and more, each once', () => {
    expect(new Set(namesOfManyTraditions.map(([name]) => name)).size).toBe(namesOfManyTraditions.length);
    expect(namesOfManyTraditions.length).toBeGreaterThanOrEqual(250);
  });

  it.each(namesOfManyTraditions)('of %s are %j: %s', (name, keys) => {
    expect(foldKeys(name)).toEqual(keys);
  });

  it.each(namesOfManyTraditions)('of %s are keys of themselves', (_name, keys) => {
    expect(keys.map(foldText)).toEqual(keys);
  });
});
