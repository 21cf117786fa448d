/**
 * Plain JSON as a text that is the same whatever order the members of its objects are in: other implementations of Yjs
 * keep them in an order of their own, so two devices may hold one value in two orders.
 */
export const canonicalText = (value: unknown): string => JSON.stringify(value, sortedMembers) ?? '';

function sortedMembers(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
