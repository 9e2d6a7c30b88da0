/**
 * On whose behalf this process is working right now. Carried along by Node (AsyncLocalStorage) from where a call is let in to where
 * the store is used, so that no route can forget to say it to the audit trail.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** `operation` is the route's; the rest as the caller stated it. */
export interface Actor {
  readonly operation: string;
  readonly service?: string;
  readonly staff?: string;
  readonly purposes?: readonly string[];
  readonly reason?: string;
}

/** Of work that nobody called for, such as purging. */
const itself: Actor = { operation: 'maintenance' };

const current = new AsyncLocalStorage<Actor>();

/** Runs the work on this actor's behalf. */
export function actAs<T>(actor: Actor, work: () => T): T {
  return current.run(actor, work);
}

/** Who is acting. */
export function currentActor(): Actor {
  return current.getStore() ?? itself;
}
