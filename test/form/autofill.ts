/** Chromium's own filling, asked for over its debugging protocol as a resident would by choosing an address. Not a test. */
import { cdp } from 'vitest/browser';

/** A saved address, by Chromium's own names of what it holds. */
export type SavedAddress = Readonly<Record<string, string>>;

interface DomNode {
  readonly backendNodeId: number;
  readonly frameId?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

interface Place {
  readonly fieldId: number;
  readonly frameId: string;
}

/** From the input with this id, which has focus. Resolves once Chromium has taken the order; it fills soon after. */
export async function fillFrom(id: string, saved: SavedAddress): Promise<void> {
  const address = { fields: Object.entries(saved).map(([name, value]) => ({ name, value })) };
  await cdp().send('DOM.enable');
  const { root } = await cdp().send('DOM.getDocument', { depth: -1, pierce: true });
  const [place] = placesOf(root, id, '');
  if (!place) throw new Error(`no input has the id ${id}`);
  await cdp().send('Autofill.enable');
  await cdp().send('Autofill.setAddresses', { addresses: [address] });
  await cdp().send('Autofill.trigger', { ...place, address });
}

function placesOf(node: DomNode, id: string, frameId: string): readonly Place[] {
  const { attributes = [], children = [], contentDocument, backendNodeId } = node;
  const isIt = attributes.some((value, at) => at % 2 === 1 && value === id && attributes[at - 1] === 'id');
  return [
    ...(isIt ? [{ fieldId: backendNodeId, frameId }] : []),
    ...children.flatMap((child) => placesOf(child, id, frameId)),
    ...(contentDocument ? placesOf(contentDocument, id, node.frameId ?? frameId) : []),
  ];
}
