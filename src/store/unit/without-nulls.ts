/** SQL's null is no value of ours: a member that is not there is absent. */

/** Takes the members that are null out of a row fresh from the driver, and answers it. `T` says which may be absent. */
export function withoutNulls<T extends object>(row: T): T {
  for (const [key, value] of Object.entries(row)) if (value === null) Reflect.deleteProperty(row, key);
  return row;
}
