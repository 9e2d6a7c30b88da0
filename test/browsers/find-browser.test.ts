/** Which Firefox is taken: one that says it is too old cannot be driven, and tests that began with it would hang. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from './find-browser.ts';

describe('A Firefox to drive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'citizen-browsers-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('FIREFOX_PATH', undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What stands for it, and says no more than its version. */
  const put = (command: string, words: string) => {
    const file = path.join(folder, command);
    writeFileSync(file, `#!/bin/sh\necho '${words}'\n`, { mode: 0o755 });
    return file;
  };

  it('is one of version 143 on the path', () => {
    const file = put('firefox', 'Mozilla Firefox 143.0');
    expect(findBrowser('firefox')).toBe(file);
  });

  it.each(['Mozilla Firefox 140.4.0esr', 'Mozilla Firefox 142.0.1', 'no display'])('is not one that says “%s”', (words) => {
    const file = put('firefox', words);
    expect(findBrowser('firefox')).not.toBe(file);
  });

  it('is the next on the path where the first is too old', () => {
    put('firefox-esr', 'Mozilla Firefox 140.4.0esr');
    const file = put('firefox', 'Mozilla Firefox 153.0');
    expect(findBrowser('firefox')).toBe(file);
  });

  it('is the one that the environment names, before any on the path', () => {
    put('firefox', 'Mozilla Firefox 153.0');
    const named = put('another', 'Mozilla Firefox 143.0.1');
    vi.stubEnv('FIREFOX_PATH', named);
    expect(findBrowser('firefox')).toBe(named);
  });

  it('is told by its variable and the version that is wanted where the environment names one that is too old', () => {
    put('firefox', 'Mozilla Firefox 153.0');
    vi.stubEnv('FIREFOX_PATH', put('another', 'Mozilla Firefox 140.4.0esr'));
    expect(() => findBrowser('firefox')).toThrow('FIREFOX_PATH names a version before 143');
  });

  it('is told by its variable where the environment names what cannot be run', () => {
    vi.stubEnv('FIREFOX_PATH', path.join(folder, 'nothing'));
    expect(() => findBrowser('firefox')).toThrow('FIREFOX_PATH names something that cannot be run');
  });
});
