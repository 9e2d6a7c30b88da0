/**
 * What Chromium hands to screen readers of a part of the page, as lines to be read: the browser's own tree, over its debugging
 * protocol, and not a library's idea of it. Not a test.
 */
import { cdp } from 'vitest/browser';

interface Spoken {
  readonly value?: unknown;
}

interface AccessibilityNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Spoken;
  readonly name?: Spoken;
  readonly description?: Spoken;
  readonly value?: Spoken;
  readonly properties?: readonly { readonly name: string; readonly value: Spoken }[];
  readonly childIds?: readonly string[];
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

/** Without meaning of their own, or said already by what they name. */
const passedOver = ['generic', 'none', 'LineBreak'];
const namesOfOthers = ['LabelText', 'Legend', 'InlineTextBox', 'ListMarker'];

/** What is said beside role, name and description. */
const states = ['level', 'invalid', 'disabled', 'required', 'checked', 'expanded', 'focused', 'busy'];

/** The lines of the region of that name; each level is indented by two spaces. */
export async function accessibilityTreeOf(region: string): Promise<string> {
  const { frameTree } = await cdp().send('Page.getFrameTree');
  for (const frameId of framesOf(frameTree)) {
    const { nodes } = await cdp().send('Accessibility.getFullAXTree', { frameId });
    const byId = new Map(nodes.map((node): [string, AccessibilityNode] => [node.nodeId, node]));
    const root = nodes.find((node) => node.role?.value === 'region' && node.name?.value === region);
    if (root) return linesOf(root, byId).slice(1).map(outdent).join('\n');
  }
  throw new Error(`no region is called ${region}`);
}

function framesOf({ frame, childFrames = [] }: FrameTree): readonly string[] {
  return [frame.id, ...childFrames.flatMap(framesOf)];
}

const outdent = (line: string) => line.slice(2);

function linesOf(node: AccessibilityNode, byId: ReadonlyMap<string, AccessibilityNode>): readonly string[] {
  const role = wordsOf(node.role);
  if (namesOfOthers.includes(role)) return [];
  const repeated = [node.name, node.value].map((spoken) => `text "${wordsOf(spoken)}"`);
  const inside = (node.childIds ?? [])
    .flatMap((id) => {
      const child = byId.get(id);
      return child ? linesOf(child, byId) : [];
    })
    .filter((line) => !repeated.includes(line));
  return node.ignored || passedOver.includes(role) ? inside : [lineOf(node, role), ...inside.map((line) => `  ${line}`)];
}

function lineOf(node: AccessibilityNode, role: string): string {
  const [name, description, value] = [node.name, node.description, node.value].map(wordsOf);
  const said = (node.properties ?? []).filter(({ name: state, value: is }) => states.includes(state) && isSaid(is.value));
  return [
    role === 'StaticText' ? 'text' : role,
    ...(name ? [`"${name}"`] : []),
    ...(value ? [`= "${value}"`] : []),
    ...said.map(({ name: state, value: is }) =>
      is.value === true || is.value === 'true' ? state : `${state}: ${String(is.value)}`,
    ),
    ...(description ? [`— ${description}`] : []),
  ].join(' ');
}

const isSaid = (value: unknown) => value !== undefined && value !== false && value !== 'false' && value !== 'off';

function wordsOf(spoken: Spoken | undefined): string {
  return typeof spoken?.value === 'string' ? spoken.value.trim() : '';
}
