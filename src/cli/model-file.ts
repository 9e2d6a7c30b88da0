/** Reads the model that a command is given, and says what is wrong with one that cannot be used. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod/mini';
import { assertUsableModel, type Model } from '../matching/index.ts';
import { CommandError } from './command.ts';
import { modelSchema } from './model-schema.ts';

/** Reads a model that `train` wrote. Throws `CommandError` that names the part at fault. */
export async function readModel(file: string): Promise<Model> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file}, the model, cannot be read`);
  });
  return parseModel(text, file);
}

/** The text of a model. Throws `CommandError`. */
export function parseModel(text: string, file: string): Model {
  const value = parseJson(text, file);
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (format !== 2)
    throw new CommandError(`${file} is no model of this version (format 2): train one with "citizen-index train"`);
  const [issue] = modelSchema.safeParse(value, { error: z.locales.en().localeError }).error?.issues ?? [];
  if (issue) throw new CommandError(`${file} is no model: ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  if (!isModel(value)) throw new CommandError(`${file} is no model`);
  try {
    assertUsableModel(value);
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`${file} cannot be used: ${error.message}`);
    throw error;
  }
  return value;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file} is not JSON`);
  }
}

/** The schema takes any text for a label; which labels there are is asked by {@link assertUsableModel}. */
function isModel(value: unknown): value is Model {
  return modelSchema.safeParse(value).success;
}
