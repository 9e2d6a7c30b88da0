/** The part of the store's port that tells other systems which customers have changed: written with the change, read in order, none left out. */

export interface EventVerbs {
  /** That the customers have changed, in this very transaction. */
  addCustomerEvents(events: readonly NewCustomerEvent[]): Promise<void>;
  /** The first `limit` after the place; only what no running transaction can come before any more. */
  listCustomerEvents(after: EventPlace | undefined, limit: number): Promise<readonly StoredCustomerEvent[]>;
  /** Forgets those at or before the instant; answers how many. */
  purgeCustomerEvents(before: Date): Promise<number>;
}

export interface NewCustomerEvent {
  readonly customerId: string;
  /** The operation that changed it, as the API names it. */
  readonly operation: string;
  readonly occurredAt: Date;
}

/** `transaction` is the database's number of it, in decimal digits. */
export interface EventPlace {
  readonly transaction: string;
  readonly eventId: string;
}

export interface StoredCustomerEvent extends NewCustomerEvent, EventPlace {}
