/**
 * `citizen-index service add|rotate|list`: who may call the index. Works on the registry, a JSON file that the index reads when it starts
 * and on SIGHUP; the one place where services are written down. A secret is printed once and kept nowhere.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { addService, emptyRegistry, rotateService, type Changed, type PublicKey } from '../../service/registry-file.ts';
import { permissions, readRegistry, type Service } from '../../service/registry.ts';
import { CommandError, createCommand, UsageError, type Call } from '../command.ts';
import type { Terminal } from '../terminal.ts';

type OptionName =
  | 'authority'
  | 'id'
  | 'keep-old'
  | 'name'
  | 'origins'
  | 'permissions'
  | 'profile'
  | 'public-key'
  | 'purposes'
  | 'registry'
  | 'staffed';

/** Days that a secret of before counts beside the new one, so that a service can change it while it runs. */
const usualOverlap = 7;

const verbs: Readonly<Record<string, (call: Call<OptionName>, terminal: Terminal) => Promise<void>>> = { add, rotate, list };

export const serviceCommand = createCommand<OptionName>({
  summary: 'Registers services, gives them new credentials, lists them ("service add", "service rotate", "service list").',
  positionals: ['add|rotate|list'],
  options: {
    registry: { value: 'FILE', help: 'the service registry; CITIZEN_ID_REGISTRY where absent' },
    id: { value: 'ID', help: 'public id of the service: it stands in its pages' },
    name: { value: 'NAME', help: 'what the service is called' },
    profile: { value: 'ID', help: 'whose formats its form asks; gb where absent' },
    origins: { value: 'URLS', help: 'of the pages with its form, with spaces between: "https://parking.example"' },
    permissions: { value: 'NAMES', help: `with spaces between, of: ${permissions.join(' ')}; submission where absent` },
    purposes: { value: 'TEXT', help: 'why it asks: "identity: to know whose case it is; nhs-number: to find the patient"' },
    staffed: { help: 'members of staff call through it: each call says who and why' },
    'public-key': { value: 'FILE', help: 'its public key (JWK), in place of a secret: it signs instead' },
    'keep-old': {
      value: 'DAYS',
      help: `with rotate: how long the credentials of before count too; ${usualOverlap} where absent`,
    },
    authority: { value: 'LETTERS', help: 'for a new registry: what every customer ID begins with, such as GBX' },
  },
  run: async (call, terminal) => {
    const [verb = ''] = call.positionals;
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw new UsageError(`"${verb}" is not known: say add, rotate or list`);
    await run(call, terminal);
    return 0;
  },
});

async function add(call: Call<OptionName>, terminal: Terminal): Promise<void> {
  const file = registryFile(call);
  const text = (await readIfThere(file)) ?? emptyRegistry(call.requiredText('authority'));
  const entry = {
    id: call.requiredText('id'),
    name: call.requiredText('name'),
    profile: call.text('profile') ?? 'gb',
    origins: words(call.text('origins')),
    permissions: words(call.text('permissions') ?? 'submission'),
    purposes: readPurposes(call.requiredText('purposes')),
    ...(call.flag('staffed') ? { staffed: true as const } : {}),
  };
  await save(file, addService({ text, file }, entry, await readPublicKey(call)), terminal);
}

async function rotate(call: Call<OptionName>, terminal: Terminal): Promise<void> {
  const file = registryFile(call);
  const days = call.number('keep-old', { least: 0, below: 366 }) ?? usualOverlap;
  const publicKey = await readPublicKey(call);
  const rotation = {
    id: call.requiredText('id'),
    ...(publicKey === undefined ? {} : { publicKey }),
    ...(days === 0 ? {} : { keepUntil: new Date(Date.now() + days * 86_400_000) }),
  };
  await save(file, rotateService({ text: await readKept(file), file }, rotation), terminal);
}

async function list(call: Call<OptionName>, terminal: Terminal): Promise<void> {
  const file = registryFile(call);
  const { services } = readRegistry(await readKept(file), file);
  for (const service of services.values()) terminal.print(`${lineOf(service)}\n`);
}

/** One service, without anything secret. */
function lineOf({ id, name, profile, permissions: may, purposes, ...service }: Service): string {
  const credentials = [
    ...(service.secretHash === undefined ? [] : ['secret']),
    ...(service.formerSecret === undefined ? [] : [`former secret until ${service.formerSecret.until}`]),
    ...(service.publicKeys.length === 0 ? [] : [`public keys: ${service.publicKeys.length}`]),
  ];
  const parts = [profile.id, may.join(' '), Object.keys(purposes).join(' '), credentials.join(', '), service.origins.join(' ')];
  return [id, name, ...parts, ...(service.isStaffed ? ['staffed'] : [])].join('\t');
}

/** Written aside and moved into place: an index that reads it just then finds the old file or the new one. */
async function save(file: string, { text, secret }: Changed, terminal: Terminal): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
  if (secret !== undefined) {
    terminal.print(`${secret}\n`);
    terminal.note('This is the secret, shown once: the registry holds its hash.');
  }
  terminal.note(`${file} is written. A running index reads it again on SIGHUP.`);
}

function registryFile(call: Call<OptionName>): string {
  const file = call.text('registry') ?? process.env['CITIZEN_ID_REGISTRY'];
  if (file === undefined || file === '') throw new UsageError('--registry FILE is missing, and so is CITIZEN_ID_REGISTRY');
  return file;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CommandError(`The service registry ${file} cannot be read`);
  }
}

async function readKept(file: string): Promise<string> {
  const text = await readIfThere(file);
  if (text === undefined) throw new CommandError(`There is no service registry ${file}`);
  return text;
}

async function readPublicKey(call: Call<OptionName>): Promise<PublicKey | undefined> {
  const file = call.text('public-key');
  if (file === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof key === 'object' && key !== null && 'kty' in key && typeof key.kty === 'string') return { ...key, kty: key.kty };
  } catch {
    // Told below: the parser's own message would quote the key.
  }
  throw new CommandError(`${file} holds no public key as a JWK, such as {"kty":"EC","crv":"P-256","x":"…","y":"…"}`);
}

function words(text = ''): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

function readPurposes(text: string): Readonly<Record<string, string>> {
  const purposes = text.split(';').map((purpose) => /^\s*([^:]+?)\s*:\s*(.*\S)\s*$/.exec(purpose));
  if (purposes.some((purpose) => purpose === null)) throw new UsageError('--purposes must be "name: why; name: why"');
  return Object.fromEntries(purposes.map((purpose) => [purpose?.[1] ?? '', purpose?.[2] ?? '']));
}
