import { describe, expect, it } from 'vitest';
import { suggestProvider } from '../../src/standard/email-providers.ts';

describe('suggestProvider', () => {
  it.each([
    ['gmial.com', 'gmail.com', 'neighbours swapped'],
    ['gmai.com', 'gmail.com', 'one too few'],
    ['gmaill.com', 'gmail.com', 'one too many'],
    ['gnail.com', 'gmail.com', 'one wrong'],
    ['gmail.con', 'gmail.com', 'one wrong at the end'],
    ['gmail.co', 'gmail.com', 'the end cut off'],
    ['gmail.co.uk', 'gmail.com', 'an ending that it does not have'],
    ['hotmail.co.ku', 'hotmail.co.uk', 'neighbours swapped at the end'],
    ['btinternet.co.uk', 'btinternet.com', 'an ending that it does not have'],
    ['otlook.com', 'outlook.com', 'one too few'],
  ])('takes %s for %s: %s', (domain, provider) => {
    expect(suggestProvider(domain)).toBe(provider);
  });

  it.each([
    ['gmail.com', 'is the provider'],
    ['yahoo.co.uk', 'is the provider'],
    ['ymail.com', 'is a provider of its own'],
    ['mail.com', 'is a provider of its own'],
    ['outlook.fr', 'is the provider abroad'],
    ['yahoo.fr', 'is the provider abroad'],
    ['example.com', 'is nothing like one'],
    ['gmail.com.example.org', 'is somebody’s own'],
    ['', 'is nothing'],
    ['a'.repeat(253), 'is longer than any'],
  ])('leaves %.40s alone: it %s', (domain) => {
    expect(suggestProvider(domain)).toBeUndefined();
  });
});
