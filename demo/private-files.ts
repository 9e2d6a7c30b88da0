/** Files that only their owner may read: secrets, and what residents typed. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Written aside and moved into place, so that a crash leaves the old file or the new one. */
export async function writePrivateFile(file: string, content: string): Promise<void> {
  await makePrivateFolder(path.dirname(file));
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

/** The secret kept in `file`: 32 random bytes as base64, made at the first call. */
export async function keptSecret(file: string): Promise<string> {
  const kept = await readIfThere(file);
  if (kept !== undefined) return kept.trim();
  const secret = randomBytes(32).toString('base64');
  await writePrivateFile(file, `${secret}\n`);
  return secret;
}

export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
